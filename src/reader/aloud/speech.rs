//! Speech by the browser's own voices, where it has any.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Reflect;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, window};
use yew::prelude::*;

use super::utterances;
use crate::article::QuoteKind;
use crate::reader::Shared;
use crate::reader::article::{Reading, kind_name, paint};
use crate::reader::keys::Action;
use crate::reader::messages::Messages;

/// The name of the mark on the sentence that is said.
const MARK: &str = "aloud";

/// A button that reads the article aloud from where the reader is, and stops; nothing where the
/// browser cannot speak.
#[hook]
pub(in crate::reader) fn use_speech(
    reading: Option<&Shared<Reading>>,
    messages: &Rc<Messages>,
) -> Html {
    let speaking = use_state(|| false);
    // The browser forgets utterances that nobody holds.
    let queue = use_mut_ref(Vec::new);
    use_effect_with((), |()| || hush(synthesis()));
    let (Some(reading), Some(synthesis)) = (reading, synthesis()) else { return Html::default() };
    let onclick = {
        let (reading, messages) = (reading.clone(), Rc::clone(messages));
        let speaking = speaking.clone();
        move |_: MouseEvent| {
            hush(Some(synthesis.clone()));
            let mut queue = queue.borrow_mut();
            queue.clear();
            if !*speaking {
                *queue = say(&reading, &messages, &synthesis, &speaking.setter());
            }
            speaking.set(!*speaking && !queue.is_empty());
        }
    };
    let pressed = (*speaking).to_string();
    html! {
        <button type="button" class="tool" data-key={Action::Aloud.id()} aria-pressed={pressed} {onclick}>
            { messages.text("key-aloud") }
        </button>
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    // Asking a browser that has none for it would throw.
    Reflect::has(&window, &"speechSynthesis".into())
        .ok()?
        .then(|| window.speech_synthesis().ok())?
}

fn hush(synthesis: Option<SpeechSynthesis>) {
    if let Some(synthesis) = synthesis {
        synthesis.cancel();
    }
    // Where the browser has no such marks, there was none.
    paint::paint(MARK, &[]);
}

/// An utterance that waits for its turn, with what is done when it begins or ends.
type Waiting = (SpeechSynthesisUtterance, EventListener);

/// Puts the article's utterances in the queue of the browser, each marked while it is said, each
/// quote after its speaker's name; from the first one on the screen, or below it.
fn say(
    reading: &Shared<Reading>,
    messages: &Messages,
    synthesis: &SpeechSynthesis,
    speaking: &UseStateSetter<bool>,
) -> Vec<Waiting> {
    let article = &reading.article;
    let from = crate::reader::frame::top_block().unwrap_or_default();
    let mut queue = Vec::new();
    let mut add = |text: &str, language: &str, event: &'static str, act: Box<dyn Fn()>| {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
        utterance.set_lang(language);
        let listener = EventListener::new(&utterance, event, move |_| act());
        synthesis.speak(&utterance);
        queue.push((utterance, listener));
    };
    for utterance in utterances(article).into_iter().filter(|said| said.at.block >= from) {
        for quote in utterance.introduces {
            let name = reading.voice_of_quote(quote).name(article);
            let name = if name.is_empty() { messages.text("speaker-unknown") } else { name };
            let kind = match article.quotes[quote].kind {
                QuoteKind::Indirect => kind_name(messages, QuoteKind::Indirect),
                QuoteKind::Direct | QuoteKind::Partial => "",
            };
            let introduction = [name, ": ", kind].concat();
            add(&introduction, &article.in_language, "start", Box::new(|| ()));
        }
        let text = article.text(utterance.at).unwrap_or_default();
        let (reading, at) = (reading.clone(), utterance.at);
        let mark = move || {
            if let Some(range) = paint::range(&reading.article, at) {
                // Where the browser has no such marks, the words are heard alone.
                paint::paint(MARK, &[range]);
            }
        };
        add(text, &article.in_language, "start", Box::new(mark));
    }
    let speaking = speaking.clone();
    let end = move || {
        hush(None);
        speaking.set(false);
    };
    // Nothing is left to say: an utterance without words says so.
    add("", "", "end", Box::new(end));
    queue
}
