//! Files that break format 1, and what is said of each.

use serde_json::{Value, json};
use verbatim::article::{Article, file, schema};

/// A small sound article, its spans counted by hand: «Да», «сказал», «Лозовой», «12 раз».
fn sound() -> Value {
    json!({
        "format": 1,
        "id": "most",
        "inLanguage": "ru",
        "datePublished": "2025-10-14",
        "blocks": [
            {"kind": "headline", "text": "Мост"},
            {"kind": "paragraph", "text": "— Да, — сказал Лозовой 12 раз. и\u{306}"}
        ],
        "people": [{"id": "p1", "name": "Игнат Лозовой", "gender": "masculine"}],
        "mentions": [{"person": "p1", "kind": "name", "at": {"block": 1, "start": 15, "end": 22}}],
        "quotes": [{
            "id": "q1",
            "kind": "direct",
            "parts": [{"block": 1, "start": 2, "end": 4}],
            "speaker": {"person": "p1"},
            "cue": {"block": 1, "start": 8, "end": 14},
            "source": {"block": 1, "start": 15, "end": 22},
            "confidence": 0.9,
            "because": ["dialogue-dash", "verb-after", "name"]
        }],
        "figures": [{
            "id": "f1",
            "kind": "count",
            "at": {"block": 1, "start": 23, "end": 25},
            "value": 12,
            "of": {"block": 1, "start": 26, "end": 29}
        }]
    })
}

/// The sound article with one value changed.
fn with(pointer: &str, value: Value) -> Value {
    let mut article = sound();
    *article.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    article
}

/// What `verbatim check` says of the article, but for the file's name.
fn faults(article: Value) -> Vec<String> {
    let article: Article = serde_json::from_value(article).expect("the types fit");
    file::check(&article).iter().map(ToString::to_string).collect()
}

#[test]
fn the_sound_article_is_sound() {
    assert_eq!(faults(sound()), [""; 0]);
}

#[test]
fn a_broken_law_is_named_with_its_field_place_and_remedy() {
    let span = |block: usize, start: usize, end: usize| json!({"block": block, "start": start, "end": end});
    let quote = sound()["quotes"][0].clone();
    let second = |id: &str| {
        let mut second = quote.clone();
        second["id"] = id.into();
        json!([quote, second])
    };
    for (pointer, value, fault) in [
        ("/format", json!(2), "format: found format 2, expected 1; convert the file to format 1"),
        (
            "/id",
            json!("Мост"),
            "id: found \"Мост\", expected 1 to 80 of a-z, 0-9 and hyphen; rename the file or the id",
        ),
        (
            "/inLanguage",
            json!("русский"),
            "inLanguage: found \"русский\", expected a BCP 47 tag such as ru",
        ),
        (
            "/datePublished",
            json!("14.10.2025"),
            "datePublished: found \"14.10.2025\", expected an RFC 3339 date such as 2018-09-26",
        ),
        (
            "/datePublished",
            json!("2025-13-01"),
            "datePublished: found \"2025-13-01\", expected an RFC 3339 date such as 2018-09-26",
        ),
        ("/blocks/0/text", json!(" "), "blocks[0].text: the text is empty; leave the block out"),
        (
            "/mentions/0/person",
            json!("p2"),
            "mentions[0].person: there is no person \"p2\"; add it, or take the reference out",
        ),
        (
            "/mentions/0/at",
            span(2, 0, 1),
            "mentions[0].at: block 2, offsets 0 to 1: there is no such block, the article has 2; \
             count blocks from 0",
        ),
        (
            "/quotes/0/cue",
            span(1, 30, 40),
            "quotes[0].cue: block 1, offsets 30 to 40: the span runs past the end of the block's \
             text; count Unicode code points from 0",
        ),
        (
            "/quotes/0/source",
            span(1, 22, 22),
            "quotes[0].source: block 1, offsets 22 to 22: the span holds no text; its start must \
             come before its end, which is exclusive",
        ),
        (
            "/figures/0/of",
            span(1, 26, 32),
            "figures[0].of: block 1, offsets 26 to 32: the span splits a character at its end; \
             move the edge past the combining mark",
        ),
        (
            "/quotes/0/parts",
            json!([]),
            "quotes[0].parts: the quote has no parts; give it at least one",
        ),
        (
            "/quotes/0/parts",
            json!([span(1, 8, 14), span(1, 2, 4)]),
            "quotes[0].parts: block 1, offsets 2 to 4: the parts overlap or are out of order; list \
             them in reading order",
        ),
        (
            "/quotes/0/speaker/person",
            json!("p9"),
            "quotes[0].speaker.person: there is no person \"p9\"; add it, or take the reference out",
        ),
        (
            "/quotes/0/confidence",
            json!(1.5),
            "quotes[0].confidence: found 1.5, expected a number from 0 to 1",
        ),
        (
            "/quotes",
            second("q2"),
            "quotes[1].parts: block 1, offsets 2 to 4: the quote overlaps q1; cut one of the two",
        ),
    ] {
        assert_eq!(faults(with(pointer, value)), [fault], "{pointer}");
    }
    let repeated = faults(with("/quotes", second("q1")));
    assert_eq!(repeated[0], "quotes[1].id: the id \"q1\" stands twice; give each its own");
    let mut dangling = sound();
    dangling["figures"][0]["quote"] = "q7".into();
    let fault = "figures[0].quote: block 1, offsets 23 to 25: there is no quote \"q7\"; add it, or \
                 take the reference out";
    assert_eq!(faults(dangling), [fault]);
}

