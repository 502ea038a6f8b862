//! Names, figures and dates: spans against brat files with NEREL's types (Loukachevitch et al.
//! 2021).
//!
//! Exact edges, and any overlap one to one; nested spans of a class count by the outermost.
//! FIGURE is number, money, percent, ordinal and age together, WHEN date and time.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, FigureKind, MentionKind};

use super::{Evaluation, GoldError, Laid, Measure, Score};

/// The lines of the table and the classes that each takes together.
const GROUPS: [(&str, &[&str]); 10] = [
    ("PERSON", &["PERSON"]),
    ("NUMBER", &["NUMBER"]),
    ("MONEY", &["MONEY"]),
    ("PERCENT", &["PERCENT"]),
    ("ORDINAL", &["ORDINAL"]),
    ("AGE", &["AGE"]),
    ("DATE", &["DATE"]),
    ("TIME", &["TIME"]),
    ("FIGURE", &["NUMBER", "MONEY", "PERCENT", "ORDINAL", "AGE"]),
    ("WHEN", &["DATE", "TIME"]),
];

/// A span of a class; edges in code points of the document.
pub type Classed = (usize, usize, String);

/// The spans of a brat file: the outer edges of each text-bound annotation.
///
/// # Errors
///
/// Where a line of one can't be read.
pub fn brat(file: &str) -> Result<Vec<Classed>, GoldError> {
    let lines = file.lines().enumerate().filter(|(_, line)| line.starts_with('T'));
    lines
        .map(|(number, line)| {
            text_bound(line)
                .ok_or_else(|| GoldError::Line { line: number + 1, found: line.to_owned() })
        })
        .collect()
}

/// What a line such as `T1⇥PERSON 0 4⇥Иван` says.
fn text_bound(line: &str) -> Option<Classed> {
    let place = line.split('\t').nth(1)?.replace(';', " ");
    let mut words = place.split_whitespace();
    let class = words.next()?.to_owned();
    let edges: Option<Vec<usize>> = words.map(|word| word.parse().ok()).collect();
    let edges = edges?;
    Some((*edges.first()?, *edges.last()?, class))
}

/// Gathers the counts of many documents.
#[derive(Default)]
pub struct Spans {
    counts: [Counts; GROUPS.len()],
    errors: BTreeMap<String, Vec<String>>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    gold: usize,
    found: usize,
    exact: usize,
    overlap: usize,
}

impl Spans {
    /// Adds one document of this name: its text, its annotated article and its gold spans.
    ///
    /// # Errors
    ///
    /// Where the article's blocks are no substrings of the document, or a span is not in it.
    pub fn add(
        &mut self,
        name: &str,
        document: &str,
        article: &Article,
        gold: &[Classed],
    ) -> Result<(), GoldError> {
        let laid = Laid::new(article, document)?;
        for &(start, end, _) in gold {
            laid.inside((start, end))?;
        }
        let found = found(&laid);
        for (counts, (label, classes)) in self.counts.iter_mut().zip(GROUPS) {
            let gold = outermost(gold, classes);
            let found = outermost(&found, classes);
            counts.gold += gold.len();
            counts.found += found.len();
            let in_gold: BTreeSet<_> = gold.iter().collect();
            counts.exact += found.iter().filter(|span| in_gold.contains(span)).count();
            let shown = |(start, end): (usize, usize)| {
                let before = laid.text(start.saturating_sub(30), start);
                let text =
                    format!("{before}[{}]{}", laid.text(start, end), laid.text(end, end + 20));
                format!("{name}: {}", text.replace('\n', "⏎"))
            };
            let mut free = found;
            for span in gold {
                let hit = free.iter().position(|other| other.0 < span.1 && span.0 < other.1);
                if let Some(hit) = hit {
                    counts.overlap += 1;
                    free.remove(hit);
                } else {
                    self.errors.entry(format!("{label} missed")).or_default().push(shown(span));
                }
            }
            if !free.is_empty() {
                let wrong = self.errors.entry(format!("{label} false")).or_default();
                wrong.extend(free.into_iter().map(shown));
            }
        }
        Ok(())
    }

    /// The table and the errors of all documents added.
    #[must_use]
    pub fn finish(self) -> Evaluation {
        let measures = GROUPS
            .iter()
            .zip(self.counts)
            .flat_map(|((label, _), n)| {
                [("", n.exact), (" overlap", n.overlap)].map(|(how, right)| {
                    (format!("{label}{how}"), Measure::Score(Score::new(right, n.found, n.gold)))
                })
            })
            .collect();
        Evaluation { measures, errors: self.errors }
    }
}

/// The article's mentions by name and its figures as classed spans.
fn found(laid: &Laid) -> Vec<Classed> {
    let class = |kind| match kind {
        FigureKind::Count | FigureKind::Measure => "NUMBER",
        FigureKind::Money => "MONEY",
        FigureKind::Percent => "PERCENT",
        FigureKind::Ordinal => "ORDINAL",
        FigureKind::Age => "AGE",
        FigureKind::Date | FigureKind::Duration => "DATE",
        FigureKind::Time => "TIME",
    };
    let article = laid.article;
    let names = article.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let figures = article.figures.iter().map(|figure| (figure.at, class(figure.kind)));
    names
        .map(|mention| (mention.at, "PERSON"))
        .chain(figures)
        .map(|(span, class)| {
            let (start, end) = laid.place(span);
            (start, end, class.to_owned())
        })
        .collect()
}

/// The spans of these classes that lie in no other of them, in order.
fn outermost(spans: &[Classed], classes: &[&str]) -> Vec<(usize, usize)> {
    let mut edges: Vec<(usize, usize)> = spans
        .iter()
        .filter(|(_, _, class)| classes.contains(&class.as_str()))
        .map(|(start, end, _)| (*start, *end))
        .collect();
    edges.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    edges.dedup();
    let mut end = 0;
    edges.retain(|span| {
        let is_outer = span.0 >= end;
        if is_outer {
            end = span.1;
        }
        is_outer
    });
    edges
}
