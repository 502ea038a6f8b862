//! A passage of an article as a link has it: a selection in one block, or from one block to another.

use crate::article::{Article, Span};
use crate::reader::selector::{Resolution, Selector, WholeText};

/// What parts the selectors of a passage's two ends.
const AND: char = '&';

/// A passage, by what is selected of its first block and, if it has more, of its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    first: Selector,
    last: Option<Selector>,
}

/// Where a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its part of the first block.
    pub(super) first: Span,
    /// Its part of the last block; the same where it has but one.
    pub(super) last: Span,
    /// Whether words and context stand where they stood.
    pub(super) unchanged: bool,
}

impl Passage {
    /// The passage that has these parts, block by block; nothing where there is none.
    pub(super) fn new(article: &Article, parts: &[Span]) -> Option<Self> {
        let first = Selector::new(article, *parts.first()?)?;
        let last = match parts {
            [_, .., last] => Some(Selector::new(article, *last)?),
            _ => None,
        };
        Some(Self { first, last })
    }

    /// The passage as the fragment of an address, without `#`.
    pub(super) fn to_fragment(&self) -> String {
        let mut fragment = self.first.to_fragment();
        if let Some(last) = &self.last {
            fragment.push(AND);
            fragment.push_str(&last.to_fragment());
        }
        fragment
    }

    /// The passage of this fragment; nothing where it is none, or cut short.
    pub(super) fn from_fragment(fragment: &str) -> Option<Self> {
        let (first, last) = match fragment.split_once(AND) {
            Some((first, last)) => (first, Some(Selector::from_fragment(last)?)),
            None => (fragment, None),
        };
        Some(Self { first: Selector::from_fragment(first)?, last })
    }

    /// The words that it begins with.
    pub(super) fn words(&self) -> &str {
        &self.first.exact
    }

    /// Where it stands in this text; nothing where one of its ends is not found, or they have
    /// changed places.
    pub(super) fn resolve(&self, whole: &WholeText) -> Option<Place> {
        let stays = |selector: &Selector| match selector.resolve(whole) {
            Resolution::Unchanged(span) => Some((span, true)),
            Resolution::Found(span) => Some((span, false)),
            Resolution::Orphan => None,
        };
        let first = stays(&self.first)?;
        let last = self.last.as_ref().map_or(Some(first), stays)?;
        let place = Place { first: first.0, last: last.0, unchanged: first.1 && last.1 };
        (self.last.is_none() || place.first.block < place.last.block).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind};

    fn article(paragraphs: &[&str]) -> Article {
        let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).to_owned() };
        Article { blocks: paragraphs.iter().map(block).collect(), ..Article::default() }
    }

    const TEXT: [&str; 3] = [
        "Утром пошёл снег, и трамваи встали.",
        "К полудню пути расчистили.",
        "Вечером стало тихо.",
    ];

    fn select(article: &Article, block: usize, words: &str) -> Span {
        let start = article.blocks[block].text.find(words).unwrap();
        Span::new(block, start, start + words.len())
    }

    fn there_and_back(article: &Article, parts: &[Span]) -> Passage {
        let passage = Passage::new(article, parts).unwrap();
        assert_eq!(Passage::from_fragment(&passage.to_fragment()), Some(passage.clone()));
        passage
    }

    #[test]
    fn a_passage_of_one_block_survives_the_way_to_a_link_and_back() {
        let article = article(&TEXT);
        let span = select(&article, 1, "пути расчистили");
        let place = there_and_back(&article, &[span]).resolve(&WholeText::new(&article)).unwrap();
        assert_eq!((place.first, place.last, place.unchanged), (span, span, true));
    }

    #[test]
    fn a_passage_over_blocks_is_found_by_its_ends() {
        let before = article(&TEXT);
        let parts = [
            select(&before, 0, "и трамваи встали."),
            select(&before, 1, TEXT[1]),
            select(&before, 2, "Вечером"),
        ];
        let passage = there_and_back(&before, &parts);
        let after = article(&["Новое.", TEXT[0], TEXT[1], TEXT[2]]);
        let place = passage.resolve(&WholeText::new(&after)).unwrap();
        assert_eq!(place.first, select(&after, 1, "и трамваи встали."));
        assert_eq!(place.last, select(&after, 3, "Вечером"));
        assert!(!place.unchanged);
    }

    #[test]
    fn a_passage_whose_end_is_gone_is_not_found() {
        let before = article(&TEXT);
        let parts = [select(&before, 0, "снег, и трамваи"), select(&before, 2, "стало тихо")];
        let passage = there_and_back(&before, &parts);
        let cut = article(&TEXT[..2]);
        assert_eq!(passage.resolve(&WholeText::new(&cut)), None);
        let turned = article(&[TEXT[2], TEXT[1], TEXT[0]]);
        assert_eq!(passage.resolve(&WholeText::new(&turned)), None);
    }

    #[test]
    fn a_link_that_was_cut_short_is_no_passage() {
        let article = article(&TEXT);
        let parts = [select(&article, 0, "снег"), select(&article, 2, "тихо")];
        let fragment = Passage::new(&article, &parts).unwrap().to_fragment();
        let cut = &fragment[..fragment.rfind('~').unwrap()];
        assert_eq!(Passage::from_fragment(cut), None);
        assert_eq!(Passage::from_fragment(""), None);
    }
}
