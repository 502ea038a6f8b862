//! Roles of several people at once: «известные актёры Иванов и Петров» are each an «известный актёр».

use foldhash::{HashMap, HashSet};

use super::ending::Endings;
use super::inflection::{Case, Cases, Gender, Inflection, Kind};
use super::list::entries;
use super::names::{Form, Forms};

/// The cases of a plural's five forms; the accusative of people is their genitive.
const CASES: [&[Case]; 5] = [
    &[Case::Nominative],
    &[Case::Genitive, Case::Accusative],
    &[Case::Dative],
    &[Case::Instrumental],
    &[Case::Prepositional],
];

/// The endings of plural adjectives in the order of [`CASES`], and those of the nominatives in the
/// singular that they may come from, a man's before a woman's.
const ADJECTIVES: [([&str; 5], [&[&str]; 2]); 2] = [
    (["ые", "ых", "ым", "ыми", "ых"], [&["ый", "ой"], &["ая"]]),
    (["ие", "их", "им", "ими", "их"], [&["ий", "ой"], &["ая", "яя"]]),
];

/// How nouns for people stand in the plural.
#[derive(Debug, Default)]
pub struct Plurals {
    /// The endings of the plural, each with that of the nominative and its place in [`CASES`].
    endings: Endings<(&'static str, usize)>,
    /// The nominatives whose plural goes another way.
    irregular: HashSet<&'static str>,
    /// The forms of those, each with its nominatives and its place in [`CASES`].
    irregular_forms: HashMap<&'static str, Vec<(&'static str, usize)>>,
    /// A man's noun, and the woman's that stands for her: «актёр», «актриса».
    women: Vec<(&'static str, &'static str)>,
    /// «двое»: words that a role of several may open with, whatever its case.
    few: HashSet<&'static str>,
    /// «среди которых»: words that may stand between such a role and the names.
    lists: Vec<Vec<&'static str>>,
}

impl Plurals {
    /// From the table of nouns' endings and the list of what goes another way.
    pub(super) fn new(declension: &'static str, others: &'static str) -> Self {
        let mut plurals = Self::default();
        let rows = entries(declension).filter_map(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let forms: [&str; 5] = columns.get(6..11)?.try_into().ok()?;
            Some((columns[0], forms))
        });
        plurals.endings = rows
            .flat_map(|(ending, forms)| {
                let forms = forms.map(|form| form.trim_matches('-')).into_iter().zip(0..);
                forms.map(move |(form, case)| (form, (ending, case)))
            })
            .collect();
        for line in entries(others) {
            let mut words = line.split_whitespace();
            let mark = words.next();
            let words: Vec<&str> = words.collect();
            match (mark, words.as_slice()) {
                (Some("noun"), [noun, forms @ ..]) => {
                    plurals.irregular.insert(noun);
                    for (form, case) in forms.iter().zip(0..CASES.len()) {
                        plurals.irregular_forms.entry(form).or_default().push((noun, case));
                    }
                }
                (Some("woman"), words) => {
                    plurals.women.extend(words.chunks_exact(2).map(|pair| (pair[0], pair[1])));
                }
                (Some("few"), words) => plurals.few.extend(words),
                (Some("list"), _) => plurals.lists.push(words),
                _ => {}
            }
        }
        plurals
    }

    /// What a word in small letters may be as a role noun in the plural; the cases are the plural's.
    #[must_use]
    pub fn role(&self, word: &str, roles: &Forms) -> Vec<Form> {
        let (head, last) = word.rfind('-').map_or(("", word), |at| word.split_at(at + 1));
        let whole = self.read(word, roles);
        if whole.is_empty() && !head.is_empty() { self.read(last, roles) } else { whole }
    }

    fn read(&self, word: &str, roles: &Forms) -> Vec<Form> {
        let mut found = Vec::new();
        let mut add = |singular: &str, cases: &[Case]| {
            for form in roles.get(singular).into_iter().flatten() {
                if form.cases.has(Case::Nominative) {
                    let cases = cases.iter().copied().map(Cases::of);
                    let cases = cases.fold(Cases::default(), Cases::or);
                    found.push(Form { cases, ..form.clone() });
                }
            }
        };
        for &(noun, case) in self.irregular_forms.get(word).into_iter().flatten() {
            add(noun, CASES[case]);
        }
        for &(form, (ending, case)) in self.endings.of(word) {
            let stem = &word[..word.len() - form.len()];
            let singular = format!("{stem}{ending}");
            if stem.chars().nth(1).is_some() && !self.irregular.contains(singular.as_str()) {
                add(&singular, CASES[case]);
            }
        }
        found
    }

    /// The nominative in the singular of an adjective in the plural, in small letters, that can
    /// stand in one of these cases.
    #[must_use]
    pub fn adjective(
        &self,
        word: &str,
        gender: Gender,
        cases: Cases,
        inflection: &Inflection,
        stressed: &HashSet<&str>,
    ) -> Option<String> {
        for (forms, singulars) in ADJECTIVES {
            let stem = forms.iter().zip(CASES).find_map(|(form, own)| {
                let fits = own.iter().any(|case| cases.has(*case));
                word.strip_suffix(form).filter(|stem| fits && stem.chars().nth(1).is_some())
            });
            let Some(stem) = stem else { continue };
            let nominatives = singulars[gender as usize].iter().map(|end| format!("{stem}{end}"));
            let known: Vec<String> = nominatives
                .filter(|nominative| {
                    let readings = inflection.readings(nominative, Kind::Adjective);
                    readings.iter().any(|reading| {
                        reading.gender == gender && reading.cases.has(Case::Nominative)
                    })
                })
                .collect();
            let best = known.iter().find(|nominative| stressed.contains(nominative.as_str()));
            return best.or(known.first()).cloned();
        }
        None
    }

    /// Whether a word in small letters has the look of an adjective in the plural.
    #[must_use]
    pub fn is_adjective(&self, word: &str, inflection: &Inflection) -> bool {
        let none = HashSet::default();
        self.adjective(word, Gender::Masculine, Cases::ALL, inflection, &none).is_some()
    }

    /// What a woman is called who is one of several men by this noun: «актёр» gives «актриса».
    #[must_use]
    pub fn woman(&self, man: &str) -> Option<&'static str> {
        self.women.iter().find(|(own, _)| *own == man).map(|&(_, woman)| woman)
    }

    /// Whether a word in small letters says how few they are: «двое».
    #[must_use]
    pub fn is_few(&self, word: &str) -> bool {
        self.few.contains(word)
    }

    /// The words that open a list of people: «среди которых».
    pub fn lists(&self) -> impl Iterator<Item = &[&'static str]> {
        self.lists.iter().map(Vec::as_slice)
    }
}
