//! Heads: words that have a capital from the sentence's head alone, and the model took for names: «Понтон выдержит», «Дом
//! Седову достался», «Вера в чудо».

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::article::BlockKind;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form as Role;
use crate::language::speech::Form;

use super::lemma::{Lemma, SURNAME};
use super::nominative::WEAK;
use super::part::{self, Part};
use super::thing;

/// The verb of a word at a sentence's head stands at most so many words behind it.
const CLAUSE: usize = 5;

/// Takes the word off a name of two that opens a sentence where the text knows somebody by the second and the first is a
/// thing's, or no name of his: «Яхту Седов нанял», «Земляков Седова выслали».
pub(super) fn take_off(text: &Text, names: &mut [Name]) {
    if text.language.names.model.is_none() {
        return;
    }
    let stem = |name: &Name, token: usize| name::stem(text.blocks[name.block].folded(token));
    // Of each surname behind a given name of the list the gender that this shows.
    let mut known: HashMap<&str, Gender> = HashMap::default();
    let several = || names.iter().filter(|name| name.tokens.len() > 1);
    let uses = name::uses(text, several());
    for name in several() {
        let given = text.language.names.given(text.blocks[name.block].folded(name.tokens.start));
        if let Some(form) = given.first() {
            known.insert(stem(name, name.tokens.end - 1), form.gender);
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1) {
        let block = &text.blocks[name.block];
        let first = name.tokens.start;
        let word = block.folded(first);
        if !block.opens_sentence(first) || block.tokens[first].shape != Shape::Capital {
            continue;
        }
        let parts = part::parts(text, name);
        // «Роман Анны Седовой издали»
        let is_noun_too = text.language.names.given_words.contains(word)
            && parts[0].listed_cases() == Some(Cases::NOMINATIVE);
        let is_work = || match parts.as_slice() {
            // «Роман Кертеса издали» beside «Имре Кертес»
            [_, surname] if surname.listed_cases().is_none() => {
                let own = known.get(stem(name, name.tokens.end - 1));
                let likely = |case: Case| {
                    let fits = |lemma: &&Lemma| own.is_some_and(|&own| lemma.fits(own));
                    let fitting = surname.lemmas.iter().filter(fits);
                    fitting.filter(|lemma| lemma.cases.has(case)).map(|lemma| lemma.weight).max()
                };
                uses.get(stem(name, first)) == Some(&1)
                    && likely(Case::Genitive) > likely(Case::Nominative)
            }
            [_, given, ..] => given.listed_cases().is_some_and(|cases| {
                // «Роман Сигрид Унсет»
                let is_hers = || parts.len() > 2 && cases == Cases::ALL && is_womans(given);
                cases.has(Case::Genitive) && (!cases.has(Case::Nominative) || is_hers())
            }),
            _ => false,
        };
        if is_noun_too && is_work() {
            name.tokens.start += 1;
            continue;
        }
        // An initial says nothing of its case.
        let [one, other] = parts.as_slice() else { continue };
        if !one.is_word() {
            continue;
        }
        // «Полотна Рембрандта украли»
        let is_makers = text.language.names.is_work(word) && other.cases(WEAK).has(Case::Genitive);
        if is_makers && one.listed_cases().is_none() {
            name.tokens.start += 1;
            continue;
        }
        // «Вальсы Штрауса играли»: whom everybody knows, in another case.
        let is_known_by_all = other.lemmas.iter().any(|lemma| {
            lemma.key != other.key && text.language.names.surnames.contains(lemma.key.as_str())
        });
        if is_known_by_all && one.listed_cases().is_none() && name::is_common(text, word) {
            name.tokens.start += 1;
            continue;
        }
        let last = stem(name, name.tokens.end - 1);
        let gender = known.get(last).copied();
        // «Бартал Хёйгор» is known too, whoever is called Бартал.
        if gender.is_none() && uses.get(last) < Some(&2) {
            continue;
        }
        // «Медкомиссию Седов не проходил»: as nothing that does not decline, but «Серджиу Морару», «Рейко Танабэ».
        let cases = |part: &Part| {
            let fitting = part.lemmas.iter().filter(|lemma| {
                lemma.weight > WEAK
                    && gender.is_none_or(|gender| lemma.fits(gender))
                    && !(part.key.ends_with('ю') && lemma.cases == Cases::ALL)
            });
            fitting.fold(Cases::default(), |cases, lemma| cases.or(lemma.cases))
        };
        // «Семидесятилетний Седов»
        let is_things = text.language.names.is_titled_thing(word)
            || !text.language.names.adjective_cases(word).is_empty()
            || text.language.names.is_nobodys_verb(word)
            || gender.is_some()
                && (name::is_common(text, word) || cases(one).and(cases(other)).is_empty());
        let is_alone = uses.get(stem(name, first)) == Some(&1);
        if is_things && is_alone && text.language.names.given(word).is_empty() {
            name.tokens.start += 1;
        }
    }
}

/// Whether the list of given names has the word for women alone.
fn is_womans(given: &Part) -> bool {
    let mut listed = given.lemmas.iter().filter(|lemma| lemma.is_listed);
    listed.all(|lemma| lemma.gender == Some(Gender::Feminine))
}

/// Of each name whether it is one word that has its capital from a sentence's head alone, for all
/// that the text shows: no given name, no surname's ending, in no other name: «Понтон выдержит».
pub(super) fn lone(text: &Text, names: &[Name]) -> Vec<bool> {
    let uses = name::uses(text, names.iter());
    // «Заметку написала Вера»: the verb has a subject already.
    let starts: HashSet<(usize, usize)> =
        names.iter().map(|name| (name.block, name.tokens.start)).collect();
    let is_lone = |name: &Name| {
        let block = &text.blocks[name.block];
        let token = name.tokens.start;
        let word = block.folded(token);
        let goes_on = block.tokens.get(name.tokens.end);
        // «Боцман сообщил», «Датчанин обыграл», «Корова чужая»
        let is_role = !text.language.names.role(word).is_empty()
            || text.language.names.christened.contains_key(word);
        opens(block, token)
            && name.tokens.len() == 1
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::Headline)
            && block.tokens[token].shape == Shape::Capital
            && goes_on.is_some_and(|next| next.shape == Shape::Lower)
            && (is_role || !text.language.names.takes_person(block.folded(name.tokens.end)))
            && (is_role
                || !text.language.speech.of(block.folded(name.tokens.end)).is_saying()
                || starts.contains(&(name.block, name.tokens.end + 1)))
            && text.language.names.given(word).is_empty()
            && uses.get(name::stem(word)) == Some(&1)
            && (is_role || !thing::is_surname(text, name))
    };
    let has_model = text.language.names.model.is_some();
    names.iter().map(|name| has_model && is_lone(name)).collect()
}

