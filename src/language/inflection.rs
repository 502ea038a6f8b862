//! Inflection: the singular endings of a language's names, nouns and adjectives, read both ways.

pub use super::case::{Case, Cases, Gender};
use super::ending::Endings;

const OBLIQUE: [Case; 5] =
    [Case::Genitive, Case::Dative, Case::Accusative, Case::Instrumental, Case::Prepositional];

/// What declines alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Given names; surnames decline so too.
    Name,
    /// Surnames, in what is theirs alone: possessive and adjectival ones.
    Surname,
    /// Places, in what is theirs alone: adjectives, neuters and plurals.
    Place,
    /// Posts, professions, kin.
    Noun,
    /// Adjectives and participles.
    Adjective,
}

/// All kinds, by their number.
const KINDS: [Kind; 5] = [Kind::Name, Kind::Surname, Kind::Place, Kind::Noun, Kind::Adjective];

/// What a stem must end in, letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tail {
    Letter(char),
    Consonant,
    Hushing,
    Velar,
    Vowel,
    Digit,
    Any,
}

impl Tail {
    fn admits(self, letter: char) -> bool {
        match self {
            Self::Letter(own) => own == letter,
            Self::Consonant => {
                matches!(letter, 'б'..='щ') && !matches!(letter, 'е' | 'и' | 'й' | 'о' | 'у')
            }
            Self::Hushing => matches!(letter, 'ж' | 'ч' | 'ш' | 'щ' | 'ц'),
            Self::Velar => matches!(letter, 'г' | 'к' | 'х' | 'ж' | 'ч' | 'ш' | 'щ'),
            Self::Vowel => {
                matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
            }
            Self::Digit => letter.is_ascii_digit(),
            Self::Any => true,
        }
    }
}

/// One way to decline: a line of the table.
#[derive(Debug)]
struct Paradigm {
    kind: Kind,
    gender: Gender,
    /// From the last letter of the stem backwards.
    tail: Vec<Tail>,
    nominative: &'static str,
    /// The endings of the five oblique cases.
    endings: [Vec<&'static str>; 5],
    /// The lines above it, in their order, that may take its nominative.
    rivals: Vec<Rival>,
}

/// A line above another one, of the same gender, whose nominative ends alike.
#[derive(Debug)]
enum Rival {
    /// Its ending is shorter: these letters belong to its stem.
    Shorter(usize, &'static str),
    /// Its ending is longer: these letters open it.
    Longer(usize, &'static str),
}

impl Paradigm {
    /// Whether words of this kind decline so: surnames and places also as given names do.
    fn serves(&self, kind: Kind) -> bool {
        self.kind == kind || matches!(kind, Kind::Surname | Kind::Place) && self.kind == Kind::Name
    }

    fn admits(&self, stem: &str) -> bool {
        let mut letters = stem.chars().rev();
        self.tail.iter().all(|tail| letters.next().is_some_and(|letter| tail.admits(letter)))
            && !stem.is_empty()
    }
}

/// A reading of a form: a nominative it may come from, with the cases that it may stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How many bytes of the form are the stem.
    pub stem: usize,
    /// What stands after the stem in the nominative.
    pub ending: &'static str,
    /// The gender of this paradigm.
    pub gender: Gender,
    /// The cases.
    pub cases: Cases,
}

/// The tables of a language.
#[derive(Debug)]
pub struct Inflection {
    paradigms: Vec<Paradigm>,
    /// For each kind the endings of its forms in the order of the lines, each with the place of its line and its cases.
    endings: [Endings<(usize, Cases)>; KINDS.len()],
    /// For each kind the endings of its nominatives in the order of the lines, each with the place of its line.
    nominatives: [Endings<usize>; KINDS.len()],
}

impl Inflection {
    /// The table of these lines; a line that is none is left out.
    pub(super) fn new(lines: impl Iterator<Item = &'static str>) -> Self {
        let mut paradigms: Vec<Paradigm> = lines.filter_map(paradigm).collect();
        for place in 0..paradigms.len() {
            let own = &paradigms[place];
            let rival = |line: usize| {
                let above: &Paradigm = &paradigms[line];
                if above.gender != own.gender {
                    return None;
                }
                let shorter = own.nominative.strip_suffix(above.nominative);
                let longer = || above.nominative.strip_suffix(own.nominative);
                shorter
                    .map(|more| Rival::Shorter(line, more))
                    .or_else(|| Some(Rival::Longer(line, longer()?)))
            };
            paradigms[place].rivals = (0..place).filter_map(rival).collect();
        }
        let forms = |(line, paradigm): (usize, &'_ Paradigm)| {
            let mut forms = vec![(paradigm.nominative, (line, Cases::NOMINATIVE))];
            for (case, own) in OBLIQUE.into_iter().zip(&paradigm.endings) {
                forms.extend(own.iter().map(|&ending| (ending, (line, Cases::of(case)))));
            }
            forms
        };
        let endings = KINDS.map(|kind| {
            let own = paradigms.iter().enumerate().filter(|(_, paradigm)| paradigm.serves(kind));
            own.flat_map(forms).collect()
        });
        let nominatives = KINDS.map(|kind| {
            let own = paradigms.iter().enumerate().filter(|(_, paradigm)| paradigm.serves(kind));
            own.map(|(line, paradigm)| (paradigm.nominative, line)).collect()
        });
        Self { paradigms, endings, nominatives }
    }

