use yew::prelude::*;

use super::Reading;
use super::mark::Mark;
use crate::article::{MentionKind, QuoteKind, Segment, segments};
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};

/// Turns blocks into elements, cut at the edge of each mark.
///
/// Each element carries in `data-a` the ids of what it belongs to. A name or figure is a link to
/// its card; at the head of a quote stands a link without text, whose style shows the speaker's
/// initials, so that what is copied is the text alone.
pub(super) struct Segments<'a> {
    reading: &'a Reading,
    messages: &'a Messages,
}

/// What the marks of a segment come to.
#[derive(Default)]
struct Element<'a> {
    classes: Classes,
    ids: Vec<&'a str>,
    /// The quote whose words these are.
    quote: Option<&'a str>,
    /// The quote that these words open.
    opens: Option<usize>,
    /// Where the words lead, where they are a link.
    link: Option<Target>,
}

impl<'a> Segments<'a> {
    pub(super) const fn new(reading: &'a Reading, messages: &'a Messages) -> Self {
        Self { reading, messages }
    }

    /// The text of this block.
    pub(super) fn of_block(&self, block: usize) -> Html {
        let text = &self.reading.article.blocks[block].text;
        let marks = &self.reading.marks[block];
        let mut opened = None;
        segments(block, text, marks)
            .into_iter()
            .map(|segment| {
                let mut element = self.element(&segment);
                // The first part of a quote may be cut into several segments; one of them opens it.
                if element.opens.is_some() && element.opens == opened {
                    element.opens = None;
                } else if element.opens.is_some() {
                    opened = element.opens;
                }
                self.show(segment.text, element)
            })
            .collect()
    }

    fn element(&self, segment: &Segment<'_, Mark>) -> Element<'a> {
        let Reading { article, voices, .. } = self.reading;
        let mut element = Element::default();
        for &mark in &segment.marks {
            match mark {
                Mark::Quote { quote: i, opens } => {
                    let quote = &article.quotes[i];
                    element.classes.push("quote");
                    element.classes.push(kind_class(quote.kind));
                    element.classes.push(self.reading.voice_of_quote(i).class());
                    element.ids.push(&quote.id);
                    element.quote = Some(&quote.id);
                    element.opens = opens.then_some(i);
                }
                Mark::Mention(i) => {
                    let mention = &article.mentions[i];
                    let Some(&voice) = voices.of_person.get(&mention.person) else { continue };
                    element.classes.push("mention");
                    if element.quote.is_none() {
                        element.classes.push(voices.list[voice].class());
                    }
                    element.ids.push(&mention.person);
                    if mention.kind == MentionKind::Name {
                        element.classes.push("name");
                        element.link = Some(Target::Person(mention.person.clone()));
                    }
                }
                Mark::Figure(i) => {
                    let figure = &article.figures[i];
                    element.classes.push("figure");
                    element.ids.push(&figure.id);
                    if element.link.is_none() {
                        element.link = Some(Target::Figure(figure.id.clone()));
                    }
                }
            }
        }
        element
    }

    fn show(&self, text: &str, element: Element) -> Html {
        if element.ids.is_empty() {
            return html! { { text } };
        }
        let Element { classes, ids, quote, opens, link } = element;
        let ids = ids.join(" ");
        let quote = quote.map(str::to_owned);
        let words = match link {
            Some(target) => {
                let href = Address::of(&self.reading.article.id, target).to_string();
                html! {
                    <a class={classes} {href} data-a={ids} data-quote={quote} draggable="false">
                        { text }
                    </a>
                }
            }
            None => html! { <span class={classes} data-a={ids} data-quote={quote}>{ text }</span> },
        };
        match opens {
            Some(quote) => html! { <>{ self.head(quote) }{ words }</> },
            None => words,
        }
    }

    /// The link at the head of a quote: the speaker's initials in the margin.
    fn head(&self, i: usize) -> Html {
        let quote = &self.reading.article.quotes[i];
        let voice = self.reading.voice_of_quote(i);
        let target = Target::Quote(quote.id.clone());
        let label = quote_label(self.messages, quote.kind, voice.name(&self.reading.article));
        html! {
            <a
                class={classes!("voice", voice.class(), kind_class(quote.kind))}
                href={Address::of(&self.reading.article.id, target).to_string()}
                aria-label={label}
                data-a={quote.id.clone()}
                data-quote={quote.id.clone()}
                data-initials={voice.initials.clone()}
                draggable="false"
            />
        }
    }
}

const fn kind_class(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "indirect",
    }
}

/// How a quote is announced: its kind and whose words it gives.
fn quote_label(messages: &Messages, kind: QuoteKind, speaker: &str) -> String {
    let speaker = if speaker.is_empty() { messages.text("speaker-unknown") } else { speaker };
    messages.with(
        "quote-label",
        &[("kind", kind_name(messages, kind).into()), ("speaker", speaker.into())],
    )
}

/// The kind of a quote in words.
pub(in crate::reader) fn kind_name(messages: &Messages, kind: QuoteKind) -> &'static str {
    messages.text(match kind {
        QuoteKind::Direct => "kind-direct",
        QuoteKind::Partial => "kind-partial",
        QuoteKind::Indirect => "kind-indirect",
    })
}
