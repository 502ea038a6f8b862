//! Guesses at what a word on no list is, by its ending.

use super::{Form, Speech};

impl Speech {
    /// Whether this word looks like a finite verb.
    #[must_use]
    pub fn looks_finite(&self, word: &str) -> bool {
        self.finite.has(word) && !self.nouns_in_finite_endings.contains(word)
    }

    /// Whether this word looks like the short form of an adjective or participle.
    #[must_use]
    pub fn looks_short(&self, word: &str) -> bool {
        self.short.has(word)
    }

    /// How the subject of what looks like a finite verb in the third person agrees with it.
    #[must_use]
    pub fn verb_form(&self, word: &str) -> Option<Form> {
        let longest = || self.verb_endings.of(word).max_by_key(|(ending, _)| ending.len());
        self.looks_finite(word).then(longest).flatten().map(|&(_, form)| form)
    }

    /// Whether this word looks like an adjective, in any case.
    #[must_use]
    pub fn looks_adjective(&self, word: &str) -> bool {
        // «заседание» ends as «соседние» does.
        self.looks_oblique_adjective(word)
            || !self.no_adjective.has(word) && self.adjective_nominatives.leave(word, 2)
    }

    /// Whether this word looks like an adjective in another case than the nominative.
    #[must_use]
    pub fn looks_oblique_adjective(&self, word: &str) -> bool {
        self.adjectives
            .of(word)
            .any(|(ending, nominatives)| word.len() > ending.len() + 2 && nominatives[0] != *ending)
    }

    /// Whether this word ends as the nominative of an adjective beside a noun of this form does: «местные».
    #[must_use]
    pub fn looks_nominative_adjective(&self, word: &str, form: Form) -> bool {
        self.adjective_nominatives.of(word).any(|&(_, column)| column == self::column(form))
    }

    /// The nominative of this adjective beside a noun of this form; the word as it is where it is
    /// no adjective in another case.
    #[must_use]
    pub fn adjective_in_nominative(&self, word: &str, form: Form) -> String {
        let column = column(form);
        let nominative = self
            .adjectives
            .of(word)
            .filter(|(_, nominatives)| nominatives[column] != "-")
            .max_by_key(|(ending, _)| ending.len())
            .map_or_else(
                || word.to_owned(),
                |(ending, nominatives)| {
                    format!("{}{}", &word[..word.len() - ending.len()], nominatives[column])
                },
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
        self.dative.has(word)
    }

    /// Whether this word can be the subject of a verb of this form, by its ending.
    #[must_use]
    pub fn can_be_subject(&self, word: &str, form: Form) -> bool {
        let is_instrumental = form == Form::Plural && self.looks_instrumental(word);
        word.chars().count() > 3
            && !is_instrumental
            && self
                .subject_endings
                .of(word)
                .any(|&(_, known)| known == form || form == Form::Singular && known != Form::Plural)
    }

    /// Whether this word looks like an adverb.
    #[must_use]
    pub fn looks_adverb(&self, word: &str) -> bool {
        self.adverbs.contains(word) || self.adverb.leave(word, 2)
    }

    /// Whether this word looks like an adjective or noun in the instrumental.
    #[must_use]
    pub fn looks_instrumental(&self, word: &str) -> bool {
        self.instrumental.leave(word, 2)
    }

    /// Whether this word looks like a participle in another case than the nominative.
    #[must_use]
    pub fn looks_participle(&self, word: &str) -> bool {
        self.participle.leave(word, 4)
    }

    /// Whether this word looks like a participle in the nominative singular: «заявивший».
    #[must_use]
    pub fn looks_nominative_participle(&self, word: &str) -> bool {
        self.nominative_participle.leave(word, 4)
    }

    /// Whether this word looks like a gerund.
    #[must_use]
    pub fn looks_gerund(&self, word: &str) -> bool {
        self.gerund.has(word)
    }

    /// Whether a word that is nothing else can be a gerund by its ending.
    #[must_use]
    pub fn may_be_gerund(&self, word: &str) -> bool {
        self.perhaps_gerund.has(word)
    }

    /// Whether this word looks like an infinitive.
    #[must_use]
    pub fn looks_infinitive(&self, word: &str) -> bool {
        // «-ость» and «-ости» end nouns alone.
        self.infinitive.leave(word, 1)
            && !word.ends_with("ость")
            && !word.ends_with("ости")
            && !self.nouns_in_infinitive_endings.contains(word)
    }
}

/// Which of the nominatives of a row of adjectives.txt this form has.
const fn column(form: Form) -> usize {
    match form {
        Form::Feminine => 1,
        Form::Neuter => 2,
        Form::Plural => 3,
        _ => 0,
    }
}
