//! The people whom the text names: where, in what case, and what agrees with them.

use std::ops::Range;

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::REACH;
use crate::article::{BlockKind, Gender, Mention, QuoteKind, Speaker};
use crate::language::speech::{Case, Form, Function};

use super::role::BACK;
use super::{Attribution, Attributor, Candidate, Who};

/// How far before a name within the words what makes it the speaker's own can stand, in tokens.
const BESIDE: usize = 3;

impl Attributor<'_> {
    /// Who tells a name of his own behind the comma at this token: «женщина, назвавшаяся Мариной».
    pub(super) fn self_named(&self, block: usize, comma: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let (participle, at) = (comma + 1, comma + 2);
        let is_named = view.word(comma) == ","
            && view.is_adjective(participle)
            && view.word(participle).ends_with("ся")
            && view.looks_instrumental(at);
        let (person, end) = self.person_at(block, at).filter(|_| is_named)?;
        let (who, case) = (Who::Person(person), Case::Instrumental);
        Some(Candidate { who, case, block, tokens: at..end })
    }

    pub(super) fn form_of(&self, person: usize) -> Form {
        match self.people.people[person].gender {
            Some(Gender::Masculine) => Form::Masculine,
            Some(Gender::Feminine) => Form::Feminine,
            None => Form::Singular,
        }
    }

    /// The person named at this token, and where the name ends.
    pub(super) fn person_at(&self, block: usize, token: usize) -> Option<(usize, usize)> {
        let view = &self.views[block];
        let start = view.block.tokens.get(token)?.start;
        let mention = self.people.mention_at(block, start)?;
        let end = view.block.token_from(mention.at.end);
        Some((self.index(&mention.person)?, end.max(token + 1)))
    }

    /// Whether the mention is of who wrote the text or took its picture.
    pub(super) fn is_label(&self, mention: &Mention) -> bool {
        matches!(self.views[mention.at.block].block.kind, BlockKind::Byline | BlockKind::Credit)
    }

    /// The person whose name has this word, where no mention was found in it: «Альберт II».
    pub(super) fn of_this_name(&self, block: usize, at: usize, form: Form) -> Option<usize> {
        let view = &self.views[block];
        let word = view.block.folded(at);
        let has_it = |person: &usize| {
            self.known[*person].name.iter().any(|part| part == word) && self.agrees(*person, form)
        };
        view.is_capital(at).then(|| (0..self.known.len().min(BACK)).find(has_it)).flatten()
    }

    /// The people whom the words of a quotation name, but not as their speaker: «Меня зовут Илья». What is
    /// reported before the word of saying is told by the author: «Ильин уходит, сообщил он».
    pub(super) fn told_of_in(&self, draft: &Draft) -> Vec<usize> {
        let mut named = Vec::new();
        let is_verbatim = draft.kind != QuoteKind::Indirect;
        let own = |part: &&(usize, Range<usize>)| {
            is_verbatim || draft.cue.is_none_or(|cue| (part.0, part.1.start) > cue)
        };
        for (block, tokens) in draft.parts.iter().filter(own) {
            let view = &self.views[*block];
            let mut at = tokens.start;
            while at < tokens.end {
                let Some((person, end)) = self.person_at(*block, at) else {
                    at += 1;
                    continue;
                };
                // «Меня зовут Илья», «сказал Илья», «союз Белов-Ильин»
                let is_own = (at.saturating_sub(BESIDE)..at).any(|at| {
                    view.function(at) == Some(Function::FirstPerson) || view.is_sure_cue(at)
                }) || view.block.is_joined(at) && view.is_dash(at.saturating_sub(1));
                if !is_own && !named.contains(&person) {
                    named.push(person);
                }
                at = end;
            }
        }
        named
    }

    /// Whether the words whose speaker is looked for name this one.
    pub(super) fn is_named_in_words(&self, found: &Attribution) -> bool {
        matches!(&found.speaker, Speaker::Person(id)
            if self.index(id).is_some_and(|person| self.named_in_words.contains(&person)))
    }

    /// Whether the sentence tells of this person before the trade in the nominative, without a name, at this token:
    /// «Погиб Ильин, сообщил мэр».
    pub(super) fn is_told_beside(
        &self,
        person: usize,
        block: usize,
        trade: usize,
        case: Case,
    ) -> bool {
        let view = &self.views[block];
        let start = view.sentence(trade).start.max(trade.saturating_sub(REACH));
        let is_verb = |at: usize| view.verb_form(at).is_some() || view.looks_short(at);
        // «Лыжницу Белову отстранили, спортсменка уверяет, …» is she.
        let is_behind = (trade.saturating_sub(BESIDE)..trade).any(|at| view.cue(at).is_some());
        let is_asked = case == Case::Nominative && is_behind;
        let mut before = (start..trade).filter(|_| is_asked);
        before.any(|at| {
            self.person_at(block, at).is_some_and(|(named, end)| {
                named == person && !self.is_speech(block, at) && (end..trade).any(is_verb)
            })
        })
    }

    /// Whether the person is named by the way in the clause whose subject stands behind these tokens: «После встречи с
    /// Ильиным президент заявил».
    pub(super) fn is_adjunct(
        &self,
        person: usize,
        block: usize,
        before: Range<usize>,
        case: Case,
    ) -> bool {
        let view = &self.views[block];
        let is_verb = |at: usize| view.verb_form(at).is_some() || view.looks_short(at);
        let from = before.start.max(before.end.saturating_sub(REACH));
        let mut clause = (from..before.end)
            .rev()
            .filter(|_| case == Case::Nominative)
            .take_while(|&at| !is_verb(at));
        clause.any(|at| {
            self.person_at(block, at).is_some_and(|(named, end)| {
                named == person && !self.is_nominative(person, block, at..end)
            })
        })
    }

    /// The place of the person of this id in the list: ids count from `p1`.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        let guess = id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)?;
        if self.people.people.get(guess).is_some_and(|person| person.id == id) {
            return Some(guess);
        }
        self.people.people.iter().position(|person| person.id == id)
    }

    /// Whether the name at these tokens can stand in the nominative: each of its words is one of the
    /// nominative name's, or another spelling that ends alike: «Ахмадеев» for «Ахмадиев».
    pub(super) fn is_nominative(&self, person: usize, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let name = &self.known[person].name;
        let are_alike = |one: &str, other: &str| {
            let tail = |word: &str| word.chars().rev().take(2).collect::<String>();
            one.chars().count().abs_diff(other.chars().count()) <= 1 && tail(one) == tail(other)
        };
        tokens.filter(|&token| view.is_word(token)).all(|token| {
            let word = view.block.folded(token);
            word.chars().nth(1).is_none()
                || self.nominatives.is_patronymic(word)
                || name.iter().any(|part| {
                    part == word || part.contains('-') && part.split('-').any(|part| part == word)
                })
                || name.iter().any(|part| are_alike(part, word))
        })
    }

    /// Whether the name reads the same in each case: by its last word, «Монти», «Хаугли», or a woman's by all, «Эми
    /// Грант».
    pub(super) fn is_indeclinable(&self, person: usize) -> bool {
        let name = &self.known[person].name;
        let is_she = self.people.people[person].gender == Some(Gender::Feminine);
        name.last().is_some_and(|word| word.ends_with(['о', 'е', 'и', 'у', 'ю', 'э', 'ы']))
            || is_she && !name.iter().any(|word| word.ends_with(['а', 'я', 'ь']))
    }

    /// Whether a verb of this form can have this person for its subject.
    pub(super) fn agrees(&self, person: usize, form: Form) -> bool {
        match form {
            Form::Masculine => self.people.people[person].gender != Some(Gender::Feminine),
            Form::Feminine => self.people.people[person].gender != Some(Gender::Masculine),
            Form::Neuter | Form::Plural | Form::Place => false,
            Form::Singular | Form::Gerund | Form::Participle => true,
        }
    }
}
