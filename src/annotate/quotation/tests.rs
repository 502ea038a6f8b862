//! What is found in whole texts: our own sentences, one way of quoting each.

use proptest::prelude::*;
use unicode_segmentation::GraphemeCursor;

use crate::annotate::annotate;
use crate::article::{Article, Block, BlockKind, FORMAT, QuoteKind, Span, Speaker};

/// The article of these paragraphs, annotated; a paragraph that opens with `#` is the headline.
fn article(text: &str) -> Article {
    let blocks = text
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(headline) => Block { kind: BlockKind::Headline, text: headline.trim().to_owned() },
            None => Block { kind: BlockKind::Paragraph, text: line.to_owned() },
        })
        .collect();
    annotate(Article {
        format: FORMAT,
        id: "test".to_owned(),
        in_language: "ru".to_owned(),
        blocks,
        ..Article::default()
    })
}

/// Each quote as «kind speaker: part | part».
fn quotes(text: &str) -> Vec<String> {
    let article = article(text);
    article
        .quotes
        .iter()
        .map(|quote| {
            let kind = match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Partial => "partial",
                QuoteKind::Indirect => "indirect",
            };
            let speaker = match &quote.speaker {
                Some(Speaker::Person(id)) => {
                    article.person(id).map_or("?", |person| person.name.as_str())
                }
                Some(Speaker::Organisation(name) | Speaker::Unnamed(name)) => name.as_str(),
                None => "?",
            };
            let parts: Vec<&str> =
                quote.parts.iter().map(|part| article.text(*part).unwrap_or("?")).collect();
            format!("{kind} {speaker}: {}", parts.join(" | "))
        })
        .collect()
}

#[test]
fn a_dash_opens_speech_that_the_author_breaks() {
    for dash in ["-", "–", "—"] {
        let text = format!(
            "{dash} Мост откроют весной, {dash} сказал директор завода Иван Ильин. {dash} Осталось \
             покрасить перила.\n\
             {dash} А дорогу? {dash} спросила журналистка Анна Белова."
        );
        assert_eq!(
            quotes(&text),
            [
                "direct Иван Ильин: Мост откроют весной | Осталось покрасить перила.",
                "direct Анна Белова: А дорогу?",
            ]
        );
    }
}

#[test]
fn a_list_after_dashes_is_no_speech() {
    let text = "В школе откроют:\n- Столовую.\n- Спортивный зал.\n- Библиотеку.";
    assert_eq!(quotes(text), [""; 0]);
}

#[test]
fn marks_with_the_verb_after_before_and_inside() {
    let text = "«Мост откроют весной», — сказал Иван Ильин. «Перила уже красят», — добавил он.\n\
                Анна Белова ответила: «Жители ждут моста три года».\n\
                «Мы ждали долго, — сказала Анна Белова. — Теперь ждём весны».";
    assert_eq!(
        quotes(text),
        [
            "direct Иван Ильин: Мост откроют весной",
            "direct Иван Ильин: Перила уже красят",
            "direct Анна Белова: Жители ждут моста три года",
            "direct Анна Белова: Мы ждали долго | Теперь ждём весны",
        ]
    );
}

#[test]
fn marks_of_every_kind_and_nested_ones() {
    for (open, close) in [("«", "»"), ("„", "“"), ("“", "”"), ("\"", "\"")] {
        let text = format!("{open}Завод «Заря» откроют весной{close}, - сказал Иван Ильин.");
        assert_eq!(quotes(&text), ["direct Иван Ильин: Завод «Заря» откроют весной"]);
    }
}

#[test]
fn one_mark_closes_two() {
    let text = "«Мы построим завод «Заря», — сказал Иван Ильин.";
    assert_eq!(quotes(text), ["direct Иван Ильин: Мы построим завод «Заря»"]);
}

