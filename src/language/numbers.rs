//! What a language knows of numbers, dates and units: one lexicon of forms, each with all it can
//! mean, and the phrases that bound a number.

use std::collections::HashMap;

use super::grammar::Grammar;
use super::list;

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

/// What is known of one form; a form can mean several things.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Word {
    /// A number word.
    pub number: Option<(NumberClass, f64)>,
    /// The place in an order: «третий» is 3.
    pub ordinal: Option<f64>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the week, Monday 1.
    pub weekday: Option<u8>,
    /// The season, 21 to 24 as in ISO 8601-2.
    pub season: Option<u8>,
    /// Whether the season's form stands as a time of its own: «летом».
    pub adverbial: bool,
    /// A period as it is counted: «лет».
    pub period: Option<Period>,
    /// A period in the second part of a compound: «-летний».
    pub compound: Option<(CompoundClass, Period)>,
    /// The number in [`Numbers::units`].
    pub unit: Option<usize>,
    /// The second part of a compound that counts or measures: «-этажный», «-метровый» with its
    /// number in [`Numbers::units`].
    pub counts: Option<Option<usize>>,
    /// A power that the unit after it is raised to: «квадратных»; 0 is «процентных».
    pub power: Option<u8>,
    /// The number in [`Numbers::currencies`].
    pub currency: Option<usize>,
    /// Stands beside the noun of a currency: «австралийских», «США».
    pub names_currency: bool,
    /// A sign that stands before a sum: «$».
    pub is_sign: bool,
    /// Days from today: вчера is -1.
    pub day: Option<i32>,
    /// A part of the day.
    pub part: Option<PartOfDay>,
    /// The part of the day stands as a time of its own: «утром».
    pub during: bool,
    /// «днём»: a part of the day only beside a date.
    pub beside: bool,
    /// An hour by its name: «полдень».
    pub hour: Option<u8>,
    /// Which period is meant.
    pub pointer: Option<Pointer>,
    /// Part of a period: «начале».
    pub is_edge: bool,
    /// Turns the length of time before it into a date.
    pub after: Option<After>,
    /// Opens a date or a length of time.
    pub lead: Option<Lead>,
    /// Follows the number of a year.
    pub year: bool,
    /// Follows the numbers of several years.
    pub years: bool,
    /// Follows the number of a century.
    pub century: bool,
    /// A time zone's mark.
    pub zone: bool,
    /// «по»: may open «по московскому времени».
    pub by: bool,
    /// «же».
    pub same: bool,
    /// A time that returns each such period: «ежегодно».
    pub every: Option<Period>,
    /// «каждый».
    pub each: bool,
    /// «и».
    pub and: bool,
    /// «с» before a fraction: «два с половиной».
    pub with: bool,
    /// A part of the day that follows an hour: «утра».
    pub of_hour: Option<PartOfDay>,
    /// «выходные».
    pub weekend: bool,
    /// A season of sport.
    pub sport: bool,
    /// What a unit before it is divided by: «км/ч».
    pub per: Option<&'static str>,
    /// “the”: may stand between a lead and its date.
    pub article: bool,
    /// “of”: may stand between a date and the year or month that it is in.
    pub of: bool,
    /// A year counted from this one by a word of its own: «былтыр» is -1.
    pub year_shift: Option<i32>,
    /// Opens a phrase of [`Numbers::bounds`].
    pub opens_bound: bool,
    /// Opens a phrase of [`Numbers::lead_phrases`].
    pub opens_lead: bool,
    /// What the word beside a number makes of it.
    pub context: Context,
}

/// What a number word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberClass {
    /// «один»: counts only where the context says so.
    One,
    /// “a”: counts only before a magnitude, a fraction or a period.
    Article,
    /// «пять».
    Cardinal,
    /// «пятеро», «дважды».
    Collective,
    /// «полтора».
    Half,
    /// «тысяча»: multiplies what stands before it.
    Magnitude,
    /// «тысячи»: vague when alone.
    Plural,
    /// «несколько».
    Vague,
    /// «треть».
    Fraction,
}

