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

use crate::language::inflection::Cases;

use super::text::Text;

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
    let trained = Trained::new(names.model.unwrap_or_default());
    let candidates = Candidates::of(text, &trained.common);
    let labels = if names.model.is_some() {
        let [_, labels] = readings(&trained, text, &candidates);
        labels
    } else {
        rule::labels(text, &candidates)
    };
    self::names(text, &candidates, &labels)
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
        // «Асан кызы», and the surname behind it, are one name, whatever the model makes of it.
        let goes_on = is_behind(candidate.token)
            || *label != Label::Outside && candidate.token.checked_sub(1).is_some_and(is_behind);
        let label = if open && goes_on { Label::Further } else { *label };
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
    let mut names: Vec<Name> =
        names.into_iter().flat_map(|name| parted(text, name.block, name.tokens)).collect();
    names.retain(|name| {
        name.tokens.clone().any(|token| {
            let block = &text.blocks[name.block];
            block.tokens[token].is_word() && block.word(token).chars().nth(1).is_some()
        })
    });
    names
}

/// The name without a role noun at its head («Сын Иванова»), and cut in two where a second name
/// follows in another case: «внук Ивана Петрова Сергей Петров».
fn parted(text: &Text, number: usize, tokens: Range<usize>) -> impl Iterator<Item = Name> {
    let block = &text.blocks[number];
    let names = &text.language.names;
    let Range { mut start, end } = tokens;
    let opens_with_role = |token: usize| {
        token + 1 < end
            && !names.role(block.folded(token)).is_empty()
            && names.given(block.folded(token)).is_empty()
            && block.word(token + 1) != "."
    };
    if opens_with_role(start) {
        start += 1;
    }
    let cases = |token: usize| {
        names.given(block.folded(token)).iter().map(|form| form.cases).reduce(Cases::or)
    };
    let second = cases(start).and_then(|first| {
        (start + 2..end).find(|&token| {
            !block.is_joined(token)
                && cases(token)
                    .is_some_and(|cases| cases == Cases::NOMINATIVE && cases.and(first).is_empty())
        })
    });
    let middle = second.unwrap_or(end);
    let parts = [start..middle, middle..end];
    parts
        .into_iter()
        .filter(|tokens| !tokens.is_empty())
        .map(move |tokens| Name { block: number, tokens })
}
