//! The article read aloud, by a voice of the test's own.

use serde_json::{Value, json};

use crate::article;
use crate::browser::{Browser, Screen};

/// A voice that keeps what it is given to say, and says one utterance when asked to.
const VOICE: &str = "
    window.queue = [];
    SpeechSynthesis.prototype.speak = utterance => window.queue.push(utterance);
    SpeechSynthesis.prototype.cancel = () => { window.queue = [] };
    window.say = () => {
        const utterance = window.queue.shift();
        utterance.dispatchEvent(new Event('start'));
        window.said = utterance;
        return utterance.text;
    };
    window.marked = () => [...(CSS.highlights?.get('aloud') ?? [])].map(String).join('');";

fn start(browser: &Browser) {
    browser.run(VOICE);
    browser.press("a");
    browser.wait("something is said", "return queue.length");
    let pressed = "return document.querySelector('[data-key=aloud]').ariaPressed === 'true'";
    browser.wait("the button is pressed", pressed);
}

#[test]
fn each_sentence_is_marked_and_each_quote_introduced() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    start(&browser);
    let texts = browser.run("return queue.map(utterance => utterance.text)");
    let texts: Vec<&str> =
        texts.as_array().expect("texts").iter().filter_map(Value::as_str).collect();
    let at = |words: &str| {
        let found = texts.iter().position(|text| text.starts_with(words));
        found.unwrap_or_else(|| panic!("«{words}» is said: {texts:?}"))
    };
    assert_eq!(texts[0], "Мост через Ишим откроют в декабре");
    let opening = at("Мы откроем мост 15 декабря");
    assert!(texts[opening - 1].starts_with("Болат Есенов:"), "{texts:?}");
    let reported = at("Она добавила, что бетон");
    assert_eq!(texts[reported - 1], "Анна Ким: пересказ");
    let unknown = at("Дорогу сдадут зимой");
    assert!(texts[unknown - 1].starts_with("Неизвестно кто"), "{texts:?}");
    let introduced = texts.iter().filter(|text| text.starts_with("Болат Есенов:")).count();
    assert_eq!(introduced, 1, "a quote in two parts is introduced once");
    assert!(!texts.iter().any(|text| text.contains("Фото автора")), "the credit is not read");
    // The sentence that is said is marked in the text, where the browser can.
    assert_eq!(browser.text("return say()"), texts[0]);
    if browser.run("return 'highlights' in CSS") == true {
        assert_eq!(browser.text("return marked()"), texts[0]);
        browser.run("say()");
        assert_eq!(browser.text("return marked()"), texts[1]);
    }
    assert_eq!(browser.text("return said.lang"), "ru");
}

#[test]
fn it_stops_when_asked_and_at_the_end() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    start(&browser);
    browser.run("say()");
    browser.click("[data-key=aloud]");
    let still = "return document.querySelector('[data-key=aloud]').ariaPressed === 'false'
        && queue.length === 0 && marked() === ''";
    browser.wait("it is silent", still);
    browser.press("a");
    browser.wait("it begins anew", "return queue.length");
    browser.run("while (queue.length) say(); said.dispatchEvent(new Event('end'))");
    browser.wait("it is over", still);
}

#[test]
fn it_begins_where_the_reader_is_and_ends_with_the_page() {
    let (_site, browser) = article(Screen::Phone, "/a/bridge");
    browser.run("document.querySelectorAll('.body [data-block]')[9].scrollIntoView()");
    start(&browser);
    let first = browser.text("return queue.map(one => one.text).join(' ')");
    assert!(!first.contains("Строители обещают"), "{first}");
    browser.run("document.querySelector('.brand').click()");
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
    assert_eq!(browser.run("return queue.length"), json!(0));
}
