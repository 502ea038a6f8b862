//! Nouns and pronouns for who or what can speak.

use super::Form;

/// A form of a noun for who or what can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it names.
    pub kind: NounKind,
    /// The cases that the form can be in, as a set of [`Case`]; of either number.
    pub(super) cases: u8,
    /// Whether it can be a plural in the nominative.
    pub plural: bool,
    /// Whether it can be a singular.
    pub singular: bool,
    /// The gender of the noun.
    pub gender: Form,
    pub(super) lemma: u16,
}

impl NounKind {
    /// Whether it names one human being or several.
    #[must_use]
    pub const fn is_human(self) -> bool {
        matches!(
            self,
            Self::Human
                | Self::Kin
                | Self::Stranger
                | Self::Unnamed
                | Self::Interlocutor
                | Self::Group
                | Self::Quantity
        )
    }

    /// Whether it names a writing.
    #[must_use]
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Document | Self::ItsDocument | Self::Act | Self::ThatDocument)
    }

    /// Whether it is a body, be it by another noun.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Institution | Self::ItsMedium)
    }
}

impl Noun {
    /// Whether the form can be in this case.
    #[must_use]
    pub const fn is_in(&self, case: Case) -> bool {
        self.cases & case as u8 != 0
    }
}

/// What a noun of speakers names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// Somebody, by post, trade or part: «министр», «очевидец».
    Human,
    /// Somebody's kin: «племянник».
    Kin,
    /// Somebody mostly left unnamed: «очевидец».
    Stranger,
    /// Somebody never named: «источник».
    Unnamed,
    /// Whoever spoke last to a medium: «собеседник агентства».
    Interlocutor,
    /// A writing, alone that of the institution that spoke last: «пресс-релиз».
    ItsDocument,
    /// A medium, alone the one that spoke last: «издание».
    ItsMedium,
    /// People unnamed: «эксперты».
    Group,
    /// How many of those named after it: «ряд экспертов».
    Quantity,
    /// A body: «министерство».
    Institution,
    /// A writing: «статья».
    Document,
    /// A writing that has force: «закон».
    Act,
    /// A writing that stands for the last one of force told of: «документ».
    ThatDocument,
}

/// The cases that tell who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// The subject.
    Nominative = 1,
    /// «по словам министра»
    Genitive = 2,
    /// «согласно отчету»
    Dative = 4,
    /// «сказанное министром»
    Instrumental = 8,
    /// «в письме»
    Prepositional = 16,
    /// «цитирует пресс-службу», where the form is no other case's
    Accusative = 32,
}

pub(super) const CASES: [Case; 5] =
    [Case::Nominative, Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];

/// A pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Whom it stands for: masculine, feminine, neuter or plural.
    pub form: Form,
    /// «его» in «по его словам», or else «он».
    pub possessive: bool,
    /// «тот»: not whom the text spoke of first.
    pub other: bool,
}
