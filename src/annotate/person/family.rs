//! Families: «братья Пётр и Павел Орловы», one surname in the plural for several given names.

use crate::annotate::name::Name;
use crate::annotate::text::Text;
use crate::language::inflection::Gender;
use crate::language::names::Names;

use super::nominative::Seen;
use super::part::{self, Part, PartKind};

/// How sure a surname in the singular is that is made from a family's.
const SURE: i32 = 4;

/// Gives each of the given names before a family's surname that surname in the singular.
pub(super) fn share(text: &Text, names: &[Name], seen: &mut [Seen]) {
    for last in 1..names.len() {
        let mut first = last;
        while first > 0
            && is_abreast(text, &names[first - 1], &names[first], first == last)
            && is_given(&seen[first - 1].parts)
        {
            first -= 1;
        }
        let Some((surname, given)) = seen[last].parts.split_last() else { continue };
        if first == last || !is_given(given) {
            continue;
        }
        let lemmas = singular(surname, &text.language.names);
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

/// The surnames in the singular that the plural comes from.
fn singular(surname: &Part, names: &Names) -> Vec<part::Lemma> {
    if surname.kind != PartKind::Other || surname.text.len() != surname.key.len() {
        return Vec::new();
    }
    let read = names.plural_endings.iter().filter_map(|plural| {
        let stem = surname.text.strip_suffix(plural.ending)?;
        Some((stem, plural.singular.filter(|_| stem.chars().nth(1).is_some())?, plural.cases))
    });
    read.flat_map(|(stem, endings, cases)| {
        [Gender::Masculine, Gender::Feminine].into_iter().zip(endings).map(
            move |(gender, ending)| {
                part::lemma(format!("{stem}{ending}"), Some(gender), cases, SURE)
            },
        )
    })
    .collect()
}
