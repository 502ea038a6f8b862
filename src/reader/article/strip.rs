use std::rc::Rc;

use yew::prelude::*;

use super::Reading;
use super::segment::{kind_class, quote_label};
use crate::reader::Shared;
use crate::reader::element::element;
use crate::reader::messages::Messages;
use crate::reader::slices::{List, slices};

/// The least height of a stretch, in thousandths of the strip: what can be seen and hit.
const LEAST: usize = 6;

/// The strip along the article: who speaks where. A click on a stretch goes to its quote.
pub(in crate::reader) fn strip(reading: &Shared<Reading>, messages: &Rc<Messages>) -> Html {
    if reading.strip.is_empty() {
        return Html::default();
    }
    element(
        "svg",
        &[
            ("class", "strip"),
            ("viewBox", "0 0 12 1006"),
            ("preserveAspectRatio", "none"),
            ("role", "img"),
            ("aria-label", messages.text("strip")),
        ],
        vec![slices(reading, List::Stretches, messages)],
    )
}

/// A part of a quote on the strip.
pub(in crate::reader) fn stretch(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let stretch = reading.strip[i];
    let i = stretch.quote;
    let quote = &reading.article.quotes[i];
    let kind = kind_class(quote.kind);
    let mut class = reading.voice_of_quote(i).class();
    class.push(' ');
    class.push_str(kind);
    let title = element("title", &[], &*quote_label(reading, i, messages));
    element(
        "rect",
        &[
            ("class", &*class),
            ("y", &stretch.from.to_string()),
            ("width", if kind == "direct" { "12" } else { "7" }),
            ("height", &(stretch.to - stretch.from).max(LEAST).to_string()),
            ("data-goto", &quote.id),
            ("data-voice", &reading.voices.of_quote[i].to_string()),
            ("data-sure", &reading.sure(i)),
        ],
        vec![title],
    )
}
