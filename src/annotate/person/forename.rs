//! Forenames: the first of several given names, which the model may have left outside: «министр Муджахид Юсуф Рава».

use foldhash::{HashMap, HashSet};

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::speech::{Case as Subject, Noun};

use super::lemma::{Lemma, SURNAME, VOWELS};
use super::lone::{self, is_nobody_else};
use super::nominative::WEAK;
use super::part::{self, Part, PartKind};
use super::title;

/// The cases of a role that no complement of its stands in.
const CLOSE: [Case; 2] = [Case::Dative, Case::Instrumental];

/// Takes the given name before a given name and a surname into their name: one of the list, or one in a consonant
/// that stands in the same case.
pub(super) fn reach_back(text: &Text, names: &mut [Name]) {
    if text.language.names.model.is_none() {
        return;
    }
    for place in 0..names.len() {
        let (earlier, later) = names.split_at_mut(place);
        let Some(name) = later.first_mut() else { continue };
        let Some(before) = name.tokens.start.checked_sub(1) else { continue };
        let is_taken =
            earlier.last().is_some_and(|last| last.block == name.block && last.tokens.end > before);
        if !is_taken && (is_forename(text, name, before) || is_behind_title(text, name, before)) {
            name.tokens.start = before;
        }
    }
}

/// Takes the word behind a name into it that the text has behind the name's last one elsewhere, in a name or in none:
/// «Эктора Бенитеса Годоя» beside «Бенитес Годой».
pub(super) fn reach_on(text: &Text, names: &mut [Name]) {
    if text.language.names.model.is_none() {
        return;
    }
    let stem = |block: usize, token: usize| name::stem(text.blocks[block].folded(token));
    let starts: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.start)).collect();
    let goes_on = |name: &Name| {
        let block = &text.blocks[name.block];
        let next = block.tokens.get(name.tokens.end);
        next.is_some_and(|next| next.shape == Shape::Capital)
            && !block.word(name.tokens.end).is_ascii()
            && !starts.contains(&(name.block, name.tokens.end))
    };
    let mut pairs: HashMap<(&str, &str), usize> = HashMap::default();
    for own in names.iter() {
        let last = own.tokens.end - usize::from(!goes_on(own));
        for at in own.tokens.start..last {
            *pairs.entry((stem(own.block, at), stem(own.block, at + 1))).or_default() += 1;
        }
    }
    for own in names.iter_mut().filter(|own| goes_on(own)) {
        let next = own.tokens.end;
        if pairs.get(&(stem(own.block, next - 1), stem(own.block, next))) > Some(&1) {
            own.tokens.end += 1;
        }
    }
}

/// Whether the word right before a surname stands behind the mark that closes a title, whose noun a role has: «председатель
/// «Зари» Лоде Клаассенс».
fn is_behind_title(text: &Text, name: &Name, before: usize) -> bool {
    let block = &text.blocks[name.block];
    let word = Name { block: name.block, tokens: before..before + 1 };
    let names = &text.language.names;
    let is_closed = title::before(block, before).is_some();
    // «Лоде» is a form of Лод.
    let is_place = names.places.contains(block.folded(before));
    is_closed
        && !block.is_joined(before)
        && name.tokens.len() == 1
        && block.tokens[before].shape == Shape::Capital
        && (is_place || is_nobody_else(text, &word))
        && names.adjective_cases(block.folded(before)).is_empty()
        && names.given(block.folded(name.tokens.start)).is_empty()
}

