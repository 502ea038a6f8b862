//! Highlights and notes: made, kept, found again; and a store that does not keep them.

use serde_json::{Value, json};

use crate::browser::{Browser, ESCAPE, Screen};
use crate::find::marked;
use crate::server::Site;
use crate::{BRIDGE, SCREENS, article, shown};

fn bridge(screen: Screen) -> (Site, Browser) {
    article(screen, "/a/bridge")
}

/// Selects these words of the text.
fn select(browser: &Browser, words: &str) {
    let found = browser.run(&format!(
        "const walker = document.createTreeWalker(document.querySelector('.body'), 4);
        while (walker.nextNode()) {{
            const at = walker.currentNode.data.indexOf('{words}');
            if (at < 0) continue;
            walker.currentNode.parentElement.scrollIntoView({{ block: 'center' }});
            getSelection().setBaseAndExtent(
                walker.currentNode, at, walker.currentNode, at + '{words}'.length);
            return true;
        }}"
    ));
    assert_eq!(found, true, "{words} stands in one piece of the text");
}

/// Selects the words and marks them in this colour.
fn mark(browser: &Browser, words: &str, colour: &str) {
    select(browser, words);
    browser.wait("the bar came", "return document.querySelector('.mark-bar')");
    browser.click(&format!(".mark-bar [data-colour='{colour}']"));
}

/// Waits until these words, and no others, are marked in this colour.
fn painted(browser: &Browser, colour: &str, words: &str) {
    browser.wait(
        &format!("{words} is marked {colour}"),
        &format!("return (() => {{ {} }})() === '{words}'", marked(&format!("note-{colour}"))),
    );
}

/// Selects the words, marks them and writes about them.
fn note(browser: &Browser, words: &str, text: &str) {
    select(browser, words);
    browser.wait("the bar came", "return document.querySelector('.mark-bar')");
    browser.click(".mark-bar .write");
    browser.wait(
        "the keyboard is in the note",
        "return document.activeElement.matches('.notebook textarea')",
    );
    browser.write(text);
}

/// Opens the list.
fn list(browser: &Browser) {
    browser.press("m");
    browser.wait("the list is open", "return document.querySelector('.notebook')");
}

/// The words and the text of each note in the list, those without a place at the end.
const LISTED: &str = "
    return [...document.querySelectorAll('.notebook [data-note]')].map(note =>
        note.querySelector('q').textContent + ': ' + note.querySelector('textarea').value)";

fn listed(browser: &Browser, notes: &[&str]) {
    browser.wait(
        &format!("listed is {notes:?}"),
        &format!("return JSON.stringify((() => {{ {LISTED} }})()) === '{}'", json!(notes)),
    );
}

/// Waits until the store keeps a note with this text.
fn kept(browser: &Browser, text: &str) {
    let kept = || {
        browser.run_async(
            "const open = indexedDB.open('verbatim.notes');
            open.onsuccess = () => {
                const database = open.result;
                if (!database.objectStoreNames.length) return done([]);
                const all = database.transaction('notes').objectStore('notes').getAll();
                all.onsuccess = () => {
                    database.close();
                    done(all.result.map(one => one.body?.value ?? ''));
                };
            };",
        )
    };
    let patience = std::time::Instant::now();
    while !kept().as_array().is_some_and(|texts| texts.contains(&json!(text))) {
        assert!(patience.elapsed().as_secs() < 10, "the store never kept {text}: {}", kept());
    }
}

/// Loads the page again once all that was written is kept.
fn reload(browser: &Browser) {
    browser.wait(
        "all is kept",
        "return dispatchEvent(new Event('beforeunload', { cancelable: true }))",
    );
    browser.reload();
    shown(browser);
}

/// Waits until these descriptions, and no others, are those of the blocks.
fn described(browser: &Browser, descriptions: &[&str]) {
    browser.wait(
        &format!("described is {descriptions:?}"),
        &format!(
            "const said = [...document.querySelectorAll('.body [aria-description]')]
                .map(block => block.ariaDescription ?? block.getAttribute('aria-description'));
            return JSON.stringify(said) === '{}'",
            json!(descriptions)
        ),
    );
}

