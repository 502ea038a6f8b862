use crate::annotate::text::{Shape, TextBlock, Token};
use crate::language::Language;
use crate::language::grammar::Habit;
use crate::language::names::Names;
use crate::language::numbers::{Flag, Numbers, Phrase, Side, Word};

/// One block's tokens with what the lexicon of numbers knows of each.
pub(super) struct Words<'a> {
    /// The block.
    pub(super) block: &'a TextBlock<'a>,
    /// The lexicon.
    pub(super) numbers: &'static Numbers,
    /// What the language knows of names.
    pub(super) names: &'static Names,
    ids: Vec<u16>,
}

impl<'a> Words<'a> {
    /// The tokens of this block, looked up.
    pub(super) fn new(block: &'a TextBlock<'a>, language: &'static Language) -> Self {
        let numbers = &language.numbers;
        let ids = block.tokens.iter().map(|token| {
            if token.shape == Shape::Number {
                return 0;
            }
            numbers.id(&block.folded[token.start..token.end])
        });
        let ids = ids.collect();
        Self { block, numbers, names: &language.names, ids }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// What is known of the token; nothing past the last.
    pub(super) fn word(&self, token: usize) -> &'static Word {
        self.numbers.word(self.ids.get(token).copied().unwrap_or(0))
    }

    /// Whether the lexicon has the token.
    pub(super) fn is_known(&self, token: usize) -> bool {
        self.ids.get(token).is_some_and(|id| *id != 0)
    }

    /// The token in small letters; empty past the last.
    pub(super) fn folded(&self, token: usize) -> &str {
        self.block.folded(token)
    }

    /// What the token is; a mark past the last.
    pub(super) fn shape(&self, token: usize) -> Shape {
        self.block.tokens.get(token).map_or(Shape::Mark, |token| token.shape)
    }

    /// Whether the token is a run of digits.
    pub(super) fn is_digits(&self, token: usize) -> bool {
        self.shape(token) == Shape::Number
    }

    /// Whether the token is this mark.
    pub(super) fn is_mark(&self, token: usize, mark: &str) -> bool {
        self.folded(token) == mark
    }

    /// Whether the token stands right after the one before it.
    pub(super) fn is_joined(&self, token: usize) -> bool {
        self.block.is_joined(token)
    }

    /// Whether the token joins the last two of a list: «и».
    pub(super) fn is_and(&self, token: usize) -> bool {
        self.word(token).is(Flag::And)
    }

    /// Whether the token is a hyphen or a dash.
    pub(super) fn is_dash(&self, token: usize) -> bool {
        matches!(self.folded(token), "-" | "–" | "—" | "‑" | "‐" | "−")
    }

    /// Whether only one space that can stand inside a number parts the token from the one before.
    pub(super) fn is_thinly_spaced(&self, token: usize) -> bool {
        token > 0 && token < self.len() && {
            let gap =
                &self.block.text[self.block.tokens[token - 1].end..self.block.tokens[token].start];
            matches!(gap, " " | "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2007}" | "\u{2008}")
        }
    }

    /// The value of a run of digits; nothing for other tokens and for more digits than a number
    /// of the news has.
    pub(super) fn digits(&self, token: usize) -> Option<f64> {
        let digits = self.digit_text(token)?;
        (digits.len() <= 15).then(|| digits.parse().ok())?
    }

    /// The digits of a run of plain digits.
    pub(super) fn digit_text(&self, token: usize) -> Option<&str> {
        let text = self.folded(token);
        (self.is_digits(token) && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
    }

    /// Where one of these phrases that opens at this token ends, and its bound.
    pub(super) fn phrase<'b>(
        &self,
        token: usize,
        phrases: &'b [Phrase],
    ) -> Option<(usize, &'b Phrase)> {
        let fits = |phrase: &&Phrase| {
            phrase.words.iter().enumerate().all(|(i, word)| self.folded(token + i) == *word)
        };
        phrases.iter().find(fits).map(|phrase| (token + phrase.words.len(), phrase))
    }

    /// The bound that opens at this token: where it ends, its side, and whether it stands outside
    /// what it bounds.
    pub(super) fn bound(&self, token: usize) -> Option<(usize, Option<Side>, bool)> {
        if !self.word(token).is(Flag::OpensBound) {
            return None;
        }
        let (end, phrase) = self.phrase(token, &self.numbers.bounds)?;
        Some((end, phrase.bound, phrase.outside))
    }

    /// What is known of the two halves of a hyphenated word: «два-три», «мае-июне».
    pub(super) fn halves(&self, token: usize) -> Option<(&'static Word, &'static Word)> {
        let is_word = !matches!(self.shape(token), Shape::Number | Shape::Mark);
        let (first, second) = is_word.then(|| self.folded(token).split_once('-'))??;
        let (first, second) = (self.numbers.id(first), self.numbers.id(second));
        (first != 0 && second != 0).then(|| (self.numbers.word(first), self.numbers.word(second)))
    }

    /// Whether the token looks like what stands after five and more: «серверов».
    pub(super) fn is_many(&self, token: usize) -> bool {
        let form = self.folded(token);
        self.numbers.many_endings.iter().any(|ending| form.ends_with(ending))
    }

    /// Whether one of the tokens from this one to that one is of this class.
    pub(super) fn any(&self, tokens: std::ops::Range<usize>, class: Flag) -> bool {
        tokens.into_iter().any(|token| self.word(token).is(class))
    }

    /// Whether the token is a full stop after so short a word that it may be an abbreviation's.
    pub(super) fn is_short_stop(&self, token: usize) -> bool {
        let is_short = |token: &Token| token.end - token.start <= 8;
        token > 0
            && self.is_mark(token, ".")
            && self.is_joined(token)
            && is_short(&self.block.tokens[token - 1])
    }

    /// Past the full stop of an abbreviation that ends before this token, where the sentence goes
    /// on behind it: «тыс. рублей».
    pub(super) fn past_stop(&self, token: usize) -> usize {
        let stops = self.is_short_stop(token) && token + 1 < self.len();
        let goes_on = match self.shape(token + 1) {
            Shape::Lower => true,
            Shape::Mark => matches!(self.folded(token + 1), ")" | "," | ";" | "(" | "%"),
            Shape::Upper => self.word(token + 1).is(Flag::NamesCurrency),
            _ => false,
        };
        if stops && goes_on { token + 1 } else { token }
    }

    /// Whether the name of a month or a day is written as one here: a capital is another's name where
    /// the calendar has small letters («Май»), and small letters are another word where it has
    /// capitals (“march”).
    pub(super) fn is_calendar_name(&self, token: usize) -> bool {
        if self.numbers.grammar.has(Habit::CapitalCalendar) {
            matches!(self.shape(token), Shape::Capital | Shape::Upper)
        } else {
            self.shape(token) == Shape::Lower || self.opens_sentence(token)
        }
    }

    /// Past “the”.
    pub(super) fn past_article(&self, token: usize) -> usize {
        token + usize::from(self.word(token).is(Flag::Article))
    }

    /// Whether a sentence opens with this token, opening marks aside.
    pub(super) fn opens_sentence(&self, token: usize) -> bool {
        token == 0 || matches!(self.folded(token - 1), "." | "!" | "?" | "…" | "«" | "\"" | "“")
    }
}
