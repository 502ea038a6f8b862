//! A large article: a megabyte of text with 5,000 annotations, against the same text with none, by
//! Chromium's own trace. `make bench-page` prints the figures.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::site;
use crate::trace::Work;

/// Paragraphs of one quote, one mention and two figures each, with cue and source: with the
/// figures of the last ones left out, 5,000 annotations in about a megabyte.
const PARAGRAPHS: usize = 1250;

/// The article, with its annotations or without.
pub(crate) fn large(annotated: bool) -> String {
    let filler = "В районе обсуждали дороги, школы, больницу и водопровод, и споры о них шли не \
                  первый год: одни ждали решения областного совета, другие собирали подписи. ";
    let mut blocks = vec![json!({ "kind": "headline", "text": "Большая статья" })];
    let (mut mentions, mut quotes, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..PARAGRAPHS {
        let block = blocks.len();
        let mut text = String::new();
        let mut put = |words: &str| {
            let start = text.chars().count();
            text.push_str(words);
            json!({ "block": block, "start": start, "end": text.chars().count() })
        };
        put("«");
        let said = put("Мы сделаем всё, что обещали, и отчитаемся перед жителями к осени");
        put("», – ");
        let cue = put("сказал");
        put(" ");
        let source = put(&format!("Иван Петров-{}", i % 40));
        put(". ");
        put(filler);
        put("На это ушло ");
        let first = put("120 млн тенге");
        put(" и ");
        let second = put("14 месяцев");
        put(" работы. ");
        put(filler);
        blocks.push(json!({ "kind": "paragraph", "text": text.trim_end() }));
        let sure = [0.55, 0.7, 0.8, 0.95][i % 4];
        let person = format!("p{}", i % 40 + 1);
        let quote = format!("q{}", i + 1);
        mentions.push(json!({ "person": person, "kind": "name", "at": source }));
        quotes.push(json!({
            "id": quote, "kind": "direct", "parts": [said], "speaker": { "person": person },
            "cue": cue, "source": source, "confidence": sure,
            "because": ["quotation-marks", "verb-after", "name"],
        }));
        figures.push(json!({
            "id": format!("f{}", 2 * i + 1), "kind": "money", "at": first,
            "value": 120_000_000, "unit": "KZT",
        }));
        figures.push(json!({
            "id": format!("f{}", 2 * i + 2), "kind": "duration", "at": second,
            "value": 14, "unit": "mo",
        }));
    }
    let mut article = json!({ "format": 1, "id": "large", "inLanguage": "ru", "blocks": blocks });
    if annotated {
        let person =
            |i: usize| json!({ "id": format!("p{}", i + 1), "name": format!("Иван Петров-{i}") });
        article["people"] = (0..40).map(person).collect();
        article["mentions"] = Value::Array(mentions);
        article["quotes"] = Value::Array(quotes);
        article["figures"] = Value::Array(figures);
    }
    article.to_string()
}

/// What the browser did from the begin of this script until all is on the screen and the page has
/// nothing left to do.
fn work(browser: &Browser, script: &str) -> Work {
    let script = format!(
        "const frame = () => new Promise(go => requestAnimationFrame(go));
        const idle = () => new Promise(go => requestIdleCallback(go));
        const next = () => new Promise(go => {{
            const channel = new MessageChannel();
            channel.port1.onmessage = go;
            channel.port2.postMessage(0);
        }});
        const settled = async () => {{
            for (let i = 0; i < 3; i += 1) {{
                await frame();
                await idle();
            }}
        }};
        const seen = async selector => {{ while (!document.querySelector(selector)) await frame() }};
        const click = selector => document.querySelector(selector)?.click();
        const set = (name, value) => {{
            const field = document.querySelector(`#settings [name=${{name}}]`);
            field.value = value;
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
        }};
        const act = async () => {{ {script} }};
        settled()
            .then(() => performance.mark('begin'))
            .then(next)
            .then(act)
            .then(settled)
            .then(() => performance.mark('end'))
            .then(() => done(true), error => done(String(error)));"
    );
    let events = browser.trace(|browser| assert_eq!(browser.run_async(&script), true, "{script}"));
    Work::between(&events, "begin", "end")
}

/// Something that a reader does.
struct Action {
    name: &'static str,
    script: &'static str,
    /// What it is compared with on the page without annotations: the same, or where that page has
    /// nothing to do it to, another change of the look of the whole text.
    beside: &'static str,
    /// How many times as much it may take.
    bound: f64,
}

const fn action(name: &'static str, bound: f64, script: &'static str) -> Action {
    Action { name, script, beside: name, bound }
}

/// What is done once: from the click on a link to the text on the screen; the panel of settings
/// asked for, which brings the desk.
const FIRST: [Action; 2] = [
    action(
        "first render",
        8.0,
        "history.pushState(null, '', 'a/large');
        dispatchEvent(new PopStateEvent('popstate'));
        await seen('.reading[data-placed]');",
    ),
    action(
        "settings, first",
        4.0,
        "click('.masthead [data-key=settings]');
        await seen('#settings:popover-open select');",
    ),
];

/// What is done again and again, each undone by the next or by a later one. On the page without
/// annotations a change of look costs so little (20 ms) that a small difference is a large ratio.
const AGAIN: [Action; 12] = [
    action("settings closed", 2.0, "document.querySelector('#settings').hidePopover()"),
    action(
        "scrolling",
        2.0,
        "for (let at = 0; at < 90; at += 1) { scrollTo(0, at * 300); await frame() }",
    ),
    action("back to the top", 2.0, "scrollTo(0, 0)"),
    action("speech alone", 2.0, "click('.sheet-bar [data-key=voices]')"),
    action("all again", 2.0, "click('.sheet-bar [data-key=voices]')"),
    Action {
        name: "one speaker",
        script: "click('.card [data-spot]')",
        beside: "speech alone",
        bound: 4.5,
    },
    Action {
        name: "all speakers",
        script: "click('.card [data-spot]')",
        beside: "speech alone",
        bound: 4.5,
    },
    action("confidence 75", 6.0, "set('confidence', 75)"),
    action("confidence 0", 6.0, "set('confidence', 0)"),
    action("dark theme", 4.5, "set('theme', 'dark')"),
    action("light theme", 4.5, "set('theme', 'light')"),
    action(
        "settings opened",
        2.0,
        "click('.masthead [data-key=settings]'); await seen('#settings:popover-open select')",
    ),
];

/// Whether all of the text and, where there are any, all figures and cards are there.
fn whole() -> String {
    format!(
        "const count = selector => document.querySelectorAll(selector).length;
        return count('.body [data-block]') === {PARAGRAPHS} + 1
            && (!count('.card') || count('.figures tbody tr') === count('.body a.figure')
                && count('.quotes li') === {PARAGRAPHS});"
    )
}

/// What each action takes on the page of this article, by its name.
fn measure(article: &str) -> HashMap<&'static str, Work> {
    let site = site();
    site.put("/articles/large.json", article);
    let browser = Browser::open(Screen::Wide);
    browser.go(&site.url("/"));
    browser.wait("the list is shown", "return document.querySelector('.catalogue')");
    let mut measured: HashMap<&str, Work> = HashMap::new();
    for Action { name, script, .. } in &FIRST {
        measured.insert(name, work(&browser, script));
        // What comes a slice at a time is no part of the next action.
        browser.wait("all of it has come", &whole());
    }
    browser.run(
        "window.changed = 0;
        new MutationObserver(list => window.changed += list.length).observe(
            document.querySelector('.body'),
            { subtree: true, childList: true, characterData: true });",
    );
    // The least of three: the first time more is to be compiled.
    for _ in 0..3 {
        for Action { name, script, .. } in &AGAIN {
            let found = work(&browser, script);
            let least = measured.entry(name).or_insert(found);
            if found.all < least.all {
                *least = found;
            }
        }
    }
    assert_eq!(browser.run("return window.changed"), 0, "nothing is rendered again");
    measured
}