/// Catches what is saved as a file.
const CATCH: &str = "
    window.saved = null;
    URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return '#'; };
    HTMLAnchorElement.prototype.click = () => {};";

/// What the list saves under this name.
fn saved(browser: &Browser, name: &str) -> String {
    browser.run(CATCH);
    browser.click(&format!(".notebook [data-save='{name}']"));
    let text = browser.wait("it is saved", "return window.saved");
    text.as_str().expect("text").to_owned()
}

/// Gives the list a file.
fn give(browser: &Browser, text: &str) {
    browser.run(&format!(
        "const field = document.querySelector('.notebook input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([{}], 'notes.jsonld'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    ));
}

#[test]
fn words_are_marked_by_button_and_key_and_stay_so() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        mark(&browser, "опережением", "green");
        painted(&browser, "green", "опережением");
        select(&browser, "бетон привозят");
        browser.wait("the bar came", "return document.querySelector('.mark-bar')");
        browser.press("h");
        painted(&browser, "green", "опережением|бетон привозят");
        mark(&browser, "бетон привозят", "pink");
        painted(&browser, "pink", "бетон привозят");
        mark(&browser, "привозят", "violet");
        painted(&browser, "violet", "привозят");
        reload(&browser);
        painted(&browser, "green", "опережением");
        painted(&browser, "pink", "бетон привозят");
        painted(&browser, "violet", "привозят");
    }
}

#[test]
fn a_note_is_written_found_in_the_list_removed_and_put_back() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        note(&browser, "двадцать", "Проверить по архиву");
        kept(&browser, "Проверить по архиву");
        mark(&browser, "опережением", "blue");
        listed(&browser, &["опережением: ", "двадцать: Проверить по архиву"]);
        browser.run("scrollTo(0, 0)");
        browser.click("[data-colour=blue] button.words");
        browser.wait(
            "the words are come to",
            "const block = document.activeElement.closest('.body [data-block]');
            return block?.textContent.includes('опережением')",
        );
        browser.click("[data-colour=yellow] button.words");
        browser.wait(
            "the words are come to",
            "const block = document.activeElement.closest('.body [data-block]');
            const { top, bottom } = block.getBoundingClientRect();
            return block.textContent.includes('двадцать') && top >= 0 && bottom <= innerHeight;",
        );
        browser.click("[data-colour=yellow] .does button");
        listed(&browser, &["опережением: "]);
        painted(&browser, "yellow", "");
        browser
            .wait("undo has the keyboard", "return document.activeElement.matches('.told button')");
        browser.click(".told button");
        listed(&browser, &["опережением: ", "двадцать: Проверить по архиву"]);
        reload(&browser);
        painted(&browser, "yellow", "двадцать");
        list(&browser);
        listed(&browser, &["опережением: ", "двадцать: Проверить по архиву"]);
    }
}

#[test]
fn a_click_on_marked_words_opens_their_note() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        mark(&browser, "с опережением графика", "yellow");
        painted(&browser, "yellow", "с опережением графика");
        browser.click(".body .quote[data-quote='q2']");
        browser.wait(
            "the keyboard is in the note",
            "return document.activeElement.matches('.notebook textarea')",
        );
        assert_eq!(browser.text("return location.hash"), "", "the quote was not meant");
    }
}

