//! Figures: numbers, sums, shares, ages, ordinals, measures, dates, times and lengths of time.
//!
//! One pass over the tokens of a block. Where a token can open a figure, the readers are asked in
//! turn, the most special first; the first that finds one takes its tokens.

mod age;
mod amount;
mod calendar;
mod clock;
mod counted;
mod date;
mod era;
mod found;
mod name;
mod number;
mod order;
mod ordinal;
mod point;
mod quantity;
mod relative;
#[cfg(test)]
mod tests;
mod unit;
mod when;
mod words;
mod year;

use unicode_segmentation::GraphemeCursor;

use crate::article::{Figure, FigureKind, Quote, Span};
use crate::language::numbers::Flag;

use super::text::{Shape, Text};
use calendar::Day;
use found::{Found, side};
use words::Words;

pub(in crate::annotate) use number::roman;

/// The figures of the text, in its order; relative dates count from the day of publication.
#[must_use]
pub fn find(text: &Text, published: Option<&str>) -> Vec<Figure> {
    let today = published.and_then(Day::parse);
    let mut figures: Vec<Figure> = Vec::new();
    // What the last count counted, for a number that says only «их».
    let mut counted: Option<Span> = None;
    // The last sum of money: where its sentence starts, and its currency.
    let mut sum: Option<((usize, usize), Option<String>)> = None;
    for (number, block) in text.blocks.iter().enumerate() {
        let words = Words::new(block, text.language);
        for mut found in find_in(&words, today) {
            let at = block.span(number, found.tokens.clone());
            if !is_whole(block.text, at) {
                continue;
            }
            let of = found.counts.then(|| of(&words, number, &found, counted)).flatten();
            if found.kind == FigureKind::Count
                && of.is_some()
                && (counted.is_none() || !is_governed(&words, found.tokens.start))
            {
                counted = of;
            }
            let sentence = (number, block.sentence(found.tokens.start).start);
            if found.kind == FigureKind::Money {
                sum = Some((sentence, found.unit.clone()));
            } else if found.kind == FigureKind::Count
                && of.is_none()
                && amount::ends_with_magnitude(&words, found.tokens.end)
                && let Some((_, unit)) = sum.as_ref().filter(|(place, _)| *place == sentence)
            {
                // «доходы — 4 млрд рублей, расходы — 5 млрд»
                found.kind = FigureKind::Money;
                found.unit.clone_from(unit);
            }
            figures.push(Figure {
                id: format!("f{}", figures.len() + 1),
                kind: found.kind,
                at,
                value: found.value,
                to: found.to,
                bound: found.bound,
                unit: found.unit,
                date: found.date,
                of,
                quote: None,
            });
        }
    }
    figures
}

/// Whether a preposition stands before the token: «15 школ на 3 тысячи мест» is about the schools.
fn is_governed(words: &Words, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| {
        let word = words.word(before);
        word.lead.is_some() || word.is(Flag::Preposition)
    })
}

fn of(words: &Words, block: usize, found: &Found, counted: Option<Span>) -> Option<Span> {
    if let Some(phrase) = counted::phrase(words, found) {
        return Some(words.block.span(block, phrase)).filter(|of| is_whole(words.block.text, *of));
    }
    if found.kind != FigureKind::Count {
        return None;
    }
    let sentence = words.block.sentence(found.tokens.start).start;
    counted::is_anaphoric(words, sentence..found.tokens.start).then_some(counted)?
}

/// Whether both edges stand on grapheme borders, so that no combining letter is cut off.
fn is_whole(text: &str, span: Span) -> bool {
    let is_edge = |at: usize| {
        // Behind a letter of these alphabets and before a space or mark there is always one.
        let plain = |character: Option<char>| {
            character.is_none_or(|c| c.is_ascii() || ('\u{400}'..'\u{482}').contains(&c))
        };
        plain(text[..at].chars().next_back()) && plain(text[at..].chars().next())
            || GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
    };
    is_edge(span.start) && is_edge(span.end)
}

fn find_in(words: &Words, today: Option<Day>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let named = address(words, at).or_else(|| name::telephone(words, at));
        if let Some(end) = named.or_else(|| name::street(words, at)) {
            at = end;
            continue;
        }
        let found = can_open(words, at).then(|| read(words, at, today)).flatten();
        at = found.as_ref().map_or(at + 1, |found| found.tokens.end.max(at + 1));
        if let Some(age) = found.as_ref().filter(|found| found.kind == FigureKind::Age) {
            age::spread(words, &mut all, age);
        }
        all.extend(found);
    }
    all
}

/// Whether a figure can open with this token: the quick test that most tokens fail.
fn can_open(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    word.is(Flag::Opens)
        || word.is(Flag::Leads) && is_followed(words, at)
        || match words.shape(at) {
            Shape::Number => true,
            Shape::Upper | Shape::Capital => {
                roman(words.block.word(at)).is_some() || is_compound(words, at)
            }
            Shape::Lower => is_compound(words, at),
            _ => false,
        }
}

/// Whether anything of a figure can stand behind the preposition at this token, or it opens a phrase: not «в школе».
fn is_followed(words: &Words, at: usize) -> bool {
    let is_word = matches!(words.shape(at + 1), Shape::Lower | Shape::Capital);
    !is_word
        || words.is_known(at + 1)
        || can_open(words, at + 1)
        || words.bound(at).is_some()
        || words.phrase(at, &words.numbers.lead_phrases).is_some()
}

/// Whether the token can be «двухлетний» or «два-три».
fn is_compound(words: &Words, at: usize) -> bool {
    words.numbers.may_be_compound(words.folded(at)) || words.halves(at).is_some()
}

fn read(words: &Words, at: usize, today: Option<Day>) -> Option<Found> {
    if name::is_title(words, at) {
        return None;
    }
    age::read(words, at)
        .or_else(|| when::read(words, at, today))
        .or_else(|| ordinal::read(words, at))
        .or_else(|| amount::read(words, at))
}

/// The end of the web address that opens here, if one does: its digits are no figures.
fn address(words: &Words, at: usize) -> Option<usize> {
    let opens = words.is_mark(at, ":")
        && words.is_mark(at + 1, "/")
        && words.is_joined(at + 1)
        && words.is_mark(at + 2, "/")
        && words.is_joined(at + 2);
    if !opens {
        return None;
    }
    let mut end = at + 3;
    while words.is_joined(end) {
        end += 1;
    }
    Some(end)
}

/// Names on each figure the quote that it stands in: it is the speaker's figure.
pub fn tie_to_quotes(figures: &mut [Figure], quotes: &[Quote]) {
    let mut parts: Vec<(Span, &str)> = quotes
        .iter()
        .flat_map(|quote| quote.parts.iter().map(|part| (*part, quote.id.as_str())))
        .collect();
    parts.sort_unstable();
    for figure in figures {
        // Quotes do not overlap: only the last part that opens before the figure can hold it.
        let before = parts.partition_point(|(part, _)| {
            (part.block, part.start) <= (figure.at.block, figure.at.start)
        });
        let holder = before.checked_sub(1).map(|last| parts[last]);
        figure.quote =
            holder.filter(|(part, _)| part.contains(&figure.at)).map(|(_, id)| id.to_owned());
    }
}
