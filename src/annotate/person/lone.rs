//! Lone names: what the model left out and the words beside tell, as «— ответил Седов», «министр Орловский
//! сказал», «директор площадки Йонас Фрей» and «её муж Эйно» do.

use foldhash::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form as Role;
use crate::language::speech::{Form, NounKind, Takes};

use super::lemma::{Lemma, SURNAME, UNDECLINED};
use super::nominative::WEAK;
use super::{called, listed, namesake, pair, part, thing, title, titled};

/// A role stands at most so many words before the surname.
const FARTHEST_ROLE: usize = 4;

/// A list of kin is looked at for at most so many tokens.
const LONGEST_LIST: usize = 12;

/// Adds such surnames, and the same words elsewhere in the text.
pub(super) fn add(text: &Text, names: &mut Vec<Name>) {
    if text.language.names.model.is_none() {
        return;
    }
    let taken: HashSet<(usize, usize)> = names
        .iter()
        .flat_map(|name| name.tokens.clone().map(|token| (name.block, token)))
        .collect();
    let is_taken = |block: usize, token: usize| taken.contains(&(block, token));
    let mut lone = Vec::new();
    let mut pairs = Vec::new();
    for (number, block) in text.blocks.iter().enumerate() {
        for token in 0..block.tokens.len() {
            let is_capital =
                |at: usize| block.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
            // «Генерал Орловский сказал», «Вчера Седов приехал», «Картины Шагала украли»
            let is_opener = |at: usize| {
                let names = &text.language.names;
                let word = block.folded(at);
                block.opens_sentence(at)
                    && (!names.role(word).is_empty()
                        || names.stops.contains(word)
                        || names.given(word).is_empty() && name::is_common(text, word))
            };
            let is_alone = || {
                !is_capital(token + 1)
                    && (token == 0 || !is_capital(token - 1) || is_opener(token - 1))
            };
            // «Людвига ван Бетховена»
            let is_led = || {
                let before = token.checked_sub(1);
                before.is_some_and(|at| text.language.names.particles.contains(block.folded(at)))
            };
            let is_free = |at: usize| is_capital(at) && !taken.contains(&(number, at));
            if is_free(token) && is_alone() && !is_led() {
                lone.push(Name { block: number, tokens: token..token + 1 });
            }
            let two = Name { block: number, tokens: token..token + 2 };
            if is_free(token)
                && is_free(token + 1)
                && !is_capital(token + 2)
                && pair::is_one(text, &two)
            {
                pairs.push(two);
            }
            let lettered = [lettered(text, number, token), initialled(text, number, token)];
            pairs.extend(
                lettered
                    .into_iter()
                    .flatten()
                    .filter(|name| name.tokens.clone().all(|at| !is_taken(number, at))),
            );
        }
    }
    let stem = |name: &Name| name::stem(text.blocks[name.block].folded(name.tokens.start));
    let listed = listed::of(text, names);
    let (told, mut rest): (Vec<Name>, Vec<Name>) = lone.into_iter().partition(|name| {
        listed.contains(&(name.block, name.tokens.start))
            || is_told(text, name)
            || is_kins(text, name)
            || is_makers(text, name)
            || titled::is_titles(text, name)
            || titled::is_named(text, name)
            || is_one_of_kin(text, name, &|token| is_taken(name.block, token))
    });
    // «Драголюб М.» is elsewhere «Драголюб».
    let lettered = pairs.iter().filter(|name| {
        let block = &text.blocks[name.block];
        block.tokens[name.tokens.start + 1].shape != Shape::Mark
            && block.word(name.tokens.end - 1) == "."
    });
    let stems: HashSet<&str> = told.iter().chain(lettered).map(&stem).collect();
    let is_known = |name: &Name| {
        let block = &text.blocks[name.block];
        stems.contains(stem(name)) && !block.is_joined(name.tokens.start)
    };
    let surnames: HashSet<&str> =
        text.language.names.surnames.iter().map(|surname| name::stem(surname)).collect();
    // «Достоевского» has another stem than «Достоевский».
    let is_known_by_all = |name: &Name| {
        (surnames.contains(stem(name)) || is_adjective(text, name)) && is_known_by_all(text, name)
    };
    // «Петер Ланц», and «Ланц» alone further on.
    let last =
        |name: &Name| Name { block: name.block, tokens: name.tokens.end - 1..name.tokens.end };
    let full: Vec<Name> = names.iter().filter(|name| name.tokens.len() > 1).map(last).collect();
    let plain: HashSet<&str> =
        full.iter().filter(|name| !is_adjective(text, name)).map(&stem).collect();
    let full: HashSet<&str> = full.iter().map(&stem).collect();
    let is_surname_of_full = |name: &Name| {
        let block = &text.blocks[name.block];
        let is_marked = |at: usize| matches!(block.folded(at), "«" | "»" | "\"" | "„" | "“");
        // «семья Бушей», «Братья Кареловы»
        let is_familys = |at: usize| {
            let names = &text.language.names;
            let word = block.folded(at);
            names.families.contains(word) || names.several.contains(word)
        };
        full.contains(stem(name))
            && !name.tokens.start.checked_sub(1).is_some_and(is_familys)
            && !block.is_joined(name.tokens.start)
            && !is_marked(name.tokens.end)
            && is_nobody_else(text, name)
            // «Вера Седова», «ответила Седовой»
            && (plain.contains(stem(name)) || !is_adjective(text, name))
    };
    // «проспект Седова» is none of him either, nor is «графство Керри» whose name everybody knows.
    rest.retain(|name| {
        (is_known(name) || is_known_by_all(name) || is_surname_of_full(name))
            && !namesake::is_namesake(text, name, false)
            && !called::is_behind(text, name)
            && !title::is_in_title(text, name)
    });
    names.extend(told);
    names.extend(pairs);
    names.extend(rest);
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

/// The name of a letter, a full stop and a surname with no space between that opens with this token: «(владелец 61% акций)
/// А.Седов».
fn lettered(text: &Text, number: usize, token: usize) -> Option<Name> {
    let block = &text.blocks[number];
    let last = Name { block: number, tokens: token + 2..token + 3 };
    let is_written = is_letter(block, token)
        && !block.is_joined(token)
        && block.is_joined(token + 1)
        && block.is_joined(token + 2)
        && block.tokens.get(token + 2).is_some_and(|last| last.shape == Shape::Capital)
        && !text.language.names.places.contains(block.folded(token + 2));
    (is_written && thing::is_surname(text, &last))
        .then_some(Name { block: number, tokens: token..token + 3 })
}

/// The given name that opens with this token and the letter of a surname, which the news do not tell, a verb in the past
/// tense behind: «Драголюб М. объяснил».
fn initialled(text: &Text, number: usize, token: usize) -> Option<Name> {
    let block = &text.blocks[number];
    let first = Name { block: number, tokens: token..token + 1 };
    let is_one = is_letter(block, token + 1)
        && block.is_joined(token + 2)
        && block.tokens[token].shape == Shape::Capital
        && text.language.names.past_gender(block.folded(token + 3)).is_some()
        && is_nobody_else(text, &first)
        && !is_adjective(text, &first);
    is_one.then_some(Name { block: number, tokens: token..token + 3 })
}

/// Whether one capital letter and a full stop stand here.
fn is_letter(block: &TextBlock, token: usize) -> bool {
    let word = block.tokens.get(token).map_or("", |_| block.word(token));
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none()
        && block.folded(token + 1) == "."
}

/// Whether the word is a surname, in any case, by which alone the news name somebody: «Трамп в ответ назвал его …».
fn is_known_by_all(text: &Text, name: &Name) -> bool {
    let surnames = &text.language.names.surnames;
    let is_listed = |key: &str| surnames.contains(key);
    part::parts(text, name).iter().flat_map(|part| &part.lemmas).any(|lemma| is_listed(&lemma.key))
}

/// Whether «и» or a comma stands between the word and names that a noun for kin in the plural leads: «братья Мотя и Федул».
fn is_one_of_kin(text: &Text, name: &Name, is_taken: &dyn Fn(usize) -> bool) -> bool {
    let block = &text.blocks[name.block];
    let is_and = |at: usize| text.language.and.contains(block.folded(at));
    let joint = name.tokens.start.checked_sub(1).filter(|&at| is_and(at));
    let Some(joint) = joint.filter(|&at| at > 0 && is_taken(at - 1)) else { return false };
    let mut list = (joint.saturating_sub(LONGEST_LIST)..joint).rev();
    // «двух дочерей — Анну и Дефне»
    let is_mark = |at: usize| matches!(block.word(at), "," | "—" | "–" | "-" | ":");
    let lead = list.find(|&at| !is_taken(at) && !is_mark(at));
    let names = &text.language.names;
    let is_kin = |word: &str| text.language.speech.of(word).is_kin();
    let several = lead.map(|at| names.plurals.role(block.folded(at), &names.roles));
    several.is_some_and(|forms| forms.iter().any(|form| is_kin(form.nominative)))
        && is_nobody_else(text, name)
        && !is_adjective(text, name)
}

/// Whether a noun for one of somebody's kin stands right before the word, or before a role whose bearer is meant: «её муж
/// Эйно», «сын музыканта Эцио».
fn is_kins(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let speech = &text.language.speech;
    let word = block.folded(name.tokens.start);
    let is_kin = |at: usize| {
        let noun = speech.of(block.folded(at)).noun;
        block.tokens[at].shape == Shape::Lower
            && noun.is_some_and(|noun| noun.kind == NounKind::Kin && noun.singular)
    };
    let is_whose = |at: usize| {
        let forms = names.role(block.folded(at));
        forms.iter().any(|form| form.cases.has(Case::Genitive))
    };
    let before = name.tokens.start.checked_sub(1);
    let is_behind_role =
        |at: usize| word.ends_with(UNDECLINED) && is_whose(at) && at > 0 && is_kin(at - 1);
    before.is_some_and(|at| is_kin(at) || is_behind_role(at))
        && is_nobody_else(text, name)
        && !is_adjective(text, name)
}

/// Whether the noun for a work stands right before the word, which can be its maker's name in the genitive: «сказки
/// Киплинга», «полотно Моретто», but not «роман Толстого», of anybody who is thick.
fn is_makers(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let token = name.tokens.start;
    let is_work = |at: usize| {
        let is_plain = block.tokens[at].shape == Shape::Lower || block.opens_sentence(at);
        is_plain && names.is_work(block.folded(at))
    };
    let is_whose = |lemma: &Lemma| {
        let is_undeclined = lemma.cases == Cases::ALL && lemma.key.ends_with(UNDECLINED);
        lemma.weight > WEAK
            && lemma.cases.has(Case::Genitive)
            && (is_undeclined || !lemma.cases.has(Case::Nominative))
    };
    token.checked_sub(1).is_some_and(is_work)
        && is_nobody_else(text, name)
        // «картины Третьяковки», «песни Победы»
        && !block.folded(token).ends_with("ки")
        && !name::is_common(text, block.folded(token))
        && !is_adjective(text, name)
        && !matches!(block.folded(name.tokens.end), "-" | "»" | "“" | "\"")
        && part::parts(text, name).iter().flat_map(|part| &part.lemmas).any(is_whose)
}

/// Whether the word is no place, noun or role.
pub(super) fn is_nobody_else(text: &Text, name: &Name) -> bool {
    let word = text.blocks[name.block].folded(name.tokens.start);
    let names = &text.language.names;
    !word.is_ascii()
        && word.chars().nth(2).is_some()
        && !names.places.contains(word)
        && !names.stops.contains(word)
        && text.language.speech.of(word).noun.is_none()
        && names.role(word).is_empty()
}

/// Whether the word has the ending of an adjective.
pub(super) fn is_adjective(text: &Text, name: &Name) -> bool {
    let word = text.blocks[name.block].folded(name.tokens.start);
    !text.language.names.adjective_cases(word).is_empty()
}

/// Whether a word has the ending of a surname in the nominative and a verb beside agrees with it: one of saying, behind a
/// comma or dash before it or right behind it at a sentence's head; or any verb, with a role before the word.
fn is_told(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let speech = &text.language.speech;
    let token = name.tokens.start;
    let word = block.folded(token);
    let is_lower =
        |at: usize| block.tokens.get(at).is_some_and(|token| token.shape == Shape::Lower);
    // The gender that a verb in the singular shows, if it does.
    let verb = |at: usize| {
        let word = block.folded(at);
        let past = names.past_gender(word);
        match speech.of(word).cue.map(|cue| cue.form).filter(|_| is_lower(at)) {
            Some(Form::Masculine) => Some(Some(Gender::Masculine)),
            Some(Form::Feminine) => Some(Some(Gender::Feminine)),
            Some(Form::Singular) => Some(None),
            None if is_lower(at) && (past.is_some() || names.is_present(word)) => Some(past),
            _ => None,
        }
    };
    let is_saying = |at: usize| speech.of(block.folded(at)).is_saying();
    let is_mark = |at: usize| matches!(block.word(at), "," | "—" | "–" | "-");
    let said = token
        .checked_sub(2)
        .filter(|&mark| is_mark(mark) && is_saying(mark + 1) && !is_lower(token + 1))
        .and_then(|mark| verb(mark + 1));
    // ««…», — ответил Коул.», «… похоже, — ответил Коул, — что …»: no agency, which relays, but whoever it is.
    let is_closed = || {
        (token.saturating_sub(4)..token - 2).any(|at| matches!(block.word(at), "»" | "”" | "\""))
    };
    let is_within = || {
        let is_dash = |at: usize| matches!(block.word(at), "—" | "–" | "-");
        is_dash(token - 2)
            && block.tokens.len() > token + 2
            && (is_dash(token + 2) || block.word(token + 1) == ".")
            && token > 2
            && matches!(block.word(token - 3), "," | "!" | "?" | "…")
    };
    let is_answer = said.is_some()
        && block.tokens[token + 1..].first().is_none_or(|next| next.shape == Shape::Mark)
        && (is_closed() || is_within())
        && speech.of(block.folded(token - 1)).cue.is_some_and(|cue| !cue.takes(Takes::Relay));
    let least = if is_answer && !names.places.contains(word) { WEAK + 1 } else { SURNAME };
    // «министр культуры Орловский открыл»
    let role = role_before(text, name).is_some();
    // «Вчера Седов приехал»
    let is_after = |at: usize| block.opens_sentence(at) && names.stops.contains(block.folded(at));
    let opens = block.opens_sentence(token) && is_saying(token + 1)
        || token.checked_sub(1).is_some_and(is_after);
    let behind = verb(token + 1).filter(|_| role || opens);
    let told = said.or(behind);
    let is_surname = |own: Gender| {
        told.is_some_and(|gender| gender.is_none_or(|gender| gender == own))
            && part::parts(text, name).iter().flat_map(|part| &part.lemmas).any(|lemma| {
                lemma.weight >= least
                    && lemma.fits(own)
                    && lemma.cases.has(Case::Nominative)
                    && (lemma.gender.is_some() || !opens)
            })
    };
    // «сообщает Барановичский ГОВД»
    let is_bodys = || {
        let behind = block.tokens.get(token + 1);
        behind.is_some_and(|next| next.shape == Shape::Upper) && is_adjective(text, name)
    };
    !word.is_ascii()
        && !is_bodys()
        && names.given(word).is_empty()
        && (said.is_some() || !names.places.contains(word))
        && !names.stops.contains(word)
        && speech.of(word).noun.is_none()
        && names.role(word).is_empty()
        && Gender::BOTH.into_iter().any(is_surname)
}

/// The noun for a role in the nominative that leads to the word, where no thing with a title stands between: «министр
/// культуры Орловский», but not «директор школы Московская», «адвокат семьи Седовых».
pub(super) fn role_before(text: &Text, name: &Name) -> Option<usize> {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let token = name.tokens.start;
    let before = token.checked_sub(1).map(|at| block.folded(at))?;
    let is_own = |form: &Role| form.cases == Cases::NOMINATIVE;
    let role = role_within(text, name, FARTHEST_ROLE, &is_own);
    role.filter(|_| !names.is_titled_thing(before) && !names.families.contains(before))
}

/// The nearest noun for such a role at most so many words before the name, no verb or mark between, but those of a title:
/// «председатель «Зари» Йонас Фрей».
pub(super) fn role_within(
    text: &Text,
    name: &Name,
    farthest: usize,
    is_own: &dyn Fn(&Role) -> bool,
) -> Option<usize> {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let token = name.tokens.start;
    let title = title::before(block, token);
    let token = title.unwrap_or(token);
    let mut words = (token.saturating_sub(farthest)..token).rev().take_while(|&at| {
        let opens = title.is_none() && block.opens_sentence(at + 1);
        !opens && block.tokens[at].is_word() && !names.is_verb_like(block.folded(at))
    });
    words.find(|&at| names.role(block.folded(at)).iter().any(is_own))
}
