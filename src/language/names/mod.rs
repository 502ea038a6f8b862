//! What a language knows of people's names and of the words that say what a person is.

mod reading;

use foldhash::{HashMap, HashSet};

use super::compound;
use super::ending::{Endings, Openings};
pub use super::forms::{Form, Forms};
use super::inflection::{Cases, Gender, Inflection, Kind};
use super::plural::Plurals;
use super::telling::Tellings;
pub(super) use reading::Files;

/// An ending of surnames in the plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluralEnding {
    /// As it stands: «овых».
    pub ending: &'static str,
    /// The nominative endings of one man and one woman of the family; nothing where not sure.
    pub singular: Option<[&'static str; 2]>,
    /// The cases of the plural.
    pub cases: Cases,
}

/// An ending of patronymics in the nominative: «ович».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patronymic {
    /// The ending in small letters.
    pub ending: &'static str,
    /// Whose patronymics end so.
    pub gender: Gender,
    /// What the father's name has in its place; nothing where no surname ends like these.
    pub fathers: Vec<&'static str>,
}

/// What a language knows of names.
#[derive(Debug)]
pub struct Names {
    /// The trained model that tells names, unpacked; a language without one tells them by rules.
    pub model: Option<Vec<u8>>,
    /// How names, nouns and adjectives decline.
    pub inflection: Inflection,
    /// Every form of the given names, in small letters with ё as е.
    pub given: Forms,
    /// Every form of the role nouns, in small letters with ё as е.
    pub roles: Forms,
    /// Every form of the places that are known, in small letters with ё as е.
    pub places: HashSet<String>,
    /// Small words inside a surname: «фон», «аль».
    pub particles: HashSet<&'static str>,
    /// Those among them that go with the word before them, whatever it is: «кызы».
    pub behind: HashSet<&'static str>,
    /// Those that make the word before their hyphen a name: «младший».
    pub generations: HashSet<&'static str>,
    /// Endings of patronymics, without what their case adds.
    patronymics: Endings<Patronymic>,
    /// Short forms of given names in small letters, each with its full names in small letters.
    pub short: HashMap<String, Vec<String>>,
    /// How well an ending speaks for a nominative name, and of which gender; no gender is both.
    endings: Endings<(Option<Gender>, i32)>,
    /// Prepositions with the cases that they take.
    pub prepositions: HashMap<&'static str, Cases>,
    /// Endings of verbs in the past tense, with their gender.
    past_endings: Endings<Gender>,
    /// Endings of verbs in the third person singular that show no gender.
    present_endings: Endings<()>,
    /// Verbs whose object stands right behind them: whole words, and endings.
    object_verbs: (HashSet<&'static str>, Endings<()>),
    /// Words that a thing's namesake stands after: whole words, and openings of words.
    eponyms: Openings,
    /// Such words that only a name in the genitive belongs to: «орден Жукова».
    whose: Openings,
    /// Works whose maker's name stands behind in the genitive: «сказки Гримм».
    works: Openings,
    /// Places and those who come from them, whose own name stands right behind: «деревня Седов Лог».
    called: Openings,
    /// Roles of those who hold a thing rather than head it: «лауреат».
    pub winners: HashSet<&'static str>,
    /// Roles whose place stands right behind them: «епископ».
    pub seats: HashSet<&'static str>,
    /// Every form of the nouns for what has a name as people have: animals, ships, storms.
    pub christened: Forms,
    /// Prepositions that stand before a place rather than a person: «под».
    pub near: HashSet<&'static str>,
    /// Titles that stand right before a bare name: «король».
    pub titles: HashSet<&'static str>,
    /// Such words before the name of a saint: «больница Святого Луки», and what tells a saint.
    saints: (Openings, HashSet<&'static str>),
    /// Pairs of words of which the second is no such word behind the first: «по имени».
    not_eponyms: HashSet<(&'static str, &'static str)>,
    /// The Latin letters that may open a foreign name where its spelling in the language opens with
    /// this one.
    latin: HashMap<char, &'static str>,
    /// Words that a whole family's name stands behind, in small letters: «семья».
    pub families: HashSet<&'static str>,
    /// Words for several people of one name, in small letters: «братья».
    pub several: HashSet<&'static str>,
    /// Surnames that name somebody with nothing beside, in small letters: «путин».
    pub surnames: HashSet<&'static str>,
    /// Given names that are common nouns too, in small letters: «вера».
    pub given_words: HashSet<&'static str>,
    /// Words that stand between two names of one person, with whether they say so by themselves:
    /// «настоящее имя».
    pub aliases: HashMap<&'static str, bool>,
    /// Things that have a title or an adjective for a name, as in [`Self::eponyms`].
    titled_things: Openings,
    /// Endings of surnames in the plural.
    pub plural_endings: Vec<PluralEnding>,
    /// Words that stand before a name and are no role, with the gender that they show: “Mr”.
    pub honorifics: HashMap<&'static str, Option<Gender>>,
    /// Words that are no part of a person's name, whatever their capital: “Street”, “Monday”.
    pub stops: HashSet<&'static str>,
    /// Role nouns that mostly stand with another person's name in the genitive.
    pub relational: HashSet<&'static str>,
    /// Role nouns that are roles only before a preposition, with that preposition: «один из …».
    partitives: HashMap<&'static str, &'static str>,
    /// Words that a role behind its name may open with, and that say only when: «ныне».
    pub role_openers: HashSet<&'static str>,
    /// Words for a post, whose own noun follows them: «пост главы».
    pub posts: HashSet<&'static str>,
    /// Words that a role never runs across.
    pub role_stops: HashSet<&'static str>,
    /// Nouns for things in the nominative that are forms of role nouns too: «политика».
    pub role_homonyms: HashSet<&'static str>,
    /// The verbs that tell a role.
    pub tellings: Tellings,
    /// How role nouns stand in the plural.
    pub plurals: Plurals,
    /// Endings that show a verb.
    verb_endings: Endings<()>,
    /// Nouns that end like verbs.
    pub verb_like_nouns: HashSet<&'static str>,
    /// Adjectives whose nominative has the stress on its ending.
    pub stressed_adjectives: HashSet<&'static str>,
}

impl Names {
    /// Whether a name in Latin letters may be spelled so in the language: by the first letters, both
    /// small. Other scripts are not told apart.
    #[must_use]
    pub fn may_sound_as(&self, own: &str, foreign: &str) -> bool {
        let (Some(own), Some(foreign)) = (own.chars().next(), foreign.chars().next()) else {
            return false;
        };
        !foreign.is_ascii() || self.latin.get(&own).is_some_and(|latin| latin.contains(foreign))
    }

    /// What a word in small letters may be as a given name.
    #[must_use]
    pub fn given(&self, word: &str) -> &[Form] {
        self.given.get(word).map_or(&[], Vec::as_slice)
    }

    /// The cases of a word in small letters as a given name; none where it is none.
    #[must_use]
    pub fn given_cases(&self, word: &str) -> Cases {
        self.given(word).iter().fold(Cases::default(), |cases, form| cases.or(form.cases))
    }

    /// The same as a role noun.
    #[must_use]
    pub fn role_cases(&self, word: &str) -> Cases {
        self.role(word).iter().fold(Cases::default(), |cases, form| cases.or(form.cases))
    }

    /// The same as an adjective.
    #[must_use]
    pub fn adjective_cases(&self, word: &str) -> Cases {
        self.inflection.cases(word, Kind::Adjective)
    }

    /// What a word in small letters may be as a role noun; of a compound with a hyphen, its last
    /// part decides where the whole is not known.
    #[must_use]
    pub fn role(&self, word: &str) -> &[Form] {
        let known = self.roles.get(word);
        let of_parts = || {
            let (first, last) = compound(word)?.rsplit_once('-')?;
            // «журналист-расследователь»
            let known = self.roles.get(last).or_else(|| self.roles.get(first));
            known.filter(|_| last.chars().nth(3).is_some())
        };
        known.or_else(of_parts).map_or(&[], Vec::as_slice)
    }

    /// The same, but a woman named in the first part of a compound decides: «женщина-генпрокурор».
    #[must_use]
    pub fn role_compound(&self, word: &str) -> &[Form] {
        let first = compound(word)
            .and_then(|word| word.split_once('-'))
            .filter(|_| !self.roles.contains_key(word));
        let woman = first
            .and_then(|(first, _)| self.roles.get(first))
            .filter(|forms| forms.iter().all(|form| form.gender == Gender::Feminine));
        woman.filter(|_| !self.role(word).is_empty()).map_or_else(|| self.role(word), Vec::as_slice)
    }

    /// How well a nominative in small letters speaks for a name of this gender.
    #[must_use]
    pub fn ending_weight(&self, nominative: &str, own: Gender) -> i32 {
        self.endings
            .of(nominative)
            .filter(|(_, (gender, _))| gender.is_none_or(|gender| gender == own))
            .max_by_key(|(ending, (gender, _))| (ending.len(), gender.is_some()))
            .map_or(0, |&(_, (_, weight))| weight)
    }

    /// Whether a surname in small letters has an ending that says it for both genders: «Белых».
    #[must_use]
    pub fn is_eithers(&self, surname: &str) -> bool {
        self.endings.of(surname).any(|(_, (gender, weight))| gender.is_none() && *weight >= 3)
    }

    /// A particle in small letters as it stands in a nominative: «младшего» becomes «младший».
    #[must_use]
    pub fn particle<'a>(&self, particle: &'a str) -> &'a str {
        let readings = self.inflection.readings(particle, Kind::Adjective);
        let whole = readings.iter().find_map(|reading| {
            let stem = &particle[..reading.stem];
            self.particles
                .iter()
                .find(|own| own.strip_prefix(stem).is_some_and(|rest| rest == reading.ending))
        });
        whole.map_or(particle, |whole| whole)
    }

