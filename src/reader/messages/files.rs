//! The files of sentences against each other and against the components that ask for them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Language, fluent};

/// Prefixes of ids that are put together: `key-` and the id of an action, `set-` and the id of a
/// measure, a choice or an option.
const PUT_TOGETHER: [&str; 3] = ["key-", "set-", "tool-"];

/// The file of a language's sentences.
fn source(language: Language) -> &'static str {
    match language {
        Language::Kazakh => include_str!("../../../static/locales/kk.ftl"),
        Language::Russian => include_str!("../../../static/locales/ru.ftl"),
        Language::English => include_str!("../../../static/locales/en.ftl"),
    }
}

fn ids(language: Language) -> BTreeSet<&'static str> {
    fluent::parse(source(language)).into_iter().map(|(id, _)| id).collect()
}

/// The variables that a pattern names.
fn variables(pattern: &str) -> BTreeSet<&str> {
    pattern
        .split('$')
        .skip(1)
        .map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())])
        .collect()
}

/// The code of each file of the reader and the desk, without its tests.
fn code() -> Vec<(PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.join("reader"), source.join("desk")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("files.rs") {
                let source = fs::read_to_string(&path).expect("a source");
                let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                found.push((path, code.to_owned()));
            }
        }
    }
    found
}

#[test]
fn a_file_names_its_language() {
    for language in Language::ALL {
        assert!(fluent::parse(source(language)).contains(&("tag", language.tag())));
    }
}

#[test]
fn every_language_has_the_same_sentences_with_the_same_variables() {
    let russian = fluent::parse(source(Language::Russian));
    for language in Language::ALL {
        let others = fluent::parse(source(language));
        assert_eq!(ids(language), ids(Language::Russian), "{}", language.tag());
        for ((id, ours), (_, theirs)) in russian.iter().zip(&others) {
            assert_eq!(variables(ours), variables(theirs), "{}: {id}", language.tag());
            assert!(!theirs.is_empty(), "{}: {id} is empty", language.tag());
        }
    }
}

#[test]
fn no_id_stands_twice() {
    for language in Language::ALL {
        let (all, tag) = (fluent::parse(source(language)).len(), language.tag());
        assert_eq!(all, ids(language).len(), "{tag}");
    }
}

/// CLDR's plural rules: <https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html>.
#[test]
fn a_selection_has_every_plural_form_of_its_language() {
    for language in Language::ALL {
        let forms: &[&str] = match language {
            Language::Russian => &["[one]", "[few]", "[many]", "*[other]"],
            Language::Kazakh | Language::English => &["[one]", "*[other]"],
        };
        for (id, pattern) in fluent::parse(source(language)) {
            if pattern.contains("->") {
                for form in forms {
                    assert!(pattern.contains(form), "{}: {id} lacks {form}", language.tag());
                }
            }
        }
    }
}

#[test]
fn the_components_ask_for_the_sentences_that_there_are() {
    let code: String = code().into_iter().map(|(_, code)| code).collect();
    let there = ids(Language::Russian);
    let named = |id: &str| code.contains(&["\"", id, "\""].concat());
    for id in &there {
        let joined = PUT_TOGETHER
            .iter()
            .any(|prefix| named(prefix) && id.strip_prefix(prefix).is_some_and(named));
        assert!(joined || named(id), "nothing asks for {id}");
    }
    for ask in ["messages.text(\"", "messages.with(\""] {
        for rest in code.split(ask).skip(1) {
            let id = &rest[..rest.find('"').unwrap_or_default()];
            assert!(there.contains(id), "there is no sentence {id}");
        }
    }
}

#[test]
fn no_component_holds_a_sentence() {
    let sentence = |text: &str| {
        text.chars().any(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_ascii()))
            || text.trim().contains(|c: char| c.is_whitespace())
    };
    let mut wrong = Vec::new();
    for (path, code) in code() {
        let components = code.split("html! {").skip(1);
        let shown = components.flat_map(|rest| rest.split("{ \"").skip(1));
        let said = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "label=\""]
            .into_iter()
            .flat_map(|attribute| code.split(attribute).skip(1));
        for rest in shown.chain(said) {
            let literal = rest.split('"').next().unwrap_or_default();
            // The page's own name is the same in every language.
            if literal != "Verbatim" && sentence(literal) {
                wrong.push(format!("{}: {literal}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
