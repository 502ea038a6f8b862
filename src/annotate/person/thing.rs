//! Things: what looks like a person's name and is a street's, a town's, a film's or a firm's.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Kind};
use crate::language::speech::Case as Subject;

use super::called;
use super::christened;
use super::head;
use super::lemma::{Lemma, SURNAME};
use super::namesake;
use super::part::{self, PartKind};
use super::place;
use super::seat;
use super::title;

/// So many tokens before and behind a word show how its text is written.
const NEAR: usize = 3;

/// Takes the names of things out of the names.
pub(super) fn leave_out(text: &Text, names: &mut Vec<Name>) {
    namesake::leave_out(text, names);
    trim(text, names);
    reach_back(text, names);
    title::leave_out(text, names);
    head::take_off(text, names);
    let mut alone = head::lone(text, names).into_iter();
    names.retain(|_| !alone.next().unwrap_or_default());
    let full = full_words(text, names);
    seat::take_off(text, names, &full);
    christened::leave_out(text, names, &full);
    let called = called::of(text);
    let is_written_small = names.iter().any(|name| is_ordinary(text, name));
    let ends: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.end)).collect();
    names.retain(|name| {
        let is_things = called::is_one(text, name, &full, &called)
            || is_written_small && is_letters(text, name, &full)
            || is_model(text, name)
            || place::is_known(text, name, &full)
            || place::is_where(text, name, &full)
            || place::is_beside(text, name, &full)
            || is_behind_adjective(text, name, &full)
            || is_adjective(text, name, &full)
            || head::is_noun(text, name, &full)
            || head::is_counted(text, name, &full)
            || is_in_eponym(text, name)
            || is_body(text, name, &full)
            || is_bodys(text, name, &full)
            || is_in_brackets(text, name, &full, &ends);
        !is_things
    });
}

/// Takes the words off the names that only open a sentence: «Вчера Иванов …», «… Иванов И. И.
/// Потом …».
fn trim(text: &Text, names: &mut Vec<Name>) {
    if text.language.names.model.is_none() {
        return;
    }
    for name in names.iter_mut() {
        let block = &text.blocks[name.block];
        let is_stop = |token: usize| text.language.names.stops.contains(block.folded(token));
        let Range { start, end } = name.tokens.clone();
        let is_behind_initial = end > start + 2 && block.word(end - 2) == ".";
        let first = Name { block: name.block, tokens: start..start + 1 };
        let last = Name { block: name.block, tokens: end - 1..end };
        if is_see(text, name) || seat::is_district(text, name) {
            name.tokens.start += 1;
        } else if is_stop(start) {
            while !name.tokens.is_empty() && is_stop(name.tokens.start) {
                name.tokens.start += 1;
            }
            // «Вчера Седов приехал»: the model took the one word for the other.
            let next = Name { block: name.block, tokens: start + 1..start + 2 };
            let is_next = name.tokens.is_empty()
                && block.tokens.get(start + 1).is_some_and(|next| next.shape == Shape::Capital)
                && is_surname(text, &next);
            if is_next {
                name.tokens = next.tokens;
            }
        } else if is_behind_initial
            && block.tokens[end - 1].is_word()
            && (is_stop(end - 1) || !is_surname(text, &last))
            && (is_surname(text, &first)
                || is_before_initials(text, name)
                    && (end > start + 5
                        || text.language.names.past_gender(block.folded(end - 1)).is_some()))
        {
            name.tokens.end -= 1;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// Whether a name opens with a word that is no given name, an initial behind it: «Рог Н. Н.».
fn is_before_initials(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let start = name.tokens.start;
    block.tokens[start].shape == Shape::Capital
        && block.word(start + 1) != "."
        && block.word(start + 2) == "."
        && text.language.names.given(block.folded(start)).is_empty()
}

/// Whether a name opens with the adjective of a bishop's see or a prince's land: «митрополит Ленский
/// и Тальменский Никодим».
fn is_see(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let (first, second) = (name.tokens.start, name.tokens.start + 1);
    let Some(before) = first.checked_sub(1) else { return false };
    let is_adjective = |token: usize| {
        let word = block.folded(token);
        block.tokens[token].shape == Shape::Capital && !names.adjective_cases(word).is_empty()
    };
    let follows = !names.role(block.folded(before)).is_empty()
        || text.language.and.contains(block.folded(before))
            && before.checked_sub(1).is_some_and(is_adjective);
    name.tokens.len() == 2
        && follows
        && is_adjective(first)
        // «с отцом Питером Россом»
        && names.given(block.folded(first)).is_empty()
        && !names.given(block.folded(second)).is_empty()
}

/// Takes the surname that the model left before a given name and a patronymic into the name:
/// «Зимина Тамара Павловна».
fn reach_back(text: &Text, names: &mut [Name]) {
    for place in 0..names.len() {
        let name = &names[place];
        let block = &text.blocks[name.block];
        let Some(before) = name.tokens.start.checked_sub(1) else { continue };
        let surname = Name { block: name.block, tokens: before..name.tokens.start };
        let is_taken = place > 0
            && names[place - 1].block == name.block
            && names[place - 1].tokens.contains(&before);
        let is_courteous = || {
            let parts = part::parts(text, name);
            let kinds: Vec<PartKind> = parts.iter().map(|part| part.kind).collect();
            kinds == [PartKind::Given, PartKind::Patronymic]
        };
        if !is_taken
            && matches!(block.tokens[before].shape, Shape::Capital | Shape::Upper)
            && text.language.names.role(block.folded(before)).is_empty()
            && is_courteous()
            && is_surname(text, &surname)
        {
            names[place].tokens.start = before;
        }
    }
}

/// Whether a reading of the name's words has the ending of a surname.
pub(super) fn is_surname(text: &Text, name: &Name) -> bool {
    let parts = part::parts(text, name);
    parts.iter().flat_map(|part| &part.lemmas).any(|l| l.weight >= SURNAME && !l.is_listed)
}

/// The stems of the words that stand in a name of several words.
fn full_words<'t>(text: &'t Text, names: &[Name]) -> HashSet<&'t str> {
    let full = names.iter().filter(|name| name.tokens.len() > 1);
    full.flat_map(|name| {
        let block = &text.blocks[name.block];
        name.tokens.clone().map(|token| name::stem(block.folded(token)))
    })
    .collect()
}

/// Whether the name is one word that no fuller name of the text has and no surname's by its ending.
pub(super) fn is_bare(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let word = text.blocks[name.block].folded(name.tokens.start);
    name.tokens.len() == 1 && !full.contains(name::stem(word)) && !is_surname(text, name)
}

/// Whether a number is joined to the name, as to a make's: «самолёт Ли-2».
fn is_model(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let end = name.tokens.end;
    block.folded(end) == "-"
        && block.is_joined(end)
        && block.is_joined(end + 1)
        && block.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Number)
}

