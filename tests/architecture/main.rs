//! The rooms know only the rooms that `docs/architecture.md` lets them know.

use std::path::{Path, PathBuf};

/// Each room, and the rooms that it may use.
const ROOMS: [(&str, &[&str]); 9] = [
    ("article", &[]),
    ("language", &[]),
    ("import", &["article", "language"]),
    ("annotate", &["article", "language"]),
    ("edition", &["article"]),
    ("evaluate", &["article"]),
    ("command", &["article", "language", "import", "annotate", "edition", "evaluate"]),
    ("reader", &["article", "edition"]),
    ("desk", &["article", "reader"]),
];

#[test]
fn arrows_between_rooms_point_up_the_list_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (room, known) in ROOMS {
        let files = files(&source.join(room));
        assert!(!files.is_empty(), "there is no room {room}");
        for path in files {
            let code = std::fs::read_to_string(&path).expect("a source file can be read");
            for (number, line) in code.lines().enumerate() {
                for rest in line.split("crate::").skip(1) {
                    let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next();
                    let used = used.unwrap_or_default();
                    let is_room = ROOMS.iter().any(|(name, _)| *name == used);
                    if is_room && used != room && !known.contains(&used) {
                        wrong.push(format!("{}:{}: {used}", path.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "rooms used that may not be known here:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_is_on_the_list() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(source).expect("there is a src").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && name != "bin" {
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "{name} is no room of the list");
        }
    }
}

#[test]
fn every_list_of_a_language_is_in_the_guide() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(root.join("docs/adding-a-language.md")).expect("the guide");
    let lists = std::fs::read_dir(root.join("src/language/ru")).expect("the Russian folder");
    let missing: Vec<String> = lists
        .flatten()
        .map(|list| list.file_name().to_string_lossy().into_owned())
        .filter(|list| !guide.contains(&format!("`{list}`")))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "not in docs/adding-a-language.md");
}

/// The programs for the browser are built without `Debug`'s texts (`.ci/with`): there it writes nothing.
#[test]
fn no_text_for_people_is_written_by_debug() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let native = ["command", "evaluate"].map(|room| source.join(room));
    for path in files(&source) {
        if native.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        let code = std::fs::read_to_string(&path).expect("a source file can be read");
        // Tests may: they run with it.
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let is_test = path.ends_with("tests.rs");
        for (number, line) in code.lines().enumerate() {
            if !is_test && line.contains(":?}") {
                wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "written by Debug:\n{}", wrong.join("\n"));
}

/// The Rust files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
