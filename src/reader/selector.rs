//! A selection that outlives an edit: where it stood, its words, and the words around it.
//!
//! A [`Selector`] is a W3C `TextPositionSelector` (a block, and code points in it) with a W3C
//! `TextQuoteSelector` (the exact words, 32 code points before and after). It resolves by the
//! offsets if words and context still stand there, else by the exact words where their context
//! speaks for one place alone. It would rather say that it could not than mark the wrong words:
//! no part of the exact words is ever guessed.

use crate::article::{Article, Offsets, Span};

/// How many code points of context a selector keeps on either side.
pub(crate) const CONTEXT: usize = 32;
/// Exact words longer than this are shortened in an address to their opening and a digest.
const LONG: usize = 300;
/// How many code points of a long selection an address keeps.
const OPENING: usize = 100;
/// Words that stand in more places than this are too common to be found again.
const MOST_PLACES: usize = 2_000;

/// A selection of an article's text, within one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The block, counted from 0.
    pub block: usize,
    /// Where the selection starts in the block, in code points.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The selected words; of a long selection that came by an address, the opening alone.
    pub exact: String,
    /// The text before, over the edges of blocks, which count as line breaks.
    pub prefix: String,
    /// The text after, likewise.
    pub suffix: String,
    /// What the rest of the words must be, where `exact` is but their opening.
    pub rest: Option<Rest>,
}

/// The rest of a long selection: how long it is, and its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    code_points: usize,
    digest: u32,
}

/// Where a selection stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Where it stood, words and context unchanged.
    Unchanged(Span),
    /// Found by its exact words with context.
    Found(Span),
    /// Its words, or enough of their context, are gone.
    Orphan,
}

impl Resolution {
    /// The place, if it has one.
    #[must_use]
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::Unchanged(span) | Self::Found(span) => Some(span),
            Self::Orphan => None,
        }
    }
}

/// An article's text in one piece, made once to resolve many selectors.
#[derive(Debug)]
pub struct WholeText {
    text: String,
    /// Where each block starts in the text.
    starts: Vec<usize>,
}

impl WholeText {
    /// The text of this article, a line break between blocks.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            starts.push(text.len());
            text.push_str(&block.text);
            text.push('\n');
        }
        Self { text, starts }
    }

    /// The text of this block, and where it starts in the whole.
    fn block(&self, block: usize) -> Option<(usize, &str)> {
        let start = *self.starts.get(block)?;
        let end = self.starts.get(block + 1).copied().unwrap_or(self.text.len()) - 1;
        Some((start, &self.text[start..end]))
    }

    /// The span of these bytes of the whole, if they lie in one block and split no grapheme.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let block = self.starts.partition_point(|&at| at <= start).checked_sub(1)?;
        let (at, text) = self.block(block)?;
        (start < end
            && end <= at + text.len()
            && !splits_grapheme(text, start - at)
            && !splits_grapheme(text, end - at))
        .then(|| Span::new(block, start - at, end - at))
    }
}

impl Selector {
    /// The selector of this span; nothing where it does not fit the text.
    #[must_use]
    pub fn new(article: &Article, span: Span) -> Option<Self> {
        let exact = article.text(span).filter(|exact| !exact.is_empty())?;
        let text = &article.blocks.get(span.block)?.text;
        let offsets = Offsets::new(text);
        let before = std::iter::once(&text[..span.start])
            .chain(article.blocks[..span.block].iter().rev().map(|block| block.text.as_str()));
        let after = std::iter::once(&text[span.end..])
            .chain(article.blocks[span.block + 1..].iter().map(|block| block.text.as_str()));
        Some(Self {
            block: span.block,
            start: offsets.code_point_of_byte(span.start)?,
            end: offsets.code_point_of_byte(span.end)?,
            exact: exact.to_owned(),
            prefix: prefix(before),
            suffix: suffix(after),
            rest: None,
        })
    }

