//! Whom a post or trade without a name cannot mean: who has the same post elsewhere, and whom its own clause tells of.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::speech::{Case, Form, Function, Noun, NounKind, Speech, Takes};

use super::body::ANY_NAME;
use super::role::{content_words, is_same_word};
use super::{Attribution, Attributor, Who, phrase};

/// How many mentions back the one named last is looked for.
const NAMED: usize = 8;

/// How many sentences back somebody can be told of beside whom they name.
const BESIDE: usize = 4;

/// How far behind its noun a clause is looked at, in tokens.
const CLAUSE: usize = 12;

impl Attributor<'_> {
    /// Whether the noun at `head` with its words means somebody else than this person.
    pub(super) fn is_apart(
        &self,
        person: usize,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
    ) -> bool {
        let view = &self.views[block];
        self.is_elsewhere(person, view, head, tokens.end)
            || self.is_of_another_body(person, view, head, tokens.end)
            || tokens.start == head && self.held_it_once(person, view, head, tokens.end)
            || self.is_beside_him(person, block, tokens, head)
            || self.is_whose_it_is(person, view, head)
            || self.is_of_another_trade(person, view, head)
    }

    /// Whether the text tells of whom the noun means beside the person.
    pub(super) fn is_beside_him(
        &self,
        person: usize,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
    ) -> bool {
        let view = &self.views[block];
        self.serves_him(person, view, tokens.start..head)
            || self.is_of_another_people(person, view, head)
            || self.is_told_of_by(person, view, head)
            || self.stands_beside(person, view, head)
    }

    /// Whom a people's noun means where the one told of last is of another: who is named in this paragraph or the one
    /// before and has none in the text.
    pub(super) fn of_people(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun.filter(|noun| is_people(view, view.nominative(*noun)))?;
        let word = view.nominative(noun);
        let is_free = |person: usize| {
            self.is_role(person, view, word) || !self.is_of_another_people(person, view, head)
        };
        let (found, at) = self.named_antecedent(block, tokens.start, form, is_free)?;
        (at + 1 >= block).then_some(found)
    }

    /// Whether the noun is one people's and the person another's: «россиянин» is not the «канадец».
    fn is_of_another_people(&self, person: usize, view: &View, head: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let word = view.nominative(noun);
        let known = &self.known[person];
        let mut role = known.role.iter().chain(known.others.iter().flatten());
        is_people(view, word) && role.any(|own| own != word && is_people(view, own))
    }

    /// Whether the author's last sentence names the person and tells of the noun as of somebody beside: «Ильин показал
    /// мэру яму. «…», – сказал мэр».
    fn stands_beside(&self, person: usize, view: &View, head: usize) -> bool {
        let is_kin = view.sense(head).is_kin();
        let last = self.told_before(view.number, head).is_some_and(|last| {
            let mut last = last.start..last.end.min(last.start + REACH);
            let end = last.end;
            // «На странице сына режиссёра появилось видео. «…», – написал сын»
            (is_kin || self.names(person, view, last.clone()))
                && last.any(|at| self.is_told_nameless(view, head, view, at, end))
        });
        last || self.stood_beside(person, view, head)
    }

    /// The same some sentences back, of what is no predicate, «Ильин спорил с мэром. «…», – сказал он. Мэр ответил …» (but
    /// «Ильин стал мэром»), and of who is told of by more words alone: «Режиссёр театра ушёл. «…», – сказал драматург
    /// Ильин. Режиссёр возразил …».
    fn stood_beside(&self, person: usize, view: &View, head: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let is_anothers = phrase::extent(view, head, view.len()).len() == 1
            && self.is_another(person, view, view.nominative(noun));
        let before = |&(block, at): &(usize, usize)| {
            let (block, sentence) = self.views[block].sentence_before(self.views, at)?;
            Some((block, sentence.start))
        };
        let back = std::iter::successors(before(&(view.number, head)), before);
        back.take(BESIDE).any(|(block, start)| {
            let told = &self.views[block];
            let mut sentence = start..told.sentence(start).end.min(start + REACH);
            let end = sentence.end;
            let is_named = self.names(person, told, sentence.clone());
            sentence.any(|at| {
                !self.is_speech(block, at)
                    && (is_named && is_object(told, at) || is_anothers && is_subject(told, at))
                    && self.is_told_nameless(view, head, told, at, end)
            })
        })
    }

    /// Whether the author's last sentence opens with somebody of the person's, who can be told of by the noun of no trade of his:
    /// «Сын режиссёра Ильина выложил запись. «…», – написал молодой человек».
    fn is_whose_it_is(&self, person: usize, view: &View, head: usize) -> bool {
        let Some(last) = self.told_before(view.number, head) else { return false };
        let found = self.nominal(view.number, last.start, Form::Gerund);
        let Some((Who::Noun(first, _), tokens)) = found.map(|found| (found.who, found.tokens))
        else {
            return false;
        };
        let holds = |noun| self.holds(person, view, view.nominative(noun));
        let is_somebodys = |noun: Noun| {
            noun.kind == NounKind::Kin || self.nominatives.is_relational(view.nominative(noun))
        };
        view.sense(first).noun.is_some_and(is_somebodys)
            && (first + 1..tokens.end).any(|at| {
                self.person_at(view.number, at).is_some_and(|(named, end)| {
                    named == person && !self.is_nominative(person, view.number, at..end)
                })
            })
            && !view.sense(head).noun.is_some_and(holds)
    }

    /// Whether the person's name stands among these tokens.
    pub(super) fn names(&self, person: usize, view: &View, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.person_at(view.number, at).is_some_and(|(named, _)| named == person))
    }

    /// Whether the word at `at` is the noun at `head` with nobody's name behind it.
    fn is_told_nameless(
        &self,
        view: &View,
        head: usize,
        told: &View,
        at: usize,
        end: usize,
    ) -> bool {
        let word = view.sense(head).noun.map(|noun| view.nominative(noun));
        let other = told.sense(at).noun.map(|noun| told.nominative(noun));
        other.is_some()
            && other == word
            && !self.nominatives.is_thing(told.block.folded(at), word.unwrap_or_default())
            && (at + 1..=phrase::extent(told, at, end).end)
                .all(|at| self.person_at(told.number, at).is_none())
    }

    /// Whether the person has this post with other words behind it: «тренер ЦСКА» is not the one of «Спартак».
    fn is_elsewhere(&self, person: usize, view: &View, head: usize, end: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let known = &self.known[person];
        let word = view.nominative(noun);
        let rest = content_words(view, head + 1..end);
        let is_named = (head + 1..end).any(|at| view.is_capital(at));
        // «наставник «Зари»» is no «тренер «Бури»» either.
        let said_of = view.speech().fields(word).said_of;
        let is_own = |part: &String| {
            part == word || is_named && view.speech().fields(part).all & said_of != 0
        };
        let Some(own) = known.role.iter().position(is_own) else {
            return self.has_another_post(person, view, head, end);
        };
        let theirs = &known.role[own + 1..];
        let is_theirs = |word: &&str| {
            theirs.iter().any(|part| is_same_word(part, word))
                || known.name.iter().any(|part| is_same_word(part, word))
        };
        // «создатель Facebook» and «создатель социальной сети» may be one.
        let role = self.people.people[person].role.as_deref().unwrap_or_default();
        let are_alike = role.contains(char::is_uppercase) == is_named;
        are_alike
            && !theirs.is_empty()
            && !rest.is_empty()
            && !rest.iter().any(is_theirs)
            && !self.is_shown_by(person, view, head, end)
    }

    /// Whether a sentence tells of the person together with what the noun of a maker is of: «Самокат Volna показал
    /// основатель фирмы Ильин. «…», – пояснил создатель Volna».
    fn is_shown_by(&self, person: usize, view: &View, head: usize, end: usize) -> bool {
        let makes = |noun| !view.speech().fields(view.nominative(noun)).is_own;
        let thing = (head + 1..end)
            .filter(|_| view.sense(head).noun.is_some_and(makes))
            .find(|&at| view.is_capital(at));
        let Some(thing) = thing.map(|at| view.block.folded(at)) else { return false };
        let mentions = self.mentions_before(view.number, head).unwrap_or_default();
        mentions.iter().rev().take(NAMED).any(|mention| {
            let told = &self.views[mention.at.block];
            let first = told.block.token_from(mention.at.start);
            let sentence = told.sentence(first);
            self.index(&mention.person) == Some(person)
                && !self.is_speech(mention.at.block, first)
                && (sentence.start..sentence.end.min(sentence.start + REACH))
                    .any(|at| told.block.folded(at) == thing)
        })
    }

    /// Whether the person has another post than the one that the noun and its complement name: «министр Белов
    /// прилетел. Президент Франции …», «губернатор Ильин приехал. Глава города …».
    fn has_another_post(&self, person: usize, view: &View, head: usize, end: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let known = &self.known[person];
        let word = view.nominative(noun);
        let fields = view.speech().fields(word);
        let both = format!("{word} {}", view.block.folded(head + 1));
        let posts = view.speech().posts(&both);
        // «лидер страны» can be any post's.
        let can_head = |part: &String| view.speech().fields(part).can_head != 0;
        let is_anothers = !posts.is_empty()
            && !known.role.is_empty()
            && !known.role.iter().any(can_head)
            && !posts.iter().any(|post| self.is_role(person, view, post));
        let rest = content_words(view, head + 1..end);
        let is_completed = (head + 1..end).any(|at| self.nominatives.is_place(view, at))
            || !rest.is_empty() && !view.is_preposition(head + 1);
        is_anothers
            || is_completed
                && fields.can_head == 0
                && fields.all != 0
                && (self.is_of_other_field(person, view, word)
                    || self.is_another(person, view, word)
                        && !rest.iter().any(|word| known.has(word)))
    }

    /// Whether the person's body is of another kind than the one whose head the noun tells of: «глава ведомства» is no
    /// director of a factory.
    pub(super) fn is_of_another_body(
        &self,
        person: usize,
        view: &View,
        head: usize,
        end: usize,
    ) -> bool {
        let speech = view.speech();
        let asked = (head + 1..end).find_map(|at| body(speech, view.block.folded(at)));
        // What stands for names in marks too can be any body's: «глава компании».
        let kinds = asked.map_or(&[][..], |asked| speech.posts(asked));
        let is_kind = |own: &str| Some(own) == asked || kinds.contains(&own);
        let role = &self.known[person].role;
        let mut own = role.iter().filter_map(|word| body(speech, word)).peekable();
        !kinds.is_empty() && !kinds.contains(&ANY_NAME) && own.peek().is_some() && !own.any(is_kind)
    }

    /// Whether one noun alone is the noun's complement, for bodies of which the person's is one: «президент компании», of
    /// the «президент перевозчика».
    pub(super) fn is_of_its_kind(
        &self,
        person: usize,
        view: &View,
        head: usize,
        end: usize,
    ) -> bool {
        let speech = view.speech();
        let is_bare = end == head + 2 && view.is_lower(head + 1);
        let asked = body(speech, view.block.folded(head + 1)).filter(|_| is_bare);
        let Some(asked) = asked else { return false };
        let kinds = speech.posts(asked);
        let can_be_any = kinds.contains(&ANY_NAME);
        let is_named =
            self.people.people[person].role.as_ref().is_some_and(|role| role.contains('«'));
        let mut own = self.known[person].role.iter().filter_map(|word| body(speech, word));
        let is_kind =
            |own: &str| can_be_any || kinds.contains(&own) || speech.posts(own).contains(&asked);
        can_be_any && is_named || own.any(is_kind)
    }

    /// Whether the person works for one whom the noun behind these adjectives tells of: the «заместитель министра» is no
    /// «министр», but can be the «новый министр».
    fn serves_him(&self, person: usize, view: &View, adjectives: Range<usize>) -> bool {
        let Some(noun) = view.sense(adjectives.end).noun else { return false };
        let (speech, word) = (view.speech(), view.nominative(noun));
        let role = &self.known[person].role;
        let is_new = content_words(view, adjectives)
            .iter()
            .any(|adjective| speech.denied_by(adjective).next().is_some());
        let is_kin = role.iter().any(|part| speech.of(part).is_kin());
        let is_his = |part: &String| {
            speech.of(part).noun.is_some_and(|owner| {
                owner.singular
                    && owner.is_in(Case::Genitive)
                    && !owner.is_in(Case::Nominative)
                    && speech.nominative(owner) == word
            })
        };
        !is_new && !is_kin && !self.is_role(person, view, word) && role.iter().skip(1).any(is_his)
    }

    /// Whether the noun's own clause tells of the person by a pronoun: «критик назвал его …», «полицейский,
    /// остановивший его машину, …».
    pub(super) fn is_told_of_by(&self, person: usize, view: &View, head: usize) -> bool {
        let form = self.form_of(person);
        let is_his = |at: usize| {
            view.sense(at).pronoun.is_some_and(|owner| owner.possessive && owner.form == form)
        };
        let end = view.sentence(head).end.min(head + CLAUSE);
        let is_set_off = view.word(head + 1) == "," && view.is_adjective(head + 2);
        let set_off = (head + 3..end).take_while(|&at| is_set_off && view.word(at) != ",");
        let named = (head + 2..end).filter(|&at| view.finite_cue(at - 1, Takes::Name).is_some());
        // «сотрудник с ним не согласен»: who was named last; but «бизнесмен просит сохранить за ним пост» of his own.
        let with_him = self.is_named_last(person, view, head)
            && (head + 1..end)
                .take_while(|&at| view.word(at) != "," && !view.is_quotation_mark(at))
                .take_while(|&at| !view.looks_infinitive(at))
                .any(|at| view.function(at) == Some(Function::InIt) && view.is_preposition(at - 1));
        // «медсестра ответила Беловой, что …»
        let told = (head + 1..end)
            .take_while(|&at| {
                view.function(at) != Some(Function::That)
                    && view.word(at) != ":"
                    && !view.is_quotation_mark(at)
            })
            .filter_map(|at| self.person_at(view.number, at).map(|(other, end)| (other, at..end)))
            .any(|(other, name)| {
                other == person
                    && view.cue(name.start - 1).is_some()
                    && !self.is_nominative(person, view.number, name)
            });
        // «писатель обозвал критика «бездарью»»
        let by_role = || {
            (head + 1..end)
                .take_while(|&at| view.word(at) != "," && !view.is_quotation_mark(at))
                .filter(|&at| view.is_lower(at) && view.cue(at - 1).is_some())
                .filter_map(|at| view.sense(at).noun)
                .filter(|noun| noun.kind == NounKind::Human && noun.singular)
                .filter(|noun| !noun.is_in(Case::Nominative) && noun.is_in(Case::Genitive))
                .any(|noun| self.is_role(person, view, view.nominative(noun)))
        };
        matches!(form, Form::Masculine | Form::Feminine)
            && (told || by_role() || with_him || set_off.chain(named).any(is_his))
    }

    /// Whether nobody whom the same pronoun could mean is named between this person and the token.
    pub(super) fn is_named_last(&self, person: usize, view: &View, token: usize) -> bool {
        let form = self.form_of(person);
        let named = self.mentions_before(view.number, token).into_iter().flatten().rev();
        named
            .take(NAMED)
            .filter_map(|mention| self.index(&mention.person))
            .find(|&other| self.agrees(other, form))
            == Some(person)
    }
}

