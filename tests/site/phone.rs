//! On a phone the sidebar is a sheet.

use crate::article;
use crate::browser::{Browser, ESCAPE, Screen};
use crate::server::Site;

fn phone(address: &str) -> (Site, Browser) {
    article(Screen::Phone, address)
}

const OPEN: &str = "
    const sheet = document.querySelector('.sheet');
    const { top, bottom } = sheet.getBoundingClientRect();
    return getComputedStyle(sheet).visibility === 'visible' && top < innerHeight && bottom > top;";

const CLOSED: &str = "
    return getComputedStyle(document.querySelector('.sheet')).visibility === 'hidden'";

#[test]
fn the_text_has_the_whole_screen_until_the_sheet_is_asked_for() {
    let (_site, browser) = phone("/a/bridge");
    browser.wait("the sheet is closed", CLOSED);
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(browser.run(wide), true, "nothing scrolls sideways");
    browser.click(".sheet-bar button");
    browser.wait("the sheet is open", OPEN);
    assert_eq!(browser.run(wide), true, "nothing scrolls sideways");
}

#[test]
fn a_tap_on_a_quote_opens_the_sheet_at_its_card_and_a_tap_there_leads_back() {
    let (_site, browser) = phone("/a/bridge");
    browser.click(".body .quote[data-quote='q2']");
    browser.wait("the sheet is open", OPEN);
    browser.wait(
        "the card is seen",
        "const card = document.querySelector('[data-card=q2]');
        const { top, bottom } = card.getBoundingClientRect();
        const sheet = document.querySelector('.sheet').getBoundingClientRect();
        return card.hasAttribute('data-landed') && top >= sheet.top && bottom <= sheet.bottom;",
    );
    browser.click("[data-card='q2'] a");
    browser.wait("the sheet is closed", CLOSED);
    browser.wait(
        "the words are seen",
        "const words = document.querySelector('.body .quote[data-quote=q2]');
        const { top, bottom } = words.getBoundingClientRect();
        return words.hasAttribute('data-landed') && top >= 0 && bottom <= innerHeight;",
    );
}

#[test]
fn the_bar_opens_the_sheet_at_the_figures() {
    let (_site, browser) = phone("/a/bridge");
    browser.click(".sheet-bar button:nth-of-type(2)");
    browser.wait("the sheet is open", OPEN);
    browser.wait(
        "the figures are seen",
        "const { top, bottom } = document.querySelector('#figures').getBoundingClientRect();
        const sheet = document.querySelector('.sheet').getBoundingClientRect();
        return top >= sheet.top && bottom <= sheet.bottom;",
    );
}

#[test]
fn escape_closes_the_sheet() {
    let (_site, browser) = phone("/a/bridge#p2");
    browser.wait("the sheet is open at the card", OPEN);
    browser.press(ESCAPE);
    browser.wait("the sheet is closed", CLOSED);
}

#[test]
fn the_closed_sheet_is_out_of_the_keyboard_s_way() {
    let (_site, browser) = phone("/a/bridge");
    browser.run("document.querySelector('.sheet a').focus()");
    assert_eq!(browser.run("return !!document.activeElement.closest('.sheet')"), false);
}

#[test]
fn the_buttons_above_the_text_stand_in_one_line_and_are_big_enough_for_a_finger() {
    let (_site, browser) = phone("/a/bridge");
    for language in ["ru", "kk", "en"] {
        browser.run(&format!(
            "document.documentElement.dataset.language = '{language}';
            document.dispatchEvent(new Event('settings'));"
        ));
        browser.wait(
            "the page speaks it",
            &format!("return document.documentElement.lang === '{language}'"),
        );
        let buttons = browser.run(
            "const buttons = [...document.querySelectorAll('.tools button')]
                .map(button => button.getBoundingClientRect());
            return [
                new Set(buttons.map(({ top }) => top)).size,
                buttons.every(({ width, height }) => width >= 44 && height >= 44),
                buttons.length,
            ];",
        );
        assert_eq!(buttons, serde_json::json!([1, true, 3]), "{language}");
    }
}
