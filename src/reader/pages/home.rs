use yew::prelude::*;

use crate::edition::{Catalogue, Entry};
use crate::reader::fetch::{Fetch, use_fetch};
use crate::reader::messages::{Messages, use_messages};
use crate::reader::route::{Address, Route};
use crate::reader::states::{Failure, Loading, Notice};
use crate::reader::title::use_title;

const FILE: &str = "articles/index.json";

/// The list of articles.
#[component]
pub(crate) fn HomePage() -> Html {
    let messages = use_messages();
    let catalogue = use_fetch(FILE.to_owned(), |json| {
        serde_json::from_str::<Catalogue>(json).map_err(|error| error.to_string())
    });
    use_title(format!("Verbatim — {}", messages.text("tagline")));
    match &*catalogue.state {
        Fetch::Loading => html! { <Loading /> },
        Fetch::Failed(error) => {
            html! { <Failure file={FILE} error={error.clone()} retry={catalogue.retry} /> }
        }
        Fetch::Ready(list) if list.articles.is_empty() => html! {
            <Notice
                title={messages.text("empty-title")}
                text={messages.text("empty-text")}
                retry={catalogue.retry}
            />
        },
        Fetch::Ready(list) => html! {
            <div class="home">
                <h1>{ messages.text("all-articles") }</h1>
                <ol class="catalogue">
                    { for list.articles.iter().map(|entry| item(entry, &messages)) }
                </ol>
            </div>
        },
    }
}

/// An article of the list: its headline, where it comes from, who speaks in it.
fn item(entry: &Entry, messages: &Messages) -> Html {
    let address = Address { route: Route::Article(entry.id.clone()), target: None };
    let date = entry.date_published.as_deref();
    let date = date.map(|date| messages.calendar(date).unwrap_or_else(|| date.to_owned()));
    let origin: Vec<String> = entry.publisher.clone().into_iter().chain(date).collect();
    let quotes = messages.with("quotes", &[("count", (entry.quotes as usize).into())]);
    let figures = messages.with("figures-count", &[("count", (entry.figures as usize).into())]);
    html! {
        <li key={entry.id.clone()}>
            <article>
                if !origin.is_empty() {
                    <p class="origin">{ origin.join(" · ") }</p>
                }
                <h2 lang={entry.in_language.clone()}>
                    <a href={address.to_string()}>{ &entry.headline }</a>
                </h2>
                if !entry.speakers.is_empty() {
                    <p class="speakers">
                        <span class="said-by">{ messages.text("speakers") }</span>
                        { " " }
                        <span lang={entry.in_language.clone()}>{ entry.speakers.join(", ") }</span>
                    </p>
                }
                <p class="counts">{ format!("{quotes} · {figures}") }</p>
            </article>
        </li>
    }
}
