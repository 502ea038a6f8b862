use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::reader::messages::{Language, Messages};
use crate::reader::settings::{Change, Choice, Measure, Settings, change};

/// Every setting, in a panel that the masthead opens.
pub(super) fn panel(settings: Settings, messages: &Messages) -> Html {
    // One listener for all: what changed names itself.
    let oninput = |event: InputEvent| {
        let Some(target) = event.target() else { return };
        let wanted = if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            measure(&input.name(), &input.value())
        } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            choice(&select.name(), &select.value())
        } else {
            None
        };
        if let Some(wanted) = wanted {
            change(wanted);
        }
    };
    let reset = |_: MouseEvent| change(Change::Reset);
    let name = |id: &str| messages.text(&["set-", id].concat());
    let range = |measure: Measure| {
        let range = measure.range();
        let value = settings.measure(measure).to_string();
        html! {
            <label>
                { name(range.id) }
                <output>{ &value }</output>
                <input
                    type="range"
                    name={range.id}
                    min={range.least.to_string()}
                    max={range.most.to_string()}
                    step={range.step.to_string()}
                    {value}
                />
            </label>
        }
    };
    let select = |choice: Choice| {
        let chosen = match choice {
            Choice::Language => messages.language().tag(),
            _ => settings.choice(choice),
        };
        let option = |id: &'static str| {
            let (lang, text) = match Language::of_tag(id) {
                Some(language) => (Some(id), language.name()),
                None => (None, name(id)),
            };
            html! { <option value={id} {lang} selected={id == chosen}>{ text }</option> }
        };
        // The browser's language is the page's until another one is chosen.
        let options = choice.options().iter().filter(|id| **id != "auto");
        html! {
            <label>
                { name(choice.id()) }
                // The options say what is chosen at first; the property, whenever that changes.
                <select name={choice.id()} ~value={chosen}>
                    { for options.map(|id| option(id)) }
                </select>
            </label>
        }
    };
    html! {
        <section
            id="settings"
            class="panel"
            popover="auto"
            aria-label={messages.text("key-settings")}
            {oninput}
        >
            { for Choice::ALL.into_iter().map(select) }
            { for Measure::ALL.into_iter().map(range) }
            <button type="button" onclick={reset}>{ name("reset") }</button>
        </section>
    }
}

fn measure(name: &str, value: &str) -> Option<Change> {
    let measure = Measure::ALL.into_iter().find(|measure| measure.range().id == name)?;
    Some(Change::Set(measure, value.parse().ok()?))
}

fn choice(name: &str, value: &str) -> Option<Change> {
    let choice = Choice::ALL.into_iter().find(|choice| choice.id() == name)?;
    let option = choice.options().iter().find(|option| **option == value)?;
    Some(Change::Choose(choice, option))
}
