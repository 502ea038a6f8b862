//! Phrases that name the source: «по словам министра», «по его мнению», «согласно отчету».

use std::ops::Range;

use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function};

use super::more::{is_titled, more};
use super::writing;
use crate::annotate::quotation::view::{REACH, View};

/// How many words can stand between the preposition and the noun of saying: «по его собственным».
const LEAD: usize = 3;

/// A source of more tokens than this before its comma has run into the clause if a verb is among them.
const CLOSED: usize = 5;

/// The same without a comma.
const OPEN: usize = 8;

/// A preposition before a noun of saying has at most this many letters where it names the source.
const SHORT: usize = 2;

/// How many digits a year has.
const YEAR: usize = 4;

/// How long the words that name the source can be, in tokens.
const LONGEST: usize = 30;

/// A phrase of source.
pub(in crate::annotate::quotation) struct According {
    /// All of it, with the comma after.
    pub(in crate::annotate::quotation) phrase: Range<usize>,
    /// The words that name the source.
    pub(in crate::annotate::quotation) source: Range<usize>,
}

/// Whether a name opens here that its verb follows: «по официальным данным Пётр Ильин уехал».
fn is_subject(view: &View, token: usize) -> bool {
    let limit = view.len().min(token + OPEN);
    let end = (token..limit).find(|&at| !view.is_capital(at)).unwrap_or(token);
    end > token && view.looks_finite(end) && view.sense(end).noun.is_none()
}

/// Whether the token is a finite verb by its ending, and no noun.
pub(super) fn is_verb(view: &View, token: usize) -> bool {
    view.looks_finite(token) && view.sense(token).noun.is_none()
}

/// The phrase of source that opens at this token.
pub(in crate::annotate::quotation) fn at(view: &View, token: usize) -> Option<According> {
    match view.function(token)? {
        Function::According => {
            // «по закону, …», «но по уставу партии …»: «привлечь по закону …» tells of no source.
            if let Some(law) = writing::law(view, token) {
                let opens = token == view.sentence(token).start
                    || !view.is_word(token - 1)
                    || matches!(
                        view.function(token - 1),
                        Some(Function::And | Function::That | Function::Relative)
                    );
                // «работает по договору и, как она говорит, …»
                let goes_on =
                    view.function(law + 1) == Some(Function::And) && !view.is_word(law + 2);
                return (opens && !goes_on).then(|| named(view, token, law)).flatten();
            }
            let noun = (token + 1..=token + 1 + LEAD)
                .take_while(|&at| view.is_word(at))
                .find(|&at| {
                    matches!(view.function(at), Some(Function::CueNoun | Function::Ranking))
                })
                // «Комитет по Оценке качества» is a name.
                .filter(|&at| !view.is_capital(at) || view.is_capital(token))?;
            // «по предварительным данным авария произошла …» names nobody.
            let after = noun + 1;
            let may_name = noun == token + 1
                || view.is_capital(after) && !is_subject(view, after)
                || view.is_quotation_mark(after)
                || view.is_oblique_adjective(after)
                || view.sense(after).noun.is_some_and(|noun| noun.is_in(Case::Genitive));
            // «по информации от министерства», but not «с места событий»; «по словам которого» names nobody.
            let is_free = match view.function(after) {
                Some(Function::Preposition) => (after + 1..after + LEAD)
                    .any(|at| view.is_capital(at) || view.sense(at).noun.is_some()),
                function => function != Some(Function::Relative),
            };
            possessed(view, token, noun)
                .or_else(|| (may_name && is_free).then(|| named(view, token, after)).flatten())
        }
        // «…, согласно которому …» tells of the source, it does not name it.
        Function::AccordingSource if view.function(token + 1) == Some(Function::Relative) => None,
        // «согласно сообщению министерства»
        Function::AccordingSource
            if view.function(token + 1) == Some(Function::CueNoun)
                && (view.is_word(token + 2) || view.is_quotation_mark(token + 2)) =>
        {
            named(view, token, token + 2)
        }
        // «согласно другой информации, …» names nobody.
        Function::AccordingSource
            if view.function(token + 2) == Some(Function::CueNoun)
                && view.is_adjective(token + 1)
                && view.word(token + 3) == "," =>
        {
            None
        }
        Function::AccordingSource => {
            // “according to the treasurer”
            let free = view.has(Habit::SubjectFirst);
            let preposition = view.function(token + 1) == Some(Function::Preposition);
            if preposition && !free {
                return None;
            }
            named(view, token, token + 1 + usize::from(preposition))
        }
        // «если верить министру», «если верить подсчётам полиции»
        Function::Subordinate if view.function(token + 1) == Some(Function::Believing) => {
            let noun = view.function(token + 2) == Some(Function::CueNoun);
            named(view, token, token + 2 + usize::from(noun))
        }
        // «в соответствии с законом»
        Function::In if view.function(token + 1) == Some(Function::AccordingSource) => {
            let preposition = view.function(token + 2) == Some(Function::Preposition);
            let from = token + 2 + usize::from(preposition);
            let is_relative = view.function(from) == Some(Function::Relative);
            (!is_relative).then(|| named(view, token, from)).flatten()
        }
        // «…, следует из письма мэра», but not «поезд следует из Минска»
        Function::Follows => {
            let from = token + 2;
            let noun = (from..from + LEAD).find_map(|at| view.sense(at).noun)?;
            let is_source = view.is_preposition(token + 1) && noun.kind.is_document();
            is_source.then(|| named(view, token, from)).flatten()
        }
        // «на взгляд министра», «с его слов»
        // «на взгляд», «со слов», but not «после слов министра»
        Function::In | Function::Preposition if view.word(token).chars().nth(SHORT).is_none() => {
            let noun = (token + 1..=token + LEAD)
                .take_while(|&at| view.is_word(at))
                .find(|&at| view.function(at) == Some(Function::OtherCueNoun))?;
            // «от своих слов он не отказывается» names nobody.
            let is_pronoun = view.sense(noun + 1).pronoun.is_some()
                || view.function(noun + 1) == Some(Function::Not);
            let is_viewpoint = view.function(noun - 1) == Some(Function::Viewpoint);
            // «из поля зрения», «на первый взгляд»
            let describes = |at: usize| view.is_adjective(at) || view.is_oblique_adjective(at);
            let is_other = (token + 1..noun).any(|at| {
                view.function(at).is_none()
                    && view.sense(at).pronoun.is_none()
                    && !(is_viewpoint && describes(at))
            });
            if is_other {
                return None;
            }
            // «с точки зрения закона» is nobody's.
            let is_somebody = !is_viewpoint
                || (noun + 1..noun + 1 + LEAD).any(|at| {
                    view.is_capital(at)
                        || view
                            .sense(at)
                            .noun
                            .is_some_and(|noun| noun.kind.is_human() || noun.kind.is_body())
                });
            possessed(view, token, noun).or_else(|| {
                (!is_pronoun && is_somebody).then(|| named(view, token, noun + 1)).flatten()
            })
        }
        _ => None,
    }
}

