use crate::language::grammar::Habit;
use crate::language::numbers::{Context, Period, Pointer};

use super::calendar::Day;
use super::point::{Point, PointClass};
use super::words::Words;
use super::{date, era, number};

/// The day, week, month or year that a name or a pointer gives from this token on.
pub(super) fn read(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    day(words, at, today)
        .or_else(|| weekday(words, at, led, None, today))
        .or_else(|| pointed(words, at, led, today))
        .or_else(|| edge(words, at, led, today))
        .or_else(|| recurring(words, at))
        .or_else(|| weekend(words, at, led))
}

/// «вчера».
fn day(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let shift = words.word(at).day?;
    if at > 0 && words.word(at - 1).context.is(Context::LOOSE) {
        return None;
    }
    let iso = today.map(|today| today.plus(shift).iso());
    Some(Point { end: at + 1, full: iso.is_some(), iso, class: PointClass::Day })
}

/// «в пятницу», «пятница, 5 мая».
fn weekday(
    words: &Words,
    at: usize,
    led: bool,
    pointer: Option<Pointer>,
    today: Option<Day>,
) -> Option<Point> {
    let weekday = words.word(at).weekday?;
    // A name of its own needs no preposition: “Tuesday”.
    let led = led || words.numbers.grammar.has(Habit::CapitalCalendar);
    if !words.is_calendar_name(at) || !led {
        return None;
    }
    let iso = today.map(|today| today.named(weekday, pointer).iso());
    Some(Point { end: at + 1, full: iso.is_some(), iso, class: PointClass::Weekday })
}

/// «прошлый год», «эту неделю», «последние два года», «тот же день», «прошлую пятницу».
fn pointed(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    let pointer = words.word(at).pointer?;
    let same = words.word(at + 1).same;
    let noun = if same { at + 2 } else { at + 1 };
    if pointer == Pointer::Same && !same && words.word(noun).period != Some(Period::Day) {
        return None;
    }
    if let Some(point) = weekday(words, noun, true, Some(pointer), today) {
        return Some(point);
    }
    if words.word(noun).weekend || words.word(noun).sport && led {
        return Some(Point { end: noun + 1, ..Point::default() });
    }
    if words.word(noun).season.is_some() || words.word(noun).month.is_some() {
        return Some(Point { end: noun + 1, ..Point::default() });
    }
    // «последние два года»
    if let Some(number) = number::read(words, noun) {
        let period = words.word(number.end).period?;
        let long = !matches!(period, Period::Second | Period::Minute | Period::Hour);
        return (long && pointer != Pointer::Same)
            .then_some(Point { end: number.end + 1, ..Point::default() });
    }
    let period = words.word(noun).period?;
    match period {
        Period::Second | Period::Minute | Period::Hour => return None,
        Period::Day if !led && !same => return None,
        _ if !led && matches!(pointer, Pointer::Recent) => return None,
        _ => {}
    }
    let iso = date::pointed(pointer, period, today);
    Some(Point { end: noun + 1, full: iso.is_some(), iso, ..Point::default() })
}

/// «ежегодно», «каждый год»: ISO 8601 writes `R/P1Y`.
fn recurring(words: &Words, at: usize) -> Option<Point> {
    let word = words.word(at);
    let (period, end) = match word.every {
        Some(period) => (period, at + 1),
        None => (word.each.then(|| words.word(at + 1).period)??, at + 2),
    };
    let iso = match period {
        Period::Day => "R/P1D",
        Period::Week => "R/P1W",
        Period::Month => "R/P1M",
        Period::Year => "R/P1Y",
        _ => return None,
    };
    Some(Point { end, iso: Some(iso.to_owned()), ..Point::default() })
}

/// «в выходные».
fn weekend(words: &Words, at: usize, led: bool) -> Option<Point> {
    (led && words.word(at).weekend).then_some(Point { end: at + 1, ..Point::default() })
}

/// «начале мая», «конце 1990-х годов», «середине недели».
fn edge(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    if !words.word(at).is_edge {
        return None;
    }
    let inner = at + 1;
    let point = era::read(words, inner, true, today)
        .or_else(|| date::read(words, inner, led, today))
        .or_else(|| pointed(words, inner, true, today));
    if let Some(mut point) = point {
        // «конце 1980-х — начале 1990-х годов»
        if words.is_dash(point.end)
            && words.word(point.end + 1).is_edge
            && let Some(last) = edge(words, point.end + 1, led, today)
        {
            point.close(last);
        }
        return Some(point);
    }
    let long = !matches!(
        words.word(inner).period?,
        Period::Second | Period::Minute | Period::Hour | Period::Day
    );
    (long && led).then_some(Point { end: inner + 1, ..Point::default() })
}
