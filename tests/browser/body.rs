use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::{Renderer, scheduler};

use crate::{Body, all, stage, texts};

async fn body() -> Element {
    let stage = stage();
    Renderer::<Body>::with_root(stage.clone()).render();
    scheduler::flush().await;
    stage
}

#[wasm_bindgen_test]
async fn the_blocks_are_the_text_in_elements_of_their_kind() {
    let stage = body().await;
    assert_eq!(texts(&stage, "h1"), ["Ярмарка открылась"]);
    let paragraphs =
        ["«Продали 20 тонн, – сказала Инна Тё. – Рады!»", "Она считает, что хватит  всем."];
    assert_eq!(texts(&stage, "p"), paragraphs);
    assert_eq!(texts(&stage, "ul > li"), ["мёд", "сыр"]);
    assert_eq!(all(&stage, "ul").len(), 1);
}

#[wasm_bindgen_test]
async fn overlapping_marks_are_cut_and_keep_all_their_ids() {
    let stage = body().await;
    let marked: Vec<_> = all(&stage, "[data-a]")
        .iter()
        .map(|e| {
            let id = e.get_attribute("data-a").unwrap_or_default();
            (e.tag_name(), id, e.text_content().unwrap_or_default())
        })
        .collect();
    let marked: Vec<_> =
        marked.iter().map(|(tag, ids, text)| (tag.as_str(), ids.as_str(), text.as_str())).collect();
    assert_eq!(
        marked,
        [
            ("A", "q1", ""),
            ("SPAN", "q1", "Продали "),
            ("A", "q1 f1", "20 тонн"),
            ("A", "p1", "Инна Тё"),
            ("SPAN", "q1", "Рады!"),
            ("SPAN", "p1", "Она"),
            ("A", "q2", ""),
            ("SPAN", "q2", "хватит  всем"),
        ]
    );
}

#[wasm_bindgen_test]
async fn links_lead_to_addresses_and_a_quote_is_announced_with_its_speaker() {
    let stage = body().await;
    let links: Vec<_> =
        all(&stage, "a").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert_eq!(links, ["a/fair#q1", "a/fair#f1", "a/fair#p1", "a/fair#q2"]);
    let heads: Vec<_> =
        all(&stage, "a.voice").iter().filter_map(|link| link.get_attribute("aria-label")).collect();
    assert_eq!(heads, ["Инна Тё: прямая речь", "Инна Тё: пересказ"]);
}

#[wasm_bindgen_test]
async fn spaces_are_kept_only_where_a_browser_would_lose_them() {
    let stage = body().await;
    let kept: Vec<_> =
        all(&stage, "p").iter().filter_map(|p| p.get_attribute("data-block")).collect();
    assert_eq!(kept, ["plain", "kept"]);
}
