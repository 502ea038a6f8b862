use std::path::{Path, PathBuf};

use crate::annotate::{NameDocument, measure_names, train_names};
use crate::article::Span;
use crate::import::import;
use crate::language::{self, sparse};

use super::{CommandError, read};

/// Train the model that finds names, on folders of texts with marked names.
///
/// Each folder holds NAME.txt beside NAME.ann, marks of the brat tool, of which PERSON is read.
/// Names inside awards, streets and laws teach that they are none.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folders.
    #[arg(required = true, value_name = "FOLDER")]
    folders: Vec<PathBuf>,

    /// Where to write the model; without it, how well the training does is measured by five-fold
    /// cross-validation and printed.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a name is not a person's inside of.
const THINGS: [&str; 2] = ["AWARD", "DISEASE"];

pub(super) fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in &arguments.folders {
        let failed = |error| CommandError::File { path: folder.display().to_string(), error };
        let found = std::fs::read_dir(folder).map_err(failed)?;
        let found = found.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        paths.extend(found.filter(|path| path.extension().is_some_and(|ending| ending == "ann")));
    }
    // By their names alone: however the texts are laid in folders, the model is the same.
    paths.sort_by(|one, other| one.file_name().cmp(&other.file_name()).then(one.cmp(other)));
    let documents: Vec<NameDocument> =
        paths.iter().map(|path| document(path)).collect::<Result<_, _>>()?;
    let Some(language) = language::of("ru") else { return Ok(()) };
    let Some(output) = &arguments.output else {
        for (reading, [right, found, there]) in
            ["first", "second"].into_iter().zip(measure_names(&documents, language))
        {
            let share = |of: usize| 1000 * right / of.max(1);
            println!(
                "{reading} reading: {right} of {there} names found exactly, {found} found; \
                 precision 0.{:03}, recall 0.{:03}, F1 0.{:03}",
                share(found),
                share(there),
                2000 * right / (found + there).max(1),
            );
        }
        return Ok(());
    };
    let model = train_names(&documents, language);
    std::fs::write(output, sparse::pack(&model))
        .map_err(|error| CommandError::File { path: output.display().to_string(), error })
}

/// The document whose marks this file holds.
fn document(marks: &Path) -> Result<NameDocument, CommandError> {
    let path = marks.with_extension("txt");
    let name = path.display().to_string();
    let bytes = read(&path)?;
    let imported =
        import(&name, &bytes).map_err(|error| CommandError::Import { path: name, error })?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let marks = String::from_utf8_lossy(&read(marks)?).into_owned();
    let spans: Vec<(usize, usize, &str)> = marks
        .lines()
        .filter(|line| line.starts_with('T'))
        .filter_map(|line| {
            let mut fields = line.split('\t').nth(1)?.split([' ', ';']);
            let kind = fields.next()?;
            let start: usize = fields.next()?.parse().ok()?;
            let end: usize = fields.next_back()?.parse().ok()?;
            Some((*places.get(start)?, *places.get(end)?, kind))
        })
        .collect();
    let inside = |one: &(usize, usize, &str), other: &(usize, usize, &str)| {
        other.0 <= one.0 && one.1 <= other.1
    };
    let mut names: Vec<&(usize, usize, &str)> = spans
        .iter()
        .filter(|span| span.2 == "PERSON")
        .filter(|span| !spans.iter().any(|other| THINGS.contains(&other.2) && inside(span, other)))
        .collect();
    // The outermost of nested names, in order.
    names.sort_by_key(|span| (span.0, std::cmp::Reverse(span.1)));
    names.dedup_by(|inner, outer| inside(inner, outer));

    let mut at = 0;
    let mut inside_blocks = Vec::new();
    for (block, own) in imported.article.blocks.iter().enumerate() {
        let Some(found) = text[at..].find(&own.text) else { continue };
        let start = at + found;
        at = start + own.text.len();
        for (from, to, _) in &names {
            if *from < at && start < *to {
                inside_blocks.push(Span::new(block, from.max(&start) - start, to.min(&at) - start));
            }
        }
    }
    Ok(NameDocument { blocks: imported.article.blocks, names: inside_blocks })
}
