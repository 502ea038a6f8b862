//! What the reader asks of the desk.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};
use yew::prelude::*;

use crate::reader::keys::Action;

/// A tool that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Errand {
    /// Its name.
    pub(crate) tool: String,
    /// What for; empty where nothing more is said.
    pub(crate) object: String,
    /// The path of the address at which it was asked.
    path: String,
    /// Counts the errands, so that the same asked twice is two.
    pub(crate) number: u32,
}

impl Errand {
    /// What this attribute of the page's root asks for.
    fn parse(asked: &str, path: String, number: u32) -> Self {
        let (tool, object) = asked.split_once(' ').unwrap_or((asked, ""));
        Self { tool: tool.to_owned(), object: object.to_owned(), path, number }
    }

    /// Whether it is a panel that needs no article.
    pub(super) fn is_panel(&self) -> bool {
        [Action::Settings, Action::Help].iter().any(|panel| panel.id() == self.tool)
    }

    fn current(number: u32) -> Self {
        let root = window().and_then(|window| window.document()?.document_element());
        let asked = root.and_then(|root| root.get_attribute("data-asked"));
        Self::parse(&asked.unwrap_or_default(), path(), number)
    }
}

fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The last thing that was asked for on this page; the first is what the desk was fetched for.
#[hook]
pub(super) fn use_errand() -> Errand {
    let errand = use_state(|| Errand::current(0));
    use_effect_with((), {
        let errand = errand.setter();
        move |()| {
            let mut number = 0_u32;
            let document = window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document, "ask", move |_| {
                    number = number.wrapping_add(1);
                    errand.set(Errand::current(number));
                })
            });
            move || drop(listener)
        }
    });
    // What was asked on another page is done there, or never.
    if errand.path == path() { (*errand).clone() } else { Errand::default() }
}

/// Opens the panel that was asked for, by the button of the page that is its own: the browser
/// then knows where the panel belongs, for the keyboard too.
pub(super) fn open(errand: &Errand) -> Option<()> {
    let document = window()?.document()?;
    document.get_element_by_id(&errand.tool)?;
    let selector = ["[popovertarget=\"", &errand.tool, "\"]"].concat();
    let button: HtmlElement = document.query_selector(&selector).ok()??.dyn_into().ok()?;
    button.click();
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_errand_names_its_tool_and_what_for() {
        let errand = Errand::parse("cite q3", String::new(), 2);
        assert_eq!((&*errand.tool, &*errand.object, errand.number), ("cite", "q3", 2));
        let errand = Errand::parse("help", String::new(), 0);
        assert_eq!((&*errand.tool, &*errand.object), ("help", ""));
        assert!(errand.is_panel() && !Errand::parse("cite q3", String::new(), 2).is_panel());
    }
}
