//! Phrases that name the source: «по словам министра», «по его мнению», «согласно отчету».

use std::ops::Range;

use crate::language::grammar::Habit;
use crate::language::speech::Function;

use crate::annotate::quotation::view::View;

/// How many words can stand between the preposition and the noun of saying: «по его собственным».
const LEAD: usize = 3;

/// How long the words that name the source can be, in tokens.
const LONGEST: usize = 30;

/// A phrase of source.
pub(in crate::annotate::quotation) struct According {
    /// All of it, with the comma after.
    pub(super) phrase: Range<usize>,
    /// The words that name the source.
    pub(in crate::annotate::quotation) source: Range<usize>,
}

/// The phrase of source that opens at this token.
pub(in crate::annotate::quotation) fn at(view: &View, token: usize) -> Option<According> {
    match view.function(token)? {
        Function::According => {
            let noun = (token + 1..=token + 1 + LEAD)
                .take_while(|&at| view.is_word(at))
                .find(|&at| view.function(at) == Some(Function::CueNoun))?;
            let possessive = (token + 1..noun)
                .find(|&at| view.sense(at).pronoun.is_some_and(|pronoun| pronoun.possessive));
            if let Some(possessive) = possessive {
                let end = noun + 1 + usize::from(view.word(noun + 1) == ",");
                return Some(According { phrase: token..end, source: possessive..possessive + 1 });
            }
            named(view, token, noun + 1)
        }
        // «…, согласно которому …» tells of the source, it does not name it.
        Function::AccordingSource if view.function(token + 1) == Some(Function::Relative) => None,
        Function::AccordingSource => {
            // “according to the treasurer”
            let free = view.has(Habit::SubjectFirst);
            let preposition = view.function(token + 1) == Some(Function::Preposition) && free;
            named(view, token, token + 1 + usize::from(preposition))
        }
        // «в соответствии с законом»
        Function::In if view.function(token + 1) == Some(Function::AccordingSource) => {
            let preposition = view.function(token + 2) == Some(Function::Preposition);
            named(view, token, token + 2 + usize::from(preposition))
        }
        _ => None,
    }
}

/// The phrase whose source is named from this token on.
fn named(view: &View, start: usize, from: usize) -> Option<According> {
    let limit = view.sentence(start).end.min(from + LONGEST);
    let mut end = from;
    let mut depth = 0_usize;
    while end < limit {
        match view.word(end) {
            "«" | "(" | "„" => depth += 1,
            "»" | ")" => depth = depth.saturating_sub(1),
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
                return (end > from && view.function(from) != Some(Function::In))
                    .then_some(According { phrase: start..end + 1, source: from..end });
            }
            word if depth == 0
                && (view.is_stop(end) && view.sentence(end).end == end + 1 || word == ":") =>
            {
                return (end > from).then_some(According { phrase: start..end, source: from..end });
            }
            _ if depth == 0 && view.is_dash(end) => break,
            _ => {}
        }
        end += 1;
    }
    // «по некоторым данным в городе …» names nobody.
    if matches!(view.function(from), Some(Function::In | Function::Preposition | Function::About)) {
        return None;
    }
    // No comma closes it: the source is the nouns up to the next preposition or verb.
    let close = (from + 1..end.min(from + 6))
        .find(|&at| {
            matches!(
                view.function(at),
                Some(Function::In | Function::Preposition | Function::About)
            ) || view.looks_finite(at)
                || view.block.tokens[at].shape == crate::annotate::text::Shape::Number
        })
        .unwrap_or_else(|| end.min(from + 2));
    (close > from).then_some(According { phrase: start..close, source: from..close })
}
