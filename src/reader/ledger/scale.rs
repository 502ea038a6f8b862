use super::{Day, Period, Row};
use crate::article::{Article, Figure, FigureKind};

/// Units of UCUM that measure the same, each with what it is of the first: quantities in them are
/// like. Months and years are the mean ones of UCUM (`mo_j`, `a_j`).
const LIKE: [(&str, &str, f64); 34] = [
    ("m", "m", 1.0),
    ("mm", "m", 0.001),
    ("cm", "m", 0.01),
    ("dm", "m", 0.1),
    ("km", "m", 1_000.0),
    ("m2", "m2", 1.0),
    ("cm2", "m2", 0.000_1),
    ("har", "m2", 10_000.0),
    ("ar", "m2", 100.0),
    ("km2", "m2", 1_000_000.0),
    ("m3", "m3", 1.0),
    ("L", "m3", 0.001),
    ("l", "m3", 0.001),
    ("mL", "m3", 0.000_001),
    ("kg", "kg", 1.0),
    ("mg", "kg", 0.000_001),
    ("g", "kg", 0.001),
    ("dt", "kg", 100.0),
    ("t", "kg", 1_000.0),
    ("W", "W", 1.0),
    ("kW", "W", 1_000.0),
    ("MW", "W", 1_000_000.0),
    ("GW", "W", 1_000_000_000.0),
    ("kW.h", "kW.h", 1.0),
    ("MW.h", "kW.h", 1_000.0),
    ("km/h", "km/h", 1.0),
    ("m/s", "km/h", 3.6),
    ("s", "s", 1.0),
    ("min", "s", 60.0),
    ("h", "s", 3_600.0),
    ("d", "s", 86_400.0),
    ("wk", "s", 604_800.0),
    ("mo", "s", 2_629_800.0),
    ("a", "s", 31_557_600.0),
];

/// The unit in which a figure compares with its like, and its size in it; nothing for what has no
/// size: dates, times of day, places in an order.
pub(super) fn like(figure: &Figure) -> Option<(&str, f64)> {
    if matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal) {
        return None;
    }
    let value = figure.value.filter(|value| value.is_finite())?;
    let unit = figure.unit.as_deref().unwrap_or_default();
    let known = LIKE.iter().find(|(name, ..)| *name == unit);
    Some(known.map_or((unit, value), |(_, base, factor)| (base, value * factor)))
}

/// Like quantities on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Their kind.
    pub kind: FigureKind,
    /// The unit of the scale; empty for bare counts.
    pub unit: String,
    /// Whether equal steps along it are equal ratios: where the biggest is a hundred times the
    /// smallest or more, and nothing is zero or less.
    pub logarithmic: bool,
    /// The figures on it, in the order of the rows.
    pub points: Vec<Point>,
}

/// A figure on a scale or a time line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The row, as its number in the rows given.
    pub row: usize,
    /// Where it starts, 0 to 1.
    pub from: f64,
    /// Where it ends: the same but for a range.
    pub to: f64,
}

/// The scales of these rows: of each kind and unit that two figures or more have. A linear scale
/// starts at 0, so that lengths compare.
#[must_use]
pub fn scales(rows: &[Row]) -> Vec<Scale> {
    let mut scales: Vec<(Scale, Vec<(f64, f64)>)> = Vec::new();
    for (row, figure) in rows.iter().map(|row| row.figure).enumerate() {
        let Some((unit, value)) = like(figure) else { continue };
        let to = match (figure.to, figure.value) {
            (Some(to), Some(whole)) if to.is_finite() && whole != 0.0 => value / whole * to,
            _ => value,
        };
        let at = scales
            .iter()
            .position(|(scale, _)| scale.kind == figure.kind && scale.unit == unit)
            .unwrap_or_else(|| {
                let unit = unit.to_owned();
                let scale =
                    Scale { kind: figure.kind, unit, logarithmic: false, points: Vec::new() };
                scales.push((scale, Vec::new()));
                scales.len() - 1
            });
        scales[at].0.points.push(Point { row, from: 0.0, to: 0.0 });
        scales[at].1.push((value.min(to), value.max(to)));
    }
    scales.retain(|(scale, _)| scale.points.len() > 1);
    scales.into_iter().map(|(scale, values)| placed(scale, &values)).collect()
}

fn placed(mut scale: Scale, values: &[(f64, f64)]) -> Scale {
    let least = values.iter().fold(f64::INFINITY, |least, (value, _)| least.min(*value));
    let most = values.iter().fold(f64::NEG_INFINITY, |most, (_, value)| most.max(*value));
    scale.logarithmic = least > 0.0 && most / least >= 100.0;
    let along = |value: f64| if scale.logarithmic { value.log10() } else { value };
    let (start, end) = if scale.logarithmic {
        (along(least), along(most))
    } else {
        (least.min(0.0), most.max(0.0))
    };
    for (point, (from, to)) in scale.points.iter_mut().zip(values) {
        point.from = fraction(along(*from), start, end);
        point.to = fraction(along(*to), start, end);
    }
    scale
}

