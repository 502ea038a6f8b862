//! Speech: the words that tell what is said and by whom, with their inflected forms.

mod byname;
mod function;
mod heading;
mod noun;
mod reading;
mod shape;

use foldhash::{HashMap, HashSet};

use super::compound;
use super::ending::Endings;
use super::grammar::Grammar;

use byname::FIELDS;
pub use byname::{Fields, Told};
pub use function::Function;
pub use noun::{Case, Noun, NounKind, Pronoun};

/// What a language knows about reported speech.
pub struct Speech {
    /// The habits of the language.
    pub grammar: Grammar,
    words: HashMap<String, Sense>,
    lemmas: Vec<String>,
    /// The nominative plural of each, where it is listed in the singular.
    plurals: Vec<Option<String>>,
    capitals: HashSet<&'static str>,
    finite: Endings<()>,
    short: Endings<()>,
    /// Endings of finite verbs, with what the subject is.
    verb_endings: Endings<Form>,
    participle: Endings<()>,
    nominative_participle: Endings<()>,
    no_adjective: Endings<()>,
    ones: Vec<&'static str>,
    gerund: Endings<()>,
    perhaps_gerund: Endings<()>,
    dative: Endings<()>,
    adverb: Endings<()>,
    adverbs: HashSet<&'static str>,
    instrumental: Endings<()>,
    subject_endings: Endings<Form>,
    /// The endings of adjectives, each with the nominatives of the three genders and the plural.
    adjectives: Endings<[&'static str; 4]>,
    /// Those nominatives, each with its place among the four.
    adjective_nominatives: Endings<usize>,
    stressed_adjectives: HashSet<&'static str>,
    bynames: HashMap<&'static str, Vec<&'static str>>,
    trades: HashMap<&'static str, Fields>,
    same_adjectives: Vec<(&'static str, Vec<&'static str>)>,
    /// What each word of saying takes, by its infinitive.
    infinitives: HashMap<&'static str, u32>,
    infinitive: Endings<()>,
    nouns_in_infinitive_endings: HashSet<&'static str>,
    nouns_in_finite_endings: HashSet<&'static str>,
}

/// The files that [`Speech`] is read from; each says in its header what it holds.
pub(in crate::language) struct Files {
    pub(in crate::language) grammar: &'static str,
    pub(in crate::language) cues: &'static str,
    pub(in crate::language) cue_forms: &'static str,
    pub(in crate::language) verb_forms: &'static str,
    pub(in crate::language) cue_nouns: &'static str,
    pub(in crate::language) thoughts: &'static str,
    pub(in crate::language) conjunctions: &'static str,
    pub(in crate::language) according_to: &'static str,
    pub(in crate::language) personal_pronouns: &'static str,
    pub(in crate::language) possessive_pronouns: &'static str,
    pub(in crate::language) speaker_nouns: &'static str,
    pub(in crate::language) role_nouns: &'static str,
    pub(in crate::language) declension: &'static str,
    pub(in crate::language) function_words: &'static str,
    pub(in crate::language) word_shapes: &'static str,
    pub(in crate::language) verb_like_nouns: &'static str,
    pub(in crate::language) adjectives: &'static str,
    pub(in crate::language) stressed_adjectives: &'static str,
    pub(in crate::language) bynames: &'static str,
    pub(in crate::language) trades: &'static str,
    pub(in crate::language) adverbs: &'static str,
}

/// What a word can mean for reported speech; a word can mean several things.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Sense {
    /// A word of saying.
    pub cue: Option<Cue>,
    /// Somebody or something that can speak.
    pub noun: Option<Noun>,
    /// A pronoun of the third person.
    pub pronoun: Option<Pronoun>,
    /// A small word with a part in the grammar of speech.
    pub function: Option<Function>,
    /// Whether it says that somebody is meant and nobody else: «сам».
    pub is_himself: bool,
}

/// A form of a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it takes, as a set of [`Takes`].
    takes: u32,
    /// How it agrees with its subject.
    pub form: Form,
}

/// What a word of saying takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Takes {
    /// A clause: «сообщил, что …».
    That = 1,
    /// The very words: «…», – сказал он.
    Direct = 2,
    /// What is asked or ordered: «попросил помочь».
    Infinitive = 4,
    /// A name or judgement: «назвал его …».
    Name = 8,
    /// A document as the place: «в письме говорится».
    Passive = 16,
    /// It also says much that is no speech.
    Loose = 32,
    /// Somebody else's words: «цитирует агентство министра».
    Relay = 64,
    /// A judgement of things as well as of names: «назвал итоги честными».
    Judgement = 128,
    /// A claim as a noun: «заявил о своём уходе».
    About = 256,
    /// A question: «спросил, когда …».
    Question = 512,
    /// Whom, and of what: «обвинил мэра в обмане».
    Accusation = 1024,
    /// A writing of one's own: «распространил заявление».
    Publish = 2048,
    /// Any words right behind it, a name's as well: «крикнул «Вперёд»».
    Cry = 4096,
    /// More than what was said before: «добавил».
    More = 8192,
    /// A clause behind a noun of thought alone: «пришёл к выводу, что …».
    Thought = 16384,
    /// A claim as a noun, of one's own doing alone: «объявил о своём уходе».
    Own = 32768,
    /// Several words in marks right beside it and nothing else: «ратует за «…»».
    Fragment = 65_536,
    /// Written words that are held up or left: «развернул плакат «…»».
    Bear = 131_072,
    /// A thing and what it is held to be or comes from: «объяснил отказ болезнью».
    Held = 262_144,
    /// What somebody is called upon to do, as a noun: «призвал к миру».
    Call = 524_288,
    /// What somebody means to do, as a noun: «выразил готовность помочь».
    Intent = 1_048_576,
    /// What somebody complains of or hints at, and how: «пожаловался на соседа: тот шумит».
    Complaint = 2_097_152,
}

