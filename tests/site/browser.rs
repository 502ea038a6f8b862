//! A real browser, driven by the `WebDriver` protocol (<https://www.w3.org/TR/webdriver2/>).

mod chromium;
mod driver;
mod firefox;

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use driver::Driver;

/// A browser window of its own, with nothing kept from before.
pub(crate) struct Browser {
    /// There is one until it is dropped.
    driver: Option<Driver>,
    kind: Kind,
    /// What else than this it cannot be.
    made_for: String,
}

/// Browsers that no test has at the moment, each with what it was made for. To start one takes
/// seconds, and so the next test takes it over. Nothing of the test before is left: it is given a
/// new tab, and the site of every test has an origin of its own.
static FREE: Mutex<Vec<(String, Driver)>> = Mutex::new(Vec::new());

/// How many wait at most.
const WAITING: usize = 6;

/// A free browser that was made for this.
fn take_over(made_for: &str) -> Option<Driver> {
    let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
    let at = free.iter().position(|(other, _)| other == made_for)?;
    let (_, driver) = free.remove(at);
    drop(free);
    driver.renew().then_some(driver)
}

/// The screen that the page is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// 1440 by 900.
    Wide,
    /// 390 by 844, touched.
    Phone,
    /// 320 by 256: what 1280 by 1024 leaves at 400 %.
    Zoomed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chromium,
    Firefox,
}

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it rests between two looks.
const PAUSE: Duration = Duration::from_millis(30);

impl Browser {
    /// Opens a browser that speaks Russian and asks for no motion.
    pub(crate) fn open(screen: Screen) -> Self {
        Self::speaking(screen, "ru")
    }

    /// Opens a browser that speaks these languages, the first one best, and asks for no motion.
    pub(crate) fn speaking(screen: Screen, languages: &str) -> Self {
        let kind = match std::env::var("BROWSER").as_deref() {
            Ok("firefox") => Kind::Firefox,
            _ => Kind::Chromium,
        };
        let made_for = match kind {
            Kind::Chromium => format!("{screen:?} {languages}"),
            // It can be made for any.
            Kind::Firefox => String::new(),
        };
        let driver = take_over(&made_for).unwrap_or_else(|| match kind {
            Kind::Chromium => chromium::open(screen, languages),
            Kind::Firefox => firefox::open(),
        });
        if kind == Kind::Firefox {
            firefox::prepare(&driver, screen, languages);
        }
        let browser = Self { driver: Some(driver), kind, made_for };
        browser.log();
        browser
    }

    /// Has the page take this medium, `print` or none, and these features, each with
    /// its value, for those of what it is shown on; the others are again as they are.
    pub(crate) fn pretend(&self, medium: &str, features: &[(&str, &str)]) {
        match self.kind {
            Kind::Chromium => chromium::pretend(self.driver(), medium, features),
            Kind::Firefox => firefox::pretend(self.driver(), medium, features),
        }
        for (feature, value) in features {
            let matches = format!("return matchMedia('({feature}: {value})').matches");
            self.wait(feature, &matches);
        }
        let paper = format!("return matchMedia('print').matches === {}", medium == "print");
        self.wait("the medium", &paper);
    }

    /// Lets this origin read the clipboard without asking.
    pub(crate) fn allow_clipboard(&self, origin: &str) {
        match self.kind {
            Kind::Chromium => chromium::allow_clipboard(self.driver(), origin),
            // It is set so from the start.
            Kind::Firefox => (),
        }
    }

    /// What the browser found at fault in pages since it was last asked.
    pub(crate) fn log(&self) -> Vec<String> {
        match self.kind {
            Kind::Chromium => chromium::log(self.driver()),
            Kind::Firefox => firefox::log(self.driver()),
        }
    }

    /// Opens an address.
    pub(crate) fn go(&self, url: &str) {
        self.post("url", &json!({ "url": url }));
    }

    /// Loads the page again.
    pub(crate) fn reload(&self) {
        self.post("refresh", &json!({}));
    }

    /// Goes back in the history.
    pub(crate) fn back(&self) {
        self.post("back", &json!({}));
    }

    /// Goes forward in the history.
    pub(crate) fn forward(&self) {
        self.post("forward", &json!({}));
    }

    /// What this script returns.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What this script hands to `done`.
    pub(crate) fn run_async(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        self.post("execute/async", &json!({ "script": script, "args": [] }))
    }

    /// What this script returns, as text.
    pub(crate) fn text(&self, script: &str) -> String {
        match self.run(script) {
            Value::String(text) => text,
            other => panic!("{script} gave {other}, not a text"),
        }
    }

    /// What this script returns once it is true in JavaScript's sense; the test fails, with the
    /// page's text, if it never is.
    pub(crate) fn wait(&self, what: &str, script: &str) -> Value {
        let begun = Instant::now();
        loop {
            let value = self.run(script);
            if !matches!(&value, Value::Null | Value::Bool(false))
                && value != json!(0)
                && value != json!("")
            {
                return value;
            }
            if begun.elapsed() > PATIENCE {
                let page = self.text("return location.href + '\\n' + document.body.innerText");
                panic!(
                    "never came true: {what}\n{script}\nthe page:\n{page}\nthe log:\n{}",
                    self.log().join("\n")
                );
            }
            thread::sleep(PAUSE);
        }
    }

