//! Where notes are kept on the device: `IndexedDB`, one record a note, each a W3C Web Annotation.
//!
//! Other tabs write to the same store, so nothing is written without a look at what is there: a
//! note that another tab has changed meanwhile is joined with ours as [`Change::Merge`] joins them,
//! and a removal takes only the version that was seen. Each piece of work opens the store and closes it
//! again, so that no tab stands in the way of a newer page's upgrade.

use std::future::IntoFuture;

use idb::event::VersionChangeEvent;
use idb::{
    Database, Event, Factory, IndexParams, KeyPath, ObjectStore, ObjectStoreParams, Query,
    TransactionMode, TransactionResult,
};
use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;
use web_sys::IdbTransaction;
use yew::Callback;

use super::{Note, Notes, from_web_annotations, to_web_annotation};

/// The version of the store's shape. Of a change of shape `upgrade` brings older stores along.
const VERSION: u32 = 1;
/// The table of notes.
const NOTES: &str = "notes";
/// The index of the table by article.
const BY_ARTICLE: &str = "article";

/// Why the store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The device has no room left for this site.
    #[error("the browser's store is full")]
    Full,
    /// Another tab holds an older store open; the work goes on once that tab is closed.
    #[error("another tab holds the store open: close it")]
    Blocked,
    /// A newer page than this one has given the store another shape.
    #[error("the store is of a newer version of the page: load the page again")]
    Newer,
    /// The browser keeps nothing for this site; its own words say why.
    #[error("the browser keeps nothing here: {0}")]
    Refused(String),
}

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> Self {
        Self::of(&error.to_string())
    }
}

impl StoreError {
    /// What the browser's words mean, which open with the name of a `DOMException`.
    fn of(words: &str) -> Self {
        if words.contains("QuotaExceededError") {
            Self::Full
        } else if words.contains("VersionError") {
            Self::Newer
        } else {
            Self::Refused(words.to_owned())
        }
    }
}

/// A note to be kept, and the version of it that its writer saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unkept {
    /// The note as it is to be.
    pub note: Note,
    /// When the version that it grew from was changed last; nothing where it is new.
    pub seen: Option<String>,
}

/// The store of notes under a name of the browser's.
#[derive(Clone, Debug)]
pub struct Store {
    name: &'static str,
    /// Called where another tab keeps an older shape open; the work goes on once it closes.
    blocked: Callback<()>,
}

impl Store {
    /// The store of this name. `blocked` is called where another tab holds up the opening.
    #[must_use]
    pub const fn new(name: &'static str, blocked: Callback<()>) -> Self {
        Self { name, blocked }
    }

    /// The notes on this article.
    ///
    /// # Errors
    /// Where the browser has no store or does not open it.
    pub async fn on(&self, article: &str) -> Result<Vec<Note>, StoreError> {
        self.read(Some(article)).await
    }

    /// The notes on all articles.
    ///
    /// # Errors
    /// As [`Store::on`].
    pub async fn all(&self) -> Result<Vec<Note>, StoreError> {
        self.read(None).await
    }

    /// Keeps these notes, all or none. What comes back is what the store now has under their ids:
    /// where another tab was there first, more than was asked.
    ///
    /// # Errors
    /// Where the store is full or does not open; nothing of it is kept then.
    pub async fn keep(&self, notes: &[Unkept]) -> Result<Vec<Note>, StoreError> {
        let database = self.open().await?;
        let kept = keep(&database, notes).await;
        database.close();
        kept
    }

    /// Takes this version of the note out. Where another tab has changed it since, it stays and
    /// comes back as it is there.
    ///
    /// # Errors
    /// Where the store does not open; the note is still in it then.
    pub async fn remove(&self, note: &Note) -> Result<Option<Note>, StoreError> {
        let database = self.open().await?;
        let removed = remove(&database, note).await;
        database.close();
        removed
    }

    async fn read(&self, article: Option<&str>) -> Result<Vec<Note>, StoreError> {
        let database = self.open().await?;
        let found = read(&database, article).await;
        database.close();
        found
    }

    async fn open(&self) -> Result<Database, StoreError> {
        let mut request = Factory::new()?.open(self.name, Some(VERSION))?;
        // A store without its table is refused at the first look into it.
        request.on_upgrade_needed(|event| drop(upgrade(&event)));
        let blocked = self.blocked.clone();
        request.on_blocked(move |_| blocked.emit(()));
        Ok(request.await?)
    }
}

