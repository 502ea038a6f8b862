use super::lights::STEP;
use super::mark::{Marks, marks};
use crate::article::{Article, QuoteKind};
use crate::reader::route::Target;
use crate::reader::voices::{Ids, Stretch, Voice, Voices, strip};

/// The least confidence that is shown as sure.
const SURE: f64 = 0.6;

/// An article with what its page needs to know of it, worked out once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Whose words it gives.
    pub voices: Voices,
    /// Where they speak.
    pub strip: Vec<Stretch>,
    /// What is marked, block by block.
    pub marks: Marks,
    /// For each figure of the article, the quote in which it stands.
    pub quote_of_figure: Vec<Option<usize>>,
}

impl Reading {
    /// The reading of this article.
    #[must_use]
    pub fn new(article: Article) -> Self {
        let quotes = Ids::new(article.quotes.iter().map(|quote| &*quote.id));
        let quote_of_figure = article
            .figures
            .iter()
            .map(|figure| figure.quote.as_deref().and_then(|id| quotes.number(id)))
            .collect();
        Self {
            voices: Voices::of(&article),
            strip: strip(&article),
            marks: marks(&article),
            quote_of_figure,
            article,
        }
    }

    /// Whether the article has this annotation.
    #[must_use]
    pub fn has(&self, target: &Target) -> bool {
        match target {
            Target::Quote(id) => self.article.quotes.iter().any(|quote| quote.id == *id),
            Target::Person(id) => self.article.people.iter().any(|person| person.id == *id),
            // Whether the passage is there, the desk finds out.
            Target::Selection(_) => true,
            Target::Figure(id) => self.article.figures.iter().any(|figure| figure.id == *id),
        }
    }

    /// The voice of this quote.
    #[must_use]
    pub fn voice_of_quote(&self, quote: usize) -> &Voice {
        &self.voices.list[self.voices.of_quote[quote]]
    }

    /// The voice whose figure this is, as an index into the list; nothing where it is the
    /// newsroom's.
    #[must_use]
    pub fn voice_of_figure(&self, figure: usize) -> Option<usize> {
        self.quote_of_figure[figure].map(|quote| self.voices.of_quote[quote])
    }

    /// Whether the annotator is less sure of this quote and its speaker than is to be shown as
    /// sure.
    #[must_use]
    pub fn is_unsure(&self, quote: usize) -> bool {
        self.article.quotes[quote].confidence < SURE
    }

    /// How sure the annotator is of this quote: percent, rounded down to what the control can ask
    /// for.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1")]
    pub fn sure(&self, quote: usize) -> String {
        let percent = (self.article.quotes[quote].confidence * 100.0).round() as usize;
        (percent / STEP * STEP).to_string()
    }

    /// The quote's words as one text: an ellipsis stands where the author speaks between.
    #[must_use]
    pub fn words(&self, quote: usize) -> String {
        let parts = &self.article.quotes[quote].parts;
        let parts: Vec<&str> = parts.iter().filter_map(|&part| self.article.text(part)).collect();
        parts.join(" … ")
    }

    /// The quote's words as they may be given: those of an indirect quote are the author's, and
    /// have no quotation marks.
    #[must_use]
    pub fn quoted(&self, quote: usize) -> String {
        let words = self.words(quote);
        match self.article.quotes[quote].kind {
            QuoteKind::Indirect => words,
            QuoteKind::Direct | QuoteKind::Partial => ["«", &words, "»"].concat(),
        }
    }
}
