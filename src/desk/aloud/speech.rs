//! Speech by the browser's own voices, where it has any.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, window};
use yew::prelude::*;

use super::utterances;
use crate::article::QuoteKind;
use crate::desk::errand::Errand;
use crate::reader::Shared;
use crate::reader::article::{Reading, kind_name, paint};
use crate::reader::frame::can_speak;
use crate::reader::keys::Action;
use crate::reader::messages::Messages;

/// The name of the mark on the sentence that is said.
const MARK: &str = "aloud";

/// Reads the article aloud from where the reader is when they ask for it, and stops when they ask
/// again. The page's button shows which it is.
#[hook]
pub(in crate::desk) fn use_speech(
    reading: Option<&Shared<Reading>>,
    messages: &Rc<Messages>,
    errand: &Errand,
) {
    let speaking = use_state(|| false);
    // The browser forgets utterances that nobody holds.
    let queue = use_mut_ref(Vec::new);
    use_effect_with((), |()| || hush(synthesis()));
    let (speaks, messages) = (speaking.clone(), Rc::clone(messages));
    use_effect_with((errand.clone(), reading.cloned()), move |(errand, reading)| {
        if let (Some(reading), Some(synthesis)) = (reading, synthesis())
            && errand.tool == Action::Aloud.id()
        {
            hush(Some(synthesis.clone()));
            let mut queue = queue.borrow_mut();
            queue.clear();
            if !*speaks {
                *queue = say(reading, &messages, &synthesis, &speaks.setter());
            }
            speaks.set(!*speaks && !queue.is_empty());
        }
    });
    use_effect_with(*speaking, |speaking| {
        // The button may be gone with its article.
        let _ = press(*speaking);
    });
}

/// Shows on the page's button whether the article is read aloud.
fn press(speaking: bool) -> Option<()> {
    let selector = ["[data-key=\"", Action::Aloud.id(), "\"]"].concat();
    let button = window()?.document()?.query_selector(&selector).ok()??;
    button.set_attribute("aria-pressed", if speaking { "true" } else { "false" }).ok()
}

fn synthesis() -> Option<SpeechSynthesis> {
    can_speak().then(|| window()?.speech_synthesis().ok())?
}

fn hush(synthesis: Option<SpeechSynthesis>) {
    if let Some(synthesis) = synthesis {
        synthesis.cancel();
    }
    // Where the browser has no such marks, there was none.
    paint::clear(MARK);
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
