//! A real browser, driven by the `WebDriver` protocol (<https://www.w3.org/TR/webdriver2/>).

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// A browser window of its own, with nothing kept from before; closed when it is dropped.
pub(crate) struct Browser {
    driver: Child,
    agent: Agent,
    session: String,
    kind: Kind,
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

impl Browser {
    /// Opens a browser that speaks Russian and asks for no motion.
    pub(crate) fn open(screen: Screen) -> Self {
        Self::speaking(screen, "ru")
    }

    /// Opens a browser that speaks these languages, the first one best, and asks for no motion.
    pub(crate) fn speaking(screen: Screen, languages: &str) -> Self {
        let kind = match env::var("BROWSER").as_deref() {
            Ok("firefox") => Kind::Firefox,
            _ => Kind::Chromium,
        };
        let (mut driver, port) = start_driver(kind);
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)))
            .build()
            .new_agent();
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = send(&agent, "POST", &base, Some(&capabilities(kind, screen, languages)));
        let session = answer["sessionId"].as_str().map(|id| format!("{base}/{id}"));
        let Some(session) = session else {
            let _ = driver.kill();
            panic!("the browser did not open: {answer}");
        };
        let browser = Self { driver, agent, session, kind };
        let (width, height) = screen.size();
        if screen == Screen::Wide || kind == Kind::Firefox {
            let outer = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
            let frame = browser.run(outer);
            let side = |i: usize| frame[i].as_i64().unwrap_or_default();
            let rect = json!({ "width": width + side(0), "height": height + side(1) });
            browser.post("window/rect", &rect);
        }
        browser
    }

    /// Whether it is Chromium, which tells its log and takes orders beyond the protocol.
    pub(crate) fn is_chromium(&self) -> bool {
        self.kind == Kind::Chromium
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
            thread::sleep(Duration::from_millis(30));
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
        let handle = send(&self.agent, "GET", &format!("{}/window", self.session), None);
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

    /// The page as it is printed: a PDF in base 64.
    pub(crate) fn print(&self) -> String {
        self.post("print", &json!({})).as_str().unwrap_or_default().to_owned()
    }

    /// A picture of what is on the screen, as a PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let answer = send(&self.agent, "GET", &format!("{}/screenshot", self.session), None);
        of_base_64(answer.as_str().unwrap_or_default())
    }

    /// What the browser wrote in its log since it was last asked; nothing where it does not tell.
    pub(crate) fn log(&self) -> Vec<String> {
        if !self.is_chromium() {
            return Vec::new();
        }
        let entries = self.post("se/log", &json!({ "type": "browser" }));
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        entries.as_array().map(|list| list.iter().map(message).collect()).unwrap_or_default()
    }

    /// An order of Chromium's own protocol.
    pub(crate) fn order(&self, command: &str, parameters: &Value) {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        let answer = send(&self.agent, "POST", &format!("{}/{command}", self.session), Some(body));
        let error = answer["error"].as_str();
        assert!(error.is_none(), "{command} {body}: {answer}");
        answer
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
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

/// Starts the browser's driver, on a port that it chooses. Two drivers that start at once may choose
/// the same one; the one that comes too late ends, and is started again.
fn start_driver(kind: Kind) -> (Child, u16) {
    let (variable, program) = match kind {
        Kind::Chromium => ("CHROMEDRIVER", "chromedriver"),
        Kind::Firefox => ("GECKODRIVER", "geckodriver"),
    };
    let program = env::var(variable).unwrap_or_else(|_| program.to_owned());
    for _ in 0..5 {
        let mut driver = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}); set {variable}"));
        let mut lines = BufReader::new(driver.stdout.take().expect("it is piped")).lines();
        if let Some(port) = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line)) {
            // It must be able to go on writing.
            thread::spawn(move || lines.for_each(drop));
            return (driver, port);
        }
        let _ = driver.wait();
    }
    panic!("{program} did not say on which port it listens")
}

/// The port in the line that tells it. chromedriver: «… successfully on port 41789.»; geckodriver:
/// «Listening on 127.0.0.1:41789».
fn port(line: &str) -> Option<u16> {
    let told = line.contains("successfully on port") || line.contains("Listening on");
    let digits = line.trim_end_matches('.').rsplit(|c: char| !c.is_ascii_digit()).next();
    digits.filter(|_| told)?.parse().ok()
}

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

fn capabilities(kind: Kind, screen: Screen, languages: &str) -> Value {
    let wanted = match kind {
        Kind::Chromium => {
            let mut options = json!({ "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
                format!("--lang={languages}"), format!("--accept-lang={languages}"),
            ] });
            if let Ok(binary) = env::var("CHROMIUM") {
                options["binary"] = json!(binary);
            }
            if screen != Screen::Wide {
                let (width, height) = screen.size();
                options["mobileEmulation"] = json!({ "deviceMetrics": {
                    "width": width, "height": height, "pixelRatio": 2.0,
                    "touch": screen == Screen::Phone, "mobile": screen == Screen::Phone,
                } });
            }
            json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
        }
        Kind::Firefox => {
            let mut options = json!({
                "args": ["-headless"],
                "prefs": { "intl.accept_languages": languages, "ui.prefersReducedMotion": 1 },
            });
            if let Ok(binary) = env::var("FIREFOX") {
                options["binary"] = json!(binary);
            }
            json!({ "moz:firefoxOptions": options })
        }
    };
    json!({ "capabilities": { "alwaysMatch": wanted } })
}

/// The `value` of the driver's answer.
fn send(agent: &Agent, method: &str, url: &str, body: Option<&Value>) -> Value {
    let request = ureq::http::Request::builder().method(method).uri(url);
    let body = body.map(Value::to_string).unwrap_or_default();
    let request = request
        .header("content-type", "application/json")
        .body(body)
        .unwrap_or_else(|error| panic!("{method} {url}: {error}"));
    let mut response = agent.run(request).unwrap_or_else(|error| panic!("{method} {url}: {error}"));
    let mut answer: Value = response
        .body_mut()
        .with_config()
        .limit(u64::MAX)
        .read_json()
        .unwrap_or_else(|error| panic!("{method} {url}: {error}"));
    answer["value"].take()
}
