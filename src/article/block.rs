use serde::{Deserialize, Serialize};

/// One block of an article's text, exactly as the source has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text.
    pub text: String,
}

/// What a block of text is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// The summary under the headline.
    Lead,
    /// Who wrote it.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// A heading inside the text.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A passage set off by the source as quoted.
    Blockquote,
    /// The words under a picture.
    Caption,
    /// Who made the pictures, or a note on the text.
    Credit,
    /// A row of a table.
    TableRow,
}

/// A picture of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Image {
    /// The file, relative to the site's root.
    pub src: String,
    /// What it shows, in words.
    pub alt: String,
}
