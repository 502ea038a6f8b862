//! How a quote was attributed, and what is unsure.

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::panel::set;
use crate::{SCREENS, article};

/// What is said of the quote that is lit.
fn said(browser: &Browser) -> String {
    let said = "return document.querySelector('.evidence [role=status]').textContent";
    browser.wait("something is said", said).as_str().expect("a text").replace('\u{a0}', " ")
}

/// The words that are underlined as evidence, with how.
const UNDERLINED: &str = "
    return [...document.querySelectorAll('.body [data-evident]')].map(words => {
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(words);
        return [words.textContent, textDecorationLine, textDecorationStyle];
    });";

#[test]
fn a_quote_underlines_its_cue_and_its_source_and_says_why() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        browser.press("]");
        assert_eq!(
            said(&browser),
            "Болат Есенов: прямая речьПочему так: абзац начинается с тире; «сказал» стоит между \
             частями; говорящий назван: «аким города Болат Есенов». Уверенность 97 %."
        );
        let underlined = json!([
            ["сказал", "underline", "double"],
            ["аким города", "underline", "solid"],
            [" ", "underline", "solid"],
            ["Болат Есенов", "underline", "solid"],
        ]);
        assert_eq!(browser.run(UNDERLINED), underlined);
        // The next quote has its own; the first one's is gone.
        browser.press("]");
        browser.wait("the next is lit", "return location.hash === '#q2'");
        let first = |words: &serde_json::Value| words[0][0].as_str().map(str::to_owned);
        assert_eq!(first(&browser.run(UNDERLINED)).as_deref(), Some("По словам"));
        browser.click(".evidence .close");
        browser.wait("no evidence is left", "return !document.querySelector('[data-evident]')");
        assert_eq!(browser.run("return document.querySelector('.evidence p').textContent"), "");
    }
}

#[test]
fn what_is_said_is_announced() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    // The place stands before it is filled: only then do screen readers say what comes.
    browser.run("window.place = document.querySelector('.evidence [role=status]')");
    browser.press("]");
    said(&browser);
    let kept = "return window.place === document.querySelector('.evidence [role=status]')";
    assert_eq!(browser.run(kept), true);
}

#[test]
fn what_is_unsure_is_dashed_and_says_so() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge#q6");
    let styles = browser.run(
        "return ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map(id => getComputedStyle(
            document.querySelector(`.body .quote[data-quote=${id}]`)).textDecorationStyle)",
    );
    for i in 0..5 {
        assert_ne!(styles[i], "dashed", "q{} is sure", i + 1);
    }
    assert_eq!(styles[5], "dashed");
    let head = "return getComputedStyle(
        document.querySelector('.body a.voice[data-quote=q6]'), '::before').borderTopStyle";
    assert_eq!(browser.run(head), "dashed");
    assert_eq!(
        said(&browser),
        "Неизвестно кто: прямая речь, неточноПрограмма не уверена, чьи это слова. Почему так: \
         слова стоят в кавычках. Уверенность 40 %."
    );
    let card = "return document.querySelector('[data-card=q6] .doubt').textContent";
    assert_eq!(browser.run(card), "не уверена");
}

/// The quotes that are marked: in the text, in the margin, on the cards and on the strip.
const MARKED: &str = "
    const ids = (selector, id) => [...new Set([...document.querySelectorAll(selector)]
        .filter(element => getComputedStyle(element).display !== 'none')
        .filter(element => !/^rgba.*, 0\\)$/.test(getComputedStyle(element).textDecorationColor))
        .map(id))];
    return [
        ids('.body .quote', words => words.dataset.quote),
        ids('.body a.voice', head => head.dataset.quote),
        ids('.quotes [data-card]', card => card.dataset.card),
        ids('.strip rect', stretch => stretch.dataset.goto),
    ].map(list => list.join(' '));";

/// Whether the least sure quote is off the strip.
const HIDDEN: &str = "
    const stretch = document.querySelector('.strip [data-goto=q6]');
    return stretch && getComputedStyle(stretch).display === 'none';";

#[test]
fn one_control_hides_what_is_less_sure() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        let all = "q1 q2 q3 q4 q5 q6";
        assert_eq!(browser.run(MARKED)[0], all);
        // q3 is sure to 80 %, q5 to 70, q6 to 40.
        set(&browser, "confidence", "85");
        let sure = "q1 q2 q4";
        browser.wait("the others are hidden", HIDDEN);
        assert_eq!(browser.run(MARKED), json!([sure, sure, sure, sure]));
        browser.press("]");
        browser.press("]");
        browser.press("]");
        browser.wait("hidden ones are passed by", "return location.hash === '#q4'");
        browser.reload();
        browser.wait("it is kept", HIDDEN);
        assert_eq!(browser.run(MARKED), json!([sure, sure, sure, sure]));
        set(&browser, "confidence", "0");
        browser.wait("all is shown", &HIDDEN.replace("===", "!=="));
        assert_eq!(browser.run(MARKED), json!([all, all, all, all]));
    }
}
