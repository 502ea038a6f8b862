/// Words that stem otherwise than by rule, and words that stay.
const EXCEPTIONS: [(&str, &str); 18] = [
    ("skis", "ski"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
];
/// Words that stay once their plural is off.
const STAY: [&str; 8] =
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];
const STEP_2: [(&str, &str); 22] = [
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("entli", "ent"),
    ("izer", "ize"),
    ("ization", "ize"),
    ("ational", "ate"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("alli", "al"),
    ("fulness", "ful"),
    ("ousli", "ous"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("bli", "ble"),
    ("fulli", "ful"),
    ("lessli", "less"),
];
const STEP_3: [(&str, &str); 8] = [
    ("tional", "tion"),
    ("ational", "ate"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];
const STEP_4: [&str; 17] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate",
    "iti", "ous", "ive", "ize",
];

/// The stem of an English word in small letters: the Snowball English (Porter 2) stemmer,
/// <https://snowballstem.org/algorithms/english/stemmer.html>.
pub(super) fn stem(word: &str) -> String {
    if word.len() <= 2 || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == word) {
        return (*stem).to_owned();
    }
    let mut word = Word::new(word.trim_start_matches('\''));
    for ending in ["'s'", "'s", "'"] {
        if word.replace(ending, "") {
            break;
        }
    }
    word.plural();
    if !STAY.contains(&&*word.text) {
        word.past();
        word.y_to_i();
        word.step_2();
        word.step_3();
        word.step_4();
        word.last_letter();
    }
    word.text.to_ascii_lowercase()
}

/// A word on its way, its consonant ys as Y, with the starts of the regions R1 and R2.
struct Word {
    text: String,
    r1: usize,
    r2: usize,
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

impl Word {
    fn new(word: &str) -> Self {
        let mut text = String::with_capacity(word.len());
        for letter in word.chars() {
            let after_vowel = text.bytes().next_back().is_none_or(is_vowel);
            text.push(if letter == 'y' && after_vowel { 'Y' } else { letter });
        }
        let region = |from: usize| {
            let bytes = &text.as_bytes()[from..];
            let edge = bytes.windows(2).position(|pair| is_vowel(pair[0]) && !is_vowel(pair[1]));
            edge.map_or(text.len(), |at| from + at + 2)
        };
        let fixed = ["gener", "commun", "arsen"].iter().find(|start| text.starts_with(**start));
        let r1 = fixed.map_or_else(|| region(0), |start| start.len());
        let r2 = region(r1);
        Self { text, r1, r2 }
    }

    fn replace(&mut self, ending: &str, other: &str) -> bool {
        let ends = self.text.ends_with(ending);
        if ends {
            self.text.truncate(self.text.len() - ending.len());
            self.text.push_str(other);
        }
        ends
    }

    /// Whether the word less this ending is at least as long as up to the region.
    fn is_in(&self, region: usize, ending: &str) -> bool {
        self.text.len() >= region + ending.len()
    }

    fn before(&self, ending: &str) -> &[u8] {
        &self.text.as_bytes()[..self.text.len() - ending.len()]
    }

    /// Step 1a.
    fn plural(&mut self) {
        let text = self.text.as_str();
        if text.ends_with("ied") || text.ends_with("ies") {
            let keep = if text.len() > 4 { 2 } else { 1 };
            self.text.truncate(text.len() - keep);
        } else if text.ends_with("sses") {
            self.text.truncate(text.len() - 2);
        } else if text.ends_with('s') && !text.ends_with("us") && !text.ends_with("ss") {
            let before = self.before("s");
            if before.len() > 1 && before[..before.len() - 1].iter().copied().any(is_vowel) {
                self.text.pop();
            }
        }
    }

    /// Step 1b.
    fn past(&mut self) {
        for ending in ["eedly", "eed"] {
            if self.text.ends_with(ending) {
                if self.is_in(self.r1, ending) {
                    self.replace(ending, "ee");
                }
                return;
            }
        }
        let endings = ["ingly", "edly", "ing", "ed"];
        let Some(ending) = endings.iter().find(|ending| self.text.ends_with(**ending)) else {
            return;
        };
        if !self.before(ending).iter().copied().any(is_vowel) {
            return;
        }
        self.replace(ending, "");
        let bytes = self.text.as_bytes();
        let doubled = matches!(bytes, [.., a, b] if a == b && b"bdfgmnprt".contains(a));
        if ["at", "bl", "iz"].iter().any(|end| self.text.ends_with(end)) {
            self.text.push('e');
        } else if doubled {
            self.text.pop();
        } else if self.r1 >= self.text.len() && ends_short(bytes) {
            self.text.push('e');
        }
    }

    /// Step 1c.
    fn y_to_i(&mut self) {
        if let [_, .., before, b'y' | b'Y'] = self.text.as_bytes()
            && !is_vowel(*before)
        {
            self.text.pop();
            self.text.push('i');
        }
    }

    fn step_2(&mut self) {
        let longest = STEP_2.iter().filter(|(end, _)| self.text.ends_with(end));
        if let Some((ending, other)) = longest.max_by_key(|(end, _)| end.len()) {
            if self.is_in(self.r1, ending) {
                self.replace(ending, other);
            }
        } else if self.text.ends_with("ogi") && self.is_in(self.r1, "ogi") {
            if self.before("ogi").ends_with(b"l") {
                self.text.pop();
            }
        } else if self.text.ends_with("li") && self.is_in(self.r1, "li") {
            let letter = self.before("li").last().copied();
            if letter.is_some_and(|letter| b"cdeghkmnrt".contains(&letter)) {
                self.replace("li", "");
            }
        }
    }

    fn step_3(&mut self) {
        let longest = STEP_3.iter().filter(|(end, _)| self.text.ends_with(end));
        if let Some((ending, other)) = longest.max_by_key(|(end, _)| end.len()) {
            if self.is_in(self.r1, ending) {
                self.replace(ending, other);
            }
        } else if self.text.ends_with("ative") && self.is_in(self.r2, "ative") {
            self.replace("ative", "");
        }
    }

    fn step_4(&mut self) {
        let longest = STEP_4.iter().filter(|end| self.text.ends_with(**end));
        if let Some(ending) = longest.max_by_key(|end| end.len()) {
            if self.is_in(self.r2, ending) {
                self.replace(ending, "");
            }
        } else if self.text.ends_with("ion")
            && self.is_in(self.r2, "ion")
            && matches!(self.before("ion").last(), Some(b's' | b't'))
        {
            self.replace("ion", "");
        }
    }

    /// Step 5.
    fn last_letter(&mut self) {
        let before = &self.text.as_bytes()[..self.text.len().saturating_sub(1)];
        let drops = match self.text.as_bytes().last() {
            Some(b'e') => {
                self.is_in(self.r2, "e") || (self.is_in(self.r1, "e") && !ends_short(before))
            }
            Some(b'l') => self.is_in(self.r2, "l") && before.ends_with(b"l"),
            _ => false,
        };
        if drops {
            self.text.pop();
        }
    }
}

/// Whether the text ends in a short syllable.
fn ends_short(text: &[u8]) -> bool {
    match text {
        [a, b] => is_vowel(*a) && !is_vowel(*b),
        [.., a, b, c] => {
            !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !matches!(c, b'w' | b'x' | b'Y')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["bridge", "bridges", "bridged", "bridging"][..],
            &["say", "says", "saying"],
            &["national", "nationally"],
            &["city", "cities"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_stem_is_snowballs(
            root in "[a-z]{0,7}",
            ends in prop::collection::vec(
                prop::sample::select(vec![
                    "s", "ies", "sses", "us", "ed", "edly", "ing", "eed", "eedly", "y", "ational",
                    "ization", "fulness", "li", "logi", "bli", "icate", "ative", "ement", "ion",
                    "sion", "e", "ll", "'s", "ness", "ful", "er", "bb", "at", "",
                ]),
                0..3,
            ),
        ) {
            let word = [root, ends.concat()].concat();
            let theirs = Stemmer::create(Algorithm::English).stem(&word).into_owned();
            prop_assert_eq!(stem(&word), theirs, "{}", word);
        }
    }
}
