//! Quotations: what is said, by whom.

use crate::article::{Mention, Quote};

use super::person::People;
use super::text::Text;

/// The quotes of an article, and all mentions: those by name, and the roles and pronouns that name
/// a speaker.
#[derive(Default)]
pub(crate) struct Quotations {
    /// In the order of the text.
    pub(crate) quotes: Vec<Quote>,
    /// In the order of the text.
    pub(crate) mentions: Vec<Mention>,
}

/// What the text gives as somebody's words.
pub(crate) fn find(_text: &Text, people: &People) -> Quotations {
    Quotations { quotes: Vec::new(), mentions: people.mentions.clone() }
}
