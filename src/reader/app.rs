use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};
use yew::prelude::*;

use super::location::{LocationProvider, use_location};
use super::messages::{Language, MessagesProvider, use_messages};
use super::pages::{ArticlePage, HomePage, MissingPage};
use super::route::Route;
use super::settings::{SettingsAction, SettingsProvider, use_settings};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! {
        <SettingsProvider>
            <MessagesProvider>
                <LocationProvider>
                    <Frame />
                </LocationProvider>
            </MessagesProvider>
        </SettingsProvider>
    }
}

/// What stands around every page.
#[component]
fn Frame() -> Html {
    let messages = use_messages();
    let location = use_location();
    let route = location.address.route.clone();
    let main = use_node_ref();
    let page = use_mut_ref(|| None);
    {
        let main = main.clone();
        use_effect_with(route.clone(), move |route| {
            // On the way from page to page the new one begins at its top, for the keyboard too.
            let before = page.replace(Some(route.clone()));
            if before.is_some_and(|before| before != *route)
                && let (Some(window), Some(main)) = (window(), main.cast::<HtmlElement>())
            {
                window.scroll_to_with_x_and_y(0.0, 0.0);
                let _ = main.focus();
            }
        });
    }
    let skip = {
        let main = main.clone();
        move |click: MouseEvent| {
            click.prevent_default();
            if let Some(main) = main.cast::<HtmlElement>() {
                let _ = main.focus();
            }
        }
    };
    html! {
        <>
            <a class="skip" href={location.address.to_string()} onclick={skip}>
                { messages.text("skip") }
            </a>
            <header class="masthead">
                <a class="brand" href="./">{ "Verbatim" }</a>
                <p class="tagline">{ messages.text("tagline") }</p>
                <Languages />
            </header>
            <main ref={main} id="main" tabindex="-1">
                {
                    match route {
                        Route::Home => html! { <HomePage /> },
                        Route::Article(id) => {
                            html! { <ArticlePage key={id.clone()} id={id.clone()} /> }
                        }
                        Route::Missing => html! { <MissingPage /> },
                    }
                }
            </main>
        </>
    }
}

/// The languages of the page, to choose from.
#[component]
fn Languages() -> Html {
    let messages = use_messages();
    let settings = use_settings();
    let choose = {
        let settings = settings.dispatcher();
        move |event: Event| {
            let chosen = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok())
                .and_then(|select| Language::of_tag(&select.value()));
            if let Some(language) = chosen {
                settings.dispatch(SettingsAction::Language(language));
            }
        }
    };
    html! {
        <select class="languages" aria-label={messages.text("language")} onchange={choose}>
            { for Language::ALL.into_iter().map(|language| html! {
                <option
                    value={language.tag()}
                    lang={language.tag()}
                    selected={language == settings.language}
                >
                    { language.name() }
                </option>
            }) }
        </select>
    }
}
