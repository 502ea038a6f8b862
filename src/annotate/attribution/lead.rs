//! Words before a colon, and a headline's label: whose words they announce.

use std::ops::Range;

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::REACH;
use crate::annotate::text::Shape;
use crate::article::{Evidence, MentionKind, Speaker};
use crate::language::speech::{Case, Form, Function, NounKind};

use super::{Attribution, Attributor, Candidate, Who};

impl Attributor<'_> {
    /// Who says something before the colon in front of words that a noun alone is told to speak inside of: «Белова
    /// объяснила, почему вернулась: «Там проще, – улыбнулась француженка. – …»».
    pub(super) fn led(&mut self, draft: &Draft, found: &Attribution) -> Option<Attribution> {
        let (block, first) = draft.start();
        let view = &self.views[block];
        let colon = first.checked_sub(2).filter(|&at| view.word(at) == ":")?;
        let start = view.sentence(colon).start;
        let is_split = draft.parts.len() > 1 && matches!(found.speaker, Speaker::Unnamed(_));
        if !is_split || !(start..colon).any(|at| view.is_sure_cue(at)) {
            return None;
        }
        let subject = (start..colon).find_map(|at| {
            let subject = self.nominal(block, at, found.form)?;
            let is_somebody = matches!(subject.who, Who::Person(_)) || self.is_human(&subject);
            is_somebody.then_some(subject)
        })?;
        let Speaker::Person(id) = self.resolve(subject)?.speaker else { return None };
        let person = self.index(&id)?;
        let led = Attribution { source: found.source, ..self.of_person(person, Evidence::Role) };
        if let Some(span) = found.source {
            self.mention(&led, MentionKind::Role, span);
        }
        Some(led)
    }

    /// Whom the clause before the colon tells of, where the noun of saying in it is nobody's: «Ильин на критику не
    /// обиделся: «…»».
    pub(super) fn before_colon(&mut self, draft: &Draft) -> Option<Attribution> {
        let (block, first) = draft.start();
        let view = &self.views[block];
        let colon = (first.checked_sub(2)?..first).rev().find(|&at| view.word(at) == ":")?;
        let start = view.sentence(colon).start.max(colon.saturating_sub(REACH));
        self.in_lead(block, start..colon)
    }

    /// Words before a colon without a word of saying: «Министр был краток: «…»»
    pub(super) fn in_lead(&mut self, block: usize, tokens: Range<usize>) -> Option<Attribution> {
        if let Some(act) = tokens.end.checked_sub(1).and_then(|last| self.worded(block, last)) {
            return self.resolve(act);
        }
        if let Some(last) = self.explained(block, tokens.clone()) {
            return Some(last);
        }
        let mut start = tokens.start;
        // «В театре, где служил Белов, скорбят: «…»»: who stands in what tells of the place is no subject.
        let view = &self.views[block];
        let comma = tokens.clone().find(|&at| view.word(at) == ",");
        if view.function(start) == Some(Function::In)
            && let Some(comma) = comma.filter(|&at| {
                (at + 1..at + 3).any(|at| view.function(at) == Some(Function::Relative))
            })
        {
            start = (comma + 1..tokens.end).find(|&at| view.word(at) == ",").unwrap_or(start);
        }
        // «Всё это время с ней был муж: «…»»: those who speak have a verb of their number.
        let forms =
            || tokens.clone().filter_map(|at| view.verb_form(at)).filter(|form| form.is_finite());
        let are_many = |found: &Candidate| matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| !noun.singular));
        let is_one = forms().next().is_some() && forms().all(|form| form != Form::Plural);
        // «Один из солистов отнёсся к этому спокойнее: «…»»
        let one_of = || {
            let mut forms = [Form::Masculine, Form::Feminine].into_iter();
            let is_one = view.function(start) == Some(Function::One);
            forms.find_map(|form| self.nominal(block, start, form)).filter(|_| is_one)
        };
        let found = one_of()
            .or_else(|| {
                self.before(block, start, tokens.end, Form::Gerund)
                    .filter(|found| !(is_one && are_many(found)))
            })
            // «Макет в вестибюле мэрии — игрушка: «…»»
            .filter(|found| self.is_human(found) || !self.is_governed(found))
            // «Поэтому экспедиция — это забава: «…»»
            .filter(|found| {
                let mut behind = found.tokens.end..tokens.end;
                let is_told =
                    |at| view.is_dash(at) && view.function(at + 1) == Some(Function::Copula);
                self.is_human(found) || !behind.any(is_told)
            });
        // «Решение Анна Белова приняла сама: «…»», «в ходе программы Анна Белова …»
        let is_thing = found.as_ref().is_some_and(|found| {
            self.is_writing(found)
                || self.may_be_genitive(found) && !self.is_human(found)
                // «Поддержку ЦИК выразил Ильин: «…»»
                || self.is_caseless(found) && found.tokens.start > tokens.start
        });
        let person = tokens.clone().filter(|_| is_thing).find_map(|at| {
            let found = self.nominal(block, at, Form::Gerund)?;
            matches!(found.who, Who::Person(_)).then_some(found)
        });
        // «Петру Ильину решение понравилось: «…»»: whom the thing does something to.
        let before_thing = || {
            let thing = found.as_ref().filter(|found| self.is_writing(found))?;
            let end = thing.tokens.start;
            let start = self.mentions_before(block, end)?.last()?.at.start;
            let at = self.views[block].block.token_from(start);
            let (person, _) = self.person_at(block, at).filter(|&(person, close)| {
                close == end && !self.is_nominative(person, block, at..close)
            })?;
            let (who, case) = (Who::Person(person), Case::Dative);
            Some(Candidate { who, case, block, tokens: at..end })
        };
        let person = person.or_else(before_thing);
        // «У капитана команды Петра Ильина сомнений нет: «…»»
        let governs =
            is_thing && self.views[block].function(tokens.start) == Some(Function::Preposition);
        let person = person.or_else(|| {
            let named = self.named_in(block, tokens.clone()).filter(|_| governs)?;
            matches!(named.who, Who::Person(_)).then_some(named)
        });
        // «Суд отправил её домой, её адвокат Лев Ильин намерен ждать: «…»»: the last clause's subject.
        let comma = tokens.clone().rev().find(|&at| self.views[block].word(at) == ",");
        let person = person.or_else(|| {
            let view = &self.views[block];
            let clause = comma? + 1..tokens.end;
            let (name, person, end) = clause.clone().find_map(|at| {
                let (person, end) = self.person_at(block, at)?;
                self.is_nominative(person, block, at..end).then_some((at, person, end))
            })?;
            let acts = |at: usize| view.looks_finite(at) || view.looks_short(at);
            let is_free = (clause.start..name).all(|at| !view.is_preposition(at) && !acts(at));
            let who = Who::Person(person);
            (is_free && (end..tokens.end).any(acts)).then_some(Candidate {
                who,
                case: Case::Nominative,
                block,
                tokens: name..end,
            })
        });
        // «Ему принадлежали пять кафе, книгу он начал словами: «…»»: who does something right before, rather than a thing.
        let person = person.or_else(|| {
            let view = &self.views[block];
            // «пять кафе» speaks of things, for all that «пятеро» speak.
            let counts = |head: usize| {
                let is = |at: usize, kind: fn(NounKind) -> bool| {
                    view.sense(at).noun.is_some_and(|noun| kind(noun.kind))
                };
                is(head, |kind| kind == NounKind::Quantity) && is(head + 1, |kind| !kind.is_human())
            };
            let is_thing = |found: &&Candidate| {
                !self.is_human(found) || matches!(found.who, Who::Noun(head, _) if counts(head))
            };
            let thing = found.as_ref().filter(is_thing)?;
            let clause = comma.filter(|&comma| comma >= thing.tokens.end)? + 1..tokens.end;
            let is_main = |at: &usize| {
                !matches!(
                    view.function(*at),
                    Some(Function::Relative | Function::That | Function::Subordinate)
                )
            };
            clause.take_while(is_main).find_map(|at| {
                let found = self.nominal(block, at, Form::Gerund)?;
                let acts = matches!(found.who, Who::Pronoun(_)) && view.looks_finite(at + 1);
                acts.then_some(found)
            })
        });
        let is_subject = person.is_some()
            || found
                .as_ref()
                .is_some_and(|found| !matches!(found.who, Who::Name | Who::Unlisted(_)));
        // «Из последнего слова Ильина:», «Отрывок из письма Анны Беловой:»
        let whose = || {
            let view = &self.views[block];
            let writing = tokens.clone().find(|&at| {
                view.function(at) == Some(Function::Words)
                    || view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
            })?;
            let owner = self.owner(block, writing + 1..tokens.end)?;
            matches!(owner.who, Who::Person(_)).then_some(owner)
        };
        if !is_subject && let Some(owner) = whose() {
            return self.resolve(owner);
        }
        match person.or(found) {
            // One capital may be any word at the head of its sentence, and elsewhere a name spoken of.
            Some(candidate)
                if !matches!(candidate.who, Who::Name)
                    || candidate.tokens.start == tokens.start
                        && (candidate.tokens.len() > 1 || self.is_caseless(&candidate)) =>
            {
                self.resolve(candidate)
            }
            _ => {
                // «В институте мальчику поставили диагноз: «…»»
                let place = self
                    .place_at(block, tokens.start)
                    .filter(|place| self.is_body(place) || self.is_writing(place));
                match place {
                    Some(place) => self.resolve(place),
                    None => {
                        self.antecedent(block, tokens.end, Form::Singular).map(|(found, _)| found)
                    }
                }
            }
        }
    }

    /// The subject before a dash that stands for a verb, or else whose verb it was: «…, а врач – «…»», «…, а в мэрии –
    /// «…»», «…, а врача – «…»».
    pub(super) fn in_share(&mut self, block: usize, tokens: Range<usize>) -> Option<Attribution> {
        let subject = || self.before(block, tokens.start, tokens.end, Form::Gerund);
        let found = self.place_at(block, tokens.start).or_else(subject).filter(|found| {
            !matches!(found.who, Who::Noun(..)) || self.is_human(found) || self.is_body(found)
        });
        found.and_then(|found| self.resolve(found)).or_else(|| self.turn())
    }

    /// A headline's label: who speaks, or what it is about.
    pub(super) fn in_label(&mut self, block: usize, tokens: Range<usize>) -> Option<Attribution> {
        let view = &self.views[block];
        let candidate = self.named_in(block, tokens.clone())?;
        let speaks = match candidate.who {
            Who::Person(person) => self.is_nominative(person, block, candidate.tokens.clone()),
            Who::Noun(head, _) => {
                // «Верховный суд: …»
                (tokens.start..head).all(|at| view.is_adjective(at))
                    && view.sense(head).noun.is_some_and(|noun| !noun.kind.is_document())
            }
            // «ООН: …», but not «Погода: …».
            Who::Name => {
                tokens.clone().any(|at| view.block.tokens[at].shape == Shape::Upper)
                    && tokens.clone().all(|token| view.is_capital(token))
                    && view.words(tokens.clone()) <= 2
            }
            Who::Pronoun(_) | Who::Unlisted(_) => false,
        };
        if speaks { self.resolve(candidate) } else { None }
    }
}
