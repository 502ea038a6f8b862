//! What is asked in the author's words: «спросил, когда откроют мост», «поинтересовалась, будет ли он платным».

use crate::annotate::quotation::draft::Site;
use crate::article::Evidence;
use crate::language::speech::{Form, Function, Takes};

use super::Scan;

/// How far the comma can stand from the word of asking, in tokens: «спросил вчера у министра».
const GAP: usize = 8;

/// How long the clause of a question can be, in tokens.
const CLAUSE: usize = 14;

/// How many words what is asked begins with at most before «ли».
const BEFORE_WHETHER: usize = 4;

impl Scan<'_> {
    /// Whether «что» before this token asks for a thing: «объяснил, что делать с паводком», «рассказала, что случилось на
    /// мосту».
    pub(super) fn is_asked(&self, start: usize) -> bool {
        let view = self.view;
        let ends = |at: usize| view.is_stop(at) || view.word(at) == ",";
        let behind = start + 1;
        let limit = self.sentence.end.min(start + CLAUSE);
        let Some(end) = (behind..limit).find(|&at| ends(at)) else { return false };
        let is_verb = view.looks_infinitive(start)
            || view.verb_form(start) == Some(Form::Neuter) && view.sense(start).noun.is_none();
        // «что лгать нельзя», «что уйти он не может», «что пришлось отступить»
        let has_predicate = (behind..end).any(|at| {
            view.looks_finite(at)
                || view.looks_short(at)
                || view.looks_infinitive(at)
                || view.is_adverb(at)
                || view.function(at) == Some(Function::Not)
        });
        // «что признаваться в том, чего не делала, она не станет»
        let goes_on = view.looks_infinitive(start) && !view.is_stop(end);
        is_verb && !goes_on && (view.is_preposition(behind) || behind == end) && !has_predicate
    }

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
