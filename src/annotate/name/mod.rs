//! Names: which runs of capitalised words name a person.
//!
//! Every capitalised word is a candidate, and neighbouring candidates make a run. Where the language
//! has a trained model, a linear model over hashed features labels each word of a run as outside, first
//! or further word of a name. It reads the text twice: the second time it knows what the first made
//! of the same words elsewhere in the text, so that a bare surname is known by the full name three
//! paragraphs up. A language without a model goes by rules ([`rule`]).

mod candidate;
mod feature;
mod model;
mod rule;
#[cfg(feature = "command")]
pub(crate) mod train;

use std::ops::Range;

use foldhash::HashMap;

use crate::language::inflection::Case;

use super::figure::roman;
use super::text::{Shape, Text, TextBlock};

pub(super) use candidate::stem;

use candidate::Candidates;
use feature::{Facts, Features};
use model::{Label, Model, Search, Trained};

/// The words of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The block that it stands in.
    pub(crate) block: usize,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
}

/// The names of people in the text, in its order.
pub(crate) fn find(text: &Text) -> Vec<Name> {
    let names = &text.language.names;
    let trained = Trained::new(names.model.as_deref().unwrap_or_default());
    let candidates = Candidates::of(text, &trained.common);
    let labels = if names.model.is_some() {
        let [_, labels] = readings(&trained, text, &candidates);
        labels
    } else {
        rule::labels(text, &candidates)
    };
    let mut names = self::names(text, &candidates, &labels);
    leave_openers(text, &candidates, &mut names);
    names
}

/// Whether news has a word in small letters too: «год», «праздник».
pub(super) fn is_common(text: &Text, word: &str) -> bool {
    let file = text.language.names.model.as_deref().unwrap_or_default();
    Trained::new(file).common.has(candidate::hash(stem(word)))
}

/// The stems of a name's tokens.
pub(super) fn stems<'t>(text: &'t Text, name: &Name) -> Vec<&'t str> {
    let block = &text.blocks[name.block];
    name.tokens.clone().map(|token| stem(block.folded(token))).collect()
}

/// How often each stem stands in these names.
pub(super) fn uses<'a, 'n>(
    text: &'a Text,
    names: impl Iterator<Item = &'n Name>,
) -> HashMap<&'a str, usize> {
    let mut uses = HashMap::default();
    for name in names {
        for token in name.tokens.clone() {
            *uses.entry(stem(text.blocks[name.block].folded(token))).or_default() += 1;
        }
    }
    uses
}

/// Takes a common noun or a place off a name that the text has without it, where nothing else
/// speaks for the word: «Лозунг Седова и Громова».
fn leave_openers(text: &Text, candidates: &Candidates, names: &mut [Name]) {
    let stem_at = |name: &Name, token: usize| stem(text.blocks[name.block].folded(token));
    let uses = uses(text, names.iter());
    for name in names.iter_mut() {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let place =
            candidates.all.partition_point(|own| (own.block, own.token) < (name.block, first));
        let block = &text.blocks[name.block];
        let word = block.folded(first);
        let opens = block.opens_sentence(first);
        let known = candidates.all.get(place);
        let is_noun = opens && known.is_some_and(|own| own.is_common)
            || text.language.names.places.contains(word);
        let is_lone = uses.get(stem_at(name, first)) == Some(&1)
            && uses.get(stem_at(name, last)).is_some_and(|&count| count > 1);
        let is_nobodys = known.is_some_and(|own| own.given == 0 && !own.is_initial);
        // «Уговаривать Анну Ильину не пришлось»
        let is_verb = opens && text.language.speech.looks_infinitive(word);
        // «президент Перу Мартин Ильин»
        let second = candidates.all.get(place + 1);
        // «(чиновница) Минспорта Леся Бабич»
        let is_bodys =
            || text.language.speech.of(word).noun.is_some_and(|noun| noun.kind.is_body());
        let is_place_before_all = last > first + 1
            && (text.language.names.places.contains(word) || is_bodys())
            && second.is_some_and(|own| own.token == first + 1 && own.given != 0);
        let is_called =
            text.language.names.given(word).iter().any(|form| form.cases.has(Case::Nominative));
        let is_another = is_nobodys && (is_noun && is_lone || is_verb);
        if first < last && (is_another || is_place_before_all && !is_called) {
            name.tokens.start += 1;
        }
    }
}

