//! Spellings: one name written in two ways, by a slip of the pen or from another language.

use super::lemma;

/// Words of so many consonants are not alike by chance.
const BONES: usize = 4;

const VOWELS: [char; 12] = ['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь', 'ъ'];

/// What an instrumental may be that lacks the vowel of its ending, or has another: «Олегм», «Игорм», «Аркадем», «Маратам».
pub(super) fn mended(word: &str) -> impl Iterator<Item = String> {
    let endings = [("м", "ом"), ("м", "ем"), ("ем", "ием"), ("ам", "ом")];
    endings.into_iter().filter_map(move |(ending, whole)| {
        let stem = word.strip_suffix(ending)?;
        (!stem.ends_with(VOWELS)).then(|| format!("{stem}{whole}"))
    })
}

/// The man's surnames whose instrumental this may be, a vowel left out, the likelier first: «Курбанвым».
pub(super) fn shortened(word: &str) -> impl Iterator<Item = String> {
    let stem = word.strip_suffix("вым").filter(|stem| !stem.ends_with(lemma::VOWELS));
    stem.into_iter().flat_map(|stem| ["ов", "ев"].map(|ending| format!("{stem}{ending}")))
}

/// Whether two stems are one word but for a slip: a letter changed, lost, added, or two swapped;
/// two slips where a long surname stands behind the same given name.
pub(in crate::annotate) fn is_misspelt(one: &str, other: &str, is_full: bool) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let most = if is_full && shorter >= 8 { 2 } else { 1 };
    shorter >= if is_full { 5 } else { 6 } && differ_by(one, other, most)
}

/// Whether two given names before one surname are one but for a letter: «Франциско» and «Франсиско».
pub(super) fn differ_by_a_letter(one: &str, other: &str) -> bool {
    one.chars().count().min(other.chars().count()) >= 4 && differ_by(one, other, 1)
}

/// Whether two words have the same first letter and at most so many slips lie between them, or differ by a vowel there alone.
fn differ_by(one: &str, other: &str, most: usize) -> bool {
    let is_far = one.chars().count().abs_diff(other.chars().count()) > most;
    let (mut rest, mut other_rest) = (one.chars(), other.chars());
    let (first, other_first) = (rest.next(), other_rest.next());
    if is_far || first != other_first {
        // «Олссон», «Улссон»
        let is_vowel = |letter: Option<char>| letter.is_some_and(|own| VOWELS.contains(&own));
        return is_vowel(first) && is_vowel(other_first) && rest.eq(other_rest);
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // Optimal string alignment, row by row.
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (place, letter) in one.iter().enumerate() {
        let mut row = vec![place + 1];
        for (across, against) in other.iter().enumerate() {
            let last = &rows[place];
            let mut fewest = (last[across] + usize::from(letter != against))
                .min(last[across + 1] + 1)
                .min(row[across] + 1);
            if place > 0 && across > 0 && *letter == other[across - 1] && one[place - 1] == *against
            {
                fewest = fewest.min(rows[place - 1][across - 1] + 1);
            }
            row.push(fewest);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()] <= most
}

/// Whether two words are one foreign word, written from its sound and from its letters: «Гарри» and
/// «Гари», «Бриджит» and «Брижит», «Мохаммед» and «Мухаммад».
pub(super) fn sound_alike(one: &str, other: &str) -> bool {
    sound(one).eq(sound(other)) || bones(one).eq(bones(other)) && bones(one).count() >= BONES
}

/// The letters of a word with «дж» as «ж», none twice running.
fn sound(word: &str) -> impl Iterator<Item = char> {
    let next = word.chars().skip(1).map(Some).chain([None]);
    let letters = word.chars().zip(next).filter(|&both| both != ('д', Some('ж')));
    single(letters.map(|(letter, _)| letter))
}

/// The consonants of a word, none twice running.
fn bones(word: &str) -> impl Iterator<Item = char> {
    single(word.chars().filter(|letter| !VOWELS.contains(letter)))
}

/// The letters with no letter twice running.
fn single(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut last = None;
    letters.filter(move |&letter| last.replace(letter) != Some(letter))
}
