//! The lists as they are read into the lexicon.

use foldhash::{HashMap, HashSet};

use super::{
    After, CompoundClass, Currency, Flag, Lead, NumberClass, Numbers, PartOfDay, Period, Pointer,
    Unit, Word,
};
use crate::language::grammar::Grammar;
use crate::language::list;

/// The lexicon while the lists are read.
pub(super) struct Builder {
    endings: HashMap<&'static str, Vec<&'static str>>,
    /// What is read so far.
    pub(super) numbers: Numbers,
}

impl Builder {
    pub(super) fn new(endings: &'static str) -> Self {
        let endings = list::entries(endings).filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?;
            Some((name, words.map(|ending| ending.trim_matches('~')).collect()))
        });
        let numbers = Numbers {
            grammar: Grammar::default(),
            forms: HashMap::default(),
            words: vec![Word::default()],
            combining: Vec::new(),
            combining_heads: HashSet::default(),
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
            degree_tails: Vec::new(),
            adjective_endings: Vec::new(),
            many_endings: Vec::new(),
            predicate_endings: Vec::new(),
        };
        Self { endings: endings.collect(), numbers }
    }

    /// The lines of a file as a first word and the forms after it.
    pub(super) fn rows(&self, file: &'static str) -> Vec<(&'static str, Vec<String>)> {
        list::entries(file)
            .filter_map(|line| {
                let (first, rest) = line.split_once(' ')?;
                Some((first, rest.split_whitespace().flat_map(|form| self.forms(form)).collect()))
            })
            .collect()
    }

    /// The lines of a file as two words and the forms after them.
    pub(super) fn classed(
        &self,
        file: &'static str,
    ) -> Vec<(&'static str, &'static str, Vec<String>)> {
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

    pub(super) fn add(&mut self, forms: Vec<String>, teach: impl Fn(&mut Word)) {
        for form in forms {
            let words = &mut self.numbers.words;
            let id = *self.numbers.forms.entry(form).or_insert_with(|| {
                words.push(Word::default());
                u16::try_from(words.len() - 1).unwrap_or(0)
            });
            teach(&mut words[usize::from(id)]);
        }
    }

    pub(super) fn number_words(&mut self, file: &'static str) {
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

    pub(super) fn periods(&mut self, file: &'static str) {
        for (code, class, forms) in self.classed(file) {
            let Some(period) = Period::of(code) else { continue };
            let compound = match class {
                "noun" | "nouns" => {
                    self.add(forms, |word| {
                        word.period = Some(period);
                        if class == "nouns" {
                            word.set(Flag::Several);
                        }
                    });
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

    pub(super) fn time_words(&mut self, file: &'static str) {
        for (class, value, forms) in self.classed(file) {
            self.add(forms, |word| match class {
                "day" => word.day = value.parse().ok(),
                "hour" => word.hour = value.parse().ok(),
                "part" => word.part = Some(PartOfDay::of(value)),
                "beside" => {
                    word.part = Some(PartOfDay::of(value));
                    word.set(Flag::Beside);
                }
                "of-hour" => word.of_hour = Some(PartOfDay::of(value)),
                "during" => {
                    word.part = Some(PartOfDay::of(value));
                    word.set(Flag::During);
                }
                "pointer" => {
                    word.pointer = Some(match value {
                        "last" => Pointer::Last,
                        "next" => Pointer::Next,
                        "same" => Pointer::Same,
                        "recent" => Pointer::Recent,
                        "various" => Pointer::Various,
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
                "quarter" => word.period = Some(Period::Quarter),
                "half-year" => word.period = Some(Period::HalfYear),
                "year-shift" => word.year_shift = value.parse().ok(),
                "every" => word.every = Period::of(value),
                _ => {
                    if let Some(flag) = Flag::of(class) {
                        word.set(flag);
                    }
                }
            });
        }
    }

    pub(super) fn units(&mut self, file: &'static str) {
        for (code, factor, forms) in self.classed(file) {
            let power = match code {
                "square" => Some(2),
                "cubic" => Some(3),
                "compound" => {
                    let unit = self.numbers.units.iter().position(|unit| unit.code == factor);
                    self.add(forms, |word| word.counts = Some(unit));
                    continue;
                }
                "half" => {
                    let unit = self.numbers.units.iter().position(|unit| unit.code == factor);
                    self.add(forms, |word| {
                        word.half_unit = unit;
                        word.number = Some((NumberClass::Half, 0.5));
                    });
                    continue;
                }
                "minus" => {
                    self.add(forms, |word| word.set(Flag::Minus));
                    continue;
                }
                "plus" => {
                    self.add(forms, |word| word.set(Flag::Plus));
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

    pub(super) fn currencies(&mut self, file: &'static str) {
        for (class, code, mut forms) in self.classed(file) {
            let noun = forms.first().cloned().unwrap_or_default();
            if class == "of" {
                let beside = forms.split_off(1);
                if let Some(currency) = self.numbers.currencies.iter_mut().find(|c| c.noun == noun)
                {
                    currency.of.extend(beside.iter().map(|word| (word.clone(), code)));
                }
                self.add(beside, |word| word.set(Flag::NamesCurrency));
                continue;
            }
            let currency = self.numbers.currencies.len();
            let known = (code != "-").then_some(code);
            let factor = if class == "hundredth" { 0.01 } else { 1.0 };
            self.numbers.currencies.push(Currency { code: known, factor, noun, of: Vec::new() });
            self.add(forms, |word| {
                word.currency = Some(currency);
                if class == "sign" {
                    word.set(Flag::Sign);
                }
            });
        }
    }
}
