//! Whether two names may be one person's.

use crate::language::inflection::Gender;
use crate::language::names::Names;

use super::lemma::SURNAME;
use super::part::{Part, PartKind};
use super::syllable;

/// How well «Тамара Павловна» goes together with «Тамара Зимина»: less than two words that agree.
const COURTEOUS: i32 = 1;

/// How well two mentions go together as one person's: nothing where they do not.
pub(super) fn same(names: &Names, one: &[Part], other: &[Part]) -> Option<i32> {
    let words = |parts: &[Part]| parts.iter().filter(|part| part.is_word()).count();
    let (fewer, more) = if words(one) <= words(other) { (one, other) } else { (other, one) };
    for (courteous, full) in [(one, other), (other, one)] {
        let is_bare = !full.iter().any(|part| part.kind == PartKind::Patronymic)
            && full.iter().any(|part| part.kind == PartKind::Other);
        if is_courteous(courteous) && is_bare && words(full) > 1 {
            let is_same =
                full[0].kind == courteous[0].kind && agree(names, &courteous[0], &full[0]);
            let differ = gender(one).zip(gender(other)).is_some_and(|(own, other)| own != other);
            return (is_same && !differ).then_some(COURTEOUS);
        }
    }
    // «Николай I» is neither «Николай II» nor Николай Иванов.
    if differ_in_numeral(one, other) {
        return None;
    }
    // «Н. П. Ильин» and «Николай Петрович»
    for (courteous, short) in [(one, other), (other, one)] {
        if is_courteous(courteous) && has_two_initials(short) {
            let differ = gender(courteous).is_some_and(|gender| !fits(short, gender));
            return (letters(courteous) == letters(short) && !differ).then_some(COURTEOUS);
        }
    }
    let mut score = 0;
    let mut used = vec![false; more.len()];
    for part in fewer.iter().filter(|part| part.is_word()) {
        let place = more
            .iter()
            .enumerate()
            .rev()
            .find(|&(place, other)| {
                // «Бен Хамму» is «Ильяс Бен Хамму».
                let is_alike = other.is_word() && agree(names, part, other)
                    || other.kind == PartKind::Particle && part.key == other.key;
                !used[place] && is_alike
            })
            .map(|(place, _)| place)?;
        used[place] = true;
        let is_last = more[place + 1..].iter().all(|part| !part.is_word())
            || place == 0 && syllable::is_whole(more);
        score += if is_last { 3 } else { 2 };
    }
    // Initials must be those of words that are left, or of initials.
    for part in fewer.iter().filter(|part| part.kind == PartKind::Initial) {
        let letter = part.key.chars().next();
        let fits = more
            .iter()
            .enumerate()
            .any(|(place, other)| !used[place] && other.key.chars().next() == letter);
        if !fits && words(fewer) < words(more) {
            return None;
        }
        if !fits && more.iter().any(|part| part.kind == PartKind::Initial) {
            return None;
        }
    }
    // Two full names must both agree in gender.
    match (gender(one), gender(other)) {
        (Some(own), Some(others)) if own != others => None,
        _ => Some(score),
    }
}

/// Whether two names are those of rulers by different numerals, or of a ruler and somebody whose
/// name says more.
pub(super) fn differ_in_numeral(one: &[Part], other: &[Part]) -> bool {
    let numeral = |parts: &[Part]| {
        let found = parts.iter().find(|part| part.kind == PartKind::Numeral)?;
        Some(found.key.clone())
    };
    let is_given = |parts: &[Part]| parts.iter().all(|part| part.kind == PartKind::Given);
    let words = |parts: &[Part]| parts.iter().filter(|part| part.is_word()).count();
    match (numeral(one), numeral(other)) {
        (Some(own), Some(others)) => own != others,
        (Some(_), None) => words(other) > words(one) && !is_given(other),
        (None, Some(_)) => words(one) > words(other) && !is_given(one),
        (None, None) => false,
    }
}

