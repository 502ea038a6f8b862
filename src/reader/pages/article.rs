use yew::prelude::*;

use crate::article::{Article, Image, file};
use crate::reader::Shared;
use crate::reader::article::{Body, Reading, landing};
use crate::reader::fetch::{Fetch, FetchError, use_fetch};
use crate::reader::focus::{Focus, FocusAction};
use crate::reader::location::use_location;
use crate::reader::messages::{Messages, use_messages};
use crate::reader::sidebar::Sidebar;
use crate::reader::states::{Failure, Loading, Notice};
use crate::reader::title::use_title;

#[derive(PartialEq, Properties)]
pub(crate) struct ArticlePageProps {
    /// The article's id.
    pub(crate) id: AttrValue,
}

/// Fetches an article and shows it.
#[component]
pub(crate) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let messages = use_messages();
    let link = format!("articles/{}.json", props.id);
    let reading = use_fetch(link.clone(), |json| {
        file::read(json).map(Reading::new).map_err(|error| error.to_string())
    });
    let title = match &*reading.state {
        Fetch::Ready(reading) => reading.article.headline().unwrap_or("Verbatim").to_owned(),
        Fetch::Loading => "Verbatim".to_owned(),
        Fetch::Failed(FetchError::NotFound) => messages.text("article-missing-title").to_owned(),
        Fetch::Failed(_) => messages.text("article-failed").to_owned(),
    };
    use_title(title);
    match &*reading.state {
        Fetch::Loading => html! { <Loading /> },
        Fetch::Failed(FetchError::NotFound) => html! {
            <Notice
                title={messages.text("article-missing-title")}
                text={messages.with("article-missing-text", &[("id", props.id.as_str().into())])}
                retry={reading.retry}
            />
        },
        Fetch::Failed(error) => {
            html! { <Failure file={link} error={error.clone()} retry={reading.retry} /> }
        }
        Fetch::Ready(found) if found.article.blocks.is_empty() => html! {
            <Notice
                title={messages.text("article-empty-title")}
                text={messages.with("article-empty-text", &[("file", (&link).into())])}
                retry={reading.retry}
            />
        },
        Fetch::Ready(found) => html! { <ArticleView reading={found.clone()} /> },
    }
}

#[derive(PartialEq, Properties)]
struct ArticleViewProps {
    reading: Shared<Reading>,
}

/// The article with its sidebar; lights what the address names.
#[component]
fn ArticleView(props: &ArticleViewProps) -> Html {
    let messages = use_messages();
    let location = use_location();
    let focus = use_reducer(Focus::default);
    let reading = &props.reading;
    {
        let focus = focus.dispatcher();
        use_effect_with(location, move |location| {
            focus.dispatch(FocusAction::Arrive(location.address.target.clone(), location.side));
        });
    }
    use_effect_with((focus.arrival, focus.target.clone(), focus.side), {
        move |(arrival, target, side)| match target {
            Some(target) => {
                // A target that the article does not have is said on the page.
                let _ = landing::land(target, *side, *arrival == 1);
            }
            None => landing::leave(),
        }
    });
    let on_sheet = {
        let focus = focus.dispatcher();
        use_callback((), move |open, ()| focus.dispatch(FocusAction::Sheet(open)))
    };
    let lost = focus.target.as_ref().filter(|target| !reading.has(target));
    html! {
        <div class="reading">
            <article class="text">
                { origin(&reading.article, &messages) }
                if let Some(target) = lost {
                    <p class="lost" role="status">
                        { messages.with("target-missing", &[("id", target.id().into())]) }
                    </p>
                }
                if let Some(image) = reading.article.image.as_ref().filter(|image| is_ours(image)) {
                    <img class="image" src={image.src.clone()} alt={image.alt.clone()} />
                }
                <Body reading={reading.clone()} />
            </article>
            <Sidebar reading={reading.clone()} sheet={focus.sheet} {on_sheet} />
        </div>
    }
}

/// Who published the article, and when.
fn origin(article: &Article, messages: &Messages) -> Html {
    let date = article.date_published.as_deref();
    let date = date.map(|date| messages.calendar(date).unwrap_or_else(|| date.to_owned()));
    let words: Vec<String> = article.publisher.clone().into_iter().chain(date).collect();
    if words.is_empty() {
        return Html::default();
    }
    html! { <p class="origin">{ words.join(" · ") }</p> }
}

/// Whether the picture is a file of the site: the page asks no other host for anything.
fn is_ours(image: &Image) -> bool {
    !image.src.contains(':') && !image.src.starts_with('/')
}
