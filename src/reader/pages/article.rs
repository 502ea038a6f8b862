use gloo_events::EventListener;
use web_sys::window;
use yew::prelude::*;

use super::PageProps;
use crate::article::{Image, file};
use crate::reader::Shared;
use crate::reader::article::{Reading, body, evidence, landing, layers, lights, strip, use_print};
use crate::reader::element::element;
use crate::reader::fetch::{Fetch, FetchError, use_fetch};
use crate::reader::focus::{Focus, FocusAction};
use crate::reader::frame::{aloud, ask, length, selected, tool, use_place, use_selected};
use crate::reader::keys::Action;
use crate::reader::location::Side;
use crate::reader::messages::Messages;
use crate::reader::route::{Route, Target};
use crate::reader::sidebar::sidebar;
use crate::reader::slices::GROWN;
use crate::reader::states::{Notice, loading};
use crate::reader::title::use_title;

/// Fetches the article that the address names and shows it with its sidebar; lights what the
/// address names in it.
#[component]
pub(crate) fn ArticlePage(PageProps { messages, location }: &PageProps) -> Html {
    let id = match &location.address.route {
        Route::Article(id) => id.as_str(),
        Route::Home | Route::Missing => "",
    };
    let link = format!("articles/{id}.json");
    let (text, retry) = use_fetch(link.clone());
    let reading = use_memo((*text).clone(), |text| {
        text.read(|json| match file::read(json) {
            Ok(article) => Ok(Shared::new(Reading::new(article))),
            Err(error) => Err(error.to_string()),
        })
    });
    use_title(match &*reading {
        Fetch::Ready(reading) => reading.article.headline().unwrap_or("Verbatim").to_owned(),
        Fetch::Loading => "Verbatim".to_owned(),
        Fetch::Failed(FetchError::NotFound) => messages.text("article-missing-title").to_owned(),
        Fetch::Failed(_) => messages.text("article-failed").to_owned(),
    });
    let focus = use_reducer(Focus::default);
    let ready = matches!(*reading, Fetch::Ready(_));
    use_effect_with((location.clone(), ready), {
        let focus = focus.dispatcher();
        move |(location, ready)| {
            if *ready {
                let _ = lights::light();
                let target = location.address.target.clone();
                // A passage is found by the desk.
                if let Some(Target::Selection(_)) = target {
                    let _ = ask("shared");
                }
                focus.dispatch(FocusAction::Arrive(target, location.side));
            }
        }
    });
    use_effect_with((focus.arrival, focus.target.clone(), focus.side), {
        |(arrival, target, side)| {
            landing::leave();
            let listener = target.clone().and_then(|target| land(target, *side, *arrival == 1));
            move || drop(listener)
        }
    });
    let on_sheet = use_callback((), {
        let focus = focus.dispatcher();
        move |open, ()| focus.dispatch(FocusAction::Sheet(open))
    });
    let ready = match &*reading {
        Fetch::Ready(reading) => Some(reading.clone()),
        Fetch::Loading | Fetch::Failed(_) => None,
    };
    use_selected();
    let printed = use_print(ready.as_ref(), messages);
    let resumed = use_place(ready, location.address.target.is_some(), messages);
    match &*reading {
        Fetch::Loading => loading(messages),
        Fetch::Failed(FetchError::NotFound) => {
            let notice = Notice {
                title: messages.text("article-missing-title"),
                text: messages.with("article-missing-text", &[("id", id.into())]),
                retry: Some(retry),
                ..Notice::default()
            };
            notice.show(messages)
        }
        Fetch::Failed(error) => Notice::of(error, &link, retry, messages).show(messages),
        Fetch::Ready(found) if found.article.blocks.is_empty() => {
            let notice = Notice {
                title: messages.text("article-empty-title"),
                text: messages.with("article-empty-text", &[("file", (&link).into())]),
                retry: Some(retry),
                ..Notice::default()
            };
            notice.show(messages)
        }
        Fetch::Ready(reading) => html! {
            <div class="reading" onclick={|event: MouseEvent| layers::click(&event)}>
                <div class="progress" aria-hidden="true" />
                <article class="text">
                    { above(reading, &focus, messages) }
                    <div class="tools">
                        { length(&reading.article, messages) }
                        { aloud(messages) }
                        { tool(Action::Find, messages) }
                        { tool(Action::Notes, messages) }
                    </div>
                    { body(reading, messages) }
                    { evidence::evidence(reading, focus.target.as_ref(), messages) }
                    { printed }
                </article>
                { strip(reading, messages) }
                { sidebar(reading, messages, focus.sheet, &on_sheet) }
                { resumed }
                { selected(messages) }
            </div>
        },
    }
}

/// Lands at the target: at once, or when its card comes. A target that the article does not have is
/// said on the page.
fn land(target: Target, side: Side, first: bool) -> Option<EventListener> {
    let mut landed = landing::land(&target, side, first).is_some();
    let document = window()?.document()?;
    Some(EventListener::new(&document, GROWN, move |_| {
        if landed {
            // What has no card needs none.
            let _ = landing::stay(&target);
        } else {
            landed = landing::land(&target, side, first).is_some();
        }
    }))
}

/// What stands above the text: where it comes from, its picture, and word of a link that leads to
/// what the article does not have.
fn above(reading: &Reading, focus: &Focus, messages: &Messages) -> Vec<Html> {
    let article = &reading.article;
    let mut parts = Vec::new();
    let origin = messages.origin(article.publisher.as_deref(), article.date_published.as_deref());
    if let Some(origin) = origin {
        parts.push(element("p", &[("class", "origin")], &*origin));
    }
    if let Some(target) = focus.target.as_ref().filter(|target| !reading.has(target)) {
        let said = messages.with("target-missing", &[("id", target.id().into())]);
        parts.push(element("p", &[("class", "lost"), ("role", "status")], &*said));
    }
    if let Some(image) = article.image.as_ref().filter(|image| is_ours(image)) {
        let (src, alt) = (image.src.clone(), image.alt.clone());
        parts.push(html! { <img class="image" {src} {alt} /> });
    }
    parts
}

/// Whether the picture is a file of the site: the page asks no other host for anything.
fn is_ours(image: &Image) -> bool {
    !image.src.contains(':') && !image.src.starts_with('/')
}
