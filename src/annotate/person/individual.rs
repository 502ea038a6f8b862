//! Individuals: which mentions name the same person.
//!
//! Full names come first and make the individuals; then each bare surname or given name joins the
//! individual that it fits, the last named before it where there are several.

use std::collections::{BTreeMap, HashMap};

use crate::annotate::name::Name;
use crate::annotate::text::Text;
use crate::article::Gender;
use crate::language::names::Names;

use super::nominative::{Nominative, Seen, nominative};
use super::part::{Part, PartKind};

/// The individuals of a text.
pub(super) struct Individuals {
    /// Of each name the individual it names; nothing where it names no single one.
    pub(super) of_name: Vec<Option<usize>>,
    /// Of each individual its mentions.
    mentions: Vec<Vec<usize>>,
}

/// At most so many individuals of one word are looked at for a mention: the latest.
const LATEST: usize = 12;

/// What is being gathered.
struct Gathering<'a> {
    names: &'a Names,
    seen: &'a [Seen],
    of_name: Vec<Option<usize>>,
    mentions: Vec<Vec<usize>>,
    /// By the key of a word's nominative, the individuals that have it.
    by_word: HashMap<String, Vec<usize>>,
}

impl Individuals {
    /// The individuals that these names name.
    pub(super) fn of(text: &Text, names: &[Name], seen: &[Seen]) -> Self {
        let mut gathering = Gathering {
            names: &text.language.names,
            seen,
            of_name: vec![None; names.len()],
            mentions: Vec::new(),
            by_word: HashMap::new(),
        };
        let words = |place: usize| {
            let parts: &[Part] = &seen[place].parts;
            parts.iter().filter(|part| part.is_word()).count()
        };
        let is_latin = |place: usize| seen[place].parts.iter().all(|part| part.key.is_ascii());
        // A Latin name in brackets right behind a name is the same name.
        let gloss = |place: usize| {
            place > 0 && is_latin(place) && !is_latin(place - 1) && {
                let (before, own) = (&names[place - 1], &names[place]);
                let block = &text.blocks[own.block];
                before.block == own.block
                    && own.tokens.start <= before.tokens.end + 4
                    && (before.tokens.end..own.tokens.start)
                        .any(|token| matches!(block.word(token), "(" | "["))
            }
        };
        let mut order: Vec<usize> = (0..names.len()).filter(|&place| !gloss(place)).collect();
        // Fullest first, each in the order of the text.
        order.sort_by_key(|&place| {
            let parts = &seen[place].parts;
            let has_initial = parts.iter().any(|part| part.kind == PartKind::Initial);
            match (words(place), has_initial) {
                (2.., _) => 0,
                (_, true) => 1,
                _ => 2,
            }
        });
        for place in order {
            gathering.place(place);
        }
        for place in (0..names.len()).filter(|&place| gloss(place)) {
            if let Some(individual) = gathering.of_name[place - 1] {
                gathering.of_name[place] = Some(individual);
                gathering.mentions[individual].push(place);
            }
        }
        Self { of_name: gathering.of_name, mentions: gathering.mentions }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.mentions.len()
    }

    /// The individual's full name in the nominative, and the gender.
    pub(super) fn name(
        &self,
        individual: usize,
        seen: &[Seen],
        text: &Text,
    ) -> (String, Option<Gender>) {
        let own: Vec<&Seen> = self.mentions[individual].iter().map(|&place| &seen[place]).collect();
        let shown =
            own.iter().find_map(|seen| seen.context.honorific.and_then(|(_, gender)| gender));
        let Some(found) = nominative(&own, shown) else { return (String::new(), None) };
        let gender = found.is_gender_sure.then_some(found.gender);
        (spell(&found, &text.language.names), gender)
    }
}

