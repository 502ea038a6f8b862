//! The nominative of a name: the reading that explains all its forms best.

use foldhash::HashMap;

use crate::language::inflection::{Case, Cases, Gender};
use crate::language::speech::Form;

use super::context::Context;
use super::lead::Lead;
use super::lemma::{Lemma, SURNAME};
use super::part::{Part, PartKind};

/// A mention as evidence for a nominative.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) parts: Vec<Part>,
    pub(super) context: Context,
}

/// A name in the nominative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nominative {
    /// The words, as in the mention that it was read from.
    pub(super) words: Vec<Word>,
    /// The gender of the reading.
    pub(super) gender: Gender,
    /// Whether the gender is more than a guess.
    pub(super) is_gender_sure: bool,
    /// Whether another mention ends in the word that this one opens with: «Туре Абубакар» beside «Абубакар Туре».
    pub(super) is_reversed: bool,
}

/// A word of a nominative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) kind: PartKind,
    pub(super) text: String,
    pub(super) key: String,
}

const CASES: [(Case, i32); 6] = [
    (Case::Nominative, 2),
    (Case::Genitive, 1),
    (Case::Dative, 0),
    (Case::Accusative, 0),
    (Case::Instrumental, 0),
    (Case::Prepositional, -1),
];

/// What the Latin letters of a nominative in [`OPEN`] end in.
const LATIN: [char; 2] = ['a', 'á'];

/// The endings of a nominative that a gloss in [`LATIN`] stands for.
const OPEN: [char; 2] = ['а', 'я'];

/// How many mentions are weighed: more say no more.
const MOST: usize = 12;

/// How much worse a reading of another gender is than the one known: more than all mentions can say.
const APART: i32 = 200;

/// How much worse it is that a name is in neither its role's case nor the genitive.
const APPOSED: i32 = -8;

/// How much worse it is that a mention's word fits none of the nominative's.
const STRAY: i32 = -4;

/// The best nominative of the fullest among these mentions; nothing where there is none.
pub(super) fn nominative(seen: &[&Seen], gender: Option<Gender>) -> Option<Nominative> {
    // «Торстейн Улав Хауген-Лиен», once in full, is elsewhere «Торстейн Хауген».
    let usual: Vec<&Seen> =
        seen.iter().copied().filter(|own| !is_seldom(&own.parts, seen)).collect();
    let most = usual.iter().map(|seen| fullness(&seen.parts)).max()?;
    let mut best: Option<(i32, Nominative)> = None;
    let mentions = &seen[..seen.len().min(MOST)];
    // How many mentions may come from a nominative.
    let mut support: HashMap<&str, i32> = HashMap::default();
    for seen in mentions {
        let mut keys: Vec<&str> = seen
            .parts
            .iter()
            .flat_map(|part| part.lemmas.iter().map(|lemma| lemma.key.as_str()))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *support.entry(key).or_default() += 1;
        }
    }
    let mut other_gender = [i32::MIN; 2];
    let mut weighed = Weighed::default();
    let fullest = usual.iter().filter(|seen| fullness(&seen.parts) == most).take(MOST);
    for source in fullest {
        for own in Gender::BOTH {
            for (place, (case, _)) in CASES.into_iter().enumerate() {
                let Some(words) = read(&source.parts, own, case, &support) else { continue };
                // The mention that it is read from stands in the case that it is read in.
                let stands = |seen: &Seen| std::ptr::eq(seen, *source);
                let by_mention = mentions.iter().zip(weighed.of(&words, own, mentions));
                let mut score: i32 = by_mention
                    .map(|(seen, by_case)| {
                        let own = if stands(seen) { &by_case[place..=place] } else { by_case };
                        own.iter().copied().max().unwrap_or_default()
                    })
                    .sum();
                if gender.is_some_and(|gender| gender != own) {
                    score -= APART;
                }
                if sounds_apart(&words, seen) {
                    score += STRAY;
                }
                other_gender[own as usize] = other_gender[own as usize].max(score);
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    let is_reversed = is_reversed(&words, seen);
                    let nominative =
                        Nominative { words, gender: own, is_gender_sure: false, is_reversed };
                    best = Some((score, nominative));
                }
            }
        }
    }
    if let Some((_, best)) = &mut best {
        let full = usual.iter().filter(|seen| fullness(&seen.parts) == most).take(MOST);
        spell_as_mostly(&mut best.words, full.flat_map(|seen| &seen.parts));
    }
    let sure = other_gender[0].abs_diff(other_gender[1]) >= 2;
    // «Крис Джеймс сказала»: her names can be read as a man's alone, and are hers all the same.
    let unread = gender.filter(|&gender| other_gender[gender as usize] == i32::MIN);
    // «его дочь Элиана»: her name, whatever else could end so.
    let is_kin = |gender: Gender| {
        let form = match gender {
            Gender::Masculine => Form::Masculine,
            Gender::Feminine => Form::Feminine,
        };
        seen.iter().any(|seen| seen.context.kin == Some(form))
    };
    best.map(|(_, best)| Nominative {
        is_gender_sure: sure || is_kin(best.gender),
        gender: unread.unwrap_or(best.gender),
        ..best
    })
}