    /// The selector as the fragment of an address, without `#`: `t=3.12-40~exact~prefix~suffix`,
    /// percent-encoded; for long words the opening alone, and a digest of the rest at the end.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let mut fragment = String::from("t=");
        fragment.push_str(&self.block.to_string());
        fragment.push('.');
        fragment.push_str(&self.start.to_string());
        fragment.push('-');
        fragment.push_str(&self.end.to_string());
        let long = self.rest.is_none() && self.exact.chars().count() > LONG;
        let (exact, rest) = if long { shorten(&self.exact) } else { (&*self.exact, self.rest) };
        for text in [exact, &self.prefix, &self.suffix] {
            fragment.push('~');
            encode(text, &mut fragment);
        }
        if let Some(rest) = rest {
            fragment.push('~');
            fragment.push_str(&rest.digest.to_string());
        }
        fragment
    }

    /// The selector of this fragment, with or without `#`; nothing where it is none, or cut short.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("t=")?;
        let mut fields = fragment.split('~');
        let (block, range) = fields.next()?.split_once('.')?;
        let (start, end) = range.split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        let [exact, prefix, suffix] =
            [decode(fields.next()?)?, decode(fields.next()?)?, decode(fields.next()?)?];
        let length = usize::checked_sub(end, start)?;
        let code_points = length.checked_sub(exact.chars().count())?;
        let rest = match fields.next() {
            Some(digest) => Some(Rest { code_points, digest: digest.parse().ok()? }),
            None => None,
        };
        let sound = fields.next().is_none()
            && !exact.is_empty()
            && (code_points == 0) == rest.is_none()
            && prefix.chars().count() <= 2 * CONTEXT
            && suffix.chars().count() <= 2 * CONTEXT;
        sound.then_some(Self {
            block: block.parse().ok()?,
            start,
            end,
            exact,
            prefix,
            suffix,
            rest,
        })
    }

    /// Where the selection stands in this text.
    #[must_use]
    pub fn resolve(&self, whole: &WholeText) -> Resolution {
        if self.exact.is_empty() {
            return Resolution::Orphan;
        }
        if let Some(span) = self.unchanged(whole) {
            return Resolution::Unchanged(span);
        }
        self.found(whole).map_or(Resolution::Orphan, Resolution::Found)
    }

    /// The place of the offsets, if the words and both contexts stand there whole.
    fn unchanged(&self, whole: &WholeText) -> Option<Span> {
        let (at, text) = whole.block(self.block)?;
        let start = at + Offsets::new(text).byte_of_code_point(self.start)?;
        let end = self.end_of(whole, start)?;
        let in_context = whole.text[..start].ends_with(&self.prefix)
            && whole.text[end..].starts_with(self.suffix.as_str());
        if !in_context || (self.prefix.is_empty() && self.suffix.is_empty()) {
            return None;
        }
        whole.span(start, end)
    }

    /// The one place whose context speaks for it, and clearly more than for any other.
    fn found(&self, whole: &WholeText) -> Option<Span> {
        let mut best: Option<(u32, Span)> = None;
        let mut second = 0;
        let mut from = 0;
        for _ in 0..=MOST_PLACES {
            let Some(at) = whole.text[from..].find(self.exact.as_str()) else {
                let (likeness, span) = best?;
                let clear = likeness > second + MARGIN;
                return (likeness >= ENOUGH && clear).then_some(span);
            };
            let start = from + at;
            from = start + self.exact.chars().next()?.len_utf8();
            let Some(end) = self.end_of(whole, start) else { continue };
            let Some(span) = whole.span(start, end) else { continue };
            let (before, after) = (&whole.text[..start], &whole.text[end..]);
            // Whole words stay whole words: «к» is not found in «кок».
            if ends_in_word(before) != ends_in_word(&self.prefix)
                || opens_in_word(after) != opens_in_word(&self.suffix)
            {
                continue;
            }
            let likeness = self.likeness(before, after);
            match best {
                Some((so_far, _)) if likeness <= so_far => second = second.max(likeness),
                _ => {
                    second = best.map_or(0, |(so_far, _)| so_far).max(second);
                    best = Some((likeness, span));
                }
            }
        }
        None
    }

    /// Where the selected words end if they start at this byte of the whole text.
    fn end_of(&self, whole: &WholeText, start: usize) -> Option<usize> {
        let after = whole.text.get(start..)?.strip_prefix(self.exact.as_str())?;
        let end = start + self.exact.len();
        let Some(rest) = self.rest else { return Some(end) };
        let bytes =
            after.char_indices().nth(rest.code_points - 1).map(|(i, c)| i + c.len_utf8())?;
        (digest(&after[..bytes]) == rest.digest).then_some(end + bytes)
    }

    /// How like the remembered context this one is, in percent: of the worse side for words that
    /// may stand anywhere, of the better side for words so long that they speak for themselves.
    fn likeness(&self, before: &str, after: &str) -> u32 {
        let sides = [side(&self.prefix, before, true), side(&self.suffix, after, false)];
        let long = self.exact.chars().count() >= SPEAKS_FOR_ITSELF || self.rest.is_some();
        let worth = |side: Option<u32>| side.unwrap_or(0);
        match (sides[0], sides[1]) {
            // Of a selector of others: its words must be the only ones.
            (None, None) => 100,
            // At an end of the article there is one side only: it must be whole.
            (None, Some(one)) | (Some(one), None) if !long => {
                if one == 100 {
                    100
                } else {
                    0
                }
            }
            (a, b) if long => worth(a).max(worth(b)),
            (a, b) => worth(a).min(worth(b)),
        }
    }
}

