//! Features: what the model is told of a word.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::names::Names;
use crate::language::speech::Function;

use super::candidate::{self, Candidate, Candidates, hash};
use super::model::{BITS, Label};

/// What the whole text says of the words, by their stems.
#[derive(Clone, Default)]
pub(super) struct Facts {
    /// Stems that the text also has in small letters.
    small: HashSet<u64>,
    /// How often a stem follows a given name or an initial.
    after_given: HashMap<u64, u8>,
    /// What stands around the stem, all over the text.
    around: HashMap<u64, Around>,
    /// What the first reading made of the stem.
    labels: HashMap<u64, Tally>,
    /// What the first reading made of each candidate; empty before it.
    reading: Vec<Label>,
}

/// How often the first reading took the stem for what.
#[derive(Clone, Copy, Default)]
struct Tally {
    outside: u8,
    alone: u8,
    first: u8,
    last: u8,
}

/// How often a stem stands in which surroundings.
#[derive(Clone, Copy, Default)]
struct Around {
    /// Behind a role noun.
    role: u8,
    /// Before a verb of saying or in the past tense.
    verb: u8,
    /// Behind «в».
    place: u8,
}

impl Facts {
    /// What the text says before any reading.
    pub(super) fn of(text: &Text, candidates: &Candidates) -> Self {
        let stems: HashSet<u64> = candidates.all.iter().map(|candidate| candidate.stem).collect();
        let mut small = HashSet::default();
        for block in &text.blocks {
            for (token, _) in
                block.tokens.iter().enumerate().filter(|(_, token)| token.shape == Shape::Lower)
            {
                let stem = hash(candidate::stem(block.folded(token)));
                if stems.contains(&stem) {
                    small.insert(stem);
                }
            }
        }
        let mut after_given: HashMap<u64, u8> = HashMap::default();
        for pair in candidates.all.windows(2) {
            if !pair[1].opens_run && (pair[0].given != 0 || pair[0].is_initial) {
                let count = after_given.entry(pair[1].stem).or_default();
                *count = count.saturating_add(1);
            }
        }
        let mut around: HashMap<u64, Around> = HashMap::default();
        let language = text.language;
        for candidate in &candidates.all {
            let block = &text.blocks[candidate.block];
            let before = candidate.token.checked_sub(1).map_or("", |at| block.folded(at));
            let next = candidate.token + 1;
            let is_verb = block.tokens.get(next).is_some_and(|next| next.shape == Shape::Lower)
                && (language.names.past_gender(block.folded(next)).is_some()
                    || language.speech.of(block.folded(next)).is_saying());
            let own = around.entry(candidate.stem).or_default();
            let add = |count: &mut u8, is: bool| *count = count.saturating_add(u8::from(is));
            add(&mut own.role, !language.names.role(before).is_empty());
            add(&mut own.verb, is_verb);
            add(&mut own.place, language.speech.of(before).function == Some(Function::In));
        }
        Self { small, after_given, around, ..Self::default() }
    }

    /// The same with what the first reading found.
    pub(super) fn informed(&self, candidates: &Candidates, labels: &[Label]) -> Self {
        let mut tallies: HashMap<u64, Tally> = HashMap::default();
        for (place, candidate) in candidates.all.iter().enumerate() {
            let goes_on = candidates.all.get(place + 1).is_some_and(|next| !next.opens_run)
                && labels[place + 1] == Label::Further;
            let tally = tallies.entry(candidate.stem).or_default();
            let count = match (labels[place], goes_on) {
                (Label::Outside, _) => &mut tally.outside,
                (Label::First, false) => &mut tally.alone,
                (Label::First, true) => &mut tally.first,
                (Label::Further, _) => &mut tally.last,
            };
            *count = count.saturating_add(1);
        }
        Self { labels: tallies, reading: labels.to_vec(), ..self.clone() }
    }

    /// What the first reading made of another candidate of the block: 0 where there is none near.
    fn beside(&self, candidates: &Candidates, own: &Candidate, other: usize) -> u64 {
        let same = candidates
            .all
            .get(other)
            .filter(|other| other.block == own.block && other.token.abs_diff(own.token) <= FAR);
        same.and(self.reading.get(other)).map_or(0, |&label| 1 + label as u64)
    }
}

/// A run so many tokens off or less is near: «Иванов (Петров)», «Иванов и Петров».
const NEAR: usize = 3;

/// A run that is farther than so many tokens off says nothing.
const FAR: usize = 60;

/// A block of no more words, with no full stop behind, is a caption or a headline.
const CAPTION: usize = 12;

