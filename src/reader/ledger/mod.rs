//! The figures of an article as a table: how much, of what, and who says so.

mod day;
mod scale;

pub use day::{Day, Period};
pub use scale::{Point, Scale, TimeLine, scales, time_line};

use std::cmp::Ordering;
use std::collections::HashMap;

use super::markup::{Cell, Table, TableFormat};
use super::voices::Who;
use crate::article::{Article, Bound, Figure, FigureKind, Quote};

/// One figure with what a reader asks about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The words that give it.
    pub words: &'a str,
    /// The words for what is counted or measured.
    pub of: Option<&'a str>,
    /// Who says it.
    pub said: Said<'a>,
}

/// Who says a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said<'a> {
    /// The newsroom: it stands in no quote.
    Newsroom,
    /// The speaker of the quote in which it stands.
    Speaker(Who<'a>),
    /// A quote whose speaker is not known.
    Unknown,
}

impl Said<'_> {
    /// Whether it is the same source.
    #[must_use]
    pub fn is(self, other: Said) -> bool {
        match (self, other) {
            (Self::Newsroom, Said::Newsroom) | (Self::Unknown, Said::Unknown) => true,
            (Self::Speaker(a), Said::Speaker(b)) => a.is(b),
            _ => false,
        }
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
pub struct Filter<'a> {
    /// Of this kind alone.
    pub kind: Option<FigureKind>,
    /// Said by this source alone.
    pub said: Option<Said<'a>>,
}

/// The rows of the article's figures that pass the filter, in this order.
#[must_use]
pub fn rows<'a>(article: &'a Article, filter: Filter, order: Order) -> Vec<Row<'a>> {
    let quotes: HashMap<&str, &Quote> =
        article.quotes.iter().map(|quote| (quote.id.as_str(), quote)).collect();
    let mut rows: Vec<Row> = article
        .figures
        .iter()
        .filter_map(|figure| row(article, &quotes, figure))
        .filter(|row| filter.kind.is_none_or(|kind| row.figure.kind == kind))
        .filter(|row| filter.said.is_none_or(|said| row.said.is(said)))
        .collect();
    rows.sort_by_key(|row| row.figure.at);
    match order {
        Order::Place => {}
        Order::Kind => rows.sort_by_key(|row| row.figure.kind as usize),
        Order::Size => rows.sort_by(|a, b| by_size(article, a.figure, b.figure)),
    }
    rows
}

fn row<'a>(
    article: &'a Article,
    quotes: &HashMap<&str, &'a Quote>,
    figure: &'a Figure,
) -> Option<Row<'a>> {
    let said = figure.quote.as_deref().map_or(Said::Newsroom, |id| {
        let who = quotes.get(id).and_then(|quote| Who::of(article, quote));
        who.map_or(Said::Unknown, Said::Speaker)
    });
    let of = figure.of.and_then(|span| article.text(span));
    Some(Row { figure, words: article.text(figure.at)?, of, said })
}

/// The sources of the article's figures, each once, in the order of the text: what a filter offers.
#[must_use]
pub fn sources(article: &Article) -> Vec<Said<'_>> {
    let mut sources: Vec<Said> = Vec::new();
    for row in rows(article, Filter::default(), Order::Place) {
        if !sources.iter().any(|said| said.is(row.said)) {
            sources.push(row.said);
        }
    }
    sources
}

/// The kinds of the article's figures, each once, in the order of the format.
#[must_use]
pub fn kinds(article: &Article) -> Vec<FigureKind> {
    let mut kinds: Vec<FigureKind> = article.figures.iter().map(|figure| figure.kind).collect();
    kinds.sort_by_key(|kind| *kind as usize);
    kinds.dedup();
    kinds
}

fn by_size(article: &Article, a: &Figure, b: &Figure) -> Ordering {
    let (a_like, b_like) = (scale::like(a), scale::like(b));
    let group = (a.kind as usize, a_like.map(|(unit, _)| unit));
    let other = (b.kind as usize, b_like.map(|(unit, _)| unit));
    group.cmp(&other).then_with(|| {
        if let (Some((_, a)), Some((_, b))) = (a_like, b_like) {
            return b.total_cmp(&a);
        }
        let day = |figure: &Figure| Period::of(figure, article).map(|period| period.first);
        day(a).is_none().cmp(&day(b).is_none()).then(day(a).cmp(&day(b)))
    })
}