/// Whether a surname of two halves stands in this mention alone, and two or more have one of the halves by itself.
fn is_seldom(own: &[Part], seen: &[&Seen]) -> bool {
    let Some((first, _)) = own.last().and_then(|last| last.key.split_once('-')) else {
        return false;
    };
    let several = seen.iter().take(MOST).filter(|seen| seen.parts.len() > 1);
    let lasts: Vec<&Part> =
        several.filter_map(|seen| seen.parts.last()).filter(|last| !last.is_latin()).collect();
    let is_half = |last: &&&Part| last.lemmas.iter().any(|lemma| lemma.key == first);
    lasts.iter().filter(|last| last.key.contains('-')).count() == 1
        && lasts.iter().filter(is_half).count() > 1
}

/// Whether a mention in several words ends in the word that these open with.
fn is_reversed(words: &[Word], seen: &[&Seen]) -> bool {
    let several = seen.iter().take(MOST).filter(|seen| seen.parts.len() > 1);
    let mut lasts = several.filter_map(|seen| seen.parts.last()).flat_map(|last| &last.lemmas);
    words.first().is_some_and(|first| lasts.any(|lemma| lemma.key == first.key))
}

/// Gives the words the spelling that most of these parts have, with э or е: «Алистер» of two against «Алистэр» of one.
fn spell_as_mostly<'p>(words: &mut [Word], parts: impl Iterator<Item = &'p Part> + Clone) {
    if !parts.clone().any(|part| part.text.contains(['э', 'Э'])) {
        return;
    }
    let plain = |text: &str| text.replace('э', "е").replace('Э', "Е");
    let mut spellings: HashMap<String, HashMap<&str, usize>> = HashMap::default();
    for part in parts {
        let mut own: Vec<&str> = part.lemmas.iter().map(|lemma| lemma.text.as_str()).collect();
        own.sort_unstable();
        own.dedup();
        for text in own {
            *spellings.entry(plain(text)).or_default().entry(text).or_default() += 1;
        }
    }
    for word in words {
        let Some(own) = spellings.get(&plain(&word.text)) else { continue };
        let count = own.get(word.text.as_str()).copied().unwrap_or_default();
        let most = own.iter().max_by_key(|&(text, count)| (count, text));
        if let Some((most, _)) = most.filter(|&(_, &most)| most > count) {
            (*most).clone_into(&mut word.text);
        }
    }
}

/// Whether a word of a gloss in Latin letters ends in the vowel of most women's names and the nominative's does
/// not, or the other way: «Миура (Miura)», «Анне Берг (Anne Berg)»; the last word alone where their numbers differ.
fn sounds_apart(words: &[Word], seen: &[&Seen]) -> bool {
    let mut glosses = seen.iter().take(MOST).map(|seen| seen.parts.as_slice());
    let Some(gloss) = glosses.find(|parts| !parts.is_empty() && parts.iter().all(Part::is_latin))
    else {
        return false;
    };
    let compared = if gloss.len() == words.len() { gloss.len() } else { 1 };
    let pairs = gloss.iter().rev().zip(words.iter().rev()).take(compared);
    // «Аманкра (Amankrah)»
    let is_open = |heard: &Part| heard.key.trim_end_matches('h').ends_with(LATIN);
    pairs.into_iter().any(|(heard, word)| is_open(heard) != word.key.ends_with(OPEN))
}

