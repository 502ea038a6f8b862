use crate::article::{Article, Figure};

/// A day of the Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day of this year, month (from 1) and day (from 1).
    ///
    /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    #[must_use]
    pub const fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Its year, month and day: `civil_from_days` of the same paper.
    #[must_use]
    pub const fn civil(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year + era * 400;
        (if month <= 2 { year + 1 } else { year }, month, day)
    }
}

/// The days that a date takes in, as precise as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: Day,
    /// The last.
    pub last: Day,
}

impl Period {
    /// The days of a date's figure; a date without a year is in the year of the article.
    #[must_use]
    pub fn of(figure: &Figure, article: &Article) -> Option<Self> {
        let published = article.date_published.as_deref();
        let year = published.and_then(|date| date.get(..4)?.parse().ok());
        Self::parse(figure.date.as_deref()?, year)
    }

    /// The days of an ISO 8601 date of any precision: `20` (a century), `201` or `201X` (ten
    /// years), `2018`, `2018-09`, `2018-Q3`, `2018-W39`, `2018-09-26`, a time after it, `--09-26` and
    /// `--09` in the year given, or two of them with `/` between.
    #[must_use]
    pub fn parse(date: &str, year: Option<i64>) -> Option<Self> {
        if let Some((first, last)) = date.split_once('/') {
            let first = Self::parse(first, year)?;
            // `2018-09-01/05`: the end leaves out what it has in common with the start.
            let last =
                Self::parse(last, year).filter(|last| last.last >= first.first).or_else(|| {
                    let (y, m, _) = first.first.civil();
                    let number: i64 = last.parse().ok().filter(|_| last.len() == 2)?;
                    Some(if first.first == first.last {
                        days(y, m, number)?
                    } else {
                        month(y, number)?
                    })
                })?;
            return (first.first <= last.last)
                .then_some(Self { first: first.first, last: last.last });
        }
        let date = date.split(['T', ' ']).next()?;
        let (year, rest) = match date.strip_prefix("--") {
            Some(rest) => (year?, rest),
            None => match date.split_once('-') {
                Some((year, rest)) if year.len() == 4 => (number(year)?, rest),
                Some(_) => return None,
                None => return years(date),
            },
        };
        match rest.split_once('-') {
            Some((m, d)) => days(year, number(m)?, number(d)?),
            None => match rest.as_bytes() {
                [b'Q', quarter @ b'1'..=b'4'] => {
                    let m = i64::from(quarter - b'1') * 3 + 1;
                    Some(Self { first: Day::of(year, m, 1), last: month(year, m + 2)?.last })
                }
                [b'W', ..] => week(year, number(&rest[1..])?),
                _ => month(year, number(rest)?),
            },
        }
    }
}

fn number(digits: &str) -> Option<i64> {
    let sound =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if sound { digits.parse().ok() } else { None }
}

/// One day; nothing where the month has no such day.
fn days(year: i64, m: i64, day: i64) -> Option<Period> {
    let of_month = month(year, m)?;
    let it = Day::of(year, m, day);
    (day >= 1 && it <= of_month.last).then_some(Period { first: it, last: it })
}

fn month(year: i64, month: i64) -> Option<Period> {
    if !(1..=12).contains(&month) {
        return None;
    }
    let next = if month == 12 { Day::of(year + 1, 1, 1) } else { Day::of(year, month + 1, 1) };
    Some(Period { first: Day::of(year, month, 1), last: Day(next.0 - 1) })
}

/// A week of ISO 8601: the first is that of 4 January, weeks start on Monday.
fn week(year: i64, week: i64) -> Option<Period> {
    if !(1..=53).contains(&week) {
        return None;
    }
    let fourth = Day::of(year, 1, 4).0;
    // 1970-01-01 was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7) + (week - 1) * 7;
    Some(Period { first: Day(monday), last: Day(monday + 6) })
}

/// A year, ten, or a hundred, by how many digits it has.
fn years(date: &str) -> Option<Period> {
    let digits = date.trim_end_matches(['X', 'x', 'u']);
    if !(2..=4).contains(&digits.len()) || !matches!(date.len(), 2..=4) {
        return None;
    }
    let unit = [1, 10, 100][4 - digits.len()];
    let first = number(digits)? * unit;
    Some(Period { first: Day::of(first, 1, 1), last: Day(Day::of(first + unit, 1, 1).0 - 1) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Civil = (i64, i64, i64);

    fn period(date: &str) -> Option<(Civil, Civil)> {
        Period::parse(date, Some(2018)).map(|p| (p.first.civil(), p.last.civil()))
    }

    #[test]
    fn a_date_is_as_long_as_it_is_precise() {
        for (date, first, last) in [
            ("2018-09-26", (2018, 9, 26), (2018, 9, 26)),
            ("2018-09-26T10:30", (2018, 9, 26), (2018, 9, 26)),
            ("2016-02", (2016, 2, 1), (2016, 2, 29)),
            ("2018", (2018, 1, 1), (2018, 12, 31)),
            ("199X", (1990, 1, 1), (1999, 12, 31)),
            ("199", (1990, 1, 1), (1999, 12, 31)),
            ("19", (1900, 1, 1), (1999, 12, 31)),
            ("--09-26", (2018, 9, 26), (2018, 9, 26)),
            ("--12", (2018, 12, 1), (2018, 12, 31)),
            ("2018-Q4", (2018, 10, 1), (2018, 12, 31)),
            // ISO 8601's own example: 2009-W01 starts on 2008-12-29.
            ("2009-W01", (2008, 12, 29), (2009, 1, 4)),
            ("2018-09-01/2018-10-05", (2018, 9, 1), (2018, 10, 5)),
            ("2018-09-01/05", (2018, 9, 1), (2018, 9, 5)),
            ("2018-03/05", (2018, 3, 1), (2018, 5, 31)),
            ("2014/2018", (2014, 1, 1), (2018, 12, 31)),
        ] {
            assert_eq!(period(date), Some((first, last)), "{date}");
        }
    }

    #[test]
    fn no_date_is_none() {
        for date in
            ["", "x", "T10:30", "2018-13", "2018-02-30", "--", "20180926", "2018-W54", "/", "1"]
        {
            assert_eq!(period(date), None, "{date}");
        }
        assert_eq!(Period::parse("--09-26", None), None, "no year is known");
    }

    #[test]
    fn the_count_starts_in_1970() {
        assert_eq!(Day::of(1970, 1, 1), Day(0));
        assert_eq!(Day::of(2000, 3, 1), Day(11_017));
    }

    proptest! {
        #[test]
        fn days_count_both_ways(day in -1_000_000_i64..1_000_000) {
            let (year, month, of_month) = Day(day).civil();
            prop_assert_eq!(Day::of(year, month, of_month), Day(day));
        }

        #[test]
        fn any_text_is_read_without_panic(date in "[0-9XQWT/\\-]{0,12}|.{0,10}") {
            if let Some(period) = Period::parse(&date, Some(2018)) {
                prop_assert!(period.first <= period.last);
            }
        }
    }
}
