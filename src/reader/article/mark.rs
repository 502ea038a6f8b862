//! What is marked in the text of an article.

use crate::article::{Article, Span};

/// One thing that is marked, as an index into the article's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Words of a quote.
    Quote {
        /// Which.
        quote: usize,
        /// Whether these words open it.
        opens: bool,
    },
    /// Words that name or mean a person.
    Mention(usize),
    /// Words of a figure.
    Figure(usize),
    /// The word of saying of this quote.
    Cue(usize),
    /// The words that name the speaker of this quote.
    Source(usize),
}

/// The marks of an article, block by block.
pub type Marks = Vec<Vec<(Span, Mark)>>;

/// What is marked in each block of this article; within a block quotes come first, then mentions,
/// then figures, then the evidence of quotes.
#[must_use]
pub fn marks(article: &Article) -> Marks {
    let mut marks: Marks = vec![Vec::new(); article.blocks.len()];
    let mut add = |span: Span, mark| {
        if let Some(block) = marks.get_mut(span.block) {
            block.push((span, mark));
        }
    };
    for (quote, parts) in article.quotes.iter().map(|quote| &quote.parts).enumerate() {
        for (n, &part) in parts.iter().enumerate() {
            add(part, Mark::Quote { quote, opens: n == 0 });
        }
    }
    for (i, mention) in article.mentions.iter().enumerate() {
        add(mention.at, Mark::Mention(i));
    }
    for (i, figure) in article.figures.iter().enumerate() {
        add(figure.at, Mark::Figure(i));
    }
    for (i, quote) in article.quotes.iter().enumerate() {
        if let Some(cue) = quote.cue {
            add(cue, Mark::Cue(i));
        }
        if let Some(source) = quote.source {
            add(source, Mark::Source(i));
        }
    }
    marks
}
