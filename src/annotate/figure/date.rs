use crate::language::numbers::{Context, Lead, Period, Pointer};

use super::calendar::{Day, days_in};
use super::number;
use super::point::Point;
use super::words::Words;
use crate::annotate::text::Shape;

/// The calendar date that opens at this token: day, month, year, as much as there is; leads are
/// read already, `led` says whether there was one.
pub(super) fn read(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    numeric(words, at)
        .or_else(|| day_of_month(words, at, today))
        .or_else(|| month(words, at, today))
        .or_else(|| years(words, at, led))
}

/// A year's number and the word after it, from this token on.
pub(super) struct Year {
    pub(super) end: usize,
    pub(super) number: i32,
}

/// «2018 года», «2018г», «18-го года», «две тысячи восемнадцатого года»; bare digits where
/// `bare` allows them.
pub(super) fn year(words: &Words, at: usize, bare: bool) -> Option<Year> {
    if let Some(digits) = words.digit_text(at) {
        if !(3..=4).contains(&digits.len()) {
            return None;
        }
        let number = digits.parse().ok()?;
        let mut end = ordinal_suffix(words, at + 1);
        if number >= 2100 {
            return None;
        }
        if words.word(end).year {
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
    if !words.word(end).year || total < 100.0 {
        return None;
    }
    let number = format!("{total}").parse().ok().filter(|year| (100..2100).contains(year))?;
    Some(Year { end: end + 1, number })
}

/// Past «-го», «-м», «-х» after digits.
pub(super) fn ordinal_suffix(words: &Words, at: usize) -> usize {
    let is_suffix = words.is_dash(at)
        && words.is_joined(at)
        && words.is_joined(at + 1)
        && words.shape(at + 1) == Shape::Lower
        && words.folded(at + 1).len() <= 6;
    if is_suffix { at + 2 } else { at }
}

/// The day's number in a month: «26», «26-го», «двадцать шестого», «первое».
pub(super) fn day_number(words: &Words, at: usize) -> Option<(usize, u8)> {
    if let Some(digits) = words.digit_text(at) {
        let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        return (digits.len() <= 2).then(|| (ordinal_suffix(words, at + 1), day));
    }
    let tens = match words.word(at).number {
        Some((_, value)) if value == 20.0 || value == 30.0 => value,
        _ => 0.0,
    };
    let at = if tens > 0.0 { at + 1 } else { at };
    let value = tens + words.word(at).ordinal?;
    (1..=31).find(|day| f64::from(*day) == value).map(|day| (at + 1, day))
}

/// «26 сентября», «с 26 по 28 сентября 2018 года», «26–28 сентября», «26 сентября — 3 октября».
pub(super) fn day_of_month(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let (mut end, first) = day_number(words, at)?;
    let mut last = None;
    if (words.is_dash(end)
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
    if words.is_mark(end, ".") && words.is_joined(end) && words.is_digits(end + 1) {
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
    let mut point = Point { end, iso, full: year.is_some(), ..Point::default() };
    // On to a day of another month.
    if (words.is_dash(end) || words.word(end).lead == Some(Lead::To))
        && let Some((after, _)) = day_number(words, end + 1)
        && words.word(after).month.is_some()
        && let Some(second) = day_of_month(words, end + 1, today)
    {
        point.close(second);
    }
    Some(point)
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
    let inner = at + usize::from(words.word(at).of && !words.is_digits(at));
    if let Some(year) = year(words, inner, true) {
        return (year.end, Some(year.number));
    }
    if let Some(pointer) = words.word(at).pointer {
        let noun = if words.word(at + 1).same { at + 2 } else { at + 1 };
        if words.word(noun).year {
            let shift = match pointer {
                Pointer::This => Some(0),
                Pointer::Last => Some(-1),
                Pointer::Next => Some(1),
                Pointer::Same | Pointer::Recent => None,
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
    if words.is_dash(end) || words.word(end).lead == Some(Lead::To) || words.is_and(end) {
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
    } else if (words.is_dash(end) || words.word(end).lead == Some(Lead::To))
        && month_number(words, end + 1).is_some()
        && let Some(second) = month(words, end + 1, today)
    {
        point.close(second);
    }
    Some(point)
}

/// The month of this token; a capital inside a sentence is a name («Май»).
pub(super) fn month_number(words: &Words, at: usize) -> Option<u8> {
    let month = words.word(at).month?;
    words.is_calendar_name(at).then_some(month)
}

/// «2018 года», «2010—2015 годах», «с 2010 по 2015 год», «в 2010 и 2015 годах», a bare «2018».
fn years(words: &Words, at: usize, led: bool) -> Option<Point> {
    let closes = |end: usize| words.word(end).years || words.word(end).year;
    if let Some(first) = bare_year(words, at) {
        let mut between = at + 1;
        if words.word(between).year {
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
        if words.word(at + 1).years {
            let iso = Some(format!("{first:04}"));
            return Some(Point { end: at + 2, iso, full: true, ..Point::default() });
        }
    }
    let suffix = ordinal_suffix(words, at + 1);
    let bare = words.is_digits(at)
        && (stands_alone(words, at, at + 1, led)
            || led && suffix > at + 1 && bare_year(words, at).is_some());
    let found = year(words, at, bare)?;
    if words.is_digits(at) && words.is_joined(at) && words.is_dash(at - 1) && !led {
        return None;
    }
    let iso = Some(format!("{:04}", found.number));
    Some(Point { end: found.end, iso, full: true, ..Point::default() })
}

/// The year that a four-digit run can name.
fn bare_year(words: &Words, at: usize) -> Option<i32> {
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

/// Whether what stands here makes a measure of the number before it.
fn measured(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    word.unit.is_some() || word.currency.is_some() || word.number.is_some() || word.period.is_some()
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
                || next.context.is(Context::STOPS)
                || !words.is_known(end) && in_year(words, at)
        }
        _ => false,
    };
    if led {
        return free;
    }
    // «сезон 2016/17», «премия 2013»
    if at > 0 && words.word(at - 1).context.is(Context::EDITION) {
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
        && words.word(at - 1).lead == Some(Lead::At)
        && !words.folded(at + 1).ends_with(['х', 'в', 'й', 'м'])
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
    if words.word(end).year {
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
        Pointer::Same | Pointer::Recent => return None,
    };
    today?.period(period, shift)
}
