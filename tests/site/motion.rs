//! Who asks for no motion has none.

use serde_json::json;

use crate::browser::Screen;
use crate::{SCREENS, article};

/// How the page scrolls, and for how many seconds the longest of its animations runs.
const MOTION: &str = "
    const seconds = [...document.querySelectorAll('*')].flatMap(element =>
        ['', '::before', '::after'].flatMap(part => {
            const { animationName, animationDuration, transitionDuration }
                = getComputedStyle(element, part);
            const animated = animationName === 'none' ? '0s' : animationDuration;
            return [...animated.split(','), ...transitionDuration.split(',')].map(parseFloat);
        }));
    return [
        getComputedStyle(document.documentElement).scrollBehavior, Math.max(...seconds) > 0.01,
    ];";

#[test]
fn nothing_moves_for_who_asks_for_it() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge#q1");
        browser.wait("the quote is lit", "return document.querySelector('[data-landed]')");
        assert_eq!(browser.run(MOTION), json!(["auto", false]));
    }
}

#[test]
fn others_are_shown_where_they_were_brought() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge#q1");
    browser.pretend("", &[("prefers-reduced-motion", "no-preference")]);
    browser.wait("the quote is lit", "return document.querySelector('[data-landed]')");
    assert_eq!(browser.run(MOTION), json!(["smooth", true]));
    // Paper that is drawn slowly wants none either.
    browser.run("document.documentElement.dataset.theme = 'e-ink'");
    assert_eq!(browser.run(MOTION), json!(["auto", false]));
}
