use crate::annotate::text::Token;
use crate::language::numbers::{Flag, NumberClass, Period};

use super::calendar::Day;
use super::date;
use super::number;
use super::ordinal;
use super::point::Point;
use super::words::Words;

/// The decade, century, season, quarter or half of a year that opens at this token.
pub(super) fn read(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    decade(words, at)
        .or_else(|| century(words, at))
        .or_else(|| season(words, at, led, today))
        .or_else(|| part_of_year(words, at, today))
}

/// «1990-е годы», «90-х», «девяностых годов»; ISO 8601-2 writes the decade as «199X».
fn decade(words: &Words, at: usize) -> Option<Point> {
    let (end, number): (usize, i32) = if let Some(digits) = words.digit_text(at) {
        let end = ordinal::suffix(words, at + 1);
        let is_plural = end > at + 1 && words.word(end - 1).is(Flag::PluralEnding);
        let is_decade = digits.ends_with('0') && matches!(digits.len(), 2 | 4);
        (is_plural && is_decade).then(|| digits.parse().ok()).flatten().map(|n| (end, n))?
    } else {
        let tens = words.word(at).ordinal.filter(|tens| (20.0..100.0).contains(tens))?;
        // «в конце девяностых завод закрыли», «в девяностых», but not «девяностых матчей».
        let before = at.checked_sub(1).map(|before| words.word(before));
        let edge = before.is_some_and(|word| word.is(Flag::Edge));
        let led = before.is_some_and(|word| word.lead.is_some()) && is_free(words, at + 1);
        if !words.word(at + 1).is(Flag::Years) && !(words.is_many(at) && (edge || led)) {
            return None;
        }
        (at + 1, format!("{tens}").parse().ok()?)
    };
    let named = words.word(end).is(Flag::Years);
    // «30-х чтений» counts; «в 90-х» does not.
    let free = is_free(words, end);
    if !named && words.is_digits(at) && words.digit_text(at).is_some_and(|d| d.len() == 2) && !free
    {
        return None;
    }
    let mut end = if named { end + 1 } else { end };
    let mut number = if number < 100 { 1900 + number } else { number };
    if !named && words.is_digits(at) && number % 10 != 0 {
        return None;
    }
    // «в сороковых годах XIV века»
    if let Some(century) = century(words, end)
        && let Some(hundreds) =
            century.iso.as_deref().and_then(|iso| iso.get(..2)?.parse::<i32>().ok())
    {
        number = hundreds * 100 + number % 100;
        end = century.end;
    }
    let iso = Some(format!("{:03}X", number / 10));
    Some(Point { end, iso, full: true, ..Point::default() })
}

/// Whether nothing that could be counted stands at this token.
fn is_free(words: &Words, at: usize) -> bool {
    !words.block.tokens.get(at).is_some_and(Token::is_word)
        || words.word(at).lead.is_some()
        || words.word(at).is(Flag::Stops)
        || words.word(at).is(Flag::Preposition)
}

/// «XIX век», «в XVIII—XIX веках», «20-го века», «двадцатого века»; ISO 8601-2 «18XX».
fn century(words: &Words, at: usize) -> Option<Point> {
    let (mut end, first) = century_number(words, at)?;
    let mut last = None;
    if (words.is_dash(end) || words.is_and(end))
        && let Some((after, second)) = century_number(words, end + 1)
    {
        (end, last) = (after, Some(second));
    }
    let is_word = words.word(end).is(Flag::Century);
    // «XX в.» is a century, «Эдуард VII в Лондоне» is not.
    let is_short = words.folded(end).len() <= 4;
    if !is_word || is_short && !words.is_mark(end + 1, ".") {
        return None;
    }
    let iso = |century: f64| format!("{:02.0}XX", century - 1.0);
    let iso = match last {
        Some(last) => format!("{}/{}", iso(first), iso(last)),
        None => iso(first),
    };
    Some(Point { end: end + 1, iso: Some(iso), full: true, ..Point::default() })
}

