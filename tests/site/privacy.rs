//! The page keeps to its own host and to its policy.

use serde_json::{Value, json};

use crate::browser::Screen;
use crate::{bridge, open, shown};

const POLICY: &str = "
    return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";

#[test]
fn the_policy_allows_nothing_inline_and_no_other_host() {
    let (_site, browser) = bridge();
    let policy = browser.text(POLICY);
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
    for word in policy.split([' ', ';']).filter(|word| !word.is_empty()) {
        let kept = word.starts_with('\'') || word == "data:" || word.chars().all(is_directive);
        assert!(kept, "{word} in {policy}");
        assert!(!["'unsafe-inline'", "'unsafe-eval'"].contains(&word), "{policy}");
    }
}

fn is_directive(c: char) -> bool {
    c.is_ascii_lowercase() || c == '-'
}

#[test]
fn the_policy_is_in_force() {
    let (_site, browser) = bridge();
    let refused = browser.run_async(
        "const refused = [];
        addEventListener('securitypolicyviolation', event => {
            refused.push(event.effectiveDirective);
            if (refused.length === 3) done(refused.sort());
        });
        const script = document.createElement('script');
        try { script.textContent = 'window.injected = 1' } catch { /* it is told as an event */ }
        document.body.append(script);
        const words = document.createElement('p');
        words.setAttribute('style', 'color: red');
        fetch('https://example.org/').catch(() => {});",
    );
    assert_eq!(refused, json!(["connect-src", "require-trusted-types-for", "style-src-attr"]));
    assert_eq!(browser.run("return window.injected ?? null"), Value::Null);
}

#[test]
fn the_browser_has_nothing_to_complain_of() {
    let (site, browser) = open(Screen::Wide, "/");
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
    browser.click(".catalogue a[href='a/nur-otan-kostanay']");
    shown(&browser);
    browser.click(".body .quote");
    browser.wait("its card is lit", "return document.querySelector('.sheet [data-lit]')");
    assert_eq!(browser.log(), Vec::<String>::new());
    browser.go(&site.url("/a/bridge#q1"));
    shown(&browser);
    // A static host answers an article's address with its page for what it does not have.
    let others: Vec<String> = browser
        .log()
        .into_iter()
        .filter(|line| !(line.contains("/a/bridge#q1 - ") && line.contains("404")))
        .collect();
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn nothing_is_asked_of_another_host() {
    let (site, browser) = bridge();
    browser.click(".body .quote");
    browser.wait("its card is lit", "return document.querySelector('.sheet [data-lit]')");
    let elsewhere = browser.run(
        "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => new URL(name).origin !== location.origin)",
    );
    assert_eq!(elsewhere, json!([]));
    let asked = site.asked();
    assert!(asked.iter().any(|path| path == "/articles/bridge.json"), "{asked:?}");
    assert!(
        asked.iter().any(|path| path.starts_with("/fonts/")),
        "fonts are the site's: {asked:?}"
    );
}

#[test]
fn the_text_is_set_in_the_site_s_own_faces() {
    let (_site, browser) = bridge();
    browser.wait(
        "the faces are loaded",
        "return ['Literata', 'Golos Text'].every(name =>
            [...document.fonts].some(f => f.family.includes(name) && f.status === 'loaded'))",
    );
    // The Kazakh letters are in them.
    let kazakh = browser.run_async(
        "Promise.all(['Literata', 'Golos Text'].map(name =>
            document.fonts.load(`16px '${name}'`, 'әғқңөұүһі'))).then(found =>
            done(found.map(faces => faces.length)))",
    );
    assert_eq!(kazakh, json!([2, 2]), "of the two ranges that hold them");
}
