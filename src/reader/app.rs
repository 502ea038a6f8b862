use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement, window};
use yew::prelude::*;

use super::location::use_location;
use super::messages::{Language, Messages, use_messages};
use super::pages::{ArticlePage, HomePage, missing};
use super::route::Route;
use super::settings::{SettingsAction, use_settings};

/// The whole page: what stands around every page, and the page that the address names.
#[component]
pub fn App() -> Html {
    let settings = use_settings();
    let messages = use_messages(settings.language);
    let location = use_location();
    let route = location.address.route.clone();
    let main = use_node_ref();
    let shown = use_mut_ref(|| None);
    use_effect_with(route.clone(), {
        let main = main.clone();
        move |route| {
            // On the way from page to page the new one begins at its top, for the keyboard too.
            let before = shown.replace(Some(route.clone()));
            if before.is_some_and(|before| before != *route)
                && let Some(window) = window()
            {
                window.scroll_to_with_x_and_y(0.0, 0.0);
                focus(&main);
            }
        }
    });
    let skip = {
        let main = main.clone();
        move |click: MouseEvent| {
            click.prevent_default();
            focus(&main);
        }
    };
    let choose = {
        let settings = settings.dispatcher();
        Callback::from(move |language| settings.dispatch(SettingsAction::Language(language)))
    };
    let Some(messages) = messages else { return Html::default() };
    let page = match &route {
        Route::Home => html! { <HomePage messages={Rc::clone(&messages)} {location} /> },
        Route::Article(id) => {
            let key = id.clone();
            html! { <ArticlePage {key} messages={Rc::clone(&messages)} {location} /> }
        }
        Route::Missing => missing(&messages),
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ messages.text("skip") }</a>
            <header class="masthead">
                <a class="brand" href="./">{ "Verbatim" }</a>
                <p class="tagline">{ messages.text("tagline") }</p>
                { languages(&messages, choose) }
            </header>
            <main ref={main} id="main" tabindex="-1">{ page }</main>
        </>
    }
}

/// The languages of the page, to choose from.
fn languages(messages: &Messages, choose: Callback<Language>) -> Html {
    let onchange = move |event: Event| {
        let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        if let Some(language) = select.and_then(|select| Language::of_tag(&select.value())) {
            choose.emit(language);
        }
    };
    let option = |language: Language| {
        let selected = language == messages.language();
        html! {
            <option value={language.tag()} lang={language.tag()} {selected}>
                { language.name() }
            </option>
        }
    };
    html! {
        <select class="languages" aria-label={messages.text("language")} {onchange}>
            { for Language::ALL.into_iter().map(option) }
        </select>
    }
}

fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // An element of the page that can be focused.
        let _ = element.focus();
    }
}
