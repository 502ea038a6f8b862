//! Words that are written, held up or cried, by the word before them that says so: a banner «…», «На нём выведено – «…»».

use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::indirect::according;
use crate::annotate::quotation::view::View;
use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Cue, Form, Function, NounKind, Takes};

use super::fragment::LINK;
use super::{Found, Reader};

/// How far before the words the noun can stand that says where they are written, in tokens.
const NOTE: usize = 12;

impl Reader<'_> {
    /// Whether the words are said to stand on something, or go on a list of such: баннер «…», «…».
    pub(super) fn is_inscribed(&self) -> bool {
        let (block, open) = self.marked().open;
        let view = self.view();
        let (first, last) = (self.marked().runs[0].1.start, self.marked().close.1 - 1);
        // «считает формулировку «резиновой»»
        let is_word = view.is_lower(first) && !view.looks_instrumental(first) || view.is_stop(last);
        // «говорит, что плакат «не оскорбляет»»: it is told of.
        let is_told =
            open > 1 && view.function(open - 2) == Some(Function::That) && view.is_lower(first);
        if open == 0 {
            return false;
        }
        let before = open
            - 1
            - usize::from(view.is_dash(open - 1) || view.word(open - 1) == ":").min(open - 1);
        // «прислали письмо с одним словом – «Прощай»»
        let is_alone = before > 0
            && view.function(before) == Some(Function::Words)
            && view.function(before - 1) == Some(Function::One)
            && self.ends_sentence();
        if is_alone {
            return true;
        }
        // «таблички «держатся на одной краске»»
        let is_predicate = open > 1
            && view.looks_finite(first)
            && view.is_lower(first)
            && view.can_be_subject(open - 1, Form::Plural)
            && !view.looks_instrumental(open - 1);
        if is_told || is_predicate || self.word_count() < 2 && !is_word {
            return false;
        }
        is_inscription(view, before)
            || self.written_before().is_some()
            || self.before.is_some_and(|last| {
                last.because.contains(&Evidence::Inscription)
                    && last.end().0 == block
                    && last.end().1 + 3 > open
            })
    }

    /// Whether the words stand on something that somebody else tells of: «По словам хранителей, на раме видна пометка: «…»».
    pub(super) fn is_noted(&self, start: usize) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let end = open - usize::from(open > start && view.word(open - 1) == ":");
        let near = (start.max(end.saturating_sub(NOTE))..end).rev();
        let note =
            near.take_while(|&at| !view.looks_finite(at)).find(|&at| is_inscription(view, at));
        let is_source = |at: usize| {
            according::at(view, at).is_some_and(|source| source.phrase.end < end)
                || view.function(at) == Some(Function::As)
                    && (at..end).take(NOTE).any(|at| view.finite_cue(at, Takes::That).is_some())
        };
        note.is_some_and(|note| (start..note).any(is_source))
    }

    /// What tells in the clause before a dash that the words behind it are written: «На нём от руки выведено – «…»»,
    /// «Студенты вывели углём – «…»», «Подпись под портретом – «…»».
    fn written_before(&self) -> Option<usize> {
        let (_, open) = self.marked().open;
        let view = self.view();
        let dash = open.checked_sub(1).filter(|&at| view.is_dash(at))?;
        let is_written = |at: usize| {
            let is_placed = |cue: &Cue| cue.form == Form::Place && cue.takes(Takes::Cry);
            view.cue(at).is_some_and(|cue| is_placed(&cue))
                || self.is_utterance() && view.finite_cue(at, Takes::Bear).is_some()
                || at == view.sentence(open).start && is_inscription(view, at)
        };
        let near = (dash.saturating_sub(LINK)..dash).rev();
        near.take_while(|&at| view.is_word(at))
            .find(|&at| is_written(at))
            .filter(|_| self.ends_sentence())
    }

    /// The words on a banner, said by whoever is unnamed in the sentence.
    pub(super) fn inscription(&self, start: usize) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        if let Some(cue) = self.written_before().filter(|&at| view.cue(at).is_some()) {
            let tokens = view.sentence(open).start..open;
            return Some(Found::alone(Draft {
                kind: QuoteKind::Partial,
                parts: self.parts(),
                cue: Some((block, cue)),
                site: Site::Clause { block, tokens, cue },
                because: vec![Evidence::QuotationMarks, Evidence::Inscription],
            }));
        }
        let cue = (start..open).rev().find(|&at| is_inscription(view, at));
        // «по некоторым данным, студент с криком «…»» tells of no group, «против жильцов с криком «…»» of another,
        // «об отставке» of none.
        let group = (start..open).rev().find(|&at| {
            view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Group)
                && view.function(at).is_none()
                && !(start..at).rev().find(|&at| !view.is_oblique_adjective(at)).is_some_and(|at| {
                    view.function(at) == Some(Function::According) || view.is_preposition(at)
                })
        });
        // «Съезд прошёл под девизом «…»»: nobody bears it.
        let is_borne = (start..open).any(|at| view.sense(at).is_human());
        let is_motto = cue.is_some_and(|cue| view.function(cue) == Some(Function::Motto));
        if is_motto && group.is_none() && !is_borne {
            return None;
        }
        let tokens = group.map_or(open..open, |group| group..group + 1);
        let mut site = Site::Phrase { block, tokens };
        let mut because = vec![Evidence::QuotationMarks, Evidence::Inscription];
        // «Премию дали с формулировкой «…». Об этом сообщил секретарь академии.»
        let is_wording = cue.is_some_and(|cue| view.function(cue) == Some(Function::Wording));
        let behind = || self.told_by(view.sentence(self.marked().close.1).end);
        if let Some((told, evidence)) = is_wording.then(behind).flatten() {
            site = told;
            because.extend(evidence);
        }
        Some(Found::alone(Draft {
            kind: QuoteKind::Partial,
            parts: self.parts(),
            cue: cue.map(|cue| (block, cue)),
            site,
            because,
        }))
    }
}

/// Whether the word says that what follows is written or cried.
fn is_inscription(view: &View, at: usize) -> bool {
    matches!(view.function(at), Some(Function::Inscription | Function::Motto | Function::Wording))
        || view.function(at) == Some(Function::Words) && at > 0 && view.function(at - 1) == Some(Function::One)
        // «вышли с требованием «…»»
        || view.function(at) == Some(Function::Request) && at > 0 && view.is_preposition(at - 1)
}
