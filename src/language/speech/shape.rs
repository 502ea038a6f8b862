//! Guesses at what a word on no list is, by its ending.

use super::{Cue, Form, Speech, Takes};

/// A word of fewer letters than this is as near to another as to what it is written for.
const LONG: usize = 5;

/// How many letters of an infinitive are its ending.
const ENDING: usize = 2;

/// How many letters of a misspelt word are right at its head.
const HEAD: usize = 2;

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

    /// The word of saying that this is, but for one letter: «сообшил», «завила».
    #[must_use]
    pub fn misspelt(&self, word: &str) -> Option<Cue> {
        let &(ending, form) = self.verb_endings.of(word).max_by_key(|(ending, _)| ending.len())?;
        let stem = &word[..word.len() - ending.len()];
        let says = Takes::That as u32 | Takes::Direct as u32;
        let is_it = |infinitive: &str, takes: u32| {
            takes & says == says
                && takes & Takes::Loose as u32 == 0
                && infinitive.char_indices().nth_back(ENDING - 1).is_some_and(|(end, _)| {
                    // A past form has as many letters of the infinitive.
                    is_letter_off(stem, &infinitive[..end])
                })
        };
        let found =
            self.infinitives.iter().filter(|&(infinitive, &takes)| is_it(infinitive, takes));
        let (_, &takes) = found.min_by_key(|(infinitive, _)| **infinitive)?;
        Some(Cue { takes, form })
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

/// Whether one letter is added to, left out of or written for another in the one of these words, behind their head.
fn is_letter_off(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let head: usize = same.clone().map(|(letter, _)| letter.len_utf8()).sum();
    if same.count() < HEAD || other.chars().count() < LONG {
        return false;
    }
    let (one, other) = (&one[head..], &other[head..]);
    let tail = |one: &str, other: &str| {
        let same = one.chars().rev().zip(other.chars().rev());
        same.take_while(|(one, other)| one == other).count()
    };
    let (many, more) = (one.chars().count(), other.chars().count());
    many.max(more) - tail(one, other).min(many).min(more) == 1
}
