use yew::prelude::*;

use crate::reader::messages::use_messages;
use crate::reader::states::Notice;
use crate::reader::title::use_title;

/// Says that the address names nothing.
#[component]
pub(crate) fn MissingPage() -> Html {
    let messages = use_messages();
    let title = messages.text("missing-title");
    use_title(title.to_owned());
    html! { <Notice {title} text={messages.text("missing-text")} /> }
}
