use crate::language::numbers::{Flag, Lead, NumberClass, PartOfDay, Period, Side};

use super::number;
use super::point::{Point, PointClass};
use super::words::Words;
use crate::annotate::text::Shape;

/// How far before two numbers a word that makes a score of them may stand: «счёт стал 14:13».
const SCORE: usize = 3;

/// The time of day that opens at this token; `led` says whether a preposition or «около» does.
pub(super) fn read(words: &Words, at: usize, led: bool) -> Option<Point> {
    let mut point = before_hour(words, at)
        .or_else(|| digital(words, at, led))
        .or_else(|| spoken(words, at, led))
        .or_else(|| named(words, at, led))?;
    point.end = zone(words, point.end);
    Some(point)
}

/// Past «мск», «по московскому времени».
fn zone(words: &Words, at: usize) -> usize {
    if words.word(at).is(Flag::Zone) {
        return at + 1;
    }
    if !words.word(at).is(Flag::By) {
        return at;
    }
    words.phrase(at, &words.numbers.clock_phrases).map_or(at, |(end, _)| end)
}

/// «18:00», «18:00:30», «в 18.00».
fn digital(words: &Words, at: usize, led: bool) -> Option<Point> {
    let hour = words.digits(at).filter(|hour| *hour < 25.0)?;
    let mark = words.folded(at + 1);
    let joined = words.is_joined(at + 1) && words.is_joined(at + 2);
    let two = |token: usize| {
        words.digit_text(token).filter(|digits| digits.len() == 2).and(words.digits(token))
    };
    let minutes = joined.then(|| two(at + 2)).flatten().filter(|minutes| *minutes < 60.0)?;
    let (mut end, mut hour) = (at + 3, hour);
    if let Some((past, half)) = half_day(words, end, hour) {
        (end, hour) = (past, half);
    } else if mark == ":" {
        if words.any(at.saturating_sub(SCORE)..at, Flag::Score) {
            return None;
        }
        let goes_on = words.is_joined(end) && words.is_joined(end + 1);
        if goes_on && words.is_mark(end, ":") && two(end + 1).is_some() {
            end += 2;
        }
        // «3:12» alone may be a score.
        if !led && zone(words, end) == end && words.digit_text(at).is_some_and(|h| h.len() < 2) {
            return None;
        }
    } else if mark == "." {
        let named = zone(words, end) > end || words.word(end).period == Some(Period::Hour);
        let closed = words.shape(end) == Shape::Mark && !words.is_mark(end, "%")
            || words.word(end).lead.is_some()
            || words.is_digits(end);
        let goes_on = words.is_joined(end) && words.is_digits(end + 1);
        if goes_on || !(named || led && closed) {
            return None;
        }
    } else {
        return None;
    }
    if words.word(end).period == Some(Period::Hour) {
        end += 1;
    }
    Some(Point {
        end,
        iso: Some(format!("T{hour:02.0}:{minutes:02.0}")),
        full: false,
        class: PointClass::Clock,
    })
}

/// «10 часов утра», «18 часов 30 минут», «в пять вечера».
fn spoken(words: &Words, at: usize, led: bool) -> Option<Point> {
    if let Some(hour) = words.digits(at).filter(|hour| *hour <= 12.0)
        && let Some((end, hour)) = half_day(words, at + 1, hour)
    {
        let iso = Some(format!("T{hour:02.0}:00"));
        return Some(Point { end, iso, full: false, class: PointClass::Clock });
    }
    // «в половине десятого»
    if led
        && matches!(words.word(at).number, Some((NumberClass::Fraction, half)) if half > 0.4)
        && let Some(hour) = words.word(at + 1).ordinal.filter(|hour| (1.0..=12.0).contains(hour))
    {
        let (end, hour) = part_of_day(words, at + 2, hour - 1.0);
        let iso = Some(format!("T{hour:02.0}:30"));
        return Some(Point { end, iso, full: false, class: PointClass::Clock });
    }
    let bare_hour = words.word(at).period == Some(Period::Hour);
    let (mut end, mut hour) = if bare_hour {
        (at, 1.0)
    } else {
        let number = number::read(words, at)?;
        (number.end, number.value?)
    };
    if hour.fract() != 0.0 || hour > 24.0 {
        return None;
    }
    let has_hours = words.word(end).period == Some(Period::Hour);
    if has_hours {
        end += 1;
    }
    let mut minutes = 0.0;
    let mut has_minutes = false;
    if has_hours
        && !bare_hour
        && let Some(number) = number::read(words, end)
        && words.word(number.end).period == Some(Period::Minute)
    {
        minutes = number.value.filter(|minutes| *minutes < 60.0)?;
        has_minutes = true;
        end = number.end + 1;
    }
    // «пять утра» is an hour; «три дня», «две ночи» last, unless they are led: «с двух ночи».
    let hour_alone =
        matches!(words.word(end).of_hour, Some(PartOfDay::Morning | PartOfDay::Evening));
    if words.word(end).of_hour.is_some() && (led || has_hours || hour_alone) {
        (end, hour) = part_of_day(words, end, hour);
    } else if !has_hours
        || bare_hour
        || !led
        || !(has_minutes || zone(words, end) > end || closes(words, end) || is_at(words, at, end))
    {
        return None;
    }
    let iso = Some(format!("T{:02.0}:{minutes:02.0}", hour % 24.0));
    Some(Point { end, iso, full: false, class: PointClass::Clock })
}

