//! Whether the words around the author's are a sentence that is said: «Мост, заверил мэр, безопасен», and no subject or
//! lead-in of the author's own.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Form, Function, NounKind, Takes};

use super::Scan;

/// How far behind the verb that closes a sentence the noun of who speaks can stand, in tokens.
const SIGNED: usize = 8;

impl Scan<'_> {
    /// Whether a word that is no small one opens its sentence here.
    pub(super) fn opens(&self, token: usize) -> bool {
        let view = self.view;
        (view.sentence(token).start == token || self.is_parted(token))
            && view.function(token).is_none_or(|function| function == Function::Copula)
            && !view.is_adverb(token)
    }

    /// Whether what stands here says of the subject before the author's words what it is: «Мост, заверил мэр, безопасен», and
    /// nothing more of who says so.
    pub(super) fn completes(&self, start: usize) -> bool {
        let view = self.view;
        let first = start + usize::from(view.is_dash(start));
        view.is_lower(first)
            && !view.sense(first).is_human()
            && !view.looks_participle(first)
            && !view.looks_gerund(first)
            && !matches!(
                view.function(first),
                Some(
                    Function::And
                        | Function::As
                        | Function::Relative
                        | Function::That
                        | Function::Subordinate
                        | Function::Telling
                        | Function::Reference
                )
            )
    }

    /// Whether few words without a verb are a whole sentence: «Мост безопасен», «Это временная мера», and no «По этой причине»,
    /// «Ранее».
    pub(super) fn is_statement(&self, words: Range<usize>) -> bool {
        self.view.words(words.clone()) > 1 && self.opens(words.start)
    }

    /// Whether the words are a subject and what more is told of it, its verb behind the comma: «Депутат Ильин,
    /// проигравший выборы, считает …».
    pub(super) fn is_subject(&self, words: Range<usize>) -> bool {
        let view = self.view;
        let is_somebody =
            |at: usize| view.sense(at).is_human() || view.is_capital(at) && view.is_capital(at + 1);
        let mut commas = words.clone().take(REACH).filter(|&at| view.word(at) == ",");
        let (Some(comma), None) = (commas.next(), commas.next()) else { return false };
        let next = comma + 1 + usize::from(view.is_preposition(comma + 1));
        let is_clause = view.function(next) == Some(Function::Relative);
        let end = if is_clause { comma } else { words.end };
        (words.start..comma).any(is_somebody) && !(words.start..end).any(|at| self.has_finite(at))
    }

    /// Whether what stands after the author's words goes on with what is reported: a clause, not one
    /// that tells more of the speaker («…, который …», «…, выступая …»).
    pub(super) fn goes_on(&self, start: usize) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(start + REACH);
        // «…, считает Анна Белова – доктор наук»
        let is_title = start > 0 && view.is_dash(start - 1) && view.sense(start).is_human();
        // «…, предупреждает она, и судить рано», «Судиться, убеждён он, – всё равно что …»
        let joins = view.function(start) == Some(Function::And)
            && (start..limit).any(|at| view.looks_infinitive(at))
            || view.is_dash(start)
                && view.sense(start + 1).noun.is_none_or(|noun| noun.kind != NounKind::Human);
        view.function(start) != Some(Function::Relative)
            && !is_title
            && !view.looks_gerund(start)
            && (joins || (start..limit).any(|at| view.looks_finite(at)))
    }

    /// Whether a name alone stands behind this verb: «Впрочем, признал Ильин, …», but not «…, угрожает Чили, …».
    pub(super) fn names_one(&self, verb: usize) -> bool {
        let view = self.view;
        let form = view.cue(verb).map(|cue| cue.form);
        let name = (verb + 1..self.sentence.end.min(verb + REACH / 2))
            .take_while(|&at| view.is_capital(at))
            .last();
        name.is_some_and(|name| {
            let is_one = match form {
                Some(Form::Masculine | Form::Feminine) => true,
                form => form == Some(Form::Singular) && name > verb + 1,
            };
            let closes = view.word(name + 1) == "," || view.is_stop(name + 1);
            is_one && closes && !view.is_addressee(name)
        })
    }

    /// Whether a word of saying after a comma closes the sentence with its source.
    pub(super) fn is_aside(&self, cue: usize) -> bool {
        let view = self.view;
        self.conjunction(cue).is_none()
            && (cue + 1..self.sentence.end.min(cue + REACH / 2)).any(|at| {
                let sense = view.sense(at);
                view.is_capital(at) || sense.noun.is_some() || sense.pronoun.is_some()
            })
    }

    /// Whether who says so closes the sentence that goes on here, be it anybody or a human being alone: «…, сообщает МЧС»,
    /// «…, рассказал жилец».
    pub(super) fn is_signed(&self, start: usize, by_anybody: bool) -> bool {
        let view = self.view;
        let end = self.sentence.end;
        (start..end.min(start + REACH)).any(|at| {
            let cue = at + 1 + usize::from(view.is_dash(at + 1));
            let is_one = || {
                view.is_sure_cue(cue)
                    && (cue + 1..end.min(cue + SIGNED)).any(|at| view.sense(at).is_human())
                    && (cue + 1..end.min(cue + REACH)).all(|at| view.word(at) != ",")
            };
            view.word(at) == ","
                && view.finite_cue(cue, Takes::That).is_some()
                && self.is_aside(cue)
                && (by_anybody || is_one())
        })
    }
}
