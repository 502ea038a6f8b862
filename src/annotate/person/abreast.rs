//! Two names side by side: «брат Ивана Петрова Сергей» names two people, told apart by their cases.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use crate::annotate::name::{self, Name};
use crate::annotate::text::Text;
use crate::language::inflection::{Case, Cases, Gender};

use super::lemma::{SURNAME, UNDECLINED};
use super::lone;
use super::nominative::WEAK;
use super::part::{self, Part, PartKind};
use super::syllable;
use super::two::{
    LEAST, are_apart, are_of_one_surname, are_two_full, cases, clashes, ends_early, is_kins_name,
    is_kins_object, opens_anew,
};

/// More words than two names have side by side are capitals that run on: no border is looked for.
const LONGEST: usize = 12;

/// The names of several words that the text has, by the stems of their words.
pub(super) struct Known<'t> {
    whole: HashSet<Vec<&'t str>>,
    /// Their last words, with how many there are.
    last: HashMap<&'t str, usize>,
    lone: HashSet<&'t str>,
}

impl<'t> Known<'t> {
    /// Those among these names.
    pub(super) fn of(text: &'t Text, names: &[Name]) -> Self {
        let all = names.iter().map(|name| stems(text, name.block, name.tokens.clone()));
        let (whole, lone): (HashSet<Vec<&str>>, HashSet<Vec<&str>>) =
            all.partition(|stems| stems.len() > 1);
        let mut last: HashMap<&str, usize> = HashMap::default();
        for &stem in whole.iter().filter_map(|stems| stems.last()) {
            *last.entry(stem).or_default() += 1;
        }
        Self { whole, last, lone: lone.into_iter().flatten().collect() }
    }

    /// Whether both words are surnames of them, of two people: «после Семененко Мелешко».
    fn are_two(&self, stems: &[&str]) -> bool {
        // These two words may themselves be taken for a name that ends in the second.
        let count = |stem: &str| self.last.get(stem).copied().unwrap_or_default();
        matches!(stems, [one, other] if one != other && count(one) > 0 && count(other) > 1)
    }

    /// Whether a full name that declines is followed by the surname of another of them, which does not: «с Иваном Петровым
    /// Ткаченко», where «Олег Ткаченко» is.
    fn ends(&self, stems: &[&str], left: &[Part], right: &[Part]) -> bool {
        let ([given, surname], [other]) = (left, right) else { return false };
        let is_declined = surname.lemmas.iter().any(|lemma| {
            lemma.weight >= SURNAME
                && lemma.cases != Cases::ALL
                && !lemma.cases.has(Case::Nominative)
        });
        // This name may itself be taken for one that ends in the word.
        let count = stems.last().and_then(|stem| self.last.get(stem)).copied().unwrap_or_default();
        given.kind == PartKind::Given
            && given.is_oblique()
            && surname.kind == PartKind::Other
            && is_declined
            && other.key.ends_with(UNDECLINED)
            && count > 1
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
            [word] if self.last.contains_key(word) => has_surname || is_kin && follows,
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
        if !is_beside || surname.tokens.len() > 2 || is_led_by_kin(text, surname) {
            return false;
        }
        let (left, right) = (part::parts(text, surname), part::parts(text, other));
        if left.len() > 1 {
            return is_told_as_one(text, surname, &left, &right);
        }
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
            && Gender::BOTH.into_iter().any(|gender| {
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

/// Whether a role in the nominative leads to two words that are no surname by their endings, and a third behind them can be
/// theirs: «председатель федерации Абдул Малек Хан».
fn is_told_as_one(text: &Text, name: &Name, left: &[Part], right: &[Part]) -> bool {
    let may_be = |part: &Part| part.is_word() && part.cases(WEAK).has(Case::Nominative);
    let is_surname =
        |part: &Part| part.lemmas.iter().any(|lemma| !lemma.is_listed && lemma.weight >= SURNAME);
    right.len() == 1
        && left.iter().chain(right).all(may_be)
        && !left.iter().any(is_surname)
        && lone::role_before(text, name).is_some()
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
    // «с женой капитана Ивана Седова Марией»
    let kin_of_bearer = kin.or_else(|| {
        let before = before?;
        let forms = names.role(block.folded(before));
        let is_whose = forms.iter().any(|form| form.cases.has(Case::Genitive));
        let forms = names.role(block.folded(before.checked_sub(1).filter(|_| is_whose)?));
        forms.iter().find(|form| names.relational.contains(form.nominative))
    });
    // «форвард Барраса Лисандро»: without a role before it, it may be one name all the same.
    let is_led = before.is_some_and(|before| !names.role(block.folded(before)).is_empty());
    if syllable::are_two(&parts) {
        return tokens.get(3).copied();
    }
    let preposition =
        before.and_then(|before| names.prepositions.get(block.folded(before)).copied());
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
            || preposition.is_some() && parts.len() == stems.len() && known.are_two(&stems)
            || is_known
            || parts.len() == stems.len() && known.ends(&stems, left, right)
            || are_of_one_surname(left, right)
            || preposition.is_some_and(|cases| are_apart(left, right, cases))
            || opens_anew(left, right, is_kin)
            || kin.is_some_and(|form| is_kins_name(left, right, form))
            || kin_of_bearer.is_some_and(|form| is_kins_object(left, right, form))
            || is_led && are_two_full(left, right)
            || ends_early(left, right)
            || clashes(left, right, is_kin);
        (!block.is_joined(token) && is_border).then_some(token)
    })
}
