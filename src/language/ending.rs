//! Endings and openings of words, kept by their outermost letter, so that a word is held against few of them.

/// So many groups there are: the letters of one script that differ in the low bits of their last byte.
const GROUPS: usize = 64;

/// What is known by the ending of a word.
#[derive(Debug)]
pub(super) struct Endings<T> {
    /// In the order of their list, by the last byte.
    groups: Vec<Vec<(&'static str, T)>>,
}

impl<T> Endings<T> {
    /// The endings that the word has, in the order of their list, each with what is known by it.
    pub(super) fn of(&self, word: &str) -> impl Iterator<Item = &(&'static str, T)> {
        let group = word.bytes().next_back().and_then(|last| self.groups.get(group(last)));
        group.into_iter().flatten().filter(|(ending, _)| ends(word, ending))
    }

    /// Whether the word has one of these endings.
    pub(super) fn has(&self, word: &str) -> bool {
        self.of(word).next().is_some()
    }

    /// Whether the word has one of these endings, and more than so many bytes before it.
    pub(super) fn leave(&self, word: &str, stem: usize) -> bool {
        self.of(word).any(|(ending, _)| word.len() > ending.len() + stem)
    }
}

impl<T> Default for Endings<T> {
    fn default() -> Self {
        Self { groups: (0..GROUPS).map(|_| Vec::new()).collect() }
    }
}

impl<T: Clone> FromIterator<(&'static str, T)> for Endings<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(endings: I) -> Self {
        let mut own = Self::default();
        for (ending, value) in endings {
            match ending.bytes().next_back() {
                Some(last) => own.groups[group(last)].push((ending, value)),
                // Every word has the empty one.
                None => own.groups.iter_mut().for_each(|own| own.push((ending, value.clone()))),
            }
        }
        own
    }
}

impl FromIterator<&'static str> for Endings<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(endings: I) -> Self {
        endings.into_iter().map(|ending| (ending, ())).collect()
    }
}

/// Words, and openings of words.
#[derive(Debug)]
pub(super) struct Openings {
    /// With whether it is the whole word; by the first letter.
    groups: Vec<Vec<(&'static str, bool)>>,
}

impl Openings {
    /// Whether the word is one of these or opens with one, or a part of a compound does: «музей», «дом-музей».
    pub(super) fn open(&self, word: &str) -> bool {
        let has = |word: &str| {
            let first = word.chars().next();
            let own = first.and_then(|first| self.groups.get(first as usize % GROUPS));
            let fits = |&(own, is_whole): &(&str, bool)| {
                if is_whole { word == own } else { word.starts_with(own) }
            };
            own.into_iter().flatten().any(fits)
        };
        has(word) || word.contains('-') && word.split('-').any(has)
    }
}

/// Of the lines of a list: a whole word has a bar behind it: «том|».
impl FromIterator<&'static str> for Openings {
    fn from_iter<I: IntoIterator<Item = &'static str>>(lines: I) -> Self {
        let mut groups = vec![Vec::new(); GROUPS];
        for line in lines {
            let opening = line.strip_suffix('|').map_or((line, false), |word| (word, true));
            if let Some(first) = opening.0.chars().next() {
                groups[first as usize % GROUPS].push(opening);
            }
        }
        Self { groups }
    }
}

/// Whether the word has the ending: from its end, as the first letter that differs is near it, and a call to compare them would
/// take longer than they do.
fn ends(word: &str, ending: &str) -> bool {
    let mut letters = word.bytes().rev();
    ending.bytes().rev().all(|own| letters.next() == Some(own))
}

/// The group of an ending's last byte.
const fn group(last: u8) -> usize {
    last as usize % GROUPS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_endings_in_the_order_of_the_list() {
        let endings: Endings<u8> = [("ый", 1), ("ой", 2), ("й", 3), ("", 4)].into_iter().collect();
        let of = |word| endings.of(word).map(|&(_, value)| value).collect::<Vec<_>>();
        assert_eq!(of("новый"), [1, 3, 4]);
        assert_eq!(of("живой"), [2, 3, 4]);
        assert_eq!(of("дом"), [4]);
        assert!(of("").is_empty());
    }

    #[test]
    fn a_stem_stands_before_an_ending() {
        let endings: Endings<()> = ["ость"].into_iter().collect();
        assert!(endings.leave("новость", 4));
        assert!(!endings.leave("ость", 0));
        assert!(!endings.leave("новости", 0));
    }

    #[test]
    fn a_bar_asks_for_the_whole_word() {
        let openings: Openings = ["музе", "том|"].into_iter().collect();
        assert!(openings.open("музеем"));
        assert!(openings.open("дом-музей"));
        assert!(openings.open("том"));
        assert!(!openings.open("томом"));
        assert!(!openings.open(""));
    }
}
