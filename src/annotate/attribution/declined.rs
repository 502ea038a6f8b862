//! Names of bodies in the nominative: «в «Миноре»» is «Минор» where the text has it so.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::quotation::view::View;
use crate::annotate::text::Shape;
use crate::language::inflection::{Case as Declined, Cases, Gender, Kind, Reading};
use crate::language::names::Names;
use crate::language::speech::{Case, Form, Sense};

use super::phrase;

/// A name of so many letters in the prepositional is taken for a masculine's.
const LONG: usize = 8;

/// What tells the nominative of a name: the words with a capital in the text, and what the language
/// knows of places.
pub(super) struct Nominatives<'a> {
    written: HashSet<&'a str>,
    /// Those within a sentence, which are names.
    proper: HashSet<&'a str>,
    names: &'static Names,
}

impl<'a> Nominatives<'a> {
    pub(super) fn of(views: &'a [View<'a>], names: &'static Names) -> Self {
        let capitals = || {
            views
                .iter()
                .flat_map(|view| (0..view.len()).map(move |at| (view, at)))
                .filter(|&(view, at)| view.is_capital(at))
        };
        let word = |(view, at): (&'a View<'a>, usize)| view.block.folded(at);
        let is_within = |&(view, at): &(&View, usize)| view.sentence(at).start != at;
        Self {
            written: capitals().map(word).collect(),
            proper: capitals().filter(is_within).map(word).collect(),
            names,
        }
    }

    /// Whether the word at this token names a country or town.
    pub(super) fn is_place(&self, view: &View, at: usize) -> bool {
        self.names.places.contains(view.block.folded(at))
    }

    /// A noun on no list, without the capital that its sentence's beginning gave it.
    pub(super) fn noun(&self, view: &View, tokens: Range<usize>) -> String {
        let first = tokens.start;
        let name = phrase::name(view, tokens);
        let is_opening = view.sentence(first).start == first;
        if is_opening && !self.proper.contains(view.block.folded(first)) {
            phrase::small_head(&name)
        } else {
            name
        }
    }

    /// Whether this is a patronymic in the nominative.
    pub(super) fn is_patronymic(&self, word: &str) -> bool {
        self.names.is_nominative_patronymic(word)
    }

    /// Whether this noun mostly stands with the name of somebody else: «адвокат».
    pub(super) fn is_relational(&self, noun: &str) -> bool {
        self.names.relational.contains(noun)
    }

    /// Whether this form of a noun for somebody is a thing's too: «ушёл в политику», of «политик».
    pub(super) fn is_thing(&self, form: &str, noun: &str) -> bool {
        let thing = format!("{noun}а");
        let is_form = ["у", "е", "и"].iter().any(|end| form.strip_suffix(end) == Some(noun));
        is_form && self.names.role_homonyms.contains(thing.as_str())
    }

    /// The name at these tokens in the nominative, as far as it is known; it stands in this case.
    pub(super) fn name(&self, view: &View, tokens: Range<usize>, case: Case) -> String {
        let plain = phrase::name(view, tokens.clone());
        let cases = match case {
            Case::Genitive => Cases::of(Declined::Genitive).or(Cases::of(Declined::Dative)),
            Case::Prepositional => Cases::of(Declined::Prepositional),
            _ => return plain,
        };
        let words: Vec<usize> = tokens.filter(|&at| view.is_word(at)).collect();
        let found = match *words.as_slice() {
            [word] => self.word(view, word, cases),
            [adjective, noun] if noun == adjective + 1 => self.pair(view, adjective, cases),
            _ => None,
        };
        found.unwrap_or(plain)
    }

    /// One word: what the text writes elsewhere, then a place, then an ending that can be no other.
    fn word(&self, view: &View, at: usize, cases: Cases) -> Option<String> {
        let word = view.block.folded(at);
        if view.block.tokens[at].shape != Shape::Capital {
            return None;
        }
        let readings: Vec<Reading> = self
            .names
            .inflection
            .readings(word, Kind::Place)
            .into_iter()
            .filter(|reading| !reading.cases.and(cases).is_empty())
            .collect();
        let nominative = |reading: &Reading| format!("{}{}", &word[..reading.stem], reading.ending);
        let forms = |reading: &Reading| {
            let nominative = nominative(reading);
            self.names.inflection.forms(&nominative, None, reading.gender, Kind::Place)
        };
        let place = || {
            readings
                .iter()
                .find(|one| forms(one).iter().all(|(form, _)| self.names.places.contains(form)))
        };
        // «Миноре» is of «Минор» or «Минора»: the one of which the text has more forms.
        let written = || {
            let count = |one: &Reading| {
                let forms = forms(one);
                let seen = forms.iter().filter(|(form, _)| self.written.contains(form.as_str()));
                // «Минор» is no other word's form, while «Минора» can be either's.
                let is_bare = one.ending.is_empty() && self.written.contains(&word[..one.stem]);
                seen.count() + usize::from(is_bare)
            };
            let best = readings.iter().max_by_key(|one| count(one))?;
            let is_sure = self.written.contains(nominative(best).as_str())
                && !readings.iter().any(|one| one != best && count(one) == count(best));
            is_sure.then_some(best)
        };
        let sure = || {
            let mut feminine = readings.iter().filter(|one| {
                one.gender == Gender::Feminine
                    && one.cases.has(Declined::Genitive)
                    && one.cases.and(cases).has(Declined::Genitive)
                    && (word.ends_with('ы') || word.ends_with("ии"))
            });
            feminine.next()
        };
        // «Спорт-Аргумента» of «Спорт-Аргумент», «Снежинки» of «Снежинка».
        let likely = || {
            let is_velar = word.ends_with("ки") || word.ends_with("ги") || word.ends_with("хи");
            let is_of = |one: &&Reading| match one.gender {
                Gender::Masculine if word.ends_with('я') => matches!(one.ending, "ь" | "й"),
                Gender::Masculine => one.ending.is_empty() && word.ends_with('а'),
                Gender::Feminine => one.ending == "а" && is_velar,
            };
            let mut genitives = readings.iter().filter(|one| {
                one.cases.has(Declined::Genitive) && one.cases.and(cases).has(Declined::Genitive)
            });
            // «Горзеленхозе»: so long a name is mostly put together with a masculine.
            let is_long = cases.has(Declined::Prepositional)
                && word.chars().count() >= LONG
                && !["ке", "це"].iter().any(|end| word.ends_with(end));
            let is_masculine =
                |one: &&Reading| one.gender == Gender::Masculine && one.ending.is_empty();
            let long = || readings.iter().filter(|_| is_long).find(is_masculine);
            genitives.find(is_of).or_else(long)
        };
        let reading = place().or_else(written).or_else(sure).or_else(likely)?;
        Some(format!("{}{}", view.word(at).get(..reading.stem)?, reading.ending))
    }

    /// An adjective and its noun, which agree: «Белого дома», «должностному расписанию».
    fn pair(&self, view: &View, adjective: usize, cases: Cases) -> Option<String> {
        let noun = adjective + 1;
        // «этой версии»
        if view.function(adjective).is_some() {
            return None;
        }
        let inflection = &self.names.inflection;
        let word = view.block.folded(noun);
        // «расписанию» is a neuter, which no paradigm of nouns here has.
        if let Some(stem) = ["ия", "ию", "ии"].iter().find_map(|end| word.strip_suffix(end))
            && view.is_oblique_adjective(adjective)
            && !view.block.folded(adjective).ends_with('й')
        {
            let adjective = view.adjective_in_nominative(adjective, Form::Neuter);
            return Some(format!("{adjective} {}ие", view.word(noun).get(..stem.len())?));
        }
        let nouns = inflection.readings(word, Kind::Noun);
        let agreeing = inflection
            .readings(view.block.folded(adjective), Kind::Adjective)
            .into_iter()
            .find_map(|one| {
                let cases = one.cases.and(cases);
                let is_same = |noun: &&Reading| {
                    noun.gender == one.gender && !noun.cases.and(cases).is_empty()
                };
                // «доме» is of «дом» rather than «домь».
                let bare = |one: &&Reading| one.ending.is_empty() && is_same(one);
                nouns.iter().find(bare).or_else(|| nouns.iter().find(is_same))
            })?;
        let form = match agreeing.gender {
            Gender::Masculine => Form::Masculine,
            Gender::Feminine => Form::Feminine,
        };
        let adjective = self.adjective(view, adjective, form)?;
        Some(format!("{adjective} {}{}", view.word(noun).get(..agreeing.stem)?, agreeing.ending))
    }

    /// An adjective in the nominative, of the first paradigm that can have its form.
    fn adjective(&self, view: &View, at: usize, form: Form) -> Option<String> {
        let known = view.adjective_in_nominative(at, form);
        if known != view.word(at) {
            return Some(known);
        }
        let readings = self.names.inflection.readings(view.block.folded(at), Kind::Adjective);
        let reading = readings
            .iter()
            .find(|one| (one.gender == Gender::Feminine) == (form == Form::Feminine))?;
        Some(format!("{}{}", view.word(at).get(..reading.stem)?, reading.ending))
    }

    /// How far the name reaches that a preposition or noun governs here: with a small noun behind an
    /// adjective, «Белого дома».
    pub(super) fn extent(&self, view: &View, from: usize) -> Range<usize> {
        let tokens = phrase::name_extent(view, from);
        let next = from + 1;
        let is_pair = tokens.end == next
            && view.block.tokens[from].shape == Shape::Capital
            && view.is_lower(next)
            && view.sense(next) == Sense::default()
            && !view.is_adjective(next)
            && !view.is_adverb(next)
            && !view.looks_finite(next)
            && self
                .pair(
                    view,
                    from,
                    Cases::of(Declined::Genitive).or(Cases::of(Declined::Prepositional)),
                )
                .is_some();
        if is_pair { from..next + 1 } else { tokens }
    }
}
