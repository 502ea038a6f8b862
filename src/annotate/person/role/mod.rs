//! Roles: what the text says that a person is, right before the name or right behind it.
//!
//! A role is a noun phrase: a role noun, adjectives that agree with it before, and its complements
//! behind. Its head stands in a case that the name can stand in too: that tells «адвокат Петров»,
//! a role, from «адвокат Петрова», another's.

mod adjective;
mod bearer;
mod behind;
mod each;
mod introduced;
mod joined;
mod shared;
mod telling;
mod told;
mod whose;
mod wording;

use std::ops::Range;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock, fold};
use crate::language::Language;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form;
use crate::language::speech::Function;

/// A role, longer than so many tokens, is none.
const LONGEST: usize = 28;

/// A list of nouns inside a role is at most so many tokens long.
const LONGEST_LIST: usize = 10;

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

/// Whether a role in the nominative says only whose kin or companion somebody is, or where from:
/// «младший брат короля», «уроженец Омска».
pub(super) fn is_slight(role: &str, language: &Language) -> bool {
    let names = &language.names;
    let folded = fold(role);
    let is_head =
        |word: &&str| names.role(word).iter().any(|form| form.cases.has(Case::Nominative));
    let is_slight =
        |head: &str| language.speech.of(head).is_kin() || names.tellings.is_slight(head);
    folded.split(", ").all(|part| part.split_whitespace().find(is_head).is_none_or(is_slight))
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
        let cases = self.cases[number];
        let own = name.block;
        let mut roles = Vec::new();
        // What follows the name stands in the case of what leads to it.
        let before = self.before(number, name.tokens.start);
        let behind = self.cases_behind(number, before.clone());
        if let Some(range) = self.named(number) {
            roles.extend(self.wording(own, range, Cases::ALL));
        } else if let Some(range) = before {
            let role = self.wording(own, range.clone(), cases);
            let role = role.map(|role| self.with_body(number, role));
            roles.extend(role.map(|role| self.with_owner(number, range, role)));
        } else if let Some(range) = self.set_off(number).or_else(|| self.in_marks(number)) {
            roles.extend(self.wording(own, range, cases));
        } else {
            roles.extend(self.shared(number));
        }
        if let Some(range) = self.after(number, behind) {
            let after = self.wording(own, range, behind);
            // «погибший в мае» is no second role, nor is the first of «сын Иванова, главы края»; but «сын Максим — врач».
            let is_kin = |word: &str| self.language().speech.of(word).is_kin();
            let is_one = |role: &str| {
                !is_slight(role, self.language())
                    || cases == Cases::NOMINATIVE && role.split(' ').any(is_kin)
            };
            match (roles.pop(), after) {
                (Some(before), Some(after)) if is_one(&before) && is_one(&after) => {
                    roles.push(format!("{before}, {after}"));
                }
                (before, after) => roles.extend(before.into_iter().chain(after)),
            }
        }
        roles
    }

    /// The cases of the role noun that leads to the name of this number, if one does, and the gender
    /// that it shows; nothing where it may be a noun that the name is a complement of: «адвокат
    /// Петрова».
    pub(super) fn head_cases(&self, number: usize) -> Option<(Cases, Option<Gender>)> {
        let name = &self.names[number];
        let block = self.block(number);
        let role = self.before(number, name.tokens.start)?;
        // «и. о. врача Орлов»: the letters show no case.
        if role.len() > 3 && self.acting(block, role.start + 3, role.start).is_some() {
            return Some((Cases::ALL, None));
        }
        let head = role.into_iter().find_map(|token| self.head(block, token, Cases::ALL))?;
        let forms = self.language().names.role(block.folded(head.token));
        // «министр» of a woman may stay as it is, but mostly does not.
        let declined = forms.iter().map(|form| form.cases).filter(|&cases| cases != Cases::ALL);
        let cases = declined.reduce(Cases::or).unwrap_or(Cases::ALL);
        // «её дочь Орла»: nobody else's name follows.
        let is_owned = self.is_owned(number, head);
        let is_relational = !is_owned && self.is_relational(block.folded(head.token));
        // «отец Диего Марадоны»
        let is_beside = is_relational && head.token + 1 == name.tokens.start;
        let cases = if is_beside { cases.or(Cases::of(Case::Genitive)) } else { cases };
        // «министр» is either's, «певица» is a woman's; behind «внучка» a man's name may stand.
        let is_womans = forms.iter().all(|form| form.gender == Gender::Feminine) && !is_relational;
        let shown = Some(Gender::Feminine).filter(|_| is_womans);
        let is_given = !self.language().names.given(block.folded(name.tokens.start)).is_empty();
        // «сын министра Хальвар Бьорк»
        let is_son = head.gender == Gender::Masculine
            && !is_given
            && head.token + 1 < name.tokens.start
            && self.is_kin(block, head);
        let shown = shown.or(Some(Gender::Masculine).filter(|_| is_son));
        (is_given || is_owned || !self.may_complete(number, head)).then_some((cases, shown))
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

    /// The role noun at this token that can stand in one of these cases.
    fn head(&self, block: &TextBlock, token: usize, cases: Cases) -> Option<Head> {
        let names = &self.language().names;
        // «после выборов» is no «после» of a «посол».
        if names.prepositions.contains_key(block.folded(token)) || self.is_thing(block, token) {
            return None;
        }
        // «бывшая губернатор», but «бывший губернатор»
        let before = token.checked_sub(1).filter(|&before| block.tokens[before].is_word());
        let agrees = |form: &Form| {
            let cases = form.cases.and(cases);
            before.is_some_and(|at| self.adjective(block.folded(at), form.gender, cases).is_some())
        };
        let form = names
            .role_compound(block.folded(token))
            .iter()
            .filter(|form| !form.cases.and(cases).is_empty())
            .filter(|form| names.can_be_role(form, block.folded(token + 1)))
            .max_by_key(|form| {
                let is_man = form.gender == Gender::Masculine;
                // «моей супруге»
                let count = form.cases.and(cases).bits().count_ones();
                // «близкий к президенту депутат», whoever it is
                let is_declined = form.cases != Cases::ALL;
                (agrees(form), form.cases.has(Case::Nominative), is_declined, count, is_man)
            })?;
        Some(Head { token, gender: form.gender, cases: form.cases.and(cases) })
    }

    /// The tokens of the role that ends right before this token, for the name of this number.
    fn before(&self, number: usize, end: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let own = self.names[number].block;
        let cases = self.cases[number];
        let names = &self.language().names;
        let first = block.sentence(end).start.max(end.saturating_sub(LONGEST));
        // «Орлов по прозвищу Сокол»
        if end == self.names[number].tokens.start && self.is_behind_naming(number) {
            return None;
        }
        // «боксёр после боя с Чекки»
        let is_preposition = |at: usize| names.prepositions.contains_key(block.folded(at));
        if end > first && is_preposition(end - 1) {
            return None;
        }
        // «служба, начальник которой Орлов ушёл»
        let relative = |at: usize| self.language().speech.of(block.folded(at)).function;
        if end > first + 1 && relative(end - 1) == Some(Function::Relative) {
            let head = self.head(block, end - 2, Cases::NOMINATIVE)?;
            return Some(head.token..end - 1);
        }
        let mut best: Option<Head> = None;
        let mut at = end;
        // The name that stands right behind what is looked at.
        let mut behind: Option<usize> = None;
        while at > first {
            let token = at - 1;
            if let Some(other) = self.name_at(own, token) {
                // Right before it, another's name can only be a complement.
                // «президент клуба Анна Лыкова к идее Гаджизаде …»
                let is_in_the_way = self.cases[other] == Cases::NOMINATIVE && token + 1 < end;
                if at == end && !self.cases[other].has(Case::Genitive) || is_in_the_way {
                    break;
                }
                at = self.names[other].tokens.start;
                behind = Some(other);
                continue;
            }
            let bearer = behind.take();
            // «и. о. мэра Орлов»
            if let Some(start) = self.acting(block, token, first) {
                return Some(start..end);
            }
            let found = self.head(block, token, cases);
            let is_one = |_: &Head| self.is_one_of_people(block, token..end, cases);
            if let Some(head) = found.filter(is_one) {
                // «встретил королеву Анну во дворце Пётр»: that one's role.
                if bearer.is_some_and(|other| self.is_bearer(block, other, head)) {
                    break;
                }
                // «глава службы Святого престола кардинал Седов»: nothing in the nominative completes a
                // noun, but a noun before may have the other for its complement.
                let is_oblique = !head.cases.has(Case::Nominative);
                if is_oblique && best.is_some_and(|best| best.cases == Cases::NOMINATIVE) {
                    at = token;
                    continue;
                }
                // «Супруга актёра Петрова» is no role of his.
                if best.is_some() && self.is_also_nominative(block, head) {
                    break;
                }
                if best.is_some_and(|best| self.is_kin_of(number, head, best)) {
                    break;
                }
                // «на пост главы ведомства полковника Орлова»
                if best.is_some_and(|best| self.is_of_a_post(block, head, best, first)) {
                    break;
                }
                // «глава правящего в крае совета маршал Орлов», but not «спортсмен под руководством
                // тренера Орлова».
                let is_across = (token..best.map_or(token, |best| best.token))
                    .any(|at| names.prepositions.contains_key(block.folded(at)));
                // «претендент на пост мэра Дюма»: a name that does not decline is the outer noun's.
                let is_outer = is_across
                    && cases == Cases::ALL
                    && head.cases.has(Case::Nominative)
                    && best.is_some_and(|best| {
                        let mut between = head.token..best.token;
                        !best.cases.has(Case::Nominative)
                            && !between.any(|token| self.name_at(own, token).is_some())
                    })
                    && self.with_adjectives(block, head, first) == first;
                if is_across
                    && !is_outer
                    && (best.is_none_or(|best| best.cases != Cases::NOMINATIVE)
                        || !names.is_role_by_itself(block.folded(token)))
                {
                    break;
                }
                best = Some(head);
                at = token;
                continue;
            }
            // «между романом прозаика и дневниками поэтессы Седовой»
            let is_and = self.language().and.contains(block.folded(token));
            // nor «режиссёр и Пётр Орлов»
            let is_apart = |best| self.with_adjectives(block, best, at) != at;
            if is_and && best.map_or(at == end, is_apart) {
                break;
            }
            // «инженер Пётр Орлов и Анна Седова»
            let is_pair = best.is_none()
                && is_and
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
        let is_beside = end == self.names[number].tokens.start;
        if is_beside && (self.is_anothers(number, head) || self.is_set_apart(number, head)) {
            return None;
        }
        // «рассказал Анне Седовой актёр Пётр Орлов»
        let past = |name: usize| self.names[name].tokens.end;
        let least =
            (first..head.token).rev().find_map(|at| self.name_at(own, at)).map_or(first, past);
        let mut start = self.with_adjectives(block, head, least);
        if is_beside && let Some(further) = self.joined(number, start, first) {
            start = further;
        }
        if is_beside && let Some(further) = self.with_earlier(number, start, first, head) {
            start = further;
        }
        Some(start..end)
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
                // «премьер Папуа - Новой Гвинеи»
                "-" if self.is_proper(block, token + 1)
                    && token > first
                    && self.is_proper(block, token - 1) =>
                {
                    Some(token)
                }
                "№" | "'" | "&" => Some(token),
                // «директор Sarmat в России, на Украине, в Белоруссии»
                "," if token > first
                    && block.tokens[token - 1].shape != Shape::Lower
                    && names.prepositions.contains_key(block.folded(token + 1))
                    && block
                        .tokens
                        .get(token + 2)
                        .is_some_and(|next| next.shape != Shape::Lower) =>
                {
                    Some(token)
                }
                // «сын писателя, актёра и режиссёра»
                "," if self.is_listing(block, token, first, cases) => Some(token),
                // «директор сайта Zarya.ru», «начальник отд. продаж»
                "." | "!"
                    if token > first
                        && block.is_joined(token)
                        && (block.is_joined(token + 1)
                            && block.tokens[token + 1].shape != Shape::Capital
                            || self.language().abbreviations.contains(block.folded(token - 1))) =>
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
            // «глава его аппарата»
            Shape::Lower if !has_head && self.language().speech.of(word).is_possessive() => {
                Some(token)
            }
            // «глава этой компании»
            Shape::Lower if token > first && self.points(block, token, cases) => Some(token),
            Shape::Lower => {
                (!names.role_stops.contains(word) && !names.is_verb_like(word)).then_some(token)
            }
            _ => Some(token),
        }
    }
}
