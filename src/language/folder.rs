//! The folders: the lists of each language, read when a text in it is first annotated.

use std::sync::LazyLock;

use super::grammar::Grammar;
use super::names::{self, Names};
use super::numbers::{Lists, Numbers};
use super::speech::{Files, Speech};
use super::{Language, list};

/// What the lists of this folder say, and the model where the language has one.
macro_rules! folder {
    ($tag:literal, $model:expr) => {
        LazyLock::new(|| {
            macro_rules! list {
                ($name:literal) => {{
                    const FILE: &str = include_str!(concat!($tag, "/", $name, ".txt"));
                    static BARE: [u8; list::bare_length(FILE)] = list::bare(FILE);
                    std::str::from_utf8(&BARE).unwrap_or_default()
                }};
            }
            let (adverbs, declension, role_nouns) =
                (list!("adverbs"), list!("declension"), list!("role_nouns"));
            Language {
                tag: $tag,
                grammar: Grammar::new(list!("grammar")),
                abbreviations: list::entries(list!("abbreviations")).collect(),
                clitics: list::entries(list!("clitics")).collect(),
                and: list::entries(list!("and")).collect(),
                byline_labels: list::entries(list!("byline_labels")).collect(),
                credits: list::entries(list!("credits")).collect(),
                furniture: list::entries(list!("furniture")).collect(),
                numbers: Numbers::new(&Lists {
                    grammar: list!("grammar"),
                    endings: list!("endings"),
                    number_words: list!("number_words"),
                    months: list!("months"),
                    weekdays: list!("weekdays"),
                    seasons: list!("seasons"),
                    periods: list!("periods"),
                    time_words: list!("time_words"),
                    time_adjectives: list!("time_adjectives"),
                    units: list!("units"),
                    currencies: list!("currencies"),
                    bounds: list!("bounds"),
                    bound_tails: list!("bound_tails"),
                    lead_phrases: list!("lead_phrases"),
                    clock_phrases: list!("clock_phrases"),
                    length_tails: list!("length_tails"),
                    degree_tails: list!("degree_tails"),
                    adjective_endings: list!("adjective_endings"),
                    many_endings: list!("many_endings"),
                    predicate_endings: list!("predicate_endings"),
                    contexts: list!("contexts"),
                    date_tails: list!("date_tails"),
                    hour_phrases: list!("hour_phrases"),
                    half_days: list!("half_days"),
                    counted_endings: list!("counted_endings"),
                }),
                speech: Speech::new(&Files {
                    grammar: list!("grammar"),
                    cues: list!("cues"),
                    cue_forms: list!("cue_forms"),
                    verb_forms: list!("verb_forms"),
                    cue_nouns: list!("cue_nouns"),
                    thoughts: list!("thoughts"),
                    conjunctions: list!("conjunctions"),
                    according_to: list!("according_to"),
                    personal_pronouns: list!("personal_pronouns"),
                    possessive_pronouns: list!("possessive_pronouns"),
                    speaker_nouns: list!("speaker_nouns"),
                    role_nouns,
                    declension,
                    function_words: list!("function_words"),
                    adjectives: list!("adjectives"),
                    stressed_adjectives: list!("stressed_adjectives"),
                    bynames: list!("bynames"),
                    trades: list!("trades"),
                    adverbs,
                    word_shapes: list!("word_shapes"),
                    verb_like_nouns: list!("verb_like_nouns"),
                }),
                names: Names::new(&names::Files {
                    model: $model,
                    paradigms: list!("paradigms"),
                    given_names: list!("given_names"),
                    short_names: list!("short_names"),
                    role_nouns,
                    particles: list!("name_particles"),
                    places: list!("places"),
                    patronymics: list!("patronymics"),
                    surname_endings: list!("surname_endings"),
                    surnames: list!("surnames"),
                    prepositions: list!("prepositions"),
                    past_endings: list!("past_endings"),
                    object_verbs: list!("object_verbs"),
                    eponyms: list!("eponyms"),
                    latin_letters: list!("latin_letters"),
                    families: list!("families"),
                    given_words: list!("given_words"),
                    aliases: list!("aliases"),
                    titled_things: list!("titled_things"),
                    plural_endings: list!("plural_endings"),
                    honorifics: list!("honorifics"),
                    name_stops: list!("name_stops"),
                    adverbs,
                    relational_nouns: list!("relational_nouns"),
                    partitives: list!("partitives"),
                    role_openers: list!("role_openers"),
                    posts: list!("posts"),
                    role_stops: list!("role_stops"),
                    role_homonyms: list!("role_homonyms"),
                    role_verbs: list!("role_verbs"),
                    declension,
                    role_plurals: list!("role_plurals"),
                    verb_endings: list!("name_verb_endings"),
                    verb_like_nouns: list!("verb_like_nouns"),
                    stressed_adjectives: list!("stressed_adjectives"),
                }),
            }
        })
    };
}

pub(super) static ENGLISH: LazyLock<Language> = folder!("en", None);
pub(super) static KAZAKH: LazyLock<Language> = folder!("kk", None);
pub(super) static RUSSIAN: LazyLock<Language> =
    folder!("ru", Some(include_bytes!("ru/names.model")));
