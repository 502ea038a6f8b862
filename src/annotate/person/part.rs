//! The parts of a name as it stands: what each word may be.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::figure::roman;
use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::Language;
use crate::language::grammar::Habit;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Names;

use super::declined;
use super::lemma::{
    Lemma, SURNAME, VOWELS, given, is_syllable, key, lemma, others, patronymics, unlisted,
};
use super::nominative::{Seen, WEAK};
use super::numeral;

/// The sign that shows the stress.
const STRESS: char = '\u{301}';

/// What a word of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// «И.»
    Initial,
    /// A word of the list of given names.
    Given,
    /// «Иванович»
    Patronymic,
    /// «фон», «аль», «младший»
    Particle,
    /// «II», «Второй»
    Numeral,
    /// Any other word: a surname, or a given name that the list lacks.
    Other,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    /// In ordinary capitals, an initial with its full stop.
    pub(super) text: String,
    /// In small letters with ё and э as е; a numeral's value in figures.
    pub(super) key: String,
    /// What it may come from; never empty but for initials, particles and Roman numerals.
    pub(super) lemmas: Vec<Lemma>,
}

impl Part {
    /// Whether it says by itself who is meant: no initial, particle or numeral.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, PartKind::Given | PartKind::Patronymic | PartKind::Other)
    }

    /// The cases that it may stand in, by readings likelier than the least.
    pub(super) fn cases(&self, least: i32) -> Cases {
        let likely = self.lemmas.iter().filter(|lemma| lemma.weight > least);
        likely.fold(Cases::default(), |cases, lemma| cases.or(lemma.cases))
    }

    /// Whether a man's name can stand in one of these cases, as far as this word tells.
    pub(super) fn stands(&self, cases: Cases) -> bool {
        let can_be = |lemma: &Lemma| {
            lemma.fits(Gender::Masculine)
                && lemma.weight > WEAK
                && !lemma.cases.and(cases).is_empty()
        };
        !self.is_word() || self.lemmas.iter().any(can_be)
    }

    /// Whether it is written in Latin letters.
    pub(super) fn is_latin(&self) -> bool {
        !self.key.contains(|letter: char| ('а'..='я').contains(&letter))
    }

    /// Whether the list of given names has the word in other cases than the nominative alone.
    pub(super) fn is_oblique(&self) -> bool {
        self.listed_cases().is_some_and(|cases| !cases.has(Case::Nominative))
    }

    /// The cases that the list of given names has for the word, if it is there.
    pub(super) fn listed_cases(&self) -> Option<Cases> {
        let listed = self.lemmas.iter().filter(|lemma| lemma.is_listed);
        listed.map(|lemma| lemma.cases).reduce(Cases::or)
    }
}

