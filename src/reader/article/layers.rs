//! Layers over the text: fading all but speech, one speaker's words alone; and the steps from quote to quote and mention to mention.
//!
//! They work on attributes that no component renders and on a sheet of [`lights`](super::lights):
//! however long the article, nothing is rendered again. What a button does stands in its attributes:
//! `data-key` an action's name, by which the keyboard finds it too, `data-spot` a voice whose words to light, `data-goto` an
//! annotation to go to, `data-mention` a person and `data-way` the direction of a step.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, MouseEvent, window};

use super::landing::{all, come_to, leave, set};
use super::lights::{light, sure};
use crate::reader::location::go_to;
use crate::reader::settings::{Change, Choice, change};

/// A click anywhere on the article's page.
pub fn click(event: &MouseEvent) {
    // A click on what is no button of ours does nothing.
    let _ = follow(event);
}

fn follow(event: &MouseEvent) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-key],[data-spot],[data-goto],[data-mention]").ok()??;
    let document = window()?.document()?;
    if let Some(id) = button.get_attribute("data-goto") {
        return go_to(&id);
    }
    if let Some(voice) = button.get_attribute("data-spot") {
        return spotlight(&document, &voice);
    }
    if let Some(person) = button.get_attribute("data-mention") {
        return mention(&document, &person, !button.has_attribute("data-back"));
    }
    match &*button.get_attribute("data-key")? {
        // A setting like the others.
        "voices" => {
            change(Change::Cycle(Choice::Voices));
            None
        }
        "next-quote" => quote(&document, true, false),
        "previous-quote" => quote(&document, false, false),
        "next-of-speaker" => quote(&document, true, true),
        "previous-of-speaker" => quote(&document, false, true),
        "close" => spotlight(&document, ""),
        _ => None,
    }
}

/// Lights the words of this voice alone, or puts out that light where it is lit already.
fn spotlight(document: &Document, voice: &str) -> Option<()> {
    let page = document.query_selector(".reading").ok()??;
    let lit = page.get_attribute("data-lights").as_deref() != Some(voice) && !voice.is_empty();
    let _ = if lit {
        page.set_attribute("data-lights", voice)
    } else {
        page.remove_attribute("data-lights")
    };
    for button in all(document, "button[data-spot]") {
        let its = lit && button.get_attribute("data-spot").as_deref() == Some(voice);
        let _ = button.set_attribute("aria-pressed", if its { "true" } else { "false" });
    }
    light()
}

/// Goes to the next quote or the one before, of the same speaker alone if asked: the speaker of
/// the quote that is lit, or else the one whose words are.
fn quote(document: &Document, forward: bool, same: bool) -> Option<()> {
    let mut selector = [".body a.voice", &sure()].concat();
    if same {
        let speaker = document.query_selector(".body a.voice[data-lit]").ok()?;
        let voice = speaker
            .and_then(|head| head.get_attribute("data-voice"))
            .or_else(|| document.query_selector(".reading").ok()??.get_attribute("data-lights"));
        if let Some(voice) = voice {
            selector.push_str(&["[data-voice=\"", &voice, "\"]"].concat());
        }
    }
    let (place, _) = step(&all(document, &selector), "data-lit", forward)?;
    go_to(&place.get_attribute("data-quote")?)
}

/// Goes to the next mention of this person or the one before, after the last one to the first, and
/// says which of how many it is.
fn mention(document: &Document, person: &str, forward: bool) -> Option<()> {
    let mentions = all(document, &[".body [data-mentions=\"", person, "\"]"].concat());
    let count = mentions.len();
    let (place, at) = step(&mentions, "data-landed", forward).or_else(|| {
        let round = if forward { mentions.first() } else { mentions.last() };
        Some((round?.clone(), if forward { 0 } else { count - 1 }))
    })?;
    leave();
    for element in all(document, &[".body [data-a~=\"", person, "\"]"].concat()) {
        set(&element, "data-lit");
    }
    set(&place, "data-landed");
    come_to(&place, false);
    let said = [&*(at + 1).to_string(), " / ", &count.to_string()].concat();
    for output in all(document, &["[data-of=\"", person, "\"]"].concat()) {
        output.set_text_content(Some(&said));
    }
    Some(())
}

/// The place after, or before, the one that has this attribute and is seen, or else after, or
/// before, the line at which one reads; and its number.
fn step(places: &[Element], here: &str, forward: bool) -> Option<(Element, usize)> {
    let window = window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    // A third down the screen; at the top of the page, where one begins, its top.
    let line = (height / 3.0).min(window.scroll_y().ok()?);
    let top = |place: &Element| place.get_bounding_client_rect().top();
    let here = places
        .iter()
        .position(|place| place.has_attribute(here) && (0.0..height).contains(&top(place)));
    let at = match (here, forward) {
        (Some(here), true) => here + 1,
        (Some(here), false) => here.checked_sub(1)?,
        (None, true) => places.iter().position(|place| top(place) > line)?,
        (None, false) => places.iter().rposition(|place| top(place) < line)?,
    };
    Some((places.get(at)?.clone(), at))
}
