//! Individuals: which mentions name the same person.
//!
//! Full names come first and make the individuals; then each bare surname or given name joins the
//! individual that it fits, the last named before it where there are several.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use crate::annotate::name::Name;
use crate::annotate::text::Text;
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::{Names, PluralEnding};

use super::context::Context;
use super::nominative::{Nominative, Seen, Word, likelihood, nominative};
use super::part::{Part, PartKind};
use super::same::{agree, gender, has_two_initials, is_courteous, is_full, keys, letters, same};
use super::{alias, gloss, syllable, variant};

/// The individuals of a text.
pub(super) struct Individuals {
    /// Of each name the individual it names; nothing where it names no single one.
    pub(super) of_name: Vec<Option<usize>>,
    /// Of each individual its mentions.
    mentions: Vec<Vec<usize>>,
}

/// At most so many individuals of one word are looked at for a mention: the latest.
pub(super) const LATEST: usize = 12;

/// A gloss stands at most so many tokens behind its opening bracket.
const FARTHEST_GLOSS: usize = 12;

/// So many verbs in the past tense tell a gender against the list of given names.
const SURE: usize = 2;

/// What is being gathered.
pub(super) struct Gathering<'a> {
    pub(super) names: &'a Names,
    pub(super) seen: &'a [Seen],
    pub(super) of_name: Vec<Option<usize>>,
    pub(super) known: Vec<Known>,
    /// By the key of a word's nominative, the individuals that have it.
    by_word: HashMap<String, Vec<usize>>,
    /// By the first letters of the given name, the individuals that a full name made.
    pub(super) by_opening: HashMap<String, BTreeSet<usize>>,
}

/// An individual while mentions are gathered. A mention is held against a few of those before it,
/// so that a thousand mentions cost a thousand times what one does.
#[derive(Default)]
pub(super) struct Known {
    /// Its mentions as they were put to it.
    pub(super) mentions: Vec<usize>,
    /// The first mentions by a full name.
    pub(super) full: Vec<usize>,
    /// The first mentions by one word.
    bare: Vec<usize>,
    /// The first mention by two initials and a surname.
    lettered: Option<usize>,
    /// Its mentions in the order of the text.
    in_order: BTreeSet<usize>,
    /// The words it is looked up by.
    keys: HashSet<String>,
}

impl Individuals {
    /// The individuals that these names name.
    pub(super) fn of(text: &Text, names: &[Name], seen: &[Seen]) -> Self {
        let mut gathering = Gathering {
            names: &text.language.names,
            seen,
            of_name: vec![None; names.len()],
            known: Vec::new(),
            by_word: HashMap::default(),
            by_opening: HashMap::default(),
        };
        let words = |place: usize| {
            let parts: &[Part] = &seen[place].parts;
            parts.iter().filter(|part| part.is_word()).count()
        };
        let is_latin = |place: usize| seen[place].parts.iter().all(Part::is_latin);
        // A Latin name in the brackets right behind a name is the same name.
        let gloss = |place: usize| {
            let own = &names[place];
            let block = &text.blocks[own.block];
            let opening = is_latin(place)
                .then(|| (0..own.tokens.start).rev().take(FARTHEST_GLOSS))?
                .find(|&token| matches!(block.word(token), "(" | "["))?;
            (0..place)
                .rev()
                .take_while(|&before| names[before].block == own.block)
                .find(|&before| names[before].tokens.end <= opening)
                .filter(|&before| {
                    let end = gloss::behind_spelling(block, names[before].tokens.end);
                    end + 1 >= opening && !is_latin(before)
                })
        };
        let glosses: Vec<Option<usize>> = (0..names.len()).map(gloss).collect();
        let mut order: Vec<usize> =
            (0..names.len()).filter(|&place| glosses[place].is_none()).collect();
        // Fullest first, each in the order of the text.
        order.sort_by_key(|&place| {
            let parts = &seen[place].parts;
            let has_more =
                parts.iter().any(|part| matches!(part.kind, PartKind::Initial | PartKind::Numeral));
            match (words(place), has_more) {
                (3.., _) => 0,
                (2, _) if !is_courteous(parts) => 1,
                (2, _) => 2,
                (_, true) => 3,
                _ => 4,
            }
        });
        for place in order {
            gathering.place(place);
        }
        gathering.join_misspelt();
        for (place, of) in glosses.iter().enumerate() {
            if let Some(individual) = of.and_then(|of| gathering.of_name[of]) {
                gathering.of_name[place] = Some(individual);
                gathering.known[individual].mentions.push(place);
            }
        }
        for place in 1..names.len() {
            let (own, before) = (&seen[place].parts, &seen[place - 1].parts);
            if alias::is_of_the_last(text, names, place, own, before) {
                gathering.join(place - 1, place);
            }
            // «взломщик по прозвищу «Крот». Мужчину зовут Иван Лыков»
            let earlier = (0..place).rev().take(LATEST).find(|&earlier| !is_latin(earlier));
            let nickname = earlier.filter(|&earlier| {
                names[place].block <= names[earlier].block + 1
                    && alias::is_nickname(text, &names[earlier])
            });
            if let Some(nickname) = nickname.filter(|_| alias::is_his(text, &names[place])) {
                gathering.join(nickname, place);
            }
        }
        let mentions = gathering.known.into_iter().map(|known| known.mentions).collect();
        Self { of_name: gathering.of_name, mentions }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.mentions.len()
    }

