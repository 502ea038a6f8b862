//! What the words in marks are by themselves: an utterance, a name, one of a list.

use crate::language::speech::{Function, Sense, Takes};

use super::Reader;
use crate::annotate::quotation::marked::LONGEST_NAME;

/// How far before words that end in «!» or «?» their word of saying can stand, in tokens.
const CRY: usize = 4;

impl Reader<'_> {
    /// How many words there are.
    pub(super) fn word_count(&self) -> usize {
        self.marked()
            .runs
            .iter()
            .map(|(block, tokens)| self.views[*block].words(tokens.clone()))
            .sum()
    }

    /// Whether only apostrophes set the words off, a wiki's italics, as they do titles and whole paragraphs.
    pub(super) fn is_italic(&self) -> bool {
        let first = self.marked().runs[0].1.start;
        first > 0 && self.view().word(first - 1) == "'"
    }

    /// Whether the words can be a full utterance: opened by a capital, and more than a name.
    pub(super) fn is_utterance(&self) -> bool {
        let (block, tokens) = &self.marked().runs[0];
        let view = &self.views[*block];
        let last = tokens.end - 1;
        let words = self.word_count();
        let next = view.sentence(tokens.start).end;
        words > 0
            && (words > 3
                || view.is_stop(last)
                // «Играли плохо. Извините»
                || next < tokens.end && view.is_capital(next)
                || tokens.clone().any(|token| view.is_word(token) && view.looks_finite(token))
                || words > 1 && tokens.clone().any(|token| self.is_person_or_predicate(token)))
    }

    /// «Мост нужен», «Мы не воры»: a short form, or a pronoun that is a subject.
    fn is_person_or_predicate(&self, token: usize) -> bool {
        let view = &self.views[self.marked().runs[0].0];
        view.looks_short(token)
            || view.function(token) == Some(Function::FirstPerson)
            || view.sense(token).is_personal()
    }

    /// Whether nothing of the author's stands before the marks in their sentence.
    pub(super) fn stands_alone_before(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        open == 0
            || view.sentence(open).start == open
            || view.is_stop(open - 1)
            || view.is_dash(open - 1)
                && (open == 1 || view.is_stop(open - 2) || view.sentence(open).start + 1 == open)
            || view.is_quotation_mark(open - 1)
    }

    /// Whether the words read as a name or title: a capital at the head, few words.
    pub(super) fn is_name(&self) -> bool {
        let (block, tokens) = &self.marked().runs[0];
        let view = &self.views[*block];
        if self.is_cried() {
            return false;
        }
        let first = tokens.clone().find(|&token| view.is_word(token));
        let Some(first) = first else { return true };
        let words = self.word_count();
        let (_, open) = self.marked().open;
        let after_noun =
            open > 0 && view.sense(open - 1).noun.is_some_and(|noun| !noun.kind.is_human());
        // «Конвенцией о запрещении …»: a writing's title. «ст. 20 «Порча имущества»»: an article's.
        let is_title = view.is_capital(first)
            && (open > 0 && view.is_number(open - 1)
                || view.sense(first).noun.is_some_and(|noun| noun.kind.is_document())
                || view.function(first) == Some(Function::About));
        words == 0 || is_title || !view.is_lower(first) && (words <= LONGEST_NAME || after_noun)
    }

    /// Whether the words end as no name does and a word of saying stands shortly before them: «крикнул
    /// «Пока!»», «спросили её мнение: «Нужен ли мост?»».
    fn is_cried(&self) -> bool {
        let (block, tokens) = &self.marked().runs[0];
        let view = &self.views[*block];
        let (_, open) = self.marked().open;
        if open > 0 && view.cue(open - 1).is_some_and(|cue| cue.takes(Takes::Cry)) {
            return true;
        }
        let ends = tokens.end > 0 && matches!(view.word(tokens.end - 1), "!" | "?");
        // «написал роман «Кто там?»», but not «крикнул вслед «Стой!»», «ответил мэр «Нет!»»
        let is_title = open > 1
            && view.is_lower(open - 1)
            && view.sense(open - 1) == Sense::default()
            && !view.looks_dative(open - 1)
            && view.cue(open - 2).is_some_and(|cue| !cue.takes(Takes::Cry));
        ends && !is_title
            && (open.saturating_sub(CRY)..open).any(|at| {
                view.finite_cue(at, Takes::Direct).is_some_and(|cue| !cue.takes(Takes::Loose))
            })
    }

    /// Whether the marks are one of a list of names: «…», «…» и «…».
    pub(super) fn is_listed(&self) -> bool {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        // A wiki's italics close with two apostrophes.
        let is_apostrophe = |at: usize| view.word(at) == "'";
        let close = close + usize::from(self.is_italic() && is_apostrophe(close + 1));
        let next = if view.word(close + 1) == "," || view.function(close + 1) == Some(Function::And)
        {
            close + 2
        } else {
            return false;
        };
        (view.is_quotation_mark(next) || self.is_italic() && is_apostrophe(next))
            && self.word_count() <= LONGEST_NAME
            && !self.is_cried_behind_colon()
    }

    /// Whether a word of crying or writing stands right before the colon: «на плакатах было написано: «…», «…»».
    fn is_cried_behind_colon(&self) -> bool {
        let (block, open) = self.marked().open;
        let view = &self.views[block];
        let cried = |at: usize| view.cue(at).is_some_and(|cue| cue.takes(Takes::Cry));
        open > 1 && view.word(open - 1) == ":" && cried(open - 2)
    }
}
