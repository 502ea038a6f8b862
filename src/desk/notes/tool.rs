//! Highlights and notes: marked from a selection, drawn over the text, listed.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, window};
use yew::prelude::*;

use super::bar::{Bar, deselect, use_selection};
use super::description::{describe, undescribe};
use super::panel::Panel;
use super::shelf::{Shelf, use_shelf};
use super::{Colour, Note, anchor};
use crate::article::Span;
use crate::desk::errand::Errand;
use crate::desk::text;
use crate::reader::Shared;
use crate::reader::article::{Reading, paint};
use crate::reader::keys::Action;
use crate::reader::messages::Messages;
use crate::reader::selector::Selector;

/// What notes are given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::desk) struct NotesProps {
    /// The article.
    pub(in crate::desk) reading: Shared<Reading>,
    /// The sentences in the reader's language.
    pub(in crate::desk) messages: Rc<Messages>,
    /// What was asked of the desk last.
    pub(in crate::desk) errand: Errand,
}

/// The marks of a colour are painted under this name.
const fn painted(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "note-yellow",
        Colour::Green => "note-green",
        Colour::Blue => "note-blue",
        Colour::Pink => "note-pink",
        Colour::Violet => "note-violet",
    }
}

/// The mark of the note that the reader was brought to.
const HERE: &str = "note-here";

/// The notes on an article: their marks, the bar of a selection, and the list where it is open.
#[component]
pub(in crate::desk) fn NotesTool(props: &NotesProps) -> Html {
    let NotesProps { reading, messages, errand } = props;
    let shelf = use_shelf(&reading.article.id);
    let selection = use_selection(reading);
    let open = use_state(|| false);
    let at = use_state(|| Rc::<str>::from(""));
    let to_write = use_state(|| Rc::<str>::from(""));
    let colour = use_state(Colour::default);
    let before = use_mut_ref(|| None::<HtmlElement>);
    let notes = shelf.notebook().notes();
    let places = use_memo((reading.clone(), notes), |(reading, notes)| {
        let anchored = anchor(notes, &reading.article);
        let placed = anchored.placed.into_iter().map(|(note, span)| (note.clone(), span));
        let orphans = anchored.orphans.into_iter().cloned();
        (placed.collect::<Rc<[(Note, Span)]>>(), orphans.collect::<Rc<[Note]>>())
    });
    let placed = Rc::clone(&places.0);
    use_marks(reading, messages, &placed, &at);
    let on_mark = {
        let (reading, shelf, placed) = (reading.clone(), shelf.clone(), Rc::clone(&placed));
        let (open, to_write, last) = (open.setter(), to_write.setter(), colour.setter());
        Callback::from(move |(colour, write): (Colour, bool)| {
            let id = mark(&reading, &shelf, &placed, colour);
            last.set(colour);
            deselect();
            if let Some(id) = id.filter(|_| write) {
                to_write.set(id);
                open.set(true);
            }
        })
    };
    use_effect_with(errand.clone(), {
        let (open, to_write, on_mark) = (open.setter(), to_write.setter(), on_mark.clone());
        let (reading, before, colour) = (reading.clone(), Rc::clone(&before), *colour);
        move |errand| {
            let asked = |action: Action| errand.tool == action.id();
            let selected = !text::selected(&reading.article).is_empty();
            if asked(Action::Highlight) && selected {
                on_mark.emit((colour, false));
            } else if asked(Action::Notes) || asked(Action::Highlight) {
                *before.borrow_mut() = text::focused();
                to_write.set("".into());
                open.set(true);
            }
        }
    });
    use_effect_with((reading.clone(), Rc::clone(&placed)), {
        let (open, to_write) = (open.setter(), to_write.setter());
        move |(reading, placed)| {
            let (reading, placed) = (reading.clone(), Rc::clone(placed));
            let opened = move |id: Rc<str>| {
                to_write.set(id);
                open.set(true);
            };
            let listener = listen(move |click| {
                let id = pressed(click, &reading, &placed)?;
                opened(id);
                Some(())
            });
            move || drop(listener)
        }
    });
    let on_go = {
        let (reading, placed, at) = (reading.clone(), Rc::clone(&placed), at.setter());
        Callback::from(move |id: Rc<str>| {
            if let Some((_, span)) = placed.iter().find(|(note, _)| *note.id == *id) {
                // Words that are not shown have no place to go to.
                let _ = text::go_to(&reading.article, *span, true);
            }
            at.set(id);
        })
    };
    let on_close = {
        let (open, at) = (open.setter(), at.setter());
        Callback::from(move |()| {
            open.set(false);
            at.set("".into());
            if let Some(before) = before.borrow_mut().take() {
                // Back to where the keyboard was, if that is still there.
                let _ = before.focus();
            }
        })
    };
    let orphans = Rc::clone(&places.1);
    html! {
        <>
            if !selection.is_empty() {
                <Bar messages={Rc::clone(messages)} colour={*colour} {on_mark} />
            }
            if *open {
                <Panel
                    reading={reading.clone()}
                    messages={Rc::clone(messages)}
                    {shelf}
                    {placed}
                    {orphans}
                    at={(*at).clone()}
                    to_write={(*to_write).clone()}
                    {on_go}
                    {on_close}
                />
            } else if let Some(told) = told(&shelf, messages) {
                <p class="untold" role="alert">
                    { told }
                    <button type="button" data-ask={Action::Notes.id()}>
                        { messages.text("key-notes") }
                    </button>
                </p>
            }
        </>
    }
}

