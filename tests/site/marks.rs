//! What is marked, and what stands beside the text.

use serde_json::{Value, json};

use crate::browser::Screen;
use crate::{BEFORE, article, bridge, open};

/// For each quote: its id, kind, the initials in the margin, what they are read as, its words.
const QUOTES: &str = "
    return [...document.querySelectorAll('.body a.voice')].map(link => {
        const id = link.dataset.quote;
        const words = [...document.querySelectorAll(`.body .quote[data-quote='${id}']`)];
        const kinds = ['direct', 'partial', 'indirect'];
        return [
            id,
            kinds.find(kind => words.every(word => word.classList.contains(kind))),
            before(link).replaceAll('\"', ''),
            link.getAttribute('aria-label'),
            words.map(word => word.textContent).join(''),
        ];
    });";

#[test]
fn every_quote_is_marked_with_its_speaker() {
    let (_site, browser) = bridge();
    let bolat = "Мы откроем мост 15 декабряБолат Есенов слов на ветер не бросает, \
                 мост стоил 3,5 млрд тенге 🙂.";
    let expected = json!([
        ["q1", "direct", "БЕ", "Болат Есенов: прямая речь", bolat],
        ["q2", "partial", "АК", "Анна Ким: дословно, частью", "с опережением графика"],
        ["q3", "indirect", "АК", "Анна Ким: пересказ", "бетон привозят из Костаная"],
        ["q4", "direct", "ПА", "Пресс-служба акимата: прямая речь", "Движение начнётся в 6:00"],
        [
            "q5",
            "direct",
            "ЖБ",
            "житель левого берега: прямая речь",
            "Мы ждали этого моста двадцать лет"
        ],
        ["q6", "direct", "?", "Неизвестно кто: прямая речь, неточно", "Дорогу сдадут зимой"],
    ]);
    assert_eq!(browser.run(&[BEFORE, QUOTES].concat()), expected);
}

#[test]
fn speakers_and_kinds_look_different() {
    let (_site, browser) = bridge();
    let looks = browser.run(
        "return ['q1', 'q2', 'q3', 'q4', 'q5'].map(id => {
            const style = getComputedStyle(document.querySelector(`.body .quote[data-quote=${id}]`));
            const { textDecorationColor, textDecorationStyle } = style;
            const { textDecorationThickness, backgroundColor, backgroundImage } = style;
            return {
                voice: [textDecorationColor, textDecorationStyle].join(' '),
                kind: [
                    textDecorationThickness,
                    backgroundImage !== 'none' ? 'half' : /[, ]0\\)$/.test(backgroundColor) ? 'none' : 'full',
                ].join(' '),
            };
        });",
    );
    let look = |i: usize, what: &str| looks[i][what].as_str().expect("a look").to_owned();
    assert_eq!(look(1, "voice"), look(2, "voice"), "both are Anna's");
    for (a, b) in [(0, 1), (0, 3), (1, 3), (3, 4), (0, 4)] {
        assert_ne!(look(a, "voice"), look(b, "voice"), "q{} and q{}", a + 1, b + 1);
        let line = |i: usize| look(i, "voice").rsplit(' ').next().map(str::to_owned);
        assert_ne!(line(a), line(b), "the colour is not the only sign: q{} q{}", a + 1, b + 1);
    }
    assert_eq!(look(0, "kind"), "1.5px full");
    assert_eq!(look(1, "kind"), "1.5px half");
    assert_eq!(look(2, "kind"), "1px none");
}

#[test]
fn people_have_their_role_mentions_quotes_and_share() {
    let (_site, browser) = bridge();
    let cards = browser.run(
        "return [...document.querySelectorAll('.people .card')].map(card => [
            card.querySelector('h3').lastChild.textContent,
            card.querySelector('.role')?.textContent ?? '',
            card.querySelector('.counts').textContent,
            card.querySelector('.share span')?.textContent.replaceAll('\\u00a0', ' ') ?? '',
        ]);",
    );
    // Words quoted as said: q1 has 5 + 12, q2 3, q4 4, q5 6, q6 3; together 33.
    let expected = json!([
        ["Болат Есенов", "аким города", "3 упоминания · 1 цитата", "52 % дословных слов"],
        ["Анна Ким", "инженер", "2 упоминания · 2 цитаты", "9 % дословных слов"],
        ["Пресс-служба акимата", "организация", "1 цитата", "12 % дословных слов"],
        ["житель левого берега", "источник не назван", "1 цитата", "18 % дословных слов"],
        ["Неизвестно кто", "", "1 цитата", "9 % дословных слов"],
        ["Айгуль Серикова", "", "1 упоминание", ""],
    ]);
    assert_eq!(cards, expected);
}

#[test]
fn figures_have_their_value_what_is_counted_and_who_says_it() {
    let (_site, browser) = bridge();
    let rows = browser.run(
        "return [...document.querySelectorAll('.figures tbody tr')].map(row =>
            [...row.cells].map(cell => cell.textContent.replaceAll(/[\\u00a0\\u202f]/g, ' ')));",
    );
    let expected = json!([
        ["15 декабря", "дата", "Болат Есенов"],
        ["3,5 млрд ₸", "мост", "Болат Есенов"],
        ["1 200 м", "Длина", "редакция"],
        ["4", "Полос", "редакция"],
        ["в 6:00", "время", "Пресс-служба акимата"],
        ["20 л.", "срок", "житель левого берега"],
    ]);
    assert_eq!(rows, expected);
}

#[test]
fn the_front_page_lists_the_articles() {
    let (_site, browser) = open(Screen::Wide, "/");
    browser.wait("the list is shown", "return document.querySelector('.catalogue li')");
    browser.click(".catalogue a[href='a/nur-otan-kostanay']");
    browser.wait("the article is shown", "return document.querySelector('.body h1')");
    assert_eq!(browser.text("return location.pathname"), "/a/nur-otan-kostanay");
    let title = browser.text("return document.title");
    assert!(title.starts_with("Первый зампред «Нур Отана»"), "{title}");
}

/// What a reader of the text finds; see the golden test of the annotator for all of it.
#[test]
fn the_seed_article_has_its_three_direct_quotes_with_their_speakers() {
    let (_site, browser) = article(Screen::Wide, "/a/nur-otan-kostanay");
    let quotes = browser.run(&[BEFORE, QUOTES].concat());
    let direct: Vec<(&Value, &str)> = quotes
        .as_array()
        .expect("quotes")
        .iter()
        .filter(|quote| quote[1] == "direct")
        .map(|quote| (&quote[3], quote[4].as_str().expect("words")))
        .collect();
    assert_eq!(direct.len(), 3, "{direct:?}");
    for ((speaker, words), (name, opening)) in direct.into_iter().zip([
        ("Маулен Ашимбаев", "Наша партия должна быть главным носителем"),
        ("Маулен Ашимбаев", "Мы меняем подходыМы хотим иметь реальный кадровый резерв"),
        ("Архимед Мухамбетов", "Так будет дешевлеМы готовы начать работы хоть завтра"),
    ]) {
        assert_eq!(speaker, &json!(format!("{name}: прямая речь")));
        assert!(words.starts_with(opening), "{words}");
    }
}
