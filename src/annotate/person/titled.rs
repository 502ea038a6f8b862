//! Titled: names that the model left out and that a title or «по фамилии» leads to: «с принцем Сальманом», «плотник по
//! фамилии Ямада».

use crate::annotate::name::Name;
use crate::annotate::text::{Shape, Text};
use crate::language::inflection::Case;

use super::lone::is_nobody_else;
use super::{namesake, part};

/// Whether a word behind a title is its bearer's name: a given name of the list, or one that declines as no complement of the
/// title would, in the title's case: «принцем Сальманом», but not «королём Лесото», «короля Зулу».
pub(super) fn is_titles(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    let forms = names.role(block.folded(before)).iter();
    let mut titles = forms.filter(|form| names.titles.contains(form.nominative)).peekable();
    if titles.peek().is_none()
        || block.tokens[before].shape != Shape::Lower
        || !is_nobody_else(text, name)
        || namesake::is_namesake(text, name, false)
    {
        return false;
    }
    let parts = part::parts(text, name);
    // «принцу Датскому»
    let adjective = names.adjective_cases(block.folded(name.tokens.start));
    titles.any(|title| {
        parts.iter().flat_map(|part| &part.lemmas).any(|lemma| {
            // «королю Зулу»
            let is_shown = lemma.is_listed
                || title.cases.has(Case::Instrumental) && !lemma.cases.has(Case::Nominative);
            is_shown
                && lemma.fits(title.gender)
                && lemma.cases.meets(title.cases)
                && !adjective.meets(title.cases)
        })
    })
}

/// Whether a role, or another noun for somebody, and words that lead from it to the bearer's name stand right before:
/// «плотник по фамилии Ямада», but not «собака по кличке Пальма».
pub(super) fn is_named(text: &Text, name: &Name) -> bool {
    let block = &text.blocks[name.block];
    let names = &text.language.names;
    let Some(who) = name.tokens.start.checked_sub(3) else { return false };
    let is_human = || {
        let noun = text.language.speech.of(block.folded(who)).noun;
        noun.is_some_and(|noun| noun.kind.is_human())
    };
    names.tellings.is_naming(block.folded(who + 1), block.folded(who + 2))
        && !block.word(name.tokens.start).is_ascii()
        && (!names.role(block.folded(who)).is_empty() || is_human() && is_nobody_else(text, name))
}
