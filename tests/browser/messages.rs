use verbatim::article::{Bound, Figure, FigureKind, Span};
use verbatim::reader::messages::Language;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::messages;

/// The text with ordinary spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn figure(kind: FigureKind, value: f64) -> Figure {
    Figure {
        id: "f1".to_owned(),
        kind,
        at: Span::new(0, 0, 1),
        value: Some(value),
        to: None,
        bound: None,
        unit: None,
        date: None,
        of: None,
        quote: None,
    }
}

#[wasm_bindgen_test]
fn a_count_has_the_plural_form_of_its_language() {
    let russian = messages(Language::Russian);
    let quotes = |n: usize| russian.with("quotes", &[("count", n.into())]);
    assert_eq!(quotes(1), "1 цитата");
    assert_eq!(quotes(3), "3 цитаты");
    assert_eq!(quotes(11), "11 цитат");
    assert_eq!(quotes(21), "21 цитата");
    let english = messages(Language::English);
    assert_eq!(english.with("quotes", &[("count", 1_usize.into())]), "1 quote");
    assert_eq!(english.with("quotes", &[("count", 2_usize.into())]), "2 quotes");
}

#[wasm_bindgen_test]
fn a_figure_is_written_as_the_language_writes_it() {
    let messages = messages(Language::Russian);
    let write = |figure: &Figure| plain(&messages.quantity(figure, "words"));
    let over = Figure { bound: Some(Bound::Over), ..figure(FigureKind::Count, 500.0) };
    assert_eq!(write(&over), "более 500");
    assert_eq!(write(&figure(FigureKind::Count, 1000.0)), "1 000");
    let percent = Figure { unit: Some("%".to_owned()), ..figure(FigureKind::Percent, 4.5) };
    assert_eq!(write(&percent), "4,5 %");
    let range =
        Figure { to: Some(15.0), unit: Some("%".to_owned()), ..figure(FigureKind::Percent, 10.0) };
    assert_eq!(write(&range), "10–15 %");
    let money = Figure { unit: Some("RUB".to_owned()), ..figure(FigureKind::Money, 3_541_234.0) };
    assert_eq!(write(&money), "3 541 234 ₽");
    assert_eq!(write(&figure(FigureKind::Age, 43.0)), "43 года");
}

#[wasm_bindgen_test]
fn what_the_language_cannot_write_stays_in_the_text_s_words() {
    let messages = messages(Language::English);
    let write = |figure: &Figure| messages.quantity(figure, "words");
    let unit = Figure { unit: Some("[stone]".to_owned()), ..figure(FigureKind::Measure, 3.0) };
    assert_eq!(write(&unit), "words");
    let currency = Figure { unit: Some("тенге".to_owned()), ..figure(FigureKind::Money, 3.0) };
    assert_eq!(write(&currency), "words");
    assert_eq!(write(&figure(FigureKind::Ordinal, 1.0)), "words");
}

#[wasm_bindgen_test]
fn a_date_is_written_as_precise_as_it_is() {
    let messages = messages(Language::English);
    assert_eq!(messages.calendar("2018-09-26").as_deref(), Some("September 26, 2018"));
    assert_eq!(messages.calendar("2018-09").as_deref(), Some("September 2018"));
    assert_eq!(messages.calendar("--02-29").as_deref(), Some("February 29"));
    assert_eq!(messages.calendar("2018").as_deref(), Some("2018"));
    assert_eq!(messages.calendar("yesterday"), None);
}
