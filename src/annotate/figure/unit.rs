use crate::article::FigureKind;
use crate::language::numbers::{Flag, Lead, Side};

use super::found::product;
use super::words::Words;
use super::{Found, number};

/// Units of two abbreviations have so many bytes in each at most.
const LONGEST_ABBREVIATION: usize = 8;

/// What a number is a number of.
pub(super) struct Unit {
    /// Money, percent, a measure or a length of time.
    pub(super) kind: FigureKind,
    /// ISO 4217, UCUM or `%`.
    pub(super) code: Option<String>,
    /// How many of the unit the word means.
    pub(super) factor: f64,
    /// The token after it.
    pub(super) end: usize,
}

/// The unit that the number at this token, «полтонны», is half of.
pub(super) fn halved(words: &Words, number: usize) -> Option<Unit> {
    let unit = words.numbers.units[words.word(number).half_unit?];
    let code = Some(unit.code.to_owned());
    Some(Unit { kind: FigureKind::Measure, code, factor: unit.factor, end: number + 1 })
}

/// The unit that opens at this token, or that the sign before the number gave.
pub(super) fn read(words: &Words, at: usize, sign: Option<&str>) -> Option<Unit> {
    if let Some(code) = sign {
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
    let beside = words.word(at).is(Flag::NamesCurrency);
    let noun = if beside { at + 1 } else { at };
    let currency = &words.numbers.currencies[words.word(noun).currency?];
    let mut end = words.past_stop(noun + 1);
    let mut code = currency.code;
    if beside {
        code = currency.with(words.folded(at)).or(code);
    }
    if words.word(end).is(Flag::NamesCurrency)
        && let Some(named) = currency.with(words.folded(end))
    {
        code = Some(named);
        end += 1;
    }
    let (kind, code) = (FigureKind::Money, code.map(str::to_owned));
    Some(Unit { kind, code, factor: currency.factor, end })
}

/// «км», «кв. м», «процентов», «км/ч».
fn measure(words: &Words, at: usize) -> Option<Unit> {
    let mut noun = at;
    let power = words.word(at).power;
    // «с 54 процентным перевесом»
    if power == Some(0) && words.word(at + 1).unit.is_none() {
        let code = Some("%".to_owned());
        return Some(Unit { kind: FigureKind::Percent, code, factor: 1.0, end: at + 1 });
    }
    if power.is_some() {
        noun += 1;
        if words.is_mark(noun, ".") {
            noun += 1;
        }
    }
    let dotted = dotted(words, noun);
    let found = words.numbers.units[dotted.or(words.word(noun).unit)?];
    let mut end = noun + if dotted.is_some() { 3 } else { 1 };
    if found.code == "%" || power == Some(0) {
        let (kind, code) = (FigureKind::Percent, Some("%".to_owned()));
        return Some(Unit { kind, code, factor: 1.0, end });
    }
    if found.code == "{point}" {
        return None;
    }
    let mut factor = found.factor;
    let mut code = found.code.to_owned();
    if let Some(power) = power {
        code.push_str(&power.to_string());
    }
    // «40 м²»
    if words.is_joined(end)
        && let Some(power) = ["²", "³"].iter().position(|mark| words.is_mark(end, mark))
    {
        code.push_str(&(power + 2).to_string());
        end += 1;
    }
    if found.code == "Cel" {
        // «20 °C»
        if words.is_joined(end) && words.word(end).is(Flag::Celsius) {
            end += 1;
        }
        // «20 градусов мороза»
        if let Some((past, tail)) = words.phrase(end, &words.numbers.degree_tails) {
            end = past;
            factor = if tail.bound == Some(Side::Under) { -factor } else { factor };
        }
    }
    // «мм рт. ст.», «миллиметров ртутного столба»
    if found.code == "mm" && words.word(end).is(Flag::Mercury) {
        code.push_str("[Hg]");
        end = words.past_stop(end + 1) + 1;
    }
    // «кВт·ч»
    if matches!(words.folded(end), "·" | "*" | "⋅")
        && words.is_joined(end)
        && let Some(by) = words.word(end + 1).per
    {
        code.push('.');
        code.push_str(by);
        end += 2;
    }
    let slash = words.is_mark(end, "/") || words.word(end).lead == Some(Lead::At);
    if slash && let Some(per) = words.word(end + 1).per {
        code.push('/');
        code.push_str(per);
        end += 2;
    }
    Some(Unit { kind: FigureKind::Measure, code: Some(code), factor, end })
}

/// The unit of two abbreviations that opens at this token: «л.с.», «п. п.».
fn dotted(words: &Words, at: usize) -> Option<usize> {
    let dotted = words.is_mark(at + 1, ".")
        && words.is_joined(at + 1)
        && (words.is_joined(at + 2) || words.is_thinly_spaced(at + 2))
        && words.folded(at).len() <= LONGEST_ABBREVIATION;
    let form = dotted.then(|| format!("{}.{}", words.folded(at), words.folded(at + 2)))?;
    words.numbers.word(words.numbers.id(&form)).unit
}

/// A smaller measure after a measure, in the unit of the greater: «21 метр 36 сантиметров».
pub(super) struct Smaller {
    /// How much it adds.
    pub(super) value: f64,
    /// The token after it.
    pub(super) end: usize,
}

/// The smaller measure after this one, or the sum in hundredths: «5 рублей 20 копеек».
pub(super) fn smaller(words: &Words, found: &Found) -> Option<Smaller> {
    let end = found.tokens.end;
    let at = end + usize::from(words.is_and(end) || words.is_short_stop(end));
    let number = number::read(words, at)?;
    if found.kind == FigureKind::Money {
        let currency = &words.numbers.currencies[words.word(number.end).currency?];
        let value = number.value.map(|value| product(value, currency.factor))?;
        // Cents are of many currencies.
        let fits = currency.code == found.unit.as_deref() || currency.code == Some("USD");
        return (fits && currency.factor < 1.0 && value < 1.0 && found.to.is_none())
            .then_some(Smaller { value, end: number.end + 1 });
    }
    let unit = words.numbers.units[words.word(number.end).unit?];
    let share = match (found.unit.as_deref()?, unit.code) {
        ("m", "cm") => 0.01,
        ("m", "mm") | ("kg", "g") | ("km", "m") | ("t", "kg") => 0.001,
        ("cm", "mm") => 0.1,
        ("[ft_i]", "[in_i]") => 1.0 / 12.0,
        _ => return None,
    };
    let value = product(number.value?, share);
    (found.to.is_none() && value > 0.0).then_some(Smaller { value, end: number.end + 1 })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_money_in_whole_units() {
        check("Дали 3,5 млн долларов США.", &["Money «3,5 млн долларов США» 3500000 USD"]);
        check(
            "Дали $5 млн и €2,4 млрд.",
            &["Money «$5 млн» 5000000 USD", "Money «€2,4 млрд» 2400000000 EUR"],
        );
        check("Дали 500 тыс. тенге.", &["Money «500 тыс. тенге» 500000 KZT"]);
        check(
            "Дали 1 трлн 200 млрд рублей.",
            &["Money «1 трлн 200 млрд рублей» 1200000000000 RUB"],
        );
        check("Дали 57 копеек.", &["Money «57 копеек» 0.57 RUB"]);
        check("Дали 8,13 млрд рублей.", &["Money «8,13 млрд рублей» 8130000000 RUB"]);
        check("Дали 38 руб. 55 коп.", &["Money «38 руб. 55 коп» 38.55 RUB"]);
        check("Дали 38 рублей 55 копеек.", &["Money «38 рублей 55 копеек» 38.55 RUB"]);
        check("Дали 20 норвежских крон.", &["Money «20 норвежских крон» 20 NOK"]);
        check("Дали 5 тыс. китайских юаней.", &["Money «5 тыс. китайских юаней» 5000 CNY"]);
        check("Дали 20 млн тг.", &["Money «20 млн тг» 20000000 KZT"]);
        check("Дали 3 тысячи фунтов стерлингов.", &["Money «3 тысячи фунтов стерлингов» 3000 GBP"]);
    }

    #[test]
    fn reads_measures() {
        check(
            "Площадь – 300 квадратных километров.",
            &["Measure «300 квадратных километров» 300 km2"],
        );
        check("Квартира в 45 кв. м.", &["Measure «45 кв. м» 45 m2"]);
        check(
            "Мощность 120 л.с. и 5 кВт·ч.",
            &["Measure «120 л.с» 120 [HP]", "Measure «5 кВт·ч» 5 kW.h"],
        );
        check("Ветер 120 км/ч.", &["Measure «120 км/ч» 120 km/h"]);
        check("Давление 740 мм рт. ст.", &["Measure «740 мм рт. ст» 740 mm[Hg]"]);
        check(
            "Ждут 755 миллиметров ртутного столба.",
            &["Measure «755 миллиметров ртутного столба» 755 mm[Hg]"],
        );
        check("Качают 30 баррелей в сутки.", &["Measure «30 баррелей в сутки» 30 [bbl_us]/d"]);
        check("Ждут 5–7 градусов мороза.", &["Measure «5–7 градусов мороза» -7 to -5 Cel"]);
        check("Воздух 3 градуса выше нуля.", &["Measure «3 градуса выше нуля» 3 Cel"]);
        check("Весит полтонны.", &["Measure «полтонны» 0.5 t"]);
        check("Собрали 2 тысячи центнеров.", &["Measure «2 тысячи центнеров» 200000 kg"]);
        check("Прыгнула на 2 метра 36 сантиметров.", &["Measure «2 метра 36 сантиметров» 2.36 m"]);
    }

    #[test]
    fn reads_percent_and_percentage_points() {
        check("Ставка выше на 2 процентных пункта.", &["Percent «2 процентных пункта» 2 %"]);
        check("Ждали 50-процентного роста.", &["Percent «50-процентного» 50 %"]);
        check("Ставка выше на 0,25 п.п., чем была.", &["Percent «0,25 п.п» 0.25 %"]);
        check("Ставка выше на 4,5 п. п., чем была.", &["Percent «4,5 п. п» 4.5 %"]);
        check(
            "Ставку подняли с 8,5 до 9,5 процента.",
            &["Percent «8,5» 8.5 %", "Percent «9,5 процента» 9.5 %"],
        );
        check("Индекс упал на 20 пунктов.", &["Count «20» 20 of пунктов"]);
    }
}
