//! Pages and articles: whose words stand on a body's site or in a medium's article.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::article::Speaker;
use crate::language::speech::{Case, Form, NounKind};

use super::role::SPOKE;
use super::{Attribution, Attributor, Candidate, Who, phrase};

impl Attributor<'_> {
    /// Whose a site is on which something is written, and the medium in whose article it stands: «на её сайте говорится»,
    /// «на сайте завода указано», «в статье еженедельника утверждается».
    pub(super) fn page_owner(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        case: Case,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let is_medium = |at: usize| is_medium(view, at);
        let owner = head + 1..tokens.end;
        if noun.kind == NounKind::Document {
            let is_alone = owner.is_empty();
            let told = || self.page_told(block, tokens.start).filter(|_| is_alone);
            let is_medium = |owner: &Candidate| matches!(owner.who, Who::Noun(at, _) if is_medium(at) && at == head + 1);
            return self.owner(block, owner).filter(is_medium).or_else(told);
        }
        if noun.kind != NounKind::Institution || !is_medium(head) || case != Case::Prepositional {
            return None;
        }
        let theirs = self.possessor(block, tokens.start..head);
        // «в газете «Вестник завода»»: what stands in marks is its name.
        theirs.or_else(|| {
            let owner = self.owner(block, owner)?;
            let is_beside = (head + 1..owner.tokens.start).all(|at| view.is_oblique_adjective(at));
            // «на сайте «Зенита»», but «на сайте «Заря»»
            let is_declined = || {
                let name = phrase::name(view, owner.tokens.clone());
                self.nominatives.name(view, owner.tokens.clone(), Case::Genitive) != name
            };
            (is_beside && (!matches!(owner.who, Who::Name) || is_declined())).then_some(owner)
        })
    }

    /// The body on whose page this sentence or the beginning of the one before tells that something stands: «На странице
    /// завода появился снимок. Подпись под ним гласит: «…»».
    pub(super) fn page_told(&self, block: usize, token: usize) -> Option<Candidate> {
        let start = self.views[block].sentence(token).start.max(token.saturating_sub(REACH / 2));
        let page = |at: usize| self.place_at(block, at).and_then(|place| self.body_of_page(&place));
        (start..token).find_map(page).or_else(|| {
            let before = self.told_before(block, token)?.start;
            page(before).filter(|_| self.is_since_last((block, before)))
        })
    }

    /// The body whose page, site or letter this is: «в блоге посольства».
    pub(super) fn body_of_page(&self, place: &Candidate) -> Option<Candidate> {
        let Who::Noun(head, _) = place.who else { return None };
        let view = &self.views[place.block];
        let noun = view.sense(head).noun?;
        let is_page = noun.kind == NounKind::ItsDocument || is_medium(view, head);
        let owner = self.owner(place.block, head + 1..place.tokens.end).filter(|_| is_page)?;
        (matches!(owner.who, Who::Name) || self.is_body(&owner)).then_some(owner)
    }

    /// The medium that «издание» alone means: the one that spoke last by a name, unless another is named
    /// since.
    pub(super) fn medium(&self, block: usize, head: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let by_noun = view.speech().posts(word).iter().chain(std::iter::once(&word)).map(Some);
        let (spoke, place) = by_noun
            .chain(std::iter::once(None))
            .filter_map(|noun| self.bodies.get(&noun.copied()))
            .max_by_key(|(_, place)| *place)?;
        let is_near = place.0 + SPOKE >= block;
        let is_named_since = self.named_before(block, head).is_some_and(|named| named > *place);
        (is_near && !is_named_since).then(|| spoke.clone())
    }

    /// The body that spoke last, in this paragraph or the one before.
    pub(super) fn body_last(&self, block: usize) -> Option<(Attribution, usize)> {
        let (last, (spoke, _)) = self.last.as_ref()?;
        let is_body = matches!(last.speaker, Speaker::Organisation(_)) && spoke + 1 >= block;
        is_body.then(|| (last.clone(), *spoke))
    }

    /// The body that is the subject of the sentence before and in which somebody thinks something: «Профсоюз требует
    /// прибавки. В нём считают, что …».
    pub(super) fn body_before(&self, block: usize, token: usize) -> Option<Candidate> {
        let before = self.told_before(block, token)?;
        let mut opening = before.start..before.end.min(before.start + 2);
        let found = opening
            .find_map(|at| self.nominal(block, at, Form::Gerund))
            .filter(|found| self.is_body(found))?;
        let Who::Noun(head, _) = found.who else { return None };
        let tokens = phrase::extent(&self.views[block], head, before.end);
        Some(Candidate { who: Who::Noun(head, Form::Singular), tokens, ..found })
    }
}

/// Whether the noun at this token is a medium's, or one for which a medium's can stand: «газета», «сайт».
pub(super) fn is_medium(view: &View, at: usize) -> bool {
    let speech = view.speech();
    view.sense(at).noun.is_some_and(|noun| {
        let word = view.nominative(noun);
        noun.kind == NounKind::ItsMedium
            || speech.is_medium(word)
            || speech.posts(word).iter().any(|post| speech.is_medium(post))
    })
}