#[test]
fn notes_survive_an_edit_or_are_listed_as_orphans() {
    for screen in SCREENS {
        let (site, browser) = bridge(screen);
        note(&browser, "бетон", "Откуда?");
        note(&browser, "Дорогу", "Зимой?");
        kept(&browser, "Зимой?");
        let mut article: Value = serde_json::from_str(BRIDGE).expect("JSON");
        for list in ["people", "mentions", "quotes", "figures"] {
            article[list] = json!([]);
        }
        let blocks = article["blocks"].as_array_mut().expect("blocks");
        blocks[11]["text"] = json!("В протоколе нет ничего.");
        // The same word in another sentence must not be taken for it.
        blocks.insert(1, json!({ "kind": "paragraph", "text": "Срочно: бетон подорожал." }));
        site.put("/articles/bridge.json", &article.to_string());
        browser.reload();
        shown(&browser);
        painted(&browser, "yellow", "бетон");
        let place = "return [...CSS.highlights.get('note-yellow')][0].startContainer.parentElement
            .closest('[data-block]').textContent";
        assert_eq!(browser.text(place), "Она добавила, что бетон привозят из Костаная.");
        list(&browser);
        listed(&browser, &["бетон: Откуда?", "Дорогу: Зимой?"]);
        let orphans = "return [...document.querySelectorAll('.notebook ul.notes q')]
            .map(words => words.textContent).join()";
        assert_eq!(browser.text(orphans), "Дорогу");
    }
}

#[test]
fn notes_go_out_and_come_back() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        note(&browser, "опережением", "Чей график?");
        kept(&browser, "Чей график?");
        let json = saved(&browser, "JSON-LD");
        assert!(json.contains("http://www.w3.org/ns/anno.jsonld"), "{json}");
        let markdown = saved(&browser, "Markdown");
        assert!(markdown.contains("## Мост через Ишим откроют в декабре"), "{markdown}");
        assert!(markdown.contains("> опережением") && markdown.contains("Чей график?"));
        assert!(saved(&browser, "CSV").contains("bridge,опережением,Чей график?,yellow,"));
        browser.click(".notebook .does button");
        listed(&browser, &[]);
        give(&browser, "это не JSON");
        let said = "return document.querySelector('.files [role=status]').textContent";
        browser.wait("it is said", said);
        assert!(browser.text(said).starts_with("Заметок в этом файле нет"));
        let foreign = json!([
            { "type": "Annotation", "bodyValue": "Чужая", "target": {
                "source": "https://news.example/a/bridge",
                "selector": { "type": "TextQuoteSelector", "exact": "двадцать лет" },
            } },
            { "type": "Annotation" },
        ]);
        give(&browser, &foreign.to_string());
        listed(&browser, &["двадцать лет: Чужая"]);
        browser.wait("it is said", &format!("{said}.includes('1 запись заметкой не стала')"));
        give(&browser, &json);
        listed(&browser, &["опережением: Чей график?", "двадцать лет: Чужая"]);
        give(&browser, &json);
        reload(&browser);
        painted(&browser, "yellow", "опережением|двадцать лет");
    }
}

/// Marks words on a page whose store fails by this script, and sees that nothing is lost silently.
fn fails(screen: Screen, script: &str, said: &str, mends: Option<&str>) {
    let (site, browser) = bridge(screen);
    site.begin_with(script);
    browser.reload();
    shown(&browser);
    select(&browser, "опережением");
    browser.press("h");
    painted(&browser, "yellow", "опережением");
    let told = browser.wait("it is told", "return document.querySelector('.untold')?.textContent");
    assert!(told.as_str().is_some_and(|told| told.contains("1 заметка не сохранена")), "{told}");
    browser.click(".untold button");
    let trouble = "return document.querySelector('.notebook .trouble')?.textContent";
    let trouble = browser.wait("the trouble is told", trouble);
    assert!(trouble.as_str().is_some_and(|told| told.contains(said)), "{trouble}");
    listed(&browser, &["опережением: "]);
    browser.run(CATCH);
    browser.click(".trouble button");
    let file = browser.wait("the file is saved", "return window.saved");
    assert!(file.as_str().is_some_and(|file| file.contains("опережением")), "{file}");
    let asks = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    assert_eq!(browser.run(asks), true, "the browser asks whether to leave");
    if let Some(mends) = mends {
        browser.run(mends);
        browser.run("document.querySelector('.trouble button:last-of-type')?.click()");
        browser.wait("all is well", "return !document.querySelector('.trouble')");
        kept(&browser, "");
        assert_eq!(browser.run(asks), false, "nothing is lost by leaving");
    }
}

