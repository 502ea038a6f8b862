//! Pairs: a given name and a surname that the model left out, and that the role before them tells: «директор площадки Йонас
//! Фрей», «с главой района Асланбеком Тотровым».

use std::ops::Range;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form;
use crate::language::speech::Case as Subject;

use super::context;
use super::lemma::{Lemma, SURNAME};
use super::lone::{is_adjective, is_nobody_else, role_before, role_within};
use super::namesake;
use super::nominative::WEAK;
use super::part::{self, Part};
use super::title;
use super::titled;

/// A role in another case than the nominative stands at most so many words before the name.
const FARTHEST_ROLE: usize = 6;

const OBLIQUE: [Case; 4] = [Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];

/// Whether the two words are somebody's name.
pub(super) fn is_one(text: &Text, name: &Name) -> bool {
    is_subject(text, name)
        || is_in_its_case(text, name)
        || titled::is_named(text, name)
        || is_behind_body(text, name)
        || is_timed(text, name)
        || is_strange_and_apposed(text, name)
}

/// Whether the words are on no list, and a word of saying before them and a role behind tell them: «заявил Энрюк Фрей,
/// премьер-министр Лесото».
fn is_strange_and_apposed(text: &Text, name: &Name) -> bool {
    let word = |at: usize| Name { block: name.block, tokens: at..at + 1 };
    context::is_apposed(text, name)
        && name.tokens.clone().all(|at| is_nobody_else(text, &word(at)))
        && !is_adjective(text, &word(name.tokens.start))
}

/// Whether two words that no list has stand in a list's numbered entry, with a time behind them: «1. Йонас Фрей — 2:17:41».
fn is_timed(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens.clone();
    let word = |at: usize| Name { block: name.block, tokens: at..at + 1 };
    let is_number =
        |at: usize| block.tokens.get(at).is_some_and(|token| token.shape == Shape::Number);
    start > 1
        && block.word(start - 1) == "."
        && is_number(start - 2)
        && matches!(block.folded(end), "—" | "–" | "-")
        && is_number(end + 1)
        && block.folded(end + 2) == ":"
        && is_number(end + 3)
        && (start..end)
            .all(|at| is_nobody_else(text, &word(at)) && !name::is_common(text, block.folded(at)))
        && !is_adjective(text, &word(start))
}

/// Whether a given name and a surname stand in the nominative behind the genitive of a body, which they complete no more:
/// «(ректоры) университета Анна Лыкова и академии Пётр Седов».
fn is_behind_body(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    let noun = text.language.speech.of(block.folded(before)).noun;
    let is_genitive = noun.is_some_and(|noun| {
        noun.kind.is_body() && noun.is_in(Subject::Genitive) && !noun.is_in(Subject::Nominative)
    });
    if !is_genitive {
        return false;
    }
    let parts = part::parts(text, name);
    let [given, surname] = parts.as_slice() else { return false };
    let is_full = |own: Gender| {
        let is_hers =
            |lemma: &&Lemma| lemma.gender == Some(own) && lemma.cases.has(Case::Nominative);
        let mut given = given.lemmas.iter().filter(|lemma| lemma.is_listed).filter(is_hers);
        let mut surname = surname.lemmas.iter().filter(is_hers);
        given.next().is_some() && surname.any(|lemma| lemma.weight >= SURNAME)
    };
    Gender::BOTH.into_iter().any(is_full)
}

