//! Verbatim reads the news so that you can check it: who said what, and how much.
//!
//! The rooms, in the order in which the data passes through them; each knows only rooms above it:
//!
//! - [`article`]: the article file as types, with its offsets, laws and schema.
//! - [`language`]: what a language knows, as data: cue verbs, names, number words, units.
//! - [`import`]: a file's text to an article with blocks alone.
//! - [`annotate`]: an article to the same article with its people, quotes and figures.
//! - [`edition`]: many articles: the catalogue.
//! - `reader`: the page, for a browser.
//! - `desk`: what one does with an article, beside the page.
//! - `evaluate`: annotated articles against gold answers.
//! - `command`: the command line.
//!
//! The programs: `main.rs` is the page, `bin/desk.rs` the desk, `bin/annotator.rs` the worker,
//! `bin/verbatim.rs` the command.

pub mod annotate;
pub mod article;
#[cfg(feature = "command")]
pub mod command;
#[cfg(feature = "desk")]
pub mod desk;
pub mod edition;
#[cfg(feature = "command")]
pub mod evaluate;
pub mod import;
pub mod language;
#[cfg(feature = "page")]
pub mod reader;
