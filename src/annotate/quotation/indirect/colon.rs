//! Reported speech behind a colon: «Министр возразил: дорогу откроют вовремя».

use crate::annotate::quotation::draft::{Site, Taken};
use crate::article::Evidence;
use crate::language::speech::{Form, Function, Takes};

use super::Scan;

/// How far the colon can stand from the word of saying, in tokens.
const GAP: usize = 12;

impl Scan<'_> {
    /// Whether where it is said stands before: «В докладе указано: …».
    fn has_place(&self, cue: usize) -> bool {
        (self.from..cue).any(|at| self.view.function(at) == Some(Function::In))
    }

    /// «возразил министр: дорогу откроют вовремя»
    pub(super) fn colon(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.finite_cue(token, Takes::Direct)?;
        if !cue.takes(Takes::That)
            || cue.takes(Takes::Loose) && view.word(token + 1) != ":"
            || cue.form == Form::Place && !self.has_place(token)
            || self.is(token, Taken::Author)
        {
            return None;
        }
        let limit = self.sentence.end.min(token + GAP);
        // «рассказала и о том, почему закрыла кафе: город вырос»
        let asked = (token + 1..limit).find(|&at| {
            view.word(at) == ","
                && view.function(at - 1) == Some(Function::Thought)
                && matches!(view.function(at + 1), Some(Function::Question | Function::As))
        });
        let colon = (token + 1..limit)
            .take_while(|&at| {
                (view.word(at) != "," || Some(at) == asked)
                    && !view.is_dash(at)
                    && view.cue(at).is_none()
            })
            .find(|&at| view.word(at) == ":")?;
        let start = colon + 1;
        // «жаловался на соседей: …» gives the matter before the colon.
        let is_about = |at: usize| view.function(at) == Some(Function::About);
        let tells_of =
            asked.is_none() && (view.is_preposition(token + 1) || (token + 2..colon).any(is_about));
        // «15:00»
        let is_joined = view.block.is_joined(colon) && view.block.is_joined(start);
        // «Это подтвердил и Белов: по его словам, …»
        if tells_of
            || is_joined
            || self.cites(start)
            || self.is(start, Taken::Speech)
            || view.is_quotation_mark(start)
        {
            return None;
        }
        let end = self.content_end(start);
        // «напомнил: повторять такое опасно», «ответил: дорога – не главное»
        let is_said = (start..end)
            .any(|at| view.looks_finite(at) || view.looks_short(at) || view.is_dash(at))
            || view.looks_infinitive(start)
            || colon == token + 1 && view.words(start..end) > 2;
        if !is_said {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..colon, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Colon, Evidence::VerbBefore]);
        Some(end)
    }
}
