//! Leads: what kind of word or mark stands before a name, and what it says of the name's case.

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::inflection::Case::{Genitive, Nominative};
use crate::language::inflection::{Gender, Kind};
use crate::language::speech::{Case, Function, Takes};

/// What kind of word or mark stands before a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing: it opens a sentence, or the text.
    Start,
    /// A mark that parts the entries of a list, and a figure stands behind: «2:1 — Канга (78)»; or it is all of its block.
    Entry,
    /// A verb that it may be the subject of, whatever its gender: «получит».
    Verb,
    /// A verb whose object it is: «вручили Дельмаре».
    ObjectVerb,
    /// A word that may govern it, as «встреча» does.
    Governor,
    /// Anything else.
    #[default]
    Other,
}

/// What leads to the name behind this token; `is_free` where no preposition and no role noun does.
pub(super) fn of(text: &Text, name: &Name, before: Option<usize>, is_free: bool) -> Lead {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let opens = before.is_none_or(|before| matches!(block.word(before), "." | "!" | "?" | "…"));
    // «Орлова задержали»
    let is_taken = opens && names.is_nobodys_verb(block.folded(name.tokens.end));
    // «её зовут Анна»
    let is_verb = |before: usize| {
        let word = block.folded(before);
        let is_called =
            || text.language.speech.of(word).cue.is_some_and(|cue| cue.takes(Takes::Name));
        names.is_present(word) || names.role_stops.contains(word) && is_called()
    };
    if is_entry(text, name) {
        Lead::Entry
    } else if is_free && (is_taken || is_object(text, name, before)) {
        Lead::ObjectVerb
    } else if opens {
        Lead::Start
    } else if is_free && before.is_some_and(|before| is_governor(text, block, before)) {
        Lead::Governor
    } else if before.is_some_and(is_verb) {
        Lead::Verb
    } else {
        Lead::Other
    }
}

/// Whether the word right before a name may govern it: «встреча», «Сторонники».
fn is_governor(text: &Text, block: &TextBlock, token: usize) -> bool {
    let names = &text.language.names;
    let word = block.folded(token);
    let sense = text.language.speech.of(word);
    // «Правительство Иванова»
    let is_body =
        sense.noun.is_some_and(|noun| !noun.kind.is_human() && noun.is_in(Case::Nominative));
    let is_verb = names.is_verb_like(word)
        || names.past_gender(word).is_some() && !names.verb_like_nouns.contains(word);
    (block.tokens[token].shape == Shape::Lower || is_body || opens_as_noun(text, block, token))
        && !is_verb
        && !names.role_stops.contains(word)
        && sense.function.is_none_or(is_noun)
        && !is_time(text, block, token)
        && !is_hers(text, word)
        && !is_of_these(text, block, token)
}

/// Whether a small word of the grammar of speech is a noun that somebody's name can stand behind: «словам», «обещание».
const fn is_noun(function: Function) -> bool {
    matches!(
        function,
        Function::CueNoun
            | Function::OtherCueNoun
            | Function::Ranking
            | Function::Thought
            | Function::Inscription
            | Function::Motto
            | Function::Wording
            | Function::Words
            | Function::Saying
            | Function::Reply
            | Function::Request
            | Function::News
            | Function::Intent
            // «некоего Седова»
            | Function::Nameless
    )
}

/// Whether the word is a woman's adjective in the nominative: «легендарная Валентина Седова».
fn is_hers(text: &Text, word: &str) -> bool {
    let read = text.language.names.inflection.readings(word, Kind::Adjective);
    !text.language.speech.looks_gerund(word)
        && read.iter().any(|one| one.gender == Gender::Feminine && one.cases.has(Nominative))
}

/// Whether the word ends a date: «в 2010 году».
fn is_time(text: &Text, block: &TextBlock, token: usize) -> bool {
    let numbers = &text.language.numbers;
    token.checked_sub(1).is_some_and(|at| block.tokens[at].shape == Shape::Number)
        && numbers.word(numbers.id(block.folded(token))).period.is_some()
}

