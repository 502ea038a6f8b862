//! What the page says while, or instead of, showing what was asked for.

use yew::prelude::*;

use super::fetch::FetchError;
use super::messages::Messages;

/// Says that something is on its way.
pub(crate) fn loading(messages: &Messages) -> Html {
    html! { <p class="loading" role="status">{ messages.text("loading") }</p> }
}

/// What happened instead of what was asked for.
#[derive(Default)]
pub(crate) struct Notice {
    /// In a few words.
    pub(crate) title: &'static str,
    /// What it means and what can be done.
    pub(crate) text: String,
    /// The machine's own words, for who mends it.
    pub(crate) detail: Option<String>,
    /// Tries again, where that can help.
    pub(crate) retry: Option<Callback<MouseEvent>>,
}

impl Notice {
    /// Says it, and offers the ways out.
    pub(crate) fn show(self, messages: &Messages) -> Html {
        html! {
            <section class="notice" role="alert">
                <h1>{ self.title }</h1>
                <p>{ self.text }</p>
                if let Some(detail) = self.detail {
                    <pre class="detail" lang="en">{ detail }</pre>
                }
                <p class="ways">
                    if let Some(onclick) = self.retry {
                        <button type="button" {onclick}>{ messages.text("retry") }</button>
                    }
                    <a href="./">{ messages.text("all-articles") }</a>
                </p>
            </section>
        }
    }

    /// Why this file did not come.
    pub(crate) fn of(
        error: &FetchError,
        file: &str,
        retry: Callback<MouseEvent>,
        messages: &Messages,
    ) -> Self {
        let values = [("file", file.into())];
        let (title, text, detail) = match error {
            FetchError::Offline => ("offline-title", "offline-text", None),
            FetchError::NotFound => ("not-found-title", "not-found-text", None),
            FetchError::Status(status) => {
                ("status-title", "status-text", Some(format!("HTTP {status}")))
            }
            FetchError::Malformed(problem) => {
                ("malformed-title", "malformed-text", Some(problem.clone()))
            }
        };
        Self {
            title: messages.text(title),
            text: messages.with(text, &values),
            detail,
            retry: Some(retry),
        }
    }
}
