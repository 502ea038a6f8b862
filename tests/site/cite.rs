//! Quotes copied with their source, and links to a selection.

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::panel::opened;
use crate::server::Site;
use crate::{SCREENS, article, open};

/// A clipboard that tells what it was given.
const CLIPBOARD: &str = "
    window.copied = null;
    navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() };";

/// A clipboard that takes nothing.
const REFUSAL: &str = "
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))";

/// The bridge article at this address, with a clipboard that tells.
fn bridge(screen: Screen, address: &str) -> (Site, Browser) {
    let (site, browser) = article(screen, address);
    browser.run(CLIPBOARD);
    (site, browser)
}

/// What the button of this name puts on the clipboard; what is said of it is checked.
fn copied(browser: &Browser, form: &str) -> String {
    browser.run("window.copied = null");
    browser.run(&format!(
        "[...document.querySelectorAll('#cite .form')].find(b => b.textContent === '{form}').click()"
    ));
    let text = browser.wait("it is copied", "return window.copied");
    browser.wait(
        "it is said",
        &format!(
            "return document.querySelector('#cite .outcome').textContent === 'Скопировано: {form}'"
        ),
    );
    assert_eq!(browser.text("return document.querySelector('#cite .outcome').role"), "status");
    text.as_str().expect("text").to_owned()
}

#[test]
fn a_quote_is_copied_in_each_form_with_its_source() {
    for screen in SCREENS {
        let (site, browser) = bridge(screen, "/a/bridge#q1");
        browser.click(".evidence [data-key=cite]");
        opened(&browser, "cite");
        let link = site.url("/a/bridge#q1");
        let words = "«Мы откроем мост 15 декабря […] Болат Есенов слов на ветер не бросает, \
                     мост стоил 3,5 млрд тенге 🙂.»";
        let source = "Болат Есенов, аким города. Мост через Ишим откроют в декабре. \
                      Левый берег, 20 ноября 2026 г.";
        assert_eq!(
            copied(&browser, "Просто текст").replace('\u{a0}', " "),
            format!("{words}\n— {source}\n{link}")
        );
        let markdown = copied(&browser, "Markdown").replace('\u{a0}', " ");
        assert!(markdown.starts_with("> «Мы откроем мост 15 декабря \\[…\\] Болат"), "{markdown}");
        assert!(markdown.ends_with(&format!("> — [{source}](<{link}>)\n")), "{markdown}");
        let html = copied(&browser, "HTML").replace('\u{a0}', " ");
        let start = format!("<figure><blockquote cite=\"{link}\" lang=\"ru\"><p>«Мы откроем");
        assert!(html.starts_with(&start), "{html}");
        assert!(html.contains(&format!("<figcaption>— <a href=\"{link}\">{source}</a>")), "{html}");
        let json: Value = serde_json::from_str(&copied(&browser, "JSON-LD")).expect("JSON");
        assert_eq!(json["@type"], "Quotation");
        assert_eq!(json["url"], link);
        let speaker =
            json!({ "@type": "Person", "name": "Болат Есенов", "jobTitle": "аким города" });
        assert_eq!(json["spokenByCharacter"], speaker);
        assert_eq!(json["isPartOf"]["headline"], "Мост через Ишим откроют в декабре");
        assert_eq!(json["isPartOf"]["publisher"]["name"], "Левый берег");
        assert_eq!(json["isPartOf"]["datePublished"], "2026-11-20");
        assert_eq!(browser.text("return document.querySelector('#cite .cited').lang"), "ru");
    }
}

#[test]
fn an_indirect_quote_is_never_copied_in_quotation_marks() {
    let (_site, browser) = bridge(Screen::Wide, "/a/bridge");
    browser.click("[data-card=q3] [data-ask]");
    opened(&browser, "cite");
    for form in ["Просто текст", "Markdown", "HTML", "JSON-LD"] {
        let text = copied(&browser, form);
        assert!(text.contains("бетон привозят из Костаная"), "{form}: {text}");
        assert!(!text.contains(['«', '»', '„', '“', '”']), "{form}: {text}");
    }
    assert!(copied(&browser, "Просто текст").contains("в пересказе"));
}

#[test]
fn the_key_cites_the_quote_that_is_lit() {
    let (_site, browser) = bridge(Screen::Wide, "/a/bridge#q4");
    browser.wait("it is lit", "return document.querySelector('.evidence [data-ask]')");
    browser.press("c");
    opened(&browser, "cite");
    let cited = browser.text("return document.querySelector('#cite .cited').textContent");
    assert!(cited.starts_with("«Движение начнётся в 6:00»"), "{cited}");
}

#[test]
fn what_the_browser_refuses_is_shown_to_be_copied_by_hand() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen, "/a/bridge#q5");
        browser.run(REFUSAL);
        browser.click(".evidence [data-key=cite]");
        opened(&browser, "cite");
        browser.click("#cite .form");
        let text = browser.wait(
            "the text stands there, selected",
            "const field = document.querySelector('#cite textarea');
            return field && document.activeElement === field
                && field.value.slice(field.selectionStart, field.selectionEnd)",
        );
        let text = text.as_str().expect("text");
        assert!(text.starts_with("«Мы ждали этого моста двадцать лет»"), "{text}");
        let said = browser.text("return document.querySelector('#cite .outcome').textContent");
        assert!(said.starts_with("Браузер не дал скопировать"), "{said}");
    }
}

/// The browser's own clipboard, read back.
#[test]
fn the_real_clipboard_has_what_was_copied() {
    let (site, browser) = open(Screen::Wide, "/a/bridge#q4");
    browser.wait("the article is shown", "return document.querySelector('.evidence [data-ask]')");
    browser.allow_clipboard(&site.url(""));
    browser.click(".evidence [data-key=cite]");
    opened(&browser, "cite");
    browser.click("#cite .form");
    browser.wait("it is said", "return document.querySelector('#cite .outcome').textContent");
    let text = browser.run_async("navigator.clipboard.readText().then(done, e => done(String(e)))");
    let text = text.as_str().expect("text");
    assert!(text.starts_with("«Движение начнётся в 6:00»\n— Пресс-служба акимата."), "{text}");
}

#[test]
fn the_table_of_figures_is_copied_as_csv_and_tsv() {
    for screen in SCREENS {
        let (_site, browser) = bridge(screen, "/a/bridge");
        browser.run("document.querySelector('[data-copy=csv]').click()");
        let csv = browser.wait("it is copied", "return window.copied");
        let csv = csv.as_str().expect("text");
        assert!(csv.contains("3500000000,") && csv.contains(",Болат Есенов\r\n"), "{csv}");
        browser.run("window.copied = null; document.querySelector('[data-copy=tsv]').click()");
        let tsv = browser.wait("it is copied", "return window.copied");
        let tsv = tsv.as_str().expect("text");
        assert!(tsv.contains("\t3500000000\t") && tsv.contains("\tБолат Есенов\n"), "{tsv}");
        let said = "return document.querySelector('.figures [role=status]').textContent";
        browser.wait("it is said", &format!("{said} === 'Скопировано'"));
    }
}