#[test]
fn a_speech_of_several_paragraphs_is_one_quote() {
    let text = "Иван Ильин сказал: «Мы строили мост три года.\nТеперь он готов».";
    assert_eq!(quotes(text), ["direct Иван Ильин: Мы строили мост три года. | Теперь он готов"]);
}

#[test]
fn names_and_irony_in_marks_are_no_speech() {
    let text = "Завод «Заря» выпустил трактор «Богатырь».\nТакой «подарок» никого не обрадовал.";
    assert_eq!(quotes(text), [""; 0]);
}

#[test]
fn a_fragment_has_the_speaker_of_its_sentence() {
    let text = "Иван Ильин назвал новый мост «гордостью всего района».";
    assert_eq!(quotes(text), ["partial Иван Ильин: гордостью всего района"]);
}

#[test]
fn a_clause_of_reported_speech_ends_where_another_speaks() {
    let text = "Иван Ильин сообщил, что мост готов, а Анна Белова добавила, что его пора открыть.";
    assert_eq!(
        quotes(text),
        ["indirect Иван Ильин: мост готов", "indirect Анна Белова: его пора открыть"]
    );
}

#[test]
fn phrases_of_source() {
    let text = "По словам Ивана Ильина, мост откроют весной.\n\
                Вместе с тем, по его мнению, перила надо покрасить.\n\
                Мост, по данным полиции, закрыт на ремонт.\n\
                Согласно отчету, работы идут по плану.";
    assert_eq!(
        quotes(text),
        [
            "indirect Иван Ильин: мост откроют весной",
            "indirect Иван Ильин: перила надо покрасить",
            "indirect полиция: Мост | закрыт на ремонт",
            "indirect отчет: работы идут по плану",
        ]
    );
}

#[test]
fn the_source_after_what_is_reported() {
    let text = "Мост закрыли на ремонт, сообщает газета «Вестник».\n\
                Движение откроют утром, говорится в сообщении полиции.";
    assert_eq!(
        quotes(text),
        [
            "indirect газета «Вестник»: Мост закрыли на ремонт",
            "indirect полиция: Движение откроют утром",
        ]
    );
}

#[test]
fn requests_take_an_infinitive() {
    let text = "Иван Ильин попросил водителей не ездить по мосту и пообещал открыть его весной.";
    assert_eq!(
        quotes(text),
        ["indirect Иван Ильин: не ездить по мосту", "indirect Иван Ильин: открыть его весной"]
    );
}

#[test]
fn the_next_sentence_names_the_source() {
    let text = "Мост закрыли на ремонт. Об этом сообщил Иван Ильин.";
    assert_eq!(quotes(text), ["indirect Иван Ильин: Мост закрыли на ремонт"]);
}

#[test]
fn a_body_by_its_noun_alone_is_the_one_that_spoke() {
    let text = "Районная инспекция по надзору сообщила, что мост закрыт.\n\
                По данным инспекции, его откроют весной. По данным полиции, объезд свободен.";
    assert_eq!(
        quotes(text),
        [
            "indirect районная инспекция по надзору: мост закрыт",
            "indirect районная инспекция по надзору: его откроют весной",
            "indirect полиция: объезд свободен",
        ]
    );
}

#[test]
fn a_headline_names_the_speaker_before_a_colon() {
    let text = "# Иван Ильин: мост откроют весной\nДиректор завода Иван Ильин приехал в город.";
    assert_eq!(quotes(text), ["indirect Иван Ильин: мост откроют весной"]);
    assert_eq!(quotes("# Погода: в городе ждут снега\nСнег пойдёт утром."), [""; 0]);
}

#[test]
fn a_role_a_pronoun_and_an_omitted_subject() {
    let text = "В город приехал министр транспорта Иван Ильин. Он сказал, что мост готов.\n\
                Добавил, что перила покрасят.\n\
                «Откроем весной», — пояснил министр.";
    assert_eq!(
        quotes(text),
        [
            "indirect Иван Ильин: мост готов",
            "indirect Иван Ильин: перила покрасят",
            "direct Иван Ильин: Откроем весной",
        ]
    );
}

