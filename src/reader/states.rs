//! What the page says while, or instead of, showing what was asked for.

use yew::prelude::*;

use super::fetch::FetchError;
use super::messages::use_messages;

/// Says that something is on its way.
#[component]
pub(crate) fn Loading() -> Html {
    let messages = use_messages();
    html! { <p class="loading" role="status">{ messages.text("loading") }</p> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct NoticeProps {
    /// What happened.
    pub(crate) title: AttrValue,
    /// What it means and what can be done.
    pub(crate) text: AttrValue,
    /// The machine's own words, for who mends it.
    #[prop_or_default]
    pub(crate) detail: Option<AttrValue>,
    /// Tries again, where that can help.
    #[prop_or_default]
    pub(crate) retry: Option<Callback<()>>,
}

/// Says what happened instead of what was asked for, and offers the ways out.
#[component]
pub(crate) fn Notice(props: &NoticeProps) -> Html {
    let messages = use_messages();
    html! {
        <section class="notice" role="alert">
            <h1>{ props.title.clone() }</h1>
            <p>{ props.text.clone() }</p>
            if let Some(detail) = &props.detail {
                <pre class="detail" lang="en">{ detail.clone() }</pre>
            }
            <p class="ways">
                if let Some(retry) = &props.retry {
                    <button type="button" onclick={retry.reform(|_| ())}>
                        { messages.text("retry") }
                    </button>
                }
                <a href="./">{ messages.text("all-articles") }</a>
            </p>
        </section>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct FailureProps {
    /// The file that did not come.
    pub(crate) file: AttrValue,
    /// Why.
    pub(crate) error: FetchError,
    /// Asks for it again.
    pub(crate) retry: Callback<()>,
}

/// Says why a file did not come.
#[component]
pub(crate) fn Failure(props: &FailureProps) -> Html {
    let messages = use_messages();
    let file = [("file", props.file.as_str().into())];
    let (title, text, detail) = match &props.error {
        FetchError::Offline => {
            (messages.text("offline-title"), messages.with("offline-text", &file), None)
        }
        FetchError::NotFound => {
            (messages.text("not-found-title"), messages.with("not-found-text", &file), None)
        }
        FetchError::Status(status) => (
            messages.text("status-title"),
            messages.with("status-text", &file),
            Some(format!("HTTP {status}")),
        ),
        FetchError::Malformed(problem) => (
            messages.text("malformed-title"),
            messages.with("malformed-text", &file),
            Some(problem.clone()),
        ),
    };
    html! {
        <Notice
            {title}
            {text}
            detail={detail.map(AttrValue::from)}
            retry={props.retry.clone()}
        />
    }
}
