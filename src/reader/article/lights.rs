//! Whose words are lit, and what is too unsure to be marked: by one style sheet of a few rules, that
//! names them by the attributes that the text, the strip and the cards carry (`data-voice`,
//! `data-sure`). However much there is of them, and whenever it comes, no element is written to.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Document, HtmlElement, window};

/// The steps of the control, in percent; `data-sure` is rounded down to them.
pub(super) const STEP: usize = 5;

/// Puts the rules in force: the voice that is lit stands on the article's page in `data-lights`, the
/// least confidence on the root.
#[must_use]
pub fn light() -> Option<()> {
    let document = window()?.document()?;
    let lit = document.query_selector(".reading").ok()?;
    let lit = lit.and_then(|page| page.get_attribute("data-lights"));
    sheet(&document)?.replace_sync(&rules(lit.as_deref(), &unsure())).ok()
}

/// Selects what is sure enough to be marked, put behind another selector.
pub(super) fn sure() -> String {
    let unsure = unsure();
    if unsure.is_empty() { unsure } else { [":not(", &unsure, ")"].concat() }
}

/// Selects what is less sure than the reader asks for; empty where all is marked.
fn unsure() -> String {
    let least = || {
        let root: HtmlElement = window()?.document()?.document_element()?.dyn_into().ok()?;
        root.style().get_property_value("--confidence").ok()?.parse().ok()
    };
    selector(least().unwrap_or(0))
}

fn selector(least: usize) -> String {
    let of = |sure: usize| ["[data-sure=\"", &sure.to_string(), "\"]"].concat();
    (0..least).step_by(STEP).map(of).collect::<Vec<_>>().join(",")
}

/// The sheet, made when it is first asked for.
fn sheet(document: &Document) -> Option<CssStyleSheet> {
    let made = document.adopted_style_sheets().get(0);
    if made.is_undefined() {
        let sheet = CssStyleSheet::new().ok()?;
        document.set_adopted_style_sheets(&Array::of1(&sheet));
        return Some(sheet);
    }
    made.dyn_into().ok()
}

/// The rules that light this voice alone, where there is one, and take the marks off what is
/// unsure, by its selector, where there is any.
fn rules(lit: Option<&str>, unsure: &str) -> String {
    let mut rules = String::new();
    if let Some(voice) = lit {
        let its = ["[data-voice=\"", voice, "\"]"].concat();
        rules = [
            ".body .quote:not(",
            &its,
            "){background:none;color:var(--faint);text-decoration-color:var(--rule)}.strip rect:not(",
            &its,
            "){opacity:.2}@media(forced-colors:active){.body .quote",
            &its,
            "{outline:1px solid Highlight}}",
        ]
        .concat();
    }
    if !unsure.is_empty() {
        rules.push_str(&[
            ".body .quote:is(",
            unsure,
            "){background:none;text-decoration-color:transparent;cursor:auto}:is(a.voice,.strip rect,.quotes li):is(",
            unsure,
            "){display:none}",
        ]
        .concat());
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_less_sure_is_named_step_by_step() {
        assert_eq!(selector(0), "");
        assert_eq!(selector(10), "[data-sure=\"0\"],[data-sure=\"5\"]");
    }

    #[test]
    fn nothing_lit_and_nothing_unsure_needs_no_rule() {
        assert_eq!(rules(None, ""), "");
        assert!(rules(Some("3"), "").contains(".quote:not([data-voice=\"3\"])"));
        assert!(rules(None, "[data-sure=\"0\"]").contains(".quote:is([data-sure=\"0\"])"));
    }
}