/// Whether a word that opens its sentence can be a noun that is no role: «Сторонники Седова», but not «Недавно Седова».
fn opens_as_noun(text: &Text, block: &TextBlock, token: usize) -> bool {
    let names = &text.language.names;
    let speech = &text.language.speech;
    let word = block.folded(token);
    let is_known = speech.of(word).noun.is_some() || names.verb_like_nouns.contains(word);
    block.opens_sentence(token)
        && block.tokens[token].shape == Shape::Capital
        && names.role(word).is_empty()
        && names.given(word).is_empty()
        && (names.inflection.readings(word, Kind::Adjective).is_empty()
            || speech.looks_gerund(word))
        && (is_known || !speech.looks_adverb(word) && !speech.looks_short(word))
}

/// Whether the word is an adjective in the plural that no noun follows, right behind a preposition: «из последних Юлия Седова
/// знает всех».
fn is_of_these(text: &Text, block: &TextBlock, token: usize) -> bool {
    let names = &text.language.names;
    let word = block.folded(token);
    let is_led = token.checked_sub(1).is_some_and(|at| {
        names.prepositions.get(block.folded(at)).is_some_and(|cases| cases.has(Genitive))
    });
    is_led
        && names.plurals.is_adjective(word, &names.inflection)
        && names.plurals.role(word, &names.roles).is_empty()
        && text.language.speech.of(word).noun.is_none()
}

/// Whether the name is all of its block or stands behind «по имени», or a figure or a country in brackets stands behind it, and before it a mark that
/// parts the entries of a list.
fn is_entry(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let start = name.tokens.start;
    let tellings = &text.language.names.tellings;
    // «Анна Седова» under a photo or a headline, «плотник по фамилии Ямада»
    let is_named =
        start > 1 && tellings.is_naming(block.folded(start - 2), block.folded(start - 1));
    if name.tokens == (0..block.tokens.len()) || is_named {
        return true;
    }
    let before = start.checked_sub(1);
    let parts = before.is_none_or(|before| {
        matches!(block.word(before), "—" | "–" | "-" | "," | ";" | ":" | "." | ")")
    });
    let behind = name.tokens.end + 1;
    let figure = block.tokens.get(behind);
    let is_figure = matches!(block.folded(name.tokens.end), "," | "(")
        && figure.is_some_and(|figure| figure.shape == Shape::Number);
    // «Мунаката (Япония)»
    let is_country = block.folded(name.tokens.end) == "("
        && block.folded(behind + 1) == ")"
        && text.language.names.places.contains(block.folded(behind));
    parts && (is_figure || is_country)
}

/// Whether the word before a name is a verb and the name its object: not one of several subjects
/// («приехали Седов и …»), nor behind a verb that has its object («его оправдал Седов»).
fn is_object(text: &Text, name: &Name, before: Option<usize>) -> bool {
    let block = &text.blocks[name.block];
    let is_plain = |at: &usize| {
        let shape = block.tokens[*at].shape;
        shape == Shape::Lower || shape == Shape::Capital && block.opens_sentence(*at)
    };
    let Some(at) = before.filter(is_plain) else { return false };
    let verb = block.folded(at);
    let behind = block.folded(name.tokens.end);
    let is_capital =
        |at: usize| block.tokens.get(at).is_some_and(|next| next.shape != Shape::Lower);
    let is_one_of_several = || {
        behind == "("
            || behind == "," && is_capital(name.tokens.end + 1)
            || text.language.and.contains(behind)
    };
    let pronoun = at.checked_sub(1).map(|before| text.language.speech.of(block.folded(before)));
    let has_object = || pronoun.is_some_and(|sense| sense.pronoun.is_some());
    let names = &text.language.names;
    // «Победила Седова»
    let takes_person =
        || block.tokens[at].shape == Shape::Lower && names.takes_person(verb) && !has_object();
    // «она сменила Седова»
    let has_subject = || {
        pronoun.is_some_and(|sense| sense.is_personal())
            && (names.past_gender(verb).is_some() || names.is_present(verb))
    };
    names.is_nobodys_verb(verb) && !names.role_stops.contains(verb) && !is_one_of_several()
        || takes_person()
        || has_subject()
}