    /// The individual's full name in the nominative; nothing where no mention has a word.
    pub(super) fn nominative(&self, individual: usize, seen: &[Seen]) -> Option<Nominative> {
        let own: Vec<&Seen> = self.mentions[individual].iter().map(|&place| &seen[place]).collect();
        let courtesy =
            own.iter().find_map(|seen| seen.context.honorific.and_then(|(_, gender)| gender));
        let is_given_first =
            |seen: &&&Seen| seen.parts.first().is_some_and(|part| part.kind == PartKind::Given);
        // «премьер Дании Ханса Берг»: no form of Ханс.
        let is_stranger = |seen: &&&Seen| {
            let listed = seen.parts.first().and_then(Part::listed_cases);
            listed.is_some_and(|cases| {
                !cases.has(Case::Nominative)
                    && (seen.context.is_sure
                        || seen.context.role == Some(Cases::NOMINATIVE)
                            && seen.parts[1..].iter().any(|part| !part.stands(cases)))
            })
        };
        let known = || own.iter().filter(|seen| !is_stranger(seen));
        let given_first = || known().filter(is_given_first).find_map(|seen| gender(&seen.parts));
        let shown = || known().find_map(|seen| gender(&seen.parts));
        // «Кларк сказала»: a woman whose names are on no list, or on that of men's, and do not decline.
        // «друг Юлии Седовой, который …»: not of her.
        let clause = |seen: &Seen| {
            let listed = seen.parts.first().and_then(Part::listed_cases);
            let stands = listed.is_none_or(|cases| cases.has(Case::Nominative));
            seen.context.clause.filter(|_| stands)
        };
        let verbs = || {
            own.iter()
                .flat_map(|seen| {
                    let Context { own_verb, aged, .. } = seen.context;
                    [own_verb, clause(seen), aged]
                })
                .flatten()
        };
        let first = verbs().next();
        let agreeing = first.filter(|first| verbs().all(|verb| verb == *first));
        let is_she = agreeing == Some(Gender::Feminine);
        // «Хиллари Туруи победил … Туруи обещал»: a man, whatever the list says of his name.
        let is_father = |part: &Part| part.kind == PartKind::Patronymic;
        let has_father = own.iter().any(|seen| seen.parts.iter().any(is_father));
        let is_sure = !has_father && verbs().count() >= SURE;
        let gender = courtesy
            .or(agreeing.filter(|_| is_sure))
            .or_else(given_first)
            .or(agreeing.filter(|_| is_she))
            .or_else(shown)
            .or(agreeing);
        let found = nominative(&own, gender)?;
        Some(whole(found, &own))
    }
}

