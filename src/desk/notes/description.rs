//! Notes for who hears the page: marks are painted over the text, where no screen reader finds them;
//! so the description of a paragraph says what is marked in it.

use web_sys::Element;

use wasm_bindgen::JsCast;

use super::Note;
use crate::article::Span;
use crate::desk::text;
use crate::reader::messages::Messages;
use crate::reader::sidebar::people::excerpt;

/// An attribute that no component renders on a block.
const DESCRIPTION: &str = "aria-description";

/// Describes each block that has notes, in the order of its words, and no other.
pub(super) fn describe(placed: &[(Note, Span)], messages: &Messages) {
    undescribe();
    let Some(blocks) = text::blocks() else { return };
    for notes in placed.chunk_by(|(_, one), (_, next)| one.block == next.block) {
        let Some((_, span)) = notes.first() else { continue };
        let block = u32::try_from(span.block).ok().and_then(|block| blocks.item(block));
        let said: Vec<String> = notes.iter().map(|(note, _)| said(note, messages)).collect();
        if let Some(block) = block.and_then(|block| block.dyn_into::<Element>().ok()) {
            // A sound name.
            let _ = block.set_attribute(DESCRIPTION, &said.join(" "));
        }
    }
}

/// Takes the descriptions away.
pub(super) fn undescribe() {
    let Some(blocks) = text::blocks() else { return };
    for block in (0..blocks.length()).filter_map(|i| blocks.item(i)?.dyn_into::<Element>().ok()) {
        if block.has_attribute(DESCRIPTION) {
            // What is there can be taken away.
            let _ = block.remove_attribute(DESCRIPTION);
        }
    }
}

/// What is marked, and what was written of it.
fn said(note: &Note, messages: &Messages) -> String {
    let words = excerpt(&note.selector.exact);
    let id = if note.text.is_empty() { "note-mark-said" } else { "note-text-said" };
    messages.with(id, &[("words", (&words).into()), ("text", (&note.text).into())])
}
