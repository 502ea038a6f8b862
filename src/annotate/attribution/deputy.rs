//! Who serves, helps or goes with somebody named beside: whom the text means where it names his chief, or his partner, alone.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::article::Speaker;
use crate::language::speech::{Form, Function, NounKind};

use super::firm::only;
use super::role::BACK;
use super::trade::NEAR;
use super::{Attribution, Attributor};

impl Attributor<'_> {
    /// Whether the noun at `head` is mostly somebody's, who is named behind it: «помощник Анны Беловой».
    fn is_somebodys(&self, view: &View, head: usize) -> bool {
        view.sense(head).noun.is_some_and(|noun| {
            noun.kind == NounKind::Stranger || self.nominatives.is_relational(view.nominative(noun))
        })
    }

    /// Whether the name right behind a man's post, a woman's or a man's in the genitive, is of whom he serves: «помощник
    /// Анны Клинтон заявил», «заместитель Александра Белова».
    pub(super) fn is_her_man(&self, person: usize, block: usize, head: usize, form: Form) -> bool {
        let view = &self.views[block];
        form == Form::Masculine
            && self.form_of(person) != Form::Masculine
            && (self.is_indeclinable(person)
                || self.known[person].name.iter().all(|word| word.ends_with(['а', 'я'])))
            && self.person_at(block, head + 1).is_some_and(|(named, _)| named == person)
            && self.is_somebodys(view, head)
            // «адвокат Нур-Эддин Белов» has a trade of his own.
            && view.sense(head).noun.is_some_and(|noun| {
                view.speech().fields(view.nominative(noun)).said_of == 0
            })
    }

    /// Who alone has spoken so far, where the words tell of somebody's deputy and name whom nobody told of before: «…», –
    /// сказал вице-президент банка Ильин. Заместитель Анны Беловой по вкладам, который …».
    pub(super) fn deputy(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        // «Литовский коллега Анны Беловой, который вчера приехал, …»
        let is_described =
            (tokens.start..head).all(|at| view.is_adjective(at)) && is_introduced(view, &tokens);
        let is_plain = tokens.start == head || is_described;
        let chief = is_plain && self.is_somebodys(view, head);
        let (chief, _) = self.person_at(block, head + 1).filter(|_| chief)?;
        let (last, (spoke, _)) = self.last.as_ref()?;
        let (previous, _) = self.previous.as_ref()?;
        let (Speaker::Person(id), Speaker::Person(before)) = (&last.speaker, &previous.speaker)
        else {
            return None;
        };
        let person = self.index(id).filter(|_| id == before)?;
        let mut named = self.mentions_before(block, tokens.start)?.iter().rev().take(BACK);
        let is_alone = named.all(|mention| self.index(&mention.person) == Some(person));
        let has_post = !self.known[person].role.is_empty();
        let is_meant = person != chief && has_post && self.agrees(person, form);
        (is_alone && is_meant && spoke + NEAR >= block).then_some(person)
    }

    /// With whom the one told of in the sentence before did something, where the noun alone tells of somebody's partner:
    /// «Ильин играл в паре с Беловым. «…», – сказал бывший партнёр».
    pub(super) fn companion(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        let is_bare = tokens.end == head + 1 && self.is_somebodys(view, head);
        let before = self.told_before(block, tokens.start).filter(|_| is_bare)?;
        let end = before.end.min(before.start + REACH);
        let named = |at: usize| Some((at, self.person_at(block, at)?));
        let (_, (subject, _)) = (before.start..end)
            .filter_map(named)
            .find(|&(at, (person, end))| self.is_nominative(person, block, at..end))?;
        let mut others = (before.start..end).filter_map(named);
        let is_other = |&(_, (person, end)): &(usize, (usize, usize))| {
            person != subject && self.agrees(person, form) && view.looks_instrumental(end - 1)
        };
        others.find(is_other).map(|(_, (person, _))| person)
    }

    /// Whom a trade means whose clause tells of the one told of last: who is named there too and has no other trade.
    pub(super) fn other_told(
        &self,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
        form: Form,
        last: usize,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let may_be = |person: usize| person != last && !self.is_another(person, view, word);
        let (found, at) = self.named_antecedent(block, tokens.start, form, may_be)?;
        (at == block).then_some(found)
    }

    /// Whom «сам» with a noun means rather than this one who just spoke: «…», – сказал директор. Сам уволенный начальник …»,
    /// «…, заявил агент игрока Белов. Сам нападающий …».
    pub(super) fn himself_meant(
        &self,
        block: usize,
        tokens: &Range<usize>,
        head: usize,
        form: Form,
        found: &(Attribution, usize),
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let Speaker::Person(id) = &found.0.speaker else { return None };
        let last = self.index(id).filter(|&person| self.is_last(person))?;
        let himself = tokens.start.checked_sub(1)?;
        let is_bare = tokens.start == head;
        let fields = view.speech().fields(word).all;
        let is_of_field = |person: usize| self.headed(person, view) & fields != 0;
        let is_his = is_of_field(last) || !self.is_another(last, view, word);
        if !view.sense(himself).is_himself || is_bare && is_his {
            return None;
        }
        let may_be = |person: usize| person != last && (!is_bare || is_of_field(person));
        self.named_antecedent(block, tokens.start, form, may_be)
    }

    /// The only woman named before, where the noun at `head` tells of one as somebody's: «обняв соперницу, он признался …
    /// Та ответила»; so for a man.
    pub(super) fn only_other(&self, block: usize, head: usize, form: Form) -> Option<Attribution> {
        let view = &self.views[block];
        let named = self
            .mentions_before(block, head)?
            .iter()
            .rev()
            .take(BACK)
            .filter_map(|mention| self.index(&mention.person))
            .filter(|&person| self.form_of(person) == form);
        let word = view.nominative(view.sense(head).noun?);
        let only = only(named).filter(|_| self.nominatives.is_relational(word))?;
        Some(self.meant_by_pronoun(only))
    }
}

/// Whether more words than its own phrase tell of whom a noun means, as of somebody new: «пришедшая с внуками пенсионерка»,
/// «комиссар, который ведёт розыск», «человек, летевший с ними», «проректор по учебной работе».
pub(super) fn is_introduced(view: &View, tokens: &Range<usize>) -> bool {
    let (first, end) = (tokens.start, tokens.end);
    let is_participle =
        |at: usize| view.speech().looks_nominative_participle(view.block.folded(at));
    let start = view.sentence(first).start.max(first.saturating_sub(REACH / 8));
    let opens = (start..first)
        .rev()
        .take_while(|&at| view.is_word(at) && !view.verb_form(at).is_some_and(Form::is_finite))
        .find(|&at| is_participle(at) || view.is_adjective(at) && view.is_preposition(at + 1));
    // «пожелавший остаться неназванным чиновник», «знакомый с ситуацией человек»
    let goes_on = |at: usize| {
        view.is_preposition(at) || view.speech().looks_infinitive(view.block.folded(at))
    };
    let before = opens.is_some_and(|opens| (opens + 1..first).any(goes_on));
    let clause = || {
        view.word(end) == ","
            && (view.function(end + 1) == Some(Function::Relative) || is_participle(end + 1))
    };
    let field = || {
        view.function(end) == Some(Function::According)
            && view.is_adjective(end + 1)
            && view.function(end + 1).is_none()
            && view.is_lower(end + 2)
            && view.function(end + 2).is_none()
    };
    before || clause() || field()
}
