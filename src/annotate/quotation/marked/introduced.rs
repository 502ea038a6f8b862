//! Words in marks that are a sentence of their own, told by another sentence: «Об этом сказал мэр» behind
//! them, a colon that ends the paragraph before, a word of saying up to two sentences before.

use std::ops::Range;

use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Case, Cue, Form, Function, NounKind, Takes};

use super::{Found, Reader};
use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::indirect::according;
use crate::annotate::quotation::view::{REACH, View};

/// How far behind «об этом» its word of saying can stand, in tokens.
const GAP: usize = 12;

/// More words than so are no name: «Значит, будем искать деньги в резерве».
const NAME: usize = 4;

/// How far into its clause the noun stands that calls the words before it somebody's, in tokens.
const LEAD: usize = 6;

/// How many sentences before the words their word of saying can stand.
const SENTENCES: usize = 2;

impl Reader<'_> {
    /// The words with the sentence that tells whose they are.
    pub(super) fn introduced(&self) -> Option<Found> {
        let (site, because) =
            self.told_after().or_else(|| self.colon_before()).or_else(|| self.told_before())?;
        Some(Found::alone(self.told(site, because)))
    }

    /// The words, told of there.
    fn told(&self, site: Site, because: &[Evidence]) -> Draft {
        let cue = match &site {
            Site::Clause { block, cue, .. } => Some((*block, *cue)),
            _ => None,
        };
        Draft {
            kind: QuoteKind::Direct,
            parts: self.parts(),
            cue,
            site,
            because: [&[Evidence::QuotationMarks], because].concat(),
        }
    }

    /// «…», – таков был её ответ. «…», – последовал ответ мэра.
    pub(super) fn pointed_at(&self) -> Option<Found> {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        let dash = close + 1 + usize::from(view.word(close + 1) == ",");
        let is_set_off =
            dash > close + 1 || view.is_stop(close.saturating_sub(1)) || self.word_count() > 1;
        if !view.is_dash(dash) || !self.stands_alone_before() || !is_set_off {
            return None;
        }
        let end = view.sentence(dash).end.min(self.next_speech(close)).min(dash + REACH);
        let site = called(view, dash + 1..end)?;
        let author = Some((block, dash + 1..end));
        Some(Found { author, ..Found::alone(self.told(site, &[Evidence::VerbAfter])) })
    }

    /// Whether somebody answers right behind the words: «…?» – «…», – ответил он.
    pub(super) fn is_answered(&self) -> bool {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        self.marks.get(self.at + 1).is_some_and(|next| {
            let (end, behind) = (next.close.0, next.close.1 + 1);
            next.open == (block, close + 2)
                && view.is_dash(close + 1)
                && end == block
                && (view.is_dash(behind) || view.word(behind) == "," && view.is_dash(behind + 1))
        })
    }

    /// «…». Об этом сказал мэр.
    fn told_after(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, close) = self.marked().close;
        let view = &self.views[block];
        let start = close + 1 + usize::from(view.is_stop(close + 1));
        let is_parted = view.is_stop(start - 1) || view.is_stop(close.saturating_sub(1));
        if !is_parted || start >= view.len() {
            return None;
        }
        // «…». Таков был ответ мэра. «…». Так мэр ответил жителям.
        let end = view.sentence(start).end.min(start + REACH);
        let because: &[Evidence] = &[Evidence::BackReference, Evidence::VerbAfter];
        let so = || {
            let is_so = view.function(start) == Some(Function::So);
            let is_such =
                points(view, start) && (start..end.min(start + LEAD)).any(|at| is_words(view, at));
            let verb = (start + 1..end)
                .find(|&at| view.cue(at).is_some() || is_such && view.looks_finite(at))?;
            let is_told = is_such || is_so && (start..verb).all(|at| view.word(at) != ",");
            is_told.then_some(Site::Clause { block, tokens: start + 1..end, cue: verb })
        };
        let called = || Some((called(view, start..end).or_else(so)?, because));
        self.told_by(start).or_else(called)
    }

    /// The sentence that opens at `start`, right behind the words' own, where it tells whose they are.
    pub(super) fn told_by(&self, start: usize) -> Option<(Site, &'static [Evidence])> {
        let (block, _) = self.marked().close;
        let view = &self.views[block];
        if view.function(start) != Some(Function::About)
            || view.function(start + 1) != Some(Function::This)
        {
            return None;
        }
        let end = view.sentence(start).end.min(start + REACH);
        let cue = (start + 2..end.min(start + GAP))
            .find(|&at| view.finite_cue(at, Takes::That).is_some())?;
        let site = Site::Clause { block, tokens: start + 2..end, cue };
        Some((site, &[Evidence::BackReference, Evidence::VerbAfter]))
    }

    /// «Он говорил без бумаги:» before a paragraph in marks.
    fn colon_before(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, open) = self.marked().open;
        let (before, colon) = self.views[block].announced_by(self.views).filter(|_| open == 0)?;
        let start = before.sentence(colon).start.max(colon.saturating_sub(REACH));
        let tokens = start..colon;
        let block = before.number;
        Some(match tokens.clone().rev().find(|&at| says(before, at).is_some()) {
            Some(cue) => {
                let because = &[Evidence::Colon, Evidence::VerbBefore];
                (Site::Clause { block, tokens, cue }, because)
            }
            None => (Site::Lead { block, tokens }, &[Evidence::Colon]),
        })
    }

    /// «Последней говорила Анна Белова. Зал притих. «…».»
    fn told_before(&self) -> Option<(Site, &'static [Evidence])> {
        let (block, open) = self.marked().open;
        let view = self.view();
        // What stands before other words is theirs.
        let from = self.before.map_or(0, |before| match before.end() {
            (before_block, end) if before_block == block => end,
            _ => 0,
        });
        let mut end = open;
        for _ in 0..SENTENCES {
            let Some(last) = end.checked_sub(1) else { break };
            let sentence = view.sentence(last);
            if sentence.start < from {
                return None;
            }
            let start = sentence.start.max(end.saturating_sub(REACH));
            if let Some(cue) = (start..end)
                .rev()
                // «Ильин, которому доложили, развёл руками»
                .filter(|&at| !view.ends_in_relative(start..at))
                .find(|&at| says(view, at).is_some_and(|cue| !cue.takes(Takes::Loose)))
            {
                let site = Site::Clause { block, tokens: start..end, cue };
                return Some((site, &[Evidence::VerbBefore]));
            }
            // «По её словам, воду дадут. «Мы работаем».»
            if let Some(phrase) = (start..end).find_map(|at| according::at(view, at)) {
                let site = Site::Phrase { block, tokens: phrase.source };
                return Some((site, &[Evidence::AccordingTo]));
            }
            end = sentence.start;
        }
        self.told_of(open)
    }

    /// «Ильин не скрывает радости. «Я ждал этого десять лет».»: words in the first person behind a sentence, or more words
    /// than a name has behind one that opens with whom it tells of.
    fn told_of(&self, open: usize) -> Option<(Site, &'static [Evidence])> {
        let view = self.view();
        let tokens = view.sentence(open.checked_sub(1)?);
        let tokens = tokens.start.max(open.saturating_sub(REACH))..open - 1;
        let (block, own) = &self.marked().runs[0];
        let is_own = own.clone().any(|at| view.function(at) == Some(Function::FirstPerson));
        let opens = view.sense(tokens.start).is_human()
            || view.is_capital(tokens.start) && view.is_capital(tokens.start + 1);
        // «Первым вышел Ильин. «Мы ничего не знаем».»
        let is_manner = is_manner(view, tokens.clone());
        let is_said =
            is_own || opens && self.word_count() > NAME || is_manner && self.word_count() > 1;
        let is_told = is_manner
            || tokens.clone().any(|at| view.looks_finite(at))
                && !tokens.clone().any(|at| view.is_quotation_mark(at));
        (is_said && is_told && view.is_stop(open - 1)).then_some((
            Site::Lead { block: *block, tokens },
            &[Evidence::SpeakerTurn] as &[Evidence],
        ))
    }
}

