//! Noun phrases: how far they reach, and how they read in the nominative.

use std::borrow::Cow;
use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::annotate::text::Shape;
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind, Takes};

use super::agreement;
use super::belongs::{field, is_thing_behind_marks, is_told, is_withheld, region};
use super::role::is_same_word;

/// How many tokens a noun phrase takes after its noun.
const LONGEST: usize = 10;

/// The noun at `head` with the adjectives before it and what belongs to it after it.
pub(super) fn extent(view: &View, head: usize, limit: usize) -> Range<usize> {
    if view.has(Habit::SubjectFirst) {
        return headed(view, head, limit);
    }
    let mut start = head;
    while start > 0
        && view.is_word(start - 1)
        && view.is_adjective(start - 1)
        && view.function(start - 1).is_none()
        && view.cue(start - 1).is_none()
        // «объясняет своё решение министерство»
        // «президентом японского производителя»
        && view.sense(start - 1).noun.is_none_or(|noun| {
            noun.kind.is_human() && view.speech().looks_adjective(view.nominative(noun))
        })
        && !agreement::is_many_beside(view, start - 1, head)
        && !agreement::is_name_beside(view, start - 1, head)
        && !agreement::is_anothers_beside(view, start - 1, head)
        // «телеканал, принадлежащий Минтруду»
        && !(view.sense(head).noun.is_some_and(|noun| view.speech().is_name(noun))
            && start > 1
            && view.word(start - 2) == ",")
    {
        start -= 1;
    }
    // «61-летний глава»: the age is no part of what he is called.
    start += usize::from(start < head && is_aged(view, start + 1));
    let is_proper = view.block.tokens[head].shape == Shape::Upper
        || view.sense(head).noun.is_some_and(|noun| view.speech().is_name(noun));
    let limit = limit.min(head + LONGEST).min(view.len());
    let mut end = head + 1;
    let mut depth = 0_usize;
    while end < limit {
        let behind = view.block.marks_behind(end, depth);
        match view.word(end) {
            _ if behind != depth => depth = behind,
            "&" if view.is_capital(end + 1) => {}
            // ''Заря'': a wiki's italics.
            "'" if view.is_capital(end + 1) || view.word(end + 1) == "'" => {}
            "'" if view.word(end - 1) == "'" => {}
            _ if depth > 0 => {}
            // «школа № 5»
            "№" if view.is_number(end + 1) => {}
            _ if view.is_number(end) && view.word(end - 1) == "№" => {}
            // «в статье 49 кодекса»
            _ if view.is_number(end)
                && view.is_lower(end + 1)
                && view.function(end + 1) != Some(Function::Day)
                && end + 1 < limit => {}
            // «мэр одного из городов»
            _ if view.function(end) == Some(Function::One)
                && view.function(end + 1) == Some(Function::Preposition)
                && end + 2 < limit =>
            {
                end += 2;
            }
            _ if field(view, head, end).is_some_and(|close| close <= limit) => {
                end = field(view, head, end).map_or(end, |close| close - 1);
            }
            _ => {
                // «министерство внутренних дел»
                let is_described = end > head + 1
                    && view.is_lower(end)
                    && view.is_oblique_adjective(end - 1)
                    && view.sense(end - 1).noun.is_none()
                    && view.sense(end).pronoun.is_none()
                    && view.function(end).is_none()
                    && view.cue(end).is_none();
                // «в клубе это назвали «…»», «в мэрии проект назвали «…»»
                let is_object =
                    matches!(view.function(end), Some(Function::Copula | Function::Demonstrative))
                        && !view.is_oblique_adjective(end)
                        || is_thing_behind_marks(view, end)
                        || (end == head + 1 || view.is_capital(end - 1))
                            && view.is_lower(end)
                            && view.can_be_subject(end, Form::Masculine)
                            && view.finite_cue(end + 1, Takes::Name).is_some();
                if is_object || is_withheld(view, end) {
                    break;
                }
                let belongs = is_described
                    || view.is_word(end)
                    && view.function(end) != Some(Function::Not)
                    // «подсудимый вины не признал»
                    && (view.function(end) != Some(Function::Withheld)
                        || view.function(end + 1) != Some(Function::Not))
                    && view.cue(end).is_none()
                    // «чиновник её министерства»
                    && (view.sense(end).pronoun.is_none()
                        || view.sense(end).is_possessive()
                            && end == head + 1
                            && view
                                .sense(end + 1)
                                .noun
                                .is_some_and(|noun| noun.is_in(Case::Genitive)))
                    && !is_told(view, end)
                    // «в военкомате ей ответили»: no noun is that short.
                    && (view.block.folded(end).chars().nth(2).is_some()
                        || view.sense(end).is_possessive()
                        || (end..end + 3).any(|at| view.is_capital(at)))
                    // «НАТО шаг назвала»
                    && !(is_proper
                        && view.is_lower(end)
                        && view.can_be_subject(end, Form::Masculine)
                        && view.cue(end + 1).is_some())
                    // «суд эти доводы отверг», but «суд этого района»
                    && (view.function(end) != Some(Function::Demonstrative)
                        || view.is_oblique_adjective(end))
                    && !view.is_adverb(end)
                    // «губернатор комментировать не стал»
                    && !view.looks_infinitive(end)
                    && !matches!(
                        view.function(end),
                        Some(
                            Function::In
                                | Function::Words
                                | Function::Preposition
                                | Function::According
                                | Function::About
                                | Function::That
                                | Function::Relative
                                | Function::Filler
                                | Function::Day
                                | Function::There
                                | Function::And
                                | Function::As
                                | Function::Managing
                                | Function::So
                                | Function::Copula
                                | Function::FirstPerson
                        )
                    )
                    // «телеканала» is no verb.
                    && (view.is_capital(end)
                        || view.sense(end).noun.is_some_and(|noun| noun.is_in(Case::Genitive))
                        || !view.looks_finite(end) && !view.looks_dative(end));
                if !belongs {
                    break;
                }
            }
        }
        end += 1;
    }
    if depth > 0 {
        end = head + 1;
    }
    // «заявление совета британская газета»: a nominative opens a phrase of its own.
    let is_open = |at: usize| {
        let marks = (head + 1..at).filter(|&at| view.is_quotation_mark(at)).count();
        marks % 2 == 0
    };
    let other = (head + 1..end).find(|&at| {
        view.is_lower(at)
            && is_open(at)
            && view
                .sense(at)
                .noun
                .is_some_and(|noun| noun.is_in(Case::Nominative) && !noun.is_in(Case::Genitive))
    });
    if let Some(other) = other {
        let described = other > head + 1 && view.is_adjective(other - 1);
        end = other - usize::from(described);
    }
    start..end
}

