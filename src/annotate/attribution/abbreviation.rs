//! Abbreviations: the full names that the text itself gives for them: «Союз пекарей Заречья (СПЗ)»,
//! «Минтруд» beside «министерство труда».

use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::HashMap;

use crate::annotate::quotation::view::View;
use crate::annotate::text::Shape;
use crate::language::speech::Case;

use super::phrase;
use super::root::common;

/// How far before its bracket the noun of a full name can stand, in tokens.
const FULL: usize = 10;

/// How many words of a name its initials are taken of.
const WORDS: usize = 6;

/// By how many letters names are kept of which a word can be made, as «Минтруд», how many names for each,
/// and the fewest letters that such a word takes of each of theirs.
const PART: usize = 3;
const PHRASES: usize = 16;

/// What the text calls each of its bodies in full.
#[derive(Default)]
pub(super) struct Abbreviations {
    /// The abbreviation and the name, by the abbreviation in small letters: «СПЗ (Союз пекарей
    /// Заречья)».
    full: BTreeMap<String, String>,
    /// The words of a name and the name, by its first letters.
    phrases: HashMap<String, Vec<(Vec<String>, String)>>,
    /// The same by the name in small letters.
    proper: HashMap<String, String>,
}

impl Abbreviations {
    /// Those of the text: what it says in brackets first, then what the letters tell.
    pub(super) fn of(views: &[View]) -> Self {
        let mut found = Self::default();
        for view in views {
            for at in 0..view.len() {
                if let Some((short, full)) = in_brackets(view, at) {
                    found.full.entry(short).or_insert(full);
                }
            }
        }
        let written: HashMap<&str, &str> = views
            .iter()
            .flat_map(|view| (0..view.len()).map(move |at| (view, at)))
            .filter(|&(view, at)| is_abbreviation(view, at))
            .map(|(view, at)| (view.block.folded(at), view.word(at)))
            .collect();
        for view in views {
            for head in 0..view.len() {
                found.learn(view, head, &written);
                found.learn_foreign(view, head, &written);
            }
        }
        for (short, name) in &mut found.full {
            let both = [written.get(short.as_str()).unwrap_or(&""), " (", name, ")"].concat();
            found.proper.insert(name.to_lowercase(), both.clone());
            *name = both;
        }
        found
    }

    /// Keeps a name in foreign letters that begins at this token by its initials, where they are among the abbreviations
    /// written: «Boston Herald», «BH».
    fn learn_foreign(&mut self, view: &View, at: usize, written: &HashMap<&str, &str>) {
        if !view.is_foreign(at) || at > 0 && view.is_foreign(at - 1) || !view.is_foreign(at + 1) {
            return;
        }
        let tokens = phrase::name_extent(view, at);
        let initials: String = tokens
            .clone()
            .filter(|&at| view.is_foreign(at))
            .filter_map(|at| view.block.folded(at).chars().next())
            .collect();
        if written.contains_key(initials.as_str()) {
            self.full.entry(initials).or_insert_with(|| phrase::name(view, tokens));
        }
    }

    /// What a body by this word is called: with its abbreviation, where that is one of initials.
    pub(super) fn full(&self, word: &str, shape: Shape) -> Option<&str> {
        let short = word.to_lowercase();
        if matches!(shape, Shape::Upper | Shape::Mixed) {
            return self.full.get(&short).map(String::as_str);
        }
        let phrases = self.phrases.get(&head(&short, PART))?;
        phrases.iter().find(|(words, _)| is_made(&short, words)).map(|(_, full)| full.as_str())
    }

    /// A name with its abbreviation, where it has one.
    pub(super) fn proper(&self, name: &str) -> Option<&str> {
        self.proper.get(&name.to_lowercase()).map(String::as_str)
    }

