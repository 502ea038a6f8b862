//! Find in the article: a bar over the text, the hits marked and counted.

mod finding;
mod index;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

pub use self::index::Index;

use self::finding::{Finding, Step};
use super::errand::Errand;
use super::text;
use crate::article::{Article, Span};
use crate::reader::Shared;
use crate::reader::article::{Reading, paint};
use crate::reader::element::way;
use crate::reader::frame::top_block;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;
use crate::reader::pause::pause;

/// The name of the tool.
const TOOL: &str = "find";
/// The mark of every hit, and of the one that the reader is at.
const HITS: &str = "hits";
const HERE: &str = "hit";
/// How long one slice of work may take, in milliseconds: the page stays smooth.
const SLICE: f64 = 12.0;

/// What the bar is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct FindProps {
    /// The article.
    pub(super) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// What was asked of the desk last.
    pub(super) errand: Errand,
}

/// The bar, where find was asked for.
#[component]
pub(super) fn Find(FindProps { reading, messages, errand }: &FindProps) -> Html {
    let open = use_state(|| false);
    let finding = use_reducer(Finding::default);
    let index = use_state(|| None::<Shared<Index>>);
    let field = use_node_ref();
    let before = use_mut_ref(|| None::<HtmlElement>);
    use_effect_with(errand.clone(), {
        let (open, finding, before) = (open.setter(), finding.dispatcher(), Rc::clone(&before));
        let field = field.clone();
        move |errand| {
            if errand.tool == TOOL {
                if let Some(focused) = text::focused() {
                    *before.borrow_mut() = Some(focused);
                }
                finding.dispatch(Step::From(top_block().unwrap_or(0)));
                open.set(true);
                take(&field);
            }
        }
    });
    use_effect_with(*open, {
        let (field, index, reading) = (field.clone(), index.clone(), reading.clone());
        move |open| {
            if *open {
                take(&field);
                if index.is_none() {
                    spawn_local(async move { index.set(Some(make_index(&reading.article).await)) });
                }
            }
        }
    });
    // What was typed before the index was made is looked for once it is.
    use_effect_with((*index).clone(), {
        let (query, finding) = (finding.query.clone(), finding.dispatcher());
        move |index| {
            if let Some(index) = index {
                let hits = index.find(&query).into();
                finding.dispatch(Step::Query(query, hits));
            }
        }
    });
    let shown = if *open { finding.hits.clone() } else { Rc::default() };
    use_effect_with(shown, {
        let reading = reading.clone();
        move |hits: &Rc<[Span]>| {
            let wanted = Rc::new(Cell::new(true));
            let (hits, left) = (hits.clone(), Rc::clone(&wanted));
            spawn_local(async move { mark(&reading.article, &hits, &wanted).await });
            move || left.set(false)
        }
    });
    use_effect_with(finding.here().filter(|_| *open), {
        let reading = reading.clone();
        move |here| {
            let here: Vec<Span> = here.iter().copied().collect();
            paint::paint(HERE, &text::ranges(&reading.article, &here));
            if let Some(here) = here.first() {
                // A hit that is not shown has no place to go to.
                let _ = text::go_to(&reading.article, *here, false);
            }
        }
    });
    // Nothing stays marked where the article is left.
    use_effect_with((), |()| {
        || {
            paint::clear(HITS);
            paint::clear(HERE);
        }
    });
    if !*open {
        return Html::default();
    }
    let oninput = {
        let (finding, index) = (finding.dispatcher(), (*index).clone());
        move |event: InputEvent| {
            let query: Rc<str> = event.target_unchecked_into::<HtmlInputElement>().value().into();
            let hits = index.as_ref().map(|index| index.find(&query).into()).unwrap_or_default();
            finding.dispatch(Step::Query(query, hits));
        }
    };
    let close = {
        let open = open.setter();
        move || {
            open.set(false);
            if let Some(before) = before.borrow_mut().take() {
                // Back to where the keyboard was, if that is still there.
                let _ = before.focus();
            }
        }
    };
    let onkeydown = {
        let (finding, close) = (finding.dispatcher(), close.clone());
        move |event: KeyboardEvent| {
            match (&*event.key(), event.shift_key()) {
                ("Enter", false) if is_field(&event) => finding.dispatch(Step::Next),
                ("Enter", true) if is_field(&event) => finding.dispatch(Step::Previous),
                ("Escape", _) => close(),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let step = |step: fn() -> Step| {
        let finding = finding.dispatcher();
        move |_: MouseEvent| finding.dispatch(step())
    };
    let key = |action: Action| messages.text(&["key-", action.id()].concat());
    html! {
        <div class="find" role="search" aria-label={key(Action::Find)} {onkeydown}>
            <input
                ref={field}
                type="search"
                aria-label={key(Action::Find)}
                placeholder={key(Action::Find)}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                value={finding.query.to_string()}
                {oninput}
            />
            <output role="status">{ said(&finding, index.is_some(), messages) }</output>
            <span onclick={step(|| Step::Previous)}>
                { way(key(Action::PreviousHit), &[("data-key", Action::PreviousHit.id())]) }
            </span>
            <span onclick={step(|| Step::Next)}>
                { way(key(Action::NextHit), &[("data-key", Action::NextHit.id())]) }
            </span>
            <span onclick={move |_: MouseEvent| close()}>
                { way(messages.text("close"), &[("data-key", Action::Close.id())]) }
            </span>
        </div>
    }
}

/// Which of how many hits the reader is at, in words.
fn said(finding: &Finding, ready: bool, messages: &Messages) -> String {
    let count = finding.hits.len();
    if finding.query.trim().is_empty() {
        String::new()
    } else if !ready {
        messages.text("loading").to_owned()
    } else if count == 0 {
        messages.text("find-none").to_owned()
    } else {
        let values = [("at", (finding.at + 1).into()), ("count", count.into())];
        messages.with("find-at", &values)
    }
}

/// Puts the keyboard into the field, its words selected.
fn take(field: &NodeRef) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        // A field of the page can be focused.
        let _ = field.focus();
        field.select();
    }
}

fn is_field(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some()
}

/// The index of the article, made in slices.
async fn make_index(article: &Article) -> Shared<Index> {
    let mut index = Index::default();
    let mut begun = text::time();
    for block in 0..article.blocks.len() {
        index.add(article, block);
        if text::time() - begun > SLICE {
            pause().await;
            begun = text::time();
        }
    }
    Shared::new(index)
}

/// Marks the hits, in slices, unless others are wanted meanwhile.
async fn mark(article: &Article, hits: &[Span], wanted: &Cell<bool>) {
    let Some(shown) = text::blocks() else { return };
    let mut ranges = Vec::with_capacity(hits.len());
    let mut begun = text::time();
    for some in hits.chunks(64) {
        ranges.extend(text::ranges_in(&shown, article, some));
        if text::time() - begun > SLICE {
            pause().await;
            begun = text::time();
            if !wanted.get() {
                return;
            }
        }
    }
    paint::paint(HITS, &ranges);
}
