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
mod browser;
mod copying;
mod desk;
mod links;
mod marks;
mod phone;
mod privacy;
mod server;
mod states;

use browser::{Browser, Screen};
use server::Site;

/// An article of ours that has every kind of mark.
const BRIDGE: &str = include_str!("articles/bridge.json");

/// A site that has the bridge article too, and a browser at this address on it.
fn open(screen: Screen, address: &str) -> (Site, Browser) {
    let site = Site::serve();
    site.put("/articles/bridge.json", BRIDGE);
    let browser = Browser::open(screen);
    browser.go(&site.url(address));
    (site, browser)
}

/// The bridge article on a wide screen.
fn bridge() -> (Site, Browser) {
    let (site, browser) = open(Screen::Wide, "/a/bridge");
    browser.wait("the article is shown", "return document.querySelector('.body')");
    (site, browser)
}
