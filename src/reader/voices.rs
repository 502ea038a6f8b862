//! Who speaks in an article, how much, and where.
//!
//! A voice is a person, an organisation, or somebody unnamed to whom the text gives words. Voices
//! are numbered from 1 by their first quote, so that a colour and a shape stay with a speaker.

use crate::article::{Article, Person, Quote, QuoteKind, Span, Speaker};

/// How many colours for speakers the style sheet has.
pub const COLOURS: usize = 8;
/// How many shapes of underline it has. Coprime with the colours: forty speakers differ, and
/// neighbours differ in both.
pub const SHAPES: usize = 5;

/// Who speaks in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Voices<'a> {
    /// The speakers, by first quote.
    pub voices: Vec<Voice<'a>>,
    /// People whom the text names and gives no words, in its order.
    pub silent: Vec<&'a Person>,
    /// How many of the voices are unnamed.
    pub unnamed: usize,
    /// The quotes whose speaker is not known.
    pub unattributed: Vec<usize>,
    /// Verbatim words of all quotes, those of unknown speakers too.
    pub words: usize,
    /// Every part of every quote along the article, in its order.
    pub strip: Vec<Stretch>,
    /// The quotes in the order of the text, each with its place and its voice's number.
    order: Vec<Turn>,
}

/// One speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice<'a> {
    /// Who it is.
    pub who: Who<'a>,
    /// From 1, by first quote.
    pub number: usize,
    /// Which colour, from 0.
    pub colour: usize,
    /// Which shape of underline, from 0.
    pub shape: usize,
    /// One to three letters, unlike any other voice's.
    pub initials: String,
    /// The quotes, as numbers in the article's list, in the order of the text.
    pub quotes: Vec<usize>,
    /// Words given verbatim: direct and partial quotes.
    pub words: usize,
    /// Words reported: indirect quotes.
    pub reported: usize,
    /// The share of the verbatim words of the article, 0 to 1.
    pub share: f64,
    /// Where the first quote starts.
    pub first: Span,
    /// Where the last one ends.
    pub last: Span,
}

/// Whom words are given to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Who<'a> {
    /// One of the article's people.
    Person(&'a Person),
    /// An organisation.
    Organisation(&'a str),
    /// Somebody whom the text leaves unnamed.
    Unnamed(&'a str),
}

impl<'a> Who<'a> {
    /// Who speaks in this quote; nothing where it is not known.
    #[must_use]
    pub fn of(article: &'a Article, quote: &'a Quote) -> Option<Self> {
        match quote.speaker.as_ref()? {
            Speaker::Person(id) => article.person(id).map(Self::Person),
            Speaker::Organisation(name) => Some(Self::Organisation(name)),
            Speaker::Unnamed(words) => Some(Self::Unnamed(words)),
        }
    }

    /// The name, or the words that stand for one.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Self::Person(person) => &person.name,
            Self::Organisation(name) | Self::Unnamed(name) => name,
        }
    }

    /// Whether it is the same speaker: people by id, others by their words.
    #[must_use]
    pub fn is(self, other: Who) -> bool {
        match (self, other) {
            (Self::Person(a), Who::Person(b)) => a.id == b.id,
            (Self::Organisation(a), Who::Organisation(b)) | (Self::Unnamed(a), Who::Unnamed(b)) => {
                a == b
            }
            _ => false,
        }
    }
}

/// A part of a quote on the strip along the article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The quote, as a number in the article's list.
    pub quote: usize,
    /// The voice's number; nothing where the speaker is not known.
    pub voice: Option<usize>,
    /// How the words are given.
    pub kind: QuoteKind,
    /// Where it starts, as a fraction of the article's text.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Turn {
    quote: usize,
    at: Span,
    voice: Option<usize>,
}

/// Which way to go along the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Next,
    /// Towards the start.
    Previous,
}

impl<'a> Voices<'a> {
    /// Who speaks in this article.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        let mut order: Vec<Turn> = article
            .quotes
            .iter()
            .enumerate()
            .filter_map(|(quote, found)| {
                Some(Turn { quote, at: *found.parts.first()?, voice: None })
            })
            .collect();
        order.sort_by_key(|turn| (turn.at, turn.quote));

