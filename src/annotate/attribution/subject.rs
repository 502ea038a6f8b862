//! The subject of a word of saying: who it is said of in the author's clause.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::grammar::Habit;
use crate::language::speech::{Form, Function, Takes};

use super::beside::aside_start;
use super::{Attributor, Candidate, Who};

impl Attributor<'_> {
    /// The subject of the word of saying `cue` in the clause of these tokens.
    pub(super) fn subject(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let form = view.verb_form(cue)?;
        let takes = |takes: Takes| view.cue(cue).is_some_and(|cue| cue.takes(takes));
        // «назвал слова Белова «…»» tells of them.
        let judges = takes(Takes::Name) || takes(Takes::Fragment);
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let hands_on_theirs = || {
            let words = self.words_before(block, start, cue).filter(|_| takes(Takes::Passive));
            words.is_some_and(|at| at > start && view.sense(at - 1).is_possessive())
        };
        let hands_on = !judges && (self.words_behind(block, cue).is_some() || hands_on_theirs());
        if (takes(Takes::Relay) || hands_on)
            && let Some(quoted) = self.relayed(block, tokens.clone(), cue)
        {
            return Some(quoted);
        }
        if let Some(referred) = self.referred(block, cue, tokens.end) {
            return Some(referred);
        }
        if form == Form::Gerund
            && let Some(anew) = self.subject_anew(block, tokens.start, cue)
        {
            return Some(anew);
        }
        // «вспоминает, что он паял платы, называя это «…»»
        if form == Form::Gerund
            && let Some(told) = self.subject_told(block, tokens.start, cue)
        {
            return Some(told);
        }
        // «сообщило агентство, добавив, что …»
        if form == Form::Gerund
            && let Some(main) = (tokens.start..cue).rev().find(|&at| {
                [Takes::That, Takes::Name]
                    .iter()
                    .filter_map(|&takes| view.finite_cue(at, takes))
                    .any(|cue| cue.form != Form::Place)
            })
        {
            // «Как сообщил, оценивая ущерб, Ильин, «…»»
            let end = if main + 2 == cue { tokens.end } else { cue };
            return self.subject(block, tokens.start..end, main);
        }
        let told = self
            .told_of(block, tokens.start, cue, form)
            .or_else(|| self.told_by_participle(block, tokens.start, cue));
        if told.is_some() {
            return told;
        }
        // «Белов, который ушёл, отказался от встречи с Ильиным, но сказал»: the subject of the first verb.
        let goes_on = cue > tokens.start + 1
            && view.function(cue - 1) == Some(Function::And)
            && view.word(cue - 2) == ",";
        if goes_on
            && let Some(first) = self.before(block, tokens.start, cue, Form::Gerund)
            && match first.who {
                Who::Person(person) => self.agrees(person, form),
                Who::Pronoun(pronoun) => pronoun == form,
                _ => false,
            }
        {
            return Some(first);
        }
        if let Some(first) =
            self.joined_cue(block, cue).or_else(|| self.main_cue(block, tokens.start, cue))
            && let Some(found) = self.subject(block, view.sentence(cue).start..first + 1, first)
            && matches!(found.who, Who::Person(_) | Who::Noun(..) | Who::Pronoun(_))
        {
            return Some(found);
        }
        // «…, как подчеркнул министр, …»: what stands before is no subject.
        let set_off = cue > tokens.start
            && (view.word(cue - 1) == "," && !view.has(Habit::SubjectFirst)
                || view.function(cue - 1) == Some(Function::As));
        let after_first = set_off && !matches!(form, Form::Gerund | Form::Participle)
            || cue == tokens.start
            || !(tokens.start..cue).any(|at| view.is_word(at));
        if form == Form::Place {
            return self
                .agent(block, tokens.clone(), cue)
                .or_else(|| self.borne(block, cue))
                .or_else(|| self.place(block, tokens.clone(), cue))
                .or_else(|| self.after(block, cue, tokens.end, form));
        }
        // «писатель, тоже член совета, рассказал «Заре»»: it is told, and who tells stands before.
        let is_told = |found: &Candidate| {
            cue > tokens.start
                && self.is_caseless(found)
                && aside_start(view, tokens.start, cue - 1).is_some()
        };
        let found = if after_first {
            self.after(block, cue, tokens.end, form)
                .filter(|found| !is_told(found))
                .or_else(|| self.before_aside(block, tokens.start, cue, form))
                .or_else(|| self.before(block, tokens.start, cue, form))
        } else {
            let before = self.before(block, tokens.start, cue, form);
            // «Смерть артиста подтвердил актёр Пётр Ильин»: a word on no list that opens the sentence.
            let is_object = before.as_ref().is_some_and(|found| {
                matches!(found.who, Who::Name)
                    && found.tokens.start == view.sentence(cue).start
                    && !self.is_caseless(found)
                    // «С критикой НАТО выступил мэр»
                    || self.may_belong(found)
            });
            let behind = || {
                let found = self.after(block, cue, tokens.end, form)?;
                let is_within = |at: usize| view.is_word(at) || view.is_quotation_mark(at);
                let is_next = (cue + 1..found.tokens.start)
                    .all(|at| is_within(at) && !self.is_speech(block, at));
                (is_next && matches!(found.who, Who::Person(_))).then_some(found)
            };
            is_object
                .then(behind)
                .flatten()
                .or(before)
                .or_else(|| self.after(block, cue, tokens.end, form))
        };
        // «сообщили агентству в министерстве»: the place speaks, not the name.
        let is_name = found
            .as_ref()
            .is_none_or(|found| matches!(found.who, Who::Name) || self.is_governed(found));
        // «в Мадриде эти центры именуют «…»»
        let is_this = judges
            && found.as_ref().is_some_and(|found| {
                let start = found.tokens.start;
                (start.saturating_sub(1)..=start)
                    .any(|at| view.function(at) == Some(Function::Demonstrative))
            });
        // «в компании назвали обвинения «голословными»»: a thing behind the verb is what is called so.
        let is_object = view.cue(cue).is_some_and(|cue| cue.takes(Takes::Name))
            && found.as_ref().is_some_and(|found| {
                matches!(found.who, Who::Noun(..))
                    && !self.is_human(found)
                    && (found.tokens.start > cue || !self.is_body(found) || is_this)
            });
        let placed = (form == Form::Plural && (is_name || is_object))
            .then(|| self.place(block, tokens.clone(), cue))
            .flatten();
        let placed = placed.or_else(|| {
            let before = found.as_ref().filter(|_| form == Form::Plural)?;
            self.place_of_clause(block, before, cue)
        });
        // «В России запретят …» tells of a place.
        let asks = view.cue(cue).is_some_and(|cue| !cue.takes(Takes::That));
        let placed = placed.filter(|place| {
            // «В своём интервью наследники рассказали», but «В блоге посольства написали»
            if self.is_writing(place) {
                return self.body_of_page(place).is_some_and(|owner| self.is_body(&owner));
            }
            let is_marked = self.is_caseless(place);
            !asks || !matches!(place.who, Who::Name) || is_marked || is_this
        });
        let found = match found {
            // «Назвав приговор «…», адвокат обжаловал его»
            Some(object) if form == Form::Gerund && is_object => {
                self.of_main_clause(block, cue, form).or(Some(object))
            }
            // «Сам Ильин приговор назвал «…»»: a thing right before the verb is what he calls so.
            Some(thing)
                if self.is_called_so(&thing, cue)
                    || self.is_writing(&thing)
                        && thing.tokens.end + 1 == cue
                        && view.function(thing.tokens.end) == Some(Function::And) =>
            {
                self.before(block, tokens.start, thing.tokens.start, form)
                    .filter(|subject| {
                        let is_who = matches!(subject.who, Who::Pronoun(_))
                            || self.is_human(subject)
                            || self.is_body(subject);
                        is_who && !self.is_parted(block, subject.tokens.start, thing.tokens.start)
                    })
                    .or(Some(thing))
            }
            // «Ильин, узнав новость, называет театр «мамой»»
            Some(thing) if is_object && self.is_called_behind(&thing) => self
                .before_aside(block, tokens.start, cue, form)
                .or_else(|| self.before(block, tokens.start, cue, form))
                .filter(|subject| self.is_human(subject))
                .or(Some(thing)),
            // «Указ подписал Ильин, отметив, что …», «Гимнастку Веру Белову поздравил тренер Ильин, отметив, …»: whom
            // or what somebody does something with.
            Some(object)
                if form == Form::Gerund
                    && (self.is_writing(&object) || self.is_named_object(&object)) =>
            {
                self.behind_verb(block, object.tokens.end, cue).or(Some(object))
            }
            None if matches!(form, Form::Gerund | Form::Participle) => {
                self.of_main_clause(block, cue, form).or_else(|| self.place_of_main(block, cue))
            }
            found => found,
        };
        // «В рецензии пьесу назвали «…»»
        let written = || {
            let is_called = form == Form::Plural && takes(Takes::Name);
            is_called.then(|| self.place(block, tokens.clone(), cue)).flatten()
        };
        placed
            .or(found)
            .or_else(written)
            .or_else(|| self.behind_marks(block, tokens.end, cue, form))
            .or_else(|| self.unlisted(block, tokens.clone(), cue, form))
            .or_else(|| self.full_name(block, tokens, cue))
    }

    /// Whether these words right before a verb of judgement are a thing in what may be the accusative.
    fn is_called_so(&self, thing: &Candidate, cue: usize) -> bool {
        let view = &self.views[thing.block];
        let Who::Noun(head, _) = thing.who else { return false };
        let is_judged = view.cue(cue).is_some_and(|cue| cue.takes(Takes::Name));
        // «Главврач Пётр Ильин обвинения отрицает»
        let is_behind_person = || {
            let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 4));
            (start..thing.tokens.start).any(|at| {
                self.person_at(thing.block, at).is_some_and(|(person, end)| {
                    end == thing.tokens.start && self.is_nominative(person, thing.block, at..end)
                })
            })
        };
        thing.tokens.end == cue
            && !self.is_caseless(thing)
            && (is_judged || is_behind_person())
            && view.sense(head).noun.is_some_and(|noun| {
                // Of the singular, a feminine alone has another form for the accusative.
                !noun.kind.is_human() && (noun.plural || noun.gender != Form::Feminine)
            })
    }

    /// Whether what these words behind a verb are called stands in marks behind their noun, in no name.
    fn is_called_behind(&self, thing: &Candidate) -> bool {
        let view = &self.views[thing.block];
        matches!(thing.who, Who::Noun(head, _) if view.is_quotation_mark(head + 1) && view.is_lower(head + 2))
    }

    /// The word of saying to which «и» joins this one with its subject: «Белов назвал это «…» и предложил …».
    fn joined_cue(&self, block: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        let form = view.cue(cue)?.form;
        if !matches!(
            form,
            Form::Masculine | Form::Feminine | Form::Neuter | Form::Plural | Form::Singular
        ) {
            return None;
        }
        let and = (cue.saturating_sub(2)..cue)
            .rev()
            .find(|&at| view.function(at) != Some(Function::Filler))?;
        if view.function(and) != Some(Function::And) || self.is_speech(block, and) {
            return None;
        }
        let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 2));
        let first = (start..and).rev().find(|&at| {
            !self.is_speech(block, at)
                && (view.cue(at).is_some()
                    || matches!(view.function(at), Some(Function::That | Function::Relative)))
        })?;
        view.cue(first).is_some_and(|cue| cue.form == form).then_some(first)
    }

    /// The form in which the verb behind a gerund's subject agrees with it: «губернатор молчал, заметив лишь: …».
    pub(super) fn form_of_verb(&self, block: usize, head: usize, form: Form) -> Form {
        let view = &self.views[block];
        let end = view.sentence(head).end.min(head + REACH / 2);
        (head + 1..end)
            .filter(|_| form == Form::Gerund)
            .take_while(|&at| view.word(at) != ",")
            .filter_map(|at| view.verb_form(at))
            .find(|form| matches!(form, Form::Masculine | Form::Feminine))
            .unwrap_or(form)
    }

    /// The subject after the word of saying: «– сказал в эфире глава фонда Пётр Ильин».
    fn after(&self, block: usize, cue: usize, end: usize, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        // «сообщил РБК источник»: an institution of no case may be whom somebody tells.
        let mut told: Option<Candidate> = None;
        let judges = view.cue(cue).is_some_and(|cue| cue.takes(Takes::Name));
        let mut thing: Option<Candidate> = None;
        let mut at = cue + 1;
        while at < end {
            let stops = view.function(at) == Some(Function::That)
                || view.word(at) == ":"
                || view.is_dash(at)
                || view.is_stop(at) && view.sentence(at).end == at + 1
                // «ответили в компании, но её представители ушли»
                || view.word(at) == "," && view.function(at + 1) == Some(Function::And)
                || told.is_some()
                    && (view.word(at) == "," && !is_dated(view, at)
                        || view.function(at) == Some(Function::Reference))
                || view.is_sure_cue(at);
            if stops {
                break;
            }
            if let Some(found) = self.nominal(block, at, form) {
                // «сообщает МВД страны»: whose it is.
                let is_owner = told.as_ref().is_some_and(|told| {
                    told.tokens.end >= at
                        && matches!(found.who, Who::Noun(head, _) if head == at)
                        && self.is_body(&found)
                        && self.may_be_genitive(&found)
                });
                if is_owner || at == cue + 1 && self.is_requested(cue, &found) {
                    at += 1;
                    continue;
                }
                // «считает закон «мёртвым»», «назвал приговор министр»: what is judged is no subject while another is.
                let is_speech = found.tokens.clone().any(|at| self.is_speech(block, at));
                // «так оценил фестиваль его директор»
                let is_thing = is_speech
                    || at == cue + 1 && (self.is_writing(&found) || self.may_be_object(&found));
                if judges && is_thing && !self.is_human(&found) {
                    thing = thing.or(Some(found).filter(|_| !is_speech));
                    at += 1;
                    continue;
                }
                // «прокомментировал приговор адвокат», but not «сообщает блог компании»
                let is_caseless =
                    self.is_caseless(&found) || told.is_none() && self.is_writing(&found);
                if !is_caseless {
                    // «сообщила РИА «Заря» пресс-служба»
                    let is_whole = told.as_ref().is_some_and(|told| {
                        self.is_writing(told)
                            && (self.may_be_genitive(&found)
                                || !(told.tokens.start..at).all(|at| view.is_word(at)))
                    });
                    let speaks = !is_whole && (self.is_human(&found) || self.is_body(&found));
                    return match told {
                        Some(told) if !speaks => Some(told),
                        _ => Some(self.completed(found, end, form)),
                    };
                }
                at = match found.who {
                    Who::Name => found.tokens.end.max(at + 1),
                    _ => at + 1,
                };
                told.get_or_insert(found);
                continue;
            }
            at = match view.word(at) {
                // «пояснил, показывая решение суда, мэр Ильин»
                "," if view.looks_gerund(at + 1) => {
                    (at + 1..end).find(|&at| view.word(at) == ",").unwrap_or(end)
                }
                "(" => closing(view, at, end) + 1,
                "," => view.past_gerund(at, end).unwrap_or(at + 1),
                // «в компании «Ломов и партнёры»»
                _ if view.block.opens_mark(at) => {
                    (at + 1..end).find(|&at| view.is_quotation_mark(at)).unwrap_or(at) + 1
                }
                _ => self.person_at(block, at).map_or(at + 1, |(_, end)| end),
            };
        }
        told.or(thing)
    }
}

/// Whether the comma opens or closes a date: «в четверг, 6 июня, …».
fn is_dated(view: &View, comma: usize) -> bool {
    view.is_number(comma + 1) && view.function(comma + 2) == Some(Function::Day)
        || comma > 1 && view.is_number(comma - 2) && view.function(comma - 1) == Some(Function::Day)
}

/// The bracket that closes the one at this token, or the last token before `end`.
fn closing(view: &View, open: usize, end: usize) -> usize {
    (open..end).find(|&at| view.word(at) == ")").unwrap_or(end)
}
