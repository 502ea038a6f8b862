//! Quotations: what is said, by whom.
//!
//! The text and its people come in; quotes with their speakers go out. Quotation marks are paired
//! ([`marks`]) and speech in them told from names ([`marked`]); paragraphs that open with a dash are
//! read ([`dash`]), so is speech that a dash opens inside one ([`inline`]) or that one and a word of saying close
//! ([`closed`]), whole paragraphs that are announced or labelled ([`paragraph`]), and the answers of an
//! interview ([`interview`]); then reported speech is found in what is left ([`indirect`]). The room
//! `attribution` names the speakers, and [`confidence`] says how sure all this is.

mod author;
mod closed;
mod confidence;
mod dash;
pub(in crate::annotate) mod draft;
mod indirect;
mod inline;
mod interview;
mod marked;
mod marks;
mod paragraph;
#[cfg(test)]
mod tests;
pub(in crate::annotate) mod view;

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use crate::article::{Evidence, Mention, Quote, QuoteKind, Span};
use crate::language::speech::{Form, Takes};

use super::attribution::Attributor;
use super::person::People;
use super::text::Text;
use draft::{Draft, Place, Stretch, Taken};
use view::View;

/// The quotes of an article, and all mentions: those by name, and the roles and pronouns that name
/// a speaker.
#[derive(Default)]
pub struct Quotations {
    /// In the order of the text.
    pub(crate) quotes: Vec<Quote>,
    /// In the order of the text.
    pub(crate) mentions: Vec<Mention>,
}

/// What the text gives as somebody's words.
#[must_use]
pub fn find(text: &Text, people: &People) -> Quotations {
    let views = view::views(text);
    let (drafts, taken) = drafts(&views, people);
    let mut attributor = Attributor::new(&views, people, &taken, text.language);
    let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let parts: Vec<Span> = draft
            .parts
            .iter()
            .filter_map(|(block, part)| on_graphemes(text, views[*block].span(part.clone())))
            .collect();
        if parts.is_empty() {
            continue;
        }
        let attribution = attributor.attribute(&draft);
        if attribution.is_none() && needs_source(&views, &draft) {
            continue;
        }
        let mut because = draft.because;
        because.extend(attribution.as_ref().map(|found| found.because));
        because.dedup();
        quotes.push(Quote {
            id: format!("q{}", quotes.len() + 1),
            kind: draft.kind,
            parts,
            cue: draft.cue.and_then(|(block, token)| {
                let cue = indirect::according::cue(&views[block], token);
                on_graphemes(text, views[block].span(cue))
            }),
            source: attribution
                .as_ref()
                .and_then(|found| found.source)
                .and_then(|source| on_graphemes(text, source)),
            speaker: attribution.map(|found| found.speaker),
            confidence: confidence::of(draft.kind, &because),
            because,
        });
    }
    let mut mentions = people.mentions.clone();
    mentions.extend(
        attributor
            .into_mentions()
            .into_iter()
            .filter_map(|mention| Some(Mention { at: on_graphemes(text, mention.at)?, ..mention })),
    );
    mentions.sort_by_key(|mention| mention.at);
    mentions.dedup_by_key(|mention| mention.at);
    Quotations { quotes, mentions }
}

/// The span with its edges moved inwards to where graphemes meet: a mark can hold on to a letter that
/// combines with it.
fn on_graphemes(text: &Text, span: Span) -> Option<Span> {
    let block = text.blocks[span.block].text;
    let is_border = |at: usize| {
        GraphemeCursor::new(at, block.len(), true).is_boundary(block, 0).unwrap_or(false)
    };
    let places = || {
        let inside = &block[span.start..span.end];
        inside.char_indices().map(|(at, _)| span.start + at).chain(std::iter::once(span.end))
    };
    // A mark can take the space after it along.
    let start =
        places().find(|&at| is_border(at) && !block[at..].starts_with(char::is_whitespace))?;
    let end =
        places().rev().find(|&at| is_border(at) && !block[..at].ends_with(char::is_whitespace))?;
    (start < end).then(|| Span::new(span.block, start, end))
}

/// Reported speech is such by its source: without one it is the author's. So is what somebody unsaid calls
/// something: «его называют «хозяином гор»».
fn needs_source(views: &[View], draft: &Draft) -> bool {
    let names = |(block, cue): Place| {
        views[block].cue(cue).is_some_and(|cue| {
            cue.form == Form::Plural && cue.takes(Takes::Name) || cue.takes(Takes::Fragment)
        })
    };
    // «Сторожу сулят «…»»: so many words are somebody's.
    let words = || -> usize {
        draft.parts.iter().map(|(block, tokens)| views[*block].words(tokens.clone())).sum()
    };
    draft.kind == QuoteKind::Indirect
        || draft.kind == QuoteKind::Partial
            && draft.cue.is_some_and(names)
            && words() < marked::WHOLE
        || draft.kind == QuoteKind::Direct
            && (draft.because.contains(&Evidence::SpeakerTurn)
                || draft.because == [Evidence::DialogueDash, Evidence::Colon])
}

