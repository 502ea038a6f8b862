//! Kazakh.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::grammar::Grammar;
use super::names::{self, Names};
use super::numbers::{Lists, Numbers};
use super::speech::{Files, Speech};
use super::{Language, list};

/// What is known about Kazakh.
pub(super) static KK: LazyLock<Language> = LazyLock::new(|| Language {
    tag: "kk",
    grammar: Grammar::new(include_str!("grammar.txt")),
    abbreviations: list::entries(include_str!("abbreviations.txt")).collect(),
    clitics: list::entries(include_str!("clitics.txt")).collect(),
    and: HashSet::from(["және", "мен"]),
    byline_labels: list::entries(include_str!("byline_labels.txt")).collect(),
    credits: list::entries(include_str!("credits.txt")).collect(),
    furniture: list::entries(include_str!("furniture.txt")).collect(),
    numbers: Numbers::new(&Lists {
        grammar: include_str!("grammar.txt"),
        endings: include_str!("endings.txt"),
        number_words: include_str!("number_words.txt"),
        months: include_str!("months.txt"),
        weekdays: include_str!("weekdays.txt"),
        seasons: include_str!("seasons.txt"),
        periods: include_str!("periods.txt"),
        time_words: include_str!("time_words.txt"),
        time_adjectives: include_str!("time_adjectives.txt"),
        units: include_str!("units.txt"),
        currencies: include_str!("currencies.txt"),
        bounds: include_str!("bounds.txt"),
        bound_tails: include_str!("bound_tails.txt"),
        lead_phrases: include_str!("lead_phrases.txt"),
        clock_phrases: include_str!("clock_phrases.txt"),
        length_tails: include_str!("length_tails.txt"),
        adjective_endings: include_str!("adjective_endings.txt"),
        many_endings: include_str!("many_endings.txt"),
        predicate_endings: include_str!("predicate_endings.txt"),
        contexts: include_str!("contexts.txt"),
        date_tails: include_str!("date_tails.txt"),
        hour_phrases: include_str!("hour_phrases.txt"),
        half_days: include_str!("half_days.txt"),
        counted_endings: include_str!("counted_endings.txt"),
    }),
    speech: Speech::new(&Files {
        grammar: include_str!("grammar.txt"),
        cues: include_str!("cues.txt"),
        cue_forms: include_str!("cue_forms.txt"),
        verb_forms: include_str!("verb_forms.txt"),
        cue_nouns: include_str!("cue_nouns.txt"),
        thoughts: include_str!("thoughts.txt"),
        conjunctions: include_str!("conjunctions.txt"),
        according_to: include_str!("according_to.txt"),
        personal_pronouns: include_str!("personal_pronouns.txt"),
        possessive_pronouns: include_str!("possessive_pronouns.txt"),
        speaker_nouns: include_str!("speaker_nouns.txt"),
        declension: include_str!("declension.txt"),
        function_words: include_str!("function_words.txt"),
        adjectives: include_str!("adjectives.txt"),
        word_shapes: include_str!("word_shapes.txt"),
    }),
    names: Names::new(&names::Files {
        model: None,
        paradigms: include_str!("paradigms.txt"),
        given_names: include_str!("given_names.txt"),
        short_names: include_str!("short_names.txt"),
        role_nouns: include_str!("role_nouns.txt"),
        particles: include_str!("name_particles.txt"),
        places: include_str!("places.txt"),
        patronymics: include_str!("patronymics.txt"),
        surname_endings: include_str!("surname_endings.txt"),
        prepositions: include_str!("prepositions.txt"),
        past_endings: include_str!("past_endings.txt"),
        eponyms: include_str!("eponyms.txt"),
        plural_endings: include_str!("plural_endings.txt"),
        honorifics: include_str!("honorifics.txt"),
        name_stops: include_str!("name_stops.txt"),
        relational_nouns: include_str!("relational_nouns.txt"),
        partitives: &[],
        partitive_preposition: "",
        role_stops: include_str!("role_stops.txt"),
        verb_endings: include_str!("name_verb_endings.txt"),
        verb_like_nouns: include_str!("verb_like_nouns.txt"),
        stressed_adjectives: include_str!("stressed_adjectives.txt"),
    }),
});
