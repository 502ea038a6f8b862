//! Context: what the words around a name say of its case and gender.

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::Case::{Accusative, Genitive, Nominative};
use crate::language::inflection::{Cases, Gender, Kind};
use crate::language::speech::{Case, Function, Takes};

use super::lemma::{Lemma, SURNAME};
use super::nominative::Seen;
use super::part::{Part, PartKind};

/// What kind of word or mark stands before a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing: it opens a sentence, or the text.
    Start,
    /// A mark that parts the entries of a list, and a figure stands behind: «2:1 — Канга (78)».
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

/// A bracket between two names of a list is at most so many tokens long.
const LONGEST_BRACKET: usize = 8;

/// What the words around a name say of its case.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// The cases that the preposition before it takes.
    pub(super) preposition: Option<Cases>,
    /// The cases of the role noun that leads to it.
    pub(super) role: Option<Cases>,
    /// Whether that noun is in the plural, and names of a list may follow.
    pub(super) is_several: bool,
    /// Whether the name can be in no other, as nothing else governs it.
    pub(super) is_sure: bool,
    /// The gender that this role noun or an adjective before the name shows: «певица».
    pub(super) bearer: Option<Gender>,
    /// The gender that the verb beside it shows, whose subject it may be.
    pub(super) verb: Option<Gender>,
    /// The gender of the verb right behind it, whose subject it can be by what stands before.
    pub(super) own_verb: Option<Gender>,
    /// What kind of word or mark stands before it.
    pub(super) lead: Lead,
    /// The word of respect before it, and the gender that it shows: “Ms”.
    pub(super) honorific: Option<(&'static str, Option<Gender>)>,
    /// Whether a noun for somebody's kin stands right before it: «её сестра Анна Белова».
    pub(super) is_kin: bool,
}

impl Context {
    /// Whether what stands before the name keeps it from the nominative.
    pub(super) fn is_governed(&self) -> bool {
        self.preposition.is_some()
            || self.role.is_some_and(|cases| !cases.has(Nominative))
            || self.role.is_none() && matches!(self.lead, Lead::Governor | Lead::ObjectVerb)
    }
}

/// Gives the names of a list, which «и» closes, the cases that a given name before them shows, or one in the nominative
/// behind: «роман Ильи Ильфа и Евгения Петрова», «дочери Амина и Софья».
pub(super) fn share_cases(text: &Text, names: &[Name], seen: &mut [Seen]) {
    let joint = |place: usize| {
        let (one, other) = (&names[place - 1], &names[place]);
        let block = &text.blocks[one.block];
        if one.block != other.block {
            return None;
        }
        let mut end = one.tokens.end;
        // «Эмилио Товар (транспорт), Хуана Пинеда»
        if end < other.tokens.start && block.word(end) == "(" {
            let behind = end + 1..other.tokens.start.min(end + LONGEST_BRACKET);
            end = behind.into_iter().find(|&at| block.word(at) == ")")? + 1;
        }
        (end + 1 == other.tokens.start).then(|| block.folded(end))
    };
    let is_and = |joint: &str| text.language.and.contains(joint);
    // Whether a list that goes on over commas is closed, from the last name to the first.
    let mut is_closed = vec![false; names.len()];
    for place in (1..names.len()).rev() {
        is_closed[place] = joint(place).is_some_and(|joint| {
            is_and(joint) || joint == "," && is_closed.get(place + 1).copied().unwrap_or_default()
        });
    }
    let listed = |seen: &Seen| seen.parts.first().and_then(Part::listed_cases);
    for place in (1..names.len()).rev().filter(|&place| is_closed[place]) {
        let own = listed(&seen[place - 1]);
        // «дочери» before two names is no genitive.
        if !seen[place - 1].context.is_sure
            && listed(&seen[place]) == Some(Cases::NOMINATIVE)
            && own.is_some_and(|cases| cases.has(Nominative) && cases != Cases::ALL)
        {
            seen[place - 1].context.role = Some(Cases::NOMINATIVE);
        }
    }
    for place in 1..names.len() {
        let before = seen[place - 1].context;
        let goes_on = before.is_several && joint(place) == Some(",");
        if (is_closed[place] || goes_on) && seen[place].context.role.is_none() {
            let shown = shown(&seen[place - 1].parts).or(before.role);
            seen[place].context.role = shown;
            seen[place].context.is_several = goes_on;
        }
        // «концерты Рахманинова и Прокофьева»
        let own = &mut seen[place].context;
        if is_closed[place] && own.lead == Lead::Other && own.preposition.is_none() {
            own.preposition = before.preposition;
            own.lead = before.lead;
        }
    }
}

