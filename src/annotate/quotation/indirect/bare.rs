//! Reported speech without a conjunction: “she said the lamps would stay off”, “the ferry, she said,
//! was finished”.

use crate::article::Evidence;
use crate::language::grammar::Habit;
use crate::language::speech::{Form, Function, Takes};

use super::{Scan, Taken};
use crate::annotate::quotation::draft::Site;
use crate::annotate::quotation::view::REACH;

/// How many words the subject before a word of saying can have.
const SUBJECT: usize = 12;

/// How far into what is said its verb can stand.
const VERB: usize = 12;

impl Scan<'_> {
    /// “she said the lamps would stay off”
    pub(super) fn bare(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if !view.has(Habit::BareThat) || self.is(token, Taken::Author) {
            return None;
        }
        let cue = view.finite_cue(token, Takes::That)?;
        let start = token + 1;
        let has_subject =
            token > self.from && view.word(token - 1) != "," || self.closes_aside(token);
        let opens = view.sense(start).pronoun.is_some()
            || matches!(view.function(start), Some(Function::Article | Function::Opener))
            || view.is_capital(start)
            || view.sense(start).noun.is_some();
        if cue.takes(Takes::Loose) || cue.form != Form::Singular || !has_subject || !opens {
            return None;
        }
        let end = self.content_end(start);
        let verb = (start + 1..end.min(start + VERB))
            .take_while(|&at| view.word(at) != ",")
            .any(|at| view.looks_finite(at));
        if self.is(start, Taken::Speech) || !verb {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::VerbBefore]);
        Some(end)
    }

    /// Whether the comma before this token closes what stands between a subject and its verb.
    fn closes_aside(&self, token: usize) -> bool {
        token > self.from + 2
            && self.view.word(token - 1) == ","
            && (self.from..token - 1).any(|at| self.view.word(at) == ",")
    }

    /// “…, the clerk's office said.”, “Until then, she said, …”: the subject stands first.
    pub(super) fn inserted(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if !view.has(Habit::BareThat) || self.is(token, Taken::Author) {
            return None;
        }
        view.finite_cue(token, Takes::That).filter(|cue| !cue.takes(Takes::Loose))?;
        let closed = view.word(token + 1) == ","
            || view.is_stop(token + 1)
            || token + 1 >= self.sentence.end;
        let comma = (self.from..token).rev().find(|&at| view.word(at) == ",")?;
        let is_subject = |at: usize| {
            let sense = view.sense(at);
            view.is_capital(at) || sense.noun.is_some() || sense.pronoun.is_some()
        };
        let words = view.words(comma + 1..token);
        if !closed
            || words == 0
            || words > SUBJECT
            || !(comma + 1..token).any(is_subject)
            || comma <= self.from
            || self.is(comma - 1, Taken::Speech)
            || matches!(
                view.function(comma + 1),
                Some(Function::Relative | Function::And | Function::As)
            )
        {
            return None;
        }
        let tokens = comma + 1..token + 1;
        let site = Site::Clause { block: view.number, tokens, cue: token };
        let before = view.trimmed(self.from..comma);
        let mut parts = vec![before];
        let mut next = self.sentence.end.min(token + REACH);
        if view.word(token + 1) == "," {
            next = self.content_end(token + 2);
            parts.push(view.without_stop(token + 2..next));
        }
        parts.retain(|part| !part.is_empty());
        self.push(parts, Some(token), site, vec![Evidence::VerbAfter]);
        Some(next)
    }
}
