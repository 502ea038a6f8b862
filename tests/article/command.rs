//! The command `verbatim`, run as one runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("a folder of ours");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs the command in this folder.
fn verbatim(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.current_dir(folder).args(arguments).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the command prints UTF-8")
}

const BRIDGE: &str = "Мост закроют\nГлеб ВЕТЛУГИН\n— Тянуть нельзя, — сказал Игнат Лозовой.\n";
const SCHOOL: &str = "Школу открыли\nВ школе 96 учеников.\nПоследние новости\n";

#[test]
fn annotate_prints_an_article_a_line_in_the_order_of_its_arguments() {
    let folder = folder("order");
    fs::write(folder.join("school.txt"), SCHOOL).expect("written");
    fs::write(folder.join("bridge.txt"), BRIDGE).expect("written");
    let output = verbatim(&folder, &["annotate", "school.txt", "bridge.txt", "school.txt"]);
    assert!(output.status.success());
    let ids: Vec<String> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON on each line"))
        .map(|article| article["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(ids, ["school", "bridge", "school"]);
    let left_out = "school.txt: line 3: left out: \"Последние новости\"\n";
    assert_eq!(text(&output.stderr), left_out.repeat(2));
}

#[test]
fn annotate_in_place_keeps_the_metadata_and_the_text() {
    let folder = folder("in-place");
    let article = r#"{"format":1,"id":"most","inLanguage":"ru","author":["Глеб Ветлугин"],"datePublished":"2025-10-14","publisher":"Verbatim","url":"https://example.org/a","blocks":[{"kind":"paragraph","text":"Закрыли 14 мостов."}]}"#;
    fs::write(folder.join("most.json"), article).expect("written");
    let output = verbatim(&folder, &["annotate", "--in-place", "most.json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "");
    let written = fs::read_to_string(folder.join("most.json")).expect("the file is there");
    let kept = article.strip_suffix('}').expect("an object");
    assert!(written.starts_with(kept), "{written}");
    assert!(written.ends_with("}\n"));
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_the_byte() {
    let folder = folder("encoding");
    // «Мо» in Windows-1251 after two letters of ASCII.
    fs::write(folder.join("old.txt"), b"OK\xcc\xee").expect("written");
    let output = verbatim(&folder, &["annotate", "old.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "verbatim: old.txt: byte 2: not UTF-8 text; convert the file to UTF-8 first\n"
    );
    let output = verbatim(&folder, &["check", "old.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout),
        "old.txt: byte 2: not UTF-8 text; convert the file to UTF-8 first\n"
    );
}

#[test]
fn an_empty_file_and_a_missing_one_are_named() {
    let folder = folder("empty");
    fs::write(folder.join("empty.txt"), " \n\n").expect("written");
    let output = verbatim(&folder, &["annotate", "empty.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "verbatim: empty.txt: the file holds no text; give it at least one line\n"
    );
    let output = verbatim(&folder, &["annotate", "missing.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("verbatim: missing.txt: "));
}

#[test]
fn check_is_silent_over_a_sound_article() {
    let folder = folder("sound");
    fs::write(folder.join("bridge.txt"), BRIDGE).expect("written");
    let article = verbatim(&folder, &["annotate", "bridge.txt"]).stdout;
    fs::write(folder.join("bridge.json"), article).expect("written");
    let output = verbatim(&folder, &["check", "bridge.json"]);
    assert!(output.status.success());
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("", ""));
}

#[test]
fn check_prints_every_fault_with_its_file_and_ends_with_1() {
    let folder = folder("faults");
    let one = r#"{"format":1,"id":"Один","inLanguage":"ru","mood":"calm","blocks":[{"kind":"paragraph","text":"Да","size":2}]}"#;
    let two =
        r#"{"format":1,"id":"two","inLanguage":"ru","blocks":[{"kind":"title","text":"Да"}]}"#;
    fs::write(folder.join("one.json"), one).expect("written");
    fs::write(folder.join("two.json"), two).expect("written");
    let output = verbatim(&folder, &["check", "one.json", "two.json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(
        lines[..3],
        [
            "one.json: mood: format 1 has no such field; take it out or mend its name",
            "one.json: blocks[0].size: format 1 has no such field; take it out or mend its name",
            "one.json: id: found \"Один\", expected 1 to 80 of a-z, 0-9 and hyphen; rename the file or the id",
        ]
    );
    assert!(
        lines[3].starts_with("two.json: blocks[0].kind: unknown variant `title`"),
        "{}",
        lines[3]
    );
    assert_eq!(lines.len(), 4);
    assert_eq!(
        text(&output.stderr),
        "verbatim: faults found: 4; each is listed above with its place and remedy\n"
    );
}

#[test]
fn catalogue_lists_a_folder_newest_first() {
    let folder = folder("catalogue");
    for (id, date) in [("old", "2018-09-26"), ("new", "2025-10-14")] {
        let article = format!(
            r#"{{"format":1,"id":"{id}","inLanguage":"ru","datePublished":"{date}","blocks":[{{"kind":"headline","text":"Мост"}}]}}"#
        );
        fs::write(folder.join(format!("{id}.json")), article).expect("written");
    }
    assert!(verbatim(&folder, &["catalogue", "."]).status.success());
    let index = fs::read_to_string(folder.join("index.json")).expect("a catalogue");
    let index: serde_json::Value = serde_json::from_str(&index).expect("JSON");
    let ids: Vec<&str> = index["articles"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|a| a["id"].as_str())
        .collect();
    assert_eq!(ids, ["new", "old"]);
}

#[test]
fn schema_prints_the_schema() {
    let output = verbatim(&folder("schema"), &["schema"]);
    assert!(output.status.success());
    assert_eq!(text(&output.stdout), verbatim::article::schema());
}

#[test]
fn help_says_what_each_subcommand_does() {
    let folder = folder("help");
    let help = |arguments: &[&str]| {
        let output = verbatim(&folder, arguments);
        assert!(output.status.success());
        text(&output.stdout).to_owned()
    };
    let general = help(&["--help"]);
    for word in ["who said what, and how much", "annotate", "check", "catalogue", "schema"] {
        assert!(general.contains(word), "{word} is missing:\n{general}");
    }
    assert!(help(&["annotate", "--help"]).contains("--in-place"));
    assert!(help(&["check", "--help"]).contains("Exits with 1 where there is any fault"));
}

#[test]
fn a_command_without_files_or_with_an_unknown_word_says_how_it_is_used() {
    let folder = folder("usage");
    for arguments in [&["annotate"][..], &["anotate", "a.txt"], &["check", "--fast", "a.json"]] {
        let output = verbatim(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("Usage: verbatim"), "{}", text(&output.stderr));
    }
}

#[test]
fn check_names_every_field_of_another_shape_and_every_file_that_it_cannot_read() {
    let folder = folder("shapes");
    let shapes = r#"{"format":"1","inLanguage":"ru","mood":"calm","blocks":[
        {"kind":"title","text":"Да"}, {"kind":"paragraph","text":"Да"}, {"kind":"lead"}]}"#;
    fs::write(folder.join("shapes.json"), shapes).expect("written");
    let output = verbatim(&folder, &["check", "none.json", "shapes.json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    for (line, start) in lines.iter().zip([
        "none.json: ",
        "shapes.json: blocks[0].kind: unknown variant `title`",
        "shapes.json: blocks[2]: missing field `text`",
        "shapes.json: id: the field is missing; add it",
        "shapes.json: format: invalid type",
        "shapes.json: mood: format 1 has no such field",
    ]) {
        assert!(line.starts_with(start), "{line}");
    }
    assert_eq!(lines.len(), 6, "{lines:?}");
}

#[test]
fn one_bad_file_hinders_no_other() {
    let folder = folder("one-bad");
    fs::write(folder.join("school.txt"), SCHOOL).expect("written");
    fs::write(folder.join("old.txt"), b"\xcc\xee").expect("written");
    fs::write(folder.join("bridge.txt"), BRIDGE).expect("written");
    let output = verbatim(&folder, &["annotate", "school.txt", "old.txt", "bridge.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    let told = text(&output.stderr);
    assert!(told.contains("verbatim: old.txt: byte 0: not UTF-8 text"), "{told}");
    assert!(told.ends_with("verbatim: files that gave no article: 1; each is named above\n"));
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_are_no_text() {
    let folder = folder("marks");
    fs::write(folder.join("plain.txt"), BRIDGE).expect("written");
    let foreign = format!("\u{feff}{}", BRIDGE.replace('\n', "\r\n"));
    fs::write(folder.join("foreign.txt"), foreign).expect("written");
    let output = verbatim(&folder, &["annotate", "plain.txt", "foreign.txt"]);
    assert!(output.status.success());
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines[0].replace("plain", "foreign"), lines[1]);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let folder = folder("pipe");
    fs::write(folder.join("a.txt"), "Текст\n").expect("written");
    fs::write(folder.join("a.ann"), "T1\tPERSON 0 5\tТекст\n").expect("written");
    for arguments in [&["schema"][..], &["evaluate", "."], &["annotate", "a.txt"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
            .current_dir(&folder)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the command ends");
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn evaluate_names_what_is_wrong_with_gold_answers() {
    let quote = |quote: &str| format!(r#"{{"people":[],"quotes":[{quote}]}}"#);
    let cases = [
        ("a.json", "{".to_owned(), "a.json: EOF while parsing"),
        (
            "a.json",
            quote(r#"{"kind":"direct","speaker":null,"parts":["Нет"],"nth":[1]}"#),
            "a.json: quote 0: \"Нет\" does not stand 1 times in the text",
        ),
        (
            "a.json",
            quote(r#"{"kind":"direct","speaker":null,"parts":["Мост"],"nth":[]}"#),
            "a.json: quote 0: give one `nth` for each of `parts`",
        ),
        (
            "a.json",
            quote(r#"{"kind":"direct","speaker":"P1","parts":["Мост"],"nth":[1]}"#),
            "a.json: quote 0: the speaker \"P1\" is no id of `people`",
        ),
        ("a.ann", "T1\tPERSON 0 x\tМост".to_owned(), "a.ann: line 1: expected T1, a tab,"),
        ("a.ann", "T1\tPERSON 0 99\tМост".to_owned(), "a.ann: the span 0 to 99 is not in the text"),
    ];
    for (number, (file, gold, problem)) in cases.iter().enumerate() {
        let folder = folder(&format!("gold-{number}"));
        fs::write(folder.join("a.txt"), "Мост закроют\n").expect("written");
        fs::write(folder.join(file), gold).expect("written");
        let output = verbatim(&folder, &["evaluate", "."]);
        assert_eq!(output.status.code(), Some(1), "{gold}");
        let told = text(&output.stderr);
        assert!(told.contains(problem), "{told}");
    }
    let empty = verbatim(&folder("gold-none"), &["evaluate", "."]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(text(&empty.stderr).contains("no NAME.txt stands beside"));
}
