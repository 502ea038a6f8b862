//! Who does what a noun says: «руководитель проекта», of whoever «руководит проектом».

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Case, Form, Function};

use super::role::is_same_word;
use super::root::is_of_stem;
use super::{Attribution, Attributor, phrase};

/// How many mentions back a sentence can tell what somebody does.
const MENTIONS: usize = 12;

/// How far behind what is denied «не» can stand, in tokens: «соперника будто не замечает».
const NOT: usize = 2;

impl Attributor<'_> {
    /// The person whose sentence has a verb of the noun's stem together with what the noun is of: «Геолог Ильин руководит
    /// проектом в Твери. … сказал руководитель проекта», «Завод основал Белов. …, – добавил основатель завода».
    pub(super) fn doer(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun.filter(|noun| noun.kind.is_human() && noun.singular)?;
        let thing = (tokens.start == head && tokens.end == head + 2 && form != Form::Plural)
            .then(|| view.block.folded(head + 1))?;
        let doer = phrase::whole(view.block.folded(head), view.nominative(noun));
        self.mentions_before(block, head)?.iter().rev().take(MENTIONS).find_map(|mention| {
            let (place, told) = (mention.at.block, &self.views[mention.at.block]);
            let first = told.block.token_from(mention.at.start);
            let sentence = told.sentence(first);
            let near = sentence.start.max(first.saturating_sub(REACH / 2))
                ..sentence.end.min(first + REACH / 2);
            let (person, end) = self.person_at(place, first)?;
            let acts = |at: usize| {
                let is_it = |at: usize| is_same_word(told.block.folded(at), thing);
                let shown = told.verb_form(at).filter(|form| form.is_finite());
                shown.is_some_and(|form| self.agrees(person, form))
                    && is_of_stem(told.block.folded(at), &doer)
                    && (at.saturating_sub(2).max(near.start)..near.end.min(at + 4)).any(is_it)
                    && !self.is_speech(place, at)
            };
            let is_subject = self.is_nominative(person, place, first..end);
            let is_alone = near
                .clone()
                .filter(|&at| at != first)
                .all(|at| self.person_at(place, at).is_none_or(|(other, _)| other == person));
            (is_subject && is_alone && self.agrees(person, form) && near.clone().any(acts))
                .then_some(person)
        })
    }

    /// Whom the noun alone means where the verb behind it denies what stands between, which is no part of a post: «Сам адвокат
    /// обвинений не отрицал».
    pub(super) fn denying(
        &self,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let mut behind = tokens.end..tokens.end + NOT;
        let denies = behind.any(|at| view.function(at) == Some(Function::Not));
        if !denies || tokens.end == head + 1 {
            return None;
        }
        let tokens = tokens.start..head + 1;
        let holder = self.holder(block, tokens.clone(), head, form);
        let meant = || self.meant(block, tokens, head, (form, Case::Nominative));
        holder.map(|person| self.meant_by_pronoun(person)).or_else(meant)
    }
}
