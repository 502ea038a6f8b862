//! The files of golden texts, cut into sections.

use crate::markup::{Id, Marked};

/// One behaviour.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) source: Option<String>,
    pub(crate) known: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) authors: Vec<String>,
    /// The letters of the kinds that it checks.
    pub(crate) check: String,
    pub(crate) text: Marked,
}

/// The letters of `people quotes figures`.
fn letters(kinds: &str) -> Option<String> {
    kinds
        .split(' ')
        .map(|kind| ["people", "quotes", "figures"].contains(&kind).then(|| &kind[..1]))
        .collect()
}

/// The sections of a file; a slip is named with its line.
pub(crate) fn sections(file: &str) -> Result<Vec<Section>, String> {
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
            Some((id, _)) if Id::parse(id).is_some() => {
                section.text.thing(line).ok_or_else(|| slip("the id stands twice"))?;
            }
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

#[test]
fn a_slip_in_a_file_is_named_with_its_line() {
    let slip = |file: &str| sections(file).expect_err(file);
    assert_eq!(slip("text\n"), "line 1: text before the first section: text");
    assert_eq!(slip("--- a ---\n\n--- a ---\n"), "line 3: the name stands twice: --- a ---");
    assert_eq!(slip("check: faces\n"), "line 1: unknown kind: check: faces");
    assert_eq!(
        slip("check: quotes\n--- a ---\n\nДа.\n"),
        "a: no line says where the expectation comes from"
    );
    assert_eq!(
        slip("check: quotes\n--- a ---\nsource: eye\nq1: direct; by none\n\nДа.\n"),
        "a: q1 is not checked, not marked, or has no speaker"
    );
    assert_eq!(
        slip("check: quotes\n--- a ---\nsource: eye\n\n[q1 Да.]\n"),
        "line 5: no line says what q1 is: [q1 Да.]"
    );
}
