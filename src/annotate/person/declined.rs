//! Declined: what the given name shows of the surname beside it, which ends as one that does not decline: «Роману Дзюбе»,
//! «Олега Щербину».

use crate::language::inflection::{Case, Cases, Gender};

use super::lemma::{Lemma, SURNAME, VOWELS, lemma};
use super::nominative::{Seen, WEAK};
use super::part::{Part, PartKind};

/// The endings of an accusative that are a nominative's too.
const ACCUSATIVE: [char; 2] = ['у', 'ю'];

/// A man's surname in -а that is no likelier is a woman's: «Седова».
const HERS: i32 = -6;

/// How likely a man's surname in -а is at least, beside a given name in the accusative.
const LIKELY: i32 = -1;

/// How likely a surname in -а is at least behind a velar, beside a given name in another case.
const VELAR: i32 = 1;

/// Makes it less likely that a surname stays as it is beside a given name that declines.
pub(super) fn likely(parts: &mut [Part]) {
    let has_middle = parts.len() > 2;
    let [first, .., last] = parts else { return };
    if last.kind != PartKind::Other {
        return;
    }
    let listed = first.listed_cases().filter(|cases| !cases.has(Case::Nominative));
    let is_open = last.key.ends_with(['е', 'у']) && !last.key.ends_with("ье");
    if listed.is_some() && is_open {
        weaken(last);
    }
    // «Кристины Варги», but «Нины Коски»
    let ends_in = |endings: [&str; 3]| endings.iter().any(|&ending| last.key.ends_with(ending));
    if listed.is_some() && ends_in(["ги", "ки", "хи"]) && !ends_in(["ски", "цки", "зки"])
    {
        let own = last.lemmas.iter_mut().filter(|lemma| lemma.key.ends_with('а'));
        own.for_each(|lemma| lemma.weight = lemma.weight.max(VELAR));
    }
    let is_accusative = |gender: Gender| {
        let own = first.lemmas.iter().filter(|lemma| lemma.gender == Some(gender));
        let mut listed = own.filter(|lemma| lemma.is_listed || listed.is_none());
        listed.any(|lemma| lemma.cases.has(Case::Accusative) && lemma.cases != Cases::ALL)
    };
    // «Олега Щербину» is no form of Щербин; «Байбу Круминю»
    let is_mans = listed.is_some()
        && first.key.ends_with(['а', 'я'])
        && is_accusative(Gender::Masculine)
        && !is_accusative(Gender::Feminine);
    // «Серджиу Кожокару» stays so.
    let is_open = first.key.chars().rev().nth(1).is_some_and(|letter| VOWELS.contains(&letter));
    let are_alike = first.key.ends_with(ACCUSATIVE) && !is_open && is_accusative(Gender::Feminine);
    if has_middle || !last.key.ends_with(ACCUSATIVE) || !(is_mans || are_alike) {
        return;
    }
    weaken(last);
    if is_mans {
        let accusative = Cases::of(Case::Accusative);
        let own = last.lemmas.iter_mut().filter(|lemma| lemma.cases == accusative);
        let is_his = |lemma: &&mut Lemma| lemma.fits(Gender::Masculine) && lemma.weight > HERS;
        for lemma in own.filter(is_his) {
            lemma.weight = lemma.weight.max(LIKELY);
        }
    }
}

/// Lets a man's surname stay as it is behind a given name that declines, which nothing lets be in the nominative: «о
/// гибели Степана Мунтян».
pub(super) fn free_last(Seen { parts, context }: &mut Seen) {
    let [first, last] = parts.as_mut_slice() else { return };
    let mut listed = first.lemmas.iter().filter(|lemma| lemma.is_listed).peekable();
    let is_oblique = listed.peek().is_some()
        && listed.all(|lemma| {
            !lemma.cases.has(Case::Nominative) && lemma.gender == Some(Gender::Masculine)
        });
    let mut own = last.lemmas.iter().filter(|lemma| lemma.fits(Gender::Masculine));
    if is_oblique
        && context.is_governed()
        && last.kind == PartKind::Other
        && own.all(|lemma| lemma.cases == Cases::NOMINATIVE)
    {
        last.lemmas.push(lemma(last.text.clone(), Some(Gender::Masculine), Cases::ALL, WEAK + 1));
    }
}

