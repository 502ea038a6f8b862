//! Candidates: the words that may belong to a name, in runs.

use std::ops::Range;

use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::Language;
use crate::language::names::Names;

use super::model::Common;

/// A word that may belong to a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) block: usize,
    pub(super) token: usize,
    /// Whether no candidate stands right before it.
    pub(super) opens_run: bool,
    /// Whether it is an initial, its full stop behind it.
    pub(super) is_initial: bool,
    /// The hash of the word without its ending.
    pub(super) stem: u64,
    /// Whether the word is common in small letters.
    pub(super) is_common: bool,
    /// What the list of given names says: 0 not there, otherwise bits of case and gender.
    pub(super) given: u8,
    /// Whether it stands in quotation marks: 0 no, 1 with few words, as titles do, 2 with more.
    pub(super) quoted: u8,
}

/// A title in quotation marks has no more tokens than this.
const TITLE: usize = 6;

/// The candidates of a text, in its order.
pub(super) struct Candidates {
    pub(super) all: Vec<Candidate>,
}

impl Candidates {
    /// The candidates of the text.
    pub(super) fn of(text: &Text, common: &Common) -> Self {
        let names = &text.language.names;
        let mut all = Vec::new();
        for (number, block) in text.blocks.iter().enumerate() {
            // The token that would go on the run at hand.
            let mut next = usize::MAX;
            let mut token = 0;
            // The quotation mark that is open, and how many candidates stand before it.
            let mut opened: Option<(usize, usize)> = None;
            while token < block.tokens.len() {
                match block.word(token) {
                    "«" | "“" | "„" => opened = Some((token, all.len())),
                    "\"" if opened.is_none() => opened = Some((token, all.len())),
                    "»" | "”" | "\"" => {
                        if let Some((start, first)) = opened.take() {
                            let quoted = if token - start <= TITLE + 1 { 1 } else { 2 };
                            for candidate in &mut all[first..] {
                                let candidate: &mut Candidate = candidate;
                                candidate.quoted = quoted;
                            }
                        }
                    }
                    _ => {}
                }
                if is_candidate(block, token, text.language) {
                    let is_initial = is_initial(block, token);
                    let word = block.folded(token);
                    // «Соколов-младший» is a Соколов.
                    let generation = names.generation(word);
                    let own_stem = hash(stem(&word[..generation.unwrap_or(word.len())]));
                    // Latin letters beside Cyrillic ones are another name, or a gloss.
                    if next == token && token > 0 && scripts_differ(block, token) {
                        next = usize::MAX;
                    }
                    all.push(Candidate {
                        block: number,
                        token,
                        opens_run: token != next,
                        is_initial,
                        stem: own_stem,
                        is_common: common.has(own_stem),
                        given: given(word, names),
                        quoted: 0,
                    });
                    token += 1 + usize::from(is_initial);
                    // «Ж.-П. Бланшар»
                    if is_initial && goes_on_with_hyphen(block, token) {
                        token += 1;
                    }
                    next = token;
                } else {
                    token += 1;
                }
            }
        }
        Self { all }
    }

    /// The runs, as ranges of candidates.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let first = start;
            if first >= self.all.len() {
                return None;
            }
            start = first + 1;
            while start < self.all.len() && !self.all[start].opens_run {
                start += 1;
            }
            Some(first..start)
        })
    }
}

/// Whether the token is a hyphen between two initials.
fn goes_on_with_hyphen(block: &TextBlock, token: usize) -> bool {
    block.is_joined(token)
        && block.word(token) == "-"
        && block.is_joined(token + 1)
        && is_initial(block, token + 1)
}

/// Whether one of this word and the one before it is Latin and the other is not; a Roman numeral
/// is of either.
fn scripts_differ(block: &TextBlock, token: usize) -> bool {
    let is_numeral = |token: usize| block.word(token).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // «Étienne Lacroix»
    let is_letter = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c);
    let is_latin = |token: usize| block.word(token).starts_with(is_letter);
    !is_numeral(token)
        && !is_numeral(token - 1)
        && block.tokens[token - 1].is_word()
        && is_latin(token) != is_latin(token - 1)
}