/// Whether two words may be forms of one.
pub(super) fn agree(names: &Names, one: &Part, other: &Part) -> bool {
    if one.key == other.key {
        return true;
    }
    // «Буш-старший» is not «Буш-младший».
    let generation = |part: &Part| {
        let lemma = part.lemmas.first()?;
        let (_, last) = lemma.key.rsplit_once('-')?;
        names.particles.get(last).copied()
    };
    if generation(one).zip(generation(other)).is_some_and(|(one, other)| one != other) {
        return false;
    }
    let (one, other) = (keys(names, one), keys(names, other));
    one.iter().any(|key| other.binary_search(key).is_ok())
}

/// What a word may be looked up by.
pub(super) fn keys<'a>(names: &'a Names, part: &'a Part) -> Vec<&'a str> {
    let mut keys: Vec<&str> = part.lemmas.iter().map(|lemma| lemma.key.as_str()).collect();
    for lemma in &part.lemmas {
        if let Some(full) = names.short.get(&lemma.key) {
            keys.extend(full.iter().map(String::as_str));
        }
        if let Some((first, last)) = lemma.key.rsplit_once('-') {
            let is_particle = names.particles.contains(names.particle(last));
            if is_particle || first.chars().nth(3).is_some() {
                keys.push(first);
            }
            if !is_particle {
                keys.push(last);
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether a name is a given name and a patronymic alone.
pub(super) fn is_courteous(parts: &[Part]) -> bool {
    matches!(parts, [given, patronymic]
        if matches!(given.kind, PartKind::Given | PartKind::Other)
            && patronymic.kind == PartKind::Patronymic)
}

/// Whether a name is two initials and a word that is neither a given name nor a patronymic.
pub(super) fn has_two_initials(parts: &[Part]) -> bool {
    let initials = parts.iter().filter(|part| part.kind == PartKind::Initial).count();
    let words: Vec<_> = parts.iter().filter(|part| part.is_word()).collect();
    initials == 2 && matches!(words[..], [surname] if surname.kind == PartKind::Other)
}

/// Whether the surname reads best, or as well as any other way, as one of this gender.
fn fits(parts: &[Part], gender: Gender) -> bool {
    let lemmas = || parts.iter().filter(|part| part.is_word()).flat_map(|part| &part.lemmas);
    let best = lemmas().map(|lemma| lemma.weight).max();
    lemmas().any(|lemma| Some(lemma.weight) == best && lemma.fits(gender))
}

/// What «Н. П. Ильин» and «Николай Петрович» have in common.
pub(super) fn letters(parts: &[Part]) -> Option<String> {
    let is_named = |part: &&Part| {
        if is_courteous(parts) { part.is_word() } else { part.kind == PartKind::Initial }
    };
    (is_courteous(parts) || has_two_initials(parts)).then(|| {
        let first = parts.iter().filter(is_named).filter_map(|part| part.key.chars().next());
        first.flat_map(|letter| [letter, '.']).collect()
    })
}

/// Whether a name has more than one word, initial or numeral.
pub(super) fn is_full(parts: &[Part]) -> bool {
    parts.iter().filter(|part| part.kind != PartKind::Particle).count() > 1
}

/// The gender that the given name shows beyond doubt.
pub(super) fn gender(parts: &[Part]) -> Option<Gender> {
    let words = parts.iter().filter(|part| part.is_word()).count();
    if words < 2 {
        return None;
    }
    // «Валентина Юрьевна»
    let fathers = parts.iter().filter(|part| part.kind == PartKind::Patronymic);
    let mut shown = fathers
        .flat_map(|part| &part.lemmas)
        .filter(|l| l.weight >= SURNAME && l.gender.is_some())
        .peekable();
    if shown.peek().is_some() && shown.all(|lemma| lemma.gender == Some(Gender::Feminine)) {
        return Some(Gender::Feminine);
    }
    let mut found = None;
    for part in parts.iter().filter(|part| part.kind == PartKind::Given) {
        for lemma in part.lemmas.iter().filter(|lemma| lemma.weight >= 6) {
            match (found, lemma.gender) {
                (_, None) => {}
                (None, own) => found = own,
                (Some(known), Some(own)) if known == own => {}
                // «Дуглас Фэй»: a surname that is a given name too.
                _ if words == 2 && part.key != parts[0].key => {}
                _ => return None,
            }
        }
    }
    found
}
