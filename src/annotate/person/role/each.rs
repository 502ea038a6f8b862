//! Roles of several people each of whom has his own complement: «министры финансов Иванов и энергетики Петров», «руководители
//! трёх заводов — «Севера» Иванов и «Юга» Петров».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::Case;

use super::Roles;
use super::bearer::is_dash;

/// A complement has at most so many tokens.
const LONGEST: usize = 10;

/// A list has at most so many people.
const MOST: usize = 12;

impl Roles<'_> {
    /// The role in the singular of those that a list shares, with this name's own complement.
    pub(super) fn each(&self, number: usize) -> Option<String> {
        let block = self.block(number);
        let own = self.complement(number)?;
        let (mut first, mut opening) = (number, own.start);
        for _ in 0..MOST {
            let Some(before) = self.before_joint(first, opening) else { break };
            (first, opening) = (before, self.complement(before)?.start);
        }
        let goes_on = || {
            let next = number + 1;
            let complement = self.names.get(next).and_then(|_| self.complement(next));
            complement.is_some_and(|own| self.before_joint(next, own.start) == Some(number))
        };
        if first == number && !goes_on() {
            return None;
        }
        let least = block.sentence(opening).start.max(opening.saturating_sub(LONGEST));
        let end = opening - usize::from(is_break(block, opening.checked_sub(1)?));
        let head = self.several_before(first, end, least, self.cases[first])?;
        let start = self.with_plural_adjectives(block, &head, least);
        let common = self.singular_wording(block, start..head.token + 1, &head);
        Some(format!("{common} {}", block.slice(own)))
    }

    /// The tokens between a name and the joint, the dash or the role noun of several before it.
    fn complement(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let name = &self.names[number];
        let names = &self.language().names;
        let first = block.sentence(name.tokens.start).start;
        let mut start = name.tokens.start;
        while start > first && name.tokens.start - start <= LONGEST {
            let at = start - 1;
            let is_several = || self.several(block, at, first, self.cases[number]).is_some();
            // «энергетики Петров» of ministers is no «энергетик».
            let is_led = || start < name.tokens.start && is_several();
            if self.is_joint(block, at) || is_break(block, at) || is_led() {
                break;
            }
            let word = block.folded(at);
            let is_plain = match block.tokens[at].shape {
                Shape::Mark => matches!(word, "«" | "»" | "\"" | "-"),
                Shape::Lower => {
                    // «братьев помирила жена Петрова, бухгалтер Анна»
                    names.role(word).is_empty()
                        && !names.is_verb_like(word)
                        && !names.role_stops.contains(word)
                        && !names.prepositions.contains_key(word)
                }
                _ => true,
            };
            if !is_plain || self.name_at(name.block, at).is_some() {
                return None;
            }
            start = at;
        }
        // «Ленинского Петров»: of what is said by no noun.
        let is_adjective = |at: usize| {
            block.tokens[at].shape == Shape::Lower
                && names.adjective_cases(block.folded(at)).has(Case::Genitive)
        };
        let is_own =
            first < start && start < name.tokens.start && !is_adjective(name.tokens.start - 1);
        is_own.then_some(start..name.tokens.start)
    }

    /// The name that stands before the joint before this one's complement, which opens with this token.
    fn before_joint(&self, number: usize, complement: usize) -> Option<usize> {
        let block = self.block(number);
        let joint = complement - 1;
        let before = joint.checked_sub(1).filter(|_| self.is_joint(block, joint))?;
        self.name_at(self.names[number].block, before)
    }

    fn is_joint(&self, block: &TextBlock, at: usize) -> bool {
        block.word(at) == "," || self.language().and.contains(block.folded(at))
    }
}

/// Whether the token is a dash or a colon.
fn is_break(block: &TextBlock, at: usize) -> bool {
    block.word(at) == ":" || is_dash(block, at)
}
