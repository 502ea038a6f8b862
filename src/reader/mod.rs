//! The reader: an article on the page, for a browser.
