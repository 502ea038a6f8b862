//! Reading the files of names.

use foldhash::HashSet;

use crate::language::forms::{add_short, fold, forms};
use crate::language::inflection::{Case, Cases, Inflection, Kind, gender};
use crate::language::list::entries;
use crate::language::plural::Plurals;
use crate::language::sparse;
use crate::language::telling::Tellings;

use super::{Names, Patronymic, PluralEnding, patronymic_stem};

/// The list files of a language that [`Names`] is made from, as their text.
pub(in crate::language) struct Files {
    pub(in crate::language) model: Option<&'static [u8]>,
    pub(in crate::language) paradigms: &'static str,
    pub(in crate::language) given_names: &'static str,
    pub(in crate::language) short_names: &'static str,
    pub(in crate::language) role_nouns: &'static str,
    pub(in crate::language) particles: &'static str,
    pub(in crate::language) places: &'static str,
    pub(in crate::language) patronymics: &'static str,
    pub(in crate::language) surname_endings: &'static str,
    pub(in crate::language) surnames: &'static str,
    pub(in crate::language) prepositions: &'static str,
    pub(in crate::language) past_endings: &'static str,
    pub(in crate::language) object_verbs: &'static str,
    pub(in crate::language) eponyms: &'static str,
    pub(in crate::language) latin_letters: &'static str,
    pub(in crate::language) families: &'static str,
    pub(in crate::language) given_words: &'static str,
    pub(in crate::language) aliases: &'static str,
    pub(in crate::language) titled_things: &'static str,
    pub(in crate::language) plural_endings: &'static str,
    pub(in crate::language) honorifics: &'static str,
    pub(in crate::language) name_stops: &'static str,
    pub(in crate::language) adverbs: &'static str,
    pub(in crate::language) relational_nouns: &'static str,
    pub(in crate::language) partitives: &'static str,
    pub(in crate::language) role_openers: &'static str,
    pub(in crate::language) posts: &'static str,
    pub(in crate::language) role_stops: &'static str,
    pub(in crate::language) role_homonyms: &'static str,
    pub(in crate::language) role_verbs: &'static str,
    pub(in crate::language) declension: &'static str,
    pub(in crate::language) role_plurals: &'static str,
    pub(in crate::language) verb_endings: &'static str,
    pub(in crate::language) verb_like_nouns: &'static str,
    pub(in crate::language) stressed_adjectives: &'static str,
}

