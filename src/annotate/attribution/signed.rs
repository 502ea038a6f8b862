//! Whose a writing is by what stands around its noun: «письмо от губернатора», «некролог, подписанный директором»,
//! «запись, которую оставил певец», «в чате появилось сообщение».

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Case, Form, Function, Takes};

use super::page::is_medium;
use super::{Attributor, Candidate, Who, phrase, place};

/// A preposition before whom a writing is from has this many letters: «от».
const FROM: usize = 2;

/// How far behind «которую» its verb stands, in tokens.
const VERB: usize = 2;

impl Attributor<'_> {
    /// Who wrote a writing by the words that open at this token behind its noun.
    pub(super) fn signer(&self, block: usize, token: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = view.sentence(token.checked_sub(1)?).end.min(token + REACH / 2);
        if view.word(token) != "," {
            return self.sender(block, token, end);
        }
        let first = token + 1;
        let close = (first..end).find(|&at| view.word(at) == ",").unwrap_or(end);
        let is_relative = view.function(first) == Some(Function::Relative);
        let brought = |at: usize| {
            let mut takes = [Takes::Publish, Takes::Bear].into_iter();
            takes.find_map(|takes| Some(view.finite_cue(at, takes)?.form))
        };
        let verb = (first + 1..close).take(VERB).find_map(brought);
        // «подписанном директором музея Ильиным»
        let is_signed =
            view.is_adjective(first) && view.function(first) != Some(Function::Received);
        // «которое распространил профсоюз», «который завод прислал редакции»
        let body = || {
            let mut clause = (first + 1..close).filter(|_| is_relative);
            let form = clause.clone().find_map(brought)?;
            clause.find_map(|at| {
                let found = self.nominal(block, at, form)?;
                let is_medium = matches!(found.who, Who::Noun(head, _) if is_medium(view, head));
                let speaks = self.is_human(&found) || self.is_body(&found) && !is_medium;
                speaks.then(|| self.completed(found, close, form))
            })
        };
        let person = (first + 1..close).filter(|&at| !view.is_preposition(at - 1)).find_map(|at| {
            let (person, end) = self.person_at(block, at)?;
            let fits = if is_relative {
                verb.is_some_and(|form| self.agrees(person, form))
                    && self.is_nominative(person, block, at..end)
            } else {
                is_signed
                    && view.looks_instrumental(at)
                    && !self.is_nominative(person, block, at..end)
            };
            let (who, case) = (Who::Person(person), Case::Instrumental);
            fits.then_some(Candidate { who, case, block, tokens: at..end })
        });
        person.or_else(body)
    }

    /// Who sent a writing: «от главы завода Ильина», «за подписью главы завода».
    fn sender(&self, block: usize, token: usize, end: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let is_signature = view.is_preposition(token)
            && view
                .sense(token + 1)
                .noun
                .is_some_and(|noun| noun.kind.is_document() && noun.is_in(Case::Instrumental));
        let is_from = view.function(token) == Some(Function::Preposition)
            && view.word(token).chars().count() == FROM
            && (self
                .person_at(block, token + 1)
                .is_some_and(|(person, end)| !self.is_nominative(person, block, token + 1..end))
                || view.sense(token + 1).noun.is_some_and(|noun| noun.is_in(Case::Genitive)));
        let from = token + 1 + usize::from(is_signature);
        // «от главы завода. …»: as far as its clause.
        let close = (from..end)
            .find(|&at| {
                !view.is_word(at) && !view.is_quotation_mark(at) || view.verb_form(at).is_some()
            })
            .unwrap_or(end);
        (is_signature || is_from).then(|| self.owner(block, from..close)).flatten()
    }

    /// Where a writing came out whose noun alone is told of: «В чате «Сад» появилось сообщение».
    pub(super) fn came_out_in(&self, block: usize, head: usize) -> Option<Candidate> {
        let view = &self.views[block];
        view.sense(head).noun.filter(|noun| noun.is_in(Case::Nominative))?;
        let start = view.sentence(head).start;
        let place = self.place_at(block, start)?;
        let Who::Noun(noun, _) = place.who else { return None };
        let is_place =
            (self.is_body(&place) || self.is_writing(&place)) && !place::is_aim(view, noun);
        let is_alone = |at: usize| self.nominal(block, at, Form::Gerund).is_none();
        let came = (place.tokens.end..head).find(|&at| view.looks_finite(at))?;
        let is_told = view.cue(came).is_some();
        (is_place && !is_told && (place.tokens.end..head).all(is_alone)).then_some(place)
    }

    /// Whose the writing is that the paragraph or the one before told of by the same noun: «В сети появилось письмо Петра
    /// Ильина. «…», – говорится в письме».
    pub(super) fn writer_told(&self, block: usize, first: usize, head: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        (block.saturating_sub(1)..=block).rev().find_map(|number| {
            let view = &self.views[number];
            let end = if number == block { first } else { view.len() };
            let is_told = |at: &usize| {
                view.sense(*at).noun.is_some_and(|noun| {
                    noun.singular && noun.kind.is_document() && view.nominative(noun) == word
                }) && !self.is_speech(number, *at)
            };
            let told = (end.saturating_sub(REACH)..end).rev().find(is_told)?;
            let owner = self.owner(number, told + 1..phrase::extent(view, told, end).end)?;
            matches!(owner.who, Who::Person(_)).then_some(owner)
        })
    }
}
