//! The golden texts: what the annotator must find, marked inside the text by people who read it.
//!
//! `texts/LANGUAGE/KIND.txt` holds sections:
//!
//! ```text
//! --- name-of-behaviour ---
//! source: where the expectation comes from
//! check: quotes figures            (also: people; or once for the file, before its first section)
//! published: 2018-09-26            (optional)
//! known: why it fails for now      (optional: it must fail, and fails the run once it passes)
//! q1: direct; by Игнат Лозовой     (see `markup` for the rest)
//!
//! text with its marks
//! ```
//!
//! Every quote, figure or person of a checked kind must be there and no other. Fields that a
//! section leaves out (`role`, `gender`, `because`, `in`, `of`), cues and relations that it does not mark, and
//! mentions by name where it marks none, are not compared.

mod compare;
mod found;
mod markup;
mod section;

use std::path::Path;

use verbatim::annotate::annotate;
use verbatim::article::{Article, FORMAT};

use section::{Section, sections};

/// What differs between the section's marks and what the annotator finds in its text.
fn differences(section: &Section, language: &str) -> Vec<String> {
    let article = annotate(Article {
        format: FORMAT,
        id: section.name.clone(),
        in_language: language.to_owned(),
        author: section.authors.clone(),
        date_published: section.published.clone(),
        blocks: section.text.blocks.clone(),
        after_lost: section.text.after_lost.clone(),
        ..Article::default()
    });
    let found = compare::masked(found::found(&article), &section.text, &section.check);
    compare::differences(&section.text, &found)
}

/// What there is to tell of a section; nothing where it passes, or fails as it is known to.
fn verdict(known: Option<&str>, differences: &[String]) -> Option<String> {
    match (known, differences.is_empty()) {
        (None, true) | (Some(_), false) => None,
        (None, false) => Some(differences.join("\n")),
        (Some(reason), true) => Some(format!("passes now; take out the line `known: {reason}`")),
    }
}

/// Runs every section of a language's files; panics with all that differ.
fn run(language: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotate/texts").join(language);
    let mut paths: Vec<_> = folder
        .read_dir()
        .expect("a folder of texts")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let (mut report, mut count) = (Vec::new(), 0);
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = std::fs::read_to_string(&path).expect("a text file");
        for section in sections(&file).unwrap_or_else(|slip| panic!("{name}: {slip}")) {
            count += 1;
            let differences = differences(&section, language);
            let Some(verdict) = verdict(section.known.as_deref(), &differences) else { continue };
            report.push(format!("--- {name}: {} ---\n{verdict}\n", section.name));
        }
    }
    assert!(count > 0, "{} holds no sections", folder.display());
    let failed = report.len();
    assert!(
        failed == 0,
        "{failed} of {count} sections differ (- expected, + found):\n\n{}",
        report.join("\n")
    );
}

#[test]
fn russian() {
    run("ru");
}

#[test]
fn english() {
    run("en");
}

#[test]
fn kazakh() {
    run("kk");
}

#[test]
fn differences_are_told_line_by_line() {
    let file = "check: figures\n\n--- a ---\nsource: this test\nf1: count 21; of marked\n\n\
                Строят [f1 20] центров.\nГотово.\n";
    let sections = sections(file).expect("a sound file");
    assert_eq!(sections[0].text.blocks[1].text, "Готово.");
    let wanted = ["- f1: count 21; of marked", "+ f1: count 20; of marked"];
    assert_eq!(differences(&sections[0], "ru"), wanted);
}

#[test]
fn a_known_failure_that_passes_fails_the_run() {
    let differs = ["- a".to_owned(), "+ b".to_owned()];
    assert_eq!(verdict(None, &[]), None);
    assert_eq!(verdict(None, &differs).as_deref(), Some("- a\n+ b"));
    assert_eq!(verdict(Some("irony"), &differs), None);
    let passes = verdict(Some("irony"), &[]).expect("a fault");
    assert_eq!(passes, "passes now; take out the line `known: irony`");
}