/// Whether hours stand at this token with nothing that makes a time of day of them.
pub(super) fn is_length(words: &Words, at: usize) -> bool {
    let Some(number) = number::read(words, at) else { return false };
    let end = number.end + 1;
    words.word(number.end).period == Some(Period::Hour)
        && words.word(end).of_hour.is_none()
        && zone(words, end) == end
}

/// Past the part of the day after an hour, and the hour of the day that the two give.
fn part_of_day(words: &Words, at: usize, hour: f64) -> (usize, f64) {
    let Some(part) = words.word(at).of_hour else { return (at, hour) };
    let later = match part {
        PartOfDay::Day | PartOfDay::Evening => hour < 12.0,
        PartOfDay::Night => (9.0..12.0).contains(&hour),
        PartOfDay::Morning => false,
    };
    (at + 1, if later { hour + 12.0 } else { hour })
}

/// “a quarter to eleven”: which half of the day it is stays unsaid.
fn before_hour(words: &Words, at: usize) -> Option<Point> {
    let (hour, _) = words.phrase(at, &words.numbers.hour_phrases)?;
    let number = number::read(words, hour)?;
    number.value.filter(|hour| (1.0..=12.0).contains(hour))?;
    let end = half_day(words, number.end, 0.0).map_or(number.end, |(end, _)| end);
    Some(Point { end, iso: None, full: false, class: PointClass::Clock })
}

/// Past “p.m.” after an hour of the clock's twelve, and the hour of the day that the two give.
fn half_day(words: &Words, at: usize, hour: f64) -> Option<(usize, f64)> {
    let (end, phrase) = words.phrase(at, &words.numbers.half_days)?;
    let added = if phrase.bound == Some(Side::Over) { 12.0 } else { 0.0 };
    Some((end, hour % 12.0 + added))
}

/// Whether hours of the day stand from this token to that one behind «в»: «в 9 часов», not «в пяти
/// часах езды».
fn is_at(words: &Words, at: usize, end: usize) -> bool {
    let led = at > 0 && words.word(at - 1).lead == Some(Lead::At);
    let hour = number::read(words, at).and_then(|number| number.value);
    led && !words.word(end - 1).is(Flag::Several) && hour.is_some_and(|hour| hour < 24.0)
}

/// Whether the hours before this token stand alone, and are a time rather than a length.
fn closes(words: &Words, at: usize) -> bool {
    words.shape(at) == Shape::Mark || words.word(at).lead.is_some() || words.is_digits(at)
}

/// «полдень», «утром», «с утра», «в ночь на».
fn named(words: &Words, at: usize, led: bool) -> Option<Point> {
    let word = words.word(at);
    if let Some(hour) = word.hour.filter(|_| led) {
        let iso = Some(format!("T{hour:02}:00"));
        return Some(Point { end: at + 1, iso, full: false, class: PointClass::Clock });
    }
    if !word.is(Flag::Beside) && !word.is(Flag::During) && (word.part.is_none() || !led) {
        return None;
    }
    let mut end = at + 1;
    // «в ночь на», «в ночь с»: the date follows.
    if led && !word.is(Flag::During) && matches!(words.word(end).lead, Some(Lead::On | Lead::From))
    {
        end += 1;
    }
    Some(Point { end, iso: None, full: false, class: PointClass::Part })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, list};

    #[test]
    fn reads_hours() {
        check("Начало в 18:00.", &["Time «в 18:00» T18:00"]);
        check(
            "Начало в 18.30 по местному времени.",
            &["Time «в 18.30 по местному времени» T18:30"],
        );
        check("Начало в 7 часов вечера.", &["Time «в 7 часов вечера» T19:00"]);
        check("Начало в 10 часов утра.", &["Time «в 10 часов утра» T10:00"]);
        check("Проснулся в половине десятого утра.", &["Time «в половине десятого утра» T09:30"]);
        check("Открыто с 9 до 18 часов.", &["Time «с 9 до 18 часов» T09:00/T18:00"]);
        check("Ровно в полдень.", &["Time «в полдень» T12:00"]);
    }

    #[test]
    fn a_time_takes_its_date_in() {
        check(
            "В пятницу, 5 мая 2017 года, в 12:30 мск.",
            &["Time «В пятницу, 5 мая 2017 года, в 12:30 мск» 2017-05-05T12:30"],
        );
        check("В ночь на 5 марта.", &["Time «В ночь на 5 марта» --03-05"]);
        check("Утром 5 марта.", &["Time «Утром 5 марта» --03-05"]);
        check(
            "Ночью 5 марта, в ночь на 6 марта.",
            &["Time «Ночью 5 марта» --03-05", "Time «в ночь на 6 марта» --03-06"],
        );
    }

    #[test]
    fn a_length_of_hours_is_no_time() {
        check("Ждали 10 часов.", &["Duration «10 часов» 10 h"]);
        check("Это в 5 часах езды.", &["Duration «5 часах» 5 h"]);
        check("В 9 часов собрание началось.", &["Time «В 9 часов» T09:00"]);
        assert!(list("Со счётом 15:13.", None).iter().all(|line| !line.starts_with("Time")));
        check("Ждали три дня.", &["Duration «три дня» 3 d"]);
        check("Ждут в три часа дня.", &["Time «в три часа дня» T15:00"]);
        check("Ждали полчаса.", &["Duration «полчаса» 0.5 h"]);
    }
}
