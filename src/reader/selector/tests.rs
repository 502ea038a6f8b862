use proptest::prelude::*;

use super::*;
use crate::article::{Block, BlockKind};

fn article(blocks: &[impl AsRef<str>]) -> Article {
    let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
    Article {
        blocks: blocks.iter().map(|text| block(text.as_ref())).collect(),
        ..Article::default()
    }
}

fn select(article: &Article, words: &str) -> Selector {
    let (block, start) = article
        .blocks
        .iter()
        .enumerate()
        .find_map(|(i, block)| Some((i, block.text.find(words)?)))
        .unwrap();
    Selector::new(article, Span::new(block, start, start + words.len())).unwrap()
}

fn resolve(selector: &Selector, article: &Article) -> Resolution {
    selector.resolve(&WholeText::new(article))
}

const STORY: [&str; 3] = [
    "Мост через Тобол закрыли в понедельник утром.",
    "— Мост стоял полвека, — сказала инженер Белова. — Его починят к осени.",
    "Водители ездят в объезд, через старую плотину.",
];

#[test]
fn offsets_are_code_points_and_contexts_run_over_blocks() {
    let selector = select(&article(&STORY), "сказала");
    assert_eq!((selector.block, selector.start, selector.end), (1, 24, 31));
    assert_eq!(selector.prefix, " утром.\n— Мост стоял полвека, — ");
    assert_eq!(selector.suffix, " инженер Белова. — Его починят к");
}

#[test]
fn an_unchanged_article_resolves_by_offsets() {
    let article = article(&STORY);
    let selector = select(&article, "старую плотину");
    assert!(matches!(resolve(&selector, &article), Resolution::Unchanged(_)));
}

#[test]
fn a_new_paragraph_above_moves_it() {
    let selector = select(&article(&STORY), "Его починят");
    let edited = article(&["Срочно.", STORY[0], STORY[1], STORY[2]]);
    let Resolution::Found(span) = resolve(&selector, &edited) else { panic!("not found") };
    assert_eq!((span.block, edited.text(span)), (2, Some("Его починят")));
}

#[test]
fn changed_words_are_an_orphan_even_where_others_are_the_same() {
    let before = article(&["Глава округа Иванов уехал.", "Врач Иванов остался дома."]);
    let selector = select(&before, "Иванов");
    let after = article(&["Глава округа Петров уехал.", "Врач Иванов остался дома."]);
    assert_eq!(resolve(&selector, &after), Resolution::Orphan);
}

#[test]
fn words_without_context_must_be_the_only_ones() {
    let bare = |words: &str| Selector {
        prefix: String::new(),
        suffix: String::new(),
        block: 0,
        start: 0,
        end: 1,
        ..select(&article(&STORY), words)
    };
    assert!(resolve(&bare("Белова"), &article(&STORY)).span().is_some());
    assert_eq!(resolve(&bare("в"), &article(&STORY)), Resolution::Orphan);
}

#[test]
fn two_places_alike_are_an_orphan() {
    let line = "Вчера в городе открыли новый мост, и все были рады этому событию.";
    let mut selector = select(&article(&[line]), "новый мост");
    selector.block = 7;
    let twice = article(&[format!("{line} {line}")]);
    assert_eq!(resolve(&selector, &twice), Resolution::Orphan);
}

#[test]
fn graphemes_are_not_split() {
    // The selected «и» has got a breve: it is another letter now.
    let selector = select(&article(&["мы и вы пришли сюда и ушли отсюда"]), "и");
    let after = article(&["мы и\u{306} вы пришли сюда и ушли отсюда"]);
    assert_eq!(resolve(&selector, &after), Resolution::Orphan);
    let flags = article(&[format!("{}и\u{306}{} слово", "а".repeat(3), "б".repeat(31))]);
    assert_eq!(select(&flags, "слово").prefix, format!("{} ", "б".repeat(31)));
}

