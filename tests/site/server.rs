//! A static host: files of the built site, and `404.html` for what it does not have.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// A site that is served on a port of its own while the tests run.
pub(crate) struct Site {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    answers: HashMap<String, Answer>,
    asked: Vec<String>,
}

/// What the host says to a request in place of its file.
#[derive(Clone)]
pub(crate) enum Answer {
    /// This status and text.
    Text(u16, String),
    /// The page, as hosts answer that have it for every address.
    Page,
    /// Nothing: the connection is closed.
    Silence,
}

impl Site {
    /// Serves the built site.
    pub(crate) fn serve() -> Self {
        let dist = PathBuf::from(std::env::var_os("DIST").unwrap_or_else(|| "dist".into()));
        assert!(
            dist.join("index.html").is_file(),
            "{} holds no built site; run `make build` or set DIST",
            dist.display()
        );
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(Mutex::new(State::default()));
        let site = Self { address, state: Arc::clone(&state) };
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let (dist, state) = (dist.clone(), Arc::clone(&state));
                // A browser that has gone away needs no answer.
                thread::spawn(move || answer(&connection, &dist, &state).unwrap_or_default());
            }
        });
        site
    }

    /// The address of this path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// From now on the host has this text at this path.
    pub(crate) fn put(&self, path: &str, text: &str) {
        self.answer(path, Answer::Text(200, text.to_owned()));
    }

    /// From now on the host answers so at this path.
    pub(crate) fn answer(&self, path: &str, answer: Answer) {
        self.state.lock().expect("no test panics with it").answers.insert(path.to_owned(), answer);
    }

    /// From now on the pages of the host run this script before any of theirs.
    pub(crate) fn begin_with(&self, script: &str) {
        let first = include_str!("../../static/early.js");
        self.put("/early.js", &format!("{script}\n{first}"));
    }

    /// From now on the host answers this path with its own file again.
    pub(crate) fn restore(&self, path: &str) {
        self.state.lock().expect("no test panics with it").answers.remove(path);
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.state.lock().expect("no test panics with it").asked.clone()
    }
}

/// Answers the one request of a connection.
fn answer(mut connection: &TcpStream, dist: &Path, state: &Mutex<State>) -> std::io::Result<()> {
    let mut head = BufReader::new(connection).lines();
    let Some(request) = head.next() else { return Ok(()) };
    let request = request?;
    for line in head {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or("/");
    let path = target.split(['?', '#']).next().unwrap_or("/");
    let set = {
        let mut state = state.lock().expect("no test panics with it");
        state.asked.push(path.to_owned());
        state.answers.get(path).cloned()
    };
    let (status, bytes, kind) = match set {
        Some(Answer::Silence) => return Ok(()),
        Some(Answer::Text(status, text)) => (status, text.into_bytes(), kind(path)),
        Some(Answer::Page) => (200, fs::read(dist.join("index.html"))?, kind("index.html")),
        None => {
            let name =
                if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            let sound = !name.split('/').any(|part| part == "..");
            match fs::read(dist.join(&name[1..])).ok().filter(|_| sound) {
                Some(bytes) => (200, bytes, kind(&name)),
                None => (404, fs::read(dist.join("404.html"))?, kind("404.html")),
            }
        }
    };
    let length = bytes.len();
    write!(
        connection,
        "HTTP/1.1 {status} -\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n"
    )?;
    connection.write_all(&bytes)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
