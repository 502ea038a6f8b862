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

/// The default key of each action, as `KeyboardEvent.key` has it, in the order of the list.
const KEYS: [(Action, &str, &str); 24] = [
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
    /// Every action, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        KEYS.into_iter().map(|(action, ..)| action)
    }

    /// Its name: the id of its message is `key-` and this.
    #[must_use]
    pub fn id(self) -> &'static str {
        KEYS.into_iter().find(|(action, ..)| *action == self).map_or("", |(_, id, _)| id)
    }

    /// The action of this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        KEYS.into_iter().find(|(_, name, _)| *name == id).map(|(action, ..)| action)
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

/// Which key does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys(Vec<(Action, String)>);

impl Default for Keys {
    fn default() -> Self {
        Self(KEYS.into_iter().map(|(action, _, key)| (action, key.to_owned())).collect())
    }
}

impl Keys {
    /// The action that this press asks for; none while the reader types or uses a key of the
    /// browser's.
    #[must_use]
    pub fn action(&self, press: Press) -> Option<Action> {
        // Control and Alt together are the AltGr that writes brackets on many keyboards.
        let alt_gr = press.control && press.alt;
        let browsers =
            press.meta || (press.control != press.alt) || (alt_gr && !is_sign(press.key));
        if press.typing || press.composing || browsers {
            return None;
        }
        // In a layout that is not Latin the key is known by its place.
        self.of_key(press.key).or_else(|| {
            let latin = press.key.len() == 1 && press.key.as_bytes()[0].is_ascii_alphabetic();
            if latin { None } else { self.of_key(us_key(press.code, press.shift)?) }
        })
    }

    fn of_key(&self, key: &str) -> Option<Action> {
        self.0.iter().find(|(_, bound)| bound == key).map(|(action, _)| *action)
    }

    /// The key of this action; empty where it has none.
    #[must_use]
    pub fn key(&self, action: Action) -> &str {
        self.0.iter().find(|(bound, _)| *bound == action).map_or("", |(_, key)| key)
    }

    /// The keys with another one for this action; an action that had it has none then.
    #[must_use]
    pub fn bind(mut self, action: Action, key: &str) -> Self {
        for (bound, bound_key) in &mut self.0 {
            if *bound == action {
                key.clone_into(bound_key);
            } else if bound_key == key {
                bound_key.clear();
            }
        }
        self
    }

    /// The keys that are not the default, as text to be stored: `voices w` a line.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for ((action, key), (_, id, default)) in self.0.iter().zip(KEYS) {
            debug_assert_eq!(action.id(), id);
            if key != default {
                text.push_str(id);
                text.push(' ');
                text.push_str(key);
                text.push('\n');
            }
        }
        text
    }

    /// The keys of this stored text; a line that is none is passed over.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut keys = Self::default();
        for line in text.lines() {
            if let Some((id, key)) = line.split_once(' ')
                && let Some(action) = Action::from_id(id)
                && let Some((_, bound)) = keys.0.iter_mut().find(|(bound, _)| *bound == action)
            {
                key.clone_into(bound);
            }
        }
        keys
    }
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
        Keys::default().action(press)
    }

    #[test]
    fn every_action_has_a_name_and_a_key_of_its_own() {
        for (i, (action, id, key)) in KEYS.iter().enumerate() {
            assert!(KEYS[..i].iter().all(|(a, n, k)| a != action && n != id && k != key), "{id}");
            assert_eq!(Action::from_id(action.id()), Some(*action));
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

    #[test]
    fn a_key_does_one_thing() {
        let keys = Keys::default().bind(Action::Voices, "j");
        assert_eq!(keys.action(press("j", "KeyJ")), Some(Action::Voices));
        assert_eq!(keys.key(Action::NextParagraph), "");
        assert_eq!(keys.action(press("v", "KeyV")), None);
        assert_eq!(Keys::from_text(&keys.to_text()), keys);
        assert_eq!(Keys::from_text("nonsense\nvoid x\n"), Keys::default());
    }
}