/// Whether an age stands right before this token: «61-летний».
pub(super) fn is_aged(view: &View, token: usize) -> bool {
    token > 2
        && view.is_number(token - 3)
        && !view.is_word(token - 2)
        && view.block.is_joined(token - 2)
        && view.block.is_joined(token - 1)
}

/// The same where the noun comes last in its phrase: “the county's highways department”, with what
/// “of” ties to it.
fn headed(view: &View, head: usize, limit: usize) -> Range<usize> {
    let belongs = |at: usize| {
        view.is_word(at)
            && view.cue(at).is_none()
            && matches!(view.function(at), None | Some(Function::Opener))
            && view.sense(at).pronoun.is_none()
            && (view.is_capital(at) || !view.looks_finite(at))
    };
    let mut start = head;
    while start > 0 && head - start < LONGEST && belongs(start - 1) {
        start -= 1;
    }
    let limit = limit.min(head + LONGEST).min(view.len());
    let mut end = head + 1;
    while end + 1 < limit && view.function(end) == Some(Function::Of) {
        end += 1 + usize::from(view.function(end + 1) == Some(Function::Article));
        while end < limit && belongs(end) {
            end += 1;
        }
    }
    start..end.min(limit.max(head + 1))
}

/// A name that is no person's from this token on: «Интерфакс», РИА Новости, NEWSru.com.
pub(super) fn name_extent(view: &View, from: usize) -> Range<usize> {
    let limit = view.len().min(from + LONGEST);
    let mut end = from + 1;
    if view.is_quotation_mark(from) {
        while end < limit && !view.is_quotation_mark(end) {
            end += 1;
        }
        return from..(end + 1).min(view.len());
    }
    while end < limit
        && (view.is_capital(end)
            // «Corriere della Sera»
            || view.is_foreign(end - 1)
                && view.is_foreign(end + 1)
                && view.is_lower(end)
                && view.word(end).is_ascii()
            // «Стрелин & Ко»
            || view.word(end) == "&" && view.is_capital(end + 1)
            || view.word(end) == "."
                && view.block.is_joined(end)
                && view.block.is_joined(end + 1)
                && view.is_word(end + 1)
            || view.word(end - 1) == "." && view.block.is_joined(end) && view.is_word(end))
    {
        end += 1;
    }
    // «УВД Заречья по Томской области»
    if view.block.tokens[from].shape == Shape::Upper
        && let Some(close) = region(view, end)
    {
        return from..close;
    }
    // «АО «Заря»»
    let is_form = end == from + 1
        && view.block.tokens[from].shape == Shape::Upper
        && view.block.opens_mark(end)
        && view.is_capital(end + 1);
    let close = (end + 1..limit).find(|&at| is_form && view.is_quotation_mark(at));
    from..close.map_or(end, |close| close + 1)
}

