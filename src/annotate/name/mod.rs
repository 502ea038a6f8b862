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

use super::text::Text;

use candidate::Candidates;
use feature::{Facts, Features};
use model::{Label, Model, Search};

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
    let candidates = Candidates::of(text);
    let labels = match text.language.names.model {
        Some(model) => modelled(text, &candidates, model),
        None => rule::labels(text, &candidates),
    };
    names(text, &candidates, &labels)
}

/// What the two readings of the trained model make of the candidates.
fn modelled(text: &Text, candidates: &Candidates, model: &[u8]) -> Vec<Label> {
    let [first, second] = Model::trained(model);
    let plain = Facts::of(text, candidates);
    let labels = label(&first, text, candidates, &plain);
    let informed = plain.informed(candidates, &labels);
    label(&second, text, candidates, &informed)
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