/// What the reader must know where the list is closed: that a note is not kept.
fn told(shelf: &Shelf, messages: &Messages) -> Option<String> {
    let count = shelf.notebook().unkept().len();
    shelf.notebook().trouble().filter(|_| count > 0)?;
    Some(messages.with("notes-unkept", &[("count", count.into())]))
}

/// Paints the notes over the text and says them in its descriptions, as often as it is shown anew.
#[hook]
fn use_marks(
    reading: &Shared<Reading>,
    messages: &Rc<Messages>,
    placed: &Rc<[(Note, Span)]>,
    at: &Rc<str>,
) {
    let shown = use_state(|| 0_u32);
    use_effect_with((), {
        let shown = shown.setter();
        move |()| {
            let mut times = 0;
            let watch = text::watch(move || {
                times += 1;
                shown.set(times);
            });
            move || {
                drop(watch);
                undescribe();
                for name in Colour::ALL.map(painted).into_iter().chain([HERE]) {
                    paint::clear(name);
                }
            }
        }
    });
    let said = (reading.clone(), Rc::clone(placed), Rc::clone(messages), *shown);
    use_effect_with(said, |(reading, placed, messages, _)| {
        if text::is_shown(&reading.article) {
            describe(placed, messages);
        }
    });
    let painted_over = (reading.clone(), Rc::clone(placed), Rc::clone(at), *shown);
    use_effect_with(painted_over, |(reading, placed, at, _)| {
        if !text::is_shown(&reading.article) {
            return;
        }
        let spans = |wanted: &dyn Fn(&Note) -> bool| {
            let spans = placed.iter().filter(|(note, _)| wanted(note)).map(|(_, span)| *span);
            text::ranges(&reading.article, &spans.collect::<Vec<_>>())
        };
        for colour in Colour::ALL {
            paint::paint(painted(colour), &spans(&|note| note.colour == colour));
        }
        paint::paint(HERE, &spans(&|note| *note.id == **at));
    });
}

/// Marks the selected words, a note a block; words that are marked already change their colour.
/// The id of the first.
fn mark(
    reading: &Reading,
    shelf: &Shelf,
    placed: &[(Note, Span)],
    colour: Colour,
) -> Option<Rc<str>> {
    let article = &reading.article;
    let mut first = None;
    for span in text::selected(article) {
        let modified = text::now();
        let marked = placed.iter().find(|(_, place)| *place == span).map(|(note, _)| note);
        let note = match marked {
            Some(note) => Note { colour, modified, ..note.clone() },
            None => Note {
                id: id(),
                article: article.id.clone(),
                selector: Selector::new(article, span)?,
                colour,
                text: String::new(),
                created: modified.clone(),
                modified,
            },
        };
        first.get_or_insert(Rc::from(&*note.id));
        shelf.write(note, marked.map(|marked| marked.modified.clone()));
    }
    first
}

/// An id that no other note has: the browser's random numbers.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "random bits")]
fn id() -> String {
    let random = || (js_sys::Math::random() * 4_294_967_296.0) as u32;
    [random(), random(), random()].map(|number| number.to_string()).join("-")
}

/// Hears clicks on the text before the page does.
fn listen(mut heard: impl FnMut(&MouseEvent) -> Option<()> + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = false;
    Some(EventListener::new_with_options(&document, "click", options, move |event| {
        if event.dyn_ref().and_then(&mut heard).is_some() {
            event.prevent_default();
            event.stop_propagation();
        }
    }))
}

/// The note whose words were clicked; nothing for a link, or the end of a selection.
#[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
fn pressed(click: &MouseEvent, reading: &Reading, placed: &[(Note, Span)]) -> Option<Rc<str>> {
    let target: Element = click.target()?.dyn_into().ok()?;
    target.closest(".body [data-block]").ok()??;
    let selecting = window()?.get_selection().ok()?.is_some_and(|some| !some.is_collapsed());
    if selecting || target.closest("a[href]").ok()?.is_some() {
        return None;
    }
    let (x, y) = (click.client_x() as f32, click.client_y() as f32);
    let (block, byte) = text::at_point(&reading.article, x, y)?;
    // The shortest of several marks is the one that was meant.
    let over = placed
        .iter()
        .filter(|(_, span)| span.block == block && (span.start..span.end).contains(&byte));
    let (note, _) = over.min_by_key(|(_, span)| span.end - span.start)?;
    Some(note.id.as_str().into())
}
