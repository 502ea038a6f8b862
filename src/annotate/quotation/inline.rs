//! Speech that a dash opens inside a paragraph: «Мэр вышел к людям. – Мы готовы, – сказал он.», «Мэр сказал: –
//! Мы готовы.»

use crate::article::{Evidence, QuoteKind};
use crate::language::speech::Takes;

use super::author;
use super::draft::{Draft, Site, Stretch, Taken};
use super::paragraph::{is_in_first_person, is_paragraph};
use super::view::{REACH, View};

/// How far behind the dash the author's words may stand, in tokens.
const FAR: usize = 4 * REACH;

/// The speech that dashes open inside paragraphs, where nothing is taken yet.
pub(super) fn find(views: &[View], taken: &[Vec<Taken>]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for view in views.iter().filter(|view| is_paragraph(view)) {
        let mut from = 1;
        while let Some(dash) = (from..view.len()).find(|&at| opens(view, at, &taken[view.number])) {
            let is_announced = view.word(dash - 1) == ":";
            let speech = if is_announced { after_colon(view, dash) } else { said(view, dash) };
            from = speech.as_ref().map_or(dash + 1, |speech| speech.tokens.end.max(dash + 1));
            found.extend(speech);
        }
    }
    found
}

/// Whether this token is a dash behind a sentence's end or a colon, with a capital behind it.
fn opens(view: &View, dash: usize, taken: &[Taken]) -> bool {
    view.is_dash(dash)
        && view.is_capital(dash + 1)
        && (view.is_stop(dash - 1) || view.word(dash - 1) == ":")
        && taken[dash - 1..=dash + 1].iter().all(|&taken| taken == Taken::Free)
}

/// Speech with the author's words behind it or inside: they must follow where no colon announces it.
fn said(view: &View, dash: usize) -> Option<Stretch> {
    let near = author::cut(view, dash + 1..view.len().min(dash + FAR));
    view.cue(near.clauses.first()?.cue)?;
    author::cut(view, dash + 1..view.len()).stretch(view, dash)
}

/// Speech behind a colon: a word of saying stands before it, or somebody who can speak; it goes on to the
/// paragraph's end.
fn after_colon(view: &View, dash: usize) -> Option<Stretch> {
    let colon = dash - 1;
    let start = view.sentence(colon).start.max(colon.saturating_sub(REACH));
    let cue = (start..colon).rev().find(|&at| view.finite_cue(at, Takes::Direct).is_some());
    if let Some(said) = said(view, dash) {
        return Some(Stretch { tokens: start..said.tokens.end, ..said });
    }
    let content = view.trimmed(dash + 1..view.len());
    let last = view.word(view.len() - 1);
    let near = content.start..content.end.min(content.start + REACH);
    let is_utterance = matches!(last, "!" | "?")
        || is_in_first_person(view, near.clone())
        || near.clone().any(|at| view.looks_finite(at));
    let is_somebody = |at: usize| view.is_capital(at) && at > start || view.sense(at).is_human();
    let block = view.number;
    let (site, place) = match cue {
        Some(cue) => (Site::Clause { block, tokens: start..colon, cue }, Evidence::VerbBefore),
        None if is_utterance && (start..colon).any(is_somebody) => {
            (Site::Lead { block, tokens: start..colon }, Evidence::Colon)
        }
        None => return None,
    };
    let draft = Draft {
        kind: QuoteKind::Direct,
        parts: vec![(block, content)],
        cue: cue.map(|cue| (block, cue)),
        site,
        because: vec![Evidence::DialogueDash, place],
    };
    Some(Stretch { draft, tokens: start..view.len() })
}
