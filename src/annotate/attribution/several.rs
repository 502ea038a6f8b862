//! Several who speak as one: names joined by «и», and «они».

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::article::{Evidence, Span, Speaker};
use crate::language::speech::{Case, Form, Function};

use super::{Attribution, Attributor, Who, phrase};

/// How many words of a role can stand between «и» and the name, in tokens.
const ROLE: usize = 5;

/// How far behind a noun of the many the first of their names can stand, in tokens.
const NAMED: usize = 4;

/// How many names can be joined to one.
const JOINED: usize = 10;

/// How far before its verb the ordinal that opens a clause can stand, in tokens.
const CLAUSE: usize = 6;

/// How many sentences before the ordinal its people can be named.
const ORDERED: usize = 3;

impl Attributor<'_> {
    /// Of the two whom a sentence names together, the one whose ordinal, or «последний», opens this word's sentence or clause:
    /// «Спорили Ильин и Белов. Первый заявил, …, второй возразил, …».
    pub(super) fn by_ordinal(&self, block: usize, cue: usize) -> Option<(Attribution, Span)> {
        let view = &self.views[block];
        let mut start = view.sentence(cue).start;
        let comma = (start.max(cue.saturating_sub(CLAUSE))..cue).rev();
        let clause = comma
            .filter(|&at| view.word(at) == ",")
            .map(|comma| comma + 1 + usize::from(view.function(comma + 1) == Some(Function::And)));
        let (opens, is_first) = clause.take(1).chain(Some(start)).find_map(|at| {
            let ordinal = || self.numbers.word(self.numbers.id(view.block.folded(at))).ordinal;
            let is_last = view.sense(at).pronoun.is_some_and(|pronoun| pronoun.other);
            // «Первый тренер сказал», «Вторым пришёл Ильин»
            let is_alone = view.is_adjective(at)
                && !view.is_oblique_adjective(at)
                && (view.cue(at + 1).is_some()
                    || view.looks_finite(at + 1)
                    || view.is_preposition(at + 1) && view.looks_finite(at + 3));
            if !is_alone {
                return None;
            }
            if is_last { Some((at, false)) } else { Some((at, ordinal()? < 2.0)) }
        })?;
        let span = view.span(opens..opens + 1);
        for _ in 0..ORDERED {
            let before = self.told_before(block, start)?;
            start = before.start;
            let mut named: Vec<usize> = (before.start..before.end.min(before.start + REACH))
                .filter_map(|at| Some(self.person_at(block, at)?.0))
                .collect();
            named.dedup();
            if let [first, second] = named[..] {
                let person = if is_first { first } else { second };
                let form = view.verb_form(cue).unwrap_or(Form::Singular);
                if !self.agrees(person, form) {
                    return None;
                }
                let found = self.of_person(person, Evidence::Pronoun);
                return Some((Attribution { source: Some(span), ..found }, span));
            }
            if !named.is_empty() {
                return None;
            }
        }
        None
    }

    /// Whether the name is joined to another person's: «Алёша и Соня» are not meant by «она».
    pub(super) fn is_one_of_two(&self, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        // «Вера Белова, а также режиссёр Илья Ильин»
        let and = tokens.end + usize::from(view.word(tokens.end) == ",");
        let is_joined = view.function(and) == Some(Function::And)
            && (and == tokens.end || view.function(and + 1) == Some(Function::Filler));
        let after = || {
            let name = (and + 1..view.len().min(and + ROLE))
                .find(|&at| !view.is_lower(at) || self.person_at(block, at).is_some())?;
            self.person_at(block, name)?;
            (and + 1..name).all(|at| self.is_of_role(block, at)).then_some(())
        };
        is_joined && after().is_some() || self.joined_before(block, tokens.start).is_some()
    }

    /// Whether the word at this token can stand between «и» and a name: «и её муж Илья», «и режиссёр Илья».
    fn is_of_role(&self, block: usize, at: usize) -> bool {
        let view = &self.views[block];
        let sense = view.sense(at);
        view.function(at) == Some(Function::Filler)
            || sense.is_possessive()
            || view.is_adjective(at) && !view.is_oblique_adjective(at)
            || sense.is_human()
    }

    /// The first of the people to whose names the one at this token is joined, «Вера, Анна и Илья», and the
    /// name's tokens.
    pub(super) fn joined_before(
        &self,
        block: usize,
        token: usize,
    ) -> Option<(usize, Range<usize>)> {
        let view = &self.views[block];
        let mut first = None;
        let mut at = token;
        for mention in self.mentions_before(block, token)?.iter().rev().take(JOINED) {
            let start = (at.saturating_sub(ROLE)..at)
                .rev()
                .take_while(|&at| self.is_of_role(block, at))
                .last()
                .unwrap_or(at);
            // The last is joined by «и», those before it by commas.
            let link = start.checked_sub(1)?;
            let is_link = view.function(link) == Some(Function::And)
                || first.is_some() && view.word(link) == ",";
            let comma = link.checked_sub(1).filter(|&at| view.word(at) == ",");
            let end = comma.filter(|_| view.function(start) == Some(Function::Filler));
            let end = end.unwrap_or(link);
            let ends_there = mention.at.block == block
                && view.block.tokens.get(end.checked_sub(1)?)?.end == mention.at.end;
            if !is_link || !ends_there {
                break;
            }
            let name = view.block.token_from(mention.at.start)..end;
            let person = self.index(&mention.person)?;
            if first.is_some() && !self.is_nominative(person, block, name.clone()) {
                break;
            }
            at = name.start;
            first = Some((person, name));
        }
        first
    }

    /// «По их данным»: whoever spoke last, where that is no one person.
    pub(super) fn they(&self, block: usize, form: Form) -> Option<(Attribution, usize)> {
        if form != Form::Plural {
            return None;
        }
        let (last, place) = self.last.as_ref()?;
        let is_meant = place.0 + 1 >= block && !matches!(last.speaker, Speaker::Person(_));
        is_meant.then(|| (last.clone(), place.0))
    }

    /// Those of whom the sentence or the one before it tells since the last speaker: «Сообщили СМИ. По их
    /// словам».
    pub(super) fn just_told(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        if form != Form::Plural {
            return None;
        }
        let view = &self.views[block];
        let own = (block, view.sentence(token).start..token);
        let before = view.sentence_before(self.views, token);
        let told = std::iter::once(own).chain(before.clone()).find_map(|(block, sentence)| {
            let end = sentence.end.min(sentence.start + REACH / 2);
            (sentence.start..end).find_map(|at| {
                let found = self.nominal(block, at, Form::Plural)?;
                let is_meant = matches!(found.who, Who::Noun(..) | Who::Person(_));
                (is_meant && !self.is_writing(&found)).then_some(found)
            })
        });
        let Some(told) = told else { return self.told_aside(before?) };
        let block = told.block;
        let view = &self.views[block];
        let head = told.tokens.end.checked_sub(1).map_or(0, |last| match told.who {
            Who::Noun(head, _) => head,
            _ => last,
        });
        let is_since = self.is_since_last((block, head));
        // «Вера и Илья поженились. По их словам …»: the first named.
        if let Who::Person(person) = told.who {
            return is_since.then(|| (self.meant_by_pronoun(person), block));
        }
        // «Сёстры Вера и Анна Беловы … По их словам»: the first named, as where they are the subject.
        let named = (head + 1..view.len().min(head + NAMED))
            .take_while(|&at| view.is_word(at) && !view.looks_finite(at))
            .find_map(|at| self.person_at(block, at).map(|(person, end)| (person, at..end)))
            .filter(|(person, name)| {
                self.is_nominative(*person, block, name.clone())
                    && self.is_one_of_two(block, name.clone())
            });
        if let Some((person, _)) = named {
            return is_since.then(|| (self.meant_by_pronoun(person), block));
        }
        let tokens = phrase::extent(view, head, view.len());
        is_since.then(|| (self.noun(block, tokens, head, Case::Nominative), block))
    }

    /// Those of whom this sentence tells in another case: «Около двухсот врачей вышли на митинг. Они …», «Полиция
    /// задержала активистов. Они …».
    fn told_aside(&self, (block, sentence): (usize, Range<usize>)) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let cases = [Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];
        let (head, case) = sentence.take(REACH).find_map(|at| {
            let noun = view.sense(at).noun.filter(|noun| {
                noun.kind.is_human() && !noun.singular && !self.is_speech(block, at)
            })?;
            Some((at, cases.into_iter().find(|&case| noun.is_in(case))?))
        })?;
        let tokens = phrase::extent(view, head, view.len());
        let is_since = self.is_since_last((block, head));
        is_since.then(|| (self.noun(block, tokens, head, case), block))
    }
}

/// Whether the noun at this token is the first of two who speak as one: «мэр и губернатор», «полиция и прокуратура».
pub(super) fn heads_pair(view: &View, at: usize) -> bool {
    let and = phrase::extent(view, at, view.len()).end;
    let speaks = |at: usize| {
        view.sense(at).noun.is_some_and(|noun| {
            noun.is_in(Case::Nominative) && (noun.kind.is_human() || noun.kind.is_body())
        })
    };
    view.function(and) == Some(Function::And)
        && speaks(at)
        && (and + 1..and + 1 + ROLE)
            .take_while(|&at| view.is_word(at))
            .find(|&at| {
                let describes = view.is_adjective(at) || view.sense(at).is_possessive();
                view.sense(at).noun.is_some() || !describes
            })
            .is_some_and(speaks)
}
