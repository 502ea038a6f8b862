//! The built site, driven in a real browser.
//!
//! Each test serves the folder that `trunk build` made as a static host would, and opens a browser
//! of its own. From the environment:
//!
//! - `DIST`: the built site; `dist` where it is not set;
//! - `BROWSER`: `chromium` or `firefox`; `chromium` where it is not set;
//! - `CHROMEDRIVER`, `GECKODRIVER`: the drivers; found on the path where they are not set;
//! - `CHROMIUM`, `FIREFOX`: the browsers; the drivers find them where they are not set;
//! - `AXE`: axe-core's `axe.min.js`, for the accessibility tests.

mod access;
mod aloud;
mod browser;
mod cite;
mod contrast;
mod copying;
mod desk;
mod evidence;
mod figures;
mod find;
mod growing;
mod keyboard;
mod languages;
mod large;
mod layout;
mod links;
mod marks;
mod motion;
mod notes;
mod panel;
mod people;
mod phone;
mod place;
mod print;
mod privacy;
mod screenshots;
mod server;
mod settings;
mod share;
mod states;
mod trace;
mod voices;
mod worker;

use browser::{Browser, Screen};
use server::Site;

/// An article of ours that has every kind of mark.
const BRIDGE: &str = include_str!("articles/bridge.json");

/// Another one, with dates and like quantities.
const SCHOOL: &str = include_str!("articles/school.json");

/// What the style puts before an element. Firefox tells of it as it is written.
const BEFORE: &str = "
    const before = element => getComputedStyle(element, '::before').content
        .replaceAll(/attr\\(([a-z-]+)\\)/g, (_, name) => `\"${element.getAttribute(name)}\"`);";

/// The screens that the page is made for.
const SCREENS: [Screen; 2] = [Screen::Wide, Screen::Phone];

/// A site that has the articles of the tests too.
fn site() -> Site {
    let site = Site::serve();
    site.put("/articles/bridge.json", BRIDGE);
    site.put("/articles/school.json", SCHOOL);
    site
}

/// Such a site, and a browser at this address on it.
fn open(screen: Screen, address: &str) -> (Site, Browser) {
    let site = site();
    let browser = Browser::open(screen);
    browser.go(&site.url(address));
    (site, browser)
}

/// The bridge article on a wide screen.
fn bridge() -> (Site, Browser) {
    article(Screen::Wide, "/a/bridge")
}

/// The article at this address, once it is shown.
fn article(screen: Screen, address: &str) -> (Site, Browser) {
    let (site, browser) = open(screen, address);
    shown(&browser);
    (site, browser)
}

/// This article of ours, whose id is `large`, once it is shown; opened at this fragment.
fn article_of(screen: Screen, text: &str, fragment: &str) -> (Site, Browser) {
    let site = site();
    site.put("/articles/large.json", text);
    let browser = Browser::open(screen);
    browser.go(&site.url(&format!("/a/large{fragment}")));
    browser.wait("the article is shown", "return document.querySelector('.reading[data-placed]')");
    (site, browser)
}

/// Waits until an article is shown.
fn shown(browser: &Browser) {
    browser.wait("the article is shown", "return document.querySelector('.body')");
}
