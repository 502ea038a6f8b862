use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::segment::Segments;
use super::{Reading, copy};
use crate::article::BlockKind;
use crate::reader::Shared;
use crate::reader::element::element;
use crate::reader::location::Side;
use crate::reader::messages::Messages;

/// What the body shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BodyProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub messages: Rc<Messages>,
}

/// The text of the article. It does not depend on what is lit, so that it is rendered once.
///
/// A click on a quote's words leads where the link at its head does: to its card.
#[component]
pub fn Body(BodyProps { reading, messages }: &BodyProps) -> Html {
    let root = use_node_ref();
    let oncopy = {
        let root = root.clone();
        move |event: Event| {
            if let Some(root) = root.cast::<Element>() {
                copy::put(&event, &root);
            }
        }
    };
    html! {
        <div
            ref={root}
            class="body"
            lang={reading.article.in_language.clone()}
            data-leads={Side::Card.word()}
            onclick={|click: MouseEvent| follow_quote(&click)}
            {oncopy}
        >
            { for blocks(reading, messages) }
        </div>
    }
}

/// The blocks as elements; the items of a list stand in one list.
fn blocks(reading: &Reading, messages: &Messages) -> Vec<Html> {
    let blocks = &reading.article.blocks;
    let mut elements = Vec::with_capacity(blocks.len());
    let mut i = 0;
    while i < blocks.len() {
        let end = match blocks[i].kind {
            BlockKind::ListItem => {
                let rest = &blocks[i..];
                i + rest.iter().take_while(|block| block.kind == BlockKind::ListItem).count()
            }
            _ => i + 1,
        };
        let shown = (i..end).map(|i| block(reading, i, messages));
        elements.push(match blocks[i].kind {
            BlockKind::ListItem => element("ul", &[], shown.collect::<Vec<_>>()),
            _ => shown.collect(),
        });
        i = end;
    }
    elements
}

fn block(reading: &Reading, i: usize, messages: &Messages) -> Html {
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
            .closest("[data-quote]:not([data-hidden])")
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
