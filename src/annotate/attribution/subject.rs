//! The subject of a word of saying: who it is said of in the author's clause.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::speech::{Case, Form, Function, NounKind, Sense, Takes};

use super::{Attributor, Candidate, Who, phrase};

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
        placed.or(found).or_else(|| self.unlisted(block, tokens, cue, form))
    }

    /// The subject after the word of saying: «– сказал в эфире глава фонда Пётр Ильин».
    fn after(&self, block: usize, cue: usize, end: usize, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        let mut at = cue + 1;
        while at < end {
            let stops = view.function(at) == Some(Function::That)
                || view.word(at) == ":"
                || view.is_dash(at)
                || view.is_stop(at) && view.sentence(at).end == at + 1
                || view.finite_cue(at, Takes::That).is_some_and(|cue| !cue.takes(Takes::Loose));
            if stops {
                return None;
            }
            if let Some(found) = self.nominal(block, at, form) {
                return Some(self.completed(found, end, form));
            }
            at = self.person_at(block, at).map_or(at + 1, |(_, end)| end);
        }
        None
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
        let start = start.max(cue.saturating_sub(REACH / 2));
        let mut noun: Option<Candidate> = None;
        for at in (start..cue).rev() {
            let Some(found) = self.nominal(block, at, form) else { continue };
            match found.who {
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
                // The subject of a gerund's main verb stands first.
                Who::Name | Who::Unlisted => {
                    if noun.is_none() || form == Form::Gerund {
                        noun = Some(found);
                    }
                }
            }
        }
        noun
    }

    /// Whose words are relayed: «цитирует агентство министра Петра Ильина».
    fn relayed(&self, block: usize, cue: usize, end: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = end.min(cue + REACH / 2).min(view.len());
        let mut noun = None;
        let mut at = cue + 1;
        while at < end {
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
                matches!(noun.kind, NounKind::Stranger | NounKind::Group)
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
        let at = (start..cue).find(|&at| {
            view.is_lower_or_first(at)
                && view.can_be_subject(at, form)
                && view.sense(at) == Sense::default()
                && !view.is_adjective(at)
                && !view.looks_finite(at)
                && !view.looks_gerund(at)
                && (at == 0
                    || !matches!(
                        view.function(at - 1),
                        Some(Function::In | Function::Preposition | Function::About)
                    ) && !view.is_oblique_adjective(at - 1))
        })?;
        let tokens = phrase::extent(view, at, at + 1);
        Some(Candidate { who: Who::Unlisted, case: Case::Nominative, block, tokens })
    }

    /// What at this token can be a subject of a verb of this form.
    fn nominal(&self, block: usize, at: usize, form: Form) -> Option<Candidate> {
        if self.is_speech(block, at) {
            return None;
        }
        let view = &self.views[block];
        let governed = at > 0
            && matches!(
                view.function(at - 1),
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
                Form::Singular => !noun.plural || noun.is_in(Case::Genitive),
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
            && (view.sentence(at).start != at
                || form == Form::Gerund
                || view.cue(at + 1).is_some())
            || matches!(view.word(at), "«" | "\"") && view.is_capital(at + 1))
            && !governed
            && self.is_free(block, at)
            && !self.is_speech(block, at + 1);
        if is_name
            && !view.is_addressee(at)
            && sense.cue.is_none()
            && sense.function.is_none()
            && !matches!(form, Form::Participle | Form::Place)
        {
            let tokens = phrase::name_extent(view, at);
            return Some(Candidate { who: Who::Name, case: Case::Nominative, block, tokens });
        }
        None
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
        after.chain(before).find_map(|at| {
            (view.function(at) == Some(Function::In)).then(|| in_place(view, at)).flatten()
        })
    }

    /// Who is named by words that name a source and nothing else: «словам главы фонда Петра Ильина».
    pub(super) fn named_in(&self, block: usize, tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        let end = tokens.end.min(view.len());
        let mut head: Option<usize> = None;
        let mut at = tokens.start;
        while at < end {
            let sense = view.sense(at);
            if let Some(pronoun) = sense.pronoun {
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
