//! What goes with a role noun: adjectives that agree, ages, places in an order («13-й президент»), lists of complements.

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Cases, Gender, Kind};
use crate::language::telling::Around;

use super::{Head, LONGEST_LIST, Roles};

impl Roles<'_> {
    /// Whether the token is an adjective that agrees with the head.
    pub(super) fn agrees(&self, block: &TextBlock, token: usize, head: Head) -> bool {
        matches!(block.tokens[token].shape, Shape::Lower | Shape::Capital)
            && self.adjective(block.folded(token), head.gender, head.cases).is_some()
    }

    /// The nominative of an adjective in small letters that can stand in one of these cases.
    pub(super) fn adjective(&self, word: &str, gender: Gender, cases: Cases) -> Option<String> {
        let names = &self.language().names;
        // «по данным изданий 39-летний Орлов»
        let noun = self.language().speech.of(word).noun;
        let is_thing = noun.is_some_and(|noun| !noun.kind.is_human());
        if is_thing || names.role_stops.contains(word) {
            return None;
        }
        let readings = names.inflection.readings(word, Kind::Adjective);
        let fitting: Vec<String> = readings
            .iter()
            .filter(|reading| {
                reading.gender == gender
                    && !reading.cases.and(cases).is_empty()
                    && (reading.stem >= 4 || word.starts_with(|first: char| first.is_ascii_digit()))
            })
            .map(|reading| format!("{}{}", &word[..reading.stem], reading.ending))
            // «руководил группой тренер Орлов»: what ends so in the nominative is on the list.
            .filter(|nominative| {
                nominative != word
                    || !word.ends_with("ой")
                    || names.stressed_adjectives.contains(word)
            })
            .collect();
        let stressed = fitting
            .iter()
            .find(|nominative| names.stressed_adjectives.contains(nominative.as_str()));
        stressed.or(fitting.first()).cloned()
    }

    /// The ending in the nominative that figures before this token have there: «й» for «13-м».
    pub(super) fn numbered(&self, block: &TextBlock, token: usize, head: Head) -> Option<String> {
        let figures = token.checked_sub(2)?;
        let is_ending = block.tokens[figures].shape == Shape::Number
            && block.word(token - 1) == "-"
            && block.is_joined(token - 1)
            && block.is_joined(token)
            && block.tokens[token].shape == Shape::Lower;
        if !is_ending {
            return None;
        }
        let (figures, ending) = (block.word(figures), block.folded(token));
        let nominative = self.adjective(&format!("{figures}{ending}"), head.gender, head.cases)?;
        nominative.strip_prefix(figures).map(str::to_owned)
    }

    /// The first token of the head's adjectives: «25-летний бывший …».
    pub(super) fn with_adjectives(&self, block: &TextBlock, head: Head, first: usize) -> usize {
        let mut start = head.token;
        while start > first
            && (self.agrees(block, start - 1, head)
                || self.numbered(block, start - 1, head).is_some())
        {
            start -= 1;
            if start >= first + 2
                && block.is_joined(start)
                && block.is_joined(start - 1)
                && block.tokens[start - 2].shape == Shape::Number
            {
                start -= 2;
            }
        }
        // «советский и российский актёр»
        if start >= first + 2
            && start < head.token
            && self.language().and.contains(block.folded(start - 1))
            && self.agrees(block, start - 2, head)
        {
            return self.with_adjectives(block, Head { token: start - 1, ..head }, first);
        }
        // «популярный теле- и радиоведущий»
        if start >= first + 3
            && self.language().and.contains(block.folded(start - 1))
            && block.word(start - 2) == "-"
            && block.is_joined(start - 2)
            && block.tokens[start - 3].is_word()
        {
            let half = Head { token: start - 3, ..head };
            return self.with_adjectives(block, half, first);
        }
        // «дважды чемпион мира»
        let is_times = start > first && self.is_around(block, start - 1, Around::Times);
        start - usize::from(is_times)
    }

    /// Whether the token is a place of the list, or an adjective that opens one: «Новой Гвинеи».
    pub(super) fn is_proper(&self, block: &TextBlock, token: usize) -> bool {
        let names = &self.language().names;
        let word = block.folded(token);
        let is_adjective = || {
            names.places.contains(block.folded(token + 1))
                && !names.adjective_cases(word).is_empty()
        };
        block.tokens.get(token).is_some_and(|own| own.shape == Shape::Capital)
            && (names.places.contains(word) || is_adjective())
    }

    /// Whether the comma stands in a list of nouns that «и» closes, all of them complements: «министр
    /// труда, занятости и миграции», «директор по России, странам Балтии и Восточной Европе».
    pub(super) fn is_listing(
        &self,
        block: &TextBlock,
        comma: usize,
        first: usize,
        cases: Cases,
    ) -> bool {
        let is_and = |at: usize| self.language().and.contains(block.folded(at));
        let is_plain = |at: usize| {
            self.is_proper(block, at)
                || block.tokens[at].shape == Shape::Lower
                    && !self.language().names.role_stops.contains(block.folded(at))
                    && !self.language().names.is_verb_like(block.folded(at))
                    && self.head(block, at, cases).is_none()
        };
        let end = block.tokens.len().min(comma + LONGEST_LIST);
        let Some(and) = (comma + 2..end).find(|&at| is_and(at)) else { return false };
        let is_adjective = |at: usize| {
            let names = &self.language().names;
            names.plurals.is_adjective(block.folded(at), &names.inflection)
        };
        comma > first
            && is_plain(comma - 1)
            && !is_adjective(comma - 1)
            && (comma + 1..and).all(|at| is_plain(at) || block.word(at) == ",")
            && and + 1 < block.tokens.len()
            && is_plain(and + 1)
    }
}
