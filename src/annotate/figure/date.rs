use crate::language::numbers::{Flag, Lead, Period, Pointer};

use super::calendar::{Day, days_in};
use super::ordinal;
use super::point::Point;
use super::words::Words;
use super::year;

/// The calendar date that opens at this token: day, month, year, as much as there is; leads are
/// read already, `led` says whether there was one.
pub(super) fn read(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    numeric(words, at)
        .or_else(|| spaced(words, at, led))
        .or_else(|| days(words, at, today))
        .or_else(|| months(words, at, today))
        .or_else(|| year::years(words, at, led))
}

/// The day's number in a month: «26», «26-го», «двадцать шестого», «первое».
pub(super) fn day_number(words: &Words, at: usize) -> Option<(usize, u8)> {
    if let Some(digits) = words.digit_text(at) {
        let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        return (digits.len() <= 2).then(|| (ordinal::suffix(words, at + 1), day));
    }
    let tens = match words.word(at).number {
        Some((_, value)) if (20.0..31.0).contains(&value) => value,
        _ => 0.0,
    };
    let at = if tens > 0.0 { at + 1 } else { at };
    let value = tens + words.word(at).ordinal?;
    (1..=31).find(|day| (f64::from(*day) - value).abs() < 0.5).map(|day| (at + 1, day))
}

/// «26 сентября», «26 по 28 сентября 2018 года», «26–28 сентября».
pub(super) fn day_of_month(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let (mut end, first) = day_number(words, at)?;
    let mut last = None;
    if (words.is_dash(end) && words.is_digits(at)
        || matches!(words.word(end).lead, Some(Lead::To | Lead::On))
        || words.is_and(end)
        || words.is_mark(end, ","))
        && let Some((after, second)) = day_number(words, end + 1)
        && words.word(after).month.is_some()
    {
        (end, last) = (after, Some(second));
    }
    let month = words.word(end).month?;
    end += 1;
    if words.is_mark(end, ".") && words.is_joined(end) && year::bare_year(words, end + 1).is_some()
    {
        end += 1;
    }
    let (end, year) = year_after(words, end, today);
    let sound = |day: u8| day <= days_in(year.unwrap_or(2000), month);
    let mut iso = sound(first).then(|| day_iso(year, month, first));
    if let Some(last) = last
        && sound(last)
    {
        iso = iso.map(|iso| format!("{iso}/{}", day_iso(year, month, last)));
    }
    Some(Point { end, iso, full: year.is_some(), ..Point::default() })
}

/// A day of a month, or a stretch to a day of another: «26 сентября — 3 октября».
fn days(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let mut first = day_of_month(words, at, today)?;
    if is_to(words, first.end)
        && let Some(last) = day_of_month(words, first.end + 1, today)
    {
        first.close(last);
    }
    Some(first)
}

/// Whether the token leads to the end of a stretch: a dash, «по».
fn is_to(words: &Words, at: usize) -> bool {
    words.is_dash(at) || words.word(at).lead == Some(Lead::To)
}

pub(super) fn day_iso(year: Option<i32>, month: u8, day: u8) -> String {
    year.map_or_else(
        || format!("--{month:02}-{day:02}"),
        |year| format!("{year:04}-{month:02}-{day:02}"),
    )
}

/// The year after a month: «2018 года», «прошлого года», «того же года»; none is no year.
pub(super) fn year_after(words: &Words, at: usize, today: Option<Day>) -> (usize, Option<i32>) {
    // “the summer of 2027”
    let inner = at + usize::from(words.word(at).is(Flag::Tie));
    if let Some(year) = year::year(words, inner, true) {
        return (year.end, Some(year.number));
    }
    if let Some(pointer) = words.word(at).pointer {
        let noun = if words.word(at + 1).is(Flag::Same) { at + 2 } else { at + 1 };
        if words.word(noun).is(Flag::Year) {
            let shift = match pointer {
                Pointer::This => Some(0),
                Pointer::Last => Some(-1),
                Pointer::Next => Some(1),
                Pointer::Same | Pointer::Recent | Pointer::Various => None,
            };
            let year = today.zip(shift).map(|(today, shift)| today.date().0 + shift);
            return (noun + 1, year);
        }
    }
    (at, None)
}

/// The end and number of the year that a season or a quarter names after it, if it does.
pub(super) fn year_of(
    words: &Words,
    at: usize,
    today: Option<Day>,
) -> Option<(usize, Option<i32>)> {
    let (end, year) = year_after(words, at, today);
    (end > at).then_some((end, year))
}

/// «сентябрь», «сентября 2018 года», «в сентябре — октябре», «в декабре прошлого года».
pub(super) fn month(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let halves = words.halves(at).and_then(|(one, other)| one.month.zip(other.month));
    let first = halves.map(|(first, _)| first).or_else(|| month_number(words, at))?;
    let mut end = at + 1;
    let mut last = halves.map(|(_, last)| last);
    if is_to(words, end) || words.is_and(end) {
        last = month_number(words, end + 1);
        if last.is_some() {
            end += 2;
        }
    }
    let (end, year) = year_after(words, end, today);
    let iso = |month: u8| {
        year.map_or_else(|| format!("--{month:02}"), |year| format!("{year:04}-{month:02}"))
    };
    let mut point = Point { end, iso: Some(iso(first)), full: year.is_some(), ..Point::default() };
    if let Some(last) = last {
        point.close(Point { end, iso: Some(iso(last)), ..Point::default() });
    }
    Some(point)
}

/// A month, or a stretch to a month: «сентябрь 2014 — январь 2015 годов».
fn months(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let mut first = month(words, at, today)?;
    if is_to(words, first.end)
        && let Some(last) = month(words, first.end + 1, today)
    {
        first.close(last);
        if words.word(first.end).is(Flag::Years) {
            first.end += 1;
        }
    }
    Some(first)
}

