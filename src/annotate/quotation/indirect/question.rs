//! What is asked in the author's words: «спросил, когда откроют мост», «поинтересовалась, будет ли он платным».

use crate::annotate::quotation::draft::Site;
use crate::article::Evidence;
use crate::language::speech::{Function, Takes};

use super::Scan;

/// How far the comma can stand from the word of asking, in tokens: «спросил вчера у министра».
const GAP: usize = 8;

/// How many words what is asked begins with at most before «ли».
const BEFORE_WHETHER: usize = 4;

impl Scan<'_> {
    /// «спросил, когда …»
    pub(super) fn question(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Question)?;
        let limit = self.sentence.end.min(token + GAP);
        let comma = (token + 1..limit).find(|&at| view.word(at) == ",")?;
        let start = comma + 1;
        let asks = |at: usize| {
            matches!(
                view.function(at),
                Some(Function::Question | Function::Relative | Function::As | Function::This)
            )
        };
        // «о чём», «с кем»
        let behind = matches!(
            view.function(start),
            Some(Function::In | Function::Preposition | Function::About | Function::According)
        );
        let whether = (start + 1..start + 1 + BEFORE_WHETHER)
            .any(|at| view.function(at) == Some(Function::Whether));
        // «объяснил это после того, как …»
        let is_tied =
            matches!(view.function(comma - 1), Some(Function::Correlate | Function::Thought));
        if is_tied || self.is_denied(token) || !(asks(start + usize::from(behind)) || whether) {
            return None;
        }
        // «…, и ушёл», «…, и он отмахнулся»
        let end = self.second_predicate(token, start..self.content_end(start));
        let site = Site::Clause { block: view.number, tokens: self.from..comma, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::VerbBefore]);
        Some(end)
    }
}
