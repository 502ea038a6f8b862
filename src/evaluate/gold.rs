//! Gold answers: what people read out of a document, and where its words stand.

use serde::Deserialize;

use crate::article::QuoteKind;

use super::{GoldError, Laid, Place};

/// What people marked in one document.
#[derive(Debug, Deserialize)]
pub struct Gold {
    /// Every individual named.
    pub people: Vec<GoldPerson>,
    /// Every stretch of speech with a source.
    pub quotes: Vec<GoldQuote>,
}

/// One individual.
#[derive(Debug, Deserialize)]
pub struct GoldPerson {
    /// `P1` …
    pub id: String,
    /// The fullest form, nominative.
    pub name: String,
    /// The fullest role, nominative.
    pub role: Option<String>,
}

/// One quote.
#[derive(Debug, Deserialize)]
pub struct GoldQuote {
    /// Exact substrings of the document.
    pub parts: Vec<String>,
    /// For each part, which occurrence of the substring it is, counted from 1.
    pub nth: Vec<usize>,
    /// The places of the parts in code points, where they are given instead.
    pub spans: Option<Vec<(usize, usize)>>,
    /// direct, partial or indirect.
    pub kind: QuoteKind,
    /// A person's id, `ORG: …`, `ANON: …`, or nothing where it is not known.
    pub speaker: Option<String>,
}

impl Gold {
    /// The quotes with their places in the document, in code points.
    pub(super) fn placed(
        &self,
        document: &str,
        laid: &Laid,
    ) -> Result<Vec<(&GoldQuote, Vec<Place>)>, GoldError> {
        let quotes = self.quotes.iter().enumerate();
        quotes
            .map(|(number, quote)| {
                self.knows_speaker(number, quote)?;
                let places = match &quote.spans {
                    Some(spans) => {
                        spans.iter().map(|&span| laid.inside(span)).collect::<Result<_, _>>()?
                    }
                    None => quote.find(number, document)?,
                };
                Ok((quote, places))
            })
            .collect()
    }

    fn knows_speaker(&self, number: usize, quote: &GoldQuote) -> Result<(), GoldError> {
        let Some(speaker) = &quote.speaker else { return Ok(()) };
        let is_named = !speaker.starts_with("ORG: ") && !speaker.starts_with("ANON: ");
        if is_named && self.people.iter().all(|person| person.id != *speaker) {
            return Err(GoldError::Speaker { quote: number, speaker: speaker.clone() });
        }
        Ok(())
    }
}

impl GoldQuote {
    /// The places of the parts by their words, in code points.
    fn find(&self, number: usize, document: &str) -> Result<Vec<Place>, GoldError> {
        if self.parts.len() != self.nth.len() {
            return Err(GoldError::Parts(number));
        }
        let parts = self.parts.iter().zip(&self.nth);
        parts
            .map(|(words, &nth)| {
                occurrence(document, words, nth).ok_or_else(|| GoldError::Words {
                    quote: number,
                    words: words.clone(),
                    nth,
                })
            })
            .collect()
    }
}

/// The place in code points of the nth occurrence, counted from 1; occurrences may overlap.
fn occurrence(document: &str, part: &str, nth: usize) -> Option<Place> {
    let mut from = 0;
    let mut byte = None;
    for _ in 0..nth {
        let found = from + document.get(from..)?.find(part)?;
        byte = Some(found);
        from = found + document[found..].chars().next().map_or(1, char::len_utf8);
    }
    let start = document[..byte?].chars().count();
    Some((start, start + part.chars().count()))
}
