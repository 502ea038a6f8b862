//! Reported speech in a language whose verb comes last: «… тартылатынын хабарлады», «… деп уәде
//! берді», «Оның айтуынша, …».

use crate::article::Evidence;
use crate::language::grammar::Habit;
use crate::language::speech::{Form, Function, Noun, NounKind, Takes};

use super::Scan;
use crate::annotate::quotation::draft::Site;
use crate::annotate::quotation::view::REACH;

/// How many words can stand between the quotative and its word of saying.
const GAP: usize = 4;

impl Scan<'_> {
    /// The reported speech that the word of saying at this token closes.
    pub(super) fn last(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if !view.has(Habit::VerbLast) {
            return None;
        }
        if view.function(token) == Some(Function::CueNoun) {
            return self.source_before(token);
        }
        let cue = view.finite_cue(token, Takes::That).or_else(|| {
            let said = view.finite_cue(token, Takes::Direct);
            said.filter(|_| token + 1 >= self.sentence.end || view.is_stop(token + 1))
        })?;
        if cue.form == Form::Participle {
            return None;
        }
        let quotative = (token.saturating_sub(GAP).max(self.from)..token)
            .rev()
            .find(|&at| view.function(at) == Some(Function::Quotative));
        let end = quotative.unwrap_or(token);
        // «… тартылатынын хабарлады»: without «деп» the clause ends as a noun in the accusative.
        let is_clause = quotative.is_some()
            || cue.takes(Takes::Direct)
                && !cue.takes(Takes::Infinitive)
                && view.is_stop(token + 1)
                && view.looks_finite(end.checked_sub(1)?)
            || view.looks_dative(end.checked_sub(1)?);
        let start = self.after_subject(end);
        if !is_clause || view.words(start..end) < 2 {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..end, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::VerbAfter]);
        Some(token + 1)
    }

    /// Past the subject that opens the sentence: the first noun that can speak, name or pronoun.
    fn after_subject(&self, end: usize) -> usize {
        let view = self.view;
        for at in self.from..end.min(self.from + REACH / 4) {
            let sense = view.sense(at);
            let is_writing =
                |noun: Noun| noun.kind.is_document() && noun.kind != NounKind::ItsDocument;
            let speaks = sense.noun.is_some_and(|noun| !is_writing(noun));
            if speaks || sense.is_personal() {
                // A title before the name, or kin behind it.
                let more = (at + 1..end)
                    .take_while(|&at| view.is_capital(at) || view.sense(at).noun.is_some());
                return at + 1 + more.count();
            }
        }
        let name = (self.from..end).take_while(|&at| view.is_capital(at)).count();
        self.from + if name > 1 { name } else { 0 }
    }

    /// «Ауыл әкімінің айтуынша, …»
    fn source_before(&mut self, noun: usize) -> Option<usize> {
        let view = self.view;
        let from = self.from;
        if noun == from || view.word(noun + 1) != "," {
            return None;
        }
        let site = Site::Phrase { block: view.number, tokens: from..noun };
        self.around(from..noun + 2, noun, site, Evidence::AccordingTo)
    }
}
