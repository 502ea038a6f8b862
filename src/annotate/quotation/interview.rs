//! An interview whose questions are paragraphs of their own, with neither dash nor label: what stands
//! between two of them is the answer.

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};

use super::draft::{Draft, Site, Taken};
use super::paragraph::{is_in_first_person, is_paragraph};
use super::view::View;

/// Fewer questions than this may be the author's own.
const QUESTIONS: usize = 3;

/// How many words a question has at most.
const LONGEST: usize = 60;

/// The answers of an interview; nothing where the text is none.
pub(super) fn find(views: &[View], taken: &[Vec<Taken>]) -> Vec<Draft> {
    let questions: Vec<usize> =
        views.iter().filter(|view| is_question(view, taken)).map(|view| view.number).collect();
    let ends = questions.iter().skip(1).copied().chain(std::iter::once(views.len()));
    let answers: Vec<Range<usize>> = questions
        .iter()
        .zip(ends)
        .map(|(&question, next)| {
            let end = (question + 1..next).find(|&at| !is_answer(&views[at])).unwrap_or(next);
            question + 1..end
        })
        .filter(|answer| !answer.is_empty())
        .collect();
    let in_first_person = |view: &View| is_in_first_person(view, 0..view.len());
    let spoken = answers.iter().filter(|answer| in_first_person(&views[answer.start])).count();
    if answers.len() < QUESTIONS || 2 * spoken < answers.len() {
        return Vec::new();
    }
    answers
        .into_iter()
        .map(|answer| Draft {
            kind: QuoteKind::Direct,
            parts: answer.map(|at| (at, views[at].trimmed(0..views[at].len()))).collect(),
            cue: None,
            site: Site::Turn,
            because: vec![Evidence::SpeakerTurn],
        })
        .collect()
}

fn is_question(view: &View, taken: &[Vec<Taken>]) -> bool {
    let is_kind = is_paragraph(view) || view.block.kind == BlockKind::Heading && view.len() > 2;
    is_kind
        && view.word(view.len() - 1) == "?"
        && view.is_capital(0)
        && view.words(0..view.len()) <= LONGEST
        && taken[view.number].iter().all(|&taken| taken == Taken::Free)
}

/// Whether the paragraph can be part of an answer: it opens with neither a mark nor a dash.
fn is_answer(view: &View) -> bool {
    is_paragraph(view) && !view.is_quotation_mark(0) && !view.is_dash(0)
}
