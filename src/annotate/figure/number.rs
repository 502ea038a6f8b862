use crate::language::grammar::Habit;
use crate::language::numbers::{Flag, NumberClass};

use super::found::product;
use super::words::Words;
use crate::annotate::text::Shape;

/// A number as the text writes it, in digits, words or both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// The value; nothing for «несколько», «сотни».
    pub(super) value: Option<f64>,
    /// The token after it.
    pub(super) end: usize,
    /// How it is written.
    pub(super) form: Form,
    /// What the magnitudes in it come to: 1000000 in «5 млн».
    pub(super) factor: f64,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A run of digits alone, of this length.
    Digits(usize),
    /// With a magnitude, a fraction, groups of digits.
    Full,
    /// «один» and its forms.
    One,
    /// “a”, which counts only before what lasts.
    Article,
    /// «пятеро», «дважды».
    Collective,
    /// «несколько».
    Vague,
}

/// The number that opens at this token.
pub(super) fn read(words: &Words, token: usize) -> Option<Number> {
    let number =
        if words.is_digits(token) { digits(words, token)? } else { spelled(words, token)? };
    number.value.is_none_or(f64::is_finite).then_some(number)
}

/// «1 000», «1.000.000», «3,5», «2/3», each with its magnitude.
fn digits(words: &Words, token: usize) -> Option<Number> {
    let first = words.digit_text(token)?;
    let mut text = first.to_owned();
    let mut end = token + 1;
    let mut form = Form::Digits(first.len());
    let group = |at: usize| words.digit_text(at).filter(|group| group.len() == 3);
    // Groups of three, parted by spaces, full stops, or two or more commas.
    if first.len() <= 3 && !first.starts_with('0') {
        while let Some(next) = group(end).filter(|_| words.is_thinly_spaced(end)) {
            if text.len() > 15 {
                return None;
            }
            text.push_str(next);
            end += 1;
            form = Form::Full;
        }
        let decimal = if words.numbers.grammar.has(Habit::DecimalPoint) { "." } else { "," };
        for mark in [".", ",", "'"] {
            if form == Form::Full {
                break;
            }
            let grouped = |at: usize| {
                words.is_mark(at, mark)
                    && words.is_joined(at)
                    && words.is_joined(at + 1)
                    && group(at + 1).is_some()
            };
            if grouped(end) && (mark != decimal || grouped(end + 2)) {
                while grouped(end) && text.len() <= 15 {
                    text.push_str(group(end + 1).unwrap_or_default());
                    end += 2;
                }
                form = Form::Full;
            }
        }
    }
    if text.len() > 15 {
        return None;
    }
    let mut value: f64 = text.parse().ok()?;
    if let Some(decimals) = decimals(words, end) {
        value = format!("{text}.{decimals}").parse().ok()?;
        end += 2;
        form = Form::Full;
    } else if words.is_mark(end, "/")
        && words.is_joined(end)
        && words.is_joined(end + 1)
        && let Some(below) = words.digits(end + 1)
        && below > value
        && below < 100.0
    {
        value /= below;
        end += 2;
        form = Form::Full;
    }
    if let Some(part) = vulgar(words.folded(end)) {
        value += part;
        end += 1;
        form = Form::Full;
    }
    // «73-х», «85-ти»
    if words.is_dash(end)
        && words.is_joined(end)
        && words.is_joined(end + 1)
        && words.word(end + 1).is(Flag::CardinalEnding)
    {
        end += 2;
        form = Form::Full;
    }
    // «5 с половиной»
    if words.word(end).is(Flag::With)
        && let Some((NumberClass::Fraction, part)) = words.word(end + 1).number
    {
        value += part;
        end += 2;
        form = Form::Full;
    }
    let number = with_magnitude(words, Number { value: Some(value), end, form, factor: 1.0 });
    Some(with_rest(words, number))
}

/// «1 трлн 200 млрд», «3 тыс. 250»: the number with a smaller one in digits, of a smaller magnitude
/// or filling the thousand.
fn with_rest(words: &Words, number: Number) -> Number {
    let mut sum = number;
    let stop = words.is_mark(number.end, ".") && words.is_joined(number.end);
    let at = number.end + usize::from(stop);
    if number.factor > 1.0
        && let Some(rest) = words.digits(at)
    {
        let digits = words.digit_text(at).map_or(0, str::len);
        let rest = Number { value: Some(rest), end: at + 1, form: Form::Full, factor: 1.0 };
        let rest = with_magnitude(words, rest);
        let fills = number.factor == THOUSAND
            && digits == 3
            && (words.shape(at + 1) == Shape::Lower || words.word(at + 1).is_unit());
        let smaller = 1.0 < rest.factor && rest.factor < number.factor;
        // Each magnitude is smaller than the one before: there are few.
        let rest = if smaller { with_rest(words, rest) } else { rest };
        if smaller || rest.factor < 2.0 && fills {
            sum.value = number.value.zip(rest.value).map(|(more, less)| more + less);
            sum.end = rest.end;
        }
    }
    sum
}

