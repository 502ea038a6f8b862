//! The people whom the text names: where, in what case, and what agrees with them.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::article::Gender;
use crate::language::speech::{Case, Form};

use super::{Attributor, Candidate, Who};

impl Attributor<'_> {
    pub(super) fn form_of(&self, person: usize) -> Form {
        match self.people.people[person].gender {
            Some(Gender::Masculine) => Form::Masculine,
            Some(Gender::Feminine) => Form::Feminine,
            None => Form::Singular,
        }
    }

    /// The person named at this token, and where the name ends.
    pub(super) fn person_at(&self, block: usize, token: usize) -> Option<(usize, usize)> {
        let view = &self.views[block];
        let start = view.block.tokens.get(token)?.start;
        let mentions = &self.people.mentions;
        let at =
            mentions.binary_search_by_key(&(block, start), |m| (m.at.block, m.at.start)).ok()?;
        let mention = &mentions[at];
        let end = view.block.token_from(mention.at.end);
        Some((self.index(&mention.person)?, end.max(token + 1)))
    }

    /// The place of the person of this id in the list: ids count from `p1`.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        let guess = id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)?;
        if self.people.people.get(guess).is_some_and(|person| person.id == id) {
            return Some(guess);
        }
        self.people.people.iter().position(|person| person.id == id)
    }

    /// Whether the name at these tokens can stand in the nominative: each of its words is one of the
    /// nominative name's.
    pub(super) fn is_nominative(&self, person: usize, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let name = &self.known[person].name;
        tokens.filter(|&token| view.is_word(token)).all(|token| {
            let word = view.block.folded(token);
            word.chars().nth(1).is_none()
                || name.iter().any(|part| {
                    part == word || part.contains('-') && part.split('-').any(|part| part == word)
                })
        })
    }

    /// Whether the last word of the name reads the same in each case: «Монти», «Хаугли».
    pub(super) fn is_indeclinable(&self, person: usize) -> bool {
        let last = self.known[person].name.last();
        last.is_some_and(|word| word.ends_with(['о', 'е', 'и', 'у', 'ю', 'э', 'ы']))
    }

    /// Whether a verb of this form can have this person for its subject.
    pub(super) fn agrees(&self, person: usize, form: Form) -> bool {
        match form {
            Form::Masculine => self.people.people[person].gender != Some(Gender::Feminine),
            Form::Feminine => self.people.people[person].gender != Some(Gender::Masculine),
            Form::Neuter | Form::Plural | Form::Place => false,
            Form::Singular | Form::Gerund | Form::Participle => true,
        }
    }

    /// A full name whose gender was guessed otherwise than its verb has it: «сообщила Николь Орлан».
    pub(super) fn full_name(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        (cue + 1..end).take_while(|&at| view.word(at) != ",").find_map(|at| {
            let (person, last) = self.person_at(block, at)?;
            let governed = at > 0 && view.is_preposition(at - 1);
            (last > at + 1
                && !governed
                && !self.is_speech(block, at)
                && self.is_nominative(person, block, at..last))
            .then_some(Candidate {
                who: Who::Person(person),
                case: Case::Nominative,
                block,
                tokens: at..last,
            })
        })
    }
}
