//! Long lists, rendered a slice at a time.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, window};
use yew::prelude::*;

use super::Shared;
use super::article::{Reading, block, stretch};
use super::messages::Messages;
use super::pause::pause;
use super::sidebar::{card, figure, quote, row};

/// The event of the document that tells of a slice that has come.
pub(crate) const GROWN: &str = "grown";

/// A list of an article's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// The blocks of the text.
    Blocks,
    /// The stretches of the strip along it.
    Stretches,
    /// The cards of its voices.
    Cards,
    /// The quotes of this voice.
    Quotes(usize),
    /// These figures, on the card of who says them.
    Said(Rc<[usize]>),
    /// These figures, in their table.
    Rows(Rc<[usize]>),
}

impl List {
    /// How many items it has, and how many of them are rendered at a time.
    fn length(&self, reading: &Reading) -> (usize, usize) {
        match self {
            Self::Blocks => (reading.article.blocks.len(), 48),
            Self::Stretches => (reading.strip.len(), 64),
            Self::Cards => (reading.voices.list.len(), 8),
            Self::Quotes(voice) => (reading.voices.list[*voice].quotes.len(), 12),
            Self::Said(figures) => (figures.len(), 12),
            Self::Rows(figures) => (figures.len(), 24),
        }
    }

    fn item(&self, i: usize, reading: &Shared<Reading>, messages: &Rc<Messages>) -> Html {
        match self {
            Self::Blocks => block(reading, i, messages),
            Self::Stretches => stretch(reading, i, messages),
            Self::Cards => card(reading, i, messages),
            Self::Quotes(voice) => quote(reading, reading.voices.list[*voice].quotes[i], messages),
            Self::Said(figures) => figure(reading, figures[i], messages),
            Self::Rows(figures) => row(reading, figures[i], messages),
        }
    }
}

/// What a list in slices is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct SlicesProps {
    /// The article.
    pub(crate) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(crate) messages: Rc<Messages>,
    /// The list.
    pub(crate) list: List,
    /// The number of its first item that is not rendered yet.
    #[prop_or_default]
    pub(crate) from: usize,
}

/// The items of a list: the first slice at once, each other one as soon as the browser has done what
/// waits for it. However long the list, it holds nobody up, and soon all of it is there: for the
/// keyboard, for a screen reader, for the browser's own search.
#[component]
pub(crate) fn Slices(props: &SlicesProps) -> Html {
    let SlicesProps { reading, messages, list, from } = props;
    let due = use_state(|| *from == 0);
    use_effect_with(*due, {
        let (set, first) = (due.setter(), *from == 0);
        move |due| {
            if !*due {
                spawn_local(async move {
                    pause().await;
                    set.set(true);
                });
            } else if !first {
                // Who waits for it is told; nobody else minds.
                let _ = tell();
            }
        }
    });
    if !*due {
        return Html::default();
    }
    let (count, slice) = list.length(reading);
    let next = count.min(from + slice);
    let mut items: Vec<Html> = (*from..next).map(|i| list.item(i, reading, messages)).collect();
    if next < count {
        let rest = SlicesProps { from: next, ..props.clone() };
        items.push(html! { <Slices ..rest /> });
    }
    items.into_iter().collect()
}

/// The list from its start.
pub(crate) fn slices(reading: &Shared<Reading>, list: List, messages: &Rc<Messages>) -> Html {
    let (reading, messages) = (reading.clone(), Rc::clone(messages));
    html! { <Slices {reading} {messages} {list} /> }
}

fn tell() -> Option<bool> {
    window()?.document()?.dispatch_event(&Event::new(GROWN).ok()?).ok()
}
