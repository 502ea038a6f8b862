//! Import: a file to an article with blocks alone.
//!
//! In comes a file's name and bytes, out goes an [`Imported`]: the article, and what was left out
//! of it. The text is never changed: every block is an exact substring of the file. This room
//! knows `article` and `language`.

mod layout;
mod text;

use std::fmt;
use std::path::Path;

use crate::article::file::FileError;
use crate::article::{Article, file};

/// What came of a file.
#[derive(Debug)]
pub struct Imported {
    /// The article, with blocks alone.
    pub article: Article,
    /// What of the file's text no block holds.
    pub left_out: Vec<LeftOut>,
}

/// A line of the file that is no part of the article, such as «Последние новости».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Counted from 1.
    pub line: usize,
    /// The line's text.
    pub text: String,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: left out: \"{}\"", self.line, self.text)
    }
}

/// Why a file gives no article.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The bytes are no UTF-8 text.
    #[error("byte {0}: not UTF-8 text; convert the file to UTF-8 first")]
    Encoding(usize),
    /// Nothing but white space.
    #[error("the file holds no text; give it at least one line")]
    Empty,
    /// A `.json` file that is no article.
    #[error(transparent)]
    Article(#[from] FileError),
}

/// The article in a file of this name: `.json` holds an article of format 1, any other ending
/// plain text. The article's id is the file's name without its ending.
///
/// # Errors
///
/// Where the bytes are not UTF-8, hold no text, or a `.json` file is not an article of format 1.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    let text = str::from_utf8(bytes).map_err(|error| ImportError::Encoding(error.valid_up_to()))?;
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        let article = file::read(text)?.without_annotations();
        return Ok(Imported { article, left_out: Vec::new() });
    }
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let imported = text::import(id, text);
    if imported.article.blocks.is_empty() && imported.left_out.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(imported)
}
