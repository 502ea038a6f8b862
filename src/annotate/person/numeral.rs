//! Rulers' numerals in words: «Карл Третий».

use std::ops::Range;

use crate::annotate::figure::roman;
use crate::annotate::text::{Shape, TextBlock};
use crate::language::Language;
use crate::language::inflection::{Cases, Kind};
use crate::language::names::Names;

use super::lemma::{Lemma, lemma};

/// The value of an ordinal with a capital behind a given name: «Карл Третий».
pub(super) fn ordinal(
    block: &TextBlock,
    token: usize,
    own: &Range<usize>,
    language: &Language,
) -> Option<f64> {
    let numbers = &language.numbers;
    let value = numbers.word(numbers.id(block.folded(token))).ordinal?;
    let is_led = token > own.start
        && (own.len() == 2 || !language.names.given(block.folded(token - 1)).is_empty());
    (is_led && block.tokens[token].shape == Shape::Capital).then_some(value)
}

/// The readings of an ordinal; none of a Roman numeral, which does not decline.
pub(super) fn readings(text: &str, folded: &str, names: &Names) -> Vec<Lemma> {
    if roman(text).is_some() {
        return Vec::new();
    }
    let mut lemmas: Vec<Lemma> = names
        .inflection
        .readings(folded, Kind::Adjective)
        .into_iter()
        .filter_map(|reading| {
            let stem = text.get(..reading.stem)?;
            let is_stressed = names
                .stressed_adjectives
                .contains(format!("{}{}", &folded[..reading.stem], reading.ending).as_str());
            let weight = i32::from(is_stressed);
            let nominative = format!("{stem}{}", reading.ending);
            Some(lemma(nominative, Some(reading.gender), reading.cases, weight))
        })
        .collect();
    if lemmas.is_empty() {
        lemmas.push(lemma(text.to_owned(), None, Cases::ALL, 0));
    }
    lemmas
}
