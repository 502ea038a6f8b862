//! Find in the article: words in any of their forms, phrases of them in order.

use std::collections::HashMap;

use crate::article::{Article, Span};
use crate::desk::stem::{fold, is_same_kazakh, stem};
use crate::reader::selector::is_extending;

/// The words of an article, made once to answer every query.
#[derive(Debug, Default)]
pub struct Index {
    kazakh: bool,
    /// The different words.
    words: Vec<Word>,
    /// The number of each word, by its folded letters.
    numbers: HashMap<String, usize>,
    /// The words in their order in the text.
    tokens: Vec<Token>,
}

#[derive(Debug)]
struct Word {
    folded: String,
    stem: String,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    at: Span,
    word: usize,
}

impl Index {
    /// The index of this article.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let mut index = Self::default();
        for block in 0..article.blocks.len() {
            index.add(article, block);
        }
        index
    }

    /// Adds the next block of the article: an index may be made a few blocks at a time.
    pub fn add(&mut self, article: &Article, block: usize) {
        self.kazakh = article.in_language.split('-').next() == Some("kk");
        let Some(text) = article.blocks.get(block).map(|block| block.text.as_str()) else { return };
        each_word(text, |start, end| {
            let folded = fold(&text[start..end]);
            let word = self.numbers.get(&folded).copied().unwrap_or_else(|| {
                let word = self.words.len();
                self.words.push(Word { folded: folded.clone(), stem: stem(&folded) });
                self.numbers.insert(folded, word);
                word
            });
            self.tokens.push(Token { at: Span::new(block, start, end), word });
        });
    }

    /// Where the words of the query stand side by side, in any of their forms, in the order of
    /// the text. Where they stand nowhere, the last word may be only begun, as while one types, and
    /// then digits may stand together that the query parts: «1 0» on the way to «1 000».
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<Span> {
        let hits = self.find_words(query);
        if !hits.is_empty() {
            return hits;
        }
        let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let characters: Vec<char> = query.chars().collect();
        let parts = |i: usize| {
            characters[i].is_whitespace()
                && is_digit(i.checked_sub(1).and_then(|i| characters.get(i)))
                && is_digit(characters.get(i + 1))
        };
        let joined = (0..characters.len()).filter(|i| !parts(*i)).map(|i| characters[i]);
        self.find_words(&joined.collect::<String>())
    }

    fn find_words(&self, query: &str) -> Vec<Span> {
        let mut terms = Vec::new();
        each_word(query, |start, end| {
            let folded = fold(&query[start..end]);
            terms.push(Word { stem: stem(&folded), folded });
        });
        let Some(last) = terms.last() else { return Vec::new() };
        let mut wanted: Vec<Vec<bool>> = terms
            .iter()
            .map(|term| self.words.iter().map(|word| self.is_form(word, term)).collect())
            .collect();
        let hits = self.phrases(&wanted);
        if !hits.is_empty() {
            return hits;
        }
        let begun = self.words.iter().map(|word| word.folded.starts_with(&last.folded)).collect();
        wanted.pop();
        wanted.push(begun);
        self.phrases(&wanted)
    }

    fn is_form(&self, word: &Word, term: &Word) -> bool {
        word.stem == term.stem || (self.kazakh && is_same_kazakh(&word.folded, &term.folded))
    }

    /// The places at which each token is among the words wanted there; hits do not overlap.
    fn phrases(&self, wanted: &[Vec<bool>]) -> Vec<Span> {
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(tokens) = self.tokens.get(from..from + wanted.len()) {
            let (first, last) = (tokens[0].at, tokens[tokens.len() - 1].at);
            let is_hit = first.block == last.block
                && tokens.iter().zip(wanted).all(|(token, wanted)| wanted[token.word]);
            if is_hit {
                hits.push(Span::new(first.block, first.start, last.end));
            }
            from += if is_hit { wanted.len() } else { 1 };
        }
        hits
    }
}

