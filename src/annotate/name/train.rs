//! Training: the model's file from texts with marked names.
//!
//! An averaged perceptron (Collins 2002), deterministic: the documents are shuffled by a fixed
//! generator. The second reading learns from what first readings trained without the document
//! make of it, or it would trust them too much.

use crate::annotate::text::Text;
use crate::article::{Block, Span};
use crate::language::Language;

use super::candidate::Candidates;
use super::feature::{Facts, Features};
use super::label;
use super::model::{BUCKETS, LABELS, Label, Model, STEPS, Search};

/// A text with its names marked.
pub(crate) struct Document {
    /// The text.
    pub(crate) blocks: Vec<Block>,
    /// Its names, in bytes of their blocks.
    pub(crate) names: Vec<Span>,
}

/// How often the training goes through all documents.
const ROUNDS: usize = 12;

/// How many parts the documents are cut into for the second reading.
const FOLDS: usize = 5;

/// A feature that occurs less often than this is left out.
const RARE: u8 = 2;

/// Documents read for training.
struct Example<'a> {
    text: Text<'a>,
    candidates: Candidates,
    labels: Vec<Label>,
    facts: Facts,
}

/// The bytes of the model file that these documents teach.
pub(crate) fn train(documents: &[Document], language: &'static Language) -> Vec<u8> {
    let mut examples: Vec<Example> = documents
        .iter()
        .map(|document| {
            let text = Text::new(&document.blocks, language);
            let candidates = Candidates::of(&text);
            let labels = gold(&text, &candidates, &document.names);
            let facts = Facts::of(&text, &candidates);
            Example { text, candidates, labels, facts }
        })
        .collect();
    let everything: Vec<&Example> = examples.iter().collect();
    let mut file = learn(&everything);
    let informed: Vec<Facts> = (0..FOLDS)
        .flat_map(|fold| {
            let (own, others): (Vec<_>, Vec<_>) =
                examples.iter().enumerate().partition(|(place, _)| place % FOLDS == fold);
            let others: Vec<&Example> = others.into_iter().map(|(_, example)| example).collect();
            let weights = learn(&others);
            let model = Model::new(&weights);
            own.into_iter()
                .map(|(place, example)| {
                    let Example { text, candidates, facts, .. } = example;
                    (place, facts.informed(candidates, &label(&model, text, candidates, facts)))
                })
                .collect::<Vec<_>>()
        })
        .collect::<std::collections::BTreeMap<_, _>>()
        .into_values()
        .collect();
    for (example, facts) in examples.iter_mut().zip(informed) {
        example.facts = facts;
    }
    let everything: Vec<&Example> = examples.iter().collect();
    file.extend(learn(&everything));
    file
}

/// The labels that the marked names give the candidates.
fn gold(text: &Text, candidates: &Candidates, names: &[Span]) -> Vec<Label> {
    let mut labels = Vec::with_capacity(candidates.all.len());
    let mut last: Option<usize> = None;
    for candidate in &candidates.all {
        let token = text.blocks[candidate.block].tokens[candidate.token];
        let own = Span::new(candidate.block, token.start, token.end);
        let name = names.iter().position(|name| name.overlaps(&own));
        let label = match name {
            None => Label::Outside,
            Some(_) if name == last && !candidate.opens_run => Label::Further,
            Some(_) => Label::First,
        };
        labels.push(label);
        last = name;
    }
    labels
}

/// The weights of one reading as bytes.
fn learn(examples: &[&Example]) -> Vec<u8> {
    let size = STEPS + BUCKETS * LABELS.len();
    let mut seen = vec![0_u8; BUCKETS];
    // Every word's features once, for all rounds.
    let mut features = Features::default();
    let all: Vec<Vec<Vec<u32>>> = examples
        .iter()
        .map(|example| {
            let mut words = Vec::with_capacity(example.candidates.all.len());
            for run in example.candidates.runs() {
                for place in run.clone() {
                    let Example { text, candidates, facts, .. } = example;
                    features.read(text, candidates, run.clone(), place, facts);
                    for &feature in &features.hashes {
                        let count = &mut seen[feature as usize];
                        *count = count.saturating_add(1);
                    }
                    words.push(features.hashes.clone());
                }
            }
            words
        })
        .collect();

    let mut weights = vec![0_i32; size];
    let mut sums = vec![0_i64; size];
    let mut time: i64 = 1;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance: u64 = 0x5eed;
    for _ in 0..ROUNDS {
        for place in (1..order.len()).rev() {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let other = (chance >> 33) as usize % (place + 1);
            order.swap(place, other);
        }
        for &number in &order {
            let example = examples[number];
            for run in example.candidates.runs() {
                let mut search = Search::default();
                for place in run.clone() {
                    let mut scores = [0_i32; 3];
                    for &feature in &all[number][place] {
                        if seen[feature as usize] < RARE {
                            continue;
                        }
                        let at = STEPS + feature as usize * 3;
                        for label in 0..3 {
                            scores[label] += weights[at + label];
                        }
                    }
                    search.step(scores, |from, to| weights[from * 3 + to]);
                }
                let mut found = Vec::with_capacity(run.len());
                search.finish(&mut found);
                time += 1;
                if found == example.labels[run.clone()] {
                    continue;
                }
                let mut change = |at: usize, by: i32| {
                    weights[at] += by;
                    sums[at] += time * i64::from(by);
                };
                let (mut gold_from, mut found_from) = (0, 0);
                for (place, found) in run.clone().zip(found) {
                    let (gold, found) = (example.labels[place] as usize, found as usize);
                    if gold != found {
                        for &feature in &all[number][place] {
                            if seen[feature as usize] >= RARE {
                                change(STEPS + feature as usize * 3 + gold, 1);
                                change(STEPS + feature as usize * 3 + found, -1);
                            }
                        }
                    }
                    change(gold_from * 3 + gold, 1);
                    change(found_from * 3 + found, -1);
                    (gold_from, found_from) = (gold, found);
                }
            }
        }
    }
    // The mean over all steps, scaled so that the largest fills a byte's sign and seven bits.
    let means: Vec<i64> = weights
        .iter()
        .zip(&sums)
        .map(|(&weight, &sum)| i64::from(weight) * 1024 - sum * 1024 / time)
        .collect();
    let largest = means[STEPS..].iter().map(|mean| mean.abs()).max().unwrap_or_default().max(1);
    means
        .iter()
        .map(|mean| i8::try_from((mean * 127 / largest).clamp(-127, 127)).unwrap_or_default())
        .map(i8::cast_unsigned)
        .collect()
}