/// How like the context must be, in percent.
const ENOUGH: u32 = 50;
/// By how much more than at any other place.
const MARGIN: u32 = 20;
/// From how many code points words are rarely written twice by chance.
const SPEAKS_FOR_ITSELF: usize = 48;

/// How much of the remembered context on one side stands here, in percent of its letters, by
/// whole words in their order; nothing where none was remembered.
fn side(remembered: &str, here: &str, before: bool) -> Option<u32> {
    if remembered.is_empty() {
        return None;
    }
    // An inserted word or two must not push the rest out of sight.
    let reach = 2 * CONTEXT;
    let here = if before {
        let from = here.char_indices().rev().take(reach).last().map_or(here.len(), |(i, _)| i);
        &here[from..]
    } else {
        let to = here.char_indices().nth(reach).map_or(here.len(), |(i, _)| i);
        &here[..to]
    };
    if if before { here.ends_with(remembered) } else { here.starts_with(remembered) } {
        return Some(100);
    }
    let mut ours = tokens(remembered);
    let mut theirs = tokens(here);
    if before {
        ours.reverse();
        theirs.reverse();
    }
    // The outermost word may be cut: it is no evidence, unless it is the only one.
    if ours.len() > 1 {
        ours.pop();
    }
    let all: usize = ours.iter().map(|word| word.len()).sum();
    let (mut same, mut next) = (0, 0);
    for word in &ours {
        // Near where it is due: a far word of the same letters is chance.
        let mut near = theirs.iter().enumerate().skip(next).take(3);
        if let Some((i, _)) = near.find(|(_, other)| *other == word) {
            same += word.len();
            next = i + 1;
        } else {
            next += 1;
        }
    }
    u32::try_from(same * 99 / all.max(1)).ok()
}

/// Whether the text ends in a letter or digit.
fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || is_extending(c))
}

/// Whether the text opens with a letter or digit.
fn opens_in_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || is_extending(c))
}

/// The words of a text.
fn tokens(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_extending(c))
        .filter(|word| !word.is_empty())
        .collect()
}

/// The last code points of texts given from the last to the first.
fn prefix<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut characters: Vec<char> = Vec::with_capacity(2 * CONTEXT);
    for (i, text) in texts.enumerate() {
        if i > 0 {
            characters.push('\n');
        }
        characters.extend(text.chars().rev().take(CONTEXT + 8));
        if characters.len() > CONTEXT {
            break;
        }
    }
    // Never begin inside a grapheme: give up its marks too.
    let mut length = CONTEXT.min(characters.len());
    if characters.len() > CONTEXT {
        while length > 0
            && (is_extending(characters[length - 1]) || characters.get(length) == Some(&'\u{200d}'))
        {
            length -= 1;
        }
    }
    characters[..length].iter().rev().collect()
}

/// The first code points of texts in order.
fn suffix<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut characters: Vec<char> = Vec::with_capacity(2 * CONTEXT);
    for (i, text) in texts.enumerate() {
        if i > 0 {
            characters.push('\n');
        }
        characters.extend(text.chars().take(CONTEXT + 8));
        if characters.len() > CONTEXT {
            break;
        }
    }
    let mut length = CONTEXT.min(characters.len());
    // Never end inside a grapheme: give it up whole.
    while length > 0 && characters.get(length).is_some_and(|&c| is_extending(c)) {
        length -= 1;
    }
    characters[..length].iter().collect()
}

/// The span widened so that it parts no mark from its letter.
#[must_use]
pub fn whole_graphemes(text: &str, span: Span) -> Span {
    let Span { block, mut start, mut end } = span;
    while start > 0 && splits_grapheme(text, start) {
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while end < text.len() && splits_grapheme(text, end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    Span::new(block, start, end)
}

/// Whether a cut at this byte would part a mark from its letter.
fn splits_grapheme(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_extending) || (at > 0 && text[..at].ends_with('\u{200d}'))
}

/// Whether the code point belongs to the grapheme before it: combining marks of Cyrillic and
/// Latin, joiners, variation selectors, skin tones, and the keycap.
pub(crate) fn is_extending(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}')
}

