//! Roles: what the text says a person is, beside the name: “the parish council's chair, Winifred
//! Oakes”, “Leonard Odell, the captain's cousin”, «ауыл әкімі Нұржан Есболов».

use std::ops::Range;

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text, TextBlock};
use crate::language::speech::Function;

/// How many words a role before its name can have.
const BEFORE: usize = 8;

/// How many tokens a role behind its name can have.
const BEHIND: usize = 16;

/// The role that the text gives beside this name, in a language whose noun closes its phrase.
pub(super) fn of(text: &Text, name: &Name) -> Vec<String> {
    let block = &text.blocks[name.block];
    let side = Side { text, block };
    let found = side.before(name.tokens.start).or_else(|| side.behind(name.tokens.end));
    found.map(|tokens| side.spell(tokens)).into_iter().collect()
}

/// One side of a name.
struct Side<'a> {
    text: &'a Text<'a>,
    block: &'a TextBlock<'a>,
}

impl Side<'_> {
    fn is_role(&self, token: usize) -> bool {
        !self.text.language.names.role(self.block.folded(token)).is_empty()
    }

    /// Whether a word can belong to a role: no verb, pronoun or small word but “of”.
    fn belongs(&self, token: usize) -> bool {
        let speech = &self.text.language.speech;
        let word = self.block.folded(token);
        let sense = speech.of(word);
        self.block.tokens[token].is_word()
            && sense.cue.is_none()
            && sense.pronoun.is_none()
            && sense.function.is_none()
            && !sense.noun.is_some_and(|noun| noun.plural)
            && (self.is_role(token)
                || self.block.tokens[token].shape != Shape::Lower
                || !speech.looks_finite(word))
    }

    /// The role that ends right before the name, or before a comma or a word of respect.
    fn before(&self, name: usize) -> Option<Range<usize>> {
        let mut end = name;
        let names = &self.text.language.names;
        while end > 0
            && (matches!(self.block.word(end - 1), "," | ".")
                || names.honorifics.contains_key(self.block.folded(end - 1)))
            && name - end < 3
        {
            end -= 1;
        }
        let stopped = (end..name).any(|at| self.block.word(at) == ".");
        let respected = (end..name).any(|at| names.honorifics.contains_key(self.block.folded(at)));
        if end == 0 || stopped && !respected || !self.is_role(end - 1) {
            return None;
        }
        let mut start = end - 1;
        let first = self.block.sentence(start).start;
        while start > first && end - start < BEFORE && self.belongs(start - 1) {
            start -= 1;
        }
        Some(start..end)
    }

    /// The role behind the name, between commas.
    fn behind(&self, name: usize) -> Option<Range<usize>> {
        let mut start = name;
        if self.block.folded(start) != "," {
            return None;
        }
        start += 1;
        // “Ruth Odell, 57, captain of the ferry”
        if self.block.tokens.get(start).is_some_and(|token| token.shape == Shape::Number)
            && self.block.folded(start + 1) == ","
        {
            start += 2;
        }
        let speech = &self.text.language.speech;
        let sense = |at: usize| speech.of(self.block.folded(at));
        if sense(start).function == Some(Function::Article) || sense(start).is_possessive() {
            start += 1;
        }
        let end = (start..self.block.tokens.len().min(start + BEHIND))
            .find(|&at| matches!(self.block.word(at), "," | "." | ";" | "(" | ")" | "”" | "’"))
            .filter(|&end| end > start)?;
        let mut head = false;
        for at in start..end {
            let is_verb = sense(at).cue.is_some()
                || sense(at).function == Some(Function::Relative)
                || self.block.tokens[at].shape == Shape::Lower
                    && !self.is_role(at)
                    && speech.looks_finite(self.block.folded(at));
            if is_verb {
                return None;
            }
            head |= self.is_role(at) && !self.owns(at);
        }
        head.then_some(start..end)
    }

    /// “the captain's …”
    fn owns(&self, token: usize) -> bool {
        let next = self.block.folded(token + 1);
        self.block.is_joined(token + 1) && self.text.language.clitics.contains(&next)
    }

    /// The words as they stand; a title or a sentence's first word loses its capital.
    fn spell(&self, tokens: Range<usize>) -> String {
        let text = self.block.slice(tokens.clone());
        let first = self.block.tokens[tokens.start];
        let opens = self.block.opens_sentence(tokens.start);
        if first.shape != Shape::Capital || !(opens || self.is_role(tokens.start)) {
            return text.to_owned();
        }
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |head| head.to_lowercase().chain(letters).collect())
    }
}
