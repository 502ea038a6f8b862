//! What a thing is held to be and what somebody is called upon to do, as nouns: «считает его виновным», «объяснил
//! отказ болезнью», «призвал к миру».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, Takes};

use super::Scan;

/// How far behind the verb the word in the instrumental can begin, in tokens.
const HELD: usize = 12;

/// How far behind the verb the preposition of a call can stand, in tokens: «призвал вчера обе стороны к миру».
const CALL: usize = 6;

/// How far behind the verb the noun of what somebody means to do can stand, in tokens.
const INTENT: usize = 5;

impl Scan<'_> {
    /// «считает его виновным», «объяснил отказ болезнью»
    pub(super) fn held(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Held).filter(|cue| cue.form != Form::Place)?;
        let start = token + 1;
        if self.is(token, Taken::Author) || !self.opens_object(token) {
            return None;
        }
        let limit = self.sentence.end.min(start + HELD);
        let is_part = |at: &usize| {
            view.is_word(*at) && view.cue(*at).is_none() && !self.is(*at, Taken::Speech)
        };
        let object = start..(start..limit).find(|at| !is_part(at)).unwrap_or(limit);
        let first = object.clone().find(|&at| self.is_means(at, &object))?;
        // «его считают мастером»: the thing itself is said elsewhere.
        let past = (first..object.end).find(|&at| !view.looks_instrumental(at));
        let is_thing = |at: usize| view.function(at).is_none() && !view.is_adverb(at);
        let has_thing = (start..first).any(is_thing)
            || past.is_some_and(|past| past < object.end && is_thing(past) && first == start);
        if !has_thing {
            return None;
        }
        let end = self.noun_end(first..self.content_end(first));
        // «объяснил отказ следующим образом: «…»»
        let announces = view.word(view.without_stop(start..end).end) == ":";
        if announces || (start..end).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// Whether behind this verb a thing can stand that it is said of: neither its subject nor a clause.
    fn opens_object(&self, verb: usize) -> bool {
        let view = self.view;
        let start = verb + 1;
        let is_aside = verb > 0 && (view.word(verb - 1) == "," || view.is_dash(verb - 1));
        let denies = |at: usize| matches!(view.function(at), Some(Function::Not | Function::As));
        // «…, считает глава фонда», «считает Белов»
        let is_subject = view.sense(start).noun.is_some_and(|noun| noun.is_in(Case::Nominative))
            && view.sense(start).is_human()
            || is_aside && view.is_capital(start)
            || view.sense(start).is_personal();
        verb > self.from
            && !denies(verb - 1)
            && !is_subject
            && view.is_word(start)
            && view.function(start) != Some(Function::Oneself)
    }

    /// Whether a noun or an adjective by itself in the instrumental begins here, that no preposition governs: no «новой»
    /// of «суть новой программы», no «с улыбкой».
    fn is_means(&self, token: usize, object: &Range<usize>) -> bool {
        let view = self.view;
        let is_instrumental = |at: usize| view.looks_instrumental(at) && !view.is_preposition(at);
        let end = (token..object.end).find(|&at| !is_instrumental(at)).unwrap_or(object.end);
        // «назвала дочь Агатой» gives a name.
        let is_name = view.is_capital(token) && view.sense(token).noun.is_none();
        if end == token || is_name || token > 0 && view.is_preposition(token - 1) {
            return false;
        }
        let is_noun = |at: usize| !view.is_adjective(at);
        // «суть новой программы»: the noun behind the adjective stands in another case.
        let stands_alone = end >= object.end || view.function(end).is_some();
        (token..end).any(is_noun) || stands_alone
    }

    /// «призвал обе стороны к миру»
    pub(super) fn called(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Call).filter(|cue| cue.form != Form::Place)?;
        let start = token + 1;
        let limit = self.sentence.end.min(start + CALL);
        let preposition = (start..limit)
            .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
            .find(|&at| view.function(at) == Some(Function::Preposition))?;
        let behind = preposition + 1..self.sentence.end.min(preposition + 1 + CALL);
        let is_call = behind
            .take_while(|&at| view.is_word(at) && view.function(at).is_none())
            .any(|at| view.looks_dative(at));
        let end = self.noun_end(preposition..self.content_end(preposition));
        if self.is(token, Taken::Author)
            || !is_call
            || (start..end).any(|at| self.is(at, Taken::Speech))
        {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(
            preposition..end,
            Some(token),
            site,
            vec![Evidence::Claim, Evidence::VerbBefore],
        );
        Some(end)
    }

    /// «пожаловался на соседа: тот якобы шумит»: whom or what on, with what the colon says of it; no «пожаловался на боль».
    pub(super) fn complaint(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Complaint).filter(|cue| cue.form != Form::Place)?;
        // «пожаловались мэру на шум»
        let start = (token + 1..self.sentence.end.min(token + CALL))
            .find(|&at| !view.looks_dative(at) && !view.is_addressee(at))
            .filter(|&at| view.function(at) == Some(Function::In) && !self.is_day(at))?
            + 1;
        let end = self.content_end(start);
        let colon = (start..end.min(start + HELD))
            .find(|&at| view.word(at) == ":" || self.is_verb(at))
            .filter(|&at| view.word(at) == ":")?;
        if self.is(token, Taken::Author)
            || self.is_denied(token)
            || !(colon..end).any(|at| view.looks_finite(at))
            || (token..end).any(|at| self.is(at, Taken::Speech))
        {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }

    /// «выразил готовность помочь», «подтвердил намерение уйти»
    pub(super) fn intends(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Intent).filter(|cue| cue.form != Form::Place)?;
        let noun = (token + 1..self.sentence.end.min(token + INTENT))
            .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
            .find(|&at| view.function(at) == Some(Function::Intent))?;
        let end = self.noun_end(noun..self.content_end(noun));
        if self.is(token, Taken::Author)
            || self.is_denied(token)
            || view.words(noun + 1..end.max(noun + 1)) == 0
            || (token..end).any(|at| self.is(at, Taken::Speech))
        {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..noun, cue: token };
        self.report(noun..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }
}
