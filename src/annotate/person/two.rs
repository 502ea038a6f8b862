//! Two: whether words of names side by side are of two people, as their cases tell: «сестра Круля Анна», «с Седовым Лыкова».

use crate::annotate::name;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form;

use super::lemma::{Lemma, SURNAME, UNDECLINED, VOWELS};
use super::part::{Part, PartKind};

/// A reading that is less likely than this does not count.
pub(super) const LEAST: i32 = -4;

/// One that is no more likely than this counts only where nothing speaks against it.
const UNLIKELY: i32 = -2;

/// The cases in which one's kin is told of as anything but the subject, and that are no genitive.
const CLOSE: [Case; 3] = [Case::Dative, Case::Accusative, Case::Instrumental];

/// Whether the words on the right open with a given name in the nominative, which those on the
/// left cannot stand in.
pub(super) fn opens_anew(left: &[Part], right: &[Part], is_kin: bool) -> bool {
    let Some(given) = right.first().filter(|part| part.kind == PartKind::Given) else {
        return false;
    };
    let stand = Gender::BOTH.map(|gender| cases(left, gender, LEAST));
    // «Анны Франк»: the given name is a surname too, one that does not decline.
    let is_one = right.len() == 1
        && Gender::BOTH.into_iter().zip(stand).any(|(gender, stand)| {
            given.lemmas.iter().any(|lemma| {
                !lemma.is_listed
                    && lemma.weight >= LEAST
                    && lemma.key == given.key
                    && lemma.fits(gender)
                    && !lemma.cases.and(stand).is_empty()
            })
        });
    // «Алексей» is no form of Алекса where the words before stand in another case.
    let mut listed = given.lemmas.iter().filter(|lemma| lemma.is_listed).peekable();
    let first = left.first().and_then(Part::listed_cases).unwrap_or_default();
    let is_nominative = listed.peek().is_some()
        && listed.clone().any(|lemma| lemma.cases == Cases::NOMINATIVE)
        && listed.all(|lemma| {
            lemma.cases == Cases::NOMINATIVE
                || !first.is_empty() && lemma.cases.and(first).is_empty()
        });
    if !is_nominative || is_one || ends_as(right, stand) {
        return false;
    }
    let either = stand[0].or(stand[1]);
    // «Марины Голуб Алексей Русаков»: the given name stands in no nominative, whatever the surname.
    let is_oblique =
        left.first().is_some_and(|part| part.kind == PartKind::Given && part.is_oblique());
    if !either.has(Case::Nominative) {
        return !either.is_empty() || is_oblique;
    }
    if is_kin {
        return left.iter().any(is_declined);
    }
    // «Кольцова Дэвид Олсен»: whose surname follows has no other before the given name.
    let Some(surname) = right.get(1).filter(|part| part.kind == PartKind::Other) else {
        return false;
    };
    let [other] = left else { return false };
    let own = |gender| given.lemmas.iter().any(|l| l.is_listed && l.gender == Some(gender));
    let is_strange = Gender::BOTH
        .into_iter()
        .filter(|&gender| own(gender))
        .all(|gender| !cases(left, gender, UNLIKELY).has(Case::Nominative));
    let is_sure = Gender::BOTH.into_iter().any(|gender| own(gender) && is_surname(surname, gender));
    other.kind == PartKind::Other && is_declined(other) && (is_strange || is_sure)
}

/// Whether a given name in the nominative, as a noun for kin right before has it, stands behind one
/// in another case, or behind a surname that its bearer would not have: «вдова Ивана Седова Раиса»,
/// «сестра Круля Анна».
pub(super) fn is_kins_name(left: &[Part], right: &[Part], form: &Form) -> bool {
    let is_hers = form.gender == Gender::Feminine;
    let can_be = |lemma: &Lemma| {
        lemma.is_listed
            && lemma.cases.has(Case::Nominative)
            && (!is_hers || lemma.fits(Gender::Feminine))
    };
    let genders = right.first().map_or(Vec::new(), |part| {
        part.lemmas.iter().filter(|lemma| can_be(lemma)).filter_map(|l| l.gender).collect()
    });
    let is_own = |part: &Part| {
        genders.iter().any(|&gender| is_surname(part, gender))
            || part.listed_cases().is_some_and(|cases| cases.has(Case::Nominative))
    };
    form.cases.has(Case::Nominative)
        && !genders.is_empty()
        && match left {
            [part] => {
                !is_own(part)
                    && (is_whose(part)
                        || is_declined(part)
                        || is_hers && part.key.ends_with(VOWELS))
            }
            [part, ..] => is_whose(part),
            [] => false,
        }
}

