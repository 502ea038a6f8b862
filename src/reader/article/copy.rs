//! Copying from an article: the source's text, character for character.
//!
//! Browsers change what they copy: a no-break space becomes a space, for one. So the text is put
//! together from the text nodes themselves, block by block.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, Range, window};

/// Puts the selected text of the article on the clipboard; leaves the browser to it where the
/// selection reaches out of it.
pub(super) fn put(event: &Event) -> Option<()> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    let text = selected(&window()?.document()?.query_selector(".body").ok()??)?;
    event.clipboard_data()?.set_data("text/plain", &text).ok()?;
    event.prevent_default();
    Some(())
}

/// The selected text of this element, its blocks parted by an empty line and the items of a list
/// by a line's end; nothing where the selection reaches out of the element or is empty.
fn selected(root: &Element) -> Option<String> {
    let selection = window()?.get_selection().ok()??;
    let range = (selection.range_count() > 0).then(|| selection.get_range_at(0).ok()).flatten()?;
    if !root.contains(Some(&range.common_ancestor_container().ok()?)) {
        return None;
    }
    let blocks = root.query_selector_all("[data-block]").ok()?;
    let mut text = String::new();
    let mut item_before = false;
    for block in (0..blocks.length()).filter_map(|i| blocks.item(i)) {
        if !range.intersects_node(&block).ok()? {
            continue;
        }
        let words = Range::new().ok()?;
        words.select_node_contents(&block).ok()?;
        if words.compare_boundary_points(Range::START_TO_START, &range).ok()? < 0 {
            words.set_start(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
        }
        if words.compare_boundary_points(Range::END_TO_END, &range).ok()? > 0 {
            words.set_end(&range.end_container().ok()?, range.end_offset().ok()?).ok()?;
        }
        let words = String::from(words.to_string());
        if words.is_empty() {
            continue;
        }
        let item = block.node_name() == "LI";
        if !text.is_empty() {
            text.push_str(if item && item_before { "\n" } else { "\n\n" });
        }
        text.push_str(&words);
        item_before = item;
    }
    (!text.is_empty()).then_some(text)
}
