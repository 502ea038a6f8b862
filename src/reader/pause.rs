use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Waits until the browser has done what waits for it: between two slices of long work.
pub(crate) async fn pause() {
    let later = Promise::new(&mut |done, _| {
        // Without a window nothing waits.
        let _ = window().map(|window| window.set_timeout_with_callback(&done));
    });
    // What is never refused.
    let _ = JsFuture::from(later).await;
}
