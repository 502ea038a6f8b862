//! Glosses: a name in brackets behind a name, in the letters of its own language: «Пьер Бланшар
//! (Pierre Blanchard)», «Мэй Линь (кит. 梅琳)».

use std::collections::HashSet;
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
    let things = things(text, names);
    names.retain(|name| {
        let block = &text.blocks[name.block];
        !name.tokens.clone().all(|token| things.contains(block.folded(token)))
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

/// The words of the glosses behind what is no person's name: «кинофестиваль (Bright Film Days)», but not «певица (Adele)».
fn things<'t>(text: &'t Text, names: &[Name]) -> HashSet<&'t str> {
    let ends: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.end)).collect();
    let mut things = HashSet::new();
    for (number, block) in text.blocks.iter().enumerate() {
        for open in (1..block.tokens.len()).filter(|&token| block.word(token) == "(") {
            let before = open - 1;
            // «Пьер Бланшар» (Pierre Blanchard)
            let is_behind_name = [open, before].iter().any(|&end| ends.contains(&(number, end)));
            let is_behind_thing = match block.tokens[before].shape {
                Shape::Mark => matches!(block.word(before), "»" | "”" | "\""),
                Shape::Lower => text.language.names.role(block.folded(before)).is_empty(),
                shape => shape == Shape::Capital,
            };
            if is_behind_thing && !is_behind_name {
                let gloss = (behind_label(block, open + 1)..block.tokens.len()).take(LONGEST);
                let gloss = gloss.take_while(|&token| is_foreign(block, token));
                things.extend(gloss.map(|token| block.folded(token)));
            }
        }
    }
    things
}

/// The token behind the label of a language that may stand here: «англ.».
fn behind_label(block: &TextBlock, token: usize) -> usize {
    let is_label = token + 1 < block.tokens.len()
        && block.tokens[token].shape == Shape::Lower
        && block.word(token + 1) == ".";
    if is_label { token + 2 } else { token }
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
    let start = behind_label(block, name.tokens.end + 1);
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
