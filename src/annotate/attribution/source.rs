//! Sources that are no subjects: agents and phrases of source.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::language::speech::{Case, Form, Function, Noun, NounKind, Takes};

use super::{Attributor, Candidate, Who, phrase};

/// How far behind the word that opens a description its preposition can stand, in tokens.
const DESCRIBED: usize = 3;

/// How far from its participle the one can stand by whom something is called so, in tokens.
const AGENT: usize = 10;

impl Attributor<'_> {
    /// By whom something is called so: «названы министром Павлом Ильиным «…»».
    pub(super) fn agent(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let behind_end = tokens.end.min(cue + AGENT);
        let before = tokens.start.max(cue.saturating_sub(AGENT))..cue;
        view.cue(cue).filter(|cue| cue.takes(Takes::Fragment))?;
        (cue + 1..behind_end).chain(before.rev()).find_map(|at| {
            let governed = at > 0 && view.is_preposition(at - 1);
            if governed || self.is_speech(block, at) {
                return None;
            }
            if let Some((person, end)) = self.person_at(block, at) {
                let is_agent =
                    view.looks_instrumental(at) && !self.is_nominative(person, block, at..end);
                let who = Who::Person(person);
                return is_agent.then_some(Candidate {
                    who,
                    case: Case::Instrumental,
                    block,
                    tokens: at..end,
                });
            }
            view.sense(at).noun.filter(|noun| {
                noun.is_in(Case::Instrumental)
                    && !noun.is_in(Case::Nominative)
                    && !noun.kind.is_document()
            })?;
            let tokens = phrase::extent(view, at, view.len());
            let end = tokens.end.min(if at < cue { cue } else { behind_end });
            self.named_in(block, tokens.start..end)
        })
    }

    /// Who is named by words that name a source and nothing else: «словам главы фонда Петра Ильина».
    pub(super) fn named_in(&self, block: usize, tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        // «согласно ему»
        if matches!(view.function(tokens.start), Some(Function::InIt | Function::InThem)) {
            return self.writing_before(view, tokens.start);
        }
        if tokens.len() == 1 && view.function(tokens.start) == Some(Function::Own) {
            return self.own(block, tokens.start);
        }
        // «по сообщению агентства со ссылкой на министерство»
        if let Some(referred) = self.referred(block, tokens.start, tokens.end) {
            return Some(referred);
        }
        // «по информации от министерства»
        let from =
            tokens.start + usize::from(view.function(tokens.start) == Some(Function::Preposition));
        let tokens = from..tokens.end.max(from);
        let end = tokens.end.min(view.len());
        if let Some(head) = self.described(block, tokens.clone()) {
            let person = self
                .named_in(block, head..tokens.end)
                .filter(|found| matches!(found.who, Who::Person(_)));
            return Some(person.unwrap_or(Candidate {
                who: Who::Noun(head, Form::Singular),
                case: Case::Genitive,
                block,
                tokens,
            }));
        }
        let mut head: Option<usize> = None;
        let mut at = tokens.start;
        while at < end {
            let sense = view.sense(at);
            // «его пресс-секретаря Елены Дягилевой», «её ведомства»: whoever is his or hers, not they.
            let owns = sense.is_possessive()
                && (at + 1..end).any(|at| {
                    let is_source = |noun: Noun| noun.kind.is_human() || noun.kind.is_body();
                    self.person_at(block, at).is_some()
                        || view.sense(at).noun.is_some_and(is_source)
                });
            if let Some(pronoun) = sense.pronoun.filter(|_| !owns) {
                return Some(Candidate {
                    case: Case::Genitive,
                    who: Who::Pronoun(pronoun.form),
                    block,
                    tokens: at..at + 1,
                });
            }
            if let Some((person, person_end)) = self.person_at(block, at) {
                // «по словам брата Петра Ильина»: whose the brother is.
                if head.is_some_and(|head| self.is_owner_of(person, block, head, at)) {
                    at = person_end;
                    continue;
                }
                let fits = head.is_none_or(|head| {
                    view.sense(head).noun.is_some_and(|noun| {
                        noun.kind.is_human()
                            // «источника в окружении Ильина»
                            && !matches!(noun.kind, NounKind::Group | NounKind::Unnamed)
                            && (noun.gender != Form::Feminine
                                || self.agrees(person, Form::Feminine))
                    })
                });
                if fits {
                    return Some(Candidate {
                        case: Case::Genitive,
                        who: Who::Person(person),
                        block,
                        tokens: at..person_end,
                    });
                }
                at = person_end;
                continue;
            }
            // «по сообщениям местных газет»: an adjective of the noun behind it.
            let is_noun = sense.noun.is_some_and(|noun| {
                let is_adjective = [Form::Plural, Form::Masculine]
                    .iter()
                    .any(|&form| view.adjective_in_nominative(at, form) == view.nominative(noun));
                !(is_adjective && view.is_oblique_adjective(at))
                    || view.sense(at + 1).noun.is_none()
            });
            if head.is_none() && is_noun {
                head = Some(at);
            }
            at += 1;
        }
        if let Some(head) = head {
            return Some(Candidate {
                who: Who::Noun(head, Form::Singular),
                case: Case::Genitive,
                block,
                tokens,
            });
        }
        // «на критику не обиделся» names nobody.
        let has_verb = tokens.clone().any(|at| view.is_lower(at) && view.looks_finite(at));
        (!tokens.is_empty() && !has_verb).then_some(Candidate {
            who: Who::Name,
            case: Case::Genitive,
            block,
            tokens,
        })
    }

    /// Who tells of his own in this sentence, the last named before the token or else behind it, or whom its verb is said of:
    /// «Ильин, по собственному признанию, …», «Прожила там год и, по собственным словам, …».
    fn own(&self, block: usize, token: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let Range { start, end } = view.sentence(token);
        let sentence = start.max(token.saturating_sub(REACH))..end.min(token + REACH);
        let named = |at: usize| {
            let found = self.nominal(block, at, Form::Gerund)?;
            let speaks = self.is_human(&found) || matches!(found.who, Who::Pronoun(_));
            (speaks && !found.tokens.contains(&token)).then_some(found)
        };
        let omitted = || {
            let form = sentence
                .clone()
                .filter_map(|at| view.verb_form(at))
                .find(|form| matches!(form, Form::Masculine | Form::Feminine | Form::Plural))?;
            let (who, tokens) = (Who::Pronoun(form), token..token + 1);
            Some(Candidate { who, case: Case::Genitive, block, tokens })
        };
        let mut around = (sentence.start..token).rev().chain(token + 1..sentence.end);
        around.find_map(named).or_else(omitted)
    }

    /// The source behind what describes it with a preposition: «знакомого с Ильиным строителя», «живущего рядом с ним
    /// пенсионера»; the token of the noun or of the name.
    pub(super) fn described(&self, block: usize, tokens: Range<usize>) -> Option<usize> {
        let view = &self.views[block];
        let first = tokens.start;
        let end = tokens.end.min(view.len());
        if !view.is_oblique_adjective(first) || view.function(first) == Some(Function::One) {
            return None;
        }
        // «рядом с», «недавно приехавшего в»
        let preposition = (first + 1..end.min(first + DESCRIBED)).find(|&at| {
            matches!(
                view.function(at),
                Some(Function::In | Function::Preposition | Function::According)
            )
        })?;
        let is_source = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| {
                noun.kind.is_human() && noun.is_in(Case::Genitive) && view.is_lower(at)
            })
        };
        if (first..preposition).any(is_source) {
            return None;
        }
        // What the preposition governs stands between.
        let governed = match self.person_at(block, preposition + 1) {
            Some((_, end)) => end,
            None => preposition + 2,
        };
        (governed..end)
            .take_while(|&at| view.is_word(at) && !view.looks_finite(at))
            .find(|&at| is_source(at) || self.person_at(block, at).is_some())
    }

    /// The noun right before the name at this token that says whose somebody is: «партнёра Ильина».
    pub(super) fn owned(&self, block: usize, start: usize, name: usize) -> Option<usize> {
        let view = &self.views[block];
        let head = name.checked_sub(1).filter(|&head| head >= start)?;
        let noun = view.sense(head).noun.filter(|noun| noun.singular)?;
        let is_somebodys =
            noun.kind == NounKind::Kin || self.nominatives.is_relational(view.nominative(noun));
        is_somebodys.then_some(head)
    }

    /// Who is named behind the comma that ends a phrase of source: «по словам одного из рыбаков, старосты села
    /// Петра Ильина, …».
    pub(super) fn apposed(&self, block: usize, head: usize, comma: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let is_human = |at: usize| view.sense(at).noun.is_some_and(|noun| noun.kind.is_human());
        let first = view.past_age(comma + 1);
        let opens = is_human(first)
            && view.sense(first).noun.is_some_and(|noun| noun.is_in(Case::Genitive))
            || self.person_at(block, first).is_some();
        if !is_human(head) || view.word(comma) != "," || !opens {
            return None;
        }
        (first..view.len().min(comma + REACH / 4))
            .take_while(|&at| view.word(at) != "," && !view.looks_finite(at))
            .find_map(|at| {
                let (person, end) = self.person_at(block, at)?;
                let is_apposed =
                    view.word(end) == "," && !self.is_nominative(person, block, at..end);
                is_apposed.then_some(Candidate {
                    who: Who::Person(person),
                    case: Case::Genitive,
                    block,
                    tokens: at..end,
                })
            })
    }
}
