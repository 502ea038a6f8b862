//! Links to a selection: made, followed, and followed on an article that was edited.

use crate::browser::{Browser, Screen};
use crate::server::Site;
use crate::{BRIDGE, SCREENS, article, open};

/// The text that is marked as the passage of a link.
const MARKED: &str = "return [...(CSS.highlights.get('shared') ?? [])].map(String).join('|')";

/// What is said at the foot of the page.
const SAID: &str = "return document.querySelector('.said [role=status]')?.textContent";

fn bridge(screen: Screen) -> (Site, Browser) {
    let (site, browser) = article(screen, "/a/bridge");
    browser.run(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }",
    );
    (site, browser)
}

/// Selects from these words of a block on to the end of those words of another.
fn select(browser: &Browser, (from, words): (usize, &str), (to, end): (usize, &str)) {
    let selected = browser.text(&format!(
        "const blocks = document.querySelectorAll('.body [data-block]');
        const place = (block, at) => {{
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {{
                if (at <= walker.currentNode.length) return [walker.currentNode, at];
                at -= walker.currentNode.length;
            }}
        }};
        const start = blocks[{from}].textContent.indexOf('{words}');
        const end = blocks[{to}].textContent.indexOf('{end}') + '{end}'.length;
        getSelection().setBaseAndExtent(...place(blocks[{from}], start), ...place(blocks[{to}], end));
        return String(getSelection());"
    ));
    assert!(selected.starts_with(words) && selected.ends_with(end), "{selected}");
}

/// The link that the bar over a selection copies.
fn shared(browser: &Browser) -> String {
    let shown = "return getComputedStyle(document.querySelector('.selected')).display !== 'none'";
    browser.wait("the bar is shown", shown);
    browser.click(".selected [data-key=share]");
    let link = browser.wait("a link is copied", "return window.copied");
    browser.wait(
        "it is said",
        "return document.querySelector('.said .outcome').textContent === 'Скопировано: ссылка на это место'",
    );
    link.as_str().expect("a link").to_owned()
}

/// Whether what is marked is on the screen.
const SEEN: &str = "
    const range = [...(CSS.highlights.get('shared') ?? [])][0];
    const rect = range?.getBoundingClientRect();
    return rect && rect.bottom > 0 && rect.top < innerHeight";

#[test]
fn a_link_opens_at_the_selection_and_survives_a_reload() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        let bar = "return getComputedStyle(document.querySelector('.selected')).display";
        assert_eq!(browser.text(bar), "none", "nothing is selected yet");
        select(&browser, (4, "инженера Анны Ким, работы"), (4, "с опережением"));
        let link = shared(&browser);
        browser.go("about:blank");
        browser.go(&link);
        let words = "инженера Анны Ким, работы  идут «с опережением";
        browser.wait("it is marked", &format!("{MARKED} === '{words}'"));
        browser.wait("it is seen", SEEN);
        browser.reload();
        browser.wait("it is marked", &format!("{MARKED} === '{words}'"));
        assert_eq!(browser.run(SAID), "");
    }
}

#[test]
fn a_selection_over_blocks_is_shared_by_key() {
    let (_site, browser) = bridge(Screen::Wide);
    select(&browser, (3, "мост стоил"), (5, "Она добавила"));
    browser.press("s");
    let link = browser.wait("a link is copied", "return window.copied");
    browser.go("about:blank");
    browser.go(link.as_str().expect("a link"));
    browser.wait(
        "from one block to the other is marked",
        &format!("const m = (() => {{ {MARKED} }})(); return m.startsWith('мост стоил') && m.endsWith('Она добавила')"),
    );
}

#[test]
fn on_an_edited_article_a_link_finds_its_words() {
    let (site, browser) = bridge(Screen::Wide);
    select(&browser, (4, "с опережением графика"), (4, "с опережением графика"));
    let link = shared(&browser);
    // A word before, in the same paragraph; annotations would no longer fit and are left out.
    let edited = without_marks(&BRIDGE.replace("По словам инженера", "Вчера, по словам инженера"));
    site.put("/articles/bridge.json", &edited);
    browser.go("about:blank");
    browser.go(&link);
    browser.wait("it is found", &format!("{MARKED} === 'с опережением графика'"));
    browser.wait("it is said", &format!("{SAID}?.startsWith('Статья с тех пор изменилась')"));
}

#[test]
fn a_passage_that_is_gone_is_said_to_be_so() {
    for screen in SCREENS {
        let (site, browser) = bridge(screen);
        select(&browser, (4, "с опережением графика"), (4, "с опережением графика"));
        let link = shared(&browser);
        let edited = without_marks(&BRIDGE.replace("с опережением графика", "по графику"));
        site.put("/articles/bridge.json", &edited);
        browser.go("about:blank");
        browser.go(&link);
        let said = "Ссылка вела к отрывку «с опережением графика», но в статье его больше нет.";
        browser.wait("it is said", &format!("{SAID} === '{said}'"));
        assert_eq!(browser.text(MARKED), "");
        browser.click(".said .close");
        browser.wait("word of it can be put away", &format!("return ({}) === ''", &SAID[7..]));
    }
}

#[test]
fn a_link_that_was_cut_short_is_said_to_be_so() {
    let (_site, browser) = open(Screen::Wide, "/a/bridge#t=4.3-9~%D0%B8");
    browser.wait("it is said", &format!("{SAID}?.startsWith('Ссылка на отрывок повреждена')"));
}

/// The article without its annotations.
fn without_marks(article: &str) -> String {
    let mut article: serde_json::Value = serde_json::from_str(article).expect("JSON");
    for list in ["people", "mentions", "quotes", "figures"] {
        article.as_object_mut().expect("an object").remove(list);
    }
    article.to_string()
}
