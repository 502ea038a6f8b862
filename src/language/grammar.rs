//! Grammar: how a language writes and orders what every language has, as a list of habits.

use super::list;

/// The habits of a language; the stages ask for them where languages differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammar(u16);

/// A way to write or to order words that not every language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Habit {
    /// The comma after speech stands inside the marks, and no dash follows: “It is,” she said.
    CommaInside = 1,
    /// The conjunction of reported speech wants no comma, and can be left out: she said it was.
    BareThat = 1 << 1,
    /// The word of saying closes the clause that it reports: «… тартылатынын хабарлады».
    VerbLast = 1 << 2,
    /// Decimals stand behind a point and groups of three behind a comma: 1,204.5.
    DecimalPoint = 1 << 3,
    /// The names of months and days have capitals: on Tuesday.
    CapitalCalendar = 1 << 4,
    /// The month may stand before its day: April 30, 2025.
    MonthFirst = 1 << 5,
    /// The year stands before month and day: 2019 жылғы 16 наурыз.
    YearFirst = 1 << 6,
    /// An age may stand alone behind a name: Ruth Odell, 57.
    BareAge = 1 << 7,
    /// The subject opens its clause, and a noun comes last in its phrase: the parish council said.
    SubjectFirst = 1 << 8,
    /// Of a name's words only the last declines: «Нұржан Есболовтың».
    LastDeclines = 1 << 9,
    /// Ten and a unit make a number: «он екі» is 12.
    TensJoin = 1 << 10,
    /// Years are an age only where they are called one: 23 years old.
    NamedAge = 1 << 11,
    /// Its own words are in Latin letters, which are no sign of a foreign name.
    LatinScript = 1 << 12,
}

impl Habit {
    /// The names of the habits in `grammar.txt`, in the order of their bits.
    const NAMES: [&str; 13] = [
        "comma-inside",
        "bare-that",
        "verb-last",
        "decimal-point",
        "capital-calendar",
        "month-first",
        "year-first",
        "bare-age",
        "subject-first",
        "last-declines",
        "tens-join",
        "named-age",
        "latin-script",
    ];
}

impl Grammar {
    /// The habits that the lines of a file name.
    pub(super) fn new(file: &'static str) -> Self {
        let bits = list::entries(file)
            .filter_map(|line| Habit::NAMES.iter().position(|name| *name == line));
        Self(bits.fold(0, |all, bit| all | 1 << bit))
    }

    /// Whether the language has this habit.
    #[must_use]
    pub const fn has(self, habit: Habit) -> bool {
        self.0 & habit as u16 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_habits_by_their_names() {
        let grammar = Grammar::new("# how\nbare-that\nbare-age\n");
        assert!(grammar.has(Habit::BareThat));
        assert!(grammar.has(Habit::BareAge));
        assert!(!grammar.has(Habit::CommaInside));
    }
}
