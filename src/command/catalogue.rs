use std::path::PathBuf;

use crate::article::file;
use crate::edition::Catalogue;
use crate::import::ImportError;

use super::{CommandError, article_files, read};

/// The catalogue's name in a folder of articles.
pub(super) const FILE: &str = "index.json";

/// List the articles of a folder: write its index.json, which the front page shows.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder of article files.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let mut articles = Vec::new();
    for path in article_files(&arguments.folder)? {
        let failed = |error| CommandError::Import { path: path.display().to_string(), error };
        let bytes = read(&path)?;
        let json = str::from_utf8(&bytes)
            .map_err(|error| failed(ImportError::Encoding(error.valid_up_to())))?;
        articles.push(file::read(json).map_err(|error| failed(error.into()))?);
    }
    let path = arguments.folder.join(FILE);
    let mut json = serde_json::to_string_pretty(&Catalogue::of(&articles))
        .expect("a catalogue is plain strings and numbers");
    json.push('\n');
    std::fs::write(&path, json)
        .map_err(|error| CommandError::File { path: path.display().to_string(), error })
}
