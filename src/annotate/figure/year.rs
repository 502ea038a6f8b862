use crate::annotate::text::Shape;
use crate::language::numbers::{Flag, Lead};

use super::number;
use super::ordinal;
use super::point::Point;
use super::words::Words;

/// A year's number and the word after it, from this token on.
pub(super) struct Year {
    /// The token after it.
    pub(super) end: usize,
    /// The year.
    pub(super) number: i32,
}

/// «2018 года», «2018г», «18-го года», «две тысячи восемнадцатого года»; bare digits where
/// `bare` allows them.
pub(super) fn year(words: &Words, at: usize, bare: bool) -> Option<Year> {
    if let Some(digits) = words.digit_text(at) {
        let mut number = digits.parse().ok()?;
        let mut end = ordinal::suffix(words, at + 1);
        // «67-го года»: of this century or the last, whichever is not ahead.
        if digits.len() == 2
            && end > at + 1
            && words.word(end).is(Flag::Year)
            && !is_year_of_life(words, at)
        {
            number += if number < 30 { 2000 } else { 1900 };
        } else if !(3..=4).contains(&digits.len()) {
            return None;
        }
        if number >= 2100 {
            return None;
        }
        if words.word(end).is(Flag::Year) {
            end += 1;
        } else if !(bare && digits.len() == 4 && (1000..2100).contains(&number)) {
            return None;
        }
        return Some(Year { end, number });
    }
    // «две тысячи восемнадцатый год», «тысяча девятьсот сорок пятый год»
    let head = number::read(words, at);
    let (mut end, mut total) = head.map_or((at, 0.0), |head| (head.end, head.value.unwrap_or(0.0)));
    total += words.word(end).ordinal?;
    end += 1;
    let named = words.word(end).is(Flag::Year);
    // «в две тысячи пятом.»
    let alone = bare && total >= 1000.0 && words.shape(end) == Shape::Mark;
    if !(named || alone) || total < 100.0 {
        return None;
    }
    let number = format!("{total}").parse().ok().filter(|year| (100..2100).contains(year))?;
    Some(Year { end: end + usize::from(named), number })
}

/// «на 77-м году»
fn is_year_of_life(words: &Words, at: usize) -> bool {
    at > 0 && words.word(at - 1).lead == Some(Lead::On)
}

/// «2018 года», «2010—2015 годах», «с 2010 по 2015 год», «в 2010 и 2015 годах», a bare «2018».
pub(super) fn years(words: &Words, at: usize, led: bool) -> Option<Point> {
    if let Some(year) = edition(words, at) {
        let iso = Some(format!("{year:04}"));
        return Some(Point { end: at + 1, iso, full: true, ..Point::default() });
    }
    let closes = |end: usize| words.word(end).is(Flag::Years) || words.word(end).is(Flag::Year);
    if let Some(first) = bare_year(words, at) {
        let mut between = at + 1;
        if words.word(between).is(Flag::Year) {
            between += 1;
        }
        let joins = words.is_dash(between)
            || words.is_mark(between, "/") && words.is_joined(between)
            || led && words.word(between).lead == Some(Lead::To);
        let gap = usize::from(words.word(between + 1).lead == Some(Lead::At));
        let second = between + 1 + gap;
        if joins && let Some(last) = bare_year_after(words, second, first) {
            let named = closes(second + 1);
            let full = words.digit_text(second).is_some_and(|digits| digits.len() == 4);
            let season = words.is_mark(between, "/") && last == first + 1;
            let ranged =
                led && words.word(between).lead == Some(Lead::To) && !measured(words, second + 1);
            let opened = at > 0 && words.is_mark(at - 1, "(");
            let alone = full && (ranged || stands_alone(words, at, second + 1, led));
            if named || season || alone || opened {
                let end = if named { second + 2 } else { second + 1 };
                let iso = Some(format!("{first:04}/{last:04}"));
                return Some(Point { end, iso, full: true, ..Point::default() });
            }
        }
        if words.word(at + 1).is(Flag::Years) {
            let iso = Some(format!("{first:04}"));
            return Some(Point { end: at + 2, iso, full: true, ..Point::default() });
        }
    }
    let suffix = ordinal::suffix(words, at + 1);
    let bare = if words.is_digits(at) {
        stands_alone(words, at, at + 1, led)
            || led && suffix > at + 1 && bare_year(words, at).is_some()
    } else {
        led
    };
    let found = year(words, at, bare)?;
    if words.is_digits(at) && words.is_joined(at) && words.is_dash(at - 1) && !led {
        return None;
    }
    let iso = Some(format!("{:04}", found.number));
    Some(Point { end: found.end, iso, full: true, ..Point::default() })
}