impl Sense {
    /// Whether it is a noun for a human being in the nominative: «министр».
    #[must_use]
    pub fn is_human(&self) -> bool {
        self.noun.is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative))
    }

    /// Whether it is a noun for somebody's kin, in any case: «сестру».
    #[must_use]
    pub fn is_kin(&self) -> bool {
        self.noun.is_some_and(|noun| noun.kind == NounKind::Kin)
    }

    /// Whether it is a pronoun for somebody: «он», and not «его».
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.pronoun.is_some_and(|pronoun| !pronoun.possessive)
    }

    /// Whether it is a pronoun for whose something is: «его».
    #[must_use]
    pub fn is_possessive(&self) -> bool {
        self.pronoun.is_some_and(|pronoun| pronoun.possessive)
    }

    /// Whether it is a word of saying, and no verb that tells no more than a fragment or what is held up.
    #[must_use]
    pub fn is_saying(&self) -> bool {
        let less = [Takes::Fragment, Takes::Bear, Takes::Passive, Takes::Judgement];
        let less = less.into_iter().fold(0, |all, takes| all | takes as u32);
        self.cue.is_some_and(|cue| cue.takes & !less != 0)
    }
}

impl Cue {
    /// Whether the word takes this.
    #[must_use]
    pub const fn takes(&self, what: Takes) -> bool {
        self.takes & what as u32 != 0
    }
}

/// The form of a word of saying, as far as it agrees with a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// «сказал»
    Masculine,
    /// «сказала»
    Feminine,
    /// «сказало»
    Neuter,
    /// «сказали», «говорят»
    Plural,
    /// «говорит»: any gender
    Singular,
    /// «говоря», «сказав»: the subject of the main verb
    Gerund,
    /// «сказавший»: the noun before it
    Participle,
    /// «говорится», «сказано»: no subject, the source is a place
    Place,
}

impl Form {
    /// Whether a verb of this form has a subject of its own.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        !matches!(self, Self::Gerund | Self::Participle | Self::Place)
    }
}

impl Speech {
    /// The word of saying whose infinitive this is, as one that agrees so: «заявить» in «успел заявить».
    #[must_use]
    pub fn cue_of(&self, infinitive: &str, form: Form) -> Option<Cue> {
        self.infinitives.get(infinitive).map(|&takes| Cue { takes, form })
    }

    /// What this word, in small letters with ё as е, can mean. Two nouns in one are what the first is, «врачи-хирурги»,
    /// «банк-эмитент», or the last where the first says something of it: «экс-наставник», «рок-музыкант».
    #[must_use]
    pub fn of(&self, word: &str) -> Sense {
        let known = |word: &str| self.words.get(word).copied();
        known(word).unwrap_or_else(|| {
            let Some(word) = compound(word) else { return Sense::default() };
            let noun = |word: &str| known(word)?.noun;
            let human = |word: &str| noun(word).filter(|noun| noun.kind.is_human());
            let first = || {
                noun(word.split_once('-')?.0).filter(|noun| {
                    // «пресс-конференция», «Газпром-медиа»
                    let is_part = noun.cases == Case::Genitive as u8 || self.is_name(*noun);
                    noun.kind.is_human() || noun.kind.is_body() && !is_part
                })
            };
            let noun = first().or_else(|| human(word.rsplit_once('-')?.1));
            Sense { noun, ..Sense::default() }
        })
    }

    /// The nominative of this noun.
    #[must_use]
    pub fn nominative(&self, noun: Noun) -> &str {
        &self.lemmas[usize::from(noun.lemma)]
    }

    /// Whether this noun is a name: «Минтруд».
    #[must_use]
    pub fn is_name(&self, noun: Noun) -> bool {
        self.capitals.contains(self.nominative(noun))
    }

    /// The nominative plural of this noun.
    #[must_use]
    pub fn plural(&self, noun: Noun) -> &str {
        self.plurals[usize::from(noun.lemma)].as_deref().unwrap_or_else(|| self.nominative(noun))
    }
}
