//! The article read aloud: as a sequence of utterances, which [`speech`] says.

mod speech;

pub(super) use speech::use_speech;

use crate::article::{Article, BlockKind, QuoteKind, Span};

/// Some speech engines fall silent in the middle of longer utterances (Chromium's network voices
/// after a quarter of a minute): a longer sentence is cut at a pause.
const LONGEST: usize = 240;

/// What is said in one breath, and what to mark while it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The text to say.
    pub at: Span,
    /// The quotes that begin in it, as numbers in the article's list: the page says whose words
    /// come before it says the text. A quote is introduced once, however many parts it has.
    pub introduces: Vec<usize>,
    /// The direct quote whose words these are: they may be said in another voice.
    pub quote: Option<usize>,
}

/// The utterances of the article in order: its sentences, cut at the edges of direct quotes.
/// Captions and credits are left out.
#[must_use]
pub fn utterances(article: &Article) -> Vec<Utterance> {
    // The parts of quotes in the order of the text, and which part opens its quote.
    let mut parts: Vec<(Span, usize, bool)> = article
        .quotes
        .iter()
        .enumerate()
        .flat_map(|(i, quote)| {
            quote.parts.iter().enumerate().map(move |(j, part)| (*part, i, j == 0))
        })
        .filter(|(part, ..)| article.text(*part).is_some())
        .collect();
    parts.sort_unstable();

    let mut utterances = Vec::new();
    let mut rest = &parts[..];
    for (block, content) in article.blocks.iter().enumerate() {
        let here = rest.partition_point(|(part, ..)| part.block <= block);
        let (of_block, others) = rest.split_at(here);
        rest = others;
        if matches!(content.kind, BlockKind::Caption | BlockKind::Credit) {
            continue;
        }
        let is_direct = |quote: usize| article.quotes[quote].kind == QuoteKind::Direct;
        let edges: Vec<usize> = of_block
            .iter()
            .filter(|(_, quote, _)| is_direct(*quote))
            .flat_map(|(part, ..)| [part.start, part.end])
            .collect();
        let mut next = 0;
        for (start, end) in pieces(&content.text, &edges) {
            let mut introduces = Vec::new();
            while let Some((part, quote, opens)) = of_block.get(next).filter(|p| p.0.start < end) {
                if *opens && part.end > start {
                    introduces.push(*quote);
                }
                next += 1;
            }
            // The last part begun is the one that may hold these words.
            let within = of_block[..next].last().filter(|(part, quote, _)| {
                is_direct(*quote) && part.start <= start && end <= part.end
            });
            utterances.push(Utterance {
                at: Span::new(block, start, end),
                introduces,
                quote: within.map(|(_, quote, _)| *quote),
            });
        }
    }
    utterances
}

/// The edges of what is said of a text in one breath: something to say in each, no white space at
/// its ends.
fn pieces(text: &str, edges: &[usize]) -> Vec<(usize, usize)> {
    let mut cuts: Vec<usize> = edges.iter().copied().chain(sentence_ends(text)).collect();
    cuts.push(text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    let mut from = 0;
    for to in cuts {
        let Some(piece) = text.get(from..to) else { continue };
        let mut start = from;
        for length in breaths(piece) {
            let piece = &text[start..start + length];
            let opening = piece.len() - piece.trim_start().len();
            let words = piece.trim();
            if words.contains(char::is_alphanumeric) {
                pieces.push((start + opening, start + opening + words.len()));
            }
            start += length;
        }
        from = to;
    }
    pieces
}

/// Where sentences end: after their marks and what closes them, where white space and then no
/// small letter follows. A full stop after a single letter (an initial, «г.») or a number in front of a
/// small letter ends none.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut letters = 0;
    while let Some((_, character)) = characters.next() {
        if !matches!(character, '.' | '!' | '?' | '…') {
            letters = if character.is_alphanumeric() { letters + 1 } else { 0 };
            continue;
        }
        let mut sure = character != '.' || letters > 1;
        letters = 0;
        let closes =
            |c: char| matches!(c, '.' | '!' | '?' | '…' | '»' | '”' | '“' | '"' | ')' | '\'' | '’');
        while let Some((_, closing)) = characters.next_if(|(_, c)| closes(*c)) {
            // A row of marks, or a closing mark, is no abbreviation's.
            sure |= closing != ')';
        }
        let Some(&(end, space)) = characters.peek() else { break };
        let after = text[end..]
            .trim_start()
            .trim_start_matches(['«', '„', '“', '"', '(', '—', '–', '-', ' ']);
        let small = after.chars().next().is_some_and(char::is_lowercase);
        if sure && space.is_whitespace() && !small {
            ends.push(end);
        }
    }
    ends
}

