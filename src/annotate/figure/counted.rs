use std::ops::Range;

use super::words::Words;
use crate::annotate::text::Shape;
use crate::language::numbers::Context;

/// How many words before its noun a counted phrase may have.
const ADJECTIVES: usize = 3;

/// What a number before this token counts: «IT-классов», «новых школ».
pub(super) fn phrase(words: &Words, at: usize) -> Option<Range<usize>> {
    if !words.numbers.counted_endings.is_empty() {
        return headed(words, at);
    }
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

/// What a number before this token counts where the noun tells itself: “street lamps”; of a share or a
/// place in an order, the first word: “a third of households”, “the second boat”.
fn headed(words: &Words, at: usize) -> Option<Range<usize>> {
    let start = if words.word(at).of { words.past_article(at + 1) } else { at };
    let mut end = start;
    while end < start + ADJECTIVES + 1 {
        let word = words.word(end);
        let is_word = !matches!(words.shape(end), Shape::Mark | Shape::Number);
        if !is_word || word.context.is(Context::STOPS) || word.lead.is_some() {
            break;
        }
        end += 1;
        let form = words.folded(end - 1);
        if words.numbers.counted_endings.iter().any(|ending| form.ends_with(ending)) {
            return Some(start..end);
        }
    }
    let is_one = at > 0 && (words.word(at - 1).ordinal.is_some() || words.word(at).of);
    (is_one && end > start).then_some(start..start + 1)
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
