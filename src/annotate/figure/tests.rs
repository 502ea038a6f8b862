use proptest::prelude::*;

use super::*;
use crate::article::{Block, BlockKind, QuoteKind};
use crate::language;

fn blocks(texts: &[&str]) -> Vec<Block> {
    let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).to_owned() };
    texts.iter().map(block).collect()
}

/// The figures of a text, one a line: kind, words, then what is known of the value.
pub(super) fn list(text: &str, published: Option<&str>) -> Vec<String> {
    let blocks = blocks(&[text]);
    let language = language::of("ru").unwrap();
    let figures = find(&Text::new(&blocks, language), published);
    let line = |figure: Figure| {
        let mut line = format!("{:?} «{}»", figure.kind, &text[figure.at.start..figure.at.end]);
        let bound = figure.bound.map(|bound| format!("{bound:?}"));
        let of = figure.of.map(|of| format!("of {}", &text[of.start..of.end]));
        let value = figure.value.map(|value| value.to_string());
        let to = figure.to.map(|to| format!("to {to}"));
        for part in [bound, value, to, figure.unit, figure.date, of].into_iter().flatten() {
            line.push(' ');
            line.push_str(&part);
        }
        line
    };
    figures.into_iter().map(line).collect()
}

/// Asserts that the text has these figures.
pub(super) fn check(text: &str, expected: &[&str]) {
    assert_eq!(list(text, None), expected, "{text}");
}

/// Asserts that the text, published on Wednesday 2018-09-26, has these figures.
pub(super) fn check_published(text: &str, expected: &[&str]) {
    assert_eq!(list(text, Some("2018-09-26")), expected, "{text}");
}

#[test]
fn counts_what_was_counted_before() {
    check(
        "Уже построили более 500 IT-классов. Всего их будет 1 000. В том числе 20 центров.",
        &[
            "Count «более 500» Over 500 of IT-классов",
            "Count «1 000» 1000 of IT-классов",
            "Count «20» 20 of центров",
        ],
    );
}

#[test]
fn leaves_titles_and_choices_alone() {
    check("Первый заместитель министра – один из авторов.", &[]);
    check("Первый зампред партии был одним из ключевых гостей.", &[]);
    check("Мы готовы начать хоть завтра.", &[]);
}

#[test]
fn leaves_web_addresses_alone() {
    check(
        "Подробности на https://example.org/2018/09/26/a-15, там 3 статьи.",
        &["Count «3» 3 of статьи"],
    );
}

#[test]
fn ties_figures_to_the_quotes_they_stand_in() {
    let blocks = blocks(&["- Нас 5, - сказал он. Всего 7 человек."]);
    let text = Text::new(&blocks, language::of("ru").unwrap());
    let mut figures = find(&text, None);
    let quote = Quote {
        id: "q1".to_owned(),
        kind: QuoteKind::Direct,
        parts: vec![Span::new(0, 2, "- Нас 5".len())],
        speaker: None,
        cue: None,
        source: None,
        confidence: 1.0,
        because: Vec::new(),
    };
    tie_to_quotes(&mut figures, &[quote]);
    let holders: Vec<_> = figures.iter().map(|figure| figure.quote.as_deref()).collect();
    assert_eq!(holders, [Some("q1"), None]);
}

/// Words and marks of every kind that the readers know.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "в",
            "с",
            "по",
            "до",
            "от",
            "за",
            "через",
            "на",
            "и",
            "не",
            "более",
            "менее",
            "около",
            "чем",
            "тысяч",
            "миллион",
            "млрд",
            "тыс",
            "сто",
            "двадцать",
            "пять",
            "один",
            "двое",
            "полтора",
            "половина",
            "третьего",
            "сорок",
            "мая",
            "сентябре",
            "пятницу",
            "года",
            "год",
            "гг",
            "лет",
            "часов",
            "минут",
            "утра",
            "века",
            "XX",
            "II",
            "-е",
            "-летний",
            "двухлетний",
            "кварталов",
            "назад",
            "спустя",
            "прошлой",
            "неделе",
            "начале",
            "рублей",
            "долларов",
            "США",
            "км",
            "кв",
            "%",
            "$",
            ".",
            ",",
            "-",
            "–",
            "—",
            ":",
            "/",
            "(",
            ")",
            "«",
            "»",
            "№",
            "\u{301}",
            "\u{a0}",
            "IT-классов",
            "их",
            "всего",
            "вчера",
            "каждый",
            "полночь",
            "минус",
            "летом",
            "два-три",
            "a\u{903}",
        ])
        .prop_map(str::to_owned),
        "[0-9]{1,20}",
        "\\PC{0,3}",
    ]
}

proptest! {
    #[test]
    fn any_text_gives_sound_figures(
        words in prop::collection::vec((word(), prop::bool::ANY), 0..40),
        published in prop::option::of("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ) {
        let text: String = words
            .iter()
            .map(|(word, spaced)| if *spaced { format!("{word} ") } else { word.clone() })
            .collect();
        let blocks = blocks(&[&text]);
        let figures = find(&Text::new(&blocks, language::of("ru").unwrap()), published.as_deref());
        let mut last = 0;
        for figure in figures {
            prop_assert!(figure.at.start >= last, "figures overlap or are out of order");
            last = figure.at.end;
            for span in [Some(figure.at), figure.of].into_iter().flatten() {
                prop_assert!(span.start < span.end);
                prop_assert!(text.get(span.start..span.end).is_some());
                for edge in [span.start, span.end] {
                    let sound = GraphemeCursor::new(edge, text.len(), true).is_boundary(&text, 0);
                    prop_assert_eq!(sound, Ok(true));
                }
            }
            for value in [figure.value, figure.to].into_iter().flatten() {
                prop_assert!(value.is_finite());
            }
        }
    }
}
