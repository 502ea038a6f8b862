//! An article written and read again is the same.

use proptest::prelude::*;

use verbatim::article::{
    Article, Block, BlockKind, Figure, FigureKind, Mention, MentionKind, Person, Quote, QuoteKind,
    Span, Speaker, file,
};

/// Graphemes in which bytes and code points differ, one or several code points each.
const GRAPHEMES: [&str; 12] =
    ["a", "я", "ё", "и\u{306}", "😀", "👩‍👩‍👧", "🇰🇿", "\r\n", "\u{a0}", "қ", "«", "e\u{301}\u{323}"];

/// A block of text with the bytes of its grapheme edges.
fn block() -> impl Strategy<Value = (Block, Vec<usize>)> {
    prop::collection::vec(prop::sample::select(&GRAPHEMES[..]), 1..30).prop_map(|graphemes| {
        let text = graphemes.concat();
        let mut edges = vec![0];
        edges.extend(graphemes.iter().scan(0, |at, grapheme| {
            *at += grapheme.len();
            Some(*at)
        }));
        (Block { kind: BlockKind::Paragraph, text }, edges)
    })
}

/// An article of one block whose every annotation marks the same stretch of it.
fn article() -> impl Strategy<Value = Article> {
    (
        block(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0_u16..=1000,
        prop::num::f64::NORMAL,
    )
        .prop_map(|((block, edges), from, to, confidence, value)| {
            let from = from.index(edges.len() - 1);
            let to = from + 1 + to.index(edges.len() - 1 - from);
            let at = Span::new(0, edges[from], edges[to]);
            Article {
                format: 1,
                id: "a".to_owned(),
                in_language: "ru".to_owned(),
                blocks: vec![block],
                people: vec![Person {
                    id: "p1".to_owned(),
                    name: "Я".to_owned(),
                    role: None,
                    gender: None,
                }],
                mentions: vec![Mention { person: "p1".to_owned(), kind: MentionKind::Name, at }],
                quotes: vec![Quote {
                    id: "q1".to_owned(),
                    kind: QuoteKind::Partial,
                    parts: vec![at],
                    speaker: Some(Speaker::Person("p1".to_owned())),
                    cue: Some(at),
                    source: Some(at),
                    confidence: f64::from(confidence) / 1000.0,
                    because: Vec::new(),
                }],
                figures: vec![Figure {
                    id: "f1".to_owned(),
                    kind: FigureKind::Count,
                    at,
                    value: Some(value),
                    to: None,
                    bound: None,
                    unit: None,
                    date: None,
                    of: Some(at),
                    quote: Some("q1".to_owned()),
                }],
                ..Article::default()
            }
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(article in article()) {
        let json = file::write(article.clone());
        let again = file::read(&json).expect("our own file");
        prop_assert_eq!(&again, &article);
        prop_assert_eq!(file::write(again), json);
    }

    /// Python, JavaScript's iterators and the scorer count so.
    #[test]
    fn spans_in_the_file_count_code_points(article in article()) {
        let json: serde_json::Value = serde_json::from_str(&file::write(article.clone())).expect("JSON");
        let at = &json["quotes"][0]["parts"][0];
        let offset = |edge: &str| usize::try_from(at[edge].as_u64().expect("an offset")).expect("small");
        let text = article.blocks[0].text.chars();
        let words: String = text.skip(offset("start")).take(offset("end") - offset("start")).collect();
        prop_assert_eq!(Some(words.as_str()), article.text(article.quotes[0].parts[0]));
    }
}
