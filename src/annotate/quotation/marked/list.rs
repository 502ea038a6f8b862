//! Utterances in a row: «Позор!», «Где деньги?» – кричали они.

use super::Reader;

/// How many utterances a list can have.
const LIST: usize = 8;

impl Reader<'_> {
    /// Where the last of the utterances closes that commas alone part from this one: «Позор!», «Где деньги?» – кричали они.
    pub(super) fn list_end(&self) -> (usize, usize) {
        let behind =
            (self.at + 1..self.marks.len().min(self.at + LIST)).map(|at| Reader { at, ..*self });
        let last = behind.take_while(Reader::is_next_in_list).last();
        last.map_or(self.marked().close, |last| last.marked().close)
    }

    /// Whether a comma alone parts this utterance from the one before.
    pub(super) fn is_next_in_list(&self) -> bool {
        let (block, open) = self.marked().open;
        let before = self.at.checked_sub(1).map(|before| self.marks[before].close);
        before.is_some_and(|close| close.0 == block && close.1 + 2 == open)
            && self.view().word(open - 1) == ","
            && self.is_utterance()
    }
}
