use crate::article::FigureKind;
use crate::language::numbers::{After, CompoundClass, Flag, Lead, Period, Pointer, Side};

use super::calendar::Day;
use super::point::{Point, PointClass};
use super::quantity::Quantity;
use super::words::Words;
use super::{Found, clock, date, era, order, ordinal, relative, year};

/// The date, time or length of time with its preposition that opens at this token.
pub(super) fn read(words: &Words, start: usize, today: Option<Day>) -> Option<Found> {
    if let Some(point) = relative::adjective(words, start, today) {
        let mut found = Found::new(FigureKind::Date, start..point.end);
        found.date = point.iso;
        return Some(found);
    }
    let (at, lead, side) = lead(words, start);
    let mut found = minute_of_play(words, start, at, lead)
        .or_else(|| length(words, start, at, lead, today))
        .or_else(|| moment(words, start, at, lead, today))?;
    found.bound = found.bound.or(side.map(super::side));
    Some(found)
}

/// How a date or a length of time opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// With its first word.
    Bare,
    /// With a preposition.
    Word(Lead),
    /// With a phrase: «в течение».
    Phrase,
}

/// Past the preposition or phrase that opens a time, and the side on which it bounds it.
fn lead(words: &Words, at: usize) -> (usize, Opening, Option<Side>) {
    let word = words.word(at);
    if word.is(Flag::OpensLead)
        && let Some((end, phrase)) = words.phrase(at, &words.numbers.lead_phrases)
    {
        return (words.past_article(end), Opening::Phrase, phrase.bound);
    }
    match word.lead {
        Some(lead) => (words.past_article(at + 1), Opening::Word(lead), None),
        None => (at, Opening::Bare, None),
    }
}

/// «на 73-й минуте»: the time since the start, which ISO 8601 writes as a duration.
fn minute_of_play(words: &Words, start: usize, at: usize, opening: Opening) -> Option<Found> {
    if opening != Opening::Word(Lead::On) {
        return None;
    }
    let value = words.digits(at).or(words.word(at).ordinal).filter(|value| *value < 1000.0)?;
    let noun = ordinal::suffix(words, at + 1);
    let letter = match words.word(noun).period? {
        Period::Hour => "H",
        Period::Minute => "M",
        Period::Second => "S",
        _ => return None,
    };
    if words.is_digits(at) && noun == at + 1 {
        return None;
    }
    let mut found = Found::new(FigureKind::Time, start..noun + 1);
    found.date = Some(format!("PT{value}{letter}"));
    Some(found)
}

/// A point in time, or a stretch from one to another.
fn moment(
    words: &Words,
    start: usize,
    at: usize,
    opening: Opening,
    today: Option<Day>,
) -> Option<Found> {
    if matches!(opening, Opening::Word(Lead::After)) {
        return None;
    }
    let (at, bound) = words.bound(at).map_or((at, None), |(end, side, _)| (end, side));
    let led = opening != Opening::Bare || bound.is_some();
    // «почти пять часов» last; «около пяти часов утра» are a time.
    if opening == Opening::Bare && bound.is_some() && clock::is_length(words, at) {
        return None;
    }
    // «с 9 до 18 часов»
    if opening == Opening::Word(Lead::From)
        && words.word(at + 1).lead == Some(Lead::To)
        && let Some(hour) = words.digits(at).filter(|hour| *hour < 24.0)
        && let Some(last) = clock::read(words, at + 2, true)
    {
        let mut found = Found::new(FigureKind::Time, start..last.end);
        found.date = last.iso.map(|last| format!("T{hour:02.0}:00/{last}"));
        return Some(found);
    }
    let mut time = chain(words, at, led, today)?;
    // Alone, «сегодня» says a day only where that day is known, and «днём» says none.
    let word = words.word(at);
    let unsaid = word.day.is_some_and(|day| day >= 0) && today.is_none() || word.is(Flag::Beside);
    if time.end == at + 1 && unsaid {
        return None;
    }
    if matches!(opening, Opening::Word(Lead::From) | Opening::Phrase)
        && words.word(time.end).lead == Some(Lead::To)
        && let Some(last) = chain(words, time.end + 1, true, today)
    {
        time.close(last);
    }
    // «қазан айына дейін»
    while let Some((end, _)) = words.phrase(time.end, &words.numbers.date_tails) {
        time.end = end;
    }
    let kind = if time.is_time() { FigureKind::Time } else { FigureKind::Date };
    let mut found = Found::new(kind, start..time.end);
    found.date = time.iso;
    found.bound = bound.map(super::side);
    Some(found)
}

