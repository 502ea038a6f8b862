//! Words that are cried, held up or written on something: whose they are.

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::{Attribution, Attributor, Candidate, Who};

impl Attributor<'_> {
    /// Words that somebody cries or holds up, or that an act has: «напал с криком «…»», «указ с формулировкой «…»».
    pub(super) fn inscribed(&mut self, draft: &Draft) -> Option<Attribution> {
        let (block, cue) = draft.cue.filter(|_| draft.because.contains(&Evidence::Inscription))?;
        if let Some(act) = self.worded(block, cue) {
            return self.resolve(act);
        }
        let view = &self.views[block];
        let sentence = view.sentence(cue);
        let start = sentence.start.max(cue.saturating_sub(REACH / 2));
        let is_somebody = |found: &Candidate| {
            self.is_human(found) || matches!(found.who, Who::Pronoun(_)) || self.is_body(found)
        };
        let verb = |is_verb: &dyn Fn(usize) -> bool| {
            // «смс, которые оканчивались словами «…»»: the clause has another subject.
            let clause =
                (start..cue).rev().take_while(|&at| view.function(at) != Some(Function::Relative));
            let at = clause.into_iter().find(|&at| is_verb(at))?;
            self.subject(block, start..cue, at).filter(is_somebody)
        };
        // «вышел со словами «…»», «вышел с короткой фразой «…»», «встретили криками «…»»
        let is_means = view.looks_instrumental(cue);
        let subject = if is_means {
            let named = |at: usize| self.nominal(block, at, Form::Gerund).filter(is_somebody);
            let (_, behind) = draft.end();
            let end = sentence.end.min(behind + REACH / 2);
            // «Со словами «…» министр Ильин вышел»
            verb(&|at| {
                view.verb_form(at).is_some_and(|form| form.is_finite() && form != Form::Neuter)
            })
            .or_else(|| {
                let opens = cue == sentence.start + 1;
                (behind..end).filter(|_| opens).find_map(named)
            })
            // «Лунёв с криком «…» бросился к выходу»
            .or_else(|| {
                let acts = (behind..end).any(|at| view.looks_finite(at));
                (start..cue).filter(|_| acts).find_map(named)
            })
        } else {
            // «держал плакат «…»», «развернули баннер «…»», «ограничился фразой «…»»
            let bears = [Takes::Bear, Takes::Publish, Takes::Fragment];
            verb(&|at| view.cue(at).is_some_and(|cue| bears.iter().any(|&takes| cue.takes(takes))))
        }?;
        // «Мэр Ильин вышел»: the noun's name.
        let subject = self.completed(subject, sentence.end, Form::Gerund);
        self.resolve(subject)
    }

    /// The act whose words «формулировка» at this token announces.
    pub(super) fn worded(&self, block: usize, token: usize) -> Option<Candidate> {
        let view = &self.views[block];
        if view.function(token) != Some(Function::Wording) {
            return None;
        }
        let start = view.sentence(token).start.max(token.saturating_sub(REACH / 2));
        let head = (start..token)
            .find(|&at| view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Act))?;
        let who = Who::Noun(head, Form::Singular);
        Some(Candidate { who, case: Case::Genitive, block, tokens: head..head + 1 })
    }
}
