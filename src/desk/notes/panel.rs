//! The list of the reader's notes: in the order of the text, each with its words, its colour and what
//! was written; those that have lost their place; and what to do with all of them.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::saved::{Files, Saved, save};
use super::shelf::Shelf;
use super::{Colour, Note, StoreError};
use crate::article::Span;
use crate::desk::text;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::element::{element, way};
use crate::reader::messages::Messages;

/// What the list is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PanelProps {
    /// The article.
    pub(super) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// The notes, and the way to change them.
    pub(super) shelf: Shelf,
    /// Those that have a place, in the order of the text.
    pub(super) placed: Rc<[(Note, Span)]>,
    /// Those that have none.
    pub(super) orphans: Rc<[Note]>,
    /// The note that the reader was brought to; empty where none.
    pub(super) at: Rc<str>,
    /// The note that is to be written on; empty where none.
    pub(super) to_write: Rc<str>,
    /// The reader goes to a note's words.
    pub(super) on_go: Callback<Rc<str>>,
    /// The reader closes the list.
    pub(super) on_close: Callback<()>,
}

/// The list.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let PanelProps { reading, messages, shelf, placed, orphans, to_write, on_close, .. } = props;
    let panel = use_node_ref();
    let undo = use_node_ref();
    let notebook = shelf.notebook();
    use_effect_with(to_write.clone(), {
        let panel = panel.clone();
        move |to_write: &Rc<str>| {
            // A note that is no longer there has no keyboard to take.
            let _ = take(&panel, to_write);
        }
    });
    use_effect_with(notebook.removed().cloned(), {
        let undo = undo.clone();
        move |_| {
            if let Some(undo) = undo.cast::<HtmlElement>() {
                // What had the keyboard is gone.
                let _ = undo.focus();
            }
        }
    });
    let onkeydown = {
        let on_close = on_close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                on_close.emit(());
            }
        }
    };
    let close = {
        let on_close = on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    let entry = |note: &Note, is_placed: bool| entry(note, is_placed, props);
    html! {
        <section
            ref={panel}
            class="notebook"
            tabindex="-1"
            aria-labelledby="notebook-title"
            {onkeydown}
        >
            <header>
                <h2 id="notebook-title">{ messages.text("key-notes") }</h2>
                <span onclick={close}>{ way(messages.text("close"), &[]) }</span>
            </header>
            if let Some(error) = notebook.trouble() {
                { trouble(error, props) }
            }
            <p class="told" role="status">
                if let Some(note) = notebook.removed() {
                    { messages.text("note-removed") }
                    <button ref={undo} type="button" onclick={put_back(shelf, note)}>
                        { messages.text("note-undo") }
                    </button>
                }
            </p>
            if !text::can_mark() {
                <p>{ messages.text("notes-unmarked") }</p>
            }
            if placed.is_empty() && orphans.is_empty() {
                <p>{ messages.text("notes-none") }</p>
            }
            <ol class="notes">{ for placed.iter().map(|(note, _)| entry(note, true)) }</ol>
            if !orphans.is_empty() {
                <h3>{ messages.text("notes-orphans") }</h3>
                <p>{ messages.text("notes-orphans-why") }</p>
                <ul class="notes">{ for orphans.iter().map(|note| entry(note, false)) }</ul>
            }
            <Files reading={reading.clone()} messages={Rc::clone(messages)} shelf={shelf.clone()} />
            <p class="kept">{ messages.text("notes-kept") }</p>
        </section>
    }
}

