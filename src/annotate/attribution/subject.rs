//! The subject of a word of saying: who it is said of in the author's clause.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind, Sense, Takes};

use super::{Attributor, Candidate, Who, phrase};
use crate::annotate::text::Shape;

/// How far a relative pronoun can stand from its verb, in tokens.
const RELATIVE: usize = 6;

impl Attributor<'_> {
    /// The subject of the word of saying `cue` in the clause of these tokens.
    pub(super) fn subject(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let form = view.cue(cue)?.form;
        if view.cue(cue)?.takes(Takes::Relay)
            && let Some(quoted) = self.relayed(block, cue, tokens.end)
        {
            return Some(quoted);
        }
        if let Some(referred) = self.referred(block, cue, tokens.end) {
            return Some(referred);
        }
        // «сообщило агентство, добавив, что …»
        if form == Form::Gerund
            && let Some(main) = (tokens.start..cue)
                .rev()
                .find(|&at| view.finite_cue(at, Takes::That).is_some_and(|cue| cue.form != Form::Place))
        {
            return self.subject(block, tokens.start..cue, main);
        }
        if let Some(found) = self.told_of(block, tokens.start, cue, form) {
            return Some(found);
        }
        // «…, как подчеркнул министр, …»: what stands before is no subject.
        let set_off = cue > tokens.start
            && (view.word(cue - 1) == "," || view.function(cue - 1) == Some(Function::As));
        let after_first = set_off && !matches!(form, Form::Gerund | Form::Participle)
            || cue == tokens.start
            || !(tokens.start..cue).any(|at| view.is_word(at));
        if form == Form::Place {
            return self
                .place(block, tokens.clone(), cue)
                .or_else(|| self.after(block, cue, tokens.end, form));
        }
        let found = if after_first {
            self.after(block, cue, tokens.end, form)
                .or_else(|| self.before_aside(block, tokens.start, cue, form))
                .or_else(|| self.before(block, tokens.start, cue, form))
        } else {
            self.before(block, tokens.start, cue, form)
                .or_else(|| self.after(block, cue, tokens.end, form))
        };
        // «сообщили агентству в министерстве»: the place speaks, not the name.
        let is_name = found.as_ref().is_none_or(|found| matches!(found.who, Who::Name));
        let placed = (form == Form::Plural && is_name)
            .then(|| self.place(block, tokens.clone(), cue))
            .flatten();
        // «В России запретят …» tells of a place.
        let asks = view.cue(cue).is_some_and(|cue| !cue.takes(Takes::That));
        let placed = placed.filter(|place| {
            let is_marked = self.is_caseless(place);
            !(asks && matches!(place.who, Who::Name) && !is_marked)
        });
        placed
            .or(found)
            .or_else(|| self.unlisted(block, tokens.clone(), cue, form))
            .or_else(|| self.full_name(block, tokens, cue))
    }

    /// A full name whose gender was guessed otherwise than its verb has it: «сообщила Николь Орлан».
    fn full_name(&self, block: usize, tokens: Range<usize>, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        (cue + 1..end).take_while(|&at| view.word(at) != ",").find_map(|at| {
            let (person, last) = self.person_at(block, at)?;
            let governed = at > 0
                && matches!(
                    view.function(at - 1),
                    Some(Function::In | Function::Preposition | Function::About)
                );
            (last > at + 1
                && !governed
                && !self.is_speech(block, at)
                && self.is_nominative(person, block, at..last))
            .then_some(Candidate {
                who: Who::Person(person),
                case: Case::Nominative,
                block,
                tokens: at..last,
            })
        })
    }

    /// Of whom a relative clause tells: «процитировала министра, который заявил, …».
    fn told_of(&self, block: usize, start: usize, cue: usize, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH / 2));
        let relative = (start..cue)
            .rev()
            .take(RELATIVE)
            .take_while(|&at| view.word(at) != "," && self.nominal(block, at, form).is_none())
            .find(|&at| view.function(at) == Some(Function::Relative))?;
        if relative == start
            || view.word(relative - 1) != ","
            || !matches!(form, Form::Masculine | Form::Feminine | Form::Plural | Form::Singular)
            // «который» declines as an adjective does.
            || !view.is_adjective(relative)
            || view.is_oblique_adjective(relative)
        {
            return None;
        }
        (start..relative - 1).rev().take(REACH / 4).find_map(|at| {
            if let Some((person, end)) = self.person_at(block, at) {
                let fits = end == relative - 1 && self.agrees(person, form);
                return fits.then_some(Candidate {
                    who: Who::Person(person),
                    case: Case::Genitive,
                    block,
                    tokens: at..end,
                });
            }
            let noun = view.sense(at).noun.filter(|noun| !noun.kind.is_document())?;
            let fits = match form {
                Form::Plural => noun.plural || !noun.singular,
                Form::Singular => noun.singular,
                form => noun.singular && noun.gender == form,
            };
            fits.then(|| Candidate {
                who: Who::Noun(at, form),
                case: Case::Genitive,
                block,
                tokens: phrase::extent(view, at, relative - 1),
            })
        })
    }

    /// The subject after the word of saying: «– сказал в эфире глава фонда Пётр Ильин».
    fn after(&self, block: usize, cue: usize, end: usize, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        // «сообщил РБК источник»: an institution of no case may be whom somebody tells.
        let mut told: Option<Candidate> = None;
        let mut at = cue + 1;
        while at < end {
            let stops = view.function(at) == Some(Function::That)
                || view.word(at) == ":"
                || view.is_dash(at)
                || view.is_stop(at) && view.sentence(at).end == at + 1
                || told.is_some() && view.word(at) == ","
                || view.finite_cue(at, Takes::That).is_some_and(|cue| !cue.takes(Takes::Loose));
            if stops {
                break;
            }
            if let Some(found) = self.nominal(block, at, form) {
                let is_caseless = self.is_caseless(&found);
                if !is_caseless {
                    let is_human = self.is_human(&found);
                    return match told {
                        Some(told) if !is_human => Some(told),
                        _ => Some(self.completed(found, end, form)),
                    };
                }
                at = found.tokens.end.max(at + 1);
                told.get_or_insert(found);
                continue;
            }
            at = match view.word(at) {
                "(" => closing(view, at, end) + 1,
                _ => self.person_at(block, at).map_or(at + 1, |(_, end)| end),
            };
        }
        told
    }

    /// Whether the words are an institution's and read the same in each case: «РБК».
    fn is_caseless(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        match found.who {
            Who::Noun(head, _) => view.sense(head).noun.is_some_and(|noun| {
                noun.kind == NounKind::Institution && noun.gender == Form::Singular
            }),
            Who::Name => {
                view.block.tokens[found.tokens.start].shape == Shape::Upper
                    || view.is_quotation_mark(found.tokens.start)
            }
            _ => false,
        }
    }

    /// Whether the words are a human being's.
    fn is_human(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        match found.who {
            Who::Person(_) => true,
            Who::Noun(head, _) => view.sense(head).noun.is_some_and(|noun| noun.kind.is_human()),
            _ => false,
        }
    }

    /// The subject that a clause parts from its verb: «защитник, ссылаясь на то, что клиент болен, попросил».
    fn before_aside(
        &self,
        block: usize,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH));
        if cue == 0 || view.word(cue - 1) != "," || view.has(Habit::SubjectFirst) {
            return None;
        }
        let opens = |at: usize| {
            let preposition = matches!(
                view.function(at),
                Some(Function::In | Function::Preposition | Function::About)
            );
            let relative = at + usize::from(preposition);
            view.looks_gerund(at)
                || matches!(view.function(relative), Some(Function::Relative | Function::That))
        };
        let comma = (start..cue - 1).find(|&at| view.word(at) == "," && opens(at + 1))?;
        self.before(block, start, comma, form)
    }

    /// The subject before the word of saying: «глава фонда Пётр Ильин в эфире сказал».
    pub(super) fn before(
        &self,
        block: usize,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH));
        if self.views[block].has(Habit::SubjectFirst) {
            return self.first(block, start..cue, form);
        }
        let mut noun: Option<Candidate> = None;
        // How many brackets are open: what stands in them is no subject.
        let mut depth = 0_usize;
        for at in (start..cue).rev() {
            match view.word(at) {
                ")" => depth += 1,
                "(" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 {
                continue;
            }
            // «Согласны не все: её прогноз назвали …»: another clause.
            if view.word(at) == ":" && form != Form::Gerund {
                break;
            }
            // «круглый стол, на котором предложили …»: what stands before is no subject.
            let is_place = view.function(at) == Some(Function::Relative)
                && at > 0
                && matches!(
                    view.function(at - 1),
                    Some(Function::In | Function::Preposition | Function::About)
                );
            if is_place && form == Form::Plural {
                break;
            }
            let Some(found) = self.nominal(block, at, form) else { continue };
            if form == Form::Gerund {
                // The subject of a gerund's main verb stands first.
                noun = Some(found);
                continue;
            }
            // «Источник, знакомый с делом, говорит»: what stands between commas tells more of the subject.
            let found = self.set_off(found, start, cue, form);
            match found.who {
                // «до заявления Монти»: a name of no case may be the noun's before it.
                Who::Person(person) if self.may_be_owner(person, block, found.tokens.clone()) => {
                    noun.get_or_insert(found);
                }
                Who::Person(_) | Who::Pronoun(_) => return Some(found),
                Who::Noun(..) => {
                    // «представители певицы заявили»: the noun before governs this one.
                    let governing = (at > start
                        && view.sense(at).noun.is_some_and(|n| n.is_in(Case::Genitive)))
                    .then(|| self.nominal(block, at - 1, form))
                    .flatten()
                    .filter(|before| matches!(before.who, Who::Noun(..)));
                    return Some(self.completed(governing.unwrap_or(found), cue, form));
                }
                // A name may be a noun's: «агентство «Интерфакс» сообщило».
                Who::Name | Who::Unlisted(_) => {
                    noun.get_or_insert(found);
                }
            }
        }
        match noun {
            Some(found) if form == Form::Gerund => Some(self.completed(found, cue, form)),
            noun => noun,
        }
    }

    /// The noun before a comma that opens what is told of it up to the verb, where this is found there.
    fn set_off(&self, found: Candidate, start: usize, cue: usize, form: Form) -> Candidate {
        let (block, view) = (found.block, &self.views[found.block]);
        let first = found.tokens.start;
        if cue == 0 || view.word(cue - 1) != "," || first < start + 2 || view.word(first - 1) != "," {
            return found;
        }
        let is_noun = matches!(found.who, Who::Noun(..)) && self.is_human(&found);
        is_noun
            .then(|| self.before(block, start, first - 1, form))
            .flatten()
            .filter(|before| self.is_human(before))
            .unwrap_or(found)
    }

    /// Whether a name reads the same in each case and a noun stands before it that it may belong to.
    fn may_be_owner(&self, person: usize, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let Some(before) = tokens.start.checked_sub(1) else { return false };
        let is_noun = (view.is_lower(before) || view.is_quotation_mark(before))
            && view.sense(before).noun.is_none_or(|noun| !noun.kind.is_human())
            && view.sense(before).cue.is_none()
            && view.sense(before).function.is_none()
            && view.sense(before).pronoun.is_none()
            && !view.is_adverb(before)
            && !view.is_adjective(before)
            && !view.looks_finite(before);
        is_noun && self.is_indeclinable(person)
    }

    /// Whose words are relayed: «цитирует агентство министра Петра Ильина».
    fn relayed(&self, block: usize, cue: usize, end: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        let mut noun = None;
        let mut at = cue + 1;
        while at < end {
            // «приводит его рассказ»
            if let Some(pronoun) = view.sense(at).pronoun.filter(|pronoun| pronoun.possessive) {
                return Some(Candidate {
                    who: Who::Pronoun(pronoun.form),
                    case: Case::Genitive,
                    block,
                    tokens: at..at + 1,
                });
            }
            if let Some((person, last)) = self.person_at(block, at) {
                return Some(Candidate {
                    who: Who::Person(person),
                    case: Case::Genitive,
                    block,
                    tokens: at..last,
                });
            }
            if noun.is_none()
                && view.sense(at).noun.is_some_and(|noun| {
                    (noun.kind.is_human() && noun.kind != NounKind::Group)
                        && noun.is_in(Case::Genitive)
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
        noun
    }

    /// Whom a medium refers to: «передаёт агентство со ссылкой на министерство».
    fn referred(&self, block: usize, cue: usize, end: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        let reference = (cue + 1..end)
            .take_while(|&at| view.word(at) != ",")
            .find(|&at| view.function(at) == Some(Function::Reference))?;
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
        self.named_in(block, from..close).filter(|found| {
            !matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| {
                matches!(noun.kind, NounKind::Stranger | NounKind::Unnamed | NounKind::Group)
            }))
        })
    }

    /// A subject that is on no list: «мятежники утверждают». The first word of the clause that can
    /// be one by its ending.
    fn unlisted(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let is_noun = |at: usize| {
            view.is_lower_or_first(at)
                && view.can_be_subject(at, form)
                && view.sense(at) == Sense::default()
                && !view.is_adjective(at)
                && !view.looks_finite(at)
                && !view.looks_gerund(at)
        };
        // «– сказал волшебник»: right behind the verb, or behind an adjective.
        let behind = cue + 1
            + usize::from(view.is_adjective(cue + 1) && !view.is_oblique_adjective(cue + 1));
        let after = Some(behind).filter(|&at| at < tokens.end && view.is_lower(at) && is_noun(at));
        let before = || {
            (start..cue).find(|&at| {
                is_noun(at)
                    && (at == 0
                        || !matches!(
                            view.function(at - 1),
                            Some(Function::In | Function::Preposition | Function::About)
                        ) && !view.is_oblique_adjective(at - 1))
            })
        };
        let at = after.or_else(before)?;
        let tokens = phrase::extent(view, at, at + 1);
        Some(Candidate { who: Who::Unlisted(form), case: Case::Nominative, block, tokens })
    }

    /// The subject that opens its clause: “A resident, who asked not to be named, said”.
    fn first(&self, block: usize, tokens: Range<usize>, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let mut name = None;
        let mut at = tokens.start;
        while at < tokens.end {
            let next = self.person_at(block, at).map_or(at + 1, |(_, end)| end);
            // “the captain's cousin”: the owner is no subject.
            let owns = view.block.is_joined(next) && view.is_lower(next);
            match self.nominal(block, at, form).filter(|_| !owns) {
                Some(found) if matches!(found.who, Who::Name | Who::Unlisted(_)) => {
                    name.get_or_insert(found);
                }
                Some(found) => {
                    let comma = found.tokens.end;
                    let is_human =
                        view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Human);
                    // “the chair, Winifred Oakes, said”
                    let behind = comma + usize::from(view.word(comma) == ",");
                    if is_human && let Some((person, end)) = self.person_at(block, behind) {
                        let who = Who::Person(person);
                        let case = found.case;
                        return Some(Candidate { who, block, tokens: behind..end, case });
                    }
                    return Some(found);
                }
                None => {}
            }
            at = next;
        }
        name
    }

    /// What at this token can be a subject of a verb of this form.
    fn nominal(&self, block: usize, at: usize, form: Form) -> Option<Candidate> {
        if self.is_speech(block, at) {
            return None;
        }
        let view = &self.views[block];
        let article = at > 0 && view.function(at - 1) == Some(Function::Article);
        let before = at - usize::from(article);
        let governed = before > 0
            && matches!(
                view.function(before - 1),
                Some(Function::In | Function::Preposition | Function::About)
            );
        if let Some((person, end)) = self.person_at(block, at) {
            let fits = self.is_nominative(person, block, at..end)
                && self.agrees(person, form)
                && !governed;
            return fits.then_some(Candidate {
                who: Who::Person(person),
                case: Case::Nominative,
                block,
                tokens: at..end,
            });
        }
        let sense = view.sense(at);
        if let Some(noun) = sense.noun
            && noun.kind == NounKind::Quantity
            && noun.is_in(Case::Nominative)
            && !governed
        {
            let tokens = phrase::extent(view, at, view.len());
            let who = Who::Noun(at, Form::Plural);
            return Some(Candidate { who, case: Case::Nominative, block, tokens });
        }
        if let Some(pronoun) = sense.pronoun
            && !pronoun.possessive
        {
            let fits = match form {
                Form::Singular => pronoun.form != Form::Plural,
                Form::Gerund | Form::Participle => true,
                form => pronoun.form == form,
            };
            return fits.then_some(Candidate {
                case: Case::Nominative,
                who: Who::Pronoun(pronoun.form),
                block,
                tokens: at..at + 1,
            });
        }
        if let Some(noun) = sense.noun
            && noun.is_in(Case::Nominative)
            && !governed
        {
            let fits = match form {
                Form::Plural => noun.plural,
                Form::Masculine => {
                    !noun.plural && matches!(noun.gender, Form::Masculine | Form::Singular)
                }
                Form::Feminine => {
                    !noun.plural
                        && (matches!(noun.gender, Form::Feminine | Form::Singular)
                            || (noun.kind.is_human() && noun.kind != NounKind::Group))
                }
                Form::Neuter => {
                    !noun.plural && matches!(noun.gender, Form::Neuter | Form::Singular)
                }
                Form::Singular => {
                    !noun.plural || noun.is_in(Case::Genitive) || view.has(Habit::SubjectFirst)
                }
                Form::Gerund | Form::Participle => true,
                Form::Place => noun.kind.is_document(),
            };
            // An adjective or numeral that governs it shows another case than the nominative.
            return (fits && !phrase::is_oblique(view, at)).then(|| {
                let tokens = phrase::extent(view, at, view.len());
                Candidate { who: Who::Noun(at, form), case: Case::Nominative, block, tokens }
            });
        }
        let is_name = (view.is_capital(at)
            && (view.sentence(at).start != at || form == Form::Gerund && view.word(at + 1) != "," || self.opens_clause(block, at))
            || matches!(view.word(at), "«" | "\"") && view.is_capital(at + 1))
            && !governed
            && (self.is_free(block, at) || self.is_agreeing(block, at, form))
            && !self.is_speech(block, at + 1);
        if is_name
            && !view.is_addressee(at)
            && !view.is_adverb(at)
            && sense.cue.is_none()
            && sense.function.is_none()
            && !matches!(form, Form::Participle | Form::Place)
        {
            let tokens = phrase::name_extent(view, at);
            if form == Form::Plural && !self.can_be_plural(block, tokens.clone()) {
                return None;
            }
            return Some(Candidate { who: Who::Name, case: Case::Nominative, block, tokens });
        }
        None
    }

    /// Whether the name that opens its sentence here has its verb right behind it.
    fn opens_clause(&self, block: usize, at: usize) -> bool {
        let view = &self.views[block];
        let end = phrase::name_extent(view, at).end;
        let verb = end + usize::from(matches!(view.function(end), Some(Function::Filler | Function::There)));
        view.cue(at + 1).is_some() || view.cue(verb).is_some()
    }

    /// Whether a name right before its verb agrees with it: «на прошлой неделе Франция заявила».
    fn is_agreeing(&self, block: usize, at: usize, form: Form) -> bool {
        let view = &self.views[block];
        let is_subject = view.block.tokens[at].shape == Shape::Capital
            && view.can_be_subject(at, form);
        is_subject && view.cue(at + 1).is_some_and(|cue| cue.form == form)
    }

    /// Whether a name can be the subject of a verb in the plural: by its ending, as an abbreviation,
    /// in another alphabet's letters, or as one of two.
    fn can_be_plural(&self, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let last = tokens.clone().rev().find(|&at| view.is_word(at));
        last.is_none_or(|last| {
            view.block.tokens[last].shape == Shape::Upper
                || view.block.folded(last).is_ascii()
                || view.can_be_subject(last, Form::Plural)
                || view.function(tokens.end) == Some(Function::And)
                || tokens.start > 0 && view.function(tokens.start - 1) == Some(Function::And)
        })
    }

    /// Whether no word before this token makes it part of a longer phrase: «президент США».
    fn is_free(&self, block: usize, at: usize) -> bool {
        let view = &self.views[block];
        at == 0
            || !view.is_word(at - 1) && !view.is_quotation_mark(at - 1)
            || view.cue(at - 1).is_some()
            || view.function(at - 1).is_some()
    }

    /// A noun with the name that follows it: «глава фонда Пётр Ильин».
    fn completed(&self, found: Candidate, limit: usize, form: Form) -> Candidate {
        let Who::Noun(head, _) = found.who else { return found };
        let block = found.block;
        let view = &self.views[block];
        if view.sense(head).noun.is_some_and(|noun| !noun.kind.is_human()) {
            return found;
        }
        let limit = limit.min(head + REACH / 2);
        let mut at = head + 1;
        while at < limit {
            // «директор музея, Пётр Ильин»
            let after_comma = view.word(at) == ","
                && self.person_at(block, at + 1).is_some_and(|(person, end)| {
                    self.is_nominative(person, block, at + 1..end) && self.agrees(person, form)
                });
            // «глава федерации, чемпион мира Пётр Ильин»
            let goes_on = after_comma
                || view.is_adjective(at + 1) && !view.is_oblique_adjective(at + 1)
                || view.sense(at + 1).noun.is_some_and(|noun| {
                    noun.kind == NounKind::Human && noun.is_in(Case::Nominative)
                });
            if view.word(at) == "," && !goes_on
                || view.cue(at).is_some_and(|cue| cue.form != Form::Place)
                || view.is_stop(at) && view.sentence(at).end == at + 1
            {
                break;
            }
            if let Some((person, end)) = self.person_at(block, at) {
                if self.is_nominative(person, block, at..end)
                    && (self.agrees(person, form) || end > at + 1)
                {
                    return Candidate {
                        who: Who::Person(person),
                        case: Case::Nominative,
                        block,
                        tokens: at..end,
                    };
                }
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    /// The place that the words come from: «в министерстве сообщили», «говорится в письме».
    fn place(&self, block: usize, tokens: Range<usize>, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        // «отзыв, где говорится», «письмо, в котором сказано»: the writing that the clause tells of.
        if cue > start && view.function(cue - 1) == Some(Function::Relative) {
            let written = (start..cue)
                .rev()
                .find(|&at| view.sense(at).noun.is_some_and(|noun| noun.kind.is_document()));
            if let Some(head) = written {
                let tokens = phrase::extent(view, head, cue);
                let who = Who::Noun(head, Form::Singular);
                return Some(Candidate { who, case: Case::Genitive, block, tokens });
            }
        }
        let after = (cue + 1..end).take_while(|&at| view.word(at) != ",");
        let before = (start..cue).rev();
        let mut places = after.chain(before).filter_map(|at| {
            (view.function(at) == Some(Function::In)
                && !self.is_speech(block, at + 1)
                && !self.is_speech(block, at + 2))
            .then(|| in_place(view, at))
            .flatten()
        });
        let first = places.next()?;
        // «в заявлении министерства, размещенном в соцсетях, говорится»: a writing speaks.
        let is_writing = |place: &Candidate| {
            matches!(place.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| noun.kind.is_document()))
        };
        if is_writing(&first) || view.cue(cue).is_none_or(|cue| cue.form != Form::Place) {
            return Some(first);
        }
        Some(places.find(is_writing).unwrap_or(first))
    }

    /// Who is named by words that name a source and nothing else: «словам главы фонда Петра Ильина».
    pub(super) fn named_in(&self, block: usize, tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        // «по информации от министерства»
        let from =
            tokens.start + usize::from(view.function(tokens.start) == Some(Function::Preposition));
        let tokens = from..tokens.end.max(from);
        let end = tokens.end.min(view.len());
        let mut head: Option<usize> = None;
        let mut at = tokens.start;
        while at < end {
            let sense = view.sense(at);
            // «его пресс-секретаря Елены Дягилевой»: whoever is his, not he.
            let owns = sense.pronoun.is_some_and(|pronoun| pronoun.possessive)
                && (at + 1..end).any(|at| {
                    self.person_at(block, at).is_some()
                        || view.sense(at).noun.is_some_and(|noun| noun.kind.is_human())
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
                let fits = head.is_none_or(|head| {
                    view.sense(head).noun.is_some_and(|noun| {
                        (noun.kind.is_human() && noun.kind != NounKind::Group)
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
            if head.is_none() && sense.noun.is_some() {
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
        (!tokens.is_empty()).then_some(Candidate {
            who: Who::Name,
            case: Case::Genitive,
            block,
            tokens,
        })
    }
}

/// The bracket that closes the one at this token, or the last token before `end`.
fn closing(view: &View, open: usize, end: usize) -> usize {
    (open..end).find(|&at| view.word(at) == ")").unwrap_or(end)
}

/// The institution or document that a preposition of place stands before.
fn in_place(view: &View, preposition: usize) -> Option<Candidate> {
    let from = preposition + 1;
    let head = (from..from + 4)
        .take_while(|&at| view.is_word(at) || view.word(at) == "«")
        .find(|&at| view.sense(at).noun.is_some_and(|noun| !noun.kind.is_human()));
    match head {
        Some(head) => {
            let tokens = phrase::extent(view, head, view.len());
            let tokens = from.min(tokens.start)..tokens.end;
            Some(Candidate {
                who: Who::Noun(head, Form::Singular),
                case: Case::Prepositional,
                block: view.number,
                tokens: from..tokens.end,
            })
        }
        None if view.is_capital(from) || view.word(from) == "«" => Some(Candidate {
            who: Who::Name,
            case: Case::Prepositional,
            block: view.number,
            tokens: phrase::name_extent(view, from),
        }),
        None => None,
    }
}
