//! What makes a fragment in marks somebody's words: a word of saying or a phrase of source in its sentence.

use std::ops::Range;

use crate::annotate::quotation::draft::{Place, Site};
use crate::annotate::quotation::indirect::according::{self, According};
use crate::annotate::quotation::view::REACH;
use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Case, Cue, Form, Function, Takes};

use super::Reader;

/// How many words between «что» and the marks leave the quoted words to be all that is told.
const BESIDE: usize = 2;

/// How far a verb of judgement can stand before the words, in tokens.
const NAMED: usize = 12;

/// What makes a fragment somebody's words.
pub(super) struct Governing {
    /// The word of saying.
    pub(super) cue: Option<Place>,
    /// Where the speaker is named.
    pub(super) site: Site,
    /// How the speaker's place is known.
    pub(super) because: Vec<Evidence>,
}

impl Governing {
    fn clause(block: usize, tokens: Range<usize>, cue: usize, because: Evidence) -> Self {
        let site = Site::Clause { block, tokens, cue };
        Self { cue: Some((block, cue)), site, because: vec![because] }
    }

    fn phrase(block: usize, at: usize, tokens: Range<usize>) -> Self {
        let site = Site::Phrase { block, tokens };
        Self { cue: Some((block, at)), site, because: vec![Evidence::AccordingTo] }
    }
}

