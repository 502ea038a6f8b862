//! Terms: short words that one text has in marks again and again. They are its name for a thing, «закон о тишине»,
//! whoever speaks of it.

use foldhash::HashMap;

use crate::annotate::quotation::marks::Marked;
use crate::annotate::quotation::view::View;

/// A term has at most this many words.
const LONGEST: usize = 3;

/// A term stands in marks at least this many times.
const OFTEN: usize = 3;

/// How many letters at a word's end can differ between its cases, and how many at its head cannot.
const ENDING: usize = 3;
const HEAD: usize = 3;

/// How often a text has each few words in marks, by the heads of the words.
pub(super) struct Terms(HashMap<String, usize>);

impl Terms {
    /// The terms of a text with these marks.
    pub(super) fn of(views: &[View], marks: &[Marked]) -> Self {
        let mut counts = HashMap::default();
        for heads in marks.iter().filter_map(|marked| heads(views, marked)) {
            *counts.entry(heads).or_default() += 1;
        }
        Self(counts)
    }

    /// Whether the words in these marks are a term.
    pub(super) fn hold(&self, views: &[View], marked: &Marked) -> bool {
        heads(views, marked).is_some_and(|heads| self.0.get(&heads).is_some_and(|&n| n >= OFTEN))
    }
}

/// The words without the endings that their cases differ in; nothing where they are too many.
fn heads(views: &[View], marked: &Marked) -> Option<String> {
    let [(block, tokens)] = marked.runs.as_slice() else { return None };
    let view = &views[*block];
    let words = tokens.clone().filter(|&at| view.is_word(at));
    let is_short = tokens.len() <= 2 * LONGEST && (1..=LONGEST).contains(&words.clone().count());
    is_short.then(|| {
        words.fold(String::new(), |mut heads, at| {
            let word = view.block.folded(at);
            let kept = word.chars().count().saturating_sub(ENDING).max(HEAD);
            heads.extend(word.chars().take(kept));
            heads.push(' ');
            heads
        })
    })
}