/// A period of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Period {
    fn of(code: &str) -> Option<Self> {
        Some(match code {
            "s" => Self::Second,
            "min" => Self::Minute,
            "h" => Self::Hour,
            "d" => Self::Day,
            "wk" => Self::Week,
            "mo" => Self::Month,
            "quarter" => Self::Quarter,
            "half-year" => Self::HalfYear,
            "a" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// The UCUM code, and how many of its unit the period has.
    #[must_use]
    pub const fn ucum(self) -> (&'static str, f64) {
        match self {
            Self::Second => ("s", 1.0),
            Self::Minute => ("min", 1.0),
            Self::Hour => ("h", 1.0),
            Self::Day => ("d", 1.0),
            Self::Week => ("wk", 1.0),
            Self::Month => ("mo", 1.0),
            Self::Quarter => ("mo", 3.0),
            Self::HalfYear => ("mo", 6.0),
            Self::Year => ("a", 1.0),
            Self::Decade => ("a", 10.0),
            Self::Century => ("a", 100.0),
        }
    }
}

/// What the second part of a compound is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompoundClass {
    /// «-дневный»: so long.
    Lasting,
    /// «-летие»: the return of a day.
    Anniversary,
    /// «-летний»: so old.
    Old,
    /// «полгода»: half of one.
    HalfOf,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// «утром».
    Morning,
    /// «днём».
    Day,
    /// «вечером».
    Evening,
    /// «ночью».
    Night,
}

impl PartOfDay {
    fn of(name: &str) -> Self {
        match name {
            "morning" => Self::Morning,
            "evening" => Self::Evening,
            "night" => Self::Night,
            _ => Self::Day,
        }
    }
}

/// Which period is meant, from the one at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The one at hand.
    This,
    /// The one before.
    Last,
    /// The one after.
    Next,
    /// The one spoken of.
    Same,
    /// Those just past, without a number.
    Recent,
}

/// What a word after a length of time makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Before now.
    Ago,
    /// Before or after some other time.
    Later,
}

/// What opens a date or a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// «в».
    At,
    /// «с».
    From,
    /// «до», «по», «к».
    To,
    /// «на».
    On,
    /// «от».
    Of,
    /// «через».
    After,
    /// «за».
    Within,
    /// “between”: opens a range that “and” closes.
    Between,
}

/// What a word beside a number makes of it; each is a class of `contexts.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context(u16);

impl Context {
    /// The classes of the file, in the order of their bits.
    const NAMES: [&str; 16] = [
        "aged",
        "idiom",
        "term",
        "selects",
        "number-sign",
        "anaphor",
        "counts-one",
        "stops",
        "part",
        "sentence",
        "spent",
        "grown",
        "anniversary",
        "loose",
        "cardinal-ending",
        "edition",
    ];
    /// Tells before a number of years that they are an age: «возрасте».
    pub const AGED: Self = Self(1);
    /// Makes an ordinal before it a title or a set phrase: «первый заместитель».
    pub const IDIOM: Self = Self(1 << 1);
    /// What lasts rather than lives: «-летний контракт».
    pub const TERM: Self = Self(1 << 2);
    /// Makes «один» before it select rather than count: «один из».
    pub const SELECTS: Self = Self(1 << 3);
    /// Opens a number that names: «№».
    pub const NUMBER_SIGN: Self = Self(1 << 4);
    /// Stands for what was counted before: «их».
    pub const ANAPHOR: Self = Self(1 << 5);
    /// Makes «один» count: «ещё один», «погиб один».
    pub const COUNTS_ONE: Self = Self(1 << 6);
    /// Ends a noun phrase: prepositions, conjunctions.
    pub const STOPS: Self = Self(1 << 7);
    /// Opens the number of a place in a text or a row: «статья 5».
    pub const PART: Self = Self(1 << 8);
    /// After a number of years makes it a sentence or a service: «лишения».
    pub const SENTENCE: Self = Self(1 << 9);
    /// Before a number of years makes it time spent: «провёл».
    pub const SPENT: Self = Self(1 << 10);
    /// Before «до» says that the number was reached: «выросло до».
    pub const GROWN: Self = Self(1 << 11);
    /// Makes an ordinal before it an age: «годовщина».
    pub const ANNIVERSARY: Self = Self(1 << 12);
    /// Makes «завтра» no day: «хоть завтра».
    pub const LOOSE: Self = Self(1 << 13);
    /// Ends a cardinal written in digits: «5-ти».
    pub const CARDINAL_ENDING: Self = Self(1 << 14);
    /// A noun that the number of a year follows: «сезон 2016/17».
    pub const EDITION: Self = Self(1 << 15);