fn century_number(words: &Words, at: usize) -> Option<(usize, f64)> {
    if at >= words.len() {
        return None;
    }
    let (end, value) = if let Some(value) = number::roman(words.block.word(at)) {
        (ordinal::suffix(words, at + 1), value)
    } else if words.is_digits(at) {
        let end = ordinal::suffix(words, at + 1);
        (end > at + 1).then(|| words.digits(at)).flatten().map(|value| (end, value))?
    } else {
        let tens = words.word(at).number.filter(|(_, value)| (20.0..30.0).contains(value));
        let at = at + usize::from(tens.is_some());
        (at + 1, tens.map_or(0.0, |(_, value)| value) + words.word(at).ordinal?)
    };
    (1.0..=21.0).contains(&value).then_some((end, value))
}

/// «летом 2018 года», «к осени», «весной».
fn season(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    let word = words.word(at);
    let season = word.season?;
    let year = date::year_of(words, at + 1, today);
    if !word.is(Flag::Adverbial) && !led && year.is_none() {
        return None;
    }
    let (end, year) = year.unwrap_or((at + 1, None));
    let iso = year.map(|year| format!("{year:04}-{season}"));
    Some(Point { end, iso, full: year.is_some(), ..Point::default() })
}

/// «первый квартал 2018 года», «во втором полугодии»: 33 to 36 and 40, 41 in ISO 8601-2.
fn part_of_year(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let (noun, number) = if words.is_digits(at) {
        let end = ordinal::suffix(words, at + 1);
        (end > at + 1).then(|| words.digits(at)).flatten().map(|number| (end, number))?
    } else if let Some(number) = words.word(at).ordinal {
        (at + 1, number)
    } else {
        (at + 1, number::roman(words.block.tokens.get(at).map(|_| words.block.word(at))?)?)
    };
    let half = matches!(words.word(noun).number, Some((NumberClass::Fraction, half)) if half > 0.4);
    let (base, count) = match words.word(noun).period {
        Some(Period::Quarter) => (32.0, 4.0),
        Some(Period::HalfYear) => (39.0, 2.0),
        _ if half => (39.0, 2.0),
        _ => return None,
    };
    if !(1.0..=count).contains(&number) {
        return None;
    }
    // «первая половина XX века», «вторая половина 1990-х годов»
    if half && date::year_of(words, noun + 1, today).is_none() {
        return century(words, noun + 1)
            .or_else(|| decade(words, noun + 1))
            .or_else(|| date::month(words, noun + 1, today));
    }
    let (end, year) = date::year_of(words, noun + 1, today).unwrap_or((noun + 1, None));
    let iso = year.map(|year| format!("{year:04}-{:.0}", base + number));
    Some(Point { end, iso, full: year.is_some(), ..Point::default() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_decades_and_centuries() {
        check("В 1990-е годы.", &["Date «В 1990-е годы» 199X"]);
        check("В начале 90-х.", &["Date «В начале 90-х» 199X"]);
        check("Встал в девяностых.", &["Date «в девяностых» 199X"]);
        check("В конце девяностых завод встал.", &["Date «В конце девяностых» 199X"]);
        check("В девяностых годах.", &["Date «В девяностых годах» 199X"]);
        check("В XXI веке.", &["Date «В XXI веке» 20XX"]);
        check("В двадцатом веке.", &["Date «В двадцатом веке» 19XX"]);
        check("Эдуард VII в Лондоне.", &["Ordinal «VII» 7"]);
    }

    #[test]
    fn reads_parts_of_the_year() {
        check("Летом 2017 года.", &["Date «Летом 2017 года» 2017-22"]);
        check("В первом квартале 2018 года.", &["Date «В первом квартале 2018 года» 2018-33"]);
        check("В первой половине 2019 года.", &["Date «В первой половине 2019 года» 2019-40"]);
        check("Во втором полугодии 2018 года.", &["Date «Во втором полугодии 2018 года» 2018-41"]);
    }
}
