use std::ops::Range;

use crate::article::{Bound, FigureKind};
use crate::language::numbers::{Period, Side};

/// A figure as found in one block.
pub(super) struct Found {
    /// What it gives.
    pub(super) kind: FigureKind,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// The number, in whole units.
    pub(super) value: Option<f64>,
    /// The end of a range.
    pub(super) to: Option<f64>,
    /// The side.
    pub(super) bound: Option<Bound>,
    /// ISO 4217, UCUM or `%`.
    pub(super) unit: Option<String>,
    /// ISO 8601.
    pub(super) date: Option<String>,
    /// Whether it counts something that its own words do not name.
    pub(super) counts: bool,
}

impl Found {
    /// A figure of this kind over these tokens, nothing else known yet.
    pub(super) fn new(kind: FigureKind, tokens: Range<usize>) -> Self {
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

    /// Adds a length of time in a smaller period to a length of time in a greater one; the sum is
    /// in the unit of the smaller, so that it stays whole.
    pub(super) fn add(&mut self, value: Option<f64>, greater: Period, smaller: Period) {
        if let (Some(ratio), Some(total), Some(value)) = (greater.per(smaller), self.value, value) {
            let (unit, factor) = smaller.ucum();
            self.value = Some((total * ratio).round() + value * factor);
            self.unit = Some(unit.to_owned());
        }
    }
}

/// The product as one writes it: 8.13 billion is 8130000000, whatever binary fractions make of it.
pub(super) fn product(value: f64, factor: f64) -> f64 {
    if (factor - 1.0).abs() < f64::EPSILON {
        return value;
    }
    format!("{:.DIGITS$e}", value * factor).parse().unwrap_or(value)
}

/// So many decimal digits of a number are certain.
const DIGITS: usize = 13;

/// The side as the article file names it.
pub(super) fn side(side: Side) -> Bound {
    match side {
        Side::Over => Bound::Over,
        Side::Under => Bound::Under,
        Side::AtLeast => Bound::AtLeast,
        Side::AtMost => Bound::AtMost,
        Side::About => Bound::About,
    }
}
