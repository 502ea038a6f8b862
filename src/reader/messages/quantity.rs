//! Figures as the reader's language writes them.

use super::{Messages, intl};
use crate::article::{Bound, Figure, FigureKind};

/// UCUM's code of a unit, and `Intl.NumberFormat`'s name of it
/// (<https://tc39.es/ecma402/#table-sanctioned-single-unit-identifiers>).
const UNITS: [(&str, &str); 19] = [
    ("mm", "millimeter"),
    ("cm", "centimeter"),
    ("m", "meter"),
    ("km", "kilometer"),
    ("g", "gram"),
    ("kg", "kilogram"),
    ("mL", "milliliter"),
    ("L", "liter"),
    ("har", "hectare"),
    ("Cel", "celsius"),
    ("km/h", "kilometer-per-hour"),
    ("ms", "millisecond"),
    ("s", "second"),
    ("min", "minute"),
    ("h", "hour"),
    ("d", "day"),
    ("wk", "week"),
    ("mo", "month"),
    ("a", "year"),
];

impl Messages {
    /// The figure's value as the language writes it; the text's own words where the language has
    /// no way to write it.
    #[must_use]
    pub fn quantity(&self, figure: &Figure, words: &str) -> String {
        match figure.kind {
            FigureKind::Ordinal | FigureKind::Time => return words.to_owned(),
            FigureKind::Date => {
                let date = figure.date.as_deref().filter(|_| figure.bound.is_none());
                return date
                    .and_then(|date| self.calendar(date))
                    .unwrap_or_else(|| words.to_owned());
            }
            FigureKind::Count
            | FigureKind::Measure
            | FigureKind::Money
            | FigureKind::Percent
            | FigureKind::Age
            | FigureKind::Duration => {}
        }
        let Some(value) = figure.value else { return words.to_owned() };
        let Some(last) = self.amount(figure, figure.to.unwrap_or(value)) else {
            return words.to_owned();
        };
        let amount = match figure.to {
            Some(_) => format!("{}–{last}", self.number(value)),
            None => last,
        };
        let bound = match figure.bound {
            None => return amount,
            Some(Bound::Over) => "bound-over",
            Some(Bound::Under) => "bound-under",
            Some(Bound::AtLeast) => "bound-at-least",
            Some(Bound::AtMost) => "bound-at-most",
            Some(Bound::About) => "bound-about",
        };
        self.with(bound, &[("value", (&amount).into())])
    }

    /// The day, month or year of a schema.org date, as precise as it is; nothing for another text.
    #[must_use]
    pub fn calendar(&self, date: &str) -> Option<String> {
        let tag = self.language().tag();
        let date = date.split('T').next().unwrap_or(date);
        let day: (&str, &str) = ("day", "numeric");
        let month = ("month", "long");
        let year = ("year", "numeric");
        Some(match calendar_parts(date)? {
            (Some(y), Some(m), Some(d)) => intl::date(tag, (y, m, d), &[day, month, year]),
            (Some(y), Some(m), None) => intl::date(tag, (y, m, 1), &[month, year]),
            (Some(y), None, None) => y.to_string(),
            // A leap year has every day.
            (None, Some(m), Some(d)) => intl::date(tag, (2000, m, d), &[day, month]),
            (None, Some(m), None) => intl::date(tag, (2000, m, 1), &[month]),
            _ => return None,
        })
    }

    /// Who published something and when, as far as it is known.
    #[must_use]
    pub fn origin(&self, publisher: Option<&str>, date: Option<&str>) -> Option<String> {
        let date = date.map(|date| self.calendar(date).unwrap_or_else(|| date.to_owned()));
        match (publisher, date) {
            (Some(publisher), Some(date)) => Some(format!("{publisher} · {date}")),
            (publisher, date) => publisher.map(str::to_owned).or(date),
        }
    }

