//! Glosses: a name in brackets behind a name, in the letters of its own language: «Пьер Бланшар
//! (Pierre Blanchard)», «Мэй Линь (кит. 梅琳)».

use std::ops::Range;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};

/// A gloss has at most so many words.
const LONGEST: usize = 6;

/// Puts the names right that stand in brackets in foreign letters: what is behind a person's name
/// is one, what is behind another thing's is none.
pub(super) fn settle(text: &Text, names: &mut Vec<Name>) {
    if text.language.names.model.is_none() {
        return;
    }
    let is_of_a_thing = |place: usize| {
        let name = &names[place];
        let block = &text.blocks[name.block];
        let Some(opening) = opening(block, name.tokens.start) else { return false };
        let is_behind_name = place.checked_sub(1).is_some_and(|before| {
            let before = &names[before];
            before.block == name.block && before.tokens.end + 1 >= opening
        });
        let is_behind_thing = opening.checked_sub(1).is_some_and(|before| {
            matches!(block.word(before), "»" | "”" | "\"")
                || block.tokens[before].shape == Shape::Capital
        });
        is_foreign(block, name.tokens.start) && is_behind_thing && !is_behind_name
    };
    let things: Vec<bool> = (0..names.len()).map(is_of_a_thing).collect();
    let mut place = 0;
    names.retain(|_| {
        place += 1;
        !things[place - 1]
    });
    let glosses: Vec<Name> = (0..names.len())
        .filter_map(|place| {
            let name = &names[place];
            let tokens = behind(text, name)?;
            let is_known = names[place + 1..]
                .iter()
                .take_while(|next| next.block == name.block && next.tokens.start < tokens.end)
                .next()
                .is_some();
            (!is_known).then_some(Name { block: name.block, tokens })
        })
        .collect();
    names.extend(glosses);
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

/// The tokens of the gloss right behind a name.
fn behind(text: &Text, name: &Name) -> Option<Range<usize>> {
    let block = &text.blocks[name.block];
    let end = block.tokens.len();
    if name.tokens.end >= end
        || block.word(name.tokens.end) != "("
        || is_foreign(block, name.tokens.start)
    {
        return None;
    }
    let mut start = name.tokens.end + 1;
    // «англ.»
    if start + 1 < end && block.tokens[start].shape == Shape::Lower && block.word(start + 1) == "."
    {
        start += 2;
    }
    let mut past = start;
    while past < end
        && (is_foreign(block, past)
            || matches!(block.word(past), "-" | "'" | "’" | ".") && past > start)
    {
        past += 1;
    }
    let words = (start..past).filter(|&at| block.tokens[at].is_word()).count();
    let closes = past < end && matches!(block.word(past), ")" | "," | ";");
    let opens_name = start < past
        && (block.tokens[start].shape != Shape::Lower || !block.word(start).is_ascii());
    let is_one = opens_name && closes && (1..=LONGEST).contains(&words);
    let names = &text.language.names;
    let sounds = |own: usize| names.may_sound_as(block.folded(own), block.folded(start));
    (is_one && name.tokens.clone().any(sounds)).then_some(start..past)
}

/// Whether a word is in letters that are not the text's own.
fn is_foreign(block: &TextBlock, token: usize) -> bool {
    block.tokens[token].is_word()
        && block.word(token).chars().all(|letter| !('\u{400}'..='\u{52f}').contains(&letter))
}

/// The opening bracket right before this token, or before a label of the language.
fn opening(block: &TextBlock, token: usize) -> Option<usize> {
    let before = token.checked_sub(1)?;
    if block.word(before) == "(" {
        return Some(before);
    }
    let label = before.checked_sub(2)?;
    (block.word(before) == "." && block.word(label) == "(").then_some(label)
}
