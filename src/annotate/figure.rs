//! Figures: numbers, sums, shares, ages, dates and times.

use crate::article::{Figure, Quote};

use super::text::Text;

/// The figures of the text, in its order; relative dates count from the day of publication.
pub(crate) fn find(_text: &Text, _published: Option<&str>) -> Vec<Figure> {
    Vec::new()
}

/// Names on each figure the quote that it stands in: it is the speaker's figure.
pub(crate) fn tie_to_quotes(figures: &mut [Figure], quotes: &[Quote]) {
    for figure in figures {
        let holder =
            quotes.iter().find(|quote| quote.parts.iter().any(|part| part.contains(&figure.at)));
        figure.quote = holder.map(|quote| quote.id.clone());
    }
}
