/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Қазақ тілі.
    Kazakh,
    /// Русский язык.
    #[default]
    Russian,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Kazakh, Self::Russian, Self::English];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Kazakh => "kk",
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kazakh => "Қазақша",
            Self::Russian => "Русский",
            Self::English => "English",
        }
    }

    /// The language of a BCP 47 tag, whatever its region; nothing for one that the page does not
    /// speak.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_a_region_names_its_language() {
        assert_eq!(Language::of_tag("kk-KZ"), Some(Language::Kazakh));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("rus"), None);
        assert_eq!(Language::of_tag(""), None);
    }
}
