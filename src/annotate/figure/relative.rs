use crate::language::grammar::Habit;
use crate::language::numbers::{CompoundClass, Flag, Period, Pointer, TimeAdjective};

use super::calendar::Day;
use super::point::{Point, PointClass};
use super::words::Words;
use super::{date, era, number};
use crate::annotate::text::Shape;

/// The day, week, month or year that a name or a pointer gives from this token on.
pub(super) fn read(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    day(words, at, today)
        .or_else(|| weekday(words, at, led, None, today))
        .or_else(|| pointed(words, at, led, today))
        .or_else(|| edge(words, at, led, today))
        .or_else(|| recurring(words, at))
        .or_else(|| weekend(words, at, led))
}

/// «на декабрьском заседании», «вчерашний матч»: the adjective alone.
pub(super) fn adjective(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let adjective = words.word(at).adjective?;
    if words.shape(at) != Shape::Lower && !words.opens_sentence(at) {
        return None;
    }
    let iso = match adjective {
        TimeAdjective::Month(month) => Some(format!("--{month:02}")),
        TimeAdjective::Weekday(weekday) => {
            let weekday = u8::try_from(weekday).ok()?;
            today.map(|today| today.named(weekday, None).iso())
        }
        TimeAdjective::Day(shift) => today.map(|today| today.plus(shift).iso()),
        TimeAdjective::Year(shift) => today.and_then(|today| today.period(Period::Year, shift)),
    };
    Some(Point { end: at + 1, iso, ..Point::default() })
}

/// «вчера», «сегодняшний день».
fn day(words: &Words, at: usize, today: Option<Day>) -> Option<Point> {
    let word = words.word(at);
    let (end, shift) = match (word.day, word.adjective) {
        (Some(shift), _) => (at + 1, shift),
        (None, Some(TimeAdjective::Day(shift)))
            if words.word(at + 1).period == Some(Period::Day) =>
        {
            (at + 2, shift)
        }
        _ => return None,
    };
    if at > 0 && words.word(at - 1).is(Flag::Loose) {
        return None;
    }
    let iso = today.map(|today| today.plus(shift).iso());
    Some(Point { end, full: iso.is_some(), iso, class: PointClass::Day })
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
    // «Пятница, 6 мая»
    let dated =
        words.is_mark(at + 1, ",") && words.is_digits(at + 2) && words.word(at + 3).month.is_some();
    // «в среду и четверг»: the preposition is of both.
    let listed = at > 1 && words.is_and(at - 1) && words.word(at - 2).weekday.is_some();
    // A name of its own needs no preposition: “Tuesday”.
    let led = led || dated || listed || words.numbers.grammar.has(Habit::CapitalCalendar);
    if !words.is_calendar_name(at) || !led {
        return None;
    }
    let pointer = pointer.or_else(|| looks_ahead(words, at).then_some(Pointer::Next));
    let iso = today.map(|today| today.named(weekday, pointer).iso());
    Some(Point { end: at + 1, full: iso.is_some(), iso, class: PointClass::Weekday })
}

/// How far from a day's name the verb may stand that tells whether it is ahead.
const REACH: usize = 8;

/// Whether the nearest verb of the sentence that tells says that the day is ahead: «в субботу
/// состоится», but not «в субботу прошёл».
fn looks_ahead(words: &Words, at: usize) -> bool {
    let sentence = words.block.sentence(at);
    let tells = |token: &usize| {
        sentence.contains(token)
            && (words.word(*token).is(Flag::Ahead)
                || words.shape(*token) == Shape::Lower
                    && words.names.past_gender(words.folded(*token)).is_some())
    };
    let around = (1..=REACH).flat_map(|far| [at + far, at.wrapping_sub(far)]);
    around.into_iter().find(tells).is_some_and(|token| words.word(token).is(Flag::Ahead))
}

