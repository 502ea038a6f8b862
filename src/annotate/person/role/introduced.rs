//! Roles that the sentence beside tells of somebody whom it does not name: «К краже причастен 47-летний горноспасатель.
//! Мужчину зовут Иван Петров», «… Петровой. 33-летняя балерина …».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases};
use crate::language::telling::Around;

use super::super::alias;
use super::{Head, Roles};

/// The cases of whom one calls by a name.
const CALLED: Cases = Cases::of(Case::Accusative).or(Cases::of(Case::Genitive));

impl Roles<'_> {
    /// The roles that the sentence before the one of this name's, or behind it, tells.
    pub(super) fn introduced(&self, number: usize) -> Vec<String> {
        let called = [self.of_called(number), self.of_called_ahead(number)];
        let found = [self.of_unnamed(number), self.of_described(number)];
        let found = found.into_iter().chain(called).flatten();
        found.filter_map(|(own, range, cases)| self.wording(own, range, cases)).collect()
    }

    /// The role of somebody not named yet in the sentence before this one, which opens with the name and an age, or says by
    /// a noun or a pronoun that the name is his: «Пенсионер удивил соседей. Збигнев, 71, …», «Мужчину зовут …».
    fn of_unnamed(&self, number: usize) -> Option<(usize, Range<usize>, Cases)> {
        let name = &self.names[number];
        let block = self.block(number);
        let sentence = block.sentence(name.tokens.start);
        let is_first =
            (sentence.start..name.tokens.start).all(|at| self.name_at(name.block, at).is_none());
        if !is_first || !(self.opens_aged(number, sentence.start) || alias::is_his(self.text, name))
        {
            return None;
        }
        let own = if sentence.start > 0 { name.block } else { name.block.checked_sub(1)? };
        let other = &self.text.blocks[own];
        let last = if own == name.block { sentence.start } else { other.tokens.len() };
        let before = other.sentence(last.checked_sub(1)?);
        let (head, start) =
            before.clone().find_map(|at| self.nameless(other, before.clone(), at))?;
        let end = self.one_phrase(own, start, before.end, Cases::NOMINATIVE)?;
        // «взломщик по прозвищу «Крот»»
        let is_nickname = |other: usize| alias::is_nickname(self.text, &self.names[other]);
        let mut named = (start..=end).filter_map(|at| self.name_at(own, at));
        let is_free = named.all(is_nickname) && self.can_be(number, head.gender);
        is_free.then_some((own, start..end, Cases::NOMINATIVE))
    }

    /// The role noun in the nominative at this token, which opens the sentence with its adjectives, or whose age is told.
    fn nameless(
        &self,
        block: &TextBlock,
        sentence: Range<usize>,
        at: usize,
    ) -> Option<(Head, usize)> {
        let head = self.head(block, at, Cases::NOMINATIVE)?;
        let start = self.with_adjectives(block, head, sentence.start);
        let is_aged = block.tokens[start].shape == Shape::Number;
        (start == sentence.start || is_aged).then_some((head, start))
    }

    /// Whether the name opens its sentence, an age set off behind it: «Збигнев, 71, …».
    fn opens_aged(&self, number: usize, first: usize) -> bool {
        let block = self.block(number);
        let Range { start, end } = self.names[number].tokens;
        start == first
            && block.folded(end) == ","
            && block.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Number)
            && block.folded(end + 2) == ","
    }

    /// The role by which the next sentence goes on about the only person of this one: «… Анны Петровой. 33-летняя балерина …».
    fn of_described(&self, number: usize) -> Option<(usize, Range<usize>, Cases)> {
        let own = self.names[number].block;
        let block = self.block(number);
        let next = self.next_alone(number)?;
        if block.tokens[next.start].shape != Shape::Number {
            return None;
        }
        let past = self.one_phrase(own, next.start, next.end, Cases::NOMINATIVE)?;
        let end = self.before_time(block, next.start, past);
        // «30-летний вратарь хозяев» may be another.
        let head = self.head(block, end - 1, Cases::NOMINATIVE)?;
        let is_named = (next.start..=end).any(|at| self.name_at(own, at).is_some());
        (!is_named && self.can_be(number, head.gender)).then_some((
            own,
            next.start..end,
            Cases::NOMINATIVE,
        ))
    }

    /// The role behind the verb that calls somebody by the name before it: «Анной звали жену радиста».
    fn of_called_ahead(&self, number: usize) -> Option<(usize, Range<usize>, Cases)> {
        let name = &self.names[number];
        let block = self.block(number);
        let verb = name.tokens.end;
        let is_called = self.is_around(block, verb, Around::Calling)
            && self.cases[number].has(Case::Instrumental)
            && self.language().names.is_verb_like(block.folded(verb));
        if !is_called {
            return None;
        }
        let end = block.sentence(name.tokens.start).end;
        let past = self.one_phrase(name.block, verb + 1, end, CALLED)?;
        Some((name.block, verb + 1..past, CALLED))
    }

    /// The role of whom one calls by the name: «этого чиновника зовут Иван Петров».
    fn of_called(&self, number: usize) -> Option<(usize, Range<usize>, Cases)> {
        let name = &self.names[number];
        let block = self.block(number);
        let first = block.sentence(name.tokens.start).start;
        let verb = name.tokens.start.checked_sub(1).filter(|&at| at > first)?;
        if !self.is_around(block, verb, Around::Calling) {
            return None;
        }
        let head = self.head(block, verb - 1, CALLED)?;
        let start = self.with_adjectives(block, head, first);
        Some((name.block, start..verb, head.cases))
    }
}
