//! Fragments in quotation marks inside the author's sentence: он назвал это «…».

use crate::annotate::quotation::draft::{Draft, Place, Site};
use crate::annotate::quotation::indirect::according;
use crate::annotate::quotation::marks::Closing;
use crate::annotate::quotation::view::{REACH, View};
use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Form, Function, NounKind, Takes};

use super::{Found, Reader};

/// How many words between «что» and the marks leave the quoted words to be all that is told.
const BESIDE: usize = 2;

/// How far a verb of judgement can stand before the words, in tokens.
const NAMED: usize = 12;

/// How many tokens join the words of a list: `!», и «`.
const LINK: usize = 6;

impl Reader<'_> {
    /// A fragment inside the author's sentence: он назвал это «…».
    pub(super) fn fragment(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        if self.marked().runs.len() > 1 || self.marked().closing == Closing::Missing {
            return None;
        }
        let close = self.marked().close.1;
        let sentence = view.sentence(open);
        let start = sentence.start.max(open.saturating_sub(REACH));
        if self.is_inscribed() {
            return Some(self.inscription(start));
        }
        if let Some(found) = self.listed() {
            return Some(found);
        }
        let after_that = open > start && view.function(open - 1) == Some(Function::That);
        let is_called = self.is_meaning() || self.terms.hold(self.views, self.marked());
        if (!after_that || self.word_count() < 2) && self.is_name() || is_called {
            return None;
        }
        let words = self.word_count();
        // Backwards: the nearest word of saying, or phrase of source.
        let mut governing = None;
        for token in (start..open).rev() {
            if let Some(cue) = view.cue(token)
                && (cue.takes(Takes::That) || cue.takes(Takes::Direct) || cue.takes(Takes::Name))
            {
                // «сообщили в доме, который открыл неделю «…»»: the clause is the author's.
                let relative =
                    (token..open).find(|&at| view.function(at) == Some(Function::Relative));
                let is_beside = relative.is_some_and(|relative| {
                    !cue.takes(Takes::Name)
                        && !(token..relative).any(|at| view.function(at) == Some(Function::That))
                });
                if is_beside {
                    break;
                }
                let near = open - token <= 3;
                // «согласился, что прогноз «смелый»»: little stands outside the marks.
                let beside = (token..open)
                    .rev()
                    .find(|&at| view.function(at) == Some(Function::That))
                    .is_some_and(|that| view.words(that + 1..open) <= BESIDE)
                    && cue.takes(Takes::That)
                    && (words > 1 || view.is_stop(close + 1));
                let enough = after_that
                    || beside
                    || cue.takes(Takes::Name) && open - self.reach_of((block, token)) < NAMED
                    || words > 1
                        && (!cue.takes(Takes::Loose)
                            // «поддержали «Чистый берег»»
                            || near && (cue.takes(Takes::That) || cue.takes(Takes::Name)));
                if enough {
                    governing = Some((
                        token,
                        Site::Clause { block, tokens: sentence.start..open, cue: token },
                    ));
                }
                break;
            }
            if let Some(source) = according::at(view, token)
                && words > 1
            {
                governing = Some((token, Site::Phrase { block, tokens: source.source }));
                break;
            }
        }
        let mut because = Evidence::VerbBefore;
        if governing.is_none() && words > 1 {
            let end = sentence.end.min(close + REACH);
            for token in close + 1..end {
                if let Some(source) = according::at(view, token) {
                    governing = Some((token, Site::Phrase { block, tokens: source.source }));
                    because = Evidence::AccordingTo;
                    break;
                }
                // «О взятках в «круге друзей» заявил прокурор»
                let is_set_off = view.word(token - 1) == ","
                    || token == close + 1
                        && (start..open).any(|at| view.function(at) == Some(Function::About));
                if is_set_off && view.finite_cue(token, Takes::That).is_some() {
                    because = Evidence::VerbAfter;
                    governing = Some((
                        token,
                        Site::Clause { block, tokens: token..sentence.end, cue: token },
                    ));
                    break;
                }
            }
        }
        // «Город не критикует «…», а порт – «…», заявил мэр»: what closes the sentence governs it all.
        if let Some((cue, Site::Clause { .. })) = governing
            && let Some(aside) = self.aside_after(cue)
        {
            because = Evidence::VerbAfter;
            let tokens = aside..sentence.end;
            governing = Some((aside, Site::Clause { block, tokens, cue: aside }));
        }
        if let Some((_, Site::Phrase { .. })) = governing {
            because = Evidence::AccordingTo;
        }
        let (cue, site) = governing?;
        Some(Found::alone(Draft {
            kind: QuoteKind::Partial,
            parts: self.parts(),
            cue: Some((block, cue)),
            site,
            because: vec![Evidence::QuotationMarks, because],
        }))
    }

    /// The token from which it is counted how far a judgement's verb can stand: the verb itself, or the end of what
    /// it governs already, «называют её не «тяжёлой», а «терпимой»».
    fn reach_of(&self, cue: Place) -> usize {
        let governed = self.before.filter(|before| before.cue == Some(cue));
        governed.map_or(cue.1, |before| before.end().1)
    }

    /// The words that go on a list of such as are said: они скандировали: «…!» и «…!»
    fn listed(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let last = self.before.filter(|last| last.end().0 == block && last.end().1 < open)?;
        let (_, cue) = last.cue.filter(|&cue| cue.0 == block && cue < last.start())?;
        let between = last.end().1..open;
        let joins = |at: usize| view.word(at) == "," || view.function(at) == Some(Function::And);
        let is_list = between.len() <= LINK
            && between.clone().any(joins)
            && between.into_iter().all(|at| {
                joins(at) || view.is_quotation_mark(at) || view.is_stop(at) || view.word(at) == "'"
            });
        let is_said = view.finite_cue(cue, Takes::Cry).is_some()
            || last.kind == QuoteKind::Direct
                && view.finite_cue(cue, Takes::Direct).is_some_and(|cue| !cue.takes(Takes::Loose));
        (is_list && is_said && self.word_count() > 1).then(|| {
            Found::alone(Draft {
                kind: last.kind,
                parts: self.parts(),
                cue: last.cue,
                site: last.site.clone(),
                because: last.because.clone(),
            })
        })
    }

    /// The word of saying after a comma behind the marks, where the one before them, `cue`, takes a
    /// name and neither a clause nor the very words.
    fn aside_after(&self, cue: usize) -> Option<usize> {
        let view = self.view();
        let close = self.marked().close.1;
        let end = view.sentence(close).end.min(close + REACH);
        view.cue(cue).filter(|cue| {
            !cue.takes(Takes::That) && !cue.takes(Takes::Direct) && cue.takes(Takes::Name)
        })?;
        (close + 1..end).find(|&at| {
            view.word(at - 1) == ","
                && view
                    .finite_cue(at, Takes::That)
                    .is_some_and(|cue| !cue.takes(Takes::Loose) && !matches!(cue.form, Form::Place))
                && !(at + 1..end).any(|at| view.function(at) == Some(Function::That))
        })
    }

    /// Whether the words are a name's or a word's meaning: «что означает «…»», «переводится как «…»».
    pub(super) fn is_meaning(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let before = open.saturating_sub(1);
        let skips = view.function(before) == Some(Function::As) || view.is_dash(before);
        view.function(before.saturating_sub(usize::from(skips))) == Some(Function::Meaning)
    }

    /// Whether the words are said to stand on something, or go on a list of such: баннер «…», «…».
    fn is_inscribed(&self) -> bool {
        let (block, open) = self.marked().open;
        let view = self.view();
        if self.word_count() < 2 || open == 0 {
            return false;
        }
        let before = open
            - 1
            - usize::from(view.is_dash(open - 1) || view.word(open - 1) == ":").min(open - 1);
        is_inscription(view, before)
            || self.before.is_some_and(|last| {
                last.because.contains(&Evidence::Inscription)
                    && last.end().0 == block
                    && last.end().1 + 3 > open
            })
    }

    /// The words on a banner, said by whoever is unnamed in the sentence.
    fn inscription(&self, start: usize) -> Found {
        let (block, open) = self.marked().open;
        let view = self.view();
        let cue = (start..open).rev().find(|&at| is_inscription(view, at));
        // «по некоторым данным, студент с криком «…»» tells of no group, nor does «об отставке».
        let group = (start..open).rev().find(|&at| {
            view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Group)
                && view.function(at).is_none()
                && !(at > start && view.function(at - 1) == Some(Function::According))
        });
        let tokens = group.map_or(open..open, |group| group..group + 1);
        Found::alone(Draft {
            kind: QuoteKind::Partial,
            parts: self.parts(),
            cue: cue.map(|cue| (block, cue)),
            site: Site::Phrase { block, tokens },
            because: vec![Evidence::QuotationMarks, Evidence::Inscription],
        })
    }
}

/// Whether the word says that what follows is written or cried.
fn is_inscription(view: &View, at: usize) -> bool {
    matches!(view.function(at), Some(Function::Inscription | Function::Wording))
}
