//! Bodies: the one name by which the article shows each.

use std::ops::Range;

use foldhash::HashMap;

use crate::annotate::quotation::view::{REACH, View};
use crate::annotate::text::Shape;
use crate::article::Speaker;
use crate::language::speech::{Case, Form, Function, NounKind};

use super::role::SPOKE;
use super::{Attribution, Attributor, Who, phrase, role};

/// What a body's byname has for a name without a noun, in bynames.txt.
pub(super) const ANY_NAME: &str = "«»";

/// By how many letters the names of organisations are kept, and how many names for each.
const ORGANISATION_HEAD: usize = 4;
const ORGANISATIONS: usize = 16;

/// How many paragraphs back a body can be told of that another noun means.
const TOLD: usize = 1;

/// The same where no body was named before.
const FAR: usize = 3;

/// How many places back the full name of a body is looked for.
const BACK: usize = 64;

/// Where each noun for a body stands with a name behind it, by the noun, in the order of the text.
pub(super) fn named(views: &[View]) -> HashMap<&'static str, Vec<(usize, usize)>> {
    let mut named: HashMap<&'static str, Vec<(usize, usize)>> = HashMap::default();
    for view in views {
        for at in 0..view.len() {
            let Some(noun) = view.sense(at).noun else { continue };
            let is_body = noun.kind.is_body();
            let is_named = has_name(view, at) || is_name(view, at) || is_described(view, at);
            if is_body && is_named && noun.singular {
                named.entry(view.nominative(noun)).or_default().push((view.number, at));
            }
        }
    }
    named
}

/// Whether a name stands behind the noun at this token, or a number: «газета «Заря»», «школа № 5».
pub(super) fn has_name(view: &View, at: usize) -> bool {
    view.word(at + 1) == "№" && view.is_number(at + 2)
        || view.is_quotation_mark(at + 1) && view.is_capital(at + 2)
        || view.is_capital(at + 1) && view.word(at + 1) != view.word(at)
}

/// Whether an adjective with a capital of its own names the noun at this token: «в Горном институте».
fn is_described(view: &View, at: usize) -> bool {
    let first = phrase::extent(view, at, at + 1).start;
    first < at && view.is_capital(first) && view.sentence(first).start != first
}

/// Whether the noun at this token is itself a name: «Минтруд», «МЧС».
fn is_name(view: &View, at: usize) -> bool {
    view.is_capital(at)
        && (view.block.tokens[at].shape == Shape::Upper
            || view.sense(at).noun.is_some_and(|noun| view.speech().is_name(noun)))
}

/// Whether a body's noun has whose it is beside it by a trade alone, which says no more than the noun does: «команда
/// гонщика».
fn is_of_one_named(view: &View, tokens: &Range<usize>, head: usize) -> bool {
    let is_one = |at: usize| {
        view.is_lower(at)
            && view.sense(at).noun.is_some_and(|owner| {
                owner.kind == NounKind::Human && owner.singular && owner.is_in(Case::Genitive)
            })
    };
    tokens.len() == 2 && tokens.start == head && is_one(head + 1)
}

