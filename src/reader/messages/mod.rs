//! The sentences of the page, in the reader's language.
//!
//! They stand in `static/locales/LANGUAGE.ftl`, the same ids in each; a component asks for one by
//! its id. Numbers and dates are written by the browser's `Intl`.

mod fluent;
mod intl;
mod language;
mod quantity;

use std::rc::Rc;

use yew::prelude::*;

pub use fluent::Value;
pub use language::Language;

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
    /// The sentences of this language; for a browser alone.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            texts: fluent::parse(language.source()),
            numbers: IntlNumbers::new(language.tag()),
        }
    }

    /// The language that they are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence of this id that has no variables.
    #[must_use]
    pub fn text(&self, id: &'static str) -> &'static str {
        match self.texts.binary_search_by_key(&id, |(key, _)| key) {
            Ok(i) => self.texts[i].1,
            Err(_) => id,
        }
    }

    /// The sentence of this id with its variables set in.
    #[must_use]
    pub fn with(&self, id: &'static str, values: &[(&str, Value)]) -> String {
        fluent::format(self.text(id), values, &self.numbers)
    }
}

/// The sentences of this language, which becomes the page's.
#[hook]
pub(crate) fn use_messages(language: Language) -> Rc<Messages> {
    use_effect_with(language, |language| {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            // The page's own root takes any attribute.
            let _ = root.set_attribute("lang", language.tag());
        }
    });
    use_memo(language, |language| Messages::new(*language))
}
