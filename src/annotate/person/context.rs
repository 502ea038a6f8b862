//! Context: what the words around a name say of its case and gender.

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::inflection::Case::{Accusative, Dative, Genitive, Instrumental, Nominative};
use crate::language::inflection::{Cases, Gender, Kind};
use crate::language::speech::{Form, Function, Sense};

use super::lead::{self, Lead};
use super::lemma::SURNAME;
use super::nominative::{Seen, WEAK};
use super::part::Part;

/// How far from a name its verb can stand, in tokens.
const NEAR: usize = 6;

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
    /// The gender of the clause or participle that tells of it right behind it.
    pub(super) clause: Option<Gender>,
    /// The gender of the age that stands before it: «34-летний Седов».
    pub(super) aged: Option<Gender>,
    /// What kind of word or mark stands before it.
    pub(super) lead: Lead,
    /// The word of respect before it, and the gender that it shows: “Ms”.
    pub(super) honorific: Option<(&'static str, Option<Gender>)>,
    /// Whether a helper's noun stands right before it and what he helps with behind: «заместитель Седова по спорту».
    pub(super) is_helped: bool,
    /// How the noun for somebody's kin right before it agrees, if one stands there: «её сестра Анна Белова».
    pub(super) kin: Option<Form>,
}

impl Context {
    /// Whether what stands before the name keeps it from the nominative.
    pub(super) fn is_governed(&self) -> bool {
        self.preposition.is_some()
            || self.role.is_some_and(|cases| !cases.has(Nominative))
            || self.role.is_none() && matches!(self.lead, Lead::Governor | Lead::ObjectVerb)
    }
}

