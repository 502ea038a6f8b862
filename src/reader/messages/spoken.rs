use std::rc::Rc;

use web_sys::window;
use yew::prelude::*;

use super::{Language, Messages};
use crate::reader::fetch::{Fetch, use_fetch};
use crate::reader::settings::{Choice, Settings};

/// The sentences in the language that the reader chose, or else in the browser's.
#[hook]
pub(crate) fn use_spoken(settings: Settings) -> Option<Rc<Messages>> {
    let browsers = *use_memo((), |()| root_language());
    let chosen = Language::of_tag(settings.choice(Choice::Language));
    use_messages(chosen.unwrap_or(browsers))
}

/// The language of the page's root: `static/early.js` chose it as the browser's languages ask.
fn root_language() -> Language {
    let root = window().and_then(|window| window.document()?.document_element());
    let tag = root.and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Language::of_tag(&tag)).unwrap_or_default()
}

/// The sentences of this language, which becomes the page's once they are here; until then those
/// of the language before, and nothing before the first.
#[hook]
fn use_messages(language: Language) -> Option<Rc<Messages>> {
    let (file, _) = use_fetch(["locales/", language.tag(), ".ftl"].concat());
    let spoken = use_mut_ref(|| None);
    let messages = use_memo((*file).clone(), |file| {
        if let Fetch::Ready(source) = file {
            // A few kilobytes for each change of the language, kept as long as the page lives.
            let source = Box::leak(Box::<str>::from(&**source));
            *spoken.borrow_mut() = Some(Rc::new(Messages::new(source)));
        }
        spoken.borrow().clone()
    });
    use_effect_with(messages.as_ref().as_ref().map(|messages| messages.language()), |spoken| {
        let root = window().and_then(|window| window.document()?.document_element());
        if let (Some(language), Some(root)) = (spoken, root) {
            // The page's own root takes any attribute.
            let _ = root.set_attribute("lang", language.tag());
        }
    });
    (*messages).clone()
}
