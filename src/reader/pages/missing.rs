use yew::prelude::*;

use crate::reader::messages::Messages;
use crate::reader::states::Notice;

/// Says that the address names nothing.
pub(crate) fn missing(messages: &Messages) -> Html {
    let notice = Notice {
        title: messages.text("missing-title"),
        text: messages.text("missing-text").to_owned(),
        ..Notice::default()
    };
    notice.show(messages)
}