/// The digits after a decimal comma, or after a point that is no full stop.
fn decimals<'a>(words: &'a Words, mark: usize) -> Option<&'a str> {
    let is_point = words.is_mark(mark, ",") || words.is_mark(mark, ".");
    let joined = is_point && words.is_joined(mark) && words.is_joined(mark + 1);
    let digits = joined.then(|| words.digit_text(mark + 1))??;
    // Another joined point: a date, a version, an address.
    let goes_on = (words.is_mark(mark + 2, ".") || words.is_mark(mark + 2, ","))
        && words.is_joined(mark + 2)
        && words.is_joined(mark + 3)
        && words.is_digits(mark + 3);
    (digits.len() <= 6 && !goes_on).then_some(digits)
}

fn vulgar(mark: &str) -> Option<f64> {
    Some(match mark {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// The magnitude that three digits fill.
const THOUSAND: f64 = 1000.0;

/// How many magnitudes may follow one another: «сотни тысяч миллиардов».
pub(super) const MAGNITUDES: usize = 3;

/// The number with the magnitudes after it: «тыс.», «миллиона».
fn with_magnitude(words: &Words, number: Number) -> Number {
    let mut number = number;
    for _ in 0..MAGNITUDES {
        let Some((NumberClass::Magnitude | NumberClass::Plural, factor)) =
            words.word(number.end).number
        else {
            break;
        };
        number.value = number.value.map(|value| product(value, factor));
        number.factor *= factor;
        number.end = words.past_stop(number.end + 1);
        if number.form != Form::Vague {
            number.form = Form::Full;
        }
    }
    number
}

/// «две тысячи восемнадцать», «полтора миллиона», «две трети», «несколько тысяч».
fn spelled(words: &Words, token: usize) -> Option<Number> {
    let (class, value) = words.word(token).number?;
    let alone = |value, form| Number { value, end: token + 1, form, factor: 1.0 };
    Some(match class {
        NumberClass::Collective => alone(Some(value), Form::Collective),
        NumberClass::Half | NumberClass::Fraction => {
            let mut number = alone(Some(value), Form::Full);
            // “half a million”
            let past = past_article(words, number.end);
            if matches!(words.word(past).number, Some((NumberClass::Magnitude, _))) {
                number.end = past;
            }
            with_magnitude(words, number)
        }
        NumberClass::Article => {
            let next = words.word(token + 1).number.map(|(class, _)| class);
            if matches!(next, Some(NumberClass::Magnitude | NumberClass::Fraction)) {
                composed(words, token)
            } else {
                alone(Some(value), Form::Article)
            }
        }
        NumberClass::Vague | NumberClass::Plural => with_magnitude(words, alone(None, Form::Vague)),
        NumberClass::One | NumberClass::Cardinal | NumberClass::Magnitude => composed(words, token),
    })
}

/// A number put together of several words, each smaller than the one before.
fn composed(words: &Words, token: usize) -> Number {
    let (mut total, mut group, mut end) = (0.0, 0.0, token);
    // What the next word must stay below: inside the group, and for magnitudes.
    let (mut below, mut magnitude) = (f64::INFINITY, f64::INFINITY);
    let mut form = Form::Full;
    let mut factor = 1.0;
    while let Some((class, value)) = words.word(end).number {
        match class {
            NumberClass::One | NumberClass::Cardinal | NumberClass::Article
                if value < below && (class != NumberClass::Article || end == token) =>
            {
                if class == NumberClass::One && end == token {
                    form = Form::One;
                }
                group += value;
                below = next_below(words, value);
            }
            NumberClass::Magnitude | NumberClass::Plural
                if value < magnitude && (class == NumberClass::Magnitude || group > 0.0) =>
            {
                total += if group > 0.0 { group } else { 1.0 } * value;
                (group, below, magnitude) = (0.0, f64::INFINITY, value);
                factor = value;
                form = Form::Full;
            }
            NumberClass::Fraction if group > 0.0 && total == 0.0 => {
                let value = Some(group * value);
                return Number { value, end: end + 1, form: Form::Full, factor };
            }
            _ => break,
        }
        end += 1;
        if end > token + 1 {
            form = Form::Full;
        }
    }
    // «два с половиной», «двух с половиной миллионов».
    if group > 0.0
        && words.word(end).is(Flag::With)
        && let part = past_article(words, end + 1)
        && let Some((NumberClass::Fraction, half)) = words.word(part).number
    {
        let value = Some(total + group + half);
        return with_magnitude(words, Number { value, end: part + 1, form: Form::Full, factor });
    }
    Number { value: Some(total + group), end, form, factor }
}

/// Past “a”.
fn past_article(words: &Words, token: usize) -> usize {
    token + usize::from(matches!(words.word(token).number, Some((NumberClass::Article, _))))
}

/// A hundred is followed by tens and units, tens by units, the rest by nothing.
fn next_below(words: &Words, value: f64) -> f64 {
    if value >= 100.0 {
        100.0
    } else if value >= 20.0 || value >= 10.0 && words.numbers.grammar.has(Habit::TensJoin) {
        10.0
    } else {
        0.0
    }
}

/// The value of a Roman numeral up to 39 in capital letters, Latin or the Cyrillic ones like them.
pub(in crate::annotate) fn roman(text: &str) -> Option<f64> {
    if text.len() > 14 || !text.starts_with(['I', 'V', 'X', 'Х', 'І']) {
        return None;
    }
    let tens = text.trim_start_matches(['X', 'Х']);
    let units = tens.replace('І', "I").replace('Х', "X");
    let place = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = text[..text.len() - tens.len()].chars().count();
    let value = tens * 10 + place.iter().position(|place| *place == units)?;
    (0 < value && value < 40).then(|| f64::from(u8::try_from(value).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::roman;

    #[test]
    fn reads_groups_of_digits_parted_by_spaces_of_every_kind() {
        for space in [" ", "\u{a0}", "\u{2009}", "\u{202f}"] {
            let text = format!("Издали 12{space}500{space}000 книг.");
            let expected = format!("Count «12{space}500{space}000» 12500000 of книг");
            check(&text, &[&expected]);
        }
        check("Издали 2.500.000 книг.", &["Count «2.500.000» 2500000 of книг"]);
        check("Издали 1,250,000 книг.", &["Count «1,250,000» 1250000 of книг"]);
        check("Набрали 15 20 и 30.", &["Count «15» 15", "Count «20» 20", "Count «30» 30"]);
    }

    #[test]
    fn reads_decimals_fractions_and_magnitudes() {
        check("Пришло 1,5 млн гостей.", &["Count «1,5 млн» 1500000 of гостей"]);
        check("Пришло 2.5 тыс. гостей.", &["Count «2.5 тыс.» 2500 of гостей"]);
        check(
            "Живёт 1 млн 23 тыс. 400 человек.",
            &["Count «1 млн 23 тыс. 400» 1023400 of человек"],
        );
        check("Пришли 3 тыс. 250 гостей.", &["Count «3 тыс. 250» 3250 of гостей"]);
        check("Он дважды выиграл в 1/8 финала.", &["Count «дважды» 2"]);
        check("Против 33, трое воздержались.", &["Count «33» 33", "Count «трое» 3"]);
        check("Из них 33 воздержались.", &["Count «33» 33"]);
        check("Собрали 2½ тонны.", &["Measure «2½ тонны» 2.5 t"]);
        check("Скачали 4-х миллионов файлов.", &["Count «4-х миллионов» 4000000 of файлов"]);
        check(
            "За него две трети депутатов.",
            &["Count «две трети» 0.6666666666666666 of депутатов"],
        );
    }

    #[test]
    fn reads_numbers_in_words() {
        check(
            "Построено двести пятьдесят три школы.",
            &["Count «двести пятьдесят три» 253 of школы"],
        );
        check("Живёт полтора миллиона человек.", &["Count «полтора миллиона» 1500000 of человек"]);
        check(
            "Ждали два с половиной миллиона гостей.",
            &["Count «два с половиной миллиона» 2500000 of гостей"],
        );
        check(
            "Пришли три тысячи двадцать зрителей.",
            &["Count «три тысячи двадцать» 3020 of зрителей"],
        );
        check("Пришли десятки тысяч людей.", &["Count «десятки тысяч» of людей"]);
        check("Их ждёт моя семья и её семью зовут.", &[]);
    }

    #[test]
    fn reads_roman_numerals_as_they_are_written() {
        assert_eq!(roman("XXI"), Some(21.0));
        assert_eq!(roman("XIV"), Some(14.0));
        assert_eq!(roman("ХХ"), Some(20.0));
        assert_eq!(roman("IIX"), None);
        assert_eq!(roman("VX"), None);
        assert_eq!(roman(""), None);
    }
}
