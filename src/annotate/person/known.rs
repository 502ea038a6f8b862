//! What the text shows of a name in the nominative, which elsewhere could be another: «Звездан Лунич пел», «Ассунта Скарпетта
//! и Дженнаро Скарпетта».

use foldhash::HashSet;

use crate::language::inflection::{Cases, Gender};
use crate::language::names::Names;

use super::lemma::{Lemma, SURNAME, VOWELS};
use super::nominative::Seen;
use super::part::{Part, PartKind};

/// How likely a given name is that the text has in the nominative: as one of the list.
const GIVEN: i32 = 6;

/// The endings of a nominative that could be a man's genitive or dative: «Скарпетта», «Морару».
const OPEN: [char; 3] = ['а', 'я', 'у'];

/// Makes readings likely that the text shows elsewhere in the nominative: a man's given name that reads like a woman's in
/// another case, and a surname that reads like a man's.
pub(super) fn tell(seen: &mut [Seen]) {
    let mut given: HashSet<String> = HashSet::default();
    let mut surnames: HashSet<String> = HashSet::default();
    for own in seen.iter().filter(|own| is_nominative(own)) {
        let [first, .., last] = own.parts.as_slice() else { continue };
        let is_hers = own.context.own_verb == Some(Gender::Feminine);
        if first.kind == PartKind::Other && !first.key.ends_with(VOWELS) && !is_hers {
            given.insert(first.key.clone());
        }
        if last.kind == PartKind::Other && last.key.ends_with(OPEN) && !is_womans(last) {
            surnames.insert(last.key.clone());
        }
    }
    for own in seen.iter_mut().filter(|own| own.parts.len() > 1) {
        let Some((last, before)) = own.parts.split_last_mut() else { continue };
        raise(last, &surnames, SURNAME);
        if let Some(first) = before.first_mut().filter(|first| is_listed_for_women(first)) {
            raise(first, &given, GIVEN);
        }
    }
}

/// Takes for a patronymic what ends like one, stands nowhere alone, and is one in a longer name, or has before it a given
/// name of no list that somebody of another surname bears: «Эсенбек Асанович» beside «Эсенбек Турдалиев».
pub(super) fn tell_patronymics(names: &Names, seen: &mut [Seen]) {
    let mut alone: HashSet<String> = HashSet::default();
    let mut fathers: HashSet<String> = HashSet::default();
    let mut bearers: HashSet<String> = HashSet::default();
    let is_like_one = |part: &Part| names.patronymic(&part.key).is_some();
    for Seen { parts, .. } in seen.iter() {
        match parts.as_slice() {
            [one] => alone.extend(keys(one)),
            [first, last] if first.kind == PartKind::Other && !is_like_one(last) => {
                bearers.extend(keys(first));
            }
            _ => {
                let own = parts.iter().filter(|part| part.kind == PartKind::Patronymic);
                fathers.extend(own.flat_map(keys));
            }
        }
    }
    for Seen { parts, .. } in seen.iter_mut() {
        let [first, last] = parts.as_mut_slice() else { continue };
        let is_borne =
            || first.kind == PartKind::Other && keys(first).any(|key| bearers.contains(&key));
        if last.kind == PartKind::Other
            && is_like_one(last)
            && !keys(last).any(|key| alone.contains(&key))
            && (keys(last).any(|key| fathers.contains(&key)) || is_borne())
        {
            last.kind = PartKind::Patronymic;
        }
    }
}

/// What a word may come from.
fn keys(part: &Part) -> impl Iterator<Item = String> {
    part.lemmas.iter().map(|lemma| lemma.key.clone())
}

/// Makes the readings of the word likely that are among these, and decline or end as none that does.
fn raise(part: &mut Part, known: &HashSet<String>, weight: i32) {
    let is_likely = |lemma: &&mut Lemma| lemma.cases != Cases::ALL || lemma.key.ends_with('у');
    let declined = part.lemmas.iter_mut().filter(is_likely);
    for lemma in declined.filter(|lemma| known.contains(&lemma.key)) {
        lemma.weight = lemma.weight.max(weight);
    }
}

/// Whether the name can be in no other case.
fn is_nominative(Seen { parts, context }: &Seen) -> bool {
    let Some(first) = parts.first().filter(|first| first.is_word()) else { return false };
    let is_shown = match first.listed_cases() {
        None => context.own_verb.is_some() || context.role == Some(Cases::NOMINATIVE),
        Some(Cases::ALL) => context.role == Some(Cases::NOMINATIVE),
        Some(cases) => cases == Cases::NOMINATIVE,
    };
    is_shown && !context.is_governed()
}

/// Whether the list has the word as a form of women's names alone.
fn is_listed_for_women(part: &Part) -> bool {
    let mut listed = part.lemmas.iter().filter(|lemma| lemma.is_listed).peekable();
    listed.peek().is_some() && listed.all(|lemma| lemma.gender == Some(Gender::Feminine))
}

/// Whether the word as it stands is rather a woman's surname: «Седова».
fn is_womans(part: &Part) -> bool {
    part.lemmas.iter().any(|lemma| {
        lemma.key == part.key && lemma.gender == Some(Gender::Feminine) && lemma.weight >= SURNAME
    })
}
