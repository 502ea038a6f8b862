use super::words::Words;
use crate::annotate::text::Shape;
use crate::language::grammar::Habit;
use crate::language::numbers::Flag;

/// Whether the digits from this token to that one belong to a name or an address: «Ил-76», «№ 5»,
/// «Boeing 737», «Группа 36», «5G», «1.2.3».
pub(super) fn holds(words: &Words, token: usize, end: usize) -> bool {
    is_glued(words, token)
        || is_named(words, token, end)
        || goes_on(words, end)
        || is_house(words, token, end)
}

/// The end of the telephone number that opens here, if one does: ten to fifteen digits in three
/// groups or more, parted by single spaces, hyphens or brackets.
pub(super) fn telephone(words: &Words, at: usize) -> Option<usize> {
    let plus = words.is_mark(at, "+");
    if !plus && !words.is_digits(at) {
        return None;
    }
    let (mut end, mut digits, mut groups) = (at + usize::from(plus), 0, 0);
    let mut last = end;
    for _ in 0..MARKS {
        if let Some(group) = words.digit_text(end) {
            digits += group.len();
            groups += 1;
            last = end + 1;
        } else if !words.is_dash(end) && !words.is_mark(end, "(") && !words.is_mark(end, ")") {
            break;
        }
        end += 1;
    }
    let opens = plus || matches!(words.folded(at), "8" | "7") && at + 1 < last;
    (opens && groups >= 3 && (10..=15).contains(&digits)).then_some(last)
}

/// Something stands right before the digits that is no opening mark.
fn is_glued(words: &Words, token: usize) -> bool {
    if token == 0 || !words.is_joined(token) {
        return false;
    }
    let before = token - 1;
    let opens = matches!(words.folded(before), "(" | "«" | "\"" | "“" | "[" | ":")
        || words.word(before).is(Flag::Sign);
    words.shape(before) != Shape::Mark || !opens && words.is_joined(before)
}

/// How many words a street's name may have.
const STREET: usize = 3;

/// Whether the digits are a house number: «улица Мельничная, 25».
fn is_house(words: &Words, token: usize, end: usize) -> bool {
    let Some(comma) = token.checked_sub(1).filter(|&before| words.is_mark(before, ",")) else {
        return false;
    };
    let counts = words.word(end).is_unit() || words.shape(end) == Shape::Lower;
    !counts
        && (comma.saturating_sub(STREET + 1)..comma)
            .rev()
            .take_while(|&at| words.shape(at) != Shape::Number)
            .any(|at| words.word(at).is(Flag::Street))
}

/// The end of the date or length of time that names a street, if one opens here: «улица 8 Марта»,
/// «улица 1905 года», «проспект 40 лет Победы».
pub(super) fn street(words: &Words, at: usize) -> Option<usize> {
    let named = at > 0 && words.word(at - 1).is(Flag::Street) && words.is_digits(at);
    let (next, is_capital) = (words.word(at + 1), |at| words.shape(at) == Shape::Capital);
    let is_day = next.month.is_some() && is_capital(at + 1);
    let is_year = next.is(Flag::Year);
    let is_while = next.period.is_some() && is_capital(at + 2);
    (named && (is_day || is_year || is_while)).then_some(at + 2)
}

/// How many groups and marks a telephone number may have.
const MARKS: usize = 14;

/// How many tokens a title may have between its marks.
const TITLE: usize = 5;

/// Whether the number in words opens a title: «Двенадцать стульев», «Один день Ивана Денисовича».
pub(super) fn is_title(words: &Words, token: usize) -> bool {
    let word = words.word(token);
    token > 0
        && words.is_mark(token - 1, "«")
        && (word.number.is_some() || word.ordinal.is_some())
        && words.shape(token) == Shape::Capital
        && (token + 1..token + TITLE).any(|ahead| words.is_mark(ahead, "»"))
}

/// A sign or a name stands before the digits, and nothing that they could count behind.
fn is_named(words: &Words, token: usize, end: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    // «школа 12», but not «в школе 96 учеников»
    if words.word(before).is(Flag::NumberSign) {
        return words.shape(before) == Shape::Mark || !words.is_many(end);
    }
    let foreign = !words.numbers.grammar.has(Habit::LatinScript)
        && words.folded(before).starts_with(|letter: char| letter.is_ascii_alphabetic());
    let capital = matches!(words.shape(before), Shape::Capital | Shape::Upper | Shape::Mixed);
    let counts = words.word(end).is_unit() || words.shape(end) == Shape::Lower;
    // «Группа 36»: the name ends with the digits.
    let closed = matches!(words.folded(end), "»" | "”");
    let many = counts && words.is_many(end);
    let short = words.digit_text(token).is_some_and(|digits| digits.len() < 4);
    foreign && !words.word(end).is_unit() && !many && short
        || capital && closed
        || words.shape(before) == Shape::Upper && !counts && end == token + 1
}

/// Letters right behind the digits that are no unit, or a hyphen with more behind it.
fn goes_on(words: &Words, end: usize) -> bool {
    if !words.is_joined(end) {
        return false;
    }
    if words.block.tokens[end].is_word() {
        return !words.word(end).is_unit();
    }
    words.is_joined(end + 1)
        && (words.is_dash(end) || words.is_mark(end, "/") || words.is_mark(end, "."))
        && !words.is_mark(end + 1, "\"")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn numbers_in_names_are_no_figures() {
        for text in [
            "Самолёт Ил-76 разбился.",
            "Танк Т-34 стоит у входа.",
            "Boeing 737 вернулся.",
            "Движение «Группа 36» закрыто.",
            "Учится в школе № 5.",
            "Сеть 5G заработала.",
            "Суд находится по адресу: улица Мельничная, 25.",
            "Вышла версия 1.2.3.",
            "Так гласит пункт 4.1.7 приказа.",
            "Сел в грузовик ГАЗ-3307.",
            "Роман «Двенадцать стульев» переведён.",
            "Фильм «Один день Ивана Сергеевича» снят.",
            "Дом стоит на улице 8 Марта.",
            "Живут на улице 1905 года и на проспекте 40 лет Победы.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn telephone_numbers_are_no_figures() {
        check("Звоните +7 701 123 45 67 или 8 (727) 250-12-34.", &[]);
        check("Пришли 8 мужчин и 7 женщин.", &["Count «8» 8 of мужчин", "Count «7» 7 of женщин"]);
    }

    #[test]
    fn numbers_beside_names_are() {
        check("На улице 8 марта были танцы.", &["Date «8 марта» --03-08"]);
        check("Из США прибыло 20 врачей.", &["Count «20» 20 of врачей"]);
        check("Купили у IBM 30 серверов.", &["Count «30» 30 of серверов"]);
    }
}
