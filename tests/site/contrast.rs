//! Text is read on every mark, in every theme: 4.5:1 at least, by the styles as the browser has
//! them.

use serde_json::{Value, json};

use crate::browser::{Browser, Screen};
use crate::{SCREENS, article};

/// The themes, each with what the system asks for: what the page's root says, and the scheme.
pub(crate) const THEMES: [(&str, &str); 7] = [
    ("light", "light"),
    ("dark", "light"),
    ("sepia", "light"),
    ("contrast", "light"),
    ("contrast", "dark"),
    ("e-ink", "light"),
    ("", "dark"),
];

/// Dresses the page in this theme.
pub(crate) fn dress(browser: &Browser, (theme, scheme): (&str, &str)) {
    let still = ("prefers-reduced-motion", "reduce");
    browser.pretend("", &[("prefers-color-scheme", scheme), still]);
    browser.run(&format!(
        "const root = document.documentElement;
        if ('{theme}') root.dataset.theme = '{theme}'; else delete root.dataset.theme;"
    ));
}

/// The texts that stand out from what they stand on by less than 4.5:1: each with its contrast.
///
/// What a text stands on are the grounds of all that it stands in, one over the other, on top the
/// mark of what is read aloud; a ground that goes from nothing to a colour is taken for the colour.
const FAINT: &str = "
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const painted = colours => {
        context.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
            context.fillStyle = '#000';
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
        }
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = colour => {
        const [r, g, b] = colour.map(value => value / 255)
            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const grounds = style => {
        const last = style.backgroundImage.match(/(color\\([^)]*\\)|rgba?\\([^)]*\\))[^(]*$/);
        return last ? [style.backgroundColor, last[1]] : [style.backgroundColor];
    };
    const faint = [];
    const check = (words, style, under) => {
        const low = painted(under);
        const [a, b] = [low, painted([...under, style.color])].map(luminance);
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${words}`);
    };
    const walker = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true }))
            continue;
        count += 1;
        const under = [];
        for (let at = element; at; at = at.parentElement) under.unshift(...grounds(getComputedStyle(at)));
        const style = getComputedStyle(element);
        check(walker.currentNode.data, style, under);
        if (element.closest('.body')) {
            const aloud = getComputedStyle(element, '::highlight(aloud)');
            check(`aloud: ${walker.currentNode.data}`, aloud, [...under, aloud.backgroundColor]);
        }
    }
    for (const head of document.querySelectorAll('.body a.voice')) {
        const style = getComputedStyle(head, '::before');
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        check(`initials of ${head.dataset.quote}`, style, [paper, ...grounds(style)]);
    }
    return [count, faint];";

/// States of the page, each by what brings it about.
const STATES: [(&str, &str); 6] = [
    ("as it opens", ""),
    ("a quote is lit", "location.hash = '#q1'"),
    ("a part is lit", "location.hash = '#q2'"),
    ("an unsure quote is lit", "location.hash = '#q6'"),
    ("speech alone", "document.querySelector('.sheet-bar [data-key=voices]').click()"),
    ("one voice alone", "document.querySelector('.card[data-card=p3] [data-spot]').click()"),
];

#[test]
fn every_text_is_read_on_every_mark_in_every_theme() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        // The marks of the desk come with it.
        browser.run("document.dispatchEvent(new Event('ask'))");
        browser
            .wait("the desk is there", "return document.documentElement.dataset.desk === 'ready'");
        for (state, script) in STATES {
            browser.run(script);
            if script.contains("hash") {
                browser.wait(state, "return document.querySelector('.body [data-lit]')");
            }
            for theme in THEMES {
                dress(&browser, theme);
                let found = browser.run(FAINT);
                assert!(found[0].as_u64() > Some(40), "texts are seen: {found}");
                assert_eq!(found[1], json!([]), "{theme:?}, {state}, {screen:?}");
            }
            dress(&browser, ("light", "light"));
        }
    }
}

/// The system's few colours: marks are told by lines, borders and outlines.
#[test]
fn marks_are_told_apart_in_forced_colours() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge#q2");
    browser.wait("it is lit", "return document.querySelector('.body [data-lit]')");
    browser.pretend("", &[("forced-colors", "active")]);
    let seen = browser.run(
        "const style = (selector, part) => getComputedStyle(document.querySelector(selector), part);
        const words = id => style(`.body .quote[data-quote=${id}]`);
        const spot = document.querySelector('.card[data-card=p2] [data-spot]');
        spot.click();
        const pressed = getComputedStyle(spot).outlineStyle;
        return {
            lines: ['q1', 'q2', 'q4', 'q5', 'q6'].map(id => words(id).textDecorationStyle),
            drawn: ['q1', 'q2'].every(id => !/^rgba.*, 0\\)$/.test(words(id).textDecorationColor)),
            thick: parseFloat(words('q1').textDecorationThickness)
                > parseFloat(words('q3').textDecorationThickness),
            lit: words('q2').outlineStyle,
            pressed,
        };",
    );
    let expected: Value = json!({
        "lines": ["solid", "double", "dotted", "wavy", "dashed"],
        "drawn": true,
        "thick": true,
        "lit": "solid",
        "pressed": "solid",
    });
    assert_eq!(seen, expected);
}
