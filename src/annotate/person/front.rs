//! Fronts and ends: words that the model took into a name, a word of respect before it and letters or a site behind it: «Дон
//! Эктор», «Кима Чен Ира КНДР», «Седова Газета.Ру».

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};

use super::lemma::VOWELS;
use super::title;

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

/// A site's zone has at most so many letters: «Газета.Ру».
const LONGEST_ZONE: usize = 2;

/// Takes a site off a name's end, or all of one: «(приводит слова) Седова Газета.Ру», but not «Седова.Он ушёл».
pub(super) fn leave_site(text: &Text, mut name: Name) -> Option<Name> {
    let block = &text.blocks[name.block];
    let is_zone = |at: usize| {
        let sense = text.language.speech.of(block.folded(at));
        let is_small_word = sense.function.is_some() || sense.pronoun.is_some();
        let is_short = block.folded(at).chars().nth(LONGEST_ZONE).is_none() && !is_small_word;
        let shape = block.tokens[at].shape;
        shape == Shape::Lower || is_short && shape == Shape::Capital
    };
    let is_site = |&at: &usize| {
        block.tokens.len() > at + 2
            && block.word(at + 1) == "."
            && block.is_joined(at + 1)
            && block.is_joined(at + 2)
            && block.word(at).chars().nth(LONGEST_ZONE).is_some()
            && is_zone(at + 2)
    };
    if let Some(site) = name.tokens.clone().find(is_site) {
        name.tokens.end = site;
    }
    (!name.tokens.is_empty()).then_some(name)
}

/// Takes letters off a name's end that no vowel makes a word, or that are a body's: «(после смерти) Кима Чен Ира КНДР»,
/// «(сообщил) Седов ТАСС».
pub(super) fn leave_letters(text: &Text, name: &Name) -> Name {
    let mut name = name.clone();
    let block = &text.blocks[name.block];
    let last = name.tokens.end - 1;
    let is_upper = |at: usize| block.tokens[at].shape == Shape::Upper;
    let noun = text.language.speech.of(block.folded(last)).noun;
    // «Седов РИА «Новости»»
    let is_before_title = name.tokens.end < block.tokens.len()
        && title::may_open(block, name.tokens.end)
        && block.word(name.tokens.end) != "“";
    let is_bodys = is_before_title || noun.is_some_and(|noun| noun.kind.is_body());
    if last > name.tokens.start
        && is_upper(last)
        && !is_upper(name.tokens.start)
        && block.folded(last).chars().nth(2).is_some()
        && !block.folded(last).is_ascii()
        && (!block.folded(last).contains(VOWELS) || is_bodys)
    {
        name.tokens.end = last;
    }
    name
}
