//! The voices of an article: whose words it gives, how many, and where.
//!
//! A voice is a person, an institution or somebody unnamed to whom the text gives words, or a
//! person whom it mentions alone. Voices stand in the order of their first quote, so that a colour
//! and a shape stay with a speaker.

use crate::article::{Article, QuoteKind, Span, Speaker};

/// How many voices the styles tell apart; the next one begins again.
pub const STYLES: usize = 12;

/// Somebody whose words the article gives, or who is mentioned in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// Who it is.
    pub who: Who,
    /// Two letters or so that no other voice of the article has.
    pub initials: String,
    /// Their quotes, as indices into the article's.
    pub quotes: Vec<usize>,
    /// How many times the article names or means them.
    pub mentions: usize,
    /// How many words are quoted as theirs: those of direct and partial quotes.
    pub words: usize,
    /// The number of the style that marks their words, from 1; 0 for those who say nothing.
    pub style: usize,
}

/// Who a voice is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person, as an index into the article's.
    Person(usize),
    /// An institution of this name.
    Organisation(String),
    /// Somebody whom the text leaves unnamed.
    Unnamed(String),
    /// Not known.
    Unknown,
}

/// The voices of an article, and which of them each quote and mention is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voices {
    /// Those who speak, in the order of their first quote, then those who are mentioned alone.
    pub list: Vec<Voice>,
    /// For each quote of the article, its voice in the list.
    pub of_quote: Vec<usize>,
    /// For each mention of the article, the voice of its person; nothing for a person whom the
    /// article does not list.
    pub of_mention: Vec<Option<usize>>,
    /// The words of all quotes that are given as said.
    pub words: usize,
}

/// A part of a quote on the strip along the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The quote, as an index into the article's.
    pub quote: usize,
    /// Where it starts, in thousandths of the article's text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

impl Voice {
    fn new(who: Who) -> Self {
        Self { who, initials: String::new(), quotes: Vec::new(), mentions: 0, words: 0, style: 0 }
    }

    /// The name as the article has it; empty for one that is not known.
    #[must_use]
    pub fn name<'a>(&'a self, article: &'a Article) -> &'a str {
        match &self.who {
            Who::Person(i) => &article.people[*i].name,
            Who::Organisation(name) | Who::Unnamed(name) => name,
            Who::Unknown => "",
        }
    }

    /// The class that gives an element this voice's colour and line.
    #[must_use]
    pub fn class(&self) -> String {
        ["voice-", &self.style.to_string()].concat()
    }
}

impl Voices {
    /// The voices of this article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let people = Ids::new(article.people.iter().map(|person| &*person.id));
        let mut voices = Self::default();
        // For each person their voice, once they have one.
        let mut of_person = vec![None; article.people.len()];
        for (i, quote) in article.quotes.iter().enumerate() {
            let who = match &quote.speaker {
                Some(Speaker::Person(id)) => people.number(id).map_or(Who::Unknown, Who::Person),
                Some(Speaker::Organisation(name)) => Who::Organisation(name.clone()),
                Some(Speaker::Unnamed(words)) => Who::Unnamed(words.clone()),
                None => Who::Unknown,
            };
            let at = match who {
                Who::Person(person) => {
                    *of_person[person].get_or_insert_with(|| voices.add(Who::Person(person)))
                }
                who => {
                    let known = voices.list.iter().position(|voice| voice.who == who);
                    known.unwrap_or_else(|| voices.add(who))
                }
            };
            voices.list[at].quotes.push(i);
            voices.list[at].style = at % STYLES + 1;
            voices.of_quote.push(at);
            if quote.kind != QuoteKind::Indirect {
                let said = quote.parts.iter().filter_map(|&part| article.text(part));
                let words: usize = said.map(count_words).sum();
                voices.list[at].words += words;
                voices.words += words;
            }
        }
        for (person, voice) in of_person.iter_mut().enumerate() {
            voice.get_or_insert_with(|| voices.add(Who::Person(person)));
        }
        for mention in &article.mentions {
            let at = people.number(&mention.person).and_then(|person| of_person[person]);
            if let Some(at) = at {
                voices.list[at].mentions += 1;
            }
            voices.of_mention.push(at);
        }
        let names: Vec<&str> = voices.list.iter().map(|voice| voice.name(article)).collect();
        let initials = initials(&names);
        for (voice, initials) in voices.list.iter_mut().zip(initials) {
            voice.initials = initials;
        }
        voices
    }

    fn add(&mut self, who: Who) -> usize {
        self.list.push(Voice::new(who));
        self.list.len() - 1
    }
}