/// Calls the function with the edges of each word: letters and digits with their marks, and
/// apostrophes and what is not seen between letters: soft hyphens, and spaces without width. A number
/// is one word with the spaces between its groups, «1 000».
fn each_word(text: &str, mut word: impl FnMut(usize, usize)) {
    let mut start = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let inside = character.is_alphanumeric()
            || (start.is_some() && is_extending(character))
            || (start.is_some()
                && matches!(character, '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{200b}' | '\u{2060}')
                && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric()))
            || start.is_some_and(|start| {
                character.is_whitespace() && parts_groups(&text[start..], at - start)
            });
        match start {
            None if inside => start = Some(at),
            Some(from) if !inside => {
                word(from, at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        word(from, text.len());
    }
}

/// Whether the space at this byte of a text that begins with a word stands between two groups of a
/// number: one to three digits, then three each.
fn parts_groups(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut after = after.chars().skip(1);
    let three = after.by_ref().take(3).filter(char::is_ascii_digit).count() == 3;
    let group = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let whole = group.len() == 3 || (group.len() < 3 && group.len() == before.len());
    let digits = group.bytes().all(|byte| byte.is_ascii_digit());
    three && whole && digits && !after.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Block, BlockKind};

    fn article(language: &str, texts: &[&str]) -> Article {
        let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).into() };
        Article {
            in_language: language.into(),
            blocks: texts.iter().map(block).collect(),
            ..Article::default()
        }
    }

    fn found<'a>(article: &'a Article, query: &str) -> Vec<&'a str> {
        let hits = Index::new(article).find(query);
        hits.into_iter().filter_map(|span| article.text(span)).collect()
    }

    #[test]
    fn word_forms_are_found() {
        let article = article("ru", &["Инженер нашёл мост.", "Они НАШЛИ мосты, чтобы найти их."]);
        assert_eq!(found(&article, "найти"), ["нашёл", "НАШЛИ", "найти"]);
        assert_eq!(found(&article, "нашел"), ["нашёл", "НАШЛИ", "найти"]);
        assert_eq!(found(&article, "мостами"), ["мост", "мосты"]);
    }

    /// What the stems do: one stem for a word of several roots with any of its prefixes, but none
    /// for what another prefix or suffix makes a word of its own.
    #[test]
    fn forms_are_told_from_other_words() {
        let article =
            article("ru", &["Нашла и ушла; находка, находит; заявила, заявление, заявки."]);
        assert_eq!(found(&article, "найдут"), ["Нашла"]);
        assert_eq!(found(&article, "уйти"), ["ушла"]);
        assert_eq!(found(&article, "заявлению"), ["заявление"]);
    }

    #[test]
    fn yo_is_ye_both_ways() {
        let article = article("ru", &["Ёлка, елка, е\u{308}лки и жёлтый."]);
        for query in ["елка", "ёлка", "ЁЛКИ", "е\u{308}лка"] {
            assert_eq!(found(&article, query), ["Ёлка", "елка", "е\u{308}лки"], "{query}");
        }
        assert_eq!(found(&article, "желтая"), ["жёлтый"]);
    }

    #[test]
    fn what_is_not_seen_is_passed_over() {
        let text =
            "Новый\u{a0}мост, но\u{ad}вого мо\u{ad}ста\u{202f}— 1\u{a0}200\u{202f}м; мо\u{2060}сты";
        let article = article("ru", &[text]);
        let hits = ["Новый\u{a0}мост", "но\u{ad}вого мо\u{ad}ста"];
        assert_eq!(found(&article, "новый мост"), hits);
        assert_eq!(found(&article, "но\u{ad}вый\u{a0}мост"), hits);
        assert_eq!(found(&article, "1 200 м"), ["1\u{a0}200\u{202f}м"]);
        assert_eq!(found(&article, "мост").len(), 3);
    }

    #[test]
    fn a_number_is_found_however_its_groups_are_parted() {
        let text =
            "От 1 000 до 1\u{a0}000, 1\u{202f}000 и 1000 тенге; 1\u{2009}000\u{2009}000 жителей";
        let article = article("ru", &[text]);
        let thousand = ["1 000", "1\u{a0}000", "1\u{202f}000", "1000"];
        for query in ["1000", "1 000", "1\u{a0}000"] {
            assert_eq!(found(&article, query), thousand, "{query:?}");
        }
        assert_eq!(found(&article, "1000000"), ["1\u{2009}000\u{2009}000"]);
        assert_eq!(found(&article, "1 000 тенге"), ["1000 тенге"]);
        // As it is typed.
        assert_eq!(found(&article, "1 0").len(), 5);
        assert_eq!(found(&article, "1 00").len(), 5);
    }

    #[test]
    fn numbers_side_by_side_are_no_groups_of_one() {
        let article = article("ru", &["В 2018 100 школ, в 12 25 и в 5 0000 и 7 123м; 1234 567."]);
        for query in ["2018", "100", "12", "25", "5", "0000", "7", "567"] {
            assert_eq!(found(&article, query), [query]);
        }
    }

    #[test]
    fn phrases_keep_their_order_within_a_block() {
        let article =
            article("ru", &["Новый мост. Мост новый.", "У нового, «моста»", "новый", "мост"]);
        assert_eq!(found(&article, "новые мосты"), ["Новый мост", "нового, «моста"]);
    }

    #[test]
    fn the_last_word_may_be_begun_where_nothing_else_is() {
        let article = article("ru", &["Костанайский мост у Костаная"]);
        assert_eq!(found(&article, "коста"), ["Костанайский", "Костаная"]);
        assert_eq!(found(&article, "костанайский мо"), ["Костанайский мост"]);
        assert_eq!(found(&article, "—"), Vec::<&str>::new());
    }

    #[test]
    fn kazakh_endings_are_passed_over() {
        let article = article("kk", &["Тоқаевтың сөзі. Тоқаевқа хат. Тоқа."]);
        assert_eq!(found(&article, "Тоқаев"), ["Тоқаевтың", "Тоқаевқа"]);
    }

    #[test]
    fn other_scripts_and_numbers_are_words_too() {
        let article = article("ru", &["IT-классов 1000, bridges, don’t; за\u{301}мок"]);
        assert_eq!(found(&article, "it класс"), ["IT-классов"]);
        assert_eq!(found(&article, "1000"), ["1000"]);
        assert_eq!(found(&article, "bridge"), ["bridges"]);
        assert_eq!(found(&article, "don't"), ["don’t"]);
        assert_eq!(found(&article, "замок"), ["за\u{301}мок"]);
    }

    proptest! {
        #[test]
        fn every_word_of_the_text_is_found_where_it_stands(
            texts in prop::collection::vec("[а-яё a-z'\u{301}.\\-0-9]{0,40}", 1..4),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for language in ["ru", "kk"] {
                let article = article(language, &texts);
                let index = Index::new(&article);
                for token in &index.tokens {
                    let hits = index.find(article.text(token.at).unwrap());
                    prop_assert!(hits.contains(&token.at));
                    prop_assert!(hits.is_sorted());
                }
            }
        }
    }
}
