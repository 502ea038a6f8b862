//! The reader's own highlights and notes: what they are, how they change, where they stand today.
//!
//! A note is anchored by a [`Selector`], so it survives edits of the article or becomes an orphan,
//! never lost. Times come in as RFC 3339 text from the browser's clock; ids from its random
//! numbers. [`Store`] keeps them on the device, where other tabs change them too.

mod bar;
mod description;
mod export;
pub mod notebook;
mod panel;
mod saved;
mod shelf;
mod store;
mod tool;
mod web_annotation;

pub use export::{markdown, table};
pub use store::{Store, StoreError, Unkept};
pub(super) use tool::NotesTool;
pub use web_annotation::{
    Imported, export as to_web_annotations, import as from_web_annotations,
    one as to_web_annotation,
};

use crate::article::{Article, Span};
use crate::reader::selector::{Resolution, Selector, WholeText, digest};

/// One highlight, with or without words of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The note's own id, unlike any other's.
    pub id: String,
    /// The id of the article.
    pub article: String,
    /// What it marks.
    pub selector: Selector,
    /// In which colour.
    pub colour: Colour,
    /// The reader's words; empty for a highlight alone.
    pub text: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// When it was last changed, RFC 3339.
    pub modified: String,
}

/// The colours of highlights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Yellow, as felt pens are.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Pink.
    Pink,
    /// Violet.
    Violet,
}

impl Colour {
    /// Every colour, in the order of the palette.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink, Self::Violet];

    /// Its name in files, style sheets and message ids.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
            Self::Violet => "violet",
        }
    }

    /// The colour of this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.id() == id)
    }
}

/// All notes of the reader, by article, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(Vec<Note>);

/// A change of the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new note, or an old one back; in place of one with its id.
    Put(Note),
    /// Other words.
    Write {
        /// Of this note.
        id: String,
        /// The words.
        text: String,
        /// When, RFC 3339.
        now: String,
    },
    /// Another colour.
    Paint {
        /// Of this note.
        id: String,
        /// The colour.
        colour: Colour,
        /// When, RFC 3339.
        now: String,
    },
    /// Taken out; to undo, put it back.
    Remove {
        /// This note.
        id: String,
    },
    /// Notes of a file or of another tab, joined to these without losing a word of either.
    Merge(Vec<Note>),
}

impl Notes {
    /// These notes, in order; of two with one id neither is lost.
    #[must_use]
    pub fn new(notes: Vec<Note>) -> Self {
        Self::default().change(Change::Merge(notes))
    }

    /// Every note, by article, in the order of the text.
    #[must_use]
    pub fn all(&self) -> &[Note] {
        &self.0
    }

    /// The notes on this article, in the order of the text.
    pub fn on<'a>(&'a self, article: &'a str) -> impl Iterator<Item = &'a Note> {
        self.0.iter().filter(move |note| note.article == article)
    }

    /// The note of this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.0.iter().find(|note| note.id == id)
    }

    /// The notes after this change.
    #[must_use]
    pub fn change(mut self, change: Change) -> Self {
        match change {
            Change::Put(note) => {
                self.0.retain(|other| other.id != note.id);
                self.0.push(note);
            }
            Change::Write { id, text, now } => {
                if let Some(note) = self.get_mut(&id)
                    && note.text != text
                {
                    (note.text, note.modified) = (text, now);
                }
            }
            Change::Paint { id, colour, now } => {
                if let Some(note) = self.get_mut(&id)
                    && note.colour != colour
                {
                    (note.colour, note.modified) = (colour, now);
                }
            }
            Change::Remove { id } => self.0.retain(|note| note.id != id),
            Change::Merge(notes) => notes.into_iter().for_each(|note| self.merge(note)),
        }
        self.0.sort_by(|a, b| {
            let key = |note: &Note| (note.selector.block, note.selector.start, note.selector.end);
            (&a.article, key(a), &a.created, &a.id).cmp(&(&b.article, key(b), &b.created, &b.id))
        });
        self
    }

    fn get_mut(&mut self, id: &str) -> Option<&mut Note> {
        self.0.iter_mut().find(|note| note.id == id)
    }

    /// Joins one note: of two versions of a note the newer stays under the id; the older stays
    /// beside it, under an id made of its words, unless the newer says all that it says.
    fn merge(&mut self, mut note: Note) {
        let Some(ours) = self.get_mut(&note.id) else { return self.0.push(note) };
        if is_newer(&note, ours) {
            std::mem::swap(ours, &mut note);
        }
        let (newer, mut older) = (ours, note);
        let same_place = newer.article == older.article && newer.selector == older.selector;
        if same_place && newer.text.contains(&older.text) {
            return;
        }
        older.id.push('-');
        let words = [&*older.text, &older.article, &older.selector.to_fragment()].concat();
        older.id.push_str(&digest(&words).to_string());
        // The same words again, from the same file imported twice, are there already.
        self.merge(older);
    }
}

/// Whether a note was changed after another; RFC 3339 times in UTC, as browsers write them, stand
/// in the order of their text. At the same time the longer is the newer, so that the order of
/// merging does not matter.
fn is_newer(a: &Note, b: &Note) -> bool {
    let key = |note: &Note| (note.modified.clone(), note.text.len(), note.text.clone());
    key(a) > key(b)
}

/// Where the notes on an article stand today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored<'a> {
    /// Those that have a place, in the order of the text.
    pub placed: Vec<(&'a Note, Span)>,
    /// Those whose words are gone.
    pub orphans: Vec<&'a Note>,
}

