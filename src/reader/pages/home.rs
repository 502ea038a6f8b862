use yew::prelude::*;

use super::PageProps;
use crate::edition::{Catalogue, Entry};
use crate::reader::fetch::{Fetch, use_fetch};
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Route};
use crate::reader::states::{Notice, loading};
use crate::reader::title::use_title;

const FILE: &str = "articles/index.json";

/// The list of articles.
#[component]
pub(crate) fn HomePage(PageProps { messages, .. }: &PageProps) -> Html {
    let (file, retry) = use_fetch(FILE.to_owned());
    let catalogue = use_memo((*file).clone(), |file| {
        file.read(|json| serde_json::from_str::<Catalogue>(json).map_err(|error| error.to_string()))
    });
    use_title(format!("Verbatim — {}", messages.text("tagline")));
    match &*catalogue {
        Fetch::Loading => loading(messages),
        Fetch::Failed(error) => Notice::of(error, FILE, retry, messages).show(messages),
        Fetch::Ready(list) if list.articles.is_empty() => {
            let notice = Notice {
                title: messages.text("empty-title"),
                text: messages.text("empty-text").to_owned(),
                retry: Some(retry),
                ..Notice::default()
            };
            notice.show(messages)
        }
        Fetch::Ready(list) => html! {
            <div class="home">
                <h1>{ messages.text("all-articles") }</h1>
                <ol class="catalogue">
                    { for list.articles.iter().map(|entry| item(entry, messages)) }
                </ol>
            </div>
        },
    }
}

/// An article of the list: its headline, where it comes from, who speaks in it.
fn item(entry: &Entry, messages: &Messages) -> Html {
    let address = Address { route: Route::Article(entry.id.clone()), target: None };
    let origin = messages.origin(entry.publisher.as_deref(), entry.date_published.as_deref());
    let quotes = messages.with("quotes", &[("count", (entry.quotes as usize).into())]);
    let figures = messages.with("figures-count", &[("count", (entry.figures as usize).into())]);
    html! {
        <li>
            <article>
                if let Some(origin) = origin {
                    <p class="origin">{ origin }</p>
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
                if entry.quotes + entry.figures > 0 {
                    <p class="counts">{ format!("{quotes} · {figures}") }</p>
                }
            </article>
        </li>
    }
}
