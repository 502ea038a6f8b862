//! Whose voice is heard: speech alone, one speaker's words, the way from quote to quote, the strip.

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::{SCREENS, article, shown};

/// Waits until the address names this quote and its words are lit and on the screen.
fn lit(browser: &Browser, quote: &str) {
    browser.wait(
        &format!("the words of {quote} are lit and seen"),
        &format!(
            "const words = document.querySelector('.body .quote[data-quote={quote}][data-lit]');
            if (location.hash !== '#{quote}' || !words) return false;
            const {{ top, bottom }} = words.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;"
        ),
    );
}

/// For each quote whether its words stand out (`ink`) or step back; at the end the same of the
/// words between. What stands out has the colour of the page's ink.
const COLOURS: &str = "
    const probe = document.createElement('i');
    probe.className = 'probe';
    document.body.append(probe);
    const ink = getComputedStyle(probe).color;
    probe.remove();
    const of = element => getComputedStyle(element).color === ink;
    const quotes = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
    const words = quotes.map(id => document.querySelector(`.body .quote[data-quote=${id}]`));
    return [...words, document.querySelector('.body .lead')].map(of);";

#[test]
fn one_key_fades_all_but_speech() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        assert_eq!(browser.run(COLOURS), json!([true, true, true, true, true, true, true]));
        browser.press("v");
        let faded = json!([true, true, true, true, true, true, false]);
        browser.wait("it fades", "return document.documentElement.dataset.voices === 'on'");
        assert_eq!(browser.run(COLOURS), faded);
        browser.reload();
        shown(&browser);
        assert_eq!(browser.run(COLOURS), faded, "it is kept");
        // The button does what the key does.
        browser.click(".sheet-bar [data-key=voices]");
        browser.wait("it is back", "return !document.documentElement.dataset.voices");
        assert_eq!(browser.run(COLOURS)[6], true);
    }
}

#[test]
fn choosing_a_speaker_lights_their_words_alone() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        if screen == Screen::Phone {
            browser.click(".sheet-bar [data-key=people]");
        }
        let pressed = "return [...document.querySelectorAll('.card button[data-spot]')]
            .map(button => button.ariaPressed)";
        browser.click(".card[data-card=p3] button[data-spot]");
        assert_eq!(browser.run(COLOURS), json!([false, true, true, false, false, false, false]));
        assert_eq!(browser.run(pressed), json!(["false", "true", "false", "false", "false"]));
        let stretches = browser.run(
            "return [...document.querySelectorAll('.strip rect')]
                .filter(rect => getComputedStyle(rect).opacity >= 0.5)
                .map(rect => rect.dataset.goto)",
        );
        assert_eq!(stretches, json!(["q2", "q3"]), "on the strip too");
        // Another speaker takes the light; the same button puts it out.
        browser.click(".card[data-card=p2] button[data-spot]");
        assert_eq!(browser.run(COLOURS), json!([true, false, false, false, false, false, false]));
        browser.click(".card[data-card=p2] button[data-spot]");
        assert_eq!(browser.run(COLOURS), json!([true, true, true, true, true, true, true]));
    }
}

#[test]
fn keys_lead_from_quote_to_quote() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        for (key, quote) in [("]", "q1"), ("]", "q2"), ("]", "q3"), ("[", "q2"), ("[", "q1")] {
            browser.press(key);
            lit(&browser, quote);
        }
        // Before the first one there is none.
        browser.press("[");
        lit(&browser, "q1");
    }
}

#[test]
fn keys_lead_to_the_quotes_of_the_same_speaker() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge#q2");
    lit(&browser, "q2");
    browser.press("}");
    lit(&browser, "q3");
    browser.press("}");
    browser.press("{");
    lit(&browser, "q2");
}

#[test]
fn buttons_lead_from_quote_to_quote() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge#q1");
        lit(&browser, "q1");
        browser.click(".sheet-bar [data-key=next-quote]");
        lit(&browser, "q2");
        browser.click(".evidence [data-key=next-of-speaker]");
        lit(&browser, "q3");
        browser.click(".sheet-bar [data-key=previous-quote]");
        lit(&browser, "q2");
    }
}

#[test]
fn the_strip_shows_who_speaks_where_and_leads_there() {
    for screen in SCREENS {
        let (_site, browser) = article(screen, "/a/bridge");
        let stretches = browser.run(
            "return [...document.querySelectorAll('.strip rect')].map(rect => [
                rect.dataset.goto,
                [...rect.classList].find(name => name.startsWith('voice-')),
                rect.querySelector('title').textContent,
            ])",
        );
        let expected = json!([
            ["q1", "voice-1", "Болат Есенов: прямая речь"],
            ["q1", "voice-1", "Болат Есенов: прямая речь"],
            ["q2", "voice-2", "Анна Ким: дословно, частью"],
            ["q3", "voice-2", "Анна Ким: пересказ"],
            ["q4", "voice-3", "Пресс-служба акимата: прямая речь"],
            ["q5", "voice-4", "житель левого берега: прямая речь"],
            ["q6", "voice-5", "Неизвестно кто: прямая речь, неточно"],
        ]);
        assert_eq!(stretches, expected);
        let in_order = browser.run(
            "const tops = [...document.querySelectorAll('.strip rect')]
                .map(rect => rect.getBoundingClientRect().top);
            return tops.every((top, i) => i === 0 || top > tops[i - 1]);",
        );
        assert_eq!(in_order, true);
        browser.click(".strip [data-goto=q4]");
        lit(&browser, "q4");
    }
}

#[test]
fn shares_count_those_who_are_silent_and_those_without_a_name() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    assert_eq!(
        browser.text("return document.querySelector('.people > .counts').textContent"),
        "говорят 3 · 1 источник не назван · 1 упомянут без слов"
    );
    // Of 33 words q1 has 17, q2 3, q4 4, q5 6, q6 3; the reported ones of q3 are not verbatim.
    let shares = browser.run(
        "return [...document.querySelectorAll('.airtime rect')].map(rect => [
            rect.querySelector('title').textContent, Number(rect.getAttribute('width')),
        ])",
    );
    let expected = json!([
        ["Болат Есенов", 515],
        ["Анна Ким", 91],
        ["Пресс-служба акимата", 121],
        ["житель левого берега", 182],
        ["Неизвестно кто", 91],
    ]);
    assert_eq!(shares, expected);
    browser.click(".airtime [data-spot='1']");
    assert_eq!(browser.run(COLOURS), json!([false, true, true, false, false, false, false]));
}