/// Finds the place of each note on the article.
#[must_use]
pub fn anchor<'a>(notes: &'a Notes, article: &'a Article) -> Anchored<'a> {
    let whole = WholeText::new(article);
    let mut anchored = Anchored { placed: Vec::new(), orphans: Vec::new() };
    for note in notes.on(&article.id) {
        match note.selector.resolve(&whole) {
            Resolution::Unchanged(span) | Resolution::Found(span) => {
                anchored.placed.push((note, span));
            }
            Resolution::Orphan => anchored.orphans.push(note),
        }
    }
    anchored.placed.sort_by_key(|(_, span)| *span);
    anchored
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Block, BlockKind};

    pub(in crate::desk) fn article(text: &str) -> Article {
        Article {
            id: "bridge".into(),
            blocks: vec![Block { kind: BlockKind::Paragraph, text: text.into() }],
            ..Article::default()
        }
    }

    pub(in crate::desk) const TEXT: &str =
        "Мост через Тобол закрыли в понедельник утром, а к осени его починят.";

    pub(in crate::desk) fn note(id: &str, words: &str, text: &str, modified: &str) -> Note {
        let start = TEXT.find(words).unwrap();
        let span = Span::new(0, start, start + words.len());
        Note {
            id: id.into(),
            article: "bridge".into(),
            selector: Selector::new(&article(TEXT), span).unwrap(),
            colour: Colour::Green,
            text: text.into(),
            created: "2024-03-05T10:00:00.000Z".into(),
            modified: modified.into(),
        }
    }

    const EARLY: &str = "2024-03-05T10:00:00.000Z";
    const LATE: &str = "2024-03-06T10:00:00.000Z";

    #[test]
    fn notes_stand_in_the_order_of_the_text() {
        let notes = Notes::new(vec![note("b", "осени", "", EARLY), note("a", "Тобол", "", EARLY)]);
        let ids: Vec<&str> = notes.all().iter().map(|note| &*note.id).collect();
        assert_eq!(ids, ["a", "b"]);
    }

    #[test]
    fn writing_and_painting_set_the_time_of_change_alone() {
        let notes = Notes::new(vec![note("a", "Тобол", "", EARLY)]);
        let write = Change::Write { id: "a".into(), text: "река".into(), now: LATE.into() };
        let notes = notes.change(write);
        let paint = Change::Paint { id: "a".into(), colour: Colour::Pink, now: LATE.into() };
        let note = notes.change(paint).get("a").cloned().unwrap();
        assert_eq!((&*note.text, note.colour), ("река", Colour::Pink));
        assert_eq!((&*note.created, &*note.modified), (EARLY, LATE));
    }

    #[test]
    fn the_older_of_two_versions_stays_beside_the_newer() {
        let ours = Notes::new(vec![note("a", "Тобол", "старое", EARLY)]);
        let merged = ours.change(Change::Merge(vec![note("a", "Тобол", "новое", LATE)]));
        let texts: Vec<&str> = merged.all().iter().map(|note| &*note.text).collect();
        assert_eq!(merged.get("a").unwrap().text, "новое");
        assert!(texts.contains(&"старое"));
        let again = merged.clone().change(Change::Merge(vec![note("a", "Тобол", "новое", LATE)]));
        assert_eq!(again, merged, "the same file twice changes nothing");
    }

    #[test]
    fn a_note_written_on_takes_the_place_of_its_beginning() {
        let ours = Notes::new(vec![note("a", "Тобол", "река", EARLY)]);
        let merged = ours.change(Change::Merge(vec![note("a", "Тобол", "река в Костанае", LATE)]));
        assert_eq!(merged.all().len(), 1);
    }

    #[test]
    fn notes_are_placed_or_orphaned() {
        let notes = Notes::new(vec![note("a", "Тобол", "", EARLY), note("b", "осени", "", EARLY)]);
        let edited =
            article("Мост через Тобол закрыли в понедельник утром, а к весне его откроют.");
        let anchored = anchor(&notes, &edited);
        let words: Vec<_> =
            anchored.placed.iter().map(|(note, span)| (&*note.id, edited.text(*span))).collect();
        assert_eq!(words, [("a", Some("Тобол"))]);
        assert_eq!(anchored.orphans.iter().map(|note| &*note.id).collect::<Vec<_>>(), ["b"]);
    }

    fn some_note() -> impl Strategy<Value = Note> {
        (0..3_u8, 0..3_usize, "[аб]{0,3}", 0..4_u8).prop_map(|(id, place, text, time)| {
            let words = ["Мост", "Тобол", "осени"][place];
            note(&format!("n{id}"), words, &text, &format!("2024-03-0{time}T00:00:00Z"))
        })
    }

    proptest! {
        #[test]
        fn merging_loses_no_words(
            ours in prop::collection::vec(some_note(), 0..6),
            theirs in prop::collection::vec(some_note(), 0..6),
        ) {
            let merged = Notes::new(ours.clone()).change(Change::Merge(theirs.clone()));
            for note in ours.iter().chain(&theirs) {
                let keeps = |kept: &Note| {
                    kept.selector == note.selector && kept.text.contains(&note.text)
                };
                prop_assert!(merged.all().iter().any(keeps));
            }
            let again = merged.clone().change(Change::Merge(merged.all().to_vec()));
            prop_assert_eq!(again, merged);
        }
    }
}
