//! Glosses: a name in brackets behind a name, in the letters of its own language: «Пьер Бланшар
//! (Pierre Blanchard)», «Мэй Линь (кит. 梅琳)».

use std::ops::Range;

use foldhash::HashSet;

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
    add_glossed(text, names);
    let things = things(text, names);
    names.retain(|name| {
        let block = &text.blocks[name.block];
        !name.tokens.clone().all(|token| things.contains(block.folded(token)))
            && !ends_title(block, name)
    });
    reach_back(text, names);
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

/// Whether a small word in foreign letters, and another such word, lead to a name in them, so that it only ends a title:
/// «Folha de S.Paulo».
fn ends_title(block: &TextBlock, name: &Name) -> bool {
    let start = name.tokens.start;
    start > 1
        && (start - 2..=start).all(|at| is_foreign(block, at))
        && block.tokens[start - 1].shape == Shape::Lower
        && block.tokens[start - 2].shape != Shape::Lower
}

/// Adds the names that the model left out and that a gloss of as many words tells, each of which may sound so, an age or a role
/// behind it: «Хумай Седзаде (Humay Sedzadə), 27 лет».
fn add_glossed(text: &Text, names: &mut Vec<Name>) {
    let taken: HashSet<(usize, usize)> = names
        .iter()
        .flat_map(|name| name.tokens.clone().map(|token| (name.block, token)))
        .collect();
    let mut found = Vec::new();
    for (number, block) in text.blocks.iter().enumerate() {
        for open in (0..block.tokens.len()).filter(|&at| block.word(at) == "(") {
            let is_latin = |&at: &usize| is_foreign(block, at);
            let inside = (open + 1..block.tokens.len()).take(LONGEST + 1);
            let gloss = open + 1 + inside.take_while(is_latin).count();
            let words = gloss - open - 1;
            let Some(start) = open.checked_sub(words).filter(|_| (2..=LONGEST).contains(&words))
            else {
                continue;
            };
            let is_one = (start..open).all(|at| {
                block.tokens[at].shape == Shape::Capital
                    && !is_foreign(block, at)
                    && text
                        .language
                        .names
                        .may_sound_as(block.folded(at), block.folded(at + words + 1))
            });
            let is_free = || (start..open).all(|at| !taken.contains(&(number, at)));
            if is_one && is_free() && is_persons(text, block, gloss) {
                found.push(Name { block: number, tokens: start..open });
            }
        }
    }
    names.extend(found);
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

/// Whether an age or a role stands behind the bracket that closes with this token.
fn is_persons(text: &Text, block: &TextBlock, close: usize) -> bool {
    let is_told = |at: usize| {
        let is_age = block.tokens.get(at).is_some_and(|token| token.shape == Shape::Number);
        is_age
            || [at, at + 1].iter().any(|&at| !text.language.names.role(block.folded(at)).is_empty())
    };
    block.folded(close) == ")" && block.folded(close + 1) == "," && is_told(close + 2)
}

/// The words of the glosses behind what is no person's name: «кинофестиваль (Bright Film Days)», but not «певица (Adele)»;
/// and those right behind the noun for a thing.
fn things<'t>(text: &'t Text, names: &[Name]) -> HashSet<&'t str> {
    let ends: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.end)).collect();
    let mut things = HashSet::default();
    // «кафе-музей Green Valley»
    let is_titled = |word: &str| {
        let (_, last) = word.rsplit_once('-').unwrap_or(("", word));
        [word, last].iter().any(|word| text.language.names.is_titled_thing(word))
    };
    for (number, block) in text.blocks.iter().enumerate() {
        // «компания Green Valley», «Компания Green Valley построит …»
        let is_thing = |at: &usize| {
            (block.tokens[*at].shape == Shape::Lower || block.opens_sentence(*at))
                && at + 1 < block.tokens.len()
                && is_foreign(block, at + 1)
                && is_titled(block.folded(*at))
        };
        for noun in (0..block.tokens.len()).filter(is_thing) {
            let own = (noun + 1..block.tokens.len()).take_while(|&at| is_foreign(block, at));
            things.extend(own.map(|token| block.folded(token)));
        }
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

/// Takes the words before a name into it that the gloss behind it has as well: «Абдикадир Хассан Нур (Abdikadir Hassan
/// Noor)»; or what was taken for another name: «Якубу» and «Сулеман (Yakubu Suleman)».
fn reach_back(text: &Text, names: &mut Vec<Name>) {
    for place in 0..names.len() {
        let (earlier, later) = names.split_at_mut(place);
        let Some(name) = later.first_mut() else { continue };
        let block = &text.blocks[name.block];
        let Some(gloss) = foreign_behind(block, name) else { continue };
        // «Хамад аль-Харуси (Hamad al Harrusi)»
        let words = |tokens: Range<usize>| -> usize {
            let words = tokens.filter(|&at| block.tokens[at].is_word());
            words.map(|at| block.word(at).split('-').count()).sum()
        };
        let missing = words(gloss.clone()).saturating_sub(words(name.tokens.clone()));
        let last = earlier.last_mut().filter(|last| last.block == name.block);
        let Some(start) = name.tokens.start.checked_sub(missing) else { continue };
        let is_free = last.as_ref().is_none_or(|last| start >= last.tokens.end);
        let other = last.filter(|last| last.tokens == (start..name.tokens.start));
        if !is_free && other.is_none() {
            continue;
        }
        let sounds =
            text.language.names.may_sound_as(block.folded(start), block.folded(gloss.start));
        let are_words = (start..name.tokens.start)
            .all(|at| block.tokens[at].shape == Shape::Capital && !is_foreign(block, at));
        if (missing == 1 || other.is_some()) && sounds && are_words {
            name.tokens.start = start;
            if let Some(other) = other {
                other.tokens.end = start;
            }
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// The tokens of the gloss right behind a name.
fn behind(text: &Text, name: &Name) -> Option<Range<usize>> {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let gloss = foreign_behind(block, name)?;
    let sounds = |own: usize| names.may_sound_as(block.folded(own), block.folded(gloss.start));
    name.tokens.clone().any(sounds).then_some(gloss)
}

/// The tokens of what may be a gloss right behind a name, whatever it says.
fn foreign_behind(block: &TextBlock, name: &Name) -> Option<Range<usize>> {
    let end = block.tokens.len();
    let open = behind_spelling(block, name.tokens.end);
    if block.folded(open) != "(" || is_foreign(block, name.tokens.start) {
        return None;
    }
    let start = behind_label(block, open + 1);
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
    is_one.then_some(start..past)
}

/// The token behind the other spelling that brackets may have here before those of a gloss: «Крыницкий (Криницки) (Krynicki)».
pub(super) fn behind_spelling(block: &TextBlock, token: usize) -> usize {
    let is_spelling = block.folded(token) == "("
        && block.tokens.get(token + 1).is_some_and(|word| word.shape == Shape::Capital)
        && !is_foreign(block, token + 1)
        && block.folded(token + 2) == ")"
        && block.folded(token + 3) == "(";
    if is_spelling { token + 3 } else { token }
}

/// Whether a word is in letters that are not the text's own.
fn is_foreign(block: &TextBlock, token: usize) -> bool {
    block.tokens[token].is_word()
        && block.word(token).chars().all(|letter| !('\u{400}'..='\u{52f}').contains(&letter))
}
