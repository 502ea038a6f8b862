//! Firms: bodies that a name alone tells, in marks or in foreign letters, with no noun beside.

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::speech::{Case, Function, Sense};

use super::body::has_name;
use super::{Attributor, phrase};

/// A name in marks without a noun is at most so many tokens long, with its marks.
const NAME: usize = 5;

/// How many blocks can open with the name of whom the text tells.
const OPENING: usize = 2;

impl Attributor<'_> {
    /// Whom the text tells of, where it says «компания» and no company was named before: the name in marks
    /// or in foreign letters that opens the headline or the first paragraph with its verb behind, or else
    /// the only foreign one in them.
    pub(super) fn protagonist(&self) -> Option<String> {
        let first = self.views.iter().take(OPENING);
        let opening = first.clone().find_map(|view| {
            let tokens = self.foreign(view, 0).or_else(|| {
                let is_marked = view.is_quotation_mark(0) && view.is_capital(1);
                (is_marked && self.person_at(view.number, 1).is_none())
                    .then(|| phrase::name_extent(view, 0))
            })?;
            let next = tokens.end;
            let is_verb = view.is_lower(next)
                && view.sense(next) == Sense::default()
                && !view.is_adjective(next)
                && !view.is_adverb(next);
            (is_verb || view.cue(next).is_some()).then(|| phrase::name(view, tokens))
        });
        let foreign = |view| {
            let places = (0..View::len(view)).filter_map(move |at| self.foreign(view, at));
            places.map(move |tokens| phrase::name(view, tokens))
        };
        let headed = |view| (1..View::len(view)).filter_map(move |at| self.headed_by(view, at));
        opening
            .or_else(|| only(first.clone().flat_map(foreign)))
            .or_else(|| only(first.clone().flat_map(headed)))
    }

    /// Whether these foreign words name a body told of in the text's opening, and the person's role is in a body without a
    /// name: «представительница Nordic», of the «вице-президент концерна».
    pub(super) fn works_for_told(&self, person: usize, view: &View, words: &[&str]) -> bool {
        let is_body =
            |word: &String| view.speech().of(word).noun.is_some_and(|noun| noun.kind.is_body());
        let mut opening = self.views.iter().take(OPENING);
        words.iter().all(|word| word.is_ascii())
            && self.known[person].role.iter().any(is_body)
            && opening.any(|view| {
                (0..view.len().min(REACH)).any(|at| words.contains(&view.block.folded(at)))
            })
    }

    /// The name in marks at this token whose is the post right before it: «глава «Зари»».
    fn headed_by(&self, view: &View, mark: usize) -> Option<String> {
        let heads = view.sense(mark - 1).noun.is_some_and(|noun| {
            noun.kind.is_human() && view.speech().fields(view.nominative(noun)).can_head != 0
        });
        if !heads || !view.block.opens_mark(mark) || !view.is_capital(mark + 1) {
            return None;
        }
        let tokens = phrase::name_extent(view, mark);
        (tokens.len() <= NAME).then(|| self.nominatives.name(view, tokens, Case::Genitive))
    }

    /// The name in foreign letters that begins at this token and may be a company's: no person's, no medium's
    /// that says something, no network's («в Facebook»), and not in brackets.
    fn foreign(&self, view: &View, at: usize) -> Option<Range<usize>> {
        let before = at.checked_sub(1);
        let is_free = before.is_none_or(|before| {
            !view.is_foreign(before)
                && view.word(before) != "("
                && view.cue(before).is_none()
                && view.function(before) != Some(Function::In)
                && view.sense(before).noun.is_none()
        });
        (view.is_foreign(at) && is_free && self.person_at(view.number, at).is_none())
            .then(|| phrase::name_extent(view, at))
    }

    /// The one name in foreign letters or in marks that this sentence and the one before have, where no noun tells what it
    /// names:
    /// «Рынок вырос, считают аналитики Forrester. По данным компании, …».
    pub(super) fn named_lately(&self, block: usize, head: usize) -> Option<String> {
        let view = &self.views[block];
        let start = self.told_before(block, head).map_or(view.sentence(head).start, |at| at.start);
        let names = (start.max(head.saturating_sub(REACH))..head).filter(|&at| {
            let opens = at.checked_sub(1).is_none_or(|before| {
                !view.is_foreign(before)
                    && view.word(before) != "("
                    && (view.function(before) != Some(Function::In) || view.block.opens_mark(at))
            });
            let is_persons = self.person_at(block, at).is_some();
            let is_name = view.is_foreign(at)
                // «В «Заре» обсудили травму. «…», – сообщили в клубе»
                || view.block.opens_mark(at)
                    && view.is_capital(at + 1)
                    && phrase::name_extent(view, at).len() <= NAME
                    && (view.sentence(at).start == at
                        || at > 0 && view.function(at - 1) == Some(Function::In)
                        || bears_name(view, at));
            is_name && opens && !is_persons && !self.is_speech(block, at + 1)
        });
        let name = |at: usize| {
            let tokens = phrase::name_extent(view, at);
            let plain = phrase::name(view, tokens.clone());
            if at == 0 || !view.is_preposition(at - 1) {
                return Some(plain);
            }
            // «В «Заре»»: where nothing tells its nominative, the noun says more.
            let name = self.nominatives.name(view, tokens, Case::Prepositional);
            (name != plain).then_some(name)
        };
        only(names.map(name)).flatten()
    }

    /// The name of the body whose noun stands at this token, with the noun: «газета «Заря»».
    pub(super) fn name_at(&self, block: usize, head: usize) -> String {
        // «МВД» behind «МВД Заречья»
        let (block, head) = self.fuller(block, head).unwrap_or((block, head));
        let view = &self.views[block];
        let is_named = has_name(view, head) && !self.is_persons(block, head);
        let end = match view.word(head + 1) {
            "№" => head + 3,
            _ if is_named => phrase::name_extent(view, head + 1).end,
            _ => head + 1,
        };
        // «прокуратура Кировского района»
        let is_cut = is_named && view.is_oblique_adjective(end - 1) && view.is_lower(end);
        let tokens = phrase::extent(view, head, end + usize::from(is_cut));
        phrase::nominative(view, tokens, head, Case::Genitive)
    }

    /// The name of the body that a noun alone means in the opening of the text and that the next paragraph gives: «В
    /// холдинге считают, что … Холдинг «Рубин» …».
    pub(super) fn named_next(&self, block: usize, head: usize) -> Option<String> {
        let view = &self.views[block];
        let word = view.nominative(view.sense(head).noun?);
        let places = (block <= OPENING).then(|| self.named.get(word))??;
        let next = places.partition_point(|place| *place <= (block, head));
        let &(named, head) = places.get(next).filter(|(named, _)| named - block <= 1)?;
        (!self.is_persons(named, head)).then(|| self.name_at(named, head))
    }
}

/// Whether the name in marks here is that of whom the noun before it calls by a trade, «оператор «Заря-Связь»», rather
/// than whose that one is, «тренер «Зенита»».
fn bears_name(view: &View, mark: usize) -> bool {
    let is_one = |at: usize| {
        view.sense(at).noun.is_some_and(|noun| {
            noun.kind.is_human() && noun.singular && noun.is_in(Case::Nominative)
        })
    };
    let last = phrase::name_extent(view, mark).end.saturating_sub(2);
    let is_genitive = view.block.folded(last).ends_with(['а', 'я', 'ы', 'и']);
    mark.checked_sub(1).is_some_and(is_one) && !is_genitive
}

/// The one that stands there alone, however often.
pub(super) fn only<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let only = all.next()?;
    all.all(|one| one == only).then_some(only)
}
