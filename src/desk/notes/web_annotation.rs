use serde_json::{Value, json};

use super::{Colour, Note};
use crate::reader::selector::{CONTEXT, Selector};

/// The context of the W3C Web Annotation vocabulary.
const VOCABULARY: &str = "http://www.w3.org/ns/anno.jsonld";
/// What stands between an article's address and a note's id in the id of an annotation.
const NOTE: &str = "#note=";

/// What came in from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The notes found.
    pub notes: Vec<Note>,
    /// How many annotations could not be taken as notes: without words, or on no article.
    pub refused: usize,
}

/// The notes as a W3C Web Annotation `AnnotationCollection` with one page, JSON-LD. `address`
/// gives an article's address, of which the last part of the path is its id.
#[must_use]
pub fn export<'a>(
    notes: impl IntoIterator<Item = &'a Note>,
    address: impl Fn(&str) -> String,
) -> String {
    let items: Vec<Value> =
        notes.into_iter().map(|note| annotation(note, &address(&note.article))).collect();
    json!({
        "@context": VOCABULARY,
        "type": "AnnotationCollection",
        "total": items.len(),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    })
    .to_string()
}

/// One note as a W3C Web Annotation, JSON, on the article of this address.
#[must_use]
pub fn one(note: &Note, address: &str) -> String {
    annotation(note, address).to_string()
}

fn annotation(note: &Note, address: &str) -> Value {
    let selector = &note.selector;
    let id = [address, NOTE, &note.id].concat();
    let block = ["b", &selector.block.to_string()].concat();
    let mut annotation = json!({
        "id": id,
        "type": "Annotation",
        "motivation": if note.text.is_empty() { "highlighting" } else { "commenting" },
        "created": note.created,
        "modified": note.modified,
        "target": {
            "type": "SpecificResource",
            "source": address,
            "styleClass": note.colour.id(),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": selector.exact,
                    "prefix": selector.prefix,
                    "suffix": selector.suffix,
                },
                {
                    "type": "FragmentSelector",
                    "value": block,
                    "refinedBy": {
                        "type": "TextPositionSelector",
                        "start": selector.start,
                        "end": selector.end,
                    },
                },
            ],
        },
    });
    if !note.text.is_empty() {
        annotation["body"] = json!({
            "type": "TextualBody",
            "format": "text/plain",
            "purpose": "commenting",
            "value": note.text,
        });
    }
    annotation
}

/// The notes in JSON-LD of W3C Web Annotations: a collection, a page, a list, or one annotation;
/// nothing where the text is no JSON. `now` stands where an annotation has no time.
#[must_use]
pub fn import(text: &str, now: &str) -> Option<Imported> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut imported = Imported::default();
    collect(&value, now, &mut imported);
    Some(imported)
}

fn collect(value: &Value, now: &str, imported: &mut Imported) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, now, imported)),
        Value::Object(fields) => {
            let inside = ["first", "items", "@graph"].into_iter().find_map(|key| fields.get(key));
            if let Some(inner) = inside {
                collect(inner, now, imported);
            } else if let Some(note) = note(value, now) {
                imported.notes.push(note);
            } else {
                imported.refused += 1;
            }
        }
        _ => imported.refused += 1,
    }
}

/// One annotation as a note; nothing where it has no words or no article.
fn note(annotation: &Value, now: &str) -> Option<Note> {
    let target = many(&annotation["target"]).first()?;
    let source = text(&target["source"]).or_else(|| text(target))?;
    let article = article_id(source)?;
    let selectors = many(&target["selector"]);
    let of_type = |name: &str| selectors.iter().find(|selector| selector["type"] == name);
    let quote = of_type("TextQuoteSelector")?;
    let exact = text(&quote["exact"]).filter(|exact| !exact.is_empty())?;
    let fragment = of_type("FragmentSelector");
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    let block =
        fragment.and_then(|fragment| text(&fragment["value"])?.strip_prefix('b')?.parse().ok());
    let start = fragment.and_then(|fragment| number(&fragment["refinedBy"]["start"]));
    // Without a place of ours, the words and their context find it.
    let (block, start) = block.zip(start).unwrap_or_default();
    let comments: Vec<&str> = many(&annotation["body"])
        .iter()
        .filter(|body| body["purpose"] != "tagging")
        .filter_map(|body| text(&body["value"]).or_else(|| text(body)))
        .chain(text(&annotation["bodyValue"]))
        .collect();
    let created = text(&annotation["created"]).unwrap_or(now);
    let id = text(&annotation["id"]).unwrap_or(created);
    Some(Note {
        id: id.split_once(NOTE).map_or(id, |(_, id)| id).to_owned(),
        article: article.to_owned(),
        selector: Selector {
            block,
            start,
            end: start.saturating_add(exact.chars().count()),
            exact: exact.to_owned(),
            // Others may remember more of the text around than we look at.
            prefix: last(text(&quote["prefix"]).unwrap_or_default()),
            suffix: text(&quote["suffix"]).unwrap_or_default().chars().take(CONTEXT).collect(),
            rest: None,
        },
        colour: text(&target["styleClass"]).and_then(Colour::from_id).unwrap_or_default(),
        text: comments.join("\n\n"),
        created: created.to_owned(),
        modified: text(&annotation["modified"]).unwrap_or(created).to_owned(),
    })
}

