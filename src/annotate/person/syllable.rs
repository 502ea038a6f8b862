//! Names of syllables: «консул До Тхи Лан», whose surname the model may have left outside.

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text, TextBlock};

use super::lemma;
use super::part::{Part, PartKind};

/// Takes the syllable before two others into their name, also where the model took it for another.
pub(super) fn reach_back(text: &Text, names: &mut Vec<Name>) {
    for place in 0..names.len() {
        let (earlier, later) = names.split_at_mut(place);
        let Some(name) = later.first_mut() else { continue };
        let block = &text.blocks[name.block];
        let Some(before) = name.tokens.start.checked_sub(1) else { continue };
        let last = earlier.last_mut().filter(|last| last.block == name.block);
        let is_taken = last.as_ref().is_some_and(|last| last.tokens.end > before);
        let is_alone = last.as_ref().is_some_and(|last| last.tokens == (before..before + 1));
        let word = block.folded(before);
        let opens = block.opens_sentence(before);
        let is_small_word = opens && text.language.speech.of(word).function.is_some();
        // «Кан Дон Сока»
        let is_last = |token: usize| {
            lemma::is_syllable(name::stem(block.folded(token)))
                && block.tokens[token].shape == Shape::Capital
        };
        let is_whole = name.tokens.len() == 2
            && is_syllable(block, name.tokens.start)
            && (is_syllable(block, name.tokens.end - 1) || is_last(name.tokens.end - 1));
        if is_whole
            && is_syllable(block, before)
            && (!is_taken || is_alone)
            && !is_small_word
            && text.language.names.role(word).is_empty()
        {
            name.tokens.start = before;
            if let Some(last) = last.filter(|_| is_alone) {
                last.tokens.end = name.tokens.end;
            }
        }
    }
    names.dedup();
}

/// Whether a word is one short syllable with a capital.
fn is_syllable(block: &TextBlock, token: usize) -> bool {
    let word = block.folded(token);
    let is_one_letter = word.chars().nth(1).is_none();
    let shape = block.tokens[token].shape;
    (shape == Shape::Capital || is_one_letter && shape == Shape::Upper) && lemma::is_syllable(word)
}

/// Whether the words are one name of three syllables that the surname opens: «Тан Бун Хок», but not «Джон Пол Фрост».
pub(super) fn is_whole(parts: &[Part]) -> bool {
    let is_one = |part: &Part| lemma::is_syllable(name::stem(&part.key));
    let is_listed = |part: &Part| part.kind != PartKind::Other;
    parts.len() == 3 && parts.iter().all(is_one) && !parts[1..].iter().any(is_listed)
}

/// Whether the words are two names of three syllables, the first of which declines: «сестра Ким Чен Ына Ким Ё Чжон».
pub(super) fn are_two(parts: &[Part]) -> bool {
    let is_one = |part: &Part| lemma::is_syllable(&part.key);
    let [first, second, third, right @ ..] = parts else { return false };
    let mut nominatives = first.lemmas.iter().map(|lemma| &lemma.key);
    right.len() == 3
        && nominatives.any(|key| lemma::is_syllable(key))
        && is_one(second)
        && !is_one(third)
        && right.iter().all(is_one)
}
