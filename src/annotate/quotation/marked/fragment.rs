//! Fragments in quotation marks inside the author's sentence: он назвал это «…».

use crate::annotate::quotation::draft::{Draft, Site};
use crate::annotate::quotation::marks::Closing;
use crate::annotate::quotation::view::REACH;
use crate::article::{Evidence, QuoteKind};
use crate::language::speech::{Function, NounKind, Takes};

use super::governing::Governing;
use super::{Found, Reader};

/// How many tokens join the words of a list: `!», и «`.
pub(super) const LINK: usize = 6;

/// How many words name a thing.
const THING: usize = 2;

/// From how many words on a fragment is somebody's words with nobody named in its sentence.
pub(in crate::annotate::quotation) const WHOLE: usize = 8;

impl Reader<'_> {
    /// A fragment inside the author's sentence: он назвал это «…».
    pub(super) fn fragment(&self) -> Option<Found> {
        let (_, open) = self.marked().open;
        let view = self.view();
        if self.marked().runs.len() > 1 || self.marked().closing == Closing::Missing {
            return None;
        }
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        if self.is_gloss() || self.is_of_role() || self.is_maxim(start) {
            return None;
        }
        if self.is_noted(start) {
            return None;
        }
        if self.is_inscribed() {
            return self.inscription(start);
        }
        if let Some(found) = self.owned().or_else(|| self.judged_before()) {
            return Some(found);
        }
        if let Some(found) = self.listed() {
            return Some(found);
        }
        // «что «Весёлые ребята» приедут»: two words behind «что» are a name still.
        let behind_that = open > start && view.function(open - 1) == Some(Function::That);
        if behind_that && self.opens_clause() {
            return None;
        }
        let after_that = behind_that
            && (self.is_utterance() && !self.is_italic()
                || view.is_lower(self.marked().runs[0].1.start));
        let is_called = self.is_meaning() && !self.is_judged_in_writing(start)
            || self.terms.hold(self.views, self.marked());
        if (!after_that || self.word_count() < 2) && self.is_name() || is_called {
            return None;
        }
        let Governing { cue, site, because } = self.governing(start..open)?;
        Some(Found::alone(Draft {
            kind: QuoteKind::Partial,
            parts: self.parts(),
            cue,
            site,
            because: [&[Evidence::QuotationMarks], because.as_slice()].concat(),
        }))
    }

    /// Whether a thing stands in the marks whose clause goes on behind them: «что «чёрные риелторы» обманули жильцов».
    fn opens_clause(&self) -> bool {
        let view = self.view();
        let tokens = self.marked().runs[0].1.clone();
        let behind = self.marked().close.1 + 1;
        let tells = |at: usize| view.looks_finite(at) || view.looks_short(at) || view.is_adverb(at);
        self.word_count() <= THING
            && view.is_word(behind)
            // «чёрные копатели» ends as a verb does.
            && (view.is_adjective(tokens.start) || !tokens.into_iter().any(tells))
            && (behind..view.sentence(behind).end.min(behind + LINK))
                .take_while(|&at| view.is_word(at))
                .any(|at| view.looks_finite(at))
    }

    /// So many words that open with a small letter are no name and no irony, whoever said them: «уведомила о намерении
    /// «…»». What a prize is given for is its name for it: «получил орден «за …»».
    pub(super) fn unsourced(&self) -> Option<Draft> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let opens = self.marked().runs[0].1.clone().find(|&at| view.is_word(at))?;
        // «обвинён по статье «участие в беспорядках»»
        let is_title = open > 1
            && (view.is_preposition(open - 2)
                || view.function(open - 2) == Some(Function::According))
            && view.sense(open - 1).noun.is_some_and(|noun| noun.kind.is_document());
        let is_whole = self.marked().runs.len() == 1 && self.marked().closing != Closing::Missing;
        let is_said = is_whole
            && self.word_count() >= WHOLE
            && view.is_lower(opens)
            && view.function(opens) != Some(Function::Preposition)
            && !is_title
            && !self.is_gloss()
            && !self.is_meaning();
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        is_said.then(|| Draft {
            kind: QuoteKind::Partial,
            parts: self.parts(),
            cue: None,
            site: match (start..open).rev().find(|&at| view.looks_finite(at)) {
                Some(verb) => Site::Told { block, tokens: start..open, verb },
                None => Site::Phrase { block, tokens: open..open },
            },
            because: vec![Evidence::QuotationMarks],
        })
    }

    /// «добавил координатор «Чистого старта!»»: the name in the genitive of what somebody heads.
    fn is_of_role(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let first = self.marked().runs[0].1.start;
        let before = open.checked_sub(1).and_then(|before| view.sense(before).noun);
        before.is_some_and(|noun| noun.kind == NounKind::Human)
            && self.word_count() <= THING
            && view.is_capital(first)
            && view.is_oblique_adjective(first)
    }

    /// «по статье 105 («убийство»)»: what stands before has this name.
    fn is_gloss(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        open > 0 && view.word(open - 1) == "(" && view.word(self.marked().close.1 + 1) == ")"
    }

    /// «напомнил, что это девиз клуба: «бег для всех»»: part of what is reported.
    fn is_maxim(&self, start: usize) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        open > start
            && view.word(open - 1) == ":"
            && view.is_lower(self.marked().runs[0].1.start)
            && (start..open).any(|at| view.function(at) == Some(Function::That))
    }

    /// Where «так» opens a clause or the next sentence that says who calls something so, and its verb: «Их ждёт «матч
    /// жизни». Так назвал игру тренер», ««Матч жизни» – так назвал игру тренер».
    fn called_so(&self) -> Option<(usize, usize)> {
        let close = self.marked().close.1;
        let view = self.view();
        let dash = view.is_dash(close + 1);
        let so = if dash { close + 2 } else { view.sentence(close).end };
        // «Именно так»
        let so = so + usize::from(view.function(so) == Some(Function::Filler));
        let is_so = view.function(so) == Some(Function::So) && (dash || !self.is_name());
        let calls = |at: &usize| {
            let takes = |takes: Takes| view.finite_cue(*at, takes).is_some();
            takes(Takes::Name) || takes(Takes::Fragment)
        };
        let cue = (so + 1..so + LINK).filter(|_| is_so).find(calls)?;
        let is_last =
            self.marks.get(self.at + 1).is_none_or(|next| next.open > (self.marked().open.0, so));
        // «Так его назвал тренер», «Так тренер назвал игру», «Так в клубе назвали игру»
        let opens = view.is_capital(so + 1)
            || view.sense(so + 1).is_human()
            || view.function(so + 1) == Some(Function::In);
        is_last.then_some((if opens { so + 1 } else { cue }, cue))
    }

    /// The clause behind the words that tells who calls something so, and its verb: ««Кит», как успели прозвать катер
    /// рыбаки, ушёл»; «как его прозвали» names nobody.
    fn called_as(&self) -> Option<(usize, usize)> {
        let close = self.marked().close.1;
        let view = self.view();
        let start = close + 3;
        if view.word(close + 1) != "," || view.function(start - 1) != Some(Function::As) {
            return None;
        }
        let end = view.sentence(close).end.min(start + REACH / 2);
        let end = (start..end).find(|&at| view.word(at) == ",").unwrap_or(end);
        let calls = |at: &usize| {
            view.finite_cue(*at, Takes::Name).is_some_and(|cue| !cue.takes(Takes::That))
        };
        let cue = (start..end.min(start + LINK)).find(calls)?;
        let is_somebody = |at: usize| view.sense(at).is_human() || view.is_capital(at);
        (start..end).any(is_somebody).then_some((start, cue))
    }

    /// The words with the verb that calls something so right behind them: ««Позором» назвал итоги мэр», but not a name,
    /// ««Заря» назвала состав».
    fn judged_before(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let close = self.marked().close.1;
        let view = self.view();
        let sentence = view.sentence(open);
        let opens = self.marked().runs[0].1.clone().find(|&at| view.is_word(at))?;
        if let Some((start, cue)) = self.called_as() {
            let end = (cue..sentence.end).find(|&at| view.word(at) == ",").unwrap_or(sentence.end);
            return Some(Found {
                author: Some((block, start..end)),
                ..Found::alone(Draft {
                    kind: QuoteKind::Partial,
                    parts: self.parts(),
                    cue: Some((block, cue)),
                    site: Site::Clause { block, tokens: start..end, cue },
                    because: vec![Evidence::QuotationMarks, Evidence::VerbAfter],
                })
            });
        }
        let called = |start: usize, cue: usize| Found {
            author: Some((block, start..view.sentence(cue).end)),
            ..Found::alone(Draft {
                kind: QuoteKind::Partial,
                parts: self.parts(),
                cue: Some((block, cue)),
                site: Site::Clause { block, tokens: start..view.sentence(cue).end, cue },
                because: vec![Evidence::QuotationMarks, Evidence::VerbAfter],
            })
        };
        if let Some((start, cue)) = self.called_so() {
            return Some(called(start, cue));
        }
        let cue = close + 1;
        view.finite_cue(cue, Takes::Name)?;
        let is_somebody = |at: usize| view.sense(at).is_human() || view.sense(at).is_personal();
        let end = sentence.end.min(cue + REACH / 2);
        let is_subject =
            self.word_count() < 2 && !view.is_adjective(opens) && !(cue + 1..end).any(is_somebody);
        let is_judgement = view.looks_instrumental(opens) && !is_subject;
        let is_word = sentence.start == open || view.is_lower(opens);
        (is_word && is_judgement).then(|| called(cue, cue))
    }

    /// The words that go on a list of such as are said: они скандировали: «…!» и «…!»
    fn listed(&self) -> Option<Found> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let last = self.before.filter(|last| last.end().0 == block && last.end().1 < open)?;
        let (_, cue) = last.cue.filter(|&cue| cue.0 == block && cue < last.start())?;
        let between = last.end().1..open;
        let joins = |at: usize| view.word(at) == "," || view.function(at) == Some(Function::And);
        let is_list = between.len() <= LINK
            && between.clone().any(joins)
            && between.into_iter().all(|at| {
                joins(at) || view.is_quotation_mark(at) || view.is_stop(at) || view.word(at) == "'"
            });
        let is_cried = view.cue(cue).is_some_and(|cue| cue.takes(Takes::Cry));
        let is_said = is_cried
            || last.kind == QuoteKind::Direct
                && view.finite_cue(cue, Takes::Direct).is_some_and(|cue| !cue.takes(Takes::Loose));
        (is_list && is_said && (is_cried || self.word_count() > 1)).then(|| {
            Found::alone(Draft {
                kind: last.kind,
                parts: self.parts(),
                cue: last.cue,
                site: last.site.clone(),
                because: last.because.clone(),
            })
        })
    }

    /// Whether the words are a name's or a word's meaning: «что означает «…»», «переводится как «…»».
    pub(super) fn is_meaning(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let before = open.saturating_sub(1);
        let skips = view.function(before) == Some(Function::As) || view.is_dash(before);
        view.function(before.saturating_sub(usize::from(skips))) == Some(Function::Meaning)
    }

    /// Whether a writing or a verb of judgement calls something so, no name of it: «в проекте нападение называлось
    /// «вопиющим»», «считает диагноз «ошибочным»».
    fn is_judged_in_writing(&self, start: usize) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let first = self.marked().runs[0].1.start;
        view.is_lower(first)
            && view.looks_instrumental(first)
            && (start..open).any(|at| {
                view.finite_cue(at, Takes::Name).is_some()
                    || view.sense(at).noun.is_some_and(|noun| noun.kind.is_document())
            })
    }
}
