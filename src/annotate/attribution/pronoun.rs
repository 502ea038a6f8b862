//! Pronouns and omitted subjects: whom they stand for.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::proper::own_noun;
use super::{Attribution, Attributor, Candidate, Who, phrase};
use crate::article::{Evidence, Mention, Speaker};

/// How many mentions back a pronoun's antecedent is looked for.
const BACK: usize = 40;

/// How many words of a role stand before a name that «о» governs, and «о», in tokens.
const ROLE: usize = 4;

/// How far «там же» can stand from its verb, in tokens.
const THERE: usize = 4;

impl Attributor<'_> {
    /// Whom a pronoun or a verb of this form stands for at this token, and the block where the text
    /// spoke of them.
    pub(super) fn antecedent(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        // The last subject by name that fits, as far as the last speaker.
        // An institution by name alone is rarely meant by a pronoun of one gender.
        let is_gendered = matches!(form, Form::Masculine | Form::Feminine);
        let spoken = self.last.as_ref().filter(|(last, _)| {
            let is_name =
                matches!(last.speaker, Speaker::Organisation(_)) && last.form == Form::Singular;
            let is_other = is_gendered && is_name
                || self.is_named_in_words(last)
                || self.is_told_by_body(last, block, token, form);
            fits(last.form, form) && !is_other
        });
        self.last_named(block, token, form, spoken, |_| true)
    }

    /// The same among those that can be meant, with no regard to who spoke last.
    pub(super) fn named_antecedent(
        &self,
        block: usize,
        token: usize,
        form: Form,
        can_be_meant: impl Fn(usize) -> bool,
    ) -> Option<(Attribution, usize)> {
        self.last_named(block, token, form, None, can_be_meant)
    }

    /// The last person named, not further back than what this speaker said, or else that speaker.
    fn last_named(
        &self,
        block: usize,
        token: usize,
        form: Form,
        spoken: Option<&(Attribution, (usize, usize))>,
        can_be_meant: impl Fn(usize) -> bool,
    ) -> Option<(Attribution, usize)> {
        let mentions = self.mentions_before(block, token)?;
        let spoken = spoken.filter(|(last, _)| !self.is_told_by_another(last, form));
        // «Анна Белова, как уверяют в клинике, здорова. Она …»: of whom a body tells.
        let spoken_at = spoken.map(|(last, (number, at))| match last.speaker {
            Speaker::Organisation(_) if form == Form::Feminine => {
                (*number, self.views[*number].sentence(at.saturating_sub(1)).start)
            }
            _ => (*number, *at),
        });
        let mut any: Option<(Attribution, usize)> = None;
        let mut any_at = (block, token);
        for mention in mentions.iter().rev().take(BACK) {
            // «В блоге мэра Ильина появилась запись. «…», – написал он»: not who stood paragraphs before.
            if any.as_ref().is_some_and(|found| mention.at.block + 1 < found.1) {
                break;
            }
            let Some(person) = self.index(&mention.person) else { continue };
            let is_in_words = self.named_in_words.contains(&person);
            if is_in_words || !self.agrees(person, form) || !can_be_meant(person) {
                continue;
            }
            let view = &self.views[mention.at.block];
            // Who wrote the text does not speak in it.
            if self.is_label(mention) {
                continue;
            }
            let first = view.block.token_from(mention.at.start);
            if spoken_at.is_some_and(|place| (mention.at.block, first) < place) {
                break;
            }
            if self.is_speech(mention.at.block, first) {
                continue;
            }
            let Some((_, last)) = self.person_at(mention.at.block, first) else { continue };
            let found = || self.meant_by_pronoun(person);
            let is_nominative = self.is_nominative(person, mention.at.block, first..last)
                // «рассказал о деде Монти»
                && !(self.is_indeclinable(person) && self.is_topic(mention.at.block, first));
            let is_own_kin = own_noun(view, first).is_some_and(|noun| noun.kind == NounKind::Kin);
            if !is_nominative && is_author(view, first) || is_own_kin {
                continue;
            }
            if is_nominative && !self.is_one_of_two(mention.at.block, first..last) {
                let number = mention.at.block;
                let main = self.main_speaker(number, first, form);
                let main = main.or_else(|| self.told_of_by_clause(number, first, form));
                let found = main.map_or_else(found, |main| self.meant_by_pronoun(main));
                return Some((found, mention.at.block));
            }
            if any.is_none() {
                // «Беловой предложили помощь. Ответ она обещала …»: of whom its paragraph speaks first.
                if mention.at.block == block && opens_sentence(view, first) {
                    return Some((found(), block));
                }
                any = Some((found(), mention.at.block));
                any_at = (mention.at.block, first);
            } else if any_at.0 == mention.at.block
                && view.sentence(any_at.1).start == view.sentence(first).start
                && self.is_topic(any_at.0, any_at.1)
                && !self.is_topic(any_at.0, first)
            {
                // «Ильина спросили о Белове. Он ответил …»
                any = Some((found(), mention.at.block));
                any_at = (mention.at.block, first);
            }
        }
        // A name in this paragraph rather than who spoke some paragraphs before, or somebody unnamed or a body in the last one.
        let is_unnamed = spoken.is_some_and(|last| !matches!(last.0.speaker, Speaker::Person(_)));
        let is_here = any.as_ref().is_some_and(|found| found.1 == block)
            && spoken_at.is_none_or(|place| place.0 + usize::from(!is_unnamed) < block);
        if is_here {
            return any;
        }
        spoken.map(|(last, place)| (last.clone(), place.0)).or(any)
    }

    /// Of whom the sentence before tells by a noun, rather than a name of another paragraph: «Задержан
    /// житель села. Он сказал, что …», «Спортсмен сделал круг. Он сказал …» (whom the noun means).
    pub(super) fn told_of_here(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        if !matches!(form, Form::Masculine | Form::Feminine | Form::Singular) {
            return None;
        }
        let view = &self.views[block];
        let before = self.told_before(block, token)?;
        if !self.is_since_last((block, before.start)) {
            return None;
        }
        // «Белов арестован. Его адвокат подал жалобу. Он сказал …»: whom that sentence opens with.
        if let Some(found) = self.theirs(block, before.clone(), form) {
            return Some((found, block));
        }
        let end = before.end.min(before.start + REACH);
        let named = self.antecedent(block, token, form);
        let is_named_here = named.as_ref().is_some_and(|(_, at)| *at == block);
        // «Слово дали Ильину. Бизнесмен начал с цифр. Он заявил …»: whom the noun means, as far as nobody is named since.
        let is_named_since = (before.start..end).any(|at| {
            self.person_at(block, at).is_some_and(|(person, _)| self.agrees(person, form))
        });
        let is_named_subject = (before.start..end).any(|at| {
            self.person_at(block, at).is_some_and(|(person, end)| {
                self.agrees(person, form) && self.is_nominative(person, block, at..end)
            })
        });
        if is_named_here && is_named_subject {
            return None;
        }
        let (head, tokens) = (before.start..end).find_map(|at| {
            let found = self.nominal(block, at, form)?;
            let Who::Noun(head, _) = found.who else { return None };
            let noun = view.sense(head).noun?;
            let is_somebody = matches!(
                noun.kind,
                NounKind::Human
                    | NounKind::Kin
                    | NounKind::Stranger
                    | NounKind::Unnamed
                    | NounKind::Interlocutor
            );
            // «Муж убитой молчит. Вину не признаёт, уверяет, что …»
            let fits = noun.gender == form || form == Form::Singular;
            // «Один из рабочих видел взрыв. Он рассказал, …»
            let is_one =
                view.function(found.tokens.start) == Some(Function::One) && noun.kind.is_human();
            (is_one || is_somebody && noun.singular && fits).then_some((head, found.tokens))
        })?;
        // «передачу вела учительница Гюльджан Эртекин. Она …»
        let (who, case) = (Who::Noun(head, form), Case::Nominative);
        let noun = Candidate { who, case, block, tokens: tokens.clone() };
        if let Who::Person(person) = self.completed(noun, end, form).who {
            // «сопредседатель Анна Белова поссорилась с ним. Он …»
            let found = self.agrees(person, form) || named.is_none();
            return found.then(|| (self.meant_by_pronoun(person), block));
        }
        if view.function(tokens.start) == Some(Function::One) {
            let found = self.noun(block, tokens, head, Case::Nominative);
            return Some((Attribution { form, ..found }, block));
        }
        if let Some(person) = self.holder(block, tokens.clone(), head, form) {
            return Some((self.meant_by_pronoun(person), block));
        }
        let meant = self.meant(block, tokens.clone(), head, (form, Case::Nominative));
        // «Охранник остановил Ильина. Он сказал …»: not whom that sentence has for its object.
        if is_named_since && !is_named_subject {
            let meant =
                meant.filter(|meant| !self.is_named_within(meant, block, before.start..end));
            // «Следователь спросил Ильина, где он был. Он ответил …»
            let asks = |at: usize| view.finite_cue(at, Takes::Question).is_some();
            let asked = (before.start..end).any(asks).then(|| {
                let named = (before.start..end).find_map(|at| self.person_at(block, at));
                named.map(|(person, _)| self.meant_by_pronoun(person))
            });
            let somebody = || self.noun(block, tokens, head, Case::Nominative);
            return Some((asked.flatten().or(meant).unwrap_or_else(somebody), block));
        }
        // «спортсмен» alone is rather somebody named some paragraphs before, «зять» is nobody yet.
        let is_kin = view.sense(head).noun.is_some_and(|noun| noun.kind == NounKind::Kin);
        let is_new = tokens.len() > 1 || is_kin || phrase::is_aged(view, tokens.start);
        let somebody = || self.noun(block, tokens, head, Case::Nominative);
        meant.or_else(|| is_new.then(somebody)).map(|found| (found, block))
    }

    /// Whether this one is named among these tokens.
    fn is_named_within(&self, found: &Attribution, block: usize, tokens: Range<usize>) -> bool {
        let Speaker::Person(id) = &found.speaker else { return false };
        let person = self.index(id);
        tokens
            .into_iter()
            .filter_map(|at| self.person_at(block, at))
            .any(|(named, _)| Some(named) == person)
    }

    /// Somebody unnamed with whom a sentence opens as another's: «его адвокат», «жена Белова».
    fn theirs(&self, block: usize, sentence: Range<usize>, form: Form) -> Option<Attribution> {
        let view = &self.views[block];
        let owns = view.sense(sentence.start).is_possessive();
        let found = self.nominal(block, sentence.start + usize::from(owns), form)?;
        let Who::Noun(head, _) = found.who else { return None };
        let noun = view.sense(head).noun?;
        let is_one = noun.kind.is_human() && noun.singular && noun.gender == form;
        let is_named = sentence.clone().any(|at| {
            self.person_at(block, at).is_some_and(|(person, end)| {
                self.is_nominative(person, block, at..end) && self.agrees(person, form)
            })
        });
        (owns && is_one && !is_named)
            .then(|| self.noun(block, found.tokens, head, Case::Nominative))
    }

    /// Who says what the clause of the name at this token is part of: «Ильин пояснил, зачем прилетел Белов».
    fn main_speaker(&self, block: usize, first: usize, form: Form) -> Option<usize> {
        let view = &self.views[block];
        let start = view.sentence(first).start.max(first.saturating_sub(REACH / 2));
        let opens = |at: usize| {
            matches!(
                view.function(at),
                Some(
                    Function::Question
                        | Function::That
                        | Function::Subordinate
                        | Function::Relative
                )
            )
        };
        // «информацию, согласно которой поспорил Белов»
        let is_led = |at: usize| {
            view.is_preposition(at) || view.function(at) == Some(Function::AccordingSource)
        };
        let comma = (start..first).find(|&at| {
            view.word(at) == "," && (opens(at + 1) || is_led(at + 1) && opens(at + 2))
        })?;
        let opening = comma + 1 + usize::from(is_led(comma + 1));
        let cue = (start..comma).rev().find(|&at| {
            view.is_sure_cue(at)
                || matches!(view.function(opening), Some(Function::That | Function::Relative))
                    && view
                        .verb_form(at)
                        .is_some_and(|verb| verb.is_finite() && verb != Form::Neuter)
        })?;
        let (person, _) = (start..cue).find_map(|at| {
            self.person_at(block, at).filter(|(person, end)| {
                self.is_nominative(*person, block, at..*end) && self.agrees(*person, form)
            })
        })?;
        (!self.named_in_words.contains(&person)).then_some(person)
    }

    /// Whether the last speaker is told of in another case, by somebody who does something in the same sentence:
    /// «Ильин оценил слова Белова о «сроках». Он сказал …»
    fn is_told_by_another(&self, last: &Attribution, form: Form) -> bool {
        let Some(source) = last.source else { return false };
        let view = &self.views[source.block];
        let first = view.block.token_from(source.start);
        let Some((person, end)) = self.person_at(source.block, first) else { return false };
        if self.is_nominative(person, source.block, first..end) {
            return false;
        }
        let start = view.sentence(first).start.max(first.saturating_sub(REACH / 2));
        (start..first).any(|at| {
            self.person_at(source.block, at).is_some_and(|(other, end)| {
                other != person
                    && self.agrees(other, form)
                    && self.is_nominative(other, source.block, at..end)
            })
        })
    }

    /// Whether somebody is told about by the name at this token: «о Белове», «о мэре Белове».
    pub(super) fn is_topic(&self, block: usize, first: usize) -> bool {
        let view = &self.views[block];
        (first.saturating_sub(ROLE)..first)
            .rev()
            .find(|&at| {
                view.function(at).is_some()
                    || view.sense(at).noun.is_none() && !view.is_oblique_adjective(at)
            })
            .is_some_and(|at| view.function(at) == Some(Function::About))
    }

    /// Whether nobody spoke behind this place so far.
    pub(super) fn is_since_last(&self, place: (usize, usize)) -> bool {
        self.last.as_ref().is_none_or(|(_, spoke)| place >= *spoke)
    }

    /// Whether a plural verb has the place that just spoke for its subject: «Там же добавили, что …».
    pub(super) fn points_there(&self, block: usize, cue: usize) -> bool {
        let view = &self.views[block];
        let start = view.sentence(cue).start.max(cue.saturating_sub(THERE));
        (start..cue + 2).any(|at| view.function(at) == Some(Function::There))
    }

    /// The mentions by name before this token, in the order of the text.
    pub(super) fn mentions_before(&self, block: usize, token: usize) -> Option<&[Mention]> {
        let start = self.views[block].block.tokens.get(token)?.start;
        let mentions = &self.people.mentions;
        let end = mentions
            .partition_point(|mention| (mention.at.block, mention.at.start) < (block, start));
        Some(&mentions[..end])
    }

    /// The words of the person for whom a pronoun stands.
    pub(super) fn meant_by_pronoun(&self, person: usize) -> Attribution {
        self.of_person(person, Evidence::Pronoun)
    }
}

