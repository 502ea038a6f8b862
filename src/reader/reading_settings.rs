//! How the reader wants the text: type, theme and layers.
//!
//! Stored as JSON of which anything missing or out of range is the default. What the page needs
//! before its first paint, custom properties and attributes of the root element, stands ready in
//! that JSON, so that a script of three lines can set them.

use serde_json::{Map, Value};

/// Everything that a reader can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The measures of the type, in the order of [`Measure::ALL`].
    measures: [u16; Measure::ALL.len()],
    /// The choices, each the number of an option, in the order of [`Choice::ALL`].
    choices: [usize; Choice::ALL.len()],
}

/// A measure that goes up and down in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Of the type, in pixels.
    Size,
    /// Of a line, in widths of a digit.
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

/// What a measure can be, and how CSS has it.
struct Range {
    id: &'static str,
    least: u16,
    most: u16,
    step: u16,
    default: u16,
    property: Option<&'static str>,
    unit: Unit,
}

/// How the number of a measure is written in CSS.
#[derive(Clone, Copy)]
enum Unit {
    /// As it is, with this after it.
    Whole(&'static str),
    /// By a hundred, with this after it.
    Hundredths(&'static str),
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

    // WCAG 2.2, 1.4.12 asks for lines to 1.5, letters to 0.12 and words to 0.16 of the size; all
    // ranges go past it.
    const fn range(self) -> Range {
        use Unit::{Hundredths, Whole};
        let (id, [least, most, step, default], property, unit) = match self {
            Self::Size => ("size", [12, 128, 2, 20], Some("--text-size"), Whole("px")),
            Self::Width => ("width", [20, 120, 5, 65], Some("--text-width"), Whole("ch")),
            Self::Line => ("line", [100, 300, 10, 150], Some("--text-line"), Hundredths("")),
            Self::Letter => ("letter", [0, 50, 2, 0], Some("--text-letter"), Hundredths("em")),
            Self::Word => ("word", [0, 100, 4, 0], Some("--text-word"), Hundredths("em")),
            Self::Weight => ("weight", [200, 900, 100, 400], Some("--text-weight"), Whole("")),
            Self::Confidence => ("confidence", [0, 100, 5, 0], None, Whole("")),
        };
        Range { id, least, most, step, default, property, unit }
    }

    /// Its name in files and message ids.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.range().id
    }

    /// The least and the most it can be, and the step.
    #[must_use]
    pub const fn limits(self) -> (u16, u16, u16) {
        let range = self.range();
        (range.least, range.most, range.step)
    }
}

/// A choice of one among a few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The language of the page; `auto` is the browser's.
    Language,
    /// Whether single keys do anything (WCAG 2.2, 2.1.4).
    Keys,
    /// Whether the start and end of quotes is said to screen readers in words.
    Spoken,
}

impl Choice {
    /// Every choice, in the order of the panel.
    pub const ALL: [Self; 8] = [
        Self::Theme,
        Self::Font,
        Self::Align,
        Self::Hyphens,
        Self::Voices,
        Self::Language,
        Self::Keys,
        Self::Spoken,
    ];

    /// Its name in files, data attributes and message ids.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Font => "font",
            Self::Align => "align",
            Self::Hyphens => "hyphens",
            Self::Voices => "voices",
            Self::Language => "language",
            Self::Keys => "keys",
            Self::Spoken => "spoken",
        }
    }

    /// The options by name, the default first.
    #[must_use]
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Theme => &["system", "light", "dark", "sepia", "contrast", "e-ink"],
            Self::Font => &["serif", "sans", "dyslexia"],
            Self::Align => &["start", "justify"],
            Self::Hyphens => &["auto", "none"],
            Self::Voices | Self::Spoken => &["off", "on"],
            Self::Language => &["auto", "ru", "kk", "en"],
            Self::Keys => &["on", "off"],
        }
    }

    /// The attribute of the root element that holds it.
    const fn attribute(self) -> &'static str {
        match self {
            Self::Theme => "data-theme",
            Self::Font => "data-font",
            Self::Align => "data-align",
            Self::Hyphens => "data-hyphens",
            Self::Voices => "data-voices",
            Self::Language => "data-language",
            Self::Keys => "data-keys",
            Self::Spoken => "data-spoken",
        }
    }
}

/// A change of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// One step up, to the most.
    Up(Measure),
    /// One step down, to the least.
    Down(Measure),
    /// To this, within the range.
    Set(Measure, u16),
    /// To the option of this name; an unknown name changes nothing.
    Choose(Choice, &'static str),
    /// To the next option, after the last the first.
    Cycle(Choice),
    /// All back to the defaults but the page's language.
    Reset,
}

impl Default for Settings {
    fn default() -> Self {
        Self { measures: Measure::ALL.map(|measure| measure.range().default), choices: [0; 8] }
    }
}

impl Settings {
    /// The value of a measure.
    #[must_use]
    pub const fn measure(&self, measure: Measure) -> u16 {
        self.measures[measure as usize]
    }

