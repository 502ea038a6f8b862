//! The figures of an article as a table: how much, of what, and who says so.

mod day;
mod scale;

pub use day::{Day, Period};
pub use scale::{Point, Scale, TimeLine, scales, time_line};

use super::article::Reading;
use super::markup::{Cell, Table, TableFormat};
use crate::article::{Article, Bound, Figure, FigureKind};

/// One figure with what a reader asks about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// Its number in the article.
    pub number: usize,
    /// The figure.
    pub figure: &'a Figure,
    /// The words that give it.
    pub words: &'a str,
    /// The words for what is counted or measured.
    pub of: Option<&'a str>,
    /// Who says it, as an index into the voices; nothing where the newsroom does: it stands in no
    /// quote.
    pub voice: Option<usize>,
}

impl<'a> Row<'a> {
    /// The row of this figure; nothing where its words are not in the text.
    #[must_use]
    pub fn new(reading: &'a Reading, number: usize) -> Option<Self> {
        let article = &reading.article;
        let figure = &article.figures[number];
        Some(Self {
            number,
            figure,
            words: article.text(figure.at)?,
            of: figure.of.and_then(|span| article.text(span)),
            voice: reading.voice_of_figure(number),
        })
    }
}

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the text.
    #[default]
    Place,
    /// By kind, then as in the text.
    Kind,
    /// By size among like quantities, the biggest first; dates by time, the first first.
    Size,
}

/// Which rows stand; everything where nothing is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Filter {
    /// Of this kind alone.
    pub kind: Option<FigureKind>,
    /// Said by this voice alone, or by the newsroom.
    pub voice: Option<Option<usize>>,
}

/// The rows of the article's figures that pass the filter, in this order.
#[must_use]
pub fn rows(reading: &Reading, filter: Filter, order: Order) -> Vec<Row<'_>> {
    let article = &reading.article;
    // The units that compare, each with those that are like it, by their first figure.
    let mut units: Vec<&str> = Vec::new();
    let mut rows = Vec::with_capacity(article.figures.len());
    for row in (0..article.figures.len()).filter_map(|i| Row::new(reading, i)) {
        let figure = row.figure;
        if filter.kind.is_some_and(|kind| figure.kind != kind)
            || filter.voice.is_some_and(|said| row.voice != said)
        {
            continue;
        }
        let kind = figure.kind as usize;
        let key = match order {
            Order::Place => (0, 0, 0),
            Order::Kind => (kind, 0, 0),
            Order::Size => {
                if let Some((unit, value)) = scale::like(figure) {
                    let at = units.iter().position(|known| *known == unit);
                    let at = at.unwrap_or_else(|| {
                        units.push(unit);
                        units.len() - 1
                    });
                    (kind, at, !in_order(value))
                } else {
                    let day = Period::of(figure, article).map(|period| period.first.0);
                    (kind, 0, day.unwrap_or(i64::MAX))
                }
            }
        };
        let place = (figure.at.block, figure.at.start);
        rows.push((key, place, row));
    }
    rows.sort_by_key(|(key, place, _)| (*key, *place));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// A number that is ordered as this one is, as `f64::total_cmp` orders them.
const fn in_order(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// The sources of the article's figures, each once, in the order of the text: what a filter offers.
#[must_use]
pub fn sources(reading: &Reading) -> Vec<Option<usize>> {
    let mut sources = Vec::new();
    for i in 0..reading.article.figures.len() {
        let voice = reading.voice_of_figure(i);
        if !sources.contains(&voice) {
            sources.push(voice);
        }
    }
    sources
}

/// The kinds of the article's figures, each once, in the order of the format.
#[must_use]
pub fn kinds(article: &Article) -> Vec<FigureKind> {
    use FigureKind::{Age, Count, Date, Duration, Measure, Money, Ordinal, Percent, Time};
    let all = [Count, Measure, Money, Percent, Ordinal, Age, Date, Time, Duration];
    let has = |kind: &FigureKind| article.figures.iter().any(|figure| figure.kind == *kind);
    all.into_iter().filter(has).collect()
}

/// The rows as a table for a spreadsheet, under these headings, divided by `|`, for the number of
/// the block, the words, the kind, the value, the end of a range, the bound, the unit, the date,
/// what is counted, and who says it. `names` are those of the voices, `newsroom` that of who says
/// what stands in no quote, `number` writes a number in full.
#[must_use]
pub fn table(
    rows: &[Row],
    format: TableFormat,
    headings: &str,
    (names, newsroom): (&[&str], &str),
    number: fn(f64) -> String,
) -> String {
    let mut table = Table::new(format);
    table.row(headings.split('|').map(|heading| Cell::Text(heading.trim())));
    for row in rows {
        let figure = row.figure;
        let [value, to] = [figure.value, figure.to].map(|value| value.map(number));
        table.row([
            Cell::Number(&(figure.at.block + 1).to_string()),
            Cell::Text(row.words),
            Cell::Text(kind_id(figure.kind)),
            Cell::number(value.as_deref()),
            Cell::number(to.as_deref()),
            Cell::text(figure.bound.map(bound_id)),
            Cell::text(figure.unit.as_deref()),
            Cell::text(figure.date.as_deref()),
            Cell::text(row.of),
            Cell::Text(row.voice.map_or(newsroom, |voice| names[voice])),
        ]);
    }
    table.finish()
}

/// The kind's name in the format, in tables and in message ids.
#[must_use]
pub const fn kind_id(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "count",
        FigureKind::Measure => "measure",
        FigureKind::Money => "money",
        FigureKind::Percent => "percent",
        FigureKind::Ordinal => "ordinal",
        FigureKind::Age => "age",
        FigureKind::Date => "date",
        FigureKind::Time => "time",
        FigureKind::Duration => "duration",
    }
}

