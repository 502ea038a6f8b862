//! The cards of people: their mentions, their quotes, their figures.

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::{SCREENS, article};

/// Waits until the reader is at this mention, above the sheet, and the card says which it is.
fn at_mention(browser: &Browser, words: &str, which: &str) {
    browser.wait(
        &format!("the reader is at «{words}», {which}"),
        &format!(
            "const place = document.querySelector('.body [data-landed]');
            const {{ top, bottom }} = place?.getBoundingClientRect() ?? {{}};
            const sheet = document.querySelector('.sheet').getBoundingClientRect();
            const phone = sheet.left === 0 && document.querySelector('.sidebar[data-open=true]');
            const foot = phone ? sheet.top : innerHeight;
            const said = document.querySelector('.card[data-card=p2] output').textContent;
            return place?.textContent === '{words}' && top >= 0 && bottom <= foot
                && said === '{which}';"
        ),
    );
}

#[test]
fn a_card_leads_through_every_mention() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        if screen == Screen::Phone {
            browser.click(".sheet-bar [data-key=people]");
        }
        let next = ".card[data-card=p2] [data-mention]:not([data-back])";
        let previous = ".card[data-card=p2] [data-mention][data-back]";
        for (button, words, which) in [
            (next, "аким города", "1 / 3"),
            (next, "Болат Есенов", "2 / 3"),
            (next, "Болат Есенов", "3 / 3"),
            (previous, "Болат Есенов", "2 / 3"),
            (previous, "аким города", "1 / 3"),
        ] {
            browser.click(button);
            at_mention(&browser, words, which);
        }
        let lit = "return [...document.querySelectorAll('.body [data-lit]')]
            .map(words => words.textContent)";
        assert_eq!(
            browser.run(lit),
            json!(["аким города", "Болат Есенов", "Болат Есенов"]),
            "all of them are lit"
        );
    }
}

#[test]
fn a_card_has_its_quotes_and_their_figures() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    let cards = browser.run(
        "const text = element => element.textContent.replaceAll(/[\\u00a0\\u202f]/g, ' ');
        return [...document.querySelectorAll('.card')].map(card => [
            [...card.querySelectorAll('.quotes li')].map(text),
            [...card.querySelectorAll('.figures-of li')].map(text),
        ])",
    );
    let bolat = "«Мы откроем мост 15 декабря … Болат Есенов слов на ветер не бросает, мост стоил \
                 3,5 млрд тенге 🙂.»прямая речь";
    let expected = json!([
        [[bolat], ["15 декабря", "3,5 млрд ₸мост"]],
        [["«с опережением графика»дословно, частью", "бетон привозят из Костанаяпересказ"], []],
        [["«Движение начнётся в 6:00»прямая речь"], ["в 6:00"]],
        [["«Мы ждали этого моста двадцать лет»прямая речь"], ["20 л."]],
        [["«Дорогу сдадут зимой»прямая речьне уверена"], []],
        [[], []],
    ]);
    assert_eq!(cards, expected);
    browser.click(".figures-of a[href='a/bridge#f2']");
    browser.wait(
        "the figure is lit in the text",
        "return document.querySelector('.body .figure[data-landed]')?.textContent
            === '3,5 млрд тенге'",
    );
}
