//! Namesakes: a person's name that a thing has: «улица Пушкина», «больница Святого Луки», «семья Громовых».

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases};
use crate::language::names::Form;

use super::nominative::WEAK;
use super::{family, part, thing};

/// A role stands at most so many words before the thing that somebody heads.
const FARTHEST_ROLE: usize = 8;

/// Takes the names out that are things': «улица Пушкина», «имени Абая и Джамбула».
pub(super) fn leave_out(text: &Text, names: &mut Vec<Name>) {
    // Where the last of them ended.
    let mut last: Option<(usize, usize)> = None;
    let starts: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.start)).collect();
    names.retain(|name| {
        let block = &text.blocks[name.block];
        let start = name.tokens.start;
        // «улиц Чкалова, Генерала Седова и Маршала Лыкова»
        let is_titled = start > 0 && !text.language.names.role(block.folded(start - 1)).is_empty();
        let joint = start.saturating_sub(1 + usize::from(is_titled));
        let is_joint = text.language.and.contains(block.folded(joint))
            || is_titled
                && block.word(joint) == ","
                && block.tokens[start - 1].shape == Shape::Capital;
        let goes_on = last == Some((name.block, joint))
            && is_joint
            && (can_be_whose(text, name) || is_plain(text, name));
        let is_thing = goes_on
            || is_listed(text, name)
            || is_with_its_thing(text, name)
            || is_namesake(text, name, starts.contains(&(name.block, name.tokens.end)))
            || is_family(text, name);
        if is_thing {
            last = Some((name.block, name.tokens.end));
        }
        !is_thing
    });
}

/// Whether the thing itself opens the name, at a sentence's head or with a capital of its own: «Мыс Дежнёва», «Город Лида»,
/// «обладатель Кубка Седова», but not «Музей Анна Лыкова закрыла».
fn is_with_its_thing(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let noun = block.folded(start);
    let rest = Name { block: name.block, tokens: start + 1..end };
    let is_whose = names.is_eponym("", noun) || names.is_whose(noun);
    !rest.tokens.is_empty()
        && (block.opens_sentence(start) || is_whose && rest.tokens.len() == 1)
        && names.given(noun).is_empty()
        && (is_whose && can_be_whose(text, &rest)
            || names.is_called(noun) && names.role(noun).is_empty() && rest.tokens.len() == 1)
}

/// Whether the name goes on a list of two that such a noun in the plural leads: «между ледниками Дежнёва и Богатырь»,
/// «по улицам Кирова и адмирала Лазарева».
fn is_listed(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let start = name.tokens.start;
    let is_titled = start > 0 && !names.role(block.folded(start - 1)).is_empty();
    let Some(noun) = start.checked_sub(3 + usize::from(is_titled)) else { return false };
    let word = block.folded(noun);
    text.language.and.contains(block.folded(noun + 2))
        && block.tokens[noun + 1].shape == Shape::Capital
        && (names.is_whose(word) || names.is_eponym("", word))
        && (is_plain(text, name)
            || (is_titled || name.tokens.len() > 1) && can_be_whose(text, name))
}

/// Whether the name is one word that is neither a given name nor ends as a surname: «ледники Дежнёва и Богатырь».
fn is_plain(text: &Text, name: &Name) -> bool {
    let word = text.blocks[name.block].folded(name.tokens.start);
    name.tokens.len() == 1
        && text.language.names.given(word).is_empty()
        && !thing::is_surname(text, name)
}

/// Whether the name can stand in the genitive, as a namesake does.
fn can_be_whose(text: &Text, name: &Name) -> bool {
    let parts = part::parts(text, name);
    parts
        .iter()
        .filter(|part| part.is_word())
        .all(|part| part.lemmas.iter().any(|l| l.weight > WEAK && l.cases.has(Case::Genitive)))
}

/// Whether the name is a whole family's: «семья Громовых».
fn is_family(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let before = name.tokens.start.checked_sub(1);
    let families = &text.language.names.families;
    family::is_family(text, name)
        || before.is_some_and(|before| families.contains(block.folded(before)))
            && name.tokens.len() == 1
            && !can_be_whose(text, name)
}

/// Whether the name is a thing's by the words before it, and where another name follows at once:
/// «ректор института Гоголя Иван Седов».
pub(super) fn is_namesake(text: &Text, name: &Name, is_before_name: bool) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let start = block.sentence(name.tokens.start).start;
    let is_eponym = |noun: usize| {
        let before = noun.checked_sub(1).map_or("", |before| block.folded(before));
        names.is_eponym(before, block.folded(noun))
    };
    let mut words = (start..name.tokens.start)
        .rev()
        .filter(|&before| !matches!(block.word(before), "." | "«" | "\""));
    let Some(noun) = words.next() else { return false };
    // «улица Генерала Громова»
    let word = block.folded(noun);
    let is_titled = !names.role(word).is_empty();
    let thing = words.next();
    is_eponym(noun)
        || is_titled && thing.is_some_and(is_eponym)
        || thing.is_some_and(|thing| names.is_saints(block.folded(thing), word))
        || names.is_saints(word, block.folded(name.tokens.start))
        || names.is_whose(word)
            && can_be_whose(text, name)
            && (is_before_name || !is_heads(text, name, noun))
}

/// Whether the name is that of the person who heads the thing of this noun, by a role before it:
/// «президента острова Цай», but not «кавалер ордена Жукова», «лауреат премии Ландау».
pub(super) fn is_heads(text: &Text, name: &Name, noun: usize) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let role = (noun.saturating_sub(FARTHEST_ROLE)..noun)
        .rev()
        .take_while(|&token| {
            let word = block.folded(token);
            block.tokens[token].is_word() && !names.prepositions.contains_key(word)
        })
        .map(|token| names.role(block.folded(token)))
        .find(|forms| !forms.is_empty());
    let parts = part::parts(text, name);
    let stand = |cases: Cases| {
        parts.iter().filter(|part| part.is_word()).all(|part| {
            part.lemmas.iter().any(|l| l.weight > WEAK && !l.cases.and(cases).is_empty())
        })
    };
    let heads = |form: &Form| stand(form.cases) && !names.winners.contains(form.nominative);
    role.is_some_and(|forms| forms.iter().any(heads))
}
