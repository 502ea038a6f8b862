//! The annotator: an article to the same article with its people, quotes and figures.
//!
//! A chain of pure stages over one [`Text`]: tokens and sentences → names → people → figures →
//! quotations → attribution. Each is a function from what is known to what is found. No stage
//! changes the text, fails, or depends on anything but its input. Each is open to the outside, so
//! that it can be measured alone. This room knows `article` and `language`.

mod attribution;
pub mod figure;
mod name;
pub mod person;
pub mod quotation;
pub mod text;

use crate::article::Article;
use crate::language;

use text::Text;

#[cfg(feature = "command")]
pub(crate) use name::train::{
    Document as NameDocument, measure as measure_names, train as train_names,
};

/// The article with its people, mentions, quotes and figures found anew.
///
/// Total: any text gives an article. Where the article's language is not known to `language`, the
/// article comes back with its text alone.
#[must_use]
pub fn annotate(article: Article) -> Article {
    let mut article = article.without_annotations();
    let Some(language) = language::of(&article.in_language) else {
        return article;
    };
    let text = Text::new(&article.blocks, language).after_lost(&article.after_lost);
    let people = person::find(&text, &article.author);
    let mut figures = figure::find(&text, article.date_published.as_deref());
    let quotations = quotation::find(&text, &people);
    figure::tie_to_quotes(&mut figures, &quotations.quotes);
    article.people = people.people;
    article.mentions = quotations.mentions;
    article.quotes = quotations.quotes;
    article.figures = figures;
    article
}
