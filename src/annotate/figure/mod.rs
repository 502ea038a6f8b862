//! Figures: numbers, sums, shares, ages, ordinals, measures, dates, times and lengths of time.
//!
//! One pass over the tokens of a block. Where a token can open a figure, the readers are asked in
//! turn, the most special first; the first that finds one takes its tokens.

mod age;
mod calendar;
mod clock;
mod counted;
mod date;
mod era;
mod number;
mod order;
mod ordinal;
mod point;
mod quantity;
mod relative;
mod when;
mod words;

use std::ops::Range;

use crate::article::{Bound, Figure, FigureKind, Quote, Span};
use crate::language::numbers::{Period, Side};

use super::text::{Shape, Text, TextBlock};
use calendar::Day;
use words::Words;

/// A figure as found in one block.
struct Found {
    kind: FigureKind,
    tokens: Range<usize>,
    value: Option<f64>,
    to: Option<f64>,
    bound: Option<Bound>,
    unit: Option<String>,
    date: Option<String>,
    /// Whether it counts something that its own words do not name.
    counts: bool,
}

impl Found {
    fn new(kind: FigureKind, tokens: Range<usize>) -> Self {
        Self {
            kind,
            tokens,
            value: None,
            to: None,
            bound: None,
            unit: None,
            date: None,
            counts: false,
        }
    }

    /// Adds a length of time in a smaller period to a length of time.
    fn add(&mut self, value: Option<f64>, period: Period) {
        let (unit, factor) = period.ucum();
        let seconds = |unit: &str| match unit {
            "s" => Some(1.0),
            "min" => Some(60.0),
            "h" => Some(3600.0),
            "d" => Some(86_400.0),
            "mo" => Some(1.0 / 12.0),
            "a" => Some(1.0),
            _ => None,
        };
        let calendar = |unit: &str| matches!(unit, "mo" | "a");
        let Some(own) = self.unit.as_deref() else { return };
        if calendar(own) != calendar(unit) {
            return;
        }
        if let (Some(large), Some(small)) = (seconds(own), seconds(unit))
            && let (Some(total), Some(value)) = (self.value, value)
        {
            // In the smaller unit, so that the sum stays whole.
            self.value = Some((total * large / small).round() + value * factor);
            self.unit = Some(unit.to_owned());
        }
    }
}

fn side(side: Side) -> Bound {
    match side {
        Side::Over => Bound::Over,
        Side::Under => Bound::Under,
        Side::AtLeast => Bound::AtLeast,
        Side::AtMost => Bound::AtMost,
        Side::About => Bound::About,
    }
}

/// The figures of the text, in its order; relative dates count from the day of publication.
pub(crate) fn find(text: &Text, published: Option<&str>) -> Vec<Figure> {
    let today = published.and_then(Day::parse);
    let mut figures: Vec<Figure> = Vec::new();
    // What the last count counted, for a number that says only «их».
    let mut counted: Option<Span> = None;
    for (number, block) in text.blocks.iter().enumerate() {
        let words = Words::new(block, &text.language.numbers);
        for found in find_in(&words, today) {
            let of = found.counts.then(|| of(&words, number, &found, counted)).flatten();
            if found.kind == FigureKind::Count && of.is_some() {
                counted = of;
            }
            figures.push(Figure {
                id: format!("f{}", figures.len() + 1),
                kind: found.kind,
                at: block.span(number, found.tokens),
                value: found.value,
                to: found.to,
                bound: found.bound,
                unit: found.unit,
                date: found.date,
                of,
                quote: None,
            });
        }
    }
    figures
}

fn of(words: &Words, block: usize, found: &Found, counted: Option<Span>) -> Option<Span> {
    if let Some(phrase) = counted::phrase(words, found.tokens.end) {
        return Some(words.block.span(block, phrase));
    }
    if found.kind != FigureKind::Count {
        return None;
    }
    let sentence = sentence_start(words.block, found.tokens.start);
    counted::is_anaphoric(words, sentence..found.tokens.start).then_some(counted)?
}

/// The first token of the sentence that the token stands in.
fn sentence_start(block: &TextBlock, token: usize) -> usize {
    let after = block.sentences.partition_point(|sentence| sentence.end <= token);
    block.sentences.get(after).map_or(0, |sentence| sentence.start)
}

fn find_in(words: &Words, today: Option<Day>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = address(words, at) {
            at = end;
            continue;
        }
        let found = can_open(words, at).then(|| read(words, at, today)).flatten();
        at = found.as_ref().map_or(at + 1, |found| found.tokens.end.max(at + 1));
        all.extend(found);
    }
    all
}

/// Whether a figure can open with this token: the quick test that most tokens fail.
fn can_open(words: &Words, at: usize) -> bool {
    words.is_known(at)
        || match words.shape(at) {
            Shape::Number => true,
            Shape::Upper | Shape::Capital => {
                number::roman(words.block.word(at)).is_some() || is_compound(words, at)
            }
            Shape::Lower => is_compound(words, at),
            _ => false,
        }
}

/// Whether the token can be «двухлетний» or «два-три».
fn is_compound(words: &Words, at: usize) -> bool {
    words.numbers.may_be_compound(words.folded(at)) || words.halves(at).is_some()
}

fn read(words: &Words, at: usize, today: Option<Day>) -> Option<Found> {
    age::read(words, at)
        .or_else(|| when::read(words, at, today))
        .or_else(|| ordinal::read(words, at))
        .or_else(|| quantity::read(words, at))
}

/// The end of the web address that opens here, if one does: its digits are no figures.
fn address(words: &Words, at: usize) -> Option<usize> {
    let opens = words.is_mark(at, ":")
        && words.is_mark(at + 1, "/")
        && words.is_joined(at + 1)
        && words.is_mark(at + 2, "/")
        && words.is_joined(at + 2);
    if !opens {
        return None;
    }
    let mut end = at + 3;
    while words.is_joined(end) {
        end += 1;
    }
    Some(end)
}

/// Names on each figure the quote that it stands in: it is the speaker's figure.
pub(crate) fn tie_to_quotes(figures: &mut [Figure], quotes: &[Quote]) {
    let mut parts: Vec<(Span, &str)> = quotes
        .iter()
        .flat_map(|quote| quote.parts.iter().map(|part| (*part, quote.id.as_str())))
        .collect();
    parts.sort_unstable();
    for figure in figures {
        // Quotes do not overlap: only the last part that opens before the figure can hold it.
        let before = parts.partition_point(|(part, _)| {
            (part.block, part.start) <= (figure.at.block, figure.at.start)
        });
        let holder = before.checked_sub(1).map(|last| parts[last]);
        figure.quote =
            holder.filter(|(part, _)| part.contains(&figure.at)).map(|(_, id)| id.to_owned());
    }
}
