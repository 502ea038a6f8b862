//! Words of saying that are said of nobody named, and whose words they stand by.

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Form, Function};

use super::Attributor;

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
        let those = cue.checked_sub(3).filter(|&at| at >= start)?;
        let is_those = view.function(those) == Some(Function::Correlate)
            && view.function(cue - 1) == Some(Function::Question);
        (start..cue - 1)
            .rev()
            .filter(|_| is_those)
            .find(|&at| view.cue(at).is_some_and(|cue| cue.form.is_finite()))
    }
}
