//! The notebook of an article in the browser: read from the store, written to it one change after
//! the other, and told to the page's other tabs.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent, Storage, window};
use yew::prelude::*;

use super::notebook::{Notebook, Page};
use super::{Note, Store, StoreError, Unkept};

/// The name of the store, and of the channel on which tabs tell each other what they wrote.
const NAME: &str = "verbatim.notes";
/// Where the page finds which articles have notes (static/boot.js reads it).
const NOTED: &str = "verbatim.noted";

impl Reducible for Notebook {
    type Action = Page;

    fn reduce(self: Rc<Self>, page: Page) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).turn(page))
    }
}

/// The notebook of an article, and the way to change it.
#[derive(Clone, PartialEq)]
pub(super) struct Shelf {
    article: Rc<str>,
    notebook: UseReducerHandle<Notebook>,
    channel: Option<BroadcastChannel>,
}

/// The notebook of this article.
#[hook]
pub(super) fn use_shelf(article: &str) -> Shelf {
    let notebook = use_reducer(Notebook::default);
    let channel = use_memo((), |()| BroadcastChannel::new(NAME).ok());
    let shelf = Shelf { article: article.into(), notebook, channel: (*channel).clone() };
    use_effect_with((), {
        let shelf = shelf.clone();
        move |()| {
            shelf.read();
            let listeners = listen(&shelf);
            let channel = shelf.channel;
            move || {
                drop(listeners);
                if let Some(channel) = channel {
                    channel.close();
                }
            }
        }
    });
    let busy = use_mut_ref(|| false);
    use_effect_with(shelf.notebook.next().cloned(), {
        let shelf = shelf.clone();
        move |next: &Option<Unkept>| {
            if let Some(next) = next.clone()
                && !busy.replace(true)
            {
                spawn_local(async move {
                    let page = shelf.keep(next).await;
                    busy.replace(false);
                    shelf.notebook.dispatch(page);
                });
            }
        }
    });
    use_effect_with(shelf.notebook.unkept().is_empty(), |all_kept| {
        let listener = window().filter(|_| !*all_kept).map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            // The browser asks whether to leave what is not kept.
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
    let noted = shelf.notebook.is_read().then(|| shelf.notebook.is_kept_any());
    use_effect_with(noted, {
        let article = Rc::clone(&shelf.article);
        move |noted| {
            if let Some(noted) = noted {
                // Where the browser keeps no such words, notes are shown when the desk is opened.
                let _ = tell_page(&article, *noted);
            }
        }
    });
    shelf
}

impl Shelf {
    pub(super) fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Has the note written; `seen` is when the version that it grew from was changed.
    pub(super) fn write(&self, note: Note, seen: Option<String>) {
        self.notebook.dispatch(Page::Written { note, seen });
    }

    /// Tries again what the store did not do.
    pub(super) fn again(&self) {
        self.notebook.dispatch(Page::Again);
        self.read();
    }

    /// Takes the note out: at once where the store never had it.
    pub(super) fn remove(&self, note: Note) {
        let mut unkept = self.notebook.unkept().iter();
        let pending = unkept.find(|unkept| unkept.note.id == note.id);
        if pending.is_some_and(|unkept| unkept.seen.is_none()) && self.notebook.trouble().is_some()
        {
            self.notebook.dispatch(Page::Removed(note));
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            let page = match this.store().remove(&note).await {
                Ok(None) => Page::Removed(note),
                // Another tab has changed it meanwhile: the reader should see that first.
                Ok(Some(_)) => return this.read(),
                Err(error) => Page::Failed(error),
            };
            this.notebook.dispatch(page);
            this.tell();
        });
    }

    /// Keeps notes of a file, joined to those that are there.
    pub(super) async fn import(&self, notes: Vec<Note>) -> Result<(), StoreError> {
        let unkept = |note| Unkept { note, seen: None };
        let notes: Vec<Unkept> = notes.into_iter().map(unkept).collect();
        self.store().keep(&notes).await?;
        self.read();
        self.tell();
        Ok(())
    }

    /// The notes on all articles.
    pub(super) async fn all(&self) -> Result<Vec<Note>, StoreError> {
        self.store().all().await
    }

    fn store(&self) -> Store {
        let notebook = self.notebook.dispatcher();
        let blocked = move |()| notebook.dispatch(Page::Failed(StoreError::Blocked));
        Store::new(NAME, Callback::from(blocked))
    }

    /// Reads the store anew.
    fn read(&self) {
        let this = self.clone();
        spawn_local(async move {
            let page = this.store().on(&this.article).await.map_or_else(Page::Failed, Page::Read);
            this.notebook.dispatch(page);
        });
    }

    async fn keep(&self, unkept: Unkept) -> Page {
        let asked = unkept.note.clone();
        match self.store().keep(&[unkept]).await {
            Ok(now) => {
                self.tell();
                ask_to_persist();
                Page::Kept { asked, now }
            }
            Err(error) => Page::Failed(error),
        }
    }

    /// Tells the other tabs that the notes on the article are others now.
    fn tell(&self) {
        if let Some(channel) = &self.channel {
            // A tab that does not hear reads the store when it is come back to.
            let _ = channel.post_message(&JsValue::from_str(&self.article));
        }
    }
}

/// Reads the store again when another tab has written to it, and when the reader comes back.
fn listen(shelf: &Shelf) -> Option<[Option<EventListener>; 2]> {
    let document = window()?.document()?;
    let heard = shelf.clone();
    let told = shelf.channel.as_ref().map(|channel| {
        EventListener::new(channel, "message", move |event| {
            let about = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if about.as_deref() == Some(&heard.article) {
                heard.read();
            }
        })
    });
    let (shelf, page) = (shelf.clone(), document.clone());
    let back = EventListener::new(&document, "visibilitychange", move |_| {
        if !page.hidden() {
            shelf.read();
        }
    });
    Some([told, Some(back)])
}

/// Asks the browser not to clear this site's store by itself when the device runs out of room.
fn ask_to_persist() {
    // Where it does not promise it, an export does.
    let _ = window().and_then(|window| {
        let storage = window.navigator().storage();
        let able = Reflect::has(&storage, &"persist".into()).unwrap_or(false);
        if able { storage.persist().ok() } else { None }
    });
}

/// Writes down for the page whether the article has notes.
fn tell_page(article: &str, noted: bool) -> Option<()> {
    let storage: Storage = window()?.local_storage().ok()??;
    let before = storage.get_item(NOTED).ok()?.unwrap_or_default();
    let others = before.split(' ').filter(|id| !id.is_empty() && *id != article);
    let after: Vec<&str> = others.chain(noted.then_some(article)).collect();
    storage.set_item(NOTED, &after.join(" ")).ok()
}
