//! Whose something is: who is named behind a writing, and names of no case that may belong to the noun before them:
//! «представитель Монти», «интерес к президентству УЕФА».

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::annotate::text::Shape;
use crate::language::speech::{Case, Form, Function, Noun, NounKind, Sense};

use super::role::BACK;
use super::{Attributor, Candidate, Who, phrase};

/// How many words the name of a body behind a writing has at most.
const NAME: usize = 4;

impl Attributor<'_> {
    /// Who is named behind a writing as the one whose it is.
    pub(super) fn owner(&self, block: usize, tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        let person = tokens.clone().find_map(|at| Some((at, self.person_at(block, at)?)));
        let noun = tokens.clone().find(|&at| {
            view.sense(at)
                .noun
                .is_some_and(|noun| noun.is_in(Case::Genitive) && !noun.kind.is_document())
        });
        let is_person = |noun: usize| {
            view.sense(noun).noun.is_some_and(|noun| noun.kind.is_human() && noun.singular)
        };
        match (person, noun) {
            // «в заявлении министра Петра Ильина», but not «в заявлении фонда Петра Ильина».
            (Some((at, (person, end))), noun)
                if noun.is_none_or(|noun| at < noun || is_person(noun)) =>
            {
                let who = Who::Person(person);
                Some(Candidate { who, case: Case::Genitive, block, tokens: at..end })
            }
            (_, Some(noun)) => {
                let whole = phrase::extent(view, noun, tokens.end);
                // «сводка ГУ МВД»
                let is_short = |at: usize| view.block.tokens[at].shape == Shape::Upper;
                let is_whole = (tokens.start..noun).all(is_short);
                let from = if is_whole { tokens.start } else { whole.start };
                let (who, tokens) = (Who::Noun(noun, Form::Singular), from..whole.end);
                Some(Candidate { who, case: Case::Genitive, block, tokens })
            }
            _ => self.named_owner(block, tokens),
        }
    }

    /// Whose the first pronoun among these tokens says something is: «(в) его (блоге)».
    pub(super) fn possessor(&self, block: usize, mut tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        tokens.find_map(|at| {
            let owner = view.sense(at).pronoun.filter(|owner| owner.possessive)?;
            let (who, case) = (Who::Pronoun(owner.form), Case::Genitive);
            Some(Candidate { who, case, block, tokens: at..at + 1 })
        })
    }

    /// The body whose name stands behind a writing: «в сообщении «Минора»», but not «в письме «О мире»».
    fn named_owner(&self, block: usize, tokens: Range<usize>) -> Option<Candidate> {
        let view = &self.views[block];
        let first = tokens.start;
        let is_marked = view.is_quotation_mark(first);
        let word = first + usize::from(is_marked);
        if !view.is_capital(word) || view.function(word).is_some() {
            return None;
        }
        let tokens = self.nominatives.extent(view, first);
        (view.words(tokens.clone()) <= NAME).then_some(Candidate {
            who: Who::Name,
            case: Case::Genitive,
            block,
            tokens,
        })
    }

    /// Whether a name that reads the same in each case is that of another than the noun right before it
    /// tells of: «представитель Монти», where the text knows her as a singer.
    pub(super) fn is_owner(&self, person: usize, block: usize, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.belongs_to(person, block, at, before))
    }

    /// Whether these tokens are a name of no case that is another's than the post's before it: «пресс-секретарь певицы
    /// Монти», «куратор музея Монти Пётр Ильин».
    pub(super) fn is_others(
        &self,
        person: usize,
        block: usize,
        name: Range<usize>,
        limit: usize,
    ) -> bool {
        let view = &self.views[block];
        let before = name.start - 1;
        let is_hers = view.sense(before).noun.is_some_and(|noun| {
            noun.kind.is_human() && (noun.plural || !noun.is_in(Case::Nominative))
        });
        let named_next = || {
            let mut behind = (name.end..limit).take_while(|&at| view.is_word(at));
            behind.find_map(|at| {
                let (next, end) = self.person_at(block, at)?;
                Some(self.is_nominative(next, block, at..end))
            })
        };
        self.is_indeclinable(person) && (is_hers || name.len() == 1 && named_next() == Some(true))
    }

    /// Whether the name at this token is that of another than the noun at `head` tells of, to whose
    /// phrase it belongs: «представитель партии Монти».
    pub(super) fn belongs_to(&self, person: usize, block: usize, at: usize, head: usize) -> bool {
        let view = &self.views[block];
        let known = &self.known[person];
        let is_others = |noun: Noun| {
            let word = view.nominative(noun);
            noun.kind.is_human()
                && (noun.kind == NounKind::Stranger || self.nominatives.is_relational(word))
                && !known.has(word)
        };
        // «брат Рауль Монти» is he: of two words one declines.
        let is_alone = self.person_at(block, at).is_some_and(|(_, end)| end == at + 1);
        // «коллега Бауэр», of Ксения Бауэр: a woman's surname alone.
        let is_hers = || {
            let surname = known.name.last().map_or("", String::as_str);
            self.form_of(person) == Form::Feminine
                && !surname.ends_with(['а', 'я', 'ь'])
                && view.block.folded(at) == surname
        };
        is_alone
            && (self.is_indeclinable(person) || is_hers())
            && !known.role.is_empty()
            && view.sense(head).noun.is_some_and(is_others)
    }

    /// Whether the noun at `head` of a phrase of source is said of another, to whom the person named at this
    /// token is something: «словам отца Петра Ильина», where the text knows Ильин as no father.
    pub(super) fn is_owner_of(&self, person: usize, block: usize, head: usize, at: usize) -> bool {
        let view = &self.views[block];
        let Some(noun) = view.sense(head).noun else { return false };
        let word = view.nominative(noun);
        let is_kin = noun.kind == NounKind::Kin;
        let owned = (head.saturating_sub(2)..head).any(|at| view.sense(at).is_possessive());
        // «слова одного из помощников президента Петра Ильина»
        if !noun.singular && at > head + 1 {
            return true;
        }
        // «словам друга, поэта Петра Ильина»
        let is_whole = (head + 1..at).all(|at| {
            view.is_oblique_adjective(at)
                || view.sense(at).noun.is_some_and(|noun| {
                    // «словам представителя главы ООН Петра Ильина»
                    let is_of_post = noun.kind == NounKind::Institution && at > head + 1;
                    (noun.kind.is_human() || is_of_post)
                        && noun.singular
                        && noun.is_in(Case::Genitive)
                })
        });
        let is_relational = || self.nominatives.is_relational(word);
        let is_somebodys = || noun.kind == NounKind::Stranger || is_relational();
        // «словам помощника адвоката Петра Ильина», of whom nothing else is told: a lawyer without a name says of no helper
        // whose he is, for all that «помощник президента Пётр Ильин» is known by the office.
        let is_of_trade = || {
            at == head + 2
                && view.speech().fields(word).can_head == 0
                && view.sense(head + 1).noun.is_some_and(|chief| {
                    let trade = view.nominative(chief);
                    view.speech().posts(trade).is_empty() && view.speech().fields(trade).all != 0
                })
        };
        if !owned && is_whole && is_of_trade() && is_relational() && self.is_oblique(person) {
            return true;
        }
        (is_kin || is_somebodys() && self.is_told_before(person, block, at))
            && !owned
            && is_whole
            && !self.known[person].has(word)
    }

    /// Whether the text names the person in no nominative.
    pub(super) fn is_oblique(&self, person: usize) -> bool {
        let mut mentions = self.people.mentions.iter().take(BACK);
        mentions.all(|mention| {
            let first = self.views[mention.at.block].block.token_from(mention.at.start);
            self.index(&mention.person) != Some(person)
                || self.person_at(mention.at.block, first).is_some_and(|(_, end)| {
                    !self.is_nominative(person, mention.at.block, first..end)
                })
        })
    }

    /// Whether the text names the person before this token.
    fn is_told_before(&self, person: usize, block: usize, at: usize) -> bool {
        self.mentions_before(block, at).is_some_and(|mentions| {
            mentions
                .iter()
                .rev()
                .take(BACK)
                .any(|mention| self.index(&mention.person) == Some(person))
        })
    }

    /// Whether a name reads the same in each case and a noun stands before it that it may belong to.
    pub(super) fn may_be_owner(&self, person: usize, block: usize, tokens: Range<usize>) -> bool {
        let view = &self.views[block];
        let Some(before) = tokens.start.checked_sub(1) else { return false };
        // «сын певицы Монти»
        let is_hers = view.sense(before).noun.is_some_and(|noun| {
            noun.kind.is_human() && noun.is_in(Case::Genitive) && noun.gender == Form::Feminine
        });
        (looks_noun(view, before) || is_hers) && self.is_indeclinable(person)
    }

    /// Whether the words' noun reads as a genitive too and a noun on no list, or one in the dative, stands
    /// before it: «на запрос редакции», «корреспонденту газеты».
    pub(super) fn is_governed(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        let before = found.tokens.start.checked_sub(1);
        self.may_be_genitive(found)
            && before.is_some_and(|before| {
                // «корреспонденту газеты»
                let is_told = view
                    .sense(before)
                    .noun
                    .is_some_and(|noun| noun.is_in(Case::Dative) && !noun.is_in(Case::Nominative));
                is_told
                    // «слова главы фонда опровергли в мэрии»
                    || matches!(view.function(before), Some(Function::Ask | Function::Words))
                    || looks_noun(view, before)
                        && view.is_lower(before)
                        && view.sense(before) == Sense::default()
            })
    }

    /// Whether the words read the same in each case and a noun stands before them in another case than
    /// the nominative: «управление комиссара ООН».
    pub(super) fn belongs(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        let before = found.tokens.start.checked_sub(1);
        before.and_then(|before| view.sense(before).noun).is_some_and(|noun| {
            noun.kind.is_human() && noun.is_in(Case::Genitive) && !noun.is_in(Case::Nominative)
        }) && self.is_caseless(found)
    }

    /// Whether the words read the same in each case and a noun on no list stands before them that they
    /// may belong to: «интерес к президентству УЕФА».
    pub(super) fn may_belong(&self, found: &Candidate) -> bool {
        let view = &self.views[found.block];
        let before = found.tokens.start.checked_sub(1);
        before.is_some_and(|before| {
            looks_noun(view, before) && view.sense(before) == Sense::default()
                // «с критикой НАТО»
                || view.is_lower(before) && view.function(before) == Some(Function::Saying)
        }) && self.is_caseless(found)
    }
}

/// Whether the word at this token can be a noun that no human being is meant by.
fn looks_noun(view: &View, at: usize) -> bool {
    (view.is_lower(at) || view.is_quotation_mark(at))
        && view.sense(at).noun.is_none_or(|noun| !noun.kind.is_human())
        && view.sense(at).cue.is_none()
        && view.sense(at).function.is_none()
        && view.sense(at).pronoun.is_none()
        && !view.is_adverb(at)
        && !view.is_adjective(at)
        && !view.looks_finite(at)
}
