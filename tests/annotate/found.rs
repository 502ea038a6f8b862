//! What the annotator found, in the notation of the golden texts.

use verbatim::article::{Article, Figure, MentionKind, Quote, Speaker};

use crate::markup::{Id, Mark, Marked, Part};

/// The article's annotations as marks, ids as the article numbers them.
pub(crate) fn found(article: &Article) -> Marked {
    let mut found = Marked {
        blocks: article.blocks.clone(),
        after_lost: article.after_lost.clone(),
        ..Marked::default()
    };
    let id = |id: &str| {
        let mut letters = id.chars();
        let letter = letters.next().expect("ids are not empty");
        Id(letter, letters.as_str().parse().expect("ids end in a number"))
    };
    for person in &article.people {
        let role = person.role.as_deref().unwrap_or("none");
        let gender = person.gender.map_or("none".to_owned(), name);
        let fields = vec![person.name.clone(), format!("gender {gender}"), format!("role {role}")];
        found.things.insert(id(&person.id), fields);
    }
    for mention in article.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        found.marks.push(Mark { id: id(&mention.person), part: Part::Words, at: mention.at });
    }
    for quote in &article.quotes {
        let id = id(&quote.id);
        found.things.insert(id, quote_fields(article, quote));
        found.marks.extend(quote.parts.iter().map(|&at| Mark { id, part: Part::Words, at }));
        found.marks.extend(quote.cue.map(|at| Mark { id, part: Part::Cue, at }));
        found.marks.extend(quote.source.map(|at| Mark { id, part: Part::Relation, at }));
    }
    for figure in &article.figures {
        let quote = figure.quote.as_deref().unwrap_or("none");
        let of = if figure.of.is_some() { "marked" } else { "none" };
        let fields = vec![value(figure), format!("in {quote}"), format!("of {of}")];
        let id = id(&figure.id);
        found.things.insert(id, fields);
        found.marks.push(Mark { id, part: Part::Words, at: figure.at });
        found.marks.extend(figure.of.map(|at| Mark { id, part: Part::Relation, at }));
    }
    found.sort();
    found
}

fn quote_fields(article: &Article, quote: &Quote) -> Vec<String> {
    let speaker = match &quote.speaker {
        None => "none".to_owned(),
        Some(Speaker::Person(id)) => article.person(id).map_or("none", |p| &p.name).to_owned(),
        Some(Speaker::Organisation(name)) => format!("organisation {name}"),
        Some(Speaker::Unnamed(name)) => format!("unnamed {name}"),
    };
    let because: Vec<String> = quote.because.iter().map(name).collect();
    vec![name(quote.kind), format!("by {speaker}"), format!("because {}", because.join(", "))]
}

/// `money at-least 90000 to 100000 RUB`: the kind, and all that the figure says.
fn value(figure: &Figure) -> String {
    let words = [
        Some(name(figure.kind)),
        figure.bound.map(name),
        figure.value.map(|value| value.to_string()),
        figure.to.map(|to| format!("to {to}")),
        figure.unit.clone(),
        figure.date.clone(),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The word that the file has for a value of a closed list.
fn name(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("a word of a closed list");
    value.as_str().expect("a word").to_owned()
}
