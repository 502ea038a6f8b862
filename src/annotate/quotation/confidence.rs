//! How sure a quote is, by its evidence: a table, measured on marked texts (docs/annotation.md).

use std::sync::LazyLock;

use crate::article::{Evidence, QuoteKind};

/// One line of the table.
struct Row {
    kind: QuoteKind,
    evidence: Vec<Evidence>,
    value: f64,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    include_str!("confidence.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(row)
        .collect()
});

fn row(line: &'static str) -> Option<Row> {
    let mut words = line.split_whitespace();
    let kind = named(words.next()?)?;
    let mut rest: Vec<&str> = words.collect();
    let value = rest.pop()?.parse().ok()?;
    let evidence = rest.into_iter().map(named).collect::<Option<_>>()?;
    Some(Row { kind, evidence, value })
}

/// The value of this name in the article file.
fn named<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

/// How sure a quote of this kind is that these rules found.
pub(super) fn of(kind: QuoteKind, because: &[Evidence]) -> f64 {
    TABLE
        .iter()
        .find(|row| row.kind == kind && row.evidence.iter().all(|one| because.contains(one)))
        .map_or(0.5, |row| row.value)
}
