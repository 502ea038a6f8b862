//! Tokens and sentences: the article's text as the stages see it.

mod link;
mod token;

use std::ops::Range;

use crate::article::{Block, BlockKind, Span};
use crate::language::Language;

use token::{tokens, without_clitics};

pub(crate) use token::{Shape, Token};

/// An article's text cut into tokens and sentences, with the language it is in.
pub struct Text<'a> {
    /// The blocks, in order.
    pub(crate) blocks: Vec<TextBlock<'a>>,
    /// What is known about the language of the text.
    pub(crate) language: &'static Language,
}

impl<'a> Text<'a> {
    /// The text of these blocks, cut up.
    #[must_use]
    pub fn new(blocks: &'a [Block], language: &'static Language) -> Self {
        let blocks = blocks.iter().map(|block| TextBlock::new(block, language)).collect();
        Self { blocks, language }
    }

    /// The same text, where what the block before announces got lost before the blocks of these numbers.
    #[must_use]
    pub fn after_lost(mut self, numbers: &[usize]) -> Self {
        for &number in numbers {
            if let Some(block) = self.blocks.get_mut(number) {
                block.is_after_lost = true;
            }
        }
        self
    }
}

/// One block, cut into tokens and sentences.
pub(crate) struct TextBlock<'a> {
    /// What the block is.
    pub(crate) kind: BlockKind,
    /// Its text, unchanged.
    pub(crate) text: &'a str,
    /// The text in small letters, with ё as е; every byte offset is the same as in `text`.
    pub(crate) folded: String,
    /// Words, numbers and marks in order; white space and the addresses of a wiki's links belong to none.
    pub(crate) tokens: Vec<Token>,
    /// The sentences as ranges of tokens; together they are all tokens.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Whether what the block before announces got lost between the two.
    pub(crate) is_after_lost: bool,
}

impl<'a> TextBlock<'a> {
    fn new(block: &'a Block, language: &Language) -> Self {
        let folded = fold(&block.text);
        let tokens = link::without_addresses(tokens(&block.text), &block.text);
        let tokens = without_clitics(tokens, &folded, &language.clitics);
        let mut cut = Self {
            kind: block.kind,
            text: &block.text,
            folded,
            tokens,
            sentences: Vec::new(),
            is_after_lost: false,
        };
        cut.sentences = sentences(&cut, language);
        cut
    }

    /// The tokens of the sentence that the token stands in.
    pub(crate) fn sentence(&self, token: usize) -> Range<usize> {
        let past = self.sentences.partition_point(|sentence| sentence.start <= token);
        past.checked_sub(1).map_or(0..self.tokens.len(), |last| self.sentences[last].clone())
    }

    /// Whether a sentence begins with this token.
    pub(crate) fn opens_sentence(&self, token: usize) -> bool {
        self.sentences.binary_search_by_key(&token, |sentence| sentence.start).is_ok()
    }

    /// The first token that starts at this byte of the text or later.
    pub(crate) fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// The token's words as they stand.
    pub(crate) fn word(&self, token: usize) -> &'a str {
        let Token { start, end, .. } = self.tokens[token];
        &self.text[start..end]
    }

    /// The text from the first of these tokens to the last.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'a str {
        &self.text[self.tokens[tokens.start].start..self.tokens[tokens.end - 1].end]
    }

    /// The token in small letters, with ё as е; empty past the last token.
    pub(crate) fn folded(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| &self.folded[token.start..token.end])
    }

    /// The span in the block of this number from the first of these tokens to the last.
    pub(crate) fn span(&self, block: usize, tokens: Range<usize>) -> Span {
        Span::new(block, self.tokens[tokens.start].start, self.tokens[tokens.end - 1].end)
    }

    /// Whether the token opens words in marks: «, „, and one that opens or closes where it stands as an opening one does.
    pub(crate) fn opens_mark(&self, token: usize) -> bool {
        // «сообщает"Заря"» is a slip of the pen.
        let is_word = |shape: Shape| matches!(shape, Shape::Capital | Shape::Upper | Shape::Mixed);
        let stands_free = || {
            !self.is_joined(token)
                || matches!(self.word(token - 1), "(" | "[" | "«" | "„" | "“" | "\"" | "-" | "—")
                || self.tokens.get(token + 1).is_some_and(|next| is_word(next.shape))
        };
        match self.folded(token) {
            "«" | "„" => true,
            "“" | "\"" | "‘" => self.is_joined(token + 1) && stands_free(),
            _ => false,
        }
    }

    /// How many marks are open behind this token where so many were before it.
    pub(crate) fn marks_behind(&self, token: usize, depth: usize) -> usize {
        match self.folded(token) {
            "»" | "”" | "“" | "\"" if depth > 0 => depth - 1,
            _ => depth + usize::from(self.opens_mark(token)),
        }
    }

    /// Whether the token stands right after the one before it, with no space between.
    pub(crate) fn is_joined(&self, token: usize) -> bool {
        token > 0
            && token < self.tokens.len()
            && self.tokens[token - 1].end == self.tokens[token].start
    }
}