/// How likely a bare word in its place names the person of this full name and gender.
pub(super) fn likelihood(seen: &Seen, full: &[Part], gender: Option<Gender>) -> i32 {
    let mut words = seen.parts.iter().filter(|part| part.is_word());
    let (Some(word), None, Some(gender)) = (words.next(), words.next(), gender) else { return 0 };
    let shared = word.lemmas.iter().filter(|lemma| {
        lemma.fits(gender)
            && full
                .iter()
                .flat_map(|part| &part.lemmas)
                .any(|other| other.key == lemma.key && other.fits(gender))
    });
    shared
        .flat_map(|lemma| {
            let cases = CASES.into_iter().filter(|(case, _)| lemma.cases.has(*case));
            // That «Седова» does not decline is a reading of last resort.
            let is_last = lemma.weight <= WEAK && lemma.gender.is_none();
            let weight = if is_last { WEAK } else { 0 };
            cases.map(move |(case, prior)| prior + weight + around(case, gender, seen.context))
        })
        .max()
        .unwrap_or(i32::MIN)
}

/// A reading of no more weight is one of last resort: that «Анна» does not decline.
pub(super) const WEAK: i32 = -4;

/// The cases that a mention of this nominative can stand in, by readings likelier than the least.
pub(super) fn cases(found: &Nominative, seen: &Seen, least: i32) -> Cases {
    // Beside a surname that declines, a given name declines as the list says: «Анна Седова» is a
    // nominative.
    let is_plain = seen.parts.last().is_some_and(|part| {
        part.kind == PartKind::Other
            && part.key.chars().nth(3).is_some()
            && part.lemmas.iter().any(|lemma| {
                lemma.weight >= SURNAME && lemma.fits(found.gender) && lemma.cases != Cases::ALL
            })
    });
    let fitting = seen.parts.iter().filter(|part| part.is_word()).map(|part| {
        let is_listed = is_plain
            && part.kind == PartKind::Given
            && part.lemmas.iter().any(|lemma| lemma.is_listed && lemma.fits(found.gender));
        part.lemmas
            .iter()
            .filter(|lemma| {
                lemma.weight > least
                    && lemma.fits(found.gender)
                    && (lemma.is_listed || !is_listed)
                    && found.words.iter().any(|word| word.key == lemma.key)
            })
            .fold(Cases::default(), |cases, lemma| cases.or(lemma.cases))
    });
    let cases = fitting.filter(|cases| !cases.is_empty()).fold(Cases::ALL, Cases::and);
    if cases.is_empty() { Cases::ALL } else { cases }
}

/// How much of the whole name a mention gives: whole words above initials.
fn fullness(parts: &[Part]) -> usize {
    let latin = parts.iter().any(|part| part.is_word() && part.is_latin());
    parts
        .iter()
        .map(|part| match part.kind {
            PartKind::Initial => 1,
            PartKind::Given | PartKind::Other => 20,
            // «Анна Котова» rather than «Анна Ивановна»
            PartKind::Patronymic => 19,
            PartKind::Particle => 2,
            // «Елизавета II» above «Елизавета Александра Мария».
            PartKind::Numeral => 50,
        })
        .sum::<usize>()
        + usize::from(!latin) * 1000
}

/// The mention's words turned to the nominative, read in this gender and case.
fn read(
    parts: &[Part],
    gender: Gender,
    case: Case,
    support: &HashMap<&str, i32>,
) -> Option<Vec<Word>> {
    parts
        .iter()
        .map(|part| {
            if part.lemmas.is_empty() {
                let Part { kind, text, key, .. } = part;
                return Some(Word { kind: *kind, text: text.clone(), key: key.clone() });
            }
            let lemma = part
                .lemmas
                .iter()
                .filter(|lemma| lemma.cases.has(case) && lemma.fits(gender))
                // «Ники» rather than «Ника»
                .max_by_key(|lemma| {
                    let support = support.get(lemma.key.as_str()).copied().unwrap_or_default();
                    (lemma.weight + 4 * support, lemma.key == part.key)
                })?;
            Some(Word { kind: part.kind, text: lemma.text.clone(), key: lemma.key.clone() })
        })
        .collect()
}

