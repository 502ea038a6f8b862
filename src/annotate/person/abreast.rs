//! Two names side by side: «брат Ивана Петрова Сергей» names two people, told apart by their cases.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::Text;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form;

use super::lemma::{Lemma, SURNAME, UNDECLINED, VOWELS};
use super::part::{self, Part, PartKind};
use super::syllable;

/// A reading that is less likely than this does not count.
const LEAST: i32 = -4;

/// One that is no more likely than this counts only where nothing speaks against it.
const UNLIKELY: i32 = -2;

/// More words than two names have side by side are capitals that run on: no border is looked for.
const LONGEST: usize = 12;

const GENDERS: [Gender; 2] = [Gender::Masculine, Gender::Feminine];

/// The names of several words that the text has, by the stems of their words.
pub(super) struct Known<'t> {
    whole: HashSet<Vec<&'t str>>,
    last: HashSet<&'t str>,
    lone: HashSet<&'t str>,
}

impl<'t> Known<'t> {
    /// Those among these names.
    pub(super) fn of(text: &'t Text, names: &[Name]) -> Self {
        let all = names.iter().map(|name| stems(text, name.block, name.tokens.clone()));
        let (whole, lone): (HashSet<Vec<&str>>, HashSet<Vec<&str>>) =
            all.partition(|stems| stems.len() > 1);
        let last = whole.iter().filter_map(|stems| stems.last().copied()).collect();
        Self { whole, last, lone: lone.into_iter().flatten().collect() }
    }

    /// Whether the words on the left are one of them, or the surname of one, and somebody else's name
    /// follows: «агент Барасы Лисандро Пенья», but not «внучке Тихоновой Татьяне».
    fn opens(&self, stems: &[&str], left: &[Part], right: &[Part], is_kin: bool) -> bool {
        let declined = left.iter().flat_map(|part| &part.lemmas).map(|lemma| lemma.cases);
        let stand = declined.filter(|&cases| cases != Cases::ALL).reduce(Cases::or);
        let follows = right.first().and_then(Part::listed_cases).is_some_and(|cases| {
            cases == Cases::ALL || stand.is_some_and(|stand| stand.and(cases).is_empty())
        });
        let has_surname = right.len() > 1 && right.iter().any(|part| part.kind == PartKind::Other);
        match stems {
            [word] if self.last.contains(word) => has_surname || is_kin && follows,
            // «отец Святозара Хачик»
            [word] => self.lone.contains(word) && is_kin && follows,
            whole => is_kin && self.whole.contains(whole),
        }
    }
}

/// The stems of these tokens of a block.
fn stems<'t>(text: &'t Text, block: usize, tokens: Range<usize>) -> Vec<&'t str> {
    let block = &text.blocks[block];
    tokens
        .filter(|&token| block.tokens[token].is_word())
        .map(|token| name::stem(block.folded(token)))
        .collect()
}

/// The name cut in two where a second one opens in a case that the first cannot stand in, or where
/// the first is known.
pub(super) fn parted(
    text: &Text,
    name: &Name,
    known: &Known,
) -> impl Iterator<Item = Name> + use<> {
    let Range { start, end } = name.tokens.clone();
    let block = name.block;
    let middle = border(text, name, known).unwrap_or(end);
    [start..middle, middle..end]
        .into_iter()
        .filter(|tokens| !tokens.is_empty())
        .map(move |tokens| Name { block, tokens })
}

