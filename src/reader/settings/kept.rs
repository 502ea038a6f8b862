use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Storage, window};
use yew::prelude::*;

use super::{Change, Settings};

/// The name of the settings in the browser's store; `static/early.js` reads it too.
const STORED: &str = "verbatim.settings";

impl Reducible for Settings {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(self.change(change))
    }
}

/// What the reader chose, and the way to change it; each change is shown and stored.
#[hook]
pub(crate) fn use_settings() -> UseReducerHandle<Settings> {
    let settings = use_reducer(|| {
        let stored = storage().and_then(|storage| storage.get_item(STORED).ok()?);
        Settings::from_text(&stored.unwrap_or_default())
    });
    use_effect_with(*settings, |settings| {
        // Where the browser keeps nothing, they last for this visit.
        let _ = storage().map(|storage| storage.set_item(STORED, &settings.to_text()));
        // A page without a root shows nothing anyway.
        let _ = show(settings);
    });
    settings
}

/// Sets the attributes and custom properties of the page's root.
fn show(settings: &Settings) -> Option<()> {
    let root: HtmlElement = window()?.document()?.document_element()?.dyn_into().ok()?;
    for (name, value) in settings.words() {
        let value = value.as_deref();
        let property = ["--", name].concat();
        let attribute = ["data-", name].concat();
        // Sound names, on the page's own root.
        let _ = match value {
            Some(value) if value.starts_with(|c: char| c.is_ascii_digit()) => {
                root.style().set_property(&property, value)
            }
            Some(value) => root.set_attribute(&attribute, value),
            None => root
                .style()
                .remove_property(&property)
                .and_then(|_| root.remove_attribute(&attribute)),
        };
    }
    Some(())
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
