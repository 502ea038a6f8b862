//! What is printed after the text: its quotes and its figures, numbered.
//!
//! It stands on the page only while it is printed: the browser says when, and the list is made of
//! what is marked then. The style sheet for print numbers the heads of quotes in the text likewise.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{Document, Element, window};
use yew::prelude::*;

use super::Reading;
use super::landing::all;
use super::lights::sure;
use super::segment::quote_label;
use crate::reader::Shared;
use crate::reader::ledger::{Filter, Order, rows};
use crate::reader::messages::Messages;

/// The place of the lists, which are there while the page is printed.
#[hook]
pub(in crate::reader) fn use_print(
    reading: Option<&Shared<Reading>>,
    messages: &Rc<Messages>,
) -> Html {
    let place = use_node_ref();
    use_effect_with((reading.cloned(), Rc::clone(messages)), {
        let place = place.clone();
        move |(reading, messages)| {
            let listeners = window().zip(reading.clone()).map(|(window, reading)| {
                let (messages, here) = (Rc::clone(messages), place.clone());
                let before = move |_: &Event| {
                    // What can't be listed is in the text all the same.
                    let _ = fill(&here, &reading, &messages);
                };
                let after = move |_: &Event| {
                    if let Some(place) = place.cast::<Element>() {
                        place.set_text_content(None);
                    }
                };
                [
                    EventListener::new(&window, "beforeprint", before),
                    EventListener::new(&window, "afterprint", after),
                ]
            });
            move || drop(listeners)
        }
    });
    html! { <section ref={place} class="printed" /> }
}

fn fill(place: &NodeRef, reading: &Reading, messages: &Messages) -> Option<()> {
    let place: Element = place.cast()?;
    let document = window()?.document()?;
    let article = &reading.article;
    place.set_text_content(None);
    let quotes: Vec<String> = all(&document, &[".body a.voice", &sure()].concat())
        .iter()
        .filter_map(|head| {
            let id = head.get_attribute("data-quote")?;
            let i = article.quotes.iter().position(|quote| quote.id == id)?;
            Some([&*quote_label(reading, i, messages), " — ", &reading.quoted(i)].concat())
        })
        .collect();
    let figures: Vec<String> = rows(reading, Filter::default(), Order::Place)
        .iter()
        .map(|row| {
            let mut said = messages.quantity(row.figure, row.words);
            for more in [row.of, Some(said_by(reading, row.voice, messages))].into_iter().flatten()
            {
                said.push_str(" — ");
                said.push_str(more);
            }
            said
        })
        .collect();
    list(&document, &place, "quotes", &quotes, messages)?;
    list(&document, &place, "figures-count", &figures, messages)
}

/// Who says a figure: a voice, or the newsroom.
fn said_by<'a>(reading: &'a Reading, voice: Option<usize>, messages: &Messages) -> &'a str {
    let Some(voice) = voice else { return messages.text("newsroom") };
    match reading.voices.list[voice].name(&reading.article) {
        "" => messages.text("speaker-unknown"),
        name => name,
    }
}

/// A numbered list under its count; nothing of nothing.
fn list(
    document: &Document,
    place: &Element,
    heading: &str,
    items: &[String],
    messages: &Messages,
) -> Option<()> {
    if items.is_empty() {
        return Some(());
    }
    let put = |parent: &Element, tag: &str, text: Option<&str>| {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(text);
        parent.append_child(&element).ok()?;
        Some(element)
    };
    put(place, "h2", Some(&messages.with(heading, &[("count", items.len().into())])))?;
    let list = put(place, "ol", None)?;
    for item in items {
        put(&list, "li", Some(item))?;
    }
    Some(())
}
