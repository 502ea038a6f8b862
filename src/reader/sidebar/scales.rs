use yew::prelude::*;

use super::figures::kind_name;
use crate::reader::article::Reading;
use crate::reader::element::element;
use crate::reader::ledger::{Point, Row, scales as scales_of, time_line};
use crate::reader::messages::Messages;

/// The dates along a line, and like quantities each on their scale, drawn once they are opened. What
/// is drawn stands in the table too.
pub(super) fn scales(
    reading: &Reading,
    rows: &[Row],
    open: bool,
    ontoggle: impl Fn(Event) + 'static,
    messages: &Messages,
) -> Html {
    let (time_line, scales) = (time_line(&reading.article, rows), scales_of(rows));
    if time_line.is_none() && scales.is_empty() {
        return Html::default();
    }
    let mut lines = Vec::new();
    if let Some(line) = time_line.filter(|_| open) {
        lines.push(drawn(reading, rows, &line.points, messages.text("time-line"), false, messages));
    }
    for scale in scales.iter().filter(|_| open) {
        let label = kind_name(messages, scale.kind);
        lines.push(drawn(reading, rows, &scale.points, label, !scale.logarithmic, messages));
    }
    html! {
        <details class="scales" {ontoggle}>
            <summary>{ messages.text("scales") }</summary>
            { lines }
        </details>
    }
}

fn drawn(
    reading: &Reading,
    rows: &[Row],
    points: &[Point],
    label: &str,
    from_zero: bool,
    messages: &Messages,
) -> Html {
    let written = |point: &Point| {
        let row = &rows[point.row];
        messages.quantity(row.figure, row.words)
    };
    let mut marks = vec![element(
        "rect",
        &[("class", "whole"), ("y", "7"), ("width", "1000"), ("height", "2")],
        "",
    )];
    let (mut first, mut last) = (&points[0], &points[0]);
    for point in points {
        if point.from < first.from {
            first = point;
        }
        if point.to > last.to {
            last = point;
        }
        let row = &rows[point.row];
        let (from, to) = (thousandths(point.from), thousandths(point.to));
        let class = row.voice.map(|voice| reading.voices.list[voice].class());
        let mut title = written(point);
        if let Some(of) = row.of {
            title.push_str(" — ");
            title.push_str(of);
        }
        marks.push(element(
            "rect",
            &[
                ("class", class.as_deref().unwrap_or("voice-0")),
                ("x", &from.to_string()),
                ("width", &(to - from.min(to)).max(12).to_string()),
                ("height", "16"),
                ("data-goto", &row.figure.id),
            ],
            vec![element("title", &[], &*title)],
        ));
    }
    let drawing = [
        ("viewBox", "0 0 1012 16"),
        ("preserveAspectRatio", "none"),
        ("role", "img"),
        ("aria-label", label),
    ];
    let start = if from_zero { "0".to_owned() } else { written(first) };
    let ends = vec![element("span", &[], &*start), element("span", &[], &*written(last))];
    let parts = vec![
        element("figcaption", &[], label),
        element("svg", &drawing, marks),
        element("p", &[("class", "ends")], ends),
    ];
    element("figure", &[], parts)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1")]
fn thousandths(fraction: f64) -> usize {
    (fraction * 1000.0) as usize
}