/// The bound's name in the format, in tables and in message ids.
#[must_use]
pub const fn bound_id(bound: Bound) -> &'static str {
    match bound {
        Bound::Over => "over",
        Bound::Under => "under",
        Bound::AtLeast => "at-least",
        Bound::AtMost => "at-most",
        Bound::About => "about",
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::article::{Block, BlockKind, Quote, QuoteKind, Span, Speaker};

    /// An article of one word a figure.
    pub(in crate::reader) fn article(figures: Vec<Figure>) -> Article {
        let text = "слово ".repeat(figures.len());
        let quote = |id: &str, speaker| Quote {
            id: id.into(),
            kind: QuoteKind::Direct,
            parts: vec![Span::new(0, 0, 10)],
            speaker,
            cue: None,
            source: None,
            confidence: 1.0,
            because: Vec::new(),
        };
        let figures = figures.into_iter().enumerate();
        Article {
            date_published: Some("2018-09-26".into()),
            blocks: vec![Block { kind: BlockKind::Paragraph, text }],
            quotes: vec![
                quote("q1", Some(Speaker::Organisation("акимат".into()))),
                quote("q2", None),
            ],
            figures: figures
                .map(|(i, figure)| Figure { at: Span::new(0, 11 * i, 11 * i + 10), ..figure })
                .collect(),
            ..Article::default()
        }
    }

    pub(in crate::reader) fn figure(
        kind: FigureKind,
        value: Option<f64>,
        unit: Option<&str>,
    ) -> Figure {
        Figure {
            id: String::new(),
            kind,
            at: Span::new(0, 0, 0),
            value,
            to: None,
            bound: None,
            unit: unit.map(str::to_owned),
            date: None,
            of: None,
            quote: None,
        }
    }

    fn values(reading: &Reading, filter: Filter, order: Order) -> Vec<f64> {
        rows(reading, filter, order).iter().map(|row| row.figure.value.unwrap_or(0.0)).collect()
    }

    #[test]
    fn size_compares_like_with_like() {
        use FigureKind::{Count, Measure};
        let reading = Reading::new(article(vec![
            figure(Measure, Some(3.0), Some("kg")),
            figure(Measure, Some(2.0), Some("km")),
            figure(Count, Some(7.0), None),
            figure(Measure, Some(500.0), Some("m")),
            figure(Count, Some(-9.0), None),
            figure(Count, Some(9.0), None),
        ]));
        let all = Filter::default();
        assert_eq!(values(&reading, all, Order::Size), [9.0, 7.0, -9.0, 3.0, 2.0, 500.0]);
        assert_eq!(values(&reading, all, Order::Kind), [7.0, -9.0, 9.0, 3.0, 2.0, 500.0]);
        assert_eq!(values(&reading, all, Order::Place), [3.0, 2.0, 7.0, 500.0, -9.0, 9.0]);
        assert_eq!(kinds(&reading.article), [Count, Measure]);
    }

    #[test]
    fn dates_are_ordered_by_time() {
        let date = |date: &str| Figure {
            date: Some(date.to_owned()),
            ..figure(FigureKind::Date, None, None)
        };
        let reading = Reading::new(article(vec![date("2019"), date("нет"), date("2018-05")]));
        let rows = rows(&reading, Filter::default(), Order::Size);
        let dates: Vec<_> = rows.iter().map(|row| row.figure.date.as_deref().unwrap()).collect();
        assert_eq!(dates, ["2018-05", "2019", "нет"]);
    }

    #[test]
    fn who_says_a_figure_filters_it() {
        let said = |quote: Option<&str>, value| Figure {
            quote: quote.map(str::to_owned),
            ..figure(FigureKind::Count, Some(value), None)
        };
        let figures = vec![said(None, 1.0), said(Some("q1"), 2.0), said(Some("q2"), 3.0)];
        let reading = Reading::new(article(figures));
        let sources = sources(&reading);
        assert_eq!(sources, [None, Some(0), Some(1)]);
        for (source, value) in sources.into_iter().zip([1.0, 2.0, 3.0]) {
            let filter = Filter { voice: Some(source), ..Filter::default() };
            assert_eq!(values(&reading, filter, Order::Place), [value]);
        }
        let none = Filter { kind: Some(FigureKind::Money), voice: None };
        assert!(values(&reading, none, Order::Place).is_empty());
    }

    #[test]
    fn csv_says_who() {
        let over = Figure {
            bound: Some(Bound::Over),
            quote: Some("q1".into()),
            ..figure(FigureKind::Money, Some(3_500_000.0), Some("KZT"))
        };
        let reading =
            Reading::new(article(vec![over, figure(FigureKind::Count, Some(-2.0), None)]));
        let rows = rows(&reading, Filter::default(), Order::Place);
        let headings = "n | words | kind | value | to | bound | unit | date | of | who";
        let number = |value: f64| value.to_string();
        assert_eq!(
            table(&rows, TableFormat::Csv, headings, (&["акимат", "?"], "редакция"), number),
            "n,words,kind,value,to,bound,unit,date,of,who\r\n\
             1,слово,money,3500000,,over,KZT,,,акимат\r\n\
             1,слово,count,-2,,,,,,редакция\r\n"
        );
    }

    #[test]
    fn names_are_those_of_the_format() {
        for kind in [FigureKind::Count, FigureKind::Ordinal, FigureKind::Duration] {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind_id(kind));
        }
        for bound in [Bound::Over, Bound::Under, Bound::AtLeast, Bound::AtMost, Bound::About] {
            assert_eq!(serde_json::to_value(bound).unwrap(), bound_id(bound));
        }
    }
}
