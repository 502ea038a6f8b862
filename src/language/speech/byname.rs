//! Bynames: the words that stand for a post or a body.

use super::{NounKind, Speech};

/// How many letters an adjective's ending has at most: «ого».
const ADJECTIVE_ENDING: usize = 3;

impl Speech {
    /// The posts that this word, or these two, can stand for.
    #[must_use]
    pub fn posts(&self, byname: &str) -> &[&'static str] {
        self.bynames.get(byname).map_or(&[], Vec::as_slice)
    }

    /// The words that say the same of a post as this adjective: «американского», «США».
    #[must_use]
    pub fn said_otherwise(&self, adjective: &str) -> &[&'static str] {
        self.same_adjectives
            .iter()
            .find(|(stem, _)| adjective.starts_with(stem))
            .map_or(&[], |(_, words)| words.as_slice())
    }

    /// Whether this adjective tells nothing of a post: «нынешний».
    #[must_use]
    pub fn says_nothing(&self, adjective: &str) -> bool {
        self.same_adjectives.iter().any(|(stem, words)| {
            let ending = adjective.strip_prefix(stem).map(|ending| ending.chars().count());
            words.is_empty() && ending.is_some_and(|letters| letters <= ADJECTIVE_ENDING)
        })
    }

    /// Whether this noun is a medium's, for which another stands: «газета» («издание»).
    #[must_use]
    pub fn is_medium(&self, noun: &str) -> bool {
        self.bynames.iter().any(|(byname, nouns)| {
            nouns.contains(&noun)
                && self.of(byname).noun.is_some_and(|noun| noun.kind == NounKind::ItsMedium)
        })
    }
}
