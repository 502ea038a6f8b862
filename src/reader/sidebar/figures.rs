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

/// How the figures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct View {
    /// In which order, as the number of an option.
    order: usize,
    /// Of which kind, as the number of an option; 0 for all.
    kind: usize,
    /// Said by whom, as the number of an option; 0 for all.
    source: usize,
    /// Whether what was asked to be copied last was; nothing where nothing was.
    copied: Option<bool>,
}

/// The figures as a table that is sorted and filtered and copied; dates and like quantities drawn.
pub(super) fn figures(
    reading: &Shared<Reading>,
    view: &UseStateHandle<View>,
    messages: &Messages,
) -> Html {
    let article = &reading.article;
    let (kinds, sources) = (kinds(article), sources(reading));
    let filter = Filter {
        kind: view.kind.checked_sub(1).and_then(|i| kinds.get(i).copied()),
        voice: view.source.checked_sub(1).and_then(|i| sources.get(i).copied()),
    };
    let order = [Order::Place, Order::Kind, Order::Size][view.order.min(2)];
    let rows = rows(reading, filter, order);
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
    let newsroom = messages.text("newsroom");
    let names: Vec<&str> =
        (0..reading.voices.list.len()).map(|voice| name(reading, voice, messages)).collect();
    let said = |voice: Option<usize>| voice.map_or(newsroom, |voice| names[voice]);
    let tables = [TableFormat::Csv, TableFormat::Tsv]
        .map(|format| (format, messages.text("table-headings"), newsroom));
    let onclick = {
        let (view, reading) = (view.clone(), reading.clone());
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        move |click: MouseEvent| {
            let button =
                click.target_dyn_into::<Element>().and_then(|b| b.get_attribute("data-copy"));
            let Some(at) = button.and_then(|at| at.parse::<usize>().ok()) else { return };
            let Some((format, headings, newsroom)) = tables.get(at) else { return };
            let names: Vec<&str> = names.iter().map(|name| &**name).collect();
            let rows = self::rows(&reading, filter, order);
            copy(&table(&rows, *format, headings, (&names, newsroom), in_full), &view);
        }
    };
    let mut all = vec![messages.text("figure-all-kinds")];
    all.extend(kinds.iter().map(|kind| kind_name(messages, *kind)));
    let mut everybody = vec![messages.text("figure-all-sources")];
    everybody.extend(sources.iter().map(|voice| said(*voice)));
    let orders = ["order-place", "order-kind", "order-size"].map(|id| messages.text(id));
    let headings: Vec<Html> = ["figure-value", "figure-what", "figure-who"]
        .into_iter()
        .map(|id| element("th", &[("scope", "col")], messages.text(id)))
        .collect();
    let shown: Vec<Html> =
        rows.iter().map(|row| self::row(reading, row, said(row.voice), messages)).collect();
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
                { scales(reading, &rows, messages) }
                <table>
                    <thead>{ element("tr", &[], headings) }</thead>
                    { element("tbody", &[], shown) }
                </table>
                <div class="choices">
                    { copy_button("0", messages.text("copy-csv")) }
                    { copy_button("1", messages.text("copy-tsv")) }
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

fn row(reading: &Reading, row: &Row, said: &str, messages: &Messages) -> Html {
    let article = &reading.article;
    let Row { figure, words, of, voice } = row;
    let address = Address::of(&article.id, Target::Figure(figure.id.clone()));
    let link = [("href", &*address.to_string()), ("title", words)];
    let value = element("a", &link, &*messages.quantity(figure, words));
    let what = match of {
        Some(words) => element("span", &[("lang", &*article.in_language)], *words),
        None => element("span", &[("class", "general")], kind_name(messages, figure.kind)),
    };
    let class = match voice {
        Some(voice) => ["speaker ", &reading.voices.list[*voice].class()].concat(),
        None => "general".to_owned(),
    };
    let cells = vec![
        element("th", &[("scope", "row")], vec![value]),
        element("td", &[], vec![what]),
        element("td", &[], vec![element("span", &[("class", &*class)], said)]),
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
