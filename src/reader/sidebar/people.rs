use yew::prelude::*;

use crate::article::QuoteKind;
use crate::reader::article::{Reading, Voice, Who, kind_name};
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};

/// A card for each voice: those who speak, in the order in which they begin, then those who are
/// mentioned alone.
pub(super) fn people(reading: &Reading, messages: &Messages) -> Html {
    html! {
        <section class="people" aria-labelledby="people">
            <h2 id="people">{ messages.text("people") }</h2>
            if reading.voices.list.is_empty() {
                <p class="none">{ messages.text("people-none") }</p>
            } else {
                <ul class="cards">
                    { for reading.voices.list.iter().map(|voice| card(reading, voice, messages)) }
                </ul>
            }
        </section>
    }
}

/// Who it is, what part of the quoted words is theirs, and their quotes.
fn card(reading: &Reading, voice: &Voice, messages: &Messages) -> Html {
    let article = &reading.article;
    let name = match voice.who {
        Who::Unknown => messages.text("speaker-unknown"),
        _ => voice.name(article),
    };
    let (id, role) = match &voice.who {
        Who::Person(i) => (Some(article.people[*i].id.clone()), article.people[*i].role.clone()),
        Who::Organisation(_) => (None, Some(messages.text("organisation").to_owned())),
        Who::Unnamed(_) => (None, Some(messages.text("unnamed").to_owned())),
        Who::Unknown => (None, None),
    };
    let heading = match &id {
        Some(id) => {
            let address = Address::of(&article.id, Target::Person(id.clone()));
            html! { <a href={address.to_string()}>{ name }</a> }
        }
        None => html! { { name } },
    };
    html! {
        <li class={classes!("card", voice.class())} data-card={id} tabindex="-1">
            <h3>
                if voice.style > 0 {
                    <span class="initials" aria-hidden="true">{ &voice.initials }</span>
                }
                { heading }
            </h3>
            if let Some(role) = role {
                <p class="role">{ role }</p>
            }
            { counts(voice, messages) }
            { share(voice, messages) }
            if !voice.quotes.is_empty() {
                <ul class="quotes">
                    { for voice.quotes.iter().map(|&i| quote(reading, i, messages)) }
                </ul>
            }
        </li>
    }
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
    html! { <p class="counts">{ counts.join(" · ") }</p> }
}

/// The voice's part of the quoted words, in words and as a bar.
fn share(voice: &Voice, messages: &Messages) -> Html {
    let Some(share) = voice.share.filter(|_| voice.style > 0) else { return Html::default() };
    let percent = messages.percent(share);
    let width = percentage(share);
    html! {
        <p class="share">
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="whole" width="100" height="4" />
                <rect class="part" {width} height="4" />
            </svg>
            <span>{ messages.with("share", &[("percent", (&percent).into())]) }</span>
        </p>
    }
}

/// The share in whole percent, for drawing.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1")]
fn percentage(share: f64) -> String {
    ((share * 100.0) as u8).to_string()
}

/// The quote's first words, which lead to it. An indirect quote has no quotation marks: the words
/// are the author's.
fn quote(reading: &Reading, i: usize, messages: &Messages) -> Html {
    let quote = &reading.article.quotes[i];
    let address = Address::of(&reading.article.id, Target::Quote(quote.id.clone()));
    let words = excerpt(&reading.words(i));
    let (class, words) = match quote.kind {
        QuoteKind::Direct => ("direct", format!("«{words}»")),
        QuoteKind::Partial => ("partial", format!("«{words}»")),
        QuoteKind::Indirect => ("indirect", words),
    };
    html! {
        <li {class} data-card={quote.id.clone()} tabindex="-1">
            <a href={address.to_string()} lang={reading.article.in_language.clone()}>{ words }</a>
            <span class="kind">{ kind_name(messages, quote.kind) }</span>
        </li>
    }
}

/// The first words of a text, cut at a word's end where it is long.
fn excerpt(text: &str) -> String {
    const LONG: usize = 110;
    let Some((end, _)) = text.char_indices().nth(LONG) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let words = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{words}…")
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
