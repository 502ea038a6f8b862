//! The subject before its word of saying.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::annotate::text::Shape;
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind};

use super::beside::{aside_start, is_aside, tells_more};
use super::{Attributor, Candidate, Who};

impl Attributor<'_> {
    /// The subject before the word of saying: «глава фонда Пётр Ильин в эфире сказал».
    pub(super) fn before(
        &self,
        block: usize,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH));
        if self.views[block].has(Habit::SubjectFirst) {
            return self.first(block, start..cue, form);
        }
        let mut noun: Option<Candidate> = None;
        let mut past_comma = false;
        // Where «…, в котором» stands.
        let mut told_in: Option<usize> = None;
        let hidden = Self::clause_of_noun(view, start..cue);
        // How many brackets are open: what stands in them is no subject.
        let mut depth = 0_usize;
        // «подписал приказ, уволил тренера и сообщил»: what a verb before it may have for its object.
        let mut object: Option<Candidate> = None;
        // Where what commas set off begins: no subject stands in it either.
        let mut aside = cue;
        for at in (start..cue).rev() {
            if form != Form::Gerund && view.word(at) == "," && at <= aside {
                aside = aside_start(view, start, at).unwrap_or(aside);
            }
            if aside <= at && at < cue && aside < cue || hidden.contains(&at) {
                past_comma = true;
                continue;
            }
            match view.word(at) {
                ")" => depth += 1,
                "(" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 {
                continue;
            }
            // «Согласны не все: её прогноз назвали …», «…; партии требуют отставки, называя …»: another clause.
            if view.word(at) == ":" && form != Form::Gerund || view.word(at) == ";" {
                break;
            }
            // «…, в ответ Петренко назвал …»: the clause before has a subject of its own.
            let is_owner = noun.as_ref().is_some_and(|noun| matches!(noun.who, Who::Person(_)));
            let is_nearest = view.word(at) == "," && !std::mem::replace(&mut past_comma, true);
            // «Мэр уверен, что заслуги Монти поймут, и отметил»: the main clause goes on.
            let goes_on = view.function(at + 1) == Some(Function::That)
                && view.function(cue - 1) == Some(Function::And)
                && (start..at).any(|at| view.cue(at).is_some_and(|cue| cue.form == form));
            if is_nearest && is_owner && form != Form::Gerund && !goes_on {
                let comma = (start..at).rev().find(|&at| view.word(at) == ",");
                if comma.is_none_or(|comma| !tells_more(view, comma + 1)) {
                    break;
                }
            }
            // «…, а Москва называет её …»: another clause than the one before.
            let is_name = noun
                .as_ref()
                .is_some_and(|noun| matches!(noun.who, Who::Name) && noun.tokens.start == at + 2);
            let is_joined = view.word(at) == "," && view.function(at + 1) == Some(Function::And);
            if is_name && is_joined && form != Form::Gerund {
                break;
            }
            // «круглый стол, на котором предложили …»: what stands before is no subject.
            let is_place = view.function(at) == Some(Function::Relative)
                && at > 0
                // «дал интервью, где сказал», «президент, в администрации которого сообщили»
                && (view.is_preposition(at - 1)
                    || !view.is_adjective(at) && at + 1 == cue
                    || opens_place_of(view, at));
            // «…, которого партия называет «…»»: the clause has its subject.
            let is_clause = view.function(at) == Some(Function::Relative)
                && view.is_oblique_adjective(at)
                && noun.is_some()
                && at > start
                && view.word(at - 1) == ","
                && form != Form::Gerund;
            if is_place && form == Form::Plural || is_clause {
                break;
            }
            told_in = told_in.or(is_place.then_some(at));
            let Some(found) = self.nominal(block, at, form) else { continue };
            if is_aside(view, &found, cue) {
                continue;
            }
            // «в деле «Белов против порта» судья высказался»: whom a title names.
            if matches!(found.who, Who::Person(_) | Who::Noun(..))
                && is_in_title(view, start, &found.tokens)
            {
                continue;
            }
            // «дал интервью, в котором рассказал», «вёл канал в сети, в котором обещал»: what stands right before is the
            // place.
            let is_place_of = |relative: usize| {
                self.is_writing(&found)
                    || matches!(found.who, Who::Noun(..))
                        && !self.is_human(&found)
                        && !(found.tokens.end..relative).any(|at| view.looks_finite(at))
            };
            if told_in.is_some_and(is_place_of) {
                continue;
            }
            if form == Form::Gerund {
                // The subject of a gerund's main verb stands first.
                if !is_object(view, start, &found) {
                    noun = Some(found);
                }
                continue;
            }
            if object.is_some() && (self.is_writing(&found) || matches!(found.who, Who::Name)) {
                continue;
            }
            if object.is_none() && self.is_object_in_row(&found, start, cue, form) {
                object = Some(found);
                continue;
            }
            // «Источник, знакомый с делом, говорит»: what stands between commas tells more of the subject.
            let found = self.set_off(found, start, cue, form);
            match found.who {
                // «до заявления Монти»: a name of no case may be the noun's before it.
                Who::Person(person) if self.may_be_owner(person, block, found.tokens.clone()) => {
                    // «боксёр Монти, чемпион по версиям ТСС и УФЛ, признался»: rather than a bare name.
                    if noun.as_ref().is_none_or(|noun| matches!(noun.who, Who::Name)) {
                        noun = Some(found);
                    }
                }
                Who::Person(_) | Who::Pronoun(_) => return Some(found),
                Who::Noun(..) if self.may_belong(&found) || self.belongs(&found) => {
                    noun.get_or_insert(found);
                }
                Who::Noun(..) => {
                    // «представители певицы заявили»: the noun before governs this one.
                    let governing = (at > start
                        // «глава МИД»
                        && (view.block.tokens[at].shape == Shape::Upper
                            || view.sense(at).noun.is_some_and(|n| n.is_in(Case::Genitive))))
                    .then(|| self.nominal(block, at - 1, form))
                    .flatten()
                    .filter(|before| matches!(before.who, Who::Noun(..)));
                    return Some(self.completed(governing.unwrap_or(found), cue, form));
                }
                // A name may be a noun's: «агентство «Интерфакс» сообщило».
                Who::Name | Who::Unlisted(_) => {
                    noun.get_or_insert(found);
                }
            }
        }
        match noun {
            Some(found) if form == Form::Gerund => Some(self.completed(found, cue, form)),
            noun => noun.or(object),
        }
    }

    /// Whether a thing or a body, alike in the nominative and the accusative, stands right behind another verb of the row
    /// that «и» closes before this one, or behind an infinitive: «Мэр подписал приказ, уволил тренера и сообщил».
    fn is_object_in_row(&self, found: &Candidate, start: usize, cue: usize, form: Form) -> bool {
        let view = &self.views[found.block];
        let Who::Noun(head, _) = found.who else { return false };
        let verb = found.tokens.start.checked_sub(1).filter(|&verb| verb > start);
        let is_alike = view.sense(head).noun.is_some_and(|noun| {
            !noun.kind.is_human() && (noun.plural || noun.gender != Form::Feminine)
        });
        let is_verb = verb
            .is_some_and(|verb| view.verb_form(verb) == Some(form) || view.looks_infinitive(verb));
        is_alike
            && is_verb
            && (found.tokens.end..cue)
                .any(|at| view.word(at) == "," || view.function(at) == Some(Function::And))
    }

    /// The word of saying of the main clause, behind whose «что» a conjunction and an object lead to this one without
    /// a subject: «Белова отметила, что зал «спит», а мэра назвала «…»».
    pub(super) fn main_cue(&self, block: usize, start: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        let form = view.cue(cue)?.form;
        if !matches!(form, Form::Masculine | Form::Feminine) {
            return None;
        }
        let start = start.max(cue.saturating_sub(REACH));
        let comma = (start..cue).rev().find(|&at| view.word(at) == ",")?;
        let is_joined = view.function(comma + 1) == Some(Function::And);
        if !is_joined || (comma + 2..cue).any(|at| self.nominal(block, at, form).is_some()) {
            return None;
        }
        let that =
            (start + 2..comma).rev().find(|&at| view.function(at) == Some(Function::That))?;
        let main = that - 2;
        let speaks = view.word(that - 1) == "," && view.cue(main)?.form == form;
        speaks.then_some(main)
    }

    /// The subject of the clause that a conjunction opens before this gerund, a pronoun or somebody by name: «обратилась к
    /// Белову, но тот отказался, сказав», «мэр ушёл, а глава суда Анна Седова осталась, сказав».
    pub(super) fn subject_anew(
        &self,
        block: usize,
        start: usize,
        gerund: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = (start + 2).max(gerund.saturating_sub(REACH));
        let opens =
            |at: usize| view.word(at - 2) == "," && view.function(at - 1) == Some(Function::And);
        let acts = |found: &Candidate| {
            (found.tokens.end..gerund).any(|at| view.verb_form(at).is_some_and(Form::is_finite))
        };
        (start..gerund)
            .rev()
            .filter(|&at| opens(at))
            .find_map(|at| self.nominal(block, at, Form::Gerund))
            .map(|found| self.completed(found, gerund, Form::Gerund))
            .filter(|found| match found.who {
                Who::Pronoun(_) => true,
                // «…, а глава суда Анна Седова, сказав «…», ушла»
                Who::Person(_) => {
                    acts(found) || found.tokens.end + 1 == gerund && view.word(gerund - 1) == ","
                }
                _ => false,
            })
    }

    /// The pronoun that is the subject of the clause behind «что» whose verb this gerund goes with: «Белова вспоминает, что
    /// он паял платы, называя это «…»».
    pub(super) fn subject_told(
        &self,
        block: usize,
        start: usize,
        gerund: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(gerund.saturating_sub(REACH));
        let that = (start..gerund).rev().find(|&at| view.function(at) == Some(Function::That))?;
        let found = (that + 1..gerund)
            .find_map(|at| self.nominal(block, at, Form::Gerund))
            .filter(|found| matches!(found.who, Who::Pronoun(_)))?;
        let acts =
            (found.tokens.end..gerund).any(|at| view.looks_finite(at) && view.cue(at).is_none());
        // «благодарил за то, что она отменила сбор, назвав её «…»»
        let correlate = that.checked_sub(2).and_then(|at| view.function(at));
        let is_correlated = matches!(correlate, Some(Function::Thought | Function::Correlate));
        (acts && !is_correlated).then_some(found)
    }

    /// The clause behind a noun without a verb before it: «Упрёки в том, что …, мэр отверг, назвав их …».
    fn clause_of_noun(view: &View, tokens: Range<usize>) -> Range<usize> {
        let end = tokens.end;
        let opens = |at: usize| {
            view.function(at) == Some(Function::That)
                && at > 1
                && view.function(at - 2) == Some(Function::Thought)
        };
        let that = tokens.clone().take_while(|&at| !view.looks_finite(at)).find(|&at| opens(at));
        let close = that.and_then(|that| (that..end).find(|&at| view.word(at) == ","));
        let goes_on = |close: usize| {
            (close + 1..end).take_while(|&at| view.word(at) != ",").any(|at| view.looks_finite(at))
        };
        match (that, close) {
            (Some(that), Some(close)) if goes_on(close) => that..close,
            _ => end..end,
        }
    }

    /// The subject that opens its clause: “A resident, who asked not to be named, said”.
    fn first(&self, block: usize, tokens: Range<usize>, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let mut name = None;
        let mut at = tokens.start;
        while at < tokens.end {
            let next = self.person_at(block, at).map_or(at + 1, |(_, end)| end);
            // “the captain's cousin”: the owner is no subject.
            let owns = view.block.is_joined(next) && view.is_lower(next);
            match self.nominal(block, at, form).filter(|_| !owns) {
                Some(found) if matches!(found.who, Who::Name | Who::Unlisted(_)) => {
                    name.get_or_insert(found);
                }
                Some(found) => {
                    let comma = found.tokens.end;
                    let is_human =
                        view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Human);
                    // “the chair, Winifred Oakes, said”
                    let behind = comma + usize::from(view.word(comma) == ",");
                    if is_human && let Some((person, end)) = self.person_at(block, behind) {
                        let who = Who::Person(person);
                        let case = found.case;
                        return Some(Candidate { who, block, tokens: behind..end, case });
                    }
                    return Some(found);
                }
                None => {}
            }
            at = next;
        }
        name
    }
}

