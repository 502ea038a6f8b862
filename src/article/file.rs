//! The article file: JSON text to [`Article`] and back.
//!
//! This is the one door at which spans turn from code points (the file) to bytes (memory) and
//! back.

use serde::Deserialize;

use super::{Article, FORMAT, Fault, Offsets, Problem, Span};

/// Why a file is not an article that can be shown.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file is not JSON, or a field has another type than format 1 gives it.
    #[error(
        "line {line}, column {column}: {problem}; format 1 is described in article.schema.json"
    )]
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser met.
        problem: String,
    },
    /// The file has another format's number.
    #[error("format: expected {FORMAT}, found {0}; this reader knows format {FORMAT} alone")]
    Format(u64),
    /// A span does not fit the text.
    #[error("{0}")]
    Span(Box<Fault>),
}

/// The article of this JSON text, its spans in bytes. Unknown fields are passed over.
///
/// # Errors
///
/// Where the text is not an article of format 1, or a span lies outside its block's text. Whether
/// the article keeps the format's other laws, [`super::check`] says.
pub fn read(json: &str) -> Result<Article, FileError> {
    #[derive(Deserialize)]
    struct Head {
        format: u64,
    }
    if let Ok(Head { format }) = serde_json::from_str::<Head>(json)
        && format != u64::from(FORMAT)
    {
        return Err(FileError::Format(format));
    }
    let article: Article = serde_json::from_str(json).map_err(|error| FileError::Json {
        line: error.line(),
        column: error.column(),
        problem: error.to_string(),
    })?;
    let mut fault = None;
    let article = convert(article, |field, span, offsets| {
        bytes(span, offsets).unwrap_or_else(|problem| {
            fault.get_or_insert(Fault { field: field(), span: Some(span), problem });
            span
        })
    });
    fault.map_or(Ok(article), |fault| Err(FileError::Span(Box::new(fault))))
}

/// The JSON text of this article on one line, its spans in code points.
///
/// # Panics
///
/// Never for an article whose spans fit its text, as every stage of ours makes them.
#[must_use]
pub fn write(article: Article) -> String {
    let article = convert(article, |_, span, offsets| code_points(span, offsets));
    serde_json::to_string(&article).expect("an article has string keys and finite numbers alone")
}

/// Every way in which this article, its spans in code points as deserialised from a file, breaks
/// the laws of format 1; the spans of the faults are in code points too.
#[must_use]
pub fn check(article: &Article) -> Vec<Fault> {
    let mut faults = Vec::new();
    let in_bytes = convert(article.clone(), |field, span, offsets| {
        bytes(span, offsets).unwrap_or_else(|problem| {
            faults.push(Fault { field: field(), span: Some(span), problem });
            // Stands for a span that is already reported; it must not be reported again.
            Span::new(usize::MAX, 0, 0)
        })
    });
    let offsets: Vec<Offsets> =
        article.blocks.iter().map(|block| Offsets::new(&block.text)).collect();
    let others = super::check::check(&in_bytes).into_iter().filter_map(|fault| {
        let span = match fault.span {
            Some(Span { block: usize::MAX, .. }) => return None,
            span => span.map(|span| code_points(span, &offsets)),
        };
        Some(Fault { span, ..fault })
    });
    faults.extend(others);
    faults
}

/// The file's span in bytes.
fn bytes(span: Span, blocks: &[Offsets]) -> Result<Span, Problem> {
    let offsets = blocks.get(span.block).ok_or(Problem::NoSuchBlock { blocks: blocks.len() })?;
    let byte = |code_point| offsets.byte_of_code_point(code_point).ok_or(Problem::PastTheEnd);
    let (start, end) = (byte(span.start)?, byte(span.end)?);
    if start >= end {
        return Err(Problem::Empty);
    }
    Ok(Span { start, end, ..span })
}

/// The span in code points.
fn code_points(span: Span, blocks: &[Offsets]) -> Span {
    let offsets = &blocks[span.block];
    let code_point =
        |byte| offsets.code_point_of_byte(byte).expect("spans in memory lie on code points");
    Span { start: code_point(span.start), end: code_point(span.end), ..span }
}

/// The article with every span turned into another; the function is told the span's field.
fn convert(
    mut article: Article,
    mut change: impl FnMut(&dyn Fn() -> String, Span, &[Offsets]) -> Span,
) -> Article {
    let blocks = std::mem::take(&mut article.blocks);
    let offsets: Vec<Offsets> = blocks.iter().map(|block| Offsets::new(&block.text)).collect();
    for (i, mention) in article.mentions.iter_mut().enumerate() {
        mention.at = change(&|| format!("mentions[{i}].at"), mention.at, &offsets);
    }
    for (i, quote) in article.quotes.iter_mut().enumerate() {
        for (j, part) in quote.parts.iter_mut().enumerate() {
            *part = change(&|| format!("quotes[{i}].parts[{j}]"), *part, &offsets);
        }
        for (name, span) in [("cue", &mut quote.cue), ("source", &mut quote.source)] {
            if let Some(span) = span {
                *span = change(&|| format!("quotes[{i}].{name}"), *span, &offsets);
            }
        }
    }
    for (i, figure) in article.figures.iter_mut().enumerate() {
        figure.at = change(&|| format!("figures[{i}].at"), figure.at, &offsets);
        if let Some(of) = &mut figure.of {
            *of = change(&|| format!("figures[{i}].of"), *of, &offsets);
        }
    }
    article.blocks = blocks;
    article
}

/// Whole numbers are written without a fraction: `500`, not `500.0`.
pub(super) mod number {
    use serde::{Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "the signature that serde asks for")]
    #[expect(clippy::cast_possible_truncation, reason = "the bound is checked")]
    pub(in crate::article) fn serialize<S: Serializer>(
        value: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        /// Up to here every whole number has its own `f64`.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match value {
            Some(number) if number.fract() == 0.0 && number.abs() <= EXACT => {
                (*number as i64).serialize(serializer)
            }
            number => number.serialize(serializer),
        }
    }
}
