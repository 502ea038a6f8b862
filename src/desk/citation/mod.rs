//! A quote to take away: plain text, Markdown, HTML or JSON-LD, with who said it and where.
//!
//! The words are the source's, character for character. A direct or partial quote stands in
//! quotation marks; an indirect one never does: its words are the newsroom's. What the newsroom
//! put between two parts is shown as left out.

use serde_json::{Value, json};

use crate::article::{Article, Quote, QuoteKind, Span, Speaker};
use crate::reader::markup::{Html, Markdown};

#[cfg(test)]
mod tests;

/// What stands for the author's words between two parts of a quote.
const OMISSION: &str = "[…]";

/// What the page knows about a citation and the article does not.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The address that opens the page at the quote.
    pub link: &'a str,
    /// The article's date, in words of the reader's language.
    pub date: Option<&'a str>,
    /// What says that words are reported and not verbatim, in the reader's language.
    pub reported: &'a str,
}

/// A quote with everything that a citation of it says.
#[derive(Clone, Debug)]
pub struct Citation<'a> {
    article: &'a Article,
    quote: &'a Quote,
    setting: Setting<'a>,
    /// The paragraphs of the quote, each of parts with the author's words left out between them.
    paragraphs: Vec<Vec<&'a str>>,
    name: Option<&'a str>,
    role: Option<&'a str>,
}

impl<'a> Citation<'a> {
    /// The citation of this quote of the article.
    #[must_use]
    pub fn new(article: &'a Article, quote: &'a Quote, setting: Setting<'a>) -> Self {
        let (name, role) = match &quote.speaker {
            Some(Speaker::Person(id)) => article.person(id).map_or((None, None), |person| {
                (Some(person.name.as_str()), person.role.as_deref())
            }),
            Some(Speaker::Organisation(name) | Speaker::Unnamed(name)) => {
                (Some(name.as_str()), None)
            }
            None => (None, None),
        };
        Self { article, quote, setting, paragraphs: paragraphs(article, quote), name, role }
    }

    /// The quote and its source as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.words("\n");
        text.push_str("\n— ");
        text.push_str(&self.source());
        text.push('\n');
        text.push_str(self.setting.link);
        text
    }

    /// The quote and its source as a Markdown block quote.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut markdown = Markdown::default();
        for paragraph in self.words("\n").split('\n') {
            markdown.mark("> ");
            markdown.text(paragraph);
            markdown.mark("\n>\n");
        }
        markdown.mark("> — ");
        let source = self.source();
        if let Some(link) = web(self.setting.link) {
            markdown.link(&source, link);
        } else {
            markdown.text(&source);
        }
        markdown.mark("\n");
        markdown.finish()
    }

    /// The quote as an HTML `blockquote` with `cite`, its source in a figure caption, as the HTML
    /// standard advises.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = Html::default();
        let link = web(self.setting.link);
        html.open("figure", &[]);
        let cite =
            [("cite", link.unwrap_or_default()), ("lang", self.article.in_language.as_str())];
        html.open("blockquote", if link.is_some() { &cite } else { &cite[1..] });
        for paragraph in self.words("\n").split('\n') {
            html.open("p", &[]);
            html.text(paragraph);
            html.close("p");
        }
        html.close("blockquote");
        html.open("figcaption", &[]);
        html.text("— ");
        let source = self.source();
        if let Some(link) = link {
            html.open("a", &[("href", link)]);
            html.text(&source);
            html.close("a");
        } else {
            html.text(&source);
        }
        html.close("figcaption");
        html.close("figure");
        html.finish()
    }

    /// The quote as JSON-LD: a schema.org `Quotation` in its `NewsArticle`.
    ///
    /// `creator` is given for verbatim words alone; reported words have a `spokenByCharacter`,
    /// whom the article names as their source, and are also a `Claim`.
    #[must_use]
    pub fn json_ld(&self) -> String {
        let article = self.article;
        let reported = self.quote.kind == QuoteKind::Indirect;
        let speaker = self.speaker();
        let mut quotation = json!({
            "@context": "https://schema.org",
            "@type": if reported { json!(["Quotation", "Claim"]) } else { json!("Quotation") },
            "text": self.bare("\n"),
            "inLanguage": article.in_language,
            "url": self.setting.link,
            "isPartOf": {
                "@type": "NewsArticle",
                "headline": article.headline(),
                "datePublished": article.date_published,
                "url": article.url,
                "inLanguage": article.in_language,
                "publisher": article.publisher.as_ref().map(|name| json!({
                    "@type": "Organization",
                    "name": name,
                })),
                "author": article.author.iter().map(|name| json!({
                    "@type": "Person",
                    "name": name,
                })).collect::<Vec<Value>>(),
            },
        });
        if !reported {
            quotation["creator"] = speaker.clone();
        }
        quotation["spokenByCharacter"] = speaker;
        prune(&mut quotation);
        quotation.to_string()
    }

    fn speaker(&self) -> Value {
        let kind = match &self.quote.speaker {
            None => return Value::Null,
            Some(Speaker::Person(_)) => json!({
                "@type": "Person",
                "name": self.name,
                "jobTitle": self.role,
            }),
            Some(Speaker::Organisation(name)) => json!({"@type": "Organization", "name": name}),
            Some(Speaker::Unnamed(words)) => json!({"@type": "Person", "description": words}),
        };
        if self.name.is_some() { kind } else { Value::Null }
    }

    /// The words without marks of ours: parts with the omission between them.
    fn bare(&self, between: &str) -> String {
        let mut words = String::new();
        for (i, paragraph) in self.paragraphs.iter().enumerate() {
            if i > 0 {
                words.push_str(between);
            }
            for (j, part) in paragraph.iter().enumerate() {
                if j > 0 {
                    words.push(' ');
                    words.push_str(OMISSION);
                    words.push(' ');
                }
                words.push_str(part);
            }
        }
        words
    }

    /// The words as they are cited: in quotation marks if they are verbatim.
    fn words(&self, between: &str) -> String {
        let bare = self.bare(between);
        if self.quote.kind == QuoteKind::Indirect {
            return bare;
        }
        let (open, close) = marks(&self.article.in_language, &bare);
        let mut words = String::with_capacity(bare.len() + open.len() + close.len());
        words.push_str(open);
        words.push_str(&bare);
        words.push_str(close);
        words
    }

    /// Who said it and where it stands, on one line.
    fn source(&self) -> String {
        let mut source = String::new();
        let mut add = |before: &str, words: Option<&str>, after: &str| {
            let Some(words) = words.filter(|words| !words.trim().is_empty()) else { return };
            if !source.is_empty() {
                source.push_str(before);
            }
            source.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
            source.push_str(after);
        };
        add("", self.name, "");
        add(", ", self.role, "");
        if self.quote.kind == QuoteKind::Indirect {
            add(", ", Some(self.setting.reported), "");
        }
        add(". ", self.article.headline(), "");
        add(". ", self.article.publisher.as_deref(), "");
        add(", ", self.setting.date.or(self.article.date_published.as_deref()), "");
        source
    }
}

