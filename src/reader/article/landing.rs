//! Lights on the page: what the address names is lit on both sides, and shown where it is.
//!
//! Cards come a slice at a time: who is led to one that is not there yet lands when it comes.
//! Elements of the text carry the ids of what they belong to in `data-a`, cards in `data-card`,
//! and the cue and source of a quote carry its id in `data-e`. What is lit gets `data-lit`, where
//! the reader was brought `data-landed`, evidence `data-evident`: attributes that no component
//! renders, so that none need be rendered again.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, window,
};

use super::segment::card_id;
use crate::reader::location::Side;
use crate::reader::route::Target;

/// Puts out every light.
pub fn leave() {
    if let Some(document) = window().and_then(|window| window.document()) {
        put_out(&document, "data-lit");
        put_out(&document, "data-landed");
        put_out(&document, "data-evident");
    }
}

/// Lights the target on both sides, and brings the reader to it on one: scrolled to and focused.
/// The first arrival on a page is at once, later ones may be smooth.
#[must_use]
pub fn land(target: &Target, side: Side, first: bool) -> Option<()> {
    leave();
    let document = window()?.document()?;
    let of = |start: &str| [start, target.id(), "\"]"].concat();
    let words = all(&document, &of(".body [data-a~=\""));
    let card = light_card(target);
    let evidence = all(&document, &of(".body [data-e~=\""));
    for element in &words {
        set(element, "data-lit");
    }
    for element in &evidence {
        set(element, "data-evident");
    }
    let (place, landed) = match side {
        Side::Text => {
            // A person lands at their name, a quote and a figure at their link.
            let link = words.iter().find(|element| element.has_attribute("href"));
            let place = link.or(words.first()).cloned();
            let landed = match target {
                Target::Quote(_) | Target::Figure(_) => words,
                Target::Person(_) | Target::Selection(_) => place.clone().into_iter().collect(),
            };
            (place, landed)
        }
        Side::Card => (card.clone(), card.into_iter().collect()),
    };
    let place = place?;
    for element in &landed {
        set(element, "data-landed");
    }
    come_to(&place, first);
    Some(())
}

/// Lights the card of the target, if it came late, and keeps it in sight where the reader is at it,
/// while cards before it grow.
#[must_use]
pub fn stay(target: &Target) -> Option<()> {
    let card = light_card(target)?;
    if window()?.document()?.active_element()? == card {
        come_to(&card, true);
    }
    Some(())
}

/// Lights the card of the target; nothing where it has none, or not yet.
fn light_card(target: &Target) -> Option<Element> {
    let card = window()?.document()?.get_element_by_id(&card_id(target.id()))?;
    set(&card, "data-lit");
    Some(card)
}

/// Scrolls to this element, and focuses it where it can be.
pub(super) fn come_to(place: &Element, at_once: bool) {
    let scroll = ScrollIntoViewOptions::new();
    scroll.set_block(ScrollLogicalPosition::Center);
    scroll.set_behavior(if at_once { ScrollBehavior::Instant } else { ScrollBehavior::Auto });
    place.scroll_into_view_with_scroll_into_view_options(&scroll);
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    if let Some(place) = place.dyn_ref::<HtmlElement>() {
        // What cannot be focused is scrolled to all the same.
        let _ = place.focus_with_options(&focus);
    }
}

fn put_out(document: &Document, attribute: &str) {
    for element in all(document, &["[", attribute, "]"].concat()) {
        // Taking away an attribute that is there cannot fail.
        let _ = element.remove_attribute(attribute);
    }
}

pub(super) fn set(element: &Element, attribute: &str) {
    // The attribute's name is a sound one.
    let _ = element.set_attribute(attribute, "");
}

pub(super) fn all(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(found) = document.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}