/// Makes one name of a surname and the given name and patronymic right behind it, where all three can stand in one case:
/// «Котова Анна Ивановна», but not «жена Котова Анна Ивановна».
pub(super) fn join(text: &Text, names: &mut Vec<Name>) {
    let is_one = |surname: &Name, other: &Name| {
        let is_beside = surname.block == other.block && surname.tokens.end == other.tokens.start;
        if !is_beside || surname.tokens.len() > 1 || is_led_by_kin(text, surname) {
            return false;
        }
        let (left, right) = (part::parts(text, surname), part::parts(text, other));
        // «ушла от Котова Анна Ивановна»
        let is_governed = surname.tokens.start.checked_sub(1).is_some_and(|before| {
            let block = &text.blocks[surname.block];
            text.language.names.prepositions.contains_key(block.folded(before))
        });
        let is_apart =
            is_governed && right.first().and_then(Part::listed_cases) == Some(Cases::NOMINATIVE);
        if is_apart {
            return false;
        }
        // «Мария Корина Мачадо», «Карло Мария Беллони»
        let is_nominative = |part: &Part| part.listed_cases() == Some(Cases::NOMINATIVE);
        let may_be = |part: &Part| part.listed_cases().is_some_and(|own| own.has(Case::Nominative));
        if right.len() > 1 && left.iter().all(may_be) && is_nominative(&right[0]) {
            return true;
        }
        let ([surname], [given, patronymic]) = (left.as_slice(), right.as_slice()) else {
            return false;
        };
        let kinds = [surname.kind, given.kind, patronymic.kind];
        kinds == [PartKind::Other, PartKind::Given, PartKind::Patronymic]
            && GENDERS.into_iter().any(|gender| {
                let stand = cases(&right, gender, LEAST);
                surname.lemmas.iter().any(|lemma| {
                    lemma.fits(gender)
                        && lemma.weight >= SURNAME
                        && !lemma.cases.and(stand).is_empty()
                })
            })
    };
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        match joined.last_mut().filter(|last| is_one(last, &name)) {
            Some(last) => last.tokens.end = name.tokens.end,
            None => joined.push(name),
        }
    }
    *names = joined;
}

/// Whether a noun for somebody's kin, deputy or the like stands before the name, whose bearer may follow behind it.
fn is_led_by_kin(text: &Text, name: &Name) -> bool {
    let names = &text.language.names;
    name.tokens.start.checked_sub(1).is_some_and(|before| {
        let forms = names.role(text.blocks[name.block].folded(before));
        forms.iter().any(|form| names.relational.contains(form.nominative))
    })
}

/// The token that opens the second name, if there is one.
fn border(text: &Text, name: &Name, known: &Known) -> Option<usize> {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let tokens: Vec<usize> =
        name.tokens.clone().filter(|&token| block.tokens[token].is_word()).collect();
    if !(2..=LONGEST).contains(&tokens.len()) || names.inflection.is_empty() {
        return None;
    }
    let parts = part::parts(text, name);
    let before = name.tokens.start.checked_sub(1);
    let is_kin = is_led_by_kin(text, name);
    let kin = before.filter(|_| is_kin).and_then(|before| names.role(block.folded(before)).first());
    // «форвард Барраса Лисандро»: without a role before it, it may be one name all the same.
    let is_led = before.is_some_and(|before| !names.role(block.folded(before)).is_empty());
    if syllable::are_two(&parts) {
        return tokens.get(3).copied();
    }
    let stems = stems(text, name.block, name.tokens.clone());
    (1..tokens.len()).find_map(|place| {
        let (left, right) = parts.split_at(place);
        let token = tokens[place];
        let follows = is_led
            && parts.len() == stems.len()
            && left.iter().all(|part| part.kind != PartKind::Given || place > 1)
            && known.opens(&stems[..place], left, right, is_kin);
        // «врач Хиллари Клинтон Лиза Бардек», where the text has the first name by itself
        let is_whole = |parts: &[Part]| {
            matches!(parts, [given, surname]
                if given.kind == PartKind::Given && surname.is_word())
        };
        let is_known = is_whole(left)
            && is_whole(right)
            && parts.len() == stems.len()
            && known.whole.contains(&stems[..place]);
        let is_border = follows
            || is_known
            || opens_anew(left, right, is_kin)
            || kin.is_some_and(|form| is_kins_name(left, right, form))
            || is_led && are_two_full(left, right)
            || ends_early(left, right)
            || clashes(left, right, is_kin);
        (!block.is_joined(token) && is_border).then_some(token)
    })
}

