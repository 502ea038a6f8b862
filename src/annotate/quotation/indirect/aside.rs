//! The source beside what is reported: «по словам министра, …», «…, сообщает министерство».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Case, Form, Function, NounKind, Sense, Takes};

use super::according::According;
use super::{Scan, according, writing};

/// How far behind its verb, or the day behind that, the noun of who speaks can stand, in tokens.
const NAMED: usize = 4;

impl Scan<'_> {
    /// «по словам министра, …»
    pub(super) fn according(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if self.is(token, Taken::Author) {
            return None;
        }
        let found = according::at(view, token)?;
        // «срок сократили согласно закону»: the reason of what was done, as nothing sets it off.
        let is_reason = token > self.from
            && view.is_word(token - 1)
            && view.function(token - 1).is_none()
            && writing::is_rule(view, token, &found.source);
        if is_reason {
            return None;
        }
        // «был чемпионом по версии журнала»: the noun's, as nothing sets it off.
        let is_set_off = token <= self.from
            || !view.is_word(token - 1)
            || view.function(token - 1).is_some()
            || view.word(found.phrase.end - 1) == ","
            || view.word(found.phrase.end) == ","
            || !found.phrase.clone().any(|at| view.function(at) == Some(Function::Ranking));
        // «протокол, составленный со слов охранника», «имена удалось узнать по данным банка»: how it was done.
        let is_means = token > self.from
            && (view.looks_participle(token - 1)
                || view.looks_infinitive(token - 1)
                || view.is_adjective(token - 1) && view.word(token.saturating_sub(2)) == ",")
            && view.word(found.phrase.end - 1) != ",";
        if !is_set_off || is_means {
            return None;
        }
        // «По данным газеты, водитель утверждает, что …»: the inner speaker's words.
        let before = self.sentence.start..token.min(self.sentence.start + REACH);
        // «Впрочем, сам он, по словам дочери, говорил, что …»
        let is_small = |at: usize| {
            let function = view.function(at);
            matches!(function, Some(Function::Connective | Function::Filler | Function::And))
                || view.sense(at).is_personal()
                || !view.is_word(at)
        };
        let opens = view.words(before.clone()) <= 2 || before.clone().all(is_small);
        if opens && !self.is_himself(&found) && self.another_clause_of(found.phrase.end, false) {
            return Some(found.phrase.end);
        }
        let site = Site::Phrase { block: view.number, tokens: found.source.clone() };
        self.around(found.phrase, token, site, Evidence::AccordingTo)
    }

    /// Whether it is the source itself of whom the words behind its phrase tell: «По словам мэра, он попросил помочь».
    fn is_himself(&self, found: &According) -> bool {
        let view = self.view;
        let names = |at: usize| {
            let sense = view.sense(at);
            sense.is_possessive()
                || sense.noun.is_some_and(|noun| noun.kind.is_human())
                || view.is_capital(at) && view.is_capital(at + 1)
        };
        let is_body = |at: usize| {
            view.is_quotation_mark(at)
                || view.sense(at).noun.is_some_and(|noun| noun.kind.is_body())
        };
        let head = view.head(found.source.clone()).unwrap_or(found.source.start);
        view.sense(found.phrase.end).is_personal() && names(head) && !is_body(head)
    }

    /// «…, сообщает министерство.»
    pub(super) fn aside(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if token <= self.from || self.is(token, Taken::Author) {
            return None;
        }
        let cue = view.finite_cue(token, Takes::That)?;
        // «…, — так говорится в законе»
        let opening = token - usize::from(view.function(token - 1) == Some(Function::So));
        let dash = view.is_dash(opening.checked_sub(1)?);
        let before = opening.checked_sub(2)?;
        // «Дорогу закроют – сообщил мэр»: the comma is missing now and then.
        let is_bare = dash && view.is_word(before) && !cue.takes(Takes::Loose);
        let told = self.told_before(token);
        let comma = told.unwrap_or(if dash && !is_bare { before } else { opening - 1 });
        if !is_bare && view.word(comma) != "," {
            return None;
        }
        // «Сейчас, продолжал он, …»: a pronoun after it makes any word of saying one.
        let with_pronoun = view.sense(token + 1).is_personal();
        // «…, следует из доклада»
        let from_writing =
            cue.form == Form::Place && view.function(token + 1) == Some(Function::Preposition);
        // «…, признали в министерстве»: so does the place of many.
        let in_place = cue.form == Form::Plural
            && view.function(token + 1) == Some(Function::In)
            && (token + 2..token + 4)
                .find_map(|at| view.sense(at).noun)
                .is_some_and(|noun| noun.kind.is_body());
        // «Мост закрыли зря, установила прокуратура.»
        // «…, замечает бывший лесничий», «…, признала в среду, 5 июня 2019 года, его компания»
        let first = self.past_date(token + 1);
        let first = first + usize::from(view.sense(first).is_possessive());
        let named = view.head(first..self.sentence.end.min(first + NAMED));
        let names_subject = named.and_then(|at| view.sense(at).noun).is_some_and(|noun| {
            (noun.kind.is_human() || noun.kind.is_body())
                && noun.is_in(Case::Nominative)
                && (noun.gender == cue.form
                    || noun.plural && cue.form == Form::Plural
                    || !noun.plural && cue.form == Form::Singular)
        });
        let is_sure = !cue.takes(Takes::Loose)
            || self.names_one(token)
            || dash
            || with_pronoun
            || in_place
            || from_writing
            || names_subject;
        if !is_sure {
            return None;
        }
        if comma <= self.from || self.is(comma - 1, Taken::Speech) {
            return None;
        }
        let limit = self.sentence.end.min(token + REACH / 2);
        let mut end = limit;
        let is_one = |at: usize| view.is_capital(at) || view.sense(at).noun.is_some();
        let mut subject = told.is_some_and(|comma| (comma + 1..token).any(is_one));
        for at in view.past_gerund(token + 1, limit).unwrap_or(token + 1)..limit {
            // «вышел к людям, объявил: «…»», «…, наблюдая за выборами, заметил: дороги строят»
            if view.word(at) == ":" && (view.is_quotation_mark(at + 1) || !subject) {
                return None;
            }
            // «Депутат, отвечающий за бюджет, считает закон «мёртвым»»
            if self.is(at, Taken::Speech) {
                // «…, сообщил мэр Ильин."Мост …»: no space after the full stop.
                if at > token + 2 && view.is_stop(at - 2) {
                    end = at - 2;
                    break;
                }
                return None;
            }
            // «…, сообщили в пятницу, 5 марта, газеты»
            let is_date = view.is_number(at + 1) || view.is_number(at.saturating_sub(2));
            if view.word(at) == "," && !subject && is_date {
                continue;
            }
            if matches!(view.word(at), "," | ":") || view.is_dash(at) {
                end = at;
                break;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                end = at;
                break;
            }
            let sense = view.sense(at);
            // «пожаловался на отношение в колонии»: one who speaks is no place.
            let is_many = matches!(cue.form, Form::Plural | Form::Place);
            let placed = is_many && view.function(at - 1) == Some(Function::In)
                || cue.form == Form::Place && view.function(token + 1) == Some(Function::In);
            // A writing alone.
            if from_writing {
                subject |= sense.noun.is_some_and(|noun| noun.kind.is_document());
                continue;
            }
            subject |= view.is_capital(at)
                || view.is_quotation_mark(at) && !self.is(at + 1, Taken::Speech)
                || sense.noun.is_some_and(|noun| {
                    let is_one = matches!(cue.form, Form::Masculine | Form::Feminine);
                    // «написала несколько книг»
                    let is_many = !noun.singular || noun.kind == NounKind::Quantity;
                    // «написал признание в суд»
                    let is_written = noun.kind.is_document() && is_one && noun.gender != cue.form;
                    let is_governed = view.is_preposition(at - 1);
                    placed
                        || noun.is_in(Case::Nominative)
                            && !(is_many && is_one || is_written || is_governed)
                })
                // «, отметил его вклад» has no subject.
                || sense.is_personal()
                // «, рассказал один из очевидцев»
                || sense.function == Some(Function::One)
                    && view.can_be_subject(at, cue.form)
                    && view.is_preposition(at + 1)
                // «, рассказал ряд экспертов»
                || at == token + 1
                    && sense.noun.is_some_and(|noun| {
                        noun.kind == NounKind::Quantity
                            && noun.is_in(Case::Nominative)
                            && noun.gender == cue.form
                    });
        }
        // «…, считает врач, который лечил мэра, Пётр Ильин.»: the name closes the sentence.
        let opens = view.word(end) == ","
            && (view.is_adjective(end + 1)
                || (end + 1..end + 3).any(|at| view.function(at) == Some(Function::Relative)));
        let stop = self.sentence.end - 1;
        let close = (end + 1..stop.min(limit)).rev().find(|&at| view.word(at) == ",");
        let is_name = |close: usize| (close + 1..stop).all(|at| view.is_capital(at));
        if opens && stop < limit && close.is_some_and(is_name) {
            end = stop;
        }
        // «…, считают гидрологи»: a noun on no list, right behind the verb.
        let last = end - 1;
        let is_described =
            view.is_adjective(token + 1) || view.function(token + 1) == Some(Function::And);
        subject |= (last == token + 1 || last == token + 2 && is_described)
            && view.is_lower(last)
            && view.sense(last) == Sense::default()
            && view.can_be_subject(last, cue.form);
        if !subject
            || view.function(end + 1) == Some(Function::That)
            || (token + 1..end.min(token + 4)).any(|at| view.function(at) == Some(Function::About))
        {
            return None;
        }
        let tokens = told.map_or(token, |comma| comma + 1)..end;
        let site = Site::Clause { block: view.number, tokens, cue: token };
        let before = self.past_unsourced(self.fronted(view.trimmed(self.from..comma)));
        // «Кто сменит Белова, решит правление клуба.»
        if cue.takes(Takes::Loose) && view.function(before.start) == Some(Function::Question) {
            return None;
        }
        // «Мост закрыли, и это, считает мэр, …»: that clause alone.
        let joins = |at: &usize| view.word(end) == "," && view.function(*at) == Some(Function::And);
        let opener = self.opener(before.clone()).filter(joins);
        let before = opener.map_or(before.start, |opener| opener + 1)..before.end;
        let ends = end + 1 >= self.sentence.end || view.is_stop(end) || view.word(end) == ":";
        if ends && self.is_subject(before.clone()) {
            return None;
        }
        let is_brief = |words: &Range<usize>| {
            view.words(words.clone()) < 4 && !words.clone().any(|at| self.has_finite(at))
        };
        // «Нес не согласен: платить, считает он, придётся всем»
        let parted = before
            .clone()
            .rev()
            .find(|&at| matches!(view.word(at), ":" | ";"))
            .map(|at| at + 1..before.end)
            .filter(|rest| !ends && is_brief(rest));
        let is_short = parted.is_some() || before.start == self.from && is_brief(&before);
        let before = parted.unwrap_or(before);
        // «Впрочем, отмечает газета, …», «Между тем, …»: a connective is the author's.
        let connects = |at: usize| {
            matches!(
                view.function(at),
                Some(
                    Function::Connective | Function::Thought | Function::Correlate | Function::This
                )
            )
        };
        let first = view.function(before.start);
        let lead_in = is_short
            && (first == Some(Function::Connective)
                || first.is_some() && before.len() > 1 && connects(before.end - 1));
        let opens = self.opens(before.start) || self.tells_when(before.clone());
        // «Не помогут, считает он, и новые сети.»: the verb has its subject behind the author's words.
        // «Возглавит его, уточнил мэр, генерал Белов.»
        let is_verb = |at: usize| view.function(at) == Some(Function::Not) || self.has_finite(at);
        let is_object = |at: usize| at > before.start && view.sense(at).is_possessive();
        let has_subject_behind = (view.function(end + 1) == Some(Function::And)
            || view.sense(end + 1).is_human())
            && before.clone().all(|at| is_verb(at) || is_object(at));
        let mut parts = vec![before];
        let mut next = self.sentence.end;
        // «…, подтвердил мэр после того, как …»
        let tells_more = view.function(end + 1) == Some(Function::Relative)
            || view.looks_gerund(end + 1)
            || self.is_correlated(end + 1);
        // «…, заявил Ильин, отметив, что …»: the same speaker says more.
        let adds = view.cue(end + 1).is_some_and(|cue| cue.form == Form::Gerund)
            && self.conjunction(end + 1).is_some();
        if adds {
            next = end + 1;
        } else if !ends
            && (self.goes_on(end + 1) && !self.is_correlated(end + 1)
                || has_subject_behind
                || lead_in && !tells_more
                // «Разумно было бы, замечает он, закрыть лов на год»
                || view.looks_infinitive(end + 1) && view.cue(end + 1).is_none()
                || is_short && self.completes(end + 1) && opens)
        {
            next = self.content_end(end + 1);
            parts.push(view.without_stop(end + 1..next));
            if lead_in {
                parts.remove(0);
            }
        }
        parts.retain(|part| !part.is_empty());
        // «Мост закроют, пояснил мэр: опоры ненадёжны»
        let explains = view.word(end) == ":"
            && !view.is_quotation_mark(end + 1)
            && (end + 1..self.sentence.end.min(end + REACH)).any(|at| view.looks_finite(at));
        if explains {
            next = self.content_end(end + 1);
            parts.push(view.without_stop(end + 1..next));
        }
        // «Партии, гласит записка, «вправе …»»: the fragment alone.
        let hands_over =
            is_short && view.is_quotation_mark(end + 1) && self.is(end + 2, Taken::Speech);
        if parts.is_empty()
            || hands_over
            || ends && is_short && !self.is_statement(parts[0].clone())
        {
            return None;
        }
        self.push(parts, Some(token), site, vec![Evidence::VerbAfter]);
        Some(next)
    }
}
