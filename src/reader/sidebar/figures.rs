use std::rc::Rc;

use js_sys::Number;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::people::name;
use super::scales::scales;
use super::{choice, chosen};
use crate::article::FigureKind;
use crate::reader::Shared;
use crate::reader::article::{Reading, card_id};
use crate::reader::clipboard;
use crate::reader::element::element;
use crate::reader::ledger::{Filter, Order, Row, kinds, rows, sources, table};
use crate::reader::markup::TableFormat;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};
use crate::reader::slices::{List, slices};

/// More rows than these are laid out only where they are seen; not so the choices above them: where
/// there are fields, a browser that fills in forms has all around them laid out.
const LONG: usize = 100;

/// How the figures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct View {
    /// In which order, as the number of an option.
    order: usize,
    /// Of which kind, as the number of an option; 0 for all.
    kind: usize,
    /// Said by whom, as the number of an option; 0 for all.
    source: usize,
    /// Whether the scales are open.
    scales: bool,
    /// Whether what was asked to be copied last was; nothing where nothing was.
    copied: Option<bool>,
}

/// The figures as a table that is sorted and filtered and copied; dates and like quantities drawn.
pub(super) fn figures(
    reading: &Shared<Reading>,
    view: &UseStateHandle<View>,
    messages: &Rc<Messages>,
) -> Html {
    let article = &reading.article;
    let (kinds, sources) = (kinds(article), sources(reading));
    let filter = Filter {
        kind: view.kind.checked_sub(1).and_then(|i| kinds.get(i).copied()),
        voice: view.source.checked_sub(1).and_then(|i| sources.get(i).copied()),
    };
    let order = [Order::Place, Order::Kind, Order::Size][view.order.min(2)];
    let rows = rows(reading, filter, order);
    let numbers: Rc<[usize]> = rows.iter().map(|row| row.number).collect();
    // Chosen otherwise, it is another list.
    let key = [view.order, view.kind, view.source].map(|chosen| chosen.to_string()).join(" ");
    let onchange = {
        let view = view.clone();
        move |event: Event| {
            let Some((name, chosen)) = chosen(&event) else { return };
            let mut changed = View { copied: None, ..*view };
            match &*name {
                "order" => changed.order = chosen,
                "kind" => changed.kind = chosen,
                _ => changed.source = chosen,
            }
            view.set(changed);
        }
    };
    let onclick = {
        let (view, reading, messages) = (view.clone(), reading.clone(), Rc::clone(messages));
        move |click: MouseEvent| {
            let button =
                click.target_dyn_into::<Element>().and_then(|b| b.get_attribute("data-copy"));
            let format = match button.as_deref() {
                Some("csv") => TableFormat::Csv,
                Some("tsv") => TableFormat::Tsv,
                _ => return,
            };
            let voices = 0..reading.voices.list.len();
            let names: Vec<&str> = voices.map(|voice| name(&reading, voice, &messages)).collect();
            let said = (&*names, messages.text("newsroom"));
            let rows = self::rows(&reading, filter, order);
            copy(&table(&rows, format, messages.text("table-headings"), said, in_full), &view);
        }
    };
    let ontoggle = {
        let view = view.clone();
        move |event: Event| {
            let drawn =
                event.target_dyn_into::<Element>().is_some_and(|it| it.has_attribute("open"));
            view.set(View { scales: drawn, ..*view });
        }
    };
    let mut all = vec![messages.text("figure-all-kinds")];
    all.extend(kinds.iter().map(|kind| kind_name(messages, *kind)));
    let mut everybody = vec![messages.text("figure-all-sources")];
    everybody.extend(sources.iter().map(|voice| said(reading, *voice, messages)));
    let orders = ["order-place", "order-kind", "order-size"].map(|id| messages.text(id));
    let headings: Vec<Html> = ["figure-value", "figure-what", "figure-who"]
        .into_iter()
        .map(|id| element("th", &[("scope", "col")], messages.text(id)))
        .collect();
    html! {
        <section class="figures" aria-labelledby="figures" {onchange} {onclick}>
            <h2 id="figures">{ messages.text("figures") }</h2>
            if article.figures.is_empty() {
                <p class="none">{ messages.text("figures-none") }</p>
            } else {
                <div class="choices">
                    { choice("order", messages.text("order"), &orders, view.order) }
                    { choice("kind", messages.text("figure-kind"), &all, view.kind) }
                    { choice("source", messages.text("figure-who"), &everybody, view.source) }
                </div>
                { scales(reading, &rows, view.scales, ontoggle, messages) }
                <div data-long={(rows.len() > LONG).then_some("")}>
                <table>
                    <thead>{ element("tr", &[], headings) }</thead>
                    <tbody {key}>{ slices(reading, List::Rows(numbers), messages) }</tbody>
                </table>
                </div>
                <div class="choices">
                    { copy_button("csv", messages.text("copy-csv")) }
                    { copy_button("tsv", messages.text("copy-tsv")) }
                    <span role="status">
                        { view.copied.map_or("", |done| {
                            messages.text(if done { "copied" } else { "copy-failed" })
                        }) }
                    </span>
                </div>
            }
        </section>
    }
}

fn copy_button(table: &str, label: &str) -> Html {
    element("button", &[("type", "button"), ("data-copy", table)], label)
}

/// Who says a figure: a voice, or the newsroom.
fn said<'a>(reading: &'a Reading, voice: Option<usize>, messages: &Messages) -> &'a str {
    voice.map_or(messages.text("newsroom"), |voice| name(reading, voice, messages))
}

/// A row of the table.
pub(in crate::reader) fn row(reading: &Reading, number: usize, messages: &Messages) -> Html {
    let article = &reading.article;
    let Some(Row { figure, words, of, voice, .. }) = Row::new(reading, number) else {
        return Html::default();
    };
    let address = Address::of(&article.id, Target::Figure(figure.id.clone()));
    let link = [("href", &*address.to_string()), ("title", words)];
    let value = element("a", &link, &*messages.quantity(figure, words));
    let what = match of {
        Some(words) => element("span", &[("lang", &*article.in_language)], words),
        None => element("span", &[("class", "general")], kind_name(messages, figure.kind)),
    };
    let class = match voice {
        Some(voice) => ["speaker ", &reading.voices.list[voice].class()].concat(),
        None => "general".to_owned(),
    };
    let cells = vec![
        element("th", &[("scope", "row")], vec![value]),
        element("td", &[], vec![what]),
        element(
            "td",
            &[],
            vec![element("span", &[("class", &*class)], said(reading, voice, messages))],
        ),
    ];
    let card = card_id(&figure.id);
    element("tr", &[("id", &*card), ("data-card", &figure.id), ("tabindex", "-1")], cells)
}

/// The kind of a figure in words.
pub(super) fn kind_name(messages: &Messages, kind: FigureKind) -> &'static str {
    messages.text(match kind {
        FigureKind::Count => "figure-count",
        FigureKind::Measure => "figure-measure",
        FigureKind::Money => "figure-money",
        FigureKind::Percent => "figure-percent",
        FigureKind::Ordinal => "figure-ordinal",
        FigureKind::Age => "figure-age",
        FigureKind::Date => "figure-date",
        FigureKind::Time => "figure-time",
        FigureKind::Duration => "figure-duration",
    })
}

/// The number in full, with a point.
fn in_full(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// Puts the text on the clipboard, and says whether that went well.
fn copy(text: &str, view: &UseStateHandle<View>) {
    let copied = clipboard::copy(text);
    let view = view.clone();
    spawn_local(async move {
        let done = copied.await;
        view.set(View { copied: Some(done), ..*view });
    });
}
