//! Cutting a text into words, numbers and marks.

use unicode_segmentation::UnicodeSegmentation;

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
    fn new(start: usize, first: char, length: usize) -> Self {
        Self { start, end: start + length, first, class: class(first) }
    }
}

/// Whether a character is a grapheme whatever stands beside it: Latin, Cyrillic without its
/// combining marks, and the punctuation and currency signs of their texts.
const fn stands_alone(character: char) -> bool {
    matches!(character,
        ' '..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '№')
}

/// The words, numbers and marks of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    if text.chars().all(stands_alone) {
        let characters = text.char_indices();
        cut(text.len(), characters.map(|(at, one)| Unit::new(at, one, one.len_utf8())))
    } else {
        let unit = |(at, grapheme): (usize, &str)| {
            grapheme.chars().next().map(|first| Unit::new(at, first, grapheme.len()))
        };
        cut(text.len(), text.grapheme_indices(true).filter_map(unit))
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
pub(super) fn without_clitics(tokens: Vec<Token>, folded: &str, clitics: &[&str]) -> Vec<Token> {
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
