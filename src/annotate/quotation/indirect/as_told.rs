//! The source in a clause with «как»: «как пишет газета, …».

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::Scan;

/// How many words «Вместе с тем, как …» has before «тем».
const BESIDES: usize = 2;

impl Scan<'_> {
    /// «как сообщает министерство, …»
    pub(super) fn as_clause(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if view.function(token) != Some(Function::As)
            || token > self.sentence.start
                && !matches!(view.word(token - 1), "," | ":" | ";")
                && !self.is_led(token)
            || self.is(token, Taken::Author)
            || self.is_correlated(token)
            // «На вопрос, как она считает, будет ли мост, …»
            || token > 1 && view.function(token - 2) == Some(Function::Ask)
        {
            return None;
        }
        let limit = self.sentence.end.min(token + REACH / 2);
        let mut cue = None;
        let mut end = limit;
        for at in token + 1..limit {
            if cue.is_none() && view.finite_cue(at, Takes::That).is_some() {
                cue = Some(at);
            }
            if self.is(at, Taken::Speech) || view.word(at) == ":" {
                return None;
            }
            if view.word(at) == "," {
                end = at + 1;
                break;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                end = at;
                break;
            }
        }
        let cue = cue.filter(|&cue| cue < end && cue <= token + 8)?;
        let has_subject = self.has_subject(cue, end);
        // «Как рассказал агентству в четверг, 6 июня, представитель суда Илья Ильин, …»
        let comma = (end..limit).find(|&at| view.word(at) == ",").unwrap_or(end);
        if end < comma && (end..comma).all(|at| self.is_date(at)) {
            end = comma + 1;
        }
        let end_is_name = end > 1 && view.is_capital(end - 2);
        // «Как пишет газета, ссылаясь на источники, …»
        // «Как говорится в сообщении, размещенном на сайте, …»
        let is_aside = |at: usize| {
            view.looks_gerund(at)
                || self.refers(at)
                || !has_subject && view.may_be_gerund(at)
                || view.function(at) == Some(Function::Telling)
                || view.looks_participle(at) && view.word(end - 1) == "," && {
                    let comma = (at..limit).find(|&at| view.word(at) == ",");
                    comma.is_some_and(|comma| !(at..comma).any(|at| view.looks_finite(at)))
                }
        };
        if is_aside(end) {
            end = (end..limit).find(|&at| view.word(at) == ",").map_or(end, |comma| comma + 1);
        }
        // «Как заявила Анна Белова, пресс-секретарь суда, который принял решение, …»
        let tells_more = |at: usize| {
            let noun = view.sense(at).noun.filter(|_| view.is_lower(at));
            view.function(at) == Some(Function::Relative)
                || end_is_name
                    && noun.is_some_and(|noun| {
                        noun.kind == NounKind::Human && noun.is_in(Case::Nominative)
                    })
        };
        let subject = |at: usize| !has_subject && self.is_subject_alone(at, limit);
        for _ in 0..2 {
            if view.word(end - 1) == "," && (tells_more(end) || subject(end)) {
                end = (end..limit).find(|&at| view.word(at) == ",").map_or(end, |comma| comma + 1);
            }
        }
        // «Как передаёт агентство, министр заявил, что …»: the inner speaker's words.
        if self.another_cue(end) {
            return Some(end);
        }
        let site = Site::Clause { block: view.number, tokens: token + 1..end, cue };
        self.around(token..end, cue, site, Evidence::VerbBefore)
    }

    /// Whether what opens here says on whom the source relies: «, со ссылкой на врачей, …».
    fn refers(&self, at: usize) -> bool {
        let view = self.view;
        view.is_preposition(at) && view.function(at + 1) == Some(Function::Reference)
    }

    /// Whether the token is part of a date: «6 июня 2013 года».
    fn is_date(&self, at: usize) -> bool {
        let view = self.view;
        view.is_number(at)
            || view.function(at) == Some(Function::Day)
            || at > 0 && view.is_number(at - 1)
    }

    /// Past the day on which something was said, if it stands here: «в среду, 5 июня 2019 года, …».
    pub(super) fn past_date(&self, start: usize) -> usize {
        let view = self.view;
        let is_part = |at: usize| {
            self.is_date(at)
                || self.is_date(at + 1) && view.function(at) == Some(Function::In)
                || view.word(at) == "," && at > start
        };
        (start..self.sentence.end).find(|&at| !is_part(at)).unwrap_or(start)
    }

    /// Whether the word of saying has its subject before this token.
    fn has_subject(&self, cue: usize, end: usize) -> bool {
        let view = self.view;
        let is_placed =
            view.cue(cue).is_some_and(|cue| matches!(cue.form, Form::Plural | Form::Place));
        let is_named = |at: usize| {
            view.is_capital(at)
                && !view.is_quotation_mark(at - 1)
                && !view.is_preposition(at - 1)
                && !view.is_oblique_adjective(at)
        };
        let is_known = |at: usize| {
            let sense = view.sense(at);
            sense.is_personal()
                || sense.noun.filter(|_| view.is_lower(at)).is_some_and(|noun| {
                    noun.is_in(Case::Nominative) && !view.is_preposition(at - 1)
                })
        };
        // «Как рассказала одна из очевидиц, …»
        let is_one =
            |at: usize| view.function(at) == Some(Function::One) && view.is_preposition(at + 1);
        is_placed || (cue + 1..end).any(|at| is_named(at) || is_known(at) || is_one(at))
    }

    /// Whether what begins at this token up to its comma is a human being told of by no verb.
    fn is_subject_alone(&self, start: usize, limit: usize) -> bool {
        let view = self.view;
        let head = (start..limit).find(|&at| {
            view.sense(at).noun.is_some() || !view.is_adjective(at) || view.is_oblique_adjective(at)
        });
        let is_human = head.is_some_and(|at| view.sense(at).is_human() || view.is_capital(at));
        let comma = (start..limit).find(|&at| view.word(at) == ",");
        is_human && comma.is_some_and(|comma| !(start..comma).any(|at| view.looks_finite(at)))
    }

    /// Whether «как» belongs to a word before it: «после того, как …», «перед тем, как …», and not «Кроме того, как …».
    pub(super) fn is_correlated(&self, token: usize) -> bool {
        let view = self.view;
        let start = self.sentence.start;
        let is_set_off = token.checked_sub(1).is_some_and(|at| view.word(at) == ",");
        let Some(last) = token.checked_sub(1 + usize::from(is_set_off)) else { return false };
        let besides =
            matches!(view.function(start), Some(Function::Besides | Function::Connective));
        last > start
            && matches!(view.function(last), Some(Function::Correlate | Function::Thought))
            && !(besides && last <= start + BESIDES)
    }

    /// Whether what stands before «как» ties the sentence to the one before: «Однако как …», «При этом как …».
    fn is_led(&self, token: usize) -> bool {
        let view = self.view;
        let start = self.sentence.start;
        let ties =
            |at: usize| matches!(view.function(at), Some(Function::And | Function::Connective));
        token == start + 1 && ties(start)
            || token == start + 2
                && view.is_preposition(start)
                && view.function(start + 1) == Some(Function::This)
    }
}
