//! The reader: an article on the page, for a browser.
//!
//! In come `articles/index.json` and `articles/ID.json`, out go elements. This room knows `article`
//! and `edition`.
//!
//! What changes lives in three places, each a pure type with its own tests, each given to the
//! components by one context:
//!
//! - [`location`]: the address, which says what is shown and what is lit;
//! - [`settings`]: what the reader chose, kept on the device;
//! - [`focus`]: what is lit on the article's page, and whether the sheet is open.
//!
//! What one does with an article is the desk's, a program beside the page: [`frame`] asks for it.
//!
//! The rules of the room: the text of an article reaches the page as text nodes alone, never as
//! markup; the body of an article is rendered once, and what is lit in it changes by attributes
//! ([`article::landing`]); a component never holds a sentence, [`messages`] does; web APIs are
//! called in effects, hooks and handlers alone.

mod app;
pub mod article;
pub(crate) mod clipboard;
pub(crate) mod element;
pub(crate) mod fetch;
pub mod focus;
pub mod frame;
pub mod location;
pub mod messages;
mod pages;
pub(crate) mod pause;
pub mod route;
pub mod settings;
mod shared;
pub mod sidebar;
pub(crate) mod slices;
pub(crate) mod states;
mod title;

pub mod keys;
pub mod ledger;
pub mod markup;
pub mod reading;
pub mod selector;
pub mod voices;

pub use app::App;
pub use shared::Shared;