/// Whether a name in the genitive is followed by a given name in the case of the noun for kin that leads to both, as
/// neither could be of the other's: «(с женой) Ивана Седова Марией», «(допросили мать) Дмитрия Галину Седову».
pub(super) fn is_kins_object(left: &[Part], right: &[Part], form: &Form) -> bool {
    let (Some(one), Some(other)) = (left.first(), right.first()) else { return false };
    // «Лус Марией»: one that does not decline goes with the next.
    let given = right.iter().map_while(Part::listed_cases).reduce(Cases::and);
    let Some(own) = given.filter(|cases| !cases.has(Case::Nominative)) else { return false };
    let shared = CLOSE.into_iter().filter(|&case| own.has(case) && form.cases.has(case));
    let shared = shared.map(Cases::of).fold(Cases::default(), Cases::or);
    // «Эрнана Суареса Лус»
    let is_open = |own: Gender| {
        left[1..].last().is_some_and(|last| {
            let mut fitting = last.lemmas.iter().filter(|lemma| lemma.fits(own));
            fitting.any(|lemma| lemma.weight > UNLIKELY && lemma.cases.has(Case::Nominative))
        })
    };
    if shared.is_empty() || one.kind != PartKind::Given {
        return false;
    }
    let stand = Gender::BOTH.map(|own| cases(left, own, UNLIKELY));
    let listed = |part: &Part, own: Gender| part.lemmas.iter().any(|l| l.is_listed && l.fits(own));
    let are_alike = Gender::BOTH.into_iter().any(|own| listed(one, own) && listed(other, own));
    stand.iter().any(|stand| stand.has(Case::Genitive))
        && Gender::BOTH.into_iter().zip(stand).all(|(own, stand)| {
            !listed(one, own)
                || !is_open(own)
                    && !stand.has(Case::Nominative)
                    && (!are_alike || !stand.meets(shared))
        })
}

/// Whether both are a given name and a surname, the first of which may decline: «супруга Тони Блэра
/// Чери Блэр».
pub(super) fn are_two_full(left: &[Part], right: &[Part]) -> bool {
    let ([given, surname], [other, last]) = (left, right) else {
        // «мэр Остина Стив Хилл»
        return matches!((left, right), ([place], [given, _, ..]) if is_whose(place)
            && given.listed_cases() == Some(Cases::NOMINATIVE));
    };
    let genders = |part: &Part| {
        Gender::BOTH.map(|own| part.lemmas.iter().any(|l| l.is_listed && l.fits(own)))
    };
    let are_apart = genders(given).iter().zip(genders(other)).all(|(one, other)| !(one & other));
    let is_whose = is_declined(surname)
        && !Gender::BOTH.into_iter().any(|own| is_surname(surname, own))
        || !surname.cases(LEAST).has(Case::Nominative);
    given.kind == PartKind::Given
        && other.kind == PartKind::Given
        && other.cases(LEAST).has(Case::Nominative)
        && last.cases(LEAST).has(Case::Nominative)
        && (are_apart || is_whose)
}

/// Whether the words on the right end in the oblique case of those on the left, as in «Кима Чен Ира»,
/// where the middle does not decline.
fn ends_as(right: &[Part], stand: [Cases; 2]) -> bool {
    let [given, .., last] = right else { return false };
    Gender::BOTH.into_iter().zip(stand).any(|(gender, stand)| {
        let own = given.lemmas.iter().any(|l| l.is_listed && l.gender == Some(gender));
        let ends = cases(std::slice::from_ref(last), gender, LEAST + 1);
        own && !ends.has(Case::Nominative) && !ends.and(stand).is_empty()
    })
}

/// Whether a word has the ending of a surname of this gender in the nominative.
fn is_surname(part: &Part, gender: Gender) -> bool {
    part.lemmas.iter().any(|lemma| {
        lemma.gender == Some(gender) && lemma.cases.has(Case::Nominative) && lemma.weight >= SURNAME
    })
}

/// Whether a word is a given name in the genitive, by the list.
fn is_whose(part: &Part) -> bool {
    let listed = part.listed_cases();
    listed.is_some_and(|cases| cases.has(Case::Genitive) && !cases.has(Case::Nominative))
}

/// Whether a word has a likely reading as the genitive of another form.
fn is_declined(part: &Part) -> bool {
    part.lemmas.iter().any(|lemma| {
        lemma.weight >= 0 && lemma.cases.has(Case::Genitive) && !lemma.cases.has(Case::Nominative)
    })
}

