//! Roles that «и» or a comma joins, those in quotation marks, and those before «по имени».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases};
use crate::language::speech::Form;
use crate::language::telling::{Around, Telling};

use super::{Head, LONGEST, LONGEST_INSERT, Roles};

impl Roles<'_> {
    /// Where the role starts that «и» joins to the one that starts at this token: «бывший глава
    /// завода и совладелец банка Иванов»; only where a verb in the singular says that they are one
    /// person's.
    pub(super) fn joined(&self, number: usize, start: usize, first: usize) -> Option<usize> {
        let block = self.block(number);
        let own = self.names[number].block;
        let cases = self.cases[number];
        let joint = start.checked_sub(1).filter(|&at| at > first)?;
        if !self.language().and.contains(block.folded(joint)) || !cases.has(Case::Nominative) {
            return None;
        }
        let mut at = joint;
        while at > first {
            let token = at - 1;
            if let Some(other) = self.name_at(own, token) {
                if self.cases[other].has(Case::Nominative) {
                    return None;
                }
                at = self.names[other].tokens.start;
                continue;
            }
            if let Some(head) = self.head(block, token, Cases::NOMINATIVE) {
                let start = self.with_adjectives(block, head, first);
                // «умер поэт, переводчик прозы и эссеист Иванов»
                let start = self.with_earlier(number, start, first, head).unwrap_or(start);
                let is_one = start > block.sentence(joint).start
                    && self.is_singular_verb(block, start - 1)
                    || self.is_singular_verb(block, self.names[number].tokens.end);
                return is_one.then_some(start);
            }
            at = self.back_over(block, token, first, true, Cases::NOMINATIVE)?;
        }
        None
    }

    /// Where the roles start that a comma joins to the one that starts at this token: «председатель
    /// партии, президент РК».
    pub(super) fn with_earlier(
        &self,
        number: usize,
        start: usize,
        first: usize,
        head: Head,
    ) -> Option<usize> {
        if start <= first {
            return None;
        }
        let block = self.block(number);
        // «, ныне советник»
        let is_opened = start > first + 1
            && self.language().names.role_openers.contains(block.folded(start - 1));
        let mut joint = start - 1 - usize::from(is_opened);
        // «участница от района, кстати, тёзка победительницы»
        if joint > first + 2
            && self.is_around(block, joint - 1, Around::Aside)
            && block.word(joint - 2) == ","
        {
            joint -= 2;
        }
        let own = self.names[number].block;
        // «советнику Петрову (Омск), инженеру Орлову»
        let last = if joint > first && block.word(joint - 1) == ")" {
            (first..joint).rev().find(|&at| block.word(at) == "(").unwrap_or(joint)
        } else {
            joint
        };
        let name_before = last.checked_sub(1).and_then(|token| self.name_at(own, token));
        if block.word(joint) != "," || name_before.is_some() {
            return None;
        }
        let more = self.before(number, joint)?;
        // «обнимая сына, жительница Омска Анна Орлова»
        let other = more.clone().find_map(|token| self.head(block, token, Cases::ALL))?;
        let forms = self.language().names.role(block.folded(other.token));
        if !forms.is_empty() && forms.iter().all(|form| form.cases.and(head.cases).is_empty()) {
            return None;
        }
        // «министра, главу его аппарата Орлова»
        let is_his = |at: usize| self.language().speech.of(block.folded(at)).is_possessive();
        if (start..self.names[number].tokens.start).any(is_his)
            || self.is_of_a_woman(number, more.clone(), head)
            || self.is_told_so(number, first..joint)
        {
            return None;
        }
        Some(self.with_earlier(number, more.start, first, head).unwrap_or(more.start))
    }

    /// The role with the body behind the name from which its bearer is: «биолог Петров из Омского университета».
    pub(super) fn with_body(&self, number: usize, role: String) -> String {
        let block = self.block(number);
        let names = &self.language().names;
        let from = self.past_gloss(number);
        if !self.is_around(block, from, Around::From) {
            return role;
        }
        let end = block.sentence(self.names[number].tokens.start).end;
        let is_adjective = |at: usize| !names.adjective_cases(block.folded(at)).is_empty();
        let is_body = |at: usize| {
            let noun = self.language().speech.of(block.folded(at)).noun;
            names.is_titled_thing(block.folded(at)) || noun.is_some_and(|noun| noun.kind.is_body())
        };
        let Some(noun) = (from + 1..end).find(|&at| !is_adjective(at)) else { return role };
        let least = noun + usize::from(is_body(noun));
        let is_bodys = least > noun || matches!(block.word(noun), "«" | "\"");
        if !is_bodys {
            return role;
        }
        let past = Self::past_proper(block, least, end);
        // «врач Петров из больницы» is no more than a врач.
        if past == least && noun == from + 1 {
            return role;
        }
        format!("{role} {}", block.slice(from..past))
    }

    /// Where the words with capitals, or in marks, that open with this token end.
    fn past_proper(block: &TextBlock, from: usize, end: usize) -> usize {
        if from < end && matches!(block.word(from), "«" | "\"") {
            let mut inside = (from + 1..end).take(LONGEST_INSERT);
            return inside
                .find(|&at| matches!(block.word(at), "»" | "\""))
                .map_or(from, |at| at + 1);
        }
        let is_proper = |at: &usize| {
            let is_hyphen = block.word(*at) == "-" && block.is_joined(*at);
            is_hyphen
                || matches!(block.tokens[*at].shape, Shape::Capital | Shape::Upper | Shape::Mixed)
        };
        from + (from..end).take_while(is_proper).count()
    }

    /// The token behind the name and the bracket there.
    fn past_gloss(&self, number: usize) -> usize {
        let block = self.block(number);
        let end = self.names[number].tokens.end;
        if block.folded(end) != "(" {
            return end;
        }
        let mut inside = (end..block.tokens.len()).take(LONGEST_INSERT);
        inside.find(|&at| block.word(at) == ")").map_or(end, |close| close + 1)
    }

    /// Where an abbreviated role starts whose last stop is this token: «и. о.».
    pub(super) fn acting(&self, block: &TextBlock, token: usize, first: usize) -> Option<usize> {
        let start = token.checked_sub(3).filter(|&start| start >= first)?;
        let tellings = &self.language().names.tellings;
        let is_stop = |at: usize| block.word(at) == ".";
        let is_acting = is_stop(token)
            && is_stop(start + 1)
            && tellings.is_acting(block.folded(start), block.folded(start + 2));
        is_acting.then_some(start)
    }

    /// Whether a verb in the past tense stands at this token, in the singular.
    fn is_singular_verb(&self, block: &TextBlock, token: usize) -> bool {
        let Some(own) = block.tokens.get(token) else { return false };
        let word = block.folded(token);
        let speech = &self.language().speech;
        // «умер»
        let is_singular = || {
            let form = speech.verb_form(word);
            speech.looks_finite(word)
                && matches!(form, None | Some(Form::Masculine | Form::Feminine))
        };
        (own.shape == Shape::Lower || block.opens_sentence(token))
            && (self.language().names.past_gender(word).is_some() || is_singular())
    }

    /// Whether «по имени» or the like stands right before the name.
    pub(super) fn is_behind_naming(&self, number: usize) -> bool {
        let block = self.block(number);
        let start = self.names[number].tokens.start;
        let tellings = &self.language().names.tellings;
        start >= 2 && tellings.is_naming(block.folded(start - 2), block.folded(start - 1))
    }

    /// The role before «по имени»: «женщина по имени Анна», or before a participle that says so: «женщина, назвавшаяся
    /// Анной». Its case says nothing of the name's.
    pub(super) fn named(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let mut end = self.names[number].tokens.start.checked_sub(2)?;
        let names = &self.language().names;
        // «назвавшаяся просто Анной»
        while end > 0
            && !self.is_behind_naming(number)
            && self.is_around(block, end + 1, Around::Helping)
        {
            end -= 1;
        }
        let participle = names.tellings.participle(block.folded(end + 1), &names.inflection);
        let is_called = participle == Some(Telling::Naming) && block.word(end) == ",";
        if !self.is_behind_naming(number) && !is_called {
            return None;
        }
        let first = block.sentence(end).start.max(end.saturating_sub(LONGEST));
        let mut at = end;
        while at > first {
            let token = at - 1;
            if self.name_at(self.names[number].block, token).is_some() {
                return None;
            }
            if let Some(head) = self.head(block, token, Cases::ALL) {
                return Some(self.with_adjectives(block, head, first)..end);
            }
            at = self.back_over(block, token, first, true, Cases::ALL)?;
        }
        None
    }

    /// The role in quotation marks right before the name: ««вор в законе» Иванов».
    pub(super) fn in_marks(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let end = self.names[number].tokens.start;
        let close = end.checked_sub(1).filter(|&at| matches!(block.word(at), "»" | "\"" | "“"))?;
        let open = (close.saturating_sub(LONGEST_INSERT)..close)
            .rev()
            .find(|&at| matches!(block.word(at), "«" | "\"" | "„"))?;
        let is_plain = block.tokens[open + 1].shape == Shape::Lower;
        let past =
            self.one_phrase(self.names[number].block, open + 1, close, self.cases[number])?;
        (is_plain && past == close).then_some(open + 1..close)
    }
}
