//! Clauses that a noun of saying reports: «слова министра о том, что …», «вывод экспертов, что …».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::article::Evidence;
use crate::language::speech::{Case, Function, NounKind, Sense, Takes};

use super::{Scan, according};

/// How many tokens at most name whose words they are, behind the noun.
const OWNER: usize = 12;

impl Scan<'_> {
    /// «слова министра о том, что …»
    pub(super) fn stated(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let is_said =
            matches!(
                view.function(token),
                Some(Function::Words | Function::Thought | Function::News)
            ) || view.sense(token).noun.is_some_and(|noun| noun.kind == NounKind::ItsDocument);
        if !is_said || self.is(token, Taken::Author) {
            return None;
        }
        let owner = token + 1;
        let limit = self.sentence.end.min(owner + OWNER);
        let comma = (owner..limit)
            .take_while(|&at| view.cue(at).is_none())
            .find(|&at| view.word(at) == ",")?;
        if view.function(comma + 1) != Some(Function::That) {
            return None;
        }
        // «о том, что», «в том, что»
        let is_pointed = comma > owner + 1
            && view.function(comma - 1) == Some(Function::Thought)
            && view.is_preposition(comma - 2);
        let owner = owner..if is_pointed { comma - 2 } else { comma };
        let agent = (owner.is_empty() && is_pointed).then(|| self.agent(token)).flatten();
        let is_owned = !owner.is_empty()
            && according::noun_end(view, owner.start..self.sentence.end) == owner.end
            && owner.clone().any(|at| {
                view.is_capital(at)
                    || view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Genitive))
            });
        let owner = agent.clone().unwrap_or(owner);
        if !is_owned && agent.is_none() {
            return None;
        }
        let start = comma + 2;
        let end = self.main_verb(start..self.content_end(start));
        let site = Site::Phrase { block: view.number, tokens: owner };
        self.report(start..end, Some(token), site, vec![Evidence::Conjunction]);
        Some(end)
    }

    /// Who in the instrumental made the noun's news known: «полицией были обнародованы данные о том, что …».
    fn agent(&self, noun: usize) -> Option<Range<usize>> {
        let view = self.view;
        let first = self.from.max(noun.saturating_sub(OWNER));
        let is_agent = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| {
                (noun.kind.is_human() || noun.kind.is_body()) && noun.is_in(Case::Instrumental)
            }) && (at == first || !view.is_preposition(at - 1))
        };
        let is_passive = |at: usize| {
            view.is_lower(at) && view.sense(at) == Sense::default() && !view.is_adjective(at)
        };
        let verb = noun.checked_sub(1).filter(|&at| at > first && is_passive(at))?;
        let agent = (first..verb).find(|&at| is_agent(at))?;
        Some(agent..according::noun_end(view, agent..verb).max(agent + 1))
    }

    /// Where such a clause ends, as the noun has its verb: «слова о том, что мост закроют, оказались шуткой».
    pub(super) fn main_verb(&self, clause: Range<usize>) -> usize {
        let view = self.view;
        let goes_on = |at: usize| {
            let verb = at + 1 + usize::from(view.function(at + 1) == Some(Function::Not));
            let is_verb = view.looks_finite(verb)
                && view.sense(verb).noun.is_none()
                && !view.is_oblique_adjective(verb);
            view.word(at) == ","
                && (is_verb || view.finite_cue(verb, Takes::Direct).is_some())
                && !self.is(at, Taken::Speech)
        };
        // «что судно, шедшее на юг, свернуло»: the clause has not had its verb.
        let is_whole = |comma: usize| {
            (clause.start..comma).any(|at| view.looks_finite(at))
                || !(clause.start..comma).any(|at| view.word(at) == ",")
        };
        clause.clone().find(|&at| goes_on(at) && is_whole(at)).unwrap_or(clause.end)
    }
}
