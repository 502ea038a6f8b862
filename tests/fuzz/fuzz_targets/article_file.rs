//! Any JSON: reading refuses it or gives an article that is written and read again unchanged.
#![no_main]

use libfuzzer_sys::fuzz_target;

use verbatim::article::file;

fuzz_target!(|text: &str| {
    if let Ok(article) = file::read(text) {
        let again = file::read(&file::write(article.clone())).expect("what is written can be read");
        assert_eq!(again, article);
    }
});
