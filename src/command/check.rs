use std::path::PathBuf;

use crate::article::{Article, Fault, Problem, file};

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
    let mut count = 0;
    for path in &files(&arguments.files)? {
        let bytes = read(path)?;
        for fault in faults(&bytes) {
            println!("{}: {fault}", path.display());
            count += 1;
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
    let mut unknown = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let article: Result<Article, _> = {
        let mut track = serde_path_to_error::Track::new();
        let tracked = serde_path_to_error::Deserializer::new(&mut deserializer, &mut track);
        serde_ignored::deserialize(tracked, |path| unknown.push(field(&path)))
            .map_err(|error| (track.path().to_string(), error))
    };
    let article = match article {
        Ok(article) => article,
        Err((path, error)) => return vec![format!("{path}: {error}")],
    };
    if let Err(error) = deserializer.end() {
        return vec![error.to_string()];
    }
    unknown
        .into_iter()
        .map(|field| Fault { field, span: None, problem: Problem::UnknownField })
        .chain(file::check(&article))
        .map(|fault| fault.to_string())
        .collect()
}
