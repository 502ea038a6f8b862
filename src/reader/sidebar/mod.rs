//! Beside the article: its people and its figures, each a way to the words and back.

mod figures;
mod people;

use yew::prelude::*;

use self::figures::Figures;
use self::people::People;
use super::Shared;
use super::article::Reading;
use super::location::Side;
use super::messages::use_messages;

/// What the sidebar shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SidebarProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// Whether it covers the text where the screen has no room for both.
    pub sheet: bool,
    /// Opens or closes it there.
    pub on_sheet: Callback<bool>,
}

/// The people and the figures of an article. On a wide screen it stands beside the text; on a
/// phone it is a sheet, opened and closed by the bar at the foot of the page.
#[component]
pub fn Sidebar(props: &SidebarProps) -> Html {
    let messages = use_messages();
    let reading = &props.reading;
    let onkeydown = {
        let on_sheet = props.on_sheet.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_sheet.emit(false);
            }
        }
    };
    let toggle = {
        let open = props.sheet;
        props.on_sheet.reform(move |_: MouseEvent| !open)
    };
    let people = messages.with("people-count", &[("count", reading.article.people.len().into())]);
    let figures =
        messages.with("figures-count", &[("count", reading.article.figures.len().into())]);
    html! {
        <aside
            class="sidebar"
            data-open={props.sheet.to_string()}
            aria-label={messages.text("sidebar")}
            {onkeydown}
        >
            <button
                class="sheet-bar"
                type="button"
                aria-expanded={props.sheet.to_string()}
                aria-controls="sheet"
                onclick={toggle}
            >
                <span>{ people }</span>
                <span>{ figures }</span>
            </button>
            <div id="sheet" class="sheet" data-leads={Side::Text.word()}>
                <People reading={reading.clone()} />
                <Figures reading={reading.clone()} />
                <p class="machine">{ messages.text("machine-note") }</p>
            </div>
        </aside>
    }
}
