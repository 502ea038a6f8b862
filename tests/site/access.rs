//! The page for everyone: axe-core, headings, the keyboard.

use std::{env, fs};

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, Screen, TAB};
use crate::{bridge, open};

/// What axe-core finds wrong with the page: for each rule, where.
fn axe(browser: &Browser) -> Vec<String> {
    let path = env::var("AXE").unwrap_or_else(|_| {
        let home = env::var("HOME").unwrap_or_default();
        format!("{home}/.cache/verbatim/npm/node_modules/axe-core/axe.min.js")
    });
    let source = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{path}: {error}; set AXE to axe-core's axe.min.js"));
    browser.run(&source);
    let found = browser.run_async(
        "axe.run(document).then(
            found => done(found.violations.map(rule =>
                `${rule.id}: ${rule.nodes.map(node => node.html + ' ' + node.failureSummary)}`)),
            error => done([String(error)]))",
    );
    let Value::Array(found) = found else { panic!("axe gave {found}") };
    found.iter().map(Value::to_string).collect()
}

fn assert_clean(screen: Screen, address: &str, ready: &str) {
    let (_site, browser) = open(screen, address);
    browser.wait("the page is shown", &format!("return document.querySelector('{ready}')"));
    for theme in ["light", "dark"] {
        if browser.is_chromium() {
            let theme = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            browser.order("Emulation.setEmulatedMedia", &theme);
        }
        browser.wait(
            "nothing moves any more",
            "return document.getAnimations().every(one => one.playState !== 'running')",
        );
        assert_eq!(axe(&browser), Vec::<String>::new(), "{address}, {screen:?}, {theme}");
    }
}

#[test]
fn axe_finds_nothing_on_an_article() {
    for screen in [Screen::Wide, Screen::Phone] {
        assert_clean(screen, "/a/bridge", ".body");
        assert_clean(screen, "/a/nur-otan-kostanay", ".body");
    }
}

#[test]
fn axe_finds_nothing_where_something_is_lit() {
    // On a phone the link to a person opens the sheet.
    for screen in [Screen::Wide, Screen::Phone] {
        assert_clean(screen, "/a/bridge#q1", ".body [data-lit]");
        assert_clean(screen, "/a/bridge#p2", ".sheet [data-lit]");
    }
}

#[test]
fn axe_finds_nothing_on_the_other_pages() {
    assert_clean(Screen::Wide, "/", ".catalogue");
    assert_clean(Screen::Phone, "/", ".catalogue");
    assert_clean(Screen::Wide, "/a/tunnel", ".notice");
    assert_clean(Screen::Phone, "/nothing", ".notice");
}

#[test]
fn the_page_has_its_landmarks_and_headings() {
    let (_site, browser) = bridge();
    let shape = browser.run(
        "return [...document.querySelectorAll('header, main, aside, h1, h2, h3')]
            .filter(e => e.checkVisibility())
            .map(e => e.tagName + (/^H.$/.test(e.tagName) ? ' ' + e.lastChild.textContent : ''))",
    );
    let expected = json!([
        "HEADER",
        "MAIN",
        "H1 Мост через Ишим откроют в декабре",
        "H2 Чего ждать",
        "ASIDE",
        "H2 Люди",
        "H3 Болат Есенов",
        "H3 Анна Ким",
        "H3 Пресс-служба акимата",
        "H3 житель левого берега",
        "H3 Неизвестно кто",
        "H3 Айгуль Серикова",
        "H2 Цифры",
    ]);
    assert_eq!(shape, expected);
    assert_eq!(browser.text("return document.documentElement.lang"), "ru");
    assert_eq!(browser.text("return document.querySelector('.body').lang"), "ru");
}

#[test]
fn the_first_tab_leads_past_the_frame() {
    let (_site, browser) = bridge();
    browser.press(TAB);
    assert_eq!(browser.text("return document.activeElement.textContent"), "К тексту");
    browser.press(ENTER);
    browser.wait("the text is come to", "return document.activeElement.tagName === 'MAIN'");
    browser.press(TAB);
    assert_eq!(browser.text("return document.activeElement.textContent"), "Читать вслух");
}

#[test]
fn the_page_speaks_three_languages() {
    let (_site, browser) = bridge();
    for (tag, people) in [("kk", "Адамдар"), ("en", "People"), ("ru", "Люди")] {
        browser.click("[data-key=settings]");
        browser
            .wait("the settings open", "return document.querySelector('#settings:popover-open')");
        browser.run(&format!(
            "const select = document.querySelector('#settings select[name=language]');
            select.value = '{tag}';
            select.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        ));
        browser.wait(
            &format!("the page speaks {tag}"),
            &format!(
                "return document.documentElement.lang === '{tag}' &&
                    document.querySelector('#people').textContent === '{people}'"
            ),
        );
        browser.reload();
        browser.wait(
            &format!("{tag} was kept"),
            &format!("return document.querySelector('#people')?.textContent === '{people}'"),
        );
    }
}
