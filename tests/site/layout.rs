//! Where things stand: the text and what is beside it.

use crate::article;
use crate::browser::Screen;

#[test]
fn the_text_stands_beside_its_sidebar_on_a_wide_screen() {
    let (_site, browser) = article(Screen::Wide, "/a/bridge");
    let beside = browser.run(
        "const rect = selector => document.querySelector(selector).getBoundingClientRect();
        const [text, strip, sidebar] = ['.text', '.strip', '.sidebar'].map(rect);
        return text.right < strip.left && strip.right < sidebar.left
            && sidebar.top < innerHeight / 4 && text.top < innerHeight / 4;",
    );
    assert_eq!(beside, true);
}

#[test]
fn a_line_holds_as_many_characters_as_reads_well() {
    for (screen, range) in [(Screen::Wide, 60.0..72.0), (Screen::Phone, 28.0..45.0)] {
        let (_site, browser) = article(screen, "/a/nur-otan-kostanay");
        browser.wait("the face is there", "return document.fonts.status === 'loaded'");
        // Of each long paragraph its characters by its lines, the last line being half one.
        let mean = browser.run(
            "const long = [...document.querySelectorAll('.body p[data-block]')]
                .filter(p => p.textContent.length > 200 && !p.matches('.lead, .credit'));
            const lines = p => p.getBoundingClientRect().height
                / parseFloat(getComputedStyle(p).lineHeight) - 0.5;
            return long.reduce((sum, p) => sum + p.textContent.length, 0)
                / long.reduce((sum, p) => sum + lines(p), 0);",
        );
        let mean = mean.as_f64().expect("a number");
        assert!(range.contains(&mean), "{mean} characters a line, {screen:?}");
    }
}
