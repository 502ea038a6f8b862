//! The scorer on small documents whose counts are worked out by hand, by the rules that the docs
//! of `evaluate::quotes` and `evaluate::spans` state.
#![cfg(feature = "command")]

use verbatim::article::{
    Article, Block, BlockKind, FORMAT, Figure, FigureKind, Mention, MentionKind, Person, Quote,
    QuoteKind, Span, Speaker,
};
use verbatim::evaluate::gold::Gold;
use verbatim::evaluate::quotes::Quotes;
use verbatim::evaluate::spans::{Spans, brat};
use verbatim::evaluate::{Evaluation, Measure, Score};

/// The article of a document of one line; `👩‍🚀` before the text makes bytes and code points differ.
fn article(text: &str) -> Article {
    Article {
        format: FORMAT,
        id: "a".to_owned(),
        in_language: "ru".to_owned(),
        blocks: vec![Block { kind: BlockKind::Paragraph, text: text.to_owned() }],
        ..Article::default()
    }
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} stands in {text:?}"));
    Span::new(0, start, start + words.len())
}

fn quote(text: &str, words: &str, kind: QuoteKind, speaker: Speaker) -> Quote {
    Quote {
        id: "q1".to_owned(),
        kind,
        parts: vec![span(text, words)],
        speaker: Some(speaker),
        cue: None,
        source: None,
        confidence: 1.0,
        because: Vec::new(),
    }
}

fn person(id: &str, name: &str, role: Option<&str>) -> Person {
    Person { id: id.to_owned(), name: name.to_owned(), role: role.map(str::to_owned), gender: None }
}

/// Right, found and gold of a line of the table.
fn counts(evaluation: &Evaluation, name: &str) -> (usize, usize, usize) {
    match measure(evaluation, name) {
        Measure::Score(Score { right, found, gold, .. }) => (right, found, gold),
        Measure::Share(_) => panic!("{name} is a share"),
    }
}

fn share(evaluation: &Evaluation, name: &str) -> f64 {
    match measure(evaluation, name) {
        Measure::Share(share) => share,
        Measure::Score(_) => panic!("{name} is a score"),
    }
}

fn measure(evaluation: &Evaluation, name: &str) -> Measure {
    let line = evaluation.measures.iter().find(|(line, _)| line == name);
    line.unwrap_or_else(|| panic!("the table has a line {name}")).1
}

fn gold(json: &str) -> Gold {
    serde_json::from_str(json).expect("the gold of the test is sound")
}

const TEXT: &str = "👩‍🚀 «Мост открыт», – сказала мэр Анна Лужина. Пётр Гай назвал его «чудом». Акимат сообщил, что машины пошли.";

const GOLD: &str = r#"{
  "people": [
    {"id": "P1", "name": "Анна Лужина", "role": "мэр"},
    {"id": "P2", "name": "Пётр Гай", "role": null}
  ],
  "quotes": [
    {"parts": ["Мост открыт"], "nth": [1], "kind": "direct", "speaker": "P1", "cue": "сказала"},
    {"parts": ["чудом"], "nth": [1], "kind": "partial", "speaker": "P2", "cue": "назвал"},
    {"parts": ["машины пошли"], "nth": [1], "kind": "indirect", "speaker": "ORG: акимат города", "cue": "сообщил"}
  ]
}"#;

#[test]
fn quotes_count_by_overlap_and_speakers_by_individual() {
    let mut found = article(TEXT);
    // «Лужина» alone is the same individual, but not the full name; Гай is missed, Мост is no one.
    found.people = vec![person("p1", "Лужина", Some("мэр города")), person("p2", "Мост", None)];
    found.quotes = vec![
        quote(TEXT, "Мост открыт", QuoteKind::Direct, Speaker::Person("p1".to_owned())),
        quote(TEXT, "чудом", QuoteKind::Partial, Speaker::Person("p1".to_owned())),
        // «пошли» is 5 of the 11 letters of «машины пошли»: too little.
        quote(TEXT, "пошли", QuoteKind::Indirect, Speaker::Organisation("акимат".to_owned())),
    ];
    let mut quotes = Quotes::default();
    quotes.add("a", TEXT, &found, &gold(GOLD)).expect("the block is the document");
    let evaluation = quotes.finish();
    assert_eq!(counts(&evaluation, "verbatim"), (2, 2, 2));
    assert_eq!(counts(&evaluation, "verbatim attributed"), (1, 2, 2));
    assert_eq!(counts(&evaluation, "direct"), (1, 1, 1));
    assert_eq!(counts(&evaluation, "reported"), (0, 1, 1));
    assert_eq!(counts(&evaluation, "people"), (1, 2, 2));
    assert!((share(&evaluation, "verbatim speaker accuracy on found") - 0.5).abs() < 1e-12);
    assert!((share(&evaluation, "people full name exact") - 0.0).abs() < 1e-12);
    // One gold role; «мэр» has no word of more than three letters, so nothing can be right.
    assert!((share(&evaluation, "people role") - 0.0).abs() < 1e-12);
    assert_eq!(evaluation.errors["people missed"], ["a: Пётр Гай"]);
    assert_eq!(evaluation.errors["people false"], ["a: Мост"]);
}

