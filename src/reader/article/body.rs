use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::lights::sure;
use super::segment::Segments;
use super::{Reading, copy};
use crate::article::{Block, BlockKind};
use crate::reader::Shared;
use crate::reader::element::element;
use crate::reader::location::Side;
use crate::reader::messages::Messages;
use crate::reader::slices::{List, slices};

/// With more blocks than this an article is laid out only where it is seen.
const LONG: usize = 150;

/// The text of the article. It does not depend on what is lit, so that it is rendered once.
///
/// A click on a quote's words leads where the link at its head does: to its card.
pub fn body(reading: &Shared<Reading>, messages: &Rc<Messages>) -> Html {
    html! {
        <div
            class="body"
            data-long={(reading.article.blocks.len() > LONG).then_some("")}
            lang={reading.article.in_language.clone()}
            data-leads={Side::Card.word()}
            onclick={|click: MouseEvent| follow_quote(&click)}
            oncopy={|event: Event| { copy::put(&event); }}
        >
            { slices(reading, List::Blocks, messages) }
        </div>
    }
}

/// A block as an element. The items of a list stand in one list, which comes with the first of them.
pub(in crate::reader) fn block(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let blocks = &reading.article.blocks;
    let listed = |block: &Block| block.kind == BlockKind::ListItem;
    if !listed(&blocks[i]) {
        return plain(reading, i, messages);
    }
    if i > 0 && listed(&blocks[i - 1]) {
        return Html::default();
    }
    let items = blocks[i..].iter().take_while(|block| listed(block)).count();
    let items: Vec<Html> = (i..i + items).map(|i| plain(reading, i, messages)).collect();
    element("ul", &[], items)
}

fn plain(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let block = &reading.article.blocks[i];
    let (tag, class) = match block.kind {
        BlockKind::Headline => ("h1", ""),
        BlockKind::Heading => ("h2", ""),
        BlockKind::Lead => ("p", "lead"),
        BlockKind::Byline => ("p", "byline"),
        BlockKind::Dateline => ("p", "dateline"),
        BlockKind::Paragraph => ("p", ""),
        BlockKind::ListItem => ("li", ""),
        BlockKind::Blockquote => ("blockquote", ""),
        BlockKind::Caption => ("p", "caption"),
        BlockKind::Credit => ("p", "credit"),
        BlockKind::TableRow => ("p", "table-row"),
    };
    // Only where it matters: a browser that keeps spaces keeps them at the ends of lines too.
    let spaces = if has_space_to_keep(&block.text) { "kept" } else { "plain" };
    let text = Segments::new(reading, messages).of_block(i);
    element(tag, &[("class", class), ("data-block", spaces)], text)
}

/// Whether a browser would show other white space than the text has.
fn has_space_to_keep(text: &str) -> bool {
    let mut before = ' ';
    text.ends_with(' ')
        || text.chars().any(|c| {
            let kept = (c == ' ' && before == ' ') || (c.is_ascii_whitespace() && c != ' ');
            before = c;
            kept
        })
}

/// A click on the words of a quote is a click on the link at its head; a click that ends a
/// selection is none.
fn follow_quote(click: &MouseEvent) {
    let follow = || {
        let selection = window()?.get_selection().ok()??;
        if !selection.is_collapsed() {
            return None;
        }
        let element: Element = click.target()?.dyn_into().ok()?;
        if element.closest("a[href]").ok()?.is_some() {
            return None;
        }
        let id = element
            .closest(&["[data-quote]", &sure()].concat())
            .ok()??
            .get_attribute("data-quote")?;
        let body = element.closest(".body").ok()??;
        let links = body.query_selector_all("a.voice").ok()?;
        (0..links.length())
            .filter_map(|i| links.item(i)?.dyn_into::<HtmlElement>().ok())
            .find(|link| link.get_attribute("data-quote").as_ref() == Some(&id))
    };
    if let Some(link) = follow() {
        link.click();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_that_a_browser_would_change_is_kept() {
        for text in ["два  пробела", " в начале", "в конце ", "строка\nстрока", "таб\tтаб"]
        {
            assert!(has_space_to_keep(text), "{text:?}");
        }
        for text in ["просто так", "1\u{a0}000\u{a0}\u{a0}тенге", "- тире", ""] {
            assert!(!has_space_to_keep(text), "{text:?}");
        }
    }
}
