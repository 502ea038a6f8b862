//! The table of figures: sorted, filtered, drawn on scales, copied.

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::{SCREENS, article};

fn school(screen: Screen) -> (crate::server::Site, Browser) {
    let (site, browser) = article(screen, "/a/school");
    if screen == Screen::Phone {
        browser.click(".sheet-bar [data-key=figures]");
    }
    (site, browser)
}

/// Chooses an option of a list by its text.
fn choose(browser: &Browser, list: &str, option: &str) {
    let chosen = browser.run(&format!(
        "const list = document.querySelector('.figures select[name={list}]');
        const option = [...list.options].find(option => option.text === '{option}');
        if (!option) return [...list.options].map(option => option.text);
        list.value = option.value;
        list.dispatchEvent(new Event('change', {{ bubbles: true }}));
        return true;"
    ));
    assert_eq!(chosen, true, "«{option}» is an option of {list}");
}

/// The ids of the figures that the table shows, once they are these.
fn shows(browser: &Browser, ids: &str) {
    browser.wait(
        &format!("the table shows {ids}"),
        &format!(
            "return [...document.querySelectorAll('.figures tbody tr')]
                .map(row => row.dataset.card).join(' ') === '{ids}'"
        ),
    );
}

#[test]
fn the_table_is_sorted_by_place_kind_and_size() {
    for screen in SCREENS {
        let (_site, browser) = school(screen);
        shows(&browser, "f1 f2 f3 f4 f5 f6 f7 f8 f9 f10");
        // Kinds as the format lists them: counts, money, dates, durations.
        choose(&browser, "order", "по виду");
        shows(&browser, "f9 f10 f2 f4 f5 f1 f3 f6 f7 f8");
        // The biggest first among like quantities, dates by time; two years are longer than three weeks.
        choose(&browser, "order", "по величине");
        shows(&browser, "f10 f9 f4 f5 f2 f1 f3 f6 f8 f7");
        choose(&browser, "order", "по тексту");
        shows(&browser, "f1 f2 f3 f4 f5 f6 f7 f8 f9 f10");
    }
}

#[test]
fn the_table_is_filtered_by_kind_and_by_who_says_it() {
    for screen in SCREENS {
        let (_site, browser) = school(screen);
        choose(&browser, "kind", "деньги");
        shows(&browser, "f2 f4 f5");
        choose(&browser, "source", "Дина Оспанова");
        shows(&browser, "f5");
        choose(&browser, "source", "редакция");
        shows(&browser, "f2 f4");
        choose(&browser, "kind", "все виды");
        shows(&browser, "f1 f2 f3 f4 f6 f7 f8 f9 f10");
        let said = "return [...document.querySelectorAll('.figures td:last-child')]
            .every(cell => cell.textContent === 'редакция')";
        assert_eq!(browser.run(said), true);
    }
}

#[test]
fn dates_stand_on_a_time_line_and_like_quantities_on_one_scale() {
    let (_site, browser) = school(Screen::Wide);
    browser.click(".scales summary");
    browser
        .wait("the scales are drawn", "return document.querySelector('.scales figure') !== null");
    let scales = browser.run(
        "return [...document.querySelectorAll('.scales figure')].map(figure => [
            figure.querySelector('figcaption').textContent,
            [...figure.querySelectorAll('[data-goto]')].map(mark => mark.dataset.goto).join(' '),
            [...figure.querySelectorAll('.ends span')]
                .map(end => end.textContent.replaceAll(/[\\u00a0\\u202f]/g, ' ')).join(' – '),
        ])",
    );
    let scale = |name: &str| -> Value {
        let scales = scales.as_array().expect("scales");
        scales.iter().find(|scale| scale[0] == name).unwrap_or_else(|| panic!("{scales:?}")).clone()
    };
    assert_eq!(scale("Даты"), json!(["Даты", "f1 f3 f6", "2017 – 26 сентября 2018 г."]));
    assert_eq!(scale("деньги"), json!(["деньги", "f2 f4 f5", "0 – 120 млн ₸"]));
    assert_eq!(scale("число"), json!(["число", "f9 f10", "0 – 40"]));
    // A length is a share of the biggest: 20, 120 and 45 of 120 million.
    let places = browser.run(
        "const money = [...document.querySelectorAll('.scales figure')]
            .find(figure => figure.textContent.startsWith('деньги'));
        return [...money.querySelectorAll('[data-goto]')]
            .map(mark => Math.round(mark.getAttribute('x') / 10))",
    );
    assert_eq!(places, json!([17, 100, 38]));
    browser.run(
        "document.querySelector('.scales [data-goto=f5]')
            .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    );
    browser.wait("the mark leads to the words", "return location.hash === '#f5'");
}

#[test]
fn the_table_is_copied_as_csv_and_for_a_spreadsheet() {
    let (_site, browser) = school(Screen::Wide);
    browser.run(
        "navigator.clipboard.writeText = text => {
            window.copied = text;
            return Promise.resolve();
        };",
    );
    choose(&browser, "kind", "деньги");
    shows(&browser, "f2 f4 f5");
    browser.click(".figures [data-copy=csv]");
    let csv = browser.wait("it is copied", "return window.copied");
    assert_eq!(
        csv,
        "абзац,слова,вид,значение,до,граница,единица,дата,чего,кто говорит\r\n\
         2,20 млн тенге,money,20000000,,,KZT,,школу,редакция\r\n\
         2,120 млн тенге,money,120000000,,,KZT,,,редакция\r\n\
         3,45 млн тенге,money,45000000,,,KZT,,,Дина Оспанова\r\n"
    );
    browser.wait(
        "it is said",
        "return document.querySelector('.figures [role=status]').textContent === 'Скопировано'",
    );
    browser.run("window.copied = null");
    browser.click(".figures [data-copy=tsv]");
    let tsv = browser.wait("it is copied", "return window.copied");
    let tsv = tsv.as_str().expect("a text");
    assert!(tsv.contains("2\t20 млн тенге\tmoney\t20000000\t"), "{tsv}");
    // A browser that refuses is told of.
    browser.run("navigator.clipboard.writeText = () => Promise.reject()");
    browser.click(".figures [data-copy=csv]");
    browser.wait(
        "the failure is said",
        "return document.querySelector('.figures [role=status]').textContent
            === 'Браузер не дал скопировать'",
    );
}
