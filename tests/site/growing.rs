//! Long lists that come a slice at a time: all of them is there in the end, and who is led to what is
//! not there yet is brought to it.

use serde_json::json;

use crate::article_of;
use crate::browser::Screen;
use crate::large::large;

#[test]
fn every_card_and_figure_of_a_large_article_comes() {
    let (_site, browser) = article_of(Screen::Wide, &large(true), "");
    for (what, list, count) in [
        ("the cards", ".cards > .card", 40),
        ("their quotes", ".quotes > li", 1250),
        ("the figures", ".figures tbody tr", 2500),
        ("the strip", ".strip rect", 1250),
    ] {
        browser.wait(
            &format!("{what} are all there"),
            &format!("return document.querySelectorAll('{list}').length === {count}"),
        );
    }
    let rows =
        "return [...document.querySelectorAll('.figures tbody tr')].map(row => row.dataset.card)";
    let expected: Vec<String> = (1..=2500).map(|i| format!("f{i}")).collect();
    assert_eq!(browser.run(rows), json!(expected), "in the order of the text");
    // Sorted by kind, money comes before durations.
    browser.run(
        "const order = document.querySelector('[name=order]');
        order.value = 1;
        order.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    browser.wait(
        "the figures are sorted, and all there",
        "const rows = [...document.querySelectorAll('.figures tbody tr')];
        return rows.length === 2500 && rows[1249].dataset.card === 'f2499'
            && rows[1250].dataset.card === 'f2';",
    );
}

#[test]
fn a_link_leads_to_a_card_that_comes_late() {
    for screen in [Screen::Wide, Screen::Phone] {
        let (_site, browser) = article_of(screen, &large(true), "#p40");
        browser.wait(
            "the last card is landed at, lit and seen",
            "const card = document.querySelector('[data-card=p40][data-lit][data-landed]');
            const { top, bottom } = card?.getBoundingClientRect() ?? {};
            return document.activeElement === card && bottom > 0 && top < innerHeight;",
        );
    }
}

#[test]
fn the_step_to_the_next_quote_needs_no_card() {
    let (_site, browser) = article_of(Screen::Wide, &large(true), "");
    for quote in ["q1", "q2"] {
        browser.press("]");
        browser.wait(
            &format!("{quote} is lit in the text, and its card beside it"),
            &format!(
                "return location.hash === '#{quote}'
                    && document.querySelector('.body .quote[data-quote={quote}][data-lit]')
                    && document.querySelector('[data-card={quote}][data-lit]');"
            ),
        );
    }
}
