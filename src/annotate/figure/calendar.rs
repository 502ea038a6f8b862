use crate::language::numbers::{Period, Pointer};

/// A day of the Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i32);

impl Day {
    /// The day that an RFC 3339 date or date-time opens with.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Self::new(year, month, day)
    }

    /// The day of this date; nothing for a date that the calendar has not.
    ///
    /// Howard Hinnant's `days_from_civil` (chrono-Compatible Low-Level Date Algorithms).
    pub(super) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month and day of the month; Hinnant's `civil_from_days`.
    pub(super) fn date(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }

    /// The day so many days on; stays within a thousand years of it.
    pub(super) fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.clamp(-366_000, 366_000)))
    }

    /// Monday 1 to Sunday 7.
    pub(super) fn weekday(self) -> u8 {
        u8::try_from((self.0 + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// ISO 8601: `2018-09-26`.
    pub(super) fn iso(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day of this name that the pointer means: the nearest not after this day where there is
    /// none, the next one ahead for `Next`, the last one behind for `Last`.
    pub(super) fn named(self, weekday: u8, pointer: Option<Pointer>) -> Self {
        let today = i32::from(self.weekday());
        let back = (today - i32::from(weekday)).rem_euclid(7);
        self.plus(match pointer {
            Some(Pointer::Next) => 7 - back,
            Some(Pointer::Last) if back == 0 => -7,
            _ => -back,
        })
    }

    /// ISO 8601 of the period so many periods from the one that the day is in, as precise as the
    /// period.
    pub(super) fn period(self, period: Period, shift: i32) -> Option<String> {
        let (year, month, _) = self.date();
        let shift = shift.clamp(-9999, 9999);
        Some(match period {
            Period::Day => self.plus(shift).iso(),
            Period::Week => {
                let (year, week) = self.plus(shift * 7).week();
                format!("{year:04}-W{week:02}")
            }
            Period::Month => {
                let months = year * 12 + i32::from(month) - 1 + shift;
                format!("{:04}-{:02}", positive(months.div_euclid(12))?, months.rem_euclid(12) + 1)
            }
            Period::Year => format!("{:04}", positive(year + shift)?),
            _ => return None,
        })
    }

    /// The year and number of the ISO 8601 week.
    fn week(self) -> (i32, i32) {
        let thursday = self.plus(4 - i32::from(self.weekday()));
        let (year, _, _) = thursday.date();
        let first = Self::new(year, 1, 1).unwrap_or(thursday);
        (year, (thursday.0 - first.0) / 7 + 1)
    }
}

fn positive(year: i32) -> Option<i32> {
    (1..=9999).contains(&year).then_some(year)
}

/// How many days the month has.
pub(super) fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        let day = Day::parse("2018-09-26T10:00:00Z").unwrap();
        assert_eq!(day.weekday(), 3);
        assert_eq!(day.iso(), "2018-09-26");
        assert_eq!(day.plus(5).iso(), "2018-10-01");
        assert_eq!(Day::new(2000, 2, 29).unwrap().plus(1).iso(), "2000-03-01");
        assert_eq!(Day::new(1900, 2, 29), None);
        assert_eq!(Day::new(1969, 12, 31).unwrap().plus(1).iso(), "1970-01-01");
    }

    #[test]
    fn finds_named_days_and_periods() {
        let wednesday = Day::new(2018, 9, 26).unwrap();
        assert_eq!(wednesday.named(5, None).iso(), "2018-09-21");
        assert_eq!(wednesday.named(5, Some(Pointer::Next)).iso(), "2018-09-28");
        assert_eq!(wednesday.named(3, None).iso(), "2018-09-26");
        assert_eq!(wednesday.named(3, Some(Pointer::Last)).iso(), "2018-09-19");
        assert_eq!(wednesday.period(Period::Month, -9).as_deref(), Some("2017-12"));
        assert_eq!(wednesday.period(Period::Year, -1).as_deref(), Some("2017"));
        assert_eq!(wednesday.period(Period::Week, 0).as_deref(), Some("2018-W39"));
        let new_year = Day::new(2021, 1, 1).unwrap();
        assert_eq!(new_year.period(Period::Week, 0).as_deref(), Some("2020-W53"));
    }
}
