use yew::prelude::*;

use crate::article::{Figure, FigureKind};
use crate::reader::article::Reading;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};

/// The figures in the order of the text: the value, what it counts, and who says it.
pub(super) fn figures(reading: &Reading, messages: &Messages) -> Html {
    let figures = &reading.article.figures;
    html! {
        <section class="figures" aria-labelledby="figures">
            <h2 id="figures">{ messages.text("figures") }</h2>
            if figures.is_empty() {
                <p class="none">{ messages.text("figures-none") }</p>
            } else {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ messages.text("figure-value") }</th>
                            <th scope="col">{ messages.text("figure-what") }</th>
                            <th scope="col">{ messages.text("figure-who") }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for (0..figures.len()).map(|i| row(reading, i, messages)) }
                    </tbody>
                </table>
            }
        </section>
    }
}

fn row(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let article = &reading.article;
    let figure = &article.figures[i];
    let words = article.text(figure.at).unwrap_or_default();
    let address = Address::of(&article.id, Target::Figure(figure.id.clone()));
    html! {
        <tr data-card={figure.id.clone()} tabindex="-1">
            <th scope="row">
                <a href={address.to_string()} title={words.to_owned()}>
                    { messages.quantity(figure, words) }
                </a>
            </th>
            <td>{ what(reading, figure, messages) }</td>
            <td>{ who(reading, i, messages) }</td>
        </tr>
    }
}

/// What is counted, in the text's words, or else what kind of figure it is.
fn what(reading: &Reading, figure: &Figure, messages: &Messages) -> Html {
    let article = &reading.article;
    if let Some(words) = figure.of.and_then(|of| article.text(of)) {
        return html! { <span lang={article.in_language.clone()}>{ words }</span> };
    }
    let kind = messages.text(match figure.kind {
        FigureKind::Count => "figure-count",
        FigureKind::Measure => "figure-measure",
        FigureKind::Money => "figure-money",
        FigureKind::Percent => "figure-percent",
        FigureKind::Ordinal => "figure-ordinal",
        FigureKind::Age => "figure-age",
        FigureKind::Date => "figure-date",
        FigureKind::Time => "figure-time",
        FigureKind::Duration => "figure-duration",
    });
    html! { <span class="general">{ kind }</span> }
}

/// The speaker, where the figure stands in a quote, or else the newsroom.
fn who(reading: &Reading, figure: usize, messages: &Messages) -> Html {
    let Some(voice) = reading.voice_of_figure(figure) else {
        return html! { <span class="general">{ messages.text("newsroom") }</span> };
    };
    let name = match voice.name(&reading.article) {
        "" => messages.text("speaker-unknown"),
        name => name,
    };
    html! { <span class={classes!("speaker", voice.class())}>{ name }</span> }
}