/// The phrase with its noun in the nominative, and the adjectives before it as far as they agree.
pub(super) fn nominative(view: &View, tokens: Range<usize>, head: usize, case: Case) -> String {
    let Some(noun) = view.sense(head).noun else { return name(view, tokens) };
    // «ссылаясь на экстренные службы»: no genitive, by the adjective.
    let is_plain = tokens.start < head
        && case == Case::Genitive
        && (tokens.start..head).all(|at| view.is_adjective(at) && !view.is_oblique_adjective(at));
    let stands =
        noun.is_in(Case::Nominative) && (case == Case::Nominative || is_plain || !noun.is_in(case));
    let is_plural = !noun.singular || noun.plural && (stands || noun.kind == NounKind::Group);
    // «в британском Минобороны»: what ends in a vowel and does not decline is a neuter.
    let is_neuter = noun.gender == Form::Singular
        && view.block.folded(head).ends_with(['а', 'о', 'у', 'ы', 'и', 'е']);
    let gender = if is_neuter { Form::Neuter } else { noun.gender };
    let form = if is_plural { Form::Plural } else { gender };
    // «по данным местных властей»: nothing here knows the plural's nominative.
    let stuck = (tokens.start..head).any(|at| {
        view.is_oblique_adjective(at) && view.adjective_in_nominative(at, form) == view.word(at)
    });
    if stuck && !stands {
        return name(view, tokens);
    }
    let mut text = String::new();
    for token in tokens.clone().filter(|&token| view.word(token) != "'") {
        let is_joined = view.block.is_joined(token) && view.word(token - 1) != "'";
        if !text.is_empty() && !is_joined {
            text.push(' ');
        }
        let word = view.word(token);
        if token == head {
            let lemma = &*whole(word, view.nominative_in_number(noun));
            match view.block.tokens[head].shape {
                _ if stands => text.push_str(word),
                Shape::Upper => text.push_str(&lemma.to_uppercase()),
                _ if view.is_capital(head)
                    && (view.sentence(head).start != head || view.speech().is_name(noun)) =>
                {
                    text.push_str(&capital_head(lemma));
                }
                _ => text.push_str(lemma),
            }
        } else if token < head && view.is_word(token) {
            text.push_str(&view.adjective_in_nominative(token, form));
        } else {
            text.push_str(word);
        }
    }
    without_capital(view, tokens.start, head, text)
}

