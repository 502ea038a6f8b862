//! Aliases: two names that the text says are one person's: «Глюкоза, настоящее имя Наталья Ионова»,
//! «с позывным «Сокол»», «Елена Мозговая (Лыкова)».

use std::ops::Range;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::{Case, Gender};
use crate::language::telling::Around;

use super::lemma::SURNAME;
use super::nominative::WEAK;
use super::part::{self, Part, PartKind};
use super::title;

/// The second name stands at most so many tokens behind the first.
const FARTHEST: usize = 10;

/// A word that says that a name follows stands at most so many tokens before it: «на имя Ивана Лыкова».
const FARTHEST_NAMING: usize = 2;

/// Two spellings of a name open with so many letters, and are no more longer than each other.
const SAME_LETTERS: usize = 2;

/// Whether the name of this number is another name of the person that is named right before it.
pub(super) fn is_of_the_last(
    text: &Text,
    names: &[Name],
    place: usize,
    own: &[Part],
    before: &[Part],
) -> bool {
    let (one, other) = (&names[place - 1], &names[place]);
    if one.block != other.block {
        return false;
    }
    let between = one.tokens.end..other.tokens.start;
    between.len() <= FARTHEST
        && (says_so(text, one.block, between.clone())
            || is_in_brackets(text, other, between)
                && (is_maiden(own, before)
                    || is_in_full(own, before)
                    || is_somebodys(text, one) && is_named_so(own, before)
                    || is_short(text, own, before)
                    || is_fathers(own, before))
            || is_spelt_again(text, one, other, own, before))
}

/// Whether a sentence that opens with «мужчина» or the like, or with «его», says that the name is his: «Мужчину зовут Иван
/// Лыков», «Мужчина живёт по документам на имя Ивана Лыкова».
pub(super) fn is_his(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let first = block.sentence(name.tokens.start).start;
    let word = block.folded(first);
    let names = &text.language.names;
    let is_person = text.language.speech.of(word).is_possessive() || !names.role(word).is_empty();
    let mut near = (first + 1..name.tokens.start).rev().take(FARTHEST_NAMING);
    // «Мужчина назвал имя Ивана Лыкова»
    let is_told = |at: usize| names.past_gender(block.folded(at - 1)).is_some();
    is_person && near.any(|at| names.tellings.is(block.folded(at), Around::Calling) && !is_told(at))
}

/// Whether a name stands in marks behind a word that says that it is a nickname: «по прозвищу «Крот»».
pub(super) fn is_nickname(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Some(word) = name.tokens.start.checked_sub(2) else { return false };
    title::may_open(block, word + 1)
        && text.language.names.aliases.get(block.folded(word)) == Some(&true)
}

/// Adds the call signs and nicknames in marks that the text says are the person's named before
/// them: «с позывным «Сокол»».
pub(super) fn add_call_signs(text: &Text, names: &mut Vec<Name>) {
    let mut signs = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let block = &text.blocks[name.block];
        let end = block.tokens.len();
        let past = names.get(place + 1).filter(|next| next.block == name.block);
        let limit = past.map_or(end, |next| next.tokens.start).min(name.tokens.end + FARTHEST);
        let opening =
            (name.tokens.end..limit.min(end)).find(|&token| title::may_open(block, token));
        let Some(opening) = opening else { continue };
        let start = opening + 1;
        let close = (start..limit.min(end).min(start + LONGEST + 1))
            .find(|&token| title::may_close(block, token));
        let Some(close) = close.filter(|&close| close > start) else { continue };
        let is_sign = (start..close)
            .all(|at| matches!(block.tokens[at].shape, Shape::Capital | Shape::Upper));
        if is_sign
            && opening > name.tokens.end
            && says_so(text, name.block, name.tokens.end..opening)
        {
            signs.push(Name { block: name.block, tokens: start..close });
        }
    }
    names.extend(signs);
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

