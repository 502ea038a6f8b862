//! Notes as files: saved to the device, and read from it.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url, window};
use yew::prelude::*;

use super::shelf::Shelf;
use super::{Note, from_web_annotations, markdown, table, to_web_annotations};
use crate::desk::text;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::markup::TableFormat;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Route};

/// A form that notes are saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// W3C Web Annotations, which can be read again.
    Annotations,
    /// Markdown, to read and to go on writing.
    Markdown,
    /// A table.
    Csv,
}

impl Saved {
    const ALL: [Self; 3] = [Self::Annotations, Self::Markdown, Self::Csv];

    /// The ending of the file's name, and the type of what is in it.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Annotations => ("jsonld", "application/ld+json"),
            Self::Markdown => ("md", "text/markdown;charset=utf-8"),
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
        }
    }

    /// The name of the form.
    const fn name(self) -> &'static str {
        match self {
            Self::Annotations => "JSON-LD",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
        }
    }
}

/// Has the browser save these notes as a file; a table under these headings.
pub(super) fn save(
    form: Saved,
    notes: &[Note],
    reading: &Reading,
    headings: &[&str],
) -> Option<()> {
    let document = window()?.document()?;
    let base = document.base_uri().ok()??;
    let address = |article: &str| {
        let route = Route::Article(article.to_owned());
        [&*base, &Address { route, target: None }.to_string()].concat()
    };
    let link = |note: &Note| [&*address(&note.article), "#", &note.selector.to_fragment()].concat();
    let own = &reading.article;
    let title = |article: &str| {
        let headline = own.headline().filter(|_| article == own.id);
        headline.unwrap_or(article).to_owned()
    };
    let file = match form {
        Saved::Annotations => to_web_annotations(notes, address),
        Saved::Markdown => markdown(notes, title, link),
        Saved::Csv => table(notes, TableFormat::Csv, headings.try_into().ok()?, link),
    };
    let (ending, kind) = form.kind();
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(&file));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(&["verbatim-", &own.id, ".", ending].concat());
    link.click();
    Url::revoke_object_url(&url).ok()
}

/// What saving and reading are given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilesProps {
    /// The article.
    pub(super) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// The notes.
    pub(super) shelf: Shelf,
}

/// The buttons that save the notes, and the field that reads a file of them.
#[component]
pub(super) fn Files(FilesProps { reading, messages, shelf }: &FilesProps) -> Html {
    let all = use_state(|| false);
    let said = use_state(String::new);
    let on_all = {
        let all = all.setter();
        move |event: Event| {
            all.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        }
    };
    let button = |form: Saved| {
        let (reading, messages, shelf) = (reading.clone(), Rc::clone(messages), shelf.clone());
        let (all, said) = (*all, said.setter());
        let onclick = move |_: MouseEvent| {
            let (reading, messages, shelf) = (reading.clone(), Rc::clone(&messages), shelf.clone());
            let said = said.clone();
            spawn_local(async move {
                let mut notes = shelf.notebook().notes().all().to_vec();
                if all {
                    let Ok(others) = shelf.all().await else {
                        return said.set(messages.text("notes-refused").to_owned());
                    };
                    notes.extend(
                        others.into_iter().filter(|note| note.article != reading.article.id),
                    );
                }
                let headings: Vec<&str> = messages.text("notes-headings").split(" | ").collect();
                // A browser that saves no file has said so itself.
                let _ = save(form, &notes, &reading, &headings);
            });
        };
        html! { <button type="button" data-save={form.name()} {onclick}>{ form.name() }</button> }
    };
    let on_file = {
        let (messages, shelf, said) = (Rc::clone(messages), shelf.clone(), said.setter());
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let file = field.files().and_then(|files| files.get(0));
            let (messages, shelf, said) = (Rc::clone(&messages), shelf.clone(), said.clone());
            spawn_local(async move {
                if let Some(file) = file {
                    said.set(read(&file, &messages, &shelf).await);
                    // The same file may be chosen again.
                    field.set_value("");
                }
            });
        }
    };
    html! {
        <div class="files">
            <div role="group" aria-label={messages.text("notes-save")}>
                <span>{ messages.text("notes-save") }</span>
                { for Saved::ALL.into_iter().map(button) }
            </div>
            <label>
                <input type="checkbox" checked={*all} onchange={on_all} />
                { messages.text("notes-all") }
            </label>
            <label>
                { messages.text("notes-import") }
                <input type="file" accept=".jsonld,.json,application/ld+json" onchange={on_file} />
            </label>
            <p role="status">{ &*said }</p>
        </div>
    }
}

/// Takes the notes of a file in, and says in words what came of it.
async fn read(file: &Blob, messages: &Messages, shelf: &Shelf) -> String {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let imported = text.and_then(|text| from_web_annotations(&text, &text::now()));
    let Some(imported) = imported else { return messages.text("notes-no-file").to_owned() };
    let (count, refused) = (imported.notes.len(), imported.refused);
    if let Err(error) = shelf.import(imported.notes).await {
        let id = if error == super::StoreError::Full { "notes-full" } else { "notes-refused" };
        return messages.text(id).to_owned();
    }
    let mut said = messages.with("notes-imported", &[("count", count.into())]);
    if refused > 0 {
        said.push(' ');
        said.push_str(&messages.with("notes-not-imported", &[("count", refused.into())]));
    }
    said
}
