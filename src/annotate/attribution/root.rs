//! Words of roles that are made from one another.

/// A stem has at least this many letters, and what stands behind it at most so many.
const STEM: usize = 6;
const SUFFIX: usize = 5;

/// How many letters the two have in common from the first on.
pub(super) fn common(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// Whether one of the two is an adjective made from the other: «российский» and «России».
pub(super) fn is_same_root(one: &str, other: &str) -> bool {
    let root = |word| {
        let at = str::rfind(word, "ск").filter(|at| word[*at..].chars().count() <= 5)?;
        Some(&word[..at])
    };
    let (root, noun) = match (root(one), root(other)) {
        (Some(root), None) => (root, other),
        (None, Some(root)) => (root, one),
        _ => return false,
    };
    let common = common(root, noun);
    let (root, noun) = (root.chars().count(), noun.chars().count());
    // «венский»: «Вены»
    let is_short = common == 3 && root == common && noun == common + 1;
    is_short || common >= 4 && root - common <= 2 && noun - common <= 3
}

/// Whether the two, or the last part of a compound and the other, share all but an ending and a suffix: «спасательной» or
/// «горноспасательной» and «спасателей».
pub(super) fn is_of_stem(compound: &str, word: &str) -> bool {
    let shares = |part: &str| {
        let common = common(part, word);
        common >= STEM && part.chars().count().max(word.chars().count()) <= common + SUFFIX
    };
    let mut parts = compound
        .char_indices()
        .skip(2)
        .filter(|(_, letter)| matches!(letter, 'о' | 'е'))
        .map(|(at, letter)| &compound[at + letter.len_utf8()..]);
    shares(compound) || parts.any(shares)
}
