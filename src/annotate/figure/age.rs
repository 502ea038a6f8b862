use crate::article::FigureKind;
use crate::language::numbers::{CompoundClass, Context, Lead, Period};

use super::Found;
use super::date::ordinal_suffix;
use super::quantity::Quantity;
use super::words::Words;

/// How far before a number of years a word that makes it an age may stand.
const REACH: usize = 4;

/// The age, anniversary or lasting that opens at this token.
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    compound(words, start).or_else(|| years(words, start)).or_else(|| year_of_life(words, start))
}

/// «43-летний», «двухлетний», «25-летие», «10-дневный», «5-процентный».
fn compound(words: &Words, start: usize) -> Option<Found> {
    let (value, second, end) = if let Some(value) = words.digits(start) {
        let mut noun = start + 1;
        if words.is_dash(noun) && words.is_joined(noun) && words.is_joined(noun + 1) {
            noun += 1;
        }
        (value, words.folded(noun), noun + 1)
    } else {
        let (value, second) = words.numbers.compound(words.folded(start))?;
        (value, second, start + 1)
    };
    // «43-х летний»: endings written out.
    let word = words.numbers.word(words.numbers.id(second));
    let (class, period) = word.compound?;
    let (unit, factor) = period.ucum();
    let kind = match class {
        CompoundClass::Anniversary => FigureKind::Age,
        CompoundClass::Old if !words.word(end).context.is(Context::TERM) => FigureKind::Age,
        CompoundClass::HalfOf => return None,
        _ => FigureKind::Duration,
    };
    let mut found = Found::new(kind, start..end);
    found.value = Some(value * factor);
    found.unit = Some(unit.to_owned());
    Some(found)
}

/// «62 года» where the words before say that it is an age; «до 18 лет», «старше 60 лет».
fn years(words: &Words, start: usize) -> Option<Found> {
    let quantity = Quantity::read(words, start)?;
    if words.word(quantity.end).period != Some(Period::Year) {
        return None;
    }
    let aged = (start.saturating_sub(REACH)..start)
        .any(|before| words.word(before).context.is(Context::AGED));
    if !aged {
        return None;
    }
    let mut found = Found::new(FigureKind::Age, start..quantity.end + 1);
    found.value = quantity.value;
    found.to = quantity.to;
    found.bound = quantity.bound.map(super::side);
    found.unit = Some("a".to_owned());
    Some(found)
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
