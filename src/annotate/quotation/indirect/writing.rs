//! What a writing says, told in a relative clause: «подписал указ, согласно которому …».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::View;
use crate::article::Evidence;
use crate::language::speech::Function;

use super::{Scan, according};

/// How far before its clause the noun of the writing can stand, in tokens: «указ президента о …, согласно которому».
const NOUN: usize = 20;

impl Scan<'_> {
    /// «указ, согласно которому …», «доклад, в соответствии с которым …», «закон, по которому …»
    pub(super) fn by_writing(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let by_law = self.tells_law(token);
        let according = token + usize::from(view.function(token) == Some(Function::In));
        let preposition = view.function(according + 1) == Some(Function::Preposition);
        let relative = according + 1 + usize::from(preposition);
        if token <= self.from
            || view.function(according) != Some(Function::AccordingSource) && !by_law
            || view.function(relative) != Some(Function::Relative)
            || view.word(token - 1) != ","
            || self.is(token, Taken::Author)
        {
            return None;
        }
        let first = self.from.max(token.saturating_sub(NOUN));
        let is_writing =
            |at: &usize| view.sense(*at).noun.is_some_and(|noun| noun.kind.is_document());
        // «Закон изменит правила, согласно которым …» tells of the rules.
        let noun = if by_law {
            token - 2
        } else {
            (first..token).rev().take_while(|&at| !view.looks_finite(at)).find(is_writing)?
        };
        let start = relative + 1;
        let end = self.content_end(start);
        let source = noun..according::noun_end(view, noun..token - 1);
        let site = Site::Phrase { block: view.number, tokens: source };
        self.report(start..end, Some(according), site, vec![Evidence::AccordingTo]);
        Some(end)
    }

    /// Whether what a writing says opens here: «принял закон, по которому …».
    pub(super) fn tells_law(&self, token: usize) -> bool {
        let view = self.view;
        token > self.sentence.start + 1
            && view.function(token) == Some(Function::According)
            && view.function(token + 1) == Some(Function::Relative)
            && view.sense(token - 2).noun.is_some_and(|noun| noun.kind.is_document())
    }

    /// «Белов, по словам которого мост закроют, …»
    pub(super) fn by_whom(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let relative = token + 2;
        let opens = view.function(token) == Some(Function::According)
            && matches!(view.function(token + 1), Some(Function::CueNoun | Function::Ranking))
            && view.function(relative) == Some(Function::Relative);
        if !opens
            || token < self.from + 2
            || view.word(token - 1) != ","
            || self.is(token, Taken::Author)
        {
            return None;
        }
        let last = token - 2;
        let first = self.from.max(token.saturating_sub(NOUN));
        // The name with its post, or the noun alone.
        let name = (first..=last).rev().take_while(|&at| view.is_capital(at)).last();
        let noun = name.map_or(last, |name| name.saturating_sub(1).max(first));
        let is_noun =
            view.sense(noun).noun.is_some_and(|noun| noun.kind.is_human() || noun.kind.is_body());
        let source = if is_noun { noun } else { name? };
        let start = relative + 1 + usize::from(view.word(relative + 1) == ",");
        let end = self.main_verb(start..self.content_end(start));
        let site = Site::Phrase { block: view.number, tokens: source..token - 1 };
        self.report(start..end, Some(token), site, vec![Evidence::AccordingTo]);
        Some(end)
    }
}

/// Whether these words name a rule that things are done by: «согласно закону», «в соответствии с договором».
pub(super) fn is_rule(view: &View, token: usize, source: &Range<usize>) -> bool {
    let says = |at: usize| matches!(view.function(at), Some(Function::CueNoun | Function::Ranking));
    let by_rule = view.function(token) == Some(Function::AccordingSource)
        || view.function(token) == Some(Function::In)
            && view.function(token + 1) == Some(Function::AccordingSource);
    // «закону о службе»: not what it is about; «местным законам» tells of no locals.
    let describes = |at: usize| view.is_oblique_adjective(at) && view.sense(at + 1).noun.is_some();
    let mut nouns = source
        .clone()
        .take_while(|&at| !view.is_preposition(at))
        .filter(|&at| !describes(at))
        .filter_map(|at| view.sense(at).noun)
        .peekable();
    by_rule
        && !(token..source.end).any(says)
        && nouns.peek().is_some()
        && nouns.all(|noun| noun.kind.is_document())
}

/// The noun of a writing that says what is so behind «по»: «по чешской конституции».
pub(super) fn law(view: &View, token: usize) -> Option<usize> {
    let noun = token + 1 + usize::from(view.is_oblique_adjective(token + 1));
    (view.function(noun) == Some(Function::Law)).then_some(noun)
}