    /// Whether a thing's namesake stands after these two words in small letters: the thing is nobody, as «медалист» is.
    #[must_use]
    pub fn is_eponym(&self, before: &str, word: &str) -> bool {
        self.eponyms.open(word)
            && self.role(word).is_empty()
            && !self.not_eponyms.contains(&(before, word))
    }

    /// Whether a thing that this word in small letters means may have a name in the genitive.
    #[must_use]
    pub fn is_whose(&self, word: &str) -> bool {
        self.whose.open(word) && self.role(word).is_empty()
    }

    /// Whether this word in small letters is a work, whose maker may be named right behind in the genitive: «роман Бальзака».
    #[must_use]
    pub fn is_work(&self, word: &str) -> bool {
        self.works.open(word) && self.role(word).is_empty() && !self.is_verb_like(word)
    }

    /// Whether these two words in small letters lead to a saint whose thing it is: «больница Святого».
    #[must_use]
    pub fn is_saints(&self, thing: &str, holy: &str) -> bool {
        self.saints.1.contains(holy)
            && (self.saints.0.open(thing) || self.is_whose(thing) || self.is_eponym("", thing))
    }

    /// Whether this word in small letters is a place whose own name stands right behind it: «деревня Седов Лог».
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.called.open(word)
    }

    /// Where the name ends in a word in small letters that says whose elder or younger namesake
    /// it is: «соколов-младший».
    #[must_use]
    pub fn generation(&self, word: &str) -> Option<usize> {
        let at = word.rfind('-')?;
        self.generations.contains(&word[at + 1..]).then_some(at)
    }

    /// Whether a word in small letters is a thing that a title or an adjective names.
    #[must_use]
    pub fn is_titled_thing(&self, word: &str) -> bool {
        self.titled_things.open(word) && self.role(word).is_empty()
    }

    /// Whether a role noun is a role with this word behind it: «один» is one only before «из».
    #[must_use]
    pub fn can_be_role(&self, form: &Form, next: &str) -> bool {
        self.partitives.get(form.nominative).is_none_or(|preposition| *preposition == next)
    }

    /// Whether a word in small letters is a role whatever stands behind it.
    #[must_use]
    pub fn is_role_by_itself(&self, word: &str) -> bool {
        self.role(word).iter().any(|form| !self.partitives.contains_key(form.nominative))
    }

    /// Whether a word in small letters has the look of a verb.
    #[must_use]
    pub fn is_verb_like(&self, word: &str) -> bool {
        word.len() >= 10
            && self.verb_endings.has(word)
            && !self.verb_like_nouns.contains(word)
            && self.role(word).is_empty()
    }

    /// The gender that a verb in the past tense shows, if the word in small letters is one.
    #[must_use]
    pub fn past_gender(&self, word: &str) -> Option<Gender> {
        self.past_endings
            .of(word)
            .find(|(ending, _)| word.len() >= ending.len() + 6)
            .map(|&(_, gender)| gender)
    }

    /// Whether a word in small letters is a verb in the third person singular that shows no gender.
    #[must_use]
    pub fn is_present(&self, word: &str) -> bool {
        self.is_verb_like(word) && self.present_endings.has(word)
    }

    /// Whether a word in small letters is a verb of which people are the objects: «уволила».
    #[must_use]
    pub fn takes_person(&self, word: &str) -> bool {
        self.object_verbs.0.contains(word.strip_suffix('а').unwrap_or(word))
    }

    /// Whether a word in small letters is a verb that one name is not the subject of: «вручили».
    #[must_use]
    pub fn is_nobodys_verb(&self, word: &str) -> bool {
        let is_stem = |stem: &str| stem.chars().nth(2).is_some() && !stem.ends_with('н');
        let mut endings = self.object_verbs.1.of(word);
        !self.verb_like_nouns.contains(word)
            && endings.any(|(ending, ())| is_stem(&word[..word.len() - ending.len()]))
    }

    /// Whether a word in small letters ends as a patronymic in the nominative does.
    #[must_use]
    pub fn is_nominative_patronymic(&self, word: &str) -> bool {
        self.patronymics
            .of(patronymic_stem(word))
            .any(|(_, own)| word.len() >= own.ending.len() + 4 && word.ends_with(own.ending))
    }

    /// Whether what ends like a patronymic comes from a given name that is known, as «Николаевич» does and «Агранович» does
    /// not; what no surname ends like always does.
    #[must_use]
    pub fn comes_from_given(&self, word: &str) -> bool {
        let stem = patronymic_stem(word);
        self.patronymics.of(stem).any(|(ending, Patronymic { fathers, .. })| {
            let base = &stem[..stem.len() - ending.len()];
            let is_known = |end: &&str| !self.given(&format!("{base}{end}")).is_empty();
            fathers.is_empty() || fathers.iter().any(is_known)
        })
    }

    /// The gender of the patronymic that a word in small letters is a form of, if it is one.
    #[must_use]
    pub fn patronymic(&self, word: &str) -> Option<Gender> {
        let stem = patronymic_stem(word);
        // «Саныч» is whole.
        let is_long = |ending: &str| stem == ending || stem.len() >= ending.len() + 4;
        let own = self.patronymics.of(stem).find(|(ending, _)| is_long(ending));
        own.map(|(_, patronymic)| patronymic.gender)
    }
}

/// A patronymic without the vowels and consonants of its case.
fn patronymic_stem(word: &str) -> &str {
    word.trim_end_matches(['а', 'у', 'е', 'м', 'о', 'ы', 'й'])
}
