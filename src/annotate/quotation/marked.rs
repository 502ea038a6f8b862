//! Speech in quotation marks, told from names, titles and irony.

mod colon;
mod fragment;
mod governing;
mod headed;
mod inscribed;
mod introduced;
mod list;
mod owned;
mod reported;
mod terms;
mod verb;
mod words;

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::grammar::Habit;
use crate::language::speech::Function;

use super::author::{self, Clause};
use super::draft::{Draft, Site};
use super::indirect::according;
use super::marks::Marked;
use super::view::{REACH, View};
pub(super) use fragment::WHOLE;
use terms::Terms;

/// A name in quotation marks has at most this many words; longer ones are titles with a noun before.
const LONGEST_NAME: usize = 6;

/// How many tokens a speaker's name and post behind the words can have.
const SIGNATURE: usize = 16;

/// What the quotation marks of a text hold.
pub(super) struct Speech {
    /// What is said.
    pub(super) drafts: Vec<Draft>,
    /// What is said by whomever, unless it stands in reported speech.
    pub(super) unsourced: Vec<Draft>,
    /// By block, the tokens of the speech, in order.
    pub(super) taken: Vec<Vec<Range<usize>>>,
    /// By block, the tokens of the author's clauses beside it, in order.
    pub(super) author: Vec<Vec<Range<usize>>>,
}

/// The speech among what stands in quotation marks.
pub(super) fn find(views: &[View], marks: &[Marked]) -> Speech {
    let nothing = vec![Vec::new(); views.len()];
    let mut speech = Speech {
        drafts: Vec::new(),
        unsourced: Vec::new(),
        taken: nothing.clone(),
        author: nothing,
    };
    let terms = Terms::of(views, marks);
    let mut at = 0;
    while at < marks.len() {
        let reader = Reader { views, marks, terms: &terms, at, before: speech.drafts.last() };
        let Some(found) = reader.read() else {
            speech.unsourced.extend(reader.unsourced());
            at += 1;
            continue;
        };
        for (block, tokens) in &found.draft.parts {
            speech.taken[*block].push(tokens.clone());
        }
        if let Some((block, tokens)) = found.author {
            speech.author[block].push(tokens);
        }
        at += found.marks;
        let goes_on = found.draft.site == Site::Turn && speech.goes_on(views, &found.draft);
        match speech.drafts.last_mut() {
            Some(last) if goes_on => last.parts.extend(found.draft.parts),
            _ => speech.drafts.push(found.draft),
        }
    }
    for taken in &mut speech.taken {
        taken.sort_by_key(|range| range.start);
    }
    speech
}

impl Speech {
    /// Whether the words go on with what the last quotation says: nothing stands between the two, or
    /// in one paragraph the author's clause alone.
    fn goes_on(&self, views: &[View], next: &Draft) -> bool {
        let Some(last) = self.drafts.last() else { return false };
        let ((block, end), (next_block, start)) = (last.end(), next.start());
        if last.kind != QuoteKind::Direct {
            return false;
        }
        let is_silent = |view: &View, tokens: Range<usize>| view.words(tokens) == 0;
        if block == next_block {
            let clause = self.author[block].last().map_or(0, |clause| clause.end);
            let from = end.max(clause);
            return from <= start && is_silent(&views[block], from..start);
        }
        block + 1 == next_block
            && is_silent(&views[block], end..views[block].len())
            && is_silent(&views[next_block], 0..start)
    }
}

/// A quotation, how many pairs of marks it takes, and the author's clause after it.
struct Found {
    draft: Draft,
    marks: usize,
    author: Option<(usize, Range<usize>)>,
}

impl Found {
    /// A quotation of one pair of marks, with no author's clause after it.
    const fn alone(draft: Draft) -> Self {
        Self { draft, marks: 1, author: None }
    }
}

/// One pair of marks and what stands around it.
struct Reader<'a> {
    views: &'a [View<'a>],
    marks: &'a [Marked],
    terms: &'a Terms,
    at: usize,
    before: Option<&'a Draft>,
}