#[test]
fn a_selection_takes_whole_graphemes() {
    let text = "за\u{301}мок 👩\u{200d}👧 й";
    let whole = |from: &str, to: &str| {
        let at = |words: &str| text.find(words).unwrap();
        whole_graphemes(text, Span::new(0, at(from), at(to)))
    };
    let span = whole("\u{301}", "👧");
    assert_eq!(&text[span.start..span.end], "а\u{301}мок 👩\u{200d}👧");
    let span = whole("мок", " 👩");
    assert_eq!(&text[span.start..span.end], "мок");
}

#[test]
fn a_fragment_cut_short_is_none() {
    let fragment = select(&article(&STORY), "Белова").to_fragment();
    assert!(fragment.starts_with("t=1.40-46~%D0%91%D0%B5"), "{fragment}");
    assert!(fragment.is_ascii());
    for cut in ["", "t=", "t=1.41-47", "t=1.41-40~a~b~c", "t=1.2-3~%D0~~", "q1"] {
        assert_eq!(Selector::from_fragment(cut), None, "{cut}");
    }
}

#[test]
fn long_words_make_a_short_address_and_still_resolve() {
    let long = "Слово за словом идёт рассказ. ".repeat(20);
    let selector = select(&article(&[&format!("Начало. {long}Конец.")]), &long);
    let fragment = selector.to_fragment();
    assert!(fragment.len() < 1_200, "{}", fragment.len());
    let read = Selector::from_fragment(&fragment).unwrap();
    let moved = article(&["Новое.", &format!("Начало. {long}Конец.")]);
    let span = resolve(&read, &moved).span().unwrap();
    assert_eq!(moved.text(span), Some(long.as_str()));
    let edited = article(&[format!("Начало. {}Конец.", long.replacen("идёт", "едет", 19))]);
    assert_eq!(resolve(&read, &edited), Resolution::Orphan);
}

const WORDS: [&str; 24] = [
    "мост",
    "город",
    "вчера",
    "и",
    "в",
    "на",
    "сказал",
    "что",
    "Иванов",
    "глава",
    "округа",
    "новый",
    "дом",
    "завод",
    "он",
    "построят",
    "к",
    "осени",
    "жители",
    "ждут",
    "денег",
    "не",
    "хватает",
    "—",
];

/// The article's words by block, each with a number of its own, so that a word can be followed
/// through edits.
type Words = Vec<Vec<(usize, String)>>;

fn texts(words: &Words) -> Vec<String> {
    let text = |block: &Vec<(usize, String)>| {
        block.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
    };
    words.iter().map(text).collect()
}

/// Numbers from a seed, the same on every machine (Numerical Recipes' generator).
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit.max(1)
    }
}

/// Edits a share of the words: another word, none, one more, or two in another order.
fn edit(words: &Words, percent: usize, chance: &mut Chance) -> Words {
    let mut edited: Words = Vec::new();
    for block in words {
        let mut out: Vec<(usize, String)> = Vec::new();
        for (id, word) in block {
            if chance.below(100) >= percent {
                out.push((*id, word.clone()));
                continue;
            }
            // Common words, so that the same words come to stand elsewhere too; never the word
            // that stood or stands there: that would be no edit.
            let beside = out.last().map(|(_, word)| word.clone()).unwrap_or_default();
            let mut other = WORDS[chance.below(WORDS.len())].to_owned();
            if other == *word || other == beside {
                other.push_str("ок");
            }
            match chance.below(4) {
                0 => out.push((usize::MAX, other)),
                1 => {}
                2 => out.extend([(usize::MAX, other), (*id, word.clone())]),
                _ if beside == *word => out.push((*id, word.clone())),
                _ => {
                    let at = out.len().saturating_sub(1);
                    out.insert(at, (*id, word.clone()));
                }
            }
        }
        if !out.is_empty() {
            edited.push(out);
        }
        if chance.below(100) < percent / 2 {
            edited.push(vec![(usize::MAX, "Новый абзац".to_owned())]);
        }
    }
    edited
}