/// Whether what stands here makes a measure of the number before it.
fn measured(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    word.unit.is_some() || word.currency.is_some() || word.number.is_some() || word.period.is_some()
}

/// The year in the name of something that returns: «ЧМ-2018», «Кубок мира 2019».
fn edition(words: &Words, at: usize) -> Option<i32> {
    let year = bare_year(words, at).filter(|year| (1950..2040).contains(year))?;
    let dashed = at > 1 && words.is_joined(at) && words.is_joined(at - 1) && words.is_dash(at - 1);
    let name = if dashed { at - 2 } else { at.checked_sub(1)? };
    let named = words.is_mark(name, "»")
        || words.shape(name) == Shape::Capital && !words.word(name).is_known_elsewhere()
        || matches!(words.shape(name), Shape::Upper | Shape::Mixed);
    let parted = dashed || !words.is_joined(at);
    let goes_on =
        words.is_joined(at + 1) && (words.is_dash(at + 1) || words.block.tokens[at + 1].is_word());
    let counts = !dashed && (words.is_many(at + 1) || measured(words, at + 1));
    (named && parted && !goes_on && !counts).then_some(year)
}

/// The year that a four-digit run can name.
pub(super) fn bare_year(words: &Words, at: usize) -> Option<i32> {
    let digits = words.digit_text(at).filter(|digits| digits.len() == 4)?;
    digits.parse().ok().filter(|year| (1000..2100).contains(year))
}

/// The later year: four digits, or the last two of the same century.
fn bare_year_after(words: &Words, at: usize, first: i32) -> Option<i32> {
    let digits = words.digit_text(at)?;
    let number: i32 = match digits.len() {
        4 => digits.parse().ok()?,
        2 => first - first % 100 + digits.parse::<i32>().ok()?,
        _ => return None,
    };
    (first < number && number < 2100).then_some(number)
}

/// Whether digits without «год» can be a year here: after a lead, or set off by marks, and with
/// nothing after them that they could count.
fn stands_alone(words: &Words, at: usize, end: usize, led: bool) -> bool {
    let Some(year) = bare_year(words, at) else { return false };
    if !(1800..2060).contains(&year) {
        return false;
    }
    if words.is_joined(end) && !matches!(words.folded(end), "," | "." | ")" | ";" | ":" | "»" | "]")
    {
        return false;
    }
    let next = words.word(end);
    let free = match words.shape(end) {
        Shape::Mark => !words.is_mark(end, "%"),
        Shape::Capital => true,
        Shape::Lower => {
            next.lead.is_some()
                || next.is(Flag::Stops)
                || next.is(Flag::Preposition)
                || !words.is_known(end) && in_year(words, at)
        }
        _ => false,
    };
    if led {
        return free;
    }
    // «сезон 2016/17», «чемпионат мира 2013», «(р. 1993)»
    if words.any(at.saturating_sub(3)..at, Flag::Edition) {
        return free;
    }
    let opened = at == 0
        || matches!(words.folded(at - 1), "(" | "," | "—" | "–" | "-" | "/")
        || words.is_and(at - 1);
    let closed = matches!(words.folded(end), ")" | "," | "." | "—" | "–" | ";" | ":" | "")
        || words.is_and(end);
    opened && closed && (at == 0 || !words.is_joined(at) || words.is_mark(at - 1, "("))
}

/// Whether «в» stands before the digits: «в 2001 принят», where «до 2000 человек» counts.
fn in_year(words: &Words, at: usize) -> bool {
    at > 0
        && matches!(words.word(at - 1).lead, Some(Lead::At | Lead::From))
        && !words.is_many(at + 1)
}
