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

/// The same where a name's word is taken for none.
const MISSED: i32 = 16;

/// So many learners, each with an order of its own, are added up.
const LEARNERS: u64 = 8;

/// Of 128 features of a word, so many are shown at a time: what is told by one alone is learnt less
/// than what several tell.
const KEPT: u64 = 103;

/// How many weights a reading has.
const SIZE: usize = STEPS + BUCKETS * LABELS.len();

/// A weight that is no farther from nought is nought.
const NOUGHT: i8 = 3;

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
fn common(documents: &[&Document], language: &'static Language) -> Common<'static> {
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
    let mut common = Common::new(&[]);
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
    let mut seen = vec![0_u8; BUCKETS];
    // Every word's features once, for all rounds.
    let mut features = Features::default();
    let mut all: Vec<Vec<Vec<u32>>> = Vec::with_capacity(examples.len());
    for example in examples {
        let facts = facts(example);
        let Example { text, candidates, .. } = example;
        let mut words = Vec::with_capacity(candidates.all.len());
        for run in candidates.runs() {
            for place in run.clone() {
                features.read(text, candidates, run.clone(), place, &facts);
                for &feature in &features.hashes {
                    let count = &mut seen[feature as usize];
                    *count = count.saturating_add(1);
                }
                words.push(features.hashes.clone());
            }
        }
        all.push(words);
    }
    for word in all.iter_mut().flatten() {
        word.retain(|&feature| seen[feature as usize] >= RARE);
    }
    let mut total = vec![0_i64; SIZE];
    for seed in 0..LEARNERS {
        for (total, mean) in total.iter_mut().zip(perceptron(examples, &all, Chance(seed))) {
            *total += mean;
        }
    }
    // Scaled so that the largest fills a byte's sign and seven bits; what is least is nought, for
    // a file that packs well.
    let largest = total[STEPS..].iter().map(|mean| mean.abs()).max().unwrap_or_default().max(1);
    // What Label::Outside weighs follows from the others.
    let is_stored =
        |at: usize| at < STEPS || (at - STEPS) % LABELS.len() != Label::Outside as usize;
    total
        .iter()
        .enumerate()
        .filter(|&(at, _)| is_stored(at))
        .map(|(_, mean)| i8::try_from((mean * 127 / largest).clamp(-127, 127)).unwrap_or_default())
        .map(|weight| if weight.abs() <= NOUGHT { 0 } else { weight })
        .map(i8::cast_unsigned)
        .collect()
}

/// A fixed generator of numbers (Knuth's MMIX), so that training gives the same file always.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        self.0 >> 33
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for place in (1..order.len()).rev() {
            let other = usize::try_from(self.next()).unwrap_or_default() % (place + 1);
            order.swap(place, other);
        }
    }
}

/// The mean over all steps of the weights that one learner comes to.
fn perceptron(examples: &[&Example], all: &[Vec<Vec<u32>>], mut chance: Chance) -> Vec<i64> {
    let mut weights = vec![0_i32; SIZE];
    let mut sums = vec![0_i64; SIZE];
    let mut time: i64 = 1;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut shown: Vec<Vec<u32>> = Vec::new();
    for _ in 0..ROUNDS {
        chance.shuffle(&mut order);
        for &number in &order {
            let Example { labels, candidates, .. } = examples[number];
            for run in candidates.runs() {
                shown.clear();
                shown.extend(all[number][run.clone()].iter().map(|features| {
                    features.iter().copied().filter(|_| chance.next() & 127 < KEPT).collect()
                }));
                time += 1;
                let labels = &labels[run];
                let found = guess(&weights, &shown, labels);
                if found == labels {
                    continue;
                }
                let mut shift = |at: usize, by: i32| {
                    weights[at] += by;
                    sums[at] += time * i64::from(by);
                };
                let (mut gold_from, mut found_from) = (0, 0);
                for ((features, &gold), found) in shown.iter().zip(labels).zip(found) {
                    let (gold, found) = (gold as usize, found as usize);
                    if gold != found {
                        for &feature in features {
                            shift(STEPS + feature as usize * 3 + gold, 1);
                            shift(STEPS + feature as usize * 3 + found, -1);
                        }
                    }
                    shift(gold_from * 3 + gold, 1);
                    shift(found_from * 3 + found, -1);
                    (gold_from, found_from) = (gold, found);
                }
            }
        }
    }
    let means = weights.iter().zip(&sums);
    means.map(|(&weight, &sum)| i64::from(weight) * 1024 - sum * 1024 / time).collect()
}

/// The best labels of a run, where wrong ones have a margin's start.
fn guess(weights: &[i32], run: &[Vec<u32>], labels: &[Label]) -> Vec<Label> {
    let mut search = Search::default();
    for (features, &gold) in run.iter().zip(labels) {
        let mut scores = [MARGIN; 3];
        scores[Label::Outside as usize] = MISSED;
        scores[gold as usize] = 0;
        for &feature in features {
            let at = STEPS + feature as usize * 3;
            for (score, weight) in scores.iter_mut().zip(&weights[at..at + 3]) {
                *score += weight;
            }
        }
        search.step(scores, |from, to| weights[from * 3 + to]);
    }
    let mut found = Vec::with_capacity(run.len());
    search.finish(&mut found);
    found
}
