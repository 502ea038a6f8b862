//! What can be done with a selection of the article: a bar that is seen while there is one.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, window};
use yew::prelude::*;

use crate::reader::element::element;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;

/// Shows the bar while some of the article is selected: `data-selected` stands on the page's root
/// then. A press on the bar leaves the selection as it is.
#[hook]
pub(in crate::reader) fn use_selected() {
    use_effect_with((), |()| {
        let document = window().and_then(|window| window.document());
        let listeners = document.map(|document| {
            let page = document.clone();
            let options = EventListenerOptions::enable_prevent_default();
            [
                EventListener::new(&document, "selectionchange", move |_| {
                    // A page without a root has no bar to show.
                    let _ = mark(&page);
                }),
                EventListener::new_with_options(&document, "mousedown", options, |event| {
                    let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
                    if target.is_some_and(|at| at.closest(".selected").is_ok_and(|a| a.is_some())) {
                        event.prevent_default();
                    }
                }),
            ]
        });
        move || drop(listeners)
    });
}

fn mark(document: &Document) -> Option<()> {
    let root = document.document_element()?;
    let selection = window()?.get_selection().ok()??;
    let body = document.query_selector(".body").ok()?;
    let selected = !selection.is_collapsed()
        && body.is_some_and(|body| body.contains(selection.anchor_node().as_ref()));
    root.toggle_attribute_with_force("data-selected", selected).ok().map(drop)
}

/// The bar.
pub(in crate::reader) fn selected(messages: &Messages) -> Html {
    let button = |action: Action, label| {
        let id = action.id();
        let attributes = [("type", "button"), ("data-key", id), ("data-ask", id)];
        element("button", &attributes, messages.text(label))
    };
    let buttons =
        vec![button(Action::Highlight, "key-highlight"), button(Action::Share, "key-share")];
    element("div", &[("class", "selected")], buttons)
}