impl Attributor<'_> {
    /// What a body is called that is named at these tokens.
    pub(super) fn name_of_body(
        &mut self,
        block: usize,
        tokens: Range<usize>,
        case: Case,
    ) -> String {
        let view = &self.views[block];
        let first = tokens.start + usize::from(view.is_quotation_mark(tokens.start));
        let is_word = tokens.clone().filter(|&at| view.is_word(at)).count() == 1;
        let full = view
            .block
            .tokens
            .get(first)
            .filter(|_| is_word)
            .and_then(|token| self.abbreviations.full(view.word(first), token.shape))
            .map(str::to_owned);
        full.unwrap_or_else(|| {
            let name = self.organisation(self.nominatives.name(view, tokens, case));
            self.abbreviations.proper(&name).map(str::to_owned).unwrap_or(name)
        })
    }

    /// The body that is the subject of the sentence before, rather than whoever spoke before that: «Следствие
    /// проверяет версии. Не исключает, что …».
    pub(super) fn body_told(
        &self,
        block: usize,
        token: usize,
        form: Form,
        told: Option<&(Attribution, usize)>,
    ) -> Option<(Attribution, usize)> {
        let before = self.told_before(block, token)?;
        let is_since = self.is_since_last((block, before.start));
        let is_person = told.is_some_and(|(told, _)| matches!(told.speaker, Speaker::Person(_)));
        if !is_since || is_person {
            return None;
        }
        // «В мэрии об этом знают. Там пояснили, что …»
        let place = || {
            let is_one = matches!(form, Form::Masculine | Form::Feminine | Form::Neuter);
            (!is_one).then(|| self.place_at(block, before.start)).flatten()
        };
        let found = self
            .nominal(block, before.start, form)
            .or_else(place)
            .filter(|found| self.is_body(found))?;
        let Who::Noun(head, _) = found.who else { return None };
        Some((self.noun(block, found.tokens, head, found.case), block))
    }

    /// The body that opens this sentence or the one before and that the pronoun agrees with, where nobody is named
    /// since whom it could mean: «Полиция проверила слухи. Она назвала их «…»».
    pub(super) fn body_named(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        if !matches!(form, Form::Masculine | Form::Feminine | Form::Neuter) {
            return None;
        }
        let view = &self.views[block];
        let own = view.sentence(token).start;
        // «Планетарий, сказал он, откроют»: the body is in what he says.
        let is_as = token > 2 && view.function(token - 2) == Some(Function::As);
        let opens = token.checked_sub(2 + usize::from(is_as));
        let is_aside =
            opens.is_some_and(|at| view.word(at) == ",") && view.cue(token - 1).is_some();
        // «Банк, хранящий пароли, он сравнил с …»: what stands first has no verb of its own.
        let has_verb = |head: usize| {
            view.sentence(head).start != view.sentence(token).start
                || (head + 1..token).any(|at| view.looks_finite(at))
        };
        let before = self.told_before(block, token).map(|before| before.start);
        let own = Some(own).filter(|_| !is_aside);
        let found = own.into_iter().chain(before).find_map(|start| {
            // «Местная полиция», «Мост закрыла мэрия»: of other genders any noun may be an object.
            let heads = (start..token.min(view.sentence(start).end).min(start + REACH))
                .filter(|&at| !view.is_adjective(at) || view.sense(at).noun.is_some());
            heads
                .take(if form == Form::Feminine { REACH } else { 1 })
                // «В письме, которое видела редакция, она …»
                .filter(|&head| !view.ends_in_relative(start..head) && has_verb(head))
                .filter_map(|head| self.nominal(block, head, form))
                .find(|found| self.is_body(found))
                .and_then(|found| match found.who {
                    Who::Noun(head, _) => Some((start, head, found.tokens, Case::Nominative)),
                    _ => None,
                })
        });
        // «Пришло письмо из пресс-службы мэрии. Она сообщила, что …»
        let governed = || {
            let start = before.filter(|_| form == Form::Feminine)?;
            let end = view.sentence(start).end.min(start + REACH);
            let head = (start..end).find(|&at| {
                view.is_lower(at)
                    && view.sense(at).noun.is_some_and(|noun| {
                        noun.kind == NounKind::Institution && noun.singular && noun.gender == form
                    })
            })?;
            Some((start, head, phrase::extent(view, head, end), Case::Genitive))
        };
        let (start, head, tokens, case) = found.or_else(governed)?;
        let agrees = view.sense(head).noun.is_some_and(|noun| noun.gender == form);
        let is_somebody = |at: usize| {
            let is_he = |(person, _)| self.agrees(person, form);
            !self.is_speech(block, at)
                && (self.person_at(block, at).is_some_and(is_he) || view.sense(at).is_human())
        };
        let is_free = self.is_since_last((block, start)) && !(start..token).any(is_somebody);
        (agrees && is_free).then(|| (self.noun(block, tokens, head, case), block))
    }

    /// The name by which an organisation spoke before, of which this one is another form.
    pub(super) fn organisation(&mut self, name: String) -> String {
        let head: String = name.to_lowercase().chars().take(ORGANISATION_HEAD).collect();
        let known = self.organisations.entry(head).or_default();
        if let Some(same) = known.iter().find(|known| role::is_same_word(known, &name)) {
            return same.clone();
        }
        if known.len() < ORGANISATIONS {
            known.push(name.clone());
        }
        name
    }

    /// The name of a body that these words, a noun alone, mean: that of the last such noun with a name.
    pub(super) fn body(&self, block: usize, tokens: Range<usize>, head: usize) -> Option<String> {
        let view = &self.views[block];
        let tokens = phrase::own(view, tokens, head);
        let word = view.nominative(view.sense(head).noun?);
        let is_any = view.speech().posts(word).contains(&ANY_NAME);
        // «надзорное ведомство», of the prosecutor's office just named; but «британская компания» may be any.
        let is_described = tokens.len() == 2
            && tokens.start + 1 == head
            && view.is_adjective(tokens.start)
            && !is_any
            && !view.speech().posts(word).is_empty();
        let is_whole = tokens.len() == 1 || is_described || is_of_one_named(view, &tokens, head);
        if !is_whole || !view.is_lower_or_first(head) {
            return None;
        }
        // «Норвежский фонд вышел из Sota. Фонд считает …»
        let named = self.named_before(block, head);
        let named = named.filter(|(at, _)| !is_described || at + TOLD >= block);
        let told = (is_any || named.is_some())
            .then(|| self.body_told_of(block, head, word, false, TOLD))
            .flatten();
        // «Уехало агентство «Заря». Прокуратура начала проверку. Ведомство считает …»
        let told = told.filter(|(_, place)| named.is_none_or(|named| named < *place));
        if let Some((name, _)) = told {
            return Some(name);
        }
        let Some((block, head)) = named else {
            let lately = || self.named_lately(block, head);
            return is_any.then(|| lately().or_else(|| self.protagonist.clone())).flatten();
        };
        Some(self.name_at(block, head))
    }

    /// Where the last body before this token stands by its name that the noun here can mean: «издание»
    /// behind «газета «Заря»».
    pub(super) fn named_before(&self, block: usize, head: usize) -> Option<(usize, usize)> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        std::iter::once(&word)
            .chain(view.speech().posts(word))
            .filter_map(|noun| {
                let places = self.named.get(noun)?;
                let before = places.partition_point(|place| *place < (block, head));
                let is_meant =
                    |place: &&(usize, usize)| !self.is_anothers_name(word, noun, **place);
                places[..before].iter().rev().take(BACK).find(is_meant).copied()
            })
            .max()
    }

    /// Whether the name behind the noun here is none of a body that the byname means: no news agency is a «ведомство»,
    /// and «вице-президент компании Анна Белова» names no company.
    fn is_anothers_name(&self, byname: &str, noun: &str, (block, head): (usize, usize)) -> bool {
        let view = &self.views[block];
        let speech = view.speech();
        let is_mediums = || {
            // «агентству БалтИнфо», «агентству РИА»
            let is_made_up = view
                .block
                .tokens
                .get(head + 1)
                .is_some_and(|token| matches!(token.shape, Shape::Mixed | Shape::Upper));
            let is_name =
                view.is_quotation_mark(head + 1) || view.is_foreign(head + 1) || is_made_up;
            // «Газета «Заря» провела расследование. В статье говорится …»
            let means_medium = speech
                .of(byname)
                .noun
                .is_some_and(|noun| noun.kind == NounKind::ItsMedium || noun.kind.is_document());
            byname != noun && is_name && speech.is_medium(noun) && !means_medium
        };
        self.is_persons(block, head) || is_mediums()
    }

    /// Whether the name behind the noun here is a person's in the nominative: «представитель администрации Анна Белова».
    pub(super) fn is_persons(&self, block: usize, head: usize) -> bool {
        let name = head + 1;
        self.person_at(block, name)
            .is_some_and(|(person, end)| self.is_nominative(person, block, name..end))
    }

    /// Where the body whose name is a noun stood last with more of its name.
    pub(super) fn fuller(&self, block: usize, head: usize) -> Option<(usize, usize)> {
        let view = &self.views[block];
        let places = self.named.get(view.nominative(view.sense(head).noun?))?;
        let before = places.partition_point(|place| *place <= (block, head));
        let is_full = |&&(block, head): &&(usize, usize)| has_name(&self.views[block], head);
        places[..before].iter().rev().take(BACK).find(is_full).copied()
    }

    /// The body that another noun here means and that the text tells of shortly before, «ведомство» behind «в управлении
    /// культуры», with where it stands: by more than its noun, or by its noun alone too.
    fn body_told_of(
        &self,
        block: usize,
        head: usize,
        word: &str,
        is_alone: bool,
        back: usize,
    ) -> Option<(String, (usize, usize))> {
        let posts = self.views[block].speech().posts(word);
        (block.saturating_sub(back)..=block).rev().find_map(|number| {
            let view = &self.views[number];
            let end = if number == block { head } else { view.len() };
            (end.saturating_sub(REACH)..end).rev().find_map(|at| {
                let noun = view.sense(at).noun.filter(|noun| {
                    noun.singular
                        && noun.kind == NounKind::Institution
                        && (view.is_lower_or_first(at)
                            // «В Министерстве культуры подтвердили»: the full name of a body.
                            || view.is_preposition(at - 1) && view.is_lower(at + 1))
                })?;
                let tokens = phrase::extent(view, at, end);
                // «директор компании Анна Белова»
                let name = (at..tokens.end).find(|&at| self.is_persons(number, at));
                let tokens = tokens.start..name.map_or(tokens.end, |name| name + 1);
                // «норвежский фонд», «инспекция по труду» for «фонд», «инспекция» itself
                // «крупная платформа» may be any, but not «крупная платформа Rutube» behind «компания».
                let is_any = posts.contains(&ANY_NAME);
                let is_meant = posts.contains(&view.nominative(noun))
                    && (!is_any || tokens.clone().any(|at| view.is_capital(at)))
                    || view.nominative(noun) == word && tokens.len() > 1;
                let case = [Case::Prepositional, Case::Genitive];
                let case = case.into_iter().find(|&case| noun.is_in(case));
                let case = case.unwrap_or(Case::Nominative);
                (is_meant && !self.is_speech(number, at) && (is_alone || tokens.len() > 1))
                    .then(|| (phrase::titled(view, tokens, at, case), (number, at)))
            })
        })
    }

    /// A speaker that is no person of the text's; a body by its noun alone, «инспекция», is the one that
    /// spoke before by more words.
    pub(super) fn body_again(
        &mut self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        case: Case,
    ) -> Attribution {
        let mut found = self.noun(block, tokens.clone(), head, case);
        let view = &self.views[block];
        let noun = view.sense(head).noun.filter(|noun| noun.kind.is_body());
        let (Some(noun), Speaker::Organisation(name)) = (noun, &mut found.speaker) else {
            return found;
        };
        let word = view.nominative(noun);
        let is_fuller = phrase::own(view, tokens, head).len() > 1;
        let full = if is_fuller {
            self.abbreviations.proper(name)
        } else {
            self.abbreviations.full(word, view.block.tokens[head].shape)
        };
        if let Some(full) = full {
            full.clone_into(name);
        }
        if is_fuller {
            self.bodies.insert(Some(word), (found.clone(), (block, head)));
        } else if let Some((known, _)) = self.bodies.get(&Some(word))
            && name.as_str() == word
        {
            found.speaker.clone_from(&known.speaker);
        } else if name.as_str() == word
            && let Some((told, _)) = [false, true]
                .iter()
                .find_map(|&is_alone| self.body_told_of(block, head, word, is_alone, FAR))
        {
            *name = told;
        } else if name.as_str() == word
            && let Some(named) = self.named_next(block, head)
        {
            *name = named;
        } else if name.as_str() == word
            && view.speech().is_medium(word)
            && let Some((known, place)) = self.bodies.get(&None)
            && place.0 + SPOKE >= block
        {
            // «…, пишет The Times. По данным газеты, …»
            found.speaker.clone_from(&known.speaker);
        }
        found
    }
}
