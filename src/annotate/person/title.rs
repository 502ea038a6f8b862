//! Titles: names inside quotation marks that are a film's, a ship's or a firm's: «фирма «Карелов и сыновья»», «чайник «Старый
//! Том»», «копия «Мадонны с книгой»».

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::inflection::Case;

use super::lone::is_nobody_else;
use super::nominative::WEAK;
use super::part;

/// A title in quotation marks has no more tokens than this.
const TITLE: usize = 10;

/// Takes the names out that are part of a title, or all of one.
pub(super) fn leave_out(text: &Text, names: &mut Vec<Name>) {
    // What is a title once is one wherever it stands in marks: «партия «Роза»», «Розу»».
    let mut titles: HashSet<Vec<&str>> = names
        .iter()
        .filter(|name| is_in_title(text, name))
        .map(|name| name::stems(text, name))
        .collect();
    titles.extend(words(text));
    names.retain(|name| {
        let is_known = is_in_marks(text, name) && titles.contains(&name::stems(text, name));
        !(is_known || is_in_title(text, name))
    });
    // The block and first token of each title that one of the names shows to be one.
    let shown: HashSet<(usize, usize)> =
        names.iter().filter_map(|name| Some((name.block, part_of(text, name)?))).collect();
    let is_part = |name: &Name| {
        let inside = inside(text, name);
        inside.is_some_and(|inside| shown.contains(&(name.block, inside.start)))
    };
    let outside: HashSet<&str> = names
        .iter()
        .filter(|name| !fills_marks(text, name) && !is_part(name))
        .flat_map(|name| name::stems(text, name))
        .collect();
    names.retain(|name| {
        // «Джонни Уокер»: in marks a whole name is a thing's, unless the text names a person so.
        let is_whole = name.tokens.len() > 1 && fills_marks(text, name);
        let is_things = is_whole || is_part(name) || is_nested(text, name);
        !is_things || name::stems(text, name).iter().any(|stem| outside.contains(stem))
    });
}

/// The stems of the titles of one word that the text has behind the nouns of their things: «ресторан «Вайра»».
fn words<'t>(text: &'t Text) -> impl Iterator<Item = Vec<&'t str>> {
    (0..text.blocks.len()).flat_map(move |number| {
        let block = &text.blocks[number];
        let is_one = move |&token: &usize| {
            block.tokens[token].shape == Shape::Capital
                && may_open(block, token - 1)
                && may_close(block, token + 1)
        };
        let ones = (2..block.tokens.len().saturating_sub(1)).filter(is_one);
        let titles = ones.map(move |token| Name { block: number, tokens: token..token + 1 });
        titles.filter(|name| is_in_title(text, name)).map(|name| name::stems(text, &name))
    })
}

/// Whether the token is a quotation mark that can open what it marks.
pub(super) fn may_open(block: &TextBlock, token: usize) -> bool {
    matches!(block.word(token), "«" | "„" | "“" | "\"" | "'")
}

/// Whether the token is a quotation mark that can close what it marks.
pub(super) fn may_close(block: &TextBlock, token: usize) -> bool {
    matches!(block.word(token), "»" | "“" | "”" | "\"" | "'")
}

/// The mark that opens a title which closes right before this token.
pub(super) fn before(block: &TextBlock, token: usize) -> Option<usize> {
    let close = token.checked_sub(1).filter(|&at| may_close(block, at))?;
    let close = first_of(block, close);
    (close.saturating_sub(TITLE)..close).rev().find(|&at| may_open(block, at))
}

/// The first of the apostrophes that a wiki has for marks: ''Дядя Ваня''.
fn first_of(block: &TextBlock, mark: usize) -> usize {
    let before = mark.checked_sub(1);
    before.filter(|&at| block.word(mark) == "'" && block.word(at) == "'").unwrap_or(mark)
}

