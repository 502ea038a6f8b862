//! Tokens and sentences: the article's text as the stages see it.

mod link;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::article::{Block, BlockKind, Span};
use crate::language::Language;

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

    /// The token in small letters, with ё as е; empty past the last token.
    pub(crate) fn folded(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| &self.folded[token.start..token.end])
    }

    /// The span in the block of this number from the first of these tokens to the last.
    pub(crate) fn span(&self, block: usize, tokens: Range<usize>) -> Span {
        Span::new(block, self.tokens[tokens.start].start, self.tokens[tokens.end - 1].end)
    }

    /// Whether the token stands right after the one before it, with no space between.
    pub(crate) fn is_joined(&self, token: usize) -> bool {
        token > 0
            && token < self.tokens.len()
            && self.tokens[token - 1].end == self.tokens[token].start
    }
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it starts, in bytes of its block.
    pub(crate) start: usize,
    /// Where it ends, exclusive.
    pub(crate) end: usize,
    /// What it is, and how its letters are written.
    pub(crate) shape: Shape,
}

/// What a token is, and how its letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// A word in small letters: «партия».
    Lower,
    /// A word with a capital at its head, also after hyphens: «Иванов», «Нур-Султан», «А».
    Capital,
    /// A word of two or more letters, all capitals: «РК», «ШИБАРШИН».
    Upper,
    /// Any other mixture: «IT-классы».
    Mixed,
    /// A run of digits.
    Number,
    /// One character that is neither letter, digit nor space.
    Mark,
}

impl Token {
    /// Whether it is a word.
    pub(crate) const fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Number | Shape::Mark)
    }
}

/// The text in small letters, with ё as е, at the same byte offsets: a letter whose small form
/// takes another number of bytes stays as it is.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        folded.push(match character {
            'ё' | 'Ё' => 'е',
            'a'..='z' | 'а'..='я' | ' ' => character,
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

/// What a character is to the tokenizer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Small,
    Big,
    Digit,
    /// Belongs to whatever it follows: combining marks, joiners, variation selectors, soft hyphen.
    Extend,
    Space,
    Mark,
}

fn class(character: char) -> Class {
    match character {
        'а'..='я' | 'ё' | 'a'..='z' => Class::Small,
        'А'..='Я' | 'Ё' | 'A'..='Z' => Class::Big,
        '0'..='9' => Class::Digit,
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200d}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{2060}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}' => Class::Extend,
        _ if character.is_whitespace() => Class::Space,
        _ if character.is_uppercase() => Class::Big,
        _ if character.is_alphabetic() => Class::Small,
        _ => Class::Mark,
    }
}

/// The smallest stretch that no token's edge may cut: a grapheme.
#[derive(Clone, Copy)]
struct Unit {
    start: usize,
    end: usize,
    first: char,
    class: Class,
}

impl Unit {
    fn new(start: usize, text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        Some(Self { start, end: start + text.len(), first, class: class(first) })
    }
}

/// Whether a character is a grapheme whatever stands beside it: Latin, Cyrillic without its
/// combining marks, and the punctuation and currency signs of their texts.
const fn stands_alone(character: char) -> bool {
    matches!(character,
        ' '..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '№')
}

fn tokens(text: &str) -> Vec<Token> {
    if text.chars().all(stands_alone) {
        let characters = text.char_indices();
        cut(
            text.len(),
            characters.filter_map(|(at, c)| Unit::new(at, &text[at..at + c.len_utf8()])),
        )
    } else {
        let graphemes = text.grapheme_indices(true);
        cut(text.len(), graphemes.filter_map(|(at, grapheme)| Unit::new(at, grapheme)))
    }
}

