//! Clauses of reported speech: «сообщил, что …».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::article::Evidence;
use crate::language::grammar::Habit;
use crate::language::speech::{Form, Function, Takes};

use super::{GAP, Scan};

/// How long the subject of a clause without its verb can be, in tokens.
const SUBJECT: usize = 8;

impl Scan<'_> {
    /// «сообщил, что …»
    pub(super) fn that(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token).filter(|cue| {
            [Takes::That, Takes::Infinitive, Takes::Thought].iter().any(|&takes| cue.takes(takes))
        })?;
        let conjunction = self.conjunction(token)?;
        // «пришёл к выводу, что …», but not «пришёл в город, что …».
        let thinks = || {
            let noun = conjunction - 1 - usize::from(view.word(conjunction - 1) == ",");
            view.function(noun) == Some(Function::Thought)
                || (self.from..conjunction).any(|at| view.function(at) == Some(Function::Hearing))
        };
        // «документы, свидетельствующие о том, что …»
        let is_loose = cue.form == Form::Participle && cue.takes(Takes::Loose);
        // «Сообщается, что …» names nobody: somebody may within the clause.
        let is_placed = || {
            (self.from..conjunction).any(|at| {
                matches!(view.function(at), Some(Function::In | Function::Relative))
                    || view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
            })
        };
        // «это говорит о том, что …»
        let is_sign = token > 0 && view.function(token - 1) == Some(Function::Copula);
        if (cue.takes(Takes::Thought) || is_loose) && !thinks() || self.is_denied(token) || is_sign
        {
            return None;
        }
        let start = conjunction + 1;
        if cue.form == Form::Place && !is_placed() {
            return Some(start);
        }
        let end = self.second_predicate(token, start..self.content_end(start));
        let end = if self.is_parted(token) { self.main_verb(start..end) } else { end };
        let end = self.then(token, start..end);
        let site = Site::Clause { block: view.number, tokens: self.from..conjunction, cue: token };
        self.report(
            start..end,
            Some(token),
            site,
            vec![Evidence::Conjunction, Evidence::VerbBefore],
        );
        Some(self.shared(end, Evidence::Conjunction))
    }

    /// Past the clause that shares its verb with the one before this comma, which it reports.
    pub(super) fn shared(&mut self, comma: usize, because: Evidence) -> usize {
        let Some((subject, start)) = self.verbless(comma) else { return comma };
        let end = self.content_end(start);
        let site = Site::Phrase { block: self.view.number, tokens: subject };
        self.report(start..end, None, site, vec![because]);
        end
    }

    /// The subject of a clause that shares its verb with the one before this comma, and where it begins
    /// to report: «…, а оппозиция — что …», «…, ответчик — оставить …».
    pub(super) fn verbless(&self, comma: usize) -> Option<(Range<usize>, usize)> {
        let view = self.view;
        if view.word(comma) != "," {
            return None;
        }
        let is_joined = view.function(comma + 1) == Some(Function::And);
        let subject = comma + 1 + usize::from(is_joined);
        let dash = (subject..self.sentence.end.min(subject + SUBJECT))
            .take_while(|&at| view.word(at) != ",")
            .find(|&at| view.is_dash(at))?;
        let that = dash + 1 + usize::from(view.word(dash + 1) == ",");
        let start = match view.function(that) {
            Some(Function::That) if is_joined => that + 1,
            _ if view.looks_infinitive(that) => that,
            _ => return None,
        };
        let is_subject = (subject..dash).all(|at| view.is_word(at) && view.cue(at).is_none());
        (dash > subject && is_subject).then_some((subject..dash, start))
    }

    /// Where in the clause that this word of saying governs its subject does something else: «сказал,
    /// что лёд тонок, и ушёл». The comma closes the clause, and the verbs agree.
    fn second_predicate(&self, cue: usize, clause: Range<usize>) -> usize {
        let view = self.view;
        let ending = |verb: usize| view.block.folded(verb).trim_end_matches("ся").chars().last();
        // Of a clause within the clause, the comma closes that.
        let is_inner = |at: usize| {
            matches!(
                view.function(at),
                Some(Function::That | Function::SoThat | Function::Relative | Function::As)
            )
        };
        let is_predicate = |at: usize| {
            let verb = at + 2;
            view.word(at) == ","
                && view.function(at + 1) == Some(Function::And)
                && view.looks_finite(verb)
                && view.sense(verb).noun.is_none()
                && ending(verb) == ending(cue)
                && !self.is(at, Taken::Speech)
        };
        let mut own = clause.clone().take_while(|&at| !is_inner(at));
        own.find(|&at| is_predicate(at)).unwrap_or(clause.end)
    }

    /// Where the clause ends that depends on the one behind it: «если в мэрии говорят, что снег убран, то
    /// жители …».
    fn then(&self, cue: usize, clause: Range<usize>) -> usize {
        let view = self.view;
        let depends = (self.from..cue).any(|at| view.function(at) == Some(Function::Subordinate));
        let is_then = |at: usize| {
            view.word(at) == ","
                && view.function(at + 1) == Some(Function::Thought)
                && view.word(at + 2) != ","
        };
        clause.clone().find(|&at| depends && is_then(at)).unwrap_or(clause.end)
    }

    /// Whether the word of saying is a participle, or a relative clause's.
    fn is_parted(&self, cue: usize) -> bool {
        let view = self.view;
        let first = self.sentence.start.max(cue.saturating_sub(GAP));
        let mut before = (first..cue).rev().take_while(|&at| view.word(at) != ",");
        before.any(|at| view.function(at) == Some(Function::Relative))
            || view.cue(cue).is_some_and(|cue| cue.form == Form::Participle)
    }

    /// Where the clause ends that a participle or relative clause reports: «свидетель, утверждавший, что
    /// видел дым, отказался от показаний».
    pub(super) fn main_verb(&self, clause: Range<usize>) -> usize {
        let view = self.view;
        let goes_on = |at: usize| {
            let verb = at + 1 + usize::from(view.function(at + 1) == Some(Function::Not));
            let is_verb = view.looks_finite(verb)
                && view.sense(verb).noun.is_none()
                && !view.is_oblique_adjective(verb);
            view.word(at) == ","
                && (is_verb || view.finite_cue(verb, Takes::Direct).is_some())
                && !self.is(at, Taken::Speech)
        };
        // «что судно, шедшее на юг, свернуло»: the clause has not had its verb.
        let is_whole = |comma: usize| {
            (clause.start..comma).any(|at| view.looks_finite(at))
                || !(clause.start..comma).any(|at| view.word(at) == ",")
        };
        clause.clone().find(|&at| goes_on(at) && is_whole(at)).unwrap_or(clause.end)
    }

    /// Whether it is not said: «не уточняют, что …». What somebody does not think or rule out is a view.
    fn is_denied(&self, token: usize) -> bool {
        let view = self.view;
        token > 0
            && view.function(token - 1) == Some(Function::Not)
            && view
                .cue(token)
                .is_some_and(|cue| cue.takes(Takes::Direct) && !cue.takes(Takes::Name))
    }

    /// The conjunction that the word of saying governs.
    pub(super) fn conjunction(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        // «заявили о выходе из союза, что …» tells more of what was claimed.
        if view.function(cue + 1) == Some(Function::About)
            && view.function(cue + 2) != Some(Function::Thought)
        {
            return None;
        }
        let limit = self.sentence.end.min(cue + GAP);
        let mut at = cue + 1;
        let mut commas = 0;
        while at < limit {
            if self.is(at, Taken::Speech) {
                return None;
            }
            if view.function(at) == Some(Function::That)
                || view.function(at) == Some(Function::SoThat)
                    && view.cue(cue).is_some_and(|cue| cue.takes(Takes::Infinitive))
            {
                // «потребовали выдать его, чтобы …» asks by the infinitive.
                if view.function(at) == Some(Function::SoThat)
                    && (cue + 1..at).any(|at| view.looks_infinitive(at))
                {
                    return None;
                }
                let after_comma = view.word(at - 1) == ",";
                // «жалоба по поводу того, что …», «из-за того, что …»
                if after_comma && at > cue + 2 && view.function(at - 2) == Some(Function::Correlate)
                {
                    return None;
                }
                // «сказав лишь что …»
                let only_filler =
                    (cue + 1..at).all(|at| view.function(at) == Some(Function::Filler));
                let free = view.has(Habit::BareThat);
                return (after_comma || only_filler || free).then_some(at);
            }
            match view.word(at) {
                "," => commas += 1,
                ":" | ";" => return None,
                _ => {}
            }
            if commas > 2
                || view.cue(at).is_some_and(|cue| {
                    cue.takes(Takes::That)
                        && (!cue.takes(Takes::Loose) || commas > 0)
                        && cue.form != Form::Participle
                })
            {
                return None;
            }
            if commas > 0 && (view.function(at) == Some(Function::Relative)) {
                return None;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                return None;
            }
            at += 1;
        }
        None
    }
}
