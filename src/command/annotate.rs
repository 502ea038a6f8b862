use std::io::Write;
use std::path::PathBuf;

use crate::annotate::annotate;
use crate::article::file;
use crate::import::import;

use super::{CommandError, files, read};

/// Annotate articles: print each as one line of article JSON, in the order of the files.
///
/// A .json file is read as an article of format 1, whose own annotations are found anew; any other
/// file as plain text, whose name without its ending becomes the article's id.
/// What of a text was left out of the article is said on standard error.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The files; a folder stands for its article files, - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write each article back to its own .json file instead of printing it.
    #[arg(long)]
    in_place: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let mut output = std::io::stdout().lock();
    for path in &files(&arguments.files)? {
        let name = path.display().to_string();
        let imported = import(&name, &read(path)?)
            .map_err(|error| CommandError::Import { path: name.clone(), error })?;
        for left_out in &imported.left_out {
            eprintln!("{name}: {left_out}");
        }
        let line = file::write(&annotate(imported.article));
        if arguments.in_place {
            std::fs::write(path.with_extension("json"), line + "\n")
                .map_err(|error| CommandError::File { path: name, error })?;
        } else {
            writeln!(output, "{line}")?;
        }
    }
    output.flush()?;
    Ok(())
}
