use gloo_events::EventListener;
use web_sys::{Event, HtmlElement, Storage, window};
use yew::prelude::*;

use super::{Change, Settings};
use wasm_bindgen::JsCast;

/// The name of the settings in the browser's store; `static/early.js` reads it too.
const STORED: &str = "verbatim.settings";

/// The event of the document that tells of a change, whichever program made it.
const CHANGED: &str = "settings";

/// What the reader chose; follows every change.
#[hook]
pub(crate) fn use_settings() -> Settings {
    let settings = use_state_eq(shown);
    use_effect_with((), {
        let settings = settings.setter();
        move |()| {
            // A store that was spoilt is mended.
            put(&shown());
            let document = window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document, CHANGED, move |_| settings.set(shown()))
            });
            move || drop(listener)
        }
    });
    *settings
}

/// Changes the settings: shows the change, stores it, and tells of it.
pub(crate) fn change(change: Change) {
    put(&shown().change(change));
    let document = window().and_then(|window| window.document());
    if let (Some(document), Ok(event)) = (document, Event::new(CHANGED)) {
        // Nobody stops this event.
        let _ = document.dispatch_event(&event);
    }
}

/// Shows the settings and stores them; where the browser keeps nothing, they last for this visit.
fn put(settings: &Settings) {
    let _ = storage().map(|storage| storage.set_item(STORED, &settings.to_text()));
    // A page without a root shows nothing anyway.
    let _ = show(settings);
}

/// The settings that the page's root has.
fn shown() -> Settings {
    let mut settings = Settings::default();
    if let Some(root) = root() {
        for (name, _) in Settings::default().words() {
            let measure = root.style().get_property_value(&property(name));
            let choice = root.get_attribute(&attribute(name));
            let value = measure.ok().filter(|value| !value.is_empty()).or(choice);
            settings.put(name, &value.unwrap_or_default());
        }
    }
    settings
}

/// Sets the attributes and custom properties of the page's root.
fn show(settings: &Settings) -> Option<()> {
    let root = root()?;
    for (name, value) in settings.words() {
        let value = value.as_deref();
        let (property, attribute) = (property(name), attribute(name));
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

fn property(name: &str) -> String {
    ["--", name].concat()
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

fn root() -> Option<HtmlElement> {
    window()?.document()?.document_element()?.dyn_into().ok()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
