//! Speech: the words that tell what is said and by whom, with their inflected forms.

use std::collections::{HashMap, HashSet};

use super::grammar::Grammar;
use super::list;

/// What a language knows about reported speech.
pub struct Speech {
    /// The habits of the language.
    pub grammar: Grammar,
    words: HashMap<String, Sense>,
    lemmas: Vec<&'static str>,
    finite: Vec<&'static str>,
    gerund: Vec<&'static str>,
    dative: Vec<&'static str>,
    adverb: Vec<&'static str>,
    instrumental: Vec<&'static str>,
    subject_endings: Vec<(Form, &'static str)>,
    adjectives: Vec<[&'static str; 5]>,
    infinitive: Vec<&'static str>,
    nouns_in_infinitive_endings: HashSet<&'static str>,
}

/// The files that [`Speech`] is read from; each says in its header what it holds.
pub(super) struct Files {
    pub(super) grammar: &'static str,
    pub(super) cues: &'static str,
    pub(super) cue_forms: &'static str,
    pub(super) verb_forms: &'static str,
    pub(super) cue_nouns: &'static str,
    pub(super) thoughts: &'static str,
    pub(super) conjunctions: &'static str,
    pub(super) according_to: &'static str,
    pub(super) personal_pronouns: &'static str,
    pub(super) possessive_pronouns: &'static str,
    pub(super) speaker_nouns: &'static str,
    pub(super) declension: &'static str,
    pub(super) function_words: &'static str,
    pub(super) word_shapes: &'static str,
    pub(super) adjectives: &'static str,
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
}

/// A form of a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it takes, as a set of [`Takes`].
    takes: u16,
    /// How it agrees with its subject.
    pub form: Form,
}

/// What a word of saying takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
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
}

impl Cue {
    /// Whether the word takes this.
    #[must_use]
    pub const fn takes(&self, what: Takes) -> bool {
        self.takes & what as u16 != 0
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

/// A form of a noun for who or what can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it names.
    pub kind: NounKind,
    /// The cases that the form can be in, as a set of [`Case`]; of either number.
    cases: u8,
    /// Whether it can be a plural in the nominative.
    pub plural: bool,
    /// The gender of the noun.
    pub gender: Form,
    lemma: u16,
}

impl NounKind {
    /// Whether it names one human being or several.
    #[must_use]
    pub const fn is_human(self) -> bool {
        matches!(self, Self::Human | Self::Stranger | Self::Interlocutor | Self::Group)
    }

    /// Whether it names a writing.
    #[must_use]
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Document | Self::ItsDocument)
    }
}

impl Noun {
    /// Whether the form can be in this case.
    #[must_use]
    pub const fn is_in(&self, case: Case) -> bool {
        self.cases & case as u8 != 0
    }
}

/// What a noun of speakers names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// Somebody, by post, trade or part: «министр», «очевидец».
    Human,
    /// Somebody mostly left unnamed: «очевидец».
    Stranger,
    /// Whoever spoke last to a medium: «собеседник агентства».
    Interlocutor,
    /// A writing, alone that of the institution that spoke last: «пресс-релиз».
    ItsDocument,
    /// A medium, alone the one that spoke last: «издание».
    ItsMedium,
    /// People unnamed: «эксперты».
    Group,
    /// A body: «министерство».
    Institution,
    /// A writing: «закон».
    Document,
}

/// The cases that tell who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// The subject.
    Nominative = 1,
    /// «по словам министра»
    Genitive = 2,
    /// «согласно отчету»
    Dative = 4,
    /// «сказанное министром»
    Instrumental = 8,
    /// «в письме»
    Prepositional = 16,
}

const CASES: [Case; 5] =
    [Case::Nominative, Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];

/// A pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Whom it stands for: masculine, feminine, neuter or plural.
    pub form: Form,
    /// «его» in «по его словам», or else «он».
    pub possessive: bool,
}

