use crate::language::numbers::{Flag, Lead, NumberClass, Side};

use super::found::product;
use super::number::{self, Form, Number};
use super::unit;
use super::words::Words;
use crate::annotate::text::Shape;

/// How far before «до» a word of growth may stand.
const REACH: usize = 10;

/// A number with its bound, its range and what it is a number of.
pub(super) struct Quantity {
    /// The token it opens with.
    pub(super) start: usize,
    /// The token after it, unit and all.
    pub(super) end: usize,
    /// The number, or the lower end of the range.
    pub(super) value: Option<f64>,
    /// The upper end of the range.
    pub(super) to: Option<f64>,
    /// The side.
    pub(super) bound: Option<Side>,
    /// How the last number is written.
    pub(super) form: Form,
    /// A currency's sign stood before it.
    pub(super) sign: Option<&'static str>,
}

/// How many tokens a number in digits may have, and its unit: «8,5 %».
const LONGEST: usize = 5;

/// Whether a number stands between «с» and this token, bare or with its unit: «с 14 до 11», «с 8,5 %
/// до 9,5 %».
fn is_after_from(words: &Words, at: usize) -> bool {
    (at.saturating_sub(LONGEST).max(1)..at).any(|number| {
        words.word(number - 1).lead == Some(Lead::From)
            && number::read(words, number).is_some_and(|number| {
                number.end == at
                    || unit::read(words, number.end, None).is_some_and(|unit| unit.end == at)
            })
    })
}

impl Quantity {
    /// The number, its bound and range that open at this token; units are not read yet.
    pub(super) fn read(words: &Words, start: usize) -> Option<Self> {
        let (mut start, mut at) = (start, start);
        let mut bound = None;
        if let Some((end, side, outside)) = words.bound(at) {
            (at, bound) = (end, side);
            // «выросло до 13»: what was reached.
            let grown = (start.saturating_sub(REACH)..start)
                .rev()
                .take_while(|&at| !words.is_and(at))
                .any(|at| words.word(at).is(Flag::Grown));
            let changed = is_after_from(words, start);
            let reached = words.word(start).lead == Some(Lead::To) && (grown || changed);
            if outside || reached {
                start = end;
            }
            if reached {
                bound = None;
            }
        }
        let opening = words.word(at).lead;
        let from = matches!(opening, Some(Lead::Of | Lead::Between)) && bound.is_none();
        if from {
            at += 1;
        }
        if let Some((one, other)) = words.halves(at)
            && let (Some((_, low)), Some((_, high))) = (one.number, other.number)
            && low < high
        {
            let form = Form::Full;
            let (value, to) = (Some(low), Some(high));
            let mut quantity = Self { start, end: at + 1, value, to, bound, form, sign: None };
            quantity.multiply(words);
            return Some(quantity);
        }
        let (mut first, sign) = signed(words, at)?;
        // «более тысячи», «около сотни»: one of it, where without a bound they are many.
        if bound.is_some() && first.end == at + 1 && words.word(at).is(Flag::Single) {
            first.value = words.word(at).number.map(|(_, value)| value);
        }
        let mut quantity = Self {
            start,
            end: first.end,
            value: first.value,
            to: None,
            bound,
            form: first.form,
            sign,
        };
        if from {
            // «от 5 до 10», «от 10 тыс. рублей до 1 млн рублей».
            let between = unit::read(words, quantity.end, sign).map_or(first.end, |unit| unit.end);
            let is_to = match opening {
                Some(Lead::Between) => words.is_and(between),
                _ => words.word(between).lead == Some(Lead::To),
            };
            let second = is_to.then(|| signed(words, between + 1)).flatten();
            let (second, _) = second?;
            quantity.extend(first, second);
            return Some(quantity);
        }
        // «10–15», «3—5»: joined on both sides, or parted on both.
        if words.is_dash(first.end)
            && words.is_joined(first.end) == words.is_joined(first.end + 1)
            && let Some((second, _)) = signed(words, first.end + 1)
            && first.value.zip(second.value).is_some_and(|(a, b)| a < b)
            && (words.is_joined(first.end) || !matches!(first.form, Form::One | Form::Full))
        {
            quantity.extend(first, second);
        }
        // «пять или шесть»
        if words.word(first.end).is(Flag::Or)
            && let Some((second, _)) = signed(words, first.end + 1)
            && first.value.zip(second.value).is_some_and(|(a, b)| a < b)
        {
            quantity.extend(first, second);
        }
        if let Some((end, phrase)) = words.phrase(quantity.end, &words.numbers.bound_tails) {
            quantity.end = end;
            quantity.bound = phrase.bound;
        }
        Some(quantity)
    }

