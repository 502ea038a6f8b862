//! A link to a selection: made from what is selected, and followed when the address has one.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, window};
use yew::prelude::*;

use super::copying::{Copied, Outcome, use_copying};
use super::errand::Errand;
use super::link;
use super::passage::{Passage, Place};
use super::text;
use crate::article::Article;
use crate::reader::Shared;
use crate::reader::article::{Reading, paint};
use crate::reader::keys::Action;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Route, Target};
use crate::reader::selector::WholeText;

/// The name of the mark on the passage that the address names.
const MARK: &str = "shared";

/// What is said of a link that was followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Followed {
    /// None was, or it led where it should.
    #[default]
    Well,
    /// The article was edited, and the passage found by its words.
    Found,
    /// The passage that began with these words is not there.
    Lost(String),
    /// It was cut short.
    Broken,
}

/// Copies a link to the selection, or else to what the address names; shows the passage that a
/// link leads to. Gives what is to be said of either.
#[hook]
pub(super) fn use_share(
    reading: Option<&Shared<Reading>>,
    messages: &Rc<Messages>,
    errand: &Errand,
) -> Html {
    let followed = use_state(Followed::default);
    let (copied, copy) = use_copying();
    use_effect_with((errand.clone(), reading.cloned()), {
        let (followed, copied) = (followed.setter(), copied.setter());
        let messages = Rc::clone(messages);
        move |(errand, reading)| {
            let Some(reading) = reading else { return };
            if errand.tool == Action::Share.id() {
                followed.set(Followed::Well);
                let (address, called) = address(&reading.article);
                copy.emit((address, messages.text(called).to_owned()));
            } else if errand.tool == MARK {
                copied.set(Copied::Nothing);
                followed.set(follow(&reading.article));
            }
        }
    });
    use_effect_with((), {
        let followed = followed.setter();
        move |()| {
            let left = window().map(|window| {
                ["popstate", "moved"].map(|event| {
                    let followed = followed.clone();
                    EventListener::new(&window, event, move |_| {
                        paint::clear(MARK);
                        followed.set(Followed::Well);
                    })
                })
            });
            move || {
                paint::clear(MARK);
                drop(left);
            }
        }
    });
    let said = match &*followed {
        Followed::Well => String::new(),
        Followed::Found => messages.text("shared-found").to_owned(),
        Followed::Lost(words) => messages.with("shared-lost", &[("words", words.into())]),
        Followed::Broken => messages.text("shared-broken").to_owned(),
    };
    let close = {
        let (followed, copied) = (followed.setter(), copied.setter());
        move |_: MouseEvent| {
            followed.set(Followed::Well);
            copied.set(Copied::Nothing);
        }
    };
    html! {
        <div class="said">
            <div>
                <p role="status">{ said }</p>
                <Outcome copied={(*copied).clone()} messages={Rc::clone(messages)} />
            </div>
            <button type="button" class="close" aria-label={messages.text("close")} onclick={close} />
        </div>
    }
}

/// The link to copy, and the id of what it is called: to the selection, or else to what the address
/// names, or else to the article.
fn address(article: &Article) -> (String, &'static str) {
    let passage = Passage::new(article, &text::selected(article));
    let fragment = passage.map(|passage| Target::Selection(passage.to_fragment()));
    let named = || Target::parse(&window()?.location().hash().ok()?);
    let target = fragment.or_else(named);
    let called = if target.is_some() { "link-to-place" } else { "link-to-article" };
    let address = Address { route: Route::Article(article.id.clone()), target };
    (link(&address.to_string()), called)
}

/// Shows the passage that the address names, marked and in the middle of the screen.
fn follow(article: &Article) -> Followed {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let fragment = hash.strip_prefix('#').unwrap_or(&hash);
    let Some(passage) = Passage::from_fragment(fragment) else { return Followed::Broken };
    let Some(place) = passage.resolve(&WholeText::new(article)) else {
        return Followed::Lost(passage.words().to_owned());
    };
    // A passage of the article that is shown has its elements.
    let _ = show(article, place);
    if place.unchanged { Followed::Well } else { Followed::Found }
}

fn show(article: &Article, place: Place) -> Option<()> {
    let range = paint::range(article, place.first)?;
    let last = paint::range(article, place.last)?;
    range.set_end(&last.end_container().ok()?, last.end_offset().ok()?).ok()?;
    paint::paint(MARK, std::slice::from_ref(&range));
    let start = range.start_container().ok()?.parent_element()?;
    let scroll = ScrollIntoViewOptions::new();
    scroll.set_block(ScrollLogicalPosition::Center);
    scroll.set_behavior(ScrollBehavior::Instant);
    start.scroll_into_view_with_scroll_into_view_options(&scroll);
    // Who listens to the page reads on from here.
    let block: HtmlElement = start.closest("[data-block]").ok()??.dyn_into().ok()?;
    block.set_tab_index(-1);
    let focus = web_sys::FocusOptions::new();
    focus.set_prevent_scroll(true);
    block.focus_with_options(&focus).ok()
}
