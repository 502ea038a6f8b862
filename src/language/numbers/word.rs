//! What one form of a number, date or unit can mean.

use super::Flag;

/// What is known of one form; a form can mean several things.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Word {
    /// A number word.
    pub number: Option<(NumberClass, f64)>,
    /// The place in an order: «третий» is 3.
    pub ordinal: Option<f64>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the week, Monday 1.
    pub weekday: Option<u8>,
    /// The season, 21 to 24 as in ISO 8601-2.
    pub season: Option<u8>,
    /// A period as it is counted: «лет».
    pub period: Option<Period>,
    /// A period in the second part of a compound: «-летний».
    pub compound: Option<(CompoundClass, Period)>,
    /// The number in [`Numbers::units`].
    pub unit: Option<usize>,
    /// The second part of a compound that counts or measures: «-этажный», «-метровый» with its
    /// number in [`Numbers::units`].
    pub counts: Option<Option<usize>>,
    /// Half of a unit in a word, «полтонны», with the unit's number in [`Numbers::units`].
    pub half_unit: Option<usize>,
    /// A power that the unit after it is raised to: «квадратных»; 0 is «процентных».
    pub power: Option<u8>,
    /// The number in [`Numbers::currencies`].
    pub currency: Option<usize>,
    /// An adjective that stands for a date: «декабрьский».
    pub adjective: Option<TimeAdjective>,
    /// Days from today: вчера is -1.
    pub day: Option<i32>,
    /// A part of the day.
    pub part: Option<PartOfDay>,
    /// An hour by its name: «полдень».
    pub hour: Option<u8>,
    /// Which period is meant.
    pub pointer: Option<Pointer>,
    /// Turns the length of time before it into a date.
    pub after: Option<After>,
    /// Opens a date or a length of time.
    pub lead: Option<Lead>,
    /// A time that returns each such period: «ежегодно».
    pub every: Option<Period>,
    /// A part of the day that follows an hour: «утра».
    pub of_hour: Option<PartOfDay>,
    /// A year counted from this one by a word of its own: «былтыр» is -1.
    pub year_shift: Option<i32>,
    /// What a unit before it is divided by: «км/ч».
    pub per: Option<&'static str>,
    /// Its flags, a bit each.
    flags: u64,
}

impl Word {
    /// Whether the word is of this class.
    #[must_use]
    pub const fn is(&self, flag: Flag) -> bool {
        self.flags & (1 << flag as u64) != 0
    }

    /// Makes the word one of this class.
    pub(super) const fn set(&mut self, flag: Flag) {
        self.flags |= 1 << flag as u64;
    }

    /// Whether a figure can open with the form, whatever stands behind.
    pub(super) const fn can_open(&self) -> bool {
        self.number.is_some()
            || self.ordinal.is_some()
            || self.month.is_some()
            || self.weekday.is_some()
            || self.season.is_some()
            || self.period.is_some()
            || self.compound.is_some()
            || self.adjective.is_some()
            || self.day.is_some()
            || self.part.is_some()
            || self.hour.is_some()
            || self.pointer.is_some()
            || self.year_shift.is_some()
            || self.every.is_some()
            || self.is(Flag::Each)
            || self.is(Flag::Edge)
            || self.is(Flag::Sign)
            || self.is(Flag::Minus)
            || self.is(Flag::Plus)
    }

    /// Whether a figure can open with the form by what stands behind.
    pub(super) const fn can_lead(&self) -> bool {
        self.lead.is_some() || self.is(Flag::OpensBound) || self.is(Flag::OpensLead)
    }

    /// Whether the form has a meaning of its own before digits: a preposition, a month.
    #[must_use]
    pub const fn is_known_elsewhere(&self) -> bool {
        self.lead.is_some()
            || self.month.is_some()
            || self.period.is_some()
            || self.is(Flag::Preposition)
            || self.is(Flag::Stops)
            || self.is(Flag::OpensBound)
    }

    /// Whether a number before it measures or is money or time: «км», «рублей», «лет».
    #[must_use]
    pub const fn is_unit(&self) -> bool {
        self.unit.is_some()
            || self.power.is_some()
            || self.period.is_some()
            || self.currency.is_some()
            || self.is(Flag::NamesCurrency)
    }
}

