//! Training: the model's file from texts with marked names.
//!
//! An averaged perceptron (Collins 2002), deterministic: the documents are shuffled by a fixed
//! generator. The second reading learns from what first readings trained without the document
//! make of it, or it would trust them too much.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotate::text::{Shape, Text};
use crate::article::{Block, Span};
use crate::language::Language;

use super::candidate::{Candidates, hash, stem};
use super::feature::{Facts, Features};
use super::model::{BUCKETS, Common, LABELS, Label, Model, STEPS, Search, Trained};
use super::{label, names as spell, readings};

/// A text with its names marked.
pub(crate) struct Document {
    /// The text.
    pub(crate) blocks: Vec<Block>,
    /// Its names, in bytes of their blocks.
    pub(crate) names: Vec<Span>,
}

/// How often the training goes through all documents.
const ROUNDS: usize = 25;

/// How many parts the documents are cut into for the second reading.
const FOLDS: usize = 5;

/// A feature that occurs less often than this is left out.
const RARE: u8 = 3;

/// Every so manieth document is taught a second time with its surnames in capitals, as many papers
/// print them: «Маулен АШИМБАЕВ».
const SHOUTED: usize = 4;

/// Documents read for training.
struct Example<'a> {
    text: Text<'a>,
    candidates: Candidates,
    labels: Vec<Label>,
    facts: Facts,
}

/// How much better the right label must be than a wrong one.
const MARGIN: i32 = 8;

/// A stem that so many documents have in small letters is common.
const COMMON: usize = 3;

/// The bytes of the model file that these documents teach.
pub(crate) fn train(documents: &[Document], language: &'static Language) -> Vec<u8> {
    let shouted: Vec<Document> = documents.iter().step_by(SHOUTED).map(shouted).collect();
    teach(&documents.iter().chain(&shouted).collect::<Vec<_>>(), language)
}

/// How well the training does on documents that it has not seen, fold by fold: for both readings
/// how many names were found right, were found, and are there.
pub(crate) fn measure(documents: &[Document], language: &'static Language) -> [[usize; 3]; 2] {
    let documents: Vec<&Document> = documents.iter().collect();
    let mut counts = [[0; 3]; 2];
    for fold in 0..FOLDS {
        let (own, others) = parted(&documents, fold);
        let file = teach(&others, language);
        let trained = Trained::new(&file);
        for (_, document) in own {
            let Example { text, candidates, labels, .. } =
                Example::of(document, &trained.common, language);
            let gold = spell(&text, &candidates, &labels);
            for (count, found) in counts.iter_mut().zip(readings(&trained, &text, &candidates)) {
                let found = spell(&text, &candidates, &found);
                count[0] += found.iter().filter(|name| gold.contains(name)).count();
                count[1] += found.len();
                count[2] += gold.len();
            }
        }
    }
    counts
}

/// The document with the last word of every full name in capitals.
fn shouted(document: &Document) -> Document {
    let mut blocks = document.blocks.clone();
    for name in &document.names {
        let text = &mut blocks[name.block].text;
        let Some(words) = text.get(name.start..name.end) else { continue };
        let Some((first, last)) = words.rsplit_once(' ') else { continue };
        let shouted = format!("{first} {}", last.to_uppercase());
        if shouted.len() == words.len() {
            text.replace_range(name.start..name.end, &shouted);
        }
    }
    Document { blocks, names: document.names.clone() }
}

impl<'d> Example<'d> {
    fn of(document: &'d Document, common: &Common, language: &'static Language) -> Self {
        let text = Text::new(&document.blocks, language);
        let candidates = Candidates::of(&text, common);
        let labels = gold(&text, &candidates, &document.names);
        let facts = Facts::of(&text, &candidates);
        Self { text, candidates, labels, facts }
    }
}

/// The stems that enough documents have in small letters.
fn common(documents: &[&Document], language: &'static Language) -> Common {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for document in documents {
        let text = Text::new(&document.blocks, language);
        let mut stems = BTreeSet::new();
        for block in &text.blocks {
            for (token, _) in
                block.tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Lower)
            {
                stems.insert(hash(stem(block.folded(token))));
            }
        }
        for stem in stems {
            *counts.entry(stem).or_default() += 1;
        }
    }
    let mut common = Common::new(Vec::new());
    for (stem, count) in counts {
        if count >= COMMON {
            common.add(stem);
        }
    }
    common
}

/// A fold with the places of what is in it, and the others.
fn parted<'e, T>(all: &[&'e T], fold: usize) -> (Vec<(usize, &'e T)>, Vec<&'e T>) {
    let (own, others): (Vec<_>, Vec<_>) =
        all.iter().copied().enumerate().partition(|(place, _)| place % FOLDS == fold);
    (own, others.into_iter().map(|(_, other)| other).collect())
}

/// The bytes of both readings and the common words.
fn teach(documents: &[&Document], language: &'static Language) -> Vec<u8> {
    let common = common(documents, language);
    let examples: Vec<Example> =
        documents.iter().map(|document| Example::of(document, &common, language)).collect();
    let examples: Vec<&Example> = examples.iter().collect();
    let plain = |examples: &[&Example]| learn(examples, |example| example.facts.clone());
    let mut file = plain(&examples);
    let mut informed = BTreeMap::new();
    for fold in 0..FOLDS {
        let (own, others) = parted(&examples, fold);
        let weights = plain(&others);
        let model = Model::new(&weights);
        for (place, Example { text, candidates, facts, .. }) in own {
            let labels = label(&model, text, candidates, facts);
            informed.insert(place, facts.informed(candidates, &labels));
        }
    }
    let mut informed = informed.into_values();
    file.extend(learn(&examples, |_| informed.next().unwrap_or_default()));
    file.extend(common.bytes());
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
fn learn<'d>(examples: &[&Example<'d>], mut facts: impl FnMut(&Example<'d>) -> Facts) -> Vec<u8> {
    let size = STEPS + BUCKETS * LABELS.len();
    let mut seen = vec![0_u8; BUCKETS];
    // Every word's features once, for all rounds.
    let mut features = Features::default();
    let all: Vec<Vec<Vec<u32>>> = examples
        .iter()
        .map(|example| {
            let facts = facts(example);
            let mut words = Vec::with_capacity(example.candidates.all.len());
            for run in example.candidates.runs() {
                for place in run.clone() {
                    let Example { text, candidates, .. } = example;
                    features.read(text, candidates, run.clone(), place, &facts);
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
                    for (label, score) in scores.iter_mut().enumerate() {
                        if label != example.labels[place] as usize {
                            *score += MARGIN;
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
                let mut shift = |at: usize, by: i32| {
                    weights[at] += by;
                    sums[at] += time * i64::from(by);
                };
                let (mut gold_from, mut found_from) = (0, 0);
                for (place, found) in run.clone().zip(found) {
                    let (gold, found) = (example.labels[place] as usize, found as usize);
                    if gold != found {
                        for &feature in &all[number][place] {
                            if seen[feature as usize] >= RARE {
                                shift(STEPS + feature as usize * 3 + gold, 1);
                                shift(STEPS + feature as usize * 3 + found, -1);
                            }
                        }
                    }
                    shift(gold_from * 3 + gold, 1);
                    shift(found_from * 3 + found, -1);
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