/// The nominative with what a hyphen sets before the word's noun: «экс-наставник», of «экс-наставника».
pub(super) fn whole<'a>(word: &str, lemma: &'a str) -> Cow<'a, str> {
    match word.rsplit_once('-') {
        Some((first, last)) if !lemma.contains('-') && is_same_word(lemma, last) => {
            Cow::Owned(format!("{}-{lemma}", small_head(first)))
        }
        _ => Cow::Borrowed(lemma),
    }
}

/// The same without the words before it to which its noun belongs: «пункту 4 закона», «этой статьи».
pub(super) fn titled(view: &View, tokens: Range<usize>, head: usize, case: Case) -> String {
    // «один из советников мэра» is no adviser alone, nor is «один агент».
    let is_one = view.function(tokens.start) == Some(Function::One);
    let is_tied = (tokens.start..head).any(|at| view.is_preposition(at));
    if is_tied || is_one && case == Case::Nominative {
        // «знакомый с ним строитель»
        let described = view.sense(head).noun.filter(|_| {
            !is_one && case == Case::Genitive && view.is_oblique_adjective(tokens.start)
        });
        let text = match described {
            Some(noun) => {
                let form = if noun.singular { noun.gender } else { Form::Plural };
                let first = view.adjective_in_nominative(tokens.start, form);
                let between = name(view, tokens.start + 1..head);
                format!("{first} {between} {}", nominative(view, head..tokens.end, head, case))
            }
            // «по словам одного из врачей»
            None if is_one && case == Case::Genitive => {
                let gender = view.sense(head).noun.map_or(Form::Masculine, |noun| noun.gender);
                let rest = name(view, tokens.start + 1..tokens.end);
                format!("{} {rest}", view.speech().one_in_nominative(gender))
            }
            None => name(view, tokens.clone()),
        };
        return without_capital(view, tokens.start, head, text);
    }
    let own = extent(view, head, tokens.end).start.max(tokens.start);
    let belongs = |at: usize| {
        view.is_quotation_mark(at)
            || view.is_number(at) && at == tokens.start
            || view.block.tokens[at].shape == Shape::Upper
    };
    let first = (tokens.start..own).rev().take_while(|&at| belongs(at)).last().unwrap_or(own);
    let case = if first > tokens.start { Case::Genitive } else { case };
    nominative(view, first..tokens.end, head, case)
}

/// The noun's own phrase among these tokens: «ведомства» of «(в) ответе ведомства».
pub(super) fn own(view: &View, tokens: Range<usize>, head: usize) -> Range<usize> {
    let own = extent(view, head, tokens.end).start.max(tokens.start);
    let is_other = |at: usize| {
        view.is_lower(at)
            && view.sense(at).noun.is_none()
            && !view.is_adjective(at)
            && !matches!(view.function(at), Some(Function::One | Function::Nameless))
    };
    let start = if own > tokens.start && is_other(own - 1) { own } else { tokens.start };
    start..tokens.end
}

/// The words as they stand, without quotation marks around them all.
pub(super) fn name(view: &View, tokens: Range<usize>) -> String {
    let text = view.block.slice(tokens);
    let marks = ['«', '»', '"', '„', '“', '”'];
    text.strip_prefix(marks)
        .and_then(|text| text.strip_suffix(marks))
        .filter(|text| !text.contains(marks))
        .unwrap_or(text)
        .to_owned()
}

pub(super) fn capital_head(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |head| head.to_uppercase().chain(letters).collect())
}

pub(super) fn small_head(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |head| head.to_lowercase().chain(letters).collect())
}

/// An ordinary word loses the capital that the sentence's beginning gave it.
fn without_capital(view: &View, first: usize, head: usize, text: String) -> String {
    let opens = view.sentence(first).start == first
        && view.block.tokens[first].shape == Shape::Capital
        && (first < head
            || view.sense(first).noun.is_some_and(|noun| !view.speech().is_name(noun)));
    if opens { small_head(&text) } else { text }
}
