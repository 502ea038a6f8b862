//! The way from the text to the cards and back, and links that open at a place.

use crate::browser::{Browser, ENTER, Screen};
use crate::{bridge, open, shown};

/// Waits until the address names this, and the reader was brought to it on this side.
fn landed(browser: &Browser, id: &str, side: &str) {
    browser.wait(
        &format!("{id} is landed at on the side of the {side}"),
        &format!(
            "const place = document.querySelector('[data-landed]');
            if (location.hash !== '#{id}' || !place) return false;
            const side = place.closest('.body') ? 'text' : 'card';
            const named = (place.dataset.a ?? place.dataset.card).split(' ').includes('{id}');
            const focused = document.activeElement;
            const names = (focused.dataset.a ?? focused.dataset.card ?? '').split(' ');
            const rect = place.getBoundingClientRect();
            const seen = rect.bottom > 0 && rect.top < innerHeight;
            return side === '{side}' && named && names.includes('{id}') && seen;"
        ),
    );
}

/// Puts the keyboard on this element.
fn focus(browser: &Browser, selector: &str) {
    browser.run(&format!("document.querySelector(\"{selector}\").focus()"));
}

#[test]
fn a_click_in_the_text_leads_to_the_card() {
    let (_site, browser) = bridge();
    for (words, id) in [
        (".body .quote[data-quote='q2']", "q2"),
        (".body .quote[data-quote='q4']", "q4"),
        (".body a.name[data-a='p3']", "p3"),
        (".body a.figure[data-a='f4']", "f4"),
        // Within a quote the name and the figure are themselves.
        (".body a.name[data-a='q1 p2']", "p2"),
        (".body a.figure[data-a='q1 f2']", "f2"),
    ] {
        browser.click(words);
        landed(&browser, id, "card");
    }
}

#[test]
fn a_click_on_a_card_leads_to_the_text() {
    let (_site, browser) = bridge();
    for (link, id) in [
        ("[data-card='q3'] a", "q3"),
        ("[data-card='q1'] a", "q1"),
        ("[data-card='p3'] h3 a", "p3"),
        ("[data-card='f3'] a", "f3"),
    ] {
        browser.click(link);
        landed(&browser, id, "text");
    }
}

#[test]
fn enter_leads_there_and_back() {
    let (_site, browser) = bridge();
    focus(&browser, ".body a.voice[data-a='q1']");
    browser.press(ENTER);
    landed(&browser, "q1", "card");
    focus(&browser, "[data-card='q1'] a");
    browser.press(ENTER);
    landed(&browser, "q1", "text");
    // The keyboard is on the quote's own link, which leads to the card again.
    browser.press(ENTER);
    landed(&browser, "q1", "card");
    focus(&browser, ".body a.figure[data-a='f3']");
    browser.press(ENTER);
    landed(&browser, "f3", "card");
}

#[test]
fn both_sides_of_what_is_named_are_lit() {
    let (_site, browser) = bridge();
    browser.click(".body .quote[data-quote='q1']");
    landed(&browser, "q1", "card");
    let lit = "return [...document.querySelectorAll('.body .quote[data-lit]')]
        .map(words => words.textContent).join('|')";
    let words = "Мы откроем мост |15 декабря|Болат Есенов| слов на ветер не бросает, мост стоил \
                 |3,5 млрд тенге| 🙂.";
    assert_eq!(browser.text(lit), words);
    browser.click("[data-card='q3'] a");
    landed(&browser, "q3", "text");
    assert_eq!(browser.text(lit), "бетон привозят из Костаная", "the first light is out");
}

#[test]
fn a_link_opens_at_what_it_names_and_survives_a_reload() {
    for (id, side) in [("q3", "text"), ("f4", "text"), ("p3", "card")] {
        let (_site, browser) = open(Screen::Wide, &format!("/a/bridge#{id}"));
        landed(&browser, id, side);
        browser.reload();
        landed(&browser, id, side);
    }
}

#[test]
fn back_and_forward_lead_through_what_was_visited() {
    let (_site, browser) = bridge();
    browser.click(".body .quote[data-quote='q2']");
    landed(&browser, "q2", "card");
    browser.click("[data-card='q3'] a");
    landed(&browser, "q3", "text");
    browser.back();
    landed(&browser, "q2", "card");
    browser.back();
    browser.wait(
        "nothing is lit where nothing is named",
        "return location.hash === '' && !document.querySelector('[data-lit]')",
    );
    browser.forward();
    landed(&browser, "q2", "card");
    browser.forward();
    landed(&browser, "q3", "text");
    browser.reload();
    landed(&browser, "q3", "text");
    browser.back();
    landed(&browser, "q2", "card");
}

#[test]
fn the_text_is_not_rendered_again_when_something_is_lit() {
    let (_site, browser) = bridge();
    browser.run(
        "window.changes = [];
        // A style that came and went is geckodriver's: it looks so whether a click would arrive.
        const passing = one => one.attributeName === 'style' && !one.target.getAttribute('style');
        new MutationObserver(all => window.changes.push(...all.filter(one => !passing(one)).map(one =>
            one.type + ' ' + (one.attributeName ?? ''))))
            .observe(document.querySelector('.body'),
                { subtree: true, childList: true, characterData: true, attributes: true });",
    );
    browser.click(".body .quote[data-quote='q2']");
    landed(&browser, "q2", "card");
    browser.click("[data-card='f2'] a");
    landed(&browser, "f2", "text");
    let others = browser.text(
        "return window.changes.filter(change =>
            !['data-lit', 'data-landed', 'data-evident'].map(name => 'attributes ' + name).includes(change)).join()",
    );
    assert_eq!(others, "");
}

#[test]
fn a_link_to_what_the_article_does_not_have_says_so() {
    let (_site, browser) = open(Screen::Wide, "/a/bridge#q77");
    let said = browser.wait("it is said", "return document.querySelector('.lost')?.textContent");
    assert_eq!(said, "Ссылка вела к месту «q77», но в статье такого нет.");
}

#[test]
fn from_page_to_page_nothing_is_loaded_again() {
    let (site, browser) = bridge();
    browser.run("window.same = true");
    browser.click(".masthead .brand");
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
    browser.back();
    shown(&browser);
    assert_eq!(browser.run("return window.same"), true);
    let loads = site.asked().iter().filter(|path| *path == "/page_bg.wasm").count();
    assert_eq!(loads, 1);
}
