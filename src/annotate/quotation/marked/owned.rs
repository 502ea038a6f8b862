//! Fragments behind a noun of saying with whose saying it is: «слова министра о «…»», «фраза тренера «…»».

use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::indirect::according;
use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Case, Function, NounKind, Takes};

use super::{Found, Reader};
use crate::annotate::quotation::view::REACH;

/// How many words a thing's name can have.
const THING: usize = 2;

/// How many tokens the name of whoever says so can have.
const OWNER: usize = 8;

impl Reader<'_> {
    /// What somebody promises or threatens to do, told by a noun: «мэр прославился угрозой «отключить свет»».
    fn promised(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let noun = open.checked_sub(1)?;
        let first = self.marked().runs[0].1.start;
        let is_oblique = view.looks_instrumental(noun) || noun > 0 && view.is_preposition(noun - 1);
        let is_promise = view.function(noun) == Some(Function::Saying)
            && view.is_lower(first)
            && view.looks_infinitive(first)
            && self.word_count() > 1;
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        let verb = (start..noun).rev().find(|&at| view.looks_finite(at));
        verb.filter(|_| is_promise && is_oblique).map(|cue| {
            Found::alone(Draft {
                kind: QuoteKind::Partial,
                parts: self.parts(),
                cue: Some((block, noun)),
                site: Site::Clause { block, tokens: start..open, cue },
                because: vec![Evidence::QuotationMarks, Evidence::VerbBefore],
            })
        })
    }

    /// The fragment as the words of whom a noun of saying before it names.
    pub(super) fn owned(&self) -> Option<Found> {
        if let Some(found) = self.promised() {
            return Some(found);
        }
        let (block, open) = self.marked().open;
        let view = self.view();
        let preposition = open > 0 && view.is_preposition(open - 1);
        let end = open - usize::from(preposition);
        let start = view.sentence(open).start.max(end.saturating_sub(OWNER + 1));
        let noun = (start..end).rev().find(|&at| {
            // «заявление мэра о «…»», but not «аккаунт певца за «…»»
            let tells = !preposition || view.function(open - 1) == Some(Function::About);
            tells && view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::ItsDocument)
                || matches!(
                    view.function(at),
                    Some(
                        Function::Saying
                            | Function::Thought
                            | Function::News
                            | Function::Words
                            | Function::Request
                            | Function::Inscription
                    )
                )
        })?;
        // «последними словами лётчика были «…»»
        let opens = (start..noun)
            .rev()
            .find(|&at| !view.is_oblique_adjective(at) && !view.is_adjective(at))
            .is_none_or(|at| !view.is_word(at) || view.function(at) == Some(Function::That));
        let is_said =
            end > noun + 1 && opens && view.looks_finite(end - 1) && view.looks_instrumental(noun);
        let end = end - usize::from(is_said);
        let owner = noun + 1..end;
        let is_name = owner.clone().all(|at| {
            view.is_word(at)
                && !view.looks_finite(at)
                && view.cue(at).is_none()
                && !view.is_preposition(at)
                && !matches!(view.function(at), Some(Function::That | Function::As))
        });
        // «пишут на своей странице участники движения «…»»: they are the verb's subject.
        let is_subject = view
            .sense(owner.start)
            .noun
            .is_some_and(|noun| noun.kind.is_human() && !noun.is_in(Case::Genitive));
        // «назвали слова министра «…»»: the words are what they are called.
        let sentence = view.sentence(open).start.max(noun.saturating_sub(REACH));
        // «уточнили, что слова министра «вырваны из контекста»»: what is told of the words.
        let is_told = noun > sentence
            && (view.function(noun - 1) == Some(Function::That) || view.word(noun - 1) == ",")
            && !view.is_word(self.marked().close.1 + 1)
            && (sentence..noun).any(|at| view.is_sure_cue(at) || according::at(view, at).is_some());
        let is_judged = !preposition
            && (is_told || (sentence..noun).any(|at| view.finite_cue(at, Takes::Name).is_some()));
        let is_somebody = owner.clone().any(|at| {
            let human = |at: usize| {
                view.sense(at)
                    .noun
                    .is_some_and(|noun| !noun.kind.is_document() && noun.is_in(Case::Genitive))
            };
            // «под крики собравшихся»
            let is_group = owner.len() == 1 && view.is_oblique_adjective(at);
            view.is_capital(at) || human(at) || is_group
        });
        let first = self.marked().runs[0].1.start;
        // «фраза министра «Денег нет»»: right behind the owner nothing but the words can stand, unless they are a name's.
        // «плакат студентов «Наука по наследству»»
        let is_sign =
            view.function(noun) == Some(Function::Inscription) && self.word_count() > THING;
        let is_said = view.is_lower(first) || !preposition && (self.is_utterance() || is_sign);
        // «под крики толпы «Позор!»»
        let is_cried = view.function(noun) == Some(Function::Inscription)
            && self.marked().runs[0].1.clone().next_back().is_some_and(|last| view.is_stop(last));
        let is_several = self.word_count() > 1 || is_cried;
        (is_name && !is_subject && !is_judged && is_somebody && is_said && is_several).then(|| {
            Found::alone(Draft {
                kind: QuoteKind::Partial,
                parts: self.parts(),
                cue: Some((block, noun)),
                site: Site::Phrase { block, tokens: owner },
                because: vec![Evidence::QuotationMarks, Evidence::AccordingTo],
            })
        })
    }
}
