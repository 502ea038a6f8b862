use std::collections::HashSet;
use std::fmt;

use unicode_segmentation::GraphemeCursor;

use super::{Article, FORMAT, Quote, Span, Speaker};

/// One way in which an article breaks the format: which field, where in the text, what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The field, as a path: `quotes[2].parts[0]`.
    pub field: String,
    /// The place in the text, in the unit of the caller's article.
    pub span: Option<Span>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.field)?;
        if let Some(Span { block, start, end }) = self.span {
            write!(f, "block {block}, offsets {start} to {end}: ")?;
        }
        write!(f, "{}", self.problem)
    }
}

/// What is wrong with a field; its text says what to do.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// Another format's number.
    #[error("found format {0}, expected {FORMAT}; convert the file to format {FORMAT}")]
    Format(u32),
    /// An id that cannot stand in an address.
    #[error("found \"{0}\", expected 1 to 80 of a-z, 0-9 and hyphen; rename the file or the id")]
    Id(String),
    /// Nothing to read.
    #[error("the article has no blocks; give it at least one block with text")]
    NoBlocks,
    /// A block without text.
    #[error("the text is empty; leave the block out")]
    EmptyText,
    /// A block number past the last block.
    #[error("there is no such block, the article has {blocks}; count blocks from 0")]
    NoSuchBlock {
        /// How many there are.
        blocks: usize,
    },
    /// An offset past the text.
    #[error("the span runs past the end of the block's text; count Unicode code points from 0")]
    PastTheEnd,
    /// `start` is not before `end`.
    #[error("the span holds no text; its start must come before its end, which is exclusive")]
    Empty,
    /// An edge inside a grapheme.
    #[error("the span splits a character at its {edge}; move the edge past the combining mark")]
    SplitsGrapheme {
        /// `start` or `end`.
        edge: &'static str,
    },
    /// The same id twice.
    #[error("the id \"{0}\" stands twice; give each its own")]
    RepeatedId(String),
    /// A reference to nothing.
    #[error("there is no {what} \"{id}\"; add it, or take the reference out")]
    Dangling {
        /// What was looked for.
        what: &'static str,
        /// By this id.
        id: String,
    },
    /// A quote without words.
    #[error("the quote has no parts; give it at least one")]
    NoParts,
    /// Parts out of order or over one another.
    #[error("the parts overlap or are out of order; list them in reading order")]
    PartsOutOfOrder,
    /// Two quotes over the same text.
    #[error("the quote overlaps {0}; cut one of the two")]
    Overlap(String),
    /// Not a probability.
    #[error("found {0}, expected a number from 0 to 1")]
    Confidence(f64),
    /// A number that is none.
    #[error("found \"{0}\", expected {1}")]
    Malformed(String, &'static str),
    /// A field that format 1 does not have.
    #[error("format {FORMAT} has no such field; take it out or mend its name")]
    UnknownField,
}

