//! What a language knows, as data: one folder a language, the same file names in every folder.
//!
//! Each file is a list with a header that says what it holds and where it comes from; a line that
//! opens with `#` is a comment. This room knows no other room.

mod case;
mod ending;
mod folder;
mod forms;
pub mod grammar;
pub mod inflection;
mod list;
pub mod names;
pub mod numbers;
pub mod plural;
pub(crate) mod sparse;
pub mod speech;
pub mod telling;

use foldhash::HashSet;

use speech::Speech;

/// What is known about one language.
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The habits of its grammar.
    pub grammar: grammar::Grammar,
    /// Words that a full stop follows without ending the sentence: «тыс», «им».
    pub abbreviations: HashSet<&'static str>,
    /// Endings that are cut from their word as tokens of their own: “’s”.
    pub clitics: Vec<&'static str>,
    /// Words that join the last two of a list: «и».
    pub and: HashSet<&'static str>,
    /// Words that open a byline, in small letters: «автор».
    pub byline_labels: HashSet<&'static str>,
    /// Words that open the credit of a picture, in small letters: «фото».
    pub credits: Vec<&'static str>,
    /// Lines of a site's furniture, in small letters: «последние новости».
    pub furniture: HashSet<&'static str>,
    /// Numbers, dates and units.
    pub numbers: numbers::Numbers,
    /// The words that tell what is said and by whom.
    pub speech: Speech,
    /// People's names, and the words that say what a person is.
    pub names: names::Names,
}

/// The language of this BCP 47 tag, its region and script aside; nothing where there is no folder
/// for it.
#[must_use]
pub fn of(tag: &str) -> Option<&'static Language> {
    let primary = tag.split('-').next().unwrap_or_default();
    match primary {
        "en" => Some(&folder::ENGLISH),
        "kk" => Some(&folder::KAZAKH),
        "ru" => Some(&folder::RUSSIAN),
        _ => None,
    }
}

/// The BCP 47 tag of the language that a text is in, by its letters: the Kazakh letters among
/// Cyrillic ones tell Kazakh, Cyrillic ones otherwise Russian, Latin ones English.
#[must_use]
pub fn guess(text: &str) -> &'static str {
    let (mut cyrillic, mut kazakh, mut latin) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars() {
        match letter {
            'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' => kazakh += 1,
            'а'..='я' | 'ё' => cyrillic += 1,
            'a'..='z' => latin += 1,
            _ => {}
        }
    }
    // In Kazakh prose about every sixth letter is one of its own; a name or two is not a text.
    if kazakh * 20 > cyrillic + kazakh && kazakh > latin {
        "kk"
    } else if latin > cyrillic {
        "en"
    } else {
        "ru"
    }
}

/// The word, where a hyphen joins it of several. Asked letter by letter: most words have none, and to set a search up takes longer.
fn compound(word: &str) -> Option<&str> {
    word.bytes().any(|byte| byte == b'-').then_some(word)
}
