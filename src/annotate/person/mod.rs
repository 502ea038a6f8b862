//! People: the individuals that the text names, one entry each, with every mention of the name.

mod individual;
mod nominative;
mod part;
mod role;

use crate::article::{Mention, MentionKind, Person, Span};
use crate::language::names::Names;

use super::name::{self, Name};
use super::text::{Shape, Text, TextBlock};

use individual::Individuals;
use nominative::{Context, Seen};

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
pub(crate) fn find(text: &Text, _authors: &[String]) -> People {
    let mut names = name::find(text);
    names.retain(|name| !is_namesake(text, name));
    let seen: Vec<Seen> = names
        .iter()
        .map(|name| Seen { parts: part::parts(text, name), context: context(text, name) })
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
    let roles = role::find(text, &names, &individuals.of_name);
    let people = order
        .iter()
        .enumerate()
        .map(|(number, &individual)| {
            let (name, gender) = individuals.name(individual, &seen, text);
            let role = roles.get(&individual).cloned();
            Person { id: format!("p{}", number + 1), name, role, gender }
        })
        .collect();
    People { people, mentions, roles: Vec::new() }
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
fn context(text: &Text, name: &Name) -> Context {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let start = name.tokens.start;
    let before = start.checked_sub(1);
    let preposition =
        before.and_then(|before| names.prepositions.get(block.folded(before)).copied());
    let role = before.and_then(|before| role_cases(block, before, names));
    let verb_at = |token: usize| {
        block
            .tokens
            .get(token)
            .filter(|token| token.shape == Shape::Lower)
            .and_then(|_| names.past_gender(block.folded(token)))
    };
    let verb = verb_at(name.tokens.end).or_else(|| before.and_then(verb_at));
    let opens = before.is_none_or(|before| matches!(block.word(before), "." | "!" | "?" | "…"));
    let title = before
        .map(|before| if block.word(before) == "." { before.saturating_sub(1) } else { before });
    let honorific = title
        .and_then(|title| names.honorifics.get_key_value(block.folded(title)))
        .map(|(word, gender)| (*word, *gender));
    Context { preposition, role, verb, honorific, opens }
}

/// The cases of the role noun at this token, if it is one.
fn role_cases(
    block: &TextBlock,
    token: usize,
    names: &Names,
) -> Option<crate::language::inflection::Cases> {
    names
        .role(block.folded(token))
        .iter()
        .map(|form| form.cases)
        .reduce(crate::language::inflection::Cases::or)
}