#[test]
fn a_full_store_is_told_and_loses_nothing() {
    for screen in SCREENS {
        // As browsers say it on the call, and as Chromium does: by ending the transaction.
        fails(
            screen,
            "window.put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };",
            "место кончилось",
            Some("IDBObjectStore.prototype.put = window.put"),
        );
        fails(
            screen,
            "window.put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function (...all) {
                const request = window.put.apply(this, all);
                this.transaction.abort();
                return request;
            };",
            "не даёт хранить",
            Some("IDBObjectStore.prototype.put = window.put"),
        );
    }
}

#[test]
fn a_refused_store_is_told_and_loses_nothing() {
    for screen in SCREENS {
        fails(
            screen,
            "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
            "не даёт хранить",
            None,
        );
    }
    fails(
        Screen::Wide,
        "Object.defineProperty(window, 'indexedDB', { get: () => undefined });",
        "не даёт хранить",
        None,
    );
}

#[test]
fn an_upgrade_held_up_by_another_tab_is_told_and_done_when_that_closes() {
    for screen in SCREENS {
        fails(
            screen,
            "const open = IDBFactory.prototype.open;
            const older = open.call(indexedDB, 'verbatim.notes', 1);
            older.onupgradeneeded = () => older.result
                .createObjectStore('notes', { keyPath: 'id' })
                .createIndex('article', 'target.source');
            older.onsuccess = () => { window.older = older.result; };
            IDBFactory.prototype.open = function (name, version) {
                return open.call(this, name, version && version + 1);
            };",
            "другой вкладке",
            // The work goes on by itself.
            Some("window.older.close()"),
        );
    }
}

#[test]
fn tabs_show_each_other_s_notes_and_overwrite_none() {
    for screen in SCREENS {
        let (site, browser) = bridge(screen);
        let first = browser.tab();
        mark(&browser, "опережением", "yellow");
        painted(&browser, "yellow", "опережением");
        list(&browser);
        // As a tab that was open beside the other and has not heard of it.
        browser.run(
            "document.addEventListener(
                'visibilitychange', event => event.stopImmediatePropagation(), true)",
        );
        let second = browser.open_tab();
        browser.go(&site.url("/a/bridge"));
        shown(&browser);
        painted(&browser, "yellow", "опережением");
        list(&browser);
        // From here on the first tab does not hear of the second.
        browser.run("BroadcastChannel.prototype.postMessage = () => {}");
        browser.run("document.querySelector('.notebook textarea').focus()");
        browser.write("вторая");
        kept(&browser, "вторая");
        browser.switch_to(&first);
        browser.run("document.querySelector('.notebook textarea').focus()");
        browser.write("первая");
        kept(&browser, "первая");
        let texts = browser.wait(
            "both are there",
            &format!("const all = (() => {{ {LISTED} }})(); return all.length === 2 && all"),
        );
        let texts = texts.to_string();
        assert!(texts.contains("первая") && texts.contains("вторая"), "{texts}");
        browser.switch_to(&second);
        browser.wait(
            "the second tab has heard of it",
            &format!("return (() => {{ {LISTED} }})().length === 2"),
        );
    }
}

#[test]
fn a_screen_reader_hears_of_a_note_with_its_paragraph() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen);
        mark(&browser, "работы", "green");
        described(&browser, &["Выделено: «работы»."]);
        note(&browser, "Пресс-служба", "Спросить завтра");
        let both = ["Выделено: «работы».", "Заметка к словам «Пресс-служба»: Спросить завтра"];
        described(&browser, &both);
        browser.press(ESCAPE);
        reload(&browser);
        described(&browser, &both);
        browser.run(
            "document.documentElement.dataset.language = 'en';
            document.dispatchEvent(new Event('settings'));",
        );
        described(&browser, &["Highlighted: “работы”.", "Note on “Пресс-служба”: Спросить завтра"]);
        list(&browser);
        browser.click("[data-colour=green] .does button");
        described(&browser, &["Note on “Пресс-служба”: Спросить завтра"]);
    }
}