/// Whether a role in another case leads to two words that no list has and that stand in the same: «с главой района
/// Асланбеком Тотровым», but not «с главой Большой Костромы», «главы Сергиева Посада».
fn is_in_its_case(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Range { start, end } = name.tokens.clone();
    let is_strange =
        |at: usize| is_nobody_else(text, &Name { block: name.block, tokens: at..at + 1 });
    let is_behind_word = start > 0 && block.tokens[start - 1].shape == Shape::Lower;
    if !is_behind_word
        || !(start..end).all(is_strange)
        || name::is_common(text, block.folded(start))
        || namesake::is_namesake(text, name, false)
    {
        return false;
    }
    let parts = part::parts(text, name);
    let before = block.folded(start - 1);
    // «директора завода Карла Цейса»
    let is_whose = names.is_titled_thing(before) || names.families.contains(before);
    let adjective = names.adjective_cases(block.folded(start));
    let can_be = |&case: &Case| {
        let is_things = is_whose && case == Case::Genitive || adjective.has(case);
        !is_things && Gender::BOTH.into_iter().any(|own| stand(&parts, case, own))
    };
    let cases = OBLIQUE.into_iter().filter(can_be).map(Cases::of);
    let cases = cases.fold(Cases::default(), Cases::or);
    let is_own = |form: &Form| !form.cases.has(Case::Nominative) && form.cases.meets(cases);
    role_within(text, name, FARTHEST_ROLE, &is_own).is_some()
}

/// Whether somebody of this gender can be named so in this case, by a word that declines, and the given name is no
/// surname's.
fn stand(parts: &[Part], case: Case, own: Gender) -> bool {
    let fits = |lemma: &&Lemma| lemma.fits(own) && lemma.weight > WEAK && lemma.cases.has(case);
    let mut is_declined = false;
    for (place, part) in parts.iter().enumerate() {
        let Some(best) = part.lemmas.iter().filter(fits).max_by_key(|lemma| lemma.weight) else {
            return false;
        };
        if place == 0 && best.weight >= SURNAME && !best.is_listed {
            return false;
        }
        is_declined |= !best.cases.has(Case::Nominative);
    }
    is_declined
}

/// Whether the words are a given name in the nominative and a surname, that such a role leads to: «директор площадки Йонас
/// Фрей»; or two that no list knows, with a word of saying beside as well, or a surname's ending and a verb behind: «пояснил
/// директор склада Энрюк Фрей», «солист театра драмы Энрюк Лыков уехал».
fn is_subject(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens;
    let is_lower =
        |at: usize| block.tokens.get(at).is_some_and(|token| token.shape == Shape::Lower);
    // «министр транспорта Таиланда Йонас Фрей»
    let is_place = |at: usize| {
        !block.opens_sentence(at) && text.language.names.places.contains(block.folded(at))
    };
    let is_bearer = |at: usize| {
        block.opens_sentence(at) && !text.language.names.role(block.folded(at)).is_empty()
    };
    let is_led = |at: usize| {
        is_lower(at) || is_place(at) || is_bearer(at) || title::before(block, start).is_some()
    };
    if !start.checked_sub(1).is_some_and(is_led) {
        return false;
    }
    let word = |at: usize| Name { block: name.block, tokens: at..at + 1 };
    let names = &text.language.names;
    let surname = block.folded(end - 1);
    let is_strange = || {
        (start..end).all(|at| is_nobody_else(text, &word(at))) && !is_adjective(text, &word(start))
    };
    if is_agreed(text, name) && is_strange() {
        return true;
    }
    let Some(role) = role_before(text, name) else { return false };
    let is_given =
        names.given(block.folded(start)).iter().any(|form| form.cases.has(Case::Nominative));
    if is_given {
        return !surname.is_ascii()
            && !names.places.contains(surname)
            && !names.stops.contains(surname);
    }
    let is_saying =
        |at: usize| is_lower(at) && text.language.speech.of(block.folded(at)).is_saying();
    (role.checked_sub(1).is_some_and(is_saying) || is_saying(end)) && is_strange()
}

/// Whether the second word has a surname's ending in the nominative, a verb behind agrees with it, and a role in the
/// nominative opens the clause.
fn is_agreed(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let end = name.tokens.end;
    let Some(own) = names.past_gender(block.folded(end)) else { return false };
    let last = Name { block: name.block, tokens: end - 1..end };
    let is_surname = part::parts(text, &last).iter().flat_map(|part| &part.lemmas).any(|lemma| {
        lemma.fits(own) && lemma.weight >= SURNAME && lemma.cases.has(Case::Nominative)
    });
    let is_own = |form: &Form| form.cases == Cases::NOMINATIVE;
    is_surname && role_within(text, name, FARTHEST_ROLE, &is_own).is_some()
}