/// Takes the surname in brackets right behind a monk's name into it: «митрополит Никодим (Седов)».
pub(super) fn join_monks(text: &Text, names: &mut Vec<Name>) {
    for name in names.iter_mut() {
        let Range { start, end } = name.tokens.clone();
        let block = &text.blocks[name.block];
        let is_one_word = end + 2 < block.tokens.len()
            && end == start + 1
            && block.word(end) == "("
            && block.tokens[end + 1].shape == Shape::Capital
            && block.word(end + 2) == ")";
        let surname = Name { block: name.block, tokens: end + 1..end + 2 };
        if is_one_word && is_worldly(&part::parts(text, &surname), &part::parts(text, name)) {
            name.tokens.end = end + 3;
        }
    }
    // What the model found in the brackets is no name by itself.
    names.dedup_by(|name, last| name.block == last.block && name.tokens.start < last.tokens.end);
}

/// Joins a name that the short form of its given name stands inside, in brackets: «Ермек (Ерке) Маратович Досанов».
pub(super) fn join_around(text: &Text, names: &mut Vec<Name>) {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let block = &text.blocks[name.block];
        let start = name.tokens.start;
        let is_behind_bracket = start > 3
            && block.word(start - 1) == ")"
            && block.tokens[start - 2].shape == Shape::Capital
            && block.word(start - 3) == "(";
        let is_open = |first: &Name| {
            first.block == name.block
                && first.tokens == (start - 4..start - 3)
                && matches!(part::parts(text, first).as_slice(), [one] if one.kind == PartKind::Given)
        };
        let goes_on = is_behind_bracket
            && part::parts(text, &name).first().is_some_and(|one| one.kind != PartKind::Given);
        // What the model found in the brackets is no name by itself.
        let inside = goes_on
            && joined.last().is_some_and(|last| {
                last.block == name.block && last.tokens == (start - 2..start - 1)
            });
        let first = joined.len().checked_sub(1 + usize::from(inside));
        match first.filter(|&first| goes_on && is_open(&joined[first])) {
            Some(first) => {
                joined.truncate(first + 1);
                joined[first].tokens.end = name.tokens.end;
            }
            None => joined.push(name),
        }
    }
    *names = joined;
}

/// A call sign has at most so many words.
const LONGEST: usize = 3;

/// Whether the tokens say that the names on both sides are one person's, and nothing else.
fn says_so(text: &Text, block: usize, between: Range<usize>) -> bool {
    let block = &text.blocks[block];
    let mut is_sure = false;
    // «Ларри Кинг (Larry King), настоящее имя …»
    let closed = usize::from(block.folded(between.start) == ")");
    for token in between.start + closed..between.end {
        if block.tokens[token].is_word() {
            let Some(sure) = text.language.names.aliases.get(block.folded(token)) else {
                return false;
            };
            is_sure |= sure;
        } else if matches!(block.word(token), ")" | ";" | "!" | "?") {
            return false;
        }
    }
    is_sure
}

/// Whether the other name stands alone in the brackets right behind the one.
fn is_in_brackets(text: &Text, other: &Name, between: Range<usize>) -> bool {
    let block = &text.blocks[other.block];
    between.len() == 1 && block.word(between.start) == "(" && block.folded(other.tokens.end) == ")"
}

/// Whether a woman's full name is followed by one surname: the one before her marriage.
fn is_maiden(own: &[Part], before: &[Part]) -> bool {
    let is_womans = |part: &Part| {
        part.kind == PartKind::Other
            && part
                .lemmas
                .iter()
                .any(|lemma| lemma.gender == Some(Gender::Feminine) && lemma.weight >= SURNAME)
    };
    let ([surname], [given, .., last]) = (own, before) else { return false };
    let mut listed = given.lemmas.iter().filter(|lemma| lemma.is_listed);
    is_womans(surname)
        && is_womans(last)
        && listed.any(|lemma| lemma.gender == Some(Gender::Feminine))
}