/// All quotations in the order of the text, none over another, and what each token belongs to.
fn drafts(views: &[View], people: &People) -> (Vec<Draft>, Vec<Vec<Taken>>) {
    let marked = marked::find(views, &marks::find(views));
    let mut speech = marked.drafts;
    let mut taken: Vec<Vec<Taken>> =
        views.iter().map(|view| vec![Taken::Free; view.len()]).collect();
    for (block, ranges) in marked.author.iter().enumerate() {
        fill(&mut taken[block], ranges, Taken::Author);
    }
    for (block, ranges) in marked.taken.iter().enumerate() {
        fill(&mut taken[block], ranges, Taken::Speech);
    }
    let mut dashes = dash::find(views, people, &marked.taken);
    take(&mut taken, &dashes);
    let inline = inline::find(views, &taken);
    take(&mut taken, &inline);
    dashes.extend(inline);
    let closed = closed::find(views, &taken);
    take(&mut taken, &closed);
    dashes.extend(closed);
    speech.extend(dashes.into_iter().map(|stretch| stretch.draft));
    let mut paragraphs = paragraph::find(views, people, &taken);
    if paragraphs.is_empty() {
        paragraphs = interview::find(views, &taken);
    }
    for draft in &paragraphs {
        for (block, tokens) in &draft.parts {
            taken[*block].fill(Taken::Author);
            fill(&mut taken[*block], std::slice::from_ref(tokens), Taken::Speech);
        }
    }
    // What a paragraph of speech tells of in marks is part of it.
    let mut is_whole = vec![false; views.len()];
    for (block, _) in paragraphs.iter().flat_map(|draft| &draft.parts) {
        is_whole[*block] = true;
    }
    speech.retain(|draft| draft.end().0 != draft.start().0 || !is_whole[draft.start().0]);
    speech.extend(paragraphs);
    let indirect = indirect::find(views, &taken);
    let mut unsourced = marked.unsourced;
    unsourced.retain(|draft| is_free(&taken, &indirect, draft));
    for (block, tokens) in unsourced.iter().flat_map(|draft| &draft.parts) {
        fill(&mut taken[*block], std::slice::from_ref(tokens), Taken::Speech);
    }
    speech.extend(indirect);
    speech.extend(unsourced);
    for draft in &mut speech {
        draft.parts.retain(|(_, tokens)| !tokens.is_empty());
    }
    speech.retain(|draft| !draft.parts.is_empty());
    speech.sort_by_key(Draft::start);
    (apart(speech), taken)
}

/// Whether nothing took these words, and no reported speech holds them.
fn is_free(taken: &[Vec<Taken>], indirect: &[Draft], draft: &Draft) -> bool {
    let (block, start) = draft.start();
    let from = indirect.partition_point(|other| other.end() <= (block, start));
    let is_reported = indirect[from..]
        .iter()
        .take_while(|other| other.start() <= (block, start))
        .flat_map(|other| &other.parts)
        .any(|(other, tokens)| *other == block && tokens.contains(&start));
    !is_reported
        && draft.parts.iter().all(|(block, tokens)| {
            taken[*block][tokens.clone()].iter().all(|&taken| taken == Taken::Free)
        })
}

/// Takes the words of speech at a dash; what stands beside them is the author's.
fn take(taken: &mut [Vec<Taken>], stretches: &[Stretch]) {
    for Stretch { draft, tokens } in stretches {
        for taken in &mut taken[draft.start().0][tokens.clone()] {
            if *taken == Taken::Free {
                *taken = Taken::Author;
            }
        }
        for (block, tokens) in &draft.parts {
            fill(&mut taken[*block], std::slice::from_ref(tokens), Taken::Speech);
        }
    }
}

fn fill(taken: &mut [Taken], ranges: &[Range<usize>], what: Taken) {
    for range in ranges {
        taken[range.clone()].fill(what);
    }
}

/// The quotations without those that lie over one before them.
fn apart(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut parts: Vec<((usize, Range<usize>), usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| draft.parts.iter().map(move |part| (part.clone(), at)))
        .collect();
    parts.sort_by_key(|((block, tokens), at)| (*block, tokens.start, *at));
    let mut dropped = vec![false; drafts.len()];
    let mut last: Option<((usize, usize), usize)> = None;
    for ((block, tokens), at) in parts {
        if dropped[at] {
            continue;
        }
        if let Some((end, other)) = last
            && end > (block, tokens.start)
            && other != at
        {
            // Marked speech is surer than reported speech; what somebody tells of after a dash in marks is
            // part of his words.
            let is_inside = end >= (block, tokens.end)
                && drafts[other].because.contains(&Evidence::DialogueDash);
            let is_reported = drafts[at].kind == QuoteKind::Indirect;
            let loser = if is_reported || is_inside { at } else { other };
            dropped[loser] = true;
            if loser == at {
                continue;
            }
        }
        last = Some(((block, tokens.end), at));
    }
    drafts
        .into_iter()
        .zip(dropped)
        .filter(|(_, dropped)| !dropped)
        .map(|(draft, _)| draft)
        .collect()
}
