use crate::annotate::text::Shape;
use crate::article::FigureKind;
use crate::language::numbers::{Flag, Lead, NumberClass};

use super::found::product;
use super::number::Form;
use super::quantity::{Quantity, signed};
use super::words::Words;
use super::{Found, name, unit, when};

/// The sum, share, measure, length of time or count that opens at this token.
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    let quantity = Quantity::read(words, start)?;
    if quantity.is_article() {
        return None;
    }
    let first = first_number(words, &quantity);
    let mut found = Found::new(FigureKind::Count, quantity.start..quantity.end);
    found.value = quantity.value;
    found.to = quantity.to;
    found.bound = quantity.bound.map(super::side);
    let negative = found.value.is_some_and(|value| value < 0.0);
    if words.is_digits(first) && !negative && name::holds(words, first, quantity.end) {
        return None;
    }
    let unit =
        unit::halved(words, first).or_else(|| unit::read(words, quantity.end, quantity.sign));
    if let Some(unit) = unit {
        found.kind = unit.kind;
        found.tokens.end = unit.end;
        found.unit = unit.code;
        found.value = found.value.map(|value| product(value, unit.factor));
        found.to = found.to.map(|to| product(to, unit.factor));
        // «5–7 градусов мороза»: from -7 to -5.
        if unit.factor < 0.0 && found.to.is_some() {
            std::mem::swap(&mut found.value, &mut found.to);
        }
        if found.kind == FigureKind::Duration {
            if let Some(period) = words.word(unit.end - 1).period {
                when::add_smaller(words, &mut found, period);
            }
        } else if let Some(smaller) = unit::smaller(words, &found) {
            found.tokens.end = smaller.end;
            found.value = found.value.map(|value| value + smaller.value);
        }
        return Some(found);
    }
    // «-10» alone may be a temperature; «- 10 человек» opens a line of speech or a list.
    let has_sign = negative || words.word(quantity.start).is(Flag::Plus);
    if has_sign && words.shape(quantity.end) != Shape::Mark {
        return None;
    }
    if let Some((unit, factor)) = change(words, &quantity) {
        found.kind = unit.kind;
        found.unit = unit.code;
        found.value = found.value.map(|value| product(value, factor * unit.factor));
        return Some(found);
    }
    found.counts = !words.word(first).is(Flag::Times);
    // «вторая половина»: a part, and no number.
    let half = start > 0
        && words.word(start - 1).ordinal.is_some()
        && matches!(words.word(first).number, Some((NumberClass::Fraction, _)));
    // «1/8 финала»: a stage.
    let is_stage =
        found.value.is_some_and(|value| value < 1.0) && words.word(quantity.end).is(Flag::Idiom);
    if half || is_stage {
        return None;
    }
    match quantity.form {
        Form::One if quantity.bound.is_none() && !one_counts(words, first) => None,
        Form::Vague if quantity.end == first + 1 && is_some_of(words, first) => None,
        _ => Some(found),
    }
}

/// What the number at the end of a change is a number of, and its magnitude, which are the first
/// number's too: «с 52 до 58 тысяч рублей».
fn change(words: &Words, first: &Quantity) -> Option<(unit::Unit, f64)> {
    let from = first.start > 0 && words.word(first.start - 1).lead == Some(Lead::From);
    let to = words.word(first.end).lead == Some(Lead::To);
    let (last, sign) = (from && to).then(|| signed(words, first.end + 1)).flatten()?;
    let unit = unit::read(words, last.end, sign)?;
    let large =
        first.value.is_none_or(|value| value >= 1000.0) || ends_with_magnitude(words, first.end);
    let timed = matches!(unit.kind, FigureKind::Duration);
    (!timed).then_some((unit, if large { 1.0 } else { last.factor }))
}

/// Whether a number that ends before this token does so with «млн» or the like.
pub(super) fn ends_with_magnitude(words: &Words, end: usize) -> bool {
    let last = end.checked_sub(if end > 1 && words.is_mark(end - 1, ".") { 2 } else { 1 });
    last.is_some_and(|last| {
        matches!(
            words.word(last).number,
            Some((NumberClass::Magnitude | NumberClass::Plural, factor)) if factor >= 1000.0
        )
    })
}

/// The token of the first number, past bound and sign.
fn first_number(words: &Words, quantity: &Quantity) -> usize {
    (quantity.start..quantity.end)
        .find(|at| words.is_digits(*at) || words.word(*at).number.is_some())
        .unwrap_or(quantity.start)
}

/// Whether the token is «несколько», which gives no size at all.
fn is_some_of(words: &Words, token: usize) -> bool {
    matches!(words.word(token).number, Some((NumberClass::Vague, _)))
}

/// Whether «один» counts here: «погиб один человек», not «один из лидеров», «ещё один», «один и
/// тот же», «за одним столом».
fn one_counts(words: &Words, token: usize) -> bool {
    let next = words.word(token + 1);
    if next.is(Flag::Selects) || next.is(Flag::And) && words.word(token + 2).pointer.is_some() {
        return false;
    }
    if next.is(Flag::CountsOne) {
        return true;
    }
    let Some(before) = token.checked_sub(1).map(|before| words.word(before)) else { return true };
    !before.is(Flag::Singles) && !before.is(Flag::Preposition) && before.lead.is_none()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn one_counts_unless_it_singles_out() {
        check("Погиб один человек.", &["Count «один» 1 of человек"]);
        check("Двое убиты, один ранен.", &["Count «Двое» 2", "Count «один» 1"]);
        check("Это один сплошной праздник.", &[]);
        check("Ещё один музей, один из лучших.", &[]);
        check("Сидят за одним столом, в одном и том же зале.", &[]);
    }
}