#[test]
fn every_fault_is_told_not_the_first_alone() {
    let mut article = with("/format", json!(3));
    article["quotes"][0]["cue"]["end"] = 99.into();
    article["quotes"][0]["speaker"]["person"] = "p9".into();
    let fields: Vec<String> = faults(article)
        .iter()
        .map(|fault| fault.split(':').next().unwrap_or("").to_owned())
        .collect();
    assert_eq!(fields, ["quotes[0].cue", "format", "quotes[0].speaker.person"]);
}

#[test]
fn a_broken_shape_does_not_fit_the_schema() {
    let schema = serde_json::from_str(&schema()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    assert!(validator.is_valid(&sound()), "{:?}", validator.iter_errors(&sound()).next());
    for (pointer, value) in [
        ("/format", json!("1")),
        ("/id", json!(7)),
        ("/inLanguage", json!(null)),
        ("/blocks", json!("Мост")),
        ("/blocks/0/kind", json!("title")),
        ("/blocks/0/text", json!(["Мост"])),
        ("/people/0/name", json!(null)),
        ("/people/0/gender", json!("male")),
        ("/mentions/0/kind", json!("nickname")),
        ("/mentions/0/at/start", json!(-1)),
        ("/mentions/0/at/block", json!(0.5)),
        ("/quotes/0/kind", json!("spoken")),
        ("/quotes/0/parts", json!({})),
        ("/quotes/0/speaker", json!({"name": "Лозовой"})),
        ("/quotes/0/speaker", json!("p1")),
        ("/quotes/0/because", json!(["a guess"])),
        ("/figures/0/kind", json!("weight")),
        ("/figures/0/value", json!("12")),
        ("/figures/0/at", json!([1, 23, 25])),
    ] {
        assert!(!validator.is_valid(&with(pointer, value)), "{pointer}");
    }
    for (holder, field) in [
        ("", "format"),
        ("", "id"),
        ("", "inLanguage"),
        ("", "blocks"),
        ("/blocks/0", "kind"),
        ("/blocks/0", "text"),
        ("/people/0", "name"),
        ("/mentions/0", "at"),
        ("/quotes/0", "parts"),
        ("/quotes/0", "confidence"),
        ("/figures/0", "at"),
        ("/figures/0/at", "end"),
    ] {
        let mut article = sound();
        let object = article.pointer_mut(holder).and_then(Value::as_object_mut);
        object.expect("an object").remove(field).expect("the field was there");
        assert!(!validator.is_valid(&article), "without {holder}/{field}");
    }
}

#[test]
fn the_reader_refuses_what_it_cannot_show() {
    let refused = |json: &str| file::read(json).expect_err(json).to_string();
    assert_eq!(
        refused(&with("/format", json!(2)).to_string()),
        "format: expected 1, found 2; this reader knows format 1 alone"
    );
    let torn = with("/quotes/0/cue", json!({"block": 1, "start": 30, "end": 40}));
    assert_eq!(
        refused(&torn.to_string()),
        "quotes[0].cue: block 1, offsets 30 to 40: the span runs past the end of the block's text; \
         count Unicode code points from 0"
    );
    let cut_short = refused("{\"format\": 1,");
    assert!(cut_short.starts_with("line 1, column 13: EOF while parsing"), "{cut_short}");
}

#[test]
fn the_page_reads_past_fields_that_it_does_not_know() {
    let mut article = sound();
    article["mood"] = "cheerful".into();
    assert!(file::read(&article.to_string()).is_ok());
}
