//! Layout: what the empty lines of a plain text tell of a line behind a colon.
//!
//! Where empty lines part a text's paragraphs, a line right under the one that announces it is quoted: the
//! site set it off, and copying the text took away all but the place. Where more lines are empty than between
//! other paragraphs, what was announced got lost in the copying, and the author goes on.

/// Where fewer of the lines that end a sentence have an empty line after them than one in this many, empty
/// lines do not part the paragraphs.
const PARTED: usize = 5;

/// So many lines right under an announcement are a list.
const LIST: usize = 3;

/// A quoted line ends a sentence, or opens one and has at least this many words: fewer are a name.
const SHORTEST: usize = 4;

/// A line that holds more than white space, with its number in the file.
pub(super) type Line<'a> = (usize, &'a str);

/// What a line behind a colon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// What the line before it announces.
    Quoted,
    /// The text after what the line before it announced, which is not there.
    Lost,
}

/// How a text parts its paragraphs.
pub(super) struct Layout {
    /// By empty lines.
    parted: bool,
    /// By one empty line as a rule.
    by_one: bool,
}

impl Layout {
    /// How these lines are parted: told by the empty lines behind those that end a sentence.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut counts = [0; 3];
        for pair in lines.windows(2) {
            if ends_sentence(pair[0].1) {
                counts[empty_between(pair[0], pair[1]).min(2)] += 1;
            }
        }
        let [none, one, more] = counts;
        Self { parted: (one + more) * PARTED >= none + one + more, by_one: one > more }
    }

    /// What the line at this place is, where one that ends in a colon stands before it and the layout tells.
    pub(super) fn behind_colon(&self, lines: &[Line], place: usize) -> Option<Behind> {
        let before = *lines.get(place.checked_sub(1)?)?;
        let announces = before.1.ends_with(':') && before.1.split_whitespace().nth(1).is_some();
        if !announces || !self.parted {
            return None;
        }
        match empty_between(before, lines[place]) {
            0 => is_quoted(&lines[place..]).then_some(Behind::Quoted),
            1 => None,
            _ => self.by_one.then_some(Behind::Lost),
        }
    }
}

/// Whether the first of these lines, which stands right under an announcement, is no item of a list.
fn is_quoted(lines: &[Line]) -> bool {
    let run = 1 + lines
        .windows(2)
        .take(LIST)
        .take_while(|pair| empty_between(pair[0], pair[1]) == 0 && !pair[1].1.ends_with(':'))
        .count();
    let Some((_, line)) = lines.first() else { return false };
    let has_marker = line.starts_with(|c: char| !c.is_alphanumeric() && !"«„“\"‘'(…".contains(c))
        || line
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .strip_prefix(['.', ')'])
            .is_some_and(|rest| rest.len() + 1 < line.len());
    let reads_as_item = |line: &str| !ends_sentence(line);
    let opens_sentence = !line.starts_with(char::is_lowercase);
    run < LIST
        && !has_marker
        && (ends_sentence(line) || opens_sentence && line.split_whitespace().count() >= SHORTEST)
        && !(run > 1 && reads_as_item(line) && reads_as_item(lines[1].1))
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…', '»', '”', '"', ')'])
}

/// How many empty lines stand between two lines.
fn empty_between((before, _): Line, (line, _): Line) -> usize {
    (line - before).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the line that opens with «>» is.
    fn marked(text: &str) -> Option<Behind> {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty())
            .map(|(number, line)| (number, line.trim_start_matches('>')))
            .collect();
        let number = text.lines().position(|line| line.starts_with('>')).expect("a marked line");
        let place = lines.iter().position(|line| line.0 == number).expect("it is not empty");
        Layout::of(&lines).behind_colon(&lines, place)
    }

    #[test]
    fn a_line_right_under_its_announcement_is_quoted() {
        let text = "Мост открыли.\n\nМэр сказал:\n>Мост построили за год.\n\nПошли машины.";
        assert_eq!(marked(text), Some(Behind::Quoted));
    }

    #[test]
    fn a_quoted_line_may_have_a_line_of_the_authors_right_under_it() {
        let text =
            "Мост открыли.\n\nНа мосту написали:\n>Спасибо строителям от города\nПошли машины.";
        assert_eq!(marked(text), Some(Behind::Quoted));
    }

    #[test]
    fn more_empty_lines_than_elsewhere_are_a_hole() {
        let text = "Мост открыли.\n\nМэр сказал:\n\n\n>Пошли машины.\n\nДвижение открыто.";
        assert_eq!(marked(text), Some(Behind::Lost));
        let text = "Мост открыли.\n\n\nМэр сказал:\n\n\n>Пошли машины.\n\n\nДвижение открыто.";
        assert_eq!(marked(text), None, "each paragraph has two before it");
    }

    #[test]
    fn one_empty_line_tells_nothing() {
        let text = "Мост открыли.\n\nМэр сказал:\n\n>Мост построили за год.\n\nПошли машины.";
        assert_eq!(marked(text), None);
    }

    #[test]
    fn where_no_empty_lines_part_paragraphs_the_place_tells_nothing() {
        let text = "Мост открыли.\nМэр сказал:\n>Мост построили за год.\nПошли машины.";
        assert_eq!(marked(text), None);
    }

    #[test]
    fn lists_and_names_are_not_quoted() {
        for list in [
            "На мосту работают:\n>Анна Белова\n\n",
            "На мосту работают:\n>Анна Белова, главный инженер завода\nПётр Ильин, её помощник\n\n",
            "Мост строили так:\n>Сперва забили сваи.\nПотом положили балки.\nНаконец уложили асфальт.\n\n",
            "Мост строили так:\n>- сперва забили сваи.\n\n",
            "Мост строили так:\n>1. Сперва забили сваи.\n\n",
            "Нам понадобится:\n>мука, сахар, соль и вода\n\n",
            "Теги:\n>Мосты, дороги и другие стройки\n\n",
        ] {
            assert_eq!(marked(&format!("Мост открыли.\n\n{list}Пошли машины.")), None, "{list}");
        }
    }
}
