//! Russian.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Language, list};

/// What is known about Russian.
pub(super) static RU: LazyLock<Language> = LazyLock::new(|| Language {
    tag: "ru",
    abbreviations: list::entries(include_str!("abbreviations.txt")).collect(),
    and: HashSet::from(["и"]),
    byline_labels: list::entries(include_str!("byline_labels.txt")).collect(),
    credits: list::entries(include_str!("credits.txt")).collect(),
    furniture: list::entries(include_str!("furniture.txt")).collect(),
});
