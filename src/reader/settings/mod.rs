//! How the reader wants the page: its type, its theme, its language.
//!
//! The settings are stored as words of `name=value`, numbers and names, of which anything missing
//! or out of range is the default. On the page's root a measure that is not the default stands as
//! a custom property (`--size`), a choice as a data attribute (`data-theme`); the style sheets do
//! the rest. `static/early.js` sets them from the store before the first paint; from then on the
//! root is what every program of the page reads and writes, and an event tells of each change.

mod kept;

pub(crate) use kept::{change, use_settings};

/// Everything that a reader can set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The measures that are not the default, in the order of [`Measure::ALL`].
    measures: [Option<u16>; Measure::ALL.len()],
    /// The choices, each the number of an option, in the order of [`Choice::ALL`].
    choices: [usize; Choice::ALL.len()],
}

/// A measure that goes up and down in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Of the type, in pixels.
    Size,
    /// Of a line, in characters.
    Width,
    /// Between lines, in hundredths of the size.
    Line,
    /// Between letters, in hundredths of the size.
    Letter,
    /// Between words, in hundredths of the size.
    Word,
    /// Of the strokes, as CSS counts it.
    Weight,
    /// The least confidence at which a quote is marked, in percent.
    Confidence,
}

/// What a measure can be.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// Its name in the store, in style sheets and, after `set-`, in the files of sentences.
    pub id: &'static str,
    /// The least that it can be.
    pub least: u16,
    /// The most.
    pub most: u16,
    /// The step from one value to the next.
    pub step: u16,
    /// What it is where nothing else is said; `tokens.css` says the same.
    pub default: u16,
}

impl Measure {
    /// Every measure, in the order of the panel.
    pub const ALL: [Self; 7] = [
        Self::Size,
        Self::Width,
        Self::Line,
        Self::Letter,
        Self::Word,
        Self::Weight,
        Self::Confidence,
    ];

    /// What it can be. WCAG 2.2, 1.4.12 asks for lines to 1.5, letters to 0.12 and words to 0.16
    /// of the size; all ranges go past it.
    #[must_use]
    pub const fn range(self) -> Range {
        let (id, [least, most, step, default]) = match self {
            Self::Size => ("size", [12, 128, 1, 19]),
            Self::Width => ("width", [20, 120, 5, 65]),
            Self::Line => ("line", [100, 300, 5, 160]),
            Self::Letter => ("letter", [0, 50, 2, 0]),
            Self::Word => ("word", [0, 100, 4, 0]),
            Self::Weight => ("weight", [400, 700, 50, 400]),
            Self::Confidence => ("confidence", [0, 100, 5, 0]),
        };
        Range { id, least, most, step, default }
    }
}

/// A choice of one among a few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The colours of the page.
    Theme,
    /// The typeface.
    Font,
    /// How lines are set between the edges.
    Align,
    /// Whether words are broken at the end of lines.
    Hyphens,
    /// Whether all but speech is faded.
    Voices,
    /// Whether single keys do anything (WCAG 2.2, 2.1.4).
    Keys,
    /// The language of the page; `auto` is the browser's.
    Language,
}

impl Choice {
    /// Every choice, in the order of the panel.
    pub const ALL: [Self; 7] = [
        Self::Theme,
        Self::Font,
        Self::Align,
        Self::Hyphens,
        Self::Voices,
        Self::Keys,
        Self::Language,
    ];

    /// Its name in the store, in data attributes and, after `set-`, in the files of sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Font => "font",
            Self::Align => "align",
            Self::Hyphens => "hyphens",
            Self::Voices => "voices",
            Self::Keys => "keys",
            Self::Language => "language",
        }
    }

    /// The options by name, the default first.
    #[must_use]
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Theme => &["system", "light", "dark", "sepia", "contrast", "e-ink"],
            Self::Font => &["serif", "sans", "legible"],
            Self::Align => &["start", "justify"],
            Self::Hyphens | Self::Keys => &["on", "off"],
            Self::Voices => &["off", "on"],
            Self::Language => &["auto", "ru", "kk", "en"],
        }
    }
}

/// A change of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// To this, within the range.
    Set(Measure, u16),
    /// To the option of this name; an unknown name changes nothing.
    Choose(Choice, &'static str),
    /// To the next option, after the last the first.
    Cycle(Choice),
    /// All back to the defaults but the page's language.
    Reset,
}

