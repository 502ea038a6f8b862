use yew::prelude::*;

use super::PageProps;
use crate::edition::{Catalogue, Entry};
use crate::reader::element::element;
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
        Fetch::Ready(list) => {
            let items: Vec<Html> =
                list.articles.iter().map(|entry| item(entry, messages)).collect();
            let heading = element("h1", &[], messages.text("all-articles"));
            let list = element("ol", &[("class", "catalogue")], items);
            element("div", &[("class", "home")], vec![heading, list])
        }
    }
}

/// An article of the list: its headline, where it comes from, who speaks in it.
fn item(entry: &Entry, messages: &Messages) -> Html {
    let address = Address { route: Route::Article(entry.id.clone()), target: None };
    let lang = ("lang", &*entry.in_language);
    let link = element("a", &[("href", &*address.to_string())], &*entry.headline);
    let mut parts = Vec::new();
    let origin = messages.origin(entry.publisher.as_deref(), entry.date_published.as_deref());
    if let Some(origin) = origin {
        parts.push(element("p", &[("class", "origin")], &*origin));
    }
    parts.push(element("h2", &[lang], vec![link]));
    if !entry.speakers.is_empty() {
        let said_by = element("span", &[("class", "said-by")], messages.text("speakers"));
        let names = element("span", &[lang], &*entry.speakers.join(", "));
        parts.push(element(
            "p",
            &[("class", "speakers")],
            vec![said_by, Html::from(" ".to_owned()), names],
        ));
    }
    if entry.quotes + entry.figures > 0 {
        let count = |id, count: u32| messages.with(id, &[("count", (count as usize).into())]);
        let counts = [count("quotes", entry.quotes), count("figures-count", entry.figures)];
        parts.push(element("p", &[("class", "counts")], &*counts.join(" · ")));
    }
    element("li", &[], vec![element("article", &[], parts)])
}
