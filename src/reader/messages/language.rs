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

    /// The file of its sentences.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::Kazakh => include_str!("../../../static/locales/kk.ftl"),
            Self::Russian => include_str!("../../../static/locales/ru.ftl"),
            Self::English => include_str!("../../../static/locales/en.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::super::fluent;
    use super::*;

    fn ids(language: Language) -> BTreeSet<&'static str> {
        fluent::parse(language.source()).into_iter().map(|(id, _)| id).collect()
    }

    /// The variables that a pattern names.
    fn variables(pattern: &str) -> BTreeSet<&str> {
        pattern
            .split('$')
            .skip(1)
            .map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())])
            .collect()
    }

    #[test]
    fn a_tag_with_a_region_names_its_language() {
        assert_eq!(Language::of_tag("kk-KZ"), Some(Language::Kazakh));
        assert_eq!(Language::of_tag("EN"), Some(Language::English));
        assert_eq!(Language::of_tag("rus"), None);
        assert_eq!(Language::of_tag(""), None);
    }

    #[test]
    fn every_language_has_the_same_sentences_with_the_same_variables() {
        let russian = fluent::parse(Language::Russian.source());
        for language in Language::ALL {
            let others = fluent::parse(language.source());
            assert_eq!(ids(language), ids(Language::Russian), "{}", language.tag());
            for ((id, ours), (_, theirs)) in russian.iter().zip(&others) {
                assert_eq!(variables(ours), variables(theirs), "{}: {id}", language.tag());
                assert!(!theirs.is_empty(), "{}: {id} is empty", language.tag());
            }
        }
    }

    #[test]
    fn no_id_stands_twice() {
        for language in Language::ALL {
            assert_eq!(
                fluent::parse(language.source()).len(),
                ids(language).len(),
                "{}",
                language.tag()
            );
        }
    }

    /// CLDR's plural rules: <https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html>.
    #[test]
    fn a_selection_has_every_plural_form_of_its_language() {
        for language in Language::ALL {
            let forms: &[&str] = match language {
                Language::Russian => &["[one]", "[few]", "[many]", "*[other]"],
                Language::Kazakh | Language::English => &["[one]", "*[other]"],
            };
            for (id, pattern) in fluent::parse(language.source()) {
                if pattern.contains("->") {
                    for form in forms {
                        assert!(pattern.contains(form), "{}: {id} lacks {form}", language.tag());
                    }
                }
            }
        }
    }

    #[test]
    fn the_components_ask_for_the_sentences_that_there_are() {
        fn sources(folder: &Path, found: &mut String) {
            for entry in fs::read_dir(folder).expect("the sources") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    sources(&path, found);
                } else {
                    found.push_str(&fs::read_to_string(&path).expect("a source"));
                }
            }
        }
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reader"), &mut code);
        let there = ids(Language::Russian);
        for id in &there {
            assert!(code.contains(&format!("\"{id}\"")), "nothing asks for {id}");
        }
        for ask in ["messages.text(\"", "messages.with(\""] {
            for rest in code.split(ask).skip(1) {
                let id = &rest[..rest.find('"').unwrap_or_default()];
                assert!(there.contains(id), "there is no sentence {id}");
            }
        }
    }
}
