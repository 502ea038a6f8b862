//! Speech after a dialogue dash: «– Мы готовы, – сказал он. – Начнём завтра.»

use std::ops::Range;

use crate::annotate::person::People;
use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Form, Function, Takes};

use super::author::{self, Cut};
use super::draft::{Draft, Site, Stretch};
use super::view::{REACH, View};

/// A name with its post before a colon is no longer, in tokens.
const LABEL: usize = 20;

/// A paragraph that opens with a dash.
struct Line<'a> {
    view: &'a View<'a>,
    /// Where the speech starts: behind the dash, or behind the one that answers a question.
    start: usize,
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
        let last = view.len() - 1;
        view.is_capital(1) && (view.is_stop(last) || view.is_quotation_mark(last))
    }

    /// Whether it is an utterance with a verb, which hardly any item of a list has.
    fn is_told(&self) -> bool {
        let view = self.view;
        let is_told = |at: usize| view.looks_finite(at);
        self.is_utterance()
            && (view.speech().looks_finite(view.block.folded(1))
                || (2..view.len().min(REACH)).any(is_told))
    }

    /// Whether somebody speaks of himself or to somebody.
    fn is_in_first_person(&self) -> bool {
        let view = self.view;
        (1..view.len().min(REACH)).any(|at| view.function(at) == Some(Function::FirstPerson))
    }
}

