//! The reader's place: how long it takes, how far they are, where they left.

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::{SCREENS, article, shown};

const LONG: &str = "/a/nur-otan-kostanay";

/// Scrolls until the fourth block is at the top of the screen, and waits until the place is kept.
fn leave_at_the_fourth_block(browser: &Browser) -> f64 {
    browser.run(
        "const block = document.querySelectorAll('.body [data-block]')[4];
        scrollBy(0, block.getBoundingClientRect().top + 10);",
    );
    browser.wait(
        "the place is kept",
        "return localStorage.getItem('verbatim.place.nur-otan-kostanay')",
    );
    browser.run("return scrollY").as_f64().expect("a number")
}

#[test]
fn the_time_to_read_is_a_range() {
    let (site, browser) = article(Screen::Wide, LONG);
    // 2387 characters, at 811 to 1161 a minute: at most three minutes, and at least so.
    let said = "return document.querySelector('.length').textContent";
    let words = browser.text(said);
    assert!(words.starts_with("3 мин чтения · только цитаты: "), "{words}");
    let text = "слово ".repeat(800);
    site.put(
        "/articles/long.json",
        &json!({
            "format": 1, "id": "long", "inLanguage": "ru",
            "blocks": [{ "kind": "paragraph", "text": text.trim() }],
        })
        .to_string(),
    );
    browser.go(&site.url("/a/long"));
    shown(&browser);
    // 4799 characters.
    assert_eq!(browser.text(said), "5–6 мин чтения");
}

#[test]
fn the_bar_shows_how_far_one_is() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, LONG);
        let width = "return document.querySelector('.progress').getBoundingClientRect().width
            / document.documentElement.clientWidth";
        browser.run("scrollTo(0, 1)");
        browser.wait(
            "it begins",
            &format!("const far = (() => {{ {width} }})(); return far > 0.05 && far < 0.8"),
        );
        browser.run(
            "const { bottom } = document.querySelector('.body').getBoundingClientRect();
            scrollBy(0, bottom - innerHeight / 2)",
        );
        browser.wait(
            "it is full at the end of the text",
            &format!("const far = (() => {{ {width} }})(); return far > 0.99"),
        );
    }
}

#[test]
fn reading_goes_on_where_it_was_left_until_one_touch() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, LONG);
        let left = leave_at_the_fourth_block(&browser);
        browser.reload();
        shown(&browser);
        browser.wait("the reader is told", "return document.querySelector('.resumed')");
        let at = browser.run("return scrollY").as_f64().expect("a number");
        assert!((at - left).abs() < 40.0, "{at} is near {left}");
        let block = browser.run(
            "return [...document.querySelectorAll('.body [data-block]')]
                .findIndex(block => block.getBoundingClientRect().bottom > 0)",
        );
        assert_eq!(block, 4);
        browser.click(".resumed button");
        browser.wait("the reader is at the top", "return scrollY === 0");
        assert_eq!(browser.run("return document.querySelector('.resumed')"), json!(null));
    }
}

#[test]
fn the_place_is_come_to_before_the_text_is_seen() {
    let (_site, browser) = article(Screen::Wide, LONG);
    let left = leave_at_the_fourth_block(&browser);
    // Not by the driver's hand, which would scroll up to the link first.
    browser.run("document.querySelector('.brand').click()");
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
    // In each frame that is about to be painted: whether the text is there, and where.
    browser.run(
        "window.frames_seen = [];
        const watch = () => {
            if (document.querySelector('.body')?.checkVisibility({ visibilityProperty: true })) window.frames_seen.push(scrollY);
            if (window.frames_seen.length < 5) requestAnimationFrame(watch);
        };
        watch();",
    );
    browser.click(".catalogue a[href='a/nur-otan-kostanay']");
    let frames = browser.wait("it was painted", "return frames_seen.length >= 5 && frames_seen");
    for frame in frames.as_array().expect("frames") {
        let at = frame.as_f64().expect("a number");
        assert!((at - left).abs() < 40.0, "{frames} are all near {left}");
    }
}

#[test]
fn an_address_that_names_a_place_is_gone_to_instead() {
    let (site, browser) = article(Screen::Wide, LONG);
    leave_at_the_fourth_block(&browser);
    browser.go(&site.url("/"));
    browser.go(&site.url("/a/nur-otan-kostanay#q1"));
    browser.wait("the quote is come to", "return document.querySelector('.body [data-landed]')");
    assert_eq!(browser.run("return document.querySelector('.resumed')"), json!(null));
}

#[test]
fn who_has_read_to_the_end_begins_anew() {
    let (_site, browser) = article(Screen::Wide, LONG);
    leave_at_the_fourth_block(&browser);
    browser.run("scrollTo(0, document.documentElement.scrollHeight)");
    browser.wait(
        "no place is kept",
        "return !localStorage.getItem('verbatim.place.nur-otan-kostanay')",
    );
}