    /// Takes in the magnitudes after the number: «два-три миллиона».
    fn multiply(&mut self, words: &Words) {
        for _ in 0..number::MAGNITUDES {
            let Some((NumberClass::Magnitude | NumberClass::Plural, factor)) =
                words.word(self.end).number
            else {
                break;
            };
            self.value = self.value.map(|value| product(value, factor));
            self.to = self.to.map(|to| product(to, factor));
            self.end = words.past_stop(self.end + 1);
        }
    }

    /// Whether “a” alone is the number.
    pub(super) fn is_article(&self) -> bool {
        self.form == Form::Article
    }

    fn extend(&mut self, first: Number, second: Number) {
        self.to = second.value;
        self.end = second.end;
        self.form = second.form;
        // «10–15 млн» are millions both.
        let both = self.value.map(|value| product(value, second.factor));
        if first.factor < 2.0 && both.zip(second.value).is_some_and(|(from, to)| from < to) {
            self.value = both;
        }
    }
}

/// A number, with the sign of a currency, a minus or a plus before it.
pub(super) fn signed(words: &Words, token: usize) -> Option<(Number, Option<&'static str>)> {
    let word = words.word(token);
    if word.is(Flag::Minus) || word.is(Flag::Plus) {
        let is_mark = words.shape(token) == Shape::Mark;
        if is_mark && (words.is_joined(token) || !words.is_joined(token + 1)) {
            return None;
        }
        let mut number = number::read(words, token + 1)?;
        if word.is(Flag::Minus) {
            number.value = number.value.map(|value| -value);
        }
        return Some((number, None));
    }
    let sign = word
        .currency
        .filter(|_| word.is(Flag::Sign))
        .and_then(|currency| words.numbers.currencies[currency].code);
    let at = if sign.is_some() { token + 1 } else { token };
    Some((number::read(words, at)?, sign))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_bounds_before_and_behind() {
        check("Собрали свыше 100 подписей.", &["Count «свыше 100» Over 100 of подписей"]);
        check("Нужно не менее пяти школ.", &["Count «не менее пяти» AtLeast 5 of школ"]);
        check("Купят до 4 Ил-96.", &["Count «до 4» AtMost 4 of Ил-96"]);
        check("Примут до 30 гостей.", &["Count «до 30» AtMost 30 of гостей"]);
        check("Пришло порядка 40 гостей.", &["Count «порядка 40» About 40 of гостей"]);
        check("Ему дали 20 с лишним орденов.", &["Count «20 с лишним» Over 20 of орденов"]);
        check("Погибли по меньшей мере 12 человек.", &["Count «12» AtLeast 12 of человек"]);
        check("Пришло более тысячи гостей.", &["Count «более тысячи» Over 1000 of гостей"]);
        check("Пришли тысячи гостей.", &["Count «тысячи» of гостей"]);
    }

    #[test]
    fn a_number_that_was_reached_is_no_bound() {
        check("Число школ выросло до 13.", &["Count «13» 13"]);
        check("Сократили штат с 14 до 11 мест.", &["Count «14» 14", "Count «11» 11 of мест"]);
    }

    #[test]
    fn reads_ranges() {
        check("Рост на 10–15 %.", &["Percent «10–15 %» 10 to 15 %"]);
        check(
            "Дадут от 5 до 10 млн рублей.",
            &["Money «от 5 до 10 млн рублей» 5000000 to 10000000 RUB"],
        );
        check("Ждём от 500 до 1 тыс. гостей.", &["Count «от 500 до 1 тыс.» 500 to 1000 of гостей"]);
        check("Ждём пять или шесть гостей.", &["Count «пять или шесть» 5 to 6 of гостей"]);
        check("Ждём два-три миллиона.", &["Count «два-три миллиона» 2000000 to 3000000"]);
    }

    #[test]
    fn reads_minus_before_measures_only() {
        check(
            "Ночью −15 градусов, днём минус 5 °C.",
            &["Time «Ночью»", "Measure «−15 градусов» -15 Cel", "Measure «минус 5 °C» -5 Cel"],
        );
        check("Завтра от -5 до +3 градусов.", &["Measure «от -5 до +3 градусов» -5 to 3 Cel"]);
    }
}
