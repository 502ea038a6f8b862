//! Posts by their adjectives: the «бывший мэр» is the «экс-мэр», and no «нынешний мэр».

use std::ops::Range;

use crate::annotate::quotation::view::View;

use super::Attributor;
use super::role::content_words;

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
