//! The bar that a selection brings: a colour to mark the words with.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::window;
use yew::prelude::*;

use super::Colour;
use super::panel::name;
use crate::article::Span;
use crate::desk::text;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::messages::Messages;

/// The spans of the article that are selected.
#[hook]
pub(super) fn use_selection(reading: &Shared<Reading>) -> Rc<[Span]> {
    let spans = use_state(|| Rc::<[Span]>::from([]));
    use_effect_with(reading.clone(), {
        let spans = spans.setter();
        move |reading| {
            let look = {
                let reading = reading.clone();
                move || spans.set(text::selected(&reading.article).into())
            };
            look();
            let document = window().and_then(|window| window.document());
            let listener = document
                .map(|document| EventListener::new(&document, "selectionchange", move |_| look()));
            move || drop(listener)
        }
    });
    (*spans).clone()
}

/// What the bar is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BarProps {
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// The colour that was used last.
    pub(super) colour: Colour,
    /// The reader marks the words so; to write about them where that is asked.
    pub(super) on_mark: Callback<(Colour, bool)>,
}

/// The bar.
#[component]
pub(super) fn Bar(BarProps { messages, colour, on_mark }: &BarProps) -> Html {
    // A press on the bar must not take the selection away.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let mark = |colour: Colour, write: bool| {
        let on_mark = on_mark.clone();
        move |_: MouseEvent| on_mark.emit((colour, write))
    };
    let button = |one: Colour| {
        let label = messages.with("note-mark", &[("colour", name(one, messages).into())]);
        html! {
            <button
                type="button"
                data-colour={one.id()}
                aria-label={label.clone()}
                title={label}
                onclick={mark(one, false)}
            />
        }
    };
    html! {
        <div
            class="mark-bar"
            role="toolbar"
            aria-label={messages.text("key-highlight")}
            {onmousedown}
        >
            { for Colour::ALL.into_iter().map(button) }
            <button type="button" class="write" onclick={mark(*colour, true)}>
                { messages.text("note-text") }
            </button>
        </div>
    }
}

/// Empties the selection: what was selected is marked now.
pub(super) fn deselect() {
    // Nothing is lost where it stays.
    let _ = window()
        .and_then(|window| window.get_selection().ok()?)
        .map(|selection| selection.remove_all_ranges());
}
