//! What is looked for, and which of the hits the reader is at.

use std::rc::Rc;

use yew::Reducible;

use crate::article::Span;

/// A search in the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Finding {
    /// What is looked for.
    pub(super) query: Rc<str>,
    /// Where it stands, in the order of the text.
    pub(super) hits: Rc<[Span]>,
    /// Which of the hits the reader is at.
    pub(super) at: usize,
    /// The block from which on the reader looks.
    from: usize,
}

/// What happens to a search.
#[derive(Debug)]
pub(super) enum Step {
    /// It begins at this block.
    From(usize),
    /// This is looked for, and stands there.
    Query(Rc<str>, Rc<[Span]>),
    /// To the next hit, after the last to the first.
    Next,
    /// To the hit before, from the first to the last.
    Previous,
}

impl Finding {
    /// The hit that the reader is at.
    pub(super) fn here(&self) -> Option<Span> {
        self.hits.get(self.at).copied()
    }
}

impl Reducible for Finding {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut finding = (*self).clone();
        let count = finding.hits.len();
        match step {
            Step::From(block) => finding.from = block,
            Step::Query(query, hits) => {
                let first = hits.partition_point(|hit| hit.block < finding.from);
                finding.at = if first < hits.len() { first } else { 0 };
                (finding.query, finding.hits) = (query, hits);
            }
            Step::Next | Step::Previous => {
                let step = if matches!(step, Step::Next) { 1 } else { count.saturating_sub(1) };
                finding.at = (finding.at + step) % count.max(1);
                // The words that are typed on are looked for from here, not from where the half of
                // them happened to stand.
                finding.from = finding.here().map_or(finding.from, |hit| hit.block);
            }
        }
        Rc::new(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(blocks: &[usize]) -> Rc<[Span]> {
        blocks.iter().map(|block| Span::new(*block, 0, 1)).collect()
    }

    fn after(steps: impl IntoIterator<Item = Step>) -> Rc<Finding> {
        steps.into_iter().fold(Rc::default(), Reducible::reduce)
    }

    #[test]
    fn the_first_hit_is_the_next_one_from_where_one_reads() {
        let found = after([Step::From(3), Step::Query("мост".into(), hits(&[1, 4, 6]))]);
        assert_eq!(found.at, 1);
        let none_after = after([Step::From(7), Step::Query("мост".into(), hits(&[1, 4, 6]))]);
        assert_eq!(none_after.at, 0);
    }

    #[test]
    fn a_longer_word_stays_at_the_hit() {
        let found = after([
            Step::Query("мо".into(), hits(&[1, 4, 6])),
            Step::Next,
            Step::Query("мост".into(), hits(&[1, 4])),
        ]);
        assert_eq!(found.at, 1);
    }

    #[test]
    fn the_hits_come_round() {
        let found = after([Step::Query("мост".into(), hits(&[1, 4])), Step::Next, Step::Next]);
        assert_eq!(found.at, 0);
        assert_eq!(found.reduce(Step::Previous).at, 1);
        assert_eq!(after([Step::Next, Step::Previous]).here(), None);
    }
}