/// The words that say whose words they are, without whose: «по словам», «по его словам»; a word of
/// saying alone where no phrase of source opens here.
pub(in crate::annotate::quotation) fn cue(view: &View, token: usize) -> Range<usize> {
    let opens = matches!(
        view.function(token),
        Some(
            Function::According | Function::AccordingSource | Function::In | Function::Preposition
        )
    );
    let noun =
        (token + 1..=token + 1 + LEAD).take_while(|&at| opens && view.is_word(at)).find(|&at| {
            matches!(
                view.function(at),
                Some(Function::CueNoun | Function::Ranking | Function::OtherCueNoun)
            )
        });
    token..noun.unwrap_or(token) + 1
}

/// The phrase whose source is a pronoun before its noun: «по его словам», «по собственным словам, …».
fn possessed(view: &View, start: usize, noun: usize) -> Option<According> {
    let ends = view.word(noun + 1) == ",";
    let is_whose = |at: usize| {
        view.sense(at).is_possessive() || ends && view.function(at) == Some(Function::Own)
    };
    let whose = (start + 1..noun).find(|&at| is_whose(at))?;
    Some(According { phrase: start..noun + 1 + usize::from(ends), source: whose..whose + 1 })
}

/// The phrase whose source is named from this token on.
fn named(view: &View, start: usize, from: usize) -> Option<According> {
    // «по данным же полиции»
    let from = from + usize::from(view.function(from) == Some(Function::Filler));
    // «согласно ему»: the writing told of before.
    if matches!(view.function(from), Some(Function::InIt | Function::InThem)) {
        let end = from + 1 + usize::from(view.word(from + 1) == ",");
        let is_set_off = end > from + 1 || start == view.sentence(start).start;
        let is_source = view.function(start) == Some(Function::AccordingSource) && is_set_off;
        return is_source.then_some(According { phrase: start..end, source: from..from + 1 });
    }
    let limit = view.sentence(start).end.min(from + LONGEST);
    // What is said stands before it.
    let first = view.sentence(start).start.max(start.saturating_sub(REACH));
    let ends = (first..start).any(|at| view.looks_finite(at));
    let mut end = from;
    let mut depth = 0_usize;
    while end < limit {
        let behind = view.block.marks_behind(end, depth);
        match view.word(end) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ if behind != depth => depth = behind,
            "," if depth == 0 => {
                // “the treasurer, Priya Venn.”
                if view.has(Habit::SubjectFirst) && view.is_capital(end + 1) {
                    let name = (end + 1..limit).take_while(|&at| view.is_capital(at)).count();
                    let close = end + 1 + name;
                    if view.word(close) == "," || view.is_stop(close) {
                        let comma = usize::from(view.word(close) == ",");
                        return Some(According {
                            phrase: start..close + comma,
                            source: from..close,
                        });
                    }
                }
                // «по словам главы МИД, известного дипломата Петрова, …» is rare: the first ends it.
                if view.function(from) == Some(Function::This) {
                    return None;
                }
                // «по данным следствия 5 мая Ильин, …»: so is the day.
                let is_past = |at: usize| {
                    is_verb(view, at)
                        || view.is_number(at)
                            && view.function(at + 1) == Some(Function::Day)
                            && !view.is_preposition(at - 1)
                };
                // «согласно договору было решено …, …»: the verb is past the source; «согласно книге «Кто был прав», …»
                let is_title = |at: usize| view.is_quotation_mark(at) && view.is_capital(at + 1);
                let open = (from..end).find(|&at| is_title(at)).unwrap_or(end);
                // «по версии врачей удар пришёлся в грудь, …»
                let is_act =
                    |at: usize| is_verb(view, at) && view.verb_form(at) == Some(Form::Masculine);
                if end > from + CLOSED && (from + 1..open).any(is_past)
                    || (from + 2..open).any(is_act)
                {
                    break;
                }
                let close = more(view, end, limit, ends).unwrap_or(end);
                // «по словам мужа погибшей, Петра Ильина, …»
                let has_name = close > end
                    && view.is_lower(end - 1)
                    && ((end + 1..close).all(|at| view.is_capital(at))
                        || is_titled(view, end, limit));
                return (end > from && view.function(from) != Some(Function::In)).then(|| {
                    According {
                        phrase: start..more(view, close, limit, ends).unwrap_or(close) + 1,
                        source: if has_name { end + 1..close } else { from..end },
                    }
                });
            }
            word if depth == 0
                && (view.is_stop(end) && view.sentence(end).end == end + 1 || word == ":") =>
            {
                // «Сейчас по данным полиции известно о …»: with no verb before, the words come after.
                let says = |at: usize| view.looks_finite(at);
                let first = view.sentence(start).start;
                if (from + 1..end).any(|at| is_verb(view, at))
                    || end > from + CLOSED && !(first..start).any(says)
                {
                    break;
                }
                return (end > from).then_some(According { phrase: start..end, source: from..end });
            }
            _ if depth == 0 && view.is_dash(end) => break,
            _ => {}
        }
        end += 1;
    }
    // «по некоторым данным в городе …» names nobody.
    if matches!(
        view.function(from),
        Some(Function::In | Function::Preposition | Function::About | Function::This)
    ) {
        return None;
    }
    let close = noun_end(view, from..end);
    (close > from).then_some(According { phrase: start..close, source: from..close })
}

