//! Beside the article: its people and its figures, each a way to the words and back.

mod figures;
pub(crate) mod people;
mod scales;

use std::rc::Rc;

use web_sys::{HtmlSelectElement, window};
use yew::prelude::*;

pub(super) use self::figures::row;
use self::figures::{View, figures};
use self::people::people;
pub(super) use self::people::{card, figure, quote};
use super::Shared;
use super::article::Reading;
use super::element::{element, way};
use super::location::Side;
use super::messages::Messages;

/// What the sidebar shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SidebarProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub messages: Rc<Messages>,
}

/// The people and the figures of an article, the long lists a slice at a time. What is lit among them
/// changes by attributes: nothing is rendered again but the figures, where they are sorted or filtered.
#[component]
pub fn Sidebar(SidebarProps { reading, messages }: &SidebarProps) -> Html {
    let view = use_state(View::default);
    html! {
        <div id="sheet" class="sheet" data-leads={Side::Text.word()}>
            { people(reading, messages) }
            { figures(reading, &view, messages) }
            <p class="machine">{ messages.text("machine-note") }</p>
        </div>
    }
}

/// The sidebar with its bar. On a wide screen it stands beside the text; on a phone it is a sheet,
/// opened and closed by the bar at the foot of the page.
pub fn sidebar(
    reading: &Shared<Reading>,
    messages: &Rc<Messages>,
    open: bool,
    on_sheet: &Callback<bool>,
) -> Html {
    let onkeydown = {
        let on_sheet = on_sheet.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_sheet.emit(false);
            }
        }
    };
    let count = |id, count: usize| messages.with(id, &[("count", count.into())]);
    let people_count = count("people-count", reading.article.people.len());
    let figures_count = count("figures-count", reading.article.figures.len());
    let close = messages.text("close");
    html! {
        <aside
            class="sidebar"
            data-open={open.to_string()}
            aria-label={messages.text("sidebar")}
            {onkeydown}
        >
            <div class="sheet-bar">
                { section_button("people", people_count, open, on_sheet) }
                { section_button("figures", figures_count, open, on_sheet) }
                { way(messages.text("key-voices"), &[("data-key", "voices")]) }
                { way(messages.text("key-previous-quote"), &[("data-key", "previous-quote")]) }
                { way(messages.text("key-next-quote"), &[("data-key", "next-quote")]) }
                if open {
                    <button
                        type="button"
                        class="close"
                        aria-label={close}
                        onclick={on_sheet.reform(|_| false)}
                    />
                }
            </div>
            <Sidebar reading={reading.clone()} messages={Rc::clone(messages)} />
        </aside>
    }
}

/// Opens the sheet at the section of this id.
fn section_button(id: &'static str, label: String, open: bool, on_sheet: &Callback<bool>) -> Html {
    let on_sheet = on_sheet.clone();
    let onclick = move |_: MouseEvent| {
        on_sheet.emit(true);
        let heading = window().and_then(|window| window.document()?.get_element_by_id(id));
        if let Some(heading) = heading {
            heading.scroll_into_view();
        }
    };
    html! {
        <button
            type="button"
            data-key={id}
            aria-expanded={open.to_string()}
            aria-controls="sheet"
            {onclick}
        >
            { label }
        </button>
    }
}

/// A list to choose from, of this name: the numbers of the options are their values.
fn choice(name: &'static str, label: &str, options: &[&str], chosen: usize) -> Html {
    let mut list = Vec::with_capacity(options.len());
    for (i, option) in options.iter().enumerate() {
        let value = i.to_string();
        let selected = if i == chosen { "selected" } else { "" };
        list.push(element("option", &[("value", &*value), ("selected", selected)], *option));
    }
    element("select", &[("name", name), ("aria-label", label), ("title", label)], list)
}

/// The name of the list that was changed, and the number of the option chosen.
fn chosen(event: &Event) -> Option<(String, usize)> {
    let select: HtmlSelectElement = event.target_dyn_into()?;
    Some((select.name(), select.value().parse().ok()?))
}