/// Many selections in many edited articles: how many were placed, orphaned, wrong, and
/// orphaned though their words still stand.
fn trial(percent: usize, vocabulary: usize, seed: u32) -> (usize, usize, usize, usize) {
    let mut chance = Chance(seed);
    let mut id = 0;
    let words: Words = (0..12)
        .map(|_| {
            (0..8 + chance.below(40))
                .map(|_| {
                    id += 1;
                    // Equal words side by side can't be told apart by anybody.
                    let word = (chance.below(vocabulary) / 2) * 2 + id % 2;
                    // Beyond the common words, ones of their own.
                    let word =
                        WORDS.get(word).map_or_else(|| format!("сл{word}ово"), |w| (*w).to_owned());
                    (id, word)
                })
                .collect()
        })
        .collect();
    let before = article(&texts(&words));
    let edited = edit(&words, percent, &mut chance);
    let after = article(&texts(&edited));
    let whole = WholeText::new(&after);
    let (mut placed, mut orphans, mut wrong, mut lost) = (0, 0, 0, 0);
    for _ in 0..60 {
        let block = chance.below(words.len());
        let from = chance.below(words[block].len());
        let to = (from + 1 + chance.below(9)).min(words[block].len());
        let ids: Vec<usize> = words[block][from..to].iter().map(|(id, _)| *id).collect();
        let byte = |n: usize| -> usize { words[block][..n].iter().map(|(_, w)| w.len() + 1).sum() };
        let span = Span::new(block, byte(from), byte(to) - 1);
        let selector = Selector::new(&before, span).unwrap();
        // The true place: the very same words, in their order, side by side.
        let truth = edited.iter().enumerate().find_map(|(b, words)| {
            let at = words
                .windows(ids.len())
                .position(|window| window.iter().map(|(id, _)| id).eq(&ids))?;
            let byte = |n: usize| -> usize { words[..n].iter().map(|(_, w)| w.len() + 1).sum() };
            Some(Span::new(b, byte(at), byte(at + ids.len()) - 1))
        });
        match (selector.resolve(&whole).span(), truth) {
            (Some(span), Some(truth)) if span == truth => placed += 1,
            (Some(_), _) => wrong += 1,
            (None, truth) => {
                orphans += 1;
                lost += usize::from(truth.is_some());
            }
        }
    }
    (placed, orphans, wrong, lost)
}

#[test]
fn no_edit_ever_leads_to_the_wrong_words() {
    for percent in [0, 1, 5, 20] {
        let mut sum = (0, 0, 0, 0);
        for seed in 0..300 {
            let (placed, orphans, wrong, lost) =
                trial(percent, if seed % 2 == 0 { 2_000 } else { 250 }, seed);
            sum = (sum.0 + placed, sum.1 + orphans, sum.2 + wrong, sum.3 + lost);
        }
        let (placed, orphans, wrong, lost) = sum;
        println!("{percent} %: placed {placed}, orphans {orphans}, wrong {wrong}, lost {lost}");
        assert_eq!(wrong, 0, "{percent} % of the words edited");
        let standing = placed + lost;
        let enough = [100, 97, 90, 60][[0, 1, 5, 20].iter().position(|&p| p == percent).unwrap()];
        assert!(placed * 100 >= standing * enough, "{percent} %: {placed} of {standing}");
    }
}

proptest! {
    #[test]
    fn a_fragment_gives_the_selector_back(
        blocks in prop::collection::vec("[aя~%#\\-. и\u{306}👩‍👧\n]{1,60}", 1..4),
        block in 0_usize..4, a in 0_usize..80, b in 0_usize..80,
    ) {
        let article = article(&blocks);
        if let Some(selector) = Selector::new(&article, Span::new(block, a, b)) {
            prop_assert!(selector.prefix.chars().count() <= CONTEXT);
            prop_assert!(selector.suffix.chars().count() <= CONTEXT);
            prop_assert_eq!(Selector::from_fragment(&selector.to_fragment()), Some(selector));
        }
    }

    #[test]
    fn any_fragment_is_read_without_panic(fragment in "t=[0-9.\\-~%a-f]{0,40}|.{0,40}") {
        if let Some(selector) = Selector::from_fragment(&fragment) {
            let _ = selector.resolve(&WholeText::new(&article(&STORY)));
        }
    }
}
