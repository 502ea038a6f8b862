use std::rc::Rc;

use yew::prelude::*;

use super::aloud::use_speech;
use super::cite::Cite;
use super::errand::Errand;
use super::find::Find;
use super::notes::NotesTool;
use super::share::use_share;
use super::text;
use crate::article::file;
use crate::reader::Shared;
use crate::reader::article::Reading;
use crate::reader::fetch::{Fetch, use_fetch};
use crate::reader::messages::Messages;
use crate::reader::states::Notice;

/// What the tools of an article are given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The article's id.
    pub(super) id: String,
    /// The sentences in the reader's language.
    pub(super) messages: Rc<Messages>,
    /// What was asked for last.
    pub(super) errand: Errand,
}

/// The tools that work on the article of this id; says that it did not come to the desk, where
/// that is so.
#[component]
pub(super) fn Tools(ToolsProps { id, messages, errand }: &ToolsProps) -> Html {
    let link = ["articles/", id, ".json"].concat();
    let (text, retry) = use_fetch(link.clone());
    let reading = use_memo((*text).clone(), |text| {
        text.read(|json| match file::read(json) {
            Ok(article) => Ok(Shared::new(Reading::new(article))),
            Err(error) => Err(error.to_string()),
        })
    });
    let shown = use_shown(match &*reading {
        Fetch::Ready(reading) => Some(reading.clone()),
        Fetch::Loading | Fetch::Failed(_) => None,
    });
    let ready = match &*reading {
        Fetch::Ready(reading) if shown => Some(reading.clone()),
        _ => None,
    };
    use_speech(ready.as_ref(), messages, errand);
    let said = use_share(ready.as_ref(), messages, errand);
    match &*reading {
        Fetch::Failed(error) if !errand.is_panel() => {
            let notice = Notice::of(error, &link, retry, messages).show(messages);
            html! { <div class="desk-notice">{ notice }</div> }
        }
        Fetch::Ready(reading) if shown => {
            let (reading, messages, errand) =
                (reading.clone(), Rc::clone(messages), errand.clone());
            html! {
                <>
                    { said }
                    <Cite
                        reading={reading.clone()}
                        messages={Rc::clone(&messages)}
                        errand={errand.clone()}
                    />
                    <Find
                        reading={reading.clone()}
                        messages={Rc::clone(&messages)}
                        errand={errand.clone()}
                    />
                    <NotesTool {reading} {messages} {errand} />
                </>
            }
        }
        _ => Html::default(),
    }
}

/// Whether the page has shown this article, all of it: the tools work on what is shown. They stay,
/// with what they hold, whatever the page does then.
#[hook]
fn use_shown(reading: Option<Shared<Reading>>) -> bool {
    let shown = use_state_eq(|| false);
    use_effect_with(reading, {
        let shown = shown.setter();
        move |reading| {
            let watch = reading.clone().and_then(|reading| {
                let look = move || {
                    if text::is_shown(&reading.article) {
                        shown.set(true);
                    }
                };
                look();
                text::watch(look)
            });
            move || drop(watch)
        }
    });
    *shown
}
