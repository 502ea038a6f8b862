use std::io::Write;
use std::path::PathBuf;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::{Map, Value};

use crate::article::{Article, Block, Fault, Figure, Mention, Person, Problem, Quote, file};

use super::{CommandError, files, read};

/// Check article files against format 1: print every fault with its file, place and remedy.
///
/// Exits with 1 where there is any fault.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The article files; a folder stands for those in it, - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let mut output = std::io::stdout().lock();
    let mut count = 0;
    for path in &files(&arguments.files)? {
        match read(path) {
            Ok(bytes) => {
                for fault in faults(&bytes) {
                    writeln!(output, "{}: {fault}", path.display())?;
                    count += 1;
                }
            }
            // The other files are checked all the same.
            Err(error) => {
                writeln!(output, "{error}; name a file that can be read")?;
                count += 1;
            }
        }
    }
    if count == 0 { Ok(()) } else { Err(CommandError::Faults(count)) }
}

/// The path as the other faults write it: `blocks[0].size`.
fn field(path: &serde_ignored::Path) -> String {
    use serde_ignored::Path;

    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}[{index}]", field(parent)),
        Path::Map { parent: Path::Root, key } => key.clone(),
        Path::Map { parent, key } => format!("{}.{key}", field(parent)),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => field(parent),
    }
}

/// Every fault of one article file, as text; spans as the file counts them, in code points.
fn faults(bytes: &[u8]) -> Vec<String> {
    let json = match str::from_utf8(bytes) {
        Ok(json) => json,
        Err(error) => {
            return vec![crate::import::ImportError::Encoding(error.valid_up_to()).to_string()];
        }
    };
    let broken = |error: serde_json::Error| vec![format!("{error}; mend the JSON there")];
    let mut faults = Vec::new();
    // From the text itself, which has its fields in order, and may have one twice.
    let mut deserializer = serde_json::Deserializer::from_str(json);
    if let Some(article) = shaped::<Article, _>(&mut deserializer, "", &mut faults) {
        if let Err(error) = deserializer.end() {
            return broken(error);
        }
        faults.extend(file::check(&article).iter().map(ToString::to_string));
        return faults;
    }
    // Whatever else has another shape than it should is told too; spans wait until the text that
    // they count in is sound.
    match serde_json::from_str(json).map(misshapen) {
        Ok(all) if all.is_empty() => faults,
        Ok(all) => all,
        Err(error) => broken(error),
    }
}

/// The value as a `T`; what hinders that, and every field that a `T` has not, are added to the
/// faults, with this path before their own.
fn shaped<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    value: D,
    path: &str,
    faults: &mut Vec<String>,
) -> Option<T> {
    let whole = |field: &str| match (path, field) {
        ("", "" | ".") => "the file".to_owned(),
        ("", field) => field.to_owned(),
        (path, "" | ".") => path.to_owned(),
        (path, field) => format!("{path}.{field}"),
    };
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let found = serde_ignored::deserialize(tracked, |at| {
        let fault = Fault { field: whole(&field(&at)), span: None, problem: Problem::UnknownField };
        faults.push(fault.to_string());
    });
    match found {
        Ok(found) => Some(found),
        Err(error) => {
            let place = whole(&track.path().to_string());
            faults.push(format!("{place}: {error}; article.schema.json describes the field"));
            None
        }
    }
}

/// Every field of another shape than format 1 gives it: one fault for each entry of a list, and one
/// for each other field.
fn misshapen(value: Value) -> Vec<String> {
    let Value::Object(mut fields) = value else {
        return vec!["the file holds no object; an article is one JSON object".to_owned()];
    };
    let mut faults = Vec::new();
    each::<Block>(&mut fields, "blocks", &mut faults);
    each::<Person>(&mut fields, "people", &mut faults);
    each::<Mention>(&mut fields, "mentions", &mut faults);
    each::<Quote>(&mut fields, "quotes", &mut faults);
    each::<Figure>(&mut fields, "figures", &mut faults);
    // What an empty article has is what every article must have.
    let least = serde_json::to_value(Article::default());
    let Ok(Value::Object(least)) = least else { return faults };
    for (name, value) in &least {
        if !fields.contains_key(name) {
            faults.push(format!("{name}: the field is missing; add it"));
            fields.insert(name.clone(), value.clone());
        }
    }
    for (name, value) in fields {
        let mut article = least.clone();
        article.insert(name, value);
        let _: Option<Article> = shaped(Value::Object(article), "", &mut faults);
    }
    faults
}

/// Tells what is wrong with each entry of this list, and leaves the list empty.
fn each<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &str,
    faults: &mut Vec<String>,
) {
    if let Some(Value::Array(entries)) = fields.get_mut(name) {
        for (i, entry) in std::mem::take(entries).iter().enumerate() {
            let _: Option<T> = shaped(entry, &format!("{name}[{i}]"), faults);
        }
    }
}