impl Reader<'_> {
    /// What governs the fragment, with `before` the tokens of its sentence before the marks.
    pub(super) fn governing(&self, before: Range<usize>) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let start = before.start;
        let governing = self
            .governed_as_behind()
            .or_else(|| self.governed_set_off())
            .or_else(|| self.governed_by_shared())
            .or_else(|| self.governed_before(before))
            .or_else(|| self.governed_after())
            .or_else(|| self.governed_as_before(start))
            .or_else(|| self.governed_by_next())?;
        // «Город не критикует «…», а порт – «…», заявил мэр»: what closes the sentence governs it all.
        let aside = match governing.site {
            Site::Clause { cue, .. } if cue < open => self.aside_after(cue),
            _ => None,
        };
        Some(aside.map_or(governing, |aside| {
            let tokens = aside..self.view().sentence(open).end;
            Governing::clause(block, tokens, aside, Evidence::VerbAfter)
        }))
    }

    /// The verb that told the fragment before, shared by a subject of its own before a dash: «Газета назвала его «…»,
    /// критик Пётр Ильин – «…»», «Газета назвала его «…». Критик – «…»».
    fn governed_by_shared(&self) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let last = self.before.filter(|last| last.end().0 == block && last.end().1 < open)?;
        let (_, verb) = last.cue.filter(|&cue| cue.0 == block && cue < last.start())?;
        let cue = view.cue(verb)?;
        // «– на «лень»»
        let behind = open - usize::from(view.is_preposition(open - 1));
        let dash = behind.checked_sub(1).filter(|&at| view.is_dash(at))?;
        let end = (last.end().1..dash).find(|&at| !view.is_quotation_mark(at))?;
        let start = end + 1 + usize::from(view.function(end + 1) == Some(Function::And));
        // «сказал, что …», «Как сказал мэр, …»: each half is what is said.
        let mut behind_verb = (verb..last.start().1).take(REACH);
        let is_told = behind_verb.any(|at| view.function(at) == Some(Function::That))
            || verb > 0 && view.function(verb - 1) == Some(Function::As);
        let is_parted = match view.word(end) {
            "," | ";" => cue.takes(Takes::Name) || !is_told,
            _ => {
                view.is_stop(end)
                    && cue.takes(Takes::Name)
                    && view.looks_instrumental(self.marked().runs[0].1.start)
            }
        };
        let names = |at: usize| {
            view.is_word(at)
                && view.cue(at).is_none()
                && !matches!(
                    view.function(at),
                    Some(Function::That | Function::Relative | Function::Copula)
                )
        };
        let is_shared = is_parted && start < dash && (start..dash).all(names);
        let site = Site::Shared { block, tokens: start..dash };
        let because = vec![Evidence::VerbBefore];
        is_shared.then_some(Governing { cue: last.cue, site, because })
    }

    /// The nearest word of saying before the marks, or phrase of source.
    fn governed_before(&self, before: Range<usize>) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let start = before.start;
        // «По словам министра, которого цитирует газета, это «вздор и выдумки»»: a word in the phrase of source.
        let sources: Vec<According> =
            before.clone().filter_map(|at| according::at(view, at)).collect();
        let is_aside = |token: usize| {
            let within = |phrase: &Range<usize>| phrase.start < token && token < phrase.end;
            sources.iter().any(|source| within(&source.phrase))
        };
        let tells = |token: &usize| !is_aside(*token) && !self.is_quoted(start, *token);
        for token in before.rev().filter(tells) {
            if let Some(cue) = view.cue(token).filter(|&cue| can_govern(cue)) {
                // «По его словам, боец продолжает голодовку «в знак протеста»»
                let is_told = sources.iter().any(|source| source.phrase.start < token);
                let is_weak = cue.takes(Takes::Fragment)
                    && (!self.is_fragment_of(start, token, cue) || is_told)
                    || cue.takes(Takes::Loose) && !cue.takes(Takes::Name) && is_told;
                if is_weak || self.is_reported(start, token, cue) {
                    continue;
                }
                let tokens = view.sentence(open).start..open;
                return self
                    .is_told_by(token, cue)
                    .then(|| Governing::clause(block, tokens, token, Evidence::VerbBefore));
            }
            if let Some(found) = sources.iter().find(|source| source.phrase.start == token)
                && (self.word_count() > 1
                    || self.is_act() && view.function(token) == Some(Function::According))
            {
                return Some(Governing::phrase(block, token, found.source.clone()));
            }
        }
        None
    }

    /// Whether several words in marks are what this verb before them tells of, «ратует за «…»»; a writing's where it
    /// is said of writings, «закон запрещает «…»».
    fn is_fragment_of(&self, start: usize, token: usize, cue: Cue) -> bool {
        let (block, open) = self.marked().open;
        let view = self.view();
        let is_writing = |at: usize| {
            view.sense(at)
                .noun
                .is_some_and(|noun| noun.kind.is_document() && noun.is_in(Case::Nominative))
        };
        // «отверг обвинения как «абсурдные»», «ограничился словом «нет»»
        let is_tied = matches!(view.function(open - 1), Some(Function::As | Function::Words));
        let is_long = self.word_count() > 1 || cue.takes(Takes::Judgement) || is_tied;
        is_long
            && view.is_lower(self.marked().runs[0].1.start)
            && open - self.reach_of((block, token)) < NAMED
            && (!cue.takes(Takes::Passive) || (start..token).any(is_writing))
    }

    /// Whether a token behind `start` stands in other marks before these: «сказала, что «льду, говорят, конец» и «…»».
    fn is_quoted(&self, start: usize, token: usize) -> bool {
        let (block, _) = self.marked().open;
        let nearest = self.marks[..self.at].iter().rev();
        nearest
            .take_while(|marked| marked.close.0 == block && marked.close.1 > start)
            .any(|marked| marked.open < (block, token) && token < marked.close.1)
    }

    /// Whether this word of saying before the marks tells what stands in them.
    fn is_told_by(&self, token: usize, cue: Cue) -> bool {
        let (block, open) = self.marked().open;
        if cue.takes(Takes::Fragment) || cue.takes(Takes::Cry) && token + 1 == open {
            return true;
        }
        let view = self.view();
        let that = (token..open).rev().find(|&at| view.function(at) == Some(Function::That));
        let relative = (token..open).find(|&at| view.function(at) == Some(Function::Relative));
        // «сообщили в доме, который открыл неделю «…»»: the clause is the author's.
        let is_beside = relative.is_some_and(|relative| {
            !cue.takes(Takes::Name)
                && !(token..relative).any(|at| view.function(at) == Some(Function::That))
        });
        // «о сумме не сообщается»
        let is_denied =
            cue.form == Form::Place && token > 0 && view.function(token - 1) == Some(Function::Not);
        if is_beside || is_denied {
            return false;
        }
        let is_short = self.word_count() < 2;
        let is_sure = !cue.takes(Takes::Loose);
        // «согласился, что прогноз «смелый»»: little stands outside the marks.
        let is_whole = that.is_some_and(|that| view.words(that + 1..open) <= BESIDE)
            && cue.takes(Takes::That)
            && (!is_short || self.ends_clause());
        // «назвали «чёрную пятницу» удачной»: a thing that is judged by another word.
        let (close, first) = (self.marked().close.1, self.marked().runs[0].1.start);
        if cue.takes(Takes::Judgement)
            && view.is_lower(close + 1)
            && view.looks_instrumental(close + 1)
            && view.is_adjective(close + 1)
            && !self.marked().runs[0].1.clone().any(|at| view.looks_instrumental(at))
        {
            return false;
        }
        let is_judged = cue.takes(Takes::Name) && open - self.reach_of((block, token)) < NAMED;
        // «назвал слухи вокруг «золотого поезда» выдумкой»: the words tell more of the thing.
        let belongs = cue.takes(Takes::Judgement)
            && open > token + 1
            && view.is_lower(open - 1)
            && view.function(open - 1).is_none()
            && !view.is_adverb(open - 1)
            && view.is_oblique_adjective(first)
            && !view.looks_instrumental(first);
        if belongs && !is_whole {
            return false;
        }
        if is_whole || is_judged {
            return true;
        }
        if is_short {
            // «пожаловался на «болезнь»», «произнёс слово «война»»
            let is_beside = token + 2 == open
                && (view.is_preposition(open - 1)
                    || matches!(view.function(open - 1), Some(Function::Words | Function::Reply)))
                && view.is_lower(self.marked().runs[0].1.start);
            // «ответили «да»»
            let is_answer = token + 1 == open && cue.takes(Takes::Direct) && view.is_lower(first);
            return is_sure && (that == Some(open - 1) || self.is_act() || is_beside || is_answer);
        }
        // «привели слова мэра о том, что город «готов»»
        let is_relayed = || (token..open).any(|at| view.function(at) == Some(Function::Words));
        is_sure
            || that.is_some_and(|that| {
                cue.takes(Takes::That) || that == open - 1 || is_relayed()
            })
            // «поддержали «Чистый берег»»
            || open - token <= 3
                && (cue.takes(Takes::That) && cue.takes(Takes::Direct) || cue.takes(Takes::Name))
    }

    /// Whether the clause ends with the marks: «что прогноз «смелый», а итог …».
    fn ends_clause(&self) -> bool {
        let (view, behind) = (self.view(), self.marked().close.1 + 1);
        view.is_stop(behind)
            || view.word(behind) == "," && view.function(behind + 1) == Some(Function::And)
    }

    /// Whether the one word in the marks tells what is done, or how, as no name does: «распилить», «готов», «обязательно».
    pub(super) fn is_act(&self) -> bool {
        let (block, tokens) = &self.marked().runs[0];
        let view = &self.views[*block];
        // «остаются «неясными»»: no adjective of a noun behind it.
        let behind = self.marked().close.1 + 1;
        let is_alone = !view.is_word(behind) || view.function(behind).is_some();
        tokens.clone().find(|&at| view.is_word(at)).is_some_and(|word| {
            view.looks_finite(word)
                || view.looks_infinitive(word)
                || view.looks_short(word)
                || view.is_lower(word) && view.is_adverb(word)
                || is_alone
                    && view.is_lower(word)
                    && view.is_oblique_adjective(word)
                    && view.looks_instrumental(word)
        })
    }

    /// The word of saying behind «как» right behind the marks: «Город предложил ему «…», как выразился мэр».
    fn governed_as_behind(&self) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let close = self.marked().close.1;
        let is_set_off = view.word(close + 1) == ","
            && view.function(close + 2) == Some(Function::As)
            && self.word_count() > 1;
        let end = view.sentence(open).end;
        let says = |at: &usize| view.finite_cue(*at, Takes::That).is_some();
        let cue = (close + 3..end.min(close + 5)).filter(|_| is_set_off).find(says)?;
        Some(Governing::clause(block, close + 3..end, cue, Evidence::VerbAfter))
    }

    /// The word of saying or phrase of source that stands behind the marks.
    fn governed_after(&self) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let close = self.marked().close.1;
        let sentence = view.sentence(open);
        if self.word_count() < 2 {
            return None;
        }
        let before = sentence.start.max(open.saturating_sub(REACH))..open;
        let tells = before.into_iter().any(|at| view.function(at) == Some(Function::About));
        // «нашла «…», а писатель, член совета, рассказал»: another clause.
        let is_other = |at: &usize| {
            view.word(*at) == "," && view.function(at + 1) == Some(Function::And)
                || view.word(*at) == ";"
        };
        let end = sentence.end.min(close + REACH);
        let end = (close + 1..end).find(is_other).unwrap_or(end);
        (close + 1..end).find_map(|token| {
            if let Some(source) = according::at(view, token) {
                return Some(Governing::phrase(block, token, source.source));
            }
            // «О взятках в «круге друзей» заявил прокурор», «у «ящика с письмами», как назвали почту, …»
            let is_as = view.function(token - 1) == Some(Function::As);
            let is_set_off =
                view.word(token - 1 - usize::from(is_as)) == "," || token == close + 1 && tells;
            let says = view.finite_cue(token, Takes::That).is_some()
                || is_as && view.finite_cue(token, Takes::Name).is_some();
            (is_set_off && says)
                .then(|| Governing::clause(block, token..sentence.end, token, Evidence::VerbAfter))
        })
    }

    /// What governs the fragment before this one in the sentence that opens at `start`: speech goes on in it,
    /// «сказала, что парк – «сердце города», которое нельзя «вырезать»».
    fn governed_as_before(&self, start: usize) -> Option<Governing> {
        let (block, _) = self.marked().open;
        let last = self.before.filter(|last| last.start() >= (block, start))?;
        let because = last.because.iter().copied();
        let is_governed = !matches!(last.site, Site::Told { .. });
        (is_governed
            && last.kind == QuoteKind::Partial
            && !last.because.contains(&Evidence::Inscription))
        .then(|| Governing {
            cue: last.cue,
            site: last.site.clone(),
            because: because.filter(|&why| why != Evidence::QuotationMarks).collect(),
        })
    }

    /// The next sentence where it tells whose the whole of this one is: «Стройку закрыли за «…». Об этом сообщил мэр».
    fn governed_by_next(&self) -> Option<Governing> {
        let (block, close) = self.marked().close;
        let view = self.view();
        let (site, because) = self.told_by(view.sentence(close).end)?;
        let Site::Clause { cue, .. } = site else { return None };
        (self.word_count() > 1).then(|| Governing {
            cue: Some((block, cue)),
            site,
            because: because.to_vec(),
        })
    }

    /// The token from which it is counted how far a judgement's verb can stand: the verb itself, or the end of what
    /// it governs already, «называют её не «тяжёлой», а «терпимой»».
    fn reach_of(&self, cue: Place) -> usize {
        let governed = self.before.filter(|before| before.cue == Some(cue));
        governed.map_or(cue.1, |before| before.end().1)
    }

    /// The word of saying after a comma behind the marks, where the one before them, `cue`, takes a
    /// name and neither a clause nor the very words, or is denied.
    fn aside_after(&self, cue: usize) -> Option<usize> {
        let view = self.view();
        let close = self.marked().close.1;
        let end = view.sentence(close).end.min(close + REACH);
        let is_denied = cue > 0 && view.function(cue - 1) == Some(Function::Not);
        let is_somebodys = self.is_somebodys(cue);
        view.cue(cue).filter(|cue| {
            is_denied
                || !is_somebodys
                    && !cue.takes(Takes::That)
                    && !cue.takes(Takes::Direct)
                    && (cue.takes(Takes::Name) || cue.takes(Takes::Fragment))
        })?;
        let is_placed = view.cue(cue).is_some_and(|cue| cue.form == Form::Place);
        (close + 1..end).find(|&at| {
            view.word(at - 1) == ","
                && view.finite_cue(at, Takes::That).is_some_and(|cue| {
                    !cue.takes(Takes::Loose) && (is_placed || !matches!(cue.form, Form::Place))
                })
                && !(at + 1..end).any(|at| view.function(at) == Some(Function::That))
        })
    }

    /// Whether somebody stands before this verb who can be its subject: «он назвал это «…», пишет газета» is no word of
    /// the medium's.
    pub(super) fn is_somebodys(&self, verb: usize) -> bool {
        let view = self.view();
        let start = view.sentence(verb).start.max(verb.saturating_sub(REACH));
        (start..verb).any(|at| {
            let sense = view.sense(at);
            sense.is_personal()
                || sense.noun.is_some_and(|noun| {
                    noun.kind.is_human() && noun.singular && noun.is_in(Case::Nominative)
                })
        })
    }
}

/// Whether this word of saying can tell what stands in marks.
fn can_govern(cue: Cue) -> bool {
    let takes = [Takes::That, Takes::Direct, Takes::Name, Takes::Infinitive, Takes::Fragment];
    takes.into_iter().any(|takes| cue.takes(takes))
}
