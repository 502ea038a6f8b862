//! The languages of the page: the browser's is chosen, and nothing is left untranslated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::panel::set;
use crate::{BRIDGE, article, panel, shown, site};

#[test]
fn the_browser_s_language_is_chosen() {
    let site = site();
    for (languages, chosen, people) in [
        ("kk-KZ,ru", "kk", "Адамдар"),
        ("en-GB", "en", "People"),
        ("de,en", "en", "People"),
        ("de", "ru", "Люди"),
    ] {
        let browser = Browser::speaking(Screen::Wide, languages);
        browser.go(&site.url("/a/bridge"));
        shown(&browser);
        assert_eq!(browser.text("return document.documentElement.lang"), chosen, "{languages}");
        assert_eq!(browser.text("return document.querySelector('#people').textContent"), people);
    }
}

/// Chromium's Intl has no words for it, and would write «M12 15», «₸ 3.5G» and «20 yrs».
#[test]
fn numbers_and_dates_are_kazakh_in_kazakh() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    // Chosen on a page in Russian; there from the start.
    set(&browser, "language", "kk");
    let expected = json!([
        "15 желтоқсан",
        "3,5 млрд ₸",
        "1 200 м",
        "4",
        "в 6:00",
        "20 ж.",
        "52%",
        "2026 ж. 20 қараша",
    ]);
    for _ in 0..2 {
        browser.wait("the page is Kazakh", "return document.documentElement.lang === 'kk'");
        let seen = browser.run(
            "const figures = document.querySelectorAll('.figures tbody tr');
            const share = document.querySelector('.people .share').textContent;
            const origin = document.querySelector('.body').parentElement.textContent;
            return [
                ...[...figures].map(row => row.cells[0].textContent),
                share.match(/\\d+\\s?%/)?.[0],
                origin.match(/2026 ж\\. \\d+ [а-яәғқңөұүһі]+/)?.[0],
            ].map(text => text?.replaceAll(/[\\u00a0\\u202f]/g, ' '));",
        );
        assert_eq!(seen, expected);
        browser.reload();
        shown(&browser);
    }
}

/// Every word of the page's own: text outside of what says its language, and names of controls.
const WORDS: &str = "
    const words = new Set();
    const own = element => !element.closest('.body, .late, .initials, kbd, .opener, [lang]:not(html)');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
        if (own(walker.currentNode.parentElement)) words.add(walker.currentNode.data.trim());
    for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        for (const element of document.querySelectorAll(`[${name}]`))
            if (element.closest('.late') === null) words.add(element.getAttribute(name).trim());
    words.add(document.title);
    return [...words].filter(word => /\\p{L}{2}/u.test(word));";

/// The article's own words, which are no page's: they are taken away where they stand.
fn without_the_article_s(text: &str) -> String {
    let article: Value = serde_json::from_str(BRIDGE).expect("JSON");
    let mut own = vec!["Verbatim".to_owned(), "Левый берег".to_owned(), "tunnel".to_owned()];
    let mut add = |value: &Value| own.extend(value.as_str().map(str::to_owned));
    for person in article["people"].as_array().expect("people") {
        add(&person["name"]);
        add(&person["role"]);
    }
    for quote in article["quotes"].as_array().expect("quotes") {
        add(&quote["speaker"]["organisation"]);
        add(&quote["speaker"]["unnamed"]);
    }
    own.extend(
        // «млрд» is how Kazakh writes it too.
        ["млрд", "мост", "Длина", "Полос", "3,5 млрд тенге", "1\u{a0}200\u{a0}м", "двадцать лет"]
            .map(str::to_owned),
    );
    own.extend(["15 декабря", "в 6:00", "articles/tunnel.json"].map(str::to_owned));
    own.push(article["blocks"][0]["text"].as_str().expect("a headline").to_owned());
    own.sort_by_key(|words| std::cmp::Reverse(words.len()));
    own.iter().fold(text.to_owned(), |text, words| text.replace(words.as_str(), ""))
}

/// The words of the page in this language, on every kind of page and with everything open.
fn words(language: &str) -> BTreeSet<String> {
    let site = site();
    let entry = r#"{"articles": [{"id": "bridge", "headline": "Мост", "inLanguage": "ru",
        "speakers": ["Анна Ким"], "quotes": 6, "figures": 6}]}"#;
    site.put("/articles/index.json", entry);
    let browser = Browser::speaking(Screen::Wide, language);
    let mut words = BTreeSet::new();
    for (address, ready) in [
        ("/", ".catalogue"),
        ("/a/bridge", ".body"),
        ("/a/bridge#q6", ".evidence strong"),
        ("/a/bridge#p2", ".evidence strong"),
        ("/a/bridge#f99", ".lost"),
        ("/a/tunnel", ".notice"),
        ("/nothing", ".notice"),
    ] {
        // Each address is opened anew: another fragment of one page would not load it.
        browser.go(&site.url("/icons/verbatim.svg"));
        browser.go(&site.url(address));
        browser.wait(address, &format!("return document.querySelector('{ready}')"));
        if address == "/a/bridge" {
            for panel in ["settings", "help"] {
                panel::open(&browser, panel);
                words.extend(read(&browser));
            }
        }
        words.extend(read(&browser));
    }
    words
}

fn read(browser: &Browser) -> BTreeSet<String> {
    let words = browser.run(WORDS);
    let words = words.as_array().expect("words").iter().filter_map(Value::as_str);
    words
        .map(|text| {
            without_the_article_s(text).trim_matches(|c: char| !c.is_alphabetic()).to_owned()
        })
        .filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .collect()
}

/// The sentences of a language by their ids.
fn sentences(language: &str) -> BTreeMap<String, String> {
    let path = format!("static/locales/{language}.ftl");
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    file.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, text)| (id.to_owned(), text.to_owned()))
        .collect()
}

#[test]
fn no_page_has_an_untranslated_word() {
    let languages = ["ru", "kk", "en"];
    let all = languages.map(words);
    for words in &all {
        assert!(words.len() > 100, "the pages are seen: {words:?}");
    }
    let english: Vec<&String> = all[2]
        .iter()
        .filter(|words| {
            words
                .chars()
                .any(|c| ('а'..='я').contains(&c.to_ascii_lowercase()) || ('А'..='Я').contains(&c))
        })
        .collect();
    assert_eq!(english, Vec::<&String>::new(), "Cyrillic in English");
    let [russian, kazakh] = ["ru", "kk"].map(sentences);
    let same: BTreeSet<&String> = russian
        .iter()
        .filter(|(id, text)| kazakh.get(*id) == Some(text))
        .map(|(_, text)| text)
        .collect();
    let russian: Vec<&String> =
        all[0].intersection(&all[1]).filter(|words| !same.contains(words)).collect();
    assert_eq!(russian, Vec::<&String>::new(), "Russian in Kazakh");
    for words in all.iter().flatten() {
        assert!(!words.contains("{ $") && !words.contains("} "), "{words}");
    }
}
