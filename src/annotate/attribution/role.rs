//! Roles: who in the text holds the post that names a speaker.

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::article::{BlockKind, Evidence, Speaker};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind};

use super::{Attribution, Attributor, Known, phrase};

/// How many mentions back the holder of a role is looked for, and how many people from the first on
/// where those hold none.
const BACK: usize = 400;

/// How many paragraphs back a post without a name can mean whom the text spoke of.
const NEAR: usize = 3;

/// How many paragraphs back a medium can have spoken that «издание» means.
const SPOKE: usize = 6;

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
    /// Whether the role is this noun's, and not that of another to whom this noun belongs: «мать девушки».
    pub(super) fn is(&self, noun: &str) -> bool {
        self.role.iter().any(|part| part == noun)
    }

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
            .find(|&person| is_whole && self.known[person].is(head_word) && has_rest(person));
        by_word.or_else(|| {
            // «глава» alone may be anybody's, but not «нынешний глава».
            let tells = named.len() > 1 || !rest.is_empty() || tokens.start < named.start;
            let holds = |&person: &usize| {
                tells && posts.iter().any(|post| self.known[person].is(post)) && has_rest(person)
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

    /// Whom a post or trade without a name means that is no known role: the person of whom the text
    /// just spoke.
    pub(super) fn meant(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        (form, case): (Form, Case),
    ) -> Option<Attribution> {
        let noun = self.views[block].sense(head).noun?;
        if self.views[block].has(Habit::SubjectFirst)
            || !matches!(noun.kind, NounKind::Human | NounKind::Kin | NounKind::Stranger)
            || form == Form::Plural
            || !noun.singular
        {
            return None;
        }
        // «отметила представитель компании»: a woman, whom the verb tells.
        let is_she = form == Form::Feminine && noun.gender == Form::Masculine;
        let form = match (noun.gender, form) {
            (Form::Feminine, _) => Form::Feminine,
            // «муж» is no woman.
            (gender, _) if noun.kind == NounKind::Kin => gender,
            (_, Form::Masculine | Form::Feminine) => form,
            _ => Form::Singular,
        };
        let view = &self.views[block];
        let word = view.nominative(noun);
        let is_it = |person: usize| {
            let known = &self.known[person];
            known.is(word) || view.speech().posts(word).iter().any(|post| known.is(post))
        };
        let holds = |id: &str| self.index(id).is_some_and(is_it);
        // «сценарист Ильин поздравил его. Актёр признался»: rather than whom the text knows by another
        // trade, the one of whom it tells from its headline on.
        // «юбиляр признаётся»: no woman, where a man is told of.
        let is_man = noun.gender == Form::Masculine && form == Form::Singular;
        let is_woman = |person: usize| is_man && self.form_of(person) == Form::Feminine;
        let is_another =
            |person: usize| !self.known[person].role.is_empty() && !is_it(person);
        let last_of = |may_be: &dyn Fn(usize) -> bool| {
            self.named_antecedent(block, tokens.start, form, may_be)
                .filter(|(_, at)| noun.kind == NounKind::Human && at + NEAR >= block)
        };
        let heading = || last_of(&|person| !is_woman(person) && self.is_heading(person));
        let told = || {
            last_of(&|person| {
                !is_woman(person)
                    && (is_it(person) || self.is_heading(person) && !is_another(person))
            })
        };
        let (found, at) = self.antecedent(block, tokens.start, form)?;
        let (found, at) = match &found.speaker {
            Speaker::Person(id) => {
                let person = self.index(id)?;
                let other = Some(person).filter(|&person| is_another(person) || is_woman(person));
                let instead = other.and_then(|person| told().or_else(|| heading().filter(|_| is_woman(person))));
                instead.unwrap_or((found, at))
            }
            // «источник сообщил, что новый министр заявил»: not the source, but who was named as minister.
            _ => {
                let is_plain = (tokens.start..head)
                    .all(|at| view.speech().says_nothing(view.block.folded(at)))
                    && (head + 1..tokens.end).all(|at| self.nominatives.is_place(view, at));
                let is_alone = is_plain && tokens.end == head + 1;
                told()
                    .or_else(|| heading().filter(|_| is_alone))
                    .filter(|(found, _)| {
                        is_plain || matches!(&found.speaker, Speaker::Person(id) if holds(id))
                    })?
            }
        };
        let Speaker::Person(id) = &found.speaker else { return None };
        let is_near = at + NEAR >= block;
        // «менеджер Анны Беловой» is whoever works for her, and nobody else named.
        // «его отец» is somebody else's than him.
        let first = tokens.start.min(head);
        let is_theirs = (head + 1..tokens.end).any(|at| self.person_at(block, at).is_some())
            || first > 0 && view.sense(first - 1).pronoun.is_some_and(|pronoun| pronoun.possessive);
        if is_theirs {
            return None;
        }
        // «представитель компании» is whoever was said to work there, or else somebody new.
        let works_there = || {
            let person = self.index(id)?;
            let mut rest =
                content_words(&self.views[block], head + 1..tokens.end).into_iter().peekable();
            rest.peek()?;
            let role = &self.known[person].role;
            rest.all(|word| role.iter().any(|part| is_same_word(part, word))).then_some(())
        };
        let is_alone = tokens.len() == 1;
        // Some paragraphs on, «начальник управления» is not the driver who spoke before him.
        let is_bare = tokens.end == head + 1;
        let is_other = at + 1 < block
            && self.index(id).is_some_and(|person| {
                is_another(person) && !(is_bare && self.is_heading(person))
            });
        let is_meant = match noun.kind {
            NounKind::Human => !is_other,
            // «жена бизнесмена» is not he, nor «сын» whoever spoke last.
            NounKind::Kin => is_alone || self.is_kin(block, head, id),
            // «– сказал врач» behind what a named one said.
            _ => {
                let is_subject = is_alone && case == Case::Nominative;
                works_there().is_some()
                    || is_she && at + 1 >= block && self.spoke_last(id)
                    || is_subject && at + 1 >= block && self.spoke_last(id)
            }
        };
        (is_near && is_meant).then_some(found)
    }

    /// Whether this person is named in the headline.
    fn is_heading(&self, person: usize) -> bool {
        let mentions = &self.people.mentions;
        mentions
            .iter()
            .take(BACK)
            .take_while(|mention| self.views[mention.at.block].block.kind == BlockKind::Headline)
            .any(|mention| self.index(&mention.person) == Some(person))
    }

    /// Whether this person can be somebody's kin: of another gender than the noun behind «жена».
    fn is_kin(&self, block: usize, head: usize, id: &str) -> bool {
        let view = &self.views[block];
        let owner = (head + 1..view.len().min(head + 4)).find_map(|at| view.sense(at).noun);
        let gender = self.index(id).map(|person| self.form_of(person));
        owner.zip(gender).is_some_and(|(owner, gender)| {
            matches!(gender, Form::Masculine | Form::Feminine) && owner.gender != gender
        })
    }

    /// Whether this person is whose words were quoted last.
    fn spoke_last(&self, id: &str) -> bool {
        self.last.as_ref().is_some_and(
            |(last, _)| matches!(&last.speaker, Speaker::Person(person) if person == id),
        )
    }

    /// Whom a noun on no list means, as «гимнаст»: the person of whom the text just spoke.
    pub(super) fn epithet(
        &self,
        block: usize,
        tokens: Range<usize>,
        form: Form,
    ) -> Option<Attribution> {
        // «один из членов» is nobody named.
        let is_one_of = self.views[block].function(tokens.end) == Some(Function::Preposition);
        if is_one_of || form == Form::Plural {
            return None;
        }
        let (found, at) = self.antecedent(block, tokens.start, form)?;
        (matches!(found.speaker, Speaker::Person(_)) && at + 1 >= block).then_some(found)
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

fn content_words<'a>(view: &'a View, tokens: Range<usize>) -> Vec<&'a str> {
    tokens
        .filter(|&token| view.is_word(token) && view.function(token).is_none())
        .map(|token| view.block.folded(token))
        .filter(|word| word.chars().count() > 2)
        .collect()
}
