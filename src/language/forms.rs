//! The forms of listed words: of given names, role nouns and places.

use foldhash::HashMap;

use super::inflection::{Cases, Gender, Inflection, Kind};
use super::list::entries;

/// A form of a known word: of a given name or of a role noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The nominative as the list has it: «Пётр», «отец».
    pub nominative: &'static str,
    /// The gender of the word.
    pub gender: Gender,
    /// The cases that the form may stand in.
    pub cases: Cases,
    /// Whether the nominative has a stem of its own: «Павел», «отец».
    pub irregular: bool,
}

/// The forms of a list of words.
pub type Forms = HashMap<String, Vec<Form>>;

/// The forms of the words of these lines; each line opens with a gender.
pub(super) fn forms(
    lines: impl Iterator<Item = &'static str>,
    kind: Kind,
    inflection: &Inflection,
) -> Forms {
    let mut forms = Forms::default();
    for line in lines {
        let mut words = line.split_whitespace();
        let genders: &[Gender] = match words.next() {
            Some("m") => &[Gender::Masculine],
            Some("f") => &[Gender::Feminine],
            Some("c") => &[Gender::Masculine, Gender::Feminine],
            _ => continue,
        };
        for word in words {
            let (nominative, oblique) = match word.split_once('/') {
                Some((nominative, oblique)) => {
                    (nominative, oblique.split_once('-').map(|(stem, _)| fold(stem)))
                }
                None => (word, None),
            };
            for &gender in genders {
                if word.ends_with("/=") {
                    add(&mut forms, fold(nominative), nominative, gender, Cases::ALL, false);
                    continue;
                }
                let declined =
                    inflection.forms(&fold(nominative), oblique.as_deref(), gender, kind);
                for (form, cases) in declined {
                    add(&mut forms, form, nominative, gender, cases, oblique.is_some());
                }
            }
        }
    }
    forms
}

/// Adds the short names, in the gender of the full ones.
pub(super) fn add_short(given: &mut Forms, short_names: &'static str, inflection: &Inflection) {
    for line in entries(short_names) {
        let mut words = line.split_whitespace();
        let Some(short) = words.next() else { continue };
        // «Лера» is Валерия's, not Валерий's.
        let genders: Vec<Gender> = words
            .filter_map(|full| Some((full, given.get(&fold(full))?)))
            .flat_map(|(full, forms)| forms.iter().filter(move |form| form.nominative == full))
            .map(|form| form.gender)
            .collect();
        for gender in [Gender::Masculine, Gender::Feminine] {
            if genders.contains(&gender) {
                for (form, cases) in inflection.forms(&fold(short), None, gender, Kind::Name) {
                    add(given, form, short, gender, cases, false);
                }
            }
        }
    }
}

fn add(
    forms: &mut Forms,
    form: String,
    nominative: &'static str,
    gender: Gender,
    cases: Cases,
    irregular: bool,
) {
    let known = forms.entry(form).or_default();
    match known.iter_mut().find(|form| form.nominative == nominative && form.gender == gender) {
        Some(same) => same.cases = same.cases.or(cases),
        None => known.push(Form { nominative, gender, cases, irregular }),
    }
}

/// The word in small letters, with ё as е.
pub(super) fn fold(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}
