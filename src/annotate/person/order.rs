//! Order: the words of a name as one reads them, given name first.

use crate::language::inflection::Gender;
use crate::language::names::Names;

use super::lemma::is_syllable;
use super::nominative::Nominative;
use super::part::PartKind;

/// The name as one reads it: given name first.
pub(super) fn spell(found: &Nominative, names: &Names) -> String {
    let mut words: Vec<(PartKind, &str)> =
        found.words.iter().map(|word| (word.kind, word.text.as_str())).collect();
    // «Иванов Иван Иванович», «Иванов И. И.»: the surname goes to the end.
    let is_reversed = words.len() >= 2
        && words[0].0 == PartKind::Other
        && words[1..].iter().all(|(kind, _)| {
            matches!(kind, PartKind::Given | PartKind::Patronymic | PartKind::Initial)
        })
        // «Тонко Миличич» has no patronymic.
        && words[1..].iter().any(|(kind, _)| *kind != PartKind::Patronymic);
    // «Абдикадир Хассан Нур» is in order.
    let has_fathers =
        words.len() >= 3 && words[1..].iter().any(|(kind, _)| *kind != PartKind::Given);
    // «Драголюб М.» has one letter.
    let has_initials = words.len() > 2 && words[1].0 == PartKind::Initial;
    let looks_like_surname = has_fathers
        || found.is_reversed
        || has_initials
        || words.first().is_some_and(|(_, word)| is_surname(word, names));
    // «Jay Z»
    let is_latin = words.iter().all(|(_, word)| word.is_ascii());
    // «Кан Дон Сок»
    let is_korean = words.len() == 3 && found.words.iter().all(|word| is_syllable(&word.key));
    if is_reversed && looks_like_surname && !is_latin && !is_korean
        || opens_with_surname(&words, names)
    {
        words.rotate_left(1);
    }
    words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ").replace("- ", "-")
}

/// Whether a surname opens the name by what stands at its end, though no list has the given name: a patronymic
/// («Чегемов Сылдыс Чимитович»), or the father's name and the word for his child («Чегемов Вугар Самед оглы»).
fn opens_with_surname(words: &[(PartKind, &str)], names: &Names) -> bool {
    use PartKind::{Given, Other, Particle, Patronymic};
    match words {
        [(Other, _), (Other, given), (Patronymic, _)] => !is_surname(given, names),
        [(Other, surname), (Given | Other, given), (Given | Other, _), (Particle, _)] => {
            is_surname(surname, names) && !is_surname(given, names)
        }
        _ => false,
    }
}

/// Whether a nominative has the ending of a surname.
fn is_surname(word: &str, names: &Names) -> bool {
    let folded = word.to_lowercase();
    Gender::BOTH.into_iter().any(|gender| names.ending_weight(&folded, gender) >= 3)
}