/// Points beside each other that tell one time: «в пятницу, 5 мая, около 18:00».
fn chain(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    let mut time = point(words, at, led, today)?;
    let mut last = time.class;
    for _ in 0..3 {
        let mut next = time.end;
        // «2018 г. в 12:30»
        if words.word(next - 1).is(Flag::Year) && words.past_stop(next) > next {
            next += 1;
        }
        let marked = words.is_mark(next, ",") || words.is_dash(next) && !words.is_joined(next);
        if marked {
            next += 1;
        }
        // «в ночь на»: its last word leads the date.
        let mut led = words.word(time.end - 1).lead.is_some();
        if matches!(words.word(next).lead, Some(Lead::At | Lead::On | Lead::From)) {
            next += 1;
            led = true;
        }
        if let Some((end, _, _)) = words.bound(next) {
            next = end;
            led = true;
        }
        let Some(more) = point(words, next, led, today) else { break };
        let again = time.is_time() && more.class == PointClass::Part;
        if again || !last.is_completed_by(more.class, marked) {
            break;
        }
        last = more.class;
        time.join(more);
    }
    Some(time)
}

fn point(words: &Words, at: usize, led: bool, today: Option<Day>) -> Option<Point> {
    clock::read(words, at, led)
        .or_else(|| order::read(words, at, today))
        .or_else(|| era::read(words, at, led, today))
        .or_else(|| relative::read(words, at, led, today))
        .or_else(|| date::read(words, at, led, today))
}

/// A length of time that a preposition opens or «назад» closes: «в течение двух лет», «через
/// неделю», «год назад».
fn length(
    words: &Words,
    start: usize,
    at: usize,
    opening: Opening,
    today: Option<Day>,
) -> Option<Found> {
    let mut found = Found::new(FigureKind::Duration, start..at);
    // «за последние 5 лет»
    let pointed = words.word(at).pointer.is_some_and(|pointer| pointer != Pointer::Same)
        && words.word(at + 1).period.is_none();
    let at = at + usize::from(pointed);
    let mut end = at;
    if let Some(quantity) = Quantity::read(words, at) {
        let mut noun = quantity.end;
        // «в течение двух последних лет»
        if words.word(noun).pointer.is_some() && words.word(noun + 1).period.is_some() {
            noun += 1;
        }
        let word = words.word(noun);
        // «за четыре вечера», «через две ночи»
        let counts_days = matches!(
            opening,
            Opening::Word(Lead::After | Lead::Within | Lead::On) | Opening::Phrase
        );
        let day = (counts_days && word.of_hour.is_some()).then_some(Period::Day);
        let period = word.period.or(day)?;
        // «бюджет на 2026 год» names the year.
        if word.is(Flag::Year) && year::bare_year(words, at).is_some() && noun == at + 1 {
            return None;
        }
        let (unit, factor) = period.ucum();
        found.value = quantity.value.map(|value| value * factor);
        found.to = quantity.to.map(|to| to * factor);
        found.bound = quantity.bound.map(super::side);
        found.unit = Some(unit.to_owned());
        end = noun + 1;
        found.tokens.end = end;
        add_smaller(words, &mut found, period);
        let opening = match opening {
            Opening::Bare if pointed => Opening::Phrase,
            _ => opening,
        };
        return settle(words, found, period, opening, today);
    }
    if pointed {
        return None;
    }
    let (at, bound) = words.bound(at).map_or((at, None), |(end, side, _)| (end, side));
    let (period, value) = one_period(words, at)?;
    end = end.max(at) + 1;
    found.bound = bound.map(super::side);
    let (unit, factor) = period.ucum();
    found.tokens.end = end;
    found.value = Some(value * factor);
    found.unit = Some(unit.to_owned());
    // «около года», «полчаса»
    if opening == Opening::Bare && words.word(end).after.is_none() {
        return (bound.is_some() || value < 1.0).then_some(found);
    }
    if matches!(opening, Opening::Word(Lead::At | Lead::From | Lead::To | Lead::Of)) {
        return None;
    }
    settle(words, found, period, opening, today)
}

