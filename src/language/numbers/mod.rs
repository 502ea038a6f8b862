//! What a language knows of numbers, dates and units: one lexicon of forms, each with all it can
//! mean, and the phrases that bound a number.

mod builder;
mod flag;
mod word;

use foldhash::{HashMap, HashSet};

use super::grammar::Grammar;
use super::list;
use builder::Builder;
pub use flag::Flag;
pub use word::{
    After, CompoundClass, Lead, NumberClass, PartOfDay, Period, Pointer, TimeAdjective, Word,
};

/// The text of the list files of one language.
pub(super) struct Lists {
    /// The habits of the language.
    pub(super) grammar: &'static str,
    /// Declensions: a name and its endings.
    pub(super) endings: &'static str,
    /// Number words.
    pub(super) number_words: &'static str,
    /// Months of the year.
    pub(super) months: &'static str,
    /// Days of the week.
    pub(super) weekdays: &'static str,
    /// Seasons.
    pub(super) seasons: &'static str,
    /// Calendar and clock periods.
    pub(super) periods: &'static str,
    /// Other words of dates and times.
    pub(super) time_words: &'static str,
    /// Adjectives that stand for a date.
    pub(super) time_adjectives: &'static str,
    /// Units of measure.
    pub(super) units: &'static str,
    /// Currencies.
    pub(super) currencies: &'static str,
    /// Phrases before a number.
    pub(super) bounds: &'static str,
    /// Phrases after a number.
    pub(super) bound_tails: &'static str,
    /// Phrases before a date or a length of time.
    pub(super) lead_phrases: &'static str,
    /// Phrases after a time of day.
    pub(super) clock_phrases: &'static str,
    /// Phrases after a length of time.
    pub(super) length_tails: &'static str,
    /// Phrases after degrees.
    pub(super) degree_tails: &'static str,
    /// Endings of adjectives.
    pub(super) adjective_endings: &'static str,
    /// Endings of nouns and adjectives after numbers of five and more.
    pub(super) many_endings: &'static str,
    /// Endings of verbs and short participles.
    pub(super) predicate_endings: &'static str,
    /// What a word beside a number makes of it.
    pub(super) contexts: &'static str,
    /// Phrases after a date.
    pub(super) date_tails: &'static str,
    /// Phrases before an hour.
    pub(super) hour_phrases: &'static str,
    /// Phrases after an hour of the clock's twelve.
    pub(super) half_days: &'static str,
    /// Endings of what is counted.
    pub(super) counted_endings: &'static str,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// UCUM code.
    pub code: &'static str,
    /// How many of it the word means.
    pub factor: f64,
}

/// A currency's noun, and what it is with other words beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Currency {
    /// ISO 4217, where the noun alone says it.
    pub code: Option<&'static str>,
    /// How many of it the noun means: a hundredth in «копеек».
    pub factor: f64,
    /// The noun's first form, by which `of` lines name it.
    noun: String,
    /// ISO 4217 by the word beside the noun.
    of: Vec<(String, &'static str)>,
}

impl Currency {
    /// The code of the noun with this word beside it.
    #[must_use]
    pub fn with(&self, word: &str) -> Option<&'static str> {
        self.of.iter().find(|(beside, _)| beside == word).map(|(_, code)| *code)
    }
}

/// A phrase of one or more words beside a number, and the side on which it bounds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Its words, in order.
    pub words: Vec<&'static str>,
    /// The side, where the phrase says one.
    pub bound: Option<Side>,
    /// Whether the phrase stands outside the words of what it bounds.
    pub outside: bool,
}

/// On which side a phrase bounds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// «более».
    Over,
    /// «менее».
    Under,
    /// «не менее».
    AtLeast,
    /// «не более».
    AtMost,
    /// «около».
    About,
}

impl Side {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "over" => Self::Over,
            "under" => Self::Under,
            "at-least" => Self::AtLeast,
            "at-most" => Self::AtMost,
            "about" => Self::About,
            _ => return None,
        })
    }
}

