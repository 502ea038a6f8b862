//! The panels: settings, keys, a quote to be cited.

use crate::browser::{Browser, ESCAPE};

/// Waits until this panel is open, with what it holds.
pub(crate) fn opened(browser: &Browser, id: &str) {
    browser.wait(
        &format!("{id} is open"),
        &format!("return document.querySelector('#{id}:popover-open :is(select, dt, .form)')"),
    );
}

/// Waits until this panel is closed.
pub(crate) fn closed(browser: &Browser, id: &str) {
    let open = format!("document.querySelector('#{id}:popover-open')");
    browser.wait(&format!("{id} is closed"), &format!("return !{open}"));
}

/// Opens this panel by its button on the masthead.
pub(crate) fn open(browser: &Browser, id: &str) {
    browser.click(&format!(".masthead [data-key={id}]"));
    opened(browser, id);
}

/// Closes this panel by the keyboard.
pub(crate) fn close(browser: &Browser, id: &str) {
    browser.press(ESCAPE);
    closed(browser, id);
}

/// Gives the setting of this name this value in the panel that is open, as a reader does.
pub(crate) fn give(browser: &Browser, name: &str, value: &str) {
    browser.run(&format!(
        "const field = document.querySelector('#settings [name={name}]');
        field.value = '{value}';
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"
    ));
}

/// Opens the settings, gives this one this value, and closes them.
pub(crate) fn set(browser: &Browser, name: &str, value: &str) {
    open(browser, "settings");
    give(browser, name, value);
    close(browser, "settings");
}
