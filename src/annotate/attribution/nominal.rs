//! What can be a subject: a name, a noun or a pronoun, as far as its form agrees with its verb.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::annotate::text::Shape;
use crate::article::Gender;
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind, Sense};

use super::counted::{counted, counts_speakers, one_of_many};
use super::other::describes_next;
use super::proper::{
    is_described_name, is_in_marks_behind_its_noun, is_of_governed, is_own, opens_before_aside,
    own_noun,
};
use super::several::heads_pair;
use super::{Attributor, Candidate, Who, agreement, phrase};

impl Attributor<'_> {
    /// What at this token can be a subject of a verb of this form.
    pub(super) fn nominal(&self, block: usize, at: usize, form: Form) -> Option<Candidate> {
        if self.is_speech(block, at) {
            return None;
        }
        let view = &self.views[block];
        let article = at > 0 && view.function(at - 1) == Some(Function::Article);
        let before = at - usize::from(article);
        let governed = before > 0
            && (view.is_preposition(before - 1)
                || view.function(before - 1) == Some(Function::According));
        if let Some((person, end)) = self.person_at(block, at) {
            // «из квартиры своей дочери Мадлен»: no subject is one's own.
            let is_ones_own = own_noun(view, at).is_some();
            let is_subject = self.is_nominative(person, block, at..end)
                && !governed
                && !is_ones_own
                && !self.is_owner(person, block, at);
            // «Вера Гусева и Илья Белов заявили»: the first named speaks for both.
            if form == Form::Plural && is_subject && self.is_one_of_two(block, at..end) {
                let (person, tokens) = self.joined_before(block, at).unwrap_or((person, at..end));
                let who = Who::Person(person);
                return Some(Candidate { who, case: Case::Nominative, block, tokens });
            }
            let fits = is_subject && self.agrees(person, form);
            return fits.then_some(Candidate {
                who: Who::Person(person),
                case: Case::Nominative,
                block,
                tokens: at..end,
            });
        }
        let sense = view.sense(at);
        if let Some(noun) = sense.noun
            && noun.kind == NounKind::Quantity
            && noun.is_in(Case::Nominative)
            && !governed
            && counts_speakers(view, at)
        {
            let tokens = phrase::extent(view, at, view.len());
            let who = Who::Noun(at, Form::Plural);
            return Some(Candidate { who, case: Case::Nominative, block, tokens });
        }
        if !governed && let Some((who, tokens)) = one_of_many(view, at, form) {
            return Some(Candidate { who, case: Case::Nominative, block, tokens });
        }
        // «57% опрошенных полагают»
        if view.is_number(at)
            && !governed
            && let Some(head) = counted(view, at)
            && (head + 1..head + 3)
                .find_map(|verb| view.cue(verb))
                .is_some_and(|cue| matches!(cue.form, Form::Plural | Form::Neuter | Form::Singular))
        {
            let who = Who::Unlisted(Form::Plural);
            return Some(Candidate { who, case: Case::Nominative, block, tokens: at..head + 1 });
        }
        if let Some(pronoun) = sense.pronoun
            && !pronoun.possessive
            // «в тот день»
            && !governed
            && !describes_next(view, at)
            // «тот же еженедельник»
            && !(pronoun.other
                && view.function(at + 1) == Some(Function::Filler)
                // «та же Monte Times»
                && (view.is_capital(at + 2)
                    || view
                        .sense(at + 2)
                        .noun
                        .is_some_and(|noun| noun.kind.is_body() || noun.kind.is_human())))
        {
            let fits = match form {
                Form::Singular => pronoun.form != Form::Plural,
                Form::Gerund | Form::Participle => true,
                form => pronoun.form == form,
            };
            return fits.then_some(Candidate {
                case: Case::Nominative,
                who: Who::Pronoun(pronoun.form),
                block,
                tokens: at..at + 1,
            });
        }
        if let Some(noun) = sense.noun
            && noun.kind != NounKind::Quantity
            && noun.is_in(Case::Nominative)
            && !governed
            // «движение «Рассвет»»: the name of the noun before it.
            && !is_in_marks_behind_its_noun(view, at)
            // «объясняет своё решение агентство»: no subject is one's own.
            && !(at > 0 && view.function(at - 1) == Some(Function::Own))
            && !belongs_to_place(view, at)
            && !describes(view, at)
            && !names_another(view, at)
            // «Ответ был краток: «Нет»»: whose it is, the sentence before tells.
            && view.function(at) != Some(Function::Reply)
            && !is_whose(view, at)
            && !(noun.kind.is_body() && noun.gender == Form::Singular && is_of_governed(view, at))
            // «застрелившего трёх человек», but «рассказал телеканалу N1 артист»
            && !(noun.singular
                && at > 0
                && view.is_lower(at)
                && (view.is_number(at - 1) && !(view.block.is_joined(at - 1) && view.is_word(at - 2)) || view.function(at - 1) == Some(Function::Counting)))
            && !agreement::is_governed(view, at)
        {
            let fits = match form {
                // «всё» is not «все», nor «все же» anybody
                Form::Plural => {
                    let is_all = view.word(at).ends_with('ё')
                        || view.function(at) == Some(Function::Correlate)
                            && view.function(at + 1) == Some(Function::Filler);
                    noun.plural && !is_all || heads_pair(view, at)
                }
                Form::Masculine => {
                    !noun.plural && matches!(noun.gender, Form::Masculine | Form::Singular)
                }
                Form::Feminine => {
                    !noun.plural
                        && (matches!(noun.gender, Form::Feminine | Form::Singular)
                            || (noun.kind.is_human()
                                && !matches!(noun.kind, NounKind::Group | NounKind::Kin)))
                }
                Form::Neuter => {
                    !noun.plural && matches!(noun.gender, Form::Neuter | Form::Singular)
                }
                Form::Singular => !noun.plural || view.has(Habit::SubjectFirst),
                Form::Gerund | Form::Participle => true,
                Form::Place => noun.kind.is_document(),
            };
            // An adjective or numeral that governs it shows another case than the nominative.
            return (fits && !agreement::is_oblique(view, at)).then(|| {
                let tokens = phrase::extent(view, at, view.len());
                Candidate { who: Who::Noun(at, form), case: Case::Nominative, block, tokens }
            });
        }
        // «Верховный суд», «Второй кассационный суд»: the noun behind it is the subject.
        let noun = (at + 1..at + 4).find(|&at| !(view.is_lower(at) && view.is_adjective(at)));
        if view.is_capital(at)
            && view.is_adjective(at)
            && noun.is_some_and(|noun| view.is_lower(noun) && view.sense(noun).noun.is_some())
        {
            return None;
        }
        // «Белый дом объявил»
        let is_pair = view.is_capital(at)
            && view.is_adjective(at)
            && view.is_lower(at + 1)
            && !view.is_adjective(at + 1)
            && view.sense(at + 1) == Sense::default()
            && view.cue(at + 2).is_some_and(|cue| cue.form == form);
        if is_pair && !governed && sense == Sense::default() {
            let tokens = at..at + 2;
            return Some(Candidate { who: Who::Name, case: Case::Nominative, block, tokens });
        }
        let is_name = (view.is_capital(at)
            && (view.sentence(at).start != at
                // «МЧС утром сообщило»: no common word is spelled so.
                || view.block.tokens[at].shape == Shape::Upper
                // «Airbus в ответ заявил»
                || view.is_foreign(at)
                || form == Form::Gerund
                    && view.word(at + 1) != ","
                    // «Вернула значок, написав, что …»
                    && !view.speech().looks_finite(view.block.folded(at))
                    && !describes_lower(view, at)
                    && !tells_when(view, at)
                || (self.opens_clause(block, at) || opens_before_aside(view, at, form))
                    && (!view.is_adjective(at)
                        || view.is_capital(at + 1)
                        // «Слуцкий ответил»
                        || self.namesake(block, at..at + 1, Case::Nominative).is_some()))
            || view.block.opens_mark(at)
                && view.is_capital(at + 1)
                // «в интервью «Вечернему городу» признавался»
                && !view.is_oblique_adjective(at + 1))
            && !governed
            && !is_own(view, at)
            && !is_of_governed(view, at)
            && (self.is_free(block, at)
                || self.is_agreeing(block, at, form)
                || is_described_name(view, at))
            && !self.is_speech(block, at + 1);
        if is_name
            // «Вьетнам» is no dative.
            && (!view.is_addressee(at) || self.nominatives.is_place(view, at))
            && !view.is_adverb(at)
            // «Уговаривать её не пришлось»
            && !view.speech().looks_infinitive(view.block.folded(at))
            && sense.cue.is_none()
            && sense.function.is_none()
            // «Его поддержал врач», «Встретившись с шахтёрами, мэр …»
            && sense.pronoun.is_none()
            && !view.speech().looks_gerund(view.block.folded(at))
            && !matches!(form, Form::Participle | Form::Place)
        {
            let mut tokens = phrase::name_extent(view, at);
            // «сообщил Белый дом»
            let next = tokens.end;
            let is_pair = next == at + 1
                && view.is_adjective(at)
                && !view.is_oblique_adjective(at)
                && view.is_lower(next)
                && view.sense(next) == Sense::default()
                && !view.is_adjective(next)
                && !view.is_adverb(next)
                && !view.looks_finite(next);
            tokens.end += usize::from(is_pair);
            if form == Form::Plural && !self.can_be_plural(block, tokens.clone()) {
                return None;
            }
            return Some(Candidate { who: Who::Name, case: Case::Nominative, block, tokens });
        }
        None
    }

    /// A noun with the name that follows it: «глава фонда Пётр Ильин».
    pub(super) fn completed(&self, found: Candidate, limit: usize, form: Form) -> Candidate {
        let block = found.block;
        let view = &self.views[block];
        let head = match found.who {
            Who::Noun(head, _) => head,
            // «один из них, Пётр Ильин»
            Who::Unlisted(_)
                if view.word(found.tokens.end) == "," || view.is_dash(found.tokens.end) =>
            {
                found.tokens.end - 1
            }
            _ => return found,
        };
        if view.sense(head).noun.is_some_and(|noun| !noun.kind.is_human()) {
            // «ведущий программы «Утро» Пётр Ильин заявил»: the nominative is no body's.
            let person = self.subject_within(block, head + 1..found.tokens.end.min(limit));
            return match person {
                Some((person, tokens)) if self.agrees(person, form) => {
                    Candidate { who: Who::Person(person), case: Case::Nominative, block, tokens }
                }
                _ => found,
            };
        }
        let limit = limit.min(head + REACH / 2);
        let mut at = head + 1;
        while at < limit {
            at = self.past_clause(block, at, limit).unwrap_or(at);
            if let Some(named) = self.self_named(block, at) {
                return named;
            }
            // «директор музея, Пётр Ильин», «один из рыбаков, 62-летний Пётр Ильин»
            let next = view.past_age(at + 1);
            let after_comma = view.word(at) == ","
                && self.person_at(block, next).is_some_and(|(person, end)| {
                    self.is_nominative(person, block, next..end)
                        && self.agrees(person, form)
                        // «Как считает автор письма, Ильин «развалил» клуб»: of whom he says so.
                        && (view.word(end) == "," || !is_as_told(view, head))
                });
            // «глава федерации, чемпион мира Пётр Ильин»
            let goes_on = after_comma
                || view.is_adjective(next) && !view.is_oblique_adjective(next)
                || view.sense(next).noun.is_some_and(|noun| {
                    noun.kind == NounKind::Human && noun.is_in(Case::Nominative)
                });
            // «кандидат вышел к людям с дочерью Ниной»
            let is_verb = view.looks_finite(at)
                && view.sense(at) == Sense::default()
                && !view.is_adjective(at);
            if view.word(at) == "," && !goes_on
                || is_verb
                || view.cue(at).is_some_and(|cue| cue.form != Form::Place)
                || view.is_stop(at) && view.sentence(at).end == at + 1
            {
                break;
            }
            if let Some((person, end)) = self.person_at(block, at) {
                if !self.is_others(person, block, at..end, limit)
                    && !self.is_owner(person, block, at)
                    && !self.belongs_to(person, block, at, head)
                    && !self.is_her_man(person, block, head, form)
                    && self.is_nominative(person, block, at..end)
                    && (self.agrees(person, form) || end > at + 1)
                    // «сказал боксёр после боя с Чекки»
                    && !view.is_preposition(at - 1)
                {
                    return Candidate {
                        who: Who::Person(person),
                        case: Case::Nominative,
                        block,
                        tokens: at..end,
                    };
                }
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    /// The person whose name stands among these tokens in what can be no case but the nominative.
    pub(super) fn subject_within(
        &self,
        block: usize,
        tokens: Range<usize>,
    ) -> Option<(usize, Range<usize>)> {
        let limit = tokens.end;
        tokens.into_iter().find_map(|at| {
            let (person, end) = self.person_at(block, at)?;
            let is_subject = end <= limit
                && self.is_nominative(person, block, at..end)
                && !self.is_indeclinable(person)
                && self.people.people[person].gender != Some(Gender::Feminine);
            is_subject.then_some((person, at..end))
        })
    }
}

/// Whether «как» and a word of saying lead to the noun at this token: «как считает автор письма».
fn is_as_told(view: &View, head: usize) -> bool {
    let start = view.sentence(head).start.max(head.saturating_sub(REACH / 4));
    (start..head).any(|at| view.function(at) == Some(Function::As) && view.cue(at + 1).is_some())
}

/// Whether the word in marks at this token names what stands before them in another case than the
/// nominative: «рассказал агентству «Заря» глава фонда».
fn names_another(view: &View, at: usize) -> bool {
    at > 1
        && view.is_quotation_mark(at - 1)
        && view.block.is_joined(at)
        && view.sense(at - 2).noun.is_some_and(|noun| !noun.is_in(Case::Nominative))
}

/// Whether the word that opens its sentence is an adjective of the small word behind it: «Последний чемпион».
fn describes_lower(view: &View, at: usize) -> bool {
    // «Другим решением»
    let is_means = view.looks_instrumental(at) && view.looks_instrumental(at + 1);
    let describes = view.is_adjective(at) && view.function(at + 1).is_none();
    view.is_lower(at + 1) && (describes || is_means)
}

/// Whether the noun at this token is an adjective of the noun behind it: «местные газеты», «военные эксперты».
fn describes(view: &View, at: usize) -> bool {
    let next = view.sense(at + 1).noun;
    // «управление полиции» is no adjective, for all its ending.
    let can_describe =
        view.sense(at).noun.is_some_and(|noun| noun.kind.is_human() || !noun.singular);
    can_describe && view.is_adjective(at) && next.is_some_and(|noun| noun.is_in(Case::Nominative))
}

/// Whether the noun at this token opens a clause that tells of another: «…, контракт которого закончен, …».
pub(super) fn is_whose(view: &View, at: usize) -> bool {
    at > 0
        && view.word(at - 1) == ","
        && view.function(at + 1) == Some(Function::Relative)
        && view.is_adjective(at + 1)
}

/// Whether the noun at this token is another noun's that a preposition governs: «в совете общества».
fn belongs_to_place(view: &View, at: usize) -> bool {
    // «в блоге представители сказали»: a nominative is nobody's.
    let can_belong = view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Genitive));
    let Some(head) =
        at.checked_sub(1).filter(|&head| can_belong && view.sense(head).noun.is_some())
    else {
        return false;
    };
    let first = (0..head).rev().take(3).find(|&before| !view.is_oblique_adjective(before));
    first.is_some_and(|first| view.function(first) == Some(Function::In))
}

/// Whether the sentence opens here with how long before or after something was: «Годом раньше», «Двумя днями позже».
fn tells_when(view: &View, at: usize) -> bool {
    (at..at + 2).any(|at| {
        view.looks_instrumental(at)
            && view.is_lower(at + 1)
            && matches!(view.function(at + 1), Some(Function::Filler | Function::Day))
    })
}