/// What is known of numbers, dates and units.
pub struct Numbers {
    /// The habits of the language.
    pub grammar: Grammar,
    forms: HashMap<String, u16>,
    words: Vec<Word>,
    /// First parts of compounds with their numbers, the longest first.
    combining: Vec<(&'static str, f64)>,
    /// Their first four bytes.
    combining_heads: HashSet<[u8; 4]>,
    /// Units of measure.
    pub units: Vec<Unit>,
    /// Currencies.
    pub currencies: Vec<Currency>,
    /// Phrases before a number, the longest first.
    pub bounds: Vec<Phrase>,
    /// Phrases after a number, the longest first.
    pub bound_tails: Vec<Phrase>,
    /// Phrases before a date or a length of time, the longest first.
    pub lead_phrases: Vec<Phrase>,
    /// Phrases after a time of day, the longest first.
    pub clock_phrases: Vec<Phrase>,
    /// Phrases after a date that belong to it, the longest first.
    pub date_tails: Vec<Phrase>,
    /// Phrases before an hour that tell the minutes: “a quarter to”.
    pub hour_phrases: Vec<Phrase>,
    /// Phrases after an hour of the clock's twelve: `over` those past noon, `under` those before.
    pub half_days: Vec<Phrase>,
    /// Endings that what is counted has, where they tell it from the words before it.
    pub counted_endings: Vec<&'static str>,
    /// Phrases after a length of time, the longest first.
    pub length_tails: Vec<Phrase>,
    /// Phrases after degrees: `over` those above nought, `under` those below.
    pub degree_tails: Vec<Phrase>,
    /// Endings of adjectives.
    pub adjective_endings: Vec<&'static str>,
    /// Endings of nouns and adjectives after numbers of five and more.
    pub many_endings: Vec<&'static str>,
    /// Endings of verbs and short participles, and whether no noun after a number has them.
    pub predicate_endings: Vec<(&'static str, bool)>,
}

impl Numbers {
    /// The number of what is known of this form; 0 where nothing is.
    #[must_use]
    pub fn id(&self, form: &str) -> u16 {
        self.forms.get(form).copied().unwrap_or(0)
    }

    /// What is known under this number.
    #[must_use]
    pub fn word(&self, id: u16) -> &Word {
        &self.words[usize::from(id)]
    }

    /// A compound's number and its second part: «двухлетний» is 2 and «летний».
    #[must_use]
    pub fn compound<'a>(&self, form: &'a str) -> Option<(f64, &'a str)> {
        let (mut rest, mut value, mut last) = (form, 0.0, f64::INFINITY);
        while let Some((part, number)) =
            self.combining.iter().find(|(part, number)| rest.starts_with(part) && *number < last)
        {
            value += number;
            last = if *number >= 20.0 { *number } else { 0.0 };
            rest = &rest[part.len()..];
        }
        (value > 0.0).then_some((value, rest))
    }

    /// Whether a form can open with the first part of a compound: its first four bytes do.
    #[must_use]
    pub fn may_be_compound(&self, form: &str) -> bool {
        let least = self.combining.last().map_or(usize::MAX, |(part, _)| 2 * part.len());
        form.len() >= least
            && form.as_bytes().first_chunk().is_some_and(|head| self.combining_heads.contains(head))
    }

    pub(super) fn new(lists: &Lists) -> Self {
        let mut new = Builder::new(lists.endings);
        new.number_words(lists.number_words);
        for (number, forms) in new.rows(lists.months) {
            new.add(forms, |word| word.month = number.parse().ok());
        }
        for (number, forms) in new.rows(lists.weekdays) {
            new.add(forms, |word| word.weekday = number.parse().ok());
        }
        for (class, number, forms) in new.classed(lists.seasons) {
            new.add(forms, |word| {
                word.season = number.parse().ok();
                if class == "when" {
                    word.set(Flag::Adverbial);
                }
            });
        }
        new.periods(lists.periods);
        new.time_words(lists.time_words);
        for (class, value, forms) in new.classed(lists.time_adjectives) {
            let adjective = value.parse().ok().and_then(|value| TimeAdjective::of(class, value));
            new.add(forms, |word| word.adjective = adjective);
        }
        new.units(lists.units);
        new.currencies(lists.currencies);
        for (class, forms) in new.rows(lists.contexts) {
            if let Some(flag) = Flag::of(class) {
                new.add(forms, |word| word.set(flag));
            }
        }
        let bounds = bounds(lists.bounds);
        let lead_phrases = self::bounds(lists.lead_phrases);
        for phrase in &bounds {
            new.add(vec![phrase.words[0].to_owned()], |word| word.set(Flag::OpensBound));
        }
        for phrase in &lead_phrases {
            new.add(vec![phrase.words[0].to_owned()], |word| word.set(Flag::OpensLead));
        }
        let mut numbers = new.numbers;
        for word in &mut numbers.words {
            if word.can_open() {
                word.set(Flag::Opens);
            } else if word.can_lead() {
                word.set(Flag::Leads);
            }
        }
        numbers.grammar = Grammar::new(lists.grammar);
        numbers.bounds = bounds;
        numbers.bound_tails = self::bounds(lists.bound_tails);
        numbers.lead_phrases = lead_phrases;
        numbers.clock_phrases = phrases(lists.clock_phrases);
        numbers.date_tails = phrases(lists.date_tails);
        numbers.hour_phrases = phrases(lists.hour_phrases);
        numbers.half_days = self::bounds(lists.half_days);
        numbers.counted_endings = list::entries(lists.counted_endings).collect();
        numbers.length_tails = phrases(lists.length_tails);
        numbers.degree_tails = self::bounds(lists.degree_tails);
        numbers.adjective_endings = list::entries(lists.adjective_endings).collect();
        numbers.many_endings = list::entries(lists.many_endings).collect();
        numbers.predicate_endings = list::entries(lists.predicate_endings)
            .map(|ending| {
                ending.strip_suffix(" !").map_or((ending, false), |ending| (ending, true))
            })
            .collect();
        numbers.combining.sort_by_key(|(part, _)| std::cmp::Reverse(part.len()));
        let heads = numbers.combining.iter().filter_map(|(part, _)| part.as_bytes().first_chunk());
        numbers.combining_heads = heads.copied().collect();
        numbers
    }
}

/// The phrases of a file, each after its bound, the longest first.
fn bounds(file: &'static str) -> Vec<Phrase> {
    let rows = list::entries(file).filter_map(|line| {
        let (bound, words) = line.split_once(' ')?;
        let inner = bound.trim_matches(['(', ')']);
        let words = words.split_whitespace().collect();
        Some(Phrase { words, bound: Side::of(inner), outside: inner != bound })
    });
    longest_first(rows.collect())
}

/// The phrases of a file, one a line, the longest first.
fn phrases(file: &'static str) -> Vec<Phrase> {
    let rows = list::entries(file).map(|line| Phrase {
        words: line.split_whitespace().collect(),
        bound: None,
        outside: false,
    });
    longest_first(rows.collect())
}

fn longest_first(mut phrases: Vec<Phrase>) -> Vec<Phrase> {
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists' text, as every language has them.
    fn lists() -> [&'static str; 4] {
        [
            include_str!("../ru/endings.txt"),
            include_str!("../ru/contexts.txt"),
            include_str!("../ru/number_words.txt"),
            include_str!("../ru/currencies.txt"),
        ]
    }

    #[test]
    fn every_ending_that_a_list_names_is_known() {
        let [endings, lists @ ..] = lists();
        let names: Vec<&str> =
            list::entries(endings).filter_map(|line| line.split(' ').next()).collect();
        for entry in lists.into_iter().flat_map(list::entries).flat_map(str::split_whitespace) {
            if let Some((_, name)) = entry.split_once('/') {
                assert!(names.contains(&name), "{entry}");
            }
        }
    }

    #[test]
    fn every_context_is_a_flag() {
        let [_, contexts, ..] = lists();
        for line in list::entries(contexts) {
            let class = line.split(' ').next().unwrap_or_default();
            assert!(Flag::of(class).is_some(), "{line}");
        }
    }

    #[test]
    fn forms_are_in_small_letters_without_yo() {
        let numbers = &crate::language::of("ru").unwrap().numbers;
        for form in numbers.forms.keys().collect::<std::collections::BTreeSet<_>>() {
            assert!(!form.contains('ё') && form.to_lowercase() == **form, "{form}");
        }
    }

    #[test]
    fn compounds_are_taken_apart() {
        let numbers = &crate::language::of("ru").unwrap().numbers;
        assert_eq!(numbers.compound("двадцатидвухлетний"), Some((22.0, "летний")));
        assert_eq!(numbers.compound("полуторагодовалый"), Some((1.5, "годовалый")));
        assert_eq!(numbers.compound("летний"), None);
    }
}
