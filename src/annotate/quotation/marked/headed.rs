//! Headlines that open with what somebody in them says: ««Мост нужен»: мэр ответил жителям».

use crate::annotate::quotation::draft::{Draft, Site};
use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Function, Takes};

use super::{Found, Reader};

impl Reader<'_> {
    /// «…»: мэр Ильин ответил жителям. A headline that opens with what somebody in it says.
    pub(super) fn headed(&self) -> Option<Found> {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        let rest = close + 2..view.len();
        let opens = view.block.kind == BlockKind::Headline
            && self.marked().open == (block, 0)
            && view.word(close + 1) == ":"
            && view.words(rest.clone()) > 1;
        if !opens || !self.is_utterance() {
            return None;
        }
        let cue = rest.clone().find(|&at| view.finite_cue(at, Takes::That).is_some());
        if cue.is_none() && self.word_count() < 3 {
            return None;
        }
        let is_own = (0..close).any(|at| view.function(at) == Some(Function::FirstPerson));
        // «…»: тренер Ильин о матче.
        let is_about = |at: usize| view.function(at) == Some(Function::About);
        let ends = |at: &usize| view.looks_finite(*at) || view.is_dash(*at) || is_about(*at);
        let label = rest.clone().find(ends).unwrap_or(rest.end);
        (cue.is_some() || is_own || is_about(label)).then(|| Found {
            author: Some((block, rest.clone())),
            ..Found::alone(Draft {
                kind: QuoteKind::Direct,
                parts: self.parts(),
                cue: cue.map(|cue| (block, cue)),
                site: match cue {
                    Some(cue) => Site::Clause { block, tokens: rest, cue },
                    // «…»: министр Ильин – о школах, but «…»: в Заречье закроют школу
                    None => Site::Label { block, tokens: rest.start..label },
                },
                because: vec![Evidence::QuotationMarks, Evidence::Colon],
            })
        })
    }
}