impl Gathering<'_> {
    /// Puts a mention to its individual, or makes one of it.
    fn place(&mut self, place: usize) {
        let parts = &self.seen[place].parts;
        let mut candidates: Vec<usize> = Vec::new();
        let keys: Vec<String> =
            parts.iter().filter(|part| part.is_word()).flat_map(|part| self.keys(part)).collect();
        for key in &keys {
            if let Some(known) = self.by_word.get(key) {
                candidates.extend(known.iter().rev().take(LATEST));
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let best = candidates
            .into_iter()
            .filter_map(|individual| Some((self.fit(individual, place)?, individual)))
            .max_by_key(|&(fit, _)| fit)
            .map(|(_, individual)| individual);
        let is_single = parts.iter().filter(|part| part.is_word()).count() == 1
            && parts.iter().all(|part| part.kind != PartKind::Initial);
        if best.is_none() && is_single && self.is_plural(&parts[0]) {
            return;
        }
        let individual = best.unwrap_or_else(|| {
            self.mentions.push(Vec::new());
            self.mentions.len() - 1
        });
        self.of_name[place] = Some(individual);
        self.mentions[individual].push(place);
        for key in keys {
            let known = self.by_word.entry(key).or_default();
            if known.last() != Some(&individual) && !known.contains(&individual) {
                known.push(individual);
            }
        }
    }

    /// What a word may be looked up by.
    fn keys(&self, part: &Part) -> Vec<String> {
        let mut keys: Vec<String> = part.lemmas.iter().map(|lemma| lemma.key.clone()).collect();
        for lemma in &part.lemmas {
            if let Some(full) = self.names.short.get(&lemma.key) {
                keys.extend(full.iter().cloned());
            }
            if let Some((_, last)) = lemma.key.rsplit_once('-') {
                keys.push(last.to_owned());
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether the word is a family's: «Ивановы».
    fn is_plural(&self, part: &Part) -> bool {
        self.names
            .plural_endings
            .iter()
            .any(|ending| part.key.len() > ending.len() + 3 && part.key.ends_with(ending))
    }

    /// How well a mention fits an individual: nothing where it names somebody else.
    fn fit(&self, individual: usize, place: usize) -> Option<(i32, usize)> {
        let own = &self.seen[place].parts;
        let mentions = &self.mentions[individual];
        let mut best: Option<i32> = None;
        for &other in mentions.iter().take(LATEST) {
            let score = self.same(own, &self.seen[other].parts)?;
            best = best.max(Some(score));
        }
        let best = best.map(|best| best + self.honorifics(mentions, place));
        if best.is_some_and(|best| best < 0) {
            return None;
        }
        // Of several that fit, the last named before the mention, or else the first after.
        let before = mentions.iter().filter(|&&other| other < place).max().copied();
        Some((best?, before.map_or(0, |before| before + 1)))
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

    /// How well two mentions go together as one person's: nothing where they do not.
    fn same(&self, one: &[Part], other: &[Part]) -> Option<i32> {
        let words = |parts: &[Part]| parts.iter().filter(|part| part.is_word()).count();
        let (fewer, more) = if words(one) <= words(other) { (one, other) } else { (other, one) };
        let mut score = 0;
        let mut used = vec![false; more.len()];
        let mut genders: BTreeMap<bool, ()> = BTreeMap::new();
        for part in fewer.iter().filter(|part| part.is_word()) {
            let place = more
                .iter()
                .enumerate()
                .rev()
                .find(|&(place, other)| !used[place] && other.is_word() && self.agree(part, other))
                .map(|(place, _)| place)?;
            used[place] = true;
            let is_last = more[place + 1..].iter().all(|part| !part.is_word());
            score += if is_last { 3 } else { 2 };
        }
        // Initials must be those of words that are left, or of initials.
        for part in fewer.iter().filter(|part| part.kind == PartKind::Initial) {
            let letter = part.key.chars().next();
            let fits = more
                .iter()
                .enumerate()
                .any(|(place, other)| !used[place] && other.key.chars().next() == letter);
            if !fits && words(fewer) < words(more) {
                return None;
            }
            if !fits && more.iter().any(|part| part.kind == PartKind::Initial) {
                return None;
            }
        }
        // Two full names must both agree in gender.
        for parts in [one, other] {
            if let Some(gender) = gender(parts) {
                genders.insert(gender == Gender::Masculine, ());
            }
        }
        (genders.len() < 2).then_some(score)
    }

    /// Whether two words may be forms of one.
    fn agree(&self, one: &Part, other: &Part) -> bool {
        if one.key == other.key {
            return true;
        }
        let (one, other) = (self.keys(one), self.keys(other));
        one.iter().any(|key| other.binary_search(key).is_ok())
    }
}

/// The gender that the given name shows beyond doubt.
fn gender(parts: &[Part]) -> Option<Gender> {
    let mut found = None;
    if parts.iter().filter(|part| part.is_word()).count() < 2 {
        return None;
    }
    for part in parts.iter().filter(|part| part.kind == PartKind::Given) {
        for lemma in part.lemmas.iter().filter(|lemma| lemma.weight >= 6) {
            match (found, lemma.gender) {
                (None, own) => found = own,
                (Some(known), Some(own)) if known == own => {}
                _ => return None,
            }
        }
    }
    found
}

/// The name as one reads it: given name first.
fn spell(found: &Nominative, _names: &Names) -> String {
    let mut words: Vec<(PartKind, &str)> =
        found.words.iter().map(|word| (word.kind, word.text.as_str())).collect();
    // «Иванов Иван Иванович», «Иванов И. И.»: the surname goes to the end.
    let is_reversed = words.len() >= 2
        && words[0].0 == PartKind::Other
        && words[1..].iter().all(|(kind, _)| {
            matches!(kind, PartKind::Given | PartKind::Patronymic | PartKind::Initial)
        });
    let looks_like_surname = words.len() >= 3
        || words.get(1).is_some_and(|(kind, _)| *kind == PartKind::Initial)
        || words.first().is_some_and(|(_, word)| is_surname(word, _names));
    if is_reversed && looks_like_surname {
        words.rotate_left(1);
    }
    words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// Whether a nominative has the ending of a surname.
fn is_surname(word: &str, names: &Names) -> bool {
    let folded = word.to_lowercase();
    [Gender::Masculine, Gender::Feminine]
        .into_iter()
        .any(|gender| names.ending_weight(&folded, gender) >= 3)
}
