//! What small words and set nouns do in a sentence.

/// A small word with a part in the grammar of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Opens a clause of reported speech: «что».
    That,
    /// A preposition before a noun of saying: «по».
    According,
    /// A preposition before the source itself: «согласно».
    AccordingSource,
    /// Opens a clause of saying: «как».
    As,
    /// A noun of saying after a preposition of source: «словам».
    CueNoun,
    /// Such a noun that ranks as well as says: «по версии журнала».
    Ranking,
    /// A noun of saying after another preposition: «на взгляд», «с его слов».
    OtherCueNoun,
    /// A participle of what came about: «случившемся».
    Happened,
    /// The infinitive behind «если» that makes a phrase of source: «если верить».
    Believing,
    /// What such a noun follows as one with it: «с точки зрения».
    Viewpoint,
    /// Between a verb of expressing and «что»: «уверенность».
    Thought,
    /// A preposition.
    Preposition,
    /// A preposition that adds or parts: «кроме»; «Кроме того, …» ties a sentence to the one before.
    Besides,
    /// A preposition of place: «в».
    In,
    /// A preposition of what is spoken about: «о».
    About,
    /// Joins clauses: «и», «а», «но».
    And,
    /// Points back at what was said: «этом».
    This,
    /// Opens a clause of what is asked: «чтобы».
    SoThat,
    /// Says that words are written or said: «надпись».
    Inscription,
    /// The same of what an event has as well as people: «под девизом «…»».
    Motto,
    /// Says that an act has the words: «формулировка».
    Wording,
    /// The speaker's own person or the listener's: «мы», «вас».
    FirstPerson,
    /// A medium's reference to another source: «со ссылкой на …».
    Reference,
    /// Says what a word means or names: «означает «…»».
    Meaning,
    /// Denies: «не».
    Not,
    /// What a negated verb behind it denies, no part of the noun before it: «обвиняемый вины не признал».
    Withheld,
    /// Says that what the verb before it tells did not happen: «спросил бы».
    Conditional,
    /// Says in words how many there are: «трёх».
    Counting,
    /// Stands before a noun: “the”.
    Article,
    /// Ties what follows to the noun before it: “of”.
    Of,
    /// Can open a clause that no conjunction opens: “there”.
    Opener,
    /// Closes the words themselves before a word of saying: «деп».
    Quotative,
    /// Opens a relative clause: «который».
    Relative,
    /// Stands by a subject without being one: «сам», «также», «вчера».
    Filler,
    /// Opens what is asked: «когда».
    Question,
    /// Makes what is asked of the word before it: «ли».
    Whether,
    /// Points at the place that just spoke: «там».
    There,
    /// Stands for a writing behind a preposition of place: «в нём».
    InIt,
    /// The same for several: «в них».
    InThem,
    /// Tells of a writing that somebody has or brings out who did not sign it: «(в письме), полученном Ильиным».
    Received,
    /// Ties a clause to another and tells no source: «после того, как».
    Correlate,
    /// Says what the words before a dash are: «– это лозунг».
    Copula,
    /// What somebody said, as a noun: «эти слова мэра».
    Words,
    /// Says that somebody is left unnamed, or new: «неназванный», «другой».
    Nameless,
    /// Says that it is one of many, unnamed: «один (из очевидцев)».
    One,
    /// Points at the noun behind it: «этой».
    Demonstrative,
    /// Tells that what the infinitive behind it says is done: «успел».
    Managing,
    /// Tells of whom somebody is one: «принадлежит (к тем, кто)».
    Belonging,
    /// Stands for the subject itself: «себя».
    Oneself,
    /// Stands before a preposition and the writing that says so: «следует из письма».
    Follows,
    /// A writing that says what is so, behind «по»: «по закону», «по документам».
    Law,
    /// Says that a claim is of one's own doing: «о своём уходе», «о намерении уйти».
    Own,
    /// What somebody says, as a noun with whose it is: «обещание мэра».
    Saying,
    /// What somebody says, as a noun that stands before a colon with whose it is: «реакция мэра: «…»».
    Reply,
    /// Stands before a colon and a question: «Вопрос: …».
    Ask,
    /// A request as a noun: «обратился с просьбой помочь».
    Request,
    /// What was said in the sentence before, as a noun: «эту информацию подтвердил …».
    News,
    /// Tells how something was said, as a gerund: «ссылаясь (на …)», «(не) называя (имён)».
    Telling,
    /// Where a witness tells: «(в) суде», «(на) допросе».
    Hearing,
    /// Says that somebody says no more: «(от комментариев) отказался».
    Refusing,
    /// What somebody means to do, as a noun: «готовность (помочь)».
    Intent,
    /// Says whether what was reported is so: «опровергли», «выяснилось».
    Weighing,
    /// Stands for what was said in the sentence before: «так считает министр».
    So,
    /// Opens a sentence as the author's, before a phrase of source: «таким образом».
    Connective,
    /// Says on which day something was said: «вчера», «(в) среду», «(5) марта».
    Day,
    /// Opens a clause that depends on the one before it: «хотя», «(после) чего».
    Subordinate,
}
