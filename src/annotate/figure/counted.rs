use std::ops::Range;

use super::Found;
use super::words::Words;
use crate::annotate::text::Shape;
use crate::article::FigureKind;
use crate::language::numbers::{Flag, NumberClass, Pointer};

/// How many words before its noun a counted phrase may have.
const ADJECTIVES: usize = 3;

/// What the number counts, as the words behind it say: «IT-классов», «новых школ».
pub(super) fn phrase(words: &Words, found: &Found) -> Option<Range<usize>> {
    let at = found.tokens.end;
    if !words.numbers.counted_endings.is_empty() {
        return headed(words, at);
    }
    // Two to four govern the singular, whose endings a verb can have too: «три недели», «погибли».
    let few = found.value.is_some_and(|value| {
        (2.0..5.0).contains(&(value % 10.0)) && !(12.0..15.0).contains(&(value % 100.0))
    });
    let few = few && found.kind == FigureKind::Count && !is_collective(words, at);
    for end in at..=at + ADJECTIVES {
        let word = words.word(end);
        let is_word = !matches!(words.shape(end), Shape::Mark | Shape::Number);
        let stops = word.is(Flag::Stops)
            || word.is(Flag::Preposition)
            || word.is(Flag::OpensBound)
            || word.pointer.is_some_and(|pointer| pointer != Pointer::Various)
            || word.lead.is_some();
        if !is_word || stops || is_predicate(words, end, few) {
            return None;
        }
        if !is_adjective(words, end) {
            // «4 Ил-96»
            let is_type = words.is_dash(end + 1)
                && words.is_joined(end + 1)
                && words.is_joined(end + 2)
                && words.is_digits(end + 2);
            if is_type {
                return Some(at..end + 3);
            }
            // «300 чел. вместе с хором»
            return Some(at..words.past_stop(end + 1));
        }
    }
    None
}

/// What a number before this token counts where the noun tells itself: “street lamps”; of a share or a
/// place in an order, the first word: “a third of households”, “the second boat”.
fn headed(words: &Words, at: usize) -> Option<Range<usize>> {
    let tied = words.word(at).is(Flag::Tie);
    let start = if tied { words.past_article(at + 1) } else { at };
    let mut end = start;
    while end < start + ADJECTIVES + 1 {
        let word = words.word(end);
        let is_word = !matches!(words.shape(end), Shape::Mark | Shape::Number);
        if !is_word || word.is(Flag::Stops) || word.lead.is_some() {
            break;
        }
        end += 1;
        let form = words.folded(end - 1);
        if words.numbers.counted_endings.iter().any(|ending| form.ends_with(ending)) {
            return Some(start..end);
        }
    }
    let is_one = at > 0 && (words.word(at - 1).ordinal.is_some() || tied);
    (is_one && end > start).then_some(start..start + 1)
}

/// Whether the number before this token is «трое» or the like.
fn is_collective(words: &Words, at: usize) -> bool {
    at > 0 && matches!(words.word(at - 1).number, Some((NumberClass::Collective, _)))
}

/// Whether a form looks like a verb or a short participle: «погибли», «арестованы»; after two to four
/// only by the endings that no noun has: «воздержались».
fn is_predicate(words: &Words, token: usize, few: bool) -> bool {
    let form = words.folded(token);
    let endings = &words.numbers.predicate_endings;
    endings.iter().any(|(ending, sure)| (*sure || !few) && form.ends_with(ending))
}

/// Whether a form looks like an adjective in the cases that follow numbers.
fn is_adjective(words: &Words, token: usize) -> bool {
    let form = words.folded(token);
    words
        .numbers
        .adjective_endings
        .iter()
        .any(|ending| form.len() >= ending.len() + 4 && form.ends_with(ending))
}

/// How far before a number a word may stand for what was counted before.
const REACH: usize = 12;

/// Whether before the number, from the start of its sentence on, a word stands for what was
/// counted before: «всего их будет».
pub(super) fn is_anaphoric(words: &Words, sentence: Range<usize>) -> bool {
    let near = sentence.start.max(sentence.end.saturating_sub(REACH))..sentence.end;
    near.into_iter().any(|token| words.word(token).is(Flag::Anaphor))
}
