//! Find in the article.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, ESCAPE, Screen};
use crate::server::Site;
use crate::{SCREENS, article, shown};

/// The words that are marked by this name.
pub(crate) fn marked(name: &str) -> String {
    format!(
        "return [...CSS.highlights.get('{name}') ?? []].map(place => {{
            const range = new Range();
            range.setStart(place.startContainer, place.startOffset);
            range.setEnd(place.endContainer, place.endOffset);
            return String(range);
        }}).join('|')"
    )
}

/// An article of these paragraphs, shown.
fn article_of(screen: Screen, paragraphs: &[&str]) -> (Site, Browser) {
    let site = Site::serve();
    let blocks: Vec<Value> =
        paragraphs.iter().map(|text| json!({ "kind": "paragraph", "text": text })).collect();
    let article = json!({ "format": 1, "id": "found", "inLanguage": "ru", "blocks": blocks });
    site.put("/articles/found.json", &article.to_string());
    let browser = Browser::open(screen);
    browser.go(&site.url("/a/found"));
    shown(&browser);
    (site, browser)
}

/// Opens the bar and types the words.
fn find(browser: &Browser, words: &str) {
    browser.press("/");
    browser.wait(
        "the keyboard is in the field",
        "return document.activeElement === document.querySelector('.find input')",
    );
    browser.write(words);
}

fn says(browser: &Browser, said: &str) {
    browser.wait(
        &format!("it says {said}"),
        &format!("return document.querySelector('.find output')?.textContent === '{said}'"),
    );
}

#[test]
fn hits_in_any_form_are_marked_counted_and_gone_through() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        browser.run("document.querySelector('.body a.voice').focus()");
        find(&browser, "мостами");
        says(&browser, "1 из 4");
        browser.wait(
            "the hits are marked",
            &format!("return (() => {{ {} }})() === 'Мост|мост|мост|моста'", marked("hits")),
        );
        browser.press(ENTER);
        says(&browser, "2 из 4");
        browser.press_shift(ENTER);
        browser.press_shift(ENTER);
        says(&browser, "4 из 4");
        assert_eq!(browser.text(&marked("hit")), "моста");
        browser.wait(
            "the hit is seen",
            "const place = [...CSS.highlights.get('hit')][0].startContainer.parentElement;
            const { top, bottom } = place.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;",
        );
        browser.press(ESCAPE);
        browser.wait("the bar is closed", "return !document.querySelector('.find')");
        browser.wait(
            "the keyboard is where it was",
            "return document.activeElement.matches('.body a.voice')",
        );
        assert_eq!(browser.text(&marked("hits")), "");
    }
}

#[test]
fn the_bar_has_a_button_for_each_of_its_keys() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        browser.click(".tools [data-ask='find']");
        browser.wait("the bar is open", "return document.querySelector('.find input')");
        browser.write("мост");
        says(&browser, "1 из 4");
        browser.click(".find [data-key='next-hit']");
        says(&browser, "2 из 4");
        browser.click(".find [data-key='previous-hit']");
        says(&browser, "1 из 4");
        browser.run("document.querySelector('.body a.voice').focus()");
        browser.press("n");
        says(&browser, "2 из 4");
        browser.press("N");
        says(&browser, "1 из 4");
        browser.click(".find [data-key='close']");
        browser.wait("the bar is closed", "return !document.querySelector('.find')");
    }
}

#[test]
fn stems_join_forms_and_ye_is_yo() {
    let (_site, browser) = article_of(
        Screen::Wide,
        &[
            "Инженер нашёл чертёж, его нашла и Айша; они нашли и ёлку.",
            "Найти чертежи трудно\u{a0}— но\u{ad}вые ел\u{ad}ки найдутся. Находка лежит в сейфе.",
        ],
    );
    find(&browser, "найти");
    says(&browser, "1 из 5");
    assert_eq!(browser.text(&marked("hits")), "нашёл|нашла|нашли|Найти|найдутся");
    for (words, hits) in [
        ("чертеж", "чертёж|чертежи"),
        ("ёлки", "ёлку|ел\u{ad}ки"),
        ("новая елка", "но\u{ad}вые ел\u{ad}ки"),
        ("трудно новые", "трудно\u{a0}— но\u{ad}вые"),
    ] {
        browser.run("document.querySelector('.find input').select()");
        browser.write(words);
        browser.wait(words, &format!("return (() => {{ {} }})() === '{hits}'", marked("hits")));
    }
    browser.run("document.querySelector('.find input').select()");
    browser.write("пароход");
    says(&browser, "Ничего не найдено");
    assert_eq!(browser.text(&marked("hits")), "");
}
