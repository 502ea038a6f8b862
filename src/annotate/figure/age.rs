use crate::article::FigureKind;
use crate::language::grammar::Habit;
use crate::language::inflection::Case;
use crate::language::numbers::{CompoundClass, Flag, Lead, Period, Word};

use super::Found;
use super::ordinal;
use super::quantity::Quantity;
use super::words::Words;
use crate::annotate::text::Shape;

/// How far before a number of years a word that makes it an age may stand.
const REACH: usize = 4;

/// More years than this are no age.
const OLDEST: f64 = 150.0;

/// The age, anniversary or lasting that opens at this token.
pub(super) fn read(words: &Words, start: usize) -> Option<Found> {
    compound(words, start)
        .or_else(|| bare(words, start))
        .or_else(|| one_year_old(words, start))
        .or_else(|| years(words, start))
        .or_else(|| year_of_life(words, start))
}

/// «43-летний», «двухлетний», «25-летие», «10-дневный», «5-процентный».
fn compound(words: &Words, start: usize) -> Option<Found> {
    let mut to = None;
    let (value, second, end) = if let Some(value) = words.digits(start) {
        let mut noun = start + 1;
        // «10–15-летние»
        if words.is_dash(noun)
            && words.is_joined(noun)
            && words.is_joined(noun + 1)
            && let Some(upper) = words.digits(noun + 1).filter(|upper| *upper > value)
        {
            to = Some(upper);
            noun += 2;
        }
        // «85-ти летний»
        let ending = ordinal::suffix(words, noun);
        if ending > noun && words.word(ending).compound.is_some() {
            noun = ending;
        } else if words.is_dash(noun) && words.is_joined(noun) && words.is_joined(noun + 1) {
            noun += 1;
        }
        (value, words.folded(noun), noun + 1)
    } else {
        // «десятилетие» is a period of its own.
        let form = words.folded(start);
        let known = words.word(start).period.is_some();
        let (value, second) = (!known).then(|| words.numbers.compound(form))??;
        (value, second, start + 1)
    };
    let word = words.numbers.word(words.numbers.id(second));
    let joined = !words.is_digits(start) || end > start + 2;
    if let Some((kind, unit)) = joined.then(|| part(words, word)).flatten() {
        // «трёхкратный чемпион» is a title.
        if kind == FigureKind::Count && words.any(end..end + 2, Flag::Title) {
            return None;
        }
        let mut found = Found::new(kind, start..end);
        found.value = Some(value);
        found.to = to;
        found.unit = unit;
        return Some(found);
    }
    let (class, period) = word.compound?;
    let (unit, factor) = period.ucum();
    let kind = match class {
        CompoundClass::Anniversary => FigureKind::Age,
        CompoundClass::Old if !words.any(end..end + 2, Flag::Term) => FigureKind::Age,
        CompoundClass::HalfOf => return None,
        _ => FigureKind::Duration,
    };
    let anniversary = words.word(end).is(Flag::Anniversary);
    let mut found = Found::new(kind, start..end + usize::from(anniversary));
    found.value = Some(value * factor);
    found.to = to.map(|to| to * factor);
    found.unit = Some(unit.to_owned());
    Some(found)
}

/// What a compound is that tells no time: «50-процентный», «96-метровый», «трёхкратный».
fn part(words: &Words, word: &Word) -> Option<(FigureKind, Option<String>)> {
    if word.power == Some(0) {
        return Some((FigureKind::Percent, Some("%".to_owned())));
    }
    match word.counts? {
        None => Some((FigureKind::Count, None)),
        Some(unit) => {
            let code = words.numbers.units[unit].code.to_owned();
            Some((FigureKind::Measure, Some(code)))
        }
    }
}

