//! Whom a candidate names: from the words to the speaker.

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::article::{Evidence, MentionKind, Speaker};
use crate::language::speech::{Case, Form, Function, NounKind};

use super::apart::is_people;
use super::nominal::is_whose;
use super::{Attribution, Attributor, Candidate, Who, phrase, role};

/// At most so many roles are kept of a person.
const ROLES: usize = 8;

impl Attributor<'_> {
    /// The speaker whom these words name, with the mention that they are.
    pub(super) fn resolve(&mut self, candidate: Candidate) -> Option<Attribution> {
        let Candidate { who, case, block, tokens } = candidate;
        let view = &self.views[block];
        let span = view.span(tokens.clone());
        match who {
            Who::Person(person) => {
                Some(Attribution { source: Some(span), ..self.of_person(person, Evidence::Name) })
            }
            Who::Pronoun(form) => {
                let is_other =
                    view.sense(tokens.start).pronoun.is_some_and(|pronoun| pronoun.other);
                // «Ведомство вины не видит: мешки, говорится в его письме, …»: «его» is a neuter's too.
                let is_its = form == Form::Masculine && view.sense(tokens.start).is_possessive();
                let (mut found, _) = is_other
                    .then(|| self.beside(block, tokens.start, form))
                    .flatten()
                    .or_else(|| self.told_on(block, tokens.start, form))
                    .or_else(|| self.himself(block, tokens.start, form))
                    .or_else(|| self.just_named(block, tokens.start, form))
                    .or_else(|| self.just_told(block, tokens.start, form))
                    .or_else(|| self.of_clause_before(block, tokens.start, form))
                    .or_else(|| self.body_named(block, tokens.start, form))
                    .or_else(|| {
                        is_its.then(|| self.body_named(block, tokens.start, Form::Neuter)).flatten()
                    })
                    .or_else(|| self.told_of_here(block, tokens.start, form))
                    .or_else(|| self.antecedent(block, tokens.start, form))
                    .or_else(|| self.body_told(block, tokens.start, form, None))
                    .or_else(|| self.they(block, form))
                    .or_else(|| self.somebody(block, tokens.start, form))
                    // «Bloomberg сообщил о сделке. По его данным, …»
                    .or_else(|| is_its.then(|| self.body_last(block)).flatten())?;
                found.source = Some(span);
                found.because = Evidence::Pronoun;
                self.mention(&found, MentionKind::Pronoun, span);
                Some(found.agreeing(form))
            }
            Who::Noun(head, form) => {
                let form = self.form_of_verb(block, head, form);
                // «один агент», «одного из агентов»
                let of = tokens.start.checked_sub(1).filter(|&at| view.is_preposition(at));
                let one = of.unwrap_or(tokens.start).checked_sub(1);
                let one = one.filter(|&at| view.function(at) == Some(Function::One));
                let tokens = one.unwrap_or(tokens.start)..tokens.end;
                let is_nameless = is_nameless(view, tokens.clone(), head)
                    || case == Case::Genitive
                        && self.described(block, tokens.clone()) == Some(head);
                if let Some(person) = self.named_behind(block, &tokens) {
                    let found = Attribution {
                        source: Some(span),
                        ..self.of_person(person, Evidence::Role)
                    };
                    self.mention(&found, MentionKind::Role, span);
                    return Some(found);
                }
                if is_nameless {
                    let is_one = view.function(tokens.start) == Some(Function::One);
                    let found = self.noun(block, tokens, head, case);
                    let form = if is_one { form } else { found.form };
                    return Some(Attribution { form, ..found });
                }
                let again = self.nobody_again(block, tokens.clone(), head);
                if let Some(found) = again.or_else(|| self.same_again(block, tokens.start)) {
                    return Some(Attribution { source: Some(span), ..found });
                }
                let holder = self
                    .holder(block, tokens.clone(), head, form)
                    .filter(|&person| !self.is_her_man(person, block, head, form))
                    // «слова помощника адвоката Петра Ильина»: whose the helper is.
                    .filter(|&person| {
                        case != Case::Genitive
                            || !self.names(person, view, head + 2..tokens.end)
                            || !self.is_oblique(person)
                    })
                    .or_else(|| self.named_by_less(block, tokens.clone(), head, form))
                    .or_else(|| self.deputy(block, tokens.clone(), head, form))
                    .or_else(|| self.doer(block, tokens.clone(), head, form));
                if let Some(person) = holder {
                    let found = Attribution {
                        source: Some(span),
                        ..self.of_person(person, Evidence::Role)
                    };
                    self.mention(&found, MentionKind::Role, span);
                    return Some(found);
                }
                if let Some(owner) = self.page_owner(block, tokens.clone(), head, case) {
                    let found = self.resolve(owner)?;
                    if !self.is_named_in_words(&found) {
                        return Some(Attribution { source: Some(span), ..found });
                    }
                } else if let Some(found) = self.author(block, tokens.clone(), head) {
                    return Some(found);
                }
                if let Some(found) = self.its(block, tokens.clone(), head) {
                    if view.sense(head).noun.is_some_and(|noun| noun.kind == NounKind::ItsMedium) {
                        self.bodies.insert(None, (found.clone(), (block, head)));
                    }
                    return Some(Attribution { source: Some(span), ..found });
                }
                if let Some(act) = self.act_before(block, head) {
                    let found = self.resolve(act)?;
                    return Some(Attribution { source: Some(span), ..found });
                }
                if let Some(last) = self.writing_again(block, tokens.clone(), head) {
                    return Some(Attribution { source: Some(span), ..last });
                }
                // «со ссылкой на губернатора области» says whose he is.
                let is_whose = case == Case::Genitive && tokens.end > head + 1;
                let named = || self.named_later(block, tokens.clone(), head, form);
                let meant = self
                    .first_told(block, tokens.clone(), head, form)
                    .or_else(|| self.meant(block, tokens.clone(), head, (form, case)))
                    .or_else(|| (!is_whose).then(named)?)
                    .or_else(|| {
                        let more = self.says_more(block, &tokens, head, (form, case))?;
                        Some(self.meant_by_pronoun(more))
                    })
                    .or_else(|| self.protagonist_meant(block, tokens.clone(), head, form));
                if let Some(mut found) = meant {
                    found.source = Some(span);
                    found.because = Evidence::Role;
                    self.mention(&found, MentionKind::Role, span);
                    // «глава федерации», and «руководитель федерации» further on.
                    // «Норвежец назвал партию «скучной». Россиянин …»: not he.
                    let is_people = || {
                        view.sense(head)
                            .noun
                            .is_some_and(|noun| is_people(view, view.nominative(noun)))
                    };
                    if let Speaker::Person(id) = &found.speaker
                        && (tokens.end > head + 1 || is_people())
                        && let Some(person) = self.index(id)
                    {
                        let role = role::words(&phrase::titled(view, tokens, head, case));
                        let others = &mut self.known[person].others;
                        if others.len() < ROLES && !others.contains(&role) {
                            others.push(role);
                        }
                    }
                    return Some(found);
                }
                if let Some(person) = self.told_between(block, &tokens, form) {
                    let found = self.of_person(person, Evidence::Role);
                    self.mention(&found, MentionKind::Role, span);
                    return Some(Attribution { source: Some(span), ..found });
                }
                if let Some(found) = self.denying(block, &tokens, head, form) {
                    let (because, span) = (Evidence::Role, view.span(tokens.start..head + 1));
                    let found = Attribution { source: Some(span), because, ..found };
                    self.mention(&found, MentionKind::Role, span);
                    return Some(found);
                }
                let found = self.body_again(block, tokens, head, case);
                // «представитель ООН сообщила»
                let is_she = form == Form::Feminine && matches!(found.speaker, Speaker::Unnamed(_));
                Some(if is_she { Attribution { form, ..found } } else { found })
            }
            Who::Unlisted(form) => {
                if let Some(person) = self.of_this_name(block, tokens.start, form) {
                    let who = Who::Person(person);
                    return self.resolve(Candidate { who, case, block, tokens });
                }
                // «Жемайтс добавил»
                if view.is_capital(tokens.start)
                    && let Some(person) = self.namesake(block, tokens.clone(), case)
                {
                    let who = Who::Person(person);
                    return self.resolve(Candidate { who, case, block, tokens });
                }
                let is_one = view.function(tokens.start) == Some(Function::One);
                if !is_one && let Some(mut found) = self.epithet(block, tokens.clone(), form) {
                    found.source = Some(span);
                    found.because = Evidence::Role;
                    self.mention(&found, MentionKind::Role, span);
                    return Some(found);
                }
                Some(Attribution {
                    speaker: Speaker::Unnamed(self.nominatives.noun(view, tokens)),
                    source: Some(span),
                    because: Evidence::UnnamedSource,
                    form: if form == Form::Masculine { form } else { Form::Singular },
                })
            }
            Who::Name => {
                if let Some(person) = self.namesake(block, tokens.clone(), case) {
                    return self.resolve(Candidate {
                        who: Who::Person(person),
                        case,
                        block,
                        tokens,
                    });
                }
                if let Some((who, form)) = acting(view, &tokens, case) {
                    return Some(Attribution {
                        speaker: Speaker::Unnamed(who),
                        source: Some(span),
                        because: Evidence::UnnamedSource,
                        form,
                    });
                }
                let place = (block, tokens.start);
                let is_place = self.nominatives.is_place(view, tokens.start);
                let body = self.name_of_body(block, tokens, case);
                let found = Attribution {
                    source: Some(span),
                    ..Self::of_body(body, Evidence::Institution)
                };
                // «в Генштабе сообщили»: no medium that «издание» means.
                if !is_place && case != Case::Prepositional {
                    self.bodies.insert(None, (found.clone(), place));
                }
                Some(found)
            }
        }
    }
}

