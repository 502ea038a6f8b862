use std::rc::Rc;

use web_sys::{HtmlElement, window};
use yew::prelude::*;

use super::article::lights;
use super::frame::{desk, masthead, use_desk, use_keys};
use super::location::use_location;
use super::messages::use_spoken;
use super::pages::{ArticlePage, HomePage, missing};
use super::route::Route;
use super::settings::{Measure, use_settings};

/// The whole page: what stands around every page, and the page that the address names.
#[component]
pub fn App() -> Html {
    let settings = use_settings();
    let messages = use_spoken(settings);
    use_keys(settings);
    use_desk();
    use_effect_with(settings.measure(Measure::Confidence), |_| {
        // A page without a root shows nothing anyway.
        let _ = lights::light();
    });
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
            { masthead(&messages) }
            <main ref={main} id="main" tabindex="-1">{ page }</main>
            { desk(&messages) }
        </>
    }
}

fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // An element of the page that can be focused.
        let _ = element.focus();
    }
}
