//! The page for everyone: axe-core, headings, the keyboard.

use std::{env, fs};

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, ESCAPE, Screen, TAB};
use crate::contrast::{THEMES, dress};
use crate::server::Site;
use crate::{SCREENS, article, bridge, open, panel};

/// Gives the page axe-core.
fn bring_axe(browser: &Browser) {
    let path = env::var("AXE").unwrap_or_else(|_| {
        let home = env::var("HOME").unwrap_or_default();
        format!("{home}/.cache/verbatim/npm/node_modules/axe-core/axe.min.js")
    });
    let source = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{path}: {error}; set AXE to axe-core's axe.min.js"));
    browser.run(&source);
}

/// What axe-core finds wrong with the page by every rule, or by these: for each rule, where.
fn axe(browser: &Browser, options: &Value) -> Vec<String> {
    let found = browser.run_async(&format!(
        "axe.run(document, {options}).then(
            found => done(found.violations.map(rule =>
                `${{rule.id}}: ${{rule.nodes.map(node => node.html + ' ' + node.failureSummary)}}`)),
            error => done([String(error)]))"
    ));
    let Value::Array(found) = found else { panic!("axe gave {found}") };
    found.iter().map(Value::to_string).collect()
}

/// The page as it is, in every theme: by all rules in the first, by those that see colours in the
/// others.
fn assert_clean_now(browser: &Browser, what: &str) {
    let all = json!({ "rules": { "target-size": { "enabled": true } } });
    let of_colours = json!({ "runOnly": ["color-contrast", "link-in-text-block"] });
    for (i, theme) in THEMES.into_iter().enumerate() {
        dress(browser, theme);
        browser.wait(
            "nothing moves any more",
            "return document.getAnimations().every(one => one.playState !== 'running')",
        );
        let found = axe(browser, if i == 0 { &all } else { &of_colours });
        assert_eq!(found, Vec::<String>::new(), "{what}, {theme:?}");
    }
    dress(browser, THEMES[0]);
}

fn assert_clean(screen: Screen, address: &str, ready: &str) -> (Site, Browser) {
    let (site, browser) = open(screen, address);
    browser.wait("the page is shown", &format!("return document.querySelector('{ready}')"));
    bring_axe(&browser);
    assert_clean_now(&browser, &format!("{address}, {screen:?}"));
    (site, browser)
}

#[test]
fn axe_finds_nothing_on_an_article_and_where_something_is_lit() {
    for screen in SCREENS {
        let (_site, browser) = assert_clean(screen, "/a/bridge", ".body");
        // On a phone the way to a person opens the sheet.
        for (target, lit) in [("q1", ".body [data-lit]"), ("p2", ".sheet [data-lit]")] {
            browser.run(&format!("location.hash = '#{target}'"));
            browser.wait("it is lit", &format!("return document.querySelector('{lit}')"));
            assert_clean_now(&browser, &format!("{target}, {screen:?}"));
        }
    }
}

#[test]
fn axe_finds_nothing_on_a_bundled_article() {
    assert_clean(Screen::Wide, "/a/nur-otan-kostanay", ".body");
    assert_clean(Screen::Phone, "/a/nur-otan-kostanay", ".body");
}

#[test]
fn axe_finds_nothing_on_the_panels() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        bring_axe(&browser);
        for panel in ["settings", "help"] {
            panel::open(&browser, panel);
            assert_clean_now(&browser, &format!("{panel}, {screen:?}"));
            panel::close(&browser, panel);
        }
    }
}

#[test]
fn axe_finds_nothing_where_a_quote_is_cited_and_a_link_is_lost() {
    for screen in SCREENS {
        let (_site, browser) = open(screen, "/a/bridge#q1");
        browser.wait("it is lit", "return document.querySelector('.evidence [data-ask]')");
        bring_axe(&browser);
        browser.run("navigator.clipboard.writeText = () => Promise.reject(new Error())");
        browser.click(".evidence [data-ask]");
        panel::opened(&browser, "cite");
        browser.click("#cite .form");
        browser.wait("it is refused", "return document.querySelector('#cite textarea')");
        assert_clean_now(&browser, &format!("a citation, {screen:?}"));
        browser.press(ESCAPE);
        browser.run("location.hash = 't=cut'");
        let said = "return document.querySelector('.said [role=status]').textContent";
        browser.wait("the link is lost", said);
        assert_clean_now(&browser, &format!("a lost link, {screen:?}"));
    }
}

#[test]
fn axe_finds_nothing_on_the_other_pages() {
    for screen in SCREENS {
        assert_clean(screen, "/", ".catalogue");
        assert_clean(screen, "/a/tunnel", ".notice");
        assert_clean(screen, "/nothing", ".notice");
    }
}

/// WCAG 2.2, 2.5.8: 24 pixels each way, but for links within sentences, for what has so much room
/// around it, and for what a control elsewhere does too (the stretches of the strips and bars).
#[test]
fn controls_are_big_enough_to_hit() {
    for screen in SCREENS {
        let (_site, browser) = open(screen, "/a/bridge#q1");
        browser.wait("the quote is lit", "return document.querySelector('.evidence .close')");
        let small = "
            return [...document.querySelectorAll('button, select, input, summary, .way, .brand')]
                .filter(one => one.checkVisibility({ visibilityProperty: true }))
                .map(one => [one, one.getBoundingClientRect()])
                .filter(([one, { width, height }]) => width < 24 || height < 24)
                .map(([one, { width, height }]) => `${one.outerHTML} ${width} ${height}`)";
        assert_eq!(browser.run(small), json!([]), "{screen:?}");
        for panel in ["settings", "help"] {
            panel::open(&browser, panel);
            assert_eq!(browser.run(small), json!([]), "{panel}, {screen:?}");
            panel::close(&browser, panel);
        }
    }
}

