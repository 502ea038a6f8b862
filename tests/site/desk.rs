//! The desk: the tools of the page, fetched when they are first asked for.

use crate::browser::{Browser, Screen};
use crate::panel::{close, closed, give, open, opened};
use crate::server::Answer;
use crate::{article, bridge, shown};

#[test]
fn who_only_reads_fetches_no_desk() {
    let (site, browser) = bridge();
    browser.click(".body .quote");
    browser.wait("its card is lit", "return document.querySelector('.sheet [data-lit]')");
    let asked = site.asked();
    assert!(!asked.iter().any(|path| path.contains("desk")), "{asked:?}");
    browser.press("?");
    opened(&browser, "help");
    assert!(site.asked().iter().any(|path| path == "/desk_bg.wasm"));
}

#[test]
fn a_panel_opens_and_closes_by_its_key_and_by_its_button() {
    let (_site, browser) = bridge();
    for _ in 0..2 {
        browser.press(",");
        opened(&browser, "settings");
        close(&browser, "settings");
        open(&browser, "help");
        browser.click("[data-key=help]");
        closed(&browser, "help");
    }
}

#[test]
fn a_desk_that_does_not_come_is_said_and_asked_for_again() {
    for lost in ["/desk.js", "/desk_bg.wasm", "/desk.css"] {
        let (site, browser) = bridge();
        site.answer(lost, Answer::Silence);
        browser.click("[data-key=settings]");
        let said = "return [...document.querySelector('.desk-state').children].filter(
            part => getComputedStyle(part).display !== 'none').map(part => part.textContent).join()";
        let expected = "Инструменты не загрузились: сервер не отвечает.,Попробовать ещё раз";
        browser.wait(
            &format!("{lost} is missed"),
            &format!("return (() => {{ {said} }})() === '{expected}'"),
        );
        assert_eq!(browser.text("return document.querySelector('.desk-state').role"), "status");
        site.restore(lost);
        browser.click(".desk-state button");
        opened(&browser, "settings");
        let shown = "return getComputedStyle(document.querySelector('.desk-state')).display";
        assert_eq!(browser.text(shown), "none");
    }
}

#[test]
fn a_setting_holds_for_page_and_desk_and_is_kept() {
    let (_site, browser) = bridge();
    open(&browser, "settings");
    close(&browser, "settings");
    // What a key changes on the page is seen in the panel.
    browser.press("t");
    let theme = "return document.querySelector('#settings [name=theme]').value";
    browser.wait("the panel knows", &format!("{theme} === 'light'"));
    browser.press("v");
    let voices = "return document.querySelector('#settings [name=voices]').value";
    browser.wait("the panel knows", &format!("{voices} === 'on'"));
    // What the panel changes, the page's keys go on from.
    give(&browser, "size", "40");
    let size = "return document.documentElement.style.getPropertyValue('--size')";
    browser.wait("it is shown", &format!("{size} === '40'"));
    browser.press("+");
    browser.wait("an eighth more", &format!("{size} === '45'"));
    browser.reload();
    shown(&browser);
    assert_eq!(browser.text(size), "45");
    assert_eq!(browser.text("return document.documentElement.dataset.theme"), "light");
}

/// A voice that says nothing and is told what it would.
const VOICE: &str = "
    window.said = [];
    speechSynthesis.speak = utterance => said.push(utterance);";

#[test]
fn the_article_is_read_aloud_with_its_speakers_and_hushed() {
    let (_site, browser) = bridge();
    browser.run(VOICE);
    browser.press("a");
    let pressed = "return document.querySelector('[data-key=aloud]').ariaPressed";
    browser.wait("it is read", &format!("{pressed} === 'true'"));
    let texts = browser.run("return said.map(utterance => utterance.text)");
    let texts: Vec<&str> =
        texts.as_array().expect("texts").iter().filter_map(|text| text.as_str()).collect();
    let introduced = texts.iter().position(|text| text.trim_end() == "Болат Есенов:");
    let next = introduced.and_then(|at| texts.get(at + 1));
    assert!(next.is_some_and(|text| text.contains("Мы откроем мост")), "{texts:?}");
    // Another article is not read on by itself.
    browser.press("a");
    browser.wait("it is hushed", &format!("{pressed} === 'false'"));
    aloud_ends_with_its_page(&browser);
}

fn aloud_ends_with_its_page(browser: &Browser) {
    browser.press("a");
    let pressed = "return document.querySelector('[data-key=aloud]').ariaPressed";
    browser.wait("it is read", &format!("{pressed} === 'true'"));
    browser.run("window.hushed = 0; speechSynthesis.cancel = () => window.hushed += 1;");
    browser.click(".brand");
    browser.wait("who leaves hears no more", "return window.hushed");
}

#[test]
fn the_browser_has_nothing_to_complain_of_in_the_desk() {
    let (_site, browser) = article(Screen::Phone, "/a/bridge");
    browser.log();
    open(&browser, "settings");
    assert_eq!(browser.log(), Vec::<String>::new());
}

#[test]
fn an_article_that_does_not_come_to_the_desk_is_said_and_asked_for_again() {
    let (site, browser) = bridge();
    browser.run(VOICE);
    site.answer("/articles/bridge.json", Answer::Silence);
    browser.press("a");
    let title = "return document.querySelector('.desk-notice h1')?.textContent";
    browser.wait("it is missed", &format!("{title} === 'Нет связи'"));
    site.put("/articles/bridge.json", crate::BRIDGE);
    browser.click(".desk-notice button");
    let pressed = "return document.querySelector('[data-key=aloud]').ariaPressed";
    browser.wait("another try reads it", &format!("{pressed} === 'true'"));
    assert_eq!(browser.run(title), serde_json::Value::Null);
}

#[test]
fn where_there_is_no_article_the_settings_say_nothing_of_it() {
    let (_site, browser) = crate::open(Screen::Wide, "/a/tunnel");
    browser.wait("it is missed", "return document.querySelector('.notice')");
    open(&browser, "settings");
    // What the desk has to say of the article it would say once it has asked for it.
    browser.wait(
        "the desk asked too",
        "return performance.getEntriesByName(new URL('articles/tunnel.json', document.baseURI))
            .filter(entry => entry.responseEnd).length > 1",
    );
    assert_eq!(browser.run("return document.querySelectorAll('.notice').length"), 1);
}
