//! Variants: mentions that name somebody by a word that his name elsewhere does not have: slips of the pen, given names cut
//! short.

use std::collections::BTreeSet;

use crate::annotate::name::stem;

use super::individual::{Gathering, Known, LATEST};
use super::lemma::Lemma;
use super::nominative::Seen;
use super::part::{Part, PartKind};
use super::same::{agree, differ_in_numeral};
use super::spelling;

/// A given name that is cut short has at least so many letters.
const SHORTEST: usize = 4;

/// So many letters at least are cut off it.
const SHORTEST_REST: usize = 3;

impl Gathering<'_> {
    /// Leaves to another individual the one mention of a name that is written in another way there: «Ларс Нильсен» before
    /// «Ларс Эрик Нильссен» and «Ларс Нильссен».
    pub(super) fn join_misspelt(&mut self) {
        for individual in 0..self.known.len() {
            let [place] = self.known[individual].mentions[..] else { continue };
            let own = std::mem::take(&mut self.known[individual]);
            match self.misspelt(&self.seen[place].parts) {
                Some(other) => self.of_name[place] = Some(other),
                None => self.known[individual] = own,
            }
        }
    }

    /// The latest individual whose name these words are, one of them written in another way.
    pub(super) fn misspelt(&self, parts: &[Part]) -> Option<usize> {
        let words = |parts| <[Part]>::iter(parts).filter(|part| part.is_word()).collect::<Vec<_>>();
        let own = words(parts);
        let is_slip = |one: &Part, other: &Part, is_full| {
            spelling::is_misspelt(stem(&one.key), stem(&other.key), is_full)
        };
        (0..self.known.len()).rev().take(LATEST).find(|&individual| {
            let Known { mentions, full, .. } = &self.known[individual];
            mentions.iter().take(1).chain(full).any(|&place| {
                let other = words(&self.seen[place].parts);
                if differ_in_numeral(parts, &self.seen[place].parts) {
                    return false;
                }
                if let ([one], Some(other)) = (own.as_slice(), other.last()) {
                    let is_same =
                        is_slip(one, other, false) || spelling::sound_alike(&one.key, &other.key);
                    return one.kind == PartKind::Other && is_same;
                }
                let is_variant = |word: usize| {
                    let (one, other) = (own[word], other[word]);
                    spelling::sound_alike(&one.key, &other.key)
                        || word + 1 == own.len() && is_slip(one, other, true)
                        || word == 0
                            && [one, other].iter().any(|part| part.kind == PartKind::Other)
                            && spelling::differ_by_a_letter(&one.key, &other.key)
                };
                let is_only = |word: usize| {
                    (0..own.len()).all(|at| agree(self.names, own[at], other[at]) == (at != word))
                };
                own.len() == other.len()
                    && (0..own.len()).any(|word| is_variant(word) && is_only(word))
            })
        })
    }

    /// The only individual of a full name whose given name this bare one opens: «Заур» beside «Заурбек Тотров».
    pub(super) fn cut_short(&self, place: usize) -> Option<usize> {
        let Seen { parts, context } = &self.seen[place];
        let [part] = parts.as_slice() else { return None };
        // «Аннабель Седова и её дочь Анна»
        if context.kin.is_some() {
            return None;
        }
        let own = part.lemmas.iter().filter(|lemma| lemma.is_listed);
        let opens = |short: &Lemma, known: &Known| {
            let first = known.full.first().and_then(|&place| self.seen[place].parts.first());
            first.into_iter().flat_map(|first| &first.lemmas).any(|full| {
                let rest = full.key.strip_prefix(&short.key);
                rest.is_some_and(|rest| rest.chars().count() >= SHORTEST_REST)
                    && short.gender.is_none_or(|gender| full.fits(gender))
            })
        };
        let fitting: BTreeSet<usize> = own
            .flat_map(|short| {
                let alike = opening(short).and_then(|opening| self.by_opening.get(&opening));
                let alike = alike.into_iter().flatten().copied().take(LATEST);
                alike.filter(move |&place| opens(short, &self.known[place]))
            })
            .collect();
        let mut fitting = fitting.into_iter();
        let found = fitting.next()?;
        fitting.next().is_none().then_some(found)
    }
}

/// The first letters of a word, as many as the shortest given name that is cut short has.
pub(super) fn opening(lemma: &Lemma) -> Option<String> {
    let opening: String = lemma.key.chars().take(SHORTEST).collect();
    (opening.chars().count() == SHORTEST).then_some(opening)
}
