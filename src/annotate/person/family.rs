//! Families: «братья Пётр и Павел Орловы», one surname in the plural for several given names.

use foldhash::HashSet;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Names;
use crate::language::speech::Function;

use super::lemma::{Lemma, SURNAME, lemma};
use super::nominative::{Seen, WEAK};
use super::part::{self, Part, PartKind};

/// No more tokens than this join two given names of one surname.
const LONGEST_JOINT: usize = 6;

/// How sure a surname in the singular is that is made from a family's.
const SURE: i32 = 4;

/// Gives each of the given names before a family's surname that surname in the singular.
pub(super) fn share(text: &Text, names: &[Name], seen: &mut [Seen]) {
    let full: HashSet<String> = seen
        .iter()
        .filter_map(|seen| seen.parts.split_first().filter(|(_, rest)| !rest.is_empty()))
        .flat_map(|(given, _)| &given.lemmas)
        .map(|lemma| lemma.key.clone())
        .collect();
    for last in 1..names.len() {
        let mut first = last;
        // «Глеба, а затем и маленького Остапа Лыковых»
        let is_plural = seen[last]
            .parts
            .last()
            .is_some_and(|surname| !singular(surname, &text.language.names).is_empty());
        if is_plural
            && is_joined(text, &names[last - 1], &names[last])
            && is_given(&seen[last - 1].parts)
        {
            first -= 1;
        }
        while first > 0
            && is_abreast(text, &names[first - 1], &names[first], first == last)
            && is_given(&seen[first - 1].parts)
        {
            first -= 1;
        }
        let Some((surname, given)) = seen[last].parts.split_last() else { continue };
        let mut lemmas = singular(surname, &text.language.names);
        // «Тимура, а затем и Рамиля Седовых»
        let earlier = last - 1;
        if first == last
            && names[earlier].tokens.start
                >= text.blocks[names[last].block].sentence(names[last].tokens.start).start
            && names[earlier].block == names[last].block
            && is_given(&seen[earlier].parts)
            && stand_together(&seen[earlier].parts, given, &lemmas)
        {
            first = earlier;
        }
        if first == last || !is_given(given) {
            continue;
        }
        let (block, start) = (names[first].block, names[first].tokens.start);
        // «в семье Хорхе и Инес Суарес», but not where the text has a Хорхе Орлов
        let is_familys = || {
            let mut others = seen[first..last].iter().flat_map(|seen| &seen.parts);
            is_of_family(text, block, start)
                && is_undeclined(&seen[first..=last], surname)
                && others.all(|part| part.lemmas.iter().all(|lemma| !full.contains(&lemma.key)))
        };
        if lemmas.is_empty() && (is_several(text, block, start) || is_familys()) {
            lemmas.push(lemma(surname.text.clone(), None, Cases::ALL, SURE));
        }
        if lemmas.is_empty() {
            continue;
        }
        let shared = Part { lemmas, ..surname.clone() };
        seen[last].parts.pop();
        for member in &mut seen[first..=last] {
            member.parts.push(shared.clone());
        }
    }
}

/// Whether both given names can stand in one case, the later in no nominative, and so does one of a family's surnames.
fn stand_together(earlier: &[Part], given: &[Part], surnames: &[Lemma]) -> bool {
    let cases = |parts: &[Part]| parts.first().and_then(Part::listed_cases);
    cases(earlier).zip(cases(given)).is_some_and(|(one, other)| {
        let both = one.and(other);
        !other.has(Case::Nominative)
            && surnames.iter().any(|surname| !surname.cases.and(both).is_empty())
    })
}

/// Gives the given names behind a family's surname that surname: «супругов Скрипко — Анну и Глеба».
pub(super) fn share_behind(text: &Text, names: &[Name], seen: &mut [Seen]) {
    let mut surname: Option<Part> = None;
    for place in 0..names.len() {
        let goes_on = place > 0 && is_abreast(text, &names[place - 1], &names[place], false);
        if !goes_on {
            surname = family(text, &names[place]);
        }
        match &surname {
            Some(surname) if is_given(&seen[place].parts) => {
                seen[place].parts.push(surname.clone());
            }
            _ => surname = None,
        }
    }
}

/// The surname of the family that stands before a name and a mark, in the singular.
fn family(text: &Text, name: &Name) -> Option<Part> {
    let block = &text.blocks[name.block];
    let at = name.tokens.start.checked_sub(2)?;
    let own = Name { block: name.block, tokens: at..at + 1 };
    let is_mark = matches!(block.word(at + 1), "—" | "–" | "(");
    if !is_mark || !is_family(text, &own) {
        return None;
    }
    let surname = part::parts(text, &own).pop()?;
    let mut lemmas = singular(&surname, &text.language.names);
    if lemmas.is_empty() {
        lemmas.push(lemma(surname.text.clone(), None, Cases::ALL, SURE));
    }
    Some(Part { lemmas, ..surname })
}

