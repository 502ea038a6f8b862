//! «Тот»: not the last subject, but whom it had to do with.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::article::Speaker;
use crate::language::speech::{Case, Form};

use super::{Attribution, Attributor, phrase};

/// How many mentions back «тот» looks.
const BESIDE: usize = 3;

impl Attributor<'_> {
    /// Whom «тот» stands for at this token: the last one told of who was no subject, named or not: «Ильин позвонил
    /// издателю. Тот ответил …».
    pub(super) fn beside(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let is_object = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| {
                (noun.kind.is_human() || noun.kind.is_body())
                    && noun.singular
                    && noun.gender == form
                    && !noun.is_in(Case::Nominative)
            })
        };
        let own = view.sentence(token).start..token;
        let told = std::iter::once(own).chain(self.told_before(block, token));
        let unnamed = told.flat_map(Range::rev).take(REACH).find(|&at| {
            !self.is_speech(block, at) && (is_object(at) || self.person_at(block, at).is_some())
        });
        if let Some(head) = unnamed.filter(|&at| self.person_at(block, at).is_none()) {
            let tokens = phrase::extent(view, head, view.len());
            let found = match self.holder(block, tokens.clone(), head, form) {
                Some(person) => self.meant_by_pronoun(person),
                None => self
                    .meant(block, tokens.clone(), head, (form, Case::Dative))
                    .unwrap_or_else(|| self.noun(block, tokens, head, Case::Dative)),
            };
            return Some((found, block));
        }
        let named = |can_be: &dyn Fn(usize, usize, Range<usize>) -> bool| {
            self.mentions_before(block, token)?.iter().rev().take(BESIDE).find_map(|mention| {
                let person = self.index(&mention.person)?;
                let number = mention.at.block;
                let first = self.views[number].block.token_from(mention.at.start);
                let (_, last) = self.person_at(number, first)?;
                let is_other = self.agrees(person, form)
                    && !self.is_speech(number, first)
                    && can_be(person, number, first..last);
                is_other.then(|| (self.meant_by_pronoun(person), number))
            })
        };
        // «Кто это был?» – спросил следователь. «Вам виднее», – ответил тот»: not who asks.
        let is_asked = self.last.as_ref().is_some_and(|(last, (spoke, _))| {
            *spoke == block && !matches!(last.speaker, Speaker::Person(_)) && last.form == form
        });
        named(&|person, number, tokens| {
            !self.is_topic(number, tokens.start) && !self.is_nominative(person, number, tokens)
        })
        .or_else(|| is_asked.then(|| named(&|_, _, _| true)).flatten())
    }
}
