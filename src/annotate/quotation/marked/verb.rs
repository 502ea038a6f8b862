//! Marks beside a word of saying with neither colon nor dash between, and marks that stand alone.

use crate::article::{Evidence, QuoteKind};
use crate::language::grammar::Habit;
use crate::language::speech::{Function, Takes};

use super::{Found, Reader};
use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::view::REACH;

impl Reader<'_> {
    /// Where the speaker of a sentence in marks is named that no word of saying stands by: in the
    /// paragraph before, where a colon ends it, or else in the sentence before. “She was brisk. ‘No.’”
    pub(super) fn announced(&self, speech_before: bool) -> Option<Site> {
        let (block, open) = self.marked().open;
        let view = self.view();
        if !view.has(Habit::CommaInside) {
            return None;
        }
        if open == 0 {
            let (before, colon) = view.announced_by(self.views)?;
            return Some(Site::Lead {
                block: before.number,
                tokens: before.sentence(colon).start..colon,
            });
        }
        let sentence = view.sentence(open - 1);
        (!speech_before && view.is_stop(open - 1))
            .then(|| Site::Lead { block, tokens: sentence.start..open - 1 })
    }

    /// The words right behind their word of saying: she said, “It is.”
    pub(super) fn after_verb(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        if !view.has(Habit::CommaInside) || open == 0 {
            return None;
        }
        let cue = open - 1 - usize::from(view.word(open - 1) == "," && open > 1);
        let start = view.sentence(cue).start.max(open.saturating_sub(REACH));
        let first = self.marked().runs[0].1.start;
        if view.finite_cue(cue, Takes::Direct).is_none_or(|cue| cue.takes(Takes::Name)) {
            return None;
        }
        let kind = if view.is_capital(first) { QuoteKind::Direct } else { QuoteKind::Partial };
        Some(Found::alone(Draft {
            kind,
            parts: self.parts(),
            cue: Some((block, cue)),
            site: Site::Clause { block, tokens: start..cue + 1, cue },
            because: vec![Evidence::QuotationMarks, Evidence::VerbBefore],
        }))
    }

    /// The words right before the word of saying that closes the sentence: «…» деп хабарлады.
    pub(super) fn before_verb(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let (last, close) = self.marked().close;
        let view = self.view();
        if !view.has(Habit::VerbLast) || last != block {
            return None;
        }
        let quotative = view.function(close + 1) == Some(Function::Quotative);
        let from = close + 1 + usize::from(quotative);
        let end = view.sentence(close).end.min(from + REACH);
        let cue = if quotative {
            (from..end.min(from + 6)).find(|&at| view.cue(at).is_some())?
        } else {
            view.finite_cue(from, Takes::Direct).map(|_| from)?
        };
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        let kind = if self.is_utterance() && view.is_capital(open + 1) {
            QuoteKind::Direct
        } else {
            QuoteKind::Partial
        };
        // The subject stands before the words, or else behind the verb.
        let tokens = if start < open { start..open } else { cue..end };
        Some(Found::alone(Draft {
            kind,
            parts: self.parts(),
            cue: Some((block, cue)),
            site: Site::Clause { block, tokens, cue },
            because: vec![Evidence::QuotationMarks, Evidence::VerbAfter],
        }))
    }
}