/// Brings a store of an older shape to this one, step by step.
fn upgrade(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.target()?.database()?;
    if event.old_version()? < 1 {
        let mut shape = ObjectStoreParams::new();
        shape.key_path(Some(KeyPath::new_single("id")));
        let table = database.create_object_store(NOTES, shape)?;
        let article = KeyPath::new_single("target.source");
        table.create_index(BY_ARTICLE, article, Some(IndexParams::new()))?;
    }
    Ok(())
}

async fn read(database: &Database, article: Option<&str>) -> Result<Vec<Note>, StoreError> {
    let transaction = database.transaction(&[NOTES], TransactionMode::ReadOnly)?;
    let table = transaction.object_store(NOTES)?;
    let found = match article {
        Some(id) => {
            let id = Query::Key(JsValue::from_str(id));
            table.index(BY_ARTICLE)?.get_all(Some(id), None)?.await?
        }
        None => table.get_all(None, None)?.await?,
    };
    Ok(notes(&found.into_iter().collect()))
}

async fn keep(database: &Database, notes: &[Unkept]) -> Result<Vec<Note>, StoreError> {
    let transaction = database.transaction(&[NOTES], TransactionMode::ReadWrite)?;
    let table = transaction.object_store(NOTES)?;
    let mut kept = Vec::new();
    for Unkept { note, seen } in notes {
        let there = there(&table, note).await?;
        let expected = there.as_ref().map(|there| &there.modified) == seen.as_ref();
        let joined = match there {
            Some(there) if !expected => Notes::new(vec![there, note.clone()]),
            _ => Notes::new(vec![note.clone()]),
        };
        for note in joined.all() {
            // Not waited for one by one: a full store may answer by ending the transaction alone.
            table.put(&record(note)?, None)?;
        }
        kept.extend_from_slice(joined.all());
    }
    end(transaction, &table).await?;
    Ok(kept)
}

async fn remove(database: &Database, note: &Note) -> Result<Option<Note>, StoreError> {
    let transaction = database.transaction(&[NOTES], TransactionMode::ReadWrite)?;
    let table = transaction.object_store(NOTES)?;
    let there = there(&table, note).await?;
    let changed = there.filter(|there| there.modified != note.modified);
    if changed.is_none() {
        table.delete(key(note)?)?;
    }
    end(transaction, &table).await?;
    Ok(changed)
}

/// Waits until all is on the device, or nothing.
async fn end(transaction: idb::Transaction, table: &ObjectStore) -> Result<(), StoreError> {
    let handle: IdbTransaction = table.transaction().into();
    let end = transaction.into_future().await;
    match (end, handle.error()) {
        (Ok(TransactionResult::Committed), _) => Ok(()),
        (_, Some(error)) => Err(StoreError::of(&[error.name(), error.message()].join(": "))),
        (Err(error), None) => Err(error.into()),
        (Ok(TransactionResult::Aborted), None) => Err(StoreError::of("AbortError")),
    }
}

/// The version of the note that is in the table.
async fn there(table: &ObjectStore, note: &Note) -> Result<Option<Note>, StoreError> {
    let found = table.get(key(note)?)?.await?;
    Ok(found.and_then(|found| notes(&Array::of1(&found)).pop()))
}

/// The record of a note: an annotation of the W3C's model, with the article's id for its address.
fn record(note: &Note) -> Result<JsValue, StoreError> {
    let annotation = to_web_annotation(note, &note.article);
    JSON::parse(&annotation).map_err(|_| StoreError::of("SyntaxError"))
}

/// The key of a note's record: the id of the annotation.
fn key(note: &Note) -> Result<JsValue, StoreError> {
    let id = js_sys::Reflect::get(&record(note)?, &"id".into());
    id.map_err(|_| StoreError::of("DataError"))
}

/// The notes of these records. What is no note is left where it is.
fn notes(records: &Array) -> Vec<Note> {
    let json = JSON::stringify(records).ok().and_then(|json| json.as_string());
    let imported = json.and_then(|json| from_web_annotations(&json, ""));
    imported.map(|imported| imported.notes).unwrap_or_default()
}
