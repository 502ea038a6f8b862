//! Components in a real browser, by wasm-bindgen-test.
#![cfg(target_arch = "wasm32")]
