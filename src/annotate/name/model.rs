//! The model: integer weights over hashed features, and the search for the best labels.

use std::borrow::Cow;

/// What a word is to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// No part of a name.
    Outside,
    /// The first word of one.
    First,
    /// A further word of one.
    Further,
}

/// All labels, by their number.
pub(super) const LABELS: [Label; 3] = [Label::Outside, Label::First, Label::Further];

/// How many bits of a feature's hash count: the size of a table.
pub(super) const BITS: u32 = 17;

/// How many buckets a table has.
pub(super) const BUCKETS: usize = 1 << BITS;

/// Weights of the step from label to label stand before the table.
pub(super) const STEPS: usize = 9;

/// How many weights a bucket has in the file, [`Label::First`]'s and [`Label::Further`]'s: learning takes from one label what
/// it gives to another, so [`Label::Outside`] has what is missing to nought.
pub(super) const STORED: usize = LABELS.len() - 1;

/// The weights of one reading: of every step, then of every bucket.
pub(super) struct Model<'a> {
    /// One signed byte a weight.
    weights: Cow<'a, [u8]>,
}

/// What training makes: the weights of both readings, and the common words.
pub(super) struct Trained<'a> {
    pub(super) first: Model<'a>,
    pub(super) second: Model<'a>,
    pub(super) common: Common<'a>,
}

impl<'a> Trained<'a> {
    /// The model of a file: the weights of the two readings, then the common words.
    pub(super) fn new(file: &'a [u8]) -> Self {
        let length = STEPS + BUCKETS * STORED;
        let (first, rest) = file.split_at(length.min(file.len()));
        let (second, common) = rest.split_at(length.min(rest.len()));
        Self { first: Model::new(first), second: Model::new(second), common: Common::new(common) }
    }
}

/// Words that news has in small letters, as one bit for the hash of each stem: «вопрос» at the
/// head of a sentence is more likely the noun than somebody's name.
#[derive(Clone)]
pub(super) struct Common<'a> {
    bits: Cow<'a, [u8]>,
}

/// How many bits of a stem's hash count.
const COMMON_BITS: u32 = 19;

impl<'a> Common<'a> {
    /// The words of these bits; where they are too few, the rest is not common.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut bits = Cow::Borrowed(bytes);
        let whole = 1 << (COMMON_BITS - 3);
        if bits.len() < whole {
            bits.to_mut().resize(whole, 0);
        }
        Self { bits }
    }

    fn place(stem: u64) -> (usize, u8) {
        let mixed = (stem ^ stem >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - COMMON_BITS);
        (usize::try_from(mixed >> 3).unwrap_or_default(), 1 << (mixed & 7))
    }

    /// Whether the stem of this hash is common.
    pub(super) fn has(&self, stem: u64) -> bool {
        let (byte, bit) = Self::place(stem);
        self.bits[byte] & bit != 0
    }

    /// Adds the stem of this hash.
    #[cfg(feature = "command")]
    pub(super) fn add(&mut self, stem: u64) {
        let (byte, bit) = Self::place(stem);
        self.bits.to_mut()[byte] |= bit;
    }

    /// The bits.
    #[cfg(feature = "command")]
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bits
    }
}

impl<'a> Model<'a> {
    /// The model of these bytes; where they are too few, the rest is nought.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut weights = Cow::Borrowed(bytes);
        let whole = STEPS + BUCKETS * STORED;
        if weights.len() < whole {
            weights.to_mut().resize(whole, 0);
        }
        Self { weights }
    }

    /// Leads the search one word on, by the word's features.
    pub(super) fn step(&self, features: &[u32], search: &mut Search) {
        let mut scores = [0_i32; 3];
        for &feature in features {
            let at = STEPS + feature as usize * STORED;
            for (label, &weight) in (1..).zip(&self.weights[at..at + STORED]) {
                let weight = i32::from(weight.cast_signed());
                scores[label] += weight;
                scores[0] -= weight;
            }
        }
        search.step(scores, |from, to| {
            i32::from(self.weights[from * LABELS.len() + to].cast_signed())
        });
    }
}

/// Viterbi's search over one run.
#[derive(Default)]
pub(super) struct Search {
    best: [i32; 3],
    back: Vec<[u8; 3]>,
}

/// No way leads here.
const NEVER: i32 = i32::MIN / 2;

impl Search {
    /// One word on.
    pub(super) fn step(&mut self, scores: [i32; 3], steps: impl Fn(usize, usize) -> i32) {
        let mut best = [NEVER; 3];
        let mut back = [0_u8; 3];
        for to in 0..3 {
            for from in 0..3 {
                // A run opens as if after a word outside.
                if self.back.is_empty() && from != 0 || to == 2 && from == 0 {
                    continue;
                }
                let score = self.best[from].saturating_add(scores[to] + steps(from, to));
                if score > best[to] {
                    best[to] = score;
                    back[to] = u8::try_from(from).unwrap_or_default();
                }
            }
        }
        self.best = best;
        self.back.push(back);
    }

    /// The best way's labels.
    pub(super) fn finish(self, labels: &mut Vec<Label>) {
        let start = labels.len();
        let mut at = (0..3).max_by_key(|&label| (self.best[label], 3 - label)).unwrap_or_default();
        for back in self.back.iter().rev() {
            labels.push(LABELS[at]);
            at = usize::from(back[at]);
        }
        labels[start..].reverse();
    }
}
