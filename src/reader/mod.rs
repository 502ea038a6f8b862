//! The reader: an article on the page, for a browser.

pub mod cite;
pub mod markup;
pub mod notes;
pub mod reading;
pub mod selector;
pub mod voices;
