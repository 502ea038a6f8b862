//! The command line: files in, text on standard output, faults on standard error.
//!
//! One file a subcommand. This room stands at the end and knows every room but the reader.

mod annotate;
mod catalogue;
mod check;
mod evaluate;
mod train;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::article;

/// Reads the news so that you can check it: who said what, and how much.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version, about, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(annotate::Arguments),
    Check(check::Arguments),
    Catalogue(catalogue::Arguments),
    Evaluate(evaluate::Arguments),
    Train(train::Arguments),
    /// Print the JSON Schema of the article file.
    Schema,
}

/// Why a subcommand could not do its work on a file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// The file could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The file gives no article.
    #[error("{path}: {error}")]
    Import {
        /// The file.
        path: String,
        /// Why not.
        error: crate::import::ImportError,
    },
    /// The gold answers can't be used.
    #[error("{path}: {problem}")]
    Gold {
        /// The file.
        path: String,
        /// Why not.
        problem: String,
    },
    /// Some files gave no article.
    #[error("files that gave no article: {0}; each is named above")]
    Files(usize),
    /// The article breaks the format.
    #[error("faults found: {0}; each is listed above with its place and remedy")]
    Faults(usize),
    /// Standard output was closed.
    #[error("standard output: {0}")]
    Output(#[from] io::Error),
}

/// Runs one subcommand; faults go to standard error, and any makes the exit code 1.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Catalogue(arguments) => catalogue::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
        Command::Schema => {
            io::stdout().write_all(article::schema().as_bytes()).map_err(CommandError::Output)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough, such as `head`, is no fault.
        Err(CommandError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&error);
            ExitCode::FAILURE
        }
    }
}

/// Says on standard error what went wrong.
fn tell(error: &CommandError) {
    say(&format!("verbatim: {error}"));
}

/// Says this on standard error, without what would command the terminal: it may quote a file.
fn say(message: &str) {
    let is_command = |character: char| character.is_control() && character != '\n';
    eprintln!("{}", message.replace(is_command, "\u{fffd}"));
}

/// The file's bytes; `-` is standard input.
fn read(path: &Path) -> Result<Vec<u8>, CommandError> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    bytes.map_err(|error| CommandError::File { path: path.display().to_string(), error })
}

/// The files that the arguments name: a folder stands for its article files.
fn files(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let mut paths = Vec::new();
    for path in arguments {
        if path.is_dir() {
            paths.extend(article_files(path)?);
        } else {
            paths.push(path.clone());
        }
    }
    Ok(paths)
}

/// The article files of a folder, by name: those that end in `.json`, but for the catalogue and
/// the schema.
fn article_files(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let failed = |error| CommandError::File { path: folder.display().to_string(), error };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|ending| ending == "json")
            && name != catalogue::FILE
            && name != "article.schema.json"
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
