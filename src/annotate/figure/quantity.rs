use crate::article::FigureKind;
use crate::language::numbers::{Context, Lead, NumberClass, Side};

use super::number::{self, Form, Number};
use super::words::Words;
use super::{Found, when};

/// How far before «до» a word of growth may stand.
const REACH: usize = 6;

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
    form: Form,
    /// A currency's sign stood before it.
    sign: Option<&'static str>,
}

impl Quantity {
    /// The number, its bound and range that open at this token; units are not read yet.
    pub(super) fn read(words: &Words, start: usize) -> Option<Self> {
        let (mut start, mut at) = (start, start);
        let mut bound = None;
        if let Some((end, side, outside)) = words.bound(at) {
            (at, bound) = (end, side);
            // «выросло до 13»: what was reached.
            let grown = words.any(start.saturating_sub(REACH)..start, Context::GROWN);
            // «с 14 до 11»
            let changed = start > 1 && words.word(start - 2).lead == Some(Lead::From);
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
        let (first, sign) = signed(words, at)?;
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
            let between = unit(words, &quantity).map_or(first.end, |unit| unit.end);
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
        if let Some((end, phrase)) = words.phrase(quantity.end, &words.numbers.bound_tails) {
            quantity.end = end;
            quantity.bound = phrase.bound;
        }
        Some(quantity)
    }

    /// Takes in the magnitudes after the number: «два-три миллиона».
    fn multiply(&mut self, words: &Words) {
        while let Some((NumberClass::Magnitude | NumberClass::Plural, factor)) =
            words.word(self.end).number
        {
            self.value = self.value.map(|value| value * factor);
            self.to = self.to.map(|to| to * factor);
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
        if first.factor < second.factor && first.factor == 1.0 {
            self.value = self.value.map(|value| value * second.factor);
        }
    }
}

/// A number, with the sign of a currency before it.
fn signed(words: &Words, token: usize) -> Option<(Number, Option<&'static str>)> {
    let word = words.word(token);
    let sign = word
        .currency
        .filter(|_| word.is_sign)
        .and_then(|currency| words.numbers.currencies[currency].code);
    let at = if sign.is_some() { token + 1 } else { token };
    Some((number::read(words, at)?, sign))
}

/// What a number is a number of.
struct Unit {
    kind: FigureKind,
    code: Option<String>,
    factor: f64,
    end: usize,
}

/// The unit after the number.
fn unit(words: &Words, quantity: &Quantity) -> Option<Unit> {
    let at = quantity.end;
    if let Some(code) = quantity.sign {
        let kind = FigureKind::Money;
        return Some(Unit { kind, code: Some(code.to_owned()), factor: 1.0, end: at });
    }
    money(words, at).or_else(|| measure(words, at)).or_else(|| {
        let period = words.word(at).period?;
        let (code, factor) = period.ucum();
        let code = Some(code.to_owned());
        Some(Unit { kind: FigureKind::Duration, code, factor, end: at + 1 })
    })
}

/// «рублей», «австралийских долларов», «долларов США».
fn money(words: &Words, at: usize) -> Option<Unit> {
    let beside = words.word(at).names_currency;
    let noun = if beside { at + 1 } else { at };
    let currency = &words.numbers.currencies[words.word(noun).currency?];
    let mut end = words.past_stop(noun + 1);
    let mut code = currency.code;
    if beside {
        code = currency.with(words.folded(at)).or(code);
    }
    if words.word(end).names_currency
        && let Some(named) = currency.with(words.folded(end))
    {
        code = Some(named);
        end += 1;
    }
    Some(Unit { kind: FigureKind::Money, code: code.map(str::to_owned), factor: 1.0, end })
}

/// «км», «кв. м», «процентов», «км/ч».
fn measure(words: &Words, at: usize) -> Option<Unit> {
    let mut noun = at;
    let power = words.word(at).power;
    if power.is_some() {
        noun += 1;
        if words.is_mark(noun, ".") {
            noun += 1;
        }
    }
    let found = words.numbers.units[words.word(noun).unit?];
    let mut end = noun + 1;
    if found.code == "%" || power == Some(0) {
        let (kind, code) = (FigureKind::Percent, Some("%".to_owned()));
        return Some(Unit { kind, code, factor: 1.0, end });
    }
    if found.code == "{point}" {
        return None;
    }
    let mut code = found.code.to_owned();
    if let Some(power) = power {
        code.push_str(&power.to_string());
    }
    let slash = words.is_mark(end, "/") || words.word(end).lead == Some(Lead::At);
    if slash && let Some(per) = words.word(end + 1).per {
        code.push('/');
        code.push_str(per);
        end += 2;
    }
    Some(Unit { kind: FigureKind::Measure, code: Some(code), factor: found.factor, end })
}

/// The sum, share, measure, length of time or count that opens at this token.
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    let quantity = Quantity::read(words, start)?;
    if quantity.is_article() {
        return None;
    }
    let first = first_number(words, &quantity);
    let mut found = Found::new(FigureKind::Count, quantity.start..quantity.end);
    found.value = quantity.value;
    found.to = quantity.to;
    found.bound = quantity.bound.map(super::side);
    if words.is_digits(first) && is_part_of_name(words, first, quantity.end) {
        return None;
    }
    if let Some(unit) = unit(words, &quantity) {
        found.kind = unit.kind;
        found.tokens.end = unit.end;
        found.unit = unit.code;
        found.value = found.value.map(|value| value * unit.factor);
        found.to = found.to.map(|to| to * unit.factor);
        if found.kind == FigureKind::Duration {
            if let Some(period) = words.word(unit.end - 1).period {
                when::add_smaller(words, &mut found, period);
            }
        } else if let Some(smaller) = smaller(words, &found) {
            found.tokens.end = smaller.end;
            found.value = found.value.map(|value| value + smaller.value);
        }
        return Some(found);
    }
    found.counts = true;
    match quantity.form {
        Form::One if quantity.bound.is_none() && !one_counts(words, first) => None,
        Form::Vague if quantity.end == first + 1 && is_some_of(words, first) => None,
        _ => Some(found),
    }
}

/// A smaller measure after a measure, in the unit of the greater: «21 метр 36 сантиметров».
struct Smaller {
    value: f64,
    end: usize,
}

fn smaller(words: &Words, found: &Found) -> Option<Smaller> {
    let at = found.tokens.end + usize::from(words.is_and(found.tokens.end));
    let number = number::read(words, at)?;
    let unit = words.numbers.units[words.word(number.end).unit?];
    let share = match (found.unit.as_deref()?, unit.code) {
        ("m", "cm") => 0.01,
        ("m", "mm") | ("kg", "g") | ("km", "m") | ("t", "kg") => 0.001,
        ("cm", "mm") => 0.1,
        ("[ft_i]", "[in_i]") => 1.0 / 12.0,
        _ => return None,
    };
    let value = number.value? * share;
    (found.to.is_none() && value > 0.0).then_some(Smaller { value, end: number.end + 1 })
}

/// The token of the first number, past bound and sign.
fn first_number(words: &Words, quantity: &Quantity) -> usize {
    (quantity.start..quantity.end)
        .find(|at| words.is_digits(*at) || words.word(*at).number.is_some())
        .unwrap_or(quantity.start)
}

/// Whether the token is «несколько», which gives no size at all.
fn is_some_of(words: &Words, token: usize) -> bool {
    matches!(words.word(token).number, Some((NumberClass::Vague, _)))
}

/// Whether «один» counts here: «ещё один человек», not «один из лидеров».
fn one_counts(words: &Words, token: usize) -> bool {
    if words.word(token + 1).context.is(Context::SELECTS) {
        return false;
    }
    // «трое погибли, один ранен»: counted among others.
    let among = (token.saturating_sub(10)..token).any(|before| {
        matches!(
            words.word(before).number,
            Some((NumberClass::Cardinal | NumberClass::Collective, _))
        )
    });
    among
        || words.word(token + 1).context.is(Context::COUNTS_ONE)
        || token > 0 && words.word(token - 1).context.is(Context::COUNTS_ONE)
}

/// Whether the digits belong to a name or an address: «Ил-76», «№ 5», «5G», «1.2.3».
fn is_part_of_name(words: &Words, token: usize, end: usize) -> bool {
    if token > 0 {
        let before = token - 1;
        if words.word(before).context.is(Context::NUMBER_SIGN) {
            return true;
        }
        if words.is_joined(token) {
            let is_mark = words.shape(before) == crate::annotate::text::Shape::Mark;
            let opens = matches!(words.folded(before), "(" | "«" | "\"" | "“" | "[" | ":" | "+")
                || words.word(before).is_sign;
            if !is_mark || !opens && words.is_joined(before) {
                return true;
            }
        }
    }
    // Letters right after it that are no unit, and a hyphen with more behind it.
    let after = words.word(end);
    if words.is_joined(end) && words.block.tokens[end].is_word() {
        return after.unit.is_none() && after.period.is_none() && after.currency.is_none();
    }
    words.is_joined(end)
        && words.is_joined(end + 1)
        && (words.is_dash(end) || words.is_mark(end, "/") || words.is_mark(end, "."))
        && !words.is_mark(end + 1, "\"")
}