/// A small word with a part in the grammar of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Opens a clause of reported speech: «что».
    That,
    /// A preposition before a noun of saying: «по».
    According,
    /// A preposition before the source itself: «согласно».
    AccordingSource,
    /// Opens a clause of saying: «как».
    As,
    /// A noun of saying after a preposition of source: «словам».
    CueNoun,
    /// Between a verb of expressing and «что»: «уверенность».
    Thought,
    /// A preposition.
    Preposition,
    /// A preposition of place: «в».
    In,
    /// A preposition of what is spoken about: «о».
    About,
    /// Joins clauses: «и», «а», «но».
    And,
    /// Points back at what was said: «этом».
    This,
    /// Opens a clause of what is asked: «чтобы».
    SoThat,
    /// Says that words are written or said: «надпись».
    Inscription,
    /// The speaker's own person or the listener's: «мы», «вас».
    FirstPerson,
    /// Denies: «не».
    Not,
    /// Stands before a noun: “the”.
    Article,
    /// Ties what follows to the noun before it: “of”.
    Of,
    /// Can open a clause that no conjunction opens: “there”.
    Opener,
    /// Closes the words themselves before a word of saying: «деп».
    Quotative,
    /// Opens a relative clause: «который».
    Relative,
    /// Stands by a subject without being one: «сам», «также», «вчера».
    Filler,
}

impl Speech {
    pub(super) fn new(files: &Files) -> Self {
        let mut speech = Self {
            grammar: Grammar::new(files.grammar),
            words: HashMap::new(),
            lemmas: Vec::new(),
            adjectives: list::entries(files.adjectives)
                .filter_map(|line| line.split_whitespace().collect::<Vec<_>>().try_into().ok())
                .collect(),
            finite: section(files.word_shapes, "finite").collect(),
            instrumental: section(files.word_shapes, "instrumental").collect(),
            adverb: section(files.word_shapes, "adverb").collect(),
            dative: section(files.word_shapes, "dative").collect(),
            subject_endings: sections(files.word_shapes)
                .filter_map(|(heading, ending)| Some((form_of(heading)?, ending)))
                .collect(),
            gerund: section(files.word_shapes, "gerund").collect(),
            infinitive: section(files.word_shapes, "infinitive").collect(),
            nouns_in_infinitive_endings: section(files.word_shapes, "noun").collect(),
        };
        for (name, file) in [
            (Function::That, files.conjunctions),
            (Function::CueNoun, files.cue_nouns),
            (Function::Thought, files.thoughts),
        ] {
            for word in list::entries(file) {
                speech.sense(word).function = Some(name);
            }
        }
        for (section, word) in sections(files.function_words).chain(sections(files.according_to)) {
            if let Some(function) = function(section) {
                speech.sense(word).function = Some(function);
            }
        }
        for (file, possessive) in
            [(files.personal_pronouns, false), (files.possessive_pronouns, true)]
        {
            for (word, form) in list::entries(file).filter_map(|line| line.split_once(' ')) {
                if let Some(form) = form_of(form) {
                    speech.sense(word).pronoun = Some(Pronoun { form, possessive });
                }
            }
        }
        speech.read_cues(files);
        speech.read_nouns(files);
        speech
    }

    /// What this word, in small letters with ё as е, can mean.
    #[must_use]
    pub fn of(&self, word: &str) -> Sense {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// The nominative of this noun.
    #[must_use]
    pub fn nominative(&self, noun: Noun) -> &'static str {
        self.lemmas[usize::from(noun.lemma)]
    }

