//! What a thing is called and what somebody is accused of: «назвал итоги честными», «обвинил мэра в обмане».

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, Takes};

use super::{GAP, Scan};

/// How far into a judgement its word can stand, in tokens.
const JUDGED: usize = 20;

impl Scan<'_> {
    /// «оценил работу как хорошую», «которого он охарактеризовал как мастера»
    pub(super) fn described(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Name).filter(|cue| !cue.takes(Takes::Infinitive))?;
        let behind = token + 1..self.sentence.end.min(token + JUDGED);
        let how = behind
            .take_while(|&at| view.cue(at).is_none())
            .take_while(|&at| {
                view.is_word(at) || view.word(at) == "." && view.sentence(at).end > at + 1
            })
            .find(|&at| view.function(at) == Some(Function::As))
            // «как можно скорее»
            .filter(|&how| !view.is_adverb(how + 1) || view.is_adjective(how + 2))?;
        let start = if how == token + 1 { how + 1 } else { token + 1 };
        let end = self.noun_end(start..self.content_end(start));
        if self.is(token, Taken::Author) || (start..end).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..token + 1, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// «назвал итоги выборов честными»: what is judged, and how.
    pub(super) fn judgement(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token).filter(|cue| cue.takes(Takes::Name))?;
        // «…», – сказал Ильин, назвав решение ошибкой: more than those words.
        let is_gerund = cue.form == Form::Gerund;
        if cue.form == Form::Participle
            || !cue.takes(Takes::Judgement) && (is_gerund || !self.is_fronted(token))
        {
            return None;
        }
        // The subject stands before; «назвал министр» tells of names, and so does «…, как назвал почту министр».
        let start = token + 1;
        if self.is(token, Taken::Author) && !is_gerund
            || token > 0
                && matches!(view.function(token - 1), Some(Function::Not | Function::As))
            || view.sense(start).noun.is_some_and(|noun| noun.kind.is_human())
            || view.is_quotation_mark(start)
            || self.is(start, Taken::Speech)
            // «победу называют случайной» names nobody who does.
            || cue.form == Form::Plural && self.is_unsaid(token)
            // «называл себя Морозом»
            || view.function(start) == Some(Function::Oneself)
            || token < self.from + 1
        {
            return None;
        }
        let limit = self.sentence.end.min(start + REACH);
        // «Причиной он назвал скуку, или, по его выражению, «…»»
        let is_other = |at: &usize| {
            view.word(*at) == ","
                && view.function(at + 1) == Some(Function::And)
                && view.word(at + 2) == ","
        };
        let limit = (start..limit).find(is_other).unwrap_or(limit);
        if (start..limit).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let end = self.noun_end(start..self.content_end(start));
        // «Если пассажир назвал адрес, водитель …»
        let depends = view.function(self.from) == Some(Function::Subordinate);
        let end = (start..end).find(|&at| depends && view.word(at) == ",").unwrap_or(end);
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue: token };
        let content = view.without_stop(start..end);
        // «назвала корабль в честь адмирала» gives a name and judges nothing.
        let calls = |at: usize| {
            view.looks_instrumental(at)
                && !view.is_capital(at)
                && !view.sense(at).is_possessive()
                && view.function(at) != Some(Function::Own)
        };
        // «рукопись «Последний паром»», «дочь Агатой», «улицу именем поэта»
        let is_called = |at: &usize| {
            !view.is_quotation_mark(*at) && view.function(*at) != Some(Function::Meaning)
        };
        let judges = content.clone().take(JUDGED).take_while(is_called).any(calls)
            || (self.from..token)
                .any(|at| calls(at) || at == self.from && view.looks_instrumental(at));
        // «Важным направлением министр назвал …»: what it is called stands first.
        let fronted = view.trimmed(self.from..token);
        let fronted_end = fronted
            .clone()
            .skip(1)
            .find(|&at| {
                view.is_capital(at)
                    || view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Nominative))
                    || view.sense(at).pronoun.is_some()
                    || at + 1 == token && view.can_be_subject(at, cue.form)
            })
            .unwrap_or(fronted.start);
        let fronted = fronted.start..fronted_end;
        // «Причиной следователи называют лёд»
        let opens = fronted.start == self.sentence.start && fronted.end < token;
        let is_fronted =
            (view.words(fronted.clone()) > 1 || opens) && view.looks_instrumental(fronted.start);
        if view.words(content.clone()) < 2 && !is_fronted || !judges {
            return None;
        }
        let mut parts = Vec::new();
        // «Причиной аварии он назвал лёд», but «Главной бедой района он назвал лёд»: an adjective judges.
        if is_fronted && view.looks_instrumental(fronted.start + 1) {
            parts.push(fronted);
        }
        parts.push(content);
        self.push(parts, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// Whether what a thing is called opens the sentence of a verb that tells what somebody thinks: «Главной причиной
    /// аварии следователь считает …».
    fn is_fronted(&self, token: usize) -> bool {
        let view = self.view;
        let first = self.sentence.start;
        first == self.from
            && token > first + 2
            && view.finite_cue(token, Takes::That).is_some()
            && view.is_adjective(first)
            && (first..first + 2).all(|at| view.looks_instrumental(at))
            && (first..token).all(|at| view.word(at) != ",")
            && self.conjunction(token).is_none()
    }

    /// «обвинил мэра в обмане»: whom, and of what; «признался в обмане».
    pub(super) fn accusation(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token).filter(|cue| cue.takes(Takes::Accusation))?;
        if cue.form == Form::Participle {
            return None;
        }
        let start = token + 1;
        let of = (start..self.sentence.end.min(start + GAP))
            .take_while(|&at| !view.looks_finite(at) || view.is_oblique_adjective(at))
            .take_while(|&at| view.word(at) != "," || !cue.takes(Takes::Own))
            // «призналась в 2008 году в краже»
            .find(|&at| view.function(at) == Some(Function::In) && !view.is_number(at + 1))?;
        // «мэра обвиняют в обмане» names nobody who does.
        let is_object =
            view.words(start..of) == 0 || view.function(start) == Some(Function::Filler);
        if cue.form == Form::Plural && is_object && !cue.takes(Takes::Own) {
            return None;
        }
        // «признался следствию в обмане»: of what alone; «признался в письме» tells where.
        let is_place =
            self.is_day(of) || view.sense(of + 1).noun.is_some_and(|noun| noun.kind.is_document());
        let limit = self.content_end(of);
        // «Научить машину, признался на выставке изобретатель, трудно»
        let comma = (of..limit).find(|&at| view.word(at) == ",").unwrap_or(limit);
        let is_inserted = token > self.from
            && view.word(token - 1) == ","
            && (of + 2..comma).any(|at| {
                view.sense(at)
                    .noun
                    .is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative))
            });
        if cue.takes(Takes::Own) && is_inserted {
            return None;
        }
        // «пять раз признавался лучшим в стране»: others did so.
        let is_praised = (start..of).any(|at| {
            view.looks_instrumental(at)
                && view.function(at).is_none()
                && !view.is_preposition(at - 1)
                && !view.looks_dative(at)
        });
        if cue.takes(Takes::Own) && (is_place || is_praised) {
            return None;
        }
        let start = if cue.takes(Takes::Own) { of } else { start };
        // «…», – сказал Ильин, обвинив мэра в обмане: more than those words.
        let is_beside = self.is(token, Taken::Author) && cue.form != Form::Gerund;
        if is_beside || (start..limit).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let end = self.noun_end(of..limit);
        // «обвинив в краже мэра (он уехал)»: the author tells more of whom.
        let end = (of..end).find(|&at| view.word(at) == "(").unwrap_or(end);
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }
}