/// The rows as a table for a spreadsheet, under these headings for the number of the block, the
/// words, the kind, the value, the end of a range, the bound, the unit, the date, what is counted,
/// and who says it. `newsroom` and `unknown` name who says what stands in no quote, or in one
/// whose speaker is not known.
#[must_use]
pub fn table(
    rows: &[Row],
    format: TableFormat,
    headings: &[&str; 10],
    newsroom: &str,
    unknown: &str,
) -> String {
    let mut table = Table::new(format);
    table.row(headings.iter().map(|heading| Cell::Text(heading)));
    for row in rows {
        let figure = row.figure;
        table.row([
            #[expect(clippy::cast_precision_loss, reason = "no article has 2^52 blocks")]
            Cell::Number((figure.at.block + 1) as f64),
            Cell::Text(row.words),
            Cell::Text(kind_id(figure.kind)),
            Cell::number(figure.value),
            Cell::number(figure.to),
            Cell::text(figure.bound.map(bound_id)),
            Cell::text(figure.unit.as_deref()),
            Cell::text(figure.date.as_deref()),
            Cell::text(row.of),
            Cell::Text(match row.said {
                Said::Newsroom => newsroom,
                Said::Speaker(who) => who.name(),
                Said::Unknown => unknown,
            }),
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
    use crate::article::{Block, BlockKind, QuoteKind, Span, Speaker};

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

    fn values(article: &Article, filter: Filter, order: Order) -> Vec<f64> {
        rows(article, filter, order).iter().map(|row| row.figure.value.unwrap_or(0.0)).collect()
    }

    #[test]
    fn size_compares_like_with_like() {
        use FigureKind::{Count, Measure};
        let article = article(vec![
            figure(Measure, Some(2.0), Some("km")),
            figure(Count, Some(7.0), None),
            figure(Measure, Some(500.0), Some("m")),
            figure(Measure, Some(3.0), Some("kg")),
            figure(Count, Some(9.0), None),
        ]);
        let all = Filter::default();
        assert_eq!(values(&article, all, Order::Size), [9.0, 7.0, 3.0, 2.0, 500.0]);
        assert_eq!(values(&article, all, Order::Kind), [7.0, 9.0, 2.0, 500.0, 3.0]);
        assert_eq!(values(&article, all, Order::Place), [2.0, 7.0, 500.0, 3.0, 9.0]);
        assert_eq!(kinds(&article), [Count, Measure]);
    }

    #[test]
    fn who_says_a_figure_filters_it() {
        let said = |quote: Option<&str>, value| Figure {
            quote: quote.map(str::to_owned),
            ..figure(FigureKind::Count, Some(value), None)
        };
        let article = article(vec![said(None, 1.0), said(Some("q1"), 2.0), said(Some("q2"), 3.0)]);
        let sources = sources(&article);
        assert_eq!(
            sources,
            [Said::Newsroom, Said::Speaker(Who::Organisation("акимат")), Said::Unknown]
        );
        for (source, value) in sources.into_iter().zip([1.0, 2.0, 3.0]) {
            let filter = Filter { said: Some(source), ..Filter::default() };
            assert_eq!(values(&article, filter, Order::Place), [value]);
        }
        let none = Filter { kind: Some(FigureKind::Money), said: None };
        assert!(values(&article, none, Order::Place).is_empty());
    }

    #[test]
    fn csv_says_who() {
        let over = Figure {
            bound: Some(Bound::Over),
            quote: Some("q1".into()),
            ..figure(FigureKind::Money, Some(3_500_000.0), Some("KZT"))
        };
        let article = article(vec![over]);
        let rows = rows(&article, Filter::default(), Order::Place);
        let headings = ["n", "words", "kind", "value", "to", "bound", "unit", "date", "of", "who"];
        assert_eq!(
            table(&rows, TableFormat::Csv, &headings, "редакция", "?"),
            "n,words,kind,value,to,bound,unit,date,of,who\r\n\
             1,слово,money,3500000,,over,KZT,,,акимат\r\n"
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
