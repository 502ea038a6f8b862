//! What is copied from an article is the source's text.

use serde_json::Value;

use crate::bridge;
use crate::browser::Browser;

/// Catches what is put on the clipboard.
const CATCH: &str = "
    window.copied = null;
    document.addEventListener('copy', event => {
        window.copied = event.defaultPrevented
            ? event.clipboardData.getData('text/plain')
            : String(getSelection());
    });";

/// The texts of the article's blocks, as its file has them.
fn blocks() -> Vec<String> {
    let article: Value = serde_json::from_str(crate::BRIDGE).expect("JSON");
    let blocks = article["blocks"].as_array().expect("blocks");
    blocks.iter().map(|block| block["text"].as_str().expect("text").to_owned()).collect()
}

fn copy(browser: &Browser) -> String {
    browser.press_control("c");
    browser.wait("something is copied", "return window.copied").as_str().expect("text").to_owned()
}

#[test]
fn the_text_on_the_page_is_the_source_s() {
    let (_site, browser) = bridge();
    let shown = browser
        .run("return [...document.querySelectorAll('.body [data-block]')].map(b => b.textContent)");
    assert_eq!(shown, Value::from(blocks()));
}

#[test]
fn the_whole_article_is_copied_block_by_block() {
    let (_site, browser) = bridge();
    browser.run(CATCH);
    browser.run("getSelection().selectAllChildren(document.querySelector('.body'))");
    let text = blocks().join("\n\n").replace("м\n\nПолос", "м\nПолос");
    assert_eq!(copy(&browser), text);
}

/// What the browser itself would copy differs in white space at most: in spaces that it takes for
/// one, and in how it parts blocks.
#[test]
fn the_browser_s_own_selection_has_the_same_words() {
    let (_site, browser) = bridge();
    browser.run("getSelection().selectAllChildren(document.querySelector('.body'))");
    let selected = browser.text("return String(getSelection())");
    // Firefox sets the items of a list in, and takes a no-break space for a space.
    let lines: Vec<&str> =
        selected.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    let of_one_width = |text: &str| text.replace('\u{a0}', " ");
    let lines: Vec<String> = lines.into_iter().map(of_one_width).collect();
    let blocks: Vec<String> = blocks().iter().map(|text| of_one_width(text)).collect();
    assert_eq!(lines, blocks);
}

#[test]
fn a_passage_over_marks_and_blocks_is_copied_character_for_character() {
    let (_site, browser) = bridge();
    browser.run(CATCH);
    // From within the second part of q1 to within the words of q2.
    browser.run(
        "const parts = document.querySelectorAll('.body [data-quote=q1].quote');
        const last = parts[parts.length - 1].firstChild;
        const next = document.querySelector('.body [data-quote=q2].quote').firstChild;
        getSelection().setBaseAndExtent(last, 1, next, 2);",
    );
    let expected = "🙂.\n\nПо словам инженера Анны Ким, работы  идут «с ";
    assert_eq!(copy(&browser), expected);
}

#[test]
fn a_no_break_space_stays_one() {
    let (_site, browser) = bridge();
    browser.run(CATCH);
    browser.run("getSelection().selectAllChildren(document.querySelector('.body li'))");
    assert_eq!(copy(&browser), "Длина — 1\u{a0}200\u{a0}м");
}

#[test]
fn the_end_of_a_selection_is_no_click() {
    let (_site, browser) = bridge();
    browser.run(
        "const words = document.querySelector('.body .quote[data-quote=q3]');
        getSelection().selectAllChildren(words);
        words.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));",
    );
    assert_eq!(browser.text("return location.hash"), "");
}
