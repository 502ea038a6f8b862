//! Words of saying that no list gives as such: an infinitive behind what tells that it is done, a word with a letter
//! wrong or of another alphabet.

use crate::language::grammar::Habit;
use crate::language::speech::{Cue, Form, Function, Sense, Speech};

use super::View;

/// How far before «что» the word can stand, in tokens.
const GAP: usize = 8;

/// The word of saying that this is, but for a letter wrong or Latin ones that look like its own: «раccказала» with two
/// Latin «c».
fn mended(speech: &Speech, word: &str) -> Option<Cue> {
    let is_mixed = !word.is_ascii() && word.bytes().any(|byte| byte.is_ascii_lowercase());
    let whole = || speech.of(&word.chars().map(cyrillic).collect::<String>()).cue;
    is_mixed.then(whole).flatten().or_else(|| speech.misspelt(word))
}

/// The Cyrillic letter that looks like this Latin one.
const fn cyrillic(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        _ => letter,
    }
}

impl View<'_> {
    /// Makes a word of saying of its infinitive behind a verb that tells it is done: «успел заявить, что …».
    pub(super) fn say_in_the_infinitive(&mut self) {
        for at in 1..self.len() {
            let verb = at - 1;
            let is_denied = verb > 0 && self.function(verb - 1) == Some(Function::Not);
            let is_done = self.function(verb) == Some(Function::Managing) && !is_denied;
            if is_done && self.senses[at].cue.is_none() {
                let form = self.speech.verb_form(self.block.folded(verb));
                let form = form.unwrap_or(Form::Singular);
                self.senses[at].cue = self.speech.cue_of(self.block.folded(at), form);
            }
        }
    }

    /// Makes a word of saying of a word that is none but for a letter, before the clause that it governs.
    pub(super) fn mend(&mut self) {
        if self.has(Habit::BareThat) {
            return;
        }
        for at in 2..self.len() {
            if self.function(at) != Some(Function::That) || self.word(at - 1) != "," {
                continue;
            }
            // «сообшил порталу ria.ru, что …»
            for word in (at.saturating_sub(GAP)..at - 1).rev() {
                if self.sense(word).cue.is_some() || self.word(word) == "," {
                    break;
                }
                if self.is_lower(word) && self.sense(word) == Sense::default() {
                    self.senses[word].cue = mended(self.speech, self.block.folded(word));
                }
            }
        }
    }
}
