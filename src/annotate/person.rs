//! People: the individuals that the text names, one entry each, with every mention of the name.

use crate::article::{Mention, Person};

use super::text::Text;

/// The people of an article and where they are named.
#[derive(Default)]
pub(crate) struct People {
    /// One entry per individual, in the order of the first mention.
    pub(crate) people: Vec<Person>,
    /// Every mention by name, in the order of the text.
    pub(crate) mentions: Vec<Mention>,
}

/// The people that the text names; `authors` are the article's known authors.
pub(crate) fn find(_text: &Text, _authors: &[String]) -> People {
    People::default()
}
