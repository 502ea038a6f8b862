//! The reader: an article on the page, for a browser.

pub mod aloud;
pub mod cite;
pub mod find;
pub mod keys;
pub mod ledger;
pub mod markup;
pub mod notes;
pub mod reading;
pub mod selector;
pub mod settings;
pub mod stem;
pub mod voices;
