//! A word or words that can name a speaker, and what they are.

use std::ops::Range;

use crate::annotate::text::Shape;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::Attributor;

/// A word or words that can name a speaker.
pub(super) struct Candidate {
    pub(super) who: Who,
    /// The case in which the words stand.
    pub(super) case: Case,
    pub(super) block: usize,
    pub(super) tokens: Range<usize>,
}

/// What a candidate is.
pub(super) enum Who {
    /// The person of this place in the list.
    Person(usize),
    /// A noun and what belongs to it: the token of the noun, and the form of its verb.
    Noun(usize, Form),
    /// A name that is no person's.
    Name,
    /// A noun on no list, and the form of its verb.
    Unlisted(Form),
    /// A pronoun of this agreement.
    Pronoun(Form),
}

impl Attributor<'_> {
    /// Whether it is a noun for a body whose nominative is its accusative: «фестиваль», «агентство».
    pub(super) fn may_be_object(&self, found: &Candidate) -> bool {
        let noun = |head: usize| self.views[found.block].sense(head).noun;
        matches!(found.who, Who::Noun(head, _) if noun(head).is_some_and(|noun| {
            noun.kind == NounKind::Institution && noun.gender != Form::Feminine
        }))
    }

    /// Whether the one right behind this verb is asked and no subject: «и просит суд допросить свидетеля».
    pub(super) fn is_requested(&self, cue: usize, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        let behind = found.tokens.end;
        let asked = behind + usize::from(view.function(behind) == Some(Function::Not));
        view.cue(cue).is_some_and(|cue| cue.takes(Takes::Infinitive))
            && view.looks_infinitive(asked)
            && self.may_be_object(found)
    }

    /// Whether the words are an institution's and read the same in each case: «РБК».
    pub(super) fn is_caseless(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        match found.who {
            Who::Noun(head, _) => view.sense(head).noun.is_some_and(|noun| {
                noun.kind == NounKind::Institution && noun.gender == Form::Singular
            }),
            Who::Name => {
                view.block.tokens[found.tokens.start].shape == Shape::Upper
                    || view.block.folded(found.tokens.start).is_ascii()
                    || view.is_quotation_mark(found.tokens.start)
                    // ''Заря'': a wiki's italics.
                    || found.tokens.start.checked_sub(1).is_some_and(|at| view.word(at) == "'")
            }
            _ => false,
        }
    }

    /// Whether the words have a noun for a body.
    pub(super) fn is_body(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| noun.kind == NounKind::Institution))
    }

    /// Whether the words are a writing's.
    pub(super) fn is_writing(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| noun.kind.is_document()))
    }

    /// Whether the words' noun can stand in the genitive as well: «программы».
    pub(super) fn may_be_genitive(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        matches!(found.who, Who::Noun(head, _) if view.sense(head).noun.is_some_and(|noun| noun.is_in(Case::Genitive)))
    }

    /// Whether the words are a human being's.
    pub(super) fn is_human(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        match found.who {
            Who::Person(_) => true,
            Who::Noun(head, _) => view.sense(head).noun.is_some_and(|noun| noun.kind.is_human()),
            _ => false,
        }
    }
}