/// Whether a clause opens with the place of whom the relative pronoun at this token tells: «президент, в администрации
/// которого сообщили».
fn opens_place_of(view: &View, relative: usize) -> bool {
    view.is_oblique_adjective(relative)
        && relative > 2
        && view.function(relative - 2) == Some(Function::In)
        && view.word(relative - 3) == ","
}

/// Whether the noun stands behind a verb with which it cannot agree: «В мае зарегистрировала клуб, обещая …».
fn is_object(view: &View, start: usize, found: &Candidate) -> bool {
    let Who::Noun(head, _) = found.who else { return false };
    let verb = (start..found.tokens.start)
        .rev()
        .take_while(|&at| view.word(at) != ",")
        .find_map(|at| view.verb_form(at));
    let Some(noun) = view.sense(head).noun.filter(|noun| !noun.kind.is_human()) else {
        return false;
    };
    let is_gendered = |form: Form| matches!(form, Form::Masculine | Form::Feminine);
    verb.is_some_and(|verb| is_gendered(verb) && is_gendered(noun.gender) && verb != noun.gender)
}

/// Whether these tokens stand between marks with more beside them.
fn is_in_title(view: &View, start: usize, tokens: &Range<usize>) -> bool {
    let marks = (start..tokens.start).filter(|&at| view.is_quotation_mark(at)).count();
    let is_all =
        view.is_quotation_mark(tokens.start.wrapping_sub(1)) && view.is_quotation_mark(tokens.end);
    marks % 2 == 1 && !is_all
}
