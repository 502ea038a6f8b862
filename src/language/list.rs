//! Reading the list files.

/// The entries of a list file: its lines without comments, blank lines and outer white space.
pub(super) fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

/// How many bytes a file has without its comments.
pub(super) const fn bare_length(file: &str) -> usize {
    let bytes = file.as_bytes();
    let (mut at, mut length, mut comment) = (0, 0, false);
    while at < bytes.len() {
        comment = bytes[at] != b'\n' && (comment || bytes[at] == b'#');
        length += !comment as usize;
        at += 1;
    }
    length
}

/// The file without its comments: they are for who reads the file, and the program need not carry them.
pub(super) const fn bare<const LENGTH: usize>(file: &str) -> [u8; LENGTH] {
    let bytes = file.as_bytes();
    let mut kept = [0; LENGTH];
    let (mut at, mut length, mut comment) = (0, 0, false);
    while at < bytes.len() {
        comment = bytes[at] != b'\n' && (comment || bytes[at] == b'#');
        if !comment && length < LENGTH {
            kept[length] = bytes[at];
            length += 1;
        }
        at += 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_outside_the_program() {
        const FILE: &str = "# слова\nмост # один\n\nпорт\n";
        const BARE: [u8; bare_length(FILE)] = bare(FILE);
        assert_eq!(std::str::from_utf8(&BARE), Ok("\nмост \n\nпорт\n"));
        assert!(entries(FILE).eq(["мост", "порт"]));
    }
}