/// The labels of the two readings.
fn readings(trained: &Trained, text: &Text, candidates: &Candidates) -> [Vec<Label>; 2] {
    let plain = Facts::of(text, candidates);
    let first = label(&trained.first, text, candidates, &plain);
    let informed = plain.informed(candidates, &first);
    let second = label(&trained.second, text, candidates, &informed);
    [first, second]
}

/// The best labels of all candidates.
fn label(model: &Model, text: &Text, candidates: &Candidates, facts: &Facts) -> Vec<Label> {
    let mut labels = Vec::with_capacity(candidates.all.len());
    let mut features = Features::default();
    for run in candidates.runs() {
        let mut search = Search::default();
        for place in run.clone() {
            features.read(text, candidates, run.clone(), place, facts);
            model.step(&features.hashes, &mut search);
        }
        search.finish(&mut labels);
    }
    labels
}

/// Whether the token is a ruler's numeral right behind a given name: «Людовик XIV», «Карл Третий».
fn is_rulers(text: &Text, block: &TextBlock, token: usize) -> bool {
    let numbers = &text.language.numbers;
    let Some(before) = token.checked_sub(1).filter(|_| token < block.tokens.len()) else {
        return false;
    };
    let is_numeral = match block.tokens[token].shape {
        Shape::Capital if roman(block.word(token)).is_none() => {
            numbers.word(numbers.id(block.folded(token))).ordinal.is_some()
        }
        Shape::Capital | Shape::Upper => roman(block.word(token)).is_some(),
        _ => false,
    };
    is_numeral
        && !block.is_joined(token)
        && block.tokens[before].shape == Shape::Capital
        && !text.language.names.given(block.folded(before)).is_empty()
}

/// Whether the token is three consonants or more, all of them capitals: «КНДР».
fn is_abbreviation(block: &TextBlock, token: usize) -> bool {
    let word = block.folded(token);
    block.tokens[token].shape == Shape::Upper
        && word.chars().nth(2).is_some()
        && word.chars().all(|letter| ('а'..='я').contains(&letter))
        && !word.contains(candidate::VOWELS)
}

/// The names that the labels spell.
fn names(text: &Text, candidates: &Candidates, labels: &[Label]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut open = false;
    for (candidate, label) in candidates.all.iter().zip(labels) {
        if candidate.opens_run {
            open = false;
        }
        // An initial's full stop belongs to the name.
        let end = candidate.token + 1 + usize::from(candidate.is_initial);
        let block = &text.blocks[candidate.block];
        let is_behind = |token| text.language.names.behind.contains(block.folded(token));
        // «Асан кызы», and what stands behind a small word, are one name, whatever the model says.
        let is_particle = |token| text.language.names.particles.contains(block.folded(token));
        let goes_on = is_behind(candidate.token)
            || is_rulers(text, block, candidate.token)
            || *label != Label::Outside && candidate.token.checked_sub(1).is_some_and(is_particle);
        // «Соколов-младший», but not «Алма-Ата»
        let is_namesake = text.language.names.generation(block.folded(candidate.token)).is_some()
            && block.tokens[candidate.token].shape == Shape::Capital;
        let label = match *label {
            _ if is_abbreviation(block, candidate.token) => Label::Outside,
            _ if open && goes_on => Label::Further,
            Label::Outside if is_namesake || is_rulers(text, block, candidate.token + 1) => {
                Label::First
            }
            label => label,
        };
        match label {
            Label::Outside => open = false,
            Label::Further if open => {
                if let Some(name) = names.last_mut() {
                    name.tokens.end = end;
                }
            }
            Label::First | Label::Further => {
                names.push(Name { block: candidate.block, tokens: candidate.token..end });
                open = true;
            }
        }
    }
    names.retain(|name| {
        name.tokens.clone().any(|token| {
            let block = &text.blocks[name.block];
            block.tokens[token].is_word() && block.word(token).chars().nth(1).is_some()
        })
    });
    names
}
