//! Who says more: «…», – сказала Белова. «…», – добавила автор проекта».

use std::ops::Range;

use crate::language::speech::{Case, Form, NounKind, Sense, Takes};

use super::Attributor;

impl Attributor<'_> {
    /// Who spoke right before, where the verb tells that the one whom a noun of no known role means says more behind the
    /// words: «Седов сказал, что мост построят. «…», – добавил автор проекта».
    pub(super) fn says_more(
        &self,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
        (form, case): (Form, Case),
    ) -> Option<usize> {
        let view = &self.views[block];
        // «добавила новая глава суда»
        let first = (tokens.start.saturating_sub(2)..tokens.start)
            .rev()
            .take_while(|&at| view.is_adjective(at))
            .last()
            .unwrap_or(tokens.start);
        let verb = first.checked_sub(1).filter(|_| case == Case::Nominative)?;
        view.finite_cue(verb, Takes::More)?;
        let is_behind = verb > 0 && !view.is_word(verb - 1);
        let (person, (spoke, _)) = self.person_last()?;
        let noun = view.sense(head).noun?;
        let word = view.nominative(noun);
        let is_anybody = noun.kind == NounKind::Human
            && noun.singular
            && !self.nominatives.is_relational(word)
            && !(head + 1..tokens.end).any(|at| self.person_at(block, at).is_some());
        let is_he = is_behind
            && is_anybody
            && spoke + 1 >= block
            && self.agrees(person, form)
            && self.is_named_last(person, view, tokens.start)
            && !self.is_beside_him(person, block, tokens, head)
            && !self.is_of_other_office(person, block, tokens, head);
        is_he.then_some(person)
    }

    /// Whether the noun tells of another trade alone or of who works for a body, where the person's trade is of another field or
    /// his post in a body too: the «нападающий» is no coach, and the «главный инженер завода» not its director.
    fn is_of_other_office(
        &self,
        person: usize,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
    ) -> bool {
        let view = &self.views[block];
        let is_body = |sense: &Sense| sense.noun.is_some_and(|noun| noun.kind.is_body());
        let has_body = (head + 1..tokens.end).any(|at| is_body(&view.sense(at)));
        let word = view.sense(head).noun.map_or("", |noun| view.nominative(noun));
        let mut role = self.known[person].role.iter();
        (has_body || tokens.end == head + 1) && self.is_of_other_field(person, view, word)
            // «начальник связистов» is not the «начальник спасателей» told of.
            || tokens.end > head + 1 && self.is_role(person, view, word)
            || has_body && role.any(|word| is_body(&view.speech().of(word)))
    }
}