/// Whether a name is one word behind a word for several people, that names all of them:
/// «супругов Скрипко», but not «братьев Иванова».
pub(super) fn is_family(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let end = name.tokens.end;
    // «братья Лыков и Седов»
    let is_one_of_two = text.language.and.contains(block.folded(end))
        && block.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Capital);
    let is_word = name.tokens.len() == 1
        && block.tokens[name.tokens.start].shape != Shape::Lower
        && !is_one_of_two;
    is_word && is_several(text, name.block, name.tokens.start) && {
        part::parts(text, name).iter().all(|part| {
            let can_be = |case: Case| {
                part.lemmas
                    .iter()
                    .any(|l| l.weight >= 0 && l.cases.has(case) && l.cases != Cases::ALL)
            };
            part.kind == PartKind::Other
                && (!singular(part, names).is_empty() || !can_be(Case::Genitive))
        })
    }
}

/// Whether a word for several people stands before this token: «супругов».
fn is_several(text: &Text, block: usize, token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| text.blocks[block].folded(before));
    before.is_some_and(|before| text.language.names.several.contains(before))
}

/// Whether the surname stands as it is, as far as the given names show: «Хорхе и Инес Суарес», «Луиса и Инес Гарсиа», but
/// not «Луиса и Анны Седовой».
fn is_undeclined(all: &[Seen], surname: &Part) -> bool {
    let given = all.iter().filter_map(|seen| seen.parts.first()?.listed_cases());
    let cases = given.fold(Cases::ALL, Cases::and);
    let declined = || surname.lemmas.iter().filter(|lemma| lemma.cases != Cases::ALL);
    let agrees = |lemma: &Lemma| !lemma.cases.and(cases).is_empty();
    let is_likely = surname.lemmas.iter().any(|own| own.cases == Cases::ALL && own.weight > WEAK);
    declined().all(|lemma| lemma.weight < SURNAME) && (is_likely || !declined().any(agrees))
}

/// Whether a word for a family or for kin in the plural stands before this token: «семья», «родители».
fn is_of_family(text: &Text, block: usize, token: usize) -> bool {
    let names = &text.language.names;
    let before = token.checked_sub(1).map_or("", |before| text.blocks[block].folded(before));
    let is_kin = |word: &str| text.language.speech.of(word).is_kin();
    names.families.contains(before)
        || names.plurals.role(before, &names.roles).iter().any(|form| is_kin(form.nominative))
}

/// Whether the parts are a given name, with or without a patronymic.
fn is_given(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.kind == PartKind::Given)
        && parts.iter().all(|part| matches!(part.kind, PartKind::Given | PartKind::Patronymic))
}

/// Whether nothing but «и» stands between two names, or a comma where the second is not the last.
fn is_abreast(text: &Text, one: &Name, next: &Name, is_last: bool) -> bool {
    if one.block != next.block || one.tokens.end + 1 != next.tokens.start {
        return false;
    }
    let joint = text.blocks[one.block].folded(one.tokens.end);
    text.language.and.contains(joint) || !is_last && joint == ","
}

/// Whether nothing but «и», commas, adjectives and words that name nobody stands between two names: «Глеба, а затем и
/// маленького Остапа».
fn is_joined(text: &Text, one: &Name, next: &Name) -> bool {
    let block = &text.blocks[one.block];
    let between = one.tokens.end..next.tokens.start;
    let is_and = |at: usize| text.language.and.contains(block.folded(at));
    let is_small = |at: usize| {
        let word = block.folded(at);
        let names = &text.language.names;
        word == ","
            || is_and(at)
            || names.stops.contains(word)
            || text.language.speech.of(word).function == Some(Function::And)
            || !names.adjective_cases(word).is_empty()
    };
    one.block == next.block
        && between.len() <= LONGEST_JOINT
        && between.clone().all(is_small)
        && between.clone().any(is_and)
}

/// The surnames in the singular that the plural comes from.
fn singular(surname: &Part, names: &Names) -> Vec<Lemma> {
    if surname.kind != PartKind::Other || surname.text.len() != surname.key.len() {
        return Vec::new();
    }
    let read = names.plural_endings.iter().filter_map(|plural| {
        let stem = surname.text.strip_suffix(plural.ending)?;
        Some((stem, plural.singular.filter(|_| stem.chars().nth(1).is_some())?, plural.cases))
    });
    read.flat_map(|(stem, endings, cases)| {
        Gender::BOTH.into_iter().zip(endings).map(move |(gender, ending)| {
            lemma(format!("{stem}{ending}"), Some(gender), cases, SURE)
        })
    })
    .collect()
}
