//! Places: bare names that the model took for people and that are rather towns, rivers or lands.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::Case;
use crate::language::speech::Function;

use super::thing::is_bare;

/// Whether a bare name is known for a place, or each of its words is: «Марий Эл».
pub(super) fn is_known(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let start = name.tokens.start;
    let word = block.folded(start);
    let names = &text.language.names;
    // «жители Алтая», but «парень по имени Алтай»
    let is_named =
        start > 1 && names.tellings.is_naming(block.folded(start - 2), block.folded(start - 1));
    let is_rather = |given: &str| {
        !is_named && names.given_words.iter().any(|own| own.strip_prefix('@') == Some(given))
    };
    name.tokens.clone().all(|at| names.places.contains(block.folded(at)))
        && names.given(word).iter().all(|form| is_rather(form.nominative))
        // «Кишинёв» ends as a surname does; what is more often one is on no list.
        && (name.tokens.len() > 1 || !full.contains(name::stem(word)))
}

/// Whether a bare name says where something is: «во Владимире», «под Дарханом».
pub(super) fn is_where(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let mut start = name.tokens.start;
    // «в Кирове и Владимире»
    while start > 2
        && (text.language.and.contains(block.folded(start - 1)) || block.word(start - 1) == ",")
        && names.places.contains(block.folded(start - 2))
    {
        start -= 2;
    }
    let before = start.checked_sub(1).map_or("", |before| block.folded(before));
    let is_in = |word: &str| text.language.speech.of(word).function == Some(Function::In);
    // «в турецком Ване»
    let is_behind_adjective = || {
        start > 1
            && block.tokens[start - 1].shape == Shape::Lower
            && is_in(block.folded(start - 2))
            && names.adjective_cases(before).has(Case::Prepositional)
    };
    let given = names.given_cases(block.folded(name.tokens.start));
    // «под Дарханом», «близ Дархана»
    let is_near = || {
        let cases = names.prepositions.get(before).filter(|_| names.near.contains(before));
        cases.is_some_and(|&cases| given.meets(cases))
    };
    (given.has(Case::Prepositional) && (is_in(before) || is_behind_adjective()) || is_near())
        && is_bare(text, name, full)
}

/// Whether «и» joins a bare name that no list has to a place, or «от … до …» does: «(бары) Остина и Хьюстона», but not «из
/// Москвы и Кляйн остался».
pub(super) fn is_beside(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let is_joint = |at: usize| text.language.and.contains(block.folded(at));
    let is_place = |at: usize| {
        let word = block.folded(at);
        block.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital)
            && names.places.contains(word)
            && names.given(word).is_empty()
            && !block.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Capital)
    };
    let is_behind = start > 1 && is_joint(start - 1) && is_place(start - 2);
    (is_behind || is_joint(end) && is_place(end + 1))
        && names.given(block.folded(start)).is_empty()
        && !names.is_verb_like(block.folded(end))
        && is_bare(text, name, full)
}
