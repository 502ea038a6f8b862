use std::io::Write;
use std::path::{Path, PathBuf};

use crate::annotate::annotate;
use crate::article::Article;
use crate::evaluate::gold::Gold;
use crate::evaluate::quotes::Quotes;
use crate::evaluate::spans::{Spans, brat};
use crate::evaluate::{Evaluation, GoldError};
use crate::import::{ImportError, import};

use super::{CommandError, read};

/// Evaluate the annotator on a folder of gold answers: print the table, and the errors by kind.
///
/// Each NAME.txt stands beside its gold: NAME.json for quotes, speakers, people and roles, or
/// NAME.ann (brat, NEREL's types) for names, figures and dates. Documents of both kinds may be
/// mixed; each kind has its own table.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder of gold answers.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// List this many errors of each kind.
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Print the table as one line of JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let mut quotes = Quotes::default();
    let mut spans = Spans::default();
    let (mut quote_files, mut span_files) = (0, 0);
    for path in documents(&arguments.folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let failed = |answers: &Path| {
            let path = answers.display().to_string();
            |error: GoldError| CommandError::Gold { path, problem: error.to_string() }
        };
        let answers = path.with_extension("json");
        if answers.exists() {
            let (document, article) = annotated(&path)?;
            let gold: Gold =
                serde_json::from_slice(&read(&answers)?).map_err(|error| CommandError::Gold {
                    path: answers.display().to_string(),
                    problem: error.to_string(),
                })?;
            quotes.add(&name, &document, &article, &gold).map_err(failed(&answers))?;
            quote_files += 1;
        }
        let answers = path.with_extension("ann");
        if answers.exists() {
            let (document, article) = annotated(&path)?;
            let gold = std::str::from_utf8(&read(&answers)?)
                .map_err(|error| ImportError::Encoding(error.valid_up_to()).to_string())
                .and_then(|gold| brat(gold).map_err(|error| error.to_string()))
                .map_err(|problem| CommandError::Gold {
                    path: answers.display().to_string(),
                    problem,
                })?;
            spans.add(&name, &document, &article, &gold).map_err(failed(&answers))?;
            span_files += 1;
        }
    }
    if quote_files + span_files == 0 {
        return Err(CommandError::Gold {
            path: arguments.folder.display().to_string(),
            problem: "no NAME.txt stands beside a NAME.json or NAME.ann here".to_owned(),
        });
    }
    if quote_files > 0 {
        print(&quotes.finish(), arguments)?;
    }
    if span_files > 0 {
        print(&spans.finish(), arguments)?;
    }
    Ok(())
}

/// The folder's text files, by name.
fn documents(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let failed = |error| CommandError::File { path: folder.display().to_string(), error };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn annotated(path: &Path) -> Result<(String, Article), CommandError> {
    let name = path.display().to_string();
    let bytes = read(path)?;
    let imported =
        import(&name, &bytes).map_err(|error| CommandError::Import { path: name, error })?;
    Ok((String::from_utf8_lossy(&bytes).into_owned(), annotate(imported.article)))
}

fn print(evaluation: &Evaluation, arguments: &Arguments) -> Result<(), CommandError> {
    let mut output = std::io::stdout().lock();
    if arguments.json {
        let json = serde_json::to_string(evaluation).map_err(std::io::Error::from)?;
        writeln!(output, "{json}")?;
    } else {
        write!(output, "{evaluation}")?;
    }
    if arguments.errors == 0 {
        return Ok(());
    }
    for (kind, lines) in &evaluation.errors {
        writeln!(output, "\n== {kind} ({})", lines.len())?;
        for line in lines.iter().take(arguments.errors) {
            writeln!(output, "{line}")?;
        }
    }
    Ok(())
}
