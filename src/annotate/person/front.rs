//! Fronts and ends: words that the model took into a name, a word of respect before it and letters behind it: «Дон Эктор»,
//! «Кима Чен Ира КНДР».

use std::collections::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};

use super::lemma::VOWELS;

/// Takes a word of respect off a name where the text has somebody of the given name behind it: «Дон Эктор» beside «Эктор
/// Бенитес», but not «Дон Кинг».
pub(super) fn take_off(text: &Text, names: &mut [Name]) {
    if text.language.names.model.is_none() {
        return;
    }
    let known: HashSet<&str> = names
        .iter()
        .filter(|name| name.tokens.len() > 1 && !opens_with_honorific(text, name))
        .map(|name| stem(text, name, 0))
        .collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        if opens_with_honorific(text, name) && known.contains(stem(text, name, 1)) {
            name.tokens.start += 1;
        }
    }
}

/// The stem of the word at this place of the name.
fn stem<'t>(text: &'t Text, name: &Name, place: usize) -> &'t str {
    name::stem(text.blocks[name.block].folded(name.tokens.start + place))
}

fn opens_with_honorific(text: &Text, name: &Name) -> bool {
    let first = text.blocks[name.block].folded(name.tokens.start);
    text.language.names.honorifics.contains_key(first)
}

/// Takes letters off a name's end that no vowel makes a word: «(после смерти) Кима Чен Ира КНДР».
pub(super) fn leave_letters(text: &Text, name: &Name) -> Name {
    let mut name = name.clone();
    let block = &text.blocks[name.block];
    let last = name.tokens.end - 1;
    let is_upper = |at: usize| block.tokens[at].shape == Shape::Upper;
    if last > name.tokens.start
        && is_upper(last)
        && !is_upper(name.tokens.start)
        && block.folded(last).chars().nth(2).is_some()
        && !block.folded(last).is_ascii()
        && !block.folded(last).contains(VOWELS)
    {
        name.tokens.end = last;
    }
    name
}
