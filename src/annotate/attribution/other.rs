//! «Тот», and a pronoun right behind its clause: not the last one named, but whom the words before tell of.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::article::Speaker;
use crate::language::speech::{Case, Form, Function, NounKind};

use super::apart::is_people;
use super::trade::NEAR;
use super::{Attribution, Attributor, Who, phrase};

/// How many mentions back «тот» looks.
const BESIDE: usize = 3;

/// How far behind «последний» its verb can stand, in tokens.
const VERB: usize = 6;

impl Attributor<'_> {
    /// Whom «тот» stands for at this token: the last one told of who was no subject, named or not: «Ильин позвонил
    /// издателю. Тот ответил …».
    pub(super) fn beside(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let is_object = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| {
                // «обратился к судье. Та ответила»
                let is_she = form == Form::Feminine && noun.kind == NounKind::Human;
                (noun.kind.is_human() || noun.kind.is_body())
                    && noun.singular
                    && (noun.gender == form || is_she && noun.gender == Form::Masculine)
                    && !noun.is_in(Case::Nominative)
            })
        };
        let own = view.sentence(token).start;
        let before = self.told_before(block, token);
        let told_end = before.as_ref().map_or(own, |before| before.end);
        let told = std::iter::once(own..token).chain(Some(told_end..own)).chain(before);
        let is_beside = |at: usize| (told_end..own).contains(&at);
        let unnamed = told.flat_map(Range::rev).take(REACH).find(|&at| {
            // «…», – сказал он врачу. Тот …»: whom the author's words beside the speech tell of.
            let is_named = !is_beside(at) && self.person_at(block, at).is_some();
            !self.is_speech(block, at) && (is_object(at) || is_named)
        });
        if let Some(head) = unnamed.filter(|&at| self.person_at(block, at).is_none()) {
            let tokens = phrase::extent(view, head, view.len());
            // «…», – сказал он следователю»: not he.
            let is_other = |found: &Attribution| {
                !(is_beside(head)
                    && matches!(&found.speaker, Speaker::Person(id) if self.spoke_last(id)))
            };
            let holder = self.holder(block, tokens.clone(), head, form);
            let found = holder
                .map(|person| self.meant_by_pronoun(person))
                .or_else(|| self.meant(block, tokens.clone(), head, (form, Case::Dative)))
                .or_else(|| self.only_other(block, head, form))
                .filter(is_other)
                .unwrap_or_else(|| self.noun(block, tokens, head, Case::Dative));
            return Some((found, block));
        }
        let named = |can_be: &dyn Fn(usize, usize, Range<usize>) -> bool| {
            self.mentions_before(block, token)?.iter().rev().take(BESIDE).find_map(|mention| {
                let person = self.index(&mention.person)?;
                let number = mention.at.block;
                let first = self.views[number].block.token_from(mention.at.start);
                let (_, last) = self.person_at(number, first)?;
                let is_other = self.agrees(person, form)
                    && !self.is_speech(number, first)
                    && can_be(person, number, first..last);
                is_other.then(|| (self.meant_by_pronoun(person), number))
            })
        };
        // «Кто это был?» – спросил следователь. «Вам виднее», – ответил тот»: not who asks.
        let is_asked = self.last.as_ref().is_some_and(|(last, (spoke, _))| {
            *spoke == block && !matches!(last.speaker, Speaker::Person(_)) && last.form == form
        });
        named(&|person, number, tokens| {
            let view = &self.views[number];
            // «Упоминают и Долидзе. Последний …»: a name of no case that no verb follows.
            let is_object = || {
                self.is_indeclinable(person)
                    && tokens.start > view.sentence(tokens.start).start
                    && !view.looks_finite(tokens.end)
            };
            !self.is_topic(number, tokens.start)
                && (!self.is_nominative(person, number, tokens.clone()) || is_object())
        })
        // «В списке Анна Белова и Пётр Ильин. Последний …»: of those named the last.
        .or_else(|| view.is_adjective(token).then(|| named(&|_, number, _| number == block))?)
        .or_else(|| is_asked.then(|| named(&|_, _, _| true)).flatten())
        // «Слушаю», – сказал Ильин. «Помогите», – попросил тот»: not who just spoke.
        .or_else(|| {
            let spoke = self.last.as_ref().filter(|(last, _)| last.form == form)?;
            let is_here = spoke.1.0 == block && matches!(spoke.0.speaker, Speaker::Person(_));
            is_here.then(|| named(&|person, _, _| !self.is_last(person))).flatten()
        })
    }

    /// Whom «сам он» means: the last one of whom the sentence before tells, as long as it is not he who spoke.
    pub(super) fn himself(
        &self,
        block: usize,
        pronoun: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let is_himself = view.sense(pronoun.checked_sub(1)?).is_himself;
        let last = view.sentence(pronoun).start.checked_sub(1)?;
        let before = view.sentence(last);
        let person = before.clone().rev().take(REACH).filter(|_| is_himself).find_map(|at| {
            let (person, _) = self.person_at(block, at)?;
            (!self.is_last(person) && self.agrees(person, form)).then_some(person)
        });
        // «Ильин вернулся. Тренер Белов назвал его «…». Сам он …»: of whom the last speaker tells by a pronoun.
        let told = || {
            let (_, (spoke, end)) = self.last.as_ref()?;
            let tells = |at: usize| {
                view.sense(at).pronoun.is_some_and(|pronoun| pronoun.form == form)
                    && !self.is_speech(block, at)
            };
            let is_told = is_himself && *spoke == block && before.contains(&end.saturating_sub(1));
            (is_told && before.clone().rev().take(REACH).any(tells))
                .then(|| {
                    self.named_antecedent(block, before.start, form, |person| !self.is_last(person))
                })
                .flatten()
        };
        person.map(|person| (self.meant_by_pronoun(person), block)).or_else(told)
    }

    /// Of whom a clause tells in which a pronoun stands at this token: «визит Петра Ильина, где он сказал», «сменит Петра
    /// Ильина, который, по его словам, …».
    pub(super) fn just_named(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        // «…, которого он назвал …»: of another.
        let is_relative = |at: usize| {
            view.function(at) == Some(Function::Relative) && !view.is_oblique_adjective(at)
        };
        let opens = || {
            let start = view.sentence(token).start.max(token.saturating_sub(REACH));
            let mut commas = (start..token).rev().filter(|&at| view.word(at) == ",");
            let aside = commas.next()?;
            let comma = commas.next()?;
            let goes_on = comma + 2 == aside || view.function(aside - 1) == Some(Function::And);
            (goes_on && is_relative(comma + 1)).then_some(comma)
        };
        let comma = match token.checked_sub(2).filter(|&at| view.word(at) == ",") {
            Some(comma) if is_relative(comma + 1) => comma,
            _ => opens()?,
        };
        let mention = self.mentions_before(block, comma)?.last()?;
        let person = self.index(&mention.person)?;
        let ends_there =
            (mention.at.block, mention.at.end) == (block, view.block.tokens[comma].start);
        (ends_there && self.agrees(person, form)).then(|| (self.meant_by_pronoun(person), block))
    }

    /// Whom the clause right before a pronoun's has for its subject by a noun: «Пришёл сосед, он рассказал, …».
    pub(super) fn of_clause_before(
        &self,
        block: usize,
        pronoun: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        // «…, он рассказал», «…: по его словам, …»
        let before = pronoun.checked_sub(1)?;
        let before =
            before - usize::from(view.function(before) == Some(Function::According)).min(before);
        let comma = Some(before).filter(|&at| matches!(view.word(at), "," | ":"))?;
        let start = view.sentence(pronoun).start.max(comma.saturating_sub(REACH / 2));
        let first = (start..comma).rev().take_while(|&at| view.word(at) != ",").last()?;
        // «Отец более категоричен: он считает»
        let is_told = (first..comma).any(|at| view.looks_finite(at) || view.looks_short(at));
        let is_named = (first..comma)
            .filter_map(|at| self.person_at(block, at))
            .any(|(person, _)| self.agrees(person, form));
        if is_named || !is_told {
            return None;
        }
        (first..comma).find_map(|at| {
            let found = self.nominal(block, at, form)?;
            let Who::Noun(head, _) = found.who else { return None };
            let noun = view.sense(head).noun?;
            let is_one = noun.kind.is_human() && noun.singular && noun.gender == form;
            let meant = || self.meant(block, found.tokens.clone(), head, (form, Case::Nominative));
            let holder = || self.holder(block, found.tokens.clone(), head, form);
            is_one.then(|| {
                let person = holder().map(|person| self.meant_by_pronoun(person));
                let somebody = || self.noun(block, found.tokens.clone(), head, Case::Nominative);
                (person.or_else(meant).unwrap_or_else(somebody), block)
            })
        })
    }

    /// Somebody unnamed of whom the paragraph told just before, where a pronoun can mean nobody named.
    pub(super) fn somebody(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let start = token.saturating_sub(REACH / 2);
        let head = (start..token).rev().find(|&at| {
            let noun = view.sense(at).noun;
            !self.is_speech(block, at)
                && noun.is_some_and(|noun| {
                    matches!(noun.kind, NounKind::Human | NounKind::Kin | NounKind::Stranger)
                        && noun.singular
                        && noun.gender == form
                })
        })?;
        Some((self.noun(block, head..head + 1, head, Case::Genitive), block))
    }

    /// Whether a body spoke last of somebody for whom the pronoun stands: «Как пишет портал, юноша добрался до стрелы.
    /// Наверху он …».
    pub(super) fn is_told_by_body(
        &self,
        last: &Attribution,
        block: usize,
        pronoun: usize,
        form: Form,
    ) -> bool {
        let source = last.source.filter(|source| source.block == block);
        let Some(source) = source else { return false };
        let view = &self.views[block];
        let first = view.block.token_from(source.end);
        matches!(last.speaker, Speaker::Organisation(_))
            && (first.max(pronoun.saturating_sub(REACH))..pronoun).any(|at| {
                !self.is_speech(block, at)
                    && view.sense(at).noun.is_some_and(|noun| {
                        let is_he = noun.singular && noun.gender == form;
                        noun.kind.is_human() && is_he && noun.is_in(Case::Nominative)
                    })
            })
    }

    /// Somebody unnamed who spoke last or before that, by whatever noun: «…, рассказал сотрудник порта. «…», – добавил тот
    /// же чиновник».
    pub(super) fn same_again(&self, block: usize, first: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let that = first.checked_sub(2)?;
        let points = view.sense(that).pronoun.is_some_and(|pronoun| pronoun.other)
            || view.function(that) == Some(Function::Correlate);
        let is_same = points && view.function(first - 1) == Some(Function::Filler);
        let spoke = [&self.last, &self.previous].into_iter().flatten();
        spoke
            .filter(|(found, place)| {
                matches!(found.speaker, Speaker::Unnamed(_))
                    && found.form != Form::Plural
                    && place.0 + NEAR >= block
            })
            .map(|(found, _)| found.clone())
            .find(|_| is_same)
    }

    /// Somebody unnamed who spoke last by this noun and more words: «Чиновник мэрии отметил, что … «…», – пояснил
    /// чиновник».
    pub(super) fn nobody_again(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let is_same = |found: &Attribution| match &found.speaker {
            Speaker::Unnamed(who) => {
                who.split_once(' ').is_some_and(|(first, more)| first == word && !more.is_empty())
            }
            _ => false,
        };
        // «…, считает губернатор края. «…», – сказал мэр Белов. По словам губернатора, …»
        let is_beside = |found: &Attribution| match &found.speaker {
            Speaker::Person(id) => {
                self.index(id).is_some_and(|person| self.is_another(person, view, word))
            }
            _ => true,
        };
        let (last, place) = self.last.as_ref().filter(|_| tokens.len() == 1)?;
        let before = self.previous.as_ref().filter(|_| is_beside(last));
        let again = Some((last, place)).into_iter().chain(before.map(|(found, at)| (found, at)));
        let mut again = again.filter(|(found, place)| is_same(found) && place.0 + 1 >= block);
        again.next().map(|(found, _)| found.clone())
    }

    /// Whether this somebody unnamed stands beside the one whom the noun tells of: the «сосед изобретателя», «его соавтор», or
    /// who has a trade of another field.
    pub(super) fn is_beside(&self, view: &View, who: &str, noun: &str) -> bool {
        let speech = view.speech();
        let mut words = who.split_whitespace();
        let first = words.next().unwrap_or_default();
        let is_whose = words.any(|owner| {
            speech.of(owner).noun.is_some_and(|owner| {
                owner.singular && owner.is_in(Case::Genitive) && speech.nominative(owner) == noun
            })
        });
        let (own, asked) = (speech.fields(first), speech.fields(noun));
        let is_apart = asked.all != 0 && own.all & (asked.all | asked.can_head) == 0;
        let is_somebodys = speech.of(first).is_kin() || self.nominatives.is_relational(first);
        is_whose || own.all != 0 && (is_apart || is_people(view, noun)) || is_somebodys && is_apart
    }
}

/// Whether the pronoun at this token is an adjective of what stands behind it: «последний чемпион», but not «последний
/// от ответа уклонился».
pub(super) fn describes_next(view: &View, at: usize) -> bool {
    let Some(pronoun) = view.sense(at).pronoun else { return false };
    let (is_other, form) = (pronoun.other, pronoun.form);
    let acts = || {
        let end = view.sentence(at).end.min(at + VERB);
        // «последний на сегодня концерт закрыл Ильин»
        let is_within = |at: usize| view.looks_finite(at) || !view.can_be_subject(at, form);
        let mut phrase = (at + 3..end).take_while(|&at| view.is_word(at) && is_within(at));
        view.is_preposition(at + 1) && phrase.any(|at| view.looks_finite(at))
    };
    view.is_adjective(at)
        && view.is_word(at + 1)
        && view.cue(at + 1).is_none()
        && !(is_other && (view.looks_finite(at + 1) || acts()))
}