/// A word with a capital, or a small word of surnames beside one.
fn is_candidate(block: &TextBlock, token: usize, language: &Language) -> bool {
    let names = &language.names;
    match block.tokens[token].shape {
        // «Фото Евгения Шибаршина»: a label is no name, nor is a role at a sentence's head.
        Shape::Capital | Shape::Upper | Shape::Mixed => {
            let is_label = token == 0
                && (language.credits.contains(&block.folded(token))
                    || language.byline_labels.contains(block.folded(token)));
            !is_label && !is_leading_role(block, token, names)
        }
        Shape::Lower => {
            let is_part = |word: &str| {
                names.particles.contains(word)
                    || word.split_once(['-', '’', '\'']).is_some_and(|(first, _)| {
                        names.particles.contains(first)
                            && block.word(token).chars().any(char::is_uppercase)
                    })
            };
            is_part(block.folded(token)) && {
                let is_capital = |other: Option<usize>| {
                    other.and_then(|other| block.tokens.get(other)).is_some_and(|token| {
                        matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
                    })
                };
                is_capital(token.checked_sub(1)) || is_capital(Some(token + 1))
            }
        }
        Shape::Number | Shape::Mark => false,
    }
}

/// A role noun that has its capital from the sentence alone: «Глава Иванов …».
fn is_leading_role(block: &TextBlock, token: usize, names: &Names) -> bool {
    let word = block.folded(token);
    let start = block.sentence(token).start;
    // «СМИ: Сын В. Иванова …»
    let opens = token - start <= 2 && (start..token).all(|at| !block.tokens[at].is_word())
        || token > start && block.word(token - 1) == ":";
    opens
        && block.tokens.get(token + 1).is_some_and(|next| {
            next.shape == Shape::Capital
                || is_initial(block, token + 1)
                || names.particles.contains(block.folded(token + 1))
        })
        && !names.role(word).is_empty()
        && names.given(word).is_empty()
}

/// One letter, or two consonants («Дж.»), the first a capital, with a full stop right behind; «Ли.»,
/// «Эш.» and «II.» only end a sentence.
fn is_initial(block: &TextBlock, token: usize) -> bool {
    let word = block.folded(token);
    let is_short = match word.chars().count() {
        1 => true,
        2 => !word.contains(VOWELS),
        _ => false,
    };
    is_short
        && matches!(block.tokens[token].shape, Shape::Capital | Shape::Upper)
        && block.is_joined(token + 1)
        && block.word(token + 1) == "."
        && !is_ordinal(block, token)
}

pub(super) const VOWELS: [char; 15] =
    ['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'a', 'e', 'i', 'o', 'u', 'y'];

/// A Roman numeral behind a word of other letters, or of more than one: «Елизавета V».
fn is_ordinal(block: &TextBlock, token: usize) -> bool {
    let word = block.word(token);
    let is_cyrillic = |token: usize| block.tokens[token].is_word() && !block.word(token).is_ascii();
    word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
        && (word.len() > 1 || token.checked_sub(1).is_some_and(is_cyrillic))
}

/// What the list of given names says of a word: bits 0 nominative, 1 oblique, 2 masculine,
/// 3 feminine.
pub(super) fn given(word: &str, names: &Names) -> u8 {
    names.given(word).iter().fold(0, |bits, form| {
        use crate::language::inflection::{Case, Cases, Gender};
        let oblique = form.cases != Cases::NOMINATIVE;
        bits | u8::from(form.cases.has(Case::Nominative))
            | u8::from(oblique) << 1
            | u8::from(form.gender == Gender::Masculine) << 2
            | u8::from(form.gender == Gender::Feminine) << 3
    })
}

/// The word without what may be its ending, at least three letters of it.
pub(in crate::annotate) fn stem(word: &str) -> &str {
    let mut cut = word.len();
    let mut letters = word.char_indices().rev();
    for _ in 0..3 {
        let Some((at, letter)) = letters.next() else { break };
        let ends = matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'ю' | 'я' | 'й' | 'ь')
            || (matches!(letter, 'м' | 'х') && cut == word.len());
        if !ends || word[..at].chars().nth(2).is_none() {
            break;
        }
        // «м» and «х» end a word's ending only after a vowel.
        if matches!(letter, 'м' | 'х') && !word[..at].ends_with(['о', 'е', 'ы', 'и', 'а', 'я'])
        {
            break;
        }
        cut = at;
    }
    &word[..cut]
}

/// FNV-1a of the bytes.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
