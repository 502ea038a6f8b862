//! Roles: who in the text holds the post that names a speaker.

use std::ops::Range;

use crate::annotate::name;
use crate::annotate::person::spelling;
use crate::annotate::quotation::view::View;
use crate::article::{Evidence, Mention, Speaker};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, Noun, NounKind};

use super::root::{common, is_of_stem, is_same_root};
use super::{Attribution, Attributor, Known, phrase};

/// How many mentions back the holder of a role is looked for, and how many people from the first on
/// where those hold none.
pub(super) const BACK: usize = 400;

/// How many paragraphs back, of those of one post, the one is looked for who does something there.
const NEAR: usize = 3;

/// How many paragraphs back a medium can have spoken that «издание» means.
pub(super) const SPOKE: usize = 6;

/// A surname alone has at most this many tokens, with initials, and at least this many letters.
const SURNAME: usize = 5;

/// Whether the two are forms of one word: all but the ending agrees.
pub(super) fn is_same_word(one: &str, other: &str) -> bool {
    let common = common(one, other);
    let (a, b) = (one.chars().count(), other.chars().count());
    common >= a.min(b).min(3.max(a.min(b).saturating_sub(2))) && a.max(b) - common <= 3
}

/// The words of a role in small letters, with ё as е.
pub(super) fn words(role: &str) -> Vec<String> {
    role.to_lowercase()
        .replace('ё', "е")
        // «О'Нил» is one word.
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’' | 'ʼ'))
        .map(|word| word.trim_matches(['\'', '’', 'ʼ']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Known {
    /// Whether the role has this word in some form, or the noun that the adjective comes from.
    pub(super) fn has(&self, word: &str) -> bool {
        has(&self.role, word)
    }
}

/// Whether one of the words is this one in some form, or the noun that the adjective comes from.
fn has(words: &[String], word: &str) -> bool {
    words
        .iter()
        .any(|part| is_same_word(part, word) || is_same_root(part, word) || is_of_stem(part, word))
}

impl Attributor<'_> {
    /// Whether the person's role is this noun's, and not that of another to whom the noun belongs: «мать девушки».
    pub(super) fn is_role(&self, person: usize, view: &View, noun: &str) -> bool {
        let known = &self.known[person];
        // «ауыл әкімі»: a noun that comes last has an ending of its own.
        // «врач» of the «врач-инфекционист», but no «министр» of the «премьер-министр»
        let is_it =
            |part: &str| part == noun || part.split_once('-').is_some_and(|one| one.0 == noun);
        view.has(Habit::SubjectFirst) && known.has(noun)
            || known.role.iter().any(|part| is_it(part))
    }

    /// Whether the text calls the person by this noun and the rest of its words elsewhere than in the role that says
    /// most.
    fn is_called(&self, person: usize, noun: &str, rest: &[&str]) -> bool {
        self.known[person].others.iter().any(|role| {
            role.iter().any(|word| word == noun) && rest.iter().all(|word| has(role, word))
        })
    }

    /// The person whose role these words give, the last named before them first; whom the verb agrees with, and only
    /// then another, since a gender may be guessed wrong: «сказала премьер».
    pub(super) fn holder(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let noun = self.views[block].sense(head).noun?;
        let form = match (form, noun.gender) {
            (Form::Masculine | Form::Feminine, _) => form,
            (_, Form::Feminine) => Form::Feminine,
            _ => Form::Singular,
        };
        // «градоначальница» is no man.
        // «Депутат Иван Белов извинился перед Анной Седовой. «…», – ответила депутат»: no man, where a woman is told of.
        let is_womans = || {
            let is_woman = |person: usize| self.form_of(person) == Form::Feminine;
            form == Form::Feminine
                && self
                    .named_antecedent(block, tokens.start, form, is_woman)
                    .is_some_and(|(_, at)| at + 1 >= block)
        };
        let is_open = form != Form::Singular && noun.gender != Form::Feminine && !is_womans();
        let forms = [Some(form), is_open.then_some(Form::Singular)];
        [true, false].into_iter().find_map(|by_two| {
            forms
                .into_iter()
                .flatten()
                .find_map(|form| self.bearer(block, tokens.clone(), head, (form, by_two)))
        })
    }

    /// The same of those alone with whom a verb of this form agrees; by the noun and what belongs to it, or by the noun.
    fn bearer(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        (form, by_two): (Form, bool),
    ) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        if !noun.kind.is_human() || !noun.singular {
            return None;
        }
        // «вице-министр» is no minister.
        let head_word = &*phrase::whole(view.block.folded(head), view.nominative(noun));
        // «глава государства» names a post by both its words, «глава японского правительства» too.
        let described = usize::from(view.is_oblique_adjective(head + 1));
        let both = format!("{head_word} {}", view.block.folded(head + 1 + described));
        let (posts, named) = match view.speech().posts(&both) {
            [] if by_two => return None,
            posts if by_two => (posts, head..head + 2 + described),
            [] => (view.speech().posts(head_word), head..head + 1),
            _ => (&[][..], head..head + 1),
        };
        let of_post = (named.len() > 2).then(|| view.block.folded(head + 1));
        let rest: Vec<&str> = content_words(view, tokens.start..named.start)
            .into_iter()
            .filter(|adjective| !view.speech().says_nothing(adjective))
            .chain(content_words(view, named.end..tokens.end.max(named.end)))
            .chain(of_post.filter(|adjective| !view.speech().says_nothing(adjective)))
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
                .filter_map(|mention| Some((self.index(&mention.person)?, mention)))
                .filter(|(person, _)| self.agrees(*person, form))
        };
        let others = || {
            let people = 0..self.people.people.len().min(BACK);
            people.filter(|person| self.agrees(*person, form))
        };
        let has_rest = |person: usize| {
            let known = &self.known[person];
            rest.iter().all(|word| {
                known.has(word)
                    || known.name.iter().any(|part| is_same_word(part, word))
                    || view.speech().said_otherwise(word).iter().any(|other| known.has(other))
            })
        };
        // «сестра путешественника» of the only sister told of, where no name says whose she is.
        let is_only = |person: usize| {
            !others().any(|other| other != person && self.is_role(other, view, head_word))
        };
        let is_only_kin = |person: usize| {
            noun.kind == NounKind::Kin
                && !(head + 1..tokens.end).any(|at| view.is_capital(at))
                && is_only(person)
        };
        let is_likely = |person: usize| {
            let is_his =
                |word: &&str| self.known[person].has(word) || view.speech().says_nothing(word);
            content_words(view, tokens.start..head).iter().all(is_his)
                && self.is_of_its_kind(person, view, head, tokens.end)
                && is_only(person)
        };
        // The very word first, then what it can stand for.
        let is_whole = named.len() == 1;
        let bears = |person: usize| {
            is_whole
                && (self.is_role(person, view, head_word)
                    && (has_rest(person) || is_only_kin(person) || is_likely(person))
                    || self.was(person, view, tokens.start..head, head_word)
                    || self.is_called(person, head_word, &rest))
                && !self.is_denied(person, view, tokens.start..head, head_word)
                && !(tokens.start == head && self.held_it_once(person, view, head, tokens.end))
        };
        let last = || before().map(|(person, _)| person).find(|&person| bears(person));
        // «Режиссёр снимает фильм о режиссёре Ильине»: who does something, unless the other spoke.
        let by_word = last().map(|last| {
            let acts = before()
                .take_while(|(_, mention)| mention.at.block + NEAR >= block)
                .filter(|(person, mention)| bears(*person) && self.is_subject(*person, mention))
                .map(|(person, _)| person)
                .next();
            let spoke = self.is_last(last);
            acts.filter(|_| !spoke).unwrap_or(last)
        });
        let tells = named.len() > 1 || !rest.is_empty() || tokens.start < named.start;
        // «наставник» of the coach told of, and no «бывший наставник» named only later
        let is_told = || {
            let fields = view.speech().fields(head_word).said_of;
            // «слова архитектора», of the «председатель союза архитекторов»
            let is_one = |part: &String| {
                posts.contains(&part.as_str())
                    || view.speech().fields(part).said_of & fields != 0
                    || is_same_word(part, head_word)
            };
            before().any(|(person, _)| self.known[person].role.iter().any(is_one))
        };
        let by_word = by_word
            .or_else(|| others().find(|&person| bears(person)).filter(|_| tells || !is_told()));
        by_word.or_else(|| {
            // «глава» alone may be anybody's, but not «нынешний глава».
            let is_vague = view.speech().fields(head_word).can_head != 0;
            let holds = |person: usize, is_likely: bool| {
                let is_body =
                    || !by_two || !self.is_of_another_body(person, view, head, tokens.end);
                let mut posts = posts.iter().filter_map(|post| match post.strip_suffix('?') {
                    None => is_likely.then_some(*post),
                    unlikely => unlikely.filter(|_| !is_likely),
                });
                (tells || !is_likely && !is_vague)
                    && posts.any(|post| {
                        self.is_role(person, view, post) && has_rest(person)
                            || self.is_called(person, post, &rest)
                    })
                    && !self.is_denied(person, view, tokens.start..head, head_word)
                    && is_body()
            };
            [true, false].into_iter().find_map(|is_likely| {
                before().map(|(person, _)| person).find(|&person| holds(person, is_likely)).or_else(
                    || others().filter(|_| end == 0).find(|&person| holds(person, is_likely)),
                )
            })
        })
    }

    /// Whether this mention of a person, outside what is said, can be the subject of its sentence.
    fn is_subject(&self, person: usize, mention: &Mention) -> bool {
        let block = mention.at.block;
        let first = self.views[block].block.token_from(mention.at.start);
        !self.is_speech(block, first)
            && self
                .person_at(block, first)
                .is_some_and(|(_, end)| self.is_nominative(person, block, first..end))
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
        let people = || 0..self.known.len().min(BACK);
        let surname = people().find(|&person| {
            self.known[person].name.last().is_some_and(|surname| {
                if is_whole { surname == word } else { is_same_word(surname, word) }
            })
        });
        // «призналась Мелеане»
        let is_first =
            |&person: &usize| self.known[person].name.first().is_some_and(|own| own == word);
        // «Жемайтс», of Арунас Жемайтис: a slip of the pen.
        let is_slip = |&person: &usize| {
            let name = &self.known[person].name;
            name.len() > 1
                && name.last().is_some_and(|surname| {
                    spelling::is_misspelt(name::stem(surname), name::stem(word), false)
                })
        };
        let is_one = case == Case::Nominative && tokens.len() == 1;
        surname
            .or_else(|| is_one.then(|| people().find(is_first))?)
            .or_else(|| is_one.then(|| people().find(is_slip))?)
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
            // «собеседник агентства» speaks for the ministry that just spoke.
            // «собеседник агентства в полиции» speaks for the police.
            (NounKind::Interlocutor, Speaker::Unnamed(_) | Speaker::Organisation(_)) => {
                !noun.plural
                    && !(head + 1..=tokens.end).any(|at| view.function(at) == Some(Function::In))
            }
            // «собеседник «Вестника»» is somebody new beside those named.
            (NounKind::Interlocutor, Speaker::Person(_)) => {
                // «собеседник в правительстве» as well
                !noun.plural
                    && !(head + 1..tokens.end).any(|at| view.is_capital(at))
                    && view.function(tokens.end) != Some(Function::In)
            }
            (NounKind::ItsDocument, Speaker::Organisation(_)) => alone,
            _ => false,
        };
        fits.then(|| last.clone())
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
        // «газеты пишут»: not the one that was named.
        let may_be_many = |noun: Noun| noun.plural && noun.gender != Form::Singular;
        let are_many = case == Case::Nominative && noun.is_some_and(may_be_many);
        let text = (!are_many)
            .then(|| self.body(block, tokens.clone(), head))
            .flatten()
            .unwrap_or_else(|| phrase::titled(view, tokens.clone(), head, case));
        let kind = noun.map_or(NounKind::Institution, |noun| noun.kind);
        // «ряд изданий» is what is counted.
        let kind = (head + 1..tokens.end)
            .filter(|_| kind == NounKind::Quantity)
            .find_map(|at| view.sense(at).noun)
            .map_or(kind, |counted| counted.kind);
        let form = match noun {
            Some(noun) if !noun.singular || may_be_many(noun) => Form::Plural,
            // «По словам пресс-секретаря … Она пояснила»: a post has no gender where no verb tells it.
            Some(noun)
                if case == Case::Genitive
                    && noun.kind == NounKind::Human
                    && noun.gender == Form::Masculine =>
            {
                Form::Singular
            }
            // «В клубе ответили … Он настаивает»: who speaks at a place is meant by no pronoun.
            Some(noun) if case == Case::Prepositional && noun.kind.is_body() => Form::Singular,
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
