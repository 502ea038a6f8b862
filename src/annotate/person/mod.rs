//! People: the individuals that the text names, one entry each, with every mention of the name.

mod beside;
mod individual;
mod nominative;
mod part;
mod role;

use crate::article::{BlockKind, Mention, MentionKind, Person, Span};
use crate::language::grammar::Habit;
use crate::language::inflection::Cases;

use super::name::{self, Name};
use super::text::{Shape, Text};

use individual::{Individuals, spell};
use nominative::{Context, Nominative, Seen};
use role::{Role, Roles};

/// The people of an article and where they are named.
#[derive(Default)]
pub(crate) struct People {
    /// One entry per individual, in the order of the first mention.
    pub(crate) people: Vec<Person>,
    /// Every mention by name, in the order of the text.
    pub(crate) mentions: Vec<Mention>,
    /// Where the text gives a person's role: the place of the person among `people`, and the words.
    pub(crate) roles: Vec<(usize, Span)>,
}

/// The people that the text names; `authors` are the article's known authors.
pub(crate) fn find(text: &Text, authors: &[String]) -> People {
    let mut names = name::find(text);
    names.retain(|name| !is_namesake(text, name));
    add_authors(text, authors, &mut names);
    let open = vec![Cases::ALL; names.len()];
    let finder = Roles { text, names: &names, cases: &open };
    let seen: Vec<Seen> = names
        .iter()
        .enumerate()
        .map(|(number, name)| Seen {
            parts: part::parts(text, name),
            context: context(text, name, finder.head_cases(number)),
        })
        .collect();
    let individuals = Individuals::of(text, &names, &seen);

    let mut order: Vec<usize> = Vec::new();
    let mut numbers: Vec<Option<usize>> = vec![None; individuals.count()];
    let mut mentions = Vec::with_capacity(names.len());
    for (name, &individual) in names.iter().zip(&individuals.of_name) {
        let Some(individual) = individual else { continue };
        let number = *numbers[individual].get_or_insert_with(|| {
            order.push(individual);
            order.len() - 1
        });
        mentions.push(Mention {
            person: format!("p{}", number + 1),
            kind: MentionKind::Name,
            at: text.blocks[name.block].span(name.block, name.tokens.clone()),
        });
    }
    let nominatives: Vec<Option<Nominative>> = (0..individuals.count())
        .map(|individual| individuals.nominative(individual, &seen))
        .collect();
    let cases: Vec<Cases> = seen
        .iter()
        .zip(&individuals.of_name)
        .map(|(seen, individual)| {
            let found = individual.and_then(|individual| nominatives[individual].as_ref());
            found.map_or(Cases::ALL, |found| nominative::cases(found, seen))
        })
        .collect();
    let finder = Roles { text, names: &names, cases: &cases };
    let mut given: Vec<Vec<Role>> = vec![Vec::new(); order.len()];
    let mut roles = Vec::new();
    for (place, individual) in individuals.of_name.iter().enumerate() {
        let Some(number) = individual.and_then(|individual| numbers[individual]) else { continue };
        let noun_last = text.language.grammar.has(Habit::SubjectFirst);
        let beside = if noun_last { beside::of(text, &names[place]) } else { finder.of(place) };
        for role in beside {
            roles.push((number, role.at));
            given[number].push(role);
        }
    }
    let people = order
        .iter()
        .zip(given)
        .enumerate()
        .map(|(number, (&individual, roles))| {
            let found = nominatives[individual].as_ref();
            Person {
                id: format!("p{}", number + 1),
                name: found.map(|found| spell(found, &text.language.names)).unwrap_or_default(),
                role: fullest(roles),
                gender: found.filter(|found| found.is_gender_sure).map(|found| found.gender),
            }
        })
        .collect();
    People { people, mentions, roles }
}

/// The role that says most: the one with the most words that carry meaning, the first of equals.
fn fullest(roles: Vec<Role>) -> Option<String> {
    let words = |role: &Role| {
        role.text.split_whitespace().filter(|word| word.chars().nth(3).is_some()).count()
    };
    let most = roles.iter().map(words).max()?;
    roles.into_iter().find(|role| words(role) == most).map(|role| role.text)
}

/// Adds the authors that the byline names and the model did not see as names.
fn add_authors(text: &Text, authors: &[String], names: &mut Vec<Name>) {
    for (number, block) in text.blocks.iter().enumerate() {
        if block.kind != BlockKind::Byline {
            continue;
        }
        for author in authors {
            let Some(start) = block.folded.find(&author.to_lowercase().replace('ё', "е")) else {
                continue;
            };
            let end = start + author.len();
            let first = block.tokens.partition_point(|token| token.start < start);
            let past = block.tokens.partition_point(|token| token.start < end);
            let overlaps = |name: &&Name| {
                name.block == number && name.tokens.start < past && first < name.tokens.end
            };
            if first < past && names.iter().find(overlaps).is_none() {
                names.push(Name { block: number, tokens: first..past });
            }
        }
    }
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

/// Whether the name is a thing's: «улица Пушкина», «имени Абая».
fn is_namesake(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let mut before = name.tokens.start;
    while before > 0 {
        before -= 1;
        match block.word(before) {
            "." | "«" | "\"" => {}
            _ => return names.is_eponym(block.folded(before)),
        }
    }
    false
}

/// What stands around the name.
fn context(text: &Text, name: &Name, role: Option<Cases>) -> Context {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let start = name.tokens.start;
    let before = start.checked_sub(1);
    let preposition =
        before.and_then(|before| names.prepositions.get(block.folded(before)).copied());
    let verb_at = |token: usize| {
        block
            .tokens
            .get(token)
            .filter(|token| token.shape == Shape::Lower)
            .and_then(|_| names.past_gender(block.folded(token)))
    };
    let verb = verb_at(name.tokens.end).or_else(|| before.and_then(verb_at));
    let opens = before.is_none_or(|before| matches!(block.word(before), "." | "!" | "?" | "…"));
    let is_governed = before.is_some_and(|before| {
        let word = block.folded(before);
        block.tokens[before].shape == Shape::Lower
            && preposition.is_none()
            && role.is_none()
            && !names.is_verb_like(word)
            && !names.role_stops.contains(word)
    });
    let title = before
        .map(|before| if block.word(before) == "." { before.saturating_sub(1) } else { before });
    let honorific = title
        .and_then(|title| names.honorifics.get_key_value(block.folded(title)))
        .map(|(word, gender)| (*word, *gender));
    Context { preposition, role, verb, is_governed, honorific, opens }
}