        let (mut voices, mut unattributed): (Vec<Voice>, _) = (Vec::new(), Vec::new());
        let mut words = 0;
        for turn in &mut order {
            let quote = &article.quotes[turn.quote];
            let count: usize =
                quote.parts.iter().filter_map(|part| article.text(*part)).map(count_words).sum();
            let verbatim = if quote.kind == QuoteKind::Indirect { 0 } else { count };
            words += verbatim;
            let Some(who) = Who::of(article, quote) else {
                unattributed.push(turn.quote);
                continue;
            };
            let last = quote.parts.last().copied().unwrap_or(turn.at);
            let at = voices.iter().position(|voice| voice.who.is(who)).unwrap_or_else(|| {
                let index = voices.len();
                voices.push(Voice {
                    who,
                    number: index + 1,
                    colour: index % COLOURS,
                    shape: index % SHAPES,
                    initials: String::new(),
                    quotes: Vec::new(),
                    words: 0,
                    reported: 0,
                    share: 0.0,
                    first: turn.at,
                    last,
                });
                index
            });
            let voice = &mut voices[at];
            turn.voice = Some(voice.number);
            voice.quotes.push(turn.quote);
            voice.words += verbatim;
            voice.reported += count - verbatim;
            voice.last = voice.last.max(last);
        }
        for at in 0..voices.len() {
            voices[at].share = ratio(voices[at].words, words);
            voices[at].initials = distinct_initials(voices[at].who.name(), &voices[..at]);
        }
        let speaks = |person: &Person| {
            voices.iter().any(|voice| matches!(voice.who, Who::Person(who) if who.id == person.id))
        };
        Self {
            silent: article.people.iter().filter(|person| !speaks(person)).collect(),
            unnamed: voices.iter().filter(|voice| matches!(voice.who, Who::Unnamed(_))).count(),
            unattributed,
            words,
            strip: strip(article, &order),
            voices,
            order,
        }
    }

    /// The voice that this quote is given to.
    #[must_use]
    pub fn of_quote(&self, quote: usize) -> Option<&Voice<'a>> {
        let number = self.order.iter().find(|turn| turn.quote == quote)?.voice?;
        self.voices.get(number - 1)
    }

    /// The quote to go to from a place in the text: the nearest that starts after it, or before
    /// it; of one voice alone where a number is given. From before the start, every quote is next.
    #[must_use]
    pub fn step(
        &self,
        from: Option<(usize, usize)>,
        direction: Direction,
        voice: Option<usize>,
    ) -> Option<usize> {
        let mut turns = self.order.iter().filter(|turn| voice.is_none() || turn.voice == voice);
        let start = |turn: &Turn| Some((turn.at.block, turn.at.start));
        match direction {
            Direction::Next => turns.find(|turn| start(turn) > from),
            Direction::Previous => turns.rfind(|turn| start(turn) < from),
        }
        .map(|turn| turn.quote)
    }
}

/// Where each part of each quote stands along the article.
fn strip(article: &Article, order: &[Turn]) -> Vec<Stretch> {
    let mut starts = Vec::with_capacity(article.blocks.len());
    let mut all = 0;
    for block in &article.blocks {
        starts.push(all);
        all += block.text.len();
    }
    let mut strip: Vec<(Span, Stretch)> = order
        .iter()
        .flat_map(|turn| article.quotes[turn.quote].parts.iter().map(move |part| (turn, *part)))
        .filter_map(|(turn, part)| {
            let start = *starts.get(part.block)?;
            Some((
                part,
                Stretch {
                    quote: turn.quote,
                    voice: turn.voice,
                    kind: article.quotes[turn.quote].kind,
                    from: ratio(start + part.start, all),
                    to: ratio(start + part.end, all),
                },
            ))
        })
        .collect();
    strip.sort_by_key(|(span, _)| *span);
    strip.into_iter().map(|(_, stretch)| stretch).collect()
}

/// How many words a text has: runs of letters and digits, a hyphen or apostrophe inside one
/// parting nothing.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let (mut count, mut in_word, mut joined) = (0, false, false);
    for character in text.chars() {
        if character.is_alphanumeric() || super::selector::is_extending(character) {
            count += usize::from(!in_word && !joined);
            (in_word, joined) = (true, false);
        } else {
            joined = in_word && matches!(character, '-' | '‑' | '\'' | '’' | '\u{ad}');
            in_word = false;
        }
    }
    count
}

/// The initials of a name: the first letters of its first and last words in capitals, the words
/// of an organisation in small letters too; of one word the first letter.
#[must_use]
pub fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let words: Vec<char> = name.split_whitespace().filter_map(letter).collect();
    let capitals: Vec<char> = words.iter().copied().filter(|c| c.is_uppercase()).collect();
    let chosen = if capitals.len() > 1 { &capitals } else { &words };
    let ends = match chosen[..] {
        [] => Vec::new(),
        [one] => vec![one],
        [first, .., last] => vec![first, last],
    };
    ends.into_iter().flat_map(char::to_uppercase).collect()
}

/// Initials that no voice before has: with a number after them where the letters are taken.
fn distinct_initials(name: &str, before: &[Voice]) -> String {
    let letters = initials(name);
    let taken = |initials: &str| before.iter().any(|voice| voice.initials == initials);
    if !letters.is_empty() && !taken(&letters) {
        return letters;
    }
    // Of so many numbers the voices before can't have taken all.
    (2..before.len() + 3)
        .map(|number| [&*letters, &number.to_string()].concat())
        .find(|initials| !taken(initials))
        .unwrap_or(letters)
}

