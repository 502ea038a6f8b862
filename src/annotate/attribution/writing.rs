//! Writings: whose words a statement or a letter gives.

use std::ops::Range;

use crate::annotate::quotation::draft::Draft;
use crate::annotate::quotation::view::{REACH, View};
use crate::article::{Evidence, Speaker};
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::page::is_medium;
use super::{Attribution, Attributor, Candidate, Who, phrase, place};

/// How many sentences before a writing is brought out can be told.
const BEFORE: usize = 2;

/// How many words the name of a body behind a writing has at most.
const NAME: usize = 4;

/// How many paragraphs before «документ» alone the writing can be told of.
const TOLD: usize = 2;

impl Attributor<'_> {
    /// Whose words a writing at these tokens gives: whom the words behind its noun name («в заявлении
    /// министра»), or else who just brought it out.
    pub(super) fn author(
        &mut self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun.filter(|noun| noun.kind.is_document())?;
        let span = view.span(tokens.clone());
        // «в пояснительной записке к законопроекту»: what goes with a writing is nobody's own.
        let is_of_writing = |at: usize| {
            let noun = view.sense(at).noun;
            noun.is_some_and(|noun| noun.kind.is_document() && noun.is_in(Case::Dative))
        };
        if view.is_preposition(head + 1) && (head + 2..head + 4).any(is_of_writing) {
            return None;
        }
        // «в его блоге», «в её отзыве»
        let theirs = self.possessor(block, tokens.start.saturating_sub(1)..head);
        // «в сообщении завода, которое распространило агентство»: whose it is stands beside it.
        let is_told = tokens.end > head + 1 && view.word(tokens.end) == ",";
        let is_signed = |found: &Candidate| {
            noun.kind != NounKind::Act && (matches!(found.who, Who::Person(_)) || !is_told)
        };
        let signer = || self.signer(block, tokens.end).filter(is_signed);
        let is_bare = tokens.end == head + 1;
        let told = || self.writer_told(block, tokens.start, head).filter(|_| is_bare);
        let theirs = theirs.or_else(signer).or_else(told);
        // «…, пишет «Маяк». «…», – ответил мэр. В статье говорится …»: the paper's.
        if theirs.is_none() && tokens.len() == 1 && is_medium(view, head) {
            if let Some(paper) = self.medium(block, head) {
                return Some(Attribution { source: Some(span), ..paper });
            }
            let is_near = |&(named, _): &(usize, usize)| named + 1 >= block;
            if let Some((block, head)) = self.named_before(block, head).filter(is_near) {
                let paper = Self::of_body(self.name_at(block, head), Evidence::Institution);
                return Some(Attribution { source: Some(span), ..paper });
            }
        }
        if noun.kind != NounKind::ItsDocument && theirs.is_none() {
            return None;
        }
        let came_out = || self.came_out_in(block, head).filter(|_| tokens.end == head + 1);
        let owner = theirs.or_else(|| self.owner(block, head + 1..tokens.end)).or_else(came_out);
        let found = match owner {
            Some(owner) => self.resolve(owner)?,
            None if tokens.end > head + 1 => return None,
            // «в сообщении на сайте завода»
            None => match self.brought_out_at(block, tokens.end) {
                // «Завод отменил смену. В сообщении на сайте говорится …»: a site alone says nothing.
                Some(place) if is_bare_page(view, &place) => {
                    self.bringer(block, tokens, head).or_else(|| self.resolve(place))?
                }
                Some(place) => self.resolve(place)?,
                None => self.bringer(block, tokens, head)?,
            },
        };
        // A writing of people unnamed is a writing, and one that tells of its owner is somebody else's.
        let is_others = self.is_named_in_words(&found);
        (!is_others && !matches!(found.speaker, Speaker::Unnamed(_)))
            .then_some(Attribution { source: Some(span), ..found })
    }

    /// The body in whose place a writing stands behind whose noun this token is: «(в сообщении) на сайте завода».
    fn brought_out_at(&self, block: usize, token: usize) -> Option<Candidate> {
        let view = &self.views[block];
        // «в сообщении, опубликованном на сайте завода», but not «…, направленном в министерство»
        let is_told = view.word(token) == "," && view.is_oblique_adjective(token + 1);
        let token = token + 2 * usize::from(is_told);
        // «объявление на дверях клуба»
        let is_there = |place: &Candidate| match place.who {
            Who::Noun(head, _) => {
                !(is_told && place::is_aim(view, head))
                    && (place.tokens.start..head).all(|at| view.is_adjective(at))
            }
            _ => !is_told,
        };
        self.place_at(block, token).filter(|place| self.is_body(place) && is_there(place))
    }

    /// Whose a writing is behind whose noun nobody is named: whoever spoke last or brought it out.
    fn bringer(&mut self, block: usize, tokens: Range<usize>, head: usize) -> Option<Attribution> {
        let view = &self.views[block];
        let first = tokens.start;
        // «Завод выпустил письмо. В нём говорится …»: the subject of the very clause.
        let start = view.sentence(first).start;
        let told = (start..first)
            .rev()
            .take(REACH / 4)
            .find_map(|at| view.finite_cue(at, Takes::Publish).map(|cue| (at, cue.form)));
        let own = told.and_then(|(cue, form)| {
            self.before(block, start, cue, form)
                .filter(|found| !self.is_writing(found))
                .or_else(|| self.publisher(block, first, 0))
        });
        if own.is_none() {
            if let Some(page) = self.page_told(block, first) {
                let found = self.resolve(page)?;
                return Some(Attribution { because: Evidence::OmittedSubject, ..found });
            }
            // «письмо, в котором сказано, …» may be anybody's.
            let is_described = view.word(tokens.end) == ","
                && (tokens.end + 1..tokens.end + 3)
                    .any(|at| view.function(at) == Some(Function::Relative));
            if is_described {
                let writer = self.writer(block.checked_sub(1)?)?;
                let found = self.resolve(writer)?;
                return Some(Attribution { because: Evidence::OmittedSubject, ..found });
            }
            if let Some(told) = self.body_since(block, first) {
                let found = self.resolve(told)?;
                return Some(Attribution { because: Evidence::OmittedSubject, ..found });
            }
            if let Some(last) = self.its(block, head..head + 1, head) {
                return Some(last);
            }
        }
        // «…, говорится в релизе»: what the comma parts are its words.
        let is_told =
            (start..first).rev().take(NAME).take_while(|&at| view.word(at) != ",").count();
        let comma = first.checked_sub(is_told + 1).filter(|&at| at > start && view.word(at) == ",");
        let is_theirs = comma.is_none_or(|comma| view.cue(comma + 1).is_none());
        let publisher = own
            .or_else(|| is_theirs.then(|| self.publisher(block, first, BEFORE))?)
            .or_else(|| self.writer(block.checked_sub(1)?));
        // «…», – отметил Ильин. «…», – говорится в интервью»
        let Some(publisher) = publisher else {
            let (last, (spoke, _)) = self.last.as_ref()?;
            let is_alone = tokens.end == head + 1 && tokens.start == head;
            let is_his =
                is_alone && matches!(last.speaker, Speaker::Person(_)) && spoke + 1 >= block;
            return is_his.then(|| last.clone());
        };
        // «Представители клуба выразили соболезнования. В заявлении говорится …»: the club's.
        let publisher = self.body_of(&publisher).unwrap_or(publisher);
        let found = self.resolve(publisher)?;
        Some(Attribution { because: Evidence::OmittedSubject, ..found })
    }

    /// The body with which, or with whose people, the sentence before opens, where nobody has spoken since: «…, сообщили в
    /// полиции. Сотрудники завода скорбят. В некрологе сказано: «…»».
    fn body_since(&self, block: usize, token: usize) -> Option<Candidate> {
        let before = self.told_before(block, token)?.start;
        let found = self.nominal(block, before, Form::Gerund);
        let found = found.filter(|_| self.is_since_last((block, before)))?;
        self.body_of(&found).or_else(|| self.is_body(&found).then_some(found))
    }

    /// Who writes something in the last sentence of this paragraph: «жительница города направила жалобу в управление».
    fn writer(&self, block: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let sentence = view.sentence(view.len().checked_sub(1)?);
        let writing = sentence.clone().rev().find(|&at| {
            at > sentence.start
                && !view.is_preposition(at - 1)
                && view.sense(at).noun.is_some_and(|noun| {
                    noun.kind.is_document() && noun.singular && noun.is_in(Case::Accusative)
                })
        })?;
        let start = sentence.start.max(writing.saturating_sub(REACH / 4));
        let (verb, form) = (start..writing).rev().find_map(|at| {
            let form = view.verb_form(at).filter(|form| form.is_finite())?;
            Some((at, form))
        })?;
        let found = self.before(block, sentence.start, verb, form)?;
        (!self.is_writing(&found)).then(|| self.completed(found, verb, form))
    }

    /// The body whose people these words name: «представители клуба».
    fn body_of(&self, people: &Candidate) -> Option<Candidate> {
        let Who::Noun(head, _) = people.who else { return None };
        let (block, view) = (people.block, &self.views[people.block]);
        view.sense(head).noun.filter(|noun| noun.kind.is_human() && noun.plural)?;
        let body = (head + 1..people.tokens.end).find(|&at| {
            view.sense(at).noun.is_some_and(|noun| {
                noun.kind == NounKind::Institution && noun.is_in(Case::Genitive)
            })
        })?;
        let tokens = phrase::extent(view, body, people.tokens.end);
        Some(Candidate {
            who: Who::Noun(body, Form::Singular),
            case: Case::Genitive,
            block,
            tokens,
        })
    }

    /// The writing that «документ» alone stands for: the last one of force told of before.
    pub(super) fn act_before(&self, block: usize, head: usize) -> Option<Candidate> {
        let view = &self.views[block];
        // «текст документа»
        let is_that = |at: usize| {
            view.sense(at)
                .noun
                .is_some_and(|noun| noun.kind == NounKind::ThatDocument && noun.singular)
        };
        let of_that = view.sense(head).noun.is_some_and(|noun| noun.kind == NounKind::Document)
            && is_that(head + 1);
        if !is_that(head) && !of_that {
            return None;
        }
        (block.saturating_sub(TOLD)..=block).rev().find_map(|number| {
            let view = &self.views[number];
            let end = if number == block { head } else { view.len() };
            let act = (end.saturating_sub(REACH)..end).rev().find(|&at| {
                view.sense(at).noun.is_some_and(|noun| {
                    matches!(noun.kind, NounKind::Act | NounKind::ItsDocument | NounKind::Document)
                        && noun.singular
                }) && !self.is_speech(number, at)
            })?;
            let tokens = act..phrase::extent(view, act, view.len()).end;
            let who = Who::Noun(act, Form::Singular);
            Some(Candidate { who, case: Case::Genitive, block: number, tokens })
        })
    }

    /// Who tells of the words in the sentence behind them: ««…». Об этом сообщила пресс-служба.»
    pub(super) fn told_behind(&mut self, draft: &Draft) -> Option<Attribution> {
        let (block, end) = draft.end();
        let view = &self.views[block];
        let next = view.sentence(end.saturating_sub(1)).end;
        let (block, start) = if next < view.len() { (block, next) } else { (block + 1, 0) };
        let view = self.views.get(block)?;
        let is_told = view.function(start) == Some(Function::About)
            && view.function(start + 1) == Some(Function::This);
        if !is_told {
            return None;
        }
        let tokens = start + 2..view.sentence(start).end.min(start + REACH);
        let cue = tokens.clone().find(|&at| view.finite_cue(at, Takes::That).is_some())?;
        self.in_clause(block, tokens, cue)
    }

    /// Whether the words that name a source are a writing's and nobody's: «экспертизой установлено».
    pub(super) fn is_bare_writing(&self, found: &Attribution) -> bool {
        let Some(source) = found.source else { return false };
        let view = &self.views[source.block];
        let first = view.block.token_from(source.start);
        let last = view.block.token_from(source.end).max(first + 1);
        let head = (first..last).find_map(|at| view.sense(at).noun);
        matches!(found.speaker, Speaker::Organisation(_))
            && head.is_some_and(|noun| noun.kind == NounKind::Document)
    }

    /// Who brought out a writing told of at this token: the subject that opens its clause or one of the
    /// sentences before, also at the end of the paragraph before.
    fn publisher(&self, block: usize, token: usize, before: usize) -> Option<Candidate> {
        let mut block = block;
        let mut sentence = self.views[block].sentence(token).start..token;
        let mut told = 0;
        while told <= before {
            let view = &self.views[block];
            // What is said is no sentence of the author's.
            told += usize::from(!self.is_speech(block, sentence.start + 1));
            let end = sentence.end.min(sentence.start + REACH);
            // «Текст телеграммы приводит газета»: who hands it on has not written it.
            let hands_on =
                (sentence.start..end).any(|at| view.function(at) == Some(Function::Wording));
            let found = (sentence.start..end)
                .filter(|_| !hands_on)
                .filter_map(|at| self.nominal(block, at, Form::Gerund))
                .find(|found| match found.who {
                    Who::Person(_) => true,
                    Who::Noun(head, _) => {
                        view.sense(head).noun.is_some_and(|noun| !noun.kind.is_document())
                    }
                    _ => false,
                });
            // «Они просят мэрию починить мост»: it is not the town hall's writing.
            if let Some(found) = found {
                let is_object = matches!(found.who, Who::Noun(..))
                    && (sentence.start..found.tokens.start).any(|at| view.sense(at).is_personal());
                return (!is_object).then_some(found);
            }
            let last = if let Some(last) = sentence.start.checked_sub(1) {
                last
            } else {
                // Who speaks there brings nothing out.
                block = block.checked_sub(1)?;
                if self.last.as_ref().is_some_and(|(_, (spoke, _))| *spoke == block) {
                    return None;
                }
                self.views[block].len().checked_sub(1)?
            };
            sentence = self.views[block].sentence(last);
        }
        None
    }

    /// Whose «документ» alone is where the writing of a body spoke last: «…, говорится в сообщении завода. «…», – сказано в
    /// документе.»
    pub(super) fn writing_again(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
    ) -> Option<Attribution> {
        let noun = self.views[block].sense(head).noun?;
        let (last, (spoke, _)) = self.last.as_ref()?;
        let source = last.source?;
        let view = &self.views[source.block];
        let is_writing = view
            .sense(view.block.token_from(source.start))
            .noun
            .is_some_and(|noun| noun.kind == NounKind::ItsDocument);
        (noun.kind == NounKind::ThatDocument
            && tokens.len() == 1
            && is_writing
            && spoke + 1 >= block
            && matches!(last.speaker, Speaker::Organisation(_)))
        .then(|| last.clone())
    }

    /// The writing that «нём» in «в нём говорится» stands for, «них» for several: the last one told of before it, also at
    /// the end of the paragraph before.
    pub(super) fn writing_before(&self, view: &View, token: usize) -> Option<Candidate> {
        let are_many = (token..token + 2).any(|at| view.function(at) == Some(Function::InThem));
        self.writing_told(view, token, are_many).or_else(|| {
            let before = self.views.get(view.number.checked_sub(1)?)?;
            let opens = view.sentence(token).start == 0;
            opens.then(|| self.writing_told(before, before.len(), are_many)).flatten()
        })
    }

    /// The last writing that this paragraph tells of before the token.
    fn writing_told(&self, view: &View, token: usize, are_many: bool) -> Option<Candidate> {
        let start = token.saturating_sub(REACH / 2);
        let is_told = |at: usize| {
            view.sense(at)
                .noun
                .filter(|noun| if are_many { noun.plural || !noun.singular } else { noun.singular })
                .is_some_and(|noun| noun.kind.is_document())
                && !self.is_speech(view.number, at)
                && at.checked_sub(1).is_none_or(|at| view.function(at) != Some(Function::About))
        };
        // «опубликовал комментарий по поводу решения»: what the verb takes, before what belongs to it.
        let is_object = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| {
                noun.is_in(Case::Accusative) || noun.is_in(Case::Nominative) && !noun.plural
            })
        };
        let writings = || (start..token).rev().filter(|&at| is_told(at));
        let last = writings().next()?;
        let is_near = |at: usize| (at..last).all(|at| view.word(at) != ",");
        let head = writings().find(|&at| is_object(at) && is_near(at)).unwrap_or(last);
        let tokens = phrase::extent(view, head, token);
        let who = Who::Noun(head, Form::Singular);
        let is_plural = view.sense(head).noun.is_some_and(|noun| noun.plural);
        let case = if are_many && is_plural { Case::Nominative } else { Case::Genitive };
        Some(Candidate { who, case, block: view.number, tokens })
    }
}

/// Whether these words are a medium's noun and name no owner: «(на) официальном сайте».
fn is_bare_page(view: &View, place: &Candidate) -> bool {
    matches!(place.who, Who::Noun(head, _) if place.tokens.end == head + 1 && is_medium(view, head))
}