/// Whether a sentence opens with its verb and tells in few words how somebody did or was who was told of before: «Был краток.»
fn is_manner(view: &View, sentence: Range<usize>) -> bool {
    let verb = sentence.start + usize::from(view.function(sentence.start) == Some(Function::Not));
    let form = view.speech().verb_form(view.block.folded(verb));
    form.is_some_and(|form| matches!(form, Form::Masculine | Form::Feminine | Form::Plural))
        && view.words(sentence.clone()) <= LEAD
        && sentence.len() > 1
        && sentence.clone().skip(1).all(|at| view.is_lower(at) && !view.sense(at).is_human())
}

/// Whose the words are by the clause behind them that calls them so and has no other verb: «таков был её ответ», «это слова
/// мэра», «последовал ответ Ильина»; nobody's where it is a question that somebody is asked.
fn called(view: &View, clause: Range<usize>) -> Option<Site> {
    let Range { start, end } = clause;
    let block = view.number;
    let noun = (start..end.min(start + LEAD))
        .take_while(|&at| view.is_lower_or_first(at))
        .find(|&at| is_words(view, at))?;
    if view.function(noun) == Some(Function::Ask) {
        return points(view, start).then_some(Site::Phrase { block, tokens: start..start });
    }
    let is_verb = |at: usize| view.looks_finite(at) || view.cue(at).is_some();
    let whose = (start..noun).find(|&at| view.sense(at).is_possessive());
    let opens =
        points(view, start) || is_verb(start) && view.finite_cue(start, Takes::Direct).is_none();
    let tells = |at: usize| view.cue(at).is_some();
    if !opens || (start..noun).any(tells) || (noun + 1..end).any(is_verb) {
        return None;
    }
    // «опровергло сообщение агентства» is another's saying.
    let is_words = matches!(view.function(noun), Some(Function::Reply | Function::Words));
    if !points(view, start) && !is_words {
        return None;
    }
    let behind = (noun + 1..end).find(|&at| !view.is_adjective(at)).unwrap_or(end);
    let is_owned = view.is_capital(behind)
        || view.sense(behind).noun.is_some_and(|noun| noun.is_in(Case::Genitive));
    Some(match whose {
        Some(whose) => Site::Phrase { block, tokens: whose..whose + 1 },
        None if is_owned => Site::Phrase { block, tokens: view.without_stop(noun + 1..end) },
        None if view.function(start) == Some(Function::Copula) => return None,
        None if view.is_word(behind) && !view.is_preposition(behind) => return None,
        None => Site::Lead { block, tokens: start..start },
    })
}

/// Whether the clause that opens here points back at the words before it: «таков …», «такими …», «вот …».
fn points(view: &View, start: usize) -> bool {
    let is_such = |at: usize| {
        matches!(view.function(at), Some(Function::Demonstrative | Function::Copula))
            || view.function(at) == Some(Function::Connective) && view.looks_finite(at + 1)
    };
    is_such(start) || view.is_preposition(start) && is_such(start + 1)
}

/// Whether it is a noun for what is said or asked.
fn is_words(view: &View, at: usize) -> bool {
    use Function::{Ask, Inscription, News, Reply, Request, Saying, Thought, Words};
    let function = view.function(at);
    matches!(function, Some(Ask | Inscription | News | Reply | Request | Saying | Thought | Words))
        || view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::ItsDocument)
}

/// The token as a word of saying that can tell of the words in another sentence.
fn says(view: &View, at: usize) -> Option<Cue> {
    view.finite_cue(at, Takes::Direct).filter(|cue| cue.form != Form::Place)
}
