//! Speech after a dialogue dash: «– Мы готовы, – сказал он. – Начнём завтра.»

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};

use super::author;
use super::draft::{Draft, Site};
use super::view::View;

/// The speech of the paragraphs that open with a dash.
pub(super) fn find(views: &[View], taken: &[Vec<Range<usize>>]) -> Vec<Draft> {
    let mut found = Vec::new();
    // Whether the paragraph before was speech or led up to some.
    let mut expected = false;
    for view in views {
        let is_text = matches!(
            view.block.kind,
            BlockKind::Paragraph | BlockKind::Lead | BlockKind::Blockquote
        );
        if !is_text
            || view.len() < 3
            || !view.is_dash(0)
            || !view.is_word(1) && !view.is_quotation_mark(1)
        {
            expected = view.len() > 0 && view.word(view.len() - 1) == ":";
            continue;
        }
        if taken[view.number].iter().any(|range| range.start <= 2) {
            continue;
        }
        let cut = author::cut(view, 1..view.len());
        let Some(first) = cut.clauses.first() else {
            // A list item, or a turn of a dialogue: who speaks follows from the turns.
            let is_turn = view.is_capital(1) && view.is_stop(view.len() - 1)
                || expected && view.is_capital(1);
            if is_turn {
                found.push(Draft {
                    kind: QuoteKind::Direct,
                    parts: vec![(view.number, view.trimmed(1..view.len()))],
                    cue: None,
                    site: Site::Turn,
                    because: vec![Evidence::DialogueDash, Evidence::SpeakerTurn],
                });
            }
            expected = is_turn;
            continue;
        };
        let where_is_verb =
            if cut.parts.len() > 1 { Evidence::VerbBetween } else { Evidence::VerbAfter };
        found.push(Draft {
            kind: QuoteKind::Direct,
            cue: Some((view.number, first.cue)),
            site: Site::Clause { block: view.number, tokens: first.tokens.clone(), cue: first.cue },
            because: vec![Evidence::DialogueDash, where_is_verb],
            parts: cut
                .parts
                .into_iter()
                .map(|part| (view.number, view.trimmed(part)))
                .filter(|(_, part)| !part.is_empty())
                .collect(),
        });
        expected = true;
    }
    found
}
