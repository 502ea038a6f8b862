use std::rc::Rc;

use yew::prelude::*;

use super::super::element::{element, way};
use crate::reader::Shared;
use crate::reader::article::{Reading, card_id, kind_class, kind_name};
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};
use crate::reader::slices::{List, slices};
use crate::reader::voices::{Voice, Who};

/// More cards than these are laid out only where they are seen.
const LONG: usize = 12;

/// How the quoted words are shared out, and a card for each voice: those who speak, in the order in
/// which they begin, then those who are mentioned alone.
pub(super) fn people(reading: &Shared<Reading>, messages: &Rc<Messages>) -> Html {
    let voices = &reading.voices.list;
    html! {
        <section class="people" aria-labelledby="people">
            <h2 id="people">{ messages.text("people") }</h2>
            if voices.is_empty() {
                <p class="none">{ messages.text("people-none") }</p>
            } else {
                { airtime(reading, messages) }
                <ul class="cards" data-long={(voices.len() > LONG).then_some("")}>
                    { slices(reading, List::Cards, messages) }
                </ul>
            }
        </section>
    }
}

/// The name of a voice in the reader's language where the article has none.
pub(super) fn name<'a>(reading: &'a Reading, voice: usize, messages: &Messages) -> &'a str {
    match reading.voices.list[voice].name(&reading.article) {
        "" => messages.text("speaker-unknown"),
        name => name,
    }
}

/// Everybody's part of the words quoted as said, side by side; and who has none.
fn airtime(reading: &Reading, messages: &Messages) -> Html {
    let voices = &reading.voices;
    let mut parts = Vec::new();
    let mut before = 0;
    for (i, voice) in voices.list.iter().enumerate() {
        let from = thousandths(before, voices.words);
        before += voice.words;
        let width = thousandths(before, voices.words) - from;
        if width > 0 {
            let name = name(reading, i, messages);
            parts.push(element(
                "rect",
                &[
                    ("class", &*voice.class()),
                    ("x", &from.to_string()),
                    ("width", &width.to_string()),
                    ("height", "10"),
                    ("data-spot", &i.to_string()),
                ],
                vec![element("title", &[], name)],
            ));
        }
    }
    let mut speaking = 0;
    let (mut unnamed, mut silent) = (0, 0);
    for voice in &voices.list {
        match voice.who {
            Who::Unnamed(_) => unnamed += 1,
            _ if voice.quotes.is_empty() => silent += 1,
            Who::Unknown => {}
            _ => speaking += 1,
        }
    }
    let counts = [("speaking", speaking), ("unnamed-sources", unnamed), ("silent", silent)];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count): (_, usize)| messages.with(id, &[("count", count.into())]))
        .collect();
    let counts = counts.join(" · ");
    let label = messages.text("airtime");
    let mut bar = Html::default();
    if !parts.is_empty() {
        bar = element(
            "svg",
            &[
                ("class", "airtime"),
                ("viewBox", "0 0 1000 10"),
                ("preserveAspectRatio", "none"),
                ("role", "img"),
                ("aria-label", label),
            ],
            parts,
        );
    }
    html! { <>{ bar }{ element("p", &[("class", "counts")], &*counts) }</> }
}

/// Who it is, what part of the quoted words is theirs, where they are mentioned, their quotes and
/// their figures.
pub(in crate::reader) fn card(
    reading: &Shared<Reading>,
    i: usize,
    messages: &Rc<Messages>,
) -> Html {
    let article = &reading.article;
    let voice = &reading.voices.list[i];
    let name = name(reading, i, messages);
    let (id, role) = match &voice.who {
        Who::Person(i) => {
            (&*article.people[*i].id, article.people[*i].role.as_deref().unwrap_or_default())
        }
        Who::Organisation(_) => ("", messages.text("organisation")),
        Who::Unnamed(_) => ("", messages.text("unnamed")),
        Who::Unknown => ("", ""),
    };
    let mut heading = Vec::new();
    if voice.style > 0 {
        let attributes = [("class", "initials"), ("aria-hidden", "true")];
        heading.push(element("span", &attributes, &*voice.initials));
    }
    heading.push(if id.is_empty() {
        Html::from(name.to_owned())
    } else {
        let address = Address::of(&article.id, Target::Person(id.to_owned()));
        element("a", &[("href", &*address.to_string())], name)
    });
    let mut parts = vec![element("h3", &[], heading)];
    if !role.is_empty() {
        let lang = if id.is_empty() { "" } else { &*article.in_language };
        parts.push(element("p", &[("class", "role"), ("lang", lang)], role));
    }
    parts.push(counts(voice, messages));
    parts.push(share(reading, voice, messages));
    parts.push(ways(voice, i, id, messages));
    if !voice.quotes.is_empty() {
        let quotes = slices(reading, List::Quotes(i), messages);
        parts.push(element("ul", &[("class", "quotes")], vec![quotes]));
    }
    parts.push(figures(reading, i, messages));
    let mut class = voice.class();
    class.push_str(" card");
    let card = if id.is_empty() { String::new() } else { card_id(id) };
    let attributes = [("class", &*class), ("id", &card), ("data-card", id), ("tabindex", "-1")];
    element("li", &attributes, parts)
}