/// The text in small letters, with ё as е, at the same byte offsets: a letter whose small form
/// takes another number of bytes stays as it is.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        folded.push(match character {
            'ё' | 'Ё' => 'е',
            'a'..='z' | 'а'..='я' | ' ' => character,
            // Most of the rest, and the table of all letters is slow.
            'А'..='Я' => char::from_u32(character as u32 + 0x20).unwrap_or(character),
            _ => {
                let mut lower = character.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(small), None) if small.len_utf8() == character.len_utf8() => small,
                    _ => character,
                }
            }
        });
    }
    folded
}

/// Marks that can end a sentence.
fn ends_sentence(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "…")
}

/// Marks that close what a sentence's end may stand in.
fn closes(mark: &str) -> bool {
    matches!(mark, "»" | "”" | "“" | "\"" | ")" | "]" | "’" | "'")
}

fn sentences(block: &TextBlock, language: &Language) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut token = 0;
    while token < block.tokens.len() {
        let mark = block.word(token);
        token += 1;
        if !ends_sentence(mark) {
            continue;
        }
        let end = token - 1;
        while token < block.tokens.len()
            && block.is_joined(token)
            && (ends_sentence(block.word(token)) || closes(block.word(token)))
        {
            token += 1;
        }
        if token < block.tokens.len() && !goes_on(block, end, token, language) {
            sentences.push(start..token);
            start = token;
        }
    }
    if start < block.tokens.len() {
        sentences.push(start..block.tokens.len());
    }
    sentences
}

/// Whether the mark is a title's own: «группа «Ногу свело!» …», «передача «Что? Где? Когда?» …».
fn is_in_title(block: &TextBlock, end: usize, language: &Language) -> bool {
    if !matches!(block.word(end), "!" | "?") {
        return false;
    }
    let opening = (end.saturating_sub(LONGEST_TITLE)..end)
        .rev()
        .take_while(|&at| block.word(at) != "»")
        .find(|&at| block.word(at) == "«");
    let Some(noun) = opening.and_then(|opening| opening.checked_sub(1)) else { return false };
    let closes = |at: usize| block.word(at) == "»";
    language.names.is_titled_thing(block.folded(noun))
        && (end + 1..block.tokens.len().min(end + LONGEST_TITLE)).any(closes)
}

/// The pieces of an abbreviation with stops inside it, «т.е.», have at most so many letters.
const LONGEST_PIECE: usize = 3;

/// A title with marks of its own is at most so many tokens long.
const LONGEST_TITLE: usize = 10;

/// Whether the sentence goes on past the mark at `end`, the next token being `next`.
fn goes_on(block: &TextBlock, end: usize, next: usize, language: &Language) -> bool {
    if block.is_joined(next) {
        return true;
    }
    // What follows opens no sentence: a small letter, or a mark that carries on («…», – сказал он).
    let mut ahead = next;
    while ahead < block.tokens.len()
        && matches!(block.word(ahead), "«" | "„" | "“" | "‘" | "\"" | "'" | "(" | "-" | "–" | "—")
    {
        ahead += 1;
    }
    match block.tokens.get(ahead).map(|token| token.shape) {
        Some(Shape::Lower) => return true,
        Some(Shape::Mark) if ahead == next => return true,
        _ => {}
    }
    if is_in_title(block, end, language) {
        return true;
    }
    if !matches!(block.word(end), "." | "!") || end == 0 || next != end + 1 || !block.is_joined(end)
    {
        return false;
    }
    let before = block.tokens[end - 1];
    // «в 2012 г. Нынешний глава …»: after a number, an abbreviation before a capital ends it.
    let ends_measure = end >= 2
        && block.tokens[end - 2].shape == Shape::Number
        && block.tokens.get(ahead).is_some_and(|token| token.shape == Shape::Capital)
        && block.folded(ahead).chars().count() > 1;
    let is_initial = before.shape == Shape::Capital && block.word(end - 1).chars().count() == 1;
    // «т. е.», «н.э.», but not «пишет Волна.ру.»
    let is_brief = |at: usize| block.word(at).chars().count() <= LONGEST_PIECE;
    let dotted = end >= 2
        && block.is_joined(end - 1)
        && block.word(end - 2) == "."
        && end.checked_sub(3).is_none_or(is_brief);
    is_initial
        || language.abbreviations.contains(block.folded(end - 1)) && !ends_measure
        || (dotted && before.shape == Shape::Lower && block.word(end - 1).chars().count() <= 2)
}
