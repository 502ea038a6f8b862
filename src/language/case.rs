//! Grammatical gender and case.

/// Grammatical gender, of a name or of a word for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// он
    Masculine,
    /// она
    Feminine,
}

impl Gender {
    /// Either, a man's first.
    pub const BOTH: [Self; 2] = [Self::Masculine, Self::Feminine];
}

/// A grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// кто
    Nominative,
    /// кого
    Genitive,
    /// кому
    Dative,
    /// кого
    Accusative,
    /// кем
    Instrumental,
    /// о ком
    Prepositional,
}

/// Cases that a form may stand in, one bit a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cases(u8);

impl Cases {
    /// Every case: what does not decline.
    pub const ALL: Self = Self(0b11_1111);
    /// The nominative alone.
    pub const NOMINATIVE: Self = Self(1);

    /// This case alone.
    #[must_use]
    pub const fn of(case: Case) -> Self {
        Self(1 << case as u8)
    }

    /// The cases of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The cases that both have.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether both have one.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn has(self, case: Case) -> bool {
        self.0 & 1 << case as u8 != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// One bit a case, the nominative lowest.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }
}