/// The cases that a name shows by itself: those of a given name that declines, or of a surname in no nominative.
fn shown(parts: &[Part]) -> Option<Cases> {
    let listed = parts.first().and_then(Part::listed_cases).filter(|&cases| cases != Cases::ALL);
    let surname = || {
        let likely = parts.last()?.lemmas.iter().filter(|lemma| lemma.weight >= SURNAME);
        let cases = likely.map(|lemma| lemma.cases).reduce(Cases::or)?;
        (!cases.has(Nominative)).then_some(cases)
    };
    listed.or_else(surname)
}

/// Tells the genitive by the name in the nominative right behind, or behind a dash, whose role stands before both:
/// «советник Седова Иван Орлов», «дочь мэра Валентина Седова — Ольга».
pub(super) fn tell_complements(text: &Text, names: &[Name], seen: &mut [Seen]) {
    for place in 1..names.len() {
        let (one, other) = (&names[place - 1], &names[place]);
        let block = &text.blocks[one.block];
        let is_set_off = one.tokens.end + 1 == other.tokens.start
            && matches!(block.folded(one.tokens.end), "—" | "–" | "-")
            && seen[place - 1].context.role.is_some();
        let is_beside =
            one.block == other.block && (one.tokens.end == other.tokens.start || is_set_off);
        let listed = |place: usize| seen[place].parts.first().and_then(Part::listed_cases);
        let (own, next) = (listed(place - 1), listed(place));
        let context = &mut seen[place - 1].context;
        if is_beside
            && own != Some(Cases::NOMINATIVE)
            && next.is_some_and(|cases| cases.has(Nominative))
            && !context.is_sure
        {
            (context.role, context.is_sure) = (Some(Cases::of(Genitive)), true);
            context.bearer = None;
        }
    }
}

/// Tells a man's given name from a woman's by the case of the role noun before a full name: «министра Валентина Седова»
/// is Валентин.
pub(super) fn tell_given(seen: &mut [Seen]) {
    for Seen { parts, context } in seen.iter_mut().filter(|seen| seen.parts.len() > 1) {
        let Some(role) = context.role.filter(|cases| !cases.has(Nominative)) else { continue };
        let Some(given) = parts.first_mut().filter(|part| part.kind == PartKind::Given) else {
            continue;
        };
        let stands = |lemma: &Lemma| lemma.is_listed && !lemma.cases.and(role).is_empty();
        if given.lemmas.iter().any(stands) {
            given.lemmas.retain(stands);
        }
    }
}

