//! Roles: who in the text holds the post that names a speaker.

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::article::{Evidence, Speaker};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, NounKind};

use super::{Attribution, Attributor, Known, phrase};

/// How many mentions back the holder of a role is looked for, and how many people from the first on
/// where those hold none.
pub(super) const BACK: usize = 400;

/// How many paragraphs back a medium can have spoken that «издание» means.
pub(super) const SPOKE: usize = 6;

/// A surname alone has at most this many tokens, with initials, and at least this many letters.
const SURNAME: usize = 5;

/// Whether the two are forms of one word: all but the ending agrees.
pub(super) fn is_same_word(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (one.chars().count(), other.chars().count());
    common >= a.min(b).min(3.max(a.min(b).saturating_sub(2))) && a.max(b) - common <= 3
}

/// The words of a role in small letters, with ё as е.
pub(super) fn words(role: &str) -> Vec<String> {
    role.to_lowercase()
        .replace('ё', "е")
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Known {
    /// Whether the role has this word in some form, or the noun that the adjective comes from.
    pub(super) fn has(&self, word: &str) -> bool {
        self.role.iter().any(|part| is_same_word(part, word) || is_same_root(part, word))
    }
}

/// Whether one of the two is an adjective made from the other: «российский» and «России».
fn is_same_root(one: &str, other: &str) -> bool {
    let root = |word: &str| {
        let at = word.rfind("ск").filter(|at| word[*at..].chars().count() <= 5)?;
        Some(word[..at].to_owned())
    };
    let (root, noun) = match (root(one), root(other)) {
        (Some(root), None) => (root, other),
        (None, Some(root)) => (root, one),
        _ => return false,
    };
    let common = root.chars().zip(noun.chars()).take_while(|(a, b)| a == b).count();
    common >= 4 && root.chars().count() - common <= 2 && noun.chars().count() - common <= 3
}

impl Attributor<'_> {
    /// Whether the person's role is this noun's, and not that of another to whom the noun belongs: «мать девушки».
    pub(super) fn is_role(&self, person: usize, view: &View, noun: &str) -> bool {
        let known = &self.known[person];
        // «ауыл әкімі»: a noun that comes last has an ending of its own.
        view.has(Habit::SubjectFirst) && known.has(noun)
            || known.role.iter().any(|part| part == noun)
    }

    /// The person whose role these words give, the last named before them first.
    pub(super) fn holder(&self, block: usize, tokens: Range<usize>, head: usize) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        if !noun.kind.is_human() || !noun.singular {
            return None;
        }
        let head_word = view.nominative(noun);
        // «глава государства» names a post by both its words.
        let both = format!("{head_word} {}", view.block.folded(head + 1));
        let (posts, named) = match view.speech().posts(&both) {
            [] => (view.speech().posts(head_word), head..head + 1),
            posts => (posts, head..head + 2),
        };
        let rest: Vec<&str> = content_words(view, tokens.start..named.start)
            .into_iter()
            .filter(|adjective| !view.speech().says_nothing(adjective))
            .chain(content_words(view, named.end..tokens.end.max(named.end)))
            .collect();
        let start = view.block.tokens[tokens.start].start;
        let mentions = &self.people.mentions;
        let end = mentions
            .partition_point(|mention| (mention.at.block, mention.at.start) < (block, start));
        let before = || {
            mentions[..end]
                .iter()
                .rev()
                .take(BACK)
                .filter_map(|mention| self.index(&mention.person))
        };
        let others = || 0..self.people.people.len().min(BACK);
        let has_rest = |person: usize| {
            let known = &self.known[person];
            rest.iter().all(|word| {
                known.has(word)
                    || known.name.iter().any(|part| is_same_word(part, word))
                    || view.speech().said_otherwise(word).iter().any(|other| known.has(other))
            })
        };
        // The very word first, then what it can stand for.
        let is_whole = named.len() == 1;
        let by_word = before()
            .chain(others())
            .find(|&person| is_whole && self.is_role(person, view, head_word) && has_rest(person));
        by_word.or_else(|| {
            // «глава» alone may be anybody's, but not «нынешний глава».
            let tells = named.len() > 1 || !rest.is_empty() || tokens.start < named.start;
            let holds = |&person: &usize| {
                tells
                    && posts.iter().any(|post| self.is_role(person, view, post))
                    && has_rest(person)
            };
            before().find(holds).or_else(|| others().filter(|_| end == 0).find(holds))
        })
    }

    /// The person whose surname these words are, where no mention was found in them.
    pub(super) fn namesake(&self, block: usize, tokens: Range<usize>, case: Case) -> Option<usize> {
        let view = &self.views[block];
        let last = tokens.clone().rev().find(|&at| view.is_word(at))?;
        let word = view.block.folded(last);
        if tokens.len() > SURNAME || word.chars().count() < SURNAME {
            return None;
        }
        // «пресс-агент Петрова» is somebody else than him.
        let is_whole = case == Case::Nominative && tokens.len() > 1;
        (0..self.known.len().min(BACK)).find(|&person| {
            self.known[person].name.last().is_some_and(|surname| {
                if is_whole { surname == word } else { is_same_word(surname, word) }
            })
        })
    }

    /// Whom a word means that stands for the last speaker: «собеседник агентства», «издание».
    pub(super) fn its(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let alone = tokens.len() == 1;
        if noun.kind == NounKind::ItsMedium {
            return self.medium(block, head).filter(|_| alone);
        }
        let (last, _) = self.last.as_ref()?;
        let fits = match (noun.kind, &last.speaker) {
            (NounKind::Interlocutor, Speaker::Unnamed(_)) => !noun.plural,
            // «собеседник «Вестника»» is somebody new beside those named.
            (NounKind::Interlocutor, Speaker::Person(_)) => {
                !noun.plural && !(head + 1..tokens.end).any(|at| view.is_capital(at))
            }
            (NounKind::ItsDocument, Speaker::Organisation(_)) => alone,
            _ => false,
        };
        fits.then(|| last.clone())
    }

    /// The medium that «издание» alone means: the one that spoke last by a name, unless another is named
    /// since.
    fn medium(&self, block: usize, head: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let by_noun = view.speech().posts(word).iter().chain(std::iter::once(&word)).map(Some);
        let (spoke, place) = by_noun
            .chain(std::iter::once(None))
            .filter_map(|noun| self.bodies.get(&noun.copied()))
            .max_by_key(|(_, place)| *place)?;
        let is_near = place.0 + SPOKE >= block;
        let is_named_since = self.named_before(block, head).is_some_and(|named| named > *place);
        (is_near && !is_named_since).then(|| spoke.clone())
    }

    /// A speaker that is no person of the text's: an institution, a document, somebody unnamed.
    pub(super) fn noun(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        case: Case,
    ) -> Attribution {
        let view = &self.views[block];
        let noun = view.sense(head).noun;
        // «по версии следствия Пётр Ильин виновен»: the name is no part of the body's.
        let tokens = match self.subject_within(block, head + 1..tokens.end) {
            Some((_, name)) => tokens.start..name.start,
            None => tokens,
        };
        let text = self
            .body(block, tokens.clone(), head)
            .unwrap_or_else(|| phrase::titled(view, tokens.clone(), head, case));
        let kind = noun.map_or(NounKind::Institution, |noun| noun.kind);
        // «ряд изданий» is what is counted.
        let kind = (head + 1..tokens.end)
            .filter(|_| kind == NounKind::Quantity)
            .find_map(|at| view.sense(at).noun)
            .map_or(kind, |counted| counted.kind);
        let form = match noun {
            Some(noun) if !noun.singular || noun.plural && noun.gender != Form::Singular => {
                Form::Plural
            }
            Some(noun) => noun.gender,
            None => Form::Singular,
        };
        let (speaker, because) = if kind.is_human() {
            (Speaker::Unnamed(text), Evidence::UnnamedSource)
        } else {
            (Speaker::Organisation(text), Evidence::Institution)
        };
        Attribution { speaker, source: Some(view.span(tokens)), because, form }
    }
}

pub(super) fn content_words<'a>(view: &'a View, tokens: Range<usize>) -> Vec<&'a str> {
    tokens
        .filter(|&token| view.is_word(token) && view.function(token).is_none())
        .map(|token| view.block.folded(token))
        .filter(|word| word.chars().count() > 2)
        .collect()
}
