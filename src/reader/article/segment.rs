use yew::prelude::*;

use super::Reading;
use super::mark::Mark;
use crate::article::{MentionKind, QuoteKind, Segment, segments};
use crate::reader::element::element;
use crate::reader::messages::Messages;
use crate::reader::route::{Address, Target};

/// Turns blocks into elements, cut at the edge of each mark.
///
/// Each element carries in `data-a` the ids of what it belongs to, in `data-e` those of the quotes
/// whose evidence it is. A name or figure is a link to its card; at the head of a quote stands a
/// link without text, whose style shows the speaker's initials, so that what is copied is the text
/// alone.
pub(super) struct Segments<'a> {
    reading: &'a Reading,
    messages: &'a Messages,
}

/// What the marks of a segment come to.
#[derive(Default)]
struct Element<'a> {
    class: String,
    ids: String,
    /// The quotes whose cue or source these words are.
    evidence: String,
    /// The quote whose words these are.
    quote: Option<usize>,
    /// The quote that these words open.
    opens: Option<usize>,
    /// The mention that these words belong to.
    mention: Option<usize>,
    /// Where the words lead, where they are a link.
    link: Option<(&'a str, Target)>,
}

impl<'a> Segments<'a> {
    pub(super) const fn new(reading: &'a Reading, messages: &'a Messages) -> Self {
        Self { reading, messages }
    }

    /// The text of this block.
    pub(super) fn of_block(&self, block: usize) -> Vec<Html> {
        let text = &self.reading.article.blocks[block].text;
        let marks = &self.reading.marks[block];
        // The first part of a quote, and a mention, may be cut into several segments; one of them
        // opens it.
        let (mut opened, mut mentioned) = (None, None);
        let mut shown = Vec::new();
        for segment in segments(block, text, marks) {
            let element = self.element(&segment);
            if let Some(quote) = element.opens.filter(|_| element.opens != opened) {
                shown.push(self.head(quote));
                opened = element.opens;
            }
            let mention = element.mention.filter(|_| element.mention != mentioned);
            mentioned = element.mention.or(mentioned);
            shown.push(self.show(segment.text, &element, mention));
        }
        shown
    }

    fn element(&self, segment: &Segment<'_, Mark>) -> Element<'a> {
        let Reading { article, voices, .. } = self.reading;
        let mut element = Element::default();
        for &mark in &segment.marks {
            match mark {
                Mark::Quote { quote, opens } => {
                    add(&mut element.class, "quote");
                    add(&mut element.class, &self.quote_class(quote));
                    add(&mut element.ids, &article.quotes[quote].id);
                    element.quote = Some(quote);
                    element.opens = opens.then_some(quote);
                }
                Mark::Mention(i) => {
                    let mention = &article.mentions[i];
                    let Some(voice) = voices.of_mention[i] else { continue };
                    add(&mut element.class, "mention");
                    if element.quote.is_none() {
                        add(&mut element.class, &voices.list[voice].class());
                    }
                    add(&mut element.ids, &mention.person);
                    element.mention = Some(i);
                    if mention.kind == MentionKind::Name {
                        add(&mut element.class, "name");
                        element.link =
                            Some((&mention.person, Target::Person(mention.person.clone())));
                    }
                }
                Mark::Figure(i) => {
                    let id = &article.figures[i].id;
                    add(&mut element.class, "figure");
                    add(&mut element.ids, id);
                    if element.link.is_none() {
                        element.link = Some((id, Target::Figure(id.clone())));
                    }
                }
                Mark::Cue(quote) | Mark::Source(quote) => {
                    let cue = matches!(mark, Mark::Cue(_));
                    add(&mut element.class, if cue { "cue" } else { "source" });
                    add(&mut element.evidence, &article.quotes[quote].id);
                }
            }
        }
        element
    }

    fn show(&self, text: &str, marked: &Element, mention: Option<usize>) -> Html {
        let Element { class, ids, evidence, quote, link, .. } = marked;
        if class.is_empty() {
            return Html::from(text.to_owned());
        }
        let article = &self.reading.article;
        let quote = quote.map(|quote| (quote, &*article.quotes[quote].id));
        let (tag, href, details) = match link {
            None => ("span", String::new(), String::new()),
            Some((id, target)) => {
                let href = Address::of(&article.id, target.clone()).to_string();
                ("a", href, card_id(id))
            }
        };
        let voice = quote.map(|(quote, _)| self.reading.voices.of_quote[quote].to_string());
        let attributes = [
            ("class", &**class),
            ("href", &href),
            ("aria-details", &details),
            ("data-a", ids),
            ("data-e", evidence),
            ("data-quote", quote.map_or("", |(_, id)| id)),
            ("data-voice", voice.as_deref().unwrap_or_default()),
            ("data-sure", &quote.map_or(String::new(), |(quote, _)| self.reading.sure(quote))),
            ("data-mentions", mention.map_or("", |i| &article.mentions[i].person)),
            ("draggable", if href.is_empty() { "" } else { "false" }),
        ];
        element(tag, &attributes, text)
    }

    /// The link at the head of a quote: the speaker's initials in the margin.
    fn head(&self, i: usize) -> Html {
        let id = &self.reading.article.quotes[i].id;
        let voice = self.reading.voice_of_quote(i);
        let mut class = "voice ".to_owned();
        class.push_str(&self.quote_class(i));
        let attributes = [
            ("class", &*class),
            ("href", &Address::of(&self.reading.article.id, Target::Quote(id.clone())).to_string()),
            ("aria-label", &quote_label(self.reading, i, self.messages)),
            ("aria-details", &card_id(id)),
            ("data-a", id),
            ("data-quote", id),
            ("data-initials", &voice.initials),
            ("data-voice", &self.reading.voices.of_quote[i].to_string()),
            ("data-sure", &self.reading.sure(i)),
            ("draggable", "false"),
        ];
        element("a", &attributes, "")
    }

    /// The classes of a quote's words: its voice, its kind, and whether it is sure.
    fn quote_class(&self, i: usize) -> String {
        let mut class = self.reading.voice_of_quote(i).class();
        add(&mut class, kind_class(self.reading.article.quotes[i].kind));
        if self.reading.is_unsure(i) {
            add(&mut class, "unsure");
        }
        class
    }
}

/// Adds a word to a list of words.
fn add(list: &mut String, word: &str) {
    if !list.is_empty() {
        list.push(' ');
    }
    list.push_str(word);
}

/// The id of the card of an annotation.
pub(in crate::reader) fn card_id(id: &str) -> String {
    ["card-", id].concat()
}

/// The class of a kind of quotes.
pub(in crate::reader) const fn kind_class(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "indirect",
    }
}

/// How a quote is announced: whose words it gives, its kind, and whether that is sure.
pub(super) fn quote_label(reading: &Reading, i: usize, messages: &Messages) -> String {
    let speaker = match reading.voice_of_quote(i).name(&reading.article) {
        "" => messages.text("speaker-unknown"),
        name => name,
    };
    let id = if reading.is_unsure(i) { "quote-label-unsure" } else { "quote-label" };
    let kind = kind_name(messages, reading.article.quotes[i].kind);
    messages.with(id, &[("kind", kind.into()), ("speaker", speaker.into())])
}

/// The kind of a quote in words.
pub(crate) fn kind_name(messages: &Messages, kind: QuoteKind) -> &'static str {
    messages.text(match kind {
        QuoteKind::Direct => "kind-direct",
        QuoteKind::Partial => "kind-partial",
        QuoteKind::Indirect => "kind-indirect",
    })
}