/// The opening of long words, and what the rest must be.
fn shorten(exact: &str) -> (&str, Option<Rest>) {
    let at = exact.char_indices().nth(OPENING).map_or(exact.len(), |(i, _)| i);
    let rest = &exact[at..];
    (&exact[..at], Some(Rest { code_points: rest.chars().count(), digest: digest(rest) }))
}

/// FNV-1a, 32 bits: tells one rest from another, and is the same on every machine.
pub(crate) fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Writes the text percent-encoded: letters, digits, `-`, `.` and `_` of ASCII stay.
pub(crate) fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

/// The text of its percent-encoded form; nothing where that is cut or no UTF-8.
pub(crate) fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Block, BlockKind};

    fn article(blocks: &[impl AsRef<str>]) -> Article {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        Article {
            blocks: blocks.iter().map(|text| block(text.as_ref())).collect(),
            ..Article::default()
        }
    }

    fn select(article: &Article, words: &str) -> Selector {
        let (block, start) = article
            .blocks
            .iter()
            .enumerate()
            .find_map(|(i, block)| Some((i, block.text.find(words)?)))
            .unwrap();
        Selector::new(article, Span::new(block, start, start + words.len())).unwrap()
    }

    fn resolve(selector: &Selector, article: &Article) -> Resolution {
        selector.resolve(&WholeText::new(article))
    }

    const STORY: [&str; 3] = [
        "Мост через Тобол закрыли в понедельник утром.",
        "— Мост стоял полвека, — сказала инженер Белова. — Его починят к осени.",
        "Водители ездят в объезд, через старую плотину.",
    ];

    #[test]
    fn offsets_are_code_points_and_contexts_run_over_blocks() {
        let selector = select(&article(&STORY), "сказала");
        assert_eq!((selector.block, selector.start, selector.end), (1, 24, 31));
        assert_eq!(selector.prefix, " утром.\n— Мост стоял полвека, — ");
        assert_eq!(selector.suffix, " инженер Белова. — Его починят к");
    }

    #[test]
    fn an_unchanged_article_resolves_by_offsets() {
        let article = article(&STORY);
        let selector = select(&article, "старую плотину");
        assert!(matches!(resolve(&selector, &article), Resolution::Unchanged(_)));
    }

    #[test]
    fn a_new_paragraph_above_moves_it() {
        let selector = select(&article(&STORY), "Его починят");
        let edited = article(&["Срочно.", STORY[0], STORY[1], STORY[2]]);
        let Resolution::Found(span) = resolve(&selector, &edited) else { panic!("not found") };
        assert_eq!((span.block, edited.text(span)), (2, Some("Его починят")));
    }

    #[test]
    fn changed_words_are_an_orphan_even_where_others_are_the_same() {
        let before = article(&["Глава округа Иванов уехал.", "Врач Иванов остался дома."]);
        let selector = select(&before, "Иванов");
        let after = article(&["Глава округа Петров уехал.", "Врач Иванов остался дома."]);
        assert_eq!(resolve(&selector, &after), Resolution::Orphan);
    }

    #[test]
    fn words_without_context_must_be_the_only_ones() {
        let bare = |words: &str| Selector {
            prefix: String::new(),
            suffix: String::new(),
            block: 0,
            start: 0,
            end: 1,
            ..select(&article(&STORY), words)
        };
        assert!(resolve(&bare("Белова"), &article(&STORY)).span().is_some());
        assert_eq!(resolve(&bare("в"), &article(&STORY)), Resolution::Orphan);
    }

    #[test]
    fn two_places_alike_are_an_orphan() {
        let line = "Вчера в городе открыли новый мост, и все были рады этому событию.";
        let mut selector = select(&article(&[line]), "новый мост");
        selector.block = 7;
        let twice = article(&[format!("{line} {line}")]);
        assert_eq!(resolve(&selector, &twice), Resolution::Orphan);
    }

    #[test]
    fn graphemes_are_not_split() {
        // The selected «и» has got a breve: it is another letter now.
        let selector = select(&article(&["мы и вы пришли сюда и ушли отсюда"]), "и");
        let after = article(&["мы и\u{306} вы пришли сюда и ушли отсюда"]);
        assert_eq!(resolve(&selector, &after), Resolution::Orphan);
        let flags = article(&[format!("{}и\u{306}{} слово", "а".repeat(3), "б".repeat(31))]);
        assert_eq!(select(&flags, "слово").prefix, format!("{} ", "б".repeat(31)));
    }

    #[test]
    fn a_selection_takes_whole_graphemes() {
        let text = "за\u{301}мок 👩\u{200d}👧 й";
        let whole = |from: &str, to: &str| {
            let at = |words: &str| text.find(words).unwrap();
            whole_graphemes(text, Span::new(0, at(from), at(to)))
        };
        let span = whole("\u{301}", "👧");
        assert_eq!(&text[span.start..span.end], "а\u{301}мок 👩\u{200d}👧");
        let span = whole("мок", " 👩");
        assert_eq!(&text[span.start..span.end], "мок");
    }

    #[test]
    fn a_fragment_cut_short_is_none() {
        let fragment = select(&article(&STORY), "Белова").to_fragment();
        assert!(fragment.starts_with("t=1.40-46~%D0%91%D0%B5"), "{fragment}");
        assert!(fragment.is_ascii());
        for cut in ["", "t=", "t=1.41-47", "t=1.41-40~a~b~c", "t=1.2-3~%D0~~", "q1"] {
            assert_eq!(Selector::from_fragment(cut), None, "{cut}");
        }
    }

    #[test]
    fn long_words_make_a_short_address_and_still_resolve() {
        let long = "Слово за словом идёт рассказ. ".repeat(20);
        let selector = select(&article(&[&format!("Начало. {long}Конец.")]), &long);
        let fragment = selector.to_fragment();
        assert!(fragment.len() < 1_200, "{}", fragment.len());
        let read = Selector::from_fragment(&fragment).unwrap();
        let moved = article(&["Новое.", &format!("Начало. {long}Конец.")]);
        let span = resolve(&read, &moved).span().unwrap();
        assert_eq!(moved.text(span), Some(long.as_str()));
        let edited = article(&[format!("Начало. {}Конец.", long.replacen("идёт", "едет", 19))]);
        assert_eq!(resolve(&read, &edited), Resolution::Orphan);
    }

    const WORDS: [&str; 24] = [
        "мост",
        "город",
        "вчера",
        "и",
        "в",
        "на",
        "сказал",
        "что",
        "Иванов",
        "глава",
        "округа",
        "новый",
        "дом",
        "завод",
        "он",
        "построят",
        "к",
        "осени",
        "жители",
        "ждут",
        "денег",
        "не",
        "хватает",
        "—",
    ];

    /// The article's words by block, each with a number of its own, so that a word can be followed
    /// through edits.
    type Words = Vec<Vec<(usize, String)>>;

    fn texts(words: &Words) -> Vec<String> {
        let text = |block: &Vec<(usize, String)>| {
            block.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
        };
        words.iter().map(text).collect()
    }

    /// Numbers from a seed, the same on every machine (Numerical Recipes' generator).
    struct Chance(u32);

    impl Chance {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) as usize % limit.max(1)
        }
    }

    /// Edits a share of the words: another word, none, one more, or two in another order.
    fn edit(words: &Words, percent: usize, chance: &mut Chance) -> Words {
        let mut edited: Words = Vec::new();
        for block in words {
            let mut out: Vec<(usize, String)> = Vec::new();
            for (id, word) in block {
                if chance.below(100) >= percent {
                    out.push((*id, word.clone()));
                    continue;
                }
                // Common words, so that the same words come to stand elsewhere too; never the word
                // that stood or stands there: that would be no edit.
                let beside = out.last().map(|(_, word)| word.clone()).unwrap_or_default();
                let mut other = WORDS[chance.below(WORDS.len())].to_owned();
                if other == *word || other == beside {
                    other.push_str("ок");
                }
                match chance.below(4) {
                    0 => out.push((usize::MAX, other)),
                    1 => {}
                    2 => out.extend([(usize::MAX, other), (*id, word.clone())]),
                    _ if beside == *word => out.push((*id, word.clone())),
                    _ => {
                        let at = out.len().saturating_sub(1);
                        out.insert(at, (*id, word.clone()));
                    }
                }
            }
            if !out.is_empty() {
                edited.push(out);
            }
            if chance.below(100) < percent / 2 {
                edited.push(vec![(usize::MAX, "Новый абзац".to_owned())]);
            }
        }
        edited
    }

    /// Many selections in many edited articles: how many were placed, orphaned, wrong, and
    /// orphaned though their words still stand.
    fn trial(percent: usize, vocabulary: usize, seed: u32) -> (usize, usize, usize, usize) {
        let mut chance = Chance(seed);
        let mut id = 0;
        let words: Words = (0..12)
            .map(|_| {
                (0..8 + chance.below(40))
                    .map(|_| {
                        id += 1;
                        // Equal words side by side can't be told apart by anybody.
                        let word = (chance.below(vocabulary) / 2) * 2 + id % 2;
                        // Beyond the common words, ones of their own.
                        let word = WORDS
                            .get(word)
                            .map_or_else(|| format!("сл{word}ово"), |w| (*w).to_owned());
                        (id, word)
                    })
                    .collect()
            })
            .collect();
        let before = article(&texts(&words));
        let edited = edit(&words, percent, &mut chance);
        let after = article(&texts(&edited));
        let whole = WholeText::new(&after);
        let (mut placed, mut orphans, mut wrong, mut lost) = (0, 0, 0, 0);
        for _ in 0..60 {
            let block = chance.below(words.len());
            let from = chance.below(words[block].len());
            let to = (from + 1 + chance.below(9)).min(words[block].len());
            let ids: Vec<usize> = words[block][from..to].iter().map(|(id, _)| *id).collect();
            let byte =
                |n: usize| -> usize { words[block][..n].iter().map(|(_, w)| w.len() + 1).sum() };
            let span = Span::new(block, byte(from), byte(to) - 1);
            let selector = Selector::new(&before, span).unwrap();
            // The true place: the very same words, in their order, side by side.
            let truth = edited.iter().enumerate().find_map(|(b, words)| {
                let at = words
                    .windows(ids.len())
                    .position(|window| window.iter().map(|(id, _)| id).eq(&ids))?;
                let byte =
                    |n: usize| -> usize { words[..n].iter().map(|(_, w)| w.len() + 1).sum() };
                Some(Span::new(b, byte(at), byte(at + ids.len()) - 1))
            });
            match (selector.resolve(&whole).span(), truth) {
                (Some(span), Some(truth)) if span == truth => placed += 1,
                (Some(_), _) => wrong += 1,
                (None, truth) => {
                    orphans += 1;
                    lost += usize::from(truth.is_some());
                }
            }
        }
        (placed, orphans, wrong, lost)
    }

    #[test]
    fn no_edit_ever_leads_to_the_wrong_words() {
        for percent in [0, 1, 5, 20] {
            let mut sum = (0, 0, 0, 0);
            for seed in 0..300 {
                let (placed, orphans, wrong, lost) =
                    trial(percent, if seed % 2 == 0 { 2_000 } else { 250 }, seed);
                sum = (sum.0 + placed, sum.1 + orphans, sum.2 + wrong, sum.3 + lost);
            }
            let (placed, orphans, wrong, lost) = sum;
            println!("{percent} %: placed {placed}, orphans {orphans}, wrong {wrong}, lost {lost}");
            assert_eq!(wrong, 0, "{percent} % of the words edited");
            let standing = placed + lost;
            let enough =
                [100, 97, 90, 60][[0, 1, 5, 20].iter().position(|&p| p == percent).unwrap()];
            assert!(placed * 100 >= standing * enough, "{percent} %: {placed} of {standing}");
        }
    }

    proptest! {
        #[test]
        fn a_fragment_gives_the_selector_back(
            blocks in prop::collection::vec("[aя~%#\\-. и\u{306}👩‍👧\n]{1,60}", 1..4),
            block in 0_usize..4, a in 0_usize..80, b in 0_usize..80,
        ) {
            let article = article(&blocks);
            if let Some(selector) = Selector::new(&article, Span::new(block, a, b)) {
                prop_assert!(selector.prefix.chars().count() <= CONTEXT);
                prop_assert!(selector.suffix.chars().count() <= CONTEXT);
                prop_assert_eq!(Selector::from_fragment(&selector.to_fragment()), Some(selector));
            }
        }

        #[test]
        fn any_fragment_is_read_without_panic(fragment in "t=[0-9.\\-~%a-f]{0,40}|.{0,40}") {
            if let Some(selector) = Selector::from_fragment(&fragment) {
                let _ = selector.resolve(&WholeText::new(&article(&STORY)));
            }
        }
    }
}