/// Gives the names of a list, which «и» closes, the cases that a given name before them shows, or one behind in the nominative
/// or in no nominative: «роман Ильи Ильфа и Евгения Петрова», «дочери Амина и Софья».
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
        // «Беста, Стюарта, Брайанта и других»
        let is_last = || {
            let Name { block, tokens } = &names[place];
            place > 1
                && joint(place - 1) == Some(",")
                && is_and(text.blocks[*block].folded(tokens.end))
        };
        is_closed[place] = joint(place).is_some_and(|joint| {
            is_and(joint)
                || joint == ","
                    && (is_closed.get(place + 1).copied().unwrap_or_default() || is_last())
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
        // «Петра Седова и Михаила Лыкова ждут»
        let next = listed(&seen[place]).filter(|cases| !cases.has(Nominative));
        if seen[place - 1].context.role.is_none()
            && own.is_some_and(|cases| cases.has(Nominative) && cases != Cases::ALL)
            && let Some(next) = next.filter(|next| own.is_some_and(|own| own.meets(*next)))
        {
            seen[place - 1].context.role = Some(next);
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

/// Takes a name for a genitive behind a role noun in another case that it cannot stand in: «назначение послом Ле Хыу Тханга».
pub(super) fn tell_governed(seen: &mut [Seen]) {
    for Seen { parts, context } in seen.iter_mut() {
        let can_be = |cases: Cases| {
            let mut words = parts.iter().filter(|part| part.is_word());
            words.all(|part| part.cases(WEAK).meets(cases))
        };
        // «начиная с Жоржа Помпиду», «взыскали с Ивана Седова»
        let with = context.preposition.filter(|&cases| cases == Cases::of(Instrumental));
        let genitive = Cases::of(Genitive);
        let given = parts.first().and_then(Part::listed_cases).unwrap_or_default();
        let is_whose = given.has(Genitive) && !given.has(Nominative) && !given.has(Instrumental);
        if with.is_some() && is_whose && parts.iter().all(|part| part.cases(i32::MIN).has(Genitive))
        {
            context.preposition = Some(genitive);
        }
        let Some(role) = context.role.filter(|cases| !cases.has(Nominative)) else { continue };
        if !can_be(role) && can_be(genitive) {
            context.role = None;
            context.lead = Lead::Governor;
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
    let is_sure = role == Some(Cases::NOMINATIVE)
        && before.is_some_and(|before| is_complement(text, block, before));
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
    let agreeing = before.and_then(|before| agreeing(text, block, before));
    // «75-летний Адзума Хара»
    let years = before
        .filter(|_| start >= 2 && block.word(start - 2) == "-")
        .map(|before| names.inflection.readings(block.folded(before), Kind::Adjective))
        .unwrap_or_default();
    let aged = years
        .first()
        .map(|one| one.gender)
        .filter(|gender| years.iter().all(|one| one.gender == *gender));
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
    // «сказки Гримма»
    let is_makers =
        name.tokens.len() == 1 && before.is_some_and(|before| names.is_work(block.folded(before)));
    let made = Some(Cases::of(Genitive)).filter(|_| is_makers);
    let apposed =
        || Some(Cases::NOMINATIVE).filter(|_| preposition.is_none() && is_apposed(text, name));
    let role = agreeing.or(role).or(several).or(announced).or(made).or_else(apposed);
    let verb_at = |token: usize| {
        block.tokens.get(token).filter(|token| token.shape == Shape::Lower).and_then(|_| {
            // «Анна Берг избрана»
            let told = || names.tellings.verb(block.folded(token)).and_then(|(_, own)| own);
            names.past_gender(block.folded(token)).or_else(told)
        })
    };
    // «Анна Берг не знала»
    let is_not =
        text.language.speech.of(block.folded(name.tokens.end)).function == Some(Function::Not);
    let behind = verb_at(name.tokens.end + usize::from(is_not));
    let lead = lead::of(text, name, before, preposition.is_none() && role.is_none());
    let is_object = lead == Lead::ObjectVerb;
    // «Книга Валентина Седова вышла»
    let is_governors = behind == Some(Gender::Feminine)
        && lead == Lead::Governor
        && before.is_some_and(|before| {
            let read = names.inflection.readings(block.folded(before), Kind::Noun);
            read.iter().any(|one| one.gender == Gender::Feminine && one.cases.has(Nominative))
        });
    let verb = behind
        .filter(|_| !is_governors)
        .or_else(|| before.filter(|_| !is_object).and_then(verb_at));
    let is_free = preposition.is_none() && (role.is_none() || is_sure);
    // «Седов 9 марта представил»
    let is_between = |at: usize| {
        block
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.shape, Shape::Lower | Shape::Number))
    };
    let end = name.tokens.end;
    let near = || (end..end + NEAR).take_while(|&at| is_between(at)).find_map(verb_at);
    let own_verb = behind.or_else(near).filter(|_| is_free && lead != Lead::Governor);
    let title = before
        .map(|before| if block.word(before) == "." { before.saturating_sub(1) } else { before });
    let honorific = title
        .and_then(|title| names.honorifics.get_key_value(block.folded(title)))
        .map(|(word, gender)| (*word, *gender));
    let kin = before
        .map(|before| text.language.speech.of(block.folded(before)))
        .filter(Sense::is_kin)
        .and_then(|kin| kin.noun)
        .map(|noun| if noun.singular { noun.gender } else { Form::Plural });
    let is_helped = before.is_some_and(|before| {
        let forms = names.role(block.folded(before));
        let behind = names.prepositions.get(block.folded(name.tokens.end));
        forms.iter().any(|form| names.relational.contains(form.nominative))
            && behind.is_some_and(|cases| cases.has(Dative))
    });
    Context {
        preposition,
        role,
        is_several,
        is_sure,
        bearer,
        verb,
        own_verb,
        // «тропа по сказкам Гримма, которую …»
        clause: of_clause(text, name, role).filter(|_| !is_makers),
        aged,
        lead,
        honorific,
        is_helped,
        kin,
    }
}

/// A role behind a name is one of its first so many words.
const APPOSITION: usize = 3;

/// Whether several words stand right behind a word of saying and a comma parts them from a role in the nominative: «сказала
/// Аннике Берг, инспектор».
pub(super) fn is_apposed(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let is_own = |at: usize| {
        let forms = text.language.names.role(block.folded(at));
        forms.iter().any(|form| form.cases == Cases::NOMINATIVE)
    };
    let end = name.tokens.end;
    let before = name.tokens.start.checked_sub(1);
    name.tokens.len() > 1
        && block.folded(end) == ","
        && before.is_some_and(|at| text.language.speech.of(block.folded(at)).is_saying())
        && (end + 1..end + APPOSITION).any(is_own)
}

/// The gender of the relative pronoun, or the participle in the name's own case, that a comma parts from it: «Седов,
/// которая …», «Орлова, назначенная …».
fn of_clause(text: &Text, name: &Name, role: Option<Cases>) -> Option<Gender> {
    let block = &text.blocks[name.block];
    let (names, speech) = (&text.language.names, &text.language.speech);
    let opens = name.tokens.end + 1;
    let word = block.folded(opens);
    let is_relative = speech.of(word).function == Some(Function::Relative);
    let is_participle = speech.looks_nominative_participle(word)
        && role.is_none_or(|cases| cases.has(Nominative))
        && names.role(word).is_empty();
    if block.folded(name.tokens.end) != "," || !is_relative && !is_participle {
        return None;
    }
    let read = names.inflection.readings(word, Kind::Adjective);
    let first = read.first()?.gender;
    // «бабушка Фания, которым …»: of several as well.
    let is_one = |cases: Cases| first == Gender::Feminine || !cases.has(Instrumental);
    read.iter().all(|one| one.gender == first && is_one(one.cases)).then_some(first)
}

/// The cases that an adjective right before a name shows, if it is an age or a man's in another case than the nominative:
/// «75-летний Адзума Хара», «погибшего Рашида Седова».
fn agreeing(text: &Text, block: &TextBlock, token: usize) -> Option<Cases> {
    let names = &text.language.names;
    let word = block.folded(token);
    let read = names.inflection.readings(word, Kind::Adjective);
    let cases = read.iter().map(|one| one.cases).reduce(Cases::or)?;
    if token > 0 && block.word(token - 1) == "-" {
        // Nobody's accusative is like the nominative.
        return Some(if cases.has(Nominative) { Cases::NOMINATIVE } else { cases });
    }
    let sense = text.language.speech.of(word);
    // «псевдоним» is no adjective.
    let is_mans = read.iter().all(|one| one.gender == Gender::Masculine)
        && (cases.has(Genitive) || cases.has(Dative));
    let is_other = sense.noun.is_some()
        || sense.pronoun.is_some()
        || sense.function.is_some()
        || !names.role(word).is_empty()
        || !names.plurals.role(word, &names.roles).is_empty()
        || names.prepositions.contains_key(word);
    let is_capital = block.tokens[token].shape == Shape::Capital && block.opens_sentence(token);
    let is_plain = block.tokens[token].shape == Shape::Lower || is_capital;
    (is_mans && !is_other && is_plain).then_some(cases)
}

/// How far before a complement its noun stands.
const FARTHEST_NOUN: usize = 4;

/// Whether the word right before a name is the complement of a role noun in the nominative, so that the name is none:
/// «премьер Дании Анна Берг», «депутат области Анна Берг», but not «помощник главы области Ивана Седова».
fn is_complement(text: &Text, block: &TextBlock, token: usize) -> bool {
    let names = &text.language.names;
    let role = |at: usize| names.role(block.folded(at));
    let is_place =
        block.tokens[token].shape == Shape::Capital || names.is_called(block.folded(token));
    let nearest = (token.saturating_sub(FARTHEST_NOUN)..token)
        .rev()
        .map(role)
        .find(|forms| !forms.is_empty());
    is_place
        && role(token).is_empty()
        && nearest.is_none_or(|forms| forms.iter().any(|form| form.cases.has(Nominative)))
}
