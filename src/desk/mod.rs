//! The desk: what one does with an article, a program beside the page.
//!
//! In come the address, the files that the page fetches too, and what the reader asks for
//! ([`errand`]); out go panels, bars and marks over the text. The desk is fetched when it is first
//! asked for. It stands on a root of its own and renders nothing of the page: it works on the
//! shown text by ranges, passing marks and attributes that the page does not render.
//!
//! One file or folder a tool. A panel is rendered by [`Desk`] with the tool's name as its id; a
//! tool that works on an article is a hook that [`errand::Errand`] is given to. This room knows
//! `article` and `reader`.

pub mod aloud;
pub mod citation;
mod cite;
mod copying;
mod errand;
pub mod find;
mod help;
pub mod notes;
mod passage;
mod settings;
mod share;
pub mod stem;
mod text;
mod tools;

use yew::prelude::*;

use self::errand::{open, use_errand};
use self::tools::Tools;
use crate::reader::location::use_route;
use crate::reader::messages::use_spoken;
use crate::reader::route::Route;
use crate::reader::settings::use_settings;

/// A link of the site as it is shared: from its root on.
fn link(address: &str) -> String {
    let base = web_sys::window().and_then(|window| window.document()?.base_uri().ok()?);
    let base = base.unwrap_or_default();
    [&base[..base.rfind('/').map_or(0, |at| at + 1)], address].concat()
}

/// The whole desk.
#[component]
pub fn Desk() -> Html {
    let settings = use_settings();
    let messages = use_spoken(settings);
    let errand = use_errand();
    let route = use_route();
    use_effect_with((errand.clone(), messages.is_some()), |(errand, ready)| {
        if *ready {
            // What is no panel is its tool's.
            let _ = open(errand);
        }
    });
    let Some(messages) = messages else { return Html::default() };
    html! {
        <>
            { settings::panel(settings, &messages) }
            { help::help(&messages) }
            if let Route::Article(id) = &route {
                <Tools key={id.clone()} id={id.clone()} {messages} {errand} />
            }
        </>
    }
}
