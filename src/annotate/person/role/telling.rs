//! Roles beside a verb that tells them: «учителем» in «работает учителем», «главы» in «занимал пост
//! главы».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases};
use crate::language::names::Form;
use crate::language::numbers::Flag;
use crate::language::speech::Function;
use crate::language::telling::{Around, Telling};

use super::{LONGEST, Roles};

/// At most so many tokens stand between the verb and the role.
const LONGEST_HELP: usize = 8;

pub(super) const INSTRUMENTAL: Cases = Cases::of(Case::Instrumental);
const GENITIVE: Cases = Cases::of(Case::Genitive);

/// A role that a verb tells: its tokens, and the case that its noun stands in.
pub(super) type Told = (Range<usize>, Cases);

impl Roles<'_> {
    pub(super) fn verb(&self, block: &TextBlock, token: usize) -> Option<Telling> {
        let is_plain = matches!(block.tokens.get(token)?.shape, Shape::Lower | Shape::Capital);
        let verb = self.language().names.tellings.verb(block.folded(token));
        verb.filter(|_| is_plain).map(|(verb, _)| verb)
    }

    pub(super) fn is_around(&self, block: &TextBlock, token: usize, around: Around) -> bool {
        self.language().names.tellings.is(block.folded(token), around)
    }

    /// Whether the token is a time's: «2004», «мая», «прошлого».
    fn is_time(&self, block: &TextBlock, token: usize) -> bool {
        let numbers = &self.language().numbers;
        let word = numbers.word(numbers.id(block.folded(token)));
        block.tokens[token].shape == Shape::Number
            || word.month.is_some()
            || word.weekday.is_some()
            || word.season.is_some()
            || word.period.is_some()
            || word.day.is_some()
            || word.part.is_some()
            || word.pointer.is_some()
            || word.number.is_some() && {
                let next = numbers.word(numbers.id(block.folded(token + 1)));
                next.period.is_some() || next.month.is_some()
            }
    }

    /// Whether a time opens at this token, with its preposition: «в 2004 году», «после выборов».
    pub(super) fn opens_time(&self, block: &TextBlock, token: usize, end: usize) -> bool {
        let is_preposition = self.language().names.prepositions.contains_key(block.folded(token));
        token + 1 < end && is_preposition && self.is_time(block, token + 1)
    }

    /// The token behind times and words that tell nothing, from this one on.
    pub(super) fn past_help(&self, block: &TextBlock, from: usize, end: usize) -> usize {
        let names = &self.language().names;
        let mut at = from;
        while at < end.min(from + LONGEST_HELP)
            && (names.tellings.is(block.folded(at), Around::Helping)
                || self.opens_time(block, at, end)
                || self.is_time(block, at)
                    && !(block.is_joined(at + 1) && block.word(at + 1) == "-")
                    && (at + 1 == end || self.head(block, at, INSTRUMENTAL).is_none()))
        {
            at += 1;
        }
        at
    }

    /// The role that stands at this token in this case, without the time behind it.
    pub(super) fn role_at(
        &self,
        number: usize,
        start: usize,
        end: usize,
        cases: Cases,
    ) -> Option<Told> {
        let block = self.block(number);
        let past = self.one_phrase(self.names[number].block, start, end, cases)?;
        // «президент назначил Анну Седову»: a man's noun that a woman has as it is tells no role here.
        let forms = (start..past).map(|at| self.language().names.role(block.folded(at)));
        let mut forms = forms.filter(|forms| forms.iter().any(|f| !f.cases.and(cases).is_empty()));
        let stays = |form: &Form| form.cases == Cases::ALL;
        if forms.next().is_some_and(|forms| {
            !forms.iter().all(stays)
                && !forms.iter().any(|form| !stays(form) && !form.cases.and(cases).is_empty())
        }) {
            return None;
        }
        let mut cut = self.before_time(block, start, past);
        // «директором завода и», «рекордсменом же»
        while cut > start + 1 && self.is_small(block, cut - 1) {
            cut -= 1;
        }
        let is_kin =
            |at: usize| self.head(block, at, cases).is_some_and(|head| self.is_kin(block, head));
        // «стал отцом», «станет преемником»: it is not said whose.
        let is_bare = self.is_relational(block.folded(cut - 1));
        (!is_bare && !(start..cut).any(is_kin)).then_some((start..cut, cases))
    }

    /// Where a role ends before the time in it: «глава завода в 2004 году», «глава завода летом».
    pub(super) fn before_time(&self, block: &TextBlock, start: usize, past: usize) -> usize {
        // «танцовщик весной»
        let numbers = &self.language().numbers;
        let is_when = |at: usize| numbers.word(numbers.id(block.folded(at))).is(Flag::Adverbial);
        (start + 1..past)
            .find(|&at| self.opens_time(block, at, past) || is_when(at))
            .unwrap_or(past)
    }

    /// Whether a word in small letters belongs to what follows it: «в», «и», «же».
    fn is_small(&self, block: &TextBlock, token: usize) -> bool {
        let word = block.folded(token);
        block.tokens[token].shape == Shape::Lower
            && (word.chars().nth(2).is_none()
                || self.language().names.prepositions.contains_key(word)
                || self.language().names.tellings.is(word, Around::Helping))
    }

    /// Whether «один из» in a role is one of people: «одним из основателей», but «в одной из больниц».
    pub(super) fn is_one_of_people(
        &self,
        block: &TextBlock,
        role: Range<usize>,
        cases: Cases,
    ) -> bool {
        let names = &self.language().names;
        let head = role.clone().find(|&at| self.head(block, at, cases).is_some());
        head.is_none_or(|head| {
            names.is_role_by_itself(block.folded(head))
                || (head + 1..role.end).any(|at| {
                    let several = names.plurals.role(block.folded(at), &names.roles);
                    several.iter().any(|form| form.cases.has(Case::Genitive))
                })
        })
    }

    /// The role behind a word for a post at this token: «пост главы».
    fn post_at(&self, number: usize, at: usize, end: usize) -> Option<Told> {
        let names = &self.language().names;
        let is_post = at + 1 < end && names.posts.contains(self.block(number).folded(at));
        if is_post { self.role_at(number, at + 1, end, GENITIVE) } else { None }
    }

    /// The role that stands behind such a verb.
    pub(super) fn role_behind(
        &self,
        number: usize,
        from: usize,
        end: usize,
        verb: Telling,
    ) -> Option<Told> {
        let block = self.block(number);
        let at = self.past_help(block, from, end);
        if at >= end {
            return None;
        }
        match verb {
            Telling::Holding => self.post_at(number, at, end),
            Telling::Replacing | Telling::Naming => None,
            _ => self.role_at(number, at, end, INSTRUMENTAL).or_else(|| {
                let is_onto = verb != Telling::Being
                    && self.language().speech.of(block.folded(at)).function == Some(Function::In);
                if is_onto { self.post_at(number, at + 1, end) } else { None }
            }),
        }
    }

    /// The role that stands before such a verb, at or behind the first of these tokens.
    pub(super) fn role_before(&self, number: usize, first: usize, verb: usize) -> Option<Told> {
        let block = self.block(number);
        let names = &self.language().names;
        let telling = self.verb(block, verb)?;
        let mut end = verb;
        while end > first && names.tellings.is(block.folded(end - 1), Around::Helping) {
            end -= 1;
        }
        end = self.before_set_off(block, first, end);
        // «директором завода акционеры избрали», «главой района мэр назначил»
        let is_subject = |form: &Form| form.cases.has(Case::Nominative) && form.cases != Cases::ALL;
        let forms = |at: usize| {
            let one = names.role(block.folded(at)).iter().cloned();
            one.chain(names.plurals.role(block.folded(at), &names.roles))
        };
        if telling == Telling::Making && end > first && forms(end - 1).any(|form| is_subject(&form))
        {
            end -= 1;
        }
        let mut at = end;
        while at > first.max(end.saturating_sub(LONGEST)) {
            let token = at - 1;
            if let Some(other) = self.name_at(self.names[number].block, token) {
                at = self.names[other].tokens.start;
                continue;
            }
            let found = match telling {
                Telling::Holding => self.post_at(number, token, end),
                Telling::Replacing => None,
                _ => self.head(block, token, INSTRUMENTAL).and_then(|head| {
                    let start = self.with_adjectives(block, head, first);
                    self.role_at(number, start, end, INSTRUMENTAL)
                }),
            };
            let is_onto = matches!(telling, Telling::Made | Telling::Making);
            let found =
                found.or_else(|| if is_onto { self.post_at(number, token, end) } else { None });
            if let Some((range, _)) = &found {
                // «если министром станет Иванов»
                let joint = range.start.checked_sub(1);
                let is_supposed =
                    joint.is_some_and(|at| self.is_around(block, at, Around::Supposing));
                return found.clone().filter(|_| !is_supposed);
            }
            at = self.back_over(block, token, first, true, INSTRUMENTAL)?;
        }
        None
    }

    /// Where what stands before a verb ends without the clause or the second role that commas set off there: «руководителем
    /// завода, попавшим под следствие, был …».
    fn before_set_off(&self, block: &TextBlock, first: usize, end: usize) -> usize {
        let is_comma = |at: &usize| block.word(*at) == ",";
        let Some(close) = end.checked_sub(1).filter(|at| *at > first && is_comma(at)) else {
            return end;
        };
        let Some(open) = (first..close).rev().find(is_comma) else { return end };
        if self.language().speech.looks_participle(block.folded(open + 1)) {
            return open;
        }
        let head = (open + 1..close).find_map(|at| self.head(block, at, INSTRUMENTAL));
        let opens = |head| self.with_adjectives(block, head, open + 1) == open + 1;
        if head.is_some_and(opens) { close } else { end }
    }

    /// The role of a word for a post that says by its preposition who holds it: «на посту главы».
    pub(super) fn station_at(&self, number: usize, at: usize, end: usize) -> Option<Told> {
        let block = self.block(number);
        let tellings = &self.language().names.tellings;
        let is_station =
            at + 2 < end && tellings.is_station(block.folded(at), block.folded(at + 1));
        if is_station { self.role_at(number, at + 2, end, GENITIVE) } else { None }
    }
}
