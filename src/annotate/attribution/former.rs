//! Posts by their adjectives: the «бывший мэр» is the «экс-мэр», and no «нынешний мэр».

use std::ops::Range;

use crate::annotate::quotation::view::View;

use super::role::content_words;
use super::{Attributor, phrase};

impl Attributor<'_> {
    /// Whether these adjectives are said of no role of this person that the noun behind them tells: «нынешний
    /// мэр», of the former mayor.
    pub(super) fn is_denied(
        &self,
        person: usize,
        view: &View,
        adjectives: Range<usize>,
        noun: &str,
    ) -> bool {
        let role = &self.known[person].role;
        let tells = |word: &str| word == noun || view.speech().posts(noun).contains(&word);
        content_words(view, adjectives).iter().any(|adjective| {
            let mut denied = view.speech().denied_by(adjective);
            denied.any(|opening| {
                role.iter().filter_map(|word| word.strip_prefix(opening)).any(|former| {
                    // «бывший мэр», «экс-мэр»
                    tells(former) || role.iter().any(|word| tells(word))
                })
            })
        })
    }

    /// Whether a full title without any adjective is another's than this person's, who held the post once: «президент страны»,
    /// of the «бывший президент».
    pub(super) fn held_it_once(&self, person: usize, view: &View, head: usize, end: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let word = phrase::whole(view.block.folded(head), view.nominative(noun));
        let mut role = self.known[person].role.iter();
        let is_former = role.next().is_some_and(|first| view.speech().is_former(first));
        is_former && end > head + 1 && role.next().is_some_and(|post| *post == *word)
    }

    /// Whether the role opens as these adjectives say of the noun behind them: «бывший мэр», of the «экс-мэр».
    pub(super) fn was(
        &self,
        person: usize,
        view: &View,
        adjectives: Range<usize>,
        noun: &str,
    ) -> bool {
        let role = &self.known[person].role;
        content_words(view, adjectives)
            .iter()
            .flat_map(|adjective| view.speech().said_otherwise(adjective))
            .filter(|opening| opening.ends_with('-'))
            .any(|opening| role.iter().any(|word| word.strip_prefix(opening) == Some(noun)))
    }
}
