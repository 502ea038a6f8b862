//! The program that drives a browser, and one session of it.

use std::cell::Cell;
use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

/// A browser that was opened by a driver of its own; both end with it, or with these tests.
pub(super) struct Driver {
    program: Child,
    /// Closed when these tests end, however they do; the driver ends when it is.
    life: Option<ChildStdin>,
    agent: Agent,
    session: String,
    /// How many traces were made of it.
    pub(super) traces: Cell<u32>,
}

impl Driver {
    /// Opens a browser by this program, found on the path where the variable does not name it, with
    /// these arguments and capabilities.
    pub(super) fn open(
        variable: &str,
        program: &str,
        arguments: &[&str],
        capabilities: &Value,
    ) -> Self {
        let program = env::var(variable).unwrap_or_else(|_| program.to_owned());
        let (mut child, port) = start(&program, arguments).unwrap_or_else(|| {
            panic!("{program} does not say on which port it listens; {variable} names another one")
        });
        let life = child.stdin.take();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)))
            .build()
            .new_agent();
        let base = format!("http://127.0.0.1:{port}/session");
        let mut driver = Self { program: child, life, agent, session: base, traces: Cell::new(0) };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = driver.send("POST", "", Some(&wanted));
        let Some(id) = answer["sessionId"].as_str() else {
            panic!("the browser did not open: {answer}");
        };
        driver.session = format!("{}/{id}", driver.session);
        driver
    }

    /// What the driver answers to an order, be it an error.
    pub(super) fn try_post(&self, command: &str, body: &Value) -> Value {
        self.send("POST", &format!("/{command}"), Some(body))
    }

    /// What the driver answers to an order; the test fails where that is an error.
    pub(super) fn post(&self, command: &str, body: &Value) -> Value {
        let answer = self.try_post(command, body);
        let error = answer["error"].as_str();
        assert!(error.is_none(), "{command} {body}: {answer}");
        answer
    }

    /// What the driver answers to a question.
    pub(super) fn get(&self, question: &str) -> Value {
        self.send("GET", &format!("/{question}"), None)
    }

    /// Opens a new tab in place of all that there were; whether that went well.
    pub(super) fn renew(&self) -> bool {
        let old = self.get("window/handles");
        let new = self.try_post("window/new", &json!({ "type": "tab" }));
        let switch = |tab: &Value| self.try_post("window", &json!({ "handle": tab })).is_null();
        let close = |tab: &Value| switch(tab) && self.send("DELETE", "/window", None).is_array();
        old.as_array().is_some_and(|old| old.iter().all(close)) && switch(&new["handle"])
    }

    /// The `value` of the answer.
    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let url = format!("{}{path}", self.session);
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(&url)
            .header("content-type", "application/json")
            .body(body.map(Value::to_string).unwrap_or_default())
            .unwrap_or_else(|error| panic!("{method} {url}: {error}"));
        let mut response =
            self.agent.run(request).unwrap_or_else(|error| panic!("{method} {url}: {error}"));
        let mut answer: Value = response
            .body_mut()
            .with_config()
            .limit(u64::MAX)
            .read_json()
            .unwrap_or_else(|error| panic!("{method} {url}: {error}"));
        answer["value"].take()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        drop(self.life.take());
        let _ = self.program.wait();
    }
}

/// Runs a program for as long as its input stays open, then asks it to end, with all that it has
/// started, and takes away what they kept: chromedriver by itself leaves its browser, and that its
/// files.
const WHILE_WANTED: &str = "export TMPDIR=$(mktemp -d)
    \"$0\" \"$@\" &
    exec >&-
    trap '' TERM
    read -r _
    kill 0
    wait
    for _ in 1 2 3 4 5; do rm -rf \"$TMPDIR\" && break; sleep 1; done";

/// Starts the driver on a port that it chooses. Two drivers that start at once may choose the same
/// one; the one that comes too late ends, and is started again.
fn start(program: &str, arguments: &[&str]) -> Option<(Child, u16)> {
    for _ in 0..5 {
        let mut child = Command::new("sh")
            .args(["-c", WHILE_WANTED, program, "--port=0"])
            .args(arguments)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(child.stdout.take()?).lines();
        if let Some(port) = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line)) {
            // It must be able to go on writing.
            thread::spawn(move || lines.for_each(drop));
            return Some((child, port));
        }
        drop(child.stdin.take());
        let _ = child.wait();
    }
    None
}

/// The port in the line that tells it. chromedriver: «… successfully on port 41789.»; geckodriver:
/// «Listening on 127.0.0.1:41789».
fn port(line: &str) -> Option<u16> {
    let told = line.contains("successfully on port") || line.contains("Listening on");
    let digits = line.trim_end_matches('.').rsplit(|c: char| !c.is_ascii_digit()).next();
    digits.filter(|_| told)?.parse().ok()
}
