use std::io::Write;
use std::path::{Path, PathBuf};

use crate::annotate::annotate;
use crate::article::file;
use crate::import::import;

use super::{CommandError, files, read, say, tell};

/// Annotate articles: print each as one line of article JSON, in the order of the files.
///
/// A .json file is read as an article of format 1, whose own annotations are found anew; any other
/// file as plain text, whose name without its ending becomes the article's id.
/// What of a text was left out of the article is said on standard error, and so is what hinders a
/// file; the others are annotated all the same, and the exit code is 1.
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
    let paths = files(&arguments.files)?;
    let mut output = std::io::stdout().lock();
    let mut failed = 0;
    for path in &paths {
        match article(path, arguments.in_place) {
            Ok(Some(line)) => writeln!(output, "{line}")?,
            Ok(None) => {}
            // One file says it all itself.
            Err(error) if paths.len() == 1 => return Err(error),
            Err(error) => {
                tell(&error);
                failed += 1;
            }
        }
    }
    output.flush()?;
    if failed > 0 { Err(CommandError::Files(failed)) } else { Ok(()) }
}

/// The file's article, annotated, as one line; nothing where it is written back in its place.
fn article(path: &Path, in_place: bool) -> Result<Option<String>, CommandError> {
    let name = path.display().to_string();
    let imported = import(&name, &read(path)?)
        .map_err(|error| CommandError::Import { path: name.clone(), error })?;
    for left_out in &imported.left_out {
        say(&format!("{name}: {left_out}"));
    }
    let line = file::write(annotate(imported.article));
    if !in_place {
        return Ok(Some(line));
    }
    std::fs::write(path.with_extension("json"), line + "\n")
        .map_err(|error| CommandError::File { path: name, error })?;
    Ok(None)
}