/// How well each nominative tried explains each mention, in each of [`CASES`]: mentions that are written alike are read alike.
#[derive(Default)]
struct Weighed(Vec<(Vec<String>, Gender, Vec<[i32; CASES.len()]>)>);

impl Weighed {
    fn of(&mut self, words: &[Word], own: Gender, mentions: &[&Seen]) -> &[[i32; CASES.len()]] {
        let are_words = |keys: &[String]| keys.iter().eq(words.iter().map(|word| &word.key));
        let known = self.0.iter().position(|(keys, of, _)| *of == own && are_words(keys));
        let place = known.unwrap_or_else(|| {
            let keys = words.iter().map(|word| word.key.clone()).collect();
            let weights = mentions.iter().map(|seen| weigh(words, own, seen)).collect();
            self.0.push((keys, own, weights));
            self.0.len() - 1
        });
        &self.0[place].2
    }
}

/// How well the nominative explains a mention in each of [`CASES`].
fn weigh(words: &[Word], gender: Gender, seen: &Seen) -> [i32; CASES.len()] {
    let is_read =
        |lemma: &Lemma| lemma.fits(gender) && words.iter().any(|word| word.key == lemma.key);
    let fitting: Vec<Vec<&Lemma>> = seen
        .parts
        .iter()
        .filter(|part| part.is_word())
        .map(|part| part.lemmas.iter().filter(|lemma| is_read(lemma)).collect())
        .collect();
    CASES.map(|(case, prior)| {
        let weight = |lemmas: &Vec<&Lemma>| {
            let own = lemmas.iter().filter(|lemma| lemma.cases.has(case));
            own.map(|lemma| lemma.weight).max().unwrap_or(STRAY)
        };
        prior
            + around(case, gender, seen.context)
            + fitting.iter().map(weight).sum::<i32>()
            + i32::from(case == Case::Genitive && may_be_whose(seen))
    })
}

/// Whether a noun for kin that says nothing else of whose they are leads to a full name: «мать Валентина Седова», but
/// neither «его мать …» nor «мать Валентина»; or a helper's noun does, and what he helps with stands behind.
fn may_be_whose(seen: &Seen) -> bool {
    let is_either = |cases: Cases| cases.has(Case::Nominative) && cases.has(Case::Genitive);
    let context = &seen.context;
    (context.kin.is_some() || context.is_helped)
        && seen.context.role.is_some_and(is_either)
        && seen.parts.len() > 1
}

/// What the words around say for this case and gender.
fn around(case: Case, gender: Gender, context: Context) -> i32 {
    let mut score = 0;
    if let Some(cases) = context.preposition {
        score += if cases.has(case) { 3 } else { -3 };
        if case == Case::Nominative {
            score -= 3;
        }
    }
    if let Some(cases) = context.role {
        let weight = if context.is_sure { 6 } else { 2 };
        score += match case {
            _ if cases.has(case) => weight,
            // «президент Сиди Хамаду»: in no case of his own, unless the role is somebody's.
            Case::Genitive | Case::Nominative => -weight,
            _ => -weight + APPOSED,
        };
    }
    if context.bearer.is_some_and(|bearer| bearer != gender) {
        score -= 4;
    }
    // «сын Валентина Седова»: no woman's own name.
    if context.kin == Some(Form::Masculine)
        && (case, gender) == (Case::Nominative, Gender::Feminine)
    {
        score -= 4;
    }
    if let Some(verb) = context.verb
        && case == Case::Nominative
    {
        score += if verb == gender { 2 } else { -4 };
    }
    // «водителя автобуса Петра Кутепу»: the noun right before belongs to the role, which shows the case.
    let is_in_role = context.role.is_some_and(|cases| cases.has(Case::Accusative));
    score += match (context.lead, case) {
        (Lead::Governor, Case::Genitive) if is_in_role => 0,
        (Lead::Entry, Case::Nominative) => 3,
        (Lead::Start, Case::Nominative) | (Lead::Governor, Case::Genitive) => 2,
        (Lead::Verb, Case::Nominative) => 1,
        (Lead::ObjectVerb, Case::Nominative) => -4,
        (Lead::ObjectVerb, Case::Genitive) => -2,
        _ => 0,
    };
    score
}
