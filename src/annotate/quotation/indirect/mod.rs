//! Reported speech: what a source is said to have said, without quotation marks.

pub(super) mod according;
mod bare;
mod last;

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::grammar::Habit;
use crate::language::speech::{Form, Function, Takes};

use super::draft::{Draft, Site, Taken};
use super::view::{REACH, View};

/// How far the conjunction can stand from its word of saying, in tokens.
const GAP: usize = 30;

/// How far an infinitive can stand from the word of asking, in tokens.
const INFINITIVE_GAP: usize = 14;

/// The least share of the words of a reported clause that stand outside quotation marks within it;
/// below it, the quoted words alone are marked.
const LEAST_OUTSIDE: f64 = 0.6;

/// The reported speech of the text beside what is taken.
pub(super) fn find(views: &[View], taken: &[Vec<Taken>]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for view in views {
        if matches!(view.block.kind, BlockKind::Byline | BlockKind::Credit | BlockKind::TableRow) {
            continue;
        }
        for sentence in &view.block.sentences {
            let mut scan = Scan {
                view,
                views,
                taken,
                sentence: sentence.clone(),
                from: sentence.start,
                found: &mut found,
            };
            scan.run();
        }
    }
    found
}

/// The walk over one sentence.
struct Scan<'a> {
    view: &'a View<'a>,
    views: &'a [View<'a>],
    taken: &'a [Vec<Taken>],
    sentence: Range<usize>,
    /// Where the words begin that no reported speech has taken yet.
    from: usize,
    found: &'a mut Vec<Draft>,
}

