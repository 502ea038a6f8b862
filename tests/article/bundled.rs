//! The articles that the page shows, in `static/articles`.

use std::fs;
use std::path::{Path, PathBuf};

use verbatim::annotate::annotate;
use verbatim::article::{Article, BlockKind, check, file, schema};
use verbatim::edition::Catalogue;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles")
}

/// The articles with the names of their files, in the order of the names.
fn articles() -> Vec<(String, String)> {
    let mut articles: Vec<(String, String)> = folder()
        .read_dir()
        .expect("a folder of articles")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a text file"))
        })
        .filter(|(name, _)| name != "index" && name != "article.schema")
        .collect();
    articles.sort();
    assert!(!articles.is_empty(), "no articles are bundled");
    articles
}

fn read(json: &str) -> Article {
    file::read(json).expect("a bundled article is one of format 1")
}

#[test]
fn each_keeps_the_laws_of_the_format() {
    for (name, json) in articles() {
        assert_eq!(check(&read(&json)), [], "{name}");
    }
}

#[test]
fn each_fits_the_schema() {
    let schema = serde_json::from_str(&schema()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    for (name, json) in articles() {
        let article = serde_json::from_str(&json).expect("JSON");
        let faults: Vec<String> = validator.iter_errors(&article).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn the_schema_beside_them_is_the_one_of_the_types() {
    let file = fs::read_to_string(folder().join("article.schema.json")).expect("a schema");
    assert_eq!(file, schema(), "run `make articles`");
}

#[test]
fn the_catalogue_lists_them_all() {
    let file = fs::read_to_string(folder().join("index.json")).expect("a catalogue");
    let listed: Catalogue = serde_json::from_str(&file).expect("a catalogue");
    let articles: Vec<Article> = articles().iter().map(|(_, json)| read(json)).collect();
    assert_eq!(listed, Catalogue::of(&articles), "run `make articles`");
}

#[test]
fn each_is_named_as_its_file_and_dated() {
    for (name, json) in articles() {
        let article = read(&json);
        assert_eq!(article.id, name);
        assert!(article.date_published.is_some(), "{name} has no date");
        assert!(article.headline().is_some(), "{name} has no headline");
    }
}

/// Invented towns and people must not pass for real ones.
#[test]
fn each_of_our_own_says_that_it_is_fiction() {
    let notes = ["Текст вымышлен: ", "This text is fiction: ", "Мәтін ойдан шығарылған: "];
    for (name, json) in articles() {
        let article = read(&json);
        if article.publisher.as_deref() == Some("Verbatim") {
            let last = article.blocks.last().expect("an article has text");
            assert_eq!(last.kind, BlockKind::Credit, "{name}");
            assert!(notes.iter().any(|note| last.text.starts_with(note)), "{name}: {}", last.text);
        }
    }
}

#[test]
fn each_is_annotated_as_the_annotator_does_it_now() {
    for (name, json) in articles() {
        let article = read(&json);
        let anew = file::write(annotate(article.clone().without_annotations()));
        assert!(anew == file::write(article.clone()), "{name} is out of date: run `make articles`");
    }
}
