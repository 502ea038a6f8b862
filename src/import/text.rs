//! Plain text: one block a line, told apart by place and words.

use crate::article::{Article, Block, BlockKind, FORMAT};
use crate::language::{self, Language};

use super::layout::{Behind, Layout, Line};
use super::{Imported, LeftOut};

/// A headline is at most this long, in code points: the longest in the corpora is 170.
const LONGEST_HEADLINE: usize = 200;

/// A line of furniture, such as the title of another story, is at most this long, in code points.
const LONGEST_FURNITURE: usize = 160;

/// A byline has at most this many words: three authors of two names, and «и» before the last.
const LONGEST_BYLINE: usize = 7;

/// A credit that has no colon behind its opening word has at most this many words: «Фото из архива
/// семьи Анны Петровны Белкиной».
const LONGEST_CREDIT: usize = 7;

/// The article of this text. Each line that holds more than white space is a block; the blocks
/// are exact substrings of the text, in order.
pub(super) fn import(id: String, text: &str) -> Imported {
    let tag = language::guess(text);
    let language = language::of(tag);
    let mut lines: Vec<Line> = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let left_out = language.map(|language| furniture(&mut lines, language)).unwrap_or_default();

    let layout = Layout::of(&lines);
    let behind: Vec<Option<Behind>> =
        (0..lines.len()).map(|place| layout.behind_colon(&lines, place)).collect();
    let lines: Vec<&str> = lines.into_iter().map(|(_, line)| line).collect();
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    for place in 0..lines.len() {
        let kind = match kind(&lines, place, &blocks, language) {
            BlockKind::Paragraph if behind[place] == Some(Behind::Quoted) => BlockKind::Blockquote,
            kind => kind,
        };
        blocks.push(Block { kind, text: lines[place].to_owned() });
    }
    let after_lost =
        (0..blocks.len()).filter(|&place| behind[place] == Some(Behind::Lost)).collect();
    let author = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline)
        .flat_map(|block| authors(&block.text, language))
        .collect();
    let article = Article {
        format: FORMAT,
        id,
        in_language: tag.to_owned(),
        author,
        blocks,
        after_lost,
        ..Article::default()
    };
    Imported { article, left_out }
}

/// Takes the site's furniture off the end of the text: from the first line that is furniture word
/// for word on, where nothing but short lines without a full stop follow.
fn furniture(lines: &mut Vec<Line>, language: &Language) -> Vec<LeftOut> {
    let is_short = |line: &str| {
        line.chars().count() <= LONGEST_FURNITURE && !line.ends_with(['.', '!', '?', '…', '»'])
    };
    let tail = lines.iter().rposition(|(_, line)| !is_short(line)).map_or(0, |last| last + 1);
    let first = lines[tail..]
        .iter()
        .position(|(_, line)| {
            language.furniture.contains(line.trim_end_matches(':').to_lowercase().as_str())
        })
        .map(|place| tail + place);
    first.map_or_else(Vec::new, |first| {
        let cut = lines.split_off(first);
        cut.into_iter().map(|(line, text)| LeftOut { line, text: text.to_owned() }).collect()
    })
}

fn kind(lines: &[&str], place: usize, before: &[Block], language: Option<&Language>) -> BlockKind {
    let line = lines[place];
    if place == 0 && lines.len() > 1 && is_headline(line) {
        return BlockKind::Headline;
    }
    if let Some(kind) = language.and_then(|language| of_picture(line, language)) {
        return kind;
    }
    let after_headline =
        place == 1 && before.first().is_some_and(|b| b.kind == BlockKind::Headline);
    if (after_headline || place + 1 == lines.len()) && is_byline(line, language) {
        let names = names_of(line, language);
        if names == line && is_spoken_of(names, place, lines, language) {
            return BlockKind::Caption;
        }
        return BlockKind::Byline;
    }
    BlockKind::Paragraph
}

