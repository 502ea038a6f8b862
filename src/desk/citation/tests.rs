use super::*;
use crate::article::{Block, BlockKind, Person};

/// An article of these paragraphs with one quote: the words in `[…]`.
fn article(paragraphs: &[&str], kind: QuoteKind) -> Article {
    let mut blocks =
        vec![Block { kind: BlockKind::Headline, text: "Мост <починят>".into() }];
    let mut parts = Vec::new();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let mut text = String::new();
        let mut start = 0;
        for character in paragraph.chars() {
            match character {
                '[' => start = text.len(),
                ']' => parts.push(Span::new(i + 1, start, text.len())),
                _ => text.push(character),
            }
        }
        blocks.push(Block { kind: BlockKind::Paragraph, text });
    }
    Article {
        format: 1,
        id: "a".into(),
        in_language: "ru".into(),
        date_published: Some("2024-03-05".into()),
        publisher: Some("Степной вестник".into()),
        blocks,
        people: vec![Person {
            id: "p1".into(),
            name: "Анна Белова".into(),
            role: Some("инженер".into()),
            gender: None,
        }],
        quotes: vec![Quote {
            id: "q1".into(),
            kind,
            parts,
            speaker: Some(Speaker::Person("p1".into())),
            cue: None,
            source: None,
            confidence: 0.9,
            because: Vec::new(),
        }],
        ..Article::default()
    }
}

const SETTING: Setting<'static> = Setting {
    link: "https://news.example/a/a#q1",
    date: Some("5 марта 2024 г."),
    reported: "в пересказе",
};

fn cite(article: &Article) -> Citation<'_> {
    Citation::new(article, &article.quotes[0], SETTING)
}

#[test]
fn a_direct_quote_leaves_the_authors_words_out() {
    let article = article(&["— [Мост стоит], — сказала Белова. — [Починим]."], QuoteKind::Direct);
    assert_eq!(
        cite(&article).text(),
        "«Мост стоит […] Починим»\n\
         — Анна Белова, инженер. Мост <починят>. Степной вестник, 5 марта 2024 г.\n\
         https://news.example/a/a#q1"
    );
}

#[test]
fn paragraphs_of_one_speech_are_parted_without_an_omission() {
    let article = article(&["«[Раз].", "[Два]», — сказала она."], QuoteKind::Direct);
    assert!(cite(&article).text().starts_with("«Раз\nДва»\n"));
    assert_eq!(cite(&article).html().matches("<p>").count(), 2);
}

#[test]
fn a_paragraph_left_out_between_is_shown() {
    let article = article(&["«[Раз]».", "Зал молчал.", "«[Два]»."], QuoteKind::Direct);
    assert!(cite(&article).text().starts_with("«Раз […] Два»\n"));
}

#[test]
fn marks_differ_from_those_inside() {
    let article = article(&["— [Завод «Луч» стоит]."], QuoteKind::Direct);
    assert!(cite(&article).text().starts_with("„Завод «Луч» стоит“\n"));
}

#[test]
fn an_indirect_quote_never_stands_in_marks() {
    let article = article(&["Белова сказала, что [мост починят]."], QuoteKind::Indirect);
    let citation = cite(&article);
    for text in [citation.text(), citation.markdown()] {
        assert!(text.contains("мост починят\n"), "{text}");
        assert!(!text.contains(['«', '»', '„', '“', '”', '"', '‘', '’']), "{text}");
        assert!(text.contains("в пересказе"), "{text}");
    }
    let html = citation.html();
    assert!(html.contains("<p>мост починят</p>") && !html.contains("&quot;"), "{html}");
    let json: Value = serde_json::from_str(&citation.json_ld()).unwrap();
    assert_eq!(json["text"], "мост починят");
    assert_eq!(json["spokenByCharacter"]["name"], "Анна Белова");
    assert!(json.get("creator").is_none(), "the words are not hers");
}

#[test]
fn a_partial_quote_keeps_its_marks() {
    let article = article(&["Она назвала мост «[бедой города]»."], QuoteKind::Partial);
    assert!(cite(&article).text().starts_with("«бедой города»\n"));
}

#[test]
fn markdown_and_html_are_escaped() {
    let article = article(&["— [5 * 5 <b>]."], QuoteKind::Direct);
    let citation = cite(&article);
    assert_eq!(
        citation.markdown(),
        "> «5 \\* 5 \\<b\\>»\n>\n> — [Анна Белова, инженер. Мост \\<починят\\>. \
         Степной вестник, 5 марта 2024 г.](<https://news.example/a/a#q1>)\n"
    );
    assert_eq!(
        citation.html(),
        "<figure><blockquote cite=\"https://news.example/a/a#q1\" lang=\"ru\">\
         <p>«5 * 5 &lt;b&gt;»</p></blockquote><figcaption>— \
         <a href=\"https://news.example/a/a#q1\">Анна Белова, инженер. Мост &lt;починят&gt;. \
         Степной вестник, 5 марта 2024 г.</a></figcaption></figure>"
    );
}

#[test]
fn json_ld_is_a_quotation_in_its_article() {
    let article = article(&["— [Мост стоит]."], QuoteKind::Direct);
    let json: Value = serde_json::from_str(&cite(&article).json_ld()).unwrap();
    assert_eq!(
        json,
        json!({
            "@context": "https://schema.org",
            "@type": "Quotation",
            "text": "Мост стоит",
            "inLanguage": "ru",
            "url": "https://news.example/a/a#q1",
            "creator": {"@type": "Person", "name": "Анна Белова", "jobTitle": "инженер"},
            "spokenByCharacter": {"@type": "Person", "name": "Анна Белова", "jobTitle": "инженер"},
            "isPartOf": {
                "@type": "NewsArticle",
                "headline": "Мост <починят>",
                "datePublished": "2024-03-05",
                "inLanguage": "ru",
                "publisher": {"@type": "Organization", "name": "Степной вестник"},
            },
        })
    );
}

#[test]
fn no_script_becomes_a_link() {
    let article = article(&["— [Да]."], QuoteKind::Direct);
    let setting = Setting { link: "javascript:alert(1)", ..SETTING };
    let citation = Citation::new(&article, &article.quotes[0], setting);
    assert!(!citation.html().contains("javascript:"));
    assert!(!citation.markdown().contains("javascript:"));
}