/// The parts of a name.
pub(super) fn parts(text: &Text, name: &Name) -> Vec<Part> {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let mut parts: Vec<Part> = name
        .tokens
        .clone()
        // «Ермек (Ерке) Досанов», «Камиль хазрат Самигуллин»
        .filter(|&token| {
            block.tokens[token].is_word()
                && !is_aside(block, token, &name.tokens)
                && !is_respect(block, token, names)
        })
        .map(|token| {
            let mut part = part(block, token, &name.tokens, text.language);
            if text.language.grammar.has(Habit::LastDeclines) && token + 1 < name.tokens.end {
                part.lemmas.retain(|lemma| lemma.key == part.key);
                for lemma in &mut part.lemmas {
                    lemma.cases = Cases::ALL;
                }
            }
            // «Никодим (Седов)»
            if token > name.tokens.start && block.word(token - 1) == "(" {
                for lemma in &mut part.lemmas {
                    lemma.text = format!("({})", lemma.text);
                }
            }
            // «Айсулу Мамбеталы кызы»: the father's name does not decline.
            let is_fathers = token > name.tokens.start
                && token + 1 < name.tokens.end
                && names.behind.contains(block.folded(token + 1))
                && !is_respect(block, token + 1, names);
            if is_fathers && part.is_word() {
                part.kind = PartKind::Other;
                part.lemmas = vec![lemma(part.text.clone(), None, Cases::ALL, LISTED_SYLLABLE)];
            }
            part
        })
        .collect();
    let is_of_three = parts.len() == 3 && parts.iter().all(|part| is_syllable(&part.key));
    // «при Дэн Сяопине»: the surname that a Chinese name opens with may not decline.
    if parts.len() > 1
        && let Some(first) = parts.first_mut().filter(|part| {
            // «Ма Инчжоу»
            let is_short = part.key.chars().nth(2).is_none() && part.kind == PartKind::Other;
            part.is_word() && (is_closed_syllable(&part.key) || is_short)
        })
    {
        let listed = first.lemmas.iter().find(|lemma| lemma.is_listed);
        let weight = if listed.is_some() { LISTED_SYLLABLE } else { SYLLABLE };
        // «Юн Со Хён» opens with the surname.
        let gender = listed.and_then(|lemma| lemma.gender).filter(|_| !is_of_three);
        first.lemmas.push(lemma(first.text.clone(), gender, Cases::ALL, weight));
    }
    // «Кима Чен Ира»: a syllable between two others does not decline.
    if let [_, middle @ .., _] = parts.as_mut_slice() {
        for part in middle.iter_mut().filter(|part| part.is_word() && is_closed_syllable(&part.key))
        {
            part.lemmas.push(lemma(part.text.clone(), None, Cases::ALL, SYLLABLE));
        }
    }
    declined::free_first(&mut parts);
    declined::likely(&mut parts);
    level_first(&mut parts);
    // «Чон Гён Хва»
    if let [one, two, last] = parts.as_mut_slice()
        && [&*one, two, last].iter().all(|part| part.is_word() && is_syllable(&part.key))
        && last.key.ends_with(VOWELS)
    {
        last.lemmas.push(lemma(last.text.clone(), None, Cases::ALL, LISTED_SYLLABLE));
    }
    parts
}

/// Takes a first word in -а that no list has for a woman's given name as soon as for a form of a man's, where the surname
/// is a woman's or a man's: «Гиляна Седова».
fn level_first(parts: &mut [Part]) {
    let [first, middle @ .., last] = parts else { return };
    let is_plain = |part: &Part| matches!(part.kind, PartKind::Other | PartKind::Particle);
    let is_hers = |part: &Part, least: i32| {
        part.lemmas.iter().any(|lemma| {
            lemma.gender == Some(Gender::Feminine) && lemma.key == part.key && lemma.weight >= least
        })
    };
    let is_pair = last.lemmas.iter().any(|lemma| {
        lemma.gender == Some(Gender::Masculine) && lemma.key != last.key && lemma.weight >= SURNAME
    });
    if first.kind == PartKind::Other
        && first.key.ends_with('а')
        && middle.iter().all(is_plain)
        && is_plain(last)
        && is_pair
        && is_hers(last, SURNAME - 1)
    {
        let key = &first.key;
        let own = |lemma: &&mut Lemma| lemma.gender == Some(Gender::Feminine) && lemma.key == *key;
        for lemma in first.lemmas.iter_mut().filter(own) {
            lemma.weight = lemma.weight.max(1);
        }
    }
}

/// Whether a word of a name is one of respect that stands behind a given name and says what its bearer is: «Камиль хазрат».
fn is_respect(block: &TextBlock, token: usize, names: &Names) -> bool {
    let word = block.folded(token);
    block.tokens[token].shape == Shape::Lower
        && names.behind.contains(word)
        && !names.role(word).is_empty()
}

/// Whether a word stands in brackets inside a name, not at its end.
fn is_aside(block: &TextBlock, token: usize, own: &Range<usize>) -> bool {
    token > own.start && token + 2 < own.end && block.word(token - 1) == "("
}