impl Names {
    /// From the list files.
    pub(in crate::language) fn new(files: &Files) -> Self {
        let inflection = Inflection::new(entries(files.paradigms));
        let short = entries(files.short_names)
            .filter_map(|line| {
                let mut words = line.split_whitespace().map(fold);
                Some((words.next()?, words.collect()))
            })
            .collect();
        let by_gender = |file| {
            entries(file)
                .filter_map(|line| {
                    line.split_once(' ').and_then(|(g, end)| Some((end, gender(g)?)))
                })
                .collect()
        };
        let endings = entries(files.surname_endings).filter_map(|line| {
            let (letter, rest) = line.split_once(' ')?;
            let (ending, weight) = rest.split_once(' ')?;
            Some((ending, (gender(letter), weight.parse().ok()?)))
        });
        let prepositions = entries(files.prepositions).filter_map(|line| {
            let (word, cases) = line.split_once(' ')?;
            let cases = cases.chars().filter_map(case).map(Cases::of);
            Some((word, cases.fold(Cases::default(), Cases::or)))
        });
        let led = |mark| {
            entries(files.eponyms)
                .filter_map(move |line: &str| line.strip_prefix(mark)?.strip_prefix(' '))
        };
        let words =
            |mark| -> HashSet<&'static str> { led(mark).flat_map(str::split_whitespace).collect() };
        let aliases = entries(files.aliases).flat_map(|line| {
            let mut words = line.split_whitespace();
            let is_sure = words.next() == Some("sure");
            words.map(move |word| (word, is_sure))
        });
        let mut given = forms(entries(files.given_names), Kind::Name, &inflection);
        add_short(&mut given, files.short_names, &inflection);
        let honorifics = entries(files.honorifics)
            .filter_map(|line| line.split_once(' ').map(|(letter, word)| (word, gender(letter))));
        Self {
            model: files.model.map(sparse::unpack),
            honorifics: honorifics.collect(),
            stops: entries(files.name_stops)
                .chain(entries(files.adverbs))
                .flat_map(str::split_whitespace)
                .collect(),
            given,
            roles: forms(entries(files.role_nouns), Kind::Noun, &inflection),
            places: forms(entries(files.places), Kind::Place, &inflection).into_keys().collect(),
            christened: forms(led("christened"), Kind::Noun, &inflection),
            inflection,
            particles: entries(files.particles).filter_map(first_word).collect(),
            behind: marked(files.particles, " behind"),
            generations: marked(files.particles, " generation"),
            patronymics: entries(files.patronymics).filter_map(patronymic).collect(),
            short,
            endings: endings.collect(),
            prepositions: prepositions.collect(),
            past_endings: by_gender(files.past_endings),
            present_endings: entries(files.past_endings)
                .filter_map(|line| line.strip_prefix("c "))
                .collect(),
            object_verbs: (
                entries(files.object_verbs)
                    .filter(|line| !line.starts_with('-'))
                    .flat_map(str::split_whitespace)
                    .collect(),
                entries(files.object_verbs).filter_map(|line| line.strip_prefix('-')).collect(),
            ),
            eponyms: entries(files.eponyms).filter(|line| !line.contains(' ')).collect(),
            not_eponyms: led("not").filter_map(|line| line.split_once(' ')).collect(),
            whose: led("whose").collect(),
            works: led("work").collect(),
            winners: words("winner"),
            called: led("called").collect(),
            seats: words("seat"),
            near: words("near"),
            titles: words("title"),
            saints: (led("saint").collect(), words("holy")),
            latin: entries(files.latin_letters)
                .filter_map(|line| line.split_once(' '))
                .filter_map(|(own, latin)| Some((own.chars().next()?, latin)))
                .collect(),
            families: entries(files.families)
                .filter(|line| !line.starts_with("several "))
                .flat_map(str::split_whitespace)
                .collect(),
            several: entries(files.families)
                .filter_map(|line| line.strip_prefix("several "))
                .flat_map(str::split_whitespace)
                .collect(),
            surnames: entries(files.surnames).flat_map(str::split_whitespace).collect(),
            given_words: entries(files.given_words).flat_map(str::split_whitespace).collect(),
            aliases: aliases.collect(),
            titled_things: entries(files.titled_things).collect(),
            plural_endings: entries(files.plural_endings).filter_map(plural_ending).collect(),
            relational: entries(files.relational_nouns).collect(),
            partitives: entries(files.partitives).filter_map(|line| line.split_once(' ')).collect(),
            role_openers: entries(files.role_openers).flat_map(str::split_whitespace).collect(),
            posts: entries(files.posts).flat_map(str::split_whitespace).collect(),
            role_stops: entries(files.role_stops).collect(),
            role_homonyms: entries(files.role_homonyms).flat_map(str::split_whitespace).collect(),
            tellings: Tellings::new(files.role_verbs),
            plurals: Plurals::new(files.declension, files.role_plurals),
            verb_endings: entries(files.verb_endings).collect(),
            verb_like_nouns: entries(files.verb_like_nouns).collect(),
            stressed_adjectives: entries(files.stressed_adjectives).collect(),
        }
    }
}

/// A line of the list of plural endings.
fn plural_ending(line: &'static str) -> Option<PluralEnding> {
    let mut fields = line.split_whitespace();
    let ending = fields.next()?;
    let singular = fields.next().zip(fields.next()).map(|(man, woman)| [man, woman]);
    let cases = fields.next().unwrap_or_default().chars().filter_map(case).map(Cases::of);
    Some(PluralEnding { ending, singular, cases: cases.fold(Cases::default(), Cases::or) })
}

/// The words of the lines with this mark, without it.
fn marked(file: &'static str, mark: &str) -> HashSet<&'static str> {
    entries(file).filter_map(|line| line.strip_suffix(mark)).collect()
}

fn first_word(line: &'static str) -> Option<&'static str> {
    line.split_whitespace().next()
}

/// The case of its letter in the list files.
fn case(letter: char) -> Option<Case> {
    match letter {
        'n' => Some(Case::Nominative),
        'g' => Some(Case::Genitive),
        'd' => Some(Case::Dative),
        'a' => Some(Case::Accusative),
        'i' => Some(Case::Instrumental),
        'p' => Some(Case::Prepositional),
        _ => None,
    }
}

/// «m евич й ь»: whose it is, the ending, and what the father's name has in its place; by what no case changes.
fn patronymic(line: &'static str) -> Option<(&'static str, Patronymic)> {
    let mut words = line.split_whitespace();
    let gender = gender(words.next()?)?;
    let ending = words.next()?;
    let fathers = words.map(|end| if end == "0" { "" } else { end }).collect();
    Some((patronymic_stem(ending), Patronymic { ending, gender, fathers }))
}
