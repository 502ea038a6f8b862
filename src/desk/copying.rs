//! Copying, with word of how it went: what a browser refuses is shown, to be copied by hand.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::reader::clipboard::copy;
use crate::reader::messages::Messages;

/// What came of the last copying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Copied {
    /// Nothing was copied yet.
    #[default]
    Nothing,
    /// This is on the clipboard, in words.
    Done(String),
    /// The browser did not take this text.
    Refused(Rc<str>),
}

/// The last copying, and the way to copy a text that is called so.
#[hook]
pub(super) fn use_copying() -> (UseStateHandle<Copied>, Callback<(String, String)>) {
    let copied = use_state(Copied::default);
    let setter = copied.setter();
    let act = move |(text, called): (String, String)| {
        let done = copy(&text);
        let setter = setter.clone();
        spawn_local(async move {
            let went_well = done.await;
            setter.set(if went_well { Copied::Done(called) } else { Copied::Refused(text.into()) });
        });
    };
    (copied, Callback::from(act))
}

/// What the outcome is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OutcomeProps {
    /// What came of it.
    pub(super) copied: Copied,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
}

/// Says what came of the copying; a text that was refused stands there selected.
#[component]
pub(super) fn Outcome(OutcomeProps { copied, messages }: &OutcomeProps) -> Html {
    let field = use_node_ref();
    use_effect_with(copied.clone(), {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // A field of the page can be focused.
                let _ = field.focus();
                field.select();
            }
        }
    });
    let (said, refused) = match copied {
        Copied::Nothing => (String::new(), None),
        Copied::Done(called) => (messages.with("copied-as", &[("what", called.into())]), None),
        Copied::Refused(text) => (messages.text("copy-by-hand").to_owned(), Some(text)),
    };
    html! {
        <>
            <p class="outcome" role="status">{ said }</p>
            if let Some(text) = refused {
                <textarea ref={field} readonly=true rows="5" aria-label={messages.text("copy-by-hand")} value={text.to_string()} />
            }
        </>
    }
}
