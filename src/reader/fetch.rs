//! Files of the site, fetched.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_net::http::Request;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fetch<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(T),
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
    /// The file came and cannot be read; its reader's words say why.
    Malformed(String),
}

impl<T> Fetch<T> {
    /// The file as `read` makes it out.
    pub(crate) fn read<U>(&self, read: impl FnOnce(&T) -> Result<U, String>) -> Fetch<U> {
        match self {
            Self::Loading => Fetch::Loading,
            Self::Ready(value) => match read(value) {
                Ok(value) => Fetch::Ready(value),
                Err(problem) => Fetch::Failed(FetchError::Malformed(problem)),
            },
            Self::Failed(error) => Fetch::Failed(error.clone()),
        }
    }
}

/// The text of the file at this link, relative to the site's root, and the way to ask for it
/// again; it is asked for by itself when the connection comes back.
#[hook]
pub(crate) fn use_fetch(link: String) -> (UseStateHandle<Fetch<Rc<str>>>, Callback<MouseEvent>) {
    let state = use_state(|| Fetch::Loading);
    let attempt = use_state(|| 0_u32);
    {
        let state = state.setter();
        use_effect_with((link, *attempt), move |(link, _)| {
            state.set(Fetch::Loading);
            let link = link.clone();
            let wanted = Rc::new(Cell::new(true));
            let left = Rc::clone(&wanted);
            spawn_local(async move {
                let fetched = fetch(&link).await;
                // The reader may have gone on to another page meanwhile.
                if wanted.get() {
                    state.set(fetched.map_or_else(Fetch::Failed, Fetch::Ready));
                }
            });
            move || left.set(false)
        });
    }
    let again = move || attempt.set(attempt.wrapping_add(1));
    {
        let again = again.clone();
        use_effect_with((*state).clone(), move |state| {
            let offline = *state == Fetch::Failed(FetchError::Offline);
            let window = offline.then(window).flatten();
            let back =
                window.map(|window| EventListener::once(&window, "online", move |_| again()));
            move || drop(back)
        });
    }
    (state, Callback::from(move |_| again()))
}

async fn fetch(link: &str) -> Result<Rc<str>, FetchError> {
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
    response.text().await.map(Rc::from).map_err(|_| FetchError::Offline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_malformed() {
        let read = |text: &&str| text.parse::<u32>().map_err(|error| error.to_string());
        assert_eq!(Fetch::Ready("7").read(read), Fetch::Ready(7));
        assert!(matches!(Fetch::Ready("x").read(read), Fetch::Failed(FetchError::Malformed(_))));
        assert_eq!(Fetch::Loading.read(read), Fetch::Loading);
        let offline = Fetch::Failed(FetchError::Offline);
        assert_eq!(offline.read(read), Fetch::Failed(FetchError::Offline));
    }
}
