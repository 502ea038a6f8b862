//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, window};

/// Puts the text on the clipboard, at once, as a browser asks of what a click does; what is waited
/// for is whether that went well.
pub(crate) fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let navigator = window().map(|window| window.navigator());
    // A page that came over plain HTTP has no clipboard.
    let promise = navigator.and_then(|navigator| {
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        Some(clipboard.dyn_into::<Clipboard>().ok()?.write_text(text))
    });
    async move {
        match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}
