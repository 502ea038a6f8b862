//! Words that are cried, held up or written on something: whose they are.

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::REACH;
use crate::article::{Evidence, Speaker};
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::{Attribution, Attributor, Candidate, Who};

/// How far before its verb «на которых» can stand, in tokens.
const BORNE: usize = 5;

impl Attributor<'_> {
    /// Words that somebody cries or holds up, or that an act has: «напал с криком «…»», «указ с формулировкой «…»».
    pub(super) fn inscribed(&mut self, draft: &Draft) -> Option<Attribution> {
        let marked = draft.cue.filter(|_| draft.because.contains(&Evidence::Inscription));
        let (block, cue) = marked.or_else(|| self.written_before(draft))?;
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
        // «в майках с гербом и надписью «…»» too
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
        };
        let Some(subject) = subject.or_else(|| self.brought_before(block, cue)) else {
            // «уехал под свист и крики «…»»: nobody knows who cried.
            let are_many = !is_means && view.can_be_subject(cue, Form::Plural);
            return are_many.then(|| Attribution {
                speaker: Speaker::Unnamed(view.word(cue).to_owned()),
                source: Some(view.span(cue..cue + 1)),
                because: Evidence::UnnamedSource,
                form: Form::Plural,
            });
        };
        // «Мэр Ильин вышел»: the noun's name.
        let subject = self.completed(subject, sentence.end, Form::Gerund);
        self.resolve(subject)
    }

    /// The word before a colon that tells what is written: «На нём надпись: «…»».
    fn written_before(&self, draft: &Draft) -> Option<(usize, usize)> {
        let (block, first) = draft.start();
        let view = &self.views[block];
        let colon = first.checked_sub(2).filter(|&at| view.word(at) == ":")?;
        let noun = colon.checked_sub(1)?;
        (view.function(noun) == Some(Function::Inscription)).then_some((block, noun))
    }

    /// Who in the sentence before does something with what the one of `token` opens with: «Жители развернули лист ватмана.
    /// На нём надпись – «…»».
    fn brought_before(&self, block: usize, token: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let start = view.sentence(token).start;
        let is_on_it = view.is_preposition(start)
            && matches!(view.function(start + 1), Some(Function::InIt | Function::InThem));
        let before = self.told_before(block, start).filter(|_| is_on_it)?;
        let end = before.end.min(before.start + REACH);
        let somebody = |at: usize| self.nominal(block, at, Form::Gerund);
        let found = (before.start..end).filter_map(somebody).find(|found| self.is_human(found))?;
        // «Водители заметили щит. На нём надпись …»: no words of theirs.
        let verb = (found.tokens.end..end).find(|&at| view.looks_finite(at));
        let is_seen = verb.is_some_and(|at| view.finite_cue(at, Takes::That).is_some());
        (!is_seen).then_some(found)
    }

    /// Whose words stand on what is worn or held up: «Студенты пришли в майках, на которых было написано «…»», «Рабочие принесли
    /// плакат. На нём было написано …».
    pub(super) fn borne(&self, block: usize, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let sentence = view.sentence(cue);
        let is_sign = |at: usize| view.function(at) == Some(Function::Inscription);
        let relative = (sentence.start.max(cue.saturating_sub(BORNE))..cue)
            .rev()
            .find(|&at| view.function(at) == Some(Function::Relative));
        if let Some(relative) = relative {
            let comma = relative.checked_sub(2).filter(|&at| view.word(at) == ",")?;
            let thing = comma.checked_sub(1)?;
            let is_writing = view.sense(thing).noun.is_some_and(|noun| noun.kind.is_document());
            let from = sentence.start.max(comma.saturating_sub(REACH));
            let many = |at: usize| {
                self.nominal(block, at, Form::Plural).filter(|found| self.is_human(found))
            };
            let is_borne = view.is_preposition(relative - 1) && (!is_writing || is_sign(thing));
            return (from..comma).filter(|_| is_borne).find_map(many);
        }
        let before = self.told_before(block, sentence.start)?;
        let end = before.end.min(before.start + REACH);
        let is_written = view.cue(cue).is_some_and(|cue| cue.takes(Takes::Cry));
        let is_on_sign = is_written || (before.start..end).any(is_sign);
        is_on_sign.then(|| self.brought_before(block, cue))?
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