/// How often the voice is mentioned and quoted.
fn counts(voice: &Voice, messages: &Messages) -> Html {
    let mut counts = Vec::with_capacity(2);
    if voice.mentions > 0 {
        counts.push(messages.with("mentions", &[("count", voice.mentions.into())]));
    }
    if !voice.quotes.is_empty() {
        counts.push(messages.with("quotes", &[("count", voice.quotes.len().into())]));
    }
    element("p", &[("class", "counts")], &*counts.join(" · "))
}

/// The steps through the mentions, and the light on their words alone.
fn ways(voice: &Voice, i: usize, id: &str, messages: &Messages) -> Html {
    let mut ways = Vec::new();
    if voice.mentions > 0 {
        let back = [("data-mention", id), ("data-back", "1")];
        ways.push(way(messages.text("mention-previous"), &back));
        ways.push(element("output", &[("data-of", id)], ""));
        ways.push(way(messages.text("mention-next"), &[("data-mention", id)]));
    }
    if voice.style > 0 {
        let button =
            [("type", "button"), ("data-spot", &*i.to_string()), ("aria-pressed", "false")];
        ways.push(element("button", &button, messages.text("spot")));
    }
    element("div", &[("class", "ways")], ways)
}

/// The voice's part of the quoted words, in words and as a bar.
fn share(reading: &Reading, voice: &Voice, messages: &Messages) -> Html {
    let all = reading.voices.words;
    if voice.words == 0 {
        return Html::default();
    }
    let width = thousandths(voice.words, all);
    #[expect(clippy::cast_precision_loss, reason = "a thousand at most")]
    let percent = messages.percent(width as f64 / 1000.0);
    let bar = |class, width: &str| {
        element("rect", &[("class", class), ("width", width), ("height", "4")], "")
    };
    let drawing =
        [("viewBox", "0 0 1000 4"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    let bars = vec![bar("whole", "1000"), bar("part", &width.to_string())];
    let said = messages.with("share", &[("percent", (&percent).into())]);
    let parts = vec![element("svg", &drawing, bars), element("span", &[], &*said)];
    element("p", &[("class", "share")], parts)
}

/// A part of a whole, in thousandths.
fn thousandths(part: usize, whole: usize) -> usize {
    (part * 1000 + whole / 2).checked_div(whole).unwrap_or(0)
}

/// The quote's first words, which lead to it. An indirect quote has no quotation marks: the words
/// are the author's.
pub(in crate::reader) fn quote(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let quote = &reading.article.quotes[i];
    let address = Address::of(&reading.article.id, Target::Quote(quote.id.clone()));
    let words = excerpt(&reading.words(i));
    let class = kind_class(quote.kind);
    let words = if class == "indirect" { words } else { ["«", &words, "»"].concat() };
    let link = [("href", &*address.to_string()), ("lang", &reading.article.in_language)];
    let mut parts = vec![
        element("a", &link, &*words),
        element("span", &[("class", "kind")], kind_name(messages, quote.kind)),
    ];
    if reading.is_unsure(i) {
        parts.push(element("span", &[("class", "kind doubt")], messages.text("unsure")));
    }
    let cite = ["cite ", &quote.id].concat();
    parts.push(way(messages.text("key-cite"), &[("data-ask", &*cite)]));
    let attributes = [
        ("class", class),
        ("id", &*card_id(&quote.id)),
        ("data-card", &quote.id),
        ("data-sure", &reading.sure(i)),
        ("tabindex", "-1"),
    ];
    element("li", &attributes, parts)
}

/// The figures that stand in the voice's quotes.
fn figures(reading: &Shared<Reading>, voice: usize, messages: &Rc<Messages>) -> Html {
    let figures: Rc<[usize]> = (0..reading.article.figures.len())
        .filter(|&i| reading.voice_of_figure(i) == Some(voice))
        .collect();
    if figures.is_empty() {
        return Html::default();
    }
    let attributes = [("class", "figures-of"), ("aria-label", messages.text("figures-of"))];
    element("ul", &attributes, vec![slices(reading, List::Said(figures), messages)])
}

/// A figure on the card of who says it: how much, of what.
pub(in crate::reader) fn figure(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let article = &reading.article;
    let figure = &article.figures[i];
    let address = Address::of(&article.id, Target::Figure(figure.id.clone()));
    let words = article.text(figure.at).unwrap_or_default();
    let of = figure.of.and_then(|of| article.text(of)).unwrap_or_default();
    let value = messages.quantity(figure, words);
    let parts = vec![
        element("a", &[("href", &*address.to_string())], &*value),
        element("span", &[("class", "kind"), ("lang", &article.in_language)], of),
    ];
    element("li", &[], parts)
}

/// The first words of a text, cut at a word's end where it is long.
pub(crate) fn excerpt(text: &str) -> String {
    const LONG: usize = 110;
    let Some((end, _)) = text.char_indices().nth(LONG) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let words = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    [words, "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_its_own_excerpt() {
        assert_eq!(excerpt("Так будет дешевле"), "Так будет дешевле");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word_s_end() {
        let text = format!("{} конец", "слово, ".repeat(20));
        let words = excerpt(&text);
        assert!(words.ends_with("слово…"), "{words}");
        assert!(words.chars().count() <= 111, "{words}");
    }

    #[test]
    fn a_long_text_without_spaces_is_cut_all_the_same() {
        assert_eq!(excerpt(&"я".repeat(200)).chars().count(), 111);
    }
}
