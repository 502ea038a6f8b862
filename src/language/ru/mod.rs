//! Russian.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::numbers::{Lists, Numbers};
use super::{Language, list};

/// What is known about Russian.
pub(super) static RU: LazyLock<Language> = LazyLock::new(|| Language {
    tag: "ru",
    abbreviations: list::entries(include_str!("abbreviations.txt")).collect(),
    and: HashSet::from(["и"]),
    byline_labels: list::entries(include_str!("byline_labels.txt")).collect(),
    credits: list::entries(include_str!("credits.txt")).collect(),
    furniture: list::entries(include_str!("furniture.txt")).collect(),
    numbers: Numbers::new(&Lists {
        endings: include_str!("endings.txt"),
        number_words: include_str!("number_words.txt"),
        months: include_str!("months.txt"),
        weekdays: include_str!("weekdays.txt"),
        seasons: include_str!("seasons.txt"),
        periods: include_str!("periods.txt"),
        time_words: include_str!("time_words.txt"),
        units: include_str!("units.txt"),
        currencies: include_str!("currencies.txt"),
        bounds: include_str!("bounds.txt"),
        bound_tails: include_str!("bound_tails.txt"),
        lead_phrases: include_str!("lead_phrases.txt"),
        clock_phrases: include_str!("clock_phrases.txt"),
        length_tails: include_str!("length_tails.txt"),
        adjective_endings: include_str!("adjective_endings.txt"),
        predicate_endings: include_str!("predicate_endings.txt"),
        contexts: include_str!("contexts.txt"),
    }),
});