/// A period without a number: «год» is one, «полгода» half of one.
fn one_period(words: &Words, at: usize) -> Option<(Period, f64)> {
    let word = words.word(at);
    match word.compound {
        Some((CompoundClass::HalfOf, period)) => Some((period, 0.5)),
        _ if word.is(Flag::Several) => None,
        _ => word.period.map(|period| (period, 1.0)),
    }
}

/// Takes smaller periods after a length of time into it: «два часа и десять минут», «девять дней,
/// семь часов и 39 минут».
pub(super) fn add_smaller(words: &Words, found: &mut Found, period: Period) {
    let mut period = period;
    for _ in 0..3 {
        let end = found.tokens.end;
        let joined = words.is_and(end) || words.is_mark(end, ",");
        let Some(more) = Quantity::read(words, end + usize::from(joined)) else { return };
        let Some(smaller) = words.word(more.end).period else { return };
        if rank(smaller) >= rank(period) || more.bound.is_some() || more.to.is_some() {
            return;
        }
        found.tokens.end = more.end + 1;
        found.add(more.value, period, smaller);
        period = smaller;
    }
}

fn rank(period: Period) -> u8 {
    match period {
        Period::Second => 0,
        Period::Minute => 1,
        Period::Hour => 2,
        Period::Day => 3,
        Period::Week => 4,
        Period::Month => 5,
        Period::Quarter => 6,
        Period::HalfYear => 7,
        Period::Year => 8,
        Period::Decade => 9,
        Period::Century => 10,
    }
}

/// A length of time becomes a date where its surroundings count it from now.
fn settle(
    words: &Words,
    mut found: Found,
    period: Period,
    opening: Opening,
    today: Option<Day>,
) -> Option<Found> {
    let after = words.word(found.tokens.end).after;
    let tail = words.phrase(found.tokens.end, &words.numbers.length_tails);
    if after.is_some() {
        found.tokens.end += 1;
    } else if let Some((end, _)) = tail {
        found.tokens.end = end;
    } else if matches!(opening, Opening::Bare | Opening::Word(Lead::From | Lead::To | Lead::Of)) {
        // A plain number of years or hours: `quantity` and `age` know it.
        return None;
    }
    if opening == Opening::Word(Lead::At) && after.is_none() {
        // «в 10 часов» is a time, «в 5 лет» an age.
        let long = matches!(period, Period::Day | Period::Week | Period::Month);
        if !long {
            return None;
        }
    }
    let shift = found.value.filter(|value| value.fract() == 0.0 && *value < 10_000.0);
    if after == Some(After::Ago)
        && found.to.is_none()
        && let Some(shift) = shift.and_then(|shift| format!("{shift}").parse::<i32>().ok())
        && let Some(date) = today.and_then(|today| today.period(period, -shift))
    {
        found.kind = FigureKind::Date;
        found.date = Some(date);
        (found.value, found.unit) = (None, None);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_published};

    #[test]
    fn reads_lengths_of_time() {
        check("Шли в течение двух недель.", &["Duration «в течение двух недель» 2 wk"]);
        check("Ждали полтора часа.", &["Duration «полтора часа» 1.5 h"]);
        check("Через три дня.", &["Duration «Через три дня» 3 d"]);
        check("За последние 5 лет.", &["Duration «За последние 5 лет» 5 a"]);
        check("Ждали около года.", &["Duration «около года» About 1 a"]);
        check("Длится 2 часа 45 минут.", &["Duration «2 часа 45 минут» 165 min"]);
        check(
            "За девять дней, семь часов и 39 минут.",
            &["Duration «За девять дней, семь часов и 39 минут» 13419 min"],
        );
    }

    #[test]
    fn a_length_before_now_is_a_date_where_now_is_known() {
        check("Два года назад.", &["Duration «Два года назад» 2 a"]);
        check_published("Два года назад.", &["Date «Два года назад» 2016"]);
        check_published("Три дня назад.", &["Date «Три дня назад» 2018-09-23"]);
        check_published(
            "999999999999 лет назад.",
            &["Duration «999999999999 лет назад» 999999999999 a"],
        );
    }

    #[test]
    fn reads_minutes_of_play() {
        check("Гол забит на 73-й минуте.", &["Time «на 73-й минуте» PT73M"]);
    }
}
