//! Word forms: what several forms of a word have in common.
//!
//! Russian and English words have their Snowball stem; Kazakh ones, which pile ending on ending,
//! are matched form against form. The stemmers of the `rust-stemmers` crate add 5 KB under brotli to the
//! page: as much as a port of the two did.

mod kazakh;
mod russian;

use rust_stemmers::{Algorithm, Stemmer};

pub(super) use kazakh::is_same as is_same_kazakh;

/// The stem of a folded word, by its letters: Latin ones are taken as English, Cyrillic ones as
/// Russian.
#[must_use]
pub fn stem(folded: &str) -> String {
    match folded.chars().find(|c| c.is_alphabetic()) {
        Some('a'..='z') => Stemmer::create(Algorithm::English).stem(folded).into_owned(),
        Some('а'..='я') => russian::stem(folded),
        _ => folded.to_owned(),
    }
}

/// The word as it is compared: in small letters, ё as е, without stress marks and what is not seen; й
/// stays й, also where it is written as и with a breve.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars().flat_map(char::to_lowercase) {
        match character {
            'ё' => folded.push('е'),
            '\u{306}' if folded.ends_with('и') => {
                folded.pop();
                folded.push('й');
            }
            '’' | 'ʼ' => folded.push('\''),
            '\u{ad}' | '\u{200b}' | '\u{2060}' => {}
            _ if crate::reader::selector::is_extending(character) => {}
            // Between the groups of a number.
            _ if character.is_whitespace() => {}
            _ => folded.push(character),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_takes_case_stress_and_dots_away() {
        assert_eq!(fold("Нашёл"), "нашел");
        assert_eq!(fold("НАШЕ\u{308}Л"), "нашел");
        assert_eq!(fold("за\u{301}мок"), "замок");
        assert_eq!(fold("И\u{306}од"), "йод");
        assert_eq!(fold("Тоқаев"), "тоқаев");
        assert_eq!(fold("Don’t"), "don't");
    }

    #[test]
    fn english_forms_have_one_stem() {
        for form in ["bridge", "bridges", "bridged", "bridging"] {
            assert_eq!(stem(form), "bridg", "{form}");
        }
    }

    #[test]
    fn a_word_has_the_stem_of_its_letters() {
        assert_eq!(stem("мосты"), "мост");
        assert_eq!(stem("bridges"), "bridg");
        assert_eq!(stem("2018"), "2018");
    }

    proptest! {
        #[test]
        fn any_text_is_stemmed_without_panic(text in "[а-яa-z'я\u{301}😀]{0,12}|.{0,12}") {
            let _ = stem(&fold(&text));
        }
    }
}
