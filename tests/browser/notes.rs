//! The store of notes in a real browser's `IndexedDB`.

use verbatim::article::Span;
use verbatim::desk::notes::{Colour, Note, Store, Unkept};
use verbatim::reader::selector::Selector;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

use crate::reading;

const FIRST: &str = "2024-03-05T10:00:00.000Z";
const SECOND: &str = "2024-03-06T10:00:00.000Z";

/// A store that no other test has.
fn store(name: &'static str) -> Store {
    Store::new(name, Callback::noop())
}

fn note(text: &str, modified: &str) -> Note {
    Note {
        id: "n1".to_owned(),
        article: "fair".to_owned(),
        selector: Selector::new(&reading().article, Span::new(3, 0, 6)).expect("мёд"),
        colour: Colour::Green,
        text: text.to_owned(),
        created: FIRST.to_owned(),
        modified: modified.to_owned(),
    }
}

fn new(note: Note) -> Unkept {
    Unkept { note, seen: None }
}

#[wasm_bindgen_test]
async fn what_one_tab_keeps_another_finds() {
    let note = note("Почём?", FIRST);
    let kept = store("kept").keep(&[new(note.clone())]).await.expect("room");
    assert_eq!(kept, vec![note.clone()]);
    let other = store("kept");
    assert_eq!(other.on("fair").await, Ok(vec![note.clone()]));
    assert_eq!(other.on("market").await, Ok(Vec::new()));
    assert_eq!(other.all().await, Ok(vec![note]));
}

#[wasm_bindgen_test]
async fn a_change_of_what_was_seen_takes_its_place() {
    let store = store("changed");
    store.keep(&[new(note("Почём?", FIRST))]).await.expect("room");
    let change = Unkept { note: note("Дорого.", SECOND), seen: Some(FIRST.to_owned()) };
    store.keep(&[change]).await.expect("room");
    assert_eq!(store.all().await, Ok(vec![note("Дорого.", SECOND)]));
}

#[wasm_bindgen_test]
async fn a_change_of_what_another_tab_has_changed_leaves_both() {
    let store = store("both");
    store.keep(&[new(note("Почём?", SECOND))]).await.expect("room");
    let change = Unkept { note: note("Свежий?", FIRST), seen: Some("before".to_owned()) };
    let kept = store.keep(&[change]).await.expect("room");
    let texts = |notes: Vec<Note>| -> Vec<String> {
        let mut texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(kept), ["Почём?", "Свежий?"]);
    let all = store.all().await.expect("a store");
    let newest = all.iter().find(|note| note.id == "n1").expect("the note");
    assert_eq!(newest.text, "Почём?", "the newer stays under the id");
    assert_eq!(texts(all), ["Почём?", "Свежий?"]);
}

#[wasm_bindgen_test]
async fn a_removal_takes_only_what_was_seen() {
    let store = store("removed");
    store.keep(&[new(note("Почём?", SECOND))]).await.expect("room");
    let there = store.remove(&note("", FIRST)).await;
    assert_eq!(there, Ok(Some(note("Почём?", SECOND))));
    assert_eq!(store.remove(&note("Почём?", SECOND)).await, Ok(None));
    assert_eq!(store.all().await, Ok(Vec::new()));
}