    /// Clicks the first element that this selector finds, as a hand would.
    pub(crate) fn click(&self, selector: &str) {
        let found = json!({ "using": "css selector", "value": selector });
        let element = self.post("element", &found);
        let id = element.as_object().and_then(|object| object.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("nothing to click at {selector}"));
        self.post(&format!("element/{id}/click"), &json!({}));
    }

    /// Presses a key: a character, or one of `WebDriver`'s codes.
    pub(crate) fn press(&self, key: &str) {
        let strokes =
            json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("actions", &json!({ "actions": keyboard }));
    }

    /// Presses a key while Control is held.
    pub(crate) fn press_control(&self, key: &str) {
        let strokes = json!([
            { "type": "keyDown", "value": CONTROL },
            { "type": "keyDown", "value": key },
            { "type": "keyUp", "value": key },
            { "type": "keyUp", "value": CONTROL },
        ]);
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("actions", &json!({ "actions": keyboard }));
    }

    /// Presses a key while Shift is held.
    pub(crate) fn press_shift(&self, key: &str) {
        let strokes = json!([
            { "type": "keyDown", "value": SHIFT },
            { "type": "keyDown", "value": key },
            { "type": "keyUp", "value": key },
            { "type": "keyUp", "value": SHIFT },
        ]);
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("actions", &json!({ "actions": keyboard }));
    }

    /// Types this text, key by key.
    pub(crate) fn write(&self, text: &str) {
        let stroke = |key: char| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        };
        let strokes: Vec<Value> = text.chars().flat_map(stroke).collect();
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("actions", &json!({ "actions": keyboard }));
    }

    /// The tab that orders go to.
    pub(crate) fn tab(&self) -> String {
        let handle = self.driver().get("window");
        handle.as_str().expect("a tab").to_owned()
    }

    /// Opens one more tab, which orders go to from now on.
    pub(crate) fn open_tab(&self) -> String {
        let tab = self.post("window/new", &json!({ "type": "tab" }));
        let handle = tab["handle"].as_str().expect("a tab").to_owned();
        self.switch_to(&handle);
        handle
    }

    /// From now on orders go to this tab.
    pub(crate) fn switch_to(&self, tab: &str) {
        self.post("window", &json!({ "handle": tab }));
    }

    /// The page as it is printed on A4: a PDF.
    pub(crate) fn print(&self) -> Vec<u8> {
        let paper = json!({ "page": { "width": 21.0, "height": 29.7 } });
        of_base_64(self.post("print", &paper).as_str().unwrap_or_default())
    }

    /// A picture of what is on the screen, as a PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let answer = self.driver().get("screenshot");
        of_base_64(answer.as_str().unwrap_or_default())
    }

    /// What happened while something was done, as Chromium's own trace tells it; Firefox makes none
    /// that can be had so.
    pub(crate) fn trace(&self, act: impl FnOnce(&Self)) -> Vec<Value> {
        assert!(self.kind == Kind::Chromium, "a trace is Chromium's");
        chromium::trace(self.driver(), || act(self))
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        self.driver().post(command, body)
    }

    fn driver(&self) -> &Driver {
        self.driver.as_ref().expect("it is not dropped yet")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // What a test has failed in is not fit for another one.
        if let Some(driver) = self.driver.take()
            && !thread::panicking()
        {
            let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
            free.push((std::mem::take(&mut self.made_for), driver));
            // The one that waits longest is closed.
            let surplus = (free.len() > WAITING).then(|| free.remove(0));
            drop(free);
            drop(surplus);
        }
    }
}

impl Screen {
    const fn size(self) -> (i64, i64) {
        match self {
            Self::Wide => (1440, 900),
            Self::Phone => (390, 844),
            Self::Zoomed => (320, 256),
        }
    }
}

/// `WebDriver`'s code of the Enter key.
pub(crate) const ENTER: &str = "\u{e007}";
/// `WebDriver`'s code of the Escape key.
pub(crate) const ESCAPE: &str = "\u{e00c}";
/// `WebDriver`'s code of the Tab key.
pub(crate) const TAB: &str = "\u{e004}";
/// `WebDriver`'s code of the Shift key.
const SHIFT: &str = "\u{e008}";
/// `WebDriver`'s code of the Control key.
const CONTROL: &str = "\u{e009}";

/// The bytes of a text in base 64.
fn of_base_64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<usize> =
        text.bytes().filter_map(|byte| DIGITS.iter().position(|&digit| digit == byte)).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for four in digits.chunks(4) {
        let bits = four.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - four.len()));
        bytes.extend(bits.to_be_bytes().iter().rev().take(3).rev().take(four.len() - 1));
    }
    bytes
}
