//! The links that a wiki's text keeps from its markup: `[https://example.org сообщает]`.

use std::ops::Range;

use super::Token;

/// How a wiki's link opens, with its address; a space parts it from the words that are linked.
const LINK: &str = "[http";

/// How long a link's address can be, and how far behind it the link can close, in bytes.
const LINKED: usize = 400;

/// The tokens without the addresses of a wiki's links and the brackets round them: of
/// `[https://example.org сообщает]` the word alone.
pub(super) fn without_addresses(mut tokens: Vec<Token>, text: &str) -> Vec<Token> {
    let mut left_out: Vec<Range<usize>> = Vec::new();
    for (open, _) in text.match_indices(LINK) {
        // «Белова[https://example.org Белова сказала …]» is a note: what is linked goes on with nothing.
        if text[..open].ends_with(|before: char| !before.is_whitespace()) {
            continue;
        }
        let bytes = &text.as_bytes()[open..];
        let ends = |byte: &u8| matches!(byte, b' ' | b'\n' | b']');
        let Some(length) = bytes.iter().take(LINKED).position(ends) else { continue };
        let behind = bytes[length..].iter().take(LINKED).take_while(|&&byte| byte != b'[');
        let close = behind.enumerate().find(|(_, byte)| **byte == b']').map(|(at, _)| at);
        left_out.push(open..open + length);
        left_out.extend(close.map(|at| open + length + at..open + length + at + 1));
    }
    let mut next = left_out.into_iter().peekable();
    tokens.retain(|token| {
        while next.next_if(|range| range.end <= token.start).is_some() {}
        next.peek().is_none_or(|range| token.start < range.start)
    });
    tokens
}

#[cfg(test)]
mod tests {
    use crate::article::{Block, BlockKind};
    use crate::language;

    use super::super::Text;

    fn words(text: &str) -> Vec<String> {
        let block = Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        let blocks = [block];
        let text = Text::new(&blocks, language::of("ru").expect("Russian is known"));
        let block = &text.blocks[0];
        (0..block.tokens.len()).map(|token| block.word(token).to_owned()).collect()
    }

    #[test]
    fn a_link_leaves_its_words_alone() {
        assert_eq!(
            words("Белова, [https://example.org/a_b?v=1 сообщает] «Заря» [см. ниже]."),
            ["Белова", ",", "сообщает", "«", "Заря", "»", "[", "см", ".", "ниже", "]", "."]
        );
    }

    #[test]
    fn a_link_without_words_is_nothing() {
        assert_eq!(words("Отчёт [http://example.org/1] вышел"), ["Отчёт", "вышел"]);
    }

    #[test]
    fn a_link_that_never_closes_loses_its_address_alone() {
        assert_eq!(words("Отчёт [http://example.org/1 вышел"), ["Отчёт", "вышел"]);
    }

    #[test]
    fn a_note_stays_as_it_is() {
        assert_eq!(words("Белова[http://a Белова]").last().map(String::as_str), Some("]"));
    }
}