/// A note: its words, which lead to their place; what was written, which can be written on.
fn entry(listed: &Note, is_placed: bool, props: &PanelProps) -> Html {
    let PanelProps { reading, messages, shelf, at, on_go, .. } = props;
    let id: Rc<str> = listed.id.as_str().into();
    let go = {
        let (on_go, id) = (on_go.clone(), Rc::clone(&id));
        move |_: MouseEvent| on_go.emit(Rc::clone(&id))
    };
    let remove = {
        let (shelf, gone) = (shelf.clone(), listed.clone());
        move |_: MouseEvent| shelf.remove(gone.clone())
    };
    let oninput = {
        let (shelf, seen) = (shelf.clone(), listed.clone());
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let note = Note { text, modified: text::now(), ..seen.clone() };
            shelf.write(note, Some(seen.modified.clone()));
        }
    };
    let onchange = {
        let (shelf, seen) = (shelf.clone(), listed.clone());
        move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(colour) = Colour::from_id(&chosen) {
                let note = Note { colour, modified: text::now(), ..seen.clone() };
                shelf.write(note, Some(seen.modified.clone()));
            }
        }
    };
    let colour = |colour: Colour| {
        let selected = colour == listed.colour;
        html! { <option value={colour.id()} {selected}>{ name(colour, messages) }</option> }
    };
    let words =
        html! { <q lang={reading.article.in_language.clone()}>{ &listed.selector.exact }</q> };
    html! {
        <li
            key={listed.id.clone()}
            data-note={listed.id.clone()}
            data-colour={listed.colour.id()}
            aria-current={(*at == id).then_some("true")}
        >
            if is_placed {
                <button type="button" class="words" onclick={go}>{ words }</button>
            } else {
                <p class="words">{ words }</p>
            }
            <textarea
                aria-label={messages.text("note-text")}
                placeholder={messages.text("note-text")}
                rows="1"
                value={listed.text.clone()}
                {oninput}
            />
            <div class="does">
                <select aria-label={messages.text("note-colour")} {onchange}>
                    { for Colour::ALL.into_iter().map(colour) }
                </select>
                <button type="button" onclick={remove}>{ messages.text("note-remove") }</button>
            </div>
        </li>
    }
}

/// Says that the store did not do its part, and gives the ways out.
fn trouble(error: &StoreError, props: &PanelProps) -> Html {
    let PanelProps { reading, messages, shelf, .. } = props;
    let said = match error {
        StoreError::Full => messages.text("notes-full"),
        StoreError::Blocked => messages.text("notes-blocked"),
        StoreError::Newer => messages.text("notes-newer"),
        StoreError::Refused(_) => messages.text("notes-refused"),
    };
    let detail = match error {
        StoreError::Refused(words) => words.as_str(),
        StoreError::Full | StoreError::Blocked | StoreError::Newer => "",
    };
    let unkept = shelf.notebook().unkept().len();
    let download = {
        let (notes, reading) = (shelf.notebook().notes(), reading.clone());
        move |_: MouseEvent| {
            // A browser that saves no file has said so itself.
            let _ = save(Saved::Annotations, notes.all(), &reading, &[]);
        }
    };
    let again = {
        let shelf = shelf.clone();
        move |_: MouseEvent| shelf.again()
    };
    html! {
        <div class="trouble" role="alert">
            <p>{ said }</p>
            { element("p", &[("class", "detail")], detail) }
            if unkept > 0 {
                <p>{ messages.with("notes-unkept", &[("count", unkept.into())]) }</p>
                <button type="button" onclick={download}>{ messages.text("notes-download") }</button>
            }
            <button type="button" onclick={again}>{ messages.text("retry") }</button>
        </div>
    }
}

fn put_back(shelf: &Shelf, note: &Note) -> impl Fn(MouseEvent) + 'static {
    let (shelf, note) = (shelf.clone(), note.clone());
    move |_| shelf.write(note.clone(), None)
}

/// The name of a colour.
pub(super) fn name(colour: Colour, messages: &Messages) -> &'static str {
    messages.text(match colour {
        Colour::Yellow => "colour-yellow",
        Colour::Green => "colour-green",
        Colour::Blue => "colour-blue",
        Colour::Pink => "colour-pink",
        Colour::Violet => "colour-violet",
    })
}

/// Brings the keyboard to the note of this id, or to the list as a whole.
fn take(panel: &NodeRef, id: &str) -> Option<()> {
    let panel: HtmlElement = panel.cast()?;
    if id.is_empty() {
        return panel.focus().ok();
    }
    let rows = panel.query_selector_all("[data-note]").ok()?;
    let row = (0..rows.length())
        .filter_map(|i| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(rows.item(i)?).ok())
        .find(|row| row.get_attribute("data-note").as_deref() == Some(id))?;
    row.scroll_into_view();
    let text = row.query_selector("textarea").ok()??;
    wasm_bindgen::JsCast::dyn_into::<HtmlElement>(text).ok()?.focus().ok()
}
