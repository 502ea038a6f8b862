//! Evaluation: annotated articles against gold answers.
//!
//! In come a document's text, its annotated article and what people marked in it; out go scores
//! and the errors by kind. Two kinds of gold: [`quotes`] (who said what, who is named) and
//! [`spans`] (names, figures and dates, in brat files with NEREL's types). This room knows
//! `article`.

pub mod gold;
pub mod quotes;
mod same;
pub mod spans;

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::article::{Article, Offsets, Span};

/// Precision, recall and their harmonic mean, with what they were counted from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Score {
    /// The part of the found that is right, 0 to 1.
    #[serde(rename = "P")]
    pub precision: f64,
    /// The part of the gold that was found, 0 to 1.
    #[serde(rename = "R")]
    pub recall: f64,
    /// Their harmonic mean.
    #[serde(rename = "F1")]
    pub f1: f64,
    /// How many were found and are right.
    #[serde(rename = "tp")]
    pub right: usize,
    /// How many were found.
    #[serde(rename = "pred")]
    pub found: usize,
    /// How many there are.
    pub gold: usize,
}

impl Score {
    fn new(right: usize, found: usize, gold: usize) -> Self {
        let precision = ratio(right, found);
        let recall = ratio(right, gold);
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1, right, found, gold }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Measure {
    /// Found against gold.
    Score(Score),
    /// A share of what was found.
    Share(f64),
}

/// What an evaluation gives: the table, and the errors by kind.
#[derive(Debug, Default)]
pub struct Evaluation {
    /// The lines of the table, by name, in order.
    pub measures: Vec<(String, Measure)>,
    /// The errors of each kind, in the order of the documents.
    pub errors: BTreeMap<String, Vec<String>>,
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, measure) in &self.measures {
            write!(f, "{name:38} ")?;
            match measure {
                Measure::Score(Score { precision, recall, f1, right, found, gold }) => writeln!(
                    f,
                    "P {precision:.3}  R {recall:.3}  F1 {f1:.3}   ({right} of {gold} gold, {found} found)"
                )?,
                Measure::Share(share) => writeln!(f, "{share:.3}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Evaluation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.measures.len()))?;
        for (name, measure) in &self.measures {
            map.serialize_entry(name, measure)?;
        }
        map.end()
    }
}

/// Where words start and end in a document, in code points.
type Place = (usize, usize);

/// An annotated article laid over the document that it was made from; places count code points of
/// the document.
struct Laid<'a> {
    article: &'a Article,
    document: Vec<char>,
    /// For each block: where it begins in the document, and its offsets.
    blocks: Vec<(usize, Offsets<'a>)>,
}

/// Why a document can't be scored.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GoldError {
    /// A block is no substring of the document after the block before it.
    #[error("block {0} is not an exact substring of the file, in order")]
    Block(usize),
    /// The words of a gold quote are not in the document, or not so often.
    #[error(
        "quote {quote}: {words:?} does not stand {nth} times in the text; give its exact words, and which occurrence they are"
    )]
    Words {
        /// The number of the quote in the file, from 0.
        quote: usize,
        /// The words.
        words: String,
        /// Which occurrence was looked for.
        nth: usize,
    },
    /// A quote has not one `nth` for each of its parts.
    #[error("quote {0}: give one `nth` for each of `parts`")]
    Parts(usize),
    /// A quote's speaker is nobody of the file.
    #[error(
        "quote {quote}: the speaker {speaker:?} is no id of `people`; give one, or ORG: … or ANON: …"
    )]
    Speaker {
        /// The number of the quote in the file, from 0.
        quote: usize,
        /// The speaker as given.
        speaker: String,
    },
    /// A gold span is not in the document.
    #[error("the span {start} to {end} is not in the text, which has {length} code points")]
    Outside {
        /// Where it starts, in code points.
        start: usize,
        /// Where it ends.
        end: usize,
        /// How long the document is.
        length: usize,
    },
    /// A line of a brat file can't be read.
    #[error(
        "line {line}: expected T1, a tab, a type with its offsets such as PERSON 0 4, a tab and the words, but found {found:?}"
    )]
    Line {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        found: String,
    },
}

impl<'a> Laid<'a> {
    fn new(article: &'a Article, document: &str) -> Result<Self, GoldError> {
        let mut blocks = Vec::with_capacity(article.blocks.len());
        let (mut byte, mut code_point) = (0, 0);
        for (i, block) in article.blocks.iter().enumerate() {
            let skipped = document[byte..].find(&block.text).ok_or(GoldError::Block(i))?;
            code_point += document[byte..byte + skipped].chars().count();
            blocks.push((code_point, Offsets::new(&block.text)));
            byte += skipped + block.text.len();
            code_point += block.text.chars().count();
        }
        Ok(Self { article, document: document.chars().collect(), blocks })
    }

    /// The span's edges in the document.
    fn place(&self, span: Span) -> Place {
        let (start, offsets) = &self.blocks[span.block];
        let code_point = |byte| start + offsets.code_point_of_byte(byte).unwrap_or_default();
        (code_point(span.start), code_point(span.end))
    }

    /// The places, where they are in the document.
    fn inside(&self, (start, end): Place) -> Result<Place, GoldError> {
        let length = self.document.len();
        if start <= end && end <= length {
            Ok((start, end))
        } else {
            Err(GoldError::Outside { start, end, length })
        }
    }

    /// The document's text between two places.
    fn text(&self, start: usize, end: usize) -> String {
        let end = end.min(self.document.len());
        self.document[start.min(end)..end].iter().collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of annotations are far below 2^53")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
