//! Reading the files of speech: lists of words and stems to forms.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use crate::language::ending::Endings;
use crate::language::grammar::Grammar;
use crate::language::list;

use super::heading::{form_of, function, takes};
use super::noun::CASES;
use super::{
    Case, Cue, FIELDS, Fields, Files, Form, Function, Noun, NounKind, Pronoun, Sense, Speech,
    Takes, Told,
};

const NOMINATIVE: u8 = Case::Nominative as u8;

impl Speech {
    pub(in crate::language) fn new(files: &Files) -> Self {
        let adjectives = || {
            list::entries(files.adjectives).filter_map(|line| {
                let (ending, nominatives) = line.split_once(' ')?;
                let nominatives: Vec<_> = nominatives.split_whitespace().collect();
                Some((ending, nominatives.try_into().ok()?))
            })
        };
        let nominatives: BTreeSet<(&str, usize)> = adjectives()
            .flat_map(|(_, nominatives): (_, [&str; 4])| nominatives.into_iter().zip(0..))
            .filter(|&(nominative, _)| nominative != "-")
            .collect();
        let mut speech = Self {
            grammar: Grammar::new(files.grammar),
            words: HashMap::default(),
            lemmas: Vec::new(),
            plurals: Vec::new(),
            capitals: HashSet::default(),
            adjectives: adjectives().collect(),
            adjective_nominatives: nominatives.into_iter().collect(),
            stressed_adjectives: list::entries(files.stressed_adjectives).collect(),
            bynames: bynames(files).filter(|(word, _)| !word.ends_with('-')).collect(),
            same_adjectives: bynames(files)
                .filter_map(|(word, posts)| Some((word.strip_suffix('-')?, posts)))
                .collect(),
            trades: trades(files.trades),
            finite: section(files.word_shapes, "finite").collect(),
            short: section(files.word_shapes, "short").collect(),
            verb_endings: Endings::default(),
            no_adjective: section(files.word_shapes, "no adjective").collect(),
            ones: section(files.function_words, "one").collect(),
            participle: section(files.word_shapes, "participle").collect(),
            nominative_participle: section(files.word_shapes, "nominative participle").collect(),
            instrumental: section(files.word_shapes, "instrumental").collect(),
            adverb: section(files.word_shapes, "adverb").collect(),
            adverbs: list::entries(files.adverbs).flat_map(str::split_whitespace).collect(),
            dative: section(files.word_shapes, "dative").collect(),
            subject_endings: sections(files.word_shapes)
                .filter_map(|(heading, ending)| Some((ending, form_of(heading)?)))
                .collect(),
            gerund: section(files.word_shapes, "gerund").collect(),
            perhaps_gerund: section(files.word_shapes, "perhaps gerund").collect(),
            infinitives: HashMap::default(),
            infinitive: section(files.word_shapes, "infinitive").collect(),
            nouns_in_infinitive_endings: section(files.word_shapes, "noun").collect(),
            nouns_in_finite_endings: list::entries(files.verb_like_nouns).collect(),
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
                let sense = speech.sense(word);
                sense.function = Some(function);
                sense.is_himself = section == "himself";
            }
        }
        for (file, possessive) in
            [(files.personal_pronouns, false), (files.possessive_pronouns, true)]
        {
            for (word, form) in list::entries(file).filter_map(|line| line.split_once(' ')) {
                let (form, other) =
                    form.strip_suffix(" other").map_or((form, false), |f| (f, true));
                if let Some(form) = form_of(form) {
                    speech.sense(word).pronoun = Some(Pronoun { form, possessive, other });
                }
            }
        }
        speech.read_cues(files);
        speech.read_nouns(files);
        speech
    }

    fn sense(&mut self, word: &str) -> &mut Sense {
        self.words.entry(word.to_owned()).or_default()
    }

    fn add_cue(&mut self, word: &str, takes: u32, form: Form) {
        let cue = &mut self.sense(word).cue;
        match cue {
            Some(cue) => cue.takes |= takes,
            None => *cue = Some(Cue { takes, form }),
        }
    }

    fn read_cues(&mut self, files: &Files) {
        let endings: Vec<(&str, &str, &'static str, Form)> = list::entries(files.verb_forms)
            .filter_map(|line| {
                let mut columns = line.split_whitespace();
                let mut column = || columns.next().map(|column| column.trim_matches('~'));
                let (base, cut, ending) = (column()?, column()?, column()?);
                Some((base, cut, ending, form_of(columns.next()?)?))
            })
            .collect();
        self.verb_endings = endings
            .iter()
            .filter(|(.., form)| form.is_finite())
            .map(|&(_, _, ending, form)| (ending, form))
            .collect();
        let mut word = String::new();
        for (section, line) in sections(files.cues) {
            let takes = takes(section);
            let Some((infinitive, third)) = line.split_once(' ') else { continue };
            *self.infinitives.entry(infinitive).or_default() |= takes;
            for &(base, cut, ending, form) in &endings {
                let from = if base == "infinitive" { infinitive } else { third };
                let Some(stem) = from.strip_suffix(cut) else { continue };
                // «говорится» has no subject: whoever says it does so in a place.
                if form == Form::Place && takes & Takes::Passive as u32 == 0 {
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
            .filter(|columns| matches!(columns.len(), 11 | 12))
            .collect();
        self.capitals = section(files.speaker_nouns, "capital").collect();
        let nouns: Vec<_> = sections(files.speaker_nouns)
            .filter(|(section, _)| *section != "capital")
            .map(|(section, line)| {
                let (noun, mark) = line.split_once(' ').unwrap_or((line, ""));
                (section, noun.to_owned(), mark)
            })
            .collect();
        let listed: HashSet<String> = nouns.iter().map(|(_, noun, _)| noun.clone()).collect();
        let roles = role_nouns(files.role_nouns)
            .filter(|(noun, _)| !listed.contains(noun))
            .map(|(noun, gender)| ("human", noun, gender));
        let nouns = nouns.into_iter().filter(|(section, ..)| *section != "no speaker");
        for (section, noun, mark) in nouns.chain(roles) {
            let kind = match section {
                "human" => NounKind::Human,
                "kin" => NounKind::Kin,
                "unnamed" => NounKind::Unnamed,
                "stranger" => NounKind::Stranger,
                "interlocutor" => NounKind::Interlocutor,
                "its document" => NounKind::ItsDocument,
                "act" => NounKind::Act,
                "that document" => NounKind::ThatDocument,
                "its medium" => NounKind::ItsMedium,
                "group" => NounKind::Group,
                "quantity" => NounKind::Quantity,
                "institution" => NounKind::Institution,
                _ => NounKind::Document,
            };
            let Ok(lemma) = u16::try_from(self.lemmas.len()) else { break };
            self.lemmas.push(noun.clone());
            self.plurals.push(None);
            let mut add = |word: &str, cases: u8, plural: bool, singular: bool, gender: Form| {
                let entry = Noun { kind, cases, plural, singular, gender, lemma };
                let noun = &mut self.words.entry(word.to_owned()).or_default().noun;
                let is_name = singular && cases == NOMINATIVE;
                match noun {
                    // The first noun to claim a form keeps it; its own cases add up.
                    Some(noun) if noun.lemma == lemma => {
                        noun.cases |= cases;
                        noun.plural |= plural;
                        noun.singular |= singular;
                    }
                    // «врачей» is of the many, who have a nominative of their own.
                    Some(noun) if kind == NounKind::Group && !noun.singular => *noun = entry,
                    // «супруга» is she, and also of him.
                    Some(noun) if noun.kind == kind && is_name && noun.cases & NOMINATIVE == 0 => {
                        *noun = Noun { cases: noun.cases | cases, ..entry };
                    }
                    Some(_) => {}
                    None => *noun = Some(entry),
                }
            };
            if mark == "indeclinable" {
                add(&noun, u8::MAX, false, true, Form::Singular);
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
                add(&noun, Case::Nominative as u8, is_plural, !is_plural, Form::Plural);
                continue;
            };
            let stem = &noun[..noun.len() - paradigm[column].trim_matches('-').len()];
            let form = |ending: &str| [stem, ending.trim_matches('-')].concat();
            let gender = form_of(mark).or_else(|| form_of(paradigm[1])).unwrap_or(Form::Masculine);
            let singular = std::iter::once(paradigm[0]).chain(paradigm[2..6].iter().copied());
            let plural = paradigm[6..11].iter().copied();
            if !is_plural {
                // «доктор (доктора)»
                let irregular = mark.strip_prefix('(').and_then(|mark| mark.strip_suffix(')'));
                let many = irregular.map_or_else(|| form(paradigm[6]), str::to_owned);
                if let Some(place) = self.plurals.last_mut() {
                    *place = Some(many);
                }
                if let Some(ending) = paradigm.get(11) {
                    add(&form(ending), Case::Accusative as u8, false, true, gender);
                }
                for (ending, case) in singular.zip(CASES) {
                    add(&form(ending), case as u8, false, true, gender);
                }
            }
            for (ending, case) in plural.zip(CASES) {
                let nominative = is_plural || case == Case::Nominative;
                add(&form(ending), case as u8, nominative, false, gender);
            }
        }
    }
}

/// The nouns for what a person is, as a noun of speakers is written: in small letters with ё as е, and
/// what its gender is.
fn role_nouns(file: &'static str) -> impl Iterator<Item = (String, &'static str)> {
    list::entries(file).flat_map(|line| {
        let mut words = line.split_whitespace();
        let gender = match words.next() {
            Some("m") => "masculine",
            Some("f") => "feminine",
            _ => "singular",
        };
        words.map(move |word| {
            let (noun, stem) = word.split_once('/').unwrap_or((word, ""));
            (noun.replace('ё', "е"), if stem == "=" { "indeclinable" } else { gender })
        })
    })
}

/// The trades, with the fields that each is of.
fn trades(file: &'static str) -> HashMap<&'static str, Fields> {
    let mut trades: HashMap<&'static str, Fields> = HashMap::default();
    for (number, line) in list::entries(file).enumerate() {
        let field = 1 << (number % FIELDS);
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default();
        for word in words {
            // «глава?»
            if let Some(head) = word.strip_suffix('?') {
                trades.entry(head).or_default().can_head |= field;
                continue;
            }
            let (word, of_all) = match word.strip_suffix('*') {
                Some(word) => (word, field),
                None => (word, 0),
            };
            let fields = trades.entry(word).or_default();
            let is_first = fields.all == 0;
            fields.all |= field;
            fields.said_of |= of_all;
            fields.is_own |= name.contains('!');
            fields.is_apart |= name.contains("!!");
            fields.is_learning |= name.contains('~');
            let told = match name.trim_end_matches(':').chars().last() {
                Some('^') => Told::First,
                Some('+') => Told::Named,
                _ => Told::Anybody,
            };
            // «президент» of a firm is told of again, one of a country may be somebody new.
            fields.told = match (fields.told, told) {
                (Told::First, _) | (_, Told::First) => Told::First,
                (before, told) if is_first || !name.contains('!') => before.max(told),
                (before, told) => before.min(told),
            };
        }
    }
    trades
}

/// The words that stand for posts, with the posts.
fn bynames(files: &Files) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    list::entries(files.bynames)
        .filter_map(|line| line.split_once(':'))
        .map(|(word, posts)| (word.trim(), posts.split_whitespace().collect()))
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
