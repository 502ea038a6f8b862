//! Words of saying without a subject of their own: «Мост закрыт, сообщили в мэрии, и добавили, что …».

use crate::annotate::quotation::view::REACH;
use crate::article::{Evidence, Speaker};
use crate::language::speech::{Case, Form, Function, Takes};

use super::{Attribution, Attributor, Candidate, Who, place};

/// How many sentences back «там» can point.
const SENTENCES: usize = 3;

impl Attributor<'_> {
    /// The verb has no subject of its own: the last that fits it goes on.
    pub(super) fn omitted(&self, block: usize, cue: usize) -> Option<Attribution> {
        let found = self.onward(block, cue)?;
        Some(Attribution { source: None, because: Evidence::OmittedSubject, ..found })
    }

    /// Who goes on where this word of saying has no subject.
    fn onward(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let form = view.cue(cue).map_or(Form::Singular, |cue| cue.form);
        // «объявила, сообщив, что …»: whom the gerund's verb fits.
        let form = match form {
            Form::Gerund => (view.sentence(cue).start.max(cue.saturating_sub(REACH / 2))..cue)
                .rev()
                .filter_map(|at| view.verb_form(at))
                .find(|form| matches!(form, Form::Masculine | Form::Feminine))
                .unwrap_or(form),
            form => form,
        };
        if matches!(form, Form::Plural | Form::Place) && self.points_there(block, cue) {
            let spoke = self.last.as_ref().map(|(last, _)| last.clone());
            let spoke = spoke.filter(|last| matches!(last.speaker, Speaker::Organisation(_)));
            // «В отчёте полиции сказано, что … Там же указано, что …», «Адамчик пишет, что … «…», – говорится там же»
            if form == Form::Place
                && let Some((last, (at, _))) = &self.last
                && (spoke.is_some() || *at + 1 >= block)
            {
                return Some(last.clone());
            }
            let told = self.body_told(block, cue, Form::Gerund, None).map(|(told, _)| told);
            return self
                .place_here(block, cue)
                .or(told)
                .or_else(|| self.asked(block, cue))
                .or(spoke)
                .or_else(|| self.place_told(block, cue));
        }
        if form == Form::Place && self.goes_on(block, cue) {
            return self.last.as_ref().map(|(last, _)| last.clone());
        }
        // «На странице завода появился снимок. «…», – написано под ним»
        if form == Form::Place
            && let Some(Candidate { who: Who::Noun(head, _), case, tokens, .. }) =
                self.page_told(block, cue)
        {
            return Some(self.noun(block, tokens, head, case));
        }
        // «В мэрии сообщили, что …, и добавили, что …»
        if form == Form::Plural
            && let Some(last) = self.goes_on_behind(block, cue)
        {
            return Some(last);
        }
        // «Жители вышли на сход. «…!» – скандировали там»
        let cries = view.finite_cue(cue, Takes::Cry).is_some();
        if form == Form::Plural
            && cries
            && let Some(many) = self.many_told(block, cue)
        {
            return Some(many);
        }
        // «Считается, что …», «Говорят, что …»: nobody says so.
        if matches!(form, Form::Place | Form::Plural) {
            return self.offered(block, cue);
        }
        // «Отказался принять от мэра награду, объяснив …»: no object is the subject of its own sentence.
        let is_gerund = view.cue(cue).is_some_and(|cue| cue.form == Form::Gerund);
        let before = if is_gerund { view.sentence(cue).start } else { cue };
        let told =
            self.told_of_here(block, cue, form).or_else(|| self.antecedent(block, before, form));
        self.body_told(block, cue, form, told.as_ref()).or(told).map(|(found, _)| found)
    }

    /// The many who do something in the author's sentence before this one.
    fn many_told(&self, block: usize, cue: usize) -> Option<Attribution> {
        let before = self.told_before(block, cue)?;
        let end = before.end.min(before.start + REACH);
        let many = (before.start..end)
            .filter_map(|at| self.nominal(block, at, Form::Plural))
            .find(|found| self.is_human(found))?;
        let Who::Noun(head, _) = many.who else { return None };
        Some(self.noun(block, many.tokens, head, Case::Nominative))
    }

    /// The body with whose place a sentence of the paragraph opens: «В мэрии объяснили задержку. Котёл остановили. «…», –
    /// пообещали там».
    fn place_told(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let mut sentence = self.told_before(block, cue)?;
        for _ in 0..SENTENCES {
            let place = self.place_at(block, sentence.start).filter(|it| self.is_body(it));
            if let Some(Candidate { who: Who::Noun(head, _), case, tokens, .. }) = place {
                return Some(self.noun(block, tokens, head, case));
            }
            sentence = view.sentence(sentence.start.checked_sub(1)?);
        }
        None
    }

    /// The body with whose place the very sentence opens, before what is said: «В мэрии молчат: «…», – ответили там».
    fn place_here(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let start = view.sentence(cue).start;
        let place = self.place_at(block, start).filter(|it| self.is_body(it))?;
        let Who::Noun(head, _) = place.who else { return None };
        let is_parted = (place.tokens.end..cue).any(|at| self.is_speech(block, at));
        is_parted.then(|| self.noun(block, place.tokens, head, place.case))
    }

    /// The last body of the sentence before: «Запрос ушёл в мэрию. Там ответили, что …», «Слухи опровергла мэрия. Там …».
    fn asked(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let before = self.told_before(block, cue)?;
        let start = before.start.max(before.end.saturating_sub(REACH));
        (start..before.end).rev().find_map(|at| {
            let subject = || self.nominal(block, at, Form::Gerund);
            let found = self.place_at(block, at).or_else(subject).filter(|it| self.is_body(it))?;
            let Who::Noun(head, _) = found.who else { return None };
            let is_aim = found.case != Case::Nominative && place::is_aim(view, head);
            let case = if is_aim { Case::Accusative } else { found.case };
            let is_meant = is_aim || self.is_since_last((block, start));
            is_meant.then(|| self.noun(block, found.tokens, head, case))
        })
    }

    /// The many who spoke right before this word of saying, where «и» alone joins it to their words.
    fn goes_on_behind(&self, block: usize, cue: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let (last, (spoke, end)) = self.last.as_ref()?;
        let joins = |at: usize| {
            !view.is_word(at)
                || matches!(
                    view.function(at),
                    Some(Function::And | Function::Filler | Function::Not)
                )
        };
        let is_joined = *spoke == block
            && view.sentence(cue).contains(end)
            && *end < cue
            && (*end..cue).all(joins)
            && (*end..cue).any(|at| view.function(at) == Some(Function::And));
        let are_many =
            last.form == Form::Plural || matches!(last.speaker, Speaker::Organisation(_));
        (is_joined && are_many).then(|| last.clone())
    }

    /// Whether a word of saying without subject or place tells more of what a body said in the sentence before:
    /// «В заявлении завода сказано, что … Отмечается, что …».
    fn goes_on(&self, block: usize, cue: usize) -> bool {
        let view = &self.views[block];
        let Some((last, (spoke, end))) = &self.last else { return false };
        let before = view.sentence_before(self.views, cue);
        matches!(last.speaker, Speaker::Organisation(_))
            && view.is_sure_cue(cue)
            && cue <= view.sentence(cue).start + 1
            // «Как сообщалось, …» tells of another time.
            && view.function(view.sentence(cue).start) != Some(Function::As)
            && before.is_some_and(|(block, before)| {
                *spoke == block && before.start < *end && *end <= before.end
            })
    }
}