/// The quote's parts by paragraph: a new one where nothing of the author's stands before the next
/// part and a block ends between.
fn paragraphs<'a>(article: &'a Article, quote: &Quote) -> Vec<Vec<&'a str>> {
    let mut paragraphs: Vec<Vec<&str>> = Vec::new();
    let mut last: Option<Span> = None;
    for &part in &quote.parts {
        let Some(words) = article.text(part) else { continue };
        match (last, paragraphs.last_mut()) {
            (Some(last), Some(paragraph))
                if last.block == part.block || has_words_between(article, last, part) =>
            {
                paragraph.push(words);
            }
            _ => paragraphs.push(vec![words]),
        }
        last = Some(part);
    }
    paragraphs
}

/// Whether the article has words between the end of one part and the start of the next.
fn has_words_between(article: &Article, before: Span, after: Span) -> bool {
    (before.block..=after.block).any(|block| {
        let Some(text) = article.blocks.get(block).map(|block| block.text.as_str()) else {
            return false;
        };
        let from = if block == before.block { before.end } else { 0 };
        let to = if block == after.block { after.start } else { text.len() };
        text.get(from..to).is_some_and(|between| between.contains(char::is_alphanumeric))
    })
}

/// The quotation marks of the language that do not stand in the words already, so that the outer
/// ones can be told from the inner.
fn marks(language: &str, words: &str) -> (&'static str, &'static str) {
    // Russian and Kazakh: «ёлочки» outside, „лапки“ inside (Мильчин, «Справочник издателя»);
    // English: double outside, single inside. Where the source has the outer ones inside, the
    // inner ones stand outside: its words are not changed.
    let english = language.split('-').next() == Some("en");
    match (english, words.contains(['«', '»']), words.contains(['“', '”', '"'])) {
        (false, false, _) => ("«", "»"),
        (false, true, _) => ("„", "“"),
        (true, _, false) => ("“", "”"),
        (true, _, true) => ("‘", "’"),
    }
}

/// The address, if it is one of the web: nothing else may become a link.
fn web(address: &str) -> Option<&str> {
    let is = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (is("https://") || is("http://")).then_some(address)
}

/// Takes out what is not known.
fn prune(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.values_mut().for_each(prune);
        fields.retain(|_, field| !field.is_null() && !field.as_array().is_some_and(Vec::is_empty));
    }
}