/// The features of one word, as buckets of the table.
#[derive(Default)]
pub(super) struct Features {
    pub(super) hashes: Vec<u32>,
}

/// What a neighbouring token is.
#[derive(Clone, Copy)]
struct Neighbour {
    word: u64,
    tail: u64,
    shape: u64,
    /// Whether it is a role noun, and in which gender or case.
    role: u64,
    given: u64,
    is_place: u64,
}

/// Beyond the block's edge.
const EDGE: Neighbour = Neighbour { word: 1, tail: 1, shape: 9, role: 0, given: 0, is_place: 0 };

impl Neighbour {
    fn of(block: &TextBlock, token: Option<usize>, names: &Names) -> Self {
        let Some((at, token)) = token.and_then(|at| Some((at, block.tokens.get(at)?))) else {
            return EDGE;
        };
        let word = block.folded(at);
        let shape = token.shape as u64;
        if token.shape == Shape::Number {
            return Self { word: 2, tail: 2, shape, role: 0, given: 0, is_place: 0 };
        }
        let role = match names.role(word) {
            [] => 0,
            [form, ..] => 1 + form.gender as u64,
        };
        let given = match token.shape {
            Shape::Capital | Shape::Upper => u64::from(candidate::given(word, names)),
            _ => 0,
        };
        let is_capital = matches!(token.shape, Shape::Capital | Shape::Upper);
        let is_place = u64::from(is_capital && names.places.contains(word));
        Self { word: hash(word), tail: hash(tail(word, 3)), shape, role, given, is_place }
    }
}

/// The last letters of a word.
fn tail(word: &str, letters: usize) -> &str {
    let start = word.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    &word[start..]
}

