//! The nominatives that a word of a name may come from.

use crate::annotate::text::fold;
use crate::language::inflection::{Case, Cases, Gender, Kind};
use crate::language::names::Names;

use super::spelling;

/// A nominative that a word may come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lemma {
    /// As it is written: «Назарбаев».
    pub(super) text: String,
    /// In small letters with ё and э as е.
    pub(super) key: String,
    /// The gender that this reading needs; nothing where it does not matter.
    pub(super) gender: Option<Gender>,
    /// The cases that the word stands in, read so.
    pub(super) cases: Cases,
    /// How likely the reading is in itself.
    pub(super) weight: i32,
    /// Whether the list of given names has it.
    pub(super) is_listed: bool,
}

impl Lemma {
    /// Whether somebody of this gender can be called so.
    pub(super) fn fits(&self, gender: Gender) -> bool {
        self.gender.is_none_or(|own| own == gender)
    }
}

/// A reading of so much weight is a surname's by its ending: «Седова».
pub(super) const SURNAME: i32 = 3;

/// How much a woman's surname weighs that is an adjective of the list.
const ADJECTIVE: i32 = 5;

/// The letters for vowels.
pub(super) const VOWELS: [char; 9] = ['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'];

/// No name that ends in one of these declines: «Оссорио», «Эцио».
pub(super) const UNDECLINED: [char; 5] = ['е', 'и', 'о', 'у', 'ю'];

/// Whether a word in small letters is one short syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    word.chars().count() <= 5
        && word.chars().filter(|&letter| VOWELS.contains(&letter) || letter == 'ё').count() == 1
}

/// What joins spellings: э and е are written for one another in foreign names.
pub(super) fn key(folded: &str) -> String {
    if folded.contains('э') { folded.replace('э', "е") } else { folded.to_owned() }
}

/// A reading of a word that no list has.
pub(super) fn lemma(text: String, gender: Option<Gender>, cases: Cases, weight: i32) -> Lemma {
    let key = key(&fold(&text));
    Lemma { text, key, gender, cases, weight, is_listed: false }
}

/// The readings of a given name that the list lacks: of two that a hyphen joins, or, where it opens a name, of an
/// instrumental with a slip of the pen.
pub(super) fn unlisted(text: &str, folded: &str, opens: bool, names: &Names) -> Vec<Lemma> {
    let joined = pair(text, folded, names);
    if !opens || !joined.is_empty() {
        return joined;
    }
    let mended = spelling::mended(folded).flat_map(|word| given(&word, &word, names));
    mended.filter(|lemma| lemma.cases == Cases::of(Case::Instrumental)).collect()
}

/// The readings of two given names that a hyphen joins, both of which decline: «Ханс-Петера»; or the first alone, where the
/// second ends as no name does that declines: «Анну-Лор», «Жана-Мари».
fn pair(text: &str, folded: &str, names: &Names) -> Vec<Lemma> {
    let Some((at, (first, last))) = folded.find('-').zip(folded.split_once('-')) else {
        return Vec::new();
    };
    let second = given(&text[at + 1..], last, names);
    let firsts = given(&text[..at], first, names);
    let joined = firsts.iter().flat_map(|one| {
        second.iter().filter_map(move |other| {
            let cases = one.cases.and(other.cases);
            (one.gender == other.gender && !cases.is_empty()).then(|| Lemma {
                text: format!("{}-{}", one.text, other.text),
                key: format!("{}-{}", one.key, other.key),
                cases,
                ..one.clone()
            })
        })
    });
    let joined: Vec<Lemma> = joined.collect();
    if !joined.is_empty() {
        return joined;
    }
    let stays = |one: &&Lemma| {
        last.ends_with(UNDECLINED)
            || one.gender == Some(Gender::Feminine) && !last.ends_with(VOWELS)
    };
    let first = firsts.iter().filter(stays).map(|one| Lemma {
        text: format!("{}{}", one.text, &text[at..]),
        key: key(&format!("{}-{last}", one.key)),
        ..one.clone()
    });
    first.collect()
}

/// The readings that the list of given names has.
pub(super) fn given(text: &str, folded: &str, names: &Names) -> Vec<Lemma> {
    let forms = names.given(folded);
    // «Алёна» is no form of Ален.
    let has_dots =
        text.contains('ё') && forms.iter().any(|form| form.nominative.contains(['ё', 'Ё']));
    forms
        .iter()
        .filter(|form| !has_dots || form.nominative.contains(['ё', 'Ё']))
        .map(|form| {
            // The text's own spelling of ё, where the list's nominative has the same letters.
            let listed = form.nominative;
            let plain = listed.replace('ё', "е");
            let written = if plain.to_lowercase() == folded {
                text.to_owned()
            } else if form.irregular || text.contains('ё') {
                listed.to_owned()
            } else {
                plain
            };
            let read = lemma(written, Some(form.gender), form.cases, 6);
            Lemma { is_listed: true, ..read }
        })
        .collect()
}