/// The speech of the paragraphs that open with a dash.
pub(super) fn find(views: &[View], people: &People, taken: &[Vec<Range<usize>>]) -> Vec<Stretch> {
    let mut runs: Vec<Vec<Line>> = Vec::new();
    let mut last = None;
    for view in views.iter().filter(|view| opens_with_dash(view, taken)) {
        let start = 1 + asked(view);
        let line = Line { view, start, cut: author::cut(view, start..view.len()) };
        let goes_on = last.replace(view.number).is_some_and(|last| last + 1 == view.number);
        match runs.last_mut().filter(|_| goes_on) {
            Some(run) => run.push(line),
            None => runs.push(vec![line]),
        }
    }
    // A text that sets speech off by dashes does so again.
    let sets_off = runs.iter().flatten().any(|line| !line.cut.clauses.is_empty());
    // Where a paragraph before a line asks something, lines that stand alone are answers.
    let is_interview = runs.iter().any(|run| {
        let before = run[0].view.number.checked_sub(1).map(|before| &views[before]);
        before.is_some_and(|view| {
            !view.is_dash(0) && view.len().checked_sub(1).is_some_and(|last| view.word(last) == "?")
        })
    });
    let mut found = Vec::new();
    for run in &runs {
        let announced =
            announcement(views, people, run[0].view.number).or_else(|| told(views, run));
        let is_conversation = announced.is_some()
            || run.iter().any(|line| !line.cut.clauses.is_empty() || line.is_question())
            || sets_off && run.iter().all(Line::is_told)
            || is_interview && run.len() == 1;
        read(run, announced.as_ref(), is_conversation, &mut found);
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

/// How far the question goes that opens the paragraph, where an answer stands behind it: «– А дети? – Дети
/// ходят пешком, – ответила она.»
fn asked(view: &View) -> usize {
    let question = (2..view.len().min(REACH)).find(|&at| view.is_stop(at) || view.is_dash(at));
    question
        .filter(|&at| {
            view.word(at) == "?"
                && view.is_dash(at + 1)
                && view.is_capital(at + 2)
                && author::clause_behind(view, at + 1, view.len()).is_none()
        })
        .map_or(0, |at| at + 1)
}

/// The clause with a word of saying that ends the paragraph before in a colon, or somebody's name or trade that it is
/// all of.
fn announcement(views: &[View], people: &People, number: usize) -> Option<Site> {
    let (before, colon) = views[number].announced_by(views)?;
    let start = before.sentence(colon).start.max(colon.saturating_sub(REACH));
    let block = before.number;
    let cue = (start..colon).rev().find(|&at| before.finite_cue(at, Takes::Direct).is_some());
    if let Some(cue) = cue {
        return Some(Site::Clause { block, tokens: start..colon, cue });
    }
    let is_name = |at: usize| people.mention_at(block, before.block.tokens[at].start).is_some();
    let is_trade = before.sense(0).is_human();
    let tells = (0..colon).any(|at| before.looks_finite(at));
    if colon <= LABEL && !tells && (is_trade || is_name(0)) {
        return Some(Site::Lead { block, tokens: 0..colon });
    }
    // «Фермер Пётр Ильин смотрит на вещи мрачнее:»
    let is_person = |at: usize| before.sense(at).is_personal() || is_name(at);
    (tells && (start..colon.min(start + LABEL)).any(is_person))
        .then_some(Site::Lead { block, tokens: start..colon })
}

/// The sentence that ends the paragraph before where it has a word of saying, «О планах рассказал мэр Пётр Ильин.», and
/// paragraphs that are no items of a list follow.
fn told(views: &[View], run: &[Line]) -> Option<Site> {
    let view = run.first()?.view;
    let before = &views[view.number.checked_sub(1)?];
    let last = before.len().checked_sub(1).filter(|&last| before.is_stop(last))?;
    let start = before.sentence(last).start.max(last.saturating_sub(REACH));
    let tells = |&at: &usize| {
        before
            .finite_cue(at, Takes::Direct)
            .is_some_and(|cue| !cue.takes(Takes::Loose) && cue.form != Form::Place)
    };
    let cue = (start..last).rev().find(tells)?;
    // «О том, что изменилось, рассказала учительница.»
    let is_about = before.function(start) == Some(Function::About);
    let is_told = (start..last).any(|at| {
        before.function(at) == Some(Function::That) && !is_about
            || before.is_quotation_mark(at)
            || before.word(at) == ":"
    });
    let is_speech = run.iter().all(Line::is_told);
    let is_paragraph = matches!(before.block.kind, BlockKind::Paragraph | BlockKind::Lead);
    (is_paragraph && is_speech && !is_told && !before.is_dash(0)).then_some(Site::Clause {
        block: before.number,
        tokens: start..last,
        cue,
    })
}

/// The speech of consecutive paragraphs: a conversation where somebody asks or the author speaks in
/// between, and otherwise a list.
fn read(run: &[Line], announced: Option<&Site>, is_conversation: bool, found: &mut Vec<Stretch>) {
    for (at, line) in run.iter().enumerate() {
        if let Some(stretch) = line.cut.stretch(line.view, 0) {
            found.push(stretch);
            continue;
        }
        // Behind a question and an answer with the author's words it is the asker's.
        let is_next = at > 1 && run[at - 2..at].iter().all(|line| !line.cut.clauses.is_empty());
        let is_alone = at == 0 && run.len() == 1 && announced.is_none();
        let asks = line.is_question() && (at + 1 < run.len() && !is_next || is_alone);
        if !asks && line.is_utterance() && (is_conversation || line.is_in_first_person()) {
            let draft = turn(line.view, line.start);
            let draft = match announced {
                Some(site) if at == 0 => introduced(draft, site.clone()),
                _ => draft,
            };
            found.push(Stretch { draft, tokens: 0..line.view.len() });
        }
    }
}

/// The turn with the speaker whom the paragraph before announces.
fn introduced(draft: Draft, site: Site) -> Draft {
    let (cue, place) = match site {
        Site::Clause { block, cue, .. } => (Some((block, cue)), Evidence::VerbBefore),
        _ => (None, Evidence::Colon),
    };
    Draft { cue, site, because: vec![Evidence::DialogueDash, place], ..draft }
}

/// A paragraph of speech with no word of the author's: who speaks follows from the turns.
fn turn(view: &View, start: usize) -> Draft {
    Draft {
        kind: QuoteKind::Direct,
        parts: vec![(view.number, view.trimmed(start..view.len()))],
        cue: None,
        site: Site::Turn,
        because: vec![Evidence::DialogueDash, Evidence::SpeakerTurn],
    }
}
