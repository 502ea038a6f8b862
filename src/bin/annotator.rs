//! The worker: imports and annotates a reader's own text off the page's main thread.
//!
//! It speaks JSON text over `postMessage`: says `"ready"` once it has loaded, then answers each
//! request `{"id", "name", "text"}` with `{"id", "article", "leftOut"}` or `{"id", "error"}`.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use verbatim::annotate::annotate;
use verbatim::article::file;
use verbatim::import::import;

/// A text to annotate: its file's name tells its format and gives its id.
#[derive(Deserialize)]
struct Request {
    id: u32,
    name: String,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Box<serde_json::value::RawValue>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data().as_string().unwrap_or_default();
        // The page that asked may be gone; then there is nobody to tell.
        let _ = port.post_message(&JsValue::from_str(&answer(&request)));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::from_str("\"ready\""));
}

fn answer(request: &str) -> String {
    let answer = match serde_json::from_str::<Request>(request) {
        Ok(Request { id, name, text }) => match import(&name, text.as_bytes()) {
            Ok(imported) => Answer {
                id,
                article: serde_json::value::RawValue::from_string(file::write(annotate(
                    imported.article,
                )))
                .ok(),
                left_out: imported.left_out.iter().map(ToString::to_string).collect(),
                error: None,
            },
            Err(error) => {
                Answer { id, article: None, left_out: Vec::new(), error: Some(error.to_string()) }
            }
        },
        Err(error) => {
            Answer { id: 0, article: None, left_out: Vec::new(), error: Some(error.to_string()) }
        }
    };
    serde_json::to_string(&answer).expect("an answer has string keys and finite numbers alone")
}