/// Whether a sentence opens with this token, or with a dash or a quotation mark before it.
fn opens(block: &TextBlock, token: usize) -> bool {
    let start = block.sentence(token).start;
    (start..token).all(|at| matches!(block.word(at), "—" | "–" | "-" | "«" | "\"" | "'"))
}

/// Whether a word at a sentence's head that ends as a man's surname does counts things rather, the verb behind it being
/// nobody's: «Флагов сегодня почти не было», but not «Седова не было», «Седов было ушёл».
pub(super) fn is_counted(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let Range { start, end } = name.tokens.clone();
    let is_mans = || {
        let parts = part::parts(text, name);
        parts.iter().flat_map(|part| &part.lemmas).any(|lemma| {
            lemma.cases == Cases::NOMINATIVE
                && lemma.gender == Some(Gender::Masculine)
                && lemma.weight >= SURNAME
                && lemma.text.len() == block.word(start).len()
        })
    };
    let clause = end..block.tokens.len().min(end + CLAUSE);
    let words = || clause.clone().take_while(|&at| block.tokens[at].shape == Shape::Lower);
    let form = |at: usize| text.language.speech.verb_form(block.folded(at));
    name.tokens.len() == 1
        && opens(block, start)
        && !full.contains(name::stem(block.folded(start)))
        && words().any(|at| form(at) == Some(Form::Neuter))
        && !words().any(|at| form(at) == Some(Form::Masculine))
        && is_mans()
}

/// Whether a given name at a sentence's head is the noun, a preposition behind it, or another word: «Вера в чудо», «Роман «Звезда»», «Людей
/// отпустили».
pub(super) fn is_noun(text: &Text, name: &Name, full: &HashSet<&str>) -> bool {
    let block = &text.blocks[name.block];
    let word = block.folded(name.tokens.start);
    let behind = block.folded(name.tokens.end);
    let names = &text.language.names;
    let is_word = || names.given_words.iter().any(|own| own.strip_prefix('!') == Some(word));
    // «Надежда осталась»
    let is_had = || names.given_words.iter().any(|own| own.strip_prefix('=') == Some(behind));
    // «Роман написала Ольга», «Роман издали»
    let is_anothers = || {
        let is_plural = text.language.speech.verb_form(behind) == Some(Form::Plural);
        let verb = names.past_gender(behind);
        is_plural || verb.is_some_and(|own| names.given(word).iter().all(|form| form.gender != own))
    };
    // «Селяне рассказали»
    let are_many = || !names.plurals.role(word, &names.roles).is_empty();
    // «Корова жила на балконе»; «Агроном идёт» is no form of Агрон.
    let is_animal = || names.christened.contains_key(word);
    let is_nominative = |form: &Role| form.cases.has(Case::Nominative);
    let is_role = || {
        names.role(word).iter().any(is_nominative) && !names.given(word).iter().any(is_nominative)
    };
    let is_other = || {
        let is_pronoun = text.language.speech.of(word).pronoun.is_some();
        is_pronoun || is_word() || are_many() || is_animal() || is_role()
    };
    let goes_on = block.tokens.get(name.tokens.end).is_some_and(|next| next.shape == Shape::Lower);
    let is_marked = matches!(behind, "«" | "„" | "\"" | "'");
    name.tokens.len() == 1
        && opens(block, name.tokens.start)
        && (names.given_words.contains(word)
            && (names.prepositions.contains_key(behind)
                || is_had()
                || is_anothers()
                || is_marked)
            || goes_on && is_other()
            // «Агроном «Зари»»
            || is_marked && is_role())
        && !full.contains(name::stem(word))
}