impl<'a> Reader<'a> {
    fn marked(&self) -> &'a Marked {
        &self.marks[self.at]
    }

    fn view(&self) -> &'a View<'a> {
        &self.views[self.marked().open.0]
    }

    fn read(&self) -> Option<Found> {
        self.with_author_inside()
            .or_else(|| self.pointed_at())
            .or_else(|| self.with_clause_after())
            .or_else(|| self.signed())
            .or_else(|| self.headed())
            .or_else(|| self.after_colon())
            .or_else(|| self.after_verb())
            .or_else(|| self.before_verb())
            .or_else(|| self.alone())
            .or_else(|| self.fragment())
    }

    /// All that stands between the marks, without marks at its edges that only part it off.
    fn parts(&self) -> Vec<(usize, Range<usize>)> {
        self.marked()
            .runs
            .iter()
            .map(|(block, tokens)| (*block, self.views[*block].trimmed(tokens.clone())))
            .filter(|(_, tokens)| !tokens.is_empty())
            .collect()
    }

    /// «…, – сказал он. – …»: the author's words stand inside the marks.
    fn with_author_inside(&self) -> Option<Found> {
        let [(block, tokens), rest @ ..] = self.marked().runs.as_slice() else { return None };
        let view = self.view();
        let cut = author::cut(view, tokens.clone());
        let first = cut.clauses.first()?;
        let own = cut.parts.iter().map(|part| (*block, part.clone()));
        let parts: Vec<_> = own
            .chain(rest.iter().cloned())
            .map(|(block, part)| (block, self.views[block].trimmed(part)))
            .filter(|(_, part)| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return None;
        }
        let evidence = if parts.len() > 1 { Evidence::VerbBetween } else { Evidence::VerbAfter };
        Some(Found::alone(Draft {
            kind: QuoteKind::Direct,
            parts,
            cue: Some((*block, first.cue)),
            site: clause_site(*block, first),
            because: vec![Evidence::QuotationMarks, evidence],
        }))
    }

    /// «…», – сказал он.
    fn with_clause_after(&self) -> Option<Found> {
        let (block, close) = self.list_end();
        let view = &self.views[block];
        let clause = author::clause_after(view, close, self.next_speech(close))?;
        let mut parts = self.parts();
        if parts.is_empty() || self.is_answered() {
            return None;
        }
        let dashed = view.is_dash(clause.tokens.start - 1);
        // «написал: «…» – и предложил …»: the words before the colon tell whose they are.
        let (_, open) = self.marked().open;
        let goes_on = view.function(clause.tokens.start) == Some(Function::And);
        if goes_on && open > 0 && self.view().word(open - 1) == ":" {
            return None;
        }
        let alone = self.stands_alone_before()
            || self.is_next_in_list()
            || dashed && view.is_sure_cue(clause.cue) && self.explains();
        // «…» сказала она
        let is_slip = clause.tokens.start == close + 1 && !view.has(Habit::CommaInside);
        let are_words = self.word_count() > 1 && !is_slip || self.is_utterance();
        let kind =
            if alone && (dashed || are_words) { QuoteKind::Direct } else { QuoteKind::Partial };
        // «… по программе «переселения», сообщает газета»: the clause is what is told.
        let is_thing = || self.word_count() < 2 && !self.is_act();
        // «назвали это «позором», Белов ответил: «…»»: the clause tells other words.
        let is_next = || {
            (clause.cue + 1..clause.tokens.end)
                .any(|at| view.word(at) == ":" && view.is_quotation_mark(at + 1))
        };
        // «…», – ликует тренер: behind a whole utterance any verb is the author's.
        if view.cue(clause.cue).is_none() && (!alone || self.word_count() < 2) {
            return None;
        }
        // «По словам Белова, Ильин – «…» – предупреждал»
        let is_of_source = || {
            let (_, open) = self.marked().open;
            let start = self.view().sentence(open).start.max(open.saturating_sub(REACH));
            (start..open).any(|at| according::at(self.view(), at).is_some())
        };
        let is_other = || {
            is_slip
                || dashed && is_of_source()
                || self.is_name()
                || self.is_meaning()
                || !dashed && (self.is_told() || is_thing() || is_next())
        };
        if kind == QuoteKind::Partial && is_other() {
            return None;
        }
        let mut marks = 1;
        let mut evidence = Evidence::VerbAfter;
        // «…», – утверждает он, – «…»: the same words go on.
        if let Some(next) = self.marks.get(self.at + 1)
            && next.open.0 == block
            && next.open.1 == clause.tokens.end
            && (view.is_dash(clause.tokens.end - 1)
                || view.has(Habit::CommaInside) && view.word(clause.tokens.end - 1) == ",")
        {
            parts.extend(
                next.runs.iter().map(|(b, tokens)| (*b, self.views[*b].trimmed(tokens.clone()))),
            );
            marks = 2;
            evidence = Evidence::VerbBetween;
        }
        let author = Some((block, clause.tokens.clone()));
        let draft = Draft {
            kind,
            parts,
            cue: Some((block, clause.cue)),
            site: clause_site(block, &clause),
            because: vec![Evidence::QuotationMarks, evidence],
        };
        Some(Found { draft, marks, author })
    }

    /// «…», – Пётр Ильин, мэр: the speaker's name alone.
    fn signed(&self) -> Option<Found> {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        let has_comma = view.word(close + 1) == ",";
        let name = close + 2 + usize::from(has_comma);
        // A headline's «…» – Пётр Ильин
        let is_set_off = view.is_dash(name - 1)
            && (has_comma || view.block.kind == BlockKind::Headline && self.marked().open.1 == 0);
        let sentence = view.sentence(close);
        let is_name = is_set_off
            && (view.is_capital(name) && view.is_capital(name + 1) || view.sense(name).is_human())
            && sentence.len() - (name - sentence.start) <= SIGNATURE
            && (name..sentence.end)
                .all(|at| !view.looks_finite(at) && view.cue(at).is_none() && !view.is_dash(at));
        (is_name && self.stands_alone_before() && self.is_utterance()).then(|| Found {
            author: Some((block, name..sentence.end)),
            ..Found::alone(Draft {
                kind: QuoteKind::Direct,
                parts: self.parts(),
                cue: None,
                site: Site::Phrase { block, tokens: view.without_stop(name..sentence.end) },
                because: vec![Evidence::QuotationMarks],
            })
        })
    }

    /// A sentence or a paragraph of its own, with speech before it.
    fn alone(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let (last, close) = self.marked().close;
        let end = &self.views[last];
        if !self.stands_alone_before()
            || self.is_italic()
            || !matches!(
                self.view().block.kind,
                BlockKind::Paragraph | BlockKind::Lead | BlockKind::Blockquote
            )
        {
            return None;
        }
        let after = close + usize::from(close < end.len());
        let ends = after >= end.len()
            || end.is_stop(after)
            || end.is_stop(close.saturating_sub(1)) && end.is_capital(after);
        let whole_block = open == 0 && after + usize::from(end.is_stop(after)) >= end.len();
        let speech_before = self.before.is_some_and(|before| {
            let (before_block, before_end) = before.end();
            before_block == block && open - before_end.min(open) < REACH
                || whole_block && before_block + 1 == block
        });
        // «…», – сказал он. «Мы победим».
        if !(self.is_utterance() || speech_before && ends && self.word_count() > 1) {
            return None;
        }
        if let Some(site) = self.announced(speech_before).filter(|_| ends) {
            return Some(Found::alone(Draft {
                kind: QuoteKind::Direct,
                parts: self.parts(),
                cue: None,
                site,
                because: vec![Evidence::QuotationMarks],
            }));
        }
        if let Some(found) = ends.then(|| self.introduced()).flatten() {
            return Some(found);
        }
        if !ends || !(speech_before || whole_block && self.word_count() >= LONGEST_NAME) {
            return None;
        }
        Some(Found::alone(Draft {
            kind: QuoteKind::Direct,
            parts: self.parts(),
            cue: None,
            site: Site::Turn,
            because: vec![Evidence::QuotationMarks, Evidence::SpeakerTurn],
        }))
    }

    /// The opening mark of the next pair that opens speech of its own, in the block of this token.
    fn next_speech(&self, close: usize) -> usize {
        let (block, _) = self.marked().close;
        let view = &self.views[block];
        self.marks[self.at + 1..]
            .iter()
            .take(6)
            .map(|marked| marked.open)
            .take_while(|open| open.0 == block)
            .map(|open| open.1)
            .find(|&open| {
                open > close + 2
                    && (view.is_dash(open - 1)
                        || view.has(Habit::CommaInside) && view.word(open - 1) == ","
                        || view.is_stop(open - 1)
                        || view.word(open - 1) == ":")
            })
            .unwrap_or(view.len())
    }
}

fn clause_site(block: usize, clause: &Clause) -> Site {
    Site::Clause { block, tokens: clause.tokens.clone(), cue: clause.cue }
}