/// The tokens between the quotation marks that the name stands in, if they are not many.
fn inside(text: &Text, name: &Name) -> Option<Range<usize>> {
    let block = &text.blocks[name.block];
    let start = (name.tokens.start.saturating_sub(TITLE)..name.tokens.start)
        .rev()
        .find(|&token| may_open(block, token) || may_close(block, token))
        .filter(|&token| may_open(block, token))?;
    let end = (name.tokens.end..block.tokens.len().min(start + TITLE + 1))
        .find(|&token| may_close(block, token))?;
    Some(start + 1..end)
}

/// The last of several titles in a list is looked for behind at most so many others.
const LONGEST_LIST: usize = 4;

/// Whether the name stands in the title of a thing, or of one of several: «фирма «Карелов и сыновья»», «клубы «Дон» и «Роза»».
pub(super) fn is_in_title(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let mark = inside(text, name).map(|inside| first_of(block, inside.start - 1));
    let mut noun = mark.and_then(|mark| mark.checked_sub(1));
    let is_joint =
        |at: usize| text.language.and.contains(block.folded(at)) || block.word(at) == ",";
    for _ in 0..LONGEST_LIST {
        let Some(joint) = noun.filter(|&at| is_joint(at)) else { break };
        noun = before(block, joint).and_then(|open| first_of(block, open).checked_sub(1));
    }
    noun.is_some_and(|noun| {
        let (names, word) = (&text.language.names, block.folded(noun));
        let has_title = names.is_titled_thing(word) || names.christened.contains_key(word);
        block.tokens[noun].is_word() && has_title
    })
}

/// The first token of the title that the name is part of: it closes one behind an adjective, the noun for a thing or a word that
/// is nobody's, or opens
/// one in a case that what stands before the marks governs: «Старого Тома», «Фонд Тома», «копия «Мадонны с книгой»».
fn part_of(text: &Text, name: &Name) -> Option<usize> {
    let inside = inside(text, name)?;
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let parts = part::parts(text, name);
    let first = parts.first()?;
    let likely = first.cases(WEAK);
    let is_things = || {
        let word = block.folded(inside.start);
        names.is_titled_thing(word)
            || names.role(word).is_empty() && names.adjective_cases(word).meets(likely)
    };
    let closes = end == inside.end
        && start == inside.start + 1
        && end == start + 1
        && block.tokens[inside.start].shape == Shape::Capital;
    // «Наян Наваа»
    let is_strange = || {
        let first = Name { block: name.block, tokens: inside.start..start };
        is_nobody_else(text, &first)
            && names.given(block.folded(inside.start)).is_empty()
            && !name::is_common(text, block.folded(inside.start))
    };
    let goes_on = || {
        let word = block.folded(end);
        names.prepositions.contains_key(word) || text.language.and.contains(word)
    };
    let opens = start == inside.start
        && end < inside.end
        && inside.clone().all(|token| block.tokens[token].is_word());
    let is_governed = !likely.has(Case::Nominative);
    let is_part = closes && (is_things() || is_strange()) || opens && is_governed && goes_on();
    is_part.then_some(inside.start)
}

/// Whether the name fills marks inside others, behind the noun for what has it: «Самовар „Анна“».
fn is_nested(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let noun = name.tokens.start.checked_sub(2);
    fills_marks(text, name)
        && noun.is_some_and(|noun| {
            block.tokens[noun].shape == Shape::Capital
                && text.language.names.role(block.folded(noun)).is_empty()
                && noun > 0
                && may_open(block, noun - 1)
        })
}

/// Whether nothing but the name stands between quotation marks.
fn is_in_marks(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let is_mark = |token: Option<usize>| {
        token
            .filter(|&token| token < block.tokens.len())
            .is_some_and(|token| may_open(block, token) || may_close(block, token))
    };
    is_mark(name.tokens.start.checked_sub(1)) && is_mark(Some(name.tokens.end))
}

/// Whether quotation marks open right before the name and close right behind it.
fn fills_marks(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens;
    is_in_marks(text, name)
        && block.is_joined(start)
        && block.is_joined(end)
        && !matches!(block.word(start - 1), "»" | "”")
        && !matches!(block.word(end), "«" | "„")
}