/// The year of a season or month that a pointer means, if its place in the year of publication
/// tells: «этой весной»; «прошлым летом» said before the summer is over.
fn pointed_year(pointer: Pointer, first: u8, last: u8, today: Option<Day>) -> Option<i32> {
    let (year, month, _) = today?.date();
    match pointer {
        Pointer::This => Some(year),
        Pointer::Last => (month <= last).then_some(year - 1),
        Pointer::Next => (month >= first).then_some(year + 1),
        Pointer::Same | Pointer::Recent | Pointer::Various => None,
    }
}

/// «прошлый год», «эту неделю», «последние два года», «тот же день», «прошлую пятницу».
fn pointed(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    let pointer = words.word(at).pointer?;
    let same = words.word(at + 1).is(Flag::Same);
    let noun = if same { at + 2 } else { at + 1 };
    if pointer == Pointer::Same && !same && words.word(noun).period != Some(Period::Day) {
        return None;
    }
    if let Some(point) = weekday(words, noun, true, Some(pointer), today) {
        return Some(point);
    }
    if words.word(noun).is(Flag::Weekend) || words.word(noun).is(Flag::Sport) && led {
        return Some(Point { end: noun + 1, ..Point::default() });
    }
    if let Some(season) = words.word(noun).season {
        // A winter has months of two years.
        let first = [(21, 3), (22, 6), (23, 9)].into_iter().find(|(number, _)| *number == season);
        let year = first.and_then(|(_, first)| pointed_year(pointer, first, first + 2, today));
        let iso = year.map(|year| format!("{year:04}-{season}"));
        return Some(Point { end: noun + 1, full: iso.is_some(), iso, ..Point::default() });
    }
    if let Some(month) = words.word(noun).month {
        let year = pointed_year(pointer, month, month, today);
        let iso = year.map(|year| format!("{year:04}-{month:02}"));
        return Some(Point { end: noun + 1, full: iso.is_some(), iso, ..Point::default() });
    }
    // «последние полгода»
    if matches!(words.word(noun).compound, Some((CompoundClass::HalfOf, _))) {
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
        _ => {}
    }
    let iso = date::pointed(pointer, period, today);
    Some(Point { end: noun + 1, full: iso.is_some(), iso, ..Point::default() })
}

/// «ежегодно», «каждый год», «каждые три года»: ISO 8601 writes `R/P3Y`.
fn recurring(words: &Words, at: usize) -> Option<Point> {
    let word = words.word(at);
    let (count, period, end) = if let Some(period) = word.every {
        (1.0, period, at + 1)
    } else if !word.is(Flag::Each) {
        return None;
    } else if let Some(period) = words.word(at + 1).period {
        (1.0, period, at + 2)
    } else {
        let number = number::read(words, at + 1)?;
        let count = number.value.filter(|count| count.fract() == 0.0)?;
        (count, words.word(number.end).period?, number.end + 1)
    };
    let letter = match period {
        Period::Minute if count > 1.0 => "TM",
        Period::Hour if count > 1.0 => "TH",
        Period::Day => "D",
        Period::Week => "W",
        Period::Month => "M",
        Period::Year => "Y",
        _ => return None,
    };
    let (time, letter) = letter.split_at(letter.len() - 1);
    let class = if time.is_empty() { PointClass::Date } else { PointClass::Clock };
    let iso = Some(format!("R/P{time}{count}{letter}"));
    Some(Point { end, iso, full: false, class })
}

/// «в выходные».
fn weekend(words: &Words, at: usize, led: bool) -> Option<Point> {
    (led && words.word(at).is(Flag::Weekend)).then_some(Point { end: at + 1, ..Point::default() })
}

/// «начале мая», «конце 1990-х годов», «конце 1980-х — начале 1990-х годов».
fn edge(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    let mut first = one_edge(words, at, led, today)?;
    if words.is_dash(first.end)
        && let Some(last) = one_edge(words, first.end + 1, led, today)
    {
        first.close(last);
    }
    Some(first)
}