/// What 1280 pixels are at 400 %: nothing scrolls both ways, and what is lit is not covered.
#[test]
fn at_400_percent_nothing_scrolls_sideways() {
    let (site, browser) = open(Screen::Zoomed, "/a/bridge");
    let fits = "
        const wide = [...document.querySelectorAll('body *')].filter(one =>
            one.checkVisibility({ visibilityProperty: true }) && !one.closest('.skip, table, svg')
            && one.getBoundingClientRect().right > innerWidth + 1);
        return document.documentElement.scrollWidth <= innerWidth && wide.length === 0
            || wide.map(one => one.outerHTML.slice(0, 200));";
    for (address, ready) in [
        ("/", ".catalogue"),
        ("/a/tunnel", ".notice"),
        ("/a/bridge#p2", ".sheet [data-lit]"),
        ("/a/bridge", ".body"),
    ] {
        browser.go(&site.url("/icons/verbatim.svg"));
        browser.go(&site.url(address));
        browser.wait(address, &format!("return document.querySelector('{ready}')"));
        assert_eq!(browser.run("return innerWidth"), 320);
        assert_eq!(browser.run(fits), true, "{address}");
    }
    for panel in ["settings", "help"] {
        panel::open(&browser, panel);
        assert_eq!(browser.run(fits), true, "{panel}");
        panel::close(&browser, panel);
    }
    browser.press("]");
    browser.wait(
        "the words that are lit are not covered",
        "const words = document.querySelector('.body .quote[data-lit]');
        const rect = words?.getClientRects()[0];
        const top = rect && document.elementFromPoint(rect.left + 2, rect.top + rect.height / 2);
        return words && top === words;",
    );
}

/// Each mark leads a screen reader to its card, and each quote is announced with its speaker.
#[test]
fn marks_have_their_details_and_quotes_their_speakers() {
    let (_site, browser) = bridge();
    let astray = browser.run(
        "return [...document.querySelectorAll('.body [aria-details]')]
            .map(mark => mark.getAttribute('aria-details'))
            .filter(id => !document.getElementById(id)?.closest('.sheet [data-card]'))",
    );
    assert_eq!(astray, json!([]));
    let marks = "return document.querySelectorAll('.body [aria-details]').length";
    assert!(browser.run(marks).as_u64() > Some(12));
    let names = browser.run(
        "return [...document.querySelectorAll('.body a.voice')].map(head => [
            head.getAttribute('aria-label'),
            head.nextSibling.classList.contains('quote'),
            head.tabIndex,
        ])",
    );
    for quote in names.as_array().expect("quotes") {
        assert!(quote[0].as_str().is_some_and(|name| name.contains(": ")), "{quote}");
        assert_eq!(quote[1], true, "the name comes before the words: {quote}");
        assert_eq!(quote[2], 0, "{quote}");
    }
}

#[test]
fn the_page_has_its_landmarks_and_headings() {
    let (_site, browser) = bridge();
    let shape = browser.run(
        "return [...document.querySelectorAll('header, main, aside, h1, h2, h3')]
            .filter(e => e.checkVisibility())
            .map(e => e.tagName + (/^H.$/.test(e.tagName) ? ' ' + e.lastChild.textContent : ''))",
    );
    let expected = json!([
        "HEADER",
        "MAIN",
        "H1 Мост через Ишим откроют в декабре",
        "H2 Чего ждать",
        "ASIDE",
        "H2 Люди",
        "H3 Болат Есенов",
        "H3 Анна Ким",
        "H3 Пресс-служба акимата",
        "H3 житель левого берега",
        "H3 Неизвестно кто",
        "H3 Айгуль Серикова",
        "H2 Цифры",
    ]);
    assert_eq!(shape, expected);
    assert_eq!(browser.text("return document.documentElement.lang"), "ru");
    assert_eq!(browser.text("return document.querySelector('.body').lang"), "ru");
}

#[test]
fn the_first_tab_leads_past_the_frame() {
    let (_site, browser) = bridge();
    browser.press(TAB);
    assert_eq!(browser.text("return document.activeElement.textContent"), "К тексту");
    browser.press(ENTER);
    browser.wait("the text is come to", "return document.activeElement.tagName === 'MAIN'");
    browser.press(TAB);
    assert_eq!(browser.text("return document.activeElement.textContent"), "Слушать");
}

#[test]
fn the_page_speaks_three_languages() {
    let (_site, browser) = bridge();
    for (tag, people) in [("kk", "Адамдар"), ("en", "People"), ("ru", "Люди")] {
        panel::open(&browser, "settings");
        panel::give(&browser, "language", tag);
        browser.wait(
            &format!("the page speaks {tag}"),
            &format!(
                "return document.documentElement.lang === '{tag}' &&
                    document.querySelector('#people').textContent === '{people}'"
            ),
        );
        browser.reload();
        browser.wait(
            &format!("{tag} was kept"),
            &format!("return document.querySelector('#people')?.textContent === '{people}'"),
        );
    }
}