#[test]
#[ignore = "a benchmark: make bench-page"]
fn bench_page() {
    let (marked, plain) = (large(true), large(false));
    println!("{} bytes, {} without annotations", marked.len(), plain.len());
    println!("milliseconds of the main thread, those of the page without annotations on the right");
    println!(
        "{:16} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>7} {:>9} {:>8} {:>7}",
        "",
        "all",
        "longest",
        "script",
        "style",
        "layout",
        "paint",
        "frames",
        "all",
        "longest",
        "ratio"
    );
    let (marked, plain) = (measure(&marked), measure(&plain));
    let mut slow = Vec::new();
    for Action { name, beside, bound, .. } in FIRST.iter().chain(&AGAIN) {
        let (marked, plain) = (marked[name], plain[beside]);
        let ratio = marked.all / plain.all;
        println!(
            "{name:16} {:8.1} {:8.1} {:8.1} {:8.1} {:8.1} {:8.1} {:7} {:9.1} {:8.1} {ratio:7.2}",
            marked.all,
            marked.longest,
            marked.script,
            marked.style,
            marked.layout,
            marked.paint,
            marked.frames,
            plain.all,
            plain.longest,
        );
        if ratio > *bound {
            slow.push(format!("{name}: {ratio:.2} times as much, {bound} at most"));
        }
    }
    assert_eq!(slow, Vec::<String>::new());
    // What a frame of scrolling takes, of the 50 ms at which a reader feels it.
    let longest = marked["scrolling"].longest;
    assert!(longest <= 50.0, "scrolling has a task of {longest:.0} ms");
}
