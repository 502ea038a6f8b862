use serde::{Deserialize, Serialize};

use super::Span;

/// A number, sum, share, age, date or time that the text gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Figure {
    /// `f1`, `f2` … in the order of the text.
    pub id: String,
    /// What it gives.
    pub kind: FigureKind,
    /// The words: preposition or bound, number, magnitude, unit or currency.
    pub at: Span,
    /// The number, in whole units: 3,5 млн is 3500000. Absent for dates and times.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "super::file::number::serialize"
    )]
    pub value: Option<f64>,
    /// The end of a range: 15 in 10–15 %.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "super::file::number::serialize"
    )]
    pub to: Option<f64>,
    /// On which side the number bounds what it counts; absent where it stands as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// ISO 4217 for money, UCUM for measures and durations, `%` for percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Dates and times, ISO 8601, as precise as the text: `2018`, `2018-09`, `--09-26`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What is counted or measured: «IT-классов».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Span>,
    /// The id of the quote in which the number stands: it is the speaker's figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// What a figure gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// So many things or people.
    Count,
    /// A physical measure with its unit.
    Measure,
    /// A sum of money.
    Money,
    /// A share, or percentage points.
    Percent,
    /// A place in an order: «первый».
    Ordinal,
    /// A person's age.
    Age,
    /// A day, month, year, or another calendar period.
    Date,
    /// A time of day.
    Time,
    /// How long something lasts.
    Duration,
}

/// On which side a figure bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// More than the number.
    Over,
    /// Less than the number.
    Under,
    /// The number or more.
    AtLeast,
    /// The number or less.
    AtMost,
    /// Near the number.
    About,
}
