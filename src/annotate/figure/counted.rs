use std::ops::Range;

use super::words::Words;
use crate::annotate::text::Shape;
use crate::language::numbers::Context;

/// How many words before its noun a counted phrase may have.
const ADJECTIVES: usize = 3;

/// What a number before this token counts: «IT-классов», «новых школ».
pub(super) fn phrase(words: &Words, at: usize) -> Option<Range<usize>> {
    for end in at..at + ADJECTIVES + 1 {
        let word = words.word(end);
        let is_word = !matches!(words.shape(end), Shape::Mark | Shape::Number);
        if !is_word || word.context.is(Context::STOPS) || word.lead.is_some() {
            return None;
        }
        if !is_adjective(words.folded(end)) {
            return Some(at..end + 1);
        }
    }
    None
}

/// Whether a form looks like an adjective in the cases that follow numbers.
fn is_adjective(form: &str) -> bool {
    [
        "ых", "их", "ый", "ой", "ого", "его", "ому", "ему", "ым", "им", "ыми", "ими", "ая", "ую",
        "ое", "ые", "ие",
    ]
    .iter()
    .any(|ending| form.len() > ending.len() + 4 && form.ends_with(ending))
}

/// Whether the sentence from this token to that one has a word that stands for what was counted
/// before: «всего их будет».
pub(super) fn is_anaphoric(words: &Words, sentence: Range<usize>) -> bool {
    sentence.into_iter().any(|token| words.word(token).context.is(Context::ANAPHOR))
}
