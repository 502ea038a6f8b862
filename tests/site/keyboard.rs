//! What the keys do, and that they are told of.

use serde_json::json;

use crate::browser::{ESCAPE, Screen};
use crate::panel::{close, opened, set};
use crate::{SCREENS, article};

#[test]
fn the_list_of_keys_names_every_action() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    browser.press("?");
    opened(&browser, "help");
    let rows = browser.run(
        "return Object.fromEntries([...document.querySelectorAll('#help dl > div')].map(row =>
            [row.querySelector('dd').textContent, row.querySelector('kbd').textContent]))",
    );
    for (action, key) in [
        ("Клавиши", "?"),
        ("К следующей цитате", "]"),
        ("К предыдущей цитате того же человека", "{"),
        ("Только речь", "v"),
        ("К следующему абзацу", "j"),
        ("К предыдущему абзацу", "k"),
        ("Вид страницы", ","),
        ("Читать вслух", "a"),
    ] {
        assert_eq!(rows[action], key, "{rows}");
    }
    // Every control that has a key is in the list under its own name.
    let unlisted = browser.run(
        "const listed = [...document.querySelectorAll('#help dd')].map(row => row.textContent);
        const named = [...document.querySelectorAll('[data-key][aria-label]')]
            .map(control => control.ariaLabel);
        return named.filter(name => !listed.includes(name));",
    );
    assert_eq!(unlisted, json!([]));
    let nameless =
        "return [...document.querySelectorAll('#help dd')].filter(row => !row.textContent)";
    assert_eq!(browser.run(nameless), json!([]));
    close(&browser, "help");
}

#[test]
fn a_cursor_goes_from_paragraph_to_paragraph() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/nur-otan-kostanay");
        let at = |number: usize| {
            browser.wait(
                &format!("the cursor is at block {number}, which is focused and seen"),
                &format!(
                    "const blocks = [...document.querySelectorAll('.body [data-block]')];
                    const here = blocks.filter(block => 'cursor' in block.dataset);
                    const rect = here[0]?.getBoundingClientRect();
                    return here.length === 1 && here[0] === blocks[{number}]
                        && document.activeElement === here[0]
                        && rect.bottom > 0 && rect.top < innerHeight;"
                ),
            );
        };
        for number in 0..6 {
            browser.press("j");
            at(number);
        }
        browser.press("k");
        at(4);
    }
}

#[test]
fn single_keys_can_be_turned_off() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    set(&browser, "keys", "off");
    browser.press("v");
    browser.press("]");
    assert_eq!(browser.run("return document.documentElement.dataset.voices ?? null"), json!(null));
    assert_eq!(browser.text("return location.hash"), "");
    set(&browser, "keys", "on");
    browser.press("v");
    browser.wait("it fades", "return document.documentElement.dataset.voices === 'on'");
}

#[test]
fn keys_open_the_people_and_the_figures() {
    let (_site, browser) = article(Screen::Phone, "/a/bridge");
    for (key, heading) in [("f", "figures"), ("p", "people")] {
        browser.press(key);
        browser.wait(
            &format!("the {heading} are seen"),
            &format!(
                "const {{ top, bottom }} = document.querySelector('#{heading}').getBoundingClientRect();
                const sheet = document.querySelector('.sheet').getBoundingClientRect();
                return document.querySelector('.sidebar[data-open=true]')
                    && top >= sheet.top && bottom <= sheet.bottom;"
            ),
        );
    }
}

#[test]
fn escape_closes_the_panel_first_and_then_the_light() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge#q1");
    browser.wait("the quote is lit", "return document.querySelector('.body [data-lit]')");
    browser.press(",");
    opened(&browser, "settings");
    close(&browser, "settings");
    assert_eq!(browser.text("return location.hash"), "#q1");
    browser.press(ESCAPE);
    browser.wait("the light is out", "return !document.querySelector('.body [data-lit]')");
}
