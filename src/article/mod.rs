//! The article: format 1 as plain types.
//!
//! In comes JSON, out go [`Article`] values and JSON again; every other room works on these types.
//! In memory a [`Span`] counts bytes of its block; in the file it counts Unicode code points. The
//! two meet in [`file`] and nowhere else. This room knows no other room.

mod block;
mod check;
mod figure;
pub mod file;
mod offset;
mod person;
mod quote;
#[cfg(feature = "command")]
mod schema;
mod segment;
mod span;

pub use block::{Block, BlockKind, Image};
pub use check::{Fault, Problem, check};
pub use figure::{Bound, Figure, FigureKind};
pub use offset::{Offsets, slice_code_points};
pub use person::{Gender, Mention, MentionKind, Person};
pub use quote::{Evidence, Quote, QuoteKind, Speaker};
#[cfg(feature = "command")]
pub use schema::schema;
pub use segment::{Segment, segments};
pub use span::Span;

use serde::{Deserialize, Serialize};

/// The number of the format that these types describe.
pub const FORMAT: u32 = 1;

/// One news article: its text as blocks, and what is known about the text as spans into them.
///
/// Metadata carries the names of schema.org's `NewsArticle`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The number of the format, 1.
    pub format: u32,
    /// The article's name in addresses: `[a-z0-9-]{1,80}` in a published file; for an annotated
    /// file, the file's name without its ending.
    pub id: String,
    /// The language of the text, BCP 47.
    pub in_language: String,
    /// Who wrote it: nominative, given name first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<String>,
    /// When it was published: an RFC 3339 date or date-time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The picture that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
    /// The blocks, by number, before which the source has lost what the block before them announces. Known of
    /// a plain text alone, by its empty lines; no article file holds it.
    #[serde(skip)]
    pub after_lost: Vec<usize>,
    /// The people named, one entry per individual.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Where the people are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// What is said, by whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// The figures given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

impl Article {
    /// The headline's text, or nothing where the article has none.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Headline).map(|b| b.text.as_str())
    }

    /// The words that a span marks; nothing where it does not fit the text.
    #[must_use]
    pub fn text(&self, span: Span) -> Option<&str> {
        self.blocks.get(span.block)?.text.get(span.start..span.end)
    }

    /// The person of this id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The same article with its text alone: no people, mentions, quotes or figures.
    #[must_use]
    pub fn without_annotations(self) -> Self {
        Self {
            people: Vec::new(),
            mentions: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            ..self
        }
    }
}