#[expect(clippy::cast_precision_loss, reason = "no article has 2^52 words")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind};

    fn person(id: &str, name: &str) -> Person {
        Person { id: id.into(), name: name.into(), role: None, gender: None }
    }

    fn quote(kind: QuoteKind, parts: &[Span], speaker: Option<Speaker>) -> Quote {
        Quote {
            id: String::new(),
            kind,
            parts: parts.to_vec(),
            speaker,
            cue: None,
            source: None,
            confidence: 1.0,
            because: Vec::new(),
        }
    }

    /// Two blocks of ten bytes; Анна says three words in two quotes, an unnamed source one.
    fn article() -> Article {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.into() };
        let anna = || Some(Speaker::Person("p1".into()));
        Article {
            blocks: vec![block("aa bb cc d"), block("ee ff gg h")],
            people: vec![person("p1", "Анна Белова"), person("p2", "Пётр Белов")],
            quotes: vec![
                quote(QuoteKind::Direct, &[Span::new(0, 0, 5)], anna()),
                quote(
                    QuoteKind::Partial,
                    &[Span::new(1, 0, 2)],
                    Some(Speaker::Unnamed("источник".into())),
                ),
                quote(QuoteKind::Direct, &[Span::new(1, 3, 5)], anna()),
                quote(
                    QuoteKind::Indirect,
                    &[Span::new(1, 6, 8)],
                    Some(Speaker::Organisation("ТЭЦ".into())),
                ),
                quote(QuoteKind::Direct, &[Span::new(1, 9, 10)], None),
            ],
            ..Article::default()
        }
    }

    #[test]
    fn airtime_is_by_verbatim_words() {
        let article = article();
        let voices = Voices::new(&article);
        let seen: Vec<_> = voices
            .voices
            .iter()
            .map(|v| (v.number, v.who.name(), v.quotes.clone(), v.words, v.reported, v.share))
            .collect();
        assert_eq!(
            seen,
            [
                (1, "Анна Белова", vec![0, 2], 3, 0, 0.6),
                (2, "источник", vec![1], 1, 0, 0.2),
                (3, "ТЭЦ", vec![3], 0, 1, 0.0),
            ]
        );
        assert_eq!((voices.words, voices.unnamed, &voices.unattributed[..]), (5, 1, &[4][..]));
        assert_eq!(voices.silent[0].name, "Пётр Белов");
        assert_eq!(voices.voices[0].last, Span::new(1, 3, 5));
    }

    #[test]
    fn the_strip_is_in_fractions_of_the_text() {
        let article = article();
        let voices = Voices::new(&article);
        assert!((voices.strip[0].to - 0.25).abs() < 1e-9);
        assert!((voices.strip[1].from - 0.5).abs() < 1e-9);
        assert_eq!(voices.strip[2].voice, Some(1));
    }

    #[test]
    fn steps_go_from_a_place_to_the_nearest_quote() {
        let article = article();
        let voices = Voices::new(&article);
        assert_eq!(voices.step(None, Direction::Next, None), Some(0));
        assert_eq!(voices.step(Some((0, 0)), Direction::Next, None), Some(1));
        assert_eq!(voices.step(Some((0, 0)), Direction::Next, Some(1)), Some(2));
        assert_eq!(voices.step(Some((1, 3)), Direction::Previous, Some(1)), Some(0));
        assert_eq!(voices.step(Some((0, 0)), Direction::Previous, None), None);
        assert_eq!(voices.step(Some((1, 9)), Direction::Next, None), None);
    }

    #[test]
    fn neighbours_differ_in_colour_and_shape_and_forty_differ() {
        let pair = |i: usize| (i % COLOURS, i % SHAPES);
        let all: std::collections::HashSet<_> = (0..40).map(pair).collect();
        assert_eq!(all.len(), 40);
    }

    #[test]
    fn initials_are_of_the_first_and_last_name() {
        assert_eq!(initials("Маулен Ашимбаев"), "МА");
        assert_eq!(initials("Иван Петрович Салтыков-Щедрин"), "ИС");
        assert_eq!(initials("Шарль де Голль"), "ШГ");
        assert_eq!(initials("пресс-служба акимата"), "ПА");
        assert_eq!(initials("Пеле"), "П");
        assert_eq!(initials("«»"), "");
    }

    #[test]
    fn like_initials_are_numbered() {
        let mut article = article();
        article.people[1].name = "Арман Байтасов".into();
        article.quotes[1].speaker = Some(Speaker::Person("p2".into()));
        let voices = Voices::new(&article);
        assert_eq!((&*voices.voices[0].initials, &*voices.voices[1].initials), ("АБ", "АБ2"));
    }

    #[test]
    fn words_are_runs_of_letters() {
        assert_eq!(count_words("«Нур Отан» — это 1 000 человек, кое-кто"), 7);
        assert_eq!(count_words(" — "), 0);
        assert_eq!(count_words("don’t"), 1);
    }
}
