//! The laws of the annotator, over texts that nobody would write.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use verbatim::annotate::annotate;
use verbatim::article::{Article, check, file};
use verbatim::import::import;

/// Pieces of news, of its marks and of trouble, to be strung together at random.
const PIECES: [&str; 64] = [
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{202f}",
    "\t",
    ". ",
    ", ",
    ": ",
    "… ",
    "! ",
    "? ",
    "- ",
    "– ",
    "— ",
    "«",
    "»",
    "„",
    "“",
    "”",
    "\"",
    "'",
    "(",
    ")",
    "№ ",
    "%",
    " % ",
    "$",
    "€",
    "Иванов",
    "Иванову",
    "Пётр",
    "Анна Сидорова",
    "И. И. ",
    "ПЕТРОВ",
    "Ахметулы",
    "аким области",
    "президент",
    "директор школы",
    "он",
    "она",
    "сказал",
    "сообщила, что",
    "по словам",
    "добавил",
    "1",
    "12",
    "000",
    "2018",
    "1,5",
    "млн",
    "рублей",
    "тенге",
    "года",
    "в мае",
    "более",
    "43-летний",
    "и\u{306}",
    "👩\u{200d}👩\u{200d}👧",
    "🇰🇿",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120).prop_map(|p| p.concat())
}

/// The lines of the golden texts, without their marks: what the annotator has a rule for.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/annotate/texts/ru");
    let files = std::fs::read_dir(folder).expect("the golden texts");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let texts: Vec<String> =
        files.iter().map(|file| std::fs::read_to_string(file).expect("a text")).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| line.split(' ').count() > 3).map(unmarked).collect()
});

/// `[p1 Иванов] сказал: «{q1 Да}»` as `Иванов сказал: «Да»`.
fn unmarked(line: &str) -> String {
    let mut pieces = line.split(['[', '{']);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(piece.split_once(' ').map_or(piece, |(_, words)| words));
    }
    text.replace([']', '}'], "")
}

/// Golden lines that are cut short before and behind, and strung together: every rule meets the edge of a block.
fn torn() -> impl Strategy<Value = String> {
    let piece = (
        prop::sample::select(LINES.as_slice()),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::sample::select(&["", " ", " — ", "«", "\n"][..]),
    );
    let piece = piece.prop_map(|(line, start, end, joint)| {
        let start = line.floor_char_boundary(start.index(line.len()));
        let end = line.floor_char_boundary(start + 1 + end.index(line.len() - start));
        format!("{}{joint}", &line[start..end])
    });
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// The article of a Russian text; nothing where the text is none.
fn article(text: &str) -> Option<Article> {
    let article = import("text.txt", text.as_bytes()).ok()?.article;
    Some(Article { in_language: "ru".to_owned(), ..article })
}

/// What must hold of the annotation of any text.
fn keeps_the_laws(text: &str) -> Result<(), TestCaseError> {
    let Some(article) = article(text) else { return Ok(()) };
    if article.blocks.is_empty() {
        return Ok(());
    }
    let annotated = annotate(article.clone());
    prop_assert_eq!(&annotated.blocks, &article.blocks, "the text is unchanged");
    // In bounds, on grapheme edges, quotes apart from one another, no dangling id.
    let faults: Vec<String> = check(&annotated).iter().map(ToString::to_string).collect();
    prop_assert!(faults.is_empty(), "{:#?}", faults);
    prop_assert_eq!(&annotate(annotated.clone()), &annotated, "twice is once");
    // What the import alone knows of the layout is not written.
    let annotated = Article { after_lost: Vec::new(), ..annotated };
    let read = file::read(&file::write(annotated.clone()));
    prop_assert_eq!(&read.expect("what is written can be read"), &annotated);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1000), ..ProptestConfig::default() })]

    #[test]
    fn hold_for_strung_pieces_of_news(text in news()) {
        keeps_the_laws(&text)?;
    }

    #[test]
    fn hold_for_torn_news(text in torn()) {
        keeps_the_laws(&text)?;
    }

    #[test]
    fn hold_for_any_characters(text in "\\PC{0,200}") {
        keeps_the_laws(&text)?;
    }

    #[test]
    fn any_bytes_are_imported_or_refused_with_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        match import("text.txt", &bytes) {
            Ok(imported) => {
                let mut rest = str::from_utf8(&bytes).expect("only UTF-8 is imported");
                for block in &imported.article.blocks {
                    let at = rest.find(&block.text).expect("blocks are substrings, in order");
                    rest = &rest[at + block.text.len()..];
                }
            }
            Err(error) => prop_assert!(error.to_string().contains(';'), "a remedy: {error}"),
        }
    }

    #[test]
    fn any_json_is_read_or_refused(text in "[\\[\\]{}:,\"a-z0-9 ]{0,80}") {
        let _ = file::read(&text);
    }
}

/// Texts of one thing only, which make a stage that looks at all it has seen slow.
const ENDLESS: [&str; 10] = [
    "Иванов и ",
    "ИВАНОВ ПЁТР ",
    "— Да, — сказал Иванов. — Нет.\n",
    "«Да», — сказал Иванов («нет», сказал он Петрову). ",
    "По словам главы района Иванова, сказал он, что ",
    "— ",
    "'",
    "сказал: «Да» ",
    "1 ",
    "в мае 2018 года, в пятницу, ",
];

/// Eight times the text takes eight times as long, give or take; a square would take 64 times.
const TIMES: usize = 8;
const AT_MOST: u32 = 16;

/// What takes no longer for a quarter of a megabyte is no square of anything, whatever the short text took: there
/// memory that is asked for anew weighs more than the work.
const QUICK: Duration = Duration::from_millis(60);

/// How long it takes to annotate this piece over and over, to about so many bytes.
fn taken(piece: &str, bytes: usize) -> Duration {
    let article = article(&piece.repeat(bytes / piece.len() + 1)).expect("a text");
    let wall = Instant::now();
    let start = processor();
    let annotated = annotate(article);
    let taken = processor()
        .zip(start)
        .map_or_else(|| wall.elapsed(), |(end, start)| end.saturating_sub(start));
    assert!(!annotated.blocks.is_empty());
    taken
}

/// The processor time of this thread, where the system tells it: a busy machine takes no part in it.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

#[test]
fn time_grows_as_the_text_does() {
    for piece in ENDLESS {
        // Caches can be cold once, not every time.
        let mut tries = Vec::new();
        let grew = (0..5).any(|_| {
            let (short, long) = (taken(piece, 32_000), taken(piece, TIMES * 32_000));
            tries.push((short, long));
            long <= QUICK.max(short * AT_MOST)
        });
        assert!(grew, "{piece:?} takes too long when there is much of it: {tries:?}");
    }
}