/// What stands around the name.
pub(super) fn of(text: &Text, name: &Name, head: Option<(Cases, Option<Gender>)>) -> Context {
    let role = head.map(|(cases, _)| cases);
    let bearer = head.and_then(|(_, gender)| gender);
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let mut start = name.tokens.start;
    // «в «Анне Лыковой»»
    if start > 0 && matches!(block.word(start - 1), "«" | "“" | "„") {
        start -= 1;
    }
    let before = start.checked_sub(1);
    let preposition =
        before.and_then(|before| names.prepositions.get(block.folded(before)).copied());
    // «премьер Дании Анна Берг»: the noun has its complement, so that the name is no other.
    let is_sure = role == Some(Cases::NOMINATIVE)
        && before.is_some_and(|before| {
            block.tokens[before].shape == Shape::Capital
                && names.role(block.folded(before)).is_empty()
        });
    // «водителя, 35-летнюю Евгению Орлову»
    let bearer = bearer.or_else(|| {
        let word = before.map_or("", |before| block.folded(before));
        let read = names.inflection.readings(word, Kind::Adjective);
        // «включая Эрика» is no adjective, «17-летняя Инга» is one.
        let is_age = start >= 2 && block.word(start - 2) == "-";
        let is_hers =
            |cases: Cases, gender| gender == Gender::Feminine && (is_age || cases.has(Accusative));
        let is_all = !read.is_empty() && read.iter().all(|one| is_hers(one.cases, one.gender));
        is_all.then_some(Gender::Feminine)
    });
    // «75-летний Адзума Хара»
    let age = before.filter(|_| start >= 2 && block.word(start - 2) == "-").and_then(|before| {
        let read = names.inflection.readings(block.folded(before), Kind::Adjective);
        let cases = read.into_iter().map(|one| one.cases).reduce(Cases::or)?;
        // Nobody's accusative is like the nominative.
        Some(if cases.has(Nominative) { Cases::NOMINATIVE } else { cases })
    });
    // «депутатов Седова и Котова», but not «адвокаты Седова»
    let several = before.and_then(|before| {
        let word = block.folded(before);
        let forms = names.plurals.role(word, &names.roles);
        let cases = forms.into_iter().map(|form| form.cases).reduce(Cases::or)?;
        (names.role(word).is_empty() && !cases.has(Nominative)).then_some(cases)
    });
    let is_several = several.is_some();
    // «гончар по фамилии Одзава»
    let is_announced =
        start > 1 && names.tellings.is_naming(block.folded(start - 2), block.folded(start - 1));
    let announced = Some(Cases::NOMINATIVE).filter(|_| is_announced);
    let role = age.or(role).or(several).or(announced);
    let verb_at = |token: usize| {
        block
            .tokens
            .get(token)
            .filter(|token| token.shape == Shape::Lower)
            .and_then(|_| names.past_gender(block.folded(token)))
    };
    // «Анна Берг не знала»
    let is_not =
        text.language.speech.of(block.folded(name.tokens.end)).function == Some(Function::Not);
    let behind = verb_at(name.tokens.end + usize::from(is_not));
    // «Орлова задержали»
    let opens = before.is_none_or(|before| matches!(block.word(before), "." | "!" | "?" | "…"));
    let is_taken = opens && names.is_nobodys_verb(block.folded(name.tokens.end));
    let is_object =
        preposition.is_none() && role.is_none() && (is_taken || is_object(text, name, before));
    let verb = behind.or_else(|| before.filter(|_| !is_object).and_then(verb_at));
    let is_verb =
        |word: &str| names.past_gender(word).is_some() && !names.verb_like_nouns.contains(word);
    let is_governed = before.is_some_and(|before| {
        let word = block.folded(before);
        // «Правительство Иванова»
        let is_body = || {
            let noun = text.language.speech.of(word).noun;
            noun.is_some_and(|noun| !noun.kind.is_human() && noun.is_in(Case::Nominative))
        };
        (block.tokens[before].shape == Shape::Lower || is_body())
            && preposition.is_none()
            && role.is_none()
            && !is_object
            && !is_verb(word)
            && !names.is_verb_like(word)
            && !names.role_stops.contains(word)
    });
    let own_verb =
        behind.filter(|_| preposition.is_none() && (role.is_none() || is_sure) && !is_governed);
    let title = before
        .map(|before| if block.word(before) == "." { before.saturating_sub(1) } else { before });
    let honorific = title
        .and_then(|title| names.honorifics.get_key_value(block.folded(title)))
        .map(|(word, gender)| (*word, *gender));
    let lead = if is_entry(text, name) {
        Lead::Entry
    } else if is_object {
        Lead::ObjectVerb
    } else if opens {
        Lead::Start
    } else if is_governed {
        Lead::Governor
    } else if before.is_some_and(|before| {
        let word = block.folded(before);
        // «её зовут Анна»
        let is_called =
            || text.language.speech.of(word).cue.is_some_and(|cue| cue.takes(Takes::Name));
        names.is_present(word) || names.role_stops.contains(word) && is_called()
    }) {
        Lead::Verb
    } else {
        Lead::Other
    };
    let is_kin =
        before.is_some_and(|before| text.language.speech.of(block.folded(before)).is_kin());
    Context {
        preposition,
        role,
        is_several,
        is_sure,
        bearer,
        verb,
        own_verb,
        lead,
        honorific,
        is_kin,
    }
}

/// Whether a figure or a country in brackets stands behind the name, and before it a mark that parts the entries of a list.
fn is_entry(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let before = name.tokens.start.checked_sub(1);
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
    let Some(at) = before.filter(|&before| block.tokens[before].shape == Shape::Lower) else {
        return false;
    };
    let verb = block.folded(at);
    let behind = block.folded(name.tokens.end);
    let is_one_of_several = || matches!(behind, "," | "(") || text.language.and.contains(behind);
    let has_object = || {
        at.checked_sub(1)
            .is_some_and(|before| text.language.speech.of(block.folded(before)).pronoun.is_some())
    };
    let names = &text.language.names;
    names.is_nobodys_verb(verb) && !is_one_of_several() || names.takes_person(verb) && !has_object()
}
