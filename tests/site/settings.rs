//! How the reader wants the page: each setting changes it, is kept, and is there before the page is.

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::panel::{close, open, set};
use crate::server::{Answer, Site};
use crate::{SCREENS, article, shown, site};

/// A setting with a value, and what the page then has: a script, and what it gives.
const SETTINGS: [(&str, &str, &str, &str); 13] = [
    ("size", "128", "return style('.body').fontSize", "128px"),
    ("width", "40", "return String(Math.floor(parseFloat(style('.text').maxWidth)))", "504"),
    ("line", "200", "return style('.body li').lineHeight", "38px"),
    ("letter", "12", "return style('.body').letterSpacing", "2.28px"),
    ("word", "16", "return style('.body').wordSpacing", "3.04px"),
    ("weight", "600", "return style('.body').fontWeight", "600"),
    (
        "font",
        "sans",
        "return style('.body').fontFamily.split(',')[0].replaceAll('\"', '')",
        "Golos Text",
    ),
    (
        "font",
        "legible",
        "return style('.body').fontFamily.split(',')[0].replaceAll('\"', '')",
        "Andika",
    ),
    ("align", "justify", "return style('.body').textAlign", "justify"),
    ("hyphens", "off", "return style('.body').hyphens", "manual"),
    ("theme", "sepia", "return style('html').backgroundColor", "rgb(245, 235, 215)"),
    ("theme", "e-ink", "return style('html').backgroundColor", "rgb(255, 255, 255)"),
    ("theme", "dark", "return style('html').backgroundColor", "rgb(23, 22, 20)"),
];

/// What the script gives, `style` being the style of the first element that a selector finds.
fn seen(browser: &Browser, script: &str) -> Value {
    browser.run(&format!(
        "const style = selector => getComputedStyle(document.querySelector(selector));\n{script}"
    ))
}

#[test]
fn each_setting_changes_the_page_and_is_kept_and_goes_with_a_reset() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    for (name, value, script, expected) in SETTINGS {
        let before = seen(&browser, script);
        assert_ne!(before, expected, "{name} is not {value} yet");
        set(&browser, name, value);
        assert_eq!(seen(&browser, script), expected, "{name}={value}");
        browser.reload();
        shown(&browser);
        assert_eq!(seen(&browser, script), expected, "{name}={value} is kept");
        open(&browser, "settings");
        let kept = format!("return document.querySelector('#settings [name={name}]').value");
        assert_eq!(browser.text(&kept), value, "the panel shows it");
        browser.click("#settings button");
        close(&browser, "settings");
        let reset = "return localStorage.getItem('verbatim.settings').trim() === ''";
        browser.wait("all is reset", reset);
        assert_eq!(seen(&browser, script), before, "{name} is reset");
    }
}

/// A site whose program never comes: what is seen is what was there before it.
fn without_its_program() -> Site {
    let site = site();
    site.answer("/page_bg.wasm", Answer::Silence);
    site
}

#[test]
fn settings_are_there_before_the_page_is() {
    let site = without_its_program();
    let browser = Browser::open(Screen::Wide);
    browser.go(&site.url("/a/bridge"));
    let words = "size=40 letter=12 theme=sepia font=legible voices=on ";
    browser.run(&format!("localStorage.setItem('verbatim.settings', '{words}')"));
    browser.reload();
    let root = browser.run(
        "const { dataset, style } = document.documentElement;
        return [dataset.theme, dataset.font, dataset.voices,
            style.getPropertyValue('--size'), style.getPropertyValue('--letter')]",
    );
    assert_eq!(root, json!(["sepia", "legible", "on", "40", "12"]));
    let paper = seen(&browser, "return style('html').backgroundColor");
    assert_eq!(paper, "rgb(245, 235, 215)");
    let shown = browser.run("return !!document.querySelector('.masthead')");
    assert_eq!(shown, false, "the program has not come");
}

#[test]
fn a_store_that_refuses_is_no_fault() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    browser.run("Storage.prototype.setItem = () => { throw new DOMException('full') }");
    set(&browser, "size", "40");
    assert_eq!(seen(&browser, "return style('.body').fontSize"), "40px");
}

#[test]
fn the_biggest_type_needs_no_scrolling_sideways() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        set(&browser, "size", "128");
        assert_eq!(seen(&browser, "return style('.body').fontSize"), "128px");
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(browser.run(wide), true, "{screen:?}");
    }
}

#[test]
fn keys_change_the_size_and_the_theme() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    let size = "return parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)";
    let before = browser.run(size).as_f64();
    browser.press("+");
    browser.wait("the type is bigger", &format!("{size} > 19"));
    browser.press("-");
    browser.wait("it is as before", &format!("{size} === 19"));
    assert_eq!(before, Some(19.0));
    for theme in ["light", "dark", "sepia", "contrast", "e-ink"] {
        browser.press("t");
        browser
            .wait(theme, &format!("return document.documentElement.dataset.theme === '{theme}'"));
    }
    browser.press("t");
    browser.wait("as the system", "return !document.documentElement.dataset.theme");
}