impl Gathering<'_> {
    /// Puts a mention to its individual, or makes one of it.
    fn place(&mut self, place: usize) {
        let parts = &self.seen[place].parts;
        let mut candidates: Vec<usize> = Vec::new();
        let words = parts.iter().filter(|part| part.is_word());
        let letters = letters(parts);
        let keys: Vec<&str> =
            words.flat_map(|part| keys(self.names, part)).chain(letters.as_deref()).collect();
        for &key in &keys {
            if let Some(known) = self.by_word.get(key) {
                candidates.extend(known.iter().rev().take(LATEST));
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let fits: Vec<_> = candidates
            .into_iter()
            .filter_map(|individual| Some((self.fit(individual, place)?, individual)))
            .collect();
        let best = fits.iter().max_by_key(|&(fit, _)| fit).map(|&(_, individual)| individual);
        // Another spelling counts for no more than itself.
        let variant = || self.misspelt(parts).or_else(|| self.cut_short(place));
        let misspelt = best.is_none().then(variant).flatten();
        if misspelt.is_some() {
            self.of_name[place] = misspelt;
            return;
        }
        let is_single = parts.iter().filter(|part| part.is_word()).count() == 1
            && parts.iter().all(|part| part.kind != PartKind::Initial);
        if best.is_none() && is_single && self.is_plural(&parts[0]) {
            return;
        }
        let individual = best.unwrap_or_else(|| {
            self.known.push(Known::default());
            self.known.len() - 1
        });
        if best.is_none() && is_full(parts) {
            let first = parts.iter().take(1).flat_map(|first| &first.lemmas);
            for opening in first.filter_map(variant::opening) {
                self.by_opening.entry(opening).or_default().insert(individual);
            }
        }
        self.of_name[place] = Some(individual);
        let known = &mut self.known[individual];
        known.mentions.push(place);
        known.in_order.insert(place);
        if has_two_initials(parts) {
            known.lettered.get_or_insert(place);
        }
        let alike = if is_full(parts) { &mut known.full } else { &mut known.bare };
        // «Тамара Павловна», «В. Зимина» say no more of a person whose whole name is known.
        let is_whole = best.is_none()
            || !is_full(parts)
            || !is_courteous(parts) && parts.iter().all(|part| part.kind != PartKind::Initial);
        // One that is written as the last was says no more.
        let is_again = alike.last().is_some_and(|&last| self.seen[last].parts == *parts);
        if is_whole && !is_again && alike.len() < LATEST {
            alike.push(place);
        }
        for key in keys {
            if !known.keys.contains(key) {
                known.keys.insert(key.to_owned());
                self.by_word.entry(key.to_owned()).or_default().push(individual);
            }
        }
    }

    /// Makes one of the individuals that two names name. The nominative is that of the first, where
    /// it is not one word before a full name: «Глюкоза (Анна Седова)».
    fn join(&mut self, one: usize, other: usize) {
        let words = |place: usize| {
            let parts: &[Part] = &self.seen[place].parts;
            parts.iter().filter(|part| part.is_word()).count()
        };
        let most = |individual: usize| {
            let mentions = &self.known[individual].mentions;
            mentions.iter().map(|&place| words(place)).max()
        };
        if let (Some(one), Some(other)) = (self.of_name[one], self.of_name[other]) {
            let is_bare = most(one) == Some(1) && most(other) > Some(1);
            let (kept, left) = if is_bare { (other, one) } else { (one, other) };
            for own in self.of_name.iter_mut().filter(|own| **own == Some(left)) {
                *own = Some(kept);
            }
        }
    }

    /// Whether the word is a family's: «Ивановы».
    fn is_plural(&self, part: &Part) -> bool {
        self.names.plural_endings.iter().any(|PluralEnding { ending, .. }| {
            part.key.len() > ending.len() + 3 && part.key.ends_with(ending)
        })
    }

    /// How well a mention fits an individual: nothing where it names somebody else.
    fn fit(&self, individual: usize, place: usize) -> Option<(i32, i32, bool, usize)> {
        let own = &self.seen[place];
        let Known { mentions, full, bare, lettered, in_order, .. } = &self.known[individual];
        let mut best: Option<i32> = None;
        let mut likely = 0;
        // «Ильин» need not fit «Николай Петрович» where «Н. П. Ильин» is he.
        let is_courteous = |place: &usize| is_courteous(&self.seen[*place].parts);
        let full = match lettered {
            Some(lettered) if !is_full(&own.parts) && full.iter().all(is_courteous) => {
                std::slice::from_ref(lettered)
            }
            _ => full.as_slice(),
        };
        // «Бенитес Годой» need not fit «Эктор Бенитес» where «Эктор Бенитес Годой» is he.
        let fits_whole = full.iter().map(|&other| &self.seen[other].parts).any(|whole| {
            whole.len() > own.parts.len() && same(self.names, &own.parts, whole).is_some()
        });
        for &other in full {
            let other = &self.seen[other].parts;
            let fit = same(self.names, &own.parts, other);
            let is_part = || {
                let firsts = own.parts.first().zip(other.first());
                other.len() <= own.parts.len().max(2)
                    && firsts.is_some_and(|(one, other)| !agree(self.names, one, other))
            };
            if fit.is_none() && fits_whole && is_part() {
                continue;
            }
            best = best.max(Some(fit?));
            // The list tells no gender of «Тан Бун Хок».
            let is_either = syllable::is_whole(other);
            let genders = if is_either {
                Gender::BOTH.map(Some)
            } else {
                [gender(other); Gender::BOTH.len()]
            };
            let likelihoods = genders.into_iter().map(|gender| likelihood(own, other, gender));
            likely = likelihoods.max().unwrap_or_default();
        }
        if best.is_none() {
            for &other in bare {
                best = best.max(Some(same(self.names, &own.parts, &self.seen[other].parts)?));
            }
        }
        // Of several that fit, the last named before the mention, or else the first after.
        let before = in_order.range(..place).next_back().copied();
        // «Её сестра Анна Белова поёт. Белова училась …», «пояснил Белов о брате Иване. Белов добавил …»: of kin, whose they
        // are goes by the bare surname.
        let is_kin = |at: usize| self.seen[at].context.kin.is_some();
        let is_own =
            is_full(&own.parts) || !full.first().copied().into_iter().chain(before).any(is_kin);
        let best = best? + self.honorifics(mentions, place);
        (best >= 0).then_some(())?;
        Some((best, likely, is_own, before.map_or(0, |before| before + 1)))
    }

    /// What the words of respect say: the same one speaks for the individual, the other gender's
    /// against it.
    fn honorifics(&self, mentions: &[usize], place: usize) -> i32 {
        let Some((word, own)) = self.seen[place].context.honorific else { return 0 };
        let mut score = 0;
        for &other in mentions.iter().take(LATEST) {
            let known = self.seen[other].context.honorific;
            let other = gender(&self.seen[other].parts).or(known.and_then(|(_, gender)| gender));
            if own.zip(other).is_some_and(|(own, other)| own != other) {
                return -100;
            }
            score = score.max(i32::from(known.is_some_and(|(known, _)| known == word)) * 2);
        }
        score
    }
}

/// The name and patronymic with the surname that another mention has beside their letters or the given name: «Николай
/// Петрович» and «Н. П. Ильин», «Тамара Павловна» and «Тамара Зимина».
fn whole(found: Nominative, mentions: &[&Seen]) -> Nominative {
    let courteous: Vec<&Seen> =
        mentions.iter().copied().filter(|seen| is_courteous(&seen.parts)).collect();
    let is_surname = |word: &Word| word.kind == PartKind::Other;
    if courteous.is_empty() {
        return found;
    }
    if let [given, surname] = found.words.as_slice()
        && given.kind == PartKind::Given
        && is_surname(surname)
    {
        let is_fathers = |word: &Word| word.kind == PartKind::Patronymic;
        let fathers = nominative(&courteous, Some(found.gender))
            .and_then(|courteous| courteous.words.into_iter().find(is_fathers));
        let mut words = found.words;
        words.splice(1..1, fathers);
        return Nominative { words, ..found };
    }
    if found.words.iter().any(is_surname) {
        return found;
    }
    let short = mentions.iter().copied().filter(|seen| has_two_initials(&seen.parts));
    let surname = nominative(&short.collect::<Vec<_>>(), Some(found.gender))
        .and_then(|short| short.words.into_iter().find(is_surname));
    Nominative { words: found.words.into_iter().chain(surname).collect(), ..found }
}