/// Where each part of each quote stands along the article.
#[must_use]
pub fn strip(article: &Article) -> Vec<Stretch> {
    let mut starts = Vec::with_capacity(article.blocks.len());
    let mut all = 0;
    for block in &article.blocks {
        starts.push(all);
        all += block.text.len();
    }
    let along = |part: &Span, offset: usize| {
        let place = starts.get(part.block).map_or(all, |start| start + offset);
        place.min(all) * 1000 / all.max(1)
    };
    let mut strip = Vec::new();
    for (quote, parts) in article.quotes.iter().map(|quote| &quote.parts).enumerate() {
        for part in parts {
            strip.push(Stretch { quote, from: along(part, part.start), to: along(part, part.end) });
        }
    }
    strip
}

/// Ids with their numbers in a list, found in logarithmic time.
pub(super) struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    pub(super) fn new(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut ids: Vec<(&str, usize)> = ids.enumerate().map(|(i, id)| (id, i)).collect();
        ids.sort_unstable();
        Self(ids)
    }

    /// The number of this id in the list.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        let at = self.0.binary_search_by_key(&id, |(key, _)| *key).ok()?;
        Some(self.0[at].1)
    }
}

/// How many words a text has: runs of letters and digits, a hyphen or apostrophe inside one
/// parting nothing, nor a point, comma or colon between digits.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let (mut count, mut before, mut joint) = (0, None, None);
    for character in text.chars() {
        if character.is_alphanumeric() || super::selector::is_extending(character) {
            let joined = match joint {
                Some('.' | ',' | ':') => {
                    character.is_numeric() && before.is_some_and(char::is_numeric)
                }
                _ => before.is_some(),
            };
            count += usize::from(!joined);
            (before, joint) = (Some(character), None);
        } else if joint.is_none()
            && matches!(character, '-' | '‑' | '\'' | '’' | '\u{ad}' | '.' | ',' | ':')
        {
            joint = Some(character);
        } else {
            (before, joint) = (None, None);
        }
    }
    count
}

/// For each name, the first letters of its first and last words; where two names would have the
/// same, their last words give more letters, and then a number tells them apart. A name without
/// letters has a question mark.
fn initials(names: &[&str]) -> Vec<String> {
    let mut given: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let words: Vec<&str> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let candidate = |length: usize| -> String {
            match words.as_slice() {
                [] => "?".to_owned(),
                [only] => capitalised(only).take(length).collect(),
                [first, .., last] => {
                    capitalised(first).take(1).chain(capitalised(last).take(length)).collect()
                }
            }
        };
        let free = |candidate: &String| !given.contains(candidate);
        let short = (1..=3).map(candidate).find(free);
        let numbered = || {
            let letters = candidate(1);
            (2..names.len() + 2).map(|n| [&*letters, &n.to_string()].concat()).find(free)
        };
        let initials = short.or_else(numbered);
        given.push(initials.unwrap_or_default());
    }
    given
}

/// The word's letters, the first one a capital, the others small.
fn capitalised(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars()
        .take(1)
        .map(|letter| in_case(letter, true))
        .chain(word.chars().skip(1).map(|letter| in_case(letter, false)))
}

