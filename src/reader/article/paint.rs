//! Passing marks over the text, by the CSS Custom Highlight API: no element changes for them.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CharacterData, Node, Range, window};

use crate::article::{Article, Span};

/// The range of the page that shows this span of the article; nothing where it is not shown.
#[must_use]
pub fn range(article: &Article, span: Span) -> Option<Range> {
    let text = &article.blocks.get(span.block)?.text;
    let blocks = window()?.document()?.query_selector_all(".body [data-block]").ok()?;
    let block = blocks.item(u32::try_from(span.block).ok()?)?;
    let units = |byte: usize| u32::try_from(text.get(..byte)?.encode_utf16().count()).ok();
    let range = Range::new().ok()?;
    let (node, at) = boundary(&block, units(span.start)?, false)?;
    range.set_start(&node, at).ok()?;
    let (node, at) = boundary(&block, units(span.end)?, true)?;
    range.set_end(&node, at).ok()?;
    Some(range)
}

/// Where this many UTF-16 units of the block's text have gone by: a text node and the units in
/// it; between two nodes the end of the one before, or the start of the one after.
fn boundary(block: &Node, mut units: u32, before: bool) -> Option<(Node, u32)> {
    // 4 asks for text nodes: <https://dom.spec.whatwg.org/#dom-nodefilter-show_text>.
    let walker = window()?.document()?.create_tree_walker_with_what_to_show(block, 4).ok()?;
    while let Some(node) = walker.next_node().ok()? {
        let length = node.dyn_ref::<CharacterData>()?.length();
        if units < length || (before && units == length) {
            return Some((node, units));
        }
        units -= length;
    }
    None
}

/// Marks these ranges, and these alone, by the name that `::highlight()` has in the style sheets;
/// nothing where the browser has no such marks.
pub fn paint<R: AsRef<JsValue>>(name: &str, ranges: &[R]) {
    // Marks that pass: where there are none, nothing is lost.
    let _ = set(name, &ranges.iter().collect());
}

/// Takes the marks of this name away.
pub fn clear(name: &str) {
    let _ = set(name, &Array::new());
}

fn set(name: &str, ranges: &Array) -> Option<()> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let window = JsValue::from(window()?);
    let marks = get(&get(&window, "CSS")?, "highlights")?;
    let highlight: Function = get(&window, "Highlight")?.dyn_into().ok()?;
    let highlight = Reflect::construct(&highlight, ranges).ok()?;
    let method: Function = get(&marks, "set")?.dyn_into().ok()?;
    method.call2(&marks, &name.into(), &highlight).ok()?;
    Some(())
}
