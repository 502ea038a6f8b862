use verbatim::reader::article::landing::{land, leave};
use verbatim::reader::location::Side;
use verbatim::reader::route::Target;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Renderer, scheduler};

use crate::{Body, document, stage, texts};

#[wasm_bindgen_test]
async fn landing_lights_all_words_of_a_quote_and_focuses_its_link() {
    let stage = stage();
    Renderer::<Body>::with_root(stage.clone()).render();
    scheduler::flush().await;

    assert!(land(&Target::Quote("q1".to_owned()), Side::Text, true).is_some());
    assert_eq!(texts(&stage, ".quote[data-lit]"), ["Продали ", "20 тонн", "Рады!"]);
    let focused = document().active_element().expect("something is focused");
    assert_eq!(focused.get_attribute("data-a").as_deref(), Some("q1"));
    assert_eq!(focused.tag_name(), "A");

    assert!(land(&Target::Person("p1".to_owned()), Side::Text, false).is_some());
    assert_eq!(texts(&stage, "[data-lit]"), ["Инна Тё", "Она"]);
    assert_eq!(texts(&stage, "[data-landed]"), ["Инна Тё"], "the name, not the pronoun");

    assert!(land(&Target::Figure("f9".to_owned()), Side::Text, false).is_none());
    assert_eq!(texts(&stage, "[data-lit]"), [""; 0], "what is not there lights nothing");

    assert!(land(&Target::Figure("f1".to_owned()), Side::Text, false).is_some());
    leave();
    assert_eq!(texts(&stage, "[data-lit], [data-landed]"), [""; 0]);
}
