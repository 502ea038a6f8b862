//! Bynames: the words that stand for a post, a trade or a body.

use super::{NounKind, Speech};

/// How many letters an adjective's ending has at most: «ого».
const ADJECTIVE_ENDING: usize = 3;

/// How many fields of trades there can be.
pub(super) const FIELDS: usize = 64;

/// The fields that a trade is of, as sets; none for what anybody can be.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Fields {
    /// All of them.
    pub all: u64,
    /// Those of whose trades, each, this is said: «спортсмен».
    pub said_of: u64,
    /// Those whose people it can head: «глава».
    pub can_head: u64,
    /// Whether nobody of other fields is meant: «корреспондент».
    pub is_own: bool,
    /// Whether no trade of another field means one of it: «судья».
    pub is_apart: bool,
    /// Whether its people may have a trade as well: «школьник».
    pub is_learning: bool,
    /// Whom it rather tells of.
    pub told: Told,
}

/// Whom a noun for a trade rather tells of.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Somebody new as well as somebody named: «врач».
    #[default]
    Anybody,
    /// Somebody named: «певица».
    Named,
    /// Whom the text named first: «победитель».
    First,
}

impl Speech {
    /// The posts that this word, or these two, can stand for.
    #[must_use]
    pub fn posts(&self, byname: &str) -> &[&'static str] {
        self.bynames.get(byname).map_or(&[], Vec::as_slice)
    }

    /// The fields that this trade is of.
    #[must_use]
    pub fn fields(&self, trade: &str) -> Fields {
        self.trades.get(trade).copied().unwrap_or_default()
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
            words.iter().all(|word| word.starts_with('!'))
                && ending.is_some_and(|letters| letters <= ADJECTIVE_ENDING)
        })
    }

    /// What no word of a role may open with that has this adjective: «нынешний», «экс-».
    pub fn denied_by(&self, adjective: &str) -> impl Iterator<Item = &'static str> {
        self.said_otherwise(adjective).iter().filter_map(|word| word.strip_prefix('!'))
    }

    /// Whether a role that opens with this word is one of before: «бывший».
    #[must_use]
    pub fn is_former(&self, word: &str) -> bool {
        let denied = self.same_adjectives.iter().flat_map(|(_, words)| words);
        denied.filter_map(|denied| denied.strip_prefix('!')).any(|former| word.starts_with(former))
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
