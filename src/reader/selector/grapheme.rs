//! Where a text may be cut: between graphemes, told without the tables that a program of all of them
//! would carry.

use crate::article::Span;

/// The span widened so that it parts no mark from its letter.
#[must_use]
pub fn whole_graphemes(text: &str, span: Span) -> Span {
    let Span { block, mut start, mut end } = span;
    while start > 0 && splits_grapheme(text, start) {
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while end < text.len() && splits_grapheme(text, end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    Span::new(block, start, end)
}

/// Whether a cut at this byte would part a mark from its letter.
pub(super) fn splits_grapheme(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_extending) || (at > 0 && text[..at].ends_with('\u{200d}'))
}

/// Whether the code point belongs to the grapheme before it: combining marks of Cyrillic and
/// Latin, joiners, variation selectors, skin tones, and the keycap.
pub(crate) fn is_extending(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}')
}