impl Settings {
    /// The value of a measure.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> u16 {
        self.measures[measure as usize].unwrap_or(measure.range().default)
    }

    /// The chosen option's name.
    #[must_use]
    pub const fn choice(&self, choice: Choice) -> &'static str {
        choice.options()[self.choices[choice as usize]]
    }

    /// The settings after this change.
    #[must_use]
    pub fn change(mut self, change: Change) -> Self {
        match change {
            Change::Set(measure, value) => self.set(measure, value),
            Change::Choose(choice, option) => self.choose(choice, option),
            Change::Cycle(choice) => {
                let at = &mut self.choices[choice as usize];
                *at = (*at + 1) % choice.options().len();
            }
            Change::Reset => {
                let language = self.choice(Choice::Language);
                self = Self::default();
                self.choose(Choice::Language, language);
            }
        }
        self
    }

    fn set(&mut self, measure: Measure, value: u16) {
        let range = measure.range();
        let value = value.clamp(range.least, range.most);
        self.measures[measure as usize] = Some(value).filter(|value| *value != range.default);
    }

    fn choose(&mut self, choice: Choice, option: &str) {
        if let Some(at) = choice.options().iter().position(|&name| name == option) {
            self.choices[choice as usize] = at;
        }
    }

    /// Every setting by name, with its value where it is not the default.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, Option<String>)> {
        let measure = |(measure, value): (Measure, Option<u16>)| {
            (measure.range().id, value.map(|value| value.to_string()))
        };
        let choice = |(choice, at): (Choice, usize)| {
            (choice.id(), (at > 0).then(|| choice.options()[at].to_owned()))
        };
        let measures = Measure::ALL.into_iter().zip(self.measures).map(measure);
        measures.chain(Choice::ALL.into_iter().zip(self.choices).map(choice))
    }

    /// The settings as text to be stored: what is not the default.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (name, value) in self.words() {
            if let Some(value) = value {
                for part in [name, "=", &value, " "] {
                    text.push_str(part);
                }
            }
        }
        text
    }

    /// The settings of stored text; what is missing or unknown is the default, what is out of
    /// range is brought into it.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut settings = Self::default();
        for word in text.split(' ') {
            let (name, value) = word.split_once('=').unwrap_or_default();
            settings.put(name, value);
        }
        settings
    }

    /// Sets what has this name to this value; an unknown name or value changes nothing.
    pub fn put(&mut self, name: &str, value: &str) {
        for measure in Measure::ALL {
            if measure.range().id == name
                && let Ok(value) = value.parse()
            {
                self.set(measure, value);
            }
        }
        for choice in Choice::ALL {
            if choice.id() == name {
                self.choose(choice, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_are_in_the_order_of_the_variants() {
        for (i, measure) in Measure::ALL.into_iter().enumerate() {
            assert_eq!(measure as usize, i);
        }
        for (i, choice) in Choice::ALL.into_iter().enumerate() {
            assert_eq!(choice as usize, i);
        }
    }

    #[test]
    fn measures_keep_within_their_range() {
        let settings = Settings::default().change(Change::Set(Measure::Size, 900));
        assert_eq!(settings.measure(Measure::Size), 128);
        let settings = settings.change(Change::Set(Measure::Size, 1));
        assert_eq!(settings.measure(Measure::Size), 12);
        let reached = |range: Range| (range.most - range.least) % range.step;
        assert!(Measure::ALL.into_iter().all(|measure| reached(measure.range()) == 0));
    }

    #[test]
    fn what_is_the_default_is_not_stored() {
        let settings = Settings::default().change(Change::Set(Measure::Letter, 12));
        assert_eq!(settings.to_text(), "letter=12 ");
        let settings = settings.change(Change::Cycle(Choice::Theme));
        assert_eq!(settings.to_text(), "letter=12 theme=light ");
        let settings = settings.change(Change::Set(Measure::Letter, 0));
        assert_eq!(settings.to_text(), "theme=light ");
    }

    #[test]
    fn a_spoilt_store_gives_defaults_word_by_word() {
        for text in ["", "null", "size", "size=big theme=neon line=-5", "=", "size=70000"] {
            assert_eq!(Settings::from_text(text), Settings::default(), "{text}");
        }
        let settings = Settings::from_text("size=9999 theme=e-ink font=7");
        assert_eq!(settings.measure(Measure::Size), 128);
        assert_eq!(settings.choice(Choice::Theme), "e-ink");
        assert_eq!(settings.choice(Choice::Font), "serif");
    }

    #[test]
    fn themes_come_round_and_a_reset_keeps_the_language() {
        let mut settings = Settings::default().change(Change::Choose(Choice::Language, "kk"));
        for _ in 0..7 {
            settings = settings.change(Change::Cycle(Choice::Theme));
        }
        assert_eq!(settings.choice(Choice::Theme), "light");
        let reset = settings.change(Change::Reset);
        assert_eq!(reset.choice(Choice::Theme), "system");
        assert_eq!(reset.choice(Choice::Language), "kk");
    }

    proptest! {
        #[test]
        fn stored_settings_come_back(
            values in prop::collection::vec(0..u16::MAX, 7), turns in prop::collection::vec(0..7_usize, 7),
        ) {
            let mut settings = Settings::default();
            for (measure, value) in Measure::ALL.into_iter().zip(values) {
                settings = settings.change(Change::Set(measure, value));
            }
            for (choice, turns) in Choice::ALL.into_iter().zip(turns) {
                for _ in 0..turns {
                    settings = settings.change(Change::Cycle(choice));
                }
            }
            prop_assert_eq!(Settings::from_text(&settings.to_text()), settings);
        }
    }
}
