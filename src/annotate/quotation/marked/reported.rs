//! Words of saying inside what another tells: «рассказала, что фонд требует отчёта, хотя лес «…»» is hers.

use crate::annotate::quotation::draft::Site;
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Cue, Form, Function, Takes};

use super::Reader;
use super::governing::Governing;

/// How far before «что» the word of saying that takes it can stand: «рассказала порталу ria.ru, что …».
const BEFORE: usize = 8;

/// How far into the marks the infinitive of what is asked or threatened can stand: «завтра же всех уволить».
const INFINITIVE: usize = 4;

impl Reader<'_> {
    /// Whether somebody else says the words than the medium behind them: «мэр отметил, что «…», пишет газета».
    pub(super) fn is_told(&self) -> bool {
        let (_, open) = self.marked().open;
        let view = self.view();
        let start = view.sentence(open).start.max(open.saturating_sub(REACH));
        // «кричал «…», заявил прокурор»
        if open > start && view.finite_cue(open - 1, Takes::Cry).is_some() {
            return true;
        }
        // «Жители, называвшие его «…», теперь уверяют, что …»
        let mut clause = (start..open).rev().take_while(|&at| view.word(at) != ",");
        if clause.any(|at| view.cue(at).is_some_and(|cue| cue.form == Form::Participle)) {
            return true;
        }
        // «назвал это «…», и пообещал помочь»
        let (close, behind) = self.marked().close;
        let goes_on = self.views[close].function(behind + 2) == Some(Function::And);
        let judges = (start..open).rev().find(|&at| view.finite_cue(at, Takes::Name).is_some());
        if judges.is_some_and(|verb| goes_on || self.is_somebodys(verb)) {
            return true;
        }
        let says = (start..open).rev().find(|&at| view.is_sure_cue(at));
        // «закон, который, как отметил мэр, «…», приняли»
        says.is_some_and(|cue| {
            (cue..open).any(|at| view.function(at) == Some(Function::That))
                || cue > start && view.function(cue - 1) == Some(Function::As)
        })
    }

    /// Whether a word of saying before the marks stands in what another tells and is not what tells them: «обещал, что
    /// Белов продолжит «…»».
    pub(super) fn is_reported(&self, start: usize, token: usize, cue: Cue) -> bool {
        let view = self.view();
        let that = (start..token).rev().find(|&at| view.function(at) == Some(Function::That));
        let is_told = that.is_some_and(|that| {
            that > start + 1
                && view.word(that - 1) == ","
                && (view.finite_cue(that - 2, Takes::That).is_some()
                    || (start..that - 1)
                        .rev()
                        .take(BEFORE)
                        .take_while(|&at| view.word(at) != ",")
                        .any(|at| view.is_sure_cue(at)))
        });
        is_told && (self.says_less(token, cue) || self.has_its_own(start, token))
    }

    /// Whether this word of saying tells no words in marks: one of little weight, of a thing or denied, a participle, or
    /// a request without an infinitive.
    fn says_less(&self, token: usize, cue: Cue) -> bool {
        let view = self.view();
        // «подчеркнул, что места не обещают, потому что «…»»
        let is_denied = token > 0 && view.function(token - 1) == Some(Function::Not);
        // «сообщил, что за мост высказалось «большинство»», «что объявивший об уходе «больше недели» играл»
        let is_things = matches!(cue.form, Form::Neuter | Form::Place | Form::Participle);
        // «рассказала, что фонд требует «доходов»»
        let words = [Takes::That, Takes::Direct, Takes::Name];
        let first = self.marked().runs[0].1.start;
        let is_asked =
            words.iter().all(|takes| !cue.takes(*takes)) && !view.looks_infinitive(first);
        // «рассказал, что боцман грозил пассажирам «завтра же всех высадить»»
        let (_, open) = self.marked().open;
        let is_act = cue.takes(Takes::Infinitive)
            && (token + 1..open).all(|at| view.is_word(at))
            && (first..first + INFINITIVE).any(|at| view.looks_infinitive(at));
        let is_light = cue.takes(Takes::Loose) || cue.takes(Takes::Fragment);
        is_light && !is_act || is_denied || is_things || is_asked && !is_act
    }

    /// Whether what this word of saying tells is told already: by a clause that is over, «фонд требует отчёта, хотя
    /// лес «…»», or before it, «попал в бурю, о которой предупредили «…»».
    fn has_its_own(&self, start: usize, token: usize) -> bool {
        let view = self.view();
        let (_, open) = self.marked().open;
        let goes_on = |at: usize| {
            view.word(at) == ","
                && matches!(view.function(at + 1), Some(Function::And | Function::Subordinate))
        };
        let is_over = (token + 1..open).any(goes_on)
            && !(token + 1..open).any(|at| view.function(at) == Some(Function::That));
        let is_about = (start + 1..token).any(|at| {
            view.function(at) == Some(Function::Relative)
                && view.function(at - 1) == Some(Function::About)
        });
        is_over || is_about
    }

    /// The place that an aside right before the marks tells of, rather than the word of saying of the sentence: «Мэр заявил,
    /// что кран, как следует из акта, подписанного комиссией, «исправен и допущен»».
    pub(super) fn governed_set_off(&self) -> Option<Governing> {
        let (block, open) = self.marked().open;
        let view = self.view();
        let comma = open.checked_sub(1).filter(|&at| view.word(at) == ",")?;
        let start = view.sentence(open).start.max(open.saturating_sub(REACH / 2));
        let opens = |at: usize| {
            view.function(at) == Some(Function::As)
                && view.word(at - 1) == ","
                && view.cue(at + 1).is_some_and(|cue| cue.form == Form::Place)
        };
        let verb = (start + 1..comma).rev().find(|&at| opens(at))? + 1;
        let site = Site::Clause { block, tokens: verb..comma, cue: verb };
        Some(Governing { cue: Some((block, verb)), site, because: vec![Evidence::VerbBefore] })
    }
}
