//! A quotation as it is found, before its speaker is known.

use std::ops::Range;

use crate::article::{Evidence, QuoteKind};

/// A place: block and token.
pub(in crate::annotate) type Place = (usize, usize);

/// What a token belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::annotate) enum Taken {
    /// Nothing, or reported speech.
    Free,
    /// The words of a quotation in marks or after a dash.
    Speech,
    /// The author's words beside such a quotation.
    Author,
}

/// A quotation as it is found, before its speaker is known.
#[derive(Debug)]
pub(in crate::annotate) struct Draft {
    /// How the words are given.
    pub(in crate::annotate) kind: QuoteKind,
    /// The quoted words: block and tokens of each part.
    pub(in crate::annotate) parts: Vec<(usize, Range<usize>)>,
    /// The word of saying.
    pub(in crate::annotate) cue: Option<Place>,
    /// Where the speaker is named.
    pub(in crate::annotate) site: Site,
    /// The rules that found it.
    pub(in crate::annotate) because: Vec<Evidence>,
}

impl Draft {
    /// Where it begins.
    pub(in crate::annotate) fn start(&self) -> Place {
        self.parts.first().map_or((0, 0), |(block, tokens)| (*block, tokens.start))
    }

    /// Where it ends.
    pub(in crate::annotate) fn end(&self) -> Place {
        self.parts.last().map_or((0, 0), |(block, tokens)| (*block, tokens.end))
    }
}

/// Speech at a dash, and all of its paragraph that belongs to it, the author's words too.
#[derive(Debug)]
pub(in crate::annotate) struct Stretch {
    pub(in crate::annotate) draft: Draft,
    pub(in crate::annotate) tokens: Range<usize>,
}

/// Where the speaker of a quotation is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::annotate) enum Site {
    /// In the author's clause around the word of saying.
    Clause { block: usize, tokens: Range<usize>, cue: usize },
    /// In a clause that tells of whoever it may be, around its verb.
    Told { block: usize, tokens: Range<usize>, verb: usize },
    /// Before a colon, with no word of saying.
    Lead { block: usize, tokens: Range<usize> },
    /// Before a dash that stands for the verb of the words before, with its subject or what it is said of.
    Shared { block: usize, tokens: Range<usize> },
    /// A headline's label, that may name the source or not.
    Label { block: usize, tokens: Range<usize> },
    /// These words name the source and nothing else.
    Phrase { block: usize, tokens: Range<usize> },
    /// Nowhere near: it follows from what was said before.
    Turn,
}
