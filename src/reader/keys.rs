//! The keyboard: every action by name, its key, and which action a pressed key asks for.

/// Something that the reader can do by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// The list of keys.
    Help,
    /// To the next quote.
    NextQuote,
    /// To the quote before.
    PreviousQuote,
    /// To the next quote by the same speaker.
    NextOfSpeaker,
    /// To the quote before by the same speaker.
    PreviousOfSpeaker,
    /// All but speech faded, or not.
    Voices,
    /// Find in the article.
    Find,
    /// To the next hit.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// The cursor to the next paragraph.
    NextParagraph,
    /// The cursor to the paragraph before.
    PreviousParagraph,
    /// The people.
    People,
    /// The figures.
    Figures,
    /// The reader's notes.
    Notes,
    /// Highlight the selection.
    Highlight,
    /// Copy the quote with its source.
    Cite,
    /// Copy a link to the selection or quote.
    Share,
    /// The next theme.
    Theme,
    /// Bigger type.
    Bigger,
    /// Smaller type.
    Smaller,
    /// Type and theme.
    Settings,
    /// Read aloud, or stop.
    Aloud,
    /// Print.
    Print,
    /// Close what is open.
    Close,
}

/// Each action with its name and its key, as `KeyboardEvent.key` has it, in the order of the list.
pub const KEYS: [(Action, &str, &str); 24] = [
    (Action::Help, "help", "?"),
    (Action::NextQuote, "next-quote", "]"),
    (Action::PreviousQuote, "previous-quote", "["),
    (Action::NextOfSpeaker, "next-of-speaker", "}"),
    (Action::PreviousOfSpeaker, "previous-of-speaker", "{"),
    (Action::Voices, "voices", "v"),
    (Action::Find, "find", "/"),
    (Action::NextHit, "next-hit", "n"),
    (Action::PreviousHit, "previous-hit", "N"),
    (Action::NextParagraph, "next-paragraph", "j"),
    (Action::PreviousParagraph, "previous-paragraph", "k"),
    (Action::People, "people", "p"),
    (Action::Figures, "figures", "f"),
    (Action::Notes, "notes", "m"),
    (Action::Highlight, "highlight", "h"),
    (Action::Cite, "cite", "c"),
    (Action::Share, "share", "s"),
    (Action::Theme, "theme", "t"),
    (Action::Bigger, "bigger", "+"),
    (Action::Smaller, "smaller", "-"),
    (Action::Settings, "settings", ","),
    (Action::Aloud, "aloud", "a"),
    (Action::Print, "print", "P"),
    (Action::Close, "close", "Escape"),
];

impl Action {
    /// Its name: the id of its message is `key-` and this, and the control that does it on the
    /// page has it in `data-key`.
    #[must_use]
    pub fn id(self) -> &'static str {
        KEYS.into_iter().find(|(action, ..)| *action == self).map_or("", |(_, id, _)| id)
    }
}

/// A key pressed: the fields of the browser's `KeyboardEvent`, and where the focus is.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the event has them")]
pub struct Press<'a> {
    /// What the key writes: `KeyboardEvent.key`.
    pub key: &'a str,
    /// Where the key is: `KeyboardEvent.code`.
    pub code: &'a str,
    /// Shift is down.
    pub shift: bool,
    /// Control is down.
    pub control: bool,
    /// Alt or Option is down.
    pub alt: bool,
    /// Command or the Windows key is down.
    pub meta: bool,
    /// The key goes into a composed character: `KeyboardEvent.isComposing`.
    pub composing: bool,
    /// The focus is in a field to type in: an input of text, a text area, a list to choose from,
    /// or anything editable.
    pub typing: bool,
}

