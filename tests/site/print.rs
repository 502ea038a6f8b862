//! The article on paper.

use serde_json::{Value, json};

use crate::browser::Screen;
use crate::{BEFORE, article};

/// What stands after the text while it is printed, kept as the browser is about to.
const KEEP: &str = "
    addEventListener('beforeprint', () => {
        window.printed = [...document.querySelectorAll('.printed h2, .printed li')]
            .map(one => one.textContent.replaceAll(/[\\u00a0\\u202f]/g, ' '));
    });";

#[test]
fn quotes_and_figures_are_listed_after_the_text() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    assert_eq!(browser.run("return document.querySelector('.printed').textContent"), "");
    browser.run(KEEP);
    let paper = browser.print();
    assert!(paper.starts_with(b"%PDF-") && paper.trim_ascii_end().ends_with(b"%%EOF"), "a PDF");
    let expected = json!([
        "6 цитат",
        "Болат Есенов: прямая речь — «Мы откроем мост 15 декабря … Болат Есенов слов на ветер не \
         бросает, мост стоил 3,5 млрд тенге 🙂.»",
        "Анна Ким: дословно, частью — «с опережением графика»",
        "Анна Ким: пересказ — бетон привозят из Костаная",
        "Пресс-служба акимата: прямая речь — «Движение начнётся в 6:00»",
        "житель левого берега: прямая речь — «Мы ждали этого моста двадцать лет»",
        "Неизвестно кто: прямая речь, неточно — «Дорогу сдадут зимой»",
        "6 цифр",
        "15 декабря — Болат Есенов",
        "3,5 млрд ₸ — мост — Болат Есенов",
        "1 200 м — Длина — редакция",
        "4 — Полос — редакция",
        "в 6:00 — Пресс-служба акимата",
        "20 л. — житель левого берега",
    ]);
    assert_eq!(browser.run("return window.printed"), expected);
    let left = "return document.querySelector('.printed').textContent";
    browser.wait("the lists go again", &format!("return (() => {{ {left} }})() === ''"));
}

#[test]
fn marks_are_kept_without_colour() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    for theme in ["dark", "sepia", ""] {
        browser.run(&format!("document.documentElement.dataset.theme = '{theme}'"));
        browser.pretend("print", &[]);
        browser.run("dispatchEvent(new Event('beforeprint'))");
        let seen = browser.run(&format!(
            "{BEFORE}
            const heads = [...document.querySelectorAll('.body a.voice')];
            const words = [...document.querySelectorAll('.body .quote')];
            const style = (one, part) => getComputedStyle(one, part);
            const hidden = ['.masthead', '.sidebar', '.strip', '.tools', '.evidence', '.progress'];
            return {{
                paper: style(document.documentElement).backgroundColor,
                ink: [...new Set([...words, ...heads].map(one => style(one).color))],
                lines: ['q1', 'q2', 'q4', 'q5', 'q6'].map(id =>
                    style(document.querySelector(`.body .quote[data-quote=${{id}}]`)).textDecorationStyle),
                heads: heads.map(before),
                grounds: [...new Set(heads.map(head => style(head, '::before').backgroundColor))],
                shown: hidden.filter(one => document.querySelector(one).checkVisibility()),
                listed: style(document.querySelector('.printed')).display,
            }};",
        ));
        assert_eq!(seen["paper"], "rgb(255, 255, 255)", "{theme}");
        assert_eq!(seen["ink"], json!(["rgb(0, 0, 0)"]), "{theme}");
        assert_eq!(seen["lines"], json!(["solid", "double", "dotted", "wavy", "dashed"]));
        let heads = seen["heads"].as_array().expect("heads");
        let initials = ["БЕ", "АК", "АК", "ПА", "ЖБ", "?"];
        assert!(
            heads.iter().zip(initials).all(|(head, initials)| {
                head.as_str()
                    .is_some_and(|head| head.contains("counter(quote)") && head.contains(initials))
            }),
            "{heads:?}"
        );
        assert_eq!(
            seen["grounds"],
            json!(["rgba(0, 0, 0, 0)"]),
            "no ground, which would not print"
        );
        assert_eq!(seen["shown"], Value::Array(Vec::new()), "{theme}");
        assert_eq!(seen["listed"], "block");
        browser.pretend("", &[]);
        browser.run("dispatchEvent(new Event('afterprint'))");
        assert_eq!(browser.run("return 'paper' in document.documentElement.dataset"), false);
    }
}
