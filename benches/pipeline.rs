//! How fast the annotator is: bytes of Russian text a second, per stage and whole, on one core.

use std::time::Instant;

use divan::Bencher;
use divan::counter::BytesCount;

use verbatim::annotate::text::Text;
use verbatim::annotate::{annotate, figure, person, quotation};
use verbatim::article::{Article, file};
use verbatim::language::{self, Language};

/// What the whole must do at least: megabytes a second, natively, on one core.
const BUDGET: f64 = 5.0;

fn main() {
    divan::main();
    // `cargo test` runs benchmarks too, once and without this.
    if std::env::args().any(|argument| argument == "--bench") {
        hold_against_budget();
    }
}

/// Prints the whole's speed beside its budget.
#[expect(clippy::cast_precision_loss, reason = "a megabyte is far below 2^53 bytes")]
fn hold_against_budget() {
    let article = megabyte();
    let megabytes = article.blocks.iter().map(|block| block.text.len()).sum::<usize>() as f64 / 1e6;
    let fastest = (0..5).map(|_| {
        let article = article.clone();
        let start = Instant::now();
        divan::black_box(annotate(article));
        start.elapsed().as_secs_f64()
    });
    let speed = megabytes / fastest.fold(f64::INFINITY, f64::min);
    println!(
        "\nthe whole: {speed:.1} MB/s, {:.1} times the budget of {BUDGET} MB/s",
        speed / BUDGET
    );
}

/// The bundled Russian articles, over and over, to about a megabyte.
fn megabyte() -> Article {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the bundled articles are in the tree")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let articles: Vec<Article> = paths
        .iter()
        .filter_map(|path| file::read(&std::fs::read_to_string(path).ok()?).ok())
        .filter(|article| article.in_language == "ru")
        .collect();
    let mut whole = Article { blocks: Vec::new(), ..articles[0].clone().without_annotations() };
    let mut bytes = 0;
    while bytes < 1_000_000 {
        for article in &articles {
            bytes += article.blocks.iter().map(|block| block.text.len()).sum::<usize>();
            whole.blocks.extend(article.blocks.iter().cloned());
        }
    }
    whole
}

fn bytes(article: &Article) -> BytesCount {
    BytesCount::new(article.blocks.iter().map(|block| block.text.len()).sum::<usize>())
}

fn russian() -> &'static Language {
    language::of("ru").expect("Russian is known")
}

#[divan::bench]
fn tokens_and_sentences(bencher: Bencher) {
    let article = megabyte();
    let bencher = bencher.counter(bytes(&article));
    bencher.bench_local(|| Text::new(&article.blocks, russian()));
}

#[divan::bench]
fn names_and_people(bencher: Bencher) {
    let article = megabyte();
    let text = Text::new(&article.blocks, russian());
    bencher.counter(bytes(&article)).bench_local(|| person::find(&text, &[]));
}

#[divan::bench]
fn figures(bencher: Bencher) {
    let article = megabyte();
    let text = Text::new(&article.blocks, russian());
    bencher.counter(bytes(&article)).bench_local(|| figure::find(&text, None));
}

#[divan::bench]
fn quotation_and_attribution(bencher: Bencher) {
    let article = megabyte();
    let text = Text::new(&article.blocks, russian());
    let people = person::find(&text, &[]);
    bencher.counter(bytes(&article)).bench_local(|| quotation::find(&text, &people));
}

#[divan::bench]
fn whole(bencher: Bencher) {
    let article = megabyte();
    bencher.counter(bytes(&article)).with_inputs(|| article.clone()).bench_values(annotate);
}