/// The month of this token; a capital inside a sentence is a name («Май»).
pub(super) fn month_number(words: &Words, at: usize) -> Option<u8> {
    let month = words.word(at).month?;
    words.is_calendar_name(at).then_some(month)
}

/// «26 09 2018»: documents write dates with spaces; only with the words that make a date of it.
fn spaced(words: &Words, at: usize, led: bool) -> Option<Point> {
    let [day, month, year] = [at, at + 1, at + 2].map(|token| words.digit_text(token));
    let (day, month, year) = (day?, month?, year?);
    let named = words.word(at + 3).is(Flag::Year);
    if (day.len(), month.len(), year.len()) != (2, 2, 4) || !(led || named) {
        return None;
    }
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    let end = at + 3 + usize::from(named);
    Some(Point { end, iso: Some(day.iso()), full: true, ..Point::default() })
}

/// «26.09.2018», «26/09/2018», «2018-09-26».
fn numeric(words: &Words, at: usize) -> Option<Point> {
    let mark = words.folded(at + 1);
    let joined = (1..=4).all(|step| words.is_joined(at + step));
    if !matches!(mark, "." | "/" | "-") || !joined || !words.is_mark(at + 3, mark) {
        return None;
    }
    let parts = [at, at + 2, at + 4].map(|token| words.digit_text(token));
    let [first, second, third] = parts;
    let (first, second, third) = (first?, second?, third?);
    let (year, month, day) =
        if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let year: i32 = match year.len() {
        4 => year.parse().ok()?,
        // Two digits: the century that keeps them nearest to the present one.
        2 => year
            .parse::<i32>()
            .ok()
            .map(|year| if year < 50 { 2000 + year } else { 1900 + year })?,
        _ => return None,
    };
    let day = Day::new(year, month.parse().ok()?, day.parse().ok()?)?;
    let mut end = at + 5;
    if words.word(end).is(Flag::Year) {
        end += 1;
    }
    Some(Point { end, iso: Some(day.iso()), full: true, ..Point::default() })
}

/// The period's name and the shift that a pointer gives it.
pub(super) fn pointed(pointer: Pointer, period: Period, today: Option<Day>) -> Option<String> {
    let shift = match pointer {
        Pointer::This => 0,
        Pointer::Last => -1,
        Pointer::Next => 1,
        Pointer::Same | Pointer::Recent | Pointer::Various => return None,
    };
    today?.period(period, shift)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_published};

    #[test]
    fn dates_are_as_precise_as_the_text() {
        check("Это было 26 сентября.", &["Date «26 сентября» --09-26"]);
        check("Это было 26 сентября 2018 года.", &["Date «26 сентября 2018 года» 2018-09-26"]);
        check("Это было в сентябре.", &["Date «в сентябре» --09"]);
        check("Это было в сентябре 2018 г.", &["Date «в сентябре 2018 г» 2018-09"]);
        check("Это было в 2018 году.", &["Date «в 2018 году» 2018"]);
        check("Это было 26.09.2018.", &["Date «26.09.2018» 2018-09-26"]);
        check("Приказ от 26 09 2018.", &["Date «от 26 09 2018» 2018-09-26"]);
        check("Это было двадцать шестого сентября.", &["Date «двадцать шестого сентября» --09-26"]);
        check("В две тысячи восемнадцатом году.", &["Date «В две тысячи восемнадцатом году» 2018"]);
        check("Он умер в две тысячи пятом.", &["Date «в две тысячи пятом» 2005"]);
    }

    #[test]
    fn reads_stretches() {
        check(
            "Выставка с 1 по 5 мая 2018 года.",
            &["Date «с 1 по 5 мая 2018 года» 2018-05-01/2018-05-05"],
        );
        check(
            "С 1 июня по 31 августа 2019 года.",
            &["Date «С 1 июня по 31 августа 2019 года» 2019-06-01/2019-08-31"],
        );
        check("Правил с 2010 по 2015 год.", &["Date «с 2010 по 2015 год» 2010/2015"]);
        check("Поэт (1799—1837).", &["Date «1799—1837» 1799/1837"]);
        check(
            "С мая 2014 по июнь 2015 года.",
            &["Date «С мая 2014 по июнь 2015 года» 2014-05/2015-06"],
        );
        check("В мае-июне 2014 года.", &["Date «В мае-июне 2014 года» 2014-05/2014-06"]);
    }

    #[test]
    fn a_day_that_the_calendar_has_not_gives_no_value() {
        check("Ждём 31 февраля.", &["Date «31 февраля»"]);
        check("Ждём 29 февраля 2019 года.", &["Date «29 февраля 2019 года»"]);
    }

    #[test]
    fn the_year_of_an_edition_is_a_date() {
        check("Играли на ЧМ-2018.", &["Date «2018» 2018"]);
        check("Выиграл чемпионат мира 2013.", &["Date «2013» 2013"]);
        check("Клуб сезона 2016/17.", &["Date «2016/17» 2016/2017"]);
    }

    #[test]
    fn four_digits_that_count_are_no_year() {
        check("Собрали до 2000 человек.", &["Count «до 2000» AtMost 2000 of человек"]);
        check("Вышел в 2000 экземплярах.", &["Count «2000» 2000 of экземплярах"]);
    }

    #[test]
    fn the_year_follows_from_the_day_of_publication() {
        check_published("В декабре прошлого года.", &["Date «В декабре прошлого года» 2017-12"]);
        check_published(
            "Сегодня, 26 сентября, открыт парк.",
            &["Date «Сегодня, 26 сентября» 2018-09-26"],
        );
    }
}