/// Whether the words on the right open with a given name in the nominative, which those on the
/// left cannot stand in.
fn opens_anew(left: &[Part], right: &[Part], is_kin: bool) -> bool {
    let Some(given) = right.first().filter(|part| part.kind == PartKind::Given) else {
        return false;
    };
    let stand = GENDERS.map(|gender| cases(left, gender, LEAST));
    // «Анны Франк»: the given name is a surname too, one that does not decline.
    let is_one = right.len() == 1
        && GENDERS.into_iter().zip(stand).any(|(gender, stand)| {
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
    let is_oblique = left
        .first()
        .filter(|part| part.kind == PartKind::Given)
        .is_some_and(|part| part.listed_cases().is_some_and(|cases| !cases.has(Case::Nominative)));
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
    let is_strange = GENDERS
        .into_iter()
        .filter(|&gender| own(gender))
        .all(|gender| !cases(left, gender, UNLIKELY).has(Case::Nominative));
    let is_sure = GENDERS.into_iter().any(|gender| own(gender) && is_surname(surname, gender));
    other.kind == PartKind::Other && is_declined(other) && (is_strange || is_sure)
}

/// Whether a given name in the nominative, as a noun for kin right before has it, stands behind one
/// in another case, or behind a surname that its bearer would not have: «вдова Ивана Седова Раиса»,
/// «сестра Круля Анна».
fn is_kins_name(left: &[Part], right: &[Part], form: &Form) -> bool {
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

/// Whether both are a given name and a surname, the first of which may decline: «супруга Тони Блэра
/// Чери Блэр».
fn are_two_full(left: &[Part], right: &[Part]) -> bool {
    let ([given, surname], [other, last]) = (left, right) else {
        // «мэр Остина Стив Хилл»
        return matches!((left, right), ([place], [given, _, ..]) if is_whose(place)
            && given.listed_cases() == Some(Cases::NOMINATIVE));
    };
    let genders =
        |part: &Part| GENDERS.map(|own| part.lemmas.iter().any(|l| l.is_listed && l.fits(own)));
    let are_apart = genders(given).iter().zip(genders(other)).all(|(one, other)| !(one & other));
    let is_whose = is_declined(surname) && !GENDERS.into_iter().any(|own| is_surname(surname, own))
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
    GENDERS.into_iter().zip(stand).any(|(gender, stand)| {
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

/// Whether a full name in an oblique case is followed by a surname in the nominative: «с Иваном
/// Петровым Сидоров».
fn ends_early(left: &[Part], right: &[Part]) -> bool {
    let [surname @ Part { kind: PartKind::Other, lemmas, .. }] = right else { return false };
    let Some(first) = left.first().filter(|part| part.kind == PartKind::Given) else {
        return false;
    };
    let has_surname = left.last().is_some_and(|part| part.kind == PartKind::Other);
    let is_oblique = first.listed_cases().is_some_and(|cases| !cases.has(Case::Nominative));
    if !has_surname || !is_oblique || !GENDERS.into_iter().any(|own| is_surname(surname, own)) {
        return false;
    }
    let stand = GENDERS.map(|gender| cases(left, gender, LEAST));
    let [man, woman] = stand;
    !man.or(woman).is_empty()
        && GENDERS.into_iter().zip(stand).all(|(own, stand)| {
            // A word that fits only as one that does not decline is weak against a surname.
            let least = if is_surname(surname, own) { LEAST } else { 0 };
            !lemmas.iter().any(|lemma| {
                lemma.fits(own) && lemma.weight > least && !lemma.cases.and(stand).is_empty()
            })
        })
}

/// Whether a man's full name in an oblique case is followed by a word that cannot stand in it:
/// «после Ивана Петрова Кернес».
fn clashes(left: &[Part], right: &[Part], is_kin: bool) -> bool {
    let ([given, rest @ ..], [word, ..]) = (left, right) else { return false };
    // «отец Ивана Кернес»
    let ends =
        rest.last().map_or(is_kin && is_whose(given) && !word.key.ends_with(VOWELS), |surname| {
            matches!(surname.kind, PartKind::Other | PartKind::Given) && is_declined(surname)
        });
    let mut listed = given.lemmas.iter().filter(|lemma| lemma.is_listed);
    let is_mans = given.kind == PartKind::Given
        && listed.all(|lemma| lemma.gender == Some(Gender::Masculine));
    let is_oblique = given.listed_cases().is_some_and(|cases| !cases.has(Case::Nominative));
    let stand = cases(left, Gender::Masculine, LEAST);
    is_mans
        && is_oblique
        && ends
        && !word.key.ends_with(UNDECLINED)
        && !stand.is_empty()
        && word.is_word()
        && cases(&right[..1], Gender::Masculine, LEAST).and(stand).is_empty()
}

/// The cases that all these words can stand in together, as one name of this gender, by readings
/// likelier than the least.
fn cases(parts: &[Part], gender: Gender, least: i32) -> Cases {
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
