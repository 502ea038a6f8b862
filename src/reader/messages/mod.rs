//! The sentences of the page, in the reader's language.
//!
//! They stand in `static/locales/LANGUAGE.ftl`, the same ids in each; only the file of the language
//! that is spoken is fetched, as early as the page can: `static/early.js` preloads it. A component
//! asks for a sentence by its id. Numbers and dates are written by the browser's `Intl`, which
//! `static/kazakh.js` completes where it has no Kazakh.

#[cfg(test)]
mod files;
mod fluent;
mod intl;
mod language;
mod quantity;
mod spoken;

pub use fluent::Value;
pub use language::Language;
pub(crate) use spoken::use_spoken;

use self::intl::IntlNumbers;

/// The sentences of one language.
#[derive(Debug)]
pub struct Messages {
    language: Language,
    texts: Vec<(&'static str, &'static str)>,
    numbers: IntlNumbers,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Messages {
    /// The sentences of this file, which names its language under `tag`; for a browser alone.
    #[must_use]
    pub fn new(source: &'static str) -> Self {
        let texts = fluent::parse(source);
        let tag = texts.iter().find(|(id, _)| *id == "tag").map_or("", |(_, tag)| tag);
        let language = Language::of_tag(tag).unwrap_or_default();
        Self { language, texts, numbers: IntlNumbers::new(language.tag()) }
    }

    /// The language that they are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence of this id that has no variables; empty where there is none, which a test of
    /// the files rules out.
    #[must_use]
    pub fn text(&self, id: &str) -> &'static str {
        match self.texts.binary_search_by_key(&id, |(key, _)| key) {
            Ok(i) => self.texts[i].1,
            Err(_) => "",
        }
    }

    /// The sentence of this id with its variables set in.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, Value)]) -> String {
        fluent::format(self.text(id), values, &self.numbers)
    }
}
