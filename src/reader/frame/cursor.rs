//! The paragraph cursor: one block of the article is the reader's, and keys move it.

use web_sys::{
    Document, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use wasm_bindgen::JsCast;

/// Moves the cursor to the next block of the article, or to the one before; the first step goes
/// to the first block that is on the screen. Nothing where there is no article.
pub(super) fn step(document: &Document, forward: bool) -> Option<()> {
    let found = document.query_selector_all(".body [data-block]").ok()?;
    let block = |i: u32| found.item(i)?.dyn_into::<HtmlElement>().ok();
    let marked = |element: &Element| element.has_attribute("data-cursor");
    let here = (0..found.length()).find(|&i| block(i).is_some_and(|block| marked(&block)));
    let to = match here {
        Some(here) if forward => here + 1,
        Some(here) => here.checked_sub(1)?,
        None => (0..found.length())
            .find(|&i| block(i).is_some_and(|b| b.get_bounding_client_rect().bottom() > 0.0))?,
    };
    let next = block(to)?;
    if let Some(before) = here.and_then(block) {
        before.remove_attribute("data-cursor").ok()?;
    }
    next.set_attribute("data-cursor", "").ok()?;
    next.set_tab_index(-1);
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    next.focus_with_options(&focus).ok()?;
    let scroll = ScrollIntoViewOptions::new();
    scroll.set_block(ScrollLogicalPosition::Nearest);
    next.scroll_into_view_with_scroll_into_view_options(&scroll);
    Some(())
}
