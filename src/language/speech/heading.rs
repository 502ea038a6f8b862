//! The names that the files of speech have for what their words are.

use super::{Form, Function, Takes};

/// What the words under a heading take, as a set of [`Takes`].
pub(super) fn takes(heading: &str) -> u32 {
    heading
        .split_whitespace()
        .map(|word| match word {
            "that" => Takes::That as u32,
            "direct" => Takes::Direct as u32,
            "infinitive" => Takes::Infinitive as u32,
            "name" => Takes::Name as u32,
            "passive" => Takes::Passive as u32,
            "relay" => Takes::Relay as u32,
            "judgement" => Takes::Judgement as u32,
            "held" => Takes::Held as u32,
            "call" => Takes::Call as u32,
            "intent" => Takes::Intent as u32,
            "complaint" => Takes::Complaint as u32,
            "about" => Takes::About as u32,
            "loose" => Takes::Loose as u32,
            "question" => Takes::Question as u32,
            "more" => Takes::More as u32,
            "cry" => Takes::Cry as u32,
            "publish" => Takes::Publish as u32,
            "thought" => Takes::Thought as u32,
            "own" => Takes::Own as u32,
            "fragment" => Takes::Fragment as u32,
            "bear" => Takes::Bear as u32,
            "accusation" => Takes::Accusation as u32,
            _ => 0,
        })
        .fold(0, |all, one| all | one)
}

/// The form of this name.
pub(super) fn form_of(name: &str) -> Option<Form> {
    Some(match name {
        "masculine" => Form::Masculine,
        "feminine" => Form::Feminine,
        "neuter" => Form::Neuter,
        "plural" => Form::Plural,
        "singular" => Form::Singular,
        "gerund" => Form::Gerund,
        "participle" => Form::Participle,
        "place" => Form::Place,
        _ => return None,
    })
}

/// The part of the words under a heading.
pub(super) fn function(heading: &str) -> Option<Function> {
    Some(match heading {
        "according" => Function::According,
        "according source" => Function::AccordingSource,
        "ranking" => Function::Ranking,
        "other cue noun" => Function::OtherCueNoun,
        "happened" => Function::Happened,
        "believing" => Function::Believing,
        "viewpoint" => Function::Viewpoint,
        "as" => Function::As,
        "preposition" => Function::Preposition,
        "besides" => Function::Besides,
        "in" => Function::In,
        "about" => Function::About,
        "and" => Function::And,
        "this" => Function::This,
        "so that" => Function::SoThat,
        "inscription" => Function::Inscription,
        "motto" => Function::Motto,
        "wording" => Function::Wording,
        "first person" => Function::FirstPerson,
        "reference" => Function::Reference,
        "meaning" => Function::Meaning,
        "not" => Function::Not,
        "withheld" => Function::Withheld,
        "conditional" => Function::Conditional,
        "counting" => Function::Counting,
        "article" => Function::Article,
        "of" => Function::Of,
        "opener" => Function::Opener,
        "quotative" => Function::Quotative,
        "relative" => Function::Relative,
        "filler" | "himself" => Function::Filler,
        "question" => Function::Question,
        "whether" => Function::Whether,
        "there" => Function::There,
        "in it" => Function::InIt,
        "in them" => Function::InThem,
        "received" => Function::Received,
        "correlate" => Function::Correlate,
        "copula" => Function::Copula,
        "words" => Function::Words,
        "nameless" => Function::Nameless,
        "one" => Function::One,
        "demonstrative" => Function::Demonstrative,
        "managing" => Function::Managing,
        "belonging" => Function::Belonging,
        "oneself" => Function::Oneself,
        "connective" => Function::Connective,
        "day" => Function::Day,
        "subordinate" => Function::Subordinate,
        "follows" => Function::Follows,
        "law" => Function::Law,
        "own" => Function::Own,
        "saying" => Function::Saying,
        "reply" => Function::Reply,
        "ask" => Function::Ask,
        "request" => Function::Request,
        "news" => Function::News,
        "telling" => Function::Telling,
        "hearing" => Function::Hearing,
        "refusing" => Function::Refusing,
        "so" => Function::So,
        "weighing" => Function::Weighing,
        "intent" => Function::Intent,
        _ => return None,
    })
}
