/// A point or stretch of time, as far as it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Point {
    /// The token after it.
    pub(super) end: usize,
    /// ISO 8601, as precise as the text.
    pub(super) iso: Option<String>,
    /// Whether the date has its year.
    pub(super) full: bool,
    /// What it tells.
    pub(super) class: PointClass,
}

/// What a point of time tells; points of different classes stand beside each other for one time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PointClass {
    /// A date, month, year or era.
    #[default]
    Date,
    /// A day counted from today.
    Day,
    /// A day of the week.
    Weekday,
    /// A part of the day.
    Part,
    /// An hour.
    Clock,
}

impl PointClass {
    /// Whether a point of the other class beside one of this class tells more of the same time.
    ///
    /// Behind a comma or a dash only a date completes a day, and a time a date.
    pub(super) fn is_completed_by(self, other: Self, marked: bool) -> bool {
        match (self, other) {
            (one, two) if one == two => false,
            (Self::Date | Self::Weekday, Self::Day) => false,
            (Self::Date, Self::Part)
            | (Self::Day | Self::Weekday | Self::Part, Self::Date)
            | (_, Self::Clock) => true,
            _ => !marked,
        }
    }
}

impl Point {
    /// Makes a stretch of this point to that one.
    pub(super) fn close(&mut self, last: Self) {
        self.end = last.end;
        self.iso = match (self.iso.take(), last.iso) {
            (Some(from), Some(to)) => {
                // «с 1 июня по 31 августа 2019 года»: the year is of both.
                let year = to.get(..4).filter(|year| last.full && !year.starts_with('-'));
                match (from.strip_prefix('-'), year) {
                    (Some(from), Some(year)) => Some(format!("{year}{from}/{to}")),
                    _ => Some(format!("{from}/{to}")),
                }
            }
            (from, to) => from.or(to),
        };
        self.full |= last.full;
    }

    /// Takes in what another point beside this one says: a day and its date, a date and an hour.
    pub(super) fn join(&mut self, other: Self) {
        let of_day = |class| matches!(class, PointClass::Clock | PointClass::Part);
        // ISO 8601 has an hour of a day only.
        let both = |date: String, time: String| {
            let is_day = !date.contains('/') && date.matches('-').count() >= 2 && date.len() >= 7;
            if !time.starts_with('T') {
                date
            } else if is_day {
                format!("{date}{time}")
            } else {
                time
            }
        };
        self.end = other.end;
        self.iso = match (self.iso.take(), other.iso) {
            (Some(date), Some(time)) if of_day(other.class) && !of_day(self.class) => {
                Some(both(date, time))
            }
            (Some(time), Some(date)) if of_day(self.class) && !of_day(other.class) => {
                Some(both(date, time))
            }
            // «в понедельник, 20 апреля»: the date, in the year of the day that is known.
            (Some(day), Some(date))
                if self.full && !other.full && day.len() == 10 && date.len() == 7 =>
            {
                let year = day.get(..4).unwrap_or_default();
                Some(date.strip_prefix('-').map_or(day.clone(), |date| format!("{year}{date}")))
            }
            // The day of the week and the date of one day: the fuller says it.
            (Some(one), Some(two)) => Some(if self.full || !other.full { one } else { two }),
            (one, two) => one.or(two),
        };
        self.full |= other.full;
        if self.class != PointClass::Clock
            && (of_day(other.class) || self.class != PointClass::Part)
        {
            self.class = other.class;
        }
    }

    /// Whether it tells a time of day.
    pub(super) fn is_time(&self) -> bool {
        matches!(self.class, PointClass::Clock | PointClass::Part)
    }
}