/// The readings of what ends like a patronymic: those that come from one are likelier.
pub(super) fn patronymics(text: &str, folded: &str, names: &Names) -> Vec<Lemma> {
    let mut lemmas = others(text, folded, names);
    let own = names.patronymic(folded);
    for lemma in &mut lemmas {
        let is_own = lemma.gender.is_none_or(|gender| Some(gender) == own);
        if is_own && names.is_nominative_patronymic(&lemma.key) {
            lemma.weight = lemma.weight.max(SURNAME);
        }
    }
    lemmas
}

/// The readings that the endings allow.
pub(super) fn others(text: &str, folded: &str, names: &Names) -> Vec<Lemma> {
    let mut lemmas = Vec::new();
    // «Салтыкова-Щедрина»: the first part follows where it declines as a surname.
    let (head, tail) = folded.rfind('-').map_or(("", folded), |at| folded.split_at(at + 1));
    if folded.is_ascii() || names.inflection.is_empty() || text.len() != folded.len() {
        return vec![lemma(text.to_owned(), None, Cases::ALL, 0)];
    }
    if let Some(first) = head.strip_suffix('-')
        && names.particles.contains(names.particle(tail))
    {
        let particle = names.particle(tail);
        return others(&text[..first.len()], first, names)
            .into_iter()
            .map(|own| Lemma {
                text: format!("{}-{particle}", own.text),
                key: format!("{}-{particle}", own.key),
                ..own
            })
            .collect();
    }
    for reading in names.inflection.readings(tail, Kind::Surname) {
        let stem = &text[head.len()..head.len() + reading.stem];
        let nominative = [&tail[..reading.stem], reading.ending].concat();
        // «Мамаду Ба» is no «Б».
        if nominative.chars().nth(1).is_none() {
            continue;
        }
        // «Яровая», as the adjective «яровой» has it.
        let is_adjective = || {
            let masculine = nominative.strip_suffix("ая").map(|stem| format!("{stem}ой"));
            masculine.is_some_and(|word| names.stressed_adjectives.contains(word.as_str()))
        };
        let weight = if is_adjective() {
            ADJECTIVE
        } else if nominative != tail && names.surnames.contains(nominative.as_str()) {
            // «Бальзака», but «Меркель» may be a woman's.
            SURNAME
        } else {
            names.ending_weight(&nominative, reading.gender)
        };
        let first = head
            .strip_suffix('-')
            .map(|first| {
                let best = names
                    .inflection
                    .readings(first, Kind::Surname)
                    .into_iter()
                    .filter(|other| {
                        let nominative = format!("{}{}", &first[..other.stem], other.ending);
                        other.gender == reading.gender
                            && !other.cases.and(reading.cases).is_empty()
                            && names.ending_weight(&nominative, other.gender) >= 2
                    })
                    .max_by_key(|other| other.stem);
                best.map_or(text[..head.len()].to_owned(), |best| {
                    format!("{}{}-", &text[..best.stem], best.ending)
                })
            })
            .unwrap_or_default();
        // A stem of one letter is a reading of last resort, but «Швец» has four.
        let weight = weight - if reading.stem < 6 && nominative.len() < 8 { 2 } else { 0 };
        lemmas.push(lemma(
            [&*first, stem, reading.ending].concat(),
            Some(reading.gender),
            reading.cases,
            weight,
        ));
    }
    // «Воронцовой-Гай»: the first half may decline alone.
    if let Some(first) = head.strip_suffix('-') {
        for own in names.inflection.readings(first, Kind::Surname) {
            let nominative = format!("{}{}", &first[..own.stem], own.ending);
            let weight = names.ending_weight(&nominative, own.gender);
            // «Бернерсом-Ли»: nothing else ends so.
            let is_instrumental = own.cases == Cases::of(Case::Instrumental)
                && own.gender == Gender::Masculine
                && tail.ends_with(VOWELS)
                && is_syllable(tail);
            if weight >= 3 || is_instrumental {
                let tail = &text[head.len()..];
                let whole = format!("{}{}-{tail}", &text[..own.stem], own.ending);
                lemmas.push(lemma(whole, Some(own.gender), own.cases, weight.max(SURNAME) - 2));
            }
        }
    }
    let instrumental = Cases::of(Case::Instrumental);
    for (nominative, weight) in spelling::shortened(text).zip([SURNAME, SURNAME - 1]) {
        lemmas.push(lemma(nominative, Some(Gender::Masculine), instrumental, weight));
    }
    // What does not decline: a woman's surname in a consonant, a foreign one in a vowel.
    let ends_in_consonant = !folded.ends_with(VOWELS) && !folded.ends_with('й');
    let weight = |gender| names.ending_weight(folded, gender);
    if ends_in_consonant {
        // «Белых» is either's.
        let gender = if names.is_eithers(folded) { None } else { Some(Gender::Feminine) };
        lemmas.push(lemma(text.to_owned(), gender, Cases::ALL, weight(Gender::Feminine)));
    } else {
        // «а» and «я» decline as a rule.
        let weight =
            if folded.ends_with(['а', 'я', 'й']) { -4 } else { weight(Gender::Masculine) };
        lemmas.push(lemma(text.to_owned(), None, Cases::ALL, weight));
    }
    lemmas
}
