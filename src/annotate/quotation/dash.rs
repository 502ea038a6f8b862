//! Speech after a dialogue dash: «– Мы готовы, – сказал он. – Начнём завтра.»

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Form, Function, Takes};

use super::author::{self, Cut};
use super::draft::{Draft, Site};
use super::view::{REACH, View};

/// A paragraph that opens with a dash.
struct Line<'a> {
    view: &'a View<'a>,
    cut: Cut,
}

impl Line<'_> {
    /// The question of a conversation: who asks is not said.
    fn is_question(&self) -> bool {
        self.cut.clauses.is_empty() && self.view.word(self.view.len() - 1) == "?"
    }

    /// Whether it reads as an utterance and not as the item of a list.
    fn is_utterance(&self) -> bool {
        let view = self.view;
        view.is_capital(1) && view.is_stop(view.len() - 1)
    }

    /// Whether somebody speaks of himself or to somebody.
    fn is_in_first_person(&self) -> bool {
        let view = self.view;
        (1..view.len().min(REACH)).any(|at| view.function(at) == Some(Function::FirstPerson))
    }
}

/// The speech of the paragraphs that open with a dash.
pub(super) fn find(views: &[View], taken: &[Vec<Range<usize>>]) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    for (number, view) in views.iter().enumerate() {
        if opens_with_dash(view, taken) {
            run.push(Line { view, cut: author::cut(view, 1..view.len()) });
        }
        let goes_on = views.get(number + 1).is_some_and(|next| opens_with_dash(next, taken));
        if !goes_on && !run.is_empty() {
            let announced = announcement(views, run[0].view.number).or_else(|| told(views, &run));
            read(&run, announced.as_ref(), &mut found);
            run.clear();
        }
    }
    found
}

fn opens_with_dash(view: &View, taken: &[Vec<Range<usize>>]) -> bool {
    matches!(view.block.kind, BlockKind::Paragraph | BlockKind::Lead | BlockKind::Blockquote)
        && view.len() > 2
        && view.is_dash(0)
        && (view.is_word(1) || view.is_quotation_mark(1))
        && taken[view.number].first().is_none_or(|range| range.start > 2)
}

/// The clause with a word of saying that ends the paragraph before in a colon.
fn announcement(views: &[View], number: usize) -> Option<Site> {
    let (before, colon) = views[number].announced_by(views)?;
    let start = before.sentence(colon).start.max(colon.saturating_sub(REACH));
    let cue = (start..colon).rev().find(|&at| before.finite_cue(at, Takes::Direct).is_some())?;
    Some(Site::Clause { block: before.number, tokens: start..colon, cue })
}

/// The sentence that ends the paragraph before where it has a word of saying, «О планах рассказал мэр Пётр Ильин.», and
/// one paragraph that is no item of a list follows.
fn told(views: &[View], run: &[Line]) -> Option<Site> {
    let [line] = run else { return None };
    let view = line.view;
    let before = &views[view.number.checked_sub(1)?];
    let last = before.len().checked_sub(1).filter(|&last| before.is_stop(last))?;
    let start = before.sentence(last).start.max(last.saturating_sub(REACH));
    let tells = |&at: &usize| {
        before
            .finite_cue(at, Takes::Direct)
            .is_some_and(|cue| !cue.takes(Takes::Loose) && cue.form != Form::Place)
    };
    let cue = (start..last).rev().find(tells)?;
    let is_told = (start..last).any(|at| {
        before.function(at) == Some(Function::That)
            || before.is_quotation_mark(at)
            || before.word(at) == ":"
    });
    let is_speech = (1..view.len().min(REACH)).any(|at| view.looks_finite(at));
    let is_paragraph = matches!(before.block.kind, BlockKind::Paragraph | BlockKind::Lead);
    (is_paragraph && is_speech && !is_told && !before.is_dash(0)).then_some(Site::Clause {
        block: before.number,
        tokens: start..last,
        cue,
    })
}

/// The speech of consecutive paragraphs: a conversation where somebody asks or the author speaks in
/// between, and otherwise a list.
fn read(run: &[Line], announced: Option<&Site>, found: &mut Vec<Draft>) {
    let is_conversation = announced.is_some()
        || run.iter().any(|line| !line.cut.clauses.is_empty() || line.is_question());
    for (at, line) in run.iter().enumerate() {
        let Some(first) = line.cut.clauses.first() else {
            let asks = line.is_question() && at + 1 < run.len();
            if !asks && line.is_utterance() && (is_conversation || line.is_in_first_person()) {
                let draft = turn(line.view);
                found.push(match announced {
                    Some(site) if at == 0 => introduced(draft, site.clone()),
                    _ => draft,
                });
            }
            continue;
        };
        let block = line.view.number;
        let where_is_verb =
            if line.cut.parts.len() > 1 { Evidence::VerbBetween } else { Evidence::VerbAfter };
        let parts = line.cut.parts.iter().map(|part| (block, line.view.trimmed(part.clone())));
        found.push(Draft {
            kind: QuoteKind::Direct,
            cue: Some((block, first.cue)),
            site: Site::Clause { block, tokens: first.tokens.clone(), cue: first.cue },
            because: vec![Evidence::DialogueDash, where_is_verb],
            parts: parts.filter(|(_, part)| !part.is_empty()).collect(),
        });
    }
}

/// The turn with the speaker whom the paragraph before announces.
fn introduced(draft: Draft, site: Site) -> Draft {
    let Site::Clause { block, cue, .. } = site else { return draft };
    let because = vec![Evidence::DialogueDash, Evidence::VerbBefore];
    Draft { cue: Some((block, cue)), site, because, ..draft }
}

/// A paragraph of speech with no word of the author's: who speaks follows from the turns.
fn turn(view: &View) -> Draft {
    Draft {
        kind: QuoteKind::Direct,
        parts: vec![(view.number, view.trimmed(1..view.len()))],
        cue: None,
        site: Site::Turn,
        because: vec![Evidence::DialogueDash, Evidence::SpeakerTurn],
    }
}
