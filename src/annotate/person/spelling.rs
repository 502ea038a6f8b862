//! Spellings: one name written in two ways, by a slip of the pen or from another language.

/// Words of so many consonants are not alike by chance.
const BONES: usize = 4;

const VOWELS: [char; 12] = ['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь', 'ъ'];

/// Whether two stems are one word but for a slip: a letter changed, lost, added, or two swapped;
/// two slips where a long surname stands behind the same given name.
pub(super) fn is_misspelt(one: &str, other: &str, is_full: bool) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let most = if is_full && shorter >= 8 { 2 } else { 1 };
    let fewest_letters = if is_full { 5 } else { 6 };
    if shorter < fewest_letters || one.len().abs_diff(other.len()) > most || one[0] != other[0] {
        return false;
    }
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

/// Whether two foreign words differ in their vowels alone: «Мохаммед» and «Мухаммад».
pub(super) fn differ_in_vowels(one: &str, other: &str) -> bool {
    let bones = |word: &str| {
        let mut bones: Vec<char> = word.chars().filter(|c| !VOWELS.contains(c)).collect();
        bones.dedup();
        bones
    };
    let own = bones(one);
    own.len() >= BONES && own == bones(other)
}