    /// Whether the language declines no names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paradigms.is_empty()
    }

    /// The nominatives that a form in small letters may come from, itself as a nominative among
    /// them where a paradigm has it so.
    #[must_use]
    pub fn readings(&self, form: &str, kind: Kind) -> Vec<Reading> {
        let mut readings: Vec<Reading> = Vec::new();
        let mut add = |stem: usize, paradigm: &Paradigm, cases: Cases| {
            let same = readings.iter_mut().find(|reading| {
                reading.stem == stem
                    && reading.ending == paradigm.nominative
                    && reading.gender == paradigm.gender
            });
            if let Some(same) = same {
                same.cases = same.cases.or(cases);
            } else {
                let (ending, gender) = (paradigm.nominative, paradigm.gender);
                readings.push(Reading { stem, ending, gender, cases });
            }
        };
        for (stem, paradigm, cases) in self.fitting(form, kind) {
            add(stem, paradigm, cases);
        }
        readings
    }

    /// The cases that a form in small letters may stand in, by any of its readings.
    #[must_use]
    pub fn cases(&self, form: &str, kind: Kind) -> Cases {
        self.fitting(form, kind).fold(Cases::default(), |all, (.., cases)| all.or(cases))
    }

    /// How long the stem of a form in small letters is by each line that fits it, and its cases.
    fn fitting(&self, form: &str, kind: Kind) -> impl Iterator<Item = (usize, &Paradigm, Cases)> {
        self.endings[kind as usize].of(form).filter_map(move |&(ending, (line, cases))| {
            let paradigm = &self.paradigms[line];
            let stem = &form[..form.len() - ending.len()];
            let fits = paradigm.admits(stem) && self.is_first(line, stem, kind);
            fits.then_some((stem.len(), paradigm, cases))
        })
    }

    /// Whether no line above this one takes the nominative of the stem.
    fn is_first(&self, place: usize, stem: &str, kind: Kind) -> bool {
        !self.paradigms[place].rivals.iter().any(|rival| match *rival {
            Rival::Shorter(line, more) => {
                let above = &self.paradigms[line];
                let mut letters = more.chars().rev().chain(stem.chars().rev());
                above.serves(kind)
                    && above.tail.iter().all(|tail| letters.next().is_some_and(|l| tail.admits(l)))
            }
            Rival::Longer(line, more) => {
                let above = &self.paradigms[line];
                above.serves(kind) && stem.strip_suffix(more).is_some_and(|stem| above.admits(stem))
            }
        })
    }

