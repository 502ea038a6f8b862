//! Clauses of reported speech: «сообщил, что …».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, Takes};

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
            matches!(view.function(noun), Some(Function::Thought | Function::Ranking))
                // «дал понять журналистам, что …»
                || view.function(token + 1) == Some(Function::Thought)
                || (self.from..conjunction).any(|at| view.function(at) == Some(Function::Hearing))
        };
        // «документы, свидетельствующие о том, что …»
        let is_loose = cue.form == Form::Participle && cue.takes(Takes::Loose);
        // «Сообщается, что …» names nobody: somebody may within the clause.
        let is_placed = || {
            (self.from..conjunction).any(|at| {
                matches!(view.function(at), Some(Function::In | Function::Relative | Function::There))
                    // «Из них следует, что …»
                    || view.is_preposition(at) && view.sense(at + 1).pronoun.is_some()
                    || view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
            })
        };
        // «это говорит о том, что …»
        // And «на это возразил, что …» does not.
        let is_sign = token > 0
            && view.function(token - 1) == Some(Function::Copula)
            && !(token > 1 && view.is_preposition(token - 2));
        if (cue.takes(Takes::Thought) || is_loose) && !thinks()
            || self.is_denied(token)
            || is_sign
            || self.is_said_by_thing(token)
        {
            return None;
        }
        let start = conjunction + 1;
        if self.is_asked(start) {
            return None;
        }
        if cue.form == Form::Place && !is_placed() {
            return Some(start);
        }
        let end = self.second_predicate(token, start..self.content_end(start));
        let end = self.main_clause(token, start..end);
        let end = self.then(token, start..end);
        let site = Site::Clause { block: view.number, tokens: self.from..conjunction, cue: token };
        let start = self.past_words(start..end);
        self.report(
            start..end,
            Some(token),
            site,
            vec![Evidence::Conjunction, Evidence::VerbBefore],
        );
        Some(self.shared(end, Evidence::Conjunction))
    }

    /// Where a clause of its own goes on behind words in marks that are all of the one before: «заявил, что «мост цел», но
    /// ездить по нему нельзя».
    fn past_words(&self, clause: Range<usize>) -> usize {
        let view = self.view;
        let first = clause.start;
        let opens = view.is_quotation_mark(first) && self.is(first + 1, Taken::Speech);
        let close = (first + 1..clause.end).find(|&at| !self.is(at, Taken::Speech));
        let Some(close) = close.filter(|_| opens) else { return first };
        // «заявил, что «мост цел» и что ездить по нему можно»
        if view.function(close + 1) == Some(Function::And)
            && view.function(close + 2) == Some(Function::That)
            && view.is_quotation_mark(close)
            && !(close..clause.end).any(|at| self.is(at, Taken::Speech))
        {
            return close + 3;
        }
        let start = close + 3 + usize::from(view.word(close + 3) == ",");
        let goes_on = view.is_quotation_mark(close)
            && view.word(close + 1) == ","
            && view.function(close + 2) == Some(Function::And)
            // «…, и после этого поиски прекратили»
            && (start > close + 3 || !view.is_preposition(start))
            && (start..clause.end).all(|at| !self.is(at, Taken::Speech))
            // «…, но, рабочих мало»
            && (start > close + 3
                || (start..clause.end).any(|at| view.looks_finite(at) || view.looks_short(at)));
        if goes_on { start } else { first }
    }

    /// Whether these words name nobody who speaks, so that a thing does so without words: «осведомлённость автора».
    pub(super) fn is_thing(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        let is_thing = |at: usize| {
            let noun = view.sense(at).noun;
            (view.is_lower(at) || at == self.sentence.start)
                && view.function(at).is_none()
                && view.sense(at).pronoun.is_none()
                && !view.is_adverb(at)
                && noun.is_none_or(|noun| !noun.is_in(Case::Nominative))
        };
        !tokens.is_empty() && { tokens }.all(is_thing)
    }

    /// Whether a thing says so: «осведомлённость автора говорит о том, что …». A word alone may be a name.
    fn is_said_by_thing(&self, cue: usize) -> bool {
        let view = self.view;
        view.function(cue + 1) == Some(Function::About)
            && view.cue(cue).is_some_and(|cue| cue.form == Form::Singular)
            && self.from + 1 < cue
            && self.is_thing(self.from..cue)
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
            Some(Function::That) if is_joined || view.function(subject) == Some(Function::In) => {
                that + 1
            }
            _ if view.looks_infinitive(that) => that,
            _ => return None,
        };
        let is_subject = (subject..dash).all(|at| view.is_word(at) && view.cue(at).is_none());
        // «…, в полиции — что …»
        let first = subject + usize::from(view.function(subject) == Some(Function::In));
        (dash > first && is_subject).then_some((first..dash, start))
    }

    /// Where in the clause that this word of saying governs its subject does something else: «сказал,
    /// что лёд тонок, и ушёл». The comma closes the clause, and the verbs agree.
    pub(super) fn second_predicate(&self, cue: usize, clause: Range<usize>) -> usize {
        let view = self.view;
        let ending = |verb: usize| {
            let word = view.block.folded(verb);
            let form = view.verb_form(verb).map(|form| form == Form::Plural);
            (word.trim_end_matches("ся").trim_end_matches("сь").chars().last(), form)
        };
        // Of a clause within the clause, the comma closes that.
        let is_inner = |at: usize| {
            matches!(
                view.function(at),
                Some(Function::That | Function::SoThat | Function::Relative | Function::As)
            )
        };
        let is_predicate = |at: usize| {
            // «…, и поэтому потребовала …»
            let links = view.function(at + 2) == Some(Function::Connective)
                && view.cue(at + 3).is_some_and(|cue| cue.form.is_finite());
            let verb = at + 2 + usize::from(links);
            view.word(at) == ","
                && view.function(at + 1) == Some(Function::And)
                && view.looks_finite(verb)
                && view.sense(verb).noun.is_none()
                && (ending(verb) == ending(cue)
                    // «в фирме полагают, что лёд тонок, и готовы ждать»
                    || view.looks_short(verb) && view.verb_form(verb) == view.verb_form(cue))
                && !self.is(at, Taken::Speech)
        };
        // «…, посчитав, что победил, и поддержав соперника»
        let is_gerund = view.cue(cue).is_some_and(|cue| cue.form == Form::Gerund);
        let adds = |at: usize| {
            let next = at + 1 + usize::from(view.function(at + 1) == Some(Function::Filler));
            let is_told = view.cue(next).is_some_and(|cue| cue.form == Form::Gerund);
            view.function(at) == Some(Function::And) && (is_told || view.looks_gerund(next))
        };
        // «признался, что мечтал о море, но побоялся»: the clause has his verb before.
        let has_own = || {
            let verb = clause.clone().find(|&at| view.looks_finite(at) || self.is_actor(at));
            verb.is_some_and(|verb| !self.is_actor(verb) && ending(verb) == ending(cue))
        };
        // «…, и попросил подождать»
        let tells = |verb: usize| {
            view.is_sure_cue(verb) || view.finite_cue(verb, Takes::Infinitive).is_some()
        };
        let mut own = clause.clone().take_while(|&at| !is_inner(at));
        let end = own
            .find(|&at| is_predicate(at) && (tells(at + 2) || !has_own()) || is_gerund && adds(at));
        let end = end.unwrap_or(clause.end);
        end - usize::from(end > clause.start && end < clause.end && view.word(end - 1) == ",")
    }

    /// Where the clause ends that depends on the one behind it: «если в мэрии говорят, что снег убран, то
    /// жители …».
    pub(super) fn then(&self, cue: usize, clause: Range<usize>) -> usize {
        let view = self.view;
        let depends = (self.from..cue).any(|at| view.function(at) == Some(Function::Subordinate));
        let is_then = |at: usize| {
            view.word(at) == ","
                && view.function(at + 1) == Some(Function::Thought)
                && view.word(at + 2) != ","
        };
        clause.clone().find(|&at| depends && is_then(at)).unwrap_or(clause.end)
    }

    /// Where the main clause goes on behind what this word of saying governs in a clause that depends on it: «Мэр,
    /// заявивший, что лёд тонок, ушёл», «Заявив, что лёд тонок, мэр ушёл».
    pub(super) fn main_clause(&self, cue: usize, clause: Range<usize>) -> usize {
        let view = self.view;
        let start = self.sentence.start.max(cue.saturating_sub(REACH));
        let comma = (start..cue).rev().find(|&at| view.word(at) == ",");
        let first = comma.map_or(start, |comma| comma + 1);
        let depends = match view.cue(cue).map(|cue| cue.form) {
            Some(Form::Gerund) => true,
            Some(Form::Participle) => comma.is_some(),
            _ => {
                view.function(first) == Some(Function::Relative)
                    || view.function(first) == Some(Function::As) && self.is_correlated(first)
                    || comma.is_none()
                        && matches!(
                            view.function(first),
                            Some(Function::Subordinate | Function::Question)
                        )
            }
        };
        let is_told = || {
            comma.is_some_and(|comma| (start..comma).any(|at| view.looks_finite(at)))
                // «Министр, который вчера был в порту заявил, что …»: the comma is missing.
                || view.function(first) == Some(Function::Relative)
                    && view.function(cue.saturating_sub(1)) != Some(Function::And)
                    && (first + 1..cue).any(|at| self.is_verb(at))
        };
        if !depends || start > self.sentence.start || is_told() {
            return clause.end;
        }
        self.main_from(
            comma.is_some_and(|comma| (start..comma).any(|at| self.is_actor(at))),
            clause,
        )
    }

    /// Whether somebody is named here: a name, a pronoun, a human being.
    fn is_actor(&self, token: usize) -> bool {
        let sense = self.view.sense(token);
        self.view.is_capital(token) || sense.is_personal() || sense.is_human()
    }

    /// Where in the clause that tells more of what stands before it, or depends on what stands behind it, the main
    /// clause goes on.
    pub(super) fn main_from(&self, has_subject: bool, clause: Range<usize>) -> usize {
        let view = self.view;
        let is_subject = |at: usize| self.is_actor(at);
        let goes_on = |comma: usize| {
            let next = comma + 1;
            let close = (next..clause.end).find(|&at| view.word(at) == ",").unwrap_or(clause.end);
            let verb = (next..close).find(|&at| view.looks_finite(at));
            let Some((verb, head)) = verb.zip(view.head(next..close)) else { return false };
            let opens = match view.function(next) {
                None | Some(Function::Refusing) => !view.looks_gerund(next),
                Some(Function::In | Function::Preposition | Function::Not | Function::Day) => true,
                Some(Function::Filler) => has_subject,
                _ => false,
            };
            opens && if has_subject { !(next..verb).any(is_subject) } else { is_subject(head) }
        };
        let commas = clause
            .clone()
            .rev()
            .take(REACH)
            .filter(|&at| view.word(at) == "," && !self.is(at, Taken::Speech));
        commas.into_iter().find(|&comma| goes_on(comma)).unwrap_or(clause.end)
    }

    /// Whether it is not said: «не уточняют, что …». What somebody does not think or rule out is a view.
    pub(super) fn is_denied(&self, token: usize) -> bool {
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
            // «попросил, чтобы …», «выступил за то, чтобы …», «выразил пожелание, чтобы …»
            let asks = || {
                view.cue(cue).is_some_and(|cue| cue.takes(Takes::Infinitive))
                    // «настаивает, чтобы мост закрыли», but not «сказал, чтобы успокоить»
                    || at == cue + 2 && !view.looks_infinitive(at + 1)
                    || at > cue + 3 && view.function(at - 2) == Some(Function::Thought)
                    || at > cue + 2 && view.function(at - 2) == Some(Function::Request)
            };
            if view.function(at) == Some(Function::That)
                || view.function(at) == Some(Function::SoThat) && asks()
            {
                // «Цель, говорится в отчёте, состоит в том, чтобы …»: the words around are reported.
                let is_aside = cue > self.from && view.word(cue - 1) == "," && commas > 1;
                if view.function(at) == Some(Function::SoThat) && is_aside {
                    return None;
                }
                // «потребовали выдать его, чтобы …», «…, что и сделали» asks by the infinitive.
                let adds = view.function(at) == Some(Function::SoThat)
                    || view.function(at + 1) == Some(Function::And);
                if adds && (cue + 1..at).any(|at| view.looks_infinitive(at)) {
                    return None;
                }
                let after_comma = view.word(at - 1) == ",";
                // «не установил для них правил, что не понравилось мэру» tells what came of it.
                let verb = at + 1 + usize::from(view.function(at + 1) == Some(Function::Not));
                if at > cue + 2
                    && view.verb_form(verb) == Some(Form::Neuter)
                    && view.sense(verb).noun.is_none()
                    && view.cue(cue).is_some_and(|cue| cue.takes(Takes::Loose))
                {
                    return None;
                }
                // «жалоба по поводу того, что …», «из-за того, что …»
                if after_comma && at > cue + 2 && view.function(at - 2) == Some(Function::Correlate)
                {
                    return None;
                }
                // «сказав лишь что …»
                let only_filler =
                    (cue + 1..at).all(|at| view.function(at) == Some(Function::Filler));
                let free = view.has(Habit::BareThat);
                // «пришли к выводу что …»
                let is_thought = view.function(at - 1) == Some(Function::Thought);
                return (after_comma || only_filler || is_thought || free).then_some(at);
            }
            match view.word(at) {
                "," => commas += 1,
                ":" | ";" => return None,
                _ => {}
            }
            // «Хорошо бы, замечает он, чтобы строили то, что нужно.»
            if commas > 0 && view.function(at) == Some(Function::SoThat) {
                return None;
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
