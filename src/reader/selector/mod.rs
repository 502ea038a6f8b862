//! A selection that outlives an edit: where it stood, its words, and the words around it.
//!
//! A [`Selector`] is a W3C `TextPositionSelector` (a block, and code points in it) with a W3C
//! `TextQuoteSelector` (the exact words, 32 code points before and after). It resolves by the
//! offsets if words and context still stand there, else by the exact words where their context
//! speaks for one place alone. It would rather say that it could not than mark the wrong words:
//! no part of the exact words is ever guessed.

mod address;
mod context;
mod grapheme;
#[cfg(test)]
mod tests;

use crate::article::{Article, Offsets, Span};

use address::{decode, encode};
use context::{ends_in_word, opens_in_word, prefix, side, suffix};
use grapheme::splits_grapheme;

pub(crate) use address::digest;
pub(crate) use grapheme::is_extending;
pub use grapheme::whole_graphemes;

/// How many code points of context a selector keeps on either side.
pub(crate) const CONTEXT: usize = 32;
/// Exact words longer than this are shortened in an address to their opening and a digest.
const LONG: usize = 300;
/// How many code points of a long selection an address keeps.
const OPENING: usize = 100;
/// Words that stand in more places than this are too common to be found again.
const MOST_PLACES: usize = 2_000;
/// How like the context must be, in percent.
const ENOUGH: u32 = 50;
/// By how much more than at any other place.
const MARGIN: u32 = 20;
/// From how many code points words are rarely written twice by chance.
const SPEAKS_FOR_ITSELF: usize = 48;

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

/// The opening of long words, and what the rest must be.
fn shorten(exact: &str) -> (&str, Option<Rest>) {
    let at = exact.char_indices().nth(OPENING).map_or(exact.len(), |(i, _)| i);
    let rest = &exact[at..];
    (&exact[..at], Some(Rest { code_points: rest.chars().count(), digest: digest(rest) }))
}