fn fraction(value: f64, start: f64, end: f64) -> f64 {
    if end > start { ((value - start) / (end - start)).clamp(0.0, 1.0) } else { 0.5 }
}

/// Dates along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeLine {
    /// Where it starts.
    pub first: Day,
    /// Where it ends.
    pub last: Day,
    /// The dates on it, in the order of the rows.
    pub points: Vec<Point>,
}

/// The time line of the dates in these rows; nothing where there are fewer than two.
#[must_use]
pub fn time_line(article: &Article, rows: &[Row]) -> Option<TimeLine> {
    let periods: Vec<(usize, Period)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.figure.kind == FigureKind::Date)
        .filter_map(|(i, row)| Some((i, Period::of(row.figure, article)?)))
        .collect();
    if periods.len() < 2 {
        return None;
    }
    let first = periods.iter().map(|(_, period)| period.first).min()?;
    let last = periods.iter().map(|(_, period)| period.last).max()?;
    #[expect(clippy::cast_precision_loss, reason = "days of four-digit years")]
    let along = |day: Day| fraction(day.0 as f64, first.0 as f64, last.0 as f64);
    let points = periods
        .into_iter()
        .map(|(row, period)| Point { row, from: along(period.first), to: along(period.last) })
        .collect();
    Some(TimeLine { first, last, points })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{article, figure};
    use super::super::{Filter, Order, rows};
    use super::*;
    use crate::reader::article::Reading;

    fn scales_of(figures: Vec<Figure>) -> Vec<Scale> {
        let reading = Reading::new(article(figures));
        scales(&rows(&reading, Filter::default(), Order::Place))
    }

    #[test]
    fn like_quantities_share_a_scale_from_zero() {
        let scales = scales_of(vec![
            figure(FigureKind::Measure, Some(1.0), Some("km")),
            figure(FigureKind::Money, Some(5.0), Some("KZT")),
            figure(FigureKind::Measure, Some(250.0), Some("m")),
        ]);
        assert_eq!(
            scales,
            [Scale {
                kind: FigureKind::Measure,
                unit: "m".into(),
                logarithmic: false,
                points: vec![
                    Point { row: 0, from: 1.0, to: 1.0 },
                    Point { row: 2, from: 0.25, to: 0.25 },
                ],
            }]
        );
    }

    #[test]
    fn far_apart_sizes_are_set_by_ratio() {
        let count = |value| figure(FigureKind::Count, Some(value), None);
        let scales = scales_of(vec![count(1.0), count(100.0), count(10_000.0)]);
        assert!(scales[0].logarithmic);
        let at: Vec<f64> = scales[0].points.iter().map(|point| point.from).collect();
        assert_eq!(at, [0.0, 0.5, 1.0]);
    }

    #[test]
    fn ranges_have_two_ends() {
        let range = Figure { to: Some(20.0), ..figure(FigureKind::Percent, Some(10.0), Some("%")) };
        let scales = scales_of(vec![range, figure(FigureKind::Percent, Some(40.0), Some("%"))]);
        assert_eq!(scales[0].points[0], Point { row: 0, from: 0.25, to: 0.5 });
    }

    #[test]
    fn dates_stand_along_a_line() {
        let date =
            |date: &str| Figure { date: Some(date.into()), ..figure(FigureKind::Date, None, None) };
        let figures = vec![date("--01-01"), date("2018"), date("2018-12-31")];
        let reading = Reading::new(article(figures));
        let article = &reading.article;
        let rows = rows(&reading, Filter::default(), Order::Place);
        let line = time_line(article, &rows).unwrap();
        assert_eq!((line.first.civil(), line.last.civil()), ((2018, 1, 1), (2018, 12, 31)));
        assert_eq!(line.points[1], Point { row: 1, from: 0.0, to: 1.0 });
        assert_eq!(line.points[2], Point { row: 2, from: 1.0, to: 1.0 });
        assert_eq!(time_line(article, &rows[..1]), None);
    }

    #[test]
    fn a_unit_stands_once_in_the_table() {
        for (i, (unit, base, _)) in LIKE.iter().enumerate() {
            assert!(LIKE[..i].iter().all(|(other, ..)| other != unit), "{unit}");
            assert!(
                LIKE.iter().any(|(name, of, one)| name == base
                    && of == base
                    && (*one - 1.0).abs() < 1e-12)
            );
        }
    }
}
