//! The panel that copies a quote with its source.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};
use yew::prelude::*;

use super::citation::{Citation, Setting};
use super::copying::{Copied, Outcome, use_copying};
use super::errand::Errand;
use super::link;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};

/// What the panel is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct CiteProps {
    /// The article.
    pub(super) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// What was asked for last.
    pub(super) errand: Errand,
}

/// A form in which a quote is copied: its name, and how it is written.
type Form = (&'static str, fn(&Citation<'_>) -> String);

/// The forms in which a quote is copied. Three have names that are the same in every language.
const FORMS: [Form; 4] = [
    ("", |citation| citation.text()),
    ("Markdown", |citation| citation.markdown()),
    ("HTML", |citation| citation.html()),
    ("JSON-LD", |citation| citation.json_ld()),
];

/// The quote that was asked for, as it is cited, and a button for each form.
#[component]
pub(super) fn Cite(CiteProps { reading, messages, errand }: &CiteProps) -> Html {
    let panel = use_node_ref();
    let quote = use_state(|| None);
    let (copied, copy) = use_copying();
    use_effect_with((errand.clone(), reading.clone()), {
        let (quote, copied) = (quote.setter(), copied.setter());
        let panel = panel.clone();
        move |(errand, reading)| {
            if errand.tool == Action::Cite.id()
                && let Some(asked) = asked(reading, &errand.object)
                && let Some(panel) = panel.cast::<HtmlElement>()
            {
                quote.set(Some(asked));
                copied.set(Copied::Nothing);
                // It fails where it is open already.
                let _ = panel.show_popover();
                // A panel of the page can be focused.
                let _ = panel.focus();
            }
        }
    });
    let shown = quote.filter(|quote| *quote < reading.article.quotes.len());
    let body = shown.map(|quote| {
        let link = link_of(reading, quote);
        let date = reading.article.date_published.as_deref();
        let date = date.and_then(|date| messages.calendar(date));
        let reported = messages.text("cite-reported");
        let setting = Setting { link: &link, date: date.as_deref(), reported };
        let citation = Citation::new(&reading.article, &reading.article.quotes[quote], setting);
        let button = |(name, form): Form| {
            let name = if name.is_empty() { messages.text("plain-text") } else { name };
            let (text, copy) = (form(&citation), copy.clone());
            let onclick = move |_: MouseEvent| copy.emit((text.clone(), name.to_owned()));
            html! { <button type="button" class="form" {onclick}>{ name }</button> }
        };
        html! {
            <>
                <p class="cited" lang={reading.article.in_language.clone()}>{ citation.text() }</p>
                <div class="forms">{ for FORMS.into_iter().map(button) }</div>
            </>
        }
    });
    html! {
        <section ref={panel} id="cite" class="panel" popover="auto" tabindex="-1" aria-labelledby="cite-title">
            <h2 id="cite-title">{ messages.text("key-cite") }</h2>
            { body }
            <Outcome copied={(*copied).clone()} messages={Rc::clone(messages)} />
        </section>
    }
}

/// The number of the quote that was asked for; where none was named, of the first one whose words
/// are on the screen or below it, or else of the last.
fn asked(reading: &Reading, id: &str) -> Option<usize> {
    let quotes = &reading.article.quotes;
    let number = |id: &str| quotes.iter().position(|quote| quote.id == id);
    if !id.is_empty() {
        return number(id);
    }
    let heads = window()?.document()?.query_selector_all(".body a.voice").ok()?;
    let heads = (0..heads.length()).filter_map(|i| heads.item(i)?.dyn_into::<Element>().ok());
    let heads: Vec<Element> = heads.collect();
    let on_screen = heads.iter().position(|head| head.get_bounding_client_rect().bottom() > 0.0);
    let head = on_screen.map_or_else(|| heads.last(), |at| heads.get(at))?;
    number(&head.get_attribute("data-quote")?)
}

/// The link that opens the page at this quote.
fn link_of(reading: &Reading, quote: usize) -> String {
    let article = &reading.article;
    let target = Target::Quote(article.quotes[quote].id.clone());
    link(&Address::of(&article.id, target).to_string())
}