/// What a number word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberClass {
    /// «один»: counts only where the context says so.
    One,
    /// “a”: counts only before a magnitude, a fraction or a period.
    Article,
    /// «пять».
    Cardinal,
    /// «пятеро», «дважды».
    Collective,
    /// «полтора».
    Half,
    /// «тысяча»: multiplies what stands before it.
    Magnitude,
    /// «тысячи»: vague when alone.
    Plural,
    /// «несколько».
    Vague,
    /// «треть».
    Fraction,
}

/// A period of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Period {
    /// The period of a code of `periods.txt`.
    pub(super) fn of(code: &str) -> Option<Self> {
        Some(match code {
            "s" => Self::Second,
            "min" => Self::Minute,
            "h" => Self::Hour,
            "d" => Self::Day,
            "wk" => Self::Week,
            "mo" => Self::Month,
            "quarter" => Self::Quarter,
            "half-year" => Self::HalfYear,
            "a" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// How many of the other period's UCUM unit make one of this one's; nothing where the calendar
    /// does not say (days in a month).
    #[must_use]
    pub fn per(self, other: Self) -> Option<f64> {
        let size = |period: Self| match period.ucum().0 {
            "s" => (false, 1.0),
            "min" => (false, 60.0),
            "h" => (false, 3600.0),
            "d" => (false, 86_400.0),
            "wk" => (false, 604_800.0),
            "mo" => (true, 1.0),
            _ => (true, 12.0),
        };
        let ((calendar, own), (other_calendar, other)) = (size(self), size(other));
        (calendar == other_calendar).then_some(own / other)
    }

    /// The UCUM code, and how many of its unit the period has.
    #[must_use]
    pub const fn ucum(self) -> (&'static str, f64) {
        match self {
            Self::Second => ("s", 1.0),
            Self::Minute => ("min", 1.0),
            Self::Hour => ("h", 1.0),
            Self::Day => ("d", 1.0),
            Self::Week => ("wk", 1.0),
            Self::Month => ("mo", 1.0),
            Self::Quarter => ("mo", 3.0),
            Self::HalfYear => ("mo", 6.0),
            Self::Year => ("a", 1.0),
            Self::Decade => ("a", 10.0),
            Self::Century => ("a", 100.0),
        }
    }
}

/// What the second part of a compound is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompoundClass {
    /// «-дневный»: so long.
    Lasting,
    /// «-летие»: the return of a day.
    Anniversary,
    /// «-летний»: so old.
    Old,
    /// «полгода»: half of one.
    HalfOf,
}

/// The date that an adjective stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeAdjective {
    /// «декабрьский»: the month, 1 to 12.
    Month(i32),
    /// «субботний»: the day of the week, Monday 1.
    Weekday(i32),
    /// «вчерашний»: days from today.
    Day(i32),
    /// «прошлогодний»: years from this one.
    Year(i32),
}

impl TimeAdjective {
    /// The adjective of a class and a value of `time_adjectives.txt`.
    pub(super) fn of(class: &str, value: i32) -> Option<Self> {
        Some(match class {
            "month" => Self::Month(value),
            "weekday" => Self::Weekday(value),
            "day" => Self::Day(value),
            "year" => Self::Year(value),
            _ => return None,
        })
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// «утром».
    Morning,
    /// «днём».
    Day,
    /// «вечером».
    Evening,
    /// «ночью».
    Night,
}

impl PartOfDay {
    /// The part of the day of a value of `time_words.txt`.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "morning" => Self::Morning,
            "evening" => Self::Evening,
            "night" => Self::Night,
            _ => Self::Day,
        }
    }
}

/// Which period is meant, from the one at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The one at hand.
    This,
    /// The one before.
    Last,
    /// The one after.
    Next,
    /// The one spoken of.
    Same,
    /// Those just past, without a number.
    Recent,
    /// Some of them: «долгие годы», «в разные годы».
    Various,
}

/// What a word after a length of time makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Before now.
    Ago,
    /// Before or after some other time.
    Later,
}

/// What opens a date or a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// «в».
    At,
    /// «с».
    From,
    /// «до», «по», «к».
    To,
    /// «на».
    On,
    /// «от».
    Of,
    /// «через».
    After,
    /// «за».
    Within,
    /// “between”: opens a range that “and” closes.
    Between,
}
