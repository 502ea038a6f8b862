//! What was expected against what was found.

use std::collections::{BTreeMap, BTreeSet};

use crate::markup::{Id, Mark, Marked, Part};

/// What was found, as far as the expected text says anything about it: things of these letters
/// alone, each under the id of the expected thing at the same place, with the fields, cue and
/// relation that the expected one gives. What nothing expects
/// keeps its letter and has a number past them.
pub(crate) fn masked(mut found: Marked, expected: &Marked, letters: &str) -> Marked {
    found.things.retain(|id, _| letters.contains(id.0));
    let last = expected.things.keys().map(|id| id.1).max().unwrap_or(0);
    let mut ids: BTreeMap<Id, Id> = BTreeMap::new();
    for &id in found.things.keys() {
        let taken: BTreeSet<Id> = ids.values().copied().collect();
        let same = |other: &&Id| {
            other.0 == id.0 && !taken.contains(other) && is_same(&found, id, expected, **other)
        };
        let new = expected.things.keys().find(same).copied();
        ids.insert(id, new.unwrap_or(Id(id.0, last + id.1)));
    }
    let says = |id: Id, part: Part| expected.marks.iter().any(|m| m.id == id && m.part == part);
    let marks = found.marks.iter().filter_map(|mark| {
        let id = *ids.get(&mark.id)?;
        let known = expected.things.contains_key(&id);
        let is_told = match mark.part {
            Part::Words => id.0 != 'p' || expected.marks.iter().any(|m| m.id.0 == 'p'),
            _ => known && says(id, mark.part),
        };
        is_told.then_some(Mark { id, ..*mark })
    });
    let things = found.things.iter().map(|(old, fields)| {
        let id = ids[old];
        let expected = expected.things.get(&id);
        let fields = fields.iter().enumerate().filter_map(|(place, field)| match expected {
            None => (place == 0 || id.0 == 'q').then(|| field.clone()),
            Some(_) if place == 0 => Some(field.clone()),
            Some(expected) => told(field, expected, &ids),
        });
        (id, fields.collect())
    });
    let mut masked = Marked {
        things: things.collect(),
        marks: marks.collect(),
        blocks: std::mem::take(&mut found.blocks),
        after_lost: std::mem::take(&mut found.after_lost),
    };
    masked.sort();
    masked
}

/// The found field as far as the expected ones tell it: `by unnamed источник` where `by unnamed`
/// is expected is `by unnamed`; nothing where no expected field has its name.
fn told(field: &str, expected: &[String], ids: &BTreeMap<Id, Id>) -> Option<String> {
    let name = field.split(' ').next();
    let wanted = expected.iter().skip(1).find(|wanted| wanted.split(' ').next() == name)?;
    if ["by unnamed", "by organisation"].contains(&wanted.as_str()) && field.starts_with(wanted) {
        return Some(wanted.clone());
    }
    // A figure names the quote that it stands in by its id.
    let renamed = ids.iter().find(|(old, _)| field == format!("in {old}"));
    Some(renamed.map_or_else(|| field.to_owned(), |(_, new)| format!("in {new}")))
}

/// Whether the two are the same thing: a person of the same name, or words at the same place.
fn is_same(found: &Marked, id: Id, expected: &Marked, other: Id) -> bool {
    if id.0 == 'p' {
        return found.things[&id].first() == expected.things[&other].first();
    }
    let first = |text: &Marked, id: Id| {
        text.marks.iter().find(|m| m.id == id && m.part == Part::Words).map(|m| m.at)
    };
    match (first(found, id), first(expected, other)) {
        (Some(found), Some(expected)) => found.overlaps(&expected),
        _ => false,
    }
}

/// The lines that differ: what was expected after `-`, what was found after `+`.
pub(crate) fn differences(expected: &Marked, found: &Marked) -> Vec<String> {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    let (wanted, seen) = (expected.clone(), found.clone());
    expected.retain(|line| !seen.contains(line));
    found.retain(|line| !wanted.contains(line));
    let minus = expected.iter().map(|line| format!("- {line}"));
    minus.chain(found.iter().map(|line| format!("+ {line}"))).collect()
}
