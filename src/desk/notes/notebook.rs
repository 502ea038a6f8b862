//! The notes on one article as the page has them: those that the store keeps, and over them those
//! that it does not keep yet. What it could not keep stays here, and on the screen.

use super::{Change, Note, Notes, StoreError, Unkept};

/// The notes on one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    /// What the store has.
    stored: Notes,
    /// Whether the store was read.
    read: bool,
    /// What is on its way there, the oldest change first; at most one change a note.
    unkept: Vec<Unkept>,
    /// Why the store did not do its work, until it does.
    trouble: Option<StoreError>,
    /// The last try failed: nothing is tried again by itself.
    stuck: bool,
    /// The note that was taken out last, for it to be put back.
    removed: Option<Note>,
}

/// What happens to a notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The store was read: it has these notes, and no others, on this article.
    Read(Vec<Note>),
    /// The reader made this note, or changed the one that they had seen so.
    Written {
        /// The note as it is to be.
        note: Note,
        /// When the version that it grew from was changed; nothing where it is new.
        seen: Option<String>,
    },
    /// The store keeps the note that was asked for, as one of these.
    Kept {
        /// As it was asked for.
        asked: Note,
        /// What the store has now.
        now: Vec<Note>,
    },
    /// The note is out of the store.
    Removed(Note),
    /// The store did not do what was asked.
    Failed(StoreError),
    /// The reader has put things right: what was not kept is tried again.
    Again,
}

impl Notebook {
    /// All notes on the article, kept or not.
    #[must_use]
    pub fn notes(&self) -> Notes {
        let put = |notes: Notes, unkept: &Unkept| notes.change(Change::Put(unkept.note.clone()));
        self.unkept.iter().fold(self.stored.clone(), put)
    }

    /// Whether it is known what the store has.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        self.read
    }

    /// Whether the device keeps a note on the article.
    #[must_use]
    pub fn is_kept_any(&self) -> bool {
        !self.stored.all().is_empty()
    }

    /// The notes that the store does not keep yet, or could not.
    #[must_use]
    pub fn unkept(&self) -> &[Unkept] {
        &self.unkept
    }

    /// What is to be kept next; nothing where all is kept, or the last try failed.
    #[must_use]
    pub fn next(&self) -> Option<&Unkept> {
        self.unkept.first().filter(|_| !self.stuck)
    }

    /// Why the store did not work.
    #[must_use]
    pub const fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// The note that was taken out last.
    #[must_use]
    pub const fn removed(&self) -> Option<&Note> {
        self.removed.as_ref()
    }

    /// The notebook after this.
    #[must_use]
    pub fn turn(mut self, page: Page) -> Self {
        match page {
            Page::Read(notes) => {
                self.stored = Notes::new(notes);
                self.read = true;
                if self.unkept.is_empty() {
                    self.trouble = None;
                }
            }
            Page::Written { note, seen } => {
                if self.removed.as_ref().is_some_and(|removed| removed.id == note.id) {
                    self.removed = None;
                }
                let at = self.unkept.iter().position(|unkept| unkept.note.id == note.id);
                // What was not kept yet was seen by its writer alone.
                let seen = at.map_or(seen, |at| self.unkept.remove(at).seen);
                self.unkept.push(Unkept { note, seen });
                self.stuck = false;
            }
            Page::Kept { asked, now } => {
                let there = now.iter().find(|note| note.id == asked.id);
                let seen = there.map(|note| note.modified.clone());
                self.unkept.retain_mut(|unkept| {
                    // A later change of the note grows from what is kept now.
                    if unkept.note.id == asked.id {
                        unkept.seen.clone_from(&seen);
                    }
                    unkept.note != asked
                });
                let put = |notes: Notes, note| notes.change(Change::Put(note));
                self.stored = now.into_iter().fold(self.stored, put);
                (self.trouble, self.stuck) = (None, false);
            }
            Page::Removed(note) => {
                self.stored = self.stored.change(Change::Remove { id: note.id.clone() });
                self.unkept.retain(|unkept| unkept.note.id != note.id);
                self.removed = Some(note);
                if self.unkept.is_empty() {
                    self.trouble = None;
                }
            }
            Page::Failed(error) => (self.trouble, self.stuck) = (Some(error), true),
            Page::Again => self.stuck = false,
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::note;
    use super::*;

    const FIRST: &str = "2024-03-05T10:00:00.000Z";
    const SECOND: &str = "2024-03-06T10:00:00.000Z";
    const THIRD: &str = "2024-03-07T10:00:00.000Z";

    fn river(text: &str, modified: &str) -> Note {
        note("a", "Тобол", text, modified)
    }

    fn after(pages: impl IntoIterator<Item = Page>) -> Notebook {
        pages.into_iter().fold(Notebook::default(), Notebook::turn)
    }

    fn texts(notebook: &Notebook) -> Vec<String> {
        notebook.notes().all().iter().map(|note| note.text.clone()).collect()
    }

    #[test]
    fn what_the_store_does_not_keep_stays_and_is_told() {
        let written = Page::Written { note: river("река", FIRST), seen: None };
        let notebook = after([written, Page::Failed(StoreError::Full), Page::Read(Vec::new())]);
        assert_eq!(texts(&notebook), ["река"]);
        assert_eq!(notebook.trouble(), Some(&StoreError::Full));
        assert_eq!(notebook.next(), None, "not tried for ever");
        let again = notebook.turn(Page::Again);
        assert!(again.next().is_some() && again.trouble().is_some(), "told until it is kept");
    }

    #[test]
    fn a_change_made_while_another_is_kept_grows_from_that_one() {
        let (first, second) = (river("река", FIRST), river("большая река", SECOND));
        let notebook = after([
            Page::Written { note: first.clone(), seen: None },
            Page::Written { note: second.clone(), seen: Some(FIRST.to_owned()) },
            Page::Kept { asked: first.clone(), now: vec![first] },
        ]);
        assert_eq!(
            notebook.unkept(),
            [Unkept { note: second.clone(), seen: Some(FIRST.to_owned()) }]
        );
        let kept = notebook.turn(Page::Kept { asked: second.clone(), now: vec![second] });
        assert_eq!((texts(&kept), kept.unkept().len()), (vec!["большая река".to_owned()], 0));
    }

    #[test]
    fn a_change_remembers_the_version_that_its_writer_saw() {
        let seen = river("река", FIRST);
        let others = river("озеро", SECOND);
        let notebook = after([
            Page::Read(vec![seen.clone()]),
            // Another tab writes while this one is being written.
            Page::Read(vec![others.clone()]),
            Page::Written { note: river("ручей", THIRD), seen: Some(seen.modified) },
        ]);
        assert_eq!(notebook.unkept()[0].seen.as_deref(), Some(FIRST));
    }

    #[test]
    fn a_removed_note_can_be_put_back() {
        let river = river("река", FIRST);
        let removed = after([Page::Read(vec![river.clone()]), Page::Removed(river.clone())]);
        assert_eq!((texts(&removed).len(), removed.removed()), (0, Some(&river)));
        let back = removed.turn(Page::Written { note: river, seen: None });
        assert_eq!((texts(&back), back.removed()), (vec!["река".to_owned()], None));
    }

    #[test]
    fn what_another_tab_removed_is_gone_here_too() {
        let notebook = after([Page::Read(vec![river("", FIRST)]), Page::Read(Vec::new())]);
        assert_eq!(texts(&notebook), [""; 0]);
    }
}
