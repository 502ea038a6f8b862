//! Whose kin somebody is: «У Ивановой есть сын Пётр», «Анны Ивановой и её мужа Петра».

use std::ops::Range;

use crate::annotate::text::TextBlock;
use crate::language::inflection::{Case, Cases};
use crate::language::telling::Around;

use super::Roles;

impl Roles<'_> {
    /// The role with the name of whose kin its bearer is, where the text has that in the genitive before it.
    pub(super) fn with_owner(&self, number: usize, role: Range<usize>, worded: String) -> String {
        let block = self.block(number);
        if role.end != self.names[number].tokens.start {
            return worded;
        }
        // «брат его друга Пётр»: it is said whose.
        let head = self.head(block, role.end - 1, Cases::ALL).filter(|&head| {
            self.is_kin(block, head) && self.with_adjectives(block, head, role.start) == role.start
        });
        let owner = head.and_then(|_| {
            self.joined_owner(number, role.start).or_else(|| self.owner(number, role.start))
        });
        let Some(owner) = owner else { return worded };
        format!("{worded} {}", block.slice(self.names[owner].tokens.clone()))
    }

    /// The one named first in a sentence that «у» opens: «У певицы Анны Ивановой есть сын Пётр».
    fn owner(&self, number: usize, role: usize) -> Option<usize> {
        let block = self.block(number);
        let first = block.sentence(role).start;
        if !self.is_around(block, first, Around::Having) {
            return None;
        }
        let owner = (first + 1..role).find_map(|at| self.name_at(self.names[number].block, at))?;
        let is_plain = (first + 1..self.names[owner].tokens.start)
            .all(|at| !self.language().names.is_verb_like(block.folded(at)));
        let is_free = !self.is_possessive(block, role.checked_sub(1)?);
        (is_plain && is_free && self.stands_in_genitive(owner)).then_some(owner)
    }

    /// The one before «и» and a pronoun that says whose: «Анны Ивановой и её мужа Петра».
    fn joined_owner(&self, number: usize, role: usize) -> Option<usize> {
        let block = self.block(number);
        let joint = role.checked_sub(2).filter(|&joint| joint > 0)?;
        let is_joined = self.is_possessive(block, joint + 1)
            && self.language().and.contains(block.folded(joint));
        let owner = self.name_at(self.names[number].block, joint - 1).filter(|_| is_joined)?;
        self.stands_in_genitive(owner).then_some(owner)
    }

    /// Whether the token is «его» or «её», but neither «мой» nor «свой».
    fn is_possessive(&self, block: &TextBlock, token: usize) -> bool {
        self.language().speech.of(block.folded(token)).is_possessive()
            && !self.is_around(block, token, Around::Owning)
    }

    fn stands_in_genitive(&self, number: usize) -> bool {
        let cases = self.cases[number];
        cases.has(Case::Genitive) && (!cases.has(Case::Nominative) || cases == Cases::ALL)
    }
}
