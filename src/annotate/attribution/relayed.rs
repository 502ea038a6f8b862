//! Words handed on: whom a medium refers to, and whose words it relays.

use std::ops::Range;

use crate::annotate::quotation::view::REACH;
use crate::annotate::text::Shape;
use crate::language::speech::{Case, Form, Function, NounKind, Sense, Takes};

use super::{Attributor, Candidate, Who, phrase};

/// How far behind a word of saying the noun for the words can stand, in tokens.
const WORDS: usize = 6;

impl Attributor<'_> {
    /// Whom a medium refers to: «передаёт агентство со ссылкой на министерство».
    pub(super) fn referred(&self, block: usize, cue: usize, end: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        let is_reference = |at: &usize| view.function(*at) == Some(Function::Reference);
        // «агентство со ссылкой на министерство сообщило»
        let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 4));
        let before = (start..cue).rev().take_while(|&at| view.word(at) != ",").find(is_reference);
        // «сообщает агентство, ссылаясь на министерство», but not «заявил Ильин, ссылаясь …».
        let behind = || {
            let comma = (cue + 1..end).find(|&at| view.word(at) == ",")?;
            // «сообщил, ссылаясь на закон, мэр»
            if comma == cue + 1 {
                return None;
            }
            let is_persons = (start..comma).any(|at| self.person_at(block, at).is_some());
            (is_reference(&(comma + 1)) && !is_persons).then_some(comma + 1)
        };
        let before = before.map(|before| (before, cue)).or_else(|| {
            let limit = view.sentence(cue).end.min(cue + REACH / 2);
            behind().map(|behind| (behind, limit))
        });
        let (reference, end) = match before {
            Some(before) => before,
            None => {
                ((cue + 1..end).take_while(|&at| view.word(at) != ",").find(is_reference)?, end)
            }
        };
        let from = reference + 2;
        let close = (from..end)
            .find(|&at| {
                view.word(at) == ","
                    || view.is_dash(at)
                    || view.is_stop(at) && view.sentence(at).end == at + 1
            })
            .unwrap_or(end);
        if from >= close {
            return None;
        }
        // «со ссылкой на источники» names nobody: it is the medium that says so.
        let found = self.named_in(block, from..close)?;
        // «со ссылкой на данные агентства» refers to the agency, «со ссылкой на материалы» to nobody.
        let found = match found.who {
            Who::Noun(head, _)
                if view.sense(head).noun.is_some_and(|noun| noun.kind == NounKind::Document) =>
            {
                self.owner(block, head + 1..found.tokens.end)
                    .filter(|owner| !matches!(owner.who, Who::Name))?
            }
            _ => found,
        };
        Some(found).filter(|found| {
            !matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| {
                matches!(noun.kind, NounKind::Stranger | NounKind::Unnamed | NounKind::Group)
                    // «со ссылкой на коллег учёной»
                    || !noun.singular && noun.kind.is_human() && noun.kind != NounKind::Quantity
            }))
        })
    }

    /// Keeps the medium that refers to the one named at a token as the one that «издание» means from here on: «сообщает
    /// «Заря» со ссылкой на «Маяк». … Издание отмечает».
    pub(super) fn keep_relayer(&mut self, block: usize, cue: usize, named: usize) {
        let view = &self.views[block];
        let sentence = view.sentence(cue);
        let start = if cue < named { cue + 1 } else { sentence.start };
        let limit = named.min(start + REACH / 4);
        let is_reference = |at: &usize| view.function(*at) == Some(Function::Reference);
        let Some(reference) = (start..limit).find(is_reference) else { return };
        let teller = (start..reference).find_map(|at| self.nominal(block, at, Form::Singular));
        let teller = teller.map(|found| self.completed(found, reference, Form::Singular));
        if let Some(teller) = teller.filter(|found| matches!(found.who, Who::Name))
            && let Some(found) = self.resolve(teller)
        {
            self.bodies.insert(None, (found, (block, sentence.end)));
        }
    }

    /// The words of whom this word of saying tells behind it: «передаёт агентство слова министра».
    pub(super) fn words_behind(&self, block: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        // «прокомментировал слова министра» says something of them.
        let takes = [Takes::Relay, Takes::Passive, Takes::Loose];
        let hands_on = view.cue(cue).is_some_and(|cue| {
            cue.form == Form::Place || takes.iter().any(|&takes| cue.takes(takes))
        });
        (cue + 1..view.len().min(cue + WORDS))
            .filter(|_| hands_on)
            .take_while(|&at| view.is_word(at) || view.is_quotation_mark(at))
            .find(|&at| view.function(at) == Some(Function::Words))
            // «ответил на слова министра»
            .filter(|&words| !view.is_preposition(words - 1))
    }

    /// The noun for words that this word of saying hands on: «эти слова цитирует газета», «Её ответ передала газета: «…»».
    pub(super) fn words_before(&self, block: usize, start: usize, cue: usize) -> Option<usize> {
        let view = &self.views[block];
        (start..cue).rev().find(|&at| match view.function(at) {
            Some(Function::Words) => true,
            Some(Function::Reply | Function::Saying) => {
                at > start && view.sense(at - 1).is_possessive()
            }
            _ => false,
        })
    }

    /// Whose words are relayed: «цитирует агентство министра Петра Ильина».
    pub(super) fn relayed(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        // «эти слова мэра Петра Ильина цитирует газета»
        let words = self.words_before(block, start, cue);
        // «передаёт газета его слова», «приводятся в сообщении слова мэра»
        let behind = self.words_behind(block, cue).map(|words| {
            let owner = view.sense(words - 1).pronoun.filter(|owner| owner.possessive);
            if owner.is_some() { words - 2 } else { words }
        });
        // «Его слова приводит газета: «…»»
        let owned = words.and_then(|words| words.checked_sub(1)).filter(|&owner| {
            owner >= start && view.sense(owner).pronoun.is_some_and(|owner| owner.possessive)
        });
        if let Some(owner) = owned {
            let form = view.sense(owner).pronoun.map_or(Form::Singular, |owner| owner.form);
            let (who, case) = (Who::Pronoun(form), Case::Genitive);
            return Some(Candidate { who, case, block, tokens: owner..owner + 1 });
        }
        let mut noun = None;
        let from = words.or(behind).unwrap_or(cue) + 1;
        let mut at = from;
        while at < end {
            // «приводит его рассказ»
            // «цитирует газета его тренера Петра Ильина»: whoever is his, not he.
            let owns = |at: usize| view.sense(at + 1).noun.is_some_and(|noun| noun.kind.is_human());
            if let Some(pronoun) = view.sense(at).pronoun.filter(|one| one.possessive && !owns(at))
            {
                return Some(Candidate {
                    who: Who::Pronoun(pronoun.form),
                    case: Case::Genitive,
                    block,
                    tokens: at..at + 1,
                });
            }
            if let Some((person, last)) = self.person_at(block, at) {
                // «слова представителя Ильина»
                let is_owner = noun.as_ref().is_some_and(|noun: &Candidate| match noun.who {
                    Who::Noun(head, _) => self.is_owner_of(person, block, head, at),
                    _ => false,
                });
                if is_owner {
                    return noun;
                }
                return Some(Candidate {
                    who: Who::Person(person),
                    case: Case::Genitive,
                    block,
                    tokens: at..last,
                });
            }
            // «переводит газета заявление совета»
            if noun.is_none()
                && view.is_lower(at)
                && view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::ItsDocument)
            {
                let tokens = phrase::extent(view, at, end);
                let who = Who::Noun(at, Form::Singular);
                return Some(Candidate { who, case: Case::Genitive, block, tokens });
            }
            // «приводит фотографию подозреваемого» gives no words of his.
            let is_of_thing = (from..at).any(|at| {
                view.is_lower(at)
                    && !view.block.is_joined(at)
                    && view.sense(at) == Sense::default()
                    && !view.is_adjective(at)
                    && !view.is_adverb(at)
            });
            if noun.is_none()
                && !is_of_thing
                && view.sense(at).noun.is_some_and(|noun| {
                    let is_quoted = match noun.kind {
                        // «цитирует газета одного из чиновников»
                        NounKind::Group => {
                            at > from + 1 && view.function(at - 2) == Some(Function::One)
                        }
                        // «цитирует газета пресс-службу завода»
                        NounKind::Institution => {
                            let is_words_owner = at == from && words.or(behind).is_some();
                            view.is_lower(at) && (is_words_owner || !noun.is_in(Case::Nominative))
                        }
                        kind => kind.is_human(),
                    };
                    is_quoted && (noun.is_in(Case::Genitive) || noun.is_in(Case::Accusative))
                })
            {
                let tokens = phrase::extent(view, at, end);
                noun = Some(Candidate {
                    who: Who::Noun(at, Form::Singular),
                    case: Case::Genitive,
                    block,
                    tokens,
                });
            }
            at += 1;
        }
        noun.map(|noun| self.without_medium(noun, start, cue))
    }

    /// These words without the name behind their noun, where nothing else can be the subject of the word of saying: «приводит
    /// слова директора ТАСС».
    fn without_medium(&self, found: Candidate, start: usize, cue: usize) -> Candidate {
        let Who::Noun(head, _) = found.who else { return found };
        let (block, view) = (found.block, &self.views[found.block]);
        let Some(form) = view.verb_form(cue) else { return found };
        let name = head + 1 + usize::from(view.is_quotation_mark(head + 1));
        let is_subject = name < found.tokens.end
            && view.is_capital(name)
            && (view.block.tokens[name].shape == Shape::Upper
                // «слова генерала Zvezda.ru»: a foreign word shows no case.
                || view.is_foreign(name)
                || view.can_be_subject(name, Form::Masculine));
        let has_other =
            || (start..cue).chain(cue + 1..head).any(|at| self.nominal(block, at, form).is_some());
        if !self.is_human(&found) || !is_subject || has_other() {
            return found;
        }
        Candidate { tokens: found.tokens.start..head + 1, ..found }
    }
}