/// “Ruth Odell, 57, …”: a number alone between commas, behind a name.
fn bare(words: &Words, start: usize) -> Option<Found> {
    if !words.numbers.grammar.has(Habit::BareAge) || start < 2 {
        return None;
    }
    let value = words.digits(start).filter(|age| (1.0..120.0).contains(age))?;
    let opened = matches!(words.folded(start - 1), "," | "(");
    let named = matches!(words.shape(start - 2), Shape::Capital | Shape::Upper);
    let closed = matches!(words.folded(start + 1), "," | "." | ")" | ";");
    let goes_on = words.is_digits(start + 2) && words.is_joined(start + 2);
    let dated = words.word(start - 2).month.is_some();
    if !(opened && named && closed) || goes_on || dated {
        return None;
    }
    let mut found = Found::new(FigureKind::Age, start..start + 1);
    found.value = Some(value);
    found.unit = Some("a".to_owned());
    Some(found)
}

/// «годовалый».
fn one_year_old(words: &Words, start: usize) -> Option<Found> {
    words.word(start).is(Flag::OneYearOld).then(|| {
        let mut found = Found::new(FigureKind::Age, start..start + 1);
        found.value = Some(1.0);
        found.unit = Some("a".to_owned());
        found
    })
}

/// Makes the numbers of a list that ends with this age ages too: «14, 15 и 16 лет».
pub(super) fn spread(words: &Words, before: &mut [Found], age: &Found) {
    let mut start = age.tokens.start;
    for found in before.iter_mut().rev() {
        let joined = found.tokens.end + 1 == start
            && (words.is_and(start - 1) || words.is_mark(start - 1, ","));
        let is_number = found.kind == FigureKind::Count && found.unit.is_none();
        if !joined || !is_number || found.value.is_none_or(|value| value > OLDEST) {
            break;
        }
        start = found.tokens.start;
        found.kind = FigureKind::Age;
        found.unit.clone_from(&age.unit);
        found.counts = false;
    }
}

/// «62 года» where the words before say that it is an age; «до 18 лет», «старше 60 лет».
fn years(words: &Words, start: usize) -> Option<Found> {
    let quantity = Quantity::read(words, start)?;
    let lived = |value: Option<f64>| value.is_none_or(|value| value <= OLDEST);
    if words.word(quantity.end).period != Some(Period::Year)
        || quantity.is_article()
        || !lived(quantity.value)
        || !lived(quantity.to)
    {
        return None;
    }
    let mut end = quantity.end + 1;
    if words.numbers.grammar.has(Habit::NamedAge) {
        // “23 years old”, “aged 23 years”: an age is always called one.
        let old = words.word(end).is(Flag::Aged);
        if !old && !words.any(start.saturating_sub(1)..start, Flag::Aged) {
            return None;
        }
        end += usize::from(old);
    } else if !is_age(words, &quantity) {
        return None;
    }
    // «115 лет и 253 дня»
    let and = end + usize::from(words.is_and(end));
    if let Some(rest) = Quantity::read(words, and)
        && matches!(words.word(rest.end).period, Some(Period::Day | Period::Month))
    {
        end = rest.end + 1;
    }
    let mut found = Found::new(FigureKind::Age, quantity.start..end);
    found.value = quantity.value;
    found.to = quantity.to;
    found.bound = quantity.bound.map(super::side);
    found.unit = Some("a".to_owned());
    Some(found)
}

