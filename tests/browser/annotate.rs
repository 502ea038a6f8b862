//! The annotator gives in WebAssembly what it gives natively, byte for byte: the bundled articles
//! were annotated natively.

use verbatim::annotate::annotate;
use verbatim::article::file;
use wasm_bindgen_test::wasm_bindgen_test;

const ARTICLES: [&str; 5] = [
    include_str!("../../static/articles/nur-otan-kostanay.json"),
    include_str!("../../static/articles/voda-v-sinegorevske.json"),
    include_str!("../../static/articles/razgovor-v-arhive.json"),
    include_str!("../../static/articles/ashgrove-telescope.json"),
    include_str!("../../static/articles/saryozen-auyzsu.json"),
];

#[wasm_bindgen_test]
fn webassembly_annotates_as_the_native_command_does() {
    for json in ARTICLES {
        let article = file::read(json).expect("a bundled article is sound");
        assert_eq!(file::write(annotate(article)), json.trim_end());
    }
}
