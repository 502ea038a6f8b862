//! Reading: how long it takes, how far one is, and where one left.

use super::selector::{Selector, WholeText};
use super::voices::count_words;
use crate::article::{Article, BlockKind, Span};

/// Characters a minute, and their standard deviation.
///
/// From S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment of Reading Performance: The
/// New International Reading Speed Texts `IReST`", IOVS 53 (2012), as Firefox's Reader View uses
/// it. Kazakh was not measured: assumed to read as Turkish, the one measured language of its
/// family. For other languages, as there, the English figures.
fn speed(language: &str) -> (usize, usize) {
    match language.split('-').next() {
        Some("ru") => (986, 175),
        Some("kk" | "tr") => (1054, 156),
        _ => (987, 118),
    }
}

/// A reading time in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Of a fast reader.
    pub fast: usize,
    /// Of a slow reader.
    pub slow: usize,
}

/// How much there is to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Words.
    pub words: usize,
    /// Characters, spaces with them.
    pub characters: usize,
    /// How long it takes.
    pub minutes: Minutes,
}

impl Length {
    /// The length of the whole article; captions and credits are no reading.
    #[must_use]
    pub fn of_article(article: &Article) -> Self {
        let is_read = |kind| !matches!(kind, BlockKind::Caption | BlockKind::Credit);
        let texts = article.blocks.iter().filter(|block| is_read(block.kind));
        Self::of(texts.map(|block| block.text.as_str()), &article.in_language)
    }

    /// The length of the quotes alone.
    #[must_use]
    pub fn of_quotes(article: &Article) -> Self {
        let parts = article.quotes.iter().flat_map(|quote| &quote.parts);
        Self::of(parts.filter_map(|part| article.text(*part)), &article.in_language)
    }

    fn of<'a>(texts: impl Iterator<Item = &'a str>, language: &str) -> Self {
        let (mut words, mut characters) = (0, 0);
        for text in texts {
            words += count_words(text);
            characters += text.chars().count();
        }
        let (mean, deviation) = speed(language);
        let minutes = Minutes {
            fast: characters.div_ceil(mean + deviation),
            slow: characters.div_ceil(mean - deviation),
        };
        Self { words, characters, minutes }
    }
}

/// How many code points of the text a place to resume at remembers.
const CHECK: usize = 32;

/// Where a reader left: a place, and the text that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume(Selector);

impl Resume {
    /// The place at this byte of this block; nothing where it does not fit the text.
    #[must_use]
    pub fn new(article: &Article, block: usize, byte: usize) -> Option<Self> {
        let text = &article.blocks.get(block)?.text;
        // At a block's very end the last character stands for the place.
        let start = if byte >= text.len() { text.char_indices().next_back()?.0 } else { byte };
        let after = text.get(start..)?;
        let length = after.char_indices().nth(CHECK).map_or(after.len(), |(i, _)| i);
        Selector::new(article, Span::new(block, start, start + length)).map(Self)
    }

    /// The place as text to be stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.to_fragment()
    }

    /// The place of this stored text.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Selector::from_fragment(text).map(Self)
    }

    /// The block and byte at which to go on; nothing where the text there is gone.
    #[must_use]
    pub fn resolve(&self, article: &Article) -> Option<(usize, usize)> {
        let span = self.0.resolve(&WholeText::new(article)).span()?;
        Some((span.block, span.start))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Block;

    fn article(texts: &[&str]) -> Article {
        let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).into() };
        Article {
            in_language: "ru".into(),
            blocks: texts.iter().map(block).collect(),
            ..Article::default()
        }
    }

    #[test]
    fn time_is_a_range_rounded_up() {
        // 986 ± 175: a fast reader takes 1161 characters a minute, a slow one 811.
        let length = Length::of_article(&article(&[&"слово ".repeat(387)]));
        assert_eq!((length.words, length.characters), (387, 2322));
        assert_eq!(length.minutes, Minutes { fast: 2, slow: 3 });
        let mut kazakh = article(&[&"сөз ".repeat(300)]);
        kazakh.in_language = "kk-KZ".into();
        assert_eq!(Length::of_article(&kazakh).minutes, Minutes { fast: 1, slow: 2 });
        assert_eq!(Length::of_article(&article(&[])).minutes, Minutes { fast: 0, slow: 0 });
    }

    #[test]
    fn reading_goes_on_where_it_was_left_in_an_edited_article() {
        let texts = ["Первый абзац о мосте через реку.", "Второй абзац говорит о сроках работ."];
        let left = Resume::new(&article(&texts), 1, "Второй ".len()).unwrap();
        let edited = article(&["Новый абзац.", texts[0], texts[1]]);
        let stored = Resume::from_text(&left.to_text()).unwrap();
        assert_eq!(stored.resolve(&edited), Some((2, "Второй ".len())));
        assert_eq!(stored.resolve(&article(&["Совсем другое."])), None);
    }

    proptest! {
        #[test]
        fn any_place_of_an_unchanged_text_is_found_again(
            texts in prop::collection::vec("[абв .]{1,50}", 1..4), block in 0_usize..4, at in 0_usize..50,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let article = article(&texts);
            if let Some(resume) = Resume::new(&article, block, 2 * at)
                && let Some((b, byte)) = resume.resolve(&article)
            {
                prop_assert_eq!(b, block);
                prop_assert!(byte == 2 * at || 2 * at >= texts[block].len());
            }
        }
    }
}
