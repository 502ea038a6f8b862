//! Whose a role is that a verb tells: «Иванов работает учителем», «директором избран Иванов», «пост
//! главы занимал Иванов».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::speech::{Form, Function};
use crate::language::telling::{Around, Telling};

use super::telling::{INSTRUMENTAL, Told};
use super::{Head, LONGEST_INSERT, Roles};

/// The verb is at most so many tokens behind its subject.
const REACH: usize = 24;

impl Roles<'_> {
    /// The roles that verbs tell of the name of this number, in the nominative.
    pub(in crate::annotate::person) fn told(&self, number: usize) -> Vec<String> {
        let cases = self.cases[number];
        let mut found = Vec::new();
        if cases.has(Case::Nominative) && !self.is_governed(number) {
            found.extend(self.of_subject(number, self.names[number].tokens.end));
            found.extend(self.of_subject_behind(number));
            found.extend(self.of_next(number));
        }
        if cases.has(Case::Nominative) {
            found.extend(self.of_fronted(number));
        }
        // «избрали Иванову», «об избрании Ивановой»
        if cases.has(Case::Accusative) || cases.has(Case::Genitive) {
            found.extend(self.of_object(number));
        }
        found.extend(self.of_clause(number));
        found.extend(self.of_participle(number));
        found.extend(self.of_station(number));
        found.extend(self.of_he(number));
        let own = self.names[number].block;
        let found = found.into_iter().filter_map(|(range, cases)| self.wording(own, range, cases));
        found.chain(self.introduced(number)).chain(self.each(number)).collect()
    }

    /// Whether a verb at this token tells a role of its subject.
    pub(super) fn is_telling(&self, block: &TextBlock, token: usize) -> bool {
        matches!(self.verb(block, token), Some(Telling::Being | Telling::Made))
    }

    /// Whether the verb at this token can agree with the name.
    fn can_agree(&self, number: usize, token: usize) -> bool {
        let verb = self.language().names.tellings.verb(self.block(number).folded(token));
        verb.and_then(|(_, gender)| gender).is_none_or(|gender| self.can_be(number, gender))
    }

    pub(super) fn can_be(&self, number: usize, own: Gender) -> bool {
        let block = self.block(number);
        let given = self.language().names.given(block.folded(self.names[number].tokens.start));
        given.is_empty() || given.iter().any(|form| form.gender == own)
    }

    /// Whether a name that may be a complement stands right behind a word that may govern it:
    /// «фильм Дюма».
    fn is_governed(&self, number: usize) -> bool {
        let block = self.block(number);
        let start = self.before_own(number);
        let Some(before) = start.checked_sub(1).filter(|&at| block.tokens[at].is_word()) else {
            return false;
        };
        let word = block.folded(before);
        let names = &self.language().names;
        let is_open = self.language().speech.of(word).function == Some(Function::And)
            || names.is_verb_like(word)
            || names.role_stops.contains(word) && !names.prepositions.contains_key(word);
        self.cases[number].has(Case::Genitive) && !is_open
    }

    /// What the verbs behind this token tell of the name that is their subject.
    fn of_subject(&self, number: usize, from: usize) -> Vec<Told> {
        let mut told = Vec::new();
        let block = self.block(number);
        let own = self.names[number].block;
        let end = block.sentence(from.min(block.tokens.len() - 1)).end;
        let speech = &self.language().speech;
        // «уволил Петрова с поста главы», but «сменил Петрова на посту главы»
        let (mut is_others, mut is_held) = (false, false);
        let mut at = from;
        while at < end.min(from + REACH) {
            if let Some(other) = self.name_at(own, at) {
                if self.cases[other].has(Case::Nominative) {
                    break;
                }
                is_others = true;
                at = self.names[other].tokens.end;
                continue;
            }
            // «который до этого был директором»
            if self.opens_time(block, at, end) {
                at += 2;
                continue;
            }
            let word = block.folded(at);
            let verb = self.verb(block, at).filter(|_| self.can_agree(number, at));
            let is_denied = at > from && self.is_around(block, at - 1, Around::Denying);
            if let Some(verb) = verb.filter(|_| !is_denied)
                && !matches!(verb, Telling::Making | Telling::Replacing)
                && let Some(found) = self.role_behind(number, at + 1, end, verb)
            {
                at = found.0.end;
                told.push(found);
                continue;
            }
            if verb == Some(Telling::Replacing) {
                is_held = true;
            }
            if let Some(found) = self.station_at(number, at, end) {
                at = found.0.end;
                if is_held || !is_others {
                    told.push(found);
                }
                continue;
            }
            let is_mark = block.tokens[at].shape == Shape::Mark;
            let opens_clause = matches!(
                speech.of(word).function,
                Some(Function::That | Function::As | Function::SoThat)
            );
            // «Иванов, который стал …» goes on; another subject ends it.
            let is_other = self.language().names.role_stops.contains(word)
                && verb.is_none()
                && !self.is_around(block, at, Around::Helping)
                && !self.is_around(block, at, Around::Denying)
                && speech.of(word).function != Some(Function::And)
                && !(at == from + 1 && self.is_around(block, at, Around::Relative));
            let is_somebody = self.head(block, at, Cases::NOMINATIVE).is_some();
            // «…, и через год завод стал лидером», but «…, а затем стал директором», «…, а раньше был …»
            let is_joint = word == ","
                && speech.of(block.folded(at + 1)).function == Some(Function::And)
                && (at + 2..=self.past_help(block, at + 2, end))
                    .all(|at| self.verb(block, at).is_none());
            if is_mark && matches!(word, ":" | ";" | "«" | "\"" | "?" | "!")
                || opens_clause
                || is_joint
                || is_other
                || is_somebody
            {
                break;
            }
            at += 1;
        }
        told
    }

    /// What a verb before the name tells, whose subject it is: «директором избран Иванов».
    fn of_subject_behind(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        // «директором назначен москвич Иванов»
        let role = self.before(number, self.names[number].tokens.start);
        let start = role.map_or_else(|| self.before_own(number), |role| role.start);
        let first = block.sentence(start).start;
        let at = start.checked_sub(1).filter(|&at| at >= first)?;
        let verb = self.verb(block, at)?;
        let is_subject = verb != Telling::Making && self.can_agree(number, at);
        if is_subject { self.role_before(number, first, at) } else { None }
    }

    /// What a verb right behind the name tells by a role that opens the sentence: «учителем Иванов
    /// стал в мае».
    fn of_fronted(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        let name = &self.names[number].tokens;
        let sentence = block.sentence(name.start);
        let verb = self.past_help(block, name.end, sentence.end);
        let is_told = name.start <= sentence.start + REACH
            && verb < sentence.end
            && self.is_telling(block, verb)
            && self.can_agree(number, verb)
            && !self.is_around(block, verb - 1, Around::Denying);
        let (role, cases) =
            self.role_at(number, sentence.start, name.start, INSTRUMENTAL).filter(|_| is_told)?;
        // «медсестрой в этой больнице Иванова проработала …»
        let is_plain = (role.end..name.start).all(|at| {
            block.tokens[at].is_word() && !self.language().names.is_verb_like(block.folded(at))
        });
        is_plain.then_some((role, cases))
    }

    /// What a verb tells whose object the name is: «избрали директором Иванова».
    fn of_object(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        let start = self.before_own(number);
        let sentence = block.sentence(start);
        // «Иванова назначили директором»
        let end = self.names[number].tokens.end;
        let next = self.past_help(block, end, sentence.end);
        if next < sentence.end && self.verb(block, next) == Some(Telling::Making) {
            return self.role_behind(number, next + 1, sentence.end, Telling::Making);
        }
        let least = sentence.start.max(start.saturating_sub(REACH));
        let verb =
            (least..start).rev().find(|&at| self.verb(block, at) == Some(Telling::Making))?;
        if verb + 1 == start {
            return self
                .role_behind(number, self.names[number].tokens.end, sentence.end, Telling::Making)
                .or_else(|| self.role_before(number, sentence.start, verb));
        }
        let (range, cases) = self.role_behind(number, verb + 1, start, Telling::Making)?;
        (range.end == start).then_some((range, cases))
    }

    /// Whether a noun that is a body's as well completes the post that a verb of appointing has right behind it: «назначил
    /// директором перевозчика Ивана Седова».
    pub(super) fn completes_post(&self, block: &TextBlock, noun: Head) -> bool {
        let first = block.sentence(noun.token).start;
        let Some(at) = noun.token.checked_sub(1).filter(|&at| at > first) else { return false };
        let is_behind_verb = |post: Head| {
            let start = self.with_adjectives(block, post, first);
            start > first && self.verb(block, start - 1) == Some(Telling::Making)
        };
        let as_body = self.language().speech.of(block.folded(noun.token)).noun;
        as_body.is_some_and(|noun| noun.kind.is_body())
            && self.head(block, at, INSTRUMENTAL).is_some_and(is_behind_verb)
    }

    /// What a clause tells that opens behind a name in another case: «дом Иванова, который работает учителем».
    fn of_clause(&self, number: usize) -> Vec<Told> {
        let block = self.block(number);
        let mut comma = self.names[number].tokens.end;
        // «Иванова (Ivanova), которая …»
        if block.folded(comma) == "(" {
            let inside = (comma..block.tokens.len()).take(LONGEST_INSERT);
            comma = inside.into_iter().find(|&at| block.word(at) == ")").map_or(comma, |at| at + 1);
        }
        if block.folded(comma) != "," {
            return Vec::new();
        }
        if self.is_around(block, comma + 1, Around::Relative) {
            return self.of_subject(number, comma + 2);
        }
        // «Иванова, которого в мае избрали директором»
        let end = block.sentence(comma).end;
        let verb = self.past_help(block, comma + 2, end);
        let is_whom = self.is_around(block, comma + 1, Around::Whom)
            && self.verb(block, verb) == Some(Telling::Making);
        let found = is_whom.then(|| self.role_behind(number, verb + 1, end, Telling::Making));
        found.flatten().into_iter().collect()
    }

    /// What a participle behind the name tells: «Иванов, занимавший пост главы».
    fn of_participle(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        let names = &self.language().names;
        let mut at = self.names[number].tokens.end;
        let end = block.sentence(at - 1).end;
        if at + 2 >= end || block.word(at) != "," {
            return None;
        }
        at = self.past_help(block, at + 1, end);
        let verb = names.tellings.participle(block.folded(at), &names.inflection)?;
        self.role_behind(number, at + 1, end, verb)
    }

    /// What such a post tells right behind the name, or before one who is replaced at it or
    /// replaces another: «сменил Петрова на посту главы», «на посту главы Петрова сменил Иванов».
    fn of_station(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        let name = &self.names[number].tokens;
        let sentence = block.sentence(name.start);
        if let Some(found) = self.station_at(number, name.end, sentence.end) {
            return Some(found);
        }
        let replaces = |at: usize| self.verb(block, at) == Some(Telling::Replacing);
        let is_beside = replaces(name.end.min(block.tokens.len() - 1))
            || name.start > sentence.start && replaces(name.start - 1);
        if !is_beside {
            return None;
        }
        let least = sentence.start.max(name.start.saturating_sub(REACH));
        // «на посту главы Седова сменил Петров»: the post's noun ends before the first of them.
        let own = self.names[number].block;
        (least..name.start).find_map(|at| {
            let past = (at..=name.start).find(|&at| self.name_at(own, at).is_some())?;
            self.station_at(number, at, past)
        })
    }

    /// The sentence behind the one of this name's, which names nobody else.
    pub(super) fn next_alone(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let own = self.names[number].block;
        let here = block.sentence(self.names[number].tokens.start);
        let is_alone =
            [number.checked_sub(1), Some(number + 1)].into_iter().flatten().all(|other| {
                self.names
                    .get(other)
                    .is_none_or(|name| name.block != own || !here.contains(&name.tokens.start))
            });
        (is_alone && here.end < block.tokens.len()).then(|| block.sentence(here.end))
    }

    /// What the next sentence tells of «он», or of a subject left out, who can be nobody else.
    fn of_next(&self, number: usize) -> Vec<Told> {
        let block = self.block(number);
        let own = self.names[number].block;
        let Some(next) = self.next_alone(number) else { return Vec::new() };
        let names = &self.language().names;
        let opens = names.past_gender(block.folded(next.start));
        if opens.is_some_and(|gender| self.can_be(number, gender)) {
            return self.of_subject(number, next.start);
        }
        let pronoun = |at: usize| self.language().speech.of(block.folded(at)).pronoun;
        let first = next.clone().find(|&at| {
            pronoun(at).is_some_and(|pronoun| !pronoun.possessive)
                || self.name_at(own, at).is_some()
        });
        let Some(at) = first.filter(|&at| self.is_pronoun_of(number, at)) else {
            return Vec::new();
        };
        self.of_copula(number, at + 1, next.end)
            .map_or_else(|| self.of_subject(number, at + 1), |told| vec![told])
    }

    /// The role right behind a pronoun, or behind the dash there, that a mark closes: «он безработный официант».
    fn of_copula(&self, number: usize, from: usize, end: usize) -> Option<Told> {
        let block = self.block(number);
        let start = from + usize::from(matches!(block.folded(from), "—" | "–" | "-"));
        let past = self.one_phrase(self.names[number].block, start, end, Cases::NOMINATIVE)?;
        let is_closed = past == end || !block.tokens[past].is_word();
        is_closed.then_some((start..past, Cases::NOMINATIVE))
    }

    /// What the rest of the sentence tells of «он», before whom nobody else is named: «зовут Иван Петров, и он официант».
    fn of_he(&self, number: usize) -> Option<Told> {
        let block = self.block(number);
        let Range { start, end: from } = self.names[number].tokens;
        let end = block.sentence(start).end;
        let at = (from..end.min(from + REACH)).find(|&at| self.is_pronoun_of(number, at))?;
        let own = self.names[number].block;
        let is_alone =
            (from..at).all(|at| self.name_at(own, at).is_none() || block.word(at).is_ascii());
        self.of_copula(number, at + 1, end).filter(|_| is_alone)
    }

    /// Whether the token is «он» or «она», who can be the one of this name.
    fn is_pronoun_of(&self, number: usize, at: usize) -> bool {
        let block = self.block(number);
        let pronoun = self.language().speech.of(block.folded(at)).pronoun;
        pronoun.is_some_and(|pronoun| {
            let gender = match pronoun.form {
                Form::Masculine => Some(Gender::Masculine),
                Form::Feminine => Some(Gender::Feminine),
                _ => None,
            };
            !pronoun.possessive
                && !pronoun.other
                && gender.is_some_and(|own| self.can_be(number, own))
        })
    }
}
