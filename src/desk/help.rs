use yew::prelude::*;

use crate::reader::keys::KEYS;
use crate::reader::messages::Messages;

/// The list of keys, which the masthead opens.
pub(super) fn help(messages: &Messages) -> Html {
    let row = |id: &str, key: &'static str| {
        html! {
            <div>
                <dt><kbd>{ key }</kbd></dt>
                <dd>{ messages.text(&["key-", id].concat()) }</dd>
            </div>
        }
    };
    html! {
        <dialog id="help" class="panel" popover="auto" aria-labelledby="help-title">
            <button type="button" popovertarget="help" popovertargetaction="hide">
                { messages.text("close") }
            </button>
            <h2 id="help-title">{ messages.text("key-help") }</h2>
            <dl>{ for KEYS.into_iter().map(|(_, id, key)| row(id, key)) }</dl>
            <p>{ messages.text("keys-off") }</p>
        </dialog>
    }
}
