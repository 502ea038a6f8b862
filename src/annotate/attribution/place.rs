//! Places as sources: «в министерстве сообщили», «в письме говорится».

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::annotate::text::Shape;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::declined::Nominatives;
use super::{Attributor, Candidate, Who, phrase};

/// How far behind its preposition the noun of a place can stand, in tokens.
const PLACE: usize = 6;

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
        // «поздравление мэра, в канцелярии которого сообщили»
        let is_led = |at: usize| view.is_preposition(at) || !view.is_word(at);
        if cue > start + 1 && view.function(cue - 1) == Some(Function::Relative) && is_led(cue - 2)
        {
            let start = view.sentence(cue).start.max(cue.saturating_sub(REACH / 2));
            let written = (start..cue).rev().find(|&at| {
                // «в ответ показал снимок, где сказано»
                let is_there = |before: usize| match view.function(before) {
                    Some(Function::About) => false,
                    Some(Function::In) => !is_aim(view, at),
                    _ => true,
                };
                view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
                    && at.checked_sub(1).is_none_or(is_there)
            });
            if let Some(head) = written {
                let tokens = phrase::extent(view, head, cue);
                let who = Who::Noun(head, Form::Singular);
                return Some(Candidate { who, case: Case::Genitive, block, tokens });
            }
        }
        if let Some(described) = self.describing(block, start, cue) {
            return Some(described);
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
                // «Из него следует»
                && (matches!(view.function(at + 1), Some(Function::InIt | Function::InThem))
                    || (at + 1..at + PLACE).take_while(|&at| view.is_word(at)).any(is_writing))
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
            if matches!(view.function(at + 1), Some(Function::InIt | Function::InThem)) {
                let is_body = view.cue(cue).is_some_and(|cue| cue.form == Form::Plural);
                let body = || self.body_before(block, at).filter(|_| is_body);
                // «натянули баннер. На нём написано»: whose it is remains unknown.
                let is_sign = |found: &Candidate| {
                    let sign = |at: usize| view.function(at) == Some(Function::Inscription);
                    found.block == block && found.tokens.clone().any(sign)
                };
                return self.writing_before(view, at).filter(|found| !is_sign(found)).or_else(body);
            }
            let place = in_place(view, at, &self.nominatives)?;
            // «сообщили в полицию»
            if matches!(place.who, Who::Noun(head, _) if !follows(at) && is_aim(view, head))
                && (!told_in(at) || self.is_writing(&place))
            {
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

    /// The writing right before a clause in which somebody is described: «В Твери огласили справку с завода, в которой Ильин
    /// описан как «…»», whatever town stands further off.
    fn describing(&self, block: usize, start: usize, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let is_place = view.cue(cue).is_some_and(|cue| cue.form == Form::Place);
        let relative = (start..cue)
            .rev()
            .take(REACH / 4)
            .take_while(|&at| view.word(at) != "," && !view.looks_finite(at))
            .find(|&at| view.function(at) == Some(Function::Relative))?;
        let comma = relative.checked_sub(2).filter(|&at| is_place && view.word(at) == ",")?;
        let is_in = view.function(relative - 1) == Some(Function::In);
        let head = (start..comma)
            .rev()
            .take(PLACE)
            .take_while(|&at| is_in && view.is_word(at) && !view.looks_finite(at))
            .find(|&at| view.sense(at).noun.is_some_and(|noun| noun.kind.is_document()))?;
        let tokens = phrase::extent(view, head, comma);
        Some(Candidate {
            who: Who::Noun(head, Form::Singular),
            case: Case::Genitive,
            block,
            tokens,
        })
    }

    /// The institution or document of which this token tells, if it is a preposition of place: «в мэрии».
    pub(super) fn place_at(&self, block: usize, at: usize) -> Option<Candidate> {
        let view = &self.views[block];
        (view.function(at) == Some(Function::In))
            .then(|| in_place(view, at, &self.nominatives))
            .flatten()
    }

    /// The body with whose place the clause of a plural verb opens, where the one before it has that subject: «Учёные
    /// возмущены, в министерстве их доводы назвали «…»».
    pub(super) fn place_of_clause(
        &self,
        block: usize,
        before: &Candidate,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let clause = before.tokens.end..cue;
        let comma = clause.clone().rev().find(|&at| view.word(at) == ",")?;
        let is_and = view.function(comma + 1) == Some(Function::And);
        let place = self.place_at(block, comma + 1 + usize::from(is_and))?;
        let acts = |mut tokens: Range<usize>| tokens.any(|at| view.looks_finite(at));
        let is_aim = matches!(place.who, Who::Noun(head, _) if is_aim(view, head));
        let is_own = view.word(clause.start) != ","
            && acts(clause.start..comma)
            && !acts(place.tokens.end..cue);
        (is_own && !is_aim && self.is_body(&place)).then_some(place)
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
fn in_place(view: &View, preposition: usize, nominatives: &Nominatives) -> Option<Candidate> {
    // «в самой «Заре»»
    let from = preposition + 1;
    let from = from + usize::from(view.function(from) == Some(Function::Filler));
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
        .take_while(|&at| {
            view.is_word(at) || view.is_number(at) || at == from && view.is_quotation_mark(at)
        })
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
            // «В институте действия соседей назвали «…»»
            let is_called = view.finite_cue(tokens.end, Takes::Name).is_some()
                && view.is_quotation_mark(tokens.end + 1);
            let thing = (head + 1..tokens.end)
                .rev()
                .find(|&at| is_called && view.can_be_subject(at, Form::Plural));
            let tokens = tokens.start..thing.unwrap_or(tokens.end);
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
        None if view.is_capital(from) || view.is_quotation_mark(from) => Some(Candidate {
            who: Who::Name,
            case: Case::Prepositional,
            block: view.number,
            tokens: nominatives.extent(view, from),
        }),
        None => None,
    }
}
