//! Whether a word before a noun agrees with it: an adjective in another case, a name, a noun for many.

use crate::annotate::quotation::view::View;
use crate::language::speech::{Case, Form, Function, Noun};

/// Whether people stand before one noun, which no adjective's are: «заверила жителей мэрия».
pub(super) fn is_many_beside(view: &View, before: usize, head: usize) -> bool {
    view.sense(before).noun.is_some_and(|noun| noun.kind.is_human() && !noun.singular)
        && view.sense(head).noun.is_some_and(|noun| noun.singular && !noun.plural)
}

/// Whether a name that ends as an adjective does stands right before who is its clause's subject: «после встречи с
/// Ильиным премьер заявил».
pub(super) fn is_name_beside(view: &View, before: usize, head: usize) -> bool {
    view.is_capital(before)
        && before > view.sentence(head).start
        && view.is_oblique_adjective(before)
        && view.sense(head).noun.is_some_and(|noun| {
            noun.kind.is_human() && noun.gender == Form::Masculine && noun.is_in(Case::Nominative)
        })
}

/// Whether a human being's or a body's noun is the form of no other case than the nominative: «водитель», «мэрия».
fn is_nominative_alone(view: &View, head: usize) -> bool {
    view.sense(head).noun.is_some_and(|noun| {
        let others = [Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];
        // «мэрия»
        let is_body =
            noun.kind.is_body() && noun.gender == Form::Feminine && noun.is_in(Case::Nominative);
        (noun.kind.is_human() || is_body) && !others.iter().any(|&case| noun.is_in(case))
    })
}

/// Whether an adjective before a noun in the nominative alone stands in another case: «под снимком повар приписал».
pub(super) fn is_anothers_beside(view: &View, before: usize, head: usize) -> bool {
    let Some(noun) = view.sense(head).noun else { return false };
    // «слушаний адвокаты»
    if !noun.singular {
        return is_nominative_alone(view, head)
            && !view.speech().looks_nominative_adjective(view.block.folded(before), Form::Plural);
    }
    // «служащий банка»
    let is_bearer = |noun: Noun| noun.kind.is_human() && noun.is_in(Case::Nominative);
    if !noun.is_in(Case::Nominative) && view.sense(before).noun.is_some_and(is_bearer) {
        return true;
    }
    // «под снимком повар приписал», «объяснил их появление полицейский»
    is_nominative_alone(view, head)
        && !view.speech().looks_nominative_adjective(view.block.folded(before), noun.gender)
}

/// Whether the adjective before the noun stands in another case than the nominative.
pub(super) fn is_oblique(view: &View, head: usize) -> bool {
    let Some(before) = head.checked_sub(1).filter(|&before| view.is_word(before)) else {
        return false;
    };
    // «которого пресса называет»
    if view.function(before) == Some(Function::Relative) {
        return false;
    }
    // «Полицейскому водитель объяснил»: whom somebody tells.
    let is_told = view.sense(before).noun.is_some_and(|noun| {
        let cases = [Case::Nominative, Case::Genitive];
        noun.kind.is_human()
            && noun.is_in(Case::Dative)
            && !cases.iter().any(|&case| noun.is_in(case))
    });
    // «После этого врачи сказали»: a form of no other case.
    if is_nominative_alone(view, head)
        || is_told && view.sense(head).noun.is_some_and(|noun| !noun.is_in(Case::Dative))
    {
        return false;
    }
    if is_many_beside(view, before, head) || is_name_beside(view, before, head) {
        return false;
    }
    // «государственной» is a nominative beside no noun of this gender.
    // «местные газеты» are a nominative of the many.
    let is_plural = view.sense(head).noun.is_some_and(|noun| noun.plural)
        && view.adjective_in_nominative(before, Form::Plural) == view.word(before)
        && view.adjective_in_nominative(before, Form::Feminine) == view.word(before);
    let is_feminine =
        view.sense(head).noun.is_some_and(|noun| noun.gender == Form::Feminine) && !is_plural;
    // «городской» is a nominative beside a masculine noun.
    let is_masculine = view.sense(head).noun.is_some_and(|noun| noun.gender == Form::Masculine);
    let is_feminine_alone = || {
        view.adjective_in_nominative(before, Form::Neuter) == view.word(before)
            && view.adjective_in_nominative(before, Form::Plural) == view.word(before)
    };
    view.is_oblique_adjective(before) && !(is_masculine && is_feminine_alone())
        || is_feminine
            && view.is_adjective(before)
            && view.adjective_in_nominative(before, Form::Feminine) != view.word(before)
}

/// Whether a preposition before the noun's adjectives governs it: «через местное радио», but not «после этого врачи».
pub(super) fn is_governed(view: &View, at: usize) -> bool {
    // «На заседание соратники пришли»
    if is_nominative_alone(view, at) {
        return false;
    }
    let may_be_oblique = view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Genitive));
    let is_adjective = |&at: &usize| {
        view.is_lower(at)
            && view.is_adjective(at)
            && view.function(at).is_none()
            && (may_be_oblique || !view.is_oblique_adjective(at))
            || view.sense(at).is_possessive()
    };
    let first = (0..at).rev().take_while(is_adjective).last();
    first.and_then(|first| first.checked_sub(1)).is_some_and(|before| {
        view.is_preposition(before) || view.function(before) == Some(Function::According)
    })
}
