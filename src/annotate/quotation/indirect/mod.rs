//! Reported speech: what a source is said to have said, without quotation marks.

pub(super) mod according;
mod around;
mod as_told;
mod aside;
mod bare;
mod claim;
mod clause;
mod colon;
mod elsewhere;
mod held;
mod judged;
mod last;
mod more;
mod noun;
mod onward;
mod question;
mod request;
mod statement;
mod writing;

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Form, Function, Takes};

use super::draft::{Draft, Site, Taken};
use super::view::{REACH, View};

/// How far the conjunction can stand from its word of saying, in tokens.
const GAP: usize = 30;

/// How far an infinitive can stand from the word of asking, in tokens.
const INFINITIVE_GAP: usize = 14;

/// The least share of the letters of a reported clause that stand outside quotation marks within it;
/// below it, the quoted words alone are marked.
const LEAST_OUTSIDE: f64 = 0.8;

/// How far from a word of saying the marks of a title can stand that holds it, in tokens.
const TITLE: usize = 10;

/// A term in quotation marks has at most so many words.
const TERM: usize = 3;

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
        if self.headline() {
            return;
        }
        let mut token = self.sentence.start;
        if let Some(next) = self.about() {
            self.from = next;
            token = next;
        }
        while token < self.sentence.end {
            if self.is(token, Taken::Speech) || self.is_in_title(token) {
                token += 1;
                continue;
            }
            let next = self
                .as_clause(token)
                .or_else(|| self.by_writing(token))
                .or_else(|| self.by_whom(token))
                .or_else(|| self.according(token))
                .or_else(|| self.told(token))
                .or_else(|| self.paired(token))
                .or_else(|| self.that(token))
                .or_else(|| self.question(token))
                .or_else(|| self.infinitive(token))
                .or_else(|| self.requested(token))
                .or_else(|| self.stated(token))
                .or_else(|| self.called(token))
                .or_else(|| self.judgement(token))
                .or_else(|| self.held(token))
                .or_else(|| self.intends(token))
                .or_else(|| self.complaint(token))
                .or_else(|| self.described(token))
                .or_else(|| self.claim(token))
                .or_else(|| self.accusation(token))
                .or_else(|| self.inserted(token))
                .or_else(|| self.bare(token))
                .or_else(|| self.aside(token))
                .or_else(|| self.colon(token))
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

    /// Whether a word of saying stands in a title or a name inside the sentence: «читайте в очерке «Дед велел шить»».
    fn is_in_title(&self, token: usize) -> bool {
        let view = self.view;
        if view.cue(token).is_none() {
            return false;
        }
        let first = self.sentence.start.max(token.saturating_sub(TITLE));
        let open = (first..token).rev().find(|&at| view.is_quotation_mark(at));
        let close = (token + 1..self.sentence.end.min(token + TITLE))
            .find(|&at| view.is_quotation_mark(at));
        open.zip(close).is_some_and(|(open, close)| {
            open > self.sentence.start
                && view.block.opens_mark(open)
                && !view.block.opens_mark(close)
                && view.is_capital(open + 1)
                && view.is_word(open - 1)
        })
    }

    /// Where reported content that begins here ends.
    fn content_end(&self, start: usize) -> usize {
        self.end_of(start, true)
    }

    /// The same, whose source may be the subject of more verbs: «сказал, что …, и призвал …».
    fn end_of(&self, start: usize, has_subject: bool) -> usize {
        let view = self.view;
        let end = self.sentence.end;
        let mut depth = 0_usize;
        for at in start..end {
            // «… (это уже делали в прошлом году).»: the author adds a sentence of his own.
            if view.word(at) == "(" && depth == 0 && at > start && self.adds(at) {
                return at;
            }
            match view.word(at) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 || self.is(at, Taken::Speech) {
                continue;
            }
            // «… (мыс Горн)Письмо мэра»: a footnote without its space.
            if view.word(at) == ")" && view.block.is_joined(at + 1) && view.is_capital(at + 1) {
                return at + 1;
            }
            // «…: «…»» hands over to the words themselves.
            if view.word(at) == ":" {
                let mark = (at + 1..end).find(|&mark| view.word(mark) != "'").unwrap_or(end);
                if view.is_quotation_mark(mark) && self.is(mark + 1, Taken::Speech) {
                    return at;
                }
            }
            if view.word(at) == ","
                && at > start
                && (self.another_clause(at) || self.spells_out(at))
            {
                return at;
            }
            // «…; Петров ответил, что …»
            if view.word(at) == ";"
                && (self.another_cue(at + 1)
                    || self.cites(at + 1)
                    || self.weighs(at + 1)
                    || self.holds_aside(at + 1)
                    || view.function(at + 1) == Some(Function::As))
            {
                return at;
            }
            // «… и призвал …»: the subject says something more.
            if view.function(at) == Some(Function::And)
                && (has_subject
                    && !self.is_of_others(start, at + 1)
                    && view.finite_cue(at + 1, Takes::Infinitive).is_some()
                    && self.asked(at + 1).is_some()
                    || view.looks_finite(at + 1)
                        && view.finite_cue(at + 1, Takes::Direct).is_some()
                        && self.conjunction(at + 1).is_some()
                    || self.claims(at + 1))
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

    /// Whether many ask at this verb for something, where one tells of them in the clause that begins at `start`: «мэр
    /// жаловался, что ему звонят жильцы и требуют …».
    fn is_of_others(&self, start: usize, verb: usize) -> bool {
        let view = self.view;
        let told = (self.from..start).rev().find_map(|at| view.cue(at));
        let are_many = |at: usize| view.verb_form(at) == Some(Form::Plural);
        let is_one = |form: Form| matches!(form, Form::Masculine | Form::Feminine | Form::Singular);
        told.is_some_and(|cue| is_one(cue.form)) && are_many(verb) && (start..verb).any(are_many)
    }

    /// Whether an adverb stands between this comma and the colon before the words themselves: «…, дословно: «…»».
    fn spells_out(&self, comma: usize) -> bool {
        let view = self.view;
        view.word(comma + 2) == ":" && view.is_adverb(comma + 1)
    }

    /// Whether a sentence of the author's own stands in the brackets that open here.
    fn is_sentence(&self, bracket: usize) -> bool {
        let view = self.view;
        (bracket..self.sentence.end.min(bracket + REACH))
            .take_while(|&at| view.word(at) != ")")
            .any(|at| view.looks_finite(at))
    }

    /// Whether such brackets close the sentence.
    fn adds(&self, bracket: usize) -> bool {
        let end = self.sentence.end;
        let close = (bracket..end.min(bracket + REACH)).find(|&at| self.view.word(at) == ")");
        close.is_some_and(|close| self.view.words(close..end.min(close + REACH)) == 0)
            && self.is_sentence(bracket)
    }

    /// Reported content as found, less what of it stands in quotation marks and is marked by itself.
    fn report(
        &mut self,
        content: Range<usize>,
        cue: Option<usize>,
        site: Site,
        because: Vec<Evidence>,
    ) {
        let view = self.view;
        let content = view.without_stop(content);
        // «… игроков, которые, как он выразился, «…»»: the clause goes on in marks.
        let breaks_off = content.len() > 2
            && view.function(content.end - 1) == Some(Function::Relative)
            && view.word(content.end - 2) == ",";
        let content = view.without_stop(content.start..content.end - usize::from(breaks_off));
        if !content.is_empty() {
            self.push(vec![content], cue, site, because);
        }
    }

    /// How long the words among these tokens are.
    fn letters(&self, tokens: Range<usize>) -> usize {
        let view = self.view;
        tokens.filter(|&at| view.is_word(at)).map(|at| view.word(at).chars().count()).sum()
    }

    /// The words in quotation marks among these tokens that nothing took and that are no name or term: several, the
    /// first in small letters, more than a term's or with a verb.
    fn fragments(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let view = self.view;
        let mut found = Vec::new();
        let mut at = tokens.start;
        while let Some(open) = (at..tokens.end).find(|&at| view.is_quotation_mark(at)) {
            let Some(close) = (open + 1..tokens.end).find(|&at| view.is_quotation_mark(at)) else {
                break;
            };
            let words = view.without_stop(open + 1..close);
            // «это девиз клуба: «бег для всех»»
            let is_free = !words.clone().any(|at| self.is(at, Taken::Speech))
                && view.word(open.saturating_sub(1)) != ":";
            let count = view.words(words.clone());
            let is_clause =
                words.clone().any(|at| view.looks_finite(at) || view.looks_infinitive(at));
            if is_free && view.is_lower(words.start) && (count > TERM || count > 1 && is_clause) {
                found.push(words);
            }
            at = close + 1;
        }
        found
    }

    fn push(
        &mut self,
        parts: Vec<Range<usize>>,
        cue: Option<usize>,
        site: Site,
        because: Vec<Evidence>,
    ) {
        let view = self.view;
        let fragments: Vec<Range<usize>> =
            parts.iter().flat_map(|part| self.fragments(part.clone())).collect();
        let quoted: usize = fragments.iter().map(|words| self.letters(words.clone())).sum();
        let (mut outside, mut all) = (0, 0);
        let mut free: Vec<Range<usize>> = Vec::new();
        for part in parts {
            all += self.letters(part.clone());
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
                    if view.words(run.clone()) > 0 {
                        outside += self.letters(run.clone());
                        free.push(run);
                    }
                    start = at + 1;
                }
            }
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "the counts of a sentence's letters are small"
        )]
        let is_most = |letters: usize| letters as f64 >= LEAST_OUTSIDE * all as f64;
        if outside == 0 || !is_most(outside) {
            return;
        }
        // «согласно акту, выходы «не соответствуют правилам»»: the quoted words alone.
        if !is_most(outside - quoted) {
            for words in fragments {
                self.found.push(Draft {
                    kind: QuoteKind::Partial,
                    parts: vec![(view.number, words)],
                    cue: cue.map(|cue| (view.number, cue)),
                    site: site.clone(),
                    because: [&[Evidence::QuotationMarks], because.as_slice()].concat(),
                });
            }
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
