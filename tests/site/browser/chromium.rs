//! What is Chromium's own.

use std::env;
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};

use super::driver::Driver;
use super::{PATIENCE, PAUSE, Screen};

/// Opens a browser for this screen that speaks these languages.
pub(super) fn open(screen: Screen, languages: &str) -> Driver {
    let mut options = json!({ "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
        format!("--lang={languages}"), format!("--accept-lang={languages}"),
    ] });
    if let Ok(binary) = env::var("CHROMIUM") {
        options["binary"] = json!(binary);
    }
    let (width, height) = screen.size();
    if screen != Screen::Wide {
        options["mobileEmulation"] = json!({ "deviceMetrics": {
            "width": width, "height": height, "pixelRatio": 2.0,
            "touch": screen == Screen::Phone, "mobile": screen == Screen::Phone,
        } });
    }
    let wanted =
        json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
    let driver = Driver::open("CHROMEDRIVER", "chromedriver", &[], &wanted);
    if screen == Screen::Wide {
        let outer = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame = driver.post("execute/sync", &json!({ "script": outer, "args": [] }));
        let side = |i: usize| frame[i].as_i64().unwrap_or_default();
        let rect = json!({ "width": width + side(0), "height": height + side(1) });
        driver.post("window/rect", &rect);
    }
    driver
}

/// An order of the browser's own protocol.
pub(super) fn order(driver: &Driver, command: &str, parameters: &Value) -> Value {
    driver.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
}

/// What a trace is to hold: tasks, what they do, frames, and the marks that pages set.
const CATEGORIES: [&str; 4] = [
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-devtools.timeline.frame",
    "blink.user_timing",
];

/// What happened while something was done, as the browser's own trace tells it:
/// <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>.
pub(super) fn trace(driver: &Driver, act: impl FnOnce()) -> Vec<Value> {
    let number = driver.traces.get() + 1;
    driver.traces.set(number);
    let wanted = json!({ "includedCategories": CATEGORIES, "excludedCategories": ["*"] });
    let start = json!({ "transferMode": "ReturnAsStream", "traceConfig": wanted });
    // A browser that has just begun may still be at a trace of its own.
    let start = json!({ "cmd": "Tracing.start", "params": start });
    let begun = Instant::now();
    loop {
        let answer = driver.try_post("goog/cdp/execute", &start);
        if answer["error"].is_null() {
            break;
        }
        assert!(begun.elapsed() < PATIENCE, "no trace can be started: {answer}");
        thread::sleep(PAUSE);
    }
    act();
    order(driver, "Tracing.end", &json!({}));
    // chromedriver keeps to itself the event that says that the trace is whole and names its stream.
    // Streams are numbered, and there is none but those of the traces; it is whole when it is JSON.
    let read = json!({ "cmd": "IO.read", "params": { "handle": number.to_string() } });
    let begun = Instant::now();
    let mut text = String::new();
    loop {
        let part = driver.try_post("goog/cdp/execute", &read);
        text.push_str(part["data"].as_str().unwrap_or_default());
        if part["eof"] == false {
            continue;
        }
        if let Ok(mut trace) = serde_json::from_str::<Value>(&text)
            && let Value::Array(events) = trace["traceEvents"].take()
        {
            return events;
        }
        assert!(begun.elapsed() < PATIENCE, "trace {number} is never whole: {part}");
        thread::sleep(PAUSE);
    }
}

/// Has the page take this medium, and these features, for what it is shown on.
pub(super) fn pretend(driver: &Driver, medium: &str, features: &[(&str, &str)]) {
    let features: Vec<Value> =
        features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    let media = json!({ "media": medium, "features": features });
    order(driver, "Emulation.setEmulatedMedia", &media);
}

/// Lets this origin read the clipboard without asking.
pub(super) fn allow_clipboard(driver: &Driver, origin: &str) {
    let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    let allowed = json!({ "permissions": permissions, "origin": origin });
    order(driver, "Browser.grantPermissions", &allowed);
}

/// What the browser wrote in its log since it was last asked.
pub(super) fn log(driver: &Driver) -> Vec<String> {
    let entries = driver.post("se/log", &json!({ "type": "browser" }));
    let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
    entries.as_array().map(|list| list.iter().map(message).collect()).unwrap_or_default()
}
