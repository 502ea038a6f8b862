//! Reading the list files.

/// The entries of a list file: its lines without comments, blank lines and outer white space.
pub(super) fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}