#[test]
fn institutions_and_unnamed_people_speak() {
    let text = "«Мост проверят завтра», — сообщили в министерстве транспорта.\n\
                Местные жители говорят, что мост шатается.\n\
                «Всё решится весной», — сказал источник.\n\
                Говорят, что мост старый.";
    assert_eq!(
        quotes(text),
        [
            "direct министерство транспорта: Мост проверят завтра",
            "indirect местные жители: мост шатается",
            "direct источник: Всё решится весной",
        ]
    );
}

#[test]
fn a_conversation_by_labels() {
    let text = "Газета поговорила с инженером Иваном Ильиным.\n\
                Корр.: Когда откроют мост?\n\
                Иван Ильин: Весной, когда сойдёт лёд.";
    let found = quotes(text);
    assert_eq!(
        found.last().map(String::as_str),
        Some("direct Иван Ильин: Весной, когда сойдёт лёд.")
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn answers_belong_to_whom_the_conversation_is_with() {
    let text = "Мы встретились с инженером, и Иван Ильин ответил на вопросы.\n\
                — Когда откроют мост?\n\
                — Весной, когда сойдёт лёд.";
    assert_eq!(quotes(text), ["direct Иван Ильин: Весной, когда сойдёт лёд."]);
}

/// Words, marks and oddities of which texts are put together.
fn mixed_text() -> impl Strategy<Value = String> {
    let pieces = [
        "«",
        "»",
        "„",
        "“",
        "”",
        "\"",
        "''",
        "(",
        ")",
        ", ",
        ". ",
        ": ",
        "! ",
        "? ",
        "… ",
        " - ",
        " — ",
        "- ",
        "\n",
        "\n— ",
        " ",
        "\u{a0}",
        "сказал ",
        "что ",
        "сообщил, что ",
        "по словам ",
        "как пишет ",
        "попросил ",
        "помочь ",
        "назвал ",
        "об этом ",
        "он ",
        "она ",
        "Иван Ильин ",
        "Анны Беловой ",
        "министр ",
        "эксперты ",
        "газета ",
        "в ",
        "и ",
        "а ",
        "мост",
        "готов ",
        "Корр.: ",
        "и\u{306}",
        "\u{301}",
        "👩‍👩‍👧",
        "🇰🇿",
        "ा",
        "\u{600}",
        "12",
        "2012 г. ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..120)
        .prop_map(|pieces| pieces.concat())
}

fn is_on_graphemes(article: &Article, span: Span) -> bool {
    let Some(block) = article.blocks.get(span.block).map(|block| block.text.as_str()) else {
        return false;
    };
    span.start < span.end
        && [span.start, span.end].into_iter().all(|at| {
            at <= block.len()
                && GraphemeCursor::new(at, block.len(), true).is_boundary(block, 0) == Ok(true)
        })
}

proptest! {
    #[test]
    fn quotes_keep_the_laws_on_any_text(text in mixed_text()) {
        let article = article(&text);
        let mut parts: Vec<Span> = Vec::new();
        for quote in &article.quotes {
            prop_assert!(!quote.parts.is_empty());
            prop_assert!(quote.parts.is_sorted());
            prop_assert!((0.0..=1.0).contains(&quote.confidence));
            for span in quote.parts.iter().chain(&quote.cue).chain(&quote.source) {
                prop_assert!(is_on_graphemes(&article, *span), "{span:?}");
            }
            for part in &quote.parts {
                let words = article.text(*part).unwrap_or_default();
                prop_assert_eq!(words.trim(), words);
            }
            parts.extend(&quote.parts);
        }
        parts.sort_unstable();
        for pair in parts.windows(2) {
            prop_assert!(!pair[0].overlaps(&pair[1]), "{pair:?}");
        }
    }
}