/// Where the first noun among these tokens ends, with its adjectives and what belongs to it: what no comma
/// closes.
pub(super) fn noun_end(view: &View, tokens: Range<usize>) -> usize {
    let Range { start: from, end } = tokens;
    // «его супруги»
    let is_whose = |at: usize| view.sense(at).is_possessive();
    // «Всемирной организации здравоохранения»
    let describes = |at: usize| {
        view.is_capital(at)
            && view.is_adjective(at)
            && view.sense(at).noun.is_none()
            && view.sense(at + 1).noun.is_some_and(|noun| noun.is_in(Case::Genitive))
    };
    let is_noun = |at: usize| {
        (!view.is_oblique_adjective(at) || view.sense(at).noun.is_some())
            && !is_whose(at)
            && !describes(at)
    };
    let head = (from..end).find(|&at| is_noun(at)).unwrap_or(from);
    // «закону 2008 года»
    let is_act = view.sense(head).noun.is_some_and(|noun| noun.kind.is_document());
    let is_year = |at: usize| is_act && view.is_number(at) && view.word(at).len() == YEAR;
    (head + 1..end.min(from + OPEN))
        .find(|&at| {
            let belongs = is_year(at)
                || is_year(at - 1)
                || view.is_capital(at) && !(view.is_lower(at - 1) && is_subject(view, at))
                || view.is_quotation_mark(at)
                || view.is_oblique_adjective(at)
                || at > head + 1
                    && view.is_lower(at - 1)
                    && view.is_oblique_adjective(at - 1)
                    && !view.looks_finite(at)
                || view.sense(at).noun.is_some_and(|noun| {
                    // «по уставу партии»
                    let is_its = is_act && at == head + 1;
                    noun.is_in(Case::Genitive) && (is_its || !noun.is_in(Case::Nominative))
                });
            // «закона «О связи»»
            let marks = (head..at).filter(|&at| view.is_quotation_mark(at)).count();
            marks % 2 == 0 && (!belongs || view.function(at).is_some())
        })
        .unwrap_or_else(|| end.min(head + 1))
}
