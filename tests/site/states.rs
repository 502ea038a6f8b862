//! What the page says when it cannot show what was asked for.

use crate::browser::{Browser, Screen};
use crate::server::{Answer, Site};
use crate::{BRIDGE, open, shown};

const ARTICLE: &str = "/articles/bridge.json";
const LIST: &str = "/articles/index.json";

/// Opens an address whose file is answered so.
fn open_with(file: &str, answer: Answer, address: &str) -> (Site, Browser) {
    let site = Site::serve();
    site.answer(file, answer);
    let browser = Browser::open(Screen::Wide);
    browser.go(&site.url(address));
    (site, browser)
}

/// The title and the text of the notice.
fn notice(browser: &Browser) -> (String, String) {
    browser.wait("a notice is shown", "return document.querySelector('.notice')");
    let title = browser.text("return document.querySelector('.notice h1').textContent");
    (title, browser.text("return document.querySelector('.notice').textContent"))
}

/// Tries again after the host has come to its senses.
fn retry_shows(site: &Site, browser: &Browser, file: &str, text: &str, selector: &str) {
    site.put(file, text);
    browser.click(".notice button");
    browser.wait("another try shows it", &format!("return document.querySelector('{selector}')"));
}

#[test]
fn while_an_article_is_on_its_way_it_says_so() {
    let site = Site::serve();
    site.put(ARTICLE, BRIDGE);
    let browser = Browser::open(Screen::Wide);
    browser.go(&site.url("/"));
    browser.wait("the page is up", "return document.querySelector('main')");
    // The answer is held back until the state was seen.
    browser.run(
        "const fetch = window.fetch;
        window.fetch = (...asked) => new Promise(go => window.go = go).then(() => fetch(...asked));
        history.pushState(null, '', 'a/bridge');
        dispatchEvent(new PopStateEvent('popstate'));",
    );
    let said = browser.wait("it is said", "return document.querySelector('.loading')?.textContent");
    assert_eq!(said, "Загружается…");
    assert_eq!(browser.text("return document.querySelector('.loading').role"), "status");
    browser.wait("it was asked for", "return window.go");
    browser.run("window.go()");
    shown(&browser);
}

#[test]
fn an_article_that_is_not_there_is_missed_by_its_name() {
    let (site, browser) = open(Screen::Wide, "/a/tunnel");
    let (title, text) = notice(&browser);
    assert_eq!(title, "Такой статьи нет");
    assert!(text.contains("«tunnel»"), "{text}");
    retry_shows(&site, &browser, "/articles/tunnel.json", BRIDGE, ".body");
}

#[test]
fn a_host_that_answers_all_with_the_page_has_no_article_either() {
    let (_site, browser) = open_with(ARTICLE, Answer::Page, "/a/bridge");
    assert_eq!(notice(&browser).0, "Такой статьи нет");
}

#[test]
fn an_address_of_nothing_leads_to_the_list() {
    let (_site, browser) = open(Screen::Wide, "/nothing");
    assert_eq!(notice(&browser).0, "Такой страницы нет");
    browser.click(".notice a");
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
}

#[test]
fn a_silent_host_is_no_connection() {
    let (site, browser) = open_with(ARTICLE, Answer::Silence, "/a/bridge");
    let (title, text) = notice(&browser);
    assert_eq!(title, "Нет связи");
    assert!(text.contains("articles/bridge.json"), "{text}");
    retry_shows(&site, &browser, ARTICLE, BRIDGE, ".body");
}

#[test]
fn when_the_connection_is_back_the_page_tries_by_itself() {
    let (site, browser) = open_with(LIST, Answer::Silence, "/");
    assert_eq!(notice(&browser).0, "Нет связи");
    site.put(LIST, r#"{"articles": []}"#);
    browser.run("dispatchEvent(new Event('online'))");
    browser
        .wait("the list came", "return document.querySelector('h1')?.textContent.includes('нет')");
}

#[test]
fn a_damaged_article_is_said_to_be_so_and_where() {
    let broken = BRIDGE.replace("\"format\": 1", "\"format\": \"one\"");
    assert_ne!(broken, BRIDGE);
    let (site, browser) = open_with(ARTICLE, Answer::Text(200, broken), "/a/bridge");
    let (title, text) = notice(&browser);
    assert_eq!(title, "Файл испорчен");
    assert!(text.contains("line 2"), "{text}");
    retry_shows(&site, &browser, ARTICLE, BRIDGE, ".body");
}

#[test]
fn an_article_with_a_span_outside_its_text_is_damaged() {
    let broken = BRIDGE.replacen("\"end\": ", "\"end\": 9", 1);
    let (_site, browser) = open_with(ARTICLE, Answer::Text(200, broken), "/a/bridge");
    let (title, text) = notice(&browser);
    assert_eq!(title, "Файл испорчен");
    assert!(text.contains("mentions[0].at"), "{text}");
}

#[test]
fn an_article_of_another_format_is_said_to_be_so() {
    let newer = BRIDGE.replace("\"format\": 1", "\"format\": 2");
    let (_site, browser) = open_with(ARTICLE, Answer::Text(200, newer), "/a/bridge");
    assert!(notice(&browser).1.contains("found 2"));
}

#[test]
fn an_article_without_text_is_empty() {
    let empty = r#"{"format": 1, "id": "bridge", "inLanguage": "ru", "blocks": []}"#;
    let answer = Answer::Text(200, empty.to_owned());
    let (site, browser) = open_with(ARTICLE, answer, "/a/bridge");
    assert_eq!(notice(&browser).0, "В статье нет текста");
    retry_shows(&site, &browser, ARTICLE, BRIDGE, ".body");
}

#[test]
fn an_empty_edition_says_so() {
    let answer = Answer::Text(200, r#"{"articles": []}"#.to_owned());
    let (site, browser) = open_with(LIST, answer, "/");
    assert_eq!(notice(&browser).0, "Здесь пока ничего нет");
    let entry = r#"{"articles": [{"id": "bridge", "headline": "Мост", "inLanguage": "ru",
        "speakers": [], "quotes": 6, "figures": 6}]}"#;
    retry_shows(&site, &browser, LIST, entry, ".catalogue");
}

#[test]
fn a_damaged_list_and_a_host_s_error_are_told_apart() {
    let (site, browser) = open_with(LIST, Answer::Text(200, "{".to_owned()), "/");
    assert_eq!(notice(&browser).0, "Файл испорчен");
    site.answer(LIST, Answer::Text(503, String::new()));
    browser.click(".notice button");
    browser.wait(
        "the error is said",
        "return document.querySelector('.notice .detail')?.textContent === 'HTTP 503'",
    );
    assert_eq!(notice(&browser).0, "Сервер не отдал файл");
}
