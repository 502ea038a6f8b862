//! The voices of an article: whose words it gives, and how many.

use std::collections::HashMap;

use crate::article::{Article, QuoteKind, Speaker};

/// How many voices the styles tell apart; the next one begins again.
const STYLES: usize = 12;

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
    /// Their part of all the words quoted as said, 0 to 1; nothing where the article quotes no
    /// words.
    pub share: Option<f64>,
    /// The number of the style that marks their words, from 1; 0 for those who say nothing.
    pub style: usize,
}

/// Who a voice is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// The voices of an article, and which of them each quote is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voices {
    /// Those who speak, in the order of their first quote, then those who are mentioned alone.
    pub list: Vec<Voice>,
    /// For each quote of the article, its voice in the list.
    pub of_quote: Vec<usize>,
    /// For each person of the article, their voice in the list.
    pub of_person: HashMap<String, usize>,
}

impl Voice {
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
        format!("voice-{}", self.style)
    }
}

impl Voices {
    /// The voices of this article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let people: HashMap<&str, usize> =
            article.people.iter().enumerate().map(|(i, person)| (&*person.id, i)).collect();
        let mut places: HashMap<Who, usize> = HashMap::new();
        let mut list: Vec<Voice> = Vec::new();
        let mut words: Vec<usize> = Vec::new();
        let mut place = |who: Who, list: &mut Vec<Voice>, words: &mut Vec<usize>| {
            *places.entry(who.clone()).or_insert_with(|| {
                list.push(Voice::new(who));
                words.push(0);
                list.len() - 1
            })
        };
        let mut of_quote = Vec::with_capacity(article.quotes.len());
        for (i, quote) in article.quotes.iter().enumerate() {
            let who = match &quote.speaker {
                Some(Speaker::Person(id)) => {
                    people.get(&**id).map_or(Who::Unknown, |&person| Who::Person(person))
                }
                Some(Speaker::Organisation(name)) => Who::Organisation(name.clone()),
                Some(Speaker::Unnamed(words)) => Who::Unnamed(words.clone()),
                None => Who::Unknown,
            };
            let at = place(who, &mut list, &mut words);
            list[at].quotes.push(i);
            if quote.kind != QuoteKind::Indirect {
                let said = quote.parts.iter().filter_map(|&part| article.text(part));
                words[at] += said.map(count_words).sum::<usize>();
            }
            of_quote.push(at);
        }
        for (i, voice) in list.iter_mut().enumerate() {
            voice.style = i % STYLES + 1;
        }
        let mut of_person = HashMap::new();
        for (i, person) in article.people.iter().enumerate() {
            let at = place(Who::Person(i), &mut list, &mut words);
            of_person.insert(person.id.clone(), at);
        }
        for mention in &article.mentions {
            if let Some(&at) = of_person.get(&mention.person) {
                list[at].mentions += 1;
            }
        }
        let all: usize = words.iter().sum();
        for (voice, &said) in list.iter_mut().zip(&words) {
            voice.share = (all > 0).then(|| ratio(said, all));
        }
        let names: Vec<&str> = list.iter().map(|voice| voice.name(article)).collect();
        let initials = initials(&names);
        for (voice, initials) in list.iter_mut().zip(initials) {
            voice.initials = initials;
        }
        Self { list, of_quote, of_person }
    }
}

impl Voice {
    fn new(who: Who) -> Self {
        Self {
            who,
            initials: String::new(),
            quotes: Vec::new(),
            mentions: 0,
            share: None,
            style: 0,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "an article has fewer words than an f64 counts")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// How many words the text has: stretches without white space that hold a letter or digit.
fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
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
        let numbered = || (2..names.len() + 2).map(|n| format!("{}{n}", candidate(1))).find(free);
        let initials = short.or_else(numbered);
        given.push(initials.unwrap_or_default());
    }
    given
}

/// The word's letters, the first one a capital, the others small.
fn capitalised(word: &str) -> impl Iterator<Item = char> + '_ {
    let first = word.chars().take(1).flat_map(char::to_uppercase).take(1);
    first.chain(word.chars().skip(1).flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind, Mention, MentionKind, Person, Quote, Span};

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

    fn says(id: &str) -> Option<Speaker> {
        Some(Speaker::Person(id.to_owned()))
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
    fn the_share_is_of_the_words_quoted_as_said() {
        let article = article(vec![
            quote(QuoteKind::Direct, (0, 13), says("p2")),
            quote(QuoteKind::Partial, (14, 18), says("p1")),
            quote(QuoteKind::Indirect, (19, 27), says("p1")),
        ]);
        let voices = Voices::of(&article).list;
        let shares: Vec<_> =
            voices.iter().map(|voice| (voice.name(&article), voice.share)).collect();
        assert_eq!(
            shares,
            [("Борис Ким", Some(0.75)), ("Анна Белова", Some(0.25)), ("Вера Цой", Some(0.0))]
        );
    }

    #[test]
    fn where_nothing_is_quoted_nobody_has_a_share() {
        let article = article(vec![quote(QuoteKind::Indirect, (0, 7), says("p1"))]);
        assert_eq!(Voices::of(&article).list[0].share, None);
    }

    #[test]
    fn those_who_speak_come_first_and_have_a_style_of_their_own() {
        let article = article(vec![
            quote(QuoteKind::Direct, (0, 3), says("p3")),
            quote(QuoteKind::Direct, (4, 7), None),
            quote(QuoteKind::Direct, (8, 13), says("p3")),
        ]);
        let voices = Voices::of(&article);
        let styles: Vec<_> = voices.list.iter().map(|v| (v.name(&article), v.style)).collect();
        assert_eq!(styles, [("Вера Цой", 1), ("", 2), ("Анна Белова", 0), ("Борис Ким", 0)]);
        assert_eq!(voices.of_quote, [0, 1, 0]);
        assert_eq!(voices.list[0].quotes, [0, 2]);
        assert_eq!(voices.of_person["p1"], 2);
    }

    #[test]
    fn mentions_are_counted() {
        let mentions: Vec<_> =
            Voices::of(&article(Vec::new())).list.iter().map(|voice| voice.mentions).collect();
        assert_eq!(mentions, [2, 1, 0]);
    }

    #[test]
    fn a_speaker_who_is_not_among_the_people_is_not_known() {
        let article = article(vec![quote(QuoteKind::Direct, (0, 3), says("p9"))]);
        assert_eq!(Voices::of(&article).list[0].who, Who::Unknown);
    }

    #[test]
    fn initials_differ_within_an_article() {
        let names =
            ["Иван Иванов", "Илья Исаев", "Игорь Иванов", "пресс-служба акимата", "ЦИК", ""];
        assert_eq!(initials(&names), ["ИИ", "ИИс", "ИИв", "ПА", "Ц", "?"]);
        assert_eq!(initials(&["Ян Ли", "Ян Ли", "Ян Ли"]), ["ЯЛ", "ЯЛи", "ЯЛ2"]);
    }
}
