//! Roles behind a name: «, глава X,», «(тренер)», «— министр».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock, Token};
use crate::language::inflection::{Case, Cases};
use crate::language::telling::Around;

use super::{LONGEST, LONGEST_INSERT, Roles};

/// What stands in brackets between a name and its role is at most so many tokens long: «(англ. John
/// Smith, род. 5 мая 1950, Лондон)».
const LONGEST_GLOSS: usize = 50;

/// Behind the preposition of words that say when somebody is what follows at most so many more stand: «на тот момент».
const LONGEST_OPENER: usize = 2;

impl Roles<'_> {
    /// The tokens of the role that stands right behind the name of this number: «, глава X,»,
    /// «(тренер)», «— министр».
    pub(super) fn after(&self, number: usize, cases: Cases) -> Option<Range<usize>> {
        let block = self.block(number);
        let name = &self.names[number];
        let end = block.sentence(name.tokens.start).end;
        let mut opener = name.tokens.end;
        // What is left of a wiki's bold letters: «'Иванов' — певец».
        while opener < end && block.word(opener) == "'" {
            opener += 1;
        }
        // «Иванов, 34 года, пилот …», «Иванов (34 года, пилот)»
        let is_aged = |opener: usize| {
            opener + 3 < end
                && block.tokens[opener + 1].shape == Shape::Number
                && block.tokens[opener + 2].shape == Shape::Lower
                && block.word(opener + 3) == ","
        };
        // A gloss or an age in brackets may stand between.
        if opener < end && block.word(opener) == "(" {
            let close = (opener + 1..end.min(opener + LONGEST_GLOSS))
                .find(|&token| block.word(token) == ")")?;
            let start = if is_aged(opener) { opener + 4 } else { opener + 1 };
            // «у Иванова (защитник «Спартака»)», but not «Иванов (Странник; 1950, Омск)»
            let cases = cases.or(Cases::NOMINATIVE);
            let is_called = block.tokens[start].shape == Shape::Capital;
            let found = self.phrase(number, start..close, ")", cases).filter(|_| !is_called);
            if found.is_some() {
                return found;
            }
            opener = close + 1;
        }
        if opener < end && block.word(opener) == "," && is_aged(opener) {
            opener += 3;
        }
        // «Иванов, 34, пилот»
        if opener + 2 < end
            && block.tokens[opener + 1].shape == Shape::Number
            && block.word(opener + 2) == ","
        {
            opener += 2;
        }
        let mark = match block.tokens.get(opener).map(|_| block.word(opener))? {
            "," => ",",
            "—" | "–" | "-" if cases.has(Case::Nominative) => "—",
            _ => return None,
        };
        if opener >= end || cases.is_empty() {
            return None;
        }
        // «Иванов, ныне советник губернатора», «Иванов, его советник»
        let openers = &self.language().names.role_openers;
        let first = block.folded(opener + 1);
        if openers.contains(first) || self.language().speech.of(first).is_possessive() {
            opener += 1;
        } else if self.language().names.prepositions.contains_key(first) {
            // «Иванов, в прошлом чемпион», «на тот момент чемпион»
            let mut words = (opener + 2..end).take(LONGEST_OPENER);
            opener = words.find(|&at| openers.contains(block.folded(at))).unwrap_or(opener);
        }
        let role = self.phrase(number, opener + 1..end, mark, cases)?;
        Some(role.start..self.past_now(block, role.end, end))
    }

    /// Where a clause ends behind a role that says what its bearer is now: «бывший капитан, который теперь возглавляет порт».
    fn past_now(&self, block: &TextBlock, past: usize, end: usize) -> usize {
        let openers = &self.language().names.role_openers;
        let mut near = (past + 2..end).take(LONGEST_OPENER + 1);
        let is_now = past + 1 < end
            && block.word(past) == ","
            && self.is_around(block, past + 1, Around::Relative)
            && near.any(|at| openers.contains(block.folded(at)));
        let closes = |at: &usize| matches!(block.word(*at), "," | "." | "!" | "?" | ";" | ":");
        if is_now { (past + 2..end).find(closes).unwrap_or(end) } else { past }
    }

    /// The role that starts at this token, with the roles that are joined to it by commas.
    fn phrase(
        &self,
        number: usize,
        within: Range<usize>,
        mark: &str,
        cases: Cases,
    ) -> Option<Range<usize>> {
        let block = self.block(number);
        let own = self.names[number].block;
        let Range { start, end } = within;
        let mut past = self.one_phrase(own, start, end, cases)?;
        // «комбайнёр — Иванов, агроном — Петров»
        let is_next = |past: usize| {
            past < end && matches!(block.word(past), "—" | "–" | "-") && {
                self.name_at(own, past + 1).is_some()
            }
        };
        if mark != "—" && is_next(past) {
            return None;
        }
        loop {
            let closer = block.tokens.get(past).filter(|_| past < end).map(|_| block.word(past));
            match closer {
                // A comma may go on to a further role of the same person.
                Some(",") if past + 1 < end => match self.one_phrase(own, past + 1, end, cases) {
                    Some(further)
                        if block
                            .tokens
                            .get(further)
                            .is_none_or(|token| token.shape == Shape::Mark)
                            && !is_next(further) =>
                    {
                        past = further;
                    }
                    _ => return Some(start..past),
                },
                None => return Some(start..past),
                Some("," | "." | ";" | ":" | "!" | "?" | "…" | ")" | "—" | "–" | "-") => {
                    return Some(start..past);
                }
                Some(_) => return (mark == "—").then_some(start..past),
            }
        }
    }

    /// The end of the single role that starts at this token of the block of this number, its head in one of these cases.
    pub(super) fn one_phrase(
        &self,
        own: usize,
        start: usize,
        end: usize,
        cases: Cases,
    ) -> Option<usize> {
        let block = &self.text.blocks[own];
        let names = &self.language().names;
        let head = (start..end.min(start + 8)).find_map(|token| {
            let head = self.head(block, token, cases)?;
            // What stands before the head must be its adjectives, or an age.
            (self.with_adjectives(block, head, start) == start).then_some(head)
        })?;
        let mut head = head;
        while head.token + 1 < end
            && self.agrees(block, head.token, head)
            && let Some(next) = self.head(block, head.token + 1, head.cases)
        {
            head = next;
        }
        let mut at = head.token + 1;
        while at < end && at - start <= LONGEST {
            if let Some(other) = self.name_at(own, at) {
                // The role of that one, not of ours: but «дочь певца Седова» is.
                let is_complement = self.is_relational(block.folded(head.token))
                    && self.cases[other].has(Case::Genitive)
                    && at > head.token + 1;
                if !is_complement && !self.cases[other].and(head.cases).is_empty() {
                    return None;
                }
                at = self.names[other].tokens.end;
                continue;
            }
            let word = block.folded(at);
            let on_to = |mark: &str| {
                (at + 1..end).take(LONGEST_INSERT).find(|&token| block.word(token) == mark)
            };
            let next = match block.tokens[at].shape {
                Shape::Mark => match word {
                    "(" => on_to(")"),
                    "«" => on_to("»"),
                    "„" => on_to("“"),
                    "“" => on_to("”"),
                    "\"" => on_to("\""),
                    // «автор книги ''Пустое место''»
                    "'" if !block.is_joined(at) => {
                        let mut inside = (at + 2..end).take(LONGEST_INSERT);
                        inside.find(|&token| block.word(token) == "'").map(|close| close + 1)
                    }
                    "№" | "&" => Some(at),
                    "," if self.is_listing(block, at, start, cases) => Some(at),
                    "-" if block.is_joined(at) && block.is_joined(at + 1) => Some(at),
                    "." | "!"
                        if block.is_joined(at)
                            && at + 1 < end
                            && (block.is_joined(at + 1)
                                || self
                                    .language()
                                    .abbreviations
                                    .contains(block.folded(at - 1))) =>
                    {
                        Some(at)
                    }
                    _ => None,
                },
                // «директор Иванов, начальник порта и местные рыбаки» are not one.
                Shape::Lower
                    if self.language().and.contains(word)
                        && head.cases.has(Case::Nominative)
                        && self.are_several(block, at + 1) =>
                {
                    return None;
                }
                Shape::Lower if self.language().and.contains(word) => {
                    let is_pair = at + 1 < end
                        && !names.is_verb_like(block.folded(at + 1))
                        && !names.role_stops.contains(block.folded(at + 1));
                    is_pair.then_some(at)
                }
                // «глава его аппарата»
                Shape::Lower
                    if self.language().speech.of(word).is_possessive()
                        && block.tokens.get(at + 1).is_some_and(Token::is_word) =>
                {
                    Some(at)
                }
                Shape::Lower if names.role_stops.contains(word) || names.is_verb_like(word) => None,
                _ => Some(at),
            };
            match next {
                Some(next) => at = next + 1,
                None => break,
            }
        }
        let is_role = at - start <= LONGEST && self.is_one_of_people(block, start..at, cases);
        is_role.then_some(at)
    }

    /// Whether a noun for several people in the nominative stands at this token, or behind its adjective.
    fn are_several(&self, block: &TextBlock, token: usize) -> bool {
        let names = &self.language().names;
        (token..token + 2).any(|at| {
            let several = names.plurals.role(block.folded(at), &names.roles);
            names.role(block.folded(at)).is_empty()
                && several.iter().any(|form| form.cases.has(Case::Nominative))
        })
    }
}
