//! Subjects guessed by their form or place: a noun on no list, a full name of another gender than its verb.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Case, Form, Sense};

use super::{Attributor, Candidate, Who, phrase};

impl Attributor<'_> {
    /// A full name whose gender was guessed otherwise than its verb has it: «сообщила Николь Орлан».
    pub(super) fn full_name(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        (cue + 1..end).take_while(|&at| view.word(at) != ",").find_map(|at| {
            let (person, last) = self.person_at(block, at)?;
            let governed = at > 0 && view.is_preposition(at - 1);
            (last > at + 1
                && !governed
                && !self.is_speech(block, at)
                && self.is_nominative(person, block, at..last))
            .then_some(Candidate {
                who: Who::Person(person),
                case: Case::Nominative,
                block,
                tokens: at..last,
            })
        })
    }

    /// A subject that is on no list: «мятежники утверждают». The first word of the clause that can
    /// be one by its ending.
    pub(super) fn unlisted(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let is_noun = |at: usize| {
            view.is_lower_or_first(at)
                && view.can_be_subject(at, form)
                && view.sense(at) == Sense::default()
                && !view.is_adjective(at)
                && !view.looks_finite(at)
                && !view.looks_gerund(at)
        };
        // «– сказал волшебник»: right behind the verb, or behind an adjective.
        let behind = cue
            + 1
            + usize::from(view.is_adjective(cue + 1) && !view.is_oblique_adjective(cue + 1));
        let after = Some(behind).filter(|&at| at < tokens.end && view.is_lower(at) && is_noun(at));
        // «Звонивший представился майором и уверял, …»
        let acts = |at: usize| {
            view.speech().looks_nominative_participle(view.block.folded(at))
                && view.is_lower_or_first(at)
                && view.speech().looks_nominative_adjective(view.block.folded(at), form)
                && view.verb_form(at + 1) == Some(form)
        };
        let before = || {
            (start..cue).find(|&at| {
                (is_noun(at) || acts(at))
                    && !self.is_parted(block, at, cue)
                    && (at == 0
                        || !view.is_preposition(at - 1) && !view.is_oblique_adjective(at - 1))
            })
        };
        let at = after.or_else(before)?;
        let tokens = phrase::extent(view, at, at + 1);
        Some(Candidate { who: Who::Unlisted(form), case: Case::Nominative, block, tokens })
    }
}
