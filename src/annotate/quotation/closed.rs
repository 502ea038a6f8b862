//! Paragraphs of speech that no mark opens and a dash with a word of saying closes: «Мы готовы. Начнём завтра, –
//! сказал он.»

use std::ops::Range;

use crate::article::{Evidence, QuoteKind};
use crate::language::speech::Function;

use super::author::{self, Clause};
use super::draft::{Draft, Site, Stretch, Taken};
use super::paragraph;
use super::view::{REACH, View};

/// Fewer words than these before the dash are a caption or a lead-in.
const SHORTEST: usize = 3;

/// How many tokens a template can leave before the dash.
const LEFT: usize = 4;

/// The speech of the paragraphs that a dash and a word of saying close. A text that leaves the marks out once does
/// so again: there several sentences are speech in anybody's person.
pub(super) fn find(views: &[View], taken: &[Vec<Taken>]) -> Vec<Stretch> {
    let closed: Vec<Closed> =
        views.iter().filter_map(|view| Closed::read(view, &taken[view.number])).collect();
    let leaves_out = closed.iter().any(Closed::is_own);
    closed
        .into_iter()
        .filter(|closed| closed.is_own() || leaves_out && closed.is_long())
        .map(Closed::stretch)
        .collect()
}

/// A paragraph that a dash and a word of saying close.
struct Closed<'a> {
    view: &'a View<'a>,
    /// What stands before the dash.
    said: Range<usize>,
    clause: Clause,
}

impl<'a> Closed<'a> {
    fn read(view: &'a View<'a>, taken: &[Taken]) -> Option<Self> {
        let opens = view.is_capital(0) && paragraph::is_paragraph(view);
        if !opens || taken.iter().any(|&taken| taken != Taken::Free) {
            return None;
        }
        let (end, clause) = clause(view)?;
        let said = view.trimmed(0..end);
        let is_speech = view.words(said.clone()) > SHORTEST && !is_told(view, said.clone());
        is_speech.then_some(Self { view, said, clause })
    }

    /// Whether somebody speaks of himself or to somebody, asks or cries.
    fn is_own(&self) -> bool {
        let last = self.view.word(self.said.end - 1);
        matches!(last, "?" | "!") || paragraph::is_in_first_person(self.view, self.said.clone())
    }

    /// Whether it is more than one sentence.
    fn is_long(&self) -> bool {
        self.view.sentence(self.said.end - 1).start > self.said.start
    }

    fn stretch(self) -> Stretch {
        let Self { view, said, clause } = self;
        let draft = Draft {
            kind: QuoteKind::Direct,
            cue: Some((view.number, clause.cue)),
            site: Site::Clause { block: view.number, tokens: clause.tokens, cue: clause.cue },
            because: vec![Evidence::DialogueDash, Evidence::VerbAfter],
            parts: vec![(view.number, said)],
        };
        Stretch { draft, tokens: 0..view.len() }
    }
}

/// The author's clause that closes the paragraph, and the token up to which the speech goes.
fn clause(view: &View) -> Option<(usize, Clause)> {
    let first = view.len().saturating_sub(REACH).max(1);
    let dash = (first..view.len()).rev().find(|&at| author::is_parting(view, at))?;
    let clause = author::clause_behind(view, dash, view.len())?;
    let closes = view.without_stop(clause.tokens.clone()).end + 1 >= view.len();
    // «Наш мастер – Пётр – сказал, что …»: the dash parts the subject from its verb.
    if clause.tokens.clone().any(|at| view.function(at) == Some(Function::That)) {
        return None;
    }
    // «…|автор=– сказал он»: what is left of a wiki's template.
    let bar = (dash.saturating_sub(LEFT)..dash).rev().find(|&at| view.word(at) == "|");
    closes.then_some((bar.unwrap_or(dash), clause))
}

/// Whether the last sentence of the speech has a word of saying that tells «что» itself: then the author tells it.
fn is_told(view: &View, said: Range<usize>) -> bool {
    let start = view.sentence(said.end - 1).start.max(said.start);
    (start..said.end).any(|at| {
        view.function(at) == Some(Function::That)
            && (start..at).rev().take(REACH / 4).any(|at| view.is_sure_cue(at))
    })
}
