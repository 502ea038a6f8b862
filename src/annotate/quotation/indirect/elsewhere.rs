//! The source in another sentence, or before a headline's colon.

use std::ops::Range;

use crate::annotate::quotation::draft::{Draft, Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Case, Form, Function, Takes};

use super::{GAP, Scan, according};

/// How long the subject before «объявил об этом» can be, in tokens.
const SUBJECT: usize = 8;

/// How far into its sentence «об этом» can open it, in tokens: «В частности, об этом …».
const OPENING: usize = 4;

/// How far from a headline's end the dash before its source stands, in tokens.
const SIGNED: usize = 3;

/// One word in so many of a sentence in marks leaves it reported as a whole.
const MOST_QUOTED: usize = 5;

impl Scan<'_> {
    /// «…. Об этом сообщил министр.»: the token from which the sentence can report more.
    pub(super) fn about(&mut self) -> Option<usize> {
        let view = self.view;
        let start = self.sentence.start;
        let limit = self.sentence.end.min(start + GAP);
        let opens = self.opening_this();
        let says = |at: &usize| view.finite_cue(*at, Takes::That).is_some();
        // «Об этом, как передаёт агентство, заявил министр»: who is relayed.
        let behind = opens.map(|this| self.past_relay(this + 2, limit));
        let follows = self.follows();
        let cue = match behind {
            Some(behind) => (behind..limit).find(says).filter(|&cue| !self.is_denied(cue)),
            None => self
                .told_behind()
                .or_else(|| self.confirmed())
                .or(follows.as_ref().map(|_| start + 1)),
        }?;
        let (block, sentence) = view.sentence_before(self.views, start)?;
        if self.found.last().is_some_and(|last| last.end() > (block, sentence.start)) {
            return None;
        }
        // «Как пишет газета, … Это подтвердил и мэр.»
        let other = &self.views[block];
        // «Как стало известно, … Об этом рассказали …»
        let says = |at: usize| other.finite_cue(at, Takes::That).is_some();
        let has_source = other.function(sentence.start) == Some(Function::As)
            && (sentence.start..sentence.end.min(sentence.start + SUBJECT)).any(says)
            || according::at(other, sentence.start).is_some();
        let sentence = if block == view.number {
            let start = self.past_relay(sentence.start, sentence.end);
            self.past_unsourced(start..sentence.end)
        } else {
            sentence
        };
        let parts = self.free_parts(block, sentence);
        if parts.is_empty() || has_source {
            return None;
        }
        // «Такой прогноз дал синоптик.»: the noun is what is said.
        let is_such = view.function(start) == Some(Function::Demonstrative) && cue > start + 1;
        let first = start + 2 * usize::from(is_such);
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts,
            cue: Some((view.number, cue)),
            site: match follows {
                Some(source) => Site::Phrase { block: view.number, tokens: source },
                None => Site::Clause {
                    block: view.number,
                    tokens: behind.unwrap_or(first)..self.sentence.end.min(start + REACH),
                    cue,
                },
            },
            because: vec![Evidence::BackReference, Evidence::VerbAfter],
        });
        Some(cue + 1)
    }

    /// The writing that says what the sentence before told: «Это следует из отчёта.»
    fn follows(&self) -> Option<Range<usize>> {
        let view = self.view;
        let this = self.sentence.start;
        let follows = view.function(this) == Some(Function::Copula)
            && view.function(this + 1) == Some(Function::Follows);
        according::at(view, this + 1).filter(|_| follows).map(|found| found.source)
    }

    /// Where the sentence goes on behind what opens here and says who relays it: «Как передаёт агентство, …».
    fn past_relay(&self, token: usize, limit: usize) -> usize {
        let view = self.view;
        let first = token + usize::from(view.word(token) == ",");
        let is_relay =
            view.function(first) == Some(Function::As) || according::at(view, first).is_some();
        let comma = (first + 1..limit).find(|&at| is_relay && view.word(at) == ",");
        comma.map_or(token, |comma| comma + 1)
    }

    /// Where «об этом» opens the sentence, be it behind a small word: «Ранее об этом …», «В частности, об этом …».
    fn opening_this(&self) -> Option<usize> {
        let view = self.view;
        let start = self.past_relay(self.sentence.start, self.sentence.end);
        let this =
            (start..self.sentence.end.min(start + OPENING)).find(|&at| self.about_this(at))?;
        let is_small = |at: usize| {
            matches!(
                view.function(at),
                Some(
                    Function::Filler
                        | Function::Day
                        | Function::Connective
                        | Function::In
                        | Function::One
                )
            ) || view.word(at) == ","
        };
        // «Первыми об этом …»
        let is_first = start + 1 == this && view.looks_instrumental(start);
        (is_first || (start..this).all(is_small)).then_some(this)
    }

    /// Whether «об этом» stands here.
    pub(super) fn about_this(&self, token: usize) -> bool {
        self.view.function(token) == Some(Function::About)
            && self.view.function(token + 1) == Some(Function::This)
    }

    /// The word of saying of «Министр объявил об этом в среду».
    fn told_behind(&self) -> Option<usize> {
        let view = self.view;
        let start = self.sentence.start;
        (start..self.sentence.end.min(start + SUBJECT))
            .take_while(|&at| view.word(at) != "," && !self.is(at, Taken::Speech))
            // «Вот что говорится об этом в отчёте: «…»»
            .take_while(|&at| view.function(at) != Some(Function::That))
            .find(|&at| {
                // «объявил об этом решении» names the matter.
                let is_all = !view.is_lower(at + 3) || view.function(at + 3).is_some();
                // «Сообщил об этом министр»
                let is_who =
                    view.sense(at + 3).noun.is_some_and(|noun| noun.is_in(Case::Nominative));
                view.finite_cue(at, Takes::That).is_some()
                    && self.about_this(at + 1)
                    && (is_all || is_who)
            })
    }

    /// The word of saying of «Эту информацию подтвердил министр.», «С таким заявлением выступил министр.»,
    /// «Информацию об этом распространила пресс-служба.», «Это сообщила пресс-служба.»
    fn confirmed(&self) -> Option<usize> {
        let view = self.view;
        let start = self.sentence.start;
        let is_news =
            |at: usize| matches!(view.function(at), Some(Function::News | Function::Thought));
        // «К такому заключению …», «С таким призывом …»
        let is_such = |at: usize| {
            let is_made = matches!(
                view.function(at + 1),
                Some(Function::Ranking | Function::Request | Function::Intent | Function::Saying)
            );
            view.function(at) == Some(Function::Demonstrative) && (is_news(at + 1) || is_made)
        };
        // «Так считает министр.»
        let is_so = view.function(start) == Some(Function::So)
            && view.words(start..self.sentence.end.min(start + GAP)) <= SUBJECT
            && !(start..self.sentence.end).any(|at| matches!(view.word(at), "," | ":"));
        let (verb, is_made) = if view.function(start) == Some(Function::Copula) || is_so {
            (start + 1, false)
        } else if is_such(start) {
            (start + 2, true)
        } else if view.is_preposition(start) && is_such(start + 1)
            // «Об этих планах мэр рассказал жителям.»
            || view.function(start) == Some(Function::About)
                && view.function(start + 1) == Some(Function::Demonstrative)
                && matches!(view.function(start + 2), Some(Function::Own | Function::Intent))
            || is_news(start) && self.about_this(start + 1)
        {
            (start + 3, true)
        } else {
            return None;
        };
        let verb = verb + usize::from(view.function(verb) == Some(Function::Filler));
        let verb = if is_made { self.past_subject(verb) } else { verb };
        let says = view
            .finite_cue(verb, Takes::Direct)
            .is_some_and(|cue| cue.takes(Takes::That) && !cue.takes(Takes::Loose));
        let makes = || {
            [Takes::Publish, Takes::Relay, Takes::Thought, Takes::That]
                .iter()
                .any(|&takes| view.finite_cue(verb, takes).is_some())
        };
        (says || is_made && makes())
            .then_some(verb)
            .filter(|&verb| self.conjunction(verb).is_none())
    }

    /// Past who does so, where it stands before the verb: «Такое обещание мэр Ильин дал жителям.»
    fn past_subject(&self, start: usize) -> usize {
        let view = self.view;
        let is_somebody = |at: usize| {
            view.is_capital(at) || view.sense(at).is_human() || view.sense(at).is_personal()
        };
        let is_part =
            |at: usize| view.is_word(at) && view.cue(at).is_none() && view.function(at).is_none();
        let verb = (start..self.sentence.end.min(start + SUBJECT)).find(|&at| !is_part(at));
        verb.filter(|&verb| (start..verb).any(is_somebody)).unwrap_or(start)
    }

    /// What of a sentence stands outside speech, where that is nearly all: a term in marks may stand in it.
    fn free_parts(&self, block: usize, sentence: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let view = &self.views[block];
        // A block ends free.
        let is_free =
            |at: usize| self.taken[block].get(at).is_none_or(|&taken| taken == Taken::Free);
        let quoted = sentence.clone().filter(|&at| !is_free(at) && view.is_word(at)).count();
        let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
        if MOST_QUOTED * quoted > view.words(sentence.clone()) {
            return parts;
        }
        // The marks that set the term off belong to neither.
        let sets_off = |at: usize| {
            view.is_quotation_mark(at) && !(is_free(at.saturating_sub(1)) && is_free(at + 1))
        };
        for at in view.without_stop(sentence).filter(|&at| is_free(at) && !sets_off(at)) {
            match parts.last_mut() {
                Some((_, part)) if part.end == at => part.end = at + 1,
                _ => parts.push((block, at..at + 1)),
            }
        }
        parts.retain(|(_, part)| view.words(part.clone()) > 0);
        parts
    }

    /// «Мост закроют: об этом сообщил министр.», «Мост закроют, о чём сообщил министр.»
    pub(super) fn told(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let colon = token.checked_sub(1).filter(|&at| at > self.from)?;
        // Behind a comma it ends the sentence.
        let says =
            |at: usize| view.finite_cue(at, Takes::That).is_some_and(|cue| cue.form != Form::Place);
        let is_last = self.about_this(token)
            && (token + 2..self.sentence.end.min(token + 2 + OPENING)).any(says)
            && !(token + 2..self.sentence.end).any(|at| view.word(at) == ",");
        let is_told = match view.word(colon) {
            ":" => self.about_this(token),
            word if view.is_dash(colon) && word != "-" => self.about_this(token),
            // «В частности, об этом …» has told nothing yet.
            "," => {
                is_last
                    && view.words(self.from..colon) > 3
                    && (self.from..colon)
                        .all(|at| view.cue(at).is_none() || self.conjunction(at).is_none())
            }
            _ => false,
        };
        if !is_told {
            return None;
        }
        let end = self.sentence.end;
        let cue = (token + 2..end.min(token + GAP))
            .find(|&at| view.finite_cue(at, Takes::That).is_some())?;
        let tokens = token + 2..end.min(token + REACH);
        let site = Site::Clause { block: view.number, tokens, cue };
        let because = vec![Evidence::BackReference, Evidence::VerbAfter];
        self.report(self.from..colon, Some(cue), site, because);
        Some(end)
    }

    /// A headline's «Министр: дороги построят»
    pub(super) fn headline(&mut self) -> bool {
        let view = self.view;
        if view.block.kind != BlockKind::Headline {
            return false;
        }
        let Some(colon) = (self.sentence.start + 1..self.sentence.end.min(self.sentence.start + 8))
            .find(|&at| view.word(at) == ":")
        else {
            return self.signed();
        };
        let content = view.without_stop(colon + 1..self.sentence.end);
        // «Пётр Ильин: о дорогах и мостах» says what the talk is about.
        if content.is_empty()
            || view.function(content.start) == Some(Function::About)
            || view.words(content.clone()) < 2
            || content.clone().any(|at| self.is(at, Taken::Speech))
        {
            return false;
        }
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts: vec![(view.number, content)],
            cue: None,
            site: Site::Label { block: view.number, tokens: self.sentence.start..colon },
            because: vec![Evidence::Colon, Evidence::Label],
        });
        true
    }

    /// A headline's «Дороги построят — министр»
    fn signed(&mut self) -> bool {
        let view = self.view;
        let Range { start, end } = self.sentence.clone();
        let Some(dash) = (start..end).rev().take(SIGNED).find(|&at| view.is_dash(at)) else {
            return false;
        };
        let content = view.without_stop(start..dash);
        let source = dash + 1;
        let is_said = content.clone().any(|at| self.has_finite(at))
            && view.words(source..end) == 1
            && view.sense(source).noun.is_some_and(|noun| {
                (noun.kind.is_human() || noun.kind.is_body()) && noun.is_in(Case::Nominative)
            });
        if !is_said || (start..end).any(|at| self.is(at, Taken::Speech)) {
            return false;
        }
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts: vec![(view.number, content)],
            cue: None,
            site: Site::Label { block: view.number, tokens: source..source + 1 },
            because: vec![Evidence::Label],
        });
        true
    }
}
