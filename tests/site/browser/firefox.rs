//! What is Firefox's own. It takes two seconds to start, and so a test takes over the one that
//! another test has done with, in a new tab. Nothing is kept from before: every test's site has an
//! origin of its own.

use std::env;
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value, json};

use super::Screen;
use super::driver::Driver;

/// Those that no test has.
static FREE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// A browser for this screen that speaks these languages.
pub(super) fn open(screen: Screen, languages: &str) -> Driver {
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let driver = free.unwrap_or_else(start);
    let old = driver.get("window/handles");
    let new = driver.post("window/new", &json!({ "type": "tab" }));
    for tab in old.as_array().into_iter().flatten() {
        driver.post("window", &json!({ "handle": tab }));
        driver.close_tab();
    }
    driver.post("window", &json!({ "handle": new["handle"] }));
    let (width, height) = screen.size();
    // No window of it is as narrow as a phone: the tab in it is.
    inside(
        &driver,
        &format!(
            "const prefs = Services.prefs;
            prefs.setStringPref('intl.accept_languages', '{languages}');
            prefs.setIntPref('ui.primaryPointerCapabilities', {pointer});
            prefs.setIntPref('ui.allPointerCapabilities', {pointer});
            gBrowser.tabpanels.style.maxWidth = '{width}px';
            gBrowser.tabpanels.style.maxHeight = '{height}px';
            Services.console.reset();",
            // Coarse; or fine, and able to hover.
            pointer = if screen == Screen::Phone { 1 } else { 6 },
        ),
    );
    driver
}

fn start() -> Driver {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": { "ui.prefersReducedMotion": 1, "dom.events.testing.asyncClipboard": true },
    });
    if let Ok(binary) = env::var("FIREFOX") {
        options["binary"] = json!(binary);
    }
    let wanted = json!({ "moz:firefoxOptions": options });
    let driver = Driver::open("GECKODRIVER", "geckodriver", &["--allow-system-access"], &wanted);
    driver.post("window/rect", &json!({ "width": 1600, "height": 1200 }));
    driver
}

/// The next test may have it.
pub(super) fn give_back(driver: Driver) {
    FREE.lock().unwrap_or_else(PoisonError::into_inner).push(driver);
}

/// What this script returns that runs in the browser itself, not in the page.
fn inside(driver: &Driver, script: &str) -> Value {
    driver.post("moz/context", &json!({ "context": "chrome" }));
    let value = driver.post("execute/sync", &json!({ "script": script, "args": [] }));
    driver.post("moz/context", &json!({ "context": "content" }));
    value
}

/// Has the page take this medium, and these features, for what it is shown on.
pub(super) fn pretend(driver: &Driver, medium: &str, features: &[(&str, &str)]) {
    let features: Map<String, Value> =
        features.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let features = Value::Object(features);
    inside(
        driver,
        &format!(
            "const shown = gBrowser.selectedBrowser.browsingContext;
            const features = {features};
            shown.mediumOverride = '{medium}';
            shown.prefersColorSchemeOverride = features['prefers-color-scheme'] ?? 'none';
            shown.prefersReducedMotionOverride = features['prefers-reduced-motion'] ?? 'none';
            shown.forcedColorsOverride = features['forced-colors'] ?? 'none';"
        ),
    );
}

/// The faults that it found in pages since it was last asked.
pub(super) fn log(driver: &Driver) -> Vec<String> {
    let found = inside(
        driver,
        "const faults = Services.console.getMessageArray().filter(one =>
            one instanceof Ci.nsIScriptError && one.sourceName?.startsWith('http'));
        Services.console.reset();
        return faults.map(one => `${one.sourceName} ${one.lineNumber} ${one.errorMessage}`);",
    );
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