/// Whether the word right before a name is its first given name.
fn is_forename(text: &Text, name: &Name, before: usize) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let speech = &text.language.speech;
    let word = block.folded(before);
    let opens = block.opens_sentence(before);
    let is_plain = block.tokens[before].shape == Shape::Capital
        && names.role(word).is_empty()
        && !(opens && names.given_words.contains(word))
        && !names.places.contains(word)
        && !names.stops.contains(word)
        && speech.of(word).noun.is_none()
        && speech.of(word).function.is_none();
    if !is_plain {
        return false;
    }
    let own = part::parts(text, name);
    let word_alone = Name { block: name.block, tokens: before..before + 1 };
    let alone = part::parts(text, &word_alone);
    let (Some(last), [first]) = (own.last(), alone.as_slice()) else { return false };
    // «депутат совета Артан Лешай» has no given name yet.
    let given = own.first().filter(|_| own.len() > 1);
    if given.is_none() && first.listed_cases().is_some() {
        return false;
    }
    let at = before.checked_sub(1);
    let roles = at.map_or(&[][..], |at| names.role(block.folded(at)));
    // «носильщик Анг Ньима Таманг»: of a role in the nominative, whatever the second word is.
    let is_bearer = || {
        !roles.is_empty() && roles.iter().all(|form| form.cases == Cases::NOMINATIVE)
            || lone::role_before(text, &word_alone).is_some()
    };
    let told = || Some(Cases::NOMINATIVE).filter(|_| is_bearer());
    // «поэту Токтогулу Лыкову»: no place of the role's, which would stand in the genitive.
    let governed = || {
        let cases = roles.iter().map(|form| form.cases).reduce(Cases::or)?;
        let own = CLOSE.into_iter().filter(|&case| cases.has(case) && last.cases(WEAK).has(case));
        own.map(Cases::of).reduce(Cases::or)
    };
    let governed = governed().filter(|_| given.is_none());
    let given_cases = given.and_then(Part::listed_cases);
    let cases = given_cases.or_else(told).or(governed);
    let Some(cases) = cases.filter(|_| last.kind == PartKind::Other) else {
        return false;
    };
    if let Some(listed) = first.listed_cases() {
        // «сестра Ивана Анна Седова», «президент Сальвадора Пабло Нуньес»
        let may_be_bearers = roles.is_empty() || listed.has(Case::Nominative);
        return may_be_bearers && !listed.and(cases).is_empty();
    }
    // A thing, a body or a role before the word has it for its name or complement: «штат Вермонт Берни Седов»,
    // «староста Гут Йозеф Седов», but not «премьер-министр Бхим Прасад Седов».
    let is_complement = |noun: Noun| {
        noun.is_in(Subject::Genitive) && !noun.is_in(Subject::Nominative) && given.is_some()
    };
    let is_led = at.is_none_or(|at| {
        let noun = speech.of(block.folded(at)).noun;
        block.tokens[at].shape != Shape::Lower && (roles.is_empty() || !block.opens_sentence(at))
            || (given_cases.is_some() || cases != Cases::NOMINATIVE)
                && roles.iter().any(|form| names.seats.contains(form.nominative))
            || names.is_titled_thing(block.folded(at))
            || noun.is_some_and(|noun| !noun.kind.is_human() && !is_complement(noun))
            || !cases.has(Case::Nominative)
                && governed.is_none()
                && (!roles.is_empty() || names.prepositions.contains_key(block.folded(at)))
    });
    !is_led
        && !opens
        && is_mans(first, cases)
        && names.adjective_cases(word).is_empty()
        && !name::is_common(text, word)
}

/// Whether a word that no list has can be a man's given name in one of these cases, ends in a consonant in the nominative,
/// and not as surnames do.
fn is_mans(part: &Part, cases: Cases) -> bool {
    let declined = |lemma: &&Lemma| {
        lemma.gender == Some(Gender::Masculine)
            && !lemma.key.ends_with(VOWELS)
            && !lemma.key.ends_with('й')
    };
    let cases = if cases.has(Case::Nominative) { Cases::NOMINATIVE } else { cases };
    part.kind == PartKind::Other
        && !part.key.contains('-')
        && part.lemmas.iter().all(|lemma| lemma.weight < SURNAME)
        && part.lemmas.iter().filter(declined).any(|l| !l.cases.and(cases).is_empty())
}
