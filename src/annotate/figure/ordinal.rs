use crate::article::FigureKind;
use crate::language::numbers::{Flag, NumberClass};

use super::Found;
use super::number;
use super::words::Words;
use crate::annotate::text::Shape;

/// The place in an order that opens at this token: «первый», «двадцать первый», «5-й», «XXI».
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    let numeral = roman(words, start);
    let (value, end) = spelled(words, start).or_else(|| digits(words, start)).or(numeral)?;
    if words.word(end).is(Flag::Idiom) {
        return None;
    }
    if words.word(end).is(Flag::Anniversary) {
        let mut found = Found::new(FigureKind::Age, start..end + 1);
        found.value = Some(value);
        found.unit = Some("a".to_owned());
        return Some(found);
    }
    let mut found = Found::new(FigureKind::Ordinal, start..end);
    found.value = Some(value);
    // «Екатерина II» orders nothing that follows.
    let names = numeral.is_some() && is_after_name(words, start);
    let numbers_a_part = words.is_digits(start) && is_part(words, start);
    found.counts = !names && !numbers_a_part;
    Some(found)
}

/// Past «-го», «-м», «-х» after digits.
pub(super) fn suffix(words: &Words, at: usize) -> usize {
    let is_suffix = words.is_dash(at)
        && words.is_joined(at)
        && words.is_joined(at + 1)
        && words.shape(at + 1) == Shape::Lower
        && words.folded(at + 1).len() <= 6;
    if is_suffix { at + 2 } else { at }
}

fn spelled(words: &Words, start: usize) -> Option<(f64, usize)> {
    // «100-тысячный» is no thousandth.
    if words.is_joined(start) && words.is_dash(start - 1) {
        return None;
    }
    if let Some(last) = words.word(start).ordinal {
        return Some((last, start + 1));
    }
    // «двадцать первый», «тысяча девятьсот девяностый»: the last word fills what the others leave.
    words.word(start).number.filter(|(class, _)| {
        matches!(class, NumberClass::One | NumberClass::Cardinal | NumberClass::Magnitude)
    })?;
    let head = number::read(words, start)?;
    let (value, last) = (head.value?, words.word(head.end).ordinal?);
    let free = |place: f64| value % place == 0.0 && last < place;
    let fits = free(10.0) && value % 100.0 >= 20.0 || free(100.0) || free(1000.0);
    fits.then_some((value + last, head.end + 1))
}

/// «5-й»; «статья 5».
fn digits(words: &Words, start: usize) -> Option<(f64, usize)> {
    let value = words.digits(start)?;
    let end = suffix(words, start + 1);
    if end > start + 1 {
        // «73-х» is a cardinal.
        let cardinal = words.word(end - 1).is(Flag::CardinalEnding);
        return (!cardinal).then_some((value, end));
    }
    if !is_part(words, start) {
        return None;
    }
    // «статья 205.1»
    if words.is_mark(start + 1, ".")
        && words.is_joined(start + 1)
        && words.is_joined(start + 2)
        && let Some(article) = words.digit_text(start + 2).filter(|digits| digits.len() <= 2)
    {
        // «пункт 4.1.7» is no number.
        let goes_on = words.is_mark(start + 3, ".")
            && words.is_joined(start + 3)
            && words.is_joined(start + 4)
            && words.is_digits(start + 4);
        let value = format!("{value}.{article}").parse().ok()?;
        return (!goes_on).then_some((value, start + 3));
    }
    Some((value, start + 1))
}

/// «Иоанн Павел II», «XXI»: a numeral after a name, or of more than one letter.
fn roman(words: &Words, start: usize) -> Option<(f64, usize)> {
    if !matches!(words.shape(start), Shape::Upper | Shape::Capital) {
        return None;
    }
    let text = words.block.word(start);
    let value = number::roman(text)?;
    let named = is_after_name(words, start);
    // «V съезд»; a single letter elsewhere is an initial or another language's word.
    let single = text.chars().count() == 1;
    let counts = words.shape(start + 1) == Shape::Lower
        && words.folded(start + 1).starts_with(|letter: char| !letter.is_ascii());
    let latin = text.is_ascii() || !single;
    (latin && (named || counts || !single)).then_some((value, start + 1))
}

/// Whether the digits number a place in a text or a row: «статья 5», «ч. 2».
fn is_part(words: &Words, start: usize) -> bool {
    let stop = start > 1 && words.is_mark(start - 1, ".");
    let opener = start.checked_sub(if stop { 2 } else { 1 });
    // Only an abbreviation has a full stop: «ст. 5», «пунктов. 5 школ».
    let whole =
        |opener: usize| !stop || words.folded(opener).len() <= 4 && !words.is_joined(opener);
    opener.is_some_and(|opener| words.word(opener).is(Flag::Part) && whole(opener))
}

/// Whether a word with a capital stands before the numeral.
fn is_after_name(words: &Words, start: usize) -> bool {
    start > 0
        && words.shape(start - 1) == Shape::Capital
        && !words.is_joined(start)
        && !words.opens_sentence(start)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_places_in_an_order() {
        check("Занял третье место.", &["Ordinal «третье» 3 of место"]);
        check("Живёт на 5-м этаже.", &["Ordinal «5-м» 5 of этаже"]);
        check("Двадцать первый раз.", &["Ordinal «Двадцать первый» 21 of раз"]);
        check("Сто двадцать пятый номер.", &["Ordinal «Сто двадцать пятый» 125 of номер"]);
        check("Тысяча девятьсот девяностый.", &["Ordinal «Тысяча девятьсот девяностый» 1990"]);
        check(
            "Три первых места.",
            &["Count «Три» 3 of первых места", "Ordinal «первых» 1 of места"],
        );
        check("Вторая мировая война.", &["Ordinal «Вторая» 2 of мировая война"]);
        check("Екатерина II уехала.", &["Ordinal «II» 2"]);
        check("По статье 205.1 кодекса.", &["Ordinal «205.1» 205.1"]);
    }

    #[test]
    fn titles_are_none() {
        check("Первая леди и первый вице-премьер.", &[]);
    }
}
