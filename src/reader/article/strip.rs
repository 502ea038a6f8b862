use yew::prelude::*;

use super::Reading;
use super::segment::{kind_class, quote_label};
use crate::reader::element::element;
use crate::reader::messages::Messages;
use crate::reader::voices::strip as stretches;

/// The least height of a stretch, in thousandths of the strip: what can be seen and hit.
const LEAST: usize = 6;

/// The strip along the article: who speaks where. A click on a stretch goes to its quote.
pub(in crate::reader) fn strip(reading: &Reading, messages: &Messages) -> Html {
    let article = &reading.article;
    if article.quotes.is_empty() {
        return Html::default();
    }
    let stretch = |stretch: crate::reader::voices::Stretch| {
        let i = stretch.quote;
        let kind = kind_class(article.quotes[i].kind);
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
                ("data-goto", &article.quotes[i].id),
                ("data-voice", &reading.voices.of_quote[i].to_string()),
                ("data-sure", &reading.percent_sure(i).to_string()),
            ],
            vec![title],
        )
    };
    element(
        "svg",
        &[
            ("class", "strip"),
            ("viewBox", "0 0 12 1006"),
            ("preserveAspectRatio", "none"),
            ("role", "img"),
            ("aria-label", messages.text("strip")),
        ],
        stretches(article).into_iter().map(stretch).collect::<Vec<Html>>(),
    )
}