/// Whether somebody of one agreement can be meant by a word of the other.
fn fits(who: Form, word: Form) -> bool {
    match (who, word) {
        (_, Form::Singular) => who != Form::Plural,
        (_, Form::Gerund | Form::Participle | Form::Place)
        | (Form::Singular, Form::Masculine | Form::Feminine | Form::Neuter) => true,
        (who, word) => who == word,
    }
}

/// Whether a sentence opens with the name at this token, with a post before it or without: «Политолога Ильина это не
/// удивило».
fn opens_sentence(view: &View, first: usize) -> bool {
    let start = view.sentence(first).start;
    // «У Ильина сгорел дом»
    let start = start + usize::from(view.function(start) == Some(Function::Preposition));
    first - start <= ROLE
        && (start..first).all(|at| view.sense(at).noun.is_some() || view.is_oblique_adjective(at))
}

/// Whether a title that a preposition governs stands before the name at this token: «рисунок под «Утро» Эдварда Грига».
fn is_author(view: &View, name: usize) -> bool {
    let close = name.checked_sub(1).filter(|&at| view.is_quotation_mark(at));
    let from = name.saturating_sub(REACH / 4);
    close
        .and_then(|close| (from..close).rev().find(|&at| view.is_quotation_mark(at)))
        .is_some_and(|open| open > 0 && view.is_preposition(open - 1))
}