fn cut(length: usize, units: impl Iterator<Item = Unit> + Clone) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(length / 10);
    let mut units = units.peekable();
    while let Some(unit) = units.next() {
        let mut end = unit.end;
        let shape = match unit.class {
            Class::Space => continue,
            // With nothing before it to belong to, it is a mark of its own.
            Class::Mark | Class::Extend => {
                while let Some(next) = units.next_if(|next| next.class == Class::Extend) {
                    end = next.end;
                }
                Shape::Mark
            }
            Class::Digit => {
                let goes_on = |next: &Unit| matches!(next.class, Class::Digit | Class::Extend);
                while let Some(next) = units.next_if(goes_on) {
                    end = next.end;
                }
                Shape::Number
            }
            Class::Small | Class::Big => {
                let mut case = Case::default();
                case.add(unit.class);
                while let Some(&next) = units.peek() {
                    match next.class {
                        Class::Small | Class::Big => case.add(next.class),
                        Class::Extend => {}
                        // A hyphen or apostrophe between letters belongs to the word.
                        Class::Mark
                            if is_joiner(next.first)
                                && units.clone().nth(1).is_some_and(|c| {
                                    matches!(c.class, Class::Small | Class::Big)
                                }) =>
                        {
                            case.part();
                        }
                        _ => break,
                    }
                    end = next.end;
                    units.next();
                }
                case.shape()
            }
        };
        tokens.push(Token { start: unit.start, end, shape });
    }
    tokens
}

/// The tokens with these endings cut from their words.
fn without_clitics(tokens: Vec<Token>, folded: &str, clitics: &[&str]) -> Vec<Token> {
    if clitics.is_empty() {
        return tokens;
    }
    let mut cut = Vec::with_capacity(tokens.len());
    for token in tokens {
        let word = &folded[token.start..token.end];
        let stem = clitics.iter().find_map(|clitic| word.strip_suffix(clitic));
        match stem.filter(|stem| !stem.is_empty() && token.is_word()) {
            Some(stem) => {
                let middle = token.start + stem.len();
                // A single capital before the ending is no word of capitals.
                let shape = match token.shape {
                    Shape::Mixed if stem.chars().nth(1).is_some() => Shape::Upper,
                    shape => shape,
                };
                cut.push(Token { start: token.start, end: middle, shape });
                cut.push(Token { start: middle, end: token.end, shape: Shape::Lower });
            }
            None => cut.push(token),
        }
    }
    cut
}

/// Hyphen, non-breaking hyphen and apostrophes.
const fn is_joiner(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ')
}

/// How the letters of a word are written, gathered letter by letter.
#[derive(Default)]
struct Case {
    small: usize,
    big: usize,
    /// Parts between hyphens that open with a capital and go on in small letters.
    parts: usize,
    capital_parts: usize,
    /// In the part at hand: letters so far, and a capital past the first.
    letters: usize,
    late_capital: bool,
}

impl Case {
    fn add(&mut self, class: Class) {
        if class == Class::Big {
            self.big += 1;
            if self.letters == 0 {
                self.capital_parts += 1;
            } else {
                self.late_capital = true;
            }
        } else {
            self.small += 1;
        }
        self.letters += 1;
    }

    fn part(&mut self) {
        self.parts += 1;
        self.letters = 0;
    }

    fn shape(&self) -> Shape {
        if self.big == 0 {
            Shape::Lower
        } else if self.small == 0 && self.big > 1 {
            Shape::Upper
        } else if !self.late_capital && self.capital_parts > 0 && self.first_is_capital() {
            Shape::Capital
        } else {
            Shape::Mixed
        }
    }

    /// All parts open with capitals, or only the first does: «Нур-Султан», «Санкт-петербургский».
    const fn first_is_capital(&self) -> bool {
        self.capital_parts == self.parts + 1 || self.capital_parts == 1
    }
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
    if block.word(end) != "." || end == 0 || next != end + 1 || !block.is_joined(end) {
        return false;
    }
    let before = block.tokens[end - 1];
    // «в 2012 г. Нынешний глава …»: after a number, an abbreviation before a capital ends it.
    let ends_measure = end >= 2
        && block.tokens[end - 2].shape == Shape::Number
        && block.tokens.get(ahead).is_some_and(|token| token.shape == Shape::Capital)
        && block.folded(ahead).chars().count() > 1;
    let is_initial = before.shape == Shape::Capital && block.word(end - 1).chars().count() == 1;
    let dotted = end >= 2 && block.is_joined(end - 1) && block.word(end - 2) == ".";
    is_initial
        || language.abbreviations.contains(block.folded(end - 1)) && !ends_measure
        || (dotted && before.shape == Shape::Lower && block.word(end - 1).chars().count() <= 2)
}
