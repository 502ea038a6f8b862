//! What belongs to a noun behind it: the field of a body, and words that are no part of its phrase.

use crate::annotate::quotation::view::View;
use crate::language::speech::{Case, Form, Function, NounKind, Sense};

/// Whether a word on no list stands behind a name and before a verb with «не»: «в «Заре» вопросов не комментируют».
pub(super) fn is_withheld(view: &View, at: usize) -> bool {
    let before = at - 1;
    let is_behind_name = view.is_quotation_mark(before)
        || view.is_capital(before) && !view.is_oblique_adjective(before);
    is_behind_name
        && view.is_lower(at)
        && view.sense(at) == Sense::default()
        && view.function(at + 1) == Some(Function::Not)
        && view.looks_finite(at + 2)
}

/// Whether a word behind a name in marks is what the verb takes and none of the name's: «в партии «Заря» задержание
/// пекаря назвали «…»», «в клубе «Заря» новость прокомментировали».
pub(super) fn is_thing_behind_marks(view: &View, at: usize) -> bool {
    let can_be_thing = || {
        let mut forms = [Form::Masculine, Form::Neuter].into_iter();
        view.sense(at) == Sense::default() && forms.any(|form| view.can_be_subject(at, form))
    };
    view.is_quotation_mark(at - 1)
        && view.is_lower(at)
        && view.sense(at).noun.is_none()
        && (view.cue(at + 1).is_some() || can_be_thing())
}

/// Whether somebody or a body at this token is whom somebody tells, and no genitive: «объяснила подсудимая судье»,
/// «рассказал сотрудник газете», «сказал прокурор собравшимся».
pub(super) fn is_told(view: &View, at: usize) -> bool {
    let is_who = view.sense(at).noun.is_some_and(|noun| {
        let is_who = noun.kind.is_human() || noun.kind == NounKind::Institution;
        is_who && noun.is_in(Case::Dative) && !noun.is_in(Case::Genitive)
    });
    view.is_lower(at) && (is_who || view.looks_participle(at) && view.looks_instrumental(at))
}

/// Where the field of a body ends that a preposition at this token ties to its noun: «по
/// чрезвычайным ситуациям», «по Томской области», and «за плотинами» behind «по надзору».
pub(super) fn field(view: &View, head: usize, at: usize) -> Option<usize> {
    let is_body =
        |at: usize| view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Institution);
    // «решение комитета по правам человека»: the last noun's.
    (head..at).rev().find(|&at| is_body(at))?;
    let is_plain = |at: usize| is_plain(view, at);
    match view.function(at)? {
        Function::According if view.is_capital(at + 1) => region(view, at),
        Function::According => {
            let noun = (at + 1..at + 3).find(|&at| !view.is_oblique_adjective(at))?;
            (at + 1..=noun).all(is_plain).then_some(noun + 1)
        }
        Function::Preposition => {
            // «по надзору за …», «по санитарному надзору за …»
            let is_second = at > head + 2
                && (at.saturating_sub(3).max(head)..at - 1)
                    .any(|at| view.function(at) == Some(Function::According));
            let is_field = is_second && is_plain(at + 1) && view.looks_instrumental(at + 1);
            is_field.then_some(at + 2)
        }
        _ => None,
    }
}

/// Where the region of a body ends that «по» at this token opens: «по Томской области», «по Республике Карелия».
pub(super) fn region(view: &View, at: usize) -> Option<usize> {
    (view.function(at) == Some(Function::According) && view.is_capital(at + 1)).then(|| {
        let capitals = (at + 2..view.len()).take_while(|&at| view.is_capital(at)).count();
        let last = at + 1 + capitals;
        let is_described = view.is_oblique_adjective(last) && is_plain(view, last + 1);
        last + 1 + usize::from(is_described)
    })
}

/// Whether the token is a word in small letters that is neither a small word nor a verb.
fn is_plain(view: &View, at: usize) -> bool {
    view.is_lower(at) && view.function(at).is_none() && !view.looks_finite(at)
}
