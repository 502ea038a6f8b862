//! What more is told of a source behind its comma: «по словам врача, который его лечил, …».

use super::according::is_verb;
use crate::annotate::quotation::view::View;
use crate::language::speech::{Case, Form, Function};

/// The comma that closes what is told of a source behind its comma: «по мнению канала, принадлежащего
/// партии, …», «по словам врача, который его лечил, …»; the full stop, where the phrase can end its sentence.
pub(super) fn more(view: &View, comma: usize, limit: usize, ends: bool) -> Option<usize> {
    let next = comma + 1;
    let relative = next + usize::from(view.is_preposition(next));
    let is_clause = view.function(relative) == Some(Function::Relative);
    // «по словам источника, знакомого с делом, …»
    let describes = view.is_oblique_adjective(next)
        && view.sense(next).noun.is_none()
        && view.is_preposition(next + 1);
    let tells = is_clause
        || describes
        || view.looks_participle(next)
        || names_more(view, comma, limit, ends);
    // «…, следует из справки, которую раздал суд.»
    let is_last = |at: usize| ends && view.is_stop(at) && at + 1 == view.sentence(at).end;
    let close = (next..limit).find(|&at| view.word(at) == "," || is_last(at)).filter(|_| tells)?;
    let has_verb = (next..close).any(|at| is_verb(view, at) && !view.is_adjective(at));
    (has_verb == is_clause).then_some(close)
}

/// Whether the source has another name or post behind its comma: «по словам мужа погибшей, Петра Ильина, …»,
/// «по словам Ильина, генерального секретаря союза, …».
fn names_more(view: &View, comma: usize, limit: usize, ends: bool) -> bool {
    let next = comma + 1;
    let noun = (next..limit)
        .take_while(|&at| view.is_word(at))
        .find(|&at| !view.is_oblique_adjective(at) || view.sense(at).noun.is_some());
    let is_post = noun
        .and_then(|at| view.sense(at).noun)
        .is_some_and(|noun| noun.is_in(Case::Genitive) && (ends || !noun.is_in(Case::Nominative)));
    let name = (next..limit).take_while(|&at| view.is_capital(at)).count();
    // «по мнению партнёра Ильина, Петра Белова, …»
    let is_behind_owner = view.is_capital(comma - 1)
        && view.sense(comma - 2).noun.is_some_and(|noun| {
            noun.kind.is_human() && noun.is_in(Case::Genitive) && !noun.is_in(Case::Nominative)
        });
    let is_name = (view.is_lower(comma - 1) || is_behind_owner)
        && name > 1
        && view.word(next + name) == ","
        && !view.can_be_subject(next, Form::Masculine);
    is_post && view.is_capital(comma - 1) || is_name || is_titled(view, comma, limit)
}

/// Whether a post with a name stands behind the comma, and a comma behind it: «по словам автора книги, историка Ильи
/// Петрова, …».
pub(super) fn is_titled(view: &View, comma: usize, limit: usize) -> bool {
    let close = (comma + 1..limit).find(|&at| view.word(at) == ",");
    let is_post = view.sense(comma + 1).noun.is_some_and(|noun| {
        noun.kind.is_human() && noun.is_in(Case::Genitive) && !noun.is_in(Case::Nominative)
    });
    let is_whose = |close: usize| {
        view.is_capital(close - 1)
            && view.is_capital(close - 2)
            && !view.can_be_subject(close - 1, Form::Masculine)
    };
    is_post && view.is_lower(comma - 1) && close.is_some_and(is_whose)
}
