//! How fast the annotator is: bytes of Russian text a second, per stage and whole, on one core.

use divan::Bencher;
use divan::counter::BytesCount;

use verbatim::annotate::annotate;
use verbatim::article::{Article, file};

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

#[divan::bench]
fn whole(bencher: Bencher) {
    let article = megabyte();
    bencher.counter(bytes(&article)).with_inputs(|| article.clone()).bench_values(annotate);
}
