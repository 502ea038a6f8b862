//! What a body offers on its page: «Вакансия появилась на сайте музея. Соискателю обещают «…»».

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::REACH;
use crate::article::{Evidence, QuoteKind, Speaker};
use crate::language::speech::{Form, Function, Takes};

use super::page::is_medium;
use super::{Attribution, Attributor, Candidate, Who};

/// How many sentences back the page can be told of.
const PAGE: usize = 5;

/// Among how many words a paragraph's subject is the one with which it opens.
const OPENER: usize = 2;

impl Attributor<'_> {
    /// The body that promises somebody something with no subject, where the sentences before tell of its page: «Вакансия
    /// появилась на сайте музея. Соискателю обещают «…»».
    pub(super) fn offered(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 4));
        let offers = [Takes::Infinitive, Takes::Fragment];
        let is_offer =
            view.cue(cue).is_some_and(|cue| offers.iter().any(|&takes| cue.takes(takes)));
        let is_first = is_offer && (start..cue).all(|at| view.word(at) != ",");
        is_first.then(|| self.advertiser(block, cue)).flatten()
    }

    /// The body whose demands a medium hands on, the last of them in marks: «Вакансия появилась на сайте музея. От соискателя
    /// требуются опыт и «…», пишет «Заря»».
    pub(super) fn demanded(&self, draft: &Draft, found: &Attribution) -> Option<Attribution> {
        let (block, first) = draft.start();
        let and = first.checked_sub(2)?;
        let view = &self.views[block];
        let is_last = draft.kind == QuoteKind::Partial && view.function(and) == Some(Function::And);
        let (_, cue) = draft.cue?;
        let is_handed_on = is_last && cue > first && view.word(cue - 1) == ",";
        if !is_handed_on || !matches!(found.speaker, Speaker::Organisation(_)) {
            return None;
        }
        self.advertiser(block, first)
    }

    /// The body on whose page one of the last sentences of the paragraph tells that something stands.
    fn advertiser(&self, block: usize, token: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let mut before = token;
        let page = (0..PAGE).find_map(|_| {
            let sentence = self.told_before(block, before)?;
            before = sentence.start;
            let end = sentence.end.min(sentence.start + REACH);
            (sentence.start..end).find_map(|at| {
                let place = self.place_at(block, at)?;
                matches!(place.who, Who::Noun(head, _) if is_medium(view, head)).then_some(place)
            })
        })?;
        let Candidate { who: Who::Noun(head, _), tokens, .. } = page else { return None };
        let body = |found: Candidate| match found.who {
            Who::Noun(noun, _) if self.is_body(&found) => {
                Some(self.noun(block, found.tokens, noun, found.case))
            }
            _ => None,
        };
        let owner = self.owner(block, head + 1..tokens.end).and_then(body);
        // «Почтовая компания «Заря» ищет …»: with whom the paragraph opens.
        let opener = || (0..OPENER).find_map(|at| body(self.nominal(block, at, Form::Gerund)?));
        let is_named = |found: &Attribution| matches!(&found.speaker, Speaker::Organisation(name) if name.chars().any(char::is_uppercase));
        let told = || Some(Self::of_body(self.protagonist.clone()?, Evidence::OmittedSubject));
        let named = owner.clone().filter(is_named);
        let found = named.or_else(told).or_else(opener).or(owner)?;
        Some(Attribution { source: None, because: Evidence::OmittedSubject, ..found })
    }
}