/// Lets a given name between a first one of the other gender and a surname be either's: «Эрих Мария
/// Ремарк».
pub(super) fn free_middle(parts: &mut [Part]) {
    let genders = |part: &Part| {
        let listed = part.lemmas.iter().filter(|lemma| lemma.is_listed);
        listed.filter_map(|lemma| lemma.gender).collect::<Vec<_>>()
    };
    let [first, middle @ .., _] = parts else { return };
    let own = genders(first);
    for part in middle.iter_mut().filter(|part| part.kind == PartKind::Given) {
        let others = genders(part);
        if !own.is_empty() && !others.is_empty() && !others.iter().any(|one| own.contains(one)) {
            for lemma in part.lemmas.iter_mut().filter(|lemma| lemma.is_listed) {
                lemma.gender = None;
            }
        }
    }
}

/// Takes for surnames the words that end like patronymics and stand alone elsewhere, as those hardly do: «Виктор Янукович»
/// beside «Янукович».
pub(super) fn tell_surnames(seen: &mut [Seen]) {
    let alone: HashSet<String> = seen
        .iter()
        .filter_map(|seen| match seen.parts.as_slice() {
            [part] if part.kind == PartKind::Patronymic => Some(&part.lemmas),
            _ => None,
        })
        .flatten()
        .map(|lemma| lemma.key.clone())
        .collect();
    let is_one = |part: &Part| {
        part.kind == PartKind::Patronymic
            && part.lemmas.iter().any(|lemma| alone.contains(&lemma.key))
    };
    for part in seen.iter_mut().flat_map(|seen| &mut seen.parts).filter(|part| is_one(part)) {
        part.kind = PartKind::Other;
    }
}

/// How likely it is that a syllable inside a name does not decline.
const SYLLABLE: i32 = -1;

/// How likely it is that one of the list of given names before another word does not.
const LISTED_SYLLABLE: i32 = 4;

/// Whether it is one that a consonant closes.
fn is_closed_syllable(word: &str) -> bool {
    is_syllable(word) && !word.ends_with(VOWELS)
}

