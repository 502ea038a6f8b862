use serde::{Deserialize, Serialize};

use super::Span;

/// Words that the text gives as somebody's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
pub struct Quote {
    /// `q1`, `q2` … in the order of the text.
    pub id: String,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The quoted words alone, in order: without marks, leading dash or the author's words.
    pub parts: Vec<Span>,
    /// Whose words they are; absent where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// The word of saying: «отметил».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// The words that name the speaker: name, role or pronoun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Span>,
    /// How sure the annotator is of the quote and its speaker, 0 to 1: of those at 0.9, nine in
    /// ten are right.
    pub confidence: f64,
    /// The rules that fired, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Evidence>,
}

/// How quoted words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuoteKind {
    /// A full utterance, a clause or more, in quotation marks or after a dialogue dash.
    Direct,
    /// A verbatim fragment in quotation marks inside the author's sentence.
    Partial,
    /// Reported speech without marks: the reported content only.
    Indirect,
}

/// Whose words a quote gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// The id of one of the article's people.
    Person(String),
    /// The name of an institution, nominative.
    Organisation(String),
    /// A description of somebody the text leaves unnamed.
    Unnamed(String),
}

/// A rule that found or attributed a quote. The list is closed; `docs/annotation.md` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "command", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Evidence {
    /// The paragraph opens with a dialogue dash.
    DialogueDash,
    /// The words stand in quotation marks.
    QuotationMarks,
    /// A colon after the author's words introduces the speech.
    Colon,
    /// The clause opens with a conjunction of reported speech: «что».
    Conjunction,
    /// An introductory phrase names the source: «по словам …».
    AccordingTo,
    /// An infinitive says what was asked or ordered.
    Infinitive,
    /// A verb of naming gives what is judged: «назвал итоги честными».
    Judgement,
    /// The claim is a noun: «заявил о своём уходе».
    Claim,
    /// The cue stands before the words.
    VerbBefore,
    /// The cue stands between the parts.
    VerbBetween,
    /// The cue stands after the words.
    VerbAfter,
    /// The speaker is named.
    Name,
    /// The speaker is given by a role.
    Role,
    /// The speaker is given by a pronoun.
    Pronoun,
    /// The verb has no subject of its own: the last subject goes on.
    OmittedSubject,
    /// The speaker is an institution.
    Institution,
    /// The speaker is somebody unnamed.
    UnnamedSource,
    /// The speaker follows from whose turn it is, or from the quote before.
    SpeakerTurn,
    /// The words are said to stand on something: «плакат «…»».
    Inscription,
    /// The next sentence names the source: «Об этом сообщил …».
    BackReference,
    /// A label before the words names the speaker: «Корр.:».
    Label,
}
