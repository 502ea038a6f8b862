//! What is known of the quote or person that the address names, in words, at the foot of the text:
//! whose words, how they are given, and how the annotator knows.

use yew::prelude::*;

use super::Reading;
use super::segment::quote_label;
use crate::article::Evidence;
use crate::reader::element::{element, way};
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Route, Target};

/// What is said of the target; nothing but its place where there is none.
pub fn evidence(reading: &Reading, target: Option<&Target>, messages: &Messages) -> Html {
    let article = &reading.article;
    let mut class = "evidence".to_owned();
    let (mut said, mut ways) = (Vec::new(), Vec::new());
    match target {
        Some(Target::Quote(id)) => {
            if let Some(i) = article.quotes.iter().position(|quote| quote.id == *id) {
                class.push(' ');
                class.push_str(&reading.voice_of_quote(i).class());
                said.push(element("strong", &[], &*quote_label(reading, i, messages)));
                said.push(element("span", &[], &*why(reading, i, messages)));
                let cite = ["cite ", id].concat();
                let does = [("data-key", "cite"), ("data-ask", &*cite)];
                ways.push(way(messages.text("key-cite"), &does));
            }
        }
        Some(Target::Person(id)) => {
            if let Some(person) = article.person(id) {
                said.push(element("strong", &[], &*person.name));
                said.push(element("span", &[], person.role.as_deref().unwrap_or_default()));
                said.push(element("span", &[("data-of", id)], ""));
                for (id, back) in [("mention-previous", "1"), ("mention-next", "")] {
                    let person = &person.id;
                    ways.push(way(
                        messages.text(id),
                        &[("data-mention", person), ("data-back", back)],
                    ));
                }
            }
        }
        _ => {}
    }
    // These stand there even where nothing is said and they are not seen: for the keyboard.
    for (key, label) in [
        ("previous-of-speaker", "key-previous-of-speaker"),
        ("previous-quote", "key-previous-quote"),
        ("next-quote", "key-next-quote"),
        ("next-of-speaker", "key-next-of-speaker"),
    ] {
        ways.push(way(messages.text(label), &[("data-key", key)]));
    }
    if !said.is_empty() {
        let article = Address { route: Route::Article(article.id.clone()), target: None };
        let label = messages.text("close");
        let href = article.to_string();
        ways.push(element(
            "a",
            &[
                ("class", "way close"),
                ("data-key", "close"),
                ("href", &href),
                ("aria-label", label),
                ("title", label),
            ],
            "",
        ));
    }
    let attributes = [("class", &*class), ("data-leads", "text")];
    let said = element("p", &[("role", "status")], said);
    element("div", &attributes, vec![said, element("div", &[("class", "ways")], ways)])
}

/// How the quote was attributed, in words, and how sure that is.
fn why(reading: &Reading, i: usize, messages: &Messages) -> String {
    let article = &reading.article;
    let quote = &article.quotes[i];
    let words = |span| article.text(span).unwrap_or_default();
    let cue = quote.cue.map_or("", words);
    let source = quote.source.map_or("", words);
    let values = [("cue", cue.into()), ("source", source.into())];
    let because: Vec<String> =
        quote.because.iter().map(|rule| messages.with(because(*rule), &values)).collect();
    let percent = messages.percent(quote.confidence);
    let id = if reading.is_unsure(i) { "why-unsure" } else { "why" };
    messages.with(id, &[("because", (&because.join("; ")).into()), ("percent", (&percent).into())])
}

/// The id of the sentence that says what this rule found.
const fn because(rule: Evidence) -> &'static str {
    match rule {
        Evidence::DialogueDash => "because-dialogue-dash",
        Evidence::QuotationMarks => "because-quotation-marks",
        Evidence::Colon => "because-colon",
        Evidence::Conjunction => "because-conjunction",
        Evidence::AccordingTo => "because-according-to",
        Evidence::Infinitive => "because-infinitive",
        Evidence::VerbBefore => "because-verb-before",
        Evidence::VerbBetween => "because-verb-between",
        Evidence::VerbAfter => "because-verb-after",
        Evidence::Name => "because-name",
        Evidence::Role => "because-role",
        Evidence::Pronoun => "because-pronoun",
        Evidence::OmittedSubject => "because-omitted-subject",
        Evidence::Institution => "because-institution",
        Evidence::UnnamedSource => "because-unnamed-source",
        Evidence::SpeakerTurn => "because-speaker-turn",
        Evidence::Inscription => "because-inscription",
        Evidence::BackReference => "because-back-reference",
        Evidence::Label => "because-label",
        Evidence::Judgement => "because-judgement",
        Evidence::Claim => "because-claim",
    }
}