/// The end of a text, as long as contexts are.
fn last(text: &str) -> String {
    let from = text.chars().count().saturating_sub(CONTEXT);
    text.chars().skip(from).collect()
}

/// JSON-LD may leave the brackets of a list of one out.
fn many(value: &Value) -> &[Value] {
    match value {
        Value::Null => &[],
        Value::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

/// The id of the article at this address: the last part of its path.
fn article_id(address: &str) -> Option<&str> {
    let path = address.split(['#', '?']).next()?.trim_end_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let id = path.rsplit('/').next()?;
    let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (!id.is_empty() && id.bytes().all(sound)).then_some(id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{article, note};
    use super::*;
    use crate::reader::selector::WholeText;

    fn address(article: &str) -> String {
        format!("https://news.example/base/a/{article}/")
    }

    const NOW: &str = "2024-03-07T00:00:00.000Z";

    #[test]
    fn annotations_are_of_the_w3c_model() {
        let json = export([&note("n1", "Тобол", "река", NOW)], address);
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
        let item = &json["first"]["items"][0];
        assert_eq!(item["id"], "https://news.example/base/a/bridge/#note=n1");
        assert_eq!(item["body"]["value"], "река");
        assert_eq!(item["target"]["selector"][0]["exact"], "Тобол");
        // «Мост через » is eleven code points.
        assert_eq!(item["target"]["selector"][1]["refinedBy"]["start"], 11);
    }

    #[test]
    fn annotations_of_others_are_taken_or_counted() {
        let text = r#"[
            {"type": "Annotation", "id": "urn:x:1", "bodyValue": "Сюда",
             "target": {"source": "https://news.example/a/bridge?x#y", "selector":
                {"type": "TextQuoteSelector", "exact": "Тобол", "prefix": "через "}}},
            {"type": "Annotation", "target": "https://news.example/a/bridge"},
            7
        ]"#;
        let imported = import(text, NOW).unwrap();
        assert_eq!(imported.refused, 2);
        let [note] = &imported.notes[..] else { panic!("{imported:?}") };
        assert_eq!((&*note.id, &*note.article, &*note.text), ("urn:x:1", "bridge", "Сюда"));
        assert_eq!((&*note.selector.exact, &*note.selector.prefix), ("Тобол", "через "));
        assert_eq!(note.created, NOW);
        assert_eq!(import("no json", NOW), None);
    }

    #[test]
    fn a_long_context_of_others_still_finds_the_words() {
        let before = "Слова до места, которых много, и ещё, и ещё, и ещё, и ещё немного слов, ";
        let text = format!("Новое начало. {before}Тобол, а после {before}");
        let json = json!({"@graph": [{"type": "Annotation", "target": {
            "source": "/a/bridge/index.html", "selector": [{"type": "TextQuoteSelector",
                "exact": "Тобол", "prefix": before, "suffix": format!(", а после {before}")}],
        }}]});
        let imported = import(&json.to_string(), NOW).unwrap();
        let [note] = &imported.notes[..] else { panic!("{imported:?}") };
        let edited = article(&text);
        let span = note.selector.resolve(&WholeText::new(&edited)).span();
        assert_eq!(span.and_then(|span| edited.text(span)), Some("Тобол"));
    }

    #[test]
    fn malformed_files_give_nothing_or_say_how_many() {
        for (text, refused) in [
            ("{}", 1),
            (r#"{"first": "https://news.example/notes?page=1"}"#, 1),
            (r#"[{"target": {"source": "https://x.example/a/b", "selector": {}}}]"#, 1),
            (r#"[[[null, true, "a"]]]"#, 3),
            ("[]", 0),
        ] {
            let expected = Imported { notes: Vec::new(), refused };
            assert_eq!(import(text, NOW), Some(expected), "{text}");
        }
        assert_eq!(import(&"[".repeat(100_000), NOW), None, "no depth is too deep");
    }

    proptest! {
        #[test]
        fn what_goes_out_comes_back(
            texts in prop::collection::vec(".{0,20}", 0..4), colour in 0..5_usize,
        ) {
            let notes: Vec<Note> = texts
                .iter()
                .enumerate()
                .map(|(i, text)| Note {
                    colour: Colour::ALL[colour],
                    ..note(&format!("n{i}"), "осени", text, NOW)
                })
                .collect();
            let imported = import(&export(&notes, address), "").unwrap();
            prop_assert_eq!(imported, Imported { notes, refused: 0 });
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".{0,60}") {
            let _ = import(&text, NOW);
        }
    }
}
