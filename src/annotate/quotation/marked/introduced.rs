//! Words in marks that are a sentence of their own, told by another sentence: «Об этом сказал мэр» behind
//! them, a colon that ends the paragraph before, a word of saying up to two sentences before.

use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Cue, Form, Function, Takes};

use super::{Found, Reader};
use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::view::{REACH, View};

/// How far behind «об этом» its word of saying can stand, in tokens.
const GAP: usize = 12;

/// How many sentences before the words their word of saying can stand.
const SENTENCES: usize = 2;

impl Reader<'_> {
    /// The words with the sentence that tells whose they are.
    pub(super) fn introduced(&self) -> Option<Found> {
        let (site, because) =
            self.told_after().or_else(|| self.colon_before()).or_else(|| self.told_before())?;
        let cue = match &site {
            Site::Clause { block, cue, .. } => Some((*block, *cue)),
            _ => None,
        };
        Some(Found::alone(Draft {
            kind: QuoteKind::Direct,
            parts: self.parts(),
            cue,
            site,
            because: [&[Evidence::QuotationMarks], because].concat(),
        }))
    }

    /// «…». Об этом сказал мэр.
    fn told_after(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, close) = self.marked().close;
        self.views[block].is_stop(close + 1).then(|| self.told_by(close + 2))?
    }

    /// The sentence that opens at `start`, right behind the words' own, where it tells whose they are.
    pub(super) fn told_by(&self, start: usize) -> Option<(Site, &'static [Evidence])> {
        let (block, _) = self.marked().close;
        let view = &self.views[block];
        if view.function(start) != Some(Function::About)
            || view.function(start + 1) != Some(Function::This)
        {
            return None;
        }
        let end = view.sentence(start).end.min(start + REACH);
        let cue = (start + 2..end.min(start + GAP))
            .find(|&at| view.finite_cue(at, Takes::That).is_some())?;
        let site = Site::Clause { block, tokens: start + 2..end, cue };
        Some((site, &[Evidence::BackReference, Evidence::VerbAfter]))
    }

    /// «Он говорил без бумаги:» before a paragraph in marks.
    fn colon_before(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, open) = self.marked().open;
        let (before, colon) = self.views[block].announced_by(self.views).filter(|_| open == 0)?;
        let start = before.sentence(colon).start.max(colon.saturating_sub(REACH));
        let tokens = start..colon;
        let block = before.number;
        Some(match tokens.clone().rev().find(|&at| says(before, at).is_some()) {
            Some(cue) => {
                let because = &[Evidence::Colon, Evidence::VerbBefore];
                (Site::Clause { block, tokens, cue }, because)
            }
            None => (Site::Lead { block, tokens }, &[Evidence::Colon]),
        })
    }

    /// «Последней говорила Анна Белова. Зал притих. «…».»
    fn told_before(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, open) = self.marked().open;
        let view = self.view();
        // What stands before other words is theirs.
        let from = self.before.map_or(0, |before| match before.end() {
            (before_block, end) if before_block == block => end,
            _ => 0,
        });
        let mut end = open;
        for _ in 0..SENTENCES {
            let sentence = view.sentence(end.checked_sub(1)?);
            if sentence.start < from {
                return None;
            }
            let start = sentence.start.max(end.saturating_sub(REACH));
            if let Some(cue) = (start..end)
                .rev()
                .find(|&at| says(view, at).is_some_and(|cue| !cue.takes(Takes::Loose)))
            {
                let site = Site::Clause { block, tokens: start..end, cue };
                return Some((site, &[Evidence::VerbBefore]));
            }
            end = sentence.start;
        }
        None
    }
}

/// The token as a word of saying that can tell of the words in another sentence.
fn says(view: &View, at: usize) -> Option<Cue> {
    view.finite_cue(at, Takes::Direct).filter(|cue| cue.form != Form::Place)
}