/// Whether a name of several words is not written in capitals alone.
fn is_ordinary(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let mut words = name.tokens.clone().filter(|&token| block.tokens[token].is_word());
    name.tokens.len() > 1 && words.all(|token| block.tokens[token].shape == Shape::Capital)
}

/// Whether a bare name is letters of an abbreviation, amid words in small ones: «адвокаты СЕНАД», but not «рэпер PSY»,
/// «ДЖЕЙ-ЗИ».
fn is_letters(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens;
    let mut around = block.tokens[start.saturating_sub(NEAR)..].iter().take(2 * NEAR + 1);
    let is_cyrillic = |letter: char| ('а'..='я').contains(&letter);
    block.tokens[start].shape == Shape::Upper
        && block.folded(start).chars().all(is_cyrillic)
        && is_bare(text, name, full)
        && block.folded(end) != ":"
        && around.any(|token| token.shape == Shape::Lower)
}

/// Whether a bare name that no list has stands behind an adjective with a capital that agrees with it: «Вышнего Волочка».
fn is_behind_adjective(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let start = name.tokens.start;
    let Some(before) = start.checked_sub(1) else { return false };
    let adjective = names.adjective_cases(block.folded(before));
    // «принцу Баварскому Луитпольду»
    let title = before.checked_sub(1).map_or("", |at| block.folded(at));
    block.tokens[before].shape == Shape::Capital
        && !block.opens_sentence(before)
        && names.given(block.folded(start)).is_empty()
        && names.role(block.folded(before)).is_empty()
        && is_bare(text, name, full)
        && !names.role_cases(title).meets(adjective)
        && part::parts(text, name).iter().any(|part| part.cases(i32::MIN).meets(adjective))
}

/// Whether a bare name is a noun for a body: «Управа сообщила …».
fn is_body(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let word = text.blocks[name.block].folded(name.tokens.start);
    let noun = text.language.speech.of(word).noun;
    noun.is_some_and(|noun| noun.kind.is_body())
        && text.language.names.given(word).is_empty()
        && name.tokens.len() == 1
        && !full.contains(name::stem(word))
}

