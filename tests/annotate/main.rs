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
//! section leaves out (`role`, `gender`, `in`), cues and relations that it does not mark, and
//! mentions by name where it marks none, are not compared.

mod compare;
mod found;
mod markup;

use std::path::Path;

use verbatim::annotate::annotate;
use verbatim::article::{Article, FORMAT};

use markup::Marked;

/// One behaviour.
#[derive(Debug, Default)]
struct Section {
    name: String,
    source: Option<String>,
    known: Option<String>,
    published: Option<String>,
    authors: Vec<String>,
    /// The letters of the kinds that it checks.
    check: String,
    text: Marked,
}

/// The letters of `people quotes figures`.
fn letters(kinds: &str) -> Option<String> {
    kinds
        .split(' ')
        .map(|kind| ["people", "quotes", "figures"].contains(&kind).then(|| &kind[..1]))
        .collect()
}

/// The sections of a file; a slip is named with its line.
fn sections(file: &str) -> Result<Vec<Section>, String> {
    let (mut sections, mut check) = (Vec::<Section>::new(), String::new());
    for (number, line) in file.lines().enumerate() {
        let slip = |problem: &str| format!("line {}: {problem}: {line}", number + 1);
        let kinds = |kinds| letters(kinds).ok_or_else(|| slip("unknown kind"));
        if let Some(name) = line.strip_prefix("--- ").and_then(|line| line.strip_suffix(" ---")) {
            if sections.iter().any(|section| section.name == name) {
                return Err(slip("the name stands twice"));
            }
            sections.push(Section {
                name: name.to_owned(),
                check: check.clone(),
                ..Section::default()
            });
            continue;
        }
        let Some(section) = sections.last_mut() else {
            match line.strip_prefix("check: ") {
                Some(line) => check = kinds(line)?,
                None if line.is_empty() || line.starts_with('#') => {}
                None => return Err(slip("text before the first section")),
            }
            continue;
        };
        let is_head = section.text.blocks.is_empty();
        match line.split_once(": ").filter(|_| is_head) {
            _ if line.is_empty() => {}
            Some(("source", source)) => section.source = Some(source.to_owned()),
            Some(("known", reason)) => section.known = Some(reason.to_owned()),
            Some(("published", date)) => section.published = Some(date.to_owned()),
            Some(("author", name)) => section.authors.push(name.to_owned()),
            Some(("check", line)) => section.check = kinds(line)?,
            Some(_) if section.text.thing(line).is_some() => {}
            _ => section.text.line(line).map_err(|problem| slip(&problem))?,
        }
    }
    for section in &mut sections {
        let slip = |problem: &str| Err(format!("{}: {problem}", section.name));
        section.text.sort();
        if section.source.is_none() {
            return slip("no line says where the expectation comes from");
        }
        if section.text.blocks.is_empty() || section.check.is_empty() {
            return slip("nothing is checked");
        }
        if let Some((id, _)) = section.text.things.iter().find(|(id, fields)| {
            !section.check.contains(id.0)
                || id.0 != 'p' && !section.text.marks.iter().any(|mark| mark.id == **id)
                || id.0 == 'q' && !fields.iter().any(|field| field.starts_with("by "))
        }) {
            return slip(&format!("{id} is not checked, not marked, or has no speaker"));
        }
    }
    Ok(sections)
}

/// What differs between the section's marks and what the annotator finds in its text.
fn differences(section: &Section, language: &str) -> Vec<String> {
    let article = annotate(Article {
        format: FORMAT,
        id: section.name.clone(),
        in_language: language.to_owned(),
        author: section.authors.clone(),
        date_published: section.published.clone(),
        blocks: section.text.blocks.clone(),
        ..Article::default()
    });
    let found = compare::masked(found::found(&article), &section.text, &section.check);
    compare::differences(&section.text, &found)
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
            let verdict = match (&section.known, differences.is_empty()) {
                (None, true) | (Some(_), false) => continue,
                (None, false) => differences.join("\n"),
                (Some(reason), true) => format!("passes now; take out the line `known: {reason}`"),
            };
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
