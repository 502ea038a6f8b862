//! The worker that annotates a reader's own text, as it was built. `make bench-page` prints its speed.

use serde_json::{Value, json};

use crate::bridge;
use crate::browser::Browser;

/// The article that the budget of the design is meant for, with its annotations as the native
/// command made them.
const SEED: &str = include_str!("../../static/articles/nur-otan-kostanay.json");

/// What this script, which has `ask(name, text)`, hands to `done`; a failure comes as its message.
fn with_worker(browser: &Browser, script: &str) -> Value {
    browser.run_async(&format!(
        "const policy = globalThis.trustedTypes
            ? trustedTypes.createPolicy('worker', {{ createScriptURL: url => url }})
            : {{ createScriptURL: url => url }};
        const url = policy.createScriptURL('/annotator_loader.js');
        const worker = new Worker(url, {{ type: 'module' }});
        const answer = () => new Promise((go, fail) => {{
            worker.onmessage = event => go(JSON.parse(event.data));
            worker.onerror = event => fail(event.message ?? 'the worker has not started');
        }});
        const send = text => {{
            worker.postMessage(text);
            return answer();
        }};
        const ask = (name, text) => send(JSON.stringify({{ id: 7, name, text }}));
        const act = async () => {{ {script} }};
        answer()
            .then(ready => ready === 'ready' ? act() : `it said ${{ready}}`)
            .then(done, error => done(String(error)));"
    ))
}

#[test]
fn it_annotates_as_the_native_command_does() {
    let (_site, browser) = bridge();
    let answer = with_worker(&browser, &format!("return ask('seed.json', {})", json!(SEED)));
    let annotated: Value = serde_json::from_str(SEED).expect("a bundled article is JSON");
    assert_eq!(answer, json!({ "id": 7, "article": annotated }));
}

#[test]
fn it_tells_what_it_has_left_out() {
    let (_site, browser) = bridge();
    let text = "Мост открыт\n\n«Строили три года», — сказал Пётр Лукин.\n\nЧитайте также:\n\nДорога закрыта";
    let answer = with_worker(&browser, &format!("return ask('most.txt', {})", json!(text)));
    assert_eq!(answer["article"]["id"], "most");
    assert_eq!(answer["article"]["quotes"][0]["speaker"], json!({ "person": "p1" }));
    let left_out = ["line 5: left out: \"Читайте также:\"", "line 7: left out: \"Дорога закрыта\""];
    assert_eq!(answer["leftOut"], json!(left_out));
}

#[test]
fn what_it_cannot_read_is_told_and_it_goes_on() {
    let (_site, browser) = bridge();
    let answers = with_worker(
        &browser,
        "return [await send('no request'), await ask('broken.json', '{'), await ask('a.txt', ' '),
            await ask('a.txt', 'Мост открыт')]",
    );
    for (at, id) in [(0, 0), (1, 7), (2, 7)] {
        assert_eq!(answers[at]["id"], id, "{answers}");
        assert!(answers[at]["error"].as_str().is_some_and(|error| error.len() > 10), "{answers}");
    }
    assert_eq!(answers[3]["article"]["blocks"][0]["text"], "Мост открыт");
}

#[test]
#[ignore = "a benchmark: make bench-page"]
fn bench_page_worker() {
    let (_site, browser) = bridge();
    let times = with_worker(
        &browser,
        &format!(
            "const times = [];
            for (let i = 0; i < 61; i += 1) {{
                const begun = performance.now();
                await ask('seed.json', {});
                times.push(performance.now() - begun);
            }}
            return times",
            json!(SEED)
        ),
    );
    let mut times: Vec<f64> =
        times.as_array().expect("times").iter().filter_map(Value::as_f64).collect();
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!("the worker, the seed article: first {first:.1} ms, then {median:.1} ms (median)");
    assert!(median <= 10.0, "{median:.1} ms, 10 at most");
}