    /// Whether the word is of this class.
    #[must_use]
    pub const fn is(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }
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
            && self.combining.iter().any(|(part, _)| part.as_bytes()[..4] == form.as_bytes()[..4])
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
                word.adverbial = class == "when";
            });
        }
        new.periods(lists.periods);
        new.time_words(lists.time_words);
        new.units(lists.units);
        new.currencies(lists.currencies);
        for (class, forms) in new.rows(lists.contexts) {
            let bit = Context::NAMES.iter().position(|name| *name == class).unwrap_or_default();
            new.add(forms, |word| word.context.0 |= 1 << bit);
        }
        let bounds = bounds(lists.bounds);
        let lead_phrases = phrases(lists.lead_phrases);
        for phrase in &bounds {
            new.add(vec![phrase.words[0].to_owned()], |word| word.opens_bound = true);
        }
        for phrase in &lead_phrases {
            new.add(vec![phrase.words[0].to_owned()], |word| word.opens_lead = true);
        }
        let mut numbers = new.numbers;
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
        numbers.combining.sort_by_key(|(part, _)| std::cmp::Reverse(part.len()));
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

/// The lexicon while the lists are read.
struct Builder {
    endings: HashMap<&'static str, Vec<&'static str>>,
    numbers: Numbers,
}

impl Builder {
    fn new(endings: &'static str) -> Self {
        let endings = list::entries(endings).filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?;
            Some((name, words.map(|ending| ending.trim_matches('~')).collect()))
        });
        let numbers = Numbers {
            grammar: Grammar::default(),
            forms: HashMap::new(),
            words: vec![Word::default()],
            combining: Vec::new(),
            units: Vec::new(),
            currencies: Vec::new(),
            bounds: Vec::new(),
            bound_tails: Vec::new(),
            lead_phrases: Vec::new(),
            clock_phrases: Vec::new(),
            date_tails: Vec::new(),
            hour_phrases: Vec::new(),
            half_days: Vec::new(),
            counted_endings: Vec::new(),
            length_tails: Vec::new(),
        };
        Self { endings: endings.collect(), numbers }
    }

    /// The lines of a file as a first word and the forms after it.
    fn rows(&self, file: &'static str) -> Vec<(&'static str, Vec<String>)> {
        list::entries(file)
            .filter_map(|line| {
                let (first, rest) = line.split_once(' ')?;
                Some((first, rest.split_whitespace().flat_map(|form| self.forms(form)).collect()))
            })
            .collect()
    }

    /// The lines of a file as two words and the forms after them.
    fn classed(&self, file: &'static str) -> Vec<(&'static str, &'static str, Vec<String>)> {
        list::entries(file)
            .filter_map(|line| {
                let (class, rest) = line.split_once(' ')?;
                let (value, rest) = rest.split_once(' ')?;
                let forms = rest.split_whitespace().flat_map(|form| self.forms(form)).collect();
                Some((class, value, forms))
            })
            .collect()
    }

    /// «перв/hard» with all endings of that name; a form without a slash as it is.
    fn forms(&self, entry: &str) -> Vec<String> {
        match entry.split_once('/') {
            Some((stem, name)) if !stem.is_empty() => self
                .endings
                .get(name)
                .into_iter()
                .flatten()
                .map(|ending| format!("{stem}{ending}"))
                .collect(),
            _ => vec![entry.to_owned()],
        }
    }

    fn add(&mut self, forms: Vec<String>, teach: impl Fn(&mut Word)) {
        for form in forms {
            let words = &mut self.numbers.words;
            let id = *self.numbers.forms.entry(form).or_insert_with(|| {
                words.push(Word::default());
                u16::try_from(words.len() - 1).unwrap_or(0)
            });
            teach(&mut words[usize::from(id)]);
        }
    }

    fn number_words(&mut self, file: &'static str) {
        for (class, value, forms) in self.classed(file) {
            let value: f64 = value.parse().unwrap_or_default();
            let class = match class {
                "one" => NumberClass::One,
                "article" => NumberClass::Article,
                "collective" => NumberClass::Collective,
                "half" => NumberClass::Half,
                "magnitude" => NumberClass::Magnitude,
                "plural" => NumberClass::Plural,
                "vague" => NumberClass::Vague,
                "fraction" => NumberClass::Fraction,
                "ordinal" => {
                    self.add(forms, |word| word.ordinal = Some(value));
                    continue;
                }
                "combining" => continue,
                _ => NumberClass::Cardinal,
            };
            self.add(forms, |word| word.number = Some((class, value)));
        }
        self.numbers.combining = list::entries(file)
            .filter_map(|line| line.strip_prefix("combining "))
            .flat_map(|line| {
                let mut words = line.split_whitespace();
                let value = words.next().and_then(|value| value.parse().ok()).unwrap_or_default();
                words.map(move |form| (form, value))
            })
            .collect();
    }

    fn periods(&mut self, file: &'static str) {
        for (code, class, forms) in self.classed(file) {
            let Some(period) = Period::of(code) else { continue };
            let compound = match class {
                "noun" => {
                    self.add(forms, |word| word.period = Some(period));
                    continue;
                }
                "anniversary" => CompoundClass::Anniversary,
                "age" => CompoundClass::Old,
                "half" => CompoundClass::HalfOf,
                _ => CompoundClass::Lasting,
            };
            self.add(forms, |word| word.compound = Some((compound, period)));
        }
    }

    fn time_words(&mut self, file: &'static str) {
        for (class, value, forms) in self.classed(file) {
            self.add(forms, |word| match class {
                "day" => word.day = value.parse().ok(),
                "hour" => word.hour = value.parse().ok(),
                "part" => word.part = Some(PartOfDay::of(value)),
                "beside" => {
                    word.part = Some(PartOfDay::of(value));
                    word.beside = true;
                }
                "of-hour" => word.of_hour = Some(PartOfDay::of(value)),
                "during" => {
                    word.part = Some(PartOfDay::of(value));
                    word.during = true;
                }
                "pointer" => {
                    word.pointer = Some(match value {
                        "last" => Pointer::Last,
                        "next" => Pointer::Next,
                        "same" => Pointer::Same,
                        "recent" => Pointer::Recent,
                        _ => Pointer::This,
                    });
                }
                "after" => {
                    let ago = value == "ago";
                    word.after = Some(if ago { After::Ago } else { After::Later });
                }
                "lead" => {
                    word.lead = Some(match value {
                        "from" => Lead::From,
                        "to" => Lead::To,
                        "on" => Lead::On,
                        "of" => Lead::Of,
                        "after" => Lead::After,
                        "within" => Lead::Within,
                        "between" => Lead::Between,
                        _ => Lead::At,
                    });
                }
                "edge" => word.is_edge = true,
                "year" => word.year = true,
                "years" => word.years = true,
                "century" => word.century = true,
                "quarter" => word.period = Some(Period::Quarter),
                "half-year" => word.period = Some(Period::HalfYear),
                "zone" => word.zone = true,
                "by" => word.by = true,
                "every" => word.every = Period::of(value),
                "each" => word.each = true,
                "and" => word.and = true,
                "article" => word.article = true,
                "of" => word.of = true,
                "year-shift" => word.year_shift = value.parse().ok(),
                "with" => word.with = true,
                "weekend" => word.weekend = true,
                "season" => word.sport = true,
                _ => word.same = true,
            });
        }
    }

    fn units(&mut self, file: &'static str) {
        for (code, factor, forms) in self.classed(file) {
            let power = match code {
                "square" => Some(2),
                "cubic" => Some(3),
                "compound" => {
                    let unit = self.numbers.units.iter().position(|unit| unit.code == factor);
                    self.add(forms, |word| word.counts = Some(unit));
                    continue;
                }
                "percentage" => Some(0),
                "per" => {
                    self.add(forms, |word| word.per = Some(factor));
                    continue;
                }
                _ => None,
            };
            if power.is_some() {
                self.add(forms, |word| word.power = power);
                continue;
            }
            let unit = self.numbers.units.len();
            self.numbers.units.push(Unit { code, factor: factor.parse().unwrap_or(1.0) });
            self.add(forms, |word| word.unit = Some(unit));
        }
    }

    fn currencies(&mut self, file: &'static str) {
        for (class, code, mut forms) in self.classed(file) {
            let noun = forms.first().cloned().unwrap_or_default();
            if class == "of" {
                let beside = forms.split_off(1);
                if let Some(currency) = self.numbers.currencies.iter_mut().find(|c| c.noun == noun)
                {
                    currency.of.extend(beside.iter().map(|word| (word.clone(), code)));
                }
                self.add(beside, |word| word.names_currency = true);
                continue;
            }
            let currency = self.numbers.currencies.len();
            let known = (code != "-").then_some(code);
            self.numbers.currencies.push(Currency { code: known, noun, of: Vec::new() });
            self.add(forms, |word| {
                word.currency = Some(currency);
                word.is_sign = class == "sign";
            });
        }
    }
}
