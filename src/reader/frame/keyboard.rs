use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

use super::cursor;
use crate::reader::keys::{Action, Press};
use crate::reader::settings::{Change, Choice, Measure, Settings, change};

/// Fields that keys write in.
const TYPED: &str = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, \
                     select, [contenteditable]";

/// Listens for the keys, unless the reader has turned them off.
#[hook]
pub(in crate::reader) fn use_keys(settings: Settings) {
    use_effect_with(settings, |settings| {
        let settings = *settings;
        let on = settings.choice(Choice::Keys) == "on";
        let document = window().and_then(|window| window.document()).filter(|_| on);
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            let page = document.clone();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let asked = event.dyn_ref().and_then(|event| asked(event, &page));
                if asked.and_then(|action| act(action, &page, settings)).is_some() {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// The action that this press asks for; none behind an open dialog.
fn asked(event: &KeyboardEvent, document: &Document) -> Option<Action> {
    if event.default_prevented() || document.query_selector("dialog:modal").ok()?.is_some() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|target| target.closest(TYPED).is_ok_and(|f| f.is_some()));
    let press = Press {
        key: &event.key(),
        code: &event.code(),
        shift: event.shift_key(),
        control: event.ctrl_key(),
        alt: event.alt_key(),
        meta: event.meta_key(),
        composing: event.is_composing(),
        typing,
    };
    press.action()
}

/// Does it; nothing where this page has no such action.
fn act(action: Action, document: &Document, settings: Settings) -> Option<()> {
    let size = settings.measure(Measure::Size);
    match action {
        Action::NextParagraph => cursor::step(document, true),
        Action::PreviousParagraph => cursor::step(document, false),
        Action::Theme => {
            change(Change::Cycle(Choice::Theme));
            Some(())
        }
        // An eighth at a time, down and up by the same steps or near them.
        Action::Bigger => {
            change(Change::Set(Measure::Size, size + size / 8));
            Some(())
        }
        Action::Smaller => {
            change(Change::Set(Measure::Size, size - size / 9));
            Some(())
        }
        Action::Print => window()?.print().ok(),
        // An open panel is what Escape closes, and the browser does it.
        Action::Close if document.query_selector(":popover-open").ok()?.is_some() => None,
        _ => {
            let selector = ["[data-key=\"", action.id(), "\"]"].concat();
            let control: HtmlElement = document.query_selector(&selector).ok()??.dyn_into().ok()?;
            control.click();
            Some(())
        }
    }
}
