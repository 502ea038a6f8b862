//! What is Firefox's own.

use std::env;

use serde_json::{Map, Value, json};

use super::Screen;
use super::driver::Driver;

/// Opens a browser.
pub(super) fn open() -> Driver {
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

/// Makes its tab a screen like this, and has it speak these languages.
pub(super) fn prepare(driver: &Driver, screen: Screen, languages: &str) {
    let (width, height) = screen.size();
    // No window of it is as narrow as a phone: the tab in it is.
    inside(
        driver,
        &format!(
            "const prefs = Services.prefs;
            prefs.setStringPref('intl.accept_languages', '{languages}');
            prefs.setIntPref('ui.primaryPointerCapabilities', {pointer});
            prefs.setIntPref('ui.allPointerCapabilities', {pointer});
            gBrowser.tabpanels.style.maxWidth = '{width}px';
            gBrowser.tabpanels.style.maxHeight = '{height}px';",
            // Coarse; or fine, and able to hover.
            pointer = if screen == Screen::Phone { 1 } else { 6 },
        ),
    );
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