/// Whether the noun at this token stands in another case than the nominative and is no predicate: «с мэром», not «стал мэром».
fn is_object(view: &View, at: usize) -> bool {
    let first = (at.saturating_sub(2)..at).rev().take_while(|&at| view.is_adjective(at));
    let before = first.last().unwrap_or(at).checked_sub(1);
    let is_led = before.is_some_and(|at| view.is_preposition(at));
    view.sense(at).noun.is_some_and(|noun| {
        noun.singular
            && !noun.is_in(Case::Nominative)
            && (is_led || !noun.is_in(Case::Instrumental))
    })
}

/// Whether the noun at this token can be a subject and has more words, none of them a name: «режиссёр театра».
fn is_subject(view: &View, at: usize) -> bool {
    let mut tokens = phrase::extent(view, at, view.sentence(at).end);
    tokens.start == at
        && tokens.end > at + 1
        && tokens.all(|at| view.is_lower_or_first(at))
        && view.sense(at).noun.is_some_and(|noun| noun.is_in(Case::Nominative))
}

/// Whether the word is a people's noun, for which an adjective can stand: «россиянин», «российский».
pub(super) fn is_people(view: &View, word: &str) -> bool {
    let speech = view.speech();
    // «пожарный», for which «спасатель» stands, is a noun.
    let is_adjective = |said: &str| speech.looks_adjective(said) && speech.of(said).noun.is_none();
    speech.posts(word).first().is_some_and(|said| is_adjective(said))
}

/// The nominative of a word for one body: «перевозчика».
fn body<'s>(speech: &'s Speech, word: &str) -> Option<&'s str> {
    let noun = speech.of(word).noun.filter(|noun| noun.kind.is_body() && noun.singular)?;
    Some(speech.nominative(noun))
}
