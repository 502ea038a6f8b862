//! What is asked, ordered or promised: «попросил помочь».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, Noun, Sense, Takes};

use super::{INFINITIVE_GAP, Scan};

/// How far behind «и» the verb of what the author goes on with can stand, in tokens.
const PREDICATE: usize = 7;

/// How far behind a noun of asking the infinitive can stand, in tokens: «с просьбой к мэру помочь».
const REQUEST: usize = 4;

/// How long what tells when something is to be done can be, in tokens.
const TIMED: usize = 5;

/// A clause without a verb of more words than this shares the infinitive before it: «…, а сторожа под арест».
const SHARED: usize = 2;

impl Scan<'_> {
    /// «попросил помочь»
    pub(super) fn infinitive(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view
            .cue(token)
            .filter(|cue| cue.takes(Takes::Infinitive) && cue.form != Form::Participle)?;
        // «Кто приказал открыть шлюз, неизвестно.»
        if view.function(self.from) == Some(Function::Question) {
            return None;
        }
        let start = self.asked(token)?;
        // «стена грозит рухнуть», «грозит срок и запрет выезжать»
        let is_thing =
            cue.takes(Takes::Loose) && (start > token + 1 || self.is_thing(self.from..token));
        // «Жителей просят не выходить, сообщает МЧС»
        let is_unsaid = || cue.form == Form::Plural && self.is_unsaid(token);
        // «Мэрия потребовала снести забор, рассказал его владелец»
        let is_signed = self.is_signed(start, is_unsaid());
        if is_thing || is_signed {
            return None;
        }
        let end = self.asked_end(start);
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        let because = vec![Evidence::Infinitive, Evidence::VerbBefore];
        match self.object_before(token, start..end) {
            Some(object) => {
                let parts = vec![object, view.without_stop(start..end)];
                self.push(parts, Some(token), site, because);
            }
            None => self.report(start..end, Some(token), site, because),
        }
        Some(self.shared(end, Evidence::Infinitive))
    }

    /// The thing that it is to be done to, where that opens the sentence before who asks it: «Следующий съезд он предложил
    /// провести летом».
    fn object_before(&self, cue: usize, asked: Range<usize>) -> Option<Range<usize>> {
        let view = self.view;
        let first = self.sentence.start;
        let subject = cue.checked_sub(1)?;
        let asks = |at: usize| {
            let sense = view.sense(at);
            let is_one = |noun: Noun| {
                (noun.kind.is_human() || noun.kind.is_body()) && noun.is_in(Case::Nominative)
            };
            sense.is_personal() || sense.noun.is_some_and(is_one)
        };
        // «Голоса зрителей жюри обещает учесть.»
        let is_whose = |at: usize| {
            let noun = view.sense(at).noun;
            at > first && noun.is_some_and(|noun| !noun.is_in(Case::Nominative))
        };
        let is_thing = |at: usize| {
            view.is_lower_or_first(at)
                && view.function(at).is_none()
                && (view.sense(at) == Sense::default() || is_whose(at))
                && !view.is_adverb(at)
                && !view.looks_instrumental(at)
                && !view.looks_finite(at)
        };
        // «Цветов она просила не приносить.»
        let is_bare = view.words(asked.clone()) <= 2;
        (self.from == first
            && asked.start == cue + 1
            && subject > first + usize::from(!is_bare)
            && asks(subject)
            && (first..subject).all(is_thing)
            && !view.is_adjective(subject - 1))
        .then_some(first..subject)
    }

    /// Whether nobody stands before this plural verb who does so: «Жителей просят …», and no «В мэрии просят …».
    pub(super) fn is_unsaid(&self, cue: usize) -> bool {
        let view = self.view;
        (self.from..cue).all(|at| {
            !view.can_be_subject(at, Form::Plural)
                && !view.sense(at).is_personal()
                && (view.function(at) != Some(Function::In) || self.is_day(at))
        })
    }

    /// Where what is asked ends.
    fn asked_end(&self, start: usize) -> usize {
        let view = self.view;
        // «призвал помочь, но ответа не получил»: what is asked ends where the author goes on.
        let limit = self.content_end(start);
        let mut depth = 0_usize;
        let mut has_clause = false;
        (start..limit)
            .find(|&at| {
                match view.word(at) {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > 0 {
                    return false;
                }
                // «которого просил помочь, забыл об этом»; «… ехать в объезд: это дальше, зато дорога хорошая»
                has_clause |= matches!(
                    view.function(at),
                    Some(Function::That | Function::SoThat | Function::Relative | Function::As)
                ) || view.looks_finite(at)
                    || view.word(at) == ":";
                // «обещает проверить мотор, из столицы едет эксперт», but not «не забывать о том, в каком …»
                let is_told = view.function(at - 1) == Some(Function::Thought);
                let goes_on = || !has_clause && !is_told && self.opens_clause(at + 1..limit);
                // «потребовал его перевести, что и было сделано»
                let is_done = view.function(at + 1) == Some(Function::That)
                    && view.function(at + 2) == Some(Function::And);
                // «потребовал снести забор, после чего покинул зал»
                let is_after = || {
                    view.is_preposition(at + 1)
                        && view.function(at + 2) == Some(Function::Subordinate)
                        && self.has_verb(at + 3..limit)
                };
                if view.word(at) == "," && (is_done || is_after() || goes_on()) {
                    return true;
                }
                // «потребовал проверки; его заместитель согласился»
                if view.word(at) == ";" {
                    return !self.has_infinitive(at + 1..limit);
                }
                // «предложил сажать липы: так, по его мнению, будет тише»
                let rest = at + 1..limit.min(at + REACH);
                if view.word(at) == ":" && rest.clone().any(|at| self.cites(at)) {
                    return !rest.clone().any(|at| self.is(at, Taken::Speech));
                }
                // «велел ждать – так он и ждал»
                // «просит не ходить туда – в лес, где водятся рыси», but not «идти дальше – на Марс»
                if view.is_dash(at) {
                    return !view.looks_infinitive(at + 1)
                        && (at + 1..limit.min(at + REACH)).any(|at| self.is_verb(at));
                }
                let next = at + usize::from(view.word(at) == ",");
                // «предложил остаться, но ехать он отказался»
                let is_answer =
                    |at: usize| view.sense(at).is_personal() && view.looks_finite(at + 1);
                let clause = at + 2..limit.min(at + INFINITIVE_GAP);
                if view.word(at) == ","
                    && view.function(at + 1) == Some(Function::And)
                    && !has_clause
                    && clause.take_while(|&at| view.is_word(at)).any(is_answer)
                {
                    return true;
                }
                // «…, а также убрать снег», «…, а также снега»
                let adds = view.function(next + 1) == Some(Function::Filler);
                // «проверить и мотор, и руль»
                let pairs = view.function(start + 1) == Some(Function::And);
                let closes = |at: usize| {
                    view.word(at) == ","
                        && (pairs && view.function(at + 1) == Some(Function::And)
                            || self.depends(at + 1)
                            || self.opens_clause(at + 1..limit))
                };
                let verb = || {
                    let rest = next + 1..limit.min(at + INFINITIVE_GAP);
                    rest.take_while(|&at| !closes(at)).find(|&verb| {
                        let is_verb = view.looks_finite(verb) && !view.is_oblique_adjective(verb);
                        view.looks_infinitive(verb) || is_verb
                    })
                };
                // «…, а сторожа под арест», but «…, но тщетно»
                let shares = || {
                    let rest = view.without_stop(next + 1..limit.max(next + 1));
                    let is_preposition = |at: usize| view.is_preposition(at);
                    view.words(rest.clone()) > SHARED
                        && rest.clone().any(is_preposition)
                        && !is_preposition(rest.end - 1)
                };
                view.function(next) == Some(Function::And)
                    && verb().map_or(next > at && !adds && !pairs && !shares(), |verb| {
                        !view.looks_infinitive(verb)
                    })
            })
            .unwrap_or(limit)
    }

    /// «обратился к мэру с просьбой помочь», «выступил с требованием об отмене сбора»
    pub(super) fn requested(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if view.function(token) != Some(Function::Request) || self.is(token, Taken::Author) {
            return None;
        }
        let takes = [Takes::That, Takes::Direct, Takes::Publish, Takes::Thought];
        let first = self.from.max(token.saturating_sub(INFINITIVE_GAP));
        let before = || (first..token).rev().take_while(|&at| view.word(at) != ",");
        let says = |at: &usize| {
            view.cue(*at).is_some_and(|cue| {
                cue.form != Form::Place && takes.iter().any(|&takes| cue.takes(takes))
            })
        };
        // «вышел с предложением помочь»
        let is_with = token > 0 && view.is_preposition(token - 1);
        let cue =
            before().find(says).or_else(|| before().find(|&at| is_with && self.is_verb(at)))?;
        let asked = self.asked(token).filter(|&at| at <= token + REQUEST);
        let about = (view.function(token + 1) == Some(Function::About)).then_some(token + 1);
        let (start, end, evidence) = match (about, asked) {
            (Some(at), _) => (at, self.noun_end(at..self.content_end(at)), Evidence::Claim),
            (None, Some(at)) => (at, self.asked_end(at), Evidence::Infinitive),
            (None, None) => return None,
        };
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue };
        self.report(start..end, Some(cue), site, vec![evidence, Evidence::VerbBefore]);
        Some(end)
    }

    /// Whether a word of saying stands here whose request is a noun: «обратился к мэру с просьбой помочь».
    pub(super) fn is_request(&self, cue: usize) -> bool {
        let view = self.view;
        let end = self.sentence.end.min(cue + INFINITIVE_GAP);
        view.finite_cue(cue, Takes::That).is_some()
            && (cue + 1..end).take_while(|&at| view.word(at) != ",").any(|at| {
                view.function(at) == Some(Function::Request)
                    && self.asked(at).is_some_and(|asked| asked <= at + REQUEST)
            })
    }

    /// Where what is asked begins: the infinitive that the word of asking governs.
    pub(super) fn asked(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        let limit = self.sentence.end.min(cue + INFINITIVE_GAP);
        for at in cue + 1..limit {
            if self.is(at, Taken::Speech)
                || matches!(view.word(at), "," | ";" | "—" | "–" | "(")
                || view.word(at) == ":" && !view.looks_infinitive(at + 1)
                || view.is_stop(at) && view.sentence(at).end == at + 1
                || view.finite_cue(at, Takes::That).is_some()
            {
                return None;
            }
            if view.looks_infinitive(at) {
                // «не» belongs to what is asked.
                let negated = at > cue + 1 && view.function(at - 1) == Some(Function::Not);
                let start = at - usize::from(negated);
                // So does an adverb: «оперативно реагировать».
                let is_adverb = |at: usize| view.is_adverb(at) && view.sense(at).noun.is_none();
                let adverb = start > cue + 1 && is_adverb(start - 1);
                let start = start - usize::from(adverb);
                // And whom it is to be done to: «попросил мэра его уволить».
                // «попросил его уйти» asks him.
                let object = start > cue + 1
                    && (view.sense(start - 1).pronoun.is_some() && start > cue + 2
                        || view.function(start - 1) == Some(Function::Oneself)
                        || start == cue + 2 && self.is_thing_first(start - 1));
                let start = start - usize::from(object);
                // «обещал ничего не менять», «просит никого туда не пускать»
                let denied = (cue + 1..start).find(|&at| view.function(at) == Some(Function::Not));
                if let Some(first) = denied.filter(|_| negated) {
                    return Some(first - usize::from(first > cue + 1 && is_adverb(first - 1)));
                }
                return Some(self.timed(cue + 1..start));
            }
        }
        None
    }

    /// Where what is to be done begins with when or how: «попросил жителей до утра не выходить».
    fn timed(&self, before: Range<usize>) -> usize {
        let view = self.view;
        // «после выхода на волю»
        let mut prepositions =
            before.clone().rev().take(TIMED).filter(|&at| view.is_preposition(at));
        let Some(last) = prepositions.next() else { return before.end };
        let first = prepositions.next().filter(|&at| at + 1 < last).unwrap_or(last);
        let speaks =
            |noun: Noun| noun.kind.is_human() || noun.kind.is_body() || noun.kind.is_document();
        let names = |at: usize| {
            let sense = view.sense(at);
            view.is_capital(at)
                || sense.pronoun.is_some()
                // «попросил жителей в письме помочь»
                || sense.noun.is_some_and(speaks)
                || view.function(at).is_some_and(|function| function != Function::Day) && at != last
                || !view.is_word(at) && !view.is_number(at)
        };
        // «попросил мэра в среду помочь»: he asked it then.
        let is_free = match view.function(first) {
            Some(Function::In) => first > before.start && !self.is_day(first),
            function => first > before.start || function == Some(Function::Preposition),
        };
        if is_free && first + 1 < before.end && !(first + 1..before.end).any(names) {
            first
        } else {
            before.end
        }
    }

    /// Whether the infinitive behind this word closes its clause and the word is what it is to be done to: «попросил
    /// жалобу отклонить».
    fn is_thing_first(&self, thing: usize) -> bool {
        let view = self.view;
        let behind = thing + 2;
        let closes = view.is_stop(behind)
            || matches!(view.word(behind), "," | ";")
            || view.function(behind) == Some(Function::And);
        closes
            && view.is_lower(thing)
            && view.function(thing).is_none()
            && !view.is_adverb(thing)
            && match view.sense(thing).noun {
                Some(noun) => noun.kind.is_document(),
                None => !view.looks_dative(thing),
            }
    }

    /// Whether a clause that depends on the one before begins here behind a small word: «особенно если дует ветер».
    fn depends(&self, first: usize) -> bool {
        let next = self.view.function(first + 1);
        matches!(next, Some(Function::Subordinate | Function::Question))
    }

    /// Whether a clause of its own begins here that no small word opens: «ушёл», «из столицы едет эксперт».
    fn opens_clause(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        let first = tokens.start;
        let opens = matches!(
            view.function(first),
            None | Some(Function::In | Function::Preposition | Function::Filler)
        ) && !view.looks_gerund(first);
        opens
            && !self.depends(first)
            && !view.looks_participle(first)
            && tokens
                .take(REACH)
                .take_while(|&at| view.is_word(at) || view.is_number(at))
                .take_while(|&at| view.function(at) != Some(Function::Relative))
                .any(|at| self.is_verb(at))
    }

    /// Whether an infinitive stands among the first of these tokens, before any comma.
    fn has_infinitive(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        tokens
            .take(PREDICATE)
            .take_while(|&at| view.is_word(at) || view.is_number(at))
            .any(|at| view.looks_infinitive(at))
    }

    /// Whether a finite verb stands among the first of these tokens, before any comma.
    pub(super) fn has_verb(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        tokens
            .take(PREDICATE)
            .take_while(|&at| view.is_word(at) || view.is_number(at))
            .any(|at| self.is_verb(at))
    }

    /// Whether the token is a finite verb by its ending, and neither an adjective nor a noun.
    pub(super) fn is_verb(&self, token: usize) -> bool {
        let view = self.view;
        let sense = view.sense(token);
        view.looks_finite(token)
            && !view.is_oblique_adjective(token)
            && sense.noun.is_none()
            && sense.function.is_none()
    }
}
