//! Where the reader is: the browser's address as a context, and links that move without loading.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlAnchorElement, MouseEvent, Window, window};
use yew::prelude::*;

use super::route::{Address, Route, Target};

/// The event of the window that tells the other programs that a link was followed.
const MOVED: &str = "moved";

/// The two sides of an annotation: its words in the text and its card beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The words in the text.
    #[default]
    Text,
    /// The card in the sidebar.
    Card,
}

/// The browser's address, and how it was come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// What it names.
    pub address: Address,
    /// The side that the link led to; nothing for an address that was typed or followed from
    /// elsewhere.
    pub side: Option<Side>,
    /// Counts the moves, so that a second click on one link is a second move.
    pub moves: u32,
}

impl Side {
    /// The side at which a link from elsewhere opens.
    #[must_use]
    pub const fn of(target: &Target) -> Self {
        match target {
            Target::Quote(_) | Target::Figure(_) | Target::Selection(_) => Self::Text,
            Target::Person(_) => Self::Card,
        }
    }

    /// The word that stands for it in `data-leads` attributes and in the browser's history.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Card => "card",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Text, Self::Card].into_iter().find(|side| side.word() == word)
    }
}

impl Location {
    /// Where the browser is now.
    fn current(moves: u32) -> Self {
        let read = || {
            let window = window()?;
            let location = window.location();
            let address =
                Address::parse(&base(&window)?, &location.pathname().ok()?, &location.hash().ok()?);
            let state = window.history().ok()?.state().ok()?;
            let side = state.as_string().and_then(|word| Side::parse(&word));
            Some((address, side))
        };
        let (address, side) =
            read().unwrap_or((Address { route: Route::Missing, target: None }, None));
        Self { address, side, moves }
    }
}

impl Reducible for Location {
    type Action = ();

    /// The browser has moved.
    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self::current(self.moves.wrapping_add(1)))
    }
}

/// Where the reader is. Links within the site are followed by the browser's history, without
/// loading; a link leads to the side that its nearest ancestor with `data-leads` names.
#[hook]
pub(crate) fn use_location() -> Location {
    let location = use_reducer(|| Location::current(0));
    use_effect_with((), {
        let moved = location.dispatcher();
        move |()| {
            let listeners =
                window().and_then(|window| Some(listen(&window, &window.document()?, moved)));
            move || drop(listeners)
        }
    });
    (*location).clone()
}

/// The page that the address names, as [`use_location`] of another program moves it.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(|| Location::current(0).address.route);
    use_effect_with((), {
        let route = route.setter();
        move |()| {
            let listeners = window().map(|window| {
                ["popstate", MOVED].map(|event| {
                    let route = route.clone();
                    EventListener::new(&window, event, move |_| {
                        route.set(Location::current(0).address.route);
                    })
                })
            });
            move || drop(listeners)
        }
    });
    (*route).clone()
}

/// Listens for clicks on links and for the browser's way back and forward.
fn listen(
    window: &Window,
    document: &Document,
    moved: UseReducerDispatcher<Location>,
) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let clicked = moved.clone();
    let on_click = move |event: &Event| {
        if event.dyn_ref().and_then(follow).is_some() {
            clicked.dispatch(());
        }
    };
    [
        EventListener::new_with_options(document, "click", options, on_click),
        EventListener::new(window, "popstate", move |_| moved.dispatch(())),
    ]
}

/// Follows the link that was clicked; nothing where the browser should do it.
fn follow(click: &MouseEvent) -> Option<()> {
    let plain = click.button() == 0
        && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    if !plain || click.default_prevented() {
        return None;
    }
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let window = window()?;
    let ours = link.origin() == window.location().origin().ok()?
        && link.pathname().starts_with(&base(&window)?)
        && link.target().is_empty()
        && !link.has_attribute("download");
    if !ours {
        return None;
    }
    let side = link
        .closest("[data-leads]")
        .ok()
        .flatten()
        .and_then(|ancestor| ancestor.get_attribute("data-leads"));
    move_to(&window, &link.href(), &side.map_or(JsValue::NULL, JsValue::from))?;
    click.prevent_default();
    Some(())
}

/// Goes to this annotation of the article that is shown: to its words in the text.
pub(super) fn go_to(id: &str) -> Option<()> {
    let window = window()?;
    let location = window.location();
    let href = [&location.origin().ok()?, &*location.pathname().ok()?, "#", id].concat();
    move_to(&window, &href, &Side::Text.word().into())?;
    // The browser tells of no move that a program makes.
    window.dispatch_event(&Event::new("popstate").ok()?).ok().map(drop)
}

/// Has the browser's history name this address, with the side that it leads to.
fn move_to(window: &Window, href: &str, side: &JsValue) -> Option<()> {
    let history = window.history().ok()?;
    let moved = if window.location().href().ok()? == href {
        history.replace_state_with_url(side, "", Some(href))
    } else {
        history.push_state_with_url(side, "", Some(href))
    };
    moved.ok()?;
    window.dispatch_event(&Event::new(MOVED).ok()?).ok()?;
    Some(())
}

/// The path of the site's root, from the page's `<base>`.
fn base(window: &Window) -> Option<String> {
    let uri = window.document()?.base_uri().ok()??;
    let origin = window.location().origin().ok()?;
    let path = uri.strip_prefix(&origin)?;
    path.get(..=path.rfind('/')?).map(str::to_owned)
}