    /// The chosen option's name.
    #[must_use]
    pub const fn choice(&self, choice: Choice) -> &'static str {
        choice.options()[self.choices[choice as usize]]
    }

    /// Whether a quote of this confidence is marked.
    #[must_use]
    pub fn shows(&self, confidence: f64) -> bool {
        // A hundred times 0.29 falls short of 29 by a rounding.
        confidence * 100.0 + 1e-9 >= f64::from(self.measure(Measure::Confidence))
    }

    /// The settings after this change.
    #[must_use]
    pub fn change(mut self, change: Change) -> Self {
        match change {
            Change::Up(measure) => {
                let value = self.measure(measure).saturating_add(measure.range().step);
                self.set(measure, value);
            }
            Change::Down(measure) => {
                let value = self.measure(measure).saturating_sub(measure.range().step);
                self.set(measure, value);
            }
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
        self.measures[measure as usize] = value.clamp(range.least, range.most);
    }

    fn choose(&mut self, choice: Choice, option: &str) {
        if let Some(at) = choice.options().iter().position(|&name| name == option) {
            self.choices[choice as usize] = at;
        }
    }

    /// The custom properties of the root element: name and value.
    #[must_use]
    pub fn properties(&self) -> Vec<(&'static str, String)> {
        Measure::ALL
            .into_iter()
            .filter_map(|measure| {
                let range = measure.range();
                Some((range.property?, css(self.measure(measure), range.unit)))
            })
            .collect()
    }

    /// The data attributes of the root element: name and value.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, &'static str)> {
        Choice::ALL.into_iter().map(|choice| (choice.attribute(), self.choice(choice))).collect()
    }

    /// The settings as JSON to be stored, with the root's `properties` and `attributes` in it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = Map::new();
        for measure in Measure::ALL {
            json.insert(measure.id().into(), self.measure(measure).into());
        }
        for choice in Choice::ALL {
            json.insert(choice.id().into(), self.choice(choice).into());
        }
        let text = |(name, value): (&str, String)| (name.to_owned(), Value::from(value));
        let properties: Map<_, _> = self.properties().into_iter().map(text).collect();
        let own = |(name, value): (&'static str, &str)| text((name, value.to_owned()));
        let attributes: Map<_, _> = self.attributes().into_iter().map(own).collect();
        json.insert("properties".into(), properties.into());
        json.insert("attributes".into(), attributes.into());
        Value::from(json).to_string()
    }

    /// The settings of stored JSON; what is missing, unknown or no JSON is the default, what is
    /// out of range is brought into it.
    #[must_use]
    pub fn from_json(json: &str) -> Self {
        let mut settings = Self::default();
        let Ok(json) = serde_json::from_str::<Value>(json) else { return settings };
        for measure in Measure::ALL {
            if let Some(value) = json[measure.id()].as_u64() {
                settings.set(measure, u16::try_from(value).unwrap_or(u16::MAX));
            }
        }
        for choice in Choice::ALL {
            settings.choose(choice, json[choice.id()].as_str().unwrap_or_default());
        }
        settings
    }
}

/// The number in CSS's notation.
fn css(value: u16, unit: Unit) -> String {
    let mut text;
    match unit {
        Unit::Whole(unit) => {
            text = value.to_string();
            text.push_str(unit);
        }
        Unit::Hundredths(unit) => {
            text = (value / 100).to_string();
            text.push('.');
            text.push_str(&(value / 10 % 10).to_string());
            text.push_str(&(value % 10).to_string());
            text.push_str(unit);
        }
    }
    text
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
    fn measures_step_within_their_range() {
        let mut settings = Settings::default();
        for _ in 0..100 {
            settings = settings.change(Change::Up(Measure::Size));
        }
        assert_eq!(settings.measure(Measure::Size), 128);
        for _ in 0..100 {
            settings = settings.change(Change::Down(Measure::Size));
        }
        assert_eq!(settings.measure(Measure::Size), 12);
    }

    #[test]
    fn css_has_units() {
        let settings = Settings::default().change(Change::Set(Measure::Letter, 12));
        assert_eq!(
            settings.properties(),
            [
                ("--text-size", "20px".to_owned()),
                ("--text-width", "65ch".to_owned()),
                ("--text-line", "1.50".to_owned()),
                ("--text-letter", "0.12em".to_owned()),
                ("--text-word", "0.00em".to_owned()),
                ("--text-weight", "400".to_owned()),
            ]
        );
        assert!(settings.attributes().contains(&("data-theme", "system")));
    }

    #[test]
    fn a_spoilt_store_gives_defaults_field_by_field() {
        for json in ["", "null", "[1]", "{", r#"{"size":"big","theme":"neon","line":-5}"#] {
            assert_eq!(Settings::from_json(json), Settings::default(), "{json}");
        }
        let settings = Settings::from_json(r#"{"size":9999,"theme":"e-ink","font":7}"#);
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

    #[test]
    fn the_least_confidence_shows_what_is_at_it() {
        let settings = Settings::default().change(Change::Set(Measure::Confidence, 80));
        assert!(settings.shows(0.8) && !settings.shows(0.79));
        assert!(Settings::default().shows(0.0));
    }

    proptest! {
        #[test]
        fn stored_settings_come_back(
            values in prop::collection::vec(0..u16::MAX, 7), turns in prop::collection::vec(0..7_usize, 8),
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
            prop_assert_eq!(Settings::from_json(&settings.to_json()), settings);
        }
    }
}