impl Press<'_> {
    /// The action that this press asks for; none while the reader types or uses a key of the
    /// browser's.
    #[must_use]
    pub fn action(&self) -> Option<Action> {
        // Control and Alt together are the AltGr that writes brackets on many keyboards.
        let alt_gr = self.control && self.alt;
        let browsers = self.meta || (self.control != self.alt) || (alt_gr && !is_sign(self.key));
        if self.typing || self.composing || browsers {
            return None;
        }
        // In a layout that is not Latin the key is known by its place.
        of_key(self.key).or_else(|| {
            let latin = self.key.len() == 1 && self.key.as_bytes()[0].is_ascii_alphabetic();
            if latin { None } else { of_key(us_key(self.code, self.shift)?) }
        })
    }
}

fn of_key(key: &str) -> Option<Action> {
    KEYS.into_iter().find(|(.., bound)| *bound == key).map(|(action, ..)| action)
}

/// Whether the key writes one character that is no letter.
fn is_sign(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|c| !c.is_alphabetic()) && characters.next().is_none()
}

/// What a key in this place writes in the layout of the United States.
fn us_key(code: &str, shift: bool) -> Option<&'static str> {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if let Some(letter) = code.strip_prefix("Key") {
        let at = LETTERS.find(letter).filter(|_| letter.len() == 1)?;
        let at = if shift { at } else { at - 26 };
        return LETTERS.get(at..=at);
    }
    Some(match (code, shift) {
        ("BracketLeft", false) => "[",
        ("BracketLeft", true) => "{",
        ("BracketRight", false) => "]",
        ("BracketRight", true) => "}",
        ("Slash", false) => "/",
        ("Slash", true) => "?",
        ("Comma", false) => ",",
        ("Minus", false) => "-",
        ("Equal", true) => "+",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press<'a>(key: &'a str, code: &'a str) -> Press<'a> {
        Press { key, code, ..Press::default() }
    }

    fn action(press: Press) -> Option<Action> {
        press.action()
    }

    #[test]
    fn every_action_has_a_name_and_a_key_of_its_own() {
        for (i, (action, id, key)) in KEYS.iter().enumerate() {
            assert!(KEYS[..i].iter().all(|(a, n, k)| a != action && n != id && k != key), "{id}");
            assert_eq!(action.id(), *id);
        }
    }

    #[test]
    fn keys_act_as_the_list_says() {
        assert_eq!(action(press("]", "BracketRight")), Some(Action::NextQuote));
        assert_eq!(action(Press { shift: true, ..press("?", "Slash") }), Some(Action::Help));
        assert_eq!(action(press("Escape", "Escape")), Some(Action::Close));
        assert_eq!(action(press("q", "KeyQ")), None);
    }

    #[test]
    fn a_russian_layout_acts_by_place() {
        assert_eq!(action(press("м", "KeyV")), Some(Action::Voices));
        assert_eq!(action(press("ъ", "BracketRight")), Some(Action::NextQuote));
        assert_eq!(
            action(Press { shift: true, ..press("Ъ", "BracketRight") }),
            Some(Action::NextOfSpeaker)
        );
        assert_eq!(action(Press { shift: true, ..press("Т", "KeyN") }), Some(Action::PreviousHit));
        assert_eq!(action(press(".", "Slash")), Some(Action::Find));
        assert_eq!(action(press(".", "Period")), None);
    }

    #[test]
    fn another_latin_layout_acts_by_letter() {
        // On Dvorak the place of V writes K.
        assert_eq!(action(press("k", "KeyV")), Some(Action::PreviousParagraph));
        assert_eq!(action(press("x", "KeyV")), None);
        let alt_gr = Press { control: true, alt: true, ..press("]", "Digit9") };
        assert_eq!(action(alt_gr), Some(Action::NextQuote));
    }

    #[test]
    fn nothing_acts_while_typing_or_with_the_browsers_keys() {
        let v = press("v", "KeyV");
        for press in [
            Press { typing: true, ..v },
            Press { composing: true, ..v },
            Press { control: true, ..v },
            Press { meta: true, ..v },
            Press { alt: true, ..v },
            Press { control: true, alt: true, ..v },
        ] {
            assert_eq!(action(press), None, "{press:?}");
        }
    }
}
