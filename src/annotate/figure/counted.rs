use std::ops::Range;

use super::Found;
use super::words::Words;
use crate::annotate::text::Shape;
use crate::article::FigureKind;
use crate::language::numbers::{Flag, NumberClass};

/// How many words before its noun a counted phrase may have.
const ADJECTIVES: usize = 3;

/// What the number counts, as the words behind it say: «IT-классов», «новых школ».
pub(super) fn phrase(words: &Words, found: &Found) -> Option<Range<usize>> {
    let at = found.tokens.end;
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
            || word.pointer.is_some()
            || word.lead.is_some();
        if !is_word || stops || !few && is_predicate(words, end) {
            return None;
        }
        if !is_adjective(words, end) {
            return Some(at..end + 1);
        }
    }
    None
}

/// Whether the number before this token is «трое» or the like.
fn is_collective(words: &Words, at: usize) -> bool {
    at > 0 && matches!(words.word(at - 1).number, Some((NumberClass::Collective, _)))
}

/// Whether a form looks like a verb or a short participle: «погибли», «арестованы».
fn is_predicate(words: &Words, token: usize) -> bool {
    let form = words.folded(token);
    words.numbers.predicate_endings.iter().any(|ending| form.ends_with(ending))
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