    /// The forms of a nominative in small letters, the nominative first; an oblique stem of its
    /// own may be given. Where no paradigm fits, the nominative stands in every case.
    #[must_use]
    pub fn forms(
        &self,
        nominative: &str,
        oblique: Option<&str>,
        gender: Gender,
        kind: Kind,
    ) -> Vec<(String, Cases)> {
        let mut forms = vec![(nominative.to_owned(), Cases::NOMINATIVE)];
        let own = self.nominatives[kind as usize].of(nominative).find_map(|&(ending, line)| {
            let paradigm = &self.paradigms[line];
            let stem = &nominative[..nominative.len() - ending.len()];
            (paradigm.gender == gender && paradigm.admits(stem)).then_some((paradigm, stem))
        });
        if let Some((paradigm, stem)) = own {
            let stem = oblique.unwrap_or(stem);
            for (case, endings) in OBLIQUE.into_iter().zip(&paradigm.endings) {
                let cases = Cases::of(case);
                // «дочь», not «дочерь»
                forms.extend(endings.iter().map(|ending| {
                    let is_nominative = *ending == paradigm.nominative;
                    let form = || [stem, ending].concat();
                    (if is_nominative { nominative.to_owned() } else { form() }, cases)
                }));
            }
        } else {
            forms[0].1 = Cases::ALL;
        }
        forms
    }
}

fn paradigm(line: &'static str) -> Option<Paradigm> {
    let mut fields = line.split_whitespace();
    let kind = match fields.next()? {
        "name" => Kind::Name,
        "surname" => Kind::Surname,
        "place" => Kind::Place,
        "noun" => Kind::Noun,
        "adjective" => Kind::Adjective,
        _ => return None,
    };
    let gender = gender(fields.next()?)?;
    let (tail, nominative) = fields.next()?.split_once('-')?;
    let tail = tail.chars().rev().map(|letter| match letter {
        'C' => Tail::Consonant,
        'H' => Tail::Hushing,
        'V' => Tail::Velar,
        'A' => Tail::Vowel,
        'D' => Tail::Digit,
        'L' => Tail::Any,
        letter => Tail::Letter(letter),
    });
    let mut endings: [Vec<&'static str>; 5] = Default::default();
    for place in &mut endings {
        *place = fields.next()?.split('/').map(|e| if e == "0" { "" } else { e }).collect();
    }
    let rivals = Vec::new();
    Some(Paradigm { kind, gender, tail: tail.collect(), nominative, endings, rivals })
}

/// The gender that a list file names.
pub(super) fn gender(letter: &str) -> Option<Gender> {
    match letter {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn inflection() -> &'static Inflection {
        &language::of("ru").expect("Russian is known").names.inflection
    }

    /// The nominatives of a surname's form, with gender and case.
    fn nominatives(form: &str, case: Case) -> Vec<(String, Gender)> {
        inflection()
            .readings(form, Kind::Surname)
            .into_iter()
            .filter(|reading| reading.cases.has(case))
            .map(|reading| (format!("{}{}", &form[..reading.stem], reading.ending), reading.gender))
            .collect()
    }

    #[test]
    fn a_surname_in_ov_has_its_own_instrumental() {
        let found = nominatives("ивановым", Case::Instrumental);
        assert!(found.contains(&("иванов".to_owned(), Gender::Masculine)), "{found:?}");
        // A Russian surname in -ов takes no -ом.
        let wrong = nominatives("ивановом", Case::Instrumental);
        assert!(!wrong.contains(&("иванов".to_owned(), Gender::Masculine)), "{wrong:?}");
    }

    #[test]
    fn a_woman_and_a_man_of_one_surname_are_told_apart() {
        assert!(
            nominatives("ивановой", Case::Dative)
                .contains(&("иванова".to_owned(), Gender::Feminine))
        );
        assert!(
            nominatives("иванову", Case::Dative)
                .contains(&("иванов".to_owned(), Gender::Masculine))
        );
    }

    #[test]
    fn a_name_in_a_after_a_consonant_keeps_its_stem() {
        let found = nominatives("эндой", Case::Instrumental);
        assert!(found.contains(&("энда".to_owned(), Gender::Feminine)), "{found:?}");
    }

    #[test]
    fn a_given_name_in_ina_is_no_possessive_surname() {
        let forms = inflection().forms("марина", None, Gender::Feminine, Kind::Name);
        assert!(forms.contains(&("марины".to_owned(), Cases::of(Case::Genitive))), "{forms:?}");
    }

    #[test]
    fn what_has_no_paradigm_stands_in_every_case() {
        let forms = inflection().forms("марко", None, Gender::Masculine, Kind::Name);
        assert_eq!(forms, [("марко".to_owned(), Cases::ALL)]);
    }
}
