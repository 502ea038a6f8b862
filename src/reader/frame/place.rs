//! The reader's place in the article: shown as a bar, kept when they leave, gone back to when they
//! come again.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, NodeList, ScrollBehavior, ScrollToOptions, Storage, Window,
    window,
};
use yew::prelude::*;

use crate::article::Article;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::messages::Messages;
use crate::reader::reading::{Length, Minutes, Resume};
use crate::reader::slices::GROWN;

/// How long the article is to read, and its quotes alone.
pub(in crate::reader) fn length(article: &Article, messages: &Messages) -> Html {
    let range = |minutes: Minutes, one: &str, two: &str| {
        let (fast, slow) = (minutes.fast, minutes.slow);
        let id = if fast == slow { one } else { two };
        messages.with(id, &[("fast", fast.into()), ("slow", slow.into())])
    };
    let all = range(Length::of_article(article).minutes, "minutes", "minutes-range");
    let quotes = Length::of_quotes(article).minutes;
    html! {
        <p class="length">
            { all }
            if quotes.slow > 0 {
                { " · " }{ range(quotes, "minutes-quotes", "minutes-quotes-range") }
            }
        </p>
    }
}

/// Follows the reader through this article. What it gives is the word that they were brought to
/// where they left, with the way to the top, where that is so; an address that names a place is
/// gone to instead.
#[hook]
pub(in crate::reader) fn use_place(
    reading: Option<Shared<Reading>>,
    named: bool,
    messages: &Rc<Messages>,
) -> Html {
    let resumed = use_state(|| false);
    {
        let resumed = resumed.setter();
        use_effect_with(reading, move |reading| {
            let listeners = window().zip(reading.clone()).and_then(|(window, reading)| {
                let place = left(&window, &reading.article).filter(|_| !named);
                let mut placed = false;
                let mut put = {
                    let window = window.clone();
                    move || {
                        if !placed && let Some(brought) = bring(&window, place) {
                            placed = true;
                            if brought {
                                resumed.set(true);
                            }
                        }
                    }
                };
                put();
                let document = window.document()?;
                let grown = EventListener::new(&document, GROWN, move |_| put());
                Some((grown, follow(&window, &reading)?))
            });
            move || drop(listeners)
        });
    }
    if !*resumed {
        return Html::default();
    }
    let to_top = move |_: MouseEvent| {
        resumed.set(false);
        let _ = window().map(|window| scroll(&window, 0.0));
    };
    html! {
        <p class="resumed" role="status">
            { messages.text("resumed") }
            <button type="button" onclick={to_top}>{ messages.text("to-top") }</button>
        </p>
    }
}

/// The number of the first block on the screen; nothing where none is shown.
#[must_use]
pub fn top_block() -> Option<usize> {
    Some(top(&blocks(&window()?.document()?)?)?.0 as usize)
}

fn blocks(document: &Document) -> Option<NodeList> {
    document.query_selector_all(".body [data-block]").ok()
}

/// The first block whose end is on the screen or below it.
fn top(blocks: &NodeList) -> Option<(u32, Element)> {
    let element = |i: u32| blocks.item(i)?.dyn_into::<Element>().ok();
    let (mut low, mut high) = (0, blocks.length());
    while low < high {
        let middle = low.midpoint(high);
        if element(middle)?.get_bounding_client_rect().bottom() > 0.0 {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some((low, element(low)?))
}

/// Shows how far the reader is, and keeps the place when they stop or leave.
fn follow(window: &Window, reading: &Shared<Reading>) -> Option<[EventListener; 3]> {
    let document = window.document()?;
    let keep = {
        let (window, reading) = (window.clone(), reading.clone());
        // Where the browser keeps nothing, the place is not kept.
        move || {
            let _ = keep(&window, &reading.article);
        }
    };
    let again = keep.clone();
    let page = document.clone();
    Some([
        EventListener::new(&document, "scroll", move |_| {
            let _ = show(&page);
        }),
        EventListener::new(&document, "scrollend", move |_| keep()),
        EventListener::new(window, "pagehide", move |_| again()),
    ])
}

/// How far the foot of the screen is through the text, in thousandths, as `--progress`.
#[expect(clippy::cast_possible_truncation, reason = "a length of the page in pixels")]
fn far(document: &Document) -> Option<i32> {
    let rect = document.query_selector(".body").ok()??.get_bounding_client_rect();
    let screen = f64::from(document.document_element()?.client_height());
    Some((((screen - rect.top()) / rect.height()) * 1000.0).clamp(0.0, 1000.0) as i32)
}

fn show(document: &Document) -> Option<()> {
    let bar: HtmlElement = document.query_selector(".progress").ok()??.dyn_into().ok()?;
    bar.style().set_property("--progress", &far(document)?.to_string()).ok()
}

/// Keeps the place; at the start and at the end there is none to go back to.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a fraction of a text's length"
)]
fn keep(window: &Window, article: &Article) -> Option<()> {
    let document = window.document()?;
    let storage = storage(window)?;
    if far(&document)? >= 1000 {
        return storage.remove_item(&key(article)).ok();
    }
    let (block, element) = top(&blocks(&document)?)?;
    let rect = element.get_bounding_client_rect();
    let text = &article.blocks.get(block as usize)?.text;
    let part = (-rect.top() / rect.height()).clamp(0.0, 1.0);
    let mut byte = (part * text.len() as f64) as usize;
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    let begun = block > 0 || byte > 0;
    match Resume::new(article, block as usize, byte) {
        Some(place) if begun => storage.set_item(&key(article), &place.to_text()).ok(),
        _ => storage.remove_item(&key(article)).ok(),
    }
}

/// Where the reader left: the number of the block, and how far through it.
#[expect(clippy::cast_precision_loss, reason = "a place in a text")]
fn left(window: &Window, article: &Article) -> Option<(u32, f64)> {
    let stored = storage(window)?.get_item(&key(article)).ok()??;
    let (block, byte) = Resume::from_text(&stored)?.resolve(article)?;
    let part = byte as f64 / article.blocks.get(block)?.text.len() as f64;
    Some((u32::try_from(block).ok()?, part))
}

/// Brings the reader to this place, if there is one, and then has the text seen; nothing where the
/// place is not there yet. A frame may be painted between the rendering and this.
fn bring(window: &Window, place: Option<(u32, f64)>) -> Option<bool> {
    let document = window.document()?;
    if let Some((block, part)) = place {
        let element: Element = blocks(&document)?.item(block)?.dyn_into().ok()?;
        let rect = element.get_bounding_client_rect();
        scroll(window, window.scroll_y().ok()? + rect.top() + rect.height() * part);
    }
    document.query_selector(".reading").ok()??.set_attribute("data-placed", "").ok()?;
    Some(place.is_some())
}

fn scroll(window: &Window, top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&options);
}

fn key(article: &Article) -> String {
    ["verbatim.place.", &article.id].concat()
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}