/// The first letters of a word.
fn head(word: &str, letters: usize) -> &str {
    let end = word.char_indices().nth(letters).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

impl Features {
    fn add(&mut self, template: u64, first: u64, second: u64) {
        let mixed = (first ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15))
            .wrapping_mul(0xff51_afd7_ed55_8ccd)
            .rotate_left(29)
            ^ second.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xff51_afd7_ed55_8ccd);
        self.hashes.push(u32::try_from(mixed >> (64 - BITS)).unwrap_or_default());
    }

    /// Reads the features of the candidate at this place of its run.
    pub(super) fn read(
        &mut self,
        text: &Text,
        candidates: &Candidates,
        run: Range<usize>,
        place: usize,
        facts: &Facts,
    ) {
        self.hashes.clear();
        let names = &text.language.names;
        let own = &candidates.all[place];
        let block = &text.blocks[own.block];
        let word = block.folded(own.token);
        let shape = block.tokens[own.token].shape as u64 | u64::from(own.is_initial) << 4;
        let whole = hash(word);
        let tails = [1, 2, 3, 4, 5].map(|letters| hash(tail(word, letters)));
        let letters = word.chars().take(12).count() as u64;
        let is_latin = word.starts_with(|c: char| c.is_ascii_alphabetic());
        let given = u64::from(own.given);
        let patronymic = names.patronymic(word).map_or(0, |gender| 1 + gender as u64);
        let own_role = names.role(word).first().map_or(0, |form| 1 + form.gender as u64);

        let after = own.token + 1 + usize::from(own.is_initial);
        let neighbour = |at: Option<usize>| Neighbour::of(block, at, names);
        let before = neighbour(own.token.checked_sub(1));
        let before_2 = neighbour(own.token.checked_sub(2));
        let before_3 = neighbour(own.token.checked_sub(3));
        let next = neighbour(Some(after));
        let next_2 = neighbour(Some(after + 1));
        let opens = own.token == 0
            || matches!(block.word(own.token - 1), "." | "!" | "?" | "…")
                && (place == run.start || !candidates.all[place - 1].is_initial);
        let opens = u64::from(opens);
        let length = (run.len().min(5)) as u64;
        let position = ((place - run.start).min(3)) as u64;
        let from_end = ((run.end - 1 - place).min(3)) as u64;

        self.add(0, 0, 0);
        self.add(1, whole, 0);
        self.add(2, tails[0], shape);
        self.add(3, tails[1], shape);
        self.add(4, tails[2], shape);
        self.add(5, tails[3], 0);
        self.add(6, tails[4], 0);
        self.add(7, hash(head(word, 3)), 0);
        self.add(8, hash(head(word, 4)), 0);
        self.add(9, shape, letters);
        let has_vowel = word.contains(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я']);
        self.add(10, shape, u64::from(has_vowel) << 2 | u64::from(is_latin) << 1 | opens);
        self.add(11, given, shape);
        self.add(12, patronymic, before.given);
        self.add(13, before.word, 0);
        self.add(14, before.word, before_2.word);
        self.add(15, next.word, 0);
        self.add(16, next.word, next_2.word);
        self.add(17, before.tail, before.shape);
        self.add(18, next.tail, next.shape);
        self.add(19, before.shape << 8 | next.shape, shape);
        self.add(20, before.role << 8 | before_2.role, before.shape);
        self.add(21, before.given, given);
        self.add(22, next.given, given);
        self.add(23, before.given, tails[2]);
        self.add(24, before.word, tails[1]);
        self.add(25, length << 8 | position, from_end);
        self.add(26, before_2.word, before.shape);
        self.add(27, next_2.word, next.shape);
        self.add(28, next.role, next.shape);
        self.add(29, before.tail, tails[1]);
        self.add(30, next.tail, tails[1]);
        self.add(31, own_role << 8 | given, opens);
        self.add(32, before_2.tail, before.tail);
        self.add(33, before_3.role << 8 | before_2.role << 4 | before.role, 0);
        self.add(34, own.stem, 0);
        self.add(35, whole, before.shape);
        self.add(36, before.word, shape << 8 | given);
        self.add(37, next.word, shape << 8 | given);
        self.add(38, before.tail, next.tail);
        let is_place = u64::from(names.places.contains(word));
        self.add(39, is_place << 8 | given, before.is_place << 1 | next.is_place);
        self.add(60, is_place, before.word);

        let quoted = u64::from(own.quoted);
        self.add(61, quoted << 8 | given, length);
        self.add(62, quoted, before.word);
        self.add(63, quoted << 4 | position, from_end);
        let last = block.tokens.len() - 1;
        let is_caption = last < CAPTION && !matches!(block.word(last), "." | "!" | "?" | ":" | "…");
        self.add(64, u64::from(is_caption) << 8 | opens, given);
        self.add(65, u64::from(is_caption) << 8 | position, length);

        let small = u64::from(facts.small.contains(&own.stem));
        let after_given = facts.after_given.get(&own.stem).map_or(0, |&count| count.min(2));
        self.add(40, small, opens);
        let is_common = u64::from(own.is_common);
        self.add(43, is_common << 1 | small, opens << 4 | length);
        self.add(44, is_common, given << 8 | shape);
        self.add(45, is_common << 1 | opens, before.shape << 4 | next.shape);
        self.add(41, u64::from(after_given), length);
        self.add(42, u64::from(after_given), given);
        let around = facts.around.get(&own.stem).copied().unwrap_or_default();
        let few = |count: u8| u64::from(count.min(2));
        let around = few(around.role) << 4 | few(around.verb) << 2 | few(around.place);
        self.add(46, around, length);
        self.add(47, around, is_common << 9 | given);
        self.add(48, given << 16 | before.given << 8 | before_2.given, 0);
        self.add(49, given << 16 | before.given << 8 | next.given, 0);
        if !facts.reading.is_empty() {
            let tally = facts.labels.get(&own.stem).copied().unwrap_or_default();
            let level = |count: u8| u64::from(if count > 3 { 3 } else { count });
            let inside = level(tally.last) << 4 | level(tally.alone) << 2 | level(tally.first);
            let outside = level(tally.outside);
            self.add(50, inside, outside);
            self.add(51, level(tally.last), outside);
            self.add(52, level(tally.alone), outside);
            self.add(53, level(tally.first), outside);
            let ratio = u64::from(tally.outside) * 4
                / (u64::from(tally.outside)
                    + u64::from(tally.alone)
                    + u64::from(tally.first)
                    + u64::from(tally.last))
                .max(1);
            self.add(54, ratio, length);
            self.add(55, ratio, before.role);
            self.add(56, inside, length << 8 | position);
            let left =
                run.start.checked_sub(1).map_or(0, |other| facts.beside(candidates, own, other));
            let right = facts.beside(candidates, own, run.end);
            let mark = |other: Option<usize>, at: usize, beside: usize| {
                let other = other.and_then(|other| candidates.all.get(other));
                let is_near = other.is_some_and(|other| {
                    other.block == own.block && other.token.abs_diff(at) <= NEAR
                });
                if is_near { hash(block.folded(beside)) } else { 0 }
            };
            let first = candidates.all[run.start].token;
            let last = candidates.all[run.end - 1].token;
            let left_mark = mark(run.start.checked_sub(1), first, first.saturating_sub(1));
            let right_mark = mark(Some(run.end), last, last + 1);
            self.add(57, left, left_mark);
            self.add(58, right, right_mark);
            self.add(59, left << 4 | right, length);
        }
    }
}