/// The lengths in bytes of the pieces of a sentence: one, or as many as it takes, each cut after
/// a comma or the like, else after a space.
fn breaths(text: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut rest = text;
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST) {
        let head = &rest[..limit];
        let pause = |marks: &[char]| {
            let (at, mark) = head.char_indices().rev().find(|(_, c)| marks.contains(c))?;
            Some(at + mark.len_utf8()).filter(|cut| *cut > limit / 3)
        };
        let cut = pause(&[',', ';', ':', '—'])
            .or_else(|| pause(&[' ', '\u{a0}', '\n']))
            .filter(|cut| !rest[*cut..].starts_with(crate::reader::selector::is_extending))
            .unwrap_or(rest.len());
        lengths.push(cut);
        rest = &rest[cut..];
    }
    lengths.push(rest.len());
    lengths
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Block, Quote};

    fn article(texts: &[&str], quotes: &[(QuoteKind, &[&str])]) -> Article {
        let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).into() };
        let span = |words: &&str| {
            let place = |(i, text): (usize, &&str)| Some((i, text.find(words)?));
            let (block, start) = texts.iter().enumerate().find_map(place).unwrap();
            Span::new(block, start, start + words.len())
        };
        Article {
            blocks: texts.iter().map(block).collect(),
            quotes: quotes
                .iter()
                .map(|(kind, parts)| Quote {
                    id: String::new(),
                    kind: *kind,
                    parts: parts.iter().map(span).collect(),
                    speaker: None,
                    cue: None,
                    source: None,
                    confidence: 1.0,
                    because: Vec::new(),
                })
                .collect(),
            ..Article::default()
        }
    }

    fn said(article: &Article) -> Vec<(&str, Vec<usize>, Option<usize>)> {
        let utterances = utterances(article).into_iter();
        utterances.map(|u| (article.text(u.at).unwrap(), u.introduces, u.quote)).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        pieces(text, &[]).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn sentences_end_at_their_marks() {
        assert_eq!(
            sentences("Мост стоит. Его починят! Когда? Весной…"),
            ["Мост стоит.", "Его починят!", "Когда?", "Весной…"]
        );
        assert_eq!(sentences("Он сказал: «Да!» Она ушла."), ["Он сказал: «Да!»", "Она ушла."]);
        assert_eq!(sentences("«Да!» — сказал он."), ["«Да!» — сказал он."]);
    }

    #[test]
    fn initials_and_numbers_end_no_sentence() {
        assert_eq!(
            sentences("А. С. Иванов из г. Костанай дал 3.5 млн. тенге."),
            ["А. С. Иванов из г. Костанай дал 3.5 млн. тенге."]
        );
    }

    #[test]
    fn a_direct_quote_is_cut_out_and_introduced_once() {
        let article = article(
            &["— Мост стоит, — сказала она. — Его починят."],
            &[(QuoteKind::Direct, &["Мост стоит", "Его починят"])],
        );
        assert_eq!(
            said(&article),
            [
                ("Мост стоит", vec![0], Some(0)),
                (", — сказала она.", vec![], None),
                ("Его починят", vec![], Some(0)),
            ]
        );
    }

    #[test]
    fn other_quotes_are_introduced_before_their_sentence() {
        let article = article(
            &["Утро. Она сказала, что мост починят."],
            &[(QuoteKind::Indirect, &["мост починят"])],
        );
        assert_eq!(
            said(&article),
            [("Утро.", vec![], None), ("Она сказала, что мост починят.", vec![0], None),]
        );
    }

    #[test]
    fn long_sentences_are_cut_at_a_pause() {
        let text = format!("{}, {}.", "слово ".repeat(30).trim(), "другое ".repeat(20).trim());
        let cut = sentences(&text);
        assert_eq!(cut.len(), 2);
        assert!(cut[0].ends_with("слово,"), "{cut:?}");
    }

    proptest! {
        #[test]
        fn every_word_is_said_once_and_every_quote_introduced_once(
            texts in prop::collection::vec("[аБ .,!«»—\n]{0,300}", 1..3),
            parts in prop::collection::vec((0_usize..3, 0_usize..60, 1_usize..20), 0..4),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut article = article(&texts, &[]);
            for (block, start, length) in parts {
                let span = Span::new(block, start, start + length);
                let Some(words) = article.text(span) else { continue };
                if words.contains(char::is_alphanumeric) {
                    let mut quote = self::article(&["а"], &[(QuoteKind::Direct, &["а"])]).quotes.remove(0);
                    quote.parts = vec![span];
                    if !article.quotes.iter().any(|other| other.parts[0].overlaps(&span)) {
                        article.quotes.push(quote);
                    }
                }
            }
            let utterances = utterances(&article);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let all: usize = texts.iter().map(|text| letters(text)).sum();
            let spoken: usize = utterances.iter().map(|u| letters(article.text(u.at).unwrap())).sum();
            prop_assert_eq!(spoken, all);
            let mut introduced: Vec<usize> =
                utterances.iter().flat_map(|u| u.introduces.clone()).collect();
            introduced.sort_unstable();
            prop_assert_eq!(introduced, (0..article.quotes.len()).collect::<Vec<_>>());
            prop_assert!(utterances.windows(2).all(|pair| pair[0].at < pair[1].at));
        }
    }
}
