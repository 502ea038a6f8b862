//! Reported speech: what a source is said to have said, without quotation marks.

pub(super) mod according;
mod around;
mod aside;
mod bare;
mod clause;
mod colon;
mod elsewhere;
mod last;
mod noun;
mod question;
mod request;
mod writing;

use std::ops::Range;

use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Case, Form, Function, Sense, Takes};

use super::draft::{Draft, Site, Taken};
use super::view::{REACH, View};

/// How far the conjunction can stand from its word of saying, in tokens.
const GAP: usize = 30;

/// How far an infinitive can stand from the word of asking, in tokens.
const INFINITIVE_GAP: usize = 14;

/// How far behind «но» what is not said can stand: «…, но подробностей пока не раскрыли».
const DENIED: usize = 4;

/// The forms of a verb by which its subject is known.
const FORMS: [Form; 3] = [Form::Masculine, Form::Feminine, Form::Plural];

/// The least share of the letters of a reported clause that stand outside quotation marks within it;
/// below it, the quoted words alone are marked.
const LEAST_OUTSIDE: f64 = 0.8;

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
                .or_else(|| self.by_writing(token))
                .or_else(|| self.by_whom(token))
                .or_else(|| self.according(token))
                .or_else(|| self.told(token))
                .or_else(|| self.that(token))
                .or_else(|| self.question(token))
                .or_else(|| self.infinitive(token))
                .or_else(|| self.requested(token))
                .or_else(|| self.stated(token))
                .or_else(|| self.judgement(token))
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

    /// Where reported content that begins here ends.
    fn content_end(&self, start: usize) -> usize {
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
            // «…: «…»» hands over to the words themselves.
            if view.word(at) == ":" {
                let mark = (at + 1..end).find(|&mark| view.word(mark) != "'").unwrap_or(end);
                if view.is_quotation_mark(mark) && self.is(mark + 1, Taken::Speech) {
                    return at;
                }
            }
            if view.word(at) == "," && at > start && self.another_clause(at) {
                return at;
            }
            // «…; Петров ответил, что …»
            if view.word(at) == ";" && self.another_cue(at + 1) {
                return at;
            }
            // «… и призвал …»: the subject says something more.
            if view.function(at) == Some(Function::And)
                && (view.finite_cue(at + 1, Takes::Infinitive).is_some()
                    && self.asked(at + 1).is_some()
                    || view.looks_finite(at + 1)
                        && view.finite_cue(at + 1, Takes::Direct).is_some()
                        && self.conjunction(at + 1).is_some())
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

    /// Whether at this comma the author goes on: «…, добавив, что …», «…, а Петров заявил, что …»,
    /// «…, передает агентство».
    fn another_clause(&self, comma: usize) -> bool {
        let view = self.view;
        let next = comma + 1 + usize::from(view.is_dash(comma + 1));
        // «…, не раскрывая подробностей», «…, ссылаясь на врачей»
        let denied = view.cue(next + 1).filter(|_| view.function(next) == Some(Function::Not));
        let telling = next + usize::from(view.function(next) == Some(Function::Not));
        if denied.is_some_and(|cue| cue.form == Form::Gerund && cue.takes(Takes::That))
            || matches!(view.function(telling), Some(Function::Telling | Function::Reference))
        {
            return true;
        }
        if let Some(cue) = view.cue(next) {
            // «…, упирая на то, что …»
            if cue.form == Form::Gerund && self.conjunction(next).is_some() {
                return true;
            }
            // «…, призвал воздержаться»
            if view.finite_cue(next, Takes::Infinitive).is_some() && self.asked(next).is_some() {
                return true;
            }
            return cue.takes(Takes::That)
                && !cue.takes(Takes::Loose)
                && (cue.form == Form::Gerund
                    || cue.form != Form::Participle && self.is_aside(next));
        }
        if self.verbless(comma).is_some() {
            return true;
        }
        // «…, хотя ранее утверждал, что …»
        if view.function(next) == Some(Function::Subordinate) {
            let verb = next + 1 + usize::from(view.function(next + 1) == Some(Function::Filler));
            return view.finite_cue(verb, Takes::Direct).is_some()
                && self.conjunction(verb).is_some();
        }
        // «…, которая, по словам его сторонников, …»
        if view.function(next) == Some(Function::Relative) && view.word(next + 1) == "," {
            return according::at(view, next + 2).is_some();
        }
        // «…, согласно которому …»
        if view.function(next) == Some(Function::AccordingSource) {
            return view.function(next + 1) == Some(Function::Relative);
        }
        if view.function(next) == Some(Function::As) {
            // «…, как сообщалось ранее, …» names nobody.
            return (next + 1..next + 5).any(|at| {
                let is_placed = view.function(at + 1) == Some(Function::In);
                view.finite_cue(at, Takes::That)
                    .is_some_and(|cue| cue.form != Form::Place || is_placed)
            });
        }
        let opens = matches!(view.function(next), Some(Function::In | Function::Preposition))
            && view.function(next + 1) != Some(Function::Correlate);
        if view.is_capital(next) || view.sense(next).noun.is_some() || opens {
            return self.another_cue(next);
        }
        if view.function(next) == Some(Function::And) {
            // «…, но, по его словам, …»
            let phrase = next + 1 + usize::from(view.word(next + 1) == ",");
            if according::at(view, phrase).is_some() {
                return true;
            }
            // «…, и объясняют …», «…, однако также не сообщил …»
            let also = next + 1 + usize::from(view.function(next + 1) == Some(Function::Filler));
            let verb = also + usize::from(view.function(also) == Some(Function::Not));
            if self.says_no_more(also) {
                return true;
            }
            let says = view.finite_cue(verb, Takes::Direct);
            return says.is_some_and(|cue| !cue.takes(Takes::Loose)) || self.another_cue(next + 1);
        }
        false
    }

    /// Whether the author goes on here with what is not said: «…, но подробностей не раскрыли», «…, но от
    /// комментариев отказался».
    fn says_no_more(&self, start: usize) -> bool {
        let view = self.view;
        let takes = [Takes::That, Takes::Direct, Takes::Name];
        let says = |at: usize| takes.iter().any(|&takes| view.finite_cue(at, takes).is_some());
        let denied = (start..start + DENIED).take_while(|&at| view.is_word(at)).find(|&at| {
            view.function(at) == Some(Function::Refusing)
                || view.function(at) == Some(Function::Not) && says(at + 1)
        });
        let is_subject = |at: usize| {
            let sense = view.sense(at);
            sense.noun.is_some_and(|noun| noun.is_in(Case::Nominative))
                || sense.pronoun.is_some()
                || view.is_capital(at)
                || sense == Sense::default()
                    && FORMS.iter().any(|&form| view.can_be_subject(at, form))
        };
        denied.is_some_and(|denied| !(start..denied).any(is_subject))
    }

    /// Whether a clause that begins here has a word of saying and what it takes.
    fn another_cue(&self, start: usize) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(start + 14);
        let clause = start..limit;
        // «…, жители, которые там были, жалуются на то, что …»: what tells more of the subject is no part.
        let comma = clause.clone().find(|&at| view.word(at) == ",");
        let behind = comma
            .filter(|&comma| view.function(comma + 1) == Some(Function::Relative))
            .and_then(|comma| {
                (comma + 1..self.sentence.end.min(comma + GAP)).find(|&at| view.word(at) == ",")
            })
            .map_or(limit..limit, |close| close + 1..self.sentence.end.min(close + 14));
        let before_comma = |tokens: Range<usize>| tokens.take_while(|&at| view.word(at) != ",");
        before_comma(clause).chain(before_comma(behind)).any(|at| {
            // What somebody hopes or thinks may be part of what is reported; what is said is not.
            view.finite_cue(at, Takes::Direct).is_some() && self.conjunction(at).is_some()
                || view.finite_cue(at, Takes::Infinitive).is_some() && self.asked(at).is_some()
                || self.is_request(at)
                || view.finite_cue(at, Takes::Name).is_some()
                    && (at + 1..at + 4).any(|at| self.is(at, Taken::Speech))
        })
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

    /// How long the words among these tokens are.
    fn letters(&self, tokens: Range<usize>) -> usize {
        let view = self.view;
        tokens.filter(|&at| view.is_word(at)).map(|at| view.word(at).chars().count()).sum()
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
