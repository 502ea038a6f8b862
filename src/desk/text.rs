//! The shown text: from spans of the article to ranges of the page, and back.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    CharacterData, Document, Element, FocusOptions, HtmlElement, MutationObserver,
    MutationObserverInit, Node, NodeList, Range, ScrollBehavior, ScrollToOptions, StaticRange,
    StaticRangeInit, window,
};

use crate::article::{Article, Span};
use crate::reader::selector::whole_graphemes;
use crate::reader::slices::GROWN;

fn document() -> Option<Document> {
    window()?.document()
}

/// The blocks of the article that the page shows.
pub(super) fn blocks() -> Option<NodeList> {
    document()?.query_selector_all(".body [data-block]").ok()
}

/// Whether the page shows this article, all of it.
#[must_use]
pub(super) fn is_shown(article: &Article) -> bool {
    blocks().is_some_and(|blocks| blocks.length() as usize == article.blocks.len())
}

/// Calls the function when the page shows another text or more of it, as long as what this gives
/// lives.
pub(super) fn watch(mut shown: impl FnMut() + 'static) -> Option<Watch> {
    let mut before = None;
    let called = Closure::new(move || {
        // What grows may be a list beside the text.
        let first = blocks().map(|blocks| (blocks.item(0), blocks.length()));
        if first != before {
            before = first;
            shown();
        }
    });
    let document = document()?;
    let observer = MutationObserver::new(called.as_ref().unchecked_ref()).ok()?;
    let main = document.get_element_by_id("main")?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    observer.observe_with_options(&main, &options).ok()?;
    let grown = called.as_ref().unchecked_ref();
    document.add_event_listener_with_callback(GROWN, grown).ok()?;
    Some(Watch { observer, called })
}

/// A watch over the page.
#[derive(Debug)]
pub(super) struct Watch {
    observer: MutationObserver,
    called: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some(document) = document() {
            // A listener that was put there.
            let _ = document
                .remove_event_listener_with_callback(GROWN, self.called.as_ref().unchecked_ref());
        }
    }
}

/// Whether the browser can mark words without a change of the page.
#[must_use]
pub(super) fn can_mark() -> bool {
    let css = window().and_then(|window| Reflect::get(&window, &"CSS".into()).ok());
    css.is_some_and(|css| Reflect::has(&css, &"highlights".into()).unwrap_or(false))
}

/// The spans of the article that are selected on the page, one a block, without white space at
/// their ends; whole graphemes. Empty where nothing of the article is selected.
#[must_use]
pub(super) fn selected(article: &Article) -> Vec<Span> {
    let range = || {
        let selection = window()?.get_selection().ok()??;
        if selection.is_collapsed() { None } else { selection.get_range_at(0).ok() }
    };
    range().and_then(|range| spans(article, &range)).unwrap_or_default()
}

fn spans(article: &Article, range: &Range) -> Option<Vec<Span>> {
    let shown = blocks()?;
    let (from, to) = (range.start_container().ok()?, range.end_container().ok()?);
    let mut spans = Vec::new();
    for i in first_not_before(&shown, &from)?..shown.length() {
        let element = shown.item(i)?;
        if !range.intersects_node(&element).ok()? {
            break;
        }
        let i = i as usize;
        let text = &article.blocks.get(i)?.text;
        let start = if element.contains(Some(&from)) {
            byte(text, units_before(&element, &from, range.start_offset().ok()?)?)
        } else {
            0
        };
        let end = if element.contains(Some(&to)) {
            byte(text, units_before(&element, &to, range.end_offset().ok()?)?)
        } else {
            text.len()
        };
        let Some(words) = text.get(start..end) else { continue };
        let start = start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        if start < end {
            spans.push(whole_graphemes(text, Span::new(i, start, end)));
        }
    }
    Some(spans)
}