/// Whether a bare name is that of the body or account right before it, both in the nominative: «концерн Гросс сообщил».
fn is_bodys(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    let noun = text.language.speech.of(block.folded(before)).noun;
    let is_nominative = || {
        let parts = part::parts(text, name);
        parts.iter().flat_map(|part| &part.lemmas).any(|l| l.cases.has(Case::Nominative))
    };
    noun.is_some_and(|noun| {
        noun.singular
            && noun.is_in(Subject::Nominative)
            && !noun.is_in(Subject::Genitive)
            && !noun.kind.is_human()
    }) && text.language.names.is_titled_thing(block.folded(before))
        && is_bare(text, name, full)
        && is_nominative()
}

/// Whether a bare name stands alone in the brackets right behind another, as where one is from does: «Ивану Седову (Лукино)».
fn is_in_brackets(
    text: &Text,
    name: &Name,
    full: &HashSet<&str>,
    ends: &HashSet<(usize, usize)>,
) -> bool {
    let block = &text.blocks[name.block];
    let word = block.folded(name.tokens.start);
    let open = name.tokens.start.checked_sub(1).filter(|&open| block.word(open) == "(");
    open.is_some_and(|open| ends.contains(&(name.block, open)))
        && block.folded(name.tokens.end) == ")"
        && !word.is_ascii()
        && text.language.names.given(word).is_empty()
        && is_bare(text, name, full)
}

/// Whether an adjective that looks like a given name stands between a thing's noun and a word of its name: «орден Белой
/// розы».
fn is_in_eponym(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let thing = start.checked_sub(1).map_or("", |at| block.folded(at));
    let goes_on = || {
        block.tokens.get(end).is_some_and(|next| next.shape == Shape::Lower)
            && !names.is_verb_like(block.folded(end))
            && !names.role_stops.contains(block.folded(end))
    };
    name.tokens.len() == 1
        && goes_on()
        && !names.adjective_cases(block.folded(start)).is_empty()
        && (names.is_whose(thing) || names.is_eponym("", thing) || names.is_titled_thing(thing))
}

/// Whether an adjective that looks like a surname stands before a thing: «Мариинского театра».
fn is_adjective(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let word = block.folded(name.tokens.start);
    let is_adjective = |word: &str| {
        !names.adjective_cases(word).is_empty()
            || names.plurals.is_adjective(word, &names.inflection)
    };
    let is_lone = name.tokens.len() == 1
        && is_adjective(word)
        && names.given(word).is_empty()
        && !full.contains(name::stem(word));
    if !is_lone {
        return false;
    }
    let mut behind = name.tokens.end;
    // «Чеховская театральная премия»
    if block.tokens.get(behind).is_some_and(|next| next.shape == Shape::Lower)
        && is_adjective(block.folded(behind))
    {
        behind += 1;
    }
    let is_before_thing = block
        .tokens
        .get(behind)
        .is_some_and(|next| matches!(next.shape, Shape::Lower | Shape::Upper))
        && names.is_titled_thing(block.folded(behind));
    is_before_thing || is_of_noun(text, name)
}

/// Whether a common noun stands behind the word that it agrees with as an adjective: «Каспийского моря», but neither
/// «Вишневского снова» nor «Шукшинской литературной премии».
fn is_of_noun(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let (word, noun) = (block.folded(name.tokens.start), block.folded(name.tokens.end));
    let agrees = |kind| {
        let others = names.inflection.readings(noun, kind);
        let own = names.inflection.readings(word, Kind::Adjective);
        own.iter().filter(|own| !own.cases.has(Case::Nominative)).any(|own| {
            let mut others = others.iter().filter(|other| other.gender == own.gender);
            others.any(|other| other.cases.meets(own.cases))
        })
    };
    let is_known = |lemma: &Lemma| names.surnames.contains(lemma.key.as_str());
    block.tokens.get(name.tokens.end).is_some_and(|next| next.shape == Shape::Lower)
        && name::is_common(text, noun)
        && !names.role_stops.contains(noun)
        && names.role(noun).is_empty()
        && text.language.speech.of(noun).function.is_none()
        && agrees(Kind::Noun)
        && !agrees(Kind::Adjective)
        && !part::parts(text, name).iter().flat_map(|part| &part.lemmas).any(is_known)
}
