//! Beside the article: its people and its figures, each a way to the words and back.

mod figures;
mod people;

use std::rc::Rc;

use web_sys::window;
use yew::prelude::*;

use self::figures::figures;
use self::people::people;
use super::Shared;
use super::article::Reading;
use super::location::Side;
use super::messages::Messages;

/// What the sidebar shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SidebarProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub messages: Rc<Messages>,
    /// Whether it covers the text where the screen has no room for both.
    pub sheet: bool,
    /// Opens or closes it there.
    pub on_sheet: Callback<bool>,
}

/// The people and the figures of an article. On a wide screen it stands beside the text; on a
/// phone it is a sheet, opened and closed by the bar at the foot of the page.
#[component]
pub fn Sidebar(props: &SidebarProps) -> Html {
    let SidebarProps { reading, messages, .. } = props;
    let onkeydown = {
        let on_sheet = props.on_sheet.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_sheet.emit(false);
            }
        }
    };
    let people_count =
        messages.with("people-count", &[("count", reading.article.people.len().into())]);
    let figures_count =
        messages.with("figures-count", &[("count", reading.article.figures.len().into())]);
    html! {
        <aside
            class="sidebar"
            data-open={props.sheet.to_string()}
            aria-label={messages.text("sidebar")}
            {onkeydown}
        >
            <div class="sheet-bar">
                { section_button(props, "people", people_count) }
                { section_button(props, "figures", figures_count) }
                if props.sheet {
                    <button
                        type="button"
                        class="close"
                        aria-label={messages.text("close")}
                        onclick={props.on_sheet.reform(|_| false)}
                    />
                }
            </div>
            <div id="sheet" class="sheet" data-leads={Side::Text.word()}>
                { people(reading, messages) }
                { figures(reading, messages) }
                <p class="machine">{ messages.text("machine-note") }</p>
            </div>
        </aside>
    }
}

/// Opens the sheet at the section of this id.
fn section_button(props: &SidebarProps, id: &'static str, label: String) -> Html {
    let on_sheet = props.on_sheet.clone();
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
            aria-expanded={props.sheet.to_string()}
            aria-controls="sheet"
            {onclick}
        >
            { label }
        </button>
    }
}