/// Lets the first of two given names before a surname stay as it is where the second shows another case: «врача Абдель
/// Халима Мухаммеда».
pub(super) fn free_first(parts: &mut [Part]) {
    let [first, second, _, ..] = parts else { return };
    if first.kind != PartKind::Given || first.listed_cases() != Some(Cases::NOMINATIVE) {
        return;
    }
    let gender = first.lemmas.iter().find(|lemma| lemma.is_listed).and_then(|lemma| lemma.gender);
    // «Халима» is a woman's too.
    let mut own = second.lemmas.iter().filter(|l| l.is_listed && l.gender == gender).peekable();
    if own.peek().is_some() && own.all(|lemma| !lemma.cases.has(Case::Nominative)) {
        first.lemmas.push(lemma(first.text.clone(), gender, Cases::ALL, 0));
    }
}

/// Tells a man's given name from a woman's by the case of the role noun before a full name: «министра Валентина Седова»
/// is Валентин.
pub(super) fn tell_given(seen: &mut [Seen]) {
    for Seen { parts, context } in seen.iter_mut().filter(|seen| seen.parts.len() > 1) {
        if context.role == Some(Cases::NOMINATIVE) {
            keep_given(parts);
        }
        let Some(role) = context.role.filter(|cases| !cases.has(Case::Nominative)) else {
            continue;
        };
        let [given, .., last] = parts.as_mut_slice() else { continue };
        if given.kind != PartKind::Given {
            continue;
        }
        let is_declined = |own: &Lemma| {
            last.lemmas.iter().any(|lemma| {
                lemma.weight >= SURNAME
                    && own.gender.is_some_and(|own| lemma.fits(own))
                    && lemma.cases.meets(role)
                    && !lemma.cases.has(Case::Nominative)
            })
        };
        let goes_on = |own: &Lemma| {
            let cases = own.cases.and(role);
            let fits = |lemma: &Lemma| own.gender.is_none_or(|own| lemma.fits(own));
            let mut likely = last.lemmas.iter().filter(|lemma| lemma.weight > WEAK);
            likely.any(|lemma| fits(lemma) && lemma.cases.meets(cases))
        };
        let stands = |lemma: &Lemma| lemma.is_listed && goes_on(lemma);
        if given.lemmas.iter().any(stands) {
            given.lemmas.retain(stands);
        } else {
            // «(по словам) министра Гузель Седовой»
            let stays = |lemma: &Lemma| {
                !lemma.is_listed && lemma.weight > WEAK && lemma.cases == Cases::ALL
            };
            if given.lemmas.iter().any(|lemma| stays(lemma) && is_declined(lemma)) {
                given.lemmas.retain(stays);
            }
        }
    }
}

/// Keeps a given name as it is that a role in the nominative leads to, where it is listed in neither that case nor the
/// genitive, and the surname can be in the nominative: «директор Лату Денкина» is no Лата.
fn keep_given(parts: &mut [Part]) {
    let [given, .., last] = parts else { return };
    let stands =
        |lemma: &Lemma| !lemma.cases.has(Case::Nominative) && !lemma.cases.has(Case::Genitive);
    let mut surname = last.lemmas.iter().filter(|lemma| lemma.weight > WEAK);
    let is_declined = |lemma: &Lemma| lemma.weight >= SURNAME && !lemma.cases.has(Case::Nominative);
    if given.kind == PartKind::Given
        && given.lemmas.iter().filter(|lemma| lemma.is_listed).all(stands)
        && surname.any(|lemma| lemma.cases.has(Case::Nominative))
        && !last.lemmas.iter().any(is_declined)
    {
        given.lemmas = vec![lemma(given.text.clone(), None, Cases::ALL, SURNAME)];
    }
}

/// Takes something off the readings of a word as one that does not decline.
fn weaken(part: &mut Part) {
    for lemma in part.lemmas.iter_mut().filter(|lemma| lemma.cases == Cases::ALL) {
        lemma.weight -= 1;
    }
}
