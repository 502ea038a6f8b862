//! Roles: who in the text holds the post that names a speaker.

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::article::Speaker;
use crate::language::speech::{Form, NounKind};

use super::{Attribution, Attributor, phrase};
use crate::article::Evidence;

/// How many letters of a word stand for it whatever its ending: half of it, three at least.
pub(super) fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let keep = letters.saturating_sub(3).max(4);
    word.char_indices().nth(keep).map_or(word, |(at, _)| &word[..at])
}

impl Attributor<'_> {
    /// The person whose role these words give, the last named first.
    pub(super) fn holder(&self, block: usize, tokens: Range<usize>, head: usize) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        if !matches!(noun.kind, NounKind::Human | NounKind::Stranger)
            || noun.plural && !noun.is_in(crate::language::speech::Case::Genitive)
        {
            return None;
        }
        let words: Vec<&str> = content_words(view, tokens.clone());
        let head = stem(view.nominative(noun));
        let start = view.block.tokens[tokens.start].start;
        let mut best: Option<(usize, (usize, usize))> = None;
        for (at, person) in self.people.people.iter().enumerate() {
            let Some(role) = &person.role else { continue };
            let role = role.to_lowercase().replace('ё', "е");
            let in_role = |word: &str| {
                let wanted = stem(word);
                role.split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|part| stem(part) == wanted)
            };
            if !in_role(head) || !words.iter().all(|word| in_role(word)) {
                continue;
            }
            // The last named before these words, or else the first after.
            let place = self.last_named(at, (block, start));
            if best.is_none_or(|(_, known)| place > known) {
                best = Some((at, place));
            }
        }
        best.map(|(person, _)| person)
    }

    /// Whom a post or trade without a name means that is no known role: the person of whom the text
    /// just spoke.
    pub(super) fn meant(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let noun = self.views[block].sense(head).noun?;
        if noun.kind != NounKind::Human || form == Form::Plural || noun.plural {
            return None;
        }
        let form = match (noun.gender, form) {
            (Form::Feminine, _) => Form::Feminine,
            (_, Form::Masculine | Form::Feminine) => form,
            _ => Form::Singular,
        };
        let (found, at) = self.antecedent(block, tokens.start, form)?;
        let is_near = at + 1 >= block;
        (is_near && matches!(found.speaker, Speaker::Person(_))).then_some(found)
    }

    /// Where the person was last named before this place; the text's beginning where not yet.
    fn last_named(&self, person: usize, before: (usize, usize)) -> (usize, usize) {
        let id = &self.people.people[person].id;
        let mentions = &self.people.mentions;
        let end = mentions.partition_point(|mention| (mention.at.block, mention.at.start) < before);
        mentions[..end]
            .iter()
            .rev()
            .take(200)
            .find(|mention| mention.person == *id)
            .map_or((0, 0), |mention| (mention.at.block, mention.at.start))
    }

    /// A speaker that is no person of the text's: an institution, a document, somebody unnamed.
    pub(super) fn noun(&self, block: usize, tokens: Range<usize>, head: usize) -> Attribution {
        let view = &self.views[block];
        let text = phrase::nominative(view, tokens.clone(), head);
        let noun = view.sense(head).noun;
        let kind = noun.map_or(NounKind::Institution, |noun| noun.kind);
        let form = match noun {
            Some(noun) if noun.plural && noun.gender != Form::Singular => Form::Plural,
            Some(noun) => noun.gender,
            None => Form::Singular,
        };
        let (speaker, because) = match kind {
            NounKind::Human | NounKind::Stranger | NounKind::Group => {
                (Speaker::Unnamed(text), Evidence::UnnamedSource)
            }
            NounKind::Institution | NounKind::Document => {
                (Speaker::Organisation(text), Evidence::Institution)
            }
        };
        Attribution { speaker, source: Some(view.span(tokens)), because, form }
    }
}

fn content_words<'a>(view: &'a View, tokens: Range<usize>) -> Vec<&'a str> {
    tokens
        .filter(|&token| view.is_word(token) && view.function(token).is_none())
        .map(|token| view.block.folded(token))
        .filter(|word| word.chars().count() > 2)
        .collect()
}
