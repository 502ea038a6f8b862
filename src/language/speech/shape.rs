//! Guesses at what a word on no list is, by its ending.

use super::{Form, Speech};

impl Speech {
    /// Whether this word looks like a finite verb.
    #[must_use]
    pub fn looks_finite(&self, word: &str) -> bool {
        self.finite.iter().any(|ending| word.ends_with(ending))
            && !self.nouns_in_finite_endings.contains(word)
    }

    /// Whether this word looks like the short form of an adjective or participle.
    #[must_use]
    pub fn looks_short(&self, word: &str) -> bool {
        self.short.iter().any(|ending| word.ends_with(ending))
    }

    /// How the subject of what looks like a finite verb in the third person agrees with it.
    #[must_use]
    pub fn verb_form(&self, word: &str) -> Option<Form> {
        let endings = || self.verb_endings.iter().filter(|(ending, _)| word.ends_with(ending));
        self.looks_finite(word)
            .then(|| endings().max_by_key(|(ending, _)| ending.len()).map(|&(_, form)| form))
            .flatten()
    }

    /// Whether this word looks like an adjective, in any case.
    #[must_use]
    pub fn looks_adjective(&self, word: &str) -> bool {
        // «заседание» ends as «соседние» does.
        let is_noun = || self.no_adjective.iter().any(|ending| word.ends_with(ending));
        self.looks_oblique_adjective(word)
            || !is_noun()
                && self.adjectives.iter().flat_map(|row| &row[1..]).any(|ending| {
                    *ending != "-" && word.len() > ending.len() + 2 && word.ends_with(ending)
                })
    }

    /// Whether this word looks like an adjective in another case than the nominative.
    #[must_use]
    pub fn looks_oblique_adjective(&self, word: &str) -> bool {
        self.adjectives
            .iter()
            .any(|row| word.len() > row[0].len() + 2 && word.ends_with(row[0]) && row[1] != row[0])
    }

    /// Whether this word ends as the nominative of an adjective beside a noun of this form does: «местные».
    #[must_use]
    pub fn looks_nominative_adjective(&self, word: &str, form: Form) -> bool {
        let column = column(form);
        self.adjectives.iter().any(|row| row[column] != "-" && word.ends_with(row[column]))
    }

    /// The nominative of this adjective beside a noun of this form; the word as it is where it is
    /// no adjective in another case.
    #[must_use]
    pub fn adjective_in_nominative(&self, word: &str, form: Form) -> String {
        let column = column(form);
        let nominative = self
            .adjectives
            .iter()
            .filter(|row| row[column] != "-" && word.ends_with(row[0]))
            .max_by_key(|row| row[0].len())
            .map_or_else(
                || word.to_owned(),
                |row| format!("{}{}", &word[..word.len() - row[0].len()], row[column]),
            );
        // «областного» is of «областной».
        let stressed = ["ый", "ий"]
            .iter()
            .find_map(|ending| nominative.strip_suffix(ending))
            .map(|stem| format!("{stem}ой"))
            .filter(|stressed| {
                nominative != word
                    && self.stressed_adjectives.contains(stressed.to_lowercase().as_str())
            });
        stressed.unwrap_or(nominative)
    }

    /// “One” of many in the nominative, the first of its words for a man and the second for a woman: «один», «одна».
    #[must_use]
    pub fn one_in_nominative(&self, form: Form) -> &'static str {
        let place = usize::from(form == Form::Feminine);
        self.ones.get(place).or(self.ones.first()).copied().unwrap_or_default()
    }

    /// Whether this word looks like a noun in the dative.
    #[must_use]
    pub fn looks_dative(&self, word: &str) -> bool {
        self.dative.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether this word can be the subject of a verb of this form, by its ending.
    #[must_use]
    pub fn can_be_subject(&self, word: &str, form: Form) -> bool {
        let is_instrumental = form == Form::Plural && self.looks_instrumental(word);
        word.chars().count() > 3
            && !is_instrumental
            && self.subject_endings.iter().any(|(known, ending)| {
                let fits = *known == form || form == Form::Singular && *known != Form::Plural;
                fits && word.ends_with(ending)
            })
    }

    /// Whether this word looks like an adverb.
    #[must_use]
    pub fn looks_adverb(&self, word: &str) -> bool {
        self.adverbs.contains(word)
            || self
                .adverb
                .iter()
                .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether this word looks like an adjective or noun in the instrumental.
    #[must_use]
    pub fn looks_instrumental(&self, word: &str) -> bool {
        self.instrumental
            .iter()
            .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether this word looks like a participle in another case than the nominative.
    #[must_use]
    pub fn looks_participle(&self, word: &str) -> bool {
        self.participle.iter().any(|ending| word.len() > ending.len() + 4 && word.ends_with(ending))
    }

    /// Whether this word looks like a participle in the nominative singular: «заявивший».
    #[must_use]
    pub fn looks_nominative_participle(&self, word: &str) -> bool {
        let mut endings = self.nominative_participle.iter();
        endings.any(|ending| word.len() > ending.len() + 4 && word.ends_with(ending))
    }

    /// Whether this word looks like a gerund.
    #[must_use]
    pub fn looks_gerund(&self, word: &str) -> bool {
        self.gerund.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a word that is nothing else can be a gerund by its ending.
    #[must_use]
    pub fn may_be_gerund(&self, word: &str) -> bool {
        self.perhaps_gerund.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether this word looks like an infinitive.
    #[must_use]
    pub fn looks_infinitive(&self, word: &str) -> bool {
        // «-ость» and «-ости» end nouns alone.
        self.infinitive.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
            && !word.ends_with("ость")
            && !word.ends_with("ости")
            && !self.nouns_in_infinitive_endings.contains(word)
    }
}

/// Where the nominative of this form stands in a row of adjectives.txt.
const fn column(form: Form) -> usize {
    match form {
        Form::Feminine => 2,
        Form::Neuter => 3,
        Form::Plural => 4,
        _ => 1,
    }
}
