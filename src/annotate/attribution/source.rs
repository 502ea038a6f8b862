//! Sources that are no subjects: places, agents, and phrases of source.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::annotate::text::Shape;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::declined::Nominatives;
use super::{Attributor, Candidate, Who, phrase};

/// How far behind its preposition the noun of a place can stand, in tokens.
const PLACE: usize = 6;

/// How far from its participle the one can stand by whom something is called so, in tokens.
const AGENT: usize = 10;

impl Attributor<'_> {
    /// The place that the words come from: «в министерстве сообщили», «говорится в письме».
    pub(super) fn place(
        &self,
        block: usize,
        tokens: Range<usize>,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = tokens.start.max(cue.saturating_sub(REACH / 2));
        let end = tokens.end.min(cue + REACH / 2).min(view.len());
        // «отзыв, где говорится», «письмо, в котором сказано»: the writing that the clause tells of.
        if cue > start && view.function(cue - 1) == Some(Function::Relative) {
            let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 2));
            let written = (start..cue).rev().find(|&at| {
                view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
                    && at.checked_sub(1).is_none_or(|at| view.function(at) != Some(Function::About))
            });
            if let Some(head) = written {
                let tokens = phrase::extent(view, head, cue);
                let who = Who::Noun(head, Form::Singular);
                return Some(Candidate { who, case: Case::Genitive, block, tokens });
            }
        }
        // «сообщили, в министерстве»: a stray comma.
        let is_stray = view.word(cue + 1) == "," && view.function(cue + 2) == Some(Function::In);
        // «ответили, изучив запрос, в министерстве»
        let from = view.past_gerund(cue + 1, end).unwrap_or(cue + 1 + usize::from(is_stray));
        let after = (from..end).take_while(|&at| view.word(at) != ",");
        let before = (start..cue).rev();
        // «из доклада следует»
        let follows = |at: usize| {
            let is_writing = |at: usize| {
                view.sense(at)
                    .noun
                    .is_some_and(|noun| noun.kind.is_document() && noun.is_in(Case::Genitive))
            };
            view.function(at) == Some(Function::Preposition)
                && view
                    .cue(cue)
                    .is_some_and(|cue| cue.form == Form::Place && cue.takes(Takes::Loose))
                && (at + 1..at + PLACE).take_while(|&at| view.is_word(at)).any(is_writing)
        };
        // «на газету, в которой его назвали»
        let told_in =
            |at: usize| (at + 1..cue).any(|at| view.function(at) == Some(Function::Relative));
        let mut places = after.chain(before).filter_map(|at| {
            // «сообщили в четверг в министерстве»
            let is_day = view.function(at + 1) == Some(Function::Day);
            let is_free = (view.function(at) == Some(Function::In) && !is_day || follows(at))
                && !self.is_speech(block, at + 1)
                && !self.is_speech(block, at + 2);
            if !is_free {
                return None;
            }
            // «В нём говорится»
            if view.function(at + 1) == Some(Function::InIt) {
                return self.writing_before(view, at);
            }
            let place = in_place(view, at, &self.nominatives)?;
            // «сообщили в полицию»
            if matches!(place.who, Who::Noun(head, _) if !follows(at) && !told_in(at) && is_aim(view, head)) {
                return None;
            }
            let case = if follows(at) { Case::Genitive } else { place.case };
            Some(Candidate { case, ..place })
        });
        // «Из документов, оказавшихся в распоряжении газеты, следует»
        let out = places.clone().find(|place| place.case == Case::Genitive);
        let first = places.next()?;
        if out.is_some() {
            return out;
        }
        // «в посольстве Дании в Риге сообщили»: where the body is.
        let body = matches!(first.who, Who::Name).then(|| {
            let mut wider =
                places.clone().take_while(|place| place.tokens.end <= first.tokens.start);
            wider.find(|place| self.is_body(place) && place.tokens.end + 1 == first.tokens.start)
        });
        if let Some(body) = body.flatten() {
            return Some(body);
        }
        // «в заявлении министерства, размещенном в соцсетях, говорится»: a writing speaks.
        if self.is_writing(&first) || view.cue(cue).is_none_or(|cue| cue.form != Form::Place) {
            return Some(first);
        }
        Some(places.find(|place| self.is_writing(place)).unwrap_or(first))
    }

    /// The body in whose place the verb before a gerund stands: «В мэрии слухи опровергли, пояснив, что …».
    pub(super) fn place_of_main(&self, block: usize, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 2));
        let comma = (start..cue).rev().find(|&at| view.word(at) == ",")?;
        let verb = (start..comma)
            .rev()
            .take_while(|&at| view.word(at) != ",")
            .find(|&at| view.verb_form(at).is_some_and(|form| form == Form::Plural))?;
        self.place(block, start..comma, verb).filter(|place| self.is_body(place))
    }

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
            // «его пресс-секретаря Елены Дягилевой»: whoever is his, not he.
            let owns = sense.is_possessive()
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
        (!tokens.is_empty()).then_some(Candidate {
            who: Who::Name,
            case: Case::Genitive,
            block,
            tokens,
        })
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
        let preposition = (first + 1..end.min(first + PLACE / 2)).find(|&at| {
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

/// Whether the noun at this token stands in the accusative behind «в»: «в полицию», «в суд», but not «в МИД».
pub(super) fn is_aim(view: &View, head: usize) -> bool {
    view.sense(head).noun.is_some_and(|noun| {
        let is_bare = noun.gender == Form::Masculine
            && noun.is_in(Case::Nominative)
            && !noun.plural
            && view.block.tokens[head].shape != Shape::Upper;
        (noun.is_in(Case::Accusative) || is_bare) && !noun.is_in(Case::Prepositional)
    })
}

/// The institution or document that a preposition of place stands before.
pub(super) fn in_place(
    view: &View,
    preposition: usize,
    nominatives: &Nominatives,
) -> Option<Candidate> {
    let from = preposition + 1;
    // «в опубликованном на сайте указе»
    let is_told = view.is_oblique_adjective(from)
        && matches!(view.function(from + 1), Some(Function::In | Function::Preposition));
    if is_told
        && let Some(head) = (from + 2..view.len().min(from + REACH / 4))
            .find(|&at| view.sense(at).noun.is_some_and(|noun| noun.kind.is_document()))
    {
        return Some(Candidate {
            who: Who::Noun(head, Form::Singular),
            case: Case::Prepositional,
            block: view.number,
            tokens: phrase::extent(view, head, view.len()),
        });
    }
    // «в распространённом группировкой письме»: whose writing it is.
    let by = (from + 1).min(view.len());
    let is_by = view.is_oblique_adjective(from)
        && view
            .sense(by)
            .noun
            .is_some_and(|noun| noun.is_in(Case::Instrumental) && !noun.is_in(Case::Prepositional));
    let is_its = is_by
        && (by + 1..by + PLACE)
            .take_while(|&at| view.is_word(at))
            .find_map(|at| view.sense(at).noun)
            .is_some_and(|noun| noun.kind == NounKind::ItsDocument);
    if is_its {
        return Some(Candidate {
            who: Who::Noun(by, Form::Singular),
            case: Case::Instrumental,
            block: view.number,
            tokens: by..by + 1,
        });
    }
    // «ответили на запрос газеты»
    if view.function(from) == Some(Function::Ask) {
        return None;
    }
    // «в статье 49 кодекса»
    let head = (from..from + PLACE)
        .take_while(|&at| view.is_word(at) || view.is_number(at) || view.word(at) == "«")
        // «в беседе с газетой», but not «в близком к власти издании»
        .take_while(|&at| {
            view.is_oblique_adjective(from)
                || !matches!(view.function(at), Some(Function::In | Function::Preposition))
        })
        // «в Росавтодоре сообщили газете»
        .take_while(|&at| {
            view.sense(at).noun.is_some() || view.finite_cue(at, Takes::That).is_none()
        })
        // «в Анкаре прогноз назвали «…»»: it is no place.
        .find(|&at| {
            view.sense(at).noun.is_some_and(|noun| {
                let is_thing = noun.is_in(Case::Accusative) && !noun.is_in(Case::Prepositional);
                !(noun.kind.is_human() || is_thing && view.is_capital(from))
            })
        });
    match head {
        Some(head) => {
            let tokens = phrase::extent(view, head, view.len());
            // «в «Газпроме»»
            let is_marked = view.is_quotation_mark(from) && view.is_quotation_mark(head + 1);
            let from = if is_marked { head } else { from };
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
            tokens: nominatives.extent(view, from),
        }),
        None => None,
    }
}
