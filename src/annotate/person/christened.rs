//! Christened: animals, ships and storms that have a person's name: «кот Тимофей», «паром «Лилия»», «тайфун Марианна».

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::Text;
use crate::language::inflection::{Case, Cases};
use crate::language::telling::Around;

use super::nominative::WEAK;
use super::part::{self, PartKind};
use super::{thing, title};

/// Takes the names of such out of the names, wherever a bare one stands alone, too.
pub(super) fn leave_out(text: &Text, names: &mut Vec<Name>, full: &HashSet<&str>) {
    let theirs: Vec<bool> = names.iter().map(|name| is_one(text, name, full)).collect();
    let stems: HashSet<Vec<&str>> = names
        .iter()
        .zip(&theirs)
        .filter(|(_, is_theirs)| **is_theirs)
        .filter_map(|(name, _)| Some(name::stems(text, &behind_noun(text, name)?.0)))
        .collect();
    let mut theirs = theirs.into_iter();
    names.retain(|name| {
        let is_bare = || name.tokens.len() > 1 || thing::is_bare(text, name, full);
        let is_known = || stems.contains(&name::stems(text, name));
        !(theirs.next().unwrap_or_default() || is_bare() && is_known())
    });
}

/// Whether the noun for such stands before a name, or opens it, in a case that the name can stand in: «кот Тимофей», but not
/// «кот Тимофея», «паром Лыкова»; a given name in the genitive is rather the owner's: «кота Тимофея».
fn is_one(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let Some((own, noun)) = behind_noun(text, name) else { return false };
    let parts = part::parts(text, &own);
    let is_listed = parts.iter().any(|part| part.listed_cases().is_some());
    let noun = if is_listed && !noun.has(Case::Nominative) {
        noun.and(Cases::of(Case::Dative).or(Cases::of(Case::Instrumental)))
    } else {
        noun
    };
    let words = parts.iter().filter(|part| part.is_word());
    let stands = words.fold(noun, |noun, part| noun.and(part.cases(WEAK)));
    // «Яхту Лыкова продали», «Медведь Иван Лукич ушёл»
    let is_somebodys = parts.iter().any(|part| part.kind == PartKind::Patronymic)
        || own.tokens.len() == 1 && thing::is_surname(text, &own)
        || name.tokens.len() == 1 && !thing::is_bare(text, name, full);
    !stands.is_empty() && !is_somebodys
}

/// The name without the noun that opens it or stands before it, and the cases of that noun: «Кот Барсик», «циклон «Вера»».
fn behind_noun(text: &Text, name: &Name) -> Option<(Name, Cases)> {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens.clone();
    let cases = |at: usize| {
        let forms = text.language.names.christened.get(block.folded(at))?;
        Some(forms.iter().fold(Cases::default(), |cases, form| cases.or(form.cases)))
    };
    if let Some(noun) = cases(start).filter(|_| name.tokens.len() > 1) {
        return Some((Name { tokens: start + 1..end, ..name.clone() }, noun));
    }
    let before = start.checked_sub(1)?;
    // «собаку зовут Вера»
    if text.language.names.tellings.is(block.folded(before), Around::Calling) {
        return cases(before.checked_sub(1)?).map(|_| (name.clone(), Cases::NOMINATIVE));
    }
    let is_mark = title::may_open(block, before);
    let noun = cases(if is_mark { before.checked_sub(1)? } else { before })?;
    Some((name.clone(), noun))
}
