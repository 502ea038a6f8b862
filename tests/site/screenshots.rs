//! Pictures of the page for people to look at: `make screenshots`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::browser::{Browser, Screen};
use crate::contrast::{THEMES, dress};
use crate::{SCREENS, article, shown};

/// The article that is shown: one of the bundled ones, with several speakers and figures.
const ARTICLE: &str = "/a/treschiny-v-plotine";

/// A state of the page: its name, the address, what brings it about, and what is then there.
const STATES: [(&str, &str, &str, &str); 10] = [
    ("home", "/", "", ".catalogue"),
    ("article", ARTICLE, "", ".body"),
    ("voices", ARTICLE, "key('voices')", "[data-voices=on]"),
    ("quote", ARTICLE, "location.hash = '#q2'", ".body [data-lit]"),
    ("sheet", ARTICLE, "location.hash = '#p2'", ".sheet [data-lit]"),
    ("figures", ARTICLE, "key('figures')", ".figures"),
    ("settings", ARTICLE, "key('settings')", "#settings:popover-open"),
    ("help", ARTICLE, "key('help')", "#help:popover-open"),
    ("find", ARTICLE, "key('find')", ""),
    ("notes", ARTICLE, "key('notes')", ""),
];

/// Does what the key of this action does, where the page has it.
const KEY: &str = "const key = name => document.querySelector(`[data-key=${name}]`)?.click();";

#[test]
#[ignore = "writes pictures for people to look at: make screenshots"]
fn screenshots() {
    let folder = Path::new("target/screenshots");
    fs::create_dir_all(folder).expect("a folder for pictures");
    let mut index = String::from(
        "<!doctype html><meta charset=utf-8><title>Verbatim</title>\
         <style>img { width: 30rem; border: 1px solid } .Phone img { width: 12rem }</style>",
    );
    for screen in SCREENS {
        let (site, browser) = article(screen, ARTICLE);
        let mut keep = |name: &str, theme: &str| {
            let file = format!("{name}-{theme}-{screen:?}.png").to_lowercase();
            fs::write(folder.join(&file), browser.picture()).expect("a picture");
            writeln!(index, "<a href='{file}'><img src='{file}' alt='{name}, {theme}'></a>")
                .expect("a text");
        };
        for (name, address, script, ready) in STATES {
            browser.run("localStorage.clear()");
            browser.go(&site.url("/icons/verbatim.svg"));
            browser.go(&site.url(address));
            browser.wait("it is shown", "return document.querySelector('.body, .catalogue')");
            browser.run(&format!("{KEY} {script}"));
            if !ready.is_empty() {
                browser.wait(name, &format!("return document.querySelector('{ready}')"));
            }
            for (theme, scheme) in THEMES {
                dress(&browser, (theme, scheme));
                settled(&browser);
                keep(name, &format!("{theme}-{scheme}"));
            }
            dress(&browser, THEMES[0]);
        }
        browser.go(&site.url("/icons/verbatim.svg"));
        browser.go(&site.url(ARTICLE));
        shown(&browser);
        if screen == Screen::Wide {
            fs::write(folder.join("print.pdf"), browser.print()).expect("a PDF");
        }
        browser.run("dispatchEvent(new Event('beforeprint'))");
        browser.pretend("print", &[]);
        settled(&browser);
        keep("print", "paper");
    }
    index.push_str("<p><a href='print.pdf'>On paper</a></p>");
    fs::write(folder.join("index.html"), index).expect("a list of the pictures");
    println!("target/screenshots/index.html");
}

/// Waits until the faces are there and two frames were painted.
fn settled(browser: &Browser) {
    browser.run_async(
        "document.fonts.ready.then(() =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
    );
}
