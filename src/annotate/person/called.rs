//! Called: places whose own name stands behind the noun for them, and looks like a person's: «деревня Седов Лог»,
//! «город Брандон», «уроженец Керена».

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text, TextBlock};

use super::{namesake, thing};

/// A list of places is looked at for at most so many words.
const LONGEST_LIST: usize = 3;

/// The stems of the words that such a noun stands right before.
pub(super) fn of<'t>(text: &'t Text) -> HashSet<&'t str> {
    let mut stems = HashSet::default();
    for (number, block) in text.blocks.iter().enumerate() {
        for token in 1..block.tokens.len() {
            let name = Name { block: number, tokens: token..token + 1 };
            if block.tokens[token].shape == Shape::Capital && is_behind(text, &name) {
                stems.insert(name::stem(block.folded(token)));
            }
        }
    }
    stems
}

/// Whether a name is a place's: it stands behind such a noun, or the text has it there elsewhere.
pub(super) fn is_one(
    text: &Text,
    name: &Name,
    full: &HashSet<&str>,
    called: &HashSet<&str>,
) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    if name.tokens.len() == 1 {
        let stem = name::stem(block.folded(first));
        let is_mark =
            |token: usize| block.tokens.get(token).is_none_or(|token| token.shape == Shape::Mark);
        // «в городке Орлова.»: a surname's ending is a place's where no verb follows.
        let is_bare = thing::is_bare(text, name, full);
        return (called.contains(stem) || is_listed(text, name)) && is_bare
            || is_behind(text, name)
                && is_mark(last + 1)
                && !full.contains(stem)
                && (is_bare || !is_dwellers(text, name));
    }
    let own = Name { block: name.block, tokens: last..last + 1 };
    // «Республика Марий Эл»
    let is_place = || {
        let noun = first.checked_sub(1).filter(|&noun| !block.opens_sentence(noun));
        noun.is_some_and(|noun| block.tokens[noun].shape == Shape::Capital)
    };
    name.tokens.len() == 2
        && is_behind(text, name)
        && (is_place() || names.given(block.folded(first)).is_empty())
        && !thing::is_surname(text, &own)
}

/// Whether the noun for a place, or for who comes from one, stands right before the name, and nobody who heads it:
/// «мэр города Седов».
pub(super) fn is_behind(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    name.tokens.start.checked_sub(1).is_some_and(|noun| {
        text.language.names.is_called(block.folded(noun))
            && (is_glossed(block, name) || !namesake::is_heads(text, name, noun))
    })
}

/// A gloss in brackets has at most so many tokens.
const LONGEST_GLOSS: usize = 8;

/// Whether brackets stand behind the name, and another word with a capital behind them: «(глава) области Мара (Mara
/// Province) Анна Лыкова».
fn is_glossed(block: &TextBlock, name: &Name) -> bool {
    let end = name.tokens.end;
    let inside = (end..block.tokens.len()).take(LONGEST_GLOSS);
    let close = inside.skip(1).find(|&at| block.word(at) == ")");
    block.folded(end) == "("
        && close.and_then(|at| block.tokens.get(at + 1)).is_some_and(|t| t.shape == Shape::Capital)
}

/// Whether the name, none of the list of given names, is joined to one or two words that such a noun stands before: «между
/// посёлками Вязы и Тойва».
fn is_listed(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let mut first = name.tokens.start;
    let is_joint =
        |at: usize| text.language.and.contains(block.folded(at)) || block.word(at) == ",";
    for _ in 0..LONGEST_LIST {
        let goes_on =
            first > 2 && is_joint(first - 1) && block.tokens[first - 2].shape == Shape::Capital;
        if !goes_on {
            return false;
        }
        first -= 2;
        if is_behind(text, &Name { block: name.block, tokens: first..first + 1 }) {
            return text.language.names.given(block.folded(name.tokens.start)).is_empty();
        }
    }
    false
}

/// Whether the place before the name is that of somebody who lives there: «житель посёлка Орлов».
fn is_dwellers(text: &Text, name: &Name) -> bool {
    let names = &text.language.names;
    let role = name.tokens.start.checked_sub(2);
    role.is_some_and(|role| {
        let forms = names.role(text.blocks[name.block].folded(role));
        forms.iter().any(|form| names.winners.contains(form.nominative))
    })
}
