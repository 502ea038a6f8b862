//! Verbs that tell a role: «работает учителем», «избран депутатом», «занимает пост главы».

use foldhash::{HashMap, HashSet};

use super::inflection::{Gender, Inflection, Kind, gender};
use super::list::entries;

/// How a verb tells a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// The bearer is the subject, and the role stands in the instrumental: «работает учителем».
    Being,
    /// The same, or the role stands behind a word for a post: «назначен на пост главы».
    Made,
    /// The same, but the bearer is the object: «назначил».
    Making,
    /// A word for a post is the object, and the bearer the subject: «занимает пост главы».
    Holding,
    /// Subject and object hold a post, one after the other: «сменил».
    Replacing,
    /// The bearer's name follows in the instrumental: «назвавшийся».
    Naming,
}

/// What a word around such a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// May stand between the verb and the role: «вновь».
    Helping,
    /// Before the verb, so that it tells nothing: «не».
    Denying,
    /// Before the role, so that nothing is told: «если».
    Supposing,
    /// Says whose kin or helper somebody is.
    Owning,
    /// Before a title, how often it was won: «дважды».
    Times,
    /// Between the subject and the verb: «который».
    Relative,
    /// Between the object and the verb: «которого».
    Whom,
    /// Between a role and a dash: «глава которой — …».
    Which,
    /// Before a name, that somebody has it: «зовут».
    Calling,
    /// Between a name and the body that its bearer is from: «из».
    From,
    /// Between two commas, that a thing is said by the way: «кстати».
    Aside,
    /// Before a name, that something is its bearer's: «у».
    Having,
    /// Inside a role, that the noun behind was told of before: «этого».
    Pointing,
}

/// A preposition, and the nouns that it means something with.
type Pair = (&'static str, Vec<&'static str>);

/// The words that tell roles.
#[derive(Debug, Default)]
pub struct Tellings {
    verbs: HashMap<&'static str, (Telling, Option<Gender>)>,
    participles: HashMap<&'static str, Telling>,
    around: Vec<(&'static str, Around)>,
    stations: Vec<Pair>,
    namings: Vec<Pair>,
    acting: Vec<Pair>,
    slight: HashSet<&'static str>,
}

impl Tellings {
    /// From the list of such words.
    pub(super) fn new(file: &'static str) -> Self {
        let mut tellings = Self::default();
        for line in entries(file) {
            let (mark, rest) = line.split_once(' ').unwrap_or_default();
            let words = rest.split_whitespace();
            let around = match mark {
                "helping" => Around::Helping,
                "denying" => Around::Denying,
                "supposing" => Around::Supposing,
                "slight" => {
                    tellings.slight.extend(words);
                    continue;
                }
                "owning" => Around::Owning,
                "times" => Around::Times,
                "relative" => Around::Relative,
                "whom" => Around::Whom,
                "which" => Around::Which,
                "calling" => Around::Calling,
                "from" => Around::From,
                "aside" => Around::Aside,
                "having" => Around::Having,
                "pointing" => Around::Pointing,
                "station" | "naming" | "acting" => {
                    let (first, nouns) = rest.split_once(' ').unwrap_or_default();
                    let list = match mark {
                        "station" => &mut tellings.stations,
                        "naming" => &mut tellings.namings,
                        _ => &mut tellings.acting,
                    };
                    list.push((first, nouns.split_whitespace().collect()));
                    continue;
                }
                _ => {
                    tellings.add_verbs(mark, rest);
                    continue;
                }
            };
            tellings.around.extend(words.map(|word| (word, around)));
        }
        tellings
    }

    fn add_verbs(&mut self, mark: &str, rest: &'static str) {
        let words = rest.split_whitespace();
        let verb = match mark {
            "being" => Telling::Being,
            "made" => Telling::Made,
            "making" => Telling::Making,
            "holding" => Telling::Holding,
            "replacing" => Telling::Replacing,
            "holder" | "bearer" | "named" => {
                let verb = match mark {
                    "holder" => Telling::Holding,
                    "bearer" => Telling::Being,
                    _ => Telling::Naming,
                };
                self.participles.extend(words.map(|word| (word, verb)));
                return;
            }
            _ => return,
        };
        let own = rest.split(' ').next().and_then(gender);
        self.verbs.extend(words.skip(1).map(|word| (word, (verb, own))));
    }

    /// How a verb in small letters tells a role, if it does, and its subject's gender where it shows
    /// it.
    #[must_use]
    pub fn verb(&self, word: &str) -> Option<(Telling, Option<Gender>)> {
        self.verbs.get(word).copied()
    }

    /// How a participle in small letters tells one, in any case: «занимавшего».
    #[must_use]
    pub fn participle(&self, word: &str, inflection: &Inflection) -> Option<Telling> {
        let plain = word.strip_suffix("ся").unwrap_or(word);
        let readings = inflection.readings(plain, Kind::Adjective);
        readings.iter().find_map(|reading| {
            let nominative = format!("{}{}", &plain[..reading.stem], reading.ending);
            self.participles.get(nominative.as_str()).copied()
        })
    }

    /// Whether a word in small letters does this around such a verb.
    #[must_use]
    pub fn is(&self, word: &str, around: Around) -> bool {
        self.around.contains(&(word, around))
    }

    /// Whether a role says so little that what a verb tells says more: «женщина».
    #[must_use]
    pub fn is_slight(&self, role: &str) -> bool {
        self.slight.contains(role)
    }

    /// Whether two words in small letters say that somebody holds the post whose noun follows, or
    /// held it: «на посту».
    #[must_use]
    pub fn is_station(&self, preposition: &str, post: &str) -> bool {
        has(&self.stations, preposition, post)
    }

    /// Whether two words in small letters stand between a role and its bearer's name: «по имени».
    #[must_use]
    pub fn is_naming(&self, preposition: &str, noun: &str) -> bool {
        has(&self.namings, preposition, noun)
    }

    /// Whether two letters, with their stops, abbreviate a role whose post follows: «и. о.».
    #[must_use]
    pub fn is_acting(&self, one: &str, other: &str) -> bool {
        has(&self.acting, one, other)
    }
}

/// Whether the two words are among these pairs.
fn has(pairs: &[Pair], preposition: &str, noun: &str) -> bool {
    pairs.iter().any(|(first, nouns)| *first == preposition && nouns.contains(&noun))
}
