//! The context of a selection: how much of what was remembered stands here, and what to remember.

use super::CONTEXT;
use super::grapheme::is_extending;

/// How much of the remembered context on one side stands here, in percent of its letters, by
/// whole words in their order; nothing where none was remembered.
pub(super) fn side(remembered: &str, here: &str, before: bool) -> Option<u32> {
    if remembered.is_empty() {
        return None;
    }
    // An inserted word or two must not push the rest out of sight.
    let reach = 2 * CONTEXT;
    let here = if before {
        let from = here.char_indices().rev().take(reach).last().map_or(here.len(), |(i, _)| i);
        &here[from..]
    } else {
        let to = here.char_indices().nth(reach).map_or(here.len(), |(i, _)| i);
        &here[..to]
    };
    if if before { here.ends_with(remembered) } else { here.starts_with(remembered) } {
        return Some(100);
    }
    let mut ours = tokens(remembered);
    let mut theirs = tokens(here);
    if before {
        ours.reverse();
        theirs.reverse();
    }
    // The outermost word may be cut: it is no evidence, unless it is the only one.
    if ours.len() > 1 {
        ours.pop();
    }
    let all: usize = ours.iter().map(|word| word.len()).sum();
    let (mut same, mut next) = (0, 0);
    for word in &ours {
        // Near where it is due: a far word of the same letters is chance.
        let mut near = theirs.iter().enumerate().skip(next).take(3);
        if let Some((i, _)) = near.find(|(_, other)| *other == word) {
            same += word.len();
            next = i + 1;
        } else {
            next += 1;
        }
    }
    u32::try_from(same * 99 / all.max(1)).ok()
}

/// Whether the text ends in a letter or digit.
pub(super) fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || is_extending(c))
}

/// Whether the text opens with a letter or digit.
pub(super) fn opens_in_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || is_extending(c))
}

/// The words of a text.
fn tokens(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_extending(c))
        .filter(|word| !word.is_empty())
        .collect()
}

/// The last code points of texts given from the last to the first.
pub(super) fn prefix<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut characters: Vec<char> = Vec::with_capacity(2 * CONTEXT);
    for (i, text) in texts.enumerate() {
        if i > 0 {
            characters.push('\n');
        }
        characters.extend(text.chars().rev().take(CONTEXT + 8));
        if characters.len() > CONTEXT {
            break;
        }
    }
    // Never begin inside a grapheme: give up its marks too.
    let mut length = CONTEXT.min(characters.len());
    if characters.len() > CONTEXT {
        while length > 0
            && (is_extending(characters[length - 1]) || characters.get(length) == Some(&'\u{200d}'))
        {
            length -= 1;
        }
    }
    characters[..length].iter().rev().collect()
}

/// The first code points of texts in order.
pub(super) fn suffix<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut characters: Vec<char> = Vec::with_capacity(2 * CONTEXT);
    for (i, text) in texts.enumerate() {
        if i > 0 {
            characters.push('\n');
        }
        characters.extend(text.chars().take(CONTEXT + 8));
        if characters.len() > CONTEXT {
            break;
        }
    }
    let mut length = CONTEXT.min(characters.len());
    // Never end inside a grapheme: give it up whole.
    while length > 0 && characters.get(length).is_some_and(|&c| is_extending(c)) {
        length -= 1;
    }
    characters[..length].iter().collect()
}