/// Whether a given name alone is followed by a surname alone: «митрополит Никодим (Седов)».
fn is_worldly(own: &[Part], before: &[Part]) -> bool {
    let ([surname], [given]) = (own, before) else { return false };
    given.kind == PartKind::Given
        && surname.kind == PartKind::Other
        && given.lemmas.iter().filter(|lemma| lemma.is_listed).any(|one| {
            surname.lemmas.iter().any(|other| {
                other.weight >= SURNAME
                    && other.gender == one.gender
                    && !other.cases.and(one.cases).is_empty()
            })
        })
}

/// Whether a full name is followed by its given name and the father's in the way of the steppes: «Азамат Эркинович
/// Садыров (Азамат Эркин уулу)».
fn is_fathers(own: &[Part], before: &[Part]) -> bool {
    let ([given, _, particle], [first, _, ..]) = (own, before) else { return false };
    particle.kind == PartKind::Particle && given.kind == PartKind::Given && given.key == first.key
}

/// Whether one word is followed by a full name in the same oblique case: «с Матильдой (Еленой Лыковой)»; an actor behind the
/// part that he plays stands in the nominative.
fn is_in_full(own: &[Part], before: &[Part]) -> bool {
    let ([given, _, ..], [pseudonym]) = (own, before) else { return false };
    given
        .listed_cases()
        .is_some_and(|cases| !cases.has(Case::Nominative) && pseudonym.cases(WEAK).meets(cases))
}

/// Whether a word that is no given name of the list is followed by a full name in the nominative, as it is: «(её тренер)
/// Барс (Иван Лыков)».
fn is_named_so(own: &[Part], before: &[Part]) -> bool {
    let ([given, _, ..], [pseudonym]) = (own, before) else { return false };
    given.listed_cases().is_none_or(|cases| cases.has(Case::Nominative))
        && pseudonym.listed_cases().is_none()
        && pseudonym.cases(WEAK).has(Case::Nominative)
}

/// Whether the role before a name says whose kin or helper somebody is, which no part in a play needs to: «её тренер Барс».
fn is_somebodys(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let Some(last) = name.tokens.start.checked_sub(1) else { return false };
    let mut near = (block.sentence(last).start..=last).rev().take(FARTHEST);
    !text.language.names.role(block.folded(last)).is_empty()
        && near.any(|at| text.language.speech.of(block.folded(at)).is_possessive())
}

/// Whether a given name is followed by the full name that it is short for: «Катя (Екатерина Лыкова)», «Рина (Екатерина
/// Лыкова)».
fn is_short(text: &Text, own: &[Part], before: &[Part]) -> bool {
    let ([given, _, ..], [short]) = (own, before) else { return false };
    let is_of = |key: &str, full: &str| {
        let listed = text.language.names.short.get(key);
        listed.is_some_and(|longer| longer.iter().any(|name| name == full))
            || key.chars().count() > SAME_LETTERS && (full.starts_with(key) || full.ends_with(key))
    };
    let full = |key: &str| given.lemmas.iter().any(|lemma| is_of(key, &lemma.key));
    given.kind == PartKind::Given && short.lemmas.iter().any(|lemma| full(&lemma.key))
}

/// Whether a word stands in the bracket behind a name, alone or in a list, that spells its last word in another way:
/// «Рамон Абелья (Абелла, Абелия)».
fn is_spelt_again(text: &Text, one: &Name, other: &Name, own: &[Part], before: &[Part]) -> bool {
    let ([word], Some(last)) = (own, before.last()) else { return false };
    let block = &text.blocks[other.block];
    let joint = block.folded(one.tokens.end);
    let opens = |part: &Part| {
        let letters = part.key.replace('й', "и");
        letters.chars().take(SAME_LETTERS).collect::<String>()
    };
    one.tokens.end + 1 == other.tokens.start
        && (joint == "(" && before.len() > 1 || joint == "," && before.len() == 1)
        && matches!(block.folded(other.tokens.end), "," | ";" | ")")
        && word.kind == PartKind::Other
        && opens(word) == opens(last)
        && word.key.chars().count().abs_diff(last.key.chars().count()) <= SAME_LETTERS
}