    /// A share of a whole, from 0 to 1, in percent.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        intl::number(self.language().tag(), share, &[("style", "percent")])
    }

    /// The number alone.
    fn number(&self, value: f64) -> String {
        let style = magnitude(value)
            .map(|digits| [("notation", "compact"), ("maximumFractionDigits", digits)]);
        let plain = [("useGrouping", "always"), ("maximumFractionDigits", "10")];
        intl::number(self.language().tag(), value, &style.unwrap_or(plain))
    }

    /// The number with its unit; nothing where the language has no way to write the unit.
    fn amount(&self, figure: &Figure, value: f64) -> Option<String> {
        let tag = self.language().tag();
        let unit = figure.unit.as_deref();
        Some(match (figure.kind, unit) {
            (FigureKind::Age, _) => self.with("age", &[("years", super::Value::Number(value))]),
            (_, None) => self.number(value),
            (FigureKind::Percent, _) => intl::number(
                tag,
                value / 100.0,
                &[("style", "percent"), ("maximumFractionDigits", "2")],
            ),
            (FigureKind::Money, Some(currency)) => {
                if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
                    return None;
                }
                let mut style = vec![
                    ("style", "currency"),
                    ("currency", currency),
                    ("currencyDisplay", "narrowSymbol"),
                    ("minimumFractionDigits", "0"),
                    ("maximumFractionDigits", "2"),
                ];
                if magnitude(value).is_some() {
                    style.push(("notation", "compact"));
                }
                intl::number(tag, value, &style)
            }
            (_, Some(code)) => {
                let (_, unit) = UNITS.iter().find(|(ucum, _)| *ucum == code)?;
                let style = [("style", "unit"), ("unit", *unit), ("unitDisplay", "short")];
                intl::number(tag, value, &style)
            }
        })
    }
}

/// How many digits after the point write this number in full in its largest magnitude, million or
/// above; nothing where more than two would be needed.
fn magnitude(value: f64) -> Option<&'static str> {
    [1e12, 1e9, 1e6]
        .into_iter()
        .find(|unit| value.abs() >= *unit)
        .filter(|unit| (value / (unit / 100.0)).fract() == 0.0)
        .map(|_| "2")
}

/// Year, month and day of an ISO 8601 date of reduced or partial precision: `2018-09-26`,
/// `2018-09`, `2018`, `--09-26`, `--09`.
fn calendar_parts(date: &str) -> Option<(Option<u32>, Option<u32>, Option<u32>)> {
    let (year, rest) = if let Some(rest) = date.strip_prefix("--") {
        (None, Some(rest))
    } else {
        let (year, rest) = split(date);
        (Some(year.parse().ok().filter(|_| year.len() == 4)?), rest)
    };
    let Some(rest) = rest else { return Some((year, None, None)) };
    let (month, day) = split(rest);
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = match day {
        None => None,
        Some(day) => Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
    };
    Some((year, Some(month), day))
}

/// What stands before the first hyphen and after it.
fn split(text: &str) -> (&str, Option<&str>) {
    text.split_once('-').map_or((text, None), |(first, rest)| (first, Some(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_precise_as_it_is() {
        let parts = calendar_parts;
        assert_eq!(parts("2018-09-26"), Some((Some(2018), Some(9), Some(26))));
        assert_eq!(parts("2018-09"), Some((Some(2018), Some(9), None)));
        assert_eq!(parts("2018"), Some((Some(2018), None, None)));
        assert_eq!(parts("--09-26"), Some((None, Some(9), Some(26))));
        assert_eq!(parts("--09"), Some((None, Some(9), None)));
    }

    #[test]
    fn what_is_no_calendar_date_is_not_read() {
        for text in ["", "14:30", "2018-13", "2018-09-32", "18", "--", "2018-W39", "2018-09-26/27"]
        {
            assert_eq!(calendar_parts(text), None, "{text}");
        }
    }

    #[test]
    fn a_large_number_is_shortened_only_where_nothing_is_lost() {
        assert!(magnitude(3_500_000.0).is_some());
        assert!(magnitude(1_250_000_000.0).is_some());
        assert!(magnitude(3_541_234.0).is_none());
        assert!(magnitude(999_999.0).is_none());
    }
}
