//! How fast the annotator is: bytes of Russian text a second, per stage and whole, on one core.

use divan::Bencher;
use divan::counter::BytesCount;

use verbatim::annotate::text::Text;
use verbatim::annotate::{annotate, figure, person, quotation};
use verbatim::article::{Article, file};
use verbatim::language::{self, Language};

fn main() {
    divan::main();
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
