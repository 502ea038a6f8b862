use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::segment::Segments;
use super::{Reading, copy};
use crate::article::BlockKind;
use crate::reader::Shared;
use crate::reader::location::Side;
use crate::reader::messages::{Messages, use_messages};

/// What the body shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BodyProps {
    /// The article.
    pub reading: Shared<Reading>,
}

/// The text of the article. It does not depend on what is lit, so that it is rendered once.
///
/// A click on a quote's words leads where the link at its head does: to its card.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let messages = use_messages();
    let reading = &props.reading;
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
            onclick={follow_quote}
            {oncopy}
        >
            { for blocks(reading, &messages) }
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
            BlockKind::ListItem => html! { <ul>{ for shown }</ul> },
            _ => shown.collect(),
        });
        i = end;
    }
    elements
}

fn block(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let text = Segments::new(reading, messages).of_block(i);
    match reading.article.blocks[i].kind {
        BlockKind::Headline => html! { <h1 data-block="">{ text }</h1> },
        BlockKind::Heading => html! { <h2 data-block="">{ text }</h2> },
        BlockKind::Lead => html! { <p class="lead" data-block="">{ text }</p> },
        BlockKind::Byline => html! { <p class="byline" data-block="">{ text }</p> },
        BlockKind::Dateline => html! { <p class="dateline" data-block="">{ text }</p> },
        BlockKind::Paragraph => html! { <p data-block="">{ text }</p> },
        BlockKind::ListItem => html! { <li data-block="">{ text }</li> },
        BlockKind::Blockquote => html! { <blockquote data-block="">{ text }</blockquote> },
        BlockKind::Caption => html! { <p class="caption" data-block="">{ text }</p> },
        BlockKind::Credit => html! { <p class="credit" data-block="">{ text }</p> },
        BlockKind::TableRow => html! { <p class="table-row" data-block="">{ text }</p> },
    }
}

/// A click on the words of a quote is a click on the link at its head; a click that ends a
/// selection is none.
fn follow_quote(click: MouseEvent) {
    let follow = || {
        let selection = window()?.get_selection().ok()??;
        if !selection.is_collapsed() {
            return None;
        }
        let element: Element = click.target()?.dyn_into().ok()?;
        if element.closest("a[href]").ok()?.is_some() {
            return None;
        }
        let id = element.closest("[data-quote]").ok()??.get_attribute("data-quote")?;
        let body: Element = click.current_target()?.dyn_into().ok()?;
        let links = body.query_selector_all("a.voice").ok()?;
        (0..links.length())
            .filter_map(|i| links.item(i)?.dyn_into::<HtmlElement>().ok())
            .find(|link| link.get_attribute("data-quote").as_ref() == Some(&id))
    };
    if let Some(link) = follow() {
        link.click();
    }
}