#[test]
fn a_find_of_another_kind_serves_for_a_direct_quote_and_an_organisation_for_an_unnamed_source() {
    let mut found = article(TEXT);
    found.quotes = vec![
        quote(TEXT, "Мост открыт", QuoteKind::Partial, Speaker::Unnamed("мэр".to_owned())),
        quote(
            TEXT,
            "машины пошли",
            QuoteKind::Indirect,
            Speaker::Organisation("Акимат".to_owned()),
        ),
    ];
    let mut quotes = Quotes::default();
    quotes.add("a", TEXT, &found, &gold(GOLD)).expect("the block is the document");
    let evaluation = quotes.finish();
    assert_eq!(counts(&evaluation, "direct"), (1, 1, 1));
    assert_eq!(counts(&evaluation, "verbatim attributed"), (0, 1, 2));
    assert_eq!(counts(&evaluation, "reported attributed"), (1, 1, 1));
}

#[test]
fn spans_count_by_exact_edges_and_by_overlap_the_outermost_of_a_class() {
    let text = "👩‍🚀 Анне 43 года, в школе более 500 детей.";
    let at = |words: &str| {
        let Span { start, end, .. } = span(text, words);
        (text[..start].chars().count(), text[..end].chars().count())
    };
    let line = |class: &str, words: &str| {
        let (start, end) = at(words);
        format!("T1\t{class} {start} {end}\t{words}\n")
    };
    let gold = [
        line("PERSON", "Анне"),
        line("AGE", "43 года"),
        line("NUMBER", "более 500"),
        line("NUMBER", "500"),
        "R1\tIS Arg1:T1 Arg2:T2\n".to_owned(),
    ];
    let mut found = article(text);
    found.people = vec![person("p1", "Анна", None)];
    found.mentions = vec![
        Mention { person: "p1".to_owned(), kind: MentionKind::Name, at: span(text, "Анне") },
        Mention { person: "p1".to_owned(), kind: MentionKind::Role, at: span(text, "детей") },
    ];
    let figure = |kind, words| Figure {
        id: "f1".to_owned(),
        kind,
        at: span(text, words),
        value: None,
        to: None,
        bound: None,
        unit: None,
        date: None,
        of: None,
        quote: None,
    };
    found.figures = vec![
        figure(FigureKind::Age, "43 года"),
        figure(FigureKind::Count, "500"),
        figure(FigureKind::Date, "детей"),
    ];
    let mut spans = Spans::default();
    spans
        .add("a", text, &found, &brat(&gold.concat()).expect("brat lines"))
        .expect("the block is the document");
    let evaluation = spans.finish();
    assert_eq!(counts(&evaluation, "PERSON"), (1, 1, 1), "a role is no name");
    assert_eq!(counts(&evaluation, "AGE"), (1, 1, 1));
    assert_eq!(counts(&evaluation, "NUMBER"), (0, 1, 1), "the bound belongs to the span");
    assert_eq!(counts(&evaluation, "NUMBER overlap"), (1, 1, 1));
    assert_eq!(counts(&evaluation, "FIGURE"), (1, 2, 2));
    assert_eq!(counts(&evaluation, "WHEN"), (0, 1, 0));
}

#[test]
fn an_article_of_another_text_is_refused() {
    let mut quotes = Quotes::default();
    let refused = quotes.add("a", "Другой текст.", &article(TEXT), &gold(GOLD));
    let problem = refused.expect_err("the block is not in the document").to_string();
    assert_eq!(problem, "block 0 is not an exact substring of the file, in order");
}
