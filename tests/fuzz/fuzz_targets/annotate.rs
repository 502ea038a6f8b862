//! Any text: the annotation is sound, and of the same text.
#![no_main]

use libfuzzer_sys::fuzz_target;

use verbatim::annotate::annotate;
use verbatim::article::{Article, check};
use verbatim::import::import;

fuzz_target!(|bytes: &[u8]| {
    let Ok(imported) = import("text.txt", bytes) else { return };
    if imported.article.blocks.is_empty() {
        return;
    }
    let article = Article { in_language: "ru".to_owned(), ..imported.article };
    let annotated = annotate(article.clone());
    assert_eq!(annotated.blocks, article.blocks);
    let faults = check(&annotated);
    assert!(faults.is_empty(), "{faults:#?}");
});
