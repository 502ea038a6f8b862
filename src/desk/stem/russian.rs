use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a Russian word in small letters with ё as е: Snowball's, and one stem for words
/// with forms of several roots.
pub(super) fn stem(word: &str) -> String {
    let stem = Stemmer::create(Algorithm::Russian).stem(word).into_owned();
    irregular(&stem).unwrap_or(stem)
}

/// The words of several roots: the prefixes, and the forms of each word.
struct Irregular {
    prefixes: Vec<&'static str>,
    words: Vec<Vec<&'static str>>,
}

/// The one stem of a word of several roots.
fn irregular(stem: &str) -> Option<String> {
    static LIST: OnceLock<Irregular> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let lines = include_str!("russian.txt").lines().filter(|line| !line.starts_with('#'));
        let mut words: Vec<Vec<&str>> =
            lines.map(|line| line.split_whitespace().collect()).collect();
        let prefixes = if words.is_empty() { Vec::new() } else { words.remove(0) };
        Irregular { prefixes, words }
    });
    list.words.iter().find_map(|forms| {
        let first = forms.first()?;
        forms.iter().find_map(|form| match form.strip_prefix('-') {
            None => (*form == stem).then(|| (*first).to_owned()),
            Some(form) => {
                let prefix = stem.strip_suffix(form).filter(|p| list.prefixes.contains(p))?;
                Some([prefix, first.trim_start_matches('-')].concat())
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["мост", "моста", "мосту", "мостом", "мосты", "мостов"][..],
            &["сказал", "сказала", "сказали", "сказать"],
            &["новый", "новая", "нового", "новыми"],
            &["нашел", "нашла", "нашли", "найти", "найдут", "найдет", "найдено", "нашедший"],
            &["пришел", "прийти", "придут", "пришли"],
            &["люди", "людей", "людьми", "человек", "человеком"],
            &["идет", "шли", "идти", "шедший"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn different_words_have_different_stems() {
        assert_ne!(stem("мост"), stem("мастер"));
        assert_ne!(stem("нашел"), stem("ушел"));
    }
}
