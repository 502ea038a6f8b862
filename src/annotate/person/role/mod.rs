//! Roles: what the text says that a person is, right before the name or right behind it.
//!
//! A role is a noun phrase: a role noun, adjectives that agree with it before, and its complements
//! behind. Its head stands in a case that the name can stand in too: that tells «адвокат Петров»,
//! a role, from «адвокат Петрова», another's.

mod behind;
mod wording;

use std::ops::Range;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::Language;
use crate::language::inflection::{Case, Cases, Gender, Kind};
use crate::language::names::Form;

/// A role, longer than so many tokens, is none.
const LONGEST: usize = 28;

/// A bracket or a quoted name inside a role is at most so many tokens long.
const LONGEST_INSERT: usize = 14;

/// Where the roles stand.
pub(super) struct Roles<'a> {
    pub(super) text: &'a Text<'a>,
    /// All names, in the order of the text.
    pub(super) names: &'a [Name],
    /// The cases that each name can stand in.
    pub(super) cases: &'a [Cases],
}

/// A role noun in its place.
#[derive(Clone, Copy, Debug)]
struct Head {
    token: usize,
    gender: Gender,
    cases: Cases,
}

impl Roles<'_> {
    /// The roles that stand beside the name of this number, in the nominative.
    pub(super) fn of(&self, number: usize) -> Vec<String> {
        let name = &self.names[number];
        let mut roles = Vec::new();
        if let Some(range) = self.before(number, name.tokens.start) {
            roles.extend(self.wording(number, range));
        } else if let Some(range) = self.set_off(number) {
            roles.extend(self.wording(number, range));
        }
        if let Some(range) = self.after(number) {
            roles.extend(self.wording(number, range));
        }
        roles
    }

    /// The cases of the role noun that leads to the name of this number, if one does.
    pub(super) fn head_cases(&self, number: usize) -> Option<Cases> {
        let name = &self.names[number];
        let block = self.block(number);
        let role = self.before(number, name.tokens.start)?;
        let head = role.into_iter().find_map(|token| self.head(block, token, Cases::ALL))?;
        let forms = self.language().names.role(block.folded(head.token));
        forms.iter().map(|form| form.cases).reduce(Cases::or)
    }

    fn language(&self) -> &'static Language {
        self.text.language
    }

    fn block(&self, number: usize) -> &TextBlock<'_> {
        &self.text.blocks[self.names[number].block]
    }

    /// The number of the name that this token of the block belongs to.
    fn name_at(&self, block: usize, token: usize) -> Option<usize> {
        let past =
            self.names.partition_point(|name| (name.block, name.tokens.start) <= (block, token));
        let number = past.checked_sub(1)?;
        let name = &self.names[number];
        (name.block == block && name.tokens.contains(&token)).then_some(number)
    }

    /// The sentence that the token stands in.
    fn sentence(block: &TextBlock, token: usize) -> Range<usize> {
        let past = block.sentences.partition_point(|sentence| sentence.start <= token);
        past.checked_sub(1).map_or(0..block.tokens.len(), |place| block.sentences[place].clone())
    }

    /// The role noun at this token that can stand in one of these cases.
    fn head(&self, block: &TextBlock, token: usize, cases: Cases) -> Option<Head> {
        let names = &self.language().names;
        // «бывшая губернатор», but «бывший губернатор»
        let before = token.checked_sub(1).filter(|&before| block.tokens[before].is_word());
        let agrees = |form: &Form| {
            let cases = form.cases.and(cases);
            before.is_some_and(|at| self.adjective(block.folded(at), form.gender, cases).is_some())
        };
        let form = names
            .role(block.folded(token))
            .iter()
            .filter(|form| !form.cases.and(cases).is_empty())
            .filter(|form| names.can_be_role(form, block.folded(token + 1)))
            .max_by_key(|form| {
                let is_man = form.gender == Gender::Masculine;
                (agrees(form), form.cases.has(Case::Nominative), is_man)
            })?;
        Some(Head { token, gender: form.gender, cases: form.cases.and(cases) })
    }

    /// Whether the token is an adjective that agrees with the head.
    fn agrees(&self, block: &TextBlock, token: usize, head: Head) -> bool {
        matches!(block.tokens[token].shape, Shape::Lower | Shape::Capital)
            && self.adjective(block.folded(token), head.gender, head.cases).is_some()
    }

    /// The nominative of an adjective in small letters that can stand in one of these cases.
    fn adjective(&self, word: &str, gender: Gender, cases: Cases) -> Option<String> {
        let names = &self.language().names;
        if names.role_stops.contains(word) {
            return None;
        }
        let readings = names.inflection.readings(word, Kind::Adjective);
        let fitting: Vec<String> = readings
            .iter()
            .filter(|reading| {
                reading.gender == gender
                    && !reading.cases.and(cases).is_empty()
                    && reading.stem >= 4
            })
            .map(|reading| format!("{}{}", &word[..reading.stem], reading.ending))
            .collect();
        let stressed = fitting
            .iter()
            .find(|nominative| names.stressed_adjectives.contains(nominative.as_str()));
        stressed.or(fitting.first()).cloned()
    }

    /// The first token of the head's adjectives: «25-летний бывший …».
    fn with_adjectives(&self, block: &TextBlock, head: Head, first: usize) -> usize {
        let mut start = head.token;
        while start > first && self.agrees(block, start - 1, head) {
            start -= 1;
            if start >= first + 2
                && block.is_joined(start)
                && block.is_joined(start - 1)
                && block.tokens[start - 2].shape == Shape::Number
            {
                start -= 2;
            }
        }
        start
    }

    /// The tokens of the role that ends right before this token, for the name of this number.
    fn before(&self, number: usize, end: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let own = self.names[number].block;
        let cases = self.cases[number];
        let names = &self.language().names;
        let first = Self::sentence(block, end).start.max(end.saturating_sub(LONGEST));
        let mut best: Option<Head> = None;
        let mut at = end;
        // The name that stands right behind what is looked at.
        let mut behind: Option<usize> = None;
        while at > first {
            let token = at - 1;
            if let Some(other) = self.name_at(own, token) {
                // Right before it, another's name can only be a complement.
                if at == end && !self.cases[other].has(Case::Genitive) {
                    break;
                }
                at = self.names[other].tokens.start;
                behind = Some(other);
                continue;
            }
            let bearer = behind.take();
            if let Some(head) = self.head(block, token, cases) {
                // «встретил королеву Анну во дворце Пётр»: that one's role.
                if bearer.is_some_and(|other| self.is_bearer(block, other, head)) {
                    break;
                }
                // «Супруга актёра Петрова» is no role of his.
                if best.is_some() && self.is_also_nominative(block, head) {
                    break;
                }
                // «глава правящего в крае совета маршал Орлов», but not «спортсмен под руководством
                // тренера Орлова».
                let is_across = (token..best.map_or(token, |best| best.token))
                    .any(|at| names.prepositions.contains_key(block.folded(at)));
                if is_across
                    && (best.is_none_or(|best| best.cases != Cases::NOMINATIVE)
                        || !names.is_role_by_itself(block.folded(token)))
                {
                    break;
                }
                best = Some(head);
                at = token;
                continue;
            }
            // «инженер Пётр Орлов и Анна Седова»
            let is_pair = best.is_none()
                && self.language().and.contains(block.folded(token))
                && token.checked_sub(1).is_some_and(|before| self.name_at(own, before).is_some());
            if is_pair {
                break;
            }
            match self.back_over(block, token, first, best.is_some(), cases) {
                Some(next) => at = next,
                None => break,
            }
        }
        let mut head = best?;
        // «ведущий специалист»: an adjective that is a noun elsewhere.
        while head.token + 1 < end
            && self.agrees(block, head.token, head)
            && let Some(next) = self.head(block, head.token + 1, head.cases)
        {
            head = next;
        }
        if head.token + 1 == end && self.is_anothers(number, head) {
            return None;
        }
        let start = self.with_adjectives(block, head, first);
        // «председатель партии, президент РК»
        if start > first && end == self.names[number].tokens.start {
            let joint = start - 1;
            let name_before = joint.checked_sub(1).and_then(|token| self.name_at(own, token));
            if block.word(joint) == ","
                && name_before.is_none()
                && let Some(more) = self.before(number, joint)
                && !self.is_of_a_woman(number, more.clone(), head)
            {
                return Some(more.start..end);
            }
        }
        Some(start..end)
    }

    /// Whether a woman's role stands before a man's, so that they are two people's: «певица Искра,
    /// музыкант Пётр Орлов».
    fn is_of_a_woman(&self, number: usize, role: Range<usize>, next: Head) -> bool {
        let block = self.block(number);
        let names = &self.language().names;
        let mut heads = role.map(|token| names.role(block.folded(token)));
        let own = names.given(block.folded(self.names[number].tokens.start));
        next.gender == Gender::Masculine
            && !own.is_empty()
            && own.iter().all(|form| form.gender == Gender::Masculine)
            && heads
                .find(|forms| !forms.is_empty())
                .is_some_and(|forms| forms.iter().all(|form| form.gender == Gender::Feminine))
    }

    /// Whether the name of this number, right behind the noun, can be its bearer's.
    fn is_bearer(&self, block: &TextBlock, other: usize, head: Head) -> bool {
        let names = &self.language().names;
        let forms = names.role(block.folded(head.token));
        !forms.iter().any(|form| names.relational.contains(form.nominative))
            && !self.cases[other].and(head.cases).is_empty()
            && self.cases[other] != Cases::ALL
    }

    /// Whether a noun that stands here in an oblique case can be another's nominative: «супруга».
    fn is_also_nominative(&self, block: &TextBlock, head: Head) -> bool {
        let forms = self.language().names.role(block.folded(head.token));
        !head.cases.has(Case::Nominative)
            && forms.iter().any(|form| form.cases.has(Case::Nominative))
    }

    /// The role before a full name that a comma or a dash sets off, with adjectives of the name's
    /// own behind it or not: «директор музея, Иван Иванов», «вице-мэр, 35-летний Иван Иванов».
    fn set_off(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let name = &self.names[number];
        let cases = self.cases[number];
        let first = Self::sentence(block, name.tokens.start).start;
        let is_full = name.tokens.clone().filter(|&at| block.tokens[at].is_word()).count() > 1;
        let mut at = name.tokens.start;
        let is_own = |at: usize| {
            block.tokens[at].shape == Shape::Number
                || block.word(at) == "-" && block.is_joined(at)
                || [Gender::Masculine, Gender::Feminine].into_iter().any(|gender| {
                    block.tokens[at].shape == Shape::Lower
                        && self.adjective(block.folded(at), gender, cases).is_some()
                })
        };
        while at > first && is_own(at - 1) {
            at -= 1;
        }
        let is_mark = at > first && matches!(block.word(at - 1), "," | "—" | "–");
        if !is_full || !is_mark || !cases.has(Case::Nominative) {
            return None;
        }
        // The name before is the role's bearer already.
        let other = self.name_at(self.names[number].block, (at - 1).checked_sub(1)?);
        if other.is_some() {
            return None;
        }
        self.before(number, at - 1)
    }

    /// Whether the name is a complement of the noun before it rather than its bearer's.
    fn is_anothers(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let name = &self.names[number];
        let names = &self.language().names;
        let is_relational = names
            .role(block.folded(head.token))
            .iter()
            .any(|form| names.relational.contains(form.nominative));
        let words = name.tokens.clone().filter(|&token| block.tokens[token].is_word()).count();
        is_relational && words == 1 && !self.cases[number].has(Case::Nominative)
    }

    /// The token that a role going on to the left past this one goes on from; nothing where the
    /// token ends it.
    fn back_over(
        &self,
        block: &TextBlock,
        token: usize,
        first: usize,
        has_head: bool,
        cases: Cases,
    ) -> Option<usize> {
        let names = &self.language().names;
        let back_to = |mark: &str| {
            (first..token).rev().take(LONGEST_INSERT).find(|&token| block.word(token) == mark)
        };
        let word = block.folded(token);
        match block.tokens[token].shape {
            Shape::Mark => match word {
                ")" => back_to("("),
                "»" => back_to("«"),
                "“" => back_to("„"),
                "”" => back_to("“"),
                "\"" => back_to("\""),
                "-" if block.is_joined(token) && block.is_joined(token + 1) => Some(token),
                "№" | "'" => Some(token),
                "." if token > first
                    && block.is_joined(token)
                    && self.language().abbreviations.contains(block.folded(token - 1)) =>
                {
                    Some(token - 1)
                }
                _ => None,
            },
            Shape::Lower if self.language().and.contains(word) => {
                let is_pair = token > first && self.head(block, token - 1, cases).is_some();
                (!has_head || is_pair).then_some(token)
            }
            Shape::Lower if names.prepositions.contains_key(word) => Some(token),
            Shape::Lower => {
                (!names.role_stops.contains(word) && !names.is_verb_like(word)).then_some(token)
            }
            _ => Some(token),
        }
    }
}
