//! Fronts: words before a name that the model took into it: «Дон Эктор», «епископ Катармана Бонифасио Седов».

use std::collections::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases};

use super::lemma::VOWELS;
use super::nominative::WEAK;
use super::part::{self, Part};

/// What the text has of names in several words.
struct Known<'t> {
    /// The stems of all words.
    whole: HashSet<Vec<&'t str>>,
    /// The stem of the first word, where it is none of respect.
    first: HashSet<&'t str>,
    /// The stem of the last word.
    last: HashSet<&'t str>,
}

/// Takes a word of respect off a name where the text has somebody of the given name behind it, and a place where it has the
/// rest of the name without it.
pub(super) fn take_off(text: &Text, names: &mut [Name]) {
    if text.language.names.model.is_none() {
        return;
    }
    let known = Known::of(text, names);
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        if is_respect(text, name, &known) || is_place(text, name, &known) {
            name.tokens.start += 1;
        }
    }
}

impl<'t> Known<'t> {
    fn of(text: &'t Text, names: &[Name]) -> Self {
        let mut known = Self { whole: HashSet::new(), first: HashSet::new(), last: HashSet::new() };
        for name in names.iter().filter(|name| name.tokens.len() > 1) {
            let stems = stems(text, name);
            if !opens_with_honorific(text, name) {
                known.first.extend(stems.first());
            }
            // «Перу Кирога» says nothing of Кирога.
            if !text.language.names.places.contains(word(text, name)) {
                known.last.extend(stems.last());
            }
            known.whole.insert(stems);
        }
        known
    }
}

/// The stems of a name's words.
fn stems<'t>(text: &'t Text, name: &Name) -> Vec<&'t str> {
    let block = &text.blocks[name.block];
    name.tokens.clone().map(|token| name::stem(block.folded(token))).collect()
}

/// The first word of a name, in small letters.
fn word<'t>(text: &'t Text, name: &Name) -> &'t str {
    text.blocks[name.block].folded(name.tokens.start)
}

fn opens_with_honorific(text: &Text, name: &Name) -> bool {
    text.language.names.honorifics.contains_key(word(text, name))
}

/// Whether the name opens with a word of respect: «Дон Эктор» beside «Эктор Бенитес», but not «Дон Кинг».
fn is_respect(text: &Text, name: &Name, known: &Known) -> bool {
    let next = text.blocks[name.block].folded(name.tokens.start + 1);
    opens_with_honorific(text, name) && known.first.contains(name::stem(next))
}

/// Whether the name opens with the place that somebody is of, by the words before: «житель Росарио Освальдо Седов» beside
/// «Освальдо Седов», «глава дорог Перу Кирога» beside «Эстебан Кирога».
fn is_place(text: &Text, name: &Name, known: &Known) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let first = word(text, name);
    let is_led = name.tokens.start.checked_sub(1).is_some_and(|before| {
        let is_role = !names.role(block.folded(before)).is_empty();
        block.tokens[before].shape == Shape::Lower || is_role
    });
    let is_known = names.places.contains(first);
    let given = names.given(first);
    let rest = Name { block: name.block, tokens: name.tokens.start + 1..name.tokens.end };
    let stems = stems(text, &rest);
    is_led
        && match stems.as_slice() {
            [last] => is_known && known.last.contains(last) && !can_be_one(text, name),
            whole => {
                // «Росарио Освальдо»
                let next = names.given(word(text, &rest));
                let is_hers = !given.is_empty()
                    && !next.is_empty()
                    && !given.iter().any(|one| next.iter().any(|other| one.gender == other.gender));
                known.whole.contains(whole)
                    && (is_known && !next.is_empty()
                        || is_hers
                        || given.is_empty() && is_whose(text, name))
            }
        }
}

/// Whether the name opens with a word in the genitive, and goes on in the nominative.
fn is_whose(text: &Text, name: &Name) -> bool {
    let parts = part::parts(text, name);
    let [first, .., last] = parts.as_slice() else { return false };
    let can_be = |part: &Part, case| {
        part.lemmas
            .iter()
            .any(|lemma| lemma.cases != Cases::ALL && lemma.weight > WEAK && lemma.cases.has(case))
    };
    first.key.ends_with(VOWELS) && can_be(first, Case::Genitive) && can_be(last, Case::Nominative)
}

/// Takes letters off a name's end that no vowel makes a word: «(после смерти) Кима Чен Ира КНДР».
pub(super) fn leave_letters(text: &Text, name: &Name) -> Name {
    let mut name = name.clone();
    let block = &text.blocks[name.block];
    let last = name.tokens.end - 1;
    let is_upper = |at: usize| block.tokens[at].shape == Shape::Upper;
    if last > name.tokens.start
        && is_upper(last)
        && !is_upper(name.tokens.start)
        && block.folded(last).chars().nth(2).is_some()
        && !block.folded(last).is_ascii()
        && !block.folded(last).contains(VOWELS)
    {
        name.tokens.end = last;
    }
    name
}

/// Whether a given name and a surname can stand in one case.
fn can_be_one(text: &Text, name: &Name) -> bool {
    let parts = part::parts(text, name);
    let [given, surname] = parts.as_slice() else { return true };
    given.listed_cases().is_none_or(|cases| {
        surname.lemmas.iter().any(|l| l.weight > WEAK && !l.cases.and(cases).is_empty())
    })
}