/// Every way in which this article, its spans in bytes, breaks the laws of format 1; empty for a
/// sound one.
#[must_use]
pub fn check(article: &Article) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    if article.format != FORMAT {
        faults.add("format", None, Problem::Format(article.format));
    }
    if !is_id(&article.id) {
        faults.add("id", None, Problem::Id(article.id.clone()));
    }
    if !is_language_tag(&article.in_language) {
        let found = article.in_language.clone();
        faults.add("inLanguage", None, Problem::Malformed(found, "a BCP 47 tag such as ru"));
    }
    if let Some(date) = &article.date_published
        && !is_date(date)
    {
        let problem = Problem::Malformed(date.clone(), "an RFC 3339 date such as 2018-09-26");
        faults.add("datePublished", None, problem);
    }
    if article.blocks.is_empty() {
        faults.add("blocks", None, Problem::NoBlocks);
    }
    for (i, block) in article.blocks.iter().enumerate() {
        if block.text.trim().is_empty() {
            faults.add(format!("blocks[{i}].text"), None, Problem::EmptyText);
        }
    }
    faults.unique("people", article.people.iter().map(|person| &person.id));
    faults.unique("quotes", article.quotes.iter().map(|quote| &quote.id));
    faults.unique("figures", article.figures.iter().map(|figure| &figure.id));
    for (i, mention) in article.mentions.iter().enumerate() {
        faults.person(article, || format!("mentions[{i}].person"), &mention.person);
        faults.span(article, || format!("mentions[{i}].at"), mention.at);
    }
    for (i, quote) in article.quotes.iter().enumerate() {
        faults.quote(article, i, quote);
    }
    faults.overlaps(article);
    for (i, figure) in article.figures.iter().enumerate() {
        faults.span(article, || format!("figures[{i}].at"), figure.at);
        if let Some(of) = figure.of {
            faults.span(article, || format!("figures[{i}].of"), of);
        }
        if let Some(id) = &figure.quote
            && !article.quotes.iter().any(|quote| quote.id == *id)
        {
            let problem = Problem::Dangling { what: "quote", id: id.clone() };
            faults.add(format!("figures[{i}].quote"), Some(figure.at), problem);
        }
    }
    faults.0
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, field: impl Into<String>, span: Option<Span>, problem: Problem) {
        self.0.push(Fault { field: field.into(), span, problem });
    }

    fn unique<'a>(&mut self, field: &str, ids: impl Iterator<Item = &'a String>) {
        let mut seen = HashSet::new();
        for (i, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.add(format!("{field}[{i}].id"), None, Problem::RepeatedId(id.clone()));
            }
        }
    }

    fn person(&mut self, article: &Article, field: impl Fn() -> String, id: &str) {
        if article.person(id).is_none() {
            self.add(field(), None, Problem::Dangling { what: "person", id: id.to_owned() });
        }
    }

    fn span(&mut self, article: &Article, field: impl Fn() -> String, span: Span) {
        let Some(block) = article.blocks.get(span.block) else {
            let problem = Problem::NoSuchBlock { blocks: article.blocks.len() };
            return self.add(field(), Some(span), problem);
        };
        if span.end > block.text.len() {
            return self.add(field(), Some(span), Problem::PastTheEnd);
        }
        if span.start >= span.end {
            return self.add(field(), Some(span), Problem::Empty);
        }
        for (edge, at) in [("start", span.start), ("end", span.end)] {
            if !is_grapheme_edge(&block.text, at) {
                self.add(field(), Some(span), Problem::SplitsGrapheme { edge });
            }
        }
    }

    fn quote(&mut self, article: &Article, i: usize, quote: &Quote) {
        if quote.parts.is_empty() {
            self.add(format!("quotes[{i}].parts"), None, Problem::NoParts);
        }
        for (j, part) in quote.parts.iter().enumerate() {
            self.span(article, || format!("quotes[{i}].parts[{j}]"), *part);
        }
        for pair in quote.parts.windows(2) {
            if (pair[0].block, pair[0].end) > (pair[1].block, pair[1].start) {
                let field = format!("quotes[{i}].parts");
                self.add(field, Some(pair[1]), Problem::PartsOutOfOrder);
            }
        }
        for (name, span) in [("cue", quote.cue), ("source", quote.source)] {
            if let Some(span) = span {
                self.span(article, || format!("quotes[{i}].{name}"), span);
            }
        }
        if let Some(Speaker::Person(id)) = &quote.speaker {
            self.person(article, || format!("quotes[{i}].speaker.person"), id);
        }
        if !(0.0..=1.0).contains(&quote.confidence) {
            let field = format!("quotes[{i}].confidence");
            self.add(field, None, Problem::Confidence(quote.confidence));
        }
    }

    /// No two quotes share text.
    fn overlaps(&mut self, article: &Article) {
        let mut parts: Vec<(Span, usize)> = article
            .quotes
            .iter()
            .enumerate()
            .flat_map(|(i, quote)| quote.parts.iter().map(move |part| (*part, i)))
            .collect();
        parts.sort_unstable();
        for pair in parts.windows(2) {
            let [(first, i), (second, j)] = [pair[0], pair[1]];
            if i != j && first.overlaps(&second) {
                let other = article.quotes[i].id.clone();
                self.add(format!("quotes[{j}].parts"), Some(second), Problem::Overlap(other));
            }
        }
    }
}

/// Whether an id can stand in an address: `[a-z0-9-]{1,80}`.
fn is_id(id: &str) -> bool {
    (1..=80).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether this has the shape of a BCP 47 tag: subtags of 1 to 8 letters or digits, a letter first.
fn is_language_tag(tag: &str) -> bool {
    tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.split('-').all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// Whether this opens with an RFC 3339 full-date, alone or with a time after it.
fn is_date(date: &str) -> bool {
    let bytes = date.as_bytes();
    let digits = |from: usize, to: usize| {
        bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let number = |from: usize, to: usize| date.get(from..to).and_then(|n| n.parse::<u8>().ok());
    digits(0, 4)
        && digits(5, 7)
        && digits(8, 10)
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && number(5, 7).is_some_and(|month| (1..=12).contains(&month))
        && number(8, 10).is_some_and(|day| (1..=31).contains(&day))
        && (bytes.len() == 10 || matches!(bytes[10], b'T' | b't' | b' ') && digits(11, 13))
}

fn is_grapheme_edge(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}
