//! Names that are no person's: where they begin, and what verbs they can have.

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::annotate::text::Shape;
use crate::language::speech::{Form, Function, Noun};

use super::{Attributor, phrase};

/// How many tokens commas can set off between a name and its verb.
const ASIDE: usize = 12;

impl Attributor<'_> {
    /// Whether the name that opens its sentence here has its verb right behind it.
    pub(super) fn opens_clause(&self, block: usize, at: usize) -> bool {
        let view = &self.views[block];
        let end = phrase::name_extent(view, at).end;
        let verb = end
            + usize::from(matches!(
                view.function(end),
                Some(Function::Filler | Function::Day | Function::There)
            ));
        view.cue(at + 1).is_some() || view.cue(verb).is_some()
    }

    /// Whether a name right before its verb agrees with it: «на прошлой неделе Франция заявила».
    pub(super) fn is_agreeing(&self, block: usize, at: usize, form: Form) -> bool {
        let view = &self.views[block];
        // «ВВС Дании», «Единая Россия»: the name begins before.
        let opens = at == 0
            || !view.is_capital(at - 1)
            || view.function(at - 1).is_some()
            || at > 1 && view.is_preposition(at - 2);
        let is_subject =
            opens && view.block.tokens[at].shape == Shape::Capital && view.can_be_subject(at, form);
        is_subject && view.cue(at + 1).is_some_and(|cue| cue.form == form)
    }

    /// Whether a name can be the subject of a verb in the plural: by its ending, as an abbreviation,
    /// in another alphabet's letters, or as one of two.
    pub(super) fn can_be_plural(&self, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let last = tokens.clone().rev().find(|&at| view.is_word(at));
        last.is_none_or(|last| {
            // «Известия»
            view.is_quotation_mark(tokens.start)
                // «ВВС Заречья»
                || view.block.tokens[tokens.start].shape == Shape::Upper
                || view.block.tokens[last].shape == Shape::Upper
                || view.block.folded(last).is_ascii()
                || view.can_be_subject(last, Form::Plural)
                || !view.is_adjective(last)
                    && (view.function(tokens.end) == Some(Function::And)
                        || tokens.start > 0
                            && view.function(tokens.start - 1) == Some(Function::And))
        })
    }

    /// Whether no word before this token makes it part of a longer phrase: «президент США».
    pub(super) fn is_free(&self, block: usize, at: usize) -> bool {
        let view = &self.views[block];
        at == 0
            || !view.is_word(at - 1) && !view.is_quotation_mark(at - 1)
            || view.cue(at - 1).is_some()
            || view.function(at - 1).is_some()
            // «указал в своём сообщении МИД»
            || at > 1 && is_own(view, at - 1)
    }
}

/// Whether the name at this token belongs to the noun before it, which a preposition governs: «на вопросы Би-би-си».
pub(super) fn is_of_governed(view: &View, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| view.is_lower(noun)) else { return false };
    let is_noun = matches!(view.function(noun), None | Some(Function::Ask | Function::CueNoun))
        && view.cue(noun).is_none()
        && view.sense(noun).noun.is_none()
        && !view.looks_finite(noun)
        && !view.is_adverb(noun);
    let first = (0..noun).rev().find(|&at| !view.is_oblique_adjective(at));
    is_noun && first.is_some_and(|first| view.is_preposition(first))
}

/// Whether the word at this token is somebody's own: «в своём Telegram-канале», but not «в решении МИД».
pub(super) fn is_own(view: &View, at: usize) -> bool {
    at > 0 && view.function(at - 1) == Some(Function::Own) && view.sense(at - 1).noun.is_none()
}

/// Whether the name that opens its sentence here can have its verb of this form behind what two commas
/// set off: «Дания, в свою очередь, потребовала».
pub(super) fn opens_before_aside(view: &View, at: usize, form: Form) -> bool {
    let comma = phrase::name_extent(view, at).end;
    let behind = comma + 1..view.len().min(comma + ASIDE);
    let close = behind.clone().find(|&at| view.word(at) == ",").filter(|_| view.word(comma) == ",");
    close.is_some_and(|close| {
        view.cue(close + 1).is_some_and(|cue| cue.form == form)
            && view.can_be_subject(at, form)
            && !(comma + 1..close).any(|at| view.looks_finite(at))
    })
}

/// Whether a name in foreign letters or in marks stands at this token behind its adjective: «пишет
/// местная «Заря»».
pub(super) fn is_described_name(view: &View, at: usize) -> bool {
    let Some(before) =
        at.checked_sub(1).filter(|_| view.is_foreign(at) || view.is_quotation_mark(at))
    else {
        return false;
    };
    view.is_lower(before) && view.is_adjective(before) && !view.is_oblique_adjective(before)
}

/// The noun between «свой» and the name at this token, who is somebody's own and no subject there: «дом своего брата Ивана».
pub(super) fn own_noun(view: &View, name: usize) -> Option<Noun> {
    let own = name.checked_sub(2).filter(|&at| view.function(at) == Some(Function::Own))?;
    view.sense(own + 1).noun
}

/// Whether the noun at this token opens the name of the body whose noun stands before its marks.
pub(super) fn is_in_marks_behind_its_noun(view: &View, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    view.is_quotation_mark(at - 1)
        && view.block.is_joined(at)
        && view.sense(before).noun.is_some_and(|noun| noun.kind.is_body())
}
