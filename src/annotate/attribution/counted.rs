//! Speakers told by how many they are: «57% опрошенных», «ряд экспертов», «один из очевидцев».

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::language::speech::{Case, Form, Function};

use super::{Who, phrase};

/// Whether those counted by the word at this token can speak: «ряд экспертов», not «несколько минут».
pub(super) fn counts_speakers(view: &View, at: usize) -> bool {
    (at + 1..view.len().min(at + 4))
        .take_while(|&at| view.is_word(at) && !view.looks_finite(at))
        .any(|next| {
            // «два года назад Дания»
            let is_counted = next == at + 1 || view.is_oblique_adjective(next - 1);
            view.is_capital(next) && is_counted
                // «посетивший часть с генералом»
                || view.sense(next).noun.is_some_and(|noun| {
                    !noun.kind.is_document() && noun.is_in(Case::Genitive)
                })
        })
}

/// The one of many who opens with this token: «один из местных жителей», «одна собеседница».
pub(super) fn one_of_many(view: &View, at: usize, form: Form) -> Option<(Who, Range<usize>)> {
    let fits = view.function(at) == Some(Function::One)
        && form != Form::Plural
        && view.can_be_subject(at, form);
    let from = at + 1 + usize::from(view.function(at + 1) == Some(Function::Preposition));
    if !fits {
        return None;
    }
    let words = || {
        (from..view.len().min(from + 4))
            .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
    };
    // «один из спасённых»
    let head = words()
        .find(|&at| {
            let sense = view.sense(at);
            // «один из его бывших сослуживцев»
            sense.noun.is_some() || !view.is_adjective(at) && !sense.is_possessive()
        })
        .or_else(|| words().last())?;
    if let Some(noun) = view.sense(head).noun {
        let speaks = !noun.kind.is_document() && (from > at + 1 || noun.is_in(Case::Nominative));
        let tokens = at..phrase::extent(view, head, view.len()).end;
        return speaks.then_some((Who::Noun(head, form), tokens));
    }
    // «один агент сказал», «сказал один из жильцов»: a noun on no list has its verb right beside it.
    let says = |at: usize| view.cue(at).is_some_and(|cue| cue.form == form);
    let is_said = from > at + 1 && at > 0 && says(at - 1);
    // «один из них, член комиссии, …»
    let is_them = from > at + 1 && view.sense(head).pronoun.is_some();
    let speaks = view.is_lower(head) && (says(head + 1) || is_said || is_them);
    speaks.then_some((Who::Unlisted(form), at..head + 1))
}

/// The noun for the people that the number at this token counts: «52% опрошенных жителей».
pub(super) fn counted(view: &View, number: usize) -> Option<usize> {
    let from = number + 1 + usize::from(view.word(number + 1) == "%");
    let is_people = |at: usize| {
        let noun = view.sense(at).noun;
        noun.is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Genitive))
    };
    (from..from + 3)
        .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
        .filter(|&at| is_people(at))
        .last()
}
