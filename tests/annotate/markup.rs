//! The notation of the golden texts: marks inside the text, what each is in a line above it.
//!
//! ```text
//! p1: Игнат Лозовой; role начальник управления
//! q1: direct; by Игнат Лозовой
//! f1: count over 500
//!
//! — [q1 Закрыли [f1 более 500] <f1 дворов>], — {q1 сказал} [p1 <q1 Лозовой>].
//! ```
//!
//! `[q1 …]` is a part of the quote, `{q1 …}` its cue, `<q1 …>` the words that name its speaker;
//! `[f1 …]` is the figure, `<f1 …>` what it counts; `[p1 …]` is a mention by name. Every line of
//! text is a block, a paragraph unless it opens with its kind: `@headline …`. `@lost` stands for what the
//! line before announces and the source has lost.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use verbatim::article::{Block, BlockKind, Span};

/// A text with its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marked {
    /// What each thing is, by its id: its fields, the first without a name of its own.
    pub(crate) things: BTreeMap<Id, Vec<String>>,
    pub(crate) blocks: Vec<Block>,
    /// As in an article: the blocks before which something announced got lost.
    pub(crate) after_lost: Vec<usize>,
    /// Ordered by place, outer before inner.
    pub(crate) marks: Vec<Mark>,
}

/// `q1`: a letter for the stage, and a number; ordered by number within the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(crate) char, pub(crate) u32);

/// What of a thing a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// `[…]`: its own words.
    Words,
    /// `{…}`: the word of saying.
    Cue,
    /// `<…>`: who speaks, or what is counted.
    Relation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) id: Id,
    pub(crate) part: Part,
    pub(crate) at: Span,
}

impl Part {
    const ALL: [(Self, char, char); 3] =
        [(Self::Words, '[', ']'), (Self::Cue, '{', '}'), (Self::Relation, '<', '>')];
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1)
    }
}

impl Id {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let letter = text.chars().next().filter(|letter| "pqf".contains(*letter))?;
        Some(Self(letter, text[1..].parse().ok()?))
    }
}

impl Marked {
    /// Outer marks before inner ones.
    pub(crate) fn sort(&mut self) {
        self.marks.sort_by_key(|mark| {
            (mark.at.block, mark.at.start, std::cmp::Reverse(mark.at.end), mark.id, mark.part)
        });
    }

    /// Adds a line `q1: direct; by Игнат Лозовой`; nothing where the line is none.
    pub(crate) fn thing(&mut self, line: &str) -> Option<()> {
        let (id, fields) = line.split_once(": ")?;
        let fields = fields.split("; ").map(str::to_owned).collect();
        self.things.insert(Id::parse(id)?, fields).is_none().then_some(())
    }

    /// Adds a line of marked text as a block.
    pub(crate) fn line(&mut self, line: &str) -> Result<(), String> {
        if line == "@lost" {
            self.after_lost.push(self.blocks.len());
            return Ok(());
        }
        let (kind, mut rest) = match line.strip_prefix('@') {
            Some(line) => {
                let (kind, text) = line.split_once(' ').ok_or("no text after the block's kind")?;
                (parse_kind(kind).ok_or_else(|| format!("no block is a {kind:?}"))?, text)
            }
            None => (BlockKind::Paragraph, line),
        };
        let block = self.blocks.len();
        let (mut text, mut open) = (String::new(), Vec::new());
        while let Some(character) = rest.chars().next() {
            let after = &rest[character.len_utf8()..];
            if let Some(&(part, ..)) = Part::ALL.iter().find(|(_, opens, _)| *opens == character) {
                let (id, after) = after.split_once(' ').ok_or("no text in the mark")?;
                let id = Id::parse(id).ok_or_else(|| format!("no id: {id:?}"))?;
                if !self.things.contains_key(&id) {
                    return Err(format!("no line says what {id} is"));
                }
                open.push((id, part, text.len()));
                rest = after;
                continue;
            }
            if let Some(&(part, ..)) = Part::ALL.iter().find(|(.., closes)| *closes == character) {
                let (id, opened, start) = open.pop().ok_or("a mark closes that never opened")?;
                if opened != part {
                    return Err(format!("{id} closes with {character:?}"));
                }
                self.marks.push(Mark { id, part, at: Span::new(block, start, text.len()) });
            } else {
                text.push(character);
            }
            rest = after;
        }
        if let Some((id, ..)) = open.pop() {
            return Err(format!("{id} never closes"));
        }
        self.blocks.push(Block { kind, text });
        Ok(())
    }

    /// The notation, line by line: the things, then the blocks.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> =
            self.things.iter().map(|(id, fields)| format!("{id}: {}", fields.join("; "))).collect();
        for (number, block) in self.blocks.iter().enumerate() {
            if self.after_lost.contains(&number) {
                lines.push("@lost".to_owned());
            }
            let mut line = match block.kind {
                BlockKind::Paragraph => String::new(),
                kind => format!("@{} ", kind_name(kind)),
            };
            for at in 0..=block.text.len() {
                let here = || self.marks.iter().filter(|mark| mark.at.block == number);
                for mark in here().rev().filter(|mark| mark.at.end == at) {
                    line.extend(Part::ALL.iter().find(|all| all.0 == mark.part).map(|all| all.2));
                }
                for mark in here().filter(|mark| mark.at.start == at) {
                    line.extend(Part::ALL.iter().find(|all| all.0 == mark.part).map(|all| all.1));
                    write!(line, "{} ", mark.id).expect("a string takes any text");
                }
                line.extend(block.text.get(at..).and_then(|rest| rest.chars().next()));
            }
            lines.push(line);
        }
        lines
    }
}

fn kind_name(kind: BlockKind) -> String {
    serde_json::to_value(kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn parse_kind(name: &str) -> Option<BlockKind> {
    serde_json::from_value(name.into()).ok()
}

#[test]
fn what_is_printed_is_what_was_written() {
    let things = ["p1: Игнат Лозовой; role начальник", "q1: direct; by Игнат Лозовой", "f1: count"];
    let text = [
        "@headline Мост",
        "@lost",
        "— [q1 Да, [f1 12] <f1 раз>], — {q1 сказал} [p1 <q1 Лозовой>].",
    ];
    let mut marked = Marked::default();
    for line in things {
        marked.thing(line).expect("a thing");
    }
    for line in text {
        marked.line(line).expect("a block");
    }
    marked.sort();
    assert_eq!(marked.blocks[1].text, "— Да, 12 раз, — сказал Лозовой.");
    // Counted by hand in bytes: «— » is 4, «Да, » 6; «Лозовой» begins after 17 more and 18 of «, — сказал ».
    assert_eq!(marked.marks[1].at, Span::new(1, 10, 12));
    let mut lines = marked.lines();
    lines.sort_by_key(|line| things.iter().chain(&text).position(|wanted| wanted == line));
    assert_eq!(lines, [things.as_slice(), &text].concat());
}

#[test]
fn a_slip_in_the_notation_is_named() {
    let mut marked = Marked::default();
    marked.thing("q1: direct").expect("a thing");
    for (line, fault) in [
        ("[q1 Да", "q1 never closes"),
        ("Да]", "a mark closes that never opened"),
        ("[q1 Да}", "q1 closes with '}'"),
        ("[q2 Да]", "no line says what q2 is"),
        ("[Да]", "no text in the mark"),
        ("@title Да", "no block is a \"title\""),
    ] {
        assert_eq!(marked.line(line), Err(fault.to_owned()), "{line}");
    }
}
