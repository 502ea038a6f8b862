//! Words of respect that the model took into a name: «Дон Эктор» is Эктор Бенитес.

use std::collections::HashSet;

use crate::annotate::name::{self, Name};
use crate::annotate::text::Text;

/// Takes the word of respect off a name where the text has somebody of the given name behind it.
pub(super) fn take_off(text: &Text, names: &mut [Name]) {
    let honorifics = &text.language.names.honorifics;
    let opens = |name: &Name| {
        honorifics.contains_key(text.blocks[name.block].folded(name.tokens.start))
    };
    let known: HashSet<&str> = names
        .iter()
        .filter(|name| name.tokens.len() > 1 && !opens(name))
        .map(|name| name::stem(text.blocks[name.block].folded(name.tokens.start)))
        .collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1 && opens(name)) {
        let word = text.blocks[name.block].folded(name.tokens.start + 1);
        if !text.language.names.given(word).is_empty() && known.contains(name::stem(word)) {
            name.tokens.start += 1;
        }
    }
}