/// Whether both end in one surname, so that they are two of a family: «брату депутата Ажара Лыкова Нурбеку Лыкову».
pub(super) fn are_of_one_surname(left: &[Part], right: &[Part]) -> bool {
    let ([_, .., one], [_, .., other]) = (left, right) else { return false };
    let are_surnames = [one, other].iter().all(|part| part.kind == PartKind::Other);
    are_surnames && name::stem(&one.key) == name::stem(&other.key)
}

/// Whether a surname as the preposition before it has it is followed by one in the nominative that cannot stand so: «с
/// Седовым Лыкова», «до Лыковой Седов».
pub(super) fn are_apart(left: &[Part], right: &[Part], preposition: Cases) -> bool {
    let ([one], [other]) = (left, right) else { return false };
    let are_surnames = [one, other].iter().all(|part| part.kind == PartKind::Other);
    let is_ruled = |lemma: &&Lemma| {
        lemma.weight >= SURNAME
            && !lemma.cases.has(Case::Nominative)
            && lemma.cases.meets(preposition)
    };
    let ruled = |own: Gender| {
        let fitting = one.lemmas.iter().filter(is_ruled).filter(move |lemma| lemma.fits(own));
        fitting.fold(Cases::default(), |cases, lemma| cases.or(lemma.cases)).and(preposition)
    };
    let follows = |own: Gender| {
        let mut likely = other.lemmas.iter().filter(|l| l.fits(own) && l.weight >= SURNAME);
        likely.any(|lemma| lemma.cases.meets(ruled(own)))
    };
    are_surnames
        && one.lemmas.iter().any(|lemma| is_ruled(&lemma))
        && Gender::BOTH.into_iter().any(|own| is_surname(other, own))
        && !Gender::BOTH.into_iter().any(follows)
}

/// Whether a full name in an oblique case is followed by a surname in the nominative: «с Иваном
/// Петровым Сидоров».
pub(super) fn ends_early(left: &[Part], right: &[Part]) -> bool {
    let [surname @ Part { kind: PartKind::Other, lemmas, .. }] = right else { return false };
    let Some(first) = left.first().filter(|part| part.kind == PartKind::Given) else {
        return false;
    };
    let has_surname = left.last().is_some_and(|part| part.kind == PartKind::Other);
    if !has_surname
        || !first.is_oblique()
        || !Gender::BOTH.into_iter().any(|own| is_surname(surname, own))
    {
        return false;
    }
    let stand = Gender::BOTH.map(|gender| cases(left, gender, LEAST));
    let [man, woman] = stand;
    !man.or(woman).is_empty()
        && Gender::BOTH.into_iter().zip(stand).all(|(own, stand)| {
            // A word that fits only as one that does not decline is weak against a surname.
            let least = if is_surname(surname, own) { LEAST } else { 0 };
            !lemmas.iter().any(|lemma| {
                lemma.fits(own) && lemma.weight > least && !lemma.cases.and(stand).is_empty()
            })
        })
}

/// Whether a man's full name in an oblique case is followed by a word that cannot stand in it:
/// «после Ивана Петрова Кернес».
pub(super) fn clashes(left: &[Part], right: &[Part], is_kin: bool) -> bool {
    let ([given, rest @ ..], [word, ..]) = (left, right) else { return false };
    // «отец Ивана Кернес»
    let ends =
        rest.last().map_or(is_kin && is_whose(given) && !word.key.ends_with(VOWELS), |surname| {
            matches!(surname.kind, PartKind::Other | PartKind::Given) && is_declined(surname)
        });
    let mut listed = given.lemmas.iter().filter(|lemma| lemma.is_listed);
    let is_mans = given.kind == PartKind::Given
        && listed.all(|lemma| lemma.gender == Some(Gender::Masculine));
    let stand = cases(left, Gender::Masculine, LEAST);
    is_mans
        && given.is_oblique()
        && ends
        && !word.key.ends_with(UNDECLINED)
        && !stand.is_empty()
        && word.is_word()
        && cases(&right[..1], Gender::Masculine, LEAST).and(stand).is_empty()
}

/// The cases that all these words can stand in together, as one name of this gender, by readings
/// likelier than the least.
pub(super) fn cases(parts: &[Part], gender: Gender, least: i32) -> Cases {
    parts
        .iter()
        .filter(|part| part.is_word())
        .map(|part| {
            part.lemmas
                .iter()
                .filter(|lemma| lemma.fits(gender) && lemma.weight > least)
                .fold(Cases::default(), |cases, lemma| cases.or(lemma.cases))
        })
        .fold(Cases::ALL, Cases::and)
}
