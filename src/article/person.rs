use serde::{Deserialize, Serialize};

use super::Span;

/// One individual that the text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Person {
    /// `p1`, `p2` … in the order of the first mention.
    pub id: String,
    /// The fullest form in the text: nominative, ordinary capitals, given name first.
    pub name: String,
    /// The fullest role that the text gives, nominative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The gender that the name or the words about the person show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
}

/// Grammatical gender of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Gender {
    /// он
    Masculine,
    /// она
    Feminine,
}

/// A place where a person is named or referred to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The person's id.
    pub person: String,
    /// In what way.
    pub kind: MentionKind,
    /// The words.
    pub at: Span,
}

/// How a mention refers to its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MentionKind {
    /// By the words of the name alone, no title.
    Name,
    /// By a role: «аким области».
    Role,
    /// By a pronoun: «он».
    Pronoun,
}
