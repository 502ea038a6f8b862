//! A large article: a megabyte of text with 5,000 annotations, against the same text with none, by
//! what Chromium tells of its main thread. `make bench-page` prints the figures.
//!
//! chromedriver hands out no trace (its performance log holds none); so tasks are those of the Long
//! Tasks API, which tells of every one over 50 ms, and what is below is timed in the page.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::site;

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

/// What an action cost the main thread, in milliseconds: all until its styles and its layout are
/// done, and the longest task that the browser tells of, which are those over 50.
#[derive(Clone, Copy, Default)]
struct Work {
    all: f64,
    longest: f64,
}

/// Does what the script says, and has the browser tell what it cost.
fn work(browser: &Browser, script: &str) -> Work {
    let found = browser.run_async(&format!(
        "const next = () => new Promise(go => {{
            const channel = new MessageChannel();
            channel.port1.onmessage = go;
            channel.port2.postMessage(0);
        }});
        const painted = () => new Promise(go =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go, 60))));
        let longest = 0;
        const observer = new PerformanceObserver(list => {{
            for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
        }});
        let all = 0;
        painted()
            .then(() => {{ observer.observe({{ type: 'longtask' }}); all = performance.now() }})
            .then(() => {{ {script} }})
            .then(next)
            .then(() => {{ document.body.offsetHeight; all = performance.now() - all }})
            .then(painted)
            .then(() => done([all, longest]));"
    ));
    let number = |i: usize| found[i].as_f64().unwrap_or_default();
    Work { all: number(0), longest: number(1) }
}

/// The actions: each does nothing to the page without annotations but what the page itself costs.
const ACTIONS: [(&str, &str); 6] = [
    ("speech alone", "document.querySelector('.sheet-bar [data-key=voices]').click()"),
    ("all again", "document.querySelector('.sheet-bar [data-key=voices]').click()"),
    ("one voice", "document.querySelector('.card [data-spot]')?.click()"),
    ("all voices", "document.querySelector('.card [data-spot]')?.click()"),
    ("dark theme", "document.documentElement.dataset.theme = 'dark'"),
    ("scrolling", "scrollBy(0, 5000)"),
];

#[test]
#[ignore = "a benchmark: make bench-page"]
fn bench_page() {
    let site = site();
    let mut measured: HashMap<(bool, &str), Work> = HashMap::new();
    for annotated in [true, false] {
        let text = large(annotated);
        if annotated {
            println!("{} bytes of file", text.len());
        }
        site.put("/articles/large.json", &text);
        let browser = Browser::open(Screen::Wide);
        browser.go(&site.url("/"));
        browser.wait("the list is shown", "return document.querySelector('.catalogue')");
        // From the click on a link to the text on the screen.
        let open = "history.pushState(null, '', 'a/large');
            dispatchEvent(new PopStateEvent('popstate'));
            return new Promise(go => {
                const look = () => document.querySelector('.reading[data-placed]')
                    ? go() : requestAnimationFrame(look);
                look();
            });";
        measured.insert((annotated, "first render"), work(&browser, open));
        browser.run(
            "window.changed = 0;
            new MutationObserver(list => window.changed += list.length).observe(
                document.querySelector('.body'),
                { subtree: true, childList: true, characterData: true });",
        );
        for (name, script) in ACTIONS {
            // The least of three: what else the machine does is not the page's.
            let runs = (0..3).map(|i| {
                if i > 0 {
                    browser.run(match name {
                        "speech alone" | "all again" | "one voice" | "all voices" => script,
                        "dark theme" => "delete document.documentElement.dataset.theme",
                        _ => "scrollTo(0, 0)",
                    });
                }
                work(&browser, script)
            });
            let least = runs.min_by(|a, b| a.all.total_cmp(&b.all)).unwrap_or_default();
            measured.insert((annotated, name), least);
        }
        assert_eq!(browser.run("return window.changed"), 0, "nothing is rendered again");
    }
    println!("{:14} {:>12} {:>12} {:>6} {:>12}", "", "annotated", "plain", "ratio", "long task");
    for name in ["first render"].into_iter().chain(ACTIONS.map(|(name, _)| name)) {
        let (marked, plain) = (measured[&(true, name)], measured[&(false, name)]);
        println!(
            "{name:14} {:9.1} ms {:9.1} ms {:6.2} {:9.0} ms",
            marked.all,
            plain.all,
            marked.all / plain.all,
            marked.longest
        );
    }
    for (name, _) in &ACTIONS[..4] {
        let longest = measured[&(true, *name)].longest;
        assert!(longest <= 50.0, "{name}: a task of {longest:.0} ms");
    }
}
