//! Speech behind a colon: «Мэр сказал: «…»», «Ответ мэра: «…»», «Пётр Ильин, мэр: «…»».

use std::ops::Range;

use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::indirect::according;
use crate::annotate::quotation::view::REACH;
use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Case, Form, Function, Takes};

use super::{Found, Reader};

/// How many words before a colon can stand behind a word of saying and with it, «ответил коротко и ясно».
const BRIEF: usize = 3;

/// How many tokens a label can have.
const LABEL: usize = 16;

impl Reader<'_> {
    /// Where it was said: «…»
    pub(super) fn after_colon(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        if open == 0 || view.word(open - 1) != ":" || self.is_listed() {
            return None;
        }
        let start = view.sentence(open - 1).start.max(open.saturating_sub(REACH));
        if self.is_noted(start) {
            return None;
        }
        let start = self.last_clause(start..open - 1).unwrap_or(start);
        let cue = (start..open - 1).rev().find(|&token| {
            view.cue(token).is_some_and(|cue| !matches!(cue.form, Form::Participle))
        });
        let cue = cue.map(|cue| view.told_by(start, cue, open - 1).unwrap_or(cue));
        // «возразил: «Не верю»»: behind a word of saying any words are speech.
        let says = cue.is_some_and(|cue| {
            view.cue(cue).is_some_and(|cue| cue.takes(Takes::Direct) && !cue.takes(Takes::Loose))
                && !(cue..open).any(|at| view.word(at) == ",")
        });
        // «Боец вызвал принца: «Если ты мужчина»»: a headline's last words.
        let closes = view.block.kind == BlockKind::Headline
            && self.marked().close == (block, view.len() - 1)
            && self.word_count() > 1;
        let owner = self.owner_before_colon(start..open - 1);
        let is_announced = owner.is_some() || cue.is_none() && self.is_label(start..open - 1);
        // «Ответ был краток: «…»» names nobody.
        let owner = owner.filter(|(noun, owner)| {
            let first = owner.start;
            let acts = view.looks_finite(first) || view.looks_infinitive(first);
            // «Седов в ответ: «…»»
            let is_aside = owner.is_empty() && *noun > start && view.is_preposition(noun - 1);
            !is_aside && (!view.is_lower(first) || !(acts || view.is_preposition(first)))
        });
        // «ответил: «Скоро»»: one word alone is speech right behind its word of saying, where it ends the sentence.
        let is_said_alone = || {
            let (last, close) = self.marked().close;
            let end = &self.views[last];
            // «ограничилась одним словом: «Нет»»
            let is_said = |at: usize| {
                view.finite_cue(at, Takes::Direct).is_some()
                    || matches!(view.function(at), Some(Function::Words | Function::Reply))
            };
            // «обронил короткое: «Разберёмся»», «бросил одно: «Нет»»
            let tells = (start..open - 1).rev().take(BRIEF).find(|&at| {
                is_said(at)
                    || !(view.is_adjective(at)
                    || view.is_adverb(at)
                    || view.function(at) == Some(Function::One)
                    // «сказал журналистам», «обратился к жителям», «написал в блоге»
                    || view.is_preposition(at)
                    || at > start && view.is_preposition(at - 1)
                    || view.looks_dative(at)
                    || view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Dative)))
            });
            // «Отвечает глава города Леонид Белов: «Весной»»
            let is_named =
                says && cue.is_some_and(|cue| {
                    cue + 1 < open - 1 && (cue + 1..open - 1).all(|at| view.is_word(at))
                }) && view.is_capital(open - 2);
            (tells.is_some_and(is_said) || is_named)
                && (close + 1 >= end.len()
                    || end.is_stop(close + 1)
                    || close > 0 && end.is_stop(close - 1))
        };
        let is_said = if self.word_count() < 2 && !self.is_utterance() {
            is_said_alone()
        } else {
            self.is_utterance() || closes || says || is_announced || self.is_aloud(start..open - 1)
        };
        if !is_said {
            return None;
        }
        // «считают, что закон прост: «…»»: the words explain what is reported.
        let reported =
            cue.is_some_and(|cue| (cue..open).any(|at| view.function(at) == Some(Function::That)));
        if reported && view.is_lower(self.marked().runs[0].1.start) {
            return None;
        }
        // «По словам мэра: «…»»
        let phrase = if cue.is_none() {
            (start..open - 1).find_map(|at| Some((at, according::at(view, at)?)))
        } else {
            None
        };
        if let Some((noun, tokens)) = owner.filter(|_| cue.is_none()) {
            return Some(Found::alone(Draft {
                kind: QuoteKind::Direct,
                parts: self.parts(),
                cue: Some((block, noun)),
                site: Site::Phrase { block, tokens },
                because: vec![Evidence::QuotationMarks, Evidence::Colon],
            }));
        }
        if let Some((at, phrase)) = phrase {
            return Some(Found::alone(Draft {
                kind: QuoteKind::Direct,
                parts: self.parts(),
                cue: Some((block, at)),
                site: Site::Phrase { block, tokens: phrase.source },
                because: vec![Evidence::QuotationMarks, Evidence::Colon, Evidence::AccordingTo],
            }));
        }
        Some(Found::alone(Draft {
            kind: QuoteKind::Direct,
            parts: self.parts(),
            cue: cue.map(|cue| (block, cue)),
            site: match cue {
                Some(cue) => Site::Clause { block, tokens: start..open - 1, cue },
                None => Site::Lead { block, tokens: start..open - 1 },
            },
            because: if cue.is_some() {
                vec![Evidence::QuotationMarks, Evidence::Colon, Evidence::VerbBefore]
            } else {
                vec![Evidence::QuotationMarks, Evidence::Colon]
            },
        }))
    }

    /// Where the last clause before the colon begins, if it has a subject and a verb of its own: «Седов ждал ответа, но
    /// мэр отделался шуткой: «…»», «Седов ждал ответа, на что мэр заметил: «…»».
    fn last_clause(&self, before: Range<usize>) -> Option<usize> {
        let view = self.view();
        let comma = before.clone().rev().find(|&at| view.word(at) == ",")?;
        let replies =
            view.is_preposition(comma + 1) && view.function(comma + 2) == Some(Function::That);
        let first = comma + 2 + usize::from(replies);
        let is_joined =
            (replies || view.function(comma + 1) == Some(Function::And)) && first < before.end;
        let is_somebody = |at: usize| {
            view.sense(at).pronoun.is_some_and(|pronoun| !pronoun.possessive)
                || view.is_capital(at)
                || view
                    .sense(at)
                    .noun
                    .is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative))
        };
        // «…, но сам мэр спокоен: «…»», «…, а он им: «…»»
        let who = first + usize::from(view.sense(first).is_himself);
        let acts = before.end <= first + BRIEF
            || (who + 1..before.end).any(|at| view.looks_finite(at) || view.looks_short(at));
        (is_joined && is_somebody(who) && acts).then_some(first)
    }

    /// Whether the words before the colon tell how somebody does or is and of no thing that could have a name, «Мэр был
    /// краток: «…»», «Ильин развёл руками: «…»», or what is in marks is no name.
    fn is_aloud(&self, before: Range<usize>) -> bool {
        let view = self.view();
        let Some(last) = before.clone().last() else { return false };
        let first = self.marked().runs[0].1.start;
        // «Это верный шаг», «Ушёл большой мастер», «Нет, не жду»
        let opens = matches!(view.function(first), Some(Function::Copula | Function::Not))
            || view.speech().looks_finite(view.block.folded(first))
            || self.marked().runs[0]
                .1
                .clone()
                .any(|at| view.word(at) == "," && view.is_lower(at + 1));
        let is_act = |at: usize| view.looks_finite(at) && view.function(at).is_none();
        let is_told = opens
            || is_act(last)
            || view.looks_short(last)
            || view.finite_cue(last, Takes::Direct).is_some()
            || view.looks_infinitive(last)
            || view.is_adverb(last)
            || view.looks_dative(last)
            || view.looks_instrumental(last) && is_act(last.saturating_sub(1));
        let is_somebody = |at: usize| {
            // «Седова заметила: «Пора»»
            let acts = view.finite_cue(at + 1, Takes::Direct).is_some();
            view.is_capital(at) && (at > before.start || acts)
                || view.sense(at).is_human()
                || view.sense(at).is_personal()
        };
        is_told && view.is_capital(first) && self.ends_sentence() && before.clone().any(is_somebody)
    }

    /// The noun of saying before the colon and the words that name whose it is: «Ответ мэра Ильина: «…»».
    fn owner_before_colon(&self, before: Range<usize>) -> Option<(usize, Range<usize>)> {
        let view = self.view();
        let noun = before.clone().find(|&at| {
            matches!(
                view.function(at),
                Some(
                    Function::Reply
                        | Function::Saying
                        | Function::Words
                        | Function::News
                        | Function::Inscription
                )
            )
        })?;
        let is_first = !(before.start..noun)
            .any(|at| view.looks_finite(at) || view.is_capital(at) && at > before.start);
        // «Вот его ответ: «…»»
        let whose = noun.checked_sub(1).filter(|&at| view.sense(at).is_possessive());
        let owner = match whose.filter(|_| noun + 1 == before.end) {
            Some(whose) => whose..noun,
            None => noun + 1..before.end,
        };
        (is_first && self.ends_sentence()).then_some((noun, owner))
    }

    /// Whether the words before the colon are a name with what says more of it, and no verb but one in the present that
    /// tells of no thing: «Пётр Ильин, мэр города: «…»».
    fn is_label(&self, before: Range<usize>) -> bool {
        let view = self.view();
        let first = before.start;
        let is_named = view.is_capital(first) && view.is_capital(first + 1)
            || view.sense(first).noun.is_some_and(|noun| {
                noun.kind.is_human() && !noun.plural && noun.is_in(Case::Nominative)
            });
        is_named
            && before.len() <= LABEL
            && self.word_count() > 1
            && self.ends_sentence()
            && !before.into_iter().any(|at| view.looks_finite(at) || view.cue(at).is_some())
    }

    /// Whether a colon before the marks closes what says nothing: «Жильцы возмущены: «…», – рассказывает Анна Белова».
    pub(super) fn explains(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        open > 0
            && view.word(open - 1) == ":"
            && !(start..open).any(|at| {
                view.cue(at).is_some_and(|cue| cue.takes(Takes::Direct)) && !view.looks_short(at)
            })
    }

    /// Whether the sentence ends with the words.
    pub(super) fn ends_sentence(&self) -> bool {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        close + 1 >= view.len() || view.sentence(close).end <= close + 2
    }
}
