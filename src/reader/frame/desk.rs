//! Asking the desk: the other program of the page, which does what one does with an article.
//!
//! A button with `data-ask` asks for the tool that it names, and what for. What is asked stands on
//! the page's root in `data-asked` until the next thing is; the event `ask` tells of it.
//! `static/boot.js` fetches the desk the first time, and says in the root's `data-desk` how far it
//! is: `loading`, `ready` or `failed`.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, window};
use yew::prelude::*;

use super::can_speak;
use crate::reader::element::element;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;

/// The attribute of a button that asks the desk.
const ASK: &str = "data-ask";

/// What a button asks for that asks for the same once more.
const AGAIN: &str = "again";

/// Asks the desk for a tool by name, and what for by what follows a space.
pub(in crate::reader) fn ask(wanted: &str) -> Option<()> {
    let document = window()?.document()?;
    document.document_element()?.set_attribute("data-asked", wanted).ok()?;
    tell(&document)
}

fn tell(document: &Document) -> Option<()> {
    document.dispatch_event(&Event::new("ask").ok()?).ok().map(drop)
}

/// Listens for the buttons that ask the desk.
#[hook]
pub(in crate::reader) fn use_desk() {
    use_effect_with((), |()| {
        let document = window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let page = document.clone();
            EventListener::new(&document, "click", move |click| {
                // A click on what is no such button asks nothing.
                let _ = pressed(click, &page);
            })
        });
        move || drop(listener)
    });
}

fn pressed(click: &Event, document: &Document) -> Option<()> {
    let target: Element = click.target()?.dyn_into().ok()?;
    let button = target.closest("button[data-ask]").ok()??;
    match &*button.get_attribute(ASK)? {
        AGAIN => tell(document),
        // A panel that is there is opened by the browser itself.
        wanted if document.get_element_by_id(wanted).is_some() => None,
        wanted => ask(wanted),
    }
}

/// The button that asks for the tool of this action.
pub(in crate::reader) fn tool(action: Action, messages: &Messages) -> Html {
    let id = action.id();
    let attributes = [("type", "button"), ("class", "tool"), ("data-key", id), (ASK, id)];
    element("button", &attributes, messages.text(&["tool-", id].concat()))
}

/// The button that has the article read aloud, and stops it; nothing where the browser cannot
/// speak. Whether it is read is the desk's to show.
pub(in crate::reader) fn aloud(messages: &Messages) -> Html {
    let id = Action::Aloud.id();
    let attributes = [
        ("type", "button"),
        ("class", "tool"),
        ("data-key", id),
        (ASK, id),
        ("aria-pressed", "false"),
    ];
    if can_speak() {
        element("button", &attributes, messages.text("tool-aloud"))
    } else {
        Html::default()
    }
}

/// Word of the desk while it is on its way, or that it did not come; which of the two is seen, the
/// style sheet says by the root's `data-desk`.
pub(in crate::reader) fn desk(messages: &Messages) -> Html {
    let say = |class, id| element("span", &[("class", class)], messages.text(id));
    let again = [("type", "button"), (ASK, AGAIN)];
    element(
        "p",
        &[("class", "desk-state"), ("role", "status")],
        vec![
            say("on-its-way", "loading"),
            say("failed", "desk-failed"),
            element("button", &again, messages.text("retry")),
        ],
    )
}