    /// Whether this word looks like a finite verb.
    #[must_use]
    pub fn looks_finite(&self, word: &str) -> bool {
        self.finite.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether this word looks like an adjective, in any case.
    #[must_use]
    pub fn looks_adjective(&self, word: &str) -> bool {
        self.looks_oblique_adjective(word)
            || self.adjectives.iter().flat_map(|row| &row[1..]).any(|ending| {
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

    /// The nominative of this adjective beside a noun of this form; the word as it is where it is
    /// no adjective in another case.
    #[must_use]
    pub fn adjective_in_nominative(&self, word: &str, form: Form) -> String {
        let column = match form {
            Form::Feminine => 2,
            Form::Neuter => 3,
            Form::Plural => 4,
            _ => 1,
        };
        self.adjectives
            .iter()
            .filter(|row| row[column] != "-" && word.ends_with(row[0]))
            .max_by_key(|row| row[0].len())
            .map_or_else(
                || word.to_owned(),
                |row| format!("{}{}", &word[..word.len() - row[0].len()], row[column]),
            )
    }

    /// Whether this word looks like a noun in the dative.
    #[must_use]
    pub fn looks_dative(&self, word: &str) -> bool {
        self.dative.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether this word can be the subject of a verb of this form, by its ending.
    #[must_use]
    pub fn can_be_subject(&self, word: &str, form: Form) -> bool {
        word.chars().count() > 3
            && self
                .subject_endings
                .iter()
                .any(|(known, ending)| *known == form && word.ends_with(ending))
    }

    /// Whether this word looks like an adverb.
    #[must_use]
    pub fn looks_adverb(&self, word: &str) -> bool {
        self.adverb.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether this word looks like an adjective or noun in the instrumental.
    #[must_use]
    pub fn looks_instrumental(&self, word: &str) -> bool {
        self.instrumental
            .iter()
            .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether this word looks like a gerund.
    #[must_use]
    pub fn looks_gerund(&self, word: &str) -> bool {
        self.gerund.iter().any(|ending| word.ends_with(ending))
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

    fn sense(&mut self, word: &str) -> &mut Sense {
        self.words.entry(word.to_owned()).or_default()
    }

    fn add_cue(&mut self, word: &str, takes: u16, form: Form) {
        let cue = &mut self.sense(word).cue;
        match cue {
            Some(cue) => cue.takes |= takes,
            None => *cue = Some(Cue { takes, form }),
        }
    }

    fn read_cues(&mut self, files: &Files) {
        let endings: Vec<(&str, &str, &str, Form)> = list::entries(files.verb_forms)
            .filter_map(|line| {
                let mut columns = line.split_whitespace();
                let mut column = || columns.next().map(|column| column.trim_matches('~'));
                let (base, cut, ending) = (column()?, column()?, column()?);
                Some((base, cut, ending, form_of(columns.next()?)?))
            })
            .collect();
        let mut word = String::new();
        for (section, line) in sections(files.cues) {
            let takes = takes(section);
            let Some((infinitive, third)) = line.split_once(' ') else { continue };
            for &(base, cut, ending, form) in &endings {
                let from = if base == "infinitive" { infinitive } else { third };
                let Some(stem) = from.strip_suffix(cut) else { continue };
                // «говорится» has no subject: whoever says it does so in a place.
                if form == Form::Place && takes & Takes::Passive as u16 == 0 {
                    continue;
                }
                word.clear();
                word.push_str(stem);
                word.push_str(ending);
                self.add_cue(&word, takes, form);
            }
        }
        for line in list::entries(files.cue_forms) {
            let (Some((word, rest)), Some((_, form))) =
                (line.split_once(' '), line.rsplit_once(' '))
            else {
                continue;
            };
            if let Some(form) = form_of(form) {
                self.add_cue(word, takes(rest), form);
            }
        }
    }

    fn read_nouns(&mut self, files: &Files) {
        let paradigms: Vec<Vec<&str>> = list::entries(files.declension)
            .map(|line| line.split_whitespace().collect::<Vec<_>>())
            .filter(|columns| columns.len() == 11)
            .collect();
        for (section, line) in sections(files.speaker_nouns) {
            let kind = match section {
                "human" => NounKind::Human,
                "stranger" => NounKind::Stranger,
                "interlocutor" => NounKind::Interlocutor,
                "its document" => NounKind::ItsDocument,
                "its medium" => NounKind::ItsMedium,
                "group" => NounKind::Group,
                "institution" => NounKind::Institution,
                _ => NounKind::Document,
            };
            let (noun, mark) = line.split_once(' ').unwrap_or((line, ""));
            let Ok(lemma) = u16::try_from(self.lemmas.len()) else { break };
            self.lemmas.push(noun);
            let mut add = |word: &str, cases: u8, plural: bool, gender: Form| {
                let entry = Noun { kind, cases, plural, gender, lemma };
                let noun = &mut self.words.entry(word.to_owned()).or_default().noun;
                match noun {
                    // The first noun to claim a form keeps it; its own cases add up.
                    Some(noun) if noun.lemma == lemma => {
                        noun.cases |= cases;
                        noun.plural |= plural;
                    }
                    Some(_) => {}
                    None => *noun = Some(entry),
                }
            };
            if mark == "indeclinable" {
                add(noun, u8::MAX, false, Form::Singular);
                continue;
            }
            let is_plural = kind == NounKind::Group || mark == "plural";
            // A paradigm's plural nominative fits a noun listed in the plural, its singular others.
            let column = if is_plural { 6 } else { 0 };
            let best = paradigms
                .iter()
                .filter(|paradigm| noun.ends_with(paradigm[column].trim_matches('-')))
                .max_by_key(|paradigm| {
                    (paradigm[column].len(), std::cmp::Reverse(paradigm[0].len()))
                });
            let Some(paradigm) = best else {
                add(noun, Case::Nominative as u8, is_plural, Form::Plural);
                continue;
            };
            let stem = &noun[..noun.len() - paradigm[column].trim_matches('-').len()];
            let gender = form_of(mark).or_else(|| form_of(paradigm[1])).unwrap_or(Form::Masculine);
            let singular = std::iter::once(paradigm[0]).chain(paradigm[2..6].iter().copied());
            let plural = paradigm[6..].iter().copied();
            if !is_plural {
                for (ending, case) in singular.zip(CASES) {
                    let form = format!("{stem}{}", ending.trim_matches('-'));
                    add(&form, case as u8, false, gender);
                }
            }
            for (ending, case) in plural.zip(CASES) {
                let form = format!("{stem}{}", ending.trim_matches('-'));
                add(&form, case as u8, is_plural || case == Case::Nominative, gender);
            }
        }
    }
}

/// The lines of a file that stand under this heading.
fn section(file: &'static str, heading: &'static str) -> impl Iterator<Item = &'static str> {
    sections(file).filter(move |line| line.0 == heading).map(|line| line.1)
}

/// The lines of a file, each with the heading in brackets that it stands under.
fn sections(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    list::entries(file).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(heading) => {
                section = heading;
                None
            }
            None => Some((section, line)),
        }
    })
}

fn takes(heading: &str) -> u16 {
    heading
        .split_whitespace()
        .map(|word| match word {
            "that" => Takes::That as u16,
            "direct" => Takes::Direct as u16,
            "infinitive" => Takes::Infinitive as u16,
            "name" => Takes::Name as u16,
            "passive" => Takes::Passive as u16,
            "relay" => Takes::Relay as u16,
            "judgement" => Takes::Judgement as u16,
            "about" => Takes::About as u16,
            "loose" => Takes::Loose as u16,
            _ => 0,
        })
        .fold(0, |all, one| all | one)
}

fn form_of(name: &str) -> Option<Form> {
    Some(match name {
        "masculine" => Form::Masculine,
        "feminine" => Form::Feminine,
        "neuter" => Form::Neuter,
        "plural" => Form::Plural,
        "singular" => Form::Singular,
        "gerund" => Form::Gerund,
        "participle" => Form::Participle,
        "place" => Form::Place,
        _ => return None,
    })
}

fn function(heading: &str) -> Option<Function> {
    Some(match heading {
        "according" => Function::According,
        "according source" => Function::AccordingSource,
        "as" => Function::As,
        "preposition" => Function::Preposition,
        "in" => Function::In,
        "about" => Function::About,
        "and" => Function::And,
        "this" => Function::This,
        "so that" => Function::SoThat,
        "inscription" => Function::Inscription,
        "first person" => Function::FirstPerson,
        "not" => Function::Not,
        "article" => Function::Article,
        "of" => Function::Of,
        "opener" => Function::Opener,
        "quotative" => Function::Quotative,
        "relative" => Function::Relative,
        "filler" => Function::Filler,
        _ => return None,
    })
}
