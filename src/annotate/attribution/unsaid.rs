//! Words of saying that are said of nobody named, and whose words they stand by.

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Form, Function};

use super::{Attributor, Candidate, Who};

/// How far before «тех» the verb of belonging can stand, in tokens.
const BELONGING: usize = 4;

impl Attributor<'_> {
    /// Whether it is nobody named who says so: «студенты, которых обвиняют в краже», «те, кто просил помочь».
    pub(super) fn is_unsaid(&self, block: usize, cue: usize) -> bool {
        let view = &self.views[block];
        let Some(comma) = cue.checked_sub(2).filter(|&at| view.word(at) == ",") else {
            return false;
        };
        match view.function(comma + 1) {
            Some(Function::Relative) => {
                view.is_oblique_adjective(comma + 1)
                    && view.cue(cue).is_some_and(|cue| cue.form == Form::Plural)
            }
            Some(Function::Question) => true,
            _ => false,
        }
    }

    /// The word of saying before «тех, кто», which tells of no speaker, in the same sentence.
    pub(super) fn said_before(&self, block: usize, start: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH));
        // «обратился к тем, кто считает»
        let is_object = |&those: &usize| view.function(those) == Some(Function::Correlate);
        let those = self.those(block, cue).filter(is_object)?;
        (start..those).rev().find(|&at| view.cue(at).is_some_and(|cue| cue.form.is_finite()))
    }

    /// Who is one of «тех, кто» say so: «Ильин принадлежит к тем, кто уверен, что мост нужен».
    pub(super) fn one_of_those(&self, block: usize, start: usize, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let those = self.those(block, cue)?;
        let verb = (start.max(those.saturating_sub(BELONGING))..those)
            .find(|&at| view.function(at) == Some(Function::Belonging))?;
        let found = self.before(block, start, verb, view.verb_form(verb)?)?;
        matches!(found.who, Who::Person(_)).then_some(found)
    }

    /// «тех» before the clause with «кто» whose verb this is.
    fn those(&self, block: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        let those = cue.checked_sub(3)?;
        // «к тем, кто»
        (matches!(view.function(those), Some(Function::Correlate | Function::Thought))
            && view.function(cue - 1) == Some(Function::Question))
        .then_some(those)
    }
}