impl Scan<'_> {
    fn is(&self, token: usize, what: Taken) -> bool {
        self.taken[self.view.number].get(token) == Some(&what)
    }

    fn run(&mut self) {
        if self.headline() || self.about() {
            return;
        }
        let mut token = self.sentence.start;
        while token < self.sentence.end {
            if self.is(token, Taken::Speech) {
                token += 1;
                continue;
            }
            let next = self
                .as_clause(token)
                .or_else(|| self.according(token))
                .or_else(|| self.that(token))
                .or_else(|| self.infinitive(token))
                .or_else(|| self.judgement(token))
                .or_else(|| self.claim(token))
                .or_else(|| self.inserted(token))
                .or_else(|| self.bare(token))
                .or_else(|| self.aside(token))
                .or_else(|| self.last(token));
            token = match next {
                Some(next) => {
                    self.from = next.max(token + 1);
                    self.from
                }
                None => token + 1,
            };
        }
    }

    /// «сообщил, что …»
    fn that(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.cue(token).filter(|cue| cue.takes(Takes::That) || cue.takes(Takes::Infinitive))?;
        let conjunction = self.conjunction(token)?;
        let start = conjunction + 1;
        let end = self.content_end(start);
        let site = Site::Clause { block: view.number, tokens: self.from..conjunction, cue: token };
        self.report(
            start..end,
            Some(token),
            site,
            vec![Evidence::Conjunction, Evidence::VerbBefore],
        );
        Some(end)
    }

    /// The conjunction that the word of saying governs.
    fn conjunction(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        let limit = self.sentence.end.min(cue + GAP);
        let mut at = cue + 1;
        let mut commas = 0;
        while at < limit {
            if self.is(at, Taken::Speech) {
                return None;
            }
            if view.function(at) == Some(Function::That)
                || view.function(at) == Some(Function::SoThat)
                    && view.cue(cue).is_some_and(|cue| cue.takes(Takes::Infinitive))
            {
                let after_comma = view.word(at - 1) == ",";
                let free = view.has(Habit::BareThat);
                return (after_comma || at == cue + 1 || free).then_some(at);
            }
            match view.word(at) {
                "," => commas += 1,
                ":" | ";" => return None,
                _ => {}
            }
            if commas > 2
                || view.cue(at).is_some_and(|cue| {
                    cue.takes(Takes::That)
                        && !cue.takes(Takes::Loose)
                        && cue.form != Form::Participle
                })
            {
                return None;
            }
            if commas > 0 && (view.function(at) == Some(Function::Relative)) {
                return None;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                return None;
            }
            at += 1;
        }
        None
    }

    /// «попросил помочь»
    fn infinitive(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.cue(token)
            .filter(|cue| cue.takes(Takes::Infinitive) && cue.form != Form::Participle)?;
        let start = self.asked(token)?;
        let end = self.content_end(start);
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(
            start..end,
            Some(token),
            site,
            vec![Evidence::Infinitive, Evidence::VerbBefore],
        );
        Some(end)
    }

    /// «назвал итоги выборов честными»: what is judged, and how.
    fn judgement(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Name).filter(|cue| cue.takes(Takes::Judgement))?;
        // The subject stands before; «назвал министр» tells of names.
        let start = token + 1;
        if self.is(token, Taken::Author)
            || view.sense(start).noun.is_some_and(|noun| noun.kind.is_human())
            || view.is_quotation_mark(start)
            || self.is(start, Taken::Speech)
            || token < self.from + 1
        {
            return None;
        }
        let limit = self.sentence.end.min(start + REACH);
        if (start..limit).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let end = self.content_end(start);
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue: token };
        let content = view.without_stop(start..end);
        if view.words(content.clone()) < 2 {
            return None;
        }
        // «Важным направлением министр назвал …»: what it is called stands first.
        let fronted = view.trimmed(self.from..token);
        let fronted_end = fronted
            .clone()
            .skip(1)
            .find(|&at| {
                view.is_capital(at)
                    || view.sense(at).noun.is_some()
                    || view.sense(at).pronoun.is_some()
            })
            .unwrap_or(fronted.start);
        let fronted = fronted.start..fronted_end;
        let mut parts = Vec::new();
        if view.words(fronted.clone()) > 1 && view.looks_instrumental(fronted.start) {
            parts.push(fronted);
        }
        parts.push(content);
        self.push(parts, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// «заявил о своём уходе»: the claim as a noun.
    fn claim(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::About)?;
        let about = (token + 1..(token + 4).min(self.sentence.end))
            .take_while(|&at| view.is_word(at))
            .find(|&at| view.function(at) == Some(Function::About))?;
        if self.is(token, Taken::Author)
            || matches!(view.function(about + 1), Some(Function::This | Function::Thought))
        {
            return None;
        }
        let end = self.content_end(about);
        let site = Site::Clause { block: view.number, tokens: self.from..about, cue: token };
        self.report(about..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }

    /// Where what is asked begins: the infinitive that the word of asking governs.
    fn asked(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        let limit = self.sentence.end.min(cue + INFINITIVE_GAP);
        for at in cue + 1..limit {
            if self.is(at, Taken::Speech)
                || matches!(view.word(at), "," | ":" | ";" | "—" | "–" | "(")
                || view.is_stop(at) && view.sentence(at).end == at + 1
                || view.finite_cue(at, Takes::That).is_some()
            {
                return None;
            }
            if view.looks_infinitive(at) {
                // «не» belongs to what is asked.
                let negated = at > cue + 1 && view.function(at - 1) == Some(Function::Not);
                let start = at - usize::from(negated);
                // So does an adverb: «оперативно реагировать».
                let adverb = start > cue + 1 && view.is_adverb(start - 1);
                return Some(start - usize::from(adverb));
            }
        }
        None
    }

    /// «по словам министра, …»
    fn according(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if self.is(token, Taken::Author) {
            return None;
        }
        let found = according::at(view, token)?;
        let site = Site::Phrase { block: view.number, tokens: found.source.clone() };
        self.around(found.phrase, token, site, Evidence::AccordingTo)
    }

    /// «как сообщает министерство, …»
    fn as_clause(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if view.function(token) != Some(Function::As)
            || token > self.sentence.start && view.word(token - 1) != ","
            || self.is(token, Taken::Author)
        {
            return None;
        }
        let limit = self.sentence.end.min(token + REACH / 2);
        let mut cue = None;
        let mut end = limit;
        for at in token + 1..limit {
            if cue.is_none() && view.finite_cue(at, Takes::That).is_some() {
                cue = Some(at);
            }
            if self.is(at, Taken::Speech) || view.word(at) == ":" {
                return None;
            }
            if view.word(at) == "," {
                end = at + 1;
                break;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                end = at;
                break;
            }
        }
        let cue = cue.filter(|&cue| cue < end && cue <= token + 8)?;
        // «Как пишет газета, ссылаясь на источники, …»
        if view.looks_gerund(end) {
            end = (end..limit).find(|&at| view.word(at) == ",").map_or(end, |comma| comma + 1);
        }
        let site = Site::Clause { block: view.number, tokens: token + 1..end, cue };
        self.around(token..end, cue, site, Evidence::VerbBefore)
    }

    /// The words of the sentence around a phrase of source.
    fn around(
        &mut self,
        phrase: Range<usize>,
        cue: usize,
        site: Site,
        evidence: Evidence,
    ) -> Option<usize> {
        let view = self.view;
        let colon = (self.from..phrase.start).rev().find(|&at| view.word(at) == ":");
        let before = view.trimmed(colon.map_or(self.from, |colon| colon + 1)..phrase.start);
        let end = self.content_end(phrase.end);
        let after = view.without_stop(phrase.end..end);
        let because = vec![evidence];
        // «Вместе с тем, по его словам, …»: a short lead-in is the author's.
        let lead_in =
            view.words(before.clone()) <= 4 && !before.clone().any(|at| view.looks_finite(at));
        let mut parts = Vec::new();
        if !lead_in || after.is_empty() {
            parts.push(before);
        }
        parts.push(after);
        parts.retain(|part| !part.is_empty());
        if parts.is_empty() {
            return None;
        }
        self.push(parts, Some(cue), site, because);
        Some(end)
    }

    /// «…, сообщает министерство.»
    fn aside(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if token <= self.from || self.is(token, Taken::Author) {
            return None;
        }
        let cue = view.finite_cue(token, Takes::That)?;
        let dash = view.is_dash(token - 1);
        let comma = if dash { token.checked_sub(2)? } else { token - 1 };
        if view.word(comma) != "," || cue.takes(Takes::Loose) && !dash {
            return None;
        }
        if comma <= self.from || self.is(comma - 1, Taken::Speech) {
            return None;
        }
        let limit = self.sentence.end.min(token + REACH / 2);
        let mut end = limit;
        let mut subject = false;
        for at in token + 1..limit {
            if view.word(at) == "," || view.is_dash(at) {
                end = at;
                break;
            }
            if view.is_stop(at) && view.sentence(at).end == at + 1 {
                end = at;
                break;
            }
            let sense = view.sense(at);
            subject |= view.is_capital(at)
                || view.word(at) == "«"
                || sense.noun.is_some()
                || sense.pronoun.is_some();
        }
        if !subject
            || view.function(end + 1) == Some(Function::That)
            || view.function(token + 1) == Some(Function::About)
        {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: token..end, cue: token };
        let before = view.trimmed(self.from..comma);
        let ends = end + 1 >= self.sentence.end || view.is_stop(end);
        let mut parts = vec![before];
        let mut next = self.sentence.end;
        if !ends && self.goes_on(end + 1) {
            next = self.content_end(end + 1);
            parts.push(view.without_stop(end + 1..next));
        }
        parts.retain(|part| !part.is_empty());
        if !parts.first()?.clone().any(|at| view.looks_finite(at))
            && ends
            && view.words(parts[0].clone()) < 4
        {
            return None;
        }
        self.push(parts, Some(token), site, vec![Evidence::VerbAfter]);
        Some(next)
    }

    /// Whether what stands after the author's words goes on with what is reported: a clause, not one
    /// that tells more of the speaker («…, который …», «…, выступая …»).
    fn goes_on(&self, start: usize) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(start + REACH);
        view.function(start) != Some(Function::Relative)
            && !view.looks_gerund(start)
            && (start..limit).any(|at| view.looks_finite(at))
    }

    /// «…. Об этом сообщил министр.»
    fn about(&mut self) -> bool {
        let view = self.view;
        let start = self.sentence.start;
        if view.function(start) != Some(Function::About)
            || view.function(start + 1) != Some(Function::This)
        {
            return false;
        }
        let limit = self.sentence.end.min(start + GAP);
        let Some(cue) = (start + 2..limit).find(|&at| view.finite_cue(at, Takes::That).is_some())
        else {
            return false;
        };
        // The sentence before, also where it ends the paragraph before.
        let (block, sentence) = if start > 0 {
            (view.number, view.sentence(start - 1))
        } else {
            let Some(before) = view.number.checked_sub(1).map(|number| &self.views[number]) else {
                return false;
            };
            let (BlockKind::Paragraph | BlockKind::Lead, Some(last)) =
                (before.block.kind, before.block.sentences.last())
            else {
                return false;
            };
            (before.number, last.clone())
        };
        let is_taken =
            self.taken[block][sentence.clone()].iter().any(|&taken| taken != Taken::Free)
                || self.found.last().is_some_and(|last| last.end() > (block, sentence.start));
        if is_taken {
            return false;
        }
        let tokens = self.views[block].without_stop(sentence);
        if tokens.is_empty() {
            return false;
        }
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts: vec![(block, tokens)],
            cue: Some((view.number, cue)),
            site: Site::Clause {
                block: view.number,
                tokens: start + 2..self.sentence.end.min(start + REACH),
                cue,
            },
            because: vec![Evidence::BackReference, Evidence::VerbAfter],
        });
        true
    }

    /// A headline's «Министр: дороги построят»
    fn headline(&mut self) -> bool {
        let view = self.view;
        if view.block.kind != BlockKind::Headline {
            return false;
        }
        let Some(colon) = (self.sentence.start + 1..self.sentence.end.min(self.sentence.start + 8))
            .find(|&at| view.word(at) == ":")
        else {
            return false;
        };
        let content = view.without_stop(colon + 1..self.sentence.end);
        if content.is_empty()
            || view.words(content.clone()) < 2
            || content.clone().any(|at| self.is(at, Taken::Speech))
        {
            return false;
        }
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts: vec![(view.number, content)],
            cue: None,
            site: Site::Label { block: view.number, tokens: self.sentence.start..colon },
            because: vec![Evidence::Colon, Evidence::Label],
        });
        true
    }

    /// Where reported content that begins here ends.
    fn content_end(&self, start: usize) -> usize {
        let view = self.view;
        let end = self.sentence.end;
        let mut depth = 0_usize;
        for at in start..end {
            match view.word(at) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 || self.is(at, Taken::Speech) {
                continue;
            }
            // «…: «…»» hands over to the words themselves.
            if view.word(at) == ":"
                && view.is_quotation_mark(at + 1)
                && self.is(at + 2, Taken::Speech)
            {
                return at;
            }
            if view.word(at) == "," && at > start && self.another_clause(at) {
                return at;
            }
            // «… и призвал …»: the subject says something more.
            if view.function(at) == Some(Function::And)
                && view.finite_cue(at + 1, Takes::Infinitive).is_some()
                && self.asked(at + 1).is_some()
            {
                return at;
            }
            // «… и что страна потеряла «…»»: what follows is told by its quoted words.
            if view.function(at) == Some(Function::And)
                && view.function(at + 1) == Some(Function::That)
                && (at + 2..end.min(at + GAP)).any(|at| self.is(at, Taken::Speech))
            {
                return at;
            }
        }
        end
    }

    /// Whether at this comma the author goes on: «…, добавив, что …», «…, а Петров заявил, что …»,
    /// «…, передает агентство».
    fn another_clause(&self, comma: usize) -> bool {
        let view = self.view;
        let next = comma + 1 + usize::from(view.is_dash(comma + 1));
        if let Some(cue) = view.cue(next) {
            return cue.takes(Takes::That)
                && !cue.takes(Takes::Loose)
                && (cue.form == Form::Gerund
                    || cue.form != Form::Participle && self.is_aside(next));
        }
        if view.function(next) == Some(Function::As) {
            return (next + 1..next + 5).any(|at| view.finite_cue(at, Takes::That).is_some());
        }
        if view.is_capital(next) || view.sense(next).noun.is_some() {
            return self.another_cue(next);
        }
        if view.function(next) == Some(Function::And) {
            return self.another_cue(next + 1);
        }
        false
    }

    /// Whether a clause that begins here has a word of saying and what it takes.
    fn another_cue(&self, start: usize) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(start + 14);
        (start..limit).take_while(|&at| view.word(at) != ",").any(|at| {
            // What somebody hopes or thinks may be part of what is reported; what is said is not.
            view.finite_cue(at, Takes::Direct).is_some() && self.conjunction(at).is_some()
                || view.finite_cue(at, Takes::Infinitive).is_some() && self.asked(at).is_some()
                || view.finite_cue(at, Takes::Name).is_some()
                    && (at + 1..at + 4).any(|at| self.is(at, Taken::Speech))
        })
    }

    /// Whether a word of saying after a comma closes the sentence with its source.
    fn is_aside(&self, cue: usize) -> bool {
        let view = self.view;
        self.conjunction(cue).is_none()
            && (cue + 1..self.sentence.end.min(cue + REACH / 2))
                .any(|at| view.is_capital(at) || view.sense(at).noun.is_some())
    }

    /// Reported content as found, less what of it stands in quotation marks and is marked by itself.
    fn report(
        &mut self,
        content: Range<usize>,
        cue: Option<usize>,
        site: Site,
        because: Vec<Evidence>,
    ) {
        let content = self.view.without_stop(content);
        if !content.is_empty() {
            self.push(vec![content], cue, site, because);
        }
    }

    fn push(
        &mut self,
        parts: Vec<Range<usize>>,
        cue: Option<usize>,
        site: Site,
        because: Vec<Evidence>,
    ) {
        let view = self.view;
        let (mut outside, mut all) = (0, 0);
        let mut free: Vec<Range<usize>> = Vec::new();
        for part in parts {
            all += view.words(part.clone());
            let mut start = part.start;
            for at in part.start..=part.end {
                if at == part.end || self.is(at, Taken::Speech) {
                    let mut run = view.without_stop(start..at.max(start));
                    // The marks that set the quoted words off belong to neither.
                    while !run.is_empty() && view.is_quotation_mark(run.end - 1) && at < part.end {
                        run = view.without_stop(run.start..run.end - 1);
                    }
                    if start > part.start {
                        while !run.is_empty() && view.is_quotation_mark(run.start) {
                            run = view.without_stop(run.start + 1..run.end);
                        }
                    }
                    let words = view.words(run.clone());
                    if words > 0 {
                        outside += words;
                        free.push(run);
                    }
                    start = at + 1;
                }
            }
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "the counts of a sentence's words are small"
        )]
        let is_reported = outside > 0 && outside as f64 >= LEAST_OUTSIDE * all as f64;
        if !is_reported {
            return;
        }
        self.found.push(Draft {
            kind: QuoteKind::Indirect,
            parts: free.into_iter().map(|part| (view.number, part)).collect(),
            cue: cue.map(|cue| (view.number, cue)),
            site,
            because,
        });
    }
}