/// «начале мая», «середине недели».
fn one_edge(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    if !words.word(at).is(Flag::Edge) {
        return None;
    }
    let inner = at + 1;
    let point = era::read(words, inner, true, today)
        .or_else(|| date::read(words, inner, led, today))
        .or_else(|| pointed(words, inner, true, today));
    if point.is_some() {
        return point;
    }
    let long = !matches!(
        words.word(inner).period?,
        Period::Second | Period::Minute | Period::Hour | Period::Day
    );
    (long && led).then_some(Point { end: inner + 1, ..Point::default() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_published};

    #[test]
    fn relative_days_count_from_the_day_of_publication() {
        check_published("Вчера открыт парк.", &["Date «Вчера» 2018-09-25"]);
        check_published("В пятницу открыт парк.", &["Date «В пятницу» 2018-09-21"]);
        check_published("В прошлую пятницу открыт парк.", &["Date «В прошлую пятницу» 2018-09-21"]);
        check_published(
            "В следующую пятницу парк откроют.",
            &["Date «В следующую пятницу» 2018-09-28"],
        );
        check_published("На прошлой неделе.", &["Date «На прошлой неделе» 2018-W38"]);
        check_published("В следующем месяце.", &["Date «В следующем месяце» 2018-10"]);
        check_published("Этой весной посадят сад.", &["Date «Этой весной» 2018-21"]);
        check_published("Прошлой осенью спилили.", &["Date «Прошлой осенью» 2017-23"]);
        check_published("Прошлым летом горело.", &["Date «Прошлым летом»"]);
        check_published("В прошлом году.", &["Date «В прошлом году» 2017"]);
    }

    #[test]
    fn a_verb_tells_whether_a_day_of_the_week_is_ahead() {
        check_published("В субботу пройдёт ярмарка.", &["Date «В субботу» 2018-09-29"]);
        check_published("Матч состоится в среду.", &["Date «в среду» 2018-10-03"]);
        check_published(
            "В субботу прошла ярмарка, новая откроется весной.",
            &["Date «В субботу» 2018-09-22", "Date «весной»"],
        );
    }

    #[test]
    fn without_it_they_have_no_value() {
        check("В прошлом году.", &["Date «В прошлом году»"]);
        check("Сегодня многие так думают.", &[]);
    }

    #[test]
    fn a_fuller_date_beside_the_day_says_it() {
        check("Во вторник, 5 мая 2015 года.", &["Date «Во вторник, 5 мая 2015 года» 2015-05-05"]);
    }

    #[test]
    fn adjectives_stand_for_dates() {
        check("На декабрьском заседании.", &["Date «декабрьском» --12"]);
        check("После сегодняшнего матча.", &["Date «сегодняшнего»"]);
        check_published("После вчерашнего матча.", &["Date «вчерашнего» 2018-09-25"]);
    }

    #[test]
    fn the_day_at_hand_by_an_adjective() {
        check_published("На сегодняшний день.", &["Date «На сегодняшний день» 2018-09-26"]);
        check_published("С завтрашнего дня.", &["Date «С завтрашнего дня» 2018-09-27"]);
    }

    #[test]
    fn days_of_the_week_share_a_preposition() {
        check_published(
            "Концерты в среду и четверг.",
            &["Date «в среду» 2018-09-26", "Date «четверг» 2018-09-20"],
        );
    }

    #[test]
    fn times_without_a_number_have_no_value() {
        check("Жил там долгие годы.", &["Date «долгие годы»"]);
        check("В разные годы играл в театре.", &["Date «В разные годы»"]);
        check("Её выпишут на днях.", &["Date «на днях»"]);
        check("Там 5 разных школ.", &["Count «5» 5 of разных школ"]);
    }

    #[test]
    fn reads_what_returns() {
        check("Проходит ежегодно.", &["Date «ежегодно» R/P1Y"]);
        check("Проходит каждые три года.", &["Date «каждые три года» R/P3Y"]);
        check("Показания снимают каждые 2 часа.", &["Time «каждые 2 часа» R/PT2H"]);
    }
}
