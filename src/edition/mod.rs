//! The edition: many articles together.
//!
//! In come articles, out goes the [`Catalogue`] that the front page lists. This room knows
//! `article`.

use serde::{Deserialize, Serialize};

use crate::article::Article;

/// What the front page lists: the file `articles/index.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The articles, newest first.
    pub articles: Vec<Entry>,
}

/// One article in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The article's id: its file is `articles/ID.json`.
    pub id: String,
    /// The headline, or the opening words where there is none.
    pub headline: String,
    /// The language of the text, BCP 47.
    pub in_language: String,
    /// When it was published: an RFC 3339 date or date-time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The names of those who speak in it, in the order of their first quote.
    pub speakers: Vec<String>,
    /// How many quotes it holds.
    pub quotes: u32,
    /// How many figures it holds.
    pub figures: u32,
}

impl Catalogue {
    /// The catalogue of these articles: newest first, then by id.
    #[must_use]
    pub fn of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut articles: Vec<Entry> = articles.into_iter().map(Entry::of).collect();
        articles.sort_by(|a, b| b.date_published.cmp(&a.date_published).then(a.id.cmp(&b.id)));
        Self { articles }
    }
}

impl Entry {
    fn of(article: &Article) -> Self {
        use crate::article::Speaker;

        let headline = article.headline().or_else(|| Some(article.blocks.first()?.text.as_str()));
        let mut speakers: Vec<String> = Vec::new();
        for quote in &article.quotes {
            if let Some(Speaker::Person(id)) = &quote.speaker
                && let Some(person) = article.person(id)
                && !speakers.contains(&person.name)
            {
                speakers.push(person.name.clone());
            }
        }
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Self {
            id: article.id.clone(),
            headline: headline.unwrap_or_default().to_owned(),
            in_language: article.in_language.clone(),
            date_published: article.date_published.clone(),
            publisher: article.publisher.clone(),
            speakers,
            quotes: count(article.quotes.len()),
            figures: count(article.figures.len()),
        }
    }
}
