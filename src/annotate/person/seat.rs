//! Seats: the place that belongs to the role before a name, and that the model took for a part of it or for a person:
//! «епископ Куйя Теодоро Лопес», «житель Росарио Освальдо Чеверри».

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases};

use super::lemma::{Lemma, SURNAME, UNDECLINED};
use super::nominative::WEAK;
use super::part::{self, PartKind};
use super::{namesake, thing};

/// The names of several words that the text has, by the stems of their words.
struct Known<'t> {
    whole: HashSet<Vec<&'t str>>,
    /// The last ones of those that no place opens.
    last: HashSet<&'t str>,
}

/// Takes the place off the names of two words and more, and leaves it out where it stands alone before a name.
pub(super) fn take_off(text: &Text, names: &mut Vec<Name>, full: &HashSet<&str>) {
    let uses = name::uses(text, names.iter());
    let starts: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.start)).collect();
    names.retain(|name| {
        let word = text.blocks[name.block].folded(name.tokens.start);
        let is_before_name = starts.contains(&(name.block, name.tokens.end));
        if is_led(text, name) && is_behind_adjective(text, name) {
            return false;
        }
        let is_nobodys = is_place(text, name) || text.language.names.given(word).is_empty();
        !(is_before_name && is_nobodys && is_led(text, name) && thing::is_bare(text, name, full))
    });
    let mut known = Known { whole: HashSet::default(), last: HashSet::default() };
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        let stems = name::stems(text, name);
        known.last.extend(stems.last().filter(|_| !is_place(text, name)));
        known.whole.insert(stems);
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        if is_led(text, name) && is_before(text, name, &uses, &known)
            || is_before_surname(text, name, &known)
            || is_called_so(text, name)
        {
            name.tokens.start += 1;
        }
    }
}

/// Whether the name is an adjective and a word that are on no list: «житель Чёрного Яра».
fn is_behind_adjective(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let last = Name { block: name.block, tokens: end - 1..end };
    end == start + 2
        && !names.adjective_cases(block.folded(start)).is_empty()
        && (start..end).all(|at| names.given(block.folded(at)).is_empty())
        && !thing::is_surname(text, &last)
}

/// Whether the name's first word is one of the places of the list.
fn is_place(text: &Text, name: &Name) -> bool {
    text.language.names.places.contains(text.blocks[name.block].folded(name.tokens.start))
}

/// Whether the noun for a role that has a place stands right before the name.
fn is_led(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let before = name.tokens.start.checked_sub(1);
    before.is_some_and(|before| {
        let forms = names.role(block.folded(before));
        forms.iter().any(|form| names.seats.contains(form.nominative))
    })
}

/// Whether a name opens with a place: one of the list before a given name, or what can be one where the text has the name
/// without it.
fn is_before(text: &Text, name: &Name, uses: &HashMap<&str, usize>, known: &Known) -> bool {
    let block = &text.blocks[name.block];
    let word = block.folded(name.tokens.start);
    let is_place = is_place(text, name);
    let parts = part::parts(text, name);
    let Some((first, rest)) = parts.split_first() else { return false };
    let is_called = first.listed_cases().is_some_and(|cases| cases.has(Case::Nominative));
    // «Касима», «Пало»
    let may_be_whose = first.kind == PartKind::Other
        && (first.key.ends_with(UNDECLINED) || first.cases(WEAK).has(Case::Genitive));
    let own = name::stems(text, name);
    let is_known = own.get(1..).is_some_and(|rest| known.whole.contains(rest));
    // «Росарио Освальдо Чеверри»
    let opens = || {
        let is_alone = uses.get(name::stem(word)) == Some(&1);
        let is_full = matches!(rest, [given, last, ..]
            if given.kind == PartKind::Given && last.kind == PartKind::Other);
        is_place && (!is_called || first.key.ends_with(UNDECLINED)) && is_alone && is_full
    };
    block.tokens[name.tokens.start].shape == Shape::Capital
        && (is_known && (is_place || may_be_whose) || opens())
}

/// Whether a name opens with a place behind the noun for one that somebody heads, a given name and a surname behind it:
/// «губернатор области Кавити Тобиас Нангула»; or for one that somebody is from: «студент из города Алст
/// Арно Мартенс», «житель посёлка Тайжан Ерлан Сериков».
fn is_called_so(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let start = name.tokens.start;
    let Some(noun) = start.checked_sub(1) else { return false };
    let rest = Name { block: name.block, tokens: start + 1..name.tokens.end };
    let names = &text.language.names;
    let is_from = noun.checked_sub(1).is_some_and(|at| {
        let forms = names.role(block.folded(at));
        names.prepositions.contains_key(block.folded(at))
            || forms.iter().any(|form| names.seats.contains(form.nominative))
    });
    if !names.is_called(block.folded(noun)) || !is_from && !namesake::is_heads(text, &rest, noun) {
        return false;
    }
    let parts = part::parts(text, name);
    let [first, given, _, ..] = parts.as_slice() else { return false };
    // «посёлка Мочище Аргын Сериков»
    let is_known = given.kind == PartKind::Given || first.key.ends_with(UNDECLINED);
    is_known && (first.kind == PartKind::Other || is_place(text, name))
}

/// Whether a name of two words is a place and a surname that the text knows, the place no given name in the surname's
/// case: «глава железных дорог Перу Кирога».
fn is_before_surname(text: &Text, name: &Name, known: &Known) -> bool {
    let block = &text.blocks[name.block];
    let start = name.tokens.start;
    let is_behind_word = start > 0 && block.tokens[start - 1].shape == Shape::Lower;
    if !is_behind_word || !is_place(text, name) {
        return false;
    }
    let parts = part::parts(text, name);
    let [first, surname] = parts.as_slice() else { return false };
    // «Владимиру Лыков» is a slip of the pen.
    let agrees = |one: &Lemma| {
        text.language.names.places.contains(&one.key)
            || surname.lemmas.iter().any(|other| {
                other.weight > WEAK
                    && one.gender.is_none_or(|gender| other.fits(gender))
                    && !one.cases.and(other.cases).is_empty()
            })
    };
    first.kind == PartKind::Given
        && known.last.contains(name::stem(block.folded(name.tokens.end - 1)))
        && !first.lemmas.iter().filter(|lemma| lemma.is_listed).any(agrees)
}

/// Whether a name of three words opens with the adjective of what one heads, in a case that its surname cannot stand in:
/// «(главы районов —) Сузакского Эрмек Лыков».
pub(super) fn is_district(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let word = block.folded(name.tokens.start);
    // «Тимофей» ends as «Сузакской» does.
    let is_mans = |cases: Cases| cases.has(Case::Genitive) && !cases.has(Case::Dative);
    name.tokens.len() == 3
        && is_mans(names.adjective_cases(word))
        && names.given(word).is_empty()
        && part::parts(text, name).last().is_some_and(|last| {
            let likely = last.lemmas.iter().filter(|lemma| lemma.weight >= SURNAME);
            let cases = likely.map(|lemma| lemma.cases).reduce(Cases::or);
            cases == Some(Cases::NOMINATIVE)
        })
}
