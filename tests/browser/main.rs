//! Components in a real browser, by wasm-bindgen-test: each test has an element of its own.
#![cfg(target_arch = "wasm32")]

mod annotate;
mod body;
mod landing;
mod messages;
mod notes;
mod sidebar;

use std::rc::Rc;

use verbatim::article::file;
use verbatim::reader::Shared;
use verbatim::reader::article::{Reading, body};
use verbatim::reader::messages::{Language, Messages};
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Document, Element, window};
use yew::{Html, component};

wasm_bindgen_test_configure!(run_in_browser);

/// An article with a figure and a name inside a quote, an indirect quote and a list.
const ARTICLE: &str = r#"{
    "format": 1, "id": "fair", "inLanguage": "ru",
    "blocks": [
        {"kind": "headline", "text": "Ярмарка открылась"},
        {"kind": "paragraph", "text": "«Продали 20 тонн, – сказала Инна Тё. – Рады!»"},
        {"kind": "paragraph", "text": "Она считает, что хватит  всем."},
        {"kind": "list-item", "text": "мёд"},
        {"kind": "list-item", "text": "сыр"}
    ],
    "people": [{"id": "p1", "name": "Инна Тё", "role": "директор", "gender": "feminine"}],
    "mentions": [
        {"person": "p1", "kind": "name", "at": {"block": 1, "start": 28, "end": 35}},
        {"person": "p1", "kind": "pronoun", "at": {"block": 2, "start": 0, "end": 3}}
    ],
    "quotes": [
        {"id": "q1", "kind": "direct", "confidence": 0.9, "speaker": {"person": "p1"}, "parts": [
            {"block": 1, "start": 1, "end": 16},
            {"block": 1, "start": 39, "end": 44}
        ]},
        {"id": "q2", "kind": "indirect", "confidence": 0.8, "speaker": {"person": "p1"}, "parts": [
            {"block": 2, "start": 17, "end": 29}
        ]}
    ],
    "figures": [
        {"id": "f1", "kind": "measure", "at": {"block": 1, "start": 9, "end": 16}, "value": 20000,
            "unit": "kg", "quote": "q1"}
    ]
}"#;

fn reading() -> Shared<Reading> {
    Shared::new(Reading::new(file::read(ARTICLE).expect("an article")))
}

/// The sentences of a language, from its file.
fn messages(language: Language) -> Rc<Messages> {
    Rc::new(Messages::new(match language {
        Language::Kazakh => include_str!("../../static/locales/kk.ftl"),
        Language::Russian => include_str!("../../static/locales/ru.ftl"),
        Language::English => include_str!("../../static/locales/en.ftl"),
    }))
}

/// The text of the article, as its page shows it.
#[component]
fn Body() -> Html {
    body(&reading(), &messages(Language::Russian))
}

fn document() -> Document {
    window().expect("a window").document().expect("a document")
}

/// An element of the page for one test, empty; the one of the test before goes.
fn stage() -> Element {
    let body = document().body().expect("a body");
    for before in all(&body, ".stage") {
        before.remove();
    }
    let stage = document().create_element("div").expect("an element");
    stage.set_class_name("stage");
    body.append_child(&stage).expect("room for it");
    stage
}

/// The elements in this one that the selector finds.
fn all(root: &Element, selector: &str) -> Vec<Element> {
    use wasm_bindgen::JsCast;
    let found = root.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Their texts.
fn texts(root: &Element, selector: &str) -> Vec<String> {
    all(root, selector).iter().filter_map(|element| element.text_content()).collect()
}
