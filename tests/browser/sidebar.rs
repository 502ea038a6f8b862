use std::cell::Cell;
use std::rc::Rc;

use verbatim::reader::messages::Language;
use verbatim::reader::sidebar::{self, Sidebar, SidebarProps};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::{Callback, Html, Properties, Renderer, component, scheduler};

use crate::{all, messages, reading, stage, texts};

async fn sidebar(language: Language) -> Element {
    let stage = stage();
    let props = SidebarProps { reading: reading(), messages: messages(language) };
    Renderer::<Sidebar>::with_root_and_props(stage.clone(), props).render();
    scheduler::flush().await;
    stage
}

#[derive(PartialEq, Properties)]
struct BarProps {
    on_sheet: Callback<bool>,
}

/// The sidebar with its bar, as the article's page shows it.
#[component]
fn WithBar(BarProps { on_sheet }: &BarProps) -> Html {
    sidebar::sidebar(&reading(), &messages(Language::Russian), false, on_sheet)
}

#[wasm_bindgen_test]
async fn a_card_tells_of_its_person_in_the_reader_s_language() {
    let stage = sidebar(Language::English).await;
    assert_eq!(texts(&stage, ".card h3 a"), ["Инна Тё"]);
    assert_eq!(texts(&stage, ".card .role"), ["директор"]);
    assert_eq!(texts(&stage, ".card .counts"), ["2 mentions · 2 quotes"]);
    assert_eq!(texts(&stage, ".card .share span"), ["100% of the words quoted"]);
}

#[wasm_bindgen_test]
async fn an_indirect_quote_is_never_in_quotation_marks() {
    let stage = sidebar(Language::Russian).await;
    assert_eq!(texts(&stage, ".quotes a"), ["«Продали 20 тонн … Рады!»", "хватит  всем"]);
    assert_eq!(texts(&stage, ".quotes .kind"), ["прямая речь", "пересказ"]);
}

#[wasm_bindgen_test]
async fn a_figure_in_a_quote_is_its_speaker_s() {
    let stage = sidebar(Language::Russian).await;
    let row: Vec<String> =
        texts(&stage, "tbody th, tbody td").iter().map(|t| t.replace('\u{a0}', " ")).collect();
    assert_eq!(row, ["20 000 кг", "мера", "Инна Тё"]);
}

#[wasm_bindgen_test]
async fn the_bar_asks_for_the_sheet() {
    let asked = Rc::new(Cell::new(false));
    let on_sheet = Callback::from({
        let asked = Rc::clone(&asked);
        move |open| asked.set(open)
    });
    let stage = stage();
    Renderer::<WithBar>::with_root_and_props(stage.clone(), BarProps { on_sheet }).render();
    scheduler::flush().await;
    let bar = all(&stage, ".sheet-bar button");
    let labels: Vec<_> = bar.iter().filter_map(|element| element.text_content()).collect();
    assert_eq!(labels[..2], ["1 человек", "1 цифра"]);
    bar[0].dyn_ref::<HtmlElement>().expect("a button").click();
    assert!(asked.get());
}
