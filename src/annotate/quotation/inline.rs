//! Speech that a dash opens inside a paragraph: «Мэр вышел к людям. – Мы готовы, – сказал он.», «Мэр сказал: –
//! Мы готовы.»

use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Case, Takes};

use super::author::{self, Cut};
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
            let speech = after_colon(view, dash).or_else(|| after_sentence(view, dash));
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

/// Speech behind a sentence's end: the author's words with a word of saying must follow it.
fn after_sentence(view: &View, dash: usize) -> Option<Stretch> {
    said(view, dash).filter(|_| view.word(dash - 1) != ":")
}

/// Speech with the author's words behind it or inside.
fn said(view: &View, dash: usize) -> Option<Stretch> {
    let near = author::cut(view, dash + 1..view.len().min(dash + FAR));
    view.cue(near.clauses.first()?.cue)?;
    let Cut { parts, clauses } = author::cut(view, dash + 1..view.len());
    let first = clauses.first()?;
    let place = if parts.len() > 1 { Evidence::VerbBetween } else { Evidence::VerbAfter };
    let end = clauses.last()?.tokens.end.max(parts.last()?.end);
    let parts = parts.into_iter().map(|part| view.trimmed(part)).filter(|part| !part.is_empty());
    let draft = Draft {
        kind: QuoteKind::Direct,
        parts: parts.map(|part| (view.number, part)).collect(),
        cue: Some((view.number, first.cue)),
        site: Site::Clause { block: view.number, tokens: first.tokens.clone(), cue: first.cue },
        because: vec![Evidence::DialogueDash, place],
    };
    (!draft.parts.is_empty()).then_some(Stretch { draft, tokens: dash..end })
}

/// Speech behind a colon: a word of saying stands before it, or somebody who can speak; it goes on to the
/// paragraph's end.
fn after_colon(view: &View, dash: usize) -> Option<Stretch> {
    let colon = dash.checked_sub(1).filter(|&colon| view.word(colon) == ":")?;
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
    let is_somebody = |at: usize| {
        view.is_capital(at) && at > start
            || view
                .sense(at)
                .noun
                .is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative))
    };
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