/// The nominative of the participle that alone tells whose words they are, and how a word for its bearer agrees: «по словам
/// звонившего».
fn acting(view: &View, tokens: &Range<usize>, case: Case) -> Option<(String, Form)> {
    let at = tokens.start;
    let is_alone = tokens.len() == 1 && case == Case::Genitive && view.is_lower(at);
    let acts = is_alone && view.speech().looks_participle(view.block.folded(at));
    // «шей» is a woman's ending or one of another case of a man's.
    let forms = [Form::Feminine, Form::Masculine, Form::Plural];
    let mut found = forms.map(|form| (view.adjective_in_nominative(at, form), form)).into_iter();
    found.find(|(who, _)| acts && who != view.word(at))
}

/// Whether the words say that the one whom the noun at `head` means has no name here: «некий мэр», «другой мэр».
fn is_nameless(view: &View, tokens: Range<usize>, head: usize) -> bool {
    let end = tokens.end;
    let says_so = |at: usize| matches!(view.function(at), Some(Function::Nameless | Function::One));
    // «владелец, имя которого не раскрывают»
    let is_withheld = || {
        (end + 1..end + 3).any(|at| view.function(at) == Some(Function::Withheld))
            && (end + 1..end + 3).any(|at| view.function(at) == Some(Function::Relative))
    };
    (tokens.start.saturating_sub(1)..head).any(says_so)
        // «комиссия, глава которой»
        || is_whose(view, head)
        // «мэр одного из городов»
        || (head + 1..end).any(|at| view.function(at) == Some(Function::One))
        // «артист на условиях анонимности»
        || view.is_preposition(end) && view.function(end + 2) == Some(Function::Nameless)
        // «депутат, не пожелавший называть себя»
        || view.word(end) == ","
            && ((end + 1..end + 3).any(|at| view.function(at) == Some(Function::Nameless))
                || is_withheld())
}