    /// Keeps the name that the noun of a body at this token heads by its initials, where they are among
    /// the abbreviations written, and by its first letters.
    fn learn(&mut self, view: &View, head_at: usize, written: &HashMap<&str, &str>) {
        if !is_body(view, head_at) {
            return;
        }
        let tokens = phrase::extent(view, head_at, view.len());
        let words: Vec<usize> = tokens
            .clone()
            .filter(|&at| view.is_word(at) && view.function(at).is_none())
            .take(WORDS)
            .collect();
        let whole = words.last().is_some_and(|last| last + 1 == tokens.end);
        for count in 2..=words.len() {
            let last = words[count - 1];
            if last < head_at {
                continue;
            }
            // «министерство труда Заречья»: whose it is belongs to the name.
            let end = (last + 1..tokens.end).find(|&at| !view.is_capital(at)).unwrap_or(tokens.end);
            let name = || full_name(view, tokens.start..end, head_at);
            // «Совет мира» is no «СМ» unless that is all of its name.
            if view.is_capital(tokens.start) && (count > 2 || whole && count == words.len()) {
                let initials: String = words[..count]
                    .iter()
                    .filter_map(|&at| view.block.folded(at).chars().next())
                    .collect();
                if written.contains_key(initials.as_str()) {
                    self.full.entry(initials).or_insert_with(name);
                }
            }
            let folded: Vec<String> =
                words[..count].iter().map(|&at| view.block.folded(at).to_owned()).collect();
            let known = self.phrases.entry(head(&folded[0], PART)).or_default();
            if count <= 3 && known.len() < PHRASES && !known.iter().any(|(one, _)| *one == folded) {
                let tokens = tokens.start..end;
                known.push((folded, phrase::nominative(view, tokens, head_at, Case::Genitive)));
            }
        }
    }
}

/// The abbreviation in the bracket that opens here, and the name before it.
fn in_brackets(view: &View, open: usize) -> Option<(String, String)> {
    let short = open + 1;
    let is_short =
        view.word(open) == "(" && view.word(open + 2) == ")" && is_abbreviation(view, short);
    if !is_short {
        return None;
    }
    let abbreviation = view.block.folded(short);
    let is_foreign = abbreviation.is_ascii();
    let head = (open.saturating_sub(FULL)..open)
        .rev()
        .take_while(|&at| {
            (view.is_word(at) || view.is_quotation_mark(at)) && view.cue(at).is_none()
        })
        .filter(|&at| is_body(view, at))
        .find(|&at| {
            let first = phrase::extent(view, at, open).start;
            is_foreign || view.block.folded(first).chars().next() == abbreviation.chars().next()
        })?;
    let tokens = phrase::extent(view, head, open).start..open;
    Some((abbreviation.to_owned(), full_name(view, tokens, head)))
}

/// Whether the token is written as an abbreviation is: «СПЗ».
fn is_abbreviation(view: &View, at: usize) -> bool {
    view.is_capital(at)
        && matches!(view.block.tokens[at].shape, Shape::Upper | Shape::Mixed)
        && view.block.folded(at).chars().nth(1).is_some()
}

/// Whether the token is a noun for a body, and no abbreviation of one.
fn is_body(view: &View, at: usize) -> bool {
    view.block.tokens[at].shape != Shape::Upper
        && view.sense(at).noun.is_some_and(|noun| noun.kind.is_body() && noun.singular)
}

/// The name in the nominative, with the capital that its sentence's beginning may have given it.
fn full_name(view: &View, tokens: Range<usize>, head: usize) -> String {
    // «возглавившая Комиссию по ценам»: a name opens with a capital.
    let first = tokens.clone().take_while(|&at| at <= head).find(|&at| view.is_capital(at));
    let tokens = first.unwrap_or(tokens.start)..tokens.end;
    let is_proper = view.is_capital(tokens.start);
    let name = phrase::nominative(view, tokens, head, Case::Genitive);
    if is_proper { phrase::capital_head(&name) } else { name }
}

/// The first letters of a word.
fn head(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

/// Whether a word is put together from the beginnings of these: «минтруд» from «министерство труда».
/// The last of them may stand in it whole.
fn is_made(short: &str, words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let common = common(short, first);
    let letters = short.chars().count();
    if rest.is_empty() {
        // «генпрокуратура» of «генеральной прокуратуры»
        return common >= PART && letters - common <= 1;
    }
    (PART..=common).any(|taken| {
        let left: String = short.chars().skip(taken).collect();
        is_made(&left, rest)
    })
}
