//! Words with no word of the author's: whose turn it is.

use std::ops::Range;

use crate::annotate::quotation::draft::Draft;
use crate::article::{Evidence, Speaker};
use crate::language::speech::{Form, Function, Takes};

use super::{Attribution, Attributor, Known, Who};

/// How far in the last sentence before a paragraph in marks the person stands with whom it opens, in tokens.
const NEAR: usize = 8;

/// How far before its verb the relative pronoun of a clause can stand, in tokens.
const RELATIVE: usize = 6;

impl Attributor<'_> {
    /// Of two who speak line by line after dashes, the one whose turn it is.
    pub(super) fn answer(&self, draft: &Draft) -> Option<Attribution> {
        let (last, (last_block, _)) = self.last.as_ref()?;
        let (previous, (block, _)) = self.previous.as_ref()?;
        let is_next = draft.because.contains(&Evidence::DialogueDash)
            && last_block + 1 == draft.start().0
            && block + 1 == *last_block
            && self.views[*last_block].is_dash(0)
            && self.views[*block].is_dash(0);
        (is_next && previous.speaker != last.speaker).then(|| Attribution {
            source: None,
            because: Evidence::SpeakerTurn,
            ..previous.clone()
        })
    }

    /// Who answers in a line what the paragraph before asks: whoever answered the last such, or who is said to tell things
    /// before the first: «Обо всём он рассказал корреспонденту.», «Вас звали дважды?», «– Да, дважды».
    pub(super) fn answering(&mut self, draft: &Draft) -> Option<Attribution> {
        let asked = draft.start().0.checked_sub(1)?;
        let question = &self.views[asked];
        let last = question.len().checked_sub(1)?;
        let addresses = |at: usize| {
            question.function(at) == Some(Function::FirstPerson) && !self.is_speech(asked, at)
        };
        let is_question = question.word(last) == "?" || (0..=last).any(addresses);
        if !draft.because.contains(&Evidence::DialogueDash) || question.is_dash(0) || !is_question {
            return None;
        }
        if self.interviewed.is_none() {
            let before = asked.checked_sub(1)?;
            let view = &self.views[before];
            let told = view.sentence(view.len().checked_sub(1)?);
            let cue = told.clone().rev().find(|&at| view.finite_cue(at, Takes::That).is_some());
            let found = match cue {
                Some(cue) => self.in_clause(before, told, cue),
                None => self.interviewee((asked, 0)),
            };
            self.interviewed = found.filter(|found| matches!(found.speaker, Speaker::Person(_)));
        }
        let found = self.interviewed.clone()?;
        Some(Attribution { source: None, because: Evidence::SpeakerTurn, ..found })
    }

    /// Whose reported words end these tokens before a colon: «По его словам, закрыт завод, рабочие которого ждут
    /// денег: «…»»
    pub(super) fn explained(&self, block: usize, tokens: Range<usize>) -> Option<Attribution> {
        let (last, (at, end)) = self.last.as_ref()?;
        let is_told =
            *at == block && tokens.start < *end && *end + 1 >= tokens.end && *end <= tokens.end;
        is_told.then(|| Attribution {
            source: None,
            because: Evidence::SpeakerTurn,
            ..last.clone()
        })
    }

    /// The same where the last verb before the colon is one of a clause within those words.
    pub(super) fn explained_behind(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let mut clause = tokens.start.max(cue.saturating_sub(RELATIVE))..cue;
        let is_within = view.word(tokens.end) == ":"
            && clause.any(|at| view.function(at) == Some(Function::Relative));
        is_within.then(|| self.explained(block, cue..tokens.end)).flatten()
    }

    /// With which person the last sentence before a paragraph in marks opens, if nobody spoke behind it: «Лев Ильин в зал
    /// не смотрел.» before «Я тридцать лет оперировал».
    pub(super) fn told_since(&self, draft: &Draft) -> Option<Attribution> {
        let (block, first) = draft.start();
        let before = self.views.get(block.checked_sub(1)?)?;
        let sentence = before.sentence(before.len().checked_sub(1)?);
        let is_whole = first <= 1;
        if !is_whole || !self.is_since_last((before.number, sentence.start)) {
            return None;
        }
        let person = sentence.clone().take(NEAR).find_map(|at| {
            match self.nominal(before.number, at, Form::Gerund)?.who {
                Who::Person(person) => Some(person),
                _ => None,
            }
        })?;
        Some(self.of_person(person, Evidence::SpeakerTurn))
    }

    /// Whether the words are a line of their own behind the line in which the last speaker asks something.
    pub(super) fn is_asked(&self, draft: &Draft) -> bool {
        let is_line = draft.because.contains(&Evidence::DialogueDash);
        self.last.as_ref().is_some_and(|(_, (block, end))| {
            let view = &self.views[*block];
            is_line
                && block + 1 == draft.start().0
                && view.is_dash(0)
                && view.word(end.saturating_sub(1)) == "?"
        })
    }

    /// The one person of these initials: «П. И.: Ждём».
    pub(super) fn of_initials(&self, block: usize, label: Range<usize>) -> Option<Attribution> {
        let view = &self.views[block];
        let words: Vec<&str> =
            label.filter(|&at| view.is_word(at)).map(|at| view.block.folded(at)).collect();
        let is_his = |known: &Known| {
            known.name.len() == words.len()
                && known.name.iter().zip(&words).all(|(part, word)| part.starts_with(word))
        };
        let are_initials =
            words.len() > 1 && words.iter().all(|word| word.chars().nth(1).is_none());
        let mut found = (0..self.known.len()).filter(|&person| is_his(&self.known[person]));
        let person = found.next().filter(|_| are_initials && found.next().is_none())?;
        Some(self.of_person(person, Evidence::Name))
    }

    /// Whoever spoke last goes on.
    pub(super) fn turn(&self) -> Option<Attribution> {
        let (last, _) = self.last.as_ref().filter(|(last, _)| !self.is_named_in_words(last))?;
        Some(Attribution { source: None, because: Evidence::SpeakerTurn, ..last.clone() })
    }

    /// With nobody having spoken yet, whoever was named last before the conversation.
    pub(super) fn interviewee(&self, (block, token): (usize, usize)) -> Option<Attribution> {
        let (found, _) = self.antecedent(block, token, Form::Singular)?;
        Some(Attribution { source: None, because: Evidence::SpeakerTurn, ..found })
    }
}