/// What a line that opens with «Фото», «Иллюстрация» says of a picture: whose it is, or, where it goes
/// on for long, what it shows; nothing where it is no such line or a sentence of the text.
fn of_picture(line: &str, language: &Language) -> Option<BlockKind> {
    let folded = line.to_lowercase();
    let rest = language.credits.iter().find_map(|word| {
        folded.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    if line.chars().count() > LONGEST_FURNITURE {
        return None;
    }
    let is_short = rest.split_whitespace().count() <= LONGEST_CREDIT;
    if is_short || rest.trim_start().starts_with(':') {
        Some(BlockKind::Credit)
    } else if line.ends_with('.') {
        None
    } else {
        Some(BlockKind::Caption)
    }
}

/// Whether the text tells of one whom this line names: then it stands under a picture of theirs, for
/// authors do not write of themselves. Surnames may stand in any case: all but their last two letters
/// are held against the other lines.
fn is_spoken_of(names: &str, place: usize, lines: &[&str], language: Option<&Language>) -> bool {
    /// At least so many letters of a name are held against the text.
    const LEAST: usize = 3;
    let others = lines.iter().enumerate().filter(|&(other, line)| {
        other != place && language.is_none_or(|language| of_picture(line, language).is_none())
    });
    let text: Vec<String> = others
        .flat_map(|(_, line)| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(str::to_lowercase)
        .collect();
    let is_and = |word: &str| language.is_some_and(|language| language.and.contains(word));
    let words: Vec<&str> = names.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    // A name's last word is its surname: others share the given name.
    words.iter().enumerate().any(|(i, word)| {
        let ends = word.ends_with(',') || words.get(i + 1).is_none_or(|next| is_and(next));
        let part = word.split([',', '-']).next().unwrap_or_default().to_lowercase();
        let kept = part.chars().count().saturating_sub(2).max(LEAST);
        let stem: String = part.chars().take(kept).collect();
        ends && !is_and(word) && text.iter().any(|word| word.starts_with(&stem))
    })
}

/// A headline is short and ends without a full stop, colon or comma.
fn is_headline(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADLINE
        && !line.ends_with(['.', ':', ',', ';'])
        && !line.starts_with(['-', '–', '—', '•'])
}

/// A byline is a handful of capitalised words, after «Автор» or not, and nothing else; «Порт Риги» is none.
fn is_byline(line: &str, language: Option<&Language>) -> bool {
    let names = names_of(line, language);
    let words: Vec<&str> = names.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_thing = |word: &&str| {
        let word = word.to_lowercase();
        language.is_some_and(|own| own.names.is_called(&word) || own.names.is_titled_thing(&word))
    };
    (2..=LONGEST_BYLINE).contains(&words.len())
        && !words.first().is_some_and(is_thing)
        && words.iter().all(|word| {
            let mut letters = word.chars();
            language.is_some_and(|language| language.and.contains(word))
                || letters.next().is_some_and(char::is_uppercase)
                    && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
        })
}

/// The line without its opening word for «author» and without a closing full stop.
fn names_of<'a>(line: &'a str, language: Option<&Language>) -> &'a str {
    let Some((head, rest)) = line.split_once([':', ' ']) else { return line };
    let is_label = language.is_some_and(|language| {
        language.byline_labels.contains(head.trim_end_matches(':').to_lowercase().as_str())
    });
    if is_label { rest.trim_start_matches([':', ' ']) } else { line }
}

/// The names in a byline, in ordinary capitals.
fn authors(line: &str, language: Option<&Language>) -> Vec<String> {
    let is_and = |word: &str| language.is_some_and(|language| language.and.contains(word));
    let mut names = vec![Vec::new()];
    for word in names_of(line, language).split_inclusive([' ', ',']) {
        let name = word.trim_end_matches([' ', ',']);
        if is_and(name) {
            names.push(Vec::new());
        } else if !name.is_empty() {
            names.last_mut().expect("there is always a name at hand").push(ordinary_capitals(name));
        }
        if word.ends_with(',') {
            names.push(Vec::new());
        }
    }
    names.into_iter().filter(|name| !name.is_empty()).map(|name| name.join(" ")).collect()
}

/// «ШИБАРШИН» as «Шибаршин»; a word in mixed letters stays as it is.
fn ordinary_capitals(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut at_head = true;
    word.chars()
        .flat_map(|letter| {
            let letters: Vec<char> =
                if at_head { vec![letter] } else { letter.to_lowercase().collect() };
            at_head = !letter.is_alphabetic();
            letters
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, String)> {
        let blocks = import("a".to_owned(), text).article.blocks;
        blocks.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn headline_byline_paragraphs_and_credit_are_told_apart() {
        let text = "Мост открыли на месяц раньше\nАнна ПОЛЯНСКАЯ\n\nПо мосту пошли машины.\n  Мэр перерезал ленту.\nФото Петра КРУГЛОВА\n";
        let expected = [
            (BlockKind::Headline, "Мост открыли на месяц раньше"),
            (BlockKind::Byline, "Анна ПОЛЯНСКАЯ"),
            (BlockKind::Paragraph, "По мосту пошли машины."),
            (BlockKind::Paragraph, "Мэр перерезал ленту."),
            (BlockKind::Credit, "Фото Петра КРУГЛОВА"),
        ];
        assert_eq!(kinds(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn a_name_that_the_text_tells_of_stands_under_a_picture() {
        let text = "Умер путешественник Кругов\nПётр Кругов\nПутешественнику было 80 лет.";
        assert_eq!(kinds(text)[1].0, BlockKind::Caption);
        let text = "Автор моста ушёл\nАвтор: Пётр Кругов\nКругов строил мост три года.";
        assert_eq!(kinds(text)[1].0, BlockKind::Byline);
    }

    #[test]
    fn a_thing_and_its_place_are_no_authors() {
        let text = "Шторм утих к утру\nПорт Риги\n\nСуда вышли в море и повернули на юг.";
        assert_eq!(kinds(text)[1].0, BlockKind::Paragraph);
    }

    #[test]
    fn what_a_picture_shows_is_no_credit() {
        use BlockKind::{Caption, Credit, Headline, Paragraph};

        let text = "Мост открыли\nФотография моста, которую сделал в день открытия один из прохожих\nВидео моста за день посмотрели три тысячи человек из пяти стран.\nФото: Пётр Кругов, Анна Полянская, Ли Сан, Олег Репин и читатели.";
        let found: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(found, [Headline, Caption, Paragraph, Credit]);
    }

    #[test]
    fn the_byline_gives_the_authors_in_ordinary_capitals() {
        let text = "Мост открыли\nАвторы: Анна ПОЛЯНСКАЯ, Ли САН-ЁН и Пётр Круглов\nПошли машины.";
        let article = import("a".to_owned(), text).article;
        assert_eq!(article.author, ["Анна Полянская", "Ли Сан-Ён", "Пётр Круглов"]);
    }

    #[test]
    fn what_is_announced_right_above_it_is_a_block_quote() {
        use BlockKind::{Blockquote, Headline, Paragraph};

        let text = "Мост открыли\n\nПо мосту пошли машины.\n\nМэр сказал:\nМост построили за год.\n\nОн добавил:\n\n\nНа мосту пять полос.\n";
        let article = import("a".to_owned(), text).article;
        let found: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(found, [Headline, Paragraph, Paragraph, Blockquote, Paragraph, Paragraph]);
        assert_eq!(article.after_lost, [5], "what he added is not there");
    }

    #[test]
    fn a_paragraph_that_stands_alone_is_no_headline() {
        assert_eq!(kinds("По мосту пошли машины")[0].0, BlockKind::Paragraph);
    }

    #[test]
    fn speech_in_the_first_line_is_no_headline() {
        assert_eq!(kinds("- Мост открыт\n- Наконец-то!")[0].0, BlockKind::Paragraph);
    }

    #[test]
    fn furniture_at_the_end_is_left_out_and_reported() {
        let text = "Мост открыли\nПо мосту пошли машины.\nЧитайте также:\nВ порту новый кран\n";
        let imported = import("a".to_owned(), text);
        assert_eq!(imported.article.blocks.len(), 2);
        let left_out = [(3, "Читайте также:"), (4, "В порту новый кран")];
        assert_eq!(
            imported.left_out,
            left_out.map(|(line, text)| LeftOut { line, text: text.to_owned() })
        );
    }

    #[test]
    fn furniture_inside_the_text_takes_no_paragraph_with_it() {
        let text = "Мост открыли\nЧитайте также\nПо мосту пошли машины.";
        assert_eq!(import("a".to_owned(), text).left_out, []);
    }

    #[test]
    fn windows_lines_and_a_byte_order_mark_are_no_text() {
        assert_eq!(kinds("\u{feff}Мост открыли\r\nПошли машины.\r\n")[1].1, "Пошли машины.");
    }
}
