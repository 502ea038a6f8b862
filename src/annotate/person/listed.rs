//! Listed: words that the model left out amid the names of a list: «на партиях Алехина, Таля, Спасского и Петросяна».

use foldhash::HashSet;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::inflection::Cases;

use super::lone::is_nobody_else;
use super::nominative::WEAK;
use super::part;

/// A list with fewer entries shows nothing.
const FEWEST: usize = 3;

/// The block and token of such words, where no more of them than names stand in the list, and all in one case.
pub(super) fn of(text: &Text, names: &[Name]) -> HashSet<(usize, usize)> {
    let mut found = HashSet::default();
    let in_blocks = names.chunk_by(|one, other| one.block == other.block);
    // One name makes no list.
    for names in in_blocks.filter(|names| names.len() > 1) {
        let number = names[0].block;
        let block = &text.blocks[number];
        let mut token = 0;
        while token < block.tokens.len() {
            let mut list: Vec<(Name, bool)> = Vec::new();
            let mut at = token;
            while let Some(entry) = entry(block, number, at, names) {
                token = entry.0.tokens.end;
                list.push(entry);
                let Some(next) = next(text, block, token) else { break };
                at = next;
            }
            if list.is_empty() {
                token += 1;
            }
            found.extend(strange(text, &list));
        }
    }
    found
}

/// The entry of a list that opens with this token, and whether it is a name; a word amid others in capitals is none.
fn entry(block: &TextBlock, number: usize, token: usize, names: &[Name]) -> Option<(Name, bool)> {
    let place = names.binary_search_by_key(&(number, token), |own| (own.block, own.tokens.start));
    if let Some(name) = place.ok().and_then(|place| names.get(place)) {
        return Some((name.clone(), true));
    }
    let is_small = |at: usize| {
        block.tokens.get(at).is_none_or(|token| matches!(token.shape, Shape::Lower | Shape::Mark))
    };
    let is_lone = block.tokens.get(token)?.shape == Shape::Capital
        && is_small(token + 1)
        && token.checked_sub(1).is_some_and(is_small)
        && !block.opens_sentence(token)
        && !matches!(block.folded(token + 1), "-" | "»" | "\"");
    is_lone.then_some((Name { block: number, tokens: token..token + 1 }, false))
}

/// Where the next entry opens behind this token: «…, Таля», «… и самого Таля».
fn next(text: &Text, block: &TextBlock, end: usize) -> Option<usize> {
    let is_and = text.language.and.contains(block.folded(end));
    let is_adjective = block.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Lower)
        && !text.language.names.adjective_cases(block.folded(end + 1)).is_empty();
    (is_and || block.folded(end) == ",").then_some(end + 1 + usize::from(is_and && is_adjective))
}

/// The entries of a list that are no names yet, if they are some.
fn strange(text: &Text, list: &[(Name, bool)]) -> Vec<(usize, usize)> {
    let count = list.iter().filter(|(_, is_name)| *is_name).count();
    if list.len() < FEWEST || count == list.len() || 2 * count < list.len() || count < 2 {
        return Vec::new();
    }
    let cases = list.iter().fold(Cases::ALL, |shared, (name, _)| {
        let parts = part::parts(text, name);
        shared.and(parts.last().map_or(Cases::ALL, |part| part.cases(WEAK)))
    });
    let rest = || list.iter().filter(|(_, is_name)| !is_name).map(|(name, _)| name);
    if cases.is_empty() || !rest().all(|name| is_nobody_else(text, name)) {
        return Vec::new();
    }
    rest().map(|name| (name.block, name.tokens.start)).collect()
}
