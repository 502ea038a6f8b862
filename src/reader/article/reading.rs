use std::collections::HashMap;

use super::mark::{Marks, marks};
use super::voice::{Voice, Voices};
use crate::article::Article;
use crate::reader::route::Target;

/// An article with what its page needs to know of it, worked out once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Whose words it gives.
    pub voices: Voices,
    /// What is marked, block by block.
    pub marks: Marks,
    /// For each figure of the article, the quote in which it stands.
    pub quote_of_figure: Vec<Option<usize>>,
}

impl Reading {
    /// The reading of this article.
    #[must_use]
    pub fn new(article: Article) -> Self {
        let quotes: HashMap<&str, usize> =
            article.quotes.iter().enumerate().map(|(i, quote)| (&*quote.id, i)).collect();
        let quote_of_figure = article
            .figures
            .iter()
            .map(|figure| figure.quote.as_deref().and_then(|id| quotes.get(id).copied()))
            .collect();
        Self { voices: Voices::of(&article), marks: marks(&article), quote_of_figure, article }
    }

    /// Whether the article has this annotation.
    #[must_use]
    pub fn has(&self, target: &Target) -> bool {
        match target {
            Target::Quote(id) => self.article.quotes.iter().any(|quote| quote.id == *id),
            Target::Person(id) => self.article.people.iter().any(|person| person.id == *id),
            Target::Figure(id) => self.article.figures.iter().any(|figure| figure.id == *id),
        }
    }

    /// The voice of this quote.
    #[must_use]
    pub fn voice_of_quote(&self, quote: usize) -> &Voice {
        &self.voices.list[self.voices.of_quote[quote]]
    }

    /// The voice whose figure this is; nothing where it is the newsroom's.
    #[must_use]
    pub fn voice_of_figure(&self, figure: usize) -> Option<&Voice> {
        self.quote_of_figure[figure].map(|quote| self.voice_of_quote(quote))
    }

    /// The quote's words as one text: an ellipsis stands where the author speaks between.
    #[must_use]
    pub fn words(&self, quote: usize) -> String {
        let parts = &self.article.quotes[quote].parts;
        let parts: Vec<&str> = parts.iter().filter_map(|&part| self.article.text(part)).collect();
        parts.join(" … ")
    }
}