/// A letter of the Latin or Cyrillic script as a capital or small; any other character as it is.
/// The tables of the standard library, which know every script, are a twentieth of the page.
fn in_case(letter: char, capital: bool) -> char {
    let code = u32::from(letter);
    let other = match (letter, capital) {
        ('a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'а'..='я', true) => code - 0x20,
        ('A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я', false) => code + 0x20,
        ('ѐ'..='џ', true) => code - 0x50,
        ('Ѐ'..='Џ', false) => code + 0x50,
        // Here a small letter follows its capital, which is even.
        ('Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ', true) => {
            code & !1
        }
        ('Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ', false) => {
            code | 1
        }
        // And here one that is odd.
        ('Ĺ'..='ň' | 'Ź'..='ž', true) => ((code + 1) & !1) - 1,
        ('Ĺ'..='ň' | 'Ź'..='ž', false) => (code + 1) & !1,
        _ => code,
    };
    char::from_u32(other).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind, Mention, MentionKind, Person, Quote, Span};

    #[test]
    fn letters_change_their_case_as_the_standard_library_has_it() {
        for letter in "azéþžżğңқүһөәғұіёђџяѣaҰӨҚІЁЯ".chars() {
            let small: Vec<char> = letter.to_lowercase().collect();
            let capital: Vec<char> = letter.to_uppercase().collect();
            assert_eq!([in_case(letter, false)], *small, "{letter}");
            assert_eq!([in_case(letter, true)], *capital, "{letter}");
        }
        assert_eq!(in_case('7', true), '7');
    }

    fn person(id: &str, name: &str) -> Person {
        Person { id: id.to_owned(), name: name.to_owned(), role: None, gender: None }
    }

    fn quote(kind: QuoteKind, part: (usize, usize), speaker: Option<Speaker>) -> Quote {
        Quote {
            id: format!("q{}", part.0),
            kind,
            parts: vec![Span::new(0, part.0, part.1)],
            speaker,
            cue: None,
            source: None,
            confidence: 1.0,
            because: Vec::new(),
        }
    }

    fn says(id: &str) -> Speaker {
        Speaker::Person(id.to_owned())
    }

    /// «one two three four five six», people p1 (mentioned twice), p2, p3.
    fn article(quotes: Vec<Quote>) -> Article {
        let mention = |person: &str| Mention {
            person: person.to_owned(),
            kind: MentionKind::Name,
            at: Span::new(0, 0, 3),
        };
        Article {
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                text: "one two three four five six".to_owned(),
            }],
            people: vec![
                person("p1", "Анна Белова"),
                person("p2", "Борис Ким"),
                person("p3", "Вера Цой"),
            ],
            mentions: vec![mention("p1"), mention("p2"), mention("p1")],
            quotes,
            ..Article::default()
        }
    }

    #[test]
    fn the_words_quoted_as_said_are_counted() {
        let article = article(vec![
            quote(QuoteKind::Direct, (0, 13), Some(says("p2"))),
            quote(QuoteKind::Partial, (14, 18), Some(says("p1"))),
            quote(QuoteKind::Indirect, (19, 27), Some(says("p1"))),
        ]);
        let voices = Voices::of(&article);
        let words: Vec<_> =
            voices.list.iter().map(|voice| (voice.name(&article), voice.words)).collect();
        assert_eq!(words, [("Борис Ким", 3), ("Анна Белова", 1), ("Вера Цой", 0)]);
        assert_eq!(voices.words, 4);
    }

    #[test]
    fn those_who_speak_come_first_and_have_a_style_of_their_own() {
        let article = article(vec![
            quote(QuoteKind::Direct, (0, 3), Some(says("p3"))),
            quote(QuoteKind::Direct, (4, 7), None),
            quote(QuoteKind::Direct, (8, 13), Some(says("p3"))),
        ]);
        let voices = Voices::of(&article);
        let styles: Vec<_> = voices.list.iter().map(|v| (v.name(&article), v.style)).collect();
        assert_eq!(styles, [("Вера Цой", 1), ("", 2), ("Анна Белова", 0), ("Борис Ким", 0)]);
        assert_eq!(voices.of_quote, [0, 1, 0]);
        assert_eq!(voices.list[0].quotes, [0, 2]);
        assert_eq!(voices.of_mention, [Some(2), Some(3), Some(2)]);
    }

    #[test]
    fn mentions_are_counted() {
        let mentions: Vec<_> =
            Voices::of(&article(Vec::new())).list.iter().map(|voice| voice.mentions).collect();
        assert_eq!(mentions, [2, 1, 0]);
    }

    #[test]
    fn a_speaker_who_is_not_among_the_people_is_not_known() {
        let article = article(vec![quote(QuoteKind::Direct, (0, 3), Some(says("p9")))]);
        assert_eq!(Voices::of(&article).list[0].who, Who::Unknown);
    }

    #[test]
    fn initials_differ_within_an_article() {
        let names =
            ["Иван Иванов", "Илья Исаев", "Игорь Иванов", "пресс-служба акимата", "ЦИК", ""];
        assert_eq!(initials(&names), ["ИИ", "ИИс", "ИИв", "ПА", "Ц", "?"]);
        assert_eq!(initials(&["Ян Ли", "Ян Ли", "Ян Ли"]), ["ЯЛ", "ЯЛи", "ЯЛ2"]);
    }

    #[test]
    fn the_strip_is_in_thousandths_of_the_text() {
        let mut article = article(vec![quote(QuoteKind::Direct, (0, 7), None)]);
        article.blocks.push(article.blocks[0].clone());
        article.quotes[0].parts.push(Span::new(1, 0, 27));
        let seen: Vec<_> = strip(&article).iter().map(|s| (s.quote, s.from, s.to)).collect();
        assert_eq!(seen, [(0, 0, 129), (0, 500, 1000)]);
        assert_eq!(strip(&Article::default()), []);
    }

    #[test]
    fn words_are_runs_of_letters() {
        assert_eq!(count_words("«Нур Отан» — это 1 000 человек, кое-кто"), 7);
        assert_eq!(count_words(" — "), 0);
        assert_eq!(count_words("don’t"), 1);
        assert_eq!(count_words("В 6:00 отдали 3,5 млрд, а не 4.Потом"), 9);
    }
}
