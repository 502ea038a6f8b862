use crate::article::FigureKind;
use crate::language::grammar::Habit;
use crate::language::numbers::{CompoundClass, Context, Lead, Period, Word};

use super::Found;
use super::date::ordinal_suffix;
use super::quantity::Quantity;
use super::words::Words;
use crate::annotate::text::Shape;

/// How far before a number of years a word that makes it an age may stand.
const REACH: usize = 4;

/// More years than this are no age.
const OLDEST: f64 = 150.0;

/// The age, anniversary or lasting that opens at this token.
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    compound(words, start)
        .or_else(|| bare(words, start))
        .or_else(|| years(words, start))
        .or_else(|| year_of_life(words, start))
}

/// «43-летний», «двухлетний», «25-летие», «10-дневный», «5-процентный».
fn compound(words: &Words, start: usize) -> Option<Found> {
    let (value, second, end) = if let Some(value) = words.digits(start) {
        let mut noun = start + 1;
        // «85-ти летний»
        let ending = ordinal_suffix(words, noun);
        if ending > noun && words.word(ending).compound.is_some() {
            noun = ending;
        } else if words.is_dash(noun) && words.is_joined(noun) && words.is_joined(noun + 1) {
            noun += 1;
        }
        (value, words.folded(noun), noun + 1)
    } else {
        let (value, second) = words.numbers.compound(words.folded(start))?;
        (value, second, start + 1)
    };
    let word = words.numbers.word(words.numbers.id(second));
    // “83 per cent” is no compound.
    let parted = word.power == Some(0)
        && end == start + 2
        && !words.is_joined(start + 1)
        && words.word(end).unit.is_some();
    if let Some((kind, unit)) = part(words, word).filter(|_| !parted) {
        let mut found = Found::new(kind, start..end);
        found.value = Some(value);
        found.unit = unit;
        return Some(found);
    }
    let (class, period) = word.compound?;
    let (unit, factor) = period.ucum();
    let kind = match class {
        CompoundClass::Anniversary => FigureKind::Age,
        CompoundClass::Old if !words.any(end..end + 2, Context::TERM) => FigureKind::Age,
        CompoundClass::HalfOf => return None,
        _ => FigureKind::Duration,
    };
    let anniversary = words.word(end).context.is(Context::ANNIVERSARY);
    let mut found = Found::new(kind, start..end + usize::from(anniversary));
    found.value = Some(value * factor);
    found.unit = Some(unit.to_owned());
    Some(found)
}

/// What a compound is that tells no time: «50-процентный», «96-метровый», «трёхкратный».
fn part(words: &Words, word: &Word) -> Option<(FigureKind, Option<String>)> {
    if word.power == Some(0) {
        return Some((FigureKind::Percent, Some("%".to_owned())));
    }
    match word.counts? {
        None => Some((FigureKind::Count, None)),
        Some(unit) => {
            let code = words.numbers.units[unit].code.to_owned();
            Some((FigureKind::Measure, Some(code)))
        }
    }
}

/// “Ruth Odell, 57, …”: a number alone between commas, behind a name.
fn bare(words: &Words, start: usize) -> Option<Found> {
    if !words.numbers.grammar.has(Habit::BareAge) || start < 2 {
        return None;
    }
    let value = words.digits(start).filter(|age| (1.0..120.0).contains(age))?;
    let opened = matches!(words.folded(start - 1), "," | "(");
    let named = matches!(words.shape(start - 2), Shape::Capital | Shape::Upper);
    let closed = matches!(words.folded(start + 1), "," | "." | ")" | ";");
    let goes_on = words.is_digits(start + 2) && words.is_joined(start + 2);
    let dated = words.word(start - 2).month.is_some();
    if !(opened && named && closed) || goes_on || dated {
        return None;
    }
    let mut found = Found::new(FigureKind::Age, start..start + 1);
    found.value = Some(value);
    found.unit = Some("a".to_owned());
    Some(found)
}

/// «62 года» where the words before say that it is an age; «до 18 лет», «старше 60 лет».
fn years(words: &Words, start: usize) -> Option<Found> {
    let quantity = Quantity::read(words, start)?;
    let lived = |value: Option<f64>| value.is_none_or(|value| value <= OLDEST);
    if words.word(quantity.end).period != Some(Period::Year)
        || quantity.is_article()
        || !lived(quantity.value)
        || !lived(quantity.to)
    {
        return None;
    }
    let mut end = quantity.end + 1;
    if words.numbers.grammar.has(Habit::BareAge) {
        // “23 years old”, “aged 23 years”: an age is always called one.
        let old = words.word(end).context.is(Context::AGED);
        if !old && !words.any(start.saturating_sub(1)..start, Context::AGED) {
            return None;
        }
        end += usize::from(old);
    } else if !is_age(words, quantity.start, quantity.end, quantity.bound.is_some()) {
        return None;
    }
    // «115 лет и 253 дня»
    let and = end + usize::from(words.is_and(end));
    if let Some(rest) = Quantity::read(words, and)
        && matches!(words.word(rest.end).period, Some(Period::Day | Period::Month))
    {
        end = rest.end + 1;
    }
    let mut found = Found::new(FigureKind::Age, quantity.start..end);
    found.value = quantity.value;
    found.to = quantity.to;
    found.bound = quantity.bound.map(super::side);
    found.unit = Some("a".to_owned());
    Some(found)
}

/// Whether the years between these tokens are somebody's age.
fn is_age(words: &Words, start: usize, noun: usize, bounded: bool) -> bool {
    let before = start.saturating_sub(REACH)..start;
    let next = words.word(noun + 1);
    if next.context.is(Context::SENTENCE) || next.after.is_some() {
        return false;
    }
    if words.any(start.saturating_sub(REACH)..noun, Context::AGED) {
        return true;
    }
    if start == 0 || bounded || words.any(before, Context::SPENT) {
        return false;
    }
    let last = words.word(start - 1);
    // «в 23 года», «с пяти лет»
    if matches!(last.lead, Some(Lead::At | Lead::From)) {
        return true;
    }
    // «Ивану Петрову 30 лет», «(43 года)», «жертва, 56 лет,»
    let closed = words.shape(noun + 1) == Shape::Mark;
    let opened = matches!(words.folded(start - 1), "," | "(" | "—" | "–");
    words.shape(start - 1) == Shape::Capital || opened && closed
}

/// «на 78-м году».
fn year_of_life(words: &Words, start: usize) -> Option<Found> {
    if words.word(start).lead != Some(Lead::On) {
        return None;
    }
    let value = words.digits(start + 1).or(words.word(start + 1).ordinal)?;
    let noun = ordinal_suffix(words, start + 2);
    if words.word(noun).period != Some(Period::Year) || value > 130.0 {
        return None;
    }
    let mut found = Found::new(FigureKind::Age, start..noun + 1);
    found.value = Some(value - 1.0);
    found.unit = Some("a".to_owned());
    Some(found)
}
