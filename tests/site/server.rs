//! A static host: files of the built site, and `404.html` for what it does not have.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use tiny_http::{Header, Request, Response, Server, StatusCode};

/// A site that is served on a port of its own until it is dropped.
pub(crate) struct Site {
    server: Arc<Server>,
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
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let state = Arc::new(Mutex::new(State::default()));
        let site = Self { server: Arc::clone(&server), state: Arc::clone(&state) };
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &dist, &state);
            }
        });
        site
    }

    /// The address of this path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.server_addr())
    }

    /// From now on the host has this text at this path.
    pub(crate) fn put(&self, path: &str, text: &str) {
        self.answer(path, Answer::Text(200, text.to_owned()));
    }

    /// From now on the host answers so at this path.
    pub(crate) fn answer(&self, path: &str, answer: Answer) {
        self.state.lock().expect("no test panics with it").answers.insert(path.to_owned(), answer);
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.state.lock().expect("no test panics with it").asked.clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request, dist: &Path, state: &Mutex<State>) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let set = {
        let mut state = state.lock().expect("no test panics with it");
        state.asked.push(path.clone());
        state.answers.get(&path).cloned()
    };
    let (status, bytes, kind) = match set {
        Some(Answer::Silence) => {
            drop(request.into_writer());
            return;
        }
        Some(Answer::Text(status, text)) => (status, text.into_bytes(), kind(&path)),
        Some(Answer::Page) => {
            (200, fs::read(dist.join("index.html")).unwrap_or_default(), kind("index.html"))
        }
        None => {
            let name = if path.ends_with('/') { format!("{path}index.html") } else { path };
            let sound = !name.split('/').any(|part| part == "..");
            match fs::read(dist.join(&name[1..])).ok().filter(|_| sound) {
                Some(bytes) => (200, bytes, kind(&name)),
                None => {
                    (404, fs::read(dist.join("404.html")).unwrap_or_default(), kind("404.html"))
                }
            }
        }
    };
    let header = Header::from_bytes("content-type", kind).expect("a sound header");
    let response = Response::from_data(bytes).with_status_code(StatusCode(status));
    // A browser that has gone away needs no answer.
    let _ = request.respond(response.with_header(header));
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
