//! When two names, or two roles, are the same: words are compared by their stems, since a text
//! inflects them.

use std::collections::BTreeSet;

use super::gold::GoldPerson;

/// The text in small letters, ё as е, white space folded, without outer marks.
pub(super) fn fold(text: &str) -> String {
    let small = text.to_lowercase().replace('ё', "е");
    let mut folded = String::with_capacity(small.len());
    for (i, word) in small.split(char::is_whitespace).filter(|word| !word.is_empty()).enumerate() {
        if i > 0 {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    let is_mark = |c: char| " .,;:!?«»\"“”„'()–—-".contains(c);
    folded.trim_matches(is_mark).to_owned()
}

/// The word without its last three letters, but at least four letters long where it has them.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    word.chars().take(length.saturating_sub(3).max(4)).collect()
}

/// The stems of the words.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    fold(text).split_whitespace().map(stem).collect()
}

/// The stems of the words of more than three letters.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    fold(text).split_whitespace().filter(|word| word.chars().count() > 3).map(stem).collect()
}

/// The found name is the gold one, or its last word is the gold surname and nothing contradicts it.
pub(super) fn is_same_person(found: &str, gold: &GoldPerson) -> bool {
    let (found_name, gold_name) = (fold(found), fold(&gold.name));
    let f: Vec<&str> = found_name.split_whitespace().collect();
    let g: Vec<&str> = gold_name.split_whitespace().collect();
    let (Some(f_last), Some(g_last)) = (f.last(), g.last()) else { return false };
    if f == g || (f.iter().all(|word| g.contains(word)) && f_last == g_last) {
        return true;
    }
    if stem(f_last) != stem(g_last) {
        return false;
    }
    f.len() == 1
        || g.len() == 1
        || stem(f[0]) == stem(g[0])
        || (f[0].chars().next() == g[0].chars().next()
            && (found.contains('.') || gold.name.contains('.')))
}
