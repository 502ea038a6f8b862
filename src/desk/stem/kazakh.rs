/// The endings of nouns by layer, from the root outwards; a word has at most one of each layer.
/// Source: «Қазақ грамматикасы» (2002), көптік, тәуелдік, септік жалғаулары; the last layer makes
/// adjectives of place and time, and adverbs.
const LAYERS: [&[&str]; 4] = [
    &["лар", "лер", "дар", "дер", "тар", "тер"],
    &[
        "ым", "ім", "м", "ың", "ің", "ң", "ы", "і", "сы", "сі", "ымыз", "іміз", "мыз", "міз",
        "ыңыз", "іңіз", "ңыз", "ңіз",
    ],
    &[
        "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "а", "е",
        "ны", "ні", "ды", "ді", "ты", "ті", "н", "да", "де", "та", "те", "нда", "нде", "дан",
        "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
    ],
    &["ғы", "гі", "қы", "кі", "ша", "ше"],
];

/// How many letters two forms must share at least.
const SHARED: usize = 3;

/// Whether two folded Kazakh words are forms of one: they share their beginning, and what follows
/// it in each is a chain of endings. The last letter of the beginning may be voiced before a
/// vowel: кітап, кітабы.
pub(in crate::desk) fn is_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let mut shared = 0;
    let mut letters = 0;
    let mut ends = a.chars().zip(b.chars());
    loop {
        let (x, y) = match ends.next() {
            Some((x, y)) if x == y => {
                shared += x.len_utf8();
                letters += 1;
                continue;
            }
            Some((x, y)) => (x, y),
            None => (' ', ' '),
        };
        // The root may end before the letters part: алма, алманы.
        let mut root = shared;
        while letters >= SHARED {
            if is_chain(&a[root..], 0) && is_chain(&b[root..], 0) {
                return true;
            }
            letters -= 1;
            root = a[..root].char_indices().next_back().map_or(0, |(i, _)| i);
        }
        let voiced = matches!(
            (x, y),
            ('п', 'б') | ('к', 'г') | ('қ', 'ғ') | ('б', 'п') | ('г', 'к') | ('ғ', 'қ')
        );
        return voiced
            && a[..shared].chars().count() + 1 >= SHARED
            && is_chain(&a[shared + x.len_utf8()..], 0)
            && is_chain(&b[shared + y.len_utf8()..], 0);
    }
}

/// Whether the text is endings of these layers and outer ones, at most one of each.
fn is_chain(text: &str, layer: usize) -> bool {
    text.is_empty()
        || (layer..LAYERS.len()).any(|layer| {
            LAYERS[layer].iter().any(|ending| {
                text.strip_prefix(ending).is_some_and(|rest| is_chain(rest, layer + 1))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_the_same() {
        for (a, b) in [
            ("тоқаев", "тоқаевтың"),
            ("тоқаевқа", "тоқаевтан"),
            ("астана", "астанада"),
            ("қала", "қалаларымызда"),
            ("кітап", "кітабы"),
            ("көпір", "көпірлердің"),
            ("президент", "президенттің"),
            ("қалада", "қаладағы"),
        ] {
            assert!(is_same(a, b) && is_same(b, a), "{a} {b}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for (a, b) in [("бала", "балық"), ("көпір", "көп"), ("ат", "ата"), ("алма", "алты")]
        {
            assert!(!is_same(a, b) && !is_same(b, a), "{a} {b}");
        }
    }
}
