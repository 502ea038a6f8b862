/// What else a word can be to a number beside it: the classes of `contexts.txt`, and those of the
/// other lists that say no more than that the word is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Tells before a number of years that they are an age: «возрасте».
    Aged,
    /// Is an age by itself, of one year: «годовалый».
    OneYearOld,
    /// Makes an ordinal before it a title or a set phrase: «первый заместитель».
    Idiom,
    /// Makes «-кратный» before it a title: «трёхкратный чемпион».
    Title,
    /// Makes «15:13» after it a score: «счёт».
    Score,
    /// A number that counts nothing beside it: «дважды».
    Times,
    /// A magnitude in a form that is one of it after a bound: «более тысячи».
    Single,
    /// What lasts rather than lives: «-летний контракт».
    Term,
    /// Makes «один» before it select rather than count: «один из».
    Selects,
    /// Opens a number that names: «№».
    NumberSign,
    /// A street, which a house number follows: «улица Мельничная, 25».
    Street,
    /// Stands for what was counted before: «их».
    Anaphor,
    /// Makes «один» count: «ещё один», «погиб один».
    CountsOne,
    /// Makes «один» after it single out rather than count: «ещё один», «ни один».
    Singles,
    /// A period's noun in the plural: «годы».
    Several,
    /// Ends a noun phrase: prepositions, conjunctions.
    Stops,
    /// Opens the number of a place in a text or a row: «статья 5».
    Part,
    /// After a number of years makes it a sentence or a service: «лишения».
    Sentence,
    /// Before a number of years makes it time spent: «провёл».
    Spent,
    /// Before «до» says that the number was reached: «выросло до».
    Grown,
    /// Makes an ordinal before it an age: «годовщина».
    Anniversary,
    /// A verb of what is to come: «состоится». It turns a day of the week beside it to the next one.
    Ahead,
    /// Makes «завтра» no day: «хоть завтра».
    Loose,
    /// Ends a cardinal written in digits: «5-ти».
    CardinalEnding,
    /// A noun that the number of a year follows: «сезон 2016/17».
    Edition,
    /// A preposition; ends a noun phrase.
    Preposition,
    /// Whether the season's form stands as a time of its own: «летом».
    Adverbial,
    /// Stands beside the noun of a currency: «австралийских», «США».
    NamesCurrency,
    /// A sign that stands before a sum: «$».
    Sign,
    /// The part of the day stands as a time of its own: «утром».
    During,
    /// «днём»: a part of the day only beside a date.
    Beside,
    /// Part of a period: «начале».
    Edge,
    /// Follows the number of a year.
    Year,
    /// Follows the numbers of several years.
    Years,
    /// The form that follows the number of a year of life: «на 78-м году».
    OfLife,
    /// Follows the number of a century.
    Century,
    /// A time zone's mark.
    Zone,
    /// «по»: may open «по московскому времени».
    By,
    /// «же».
    Same,
    /// «каждый».
    Each,
    /// A time only after its preposition: «в выходные», «на днях».
    Weekend,
    /// A season of sport.
    Sport,
    /// «и».
    And,
    /// The letter of a scale after degrees: «20 °C».
    Celsius,
    /// Makes the millimetres before it a pressure: «мм рт. ст.».
    Mercury,
    /// The ending in digits of a plural ordinal, as decades have: «90-х».
    PluralEnding,
    /// «или».
    Or,
    /// «с» before a fraction: «два с половиной».
    With,
    /// “the”: may stand between a lead and its date.
    Article,
    /// “of”: ties a date to the year or month that it is in, and a share to what it is of.
    Tie,
    /// Makes the number after it negative: «минус».
    Minus,
    /// Says that the number after it is positive: «плюс».
    Plus,
    /// A figure can open with it, whatever stands behind.
    Opens,
    /// A figure can open with it where a word of the lexicon or a number stands behind, or a phrase opens: «в».
    Leads,
    /// Opens a phrase of [`Numbers::bounds`].
    OpensBound,
    /// Opens a phrase of [`Numbers::lead_phrases`].
    OpensLead,
}

impl Flag {
    /// The flag of a class of a list file.
    pub(super) fn of(class: &str) -> Option<Self> {
        Some(match class {
            "aged" => Self::Aged,
            "one-year-old" => Self::OneYearOld,
            "idiom" => Self::Idiom,
            "title" => Self::Title,
            "score" => Self::Score,
            "times" => Self::Times,
            "single" => Self::Single,
            "term" => Self::Term,
            "selects" => Self::Selects,
            "number-sign" => Self::NumberSign,
            "street" => Self::Street,
            "anaphor" => Self::Anaphor,
            "counts-one" => Self::CountsOne,
            "singles" => Self::Singles,
            "stops" => Self::Stops,
            "part" => Self::Part,
            "sentence" => Self::Sentence,
            "spent" => Self::Spent,
            "grown" => Self::Grown,
            "anniversary" => Self::Anniversary,
            "ahead" => Self::Ahead,
            "loose" => Self::Loose,
            "cardinal-ending" => Self::CardinalEnding,
            "edition" => Self::Edition,
            "preposition" => Self::Preposition,
            "edge" => Self::Edge,
            "year" => Self::Year,
            "years" => Self::Years,
            "of-life" => Self::OfLife,
            "century" => Self::Century,
            "zone" => Self::Zone,
            "by" => Self::By,
            "same" => Self::Same,
            "each" => Self::Each,
            "weekend" => Self::Weekend,
            "season" => Self::Sport,
            "celsius" => Self::Celsius,
            "mercury" => Self::Mercury,
            "plural-ending" => Self::PluralEnding,
            "or" => Self::Or,
            "and" => Self::And,
            "with" => Self::With,
            "article" => Self::Article,
            "of" => Self::Tie,
            _ => return None,
        })
    }
}
