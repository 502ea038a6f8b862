//! What the reader chose, kept on the device.

use std::rc::Rc;

use web_sys::{Storage, window};
use yew::prelude::*;

use super::messages::Language;

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the page.
    pub language: Language,
}

/// A choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    /// The page is to speak this language.
    Language(Language),
}

impl Reducible for Settings {
    type Action = SettingsAction;

    fn reduce(self: Rc<Self>, action: SettingsAction) -> Rc<Self> {
        Rc::new(match action {
            SettingsAction::Language(language) => Self { language },
        })
    }
}

/// The name of the settings in the browser's store; `static/early.js` reads it too.
const STORED: &str = "verbatim.settings";

impl Settings {
    /// What was chosen before, or else what the browser says, as `static/early.js` made it out.
    fn load() -> Self {
        let root = window().and_then(|window| window.document()?.document_element());
        let tag = root.and_then(|root| root.get_attribute("lang"));
        Self { language: tag.and_then(|tag| Language::of_tag(&tag)).unwrap_or_default() }
    }

    /// Keeps them for the next visit; where the browser keeps nothing, they last for this one.
    fn store(&self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(STORED, &["language=", self.language.tag()].concat());
        }
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What the reader chose, and the way to change it; each change is stored.
#[hook]
pub(crate) fn use_settings() -> UseReducerHandle<Settings> {
    let settings = use_reducer(Settings::load);
    let loaded = use_mut_ref(|| true);
    use_effect_with((*settings).clone(), move |settings| {
        // What was loaded need not be stored: the browser's language may yet change.
        if !loaded.replace(false) {
            settings.store();
        }
    });
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_language_is_the_page_s() {
        let chosen = SettingsAction::Language(Language::Kazakh);
        assert_eq!(Rc::new(Settings::default()).reduce(chosen).language, Language::Kazakh);
    }
}
