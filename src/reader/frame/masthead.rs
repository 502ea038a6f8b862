use js_sys::Reflect;
use web_sys::window;
use yew::prelude::*;

use crate::reader::element::element;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;

/// Whether the browser has the means to read aloud.
#[must_use]
pub fn can_speak() -> bool {
    // Asking a browser that has none for it would throw.
    let window = window();
    window.is_some_and(|window| Reflect::has(&window, &"speechSynthesis".into()).unwrap_or(false))
}

/// The page's name and what it is for, and the ways to the settings and the list of keys.
pub(in crate::reader) fn masthead(messages: &Messages) -> Html {
    let opener = |action: Action, sign: &str| {
        let id = action.id();
        let label = messages.text(&["key-", id].concat());
        let attributes = [
            ("type", "button"),
            ("class", "opener"),
            ("data-key", id),
            ("data-ask", id),
            ("popovertarget", id),
            ("aria-label", label),
            ("title", label),
        ];
        element("button", &attributes, sign)
    };
    let parts = vec![
        element("a", &[("class", "brand"), ("href", "./")], "Verbatim"),
        element("p", &[("class", "tagline")], messages.text("tagline")),
        opener(Action::Settings, "Aa"),
        opener(Action::Help, "?"),
    ];
    element("header", &[("class", "masthead")], parts)
}