fn part(block: &TextBlock, token: usize, own: &Range<usize>, language: &Language) -> Part {
    let names = &language.names;
    let end = own.end;
    // «Нурла́н»
    let unstressed = |word: &str| word.replace(STRESS, "");
    let (word, folded) = (&*unstressed(block.word(token)), &*unstressed(block.folded(token)));
    let text = ordinary(word, block.tokens[token].shape);
    let key = key(folded);
    let is_short = word.chars().nth(2).is_none();
    let is_initial = word.chars().nth(1).is_none()
        || is_short
            && token + 1 < end
            && block.is_joined(token + 1)
            && block.word(token + 1) == ".";
    let is_stopped = block.is_joined(token + 1) && block.word(token + 1) == ".";
    // «Альберт I.» may end a sentence.
    let numeral = roman(word)
        .filter(|_| {
            let is_letter = word.chars().nth(1).is_none();
            !is_letter || word.is_ascii() && !(is_stopped && token + 1 < end)
        })
        .or_else(|| numeral::ordinal(block, token, own, language));
    // «Бен Ковач», «Ван Лэй», «Линь Бин»: what is a particle elsewhere.
    let is_first = token == own.start && token + 1 < end && !names.given(folded).is_empty();
    let is_last = token > own.start
        && token + 1 == end
        && !names.behind.contains(folded)
        && !names.generations.contains(folded);
    let is_name = (is_first || is_last)
        && block.tokens[token].shape == Shape::Capital
        && names.particles.contains(folded);
    // «аль-Тани»: not of Таня.
    let is_led = token > own.start && names.particles.contains(block.folded(token - 1));
    // «Е Цзяньин»
    let is_letter = is_short && !is_stopped && !names.given(folded).is_empty();
    // «Хуан Мена» is no «Хуан Мён», nor «Поль Леру» a «Лера».
    let is_strange = |listed: &[Lemma]| {
        let is_hers = |lemma: &Lemma| lemma.gender == Some(Gender::Feminine);
        let ends = token > own.start && token + 1 == end;
        listed.iter().all(|lemma| lemma.key != key)
            && (ends && folded.ends_with('у') && listed.iter().all(is_hers)
                || folded.ends_with('а')
                    && is_last_of_several(block, token, own, names)
                    && listed.iter().all(|lemma| is_syllable(&lemma.key)))
    };
    let readings = match (is_led, given(&text, folded, names)) {
        (true, _) => Vec::new(),
        (false, listed) if is_strange(&listed) => Vec::new(),
        (false, listed) if listed.is_empty() => {
            unlisted(&text, folded, token == own.start && token + 1 < end, names)
        }
        (false, listed) => listed,
    };
    let kind = if is_initial && !is_letter && numeral.is_none() {
        PartKind::Initial
    } else if names.particles.contains(folded) && !is_name {
        PartKind::Particle
    } else if numeral.is_some() {
        PartKind::Numeral
    } else if !readings.is_empty() {
        PartKind::Given
    } else if names.patronymic(folded).is_some()
        // «Михаил Агранович»
        && (own.len() != 2 || token == own.start || names.comes_from_given(folded))
    {
        PartKind::Patronymic
    } else {
        PartKind::Other
    };
    let lemmas = match kind {
        // It may be a particle after all, which does not decline: «Ван Гога».
        PartKind::Given if is_name => {
            let gender = names.given(folded).first().map(|form| form.gender);
            vec![lemma(text.clone(), gender, Cases::ALL, LISTED_SYLLABLE)]
        }
        PartKind::Given => {
            let mut lemmas = readings;
            // «Анне Буск», «Хильде»: northern women's names that read like another's dative.
            let gender = lemmas.first().and_then(|lemma| lemma.gender);
            let is_northern = folded.ends_with('е')
                && lemmas.iter().all(|lemma| !lemma.cases.has(Case::Nominative));
            // «Гузель Седовой»: many an eastern woman's name does not decline.
            let is_eastern = folded.ends_with('ь') && !names.given_words.contains(folded);
            if own.len() == 2
                && token == own.start
                && gender == Some(Gender::Feminine)
                && (is_northern || is_eastern)
            {
                lemmas.push(lemma(text.clone(), gender, Cases::ALL, 0));
            }
            // Many a given name is a surname too: «Абрам», «Мартин», «Роман».
            lemmas.extend(
                others(&text, folded, names)
                    .into_iter()
                    .map(|lemma| Lemma { weight: lemma.weight - 4, ..lemma }),
            );
            lemmas
        }
        PartKind::Patronymic => patronymics(&text, folded, names),
        PartKind::Other => others(&text, folded, names),
        PartKind::Numeral => numeral::readings(&text, folded, names),
        PartKind::Initial | PartKind::Particle => Vec::new(),
    };
    let key = numeral.map_or(key, |value| value.to_string());
    let text = match kind {
        // «Ж.-П.» stays together.
        PartKind::Initial if block.is_joined(token + 1) && block.word(token + 1) == "." => {
            let is_double =
                token + 3 < end && block.is_joined(token + 2) && block.word(token + 2) == "-";
            format!("{text}.{}", if is_double { "-" } else { "" })
        }
        PartKind::Particle if block.tokens[token].shape == Shape::Capital => text,
        PartKind::Particle => names.particle(folded).to_owned(),
        _ => text,
    };
    Part { kind, text, key, lemmas }
}

/// Whether a word ends a name that a longer given name of the list opens.
fn is_last_of_several(block: &TextBlock, token: usize, own: &Range<usize>, names: &Names) -> bool {
    let first = block.folded(own.start);
    token > own.start
        && token + 1 == own.end
        && !names.given(first).is_empty()
        && !is_syllable(first)
}

/// The word in ordinary capitals.
fn ordinary(word: &str, shape: Shape) -> String {
    let is_numeral = word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | '-'));
    if shape != Shape::Upper || is_numeral {
        return word.to_owned();
    }
    let mut opens = true;
    word.chars()
        .map(|letter| {
            let small = if opens { letter } else { letter.to_lowercase().next().unwrap_or(letter) };
            opens = !letter.is_alphabetic();
            small
        })
        .collect()
}
