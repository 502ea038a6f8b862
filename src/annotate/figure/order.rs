//! Dates in other orders than day, month, year: “April 30, 2025”, «2019 жылғы 16 наурыз», and days by
//! their place in a month: “the last Monday in May”.

use crate::language::grammar::Habit;
use crate::language::numbers::{Flag, Pointer};

use super::calendar::{Day, days_in};
use super::date;
use super::point::Point;
use super::words::Words;
use super::year;

/// The date that opens at this token, as far as the language's grammar has such an order.
pub(super) fn read(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let grammar = words.numbers.grammar;
    if grammar.has(Habit::MonthFirst)
        && let Some(point) = month_first(words, at).or_else(|| weekday_of_month(words, at, today))
    {
        return Some(point);
    }
    if grammar.has(Habit::YearFirst) { year_first(words, at, today) } else { None }
}

/// “April 30”, “April 30, 2025”, “Sept. 5–7, 2025”.
fn month_first(words: &Words, at: usize) -> Option<Point> {
    let month = date::month_number(words, at)?;
    let mut next = at + 1;
    if words.is_mark(next, ".") && words.is_joined(next) {
        next += 1;
    }
    let (mut end, first) = date::day_number(words, next).filter(|_| words.is_digits(next))?;
    let mut last = None;
    if words.is_dash(end)
        && let Some((after, day)) = date::day_number(words, end + 1)
    {
        (end, last) = (after, Some(day));
    }
    let comma = usize::from(words.is_mark(end, ","));
    let year = year::year(words, end + comma, true);
    let (end, year) = year.map_or((end, None), |year| (year.end, Some(year.number)));
    let iso = |day: u8| {
        (day <= days_in(year.unwrap_or(2000), month)).then(|| date::day_iso(year, month, day))
    };
    let mut point = Point { end, iso: iso(first), full: year.is_some(), ..Point::default() };
    if let Some(last) = last {
        point.close(Point { end, iso: iso(last), ..Point::default() });
    }
    Some(point)
}

/// “the last Monday in May”, “first Tuesday of June”; of the latest such month that is not ahead.
fn weekday_of_month(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let at = words.past_article(at);
    let word = words.word(at);
    // No month has more than five of a weekday.
    let place = word.ordinal.and_then(|ordinal| (1..=5u8).find(|n| f64::from(*n) >= ordinal));
    if place.is_none() && word.pointer != Some(Pointer::Last) {
        return None;
    }
    let weekday = words.word(at + 1).weekday?;
    let month = words.word(at + 2).is(Flag::Tie).then(|| date::month_number(words, at + 3))??;
    let (end, year) = date::year_after(words, at + 4, today);
    let iso = today.and_then(|today| {
        let year = year.unwrap_or_else(|| {
            let (year, current, _) = today.date();
            year - i32::from(month > current)
        });
        let length = days_in(year, month);
        let mut days = (1..=length).filter_map(|day| Day::new(year, month, day));
        let fits = |day: &Day| day.weekday() == weekday;
        match place {
            None => days.rfind(fits),
            Some(place) => days.filter(fits).nth(usize::from(place - 1)),
        }
    });
    let iso = iso.map(Day::iso);
    Some(Point { end, full: iso.is_some(), iso, ..Point::default() })
}

/// «2019 жылғы 16 наурыз», «былтыр мамырда», «биыл».
fn year_first(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let (start, year) = if let Some(shift) = words.word(at).year_shift {
        (at + 1, today.map(|today| today.date().0 + shift))
    } else {
        let year = year::year(words, at, false).filter(|_| words.is_digits(at))?;
        (year.end, Some(year.number))
    };
    let inner = date::day_of_month(words, start, None).or_else(|| date::month(words, start, None));
    let Some(inner) = inner else {
        let iso = year.map(|year| format!("{year:04}"));
        return Some(Point { end: start, full: year.is_some(), iso, ..Point::default() });
    };
    let iso = inner.iso.map(|iso| match year {
        Some(year) => iso.replace("--", &format!("{year:04}-")),
        None => iso,
    });
    Some(Point { end: inner.end, full: year.is_some(), iso, ..Point::default() })
}