/// Whether so many years are somebody's age.
fn is_age(words: &Words, quantity: &Quantity) -> bool {
    let noun = quantity.end;
    // «30, 20 и 19 лет»: what stands before the first of them.
    let mut start = quantity.start;
    while start > 1
        && (words.is_digits(start - 2) || words.word(start - 2).number.is_some())
        && (words.is_and(start - 1) || words.is_mark(start - 1, ","))
    {
        start -= 2;
    }
    let before = start.saturating_sub(REACH)..start;
    let next = words.word(noun + 1);
    if next.is(Flag::Sentence) || next.after.is_some() {
        return false;
    }
    let aged = start.saturating_sub(1)..noun;
    if words.any(aged, Flag::Aged) {
        return true;
    }
    if words.any(before.clone(), Flag::Spent) {
        return false;
    }
    if words.any(before, Flag::Aged) {
        return true;
    }
    // «музыканты от 16 до 19 лет»
    if quantity.to.is_some() && words.word(quantity.start).lead == Some(Lead::Of) {
        return true;
    }
    if start == 0 || quantity.bound.is_some() {
        return false;
    }
    let last = words.word(start - 1);
    // «в 23 года», «с пяти лет», «по 37 лет», «сын трёх лет»
    if matches!(last.lead, Some(Lead::At | Lead::From))
        || last.is(Flag::By)
        || last.is(Flag::CountsOne)
    {
        return true;
    }
    // «Ивану Петрову 30 лет», «(43 года)», «жертва, 56 лет,», «водители 40 и 45 лет»
    let closed = words.shape(noun + 1) == Shape::Mark;
    let roles = words.names.role(words.folded(start - 1));
    if closed && roles.iter().any(|role| !role.cases.has(Case::Instrumental)) {
        return true;
    }
    let opened = matches!(words.folded(start - 1), "," | "(" | "—" | "–");
    names(words, start - 1) || opened && closed
}

/// Whether the token is a name: «Петрову 30 лет», but not «Строили 30 лет», «Ещё 30 лет».
fn names(words: &Words, token: usize) -> bool {
    let opens = words.block.opens_sentence(token);
    words.shape(token) == Shape::Capital
        && !(opens && (words.is_known(token) || words.names.is_verb_like(words.folded(token))))
}

/// «на 78-м году».
fn year_of_life(words: &Words, start: usize) -> Option<Found> {
    if words.word(start).lead != Some(Lead::On) {
        return None;
    }
    let value = words.digits(start + 1).or(words.word(start + 1).ordinal)?;
    let noun = ordinal::suffix(words, start + 2);
    if !words.word(noun).is(Flag::OfLife) || value > OLDEST {
        return None;
    }
    let mut found = Found::new(FigureKind::Age, start..noun + 1);
    found.value = Some(value - 1.0);
    found.unit = Some("a".to_owned());
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_ages() {
        check("43-летний мужчина.", &["Age «43-летний» 43 a"]);
        check("Двадцатидвухлетняя гимнастка.", &["Age «Двадцатидвухлетняя» 22 a"]);
        check("10–15-летние подростки.", &["Age «10–15-летние» 10 to 15 a"]);
        check("Умер в возрасте 93 лет.", &["Age «93 лет» 93 a"]);
        check("Ему исполнилось пять лет.", &["Age «пять лет» 5 a"]);
        check("Жителю (43 года) помогли.", &["Age «43 года» 43 a"]);
        check("Скончался на 78-м году жизни.", &["Age «на 78-м году» 77 a"]);
        check("Город отметил 300-летие.", &["Age «300-летие» 300 a"]);
        check("Отметили сотую годовщину.", &["Age «сотую годовщину» 100 a"]);
        check("Играют музыканты от 16 до 19 лет.", &["Age «от 16 до 19 лет» 16 to 19 a"]);
        check("На пенсию уходят в 60 лет.", &["Age «60 лет» 60 a"]);
        check(
            "Это подростки 14, 15 и 16 лет.",
            &["Age «14» 14 a", "Age «15» 15 a", "Age «16 лет» 16 a"],
        );
        check("Белозёровой 40 лет.", &["Age «40 лет» 40 a"]);
    }

    #[test]
    fn years_that_last_are_no_age() {
        check("Подписал двухлетний контракт.", &["Duration «двухлетний» 2 a"]);
        check("Суд дал 10 лет лишения свободы.", &["Duration «10 лет» 10 a"]);
        check("Строили три года.", &["Duration «три года» 3 a"]);
        check("Дают срок от 8 до 15 лет.", &["Duration «от 8 до 15 лет» 8 to 15 a"]);
    }

    #[test]
    fn a_champions_title_counts_nothing() {
        check("Трёхкратный чемпион мира.", &[]);
        check("Двукратная олимпийская чемпионка.", &[]);
        check("Ждут трёхкратного роста.", &["Count «трёхкратного» 3"]);
    }
}
