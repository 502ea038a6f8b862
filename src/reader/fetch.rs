//! Files of the site, fetched and read.

use gloo_events::EventListener;
use gloo_net::http::Request;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

use super::Shared;

/// How far a file has come.
#[derive(Debug)]
pub(crate) enum Fetch<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(Shared<T>),
    /// It did not come.
    Failed(FetchError),
}

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// The server could not be reached.
    Offline,
    /// There is no such file.
    NotFound,
    /// The server answered with this status.
    Status(u16),
    /// The file came and cannot be read; the reader's words say why.
    Malformed(String),
}

/// A file on its way, and the way to ask for it again.
#[derive(Clone, Debug)]
pub(crate) struct FetchHandle<T> {
    /// How far it has come.
    pub(crate) state: UseStateHandle<Fetch<T>>,
    /// Asks for it again.
    pub(crate) retry: Callback<()>,
}

/// The file at this link, relative to the site's root, as `read` makes it out; asked for again
/// whenever the link changes, and by itself when the connection comes back.
#[hook]
pub(crate) fn use_fetch<T: 'static>(
    link: String,
    read: fn(&str) -> Result<T, String>,
) -> FetchHandle<T> {
    let state = use_state(|| Fetch::Loading);
    let attempt = use_state(|| 0_u32);
    {
        let state = state.setter();
        use_effect_with((link, *attempt), move |(link, _)| {
            state.set(Fetch::Loading);
            let link = link.clone();
            let current = std::rc::Rc::new(std::cell::Cell::new(true));
            let wanted = std::rc::Rc::clone(&current);
            spawn_local(async move {
                let fetched = fetch(&link, read).await;
                // The reader may have gone on to another page meanwhile.
                if wanted.get() {
                    state.set(match fetched {
                        Ok(value) => Fetch::Ready(Shared::new(value)),
                        Err(error) => Fetch::Failed(error),
                    });
                }
            });
            move || current.set(false)
        });
    }
    let retry = use_callback(attempt, |(), attempt| attempt.set(attempt.wrapping_add(1)));
    let offline = matches!(*state, Fetch::Failed(FetchError::Offline));
    {
        let retry = retry.clone();
        use_effect_with((offline, retry), |(offline, retry)| {
            let retry = retry.clone();
            let listener = offline
                .then(window)
                .flatten()
                .map(|window| EventListener::once(&window, "online", move |_| retry.emit(())));
            move || drop(listener)
        });
    }
    FetchHandle { state, retry }
}

async fn fetch<T>(link: &str, read: fn(&str) -> Result<T, String>) -> Result<T, FetchError> {
    let response = Request::get(link).send().await.map_err(|_| FetchError::Offline)?;
    match response.status() {
        200 => {}
        404 => return Err(FetchError::NotFound),
        status => return Err(FetchError::Status(status)),
    }
    // A host that answers every address with the page has no such file.
    let kind = response.headers().get("content-type").unwrap_or_default();
    if kind.starts_with("text/html") {
        return Err(FetchError::NotFound);
    }
    let text = response.text().await.map_err(|_| FetchError::Offline)?;
    read(&text).map_err(FetchError::Malformed)
}