/// The first block that does not end before this node.
fn first_not_before(blocks: &NodeList, node: &Node) -> Option<u32> {
    let (mut low, mut high) = (0, blocks.length());
    while low < high {
        let middle = low.midpoint(high);
        let place = blocks.item(middle)?.compare_document_position(node);
        let follows = place & Node::DOCUMENT_POSITION_FOLLOWING != 0;
        if follows && place & Node::DOCUMENT_POSITION_CONTAINED_BY == 0 {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(low)
}

/// How many UTF-16 units of the block's text stand before this place.
fn units_before(block: &Node, node: &Node, offset: u32) -> Option<u32> {
    let before = Range::new().ok()?;
    before.select_node_contents(block).ok()?;
    before.set_end(node, offset).ok()?;
    Some(before.to_string().length())
}

/// The byte of the text at which this many UTF-16 units have gone by.
fn byte(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let place = text.char_indices().find(|(_, character)| {
        let here = left == 0;
        left = left.saturating_sub(character.len_utf16());
        here
    });
    place.map_or(text.len(), |(at, _)| at)
}

/// The block and the byte of its text at this point of the screen.
pub(super) fn at_point(article: &Article, x: f32, y: f32) -> Option<(usize, usize)> {
    let caret = document()?.caret_position_from_point(x, y)?;
    let node = caret.offset_node()?;
    let element = node.parent_element()?.closest("[data-block]").ok()??;
    let block = first_not_before(&blocks()?, &node)?;
    let text = &article.blocks.get(block as usize)?.text;
    Some((block as usize, byte(text, units_before(&element, &node, caret.offset())?)))
}

/// The ranges of the page that show these spans, which stand in the order of the text.
#[must_use]
pub(super) fn ranges(article: &Article, spans: &[Span]) -> Vec<StaticRange> {
    blocks().map(|shown| ranges_in(&shown, article, spans)).unwrap_or_default()
}

/// As [`ranges`], by the blocks that the page shows.
#[must_use]
pub(super) fn ranges_in(shown: &NodeList, article: &Article, spans: &[Span]) -> Vec<StaticRange> {
    let of_block = |spans: &[Span]| {
        let block = spans.first()?.block;
        let text = &article.blocks.get(block)?.text;
        let nodes = text_nodes(&shown.item(u32::try_from(block).ok()?)?)?;
        Some(spans.iter().filter_map(|span| range(text, &nodes, *span)).collect::<Vec<_>>())
    };
    spans.chunk_by(|a, b| a.block == b.block).filter_map(of_block).flatten().collect()
}

/// The text nodes of a block, and how many UTF-16 units stand before each.
fn text_nodes(block: &Node) -> Option<Vec<(u32, CharacterData)>> {
    // 4 asks for text nodes: <https://dom.spec.whatwg.org/#dom-nodefilter-show_text>.
    let walker = document()?.create_tree_walker_with_what_to_show(block, 4).ok()?;
    let mut nodes = Vec::new();
    let mut units = 0;
    while let Some(node) = walker.next_node().ok()? {
        let node: CharacterData = node.dyn_into().ok()?;
        let length = node.length();
        nodes.push((units, node));
        units += length;
    }
    Some(nodes)
}

fn range(text: &str, nodes: &[(u32, CharacterData)], span: Span) -> Option<StaticRange> {
    let units = |byte: usize| u32::try_from(text.get(..byte)?.encode_utf16().count()).ok();
    let (start, end) = (units(span.start)?, units(span.end)?);
    // Between two nodes a range starts in the one after and ends in the one before.
    let first = nodes.get(nodes.partition_point(|(at, _)| *at <= start).checked_sub(1)?)?;
    let last = nodes.get(nodes.partition_point(|(at, _)| *at < end).checked_sub(1)?)?;
    StaticRange::new(&StaticRangeInit::new(&last.1, end - last.0, &first.1, start - first.0)).ok()
}

/// Brings the span onto the screen, and the keyboard to its block where `focus` asks for it.
pub(super) fn go_to(article: &Article, span: Span, focus: bool) -> Option<()> {
    let window = window()?;
    let block: HtmlElement = blocks()?.item(u32::try_from(span.block).ok()?)?.dyn_into().ok()?;
    let place = ranges(article, &[span]).pop()?;
    let range = Range::new().ok()?;
    range.set_start(&place.start_container(), place.start_offset()).ok()?;
    range.set_end(&place.end_container(), place.end_offset()).ok()?;
    let screen = window.inner_height().ok()?.as_f64()?;
    let rect = range.get_bounding_client_rect();
    // Bars stand at the foot of the screen, and on a phone half of it may be covered.
    if rect.top() < screen / 8.0 || rect.bottom() > screen / 2.0 {
        let options = ScrollToOptions::new();
        options.set_top(window.scroll_y().ok()? + rect.top() - screen / 4.0);
        options.set_behavior(ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
    if focus {
        block.set_tab_index(-1);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        block.focus_with_options(&options).ok()?;
    }
    if !can_mark() {
        // Without marks the browser's own selection shows the place.
        let selection = window.get_selection().ok()??;
        selection.remove_all_ranges().ok()?;
        selection.add_range(&range).ok()?;
    }
    Some(())
}

/// The element that has the keyboard, outside of the desk; nothing where that is the page as such.
pub(super) fn focused() -> Option<HtmlElement> {
    let element: Element = document()?.active_element()?;
    let nowhere = element.tag_name() == "BODY" || element.closest("#desk").ok()?.is_some();
    if nowhere { None } else { element.dyn_into().ok() }
}

/// The time of the page, in milliseconds.
#[must_use]
pub(super) fn time() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// The time of day, RFC 3339 in UTC.
#[must_use]
pub(super) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_the_browser_s_text_are_found_in_ours() {
        let text = "я🙂b";
        let bytes: Vec<usize> = (0..=5).map(|units| byte(text, units)).collect();
        // The emoji has two units and four bytes.
        assert_eq!(bytes, [0, 2, 6, 6, 7, 7]);
    }
}
