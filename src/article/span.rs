use serde::{Deserialize, Serialize};

/// A stretch of one block's text, `end` exclusive, never splitting a grapheme.
///
/// Bytes in memory, Unicode code points in the file: a W3C `TextPositionSelector`, block by block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Span {
    /// Which block, counted from 0.
    pub block: usize,
    /// Where it starts in the block.
    pub start: usize,
    /// Where it ends in the block, exclusive.
    pub end: usize,
}

impl Span {
    /// The span of these edges in this block.
    #[must_use]
    pub const fn new(block: usize, start: usize, end: usize) -> Self {
        Self { block, start, end }
    }

    /// Whether the other span lies wholly inside this one.
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        self.block == other.block && self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one position.
    #[must_use]
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.block == other.block && self.start < other.end && other.start < self.end
    }
}
