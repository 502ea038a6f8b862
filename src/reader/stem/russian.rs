use std::sync::OnceLock;

/// Endings after а or я, and endings after anything, of one class.
type Endings = [&'static [&'static str]; 2];

// The Snowball stemmer for Russian: https://snowballstem.org/algorithms/russian/stemmer.html
const PERFECTIVE_GERUND: Endings =
    [&["в", "вши", "вшись"], &["ив", "ивши", "ившись", "ыв", "ывши", "ывшись"]];
const ADJECTIVE: Endings = [
    &[],
    &[
        "ее", "ие", "ые", "ое", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом",
        "его", "ого", "ему", "ому", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ],
];
const PARTICIPLE: Endings = [&["ем", "нн", "вш", "ющ", "щ"], &["ивш", "ывш", "ующ"]];
const REFLEXIVE: Endings = [&[], &["ся", "сь"]];
const VERB: Endings = [
    &[
        "ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "ть",
        "ешь", "нно",
    ],
    &[
        "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им",
        "ым", "ен", "ило", "ыло", "ено", "ят", "ует", "уют", "ит", "ыт", "ены", "ить", "ыть",
        "ишь", "ую", "ю",
    ],
];
const NOUN: Endings = [
    &[],
    &[
        "а", "ев", "ов", "ие", "ье", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой",
        "ий", "й", "иям", "ям", "ием", "ем", "ам", "ом", "о", "у", "ах", "иях", "ях", "ы", "ь",
        "ию", "ью", "ю", "ия", "ья", "я",
    ],
];
const SUPERLATIVE: Endings = [&[], &["ейш", "ейше"]];
const DERIVATIONAL: Endings = [&[], &["ост", "ость"]];

/// The stem of a Russian word in small letters with ё as е; words with forms of several roots
/// have one stem for all.
pub(super) fn stem(word: &str) -> String {
    let stem = snowball(word);
    irregular(&stem).unwrap_or(stem)
}

fn snowball(word: &str) -> String {
    let (rv, r2) = regions(word);
    let mut stem = word.to_owned();
    if !remove(&mut stem, rv, &PERFECTIVE_GERUND) {
        remove(&mut stem, rv, &REFLEXIVE);
        if remove(&mut stem, rv, &ADJECTIVE) {
            remove(&mut stem, rv, &PARTICIPLE);
        } else if !remove(&mut stem, rv, &VERB) {
            remove(&mut stem, rv, &NOUN);
        }
    }
    remove(&mut stem, rv, &[&[], &["и"]]);
    if let Some(length) = ending(&stem, rv, &DERIVATIONAL)
        && length >= r2
    {
        stem.truncate(length);
    }
    let superlative = remove(&mut stem, rv, &SUPERLATIVE);
    let doubled = stem.get(rv..).is_some_and(|region| region.ends_with("нн"));
    if doubled {
        stem.truncate(stem.len() - "н".len());
    } else if !superlative {
        remove(&mut stem, rv, &[&[], &["ь"]]);
    }
    stem
}

/// Where the regions RV and R2 of the word start.
fn regions(word: &str) -> (usize, usize) {
    let is_vowel = |c: char| "аеиоуыэюя".contains(c);
    let mut characters = word.char_indices();
    let mut past = |vowel: bool| {
        let found = characters.find(|(_, c)| is_vowel(*c) == vowel);
        found.map_or(word.len(), |(i, c)| i + c.len_utf8())
    };
    let rv = past(true);
    past(false);
    past(true);
    (rv, past(false))
}

/// Where the longest ending of the class starts, if it is in the region and after what it needs.
fn ending(word: &str, rv: usize, endings: &Endings) -> Option<usize> {
    let region = word.get(rv..)?;
    let longest = |endings: &[&str]| {
        endings.iter().filter(|ending| region.ends_with(**ending)).map(|ending| ending.len()).max()
    };
    let (after_a, after_any) = (longest(endings[0]), longest(endings[1]));
    if after_a > after_any {
        let length = region.len() - after_a?;
        return region[..length].ends_with(['а', 'я']).then_some(rv + length);
    }
    Some(word.len() - after_any?)
}

fn remove(word: &mut String, rv: usize, endings: &Endings) -> bool {
    let found = ending(word, rv, endings);
    if let Some(length) = found {
        word.truncate(length);
    }
    found.is_some()
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
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

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

    proptest! {
        #[test]
        fn the_stem_is_snowballs(
            root in "[а-я]{0,6}",
            ends in prop::collection::vec(
                prop::sample::select(vec![
                    "вшись", "ивши", "ся", "сь", "ыми", "нн", "ющ", "ая", "ла", "ете", "ешь", "ует",
                    "иями", "ость", "ейш", "ейше", "ь", "и", "ем", "й", "ен", "ов", "",
                ]),
                0..3,
            ),
        ) {
            let word = [root, ends.concat()].concat();
            let theirs = Stemmer::create(Algorithm::Russian).stem(&word).into_owned();
            prop_assert_eq!(snowball(&word), theirs, "{}", word);
        }
    }
}
