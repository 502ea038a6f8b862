//! Whole paragraphs of speech without marks: after a label («Корр.: …», «И. Иванов: …») or after a
//! paragraph that ends in a colon.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::person::People;
use crate::article::{BlockKind, Evidence, QuoteKind};
use crate::language::speech::{Function, NounKind, Takes};

use super::draft::{Draft, Site, Taken};
use super::indirect::according;
use super::view::{REACH, View};

/// How long a label can be, in tokens: «Корреспондент газеты:», «И. И. Иванов:».
const LABEL: usize = 7;

/// A title with its marks has fewer tokens than this.
const TITLE: usize = 8;

/// An announced paragraph in nobody's person has more words than this: fewer are a name or an item.
const SHORTEST: usize = 3;

/// The paragraphs of speech that no mark sets off.
pub(super) fn find(views: &[View], people: &People, taken: &[Vec<Taken>]) -> Vec<Draft> {
    let labels: Vec<Option<usize>> = views.iter().map(|view| label(view, taken)).collect();
    // One line with a colon can be anything, unless it names a person; two are a conversation where sentences
    // stand in it, and no list of files or tags.
    let is_told = views
        .iter()
        .zip(&labels)
        .any(|(view, label)| label.is_some() && view.is_stop(view.len() - 1));
    // «Голы: Белов (31).», «Удалён: Ильин.» are no speakers.
    let mut seen = HashSet::default();
    let are_speakers = views.iter().zip(&labels).any(|(view, label)| {
        label.is_some_and(|colon| {
            let words: Vec<&str> = (0..colon).map(|at| view.word(at)).collect();
            is_a_speaker(view, 0..colon, people) || !seen.insert(words)
        })
    });
    let is_conversation = is_told && are_speakers && labels.iter().flatten().nth(1).is_some()
        || views.iter().zip(&labels).any(|(view, label)| {
            label.is_some_and(|colon| names_a_speaker(view, 0..colon, people))
        });
    let mut found: Vec<Draft> = Vec::new();
    for (number, view) in views.iter().enumerate() {
        let draft = match labels[number].filter(|_| is_conversation && !is_set_off(view)) {
            Some(colon) => Some(labelled(view, colon)),
            None => announced(view, views, taken),
        };
        let Some(draft) =
            draft.filter(|draft| draft.parts.iter().all(|(_, part)| !part.is_empty()))
        else {
            if let Some(last) = found.last_mut()
                && goes_on(last, view, taken)
            {
                last.parts.push((number, view.trimmed(0..view.len())));
            }
            continue;
        };
        found.push(draft);
    }
    found
}

fn is_text(view: &View, taken: &[Vec<Taken>]) -> bool {
    is_paragraph(view) && taken[view.number].iter().all(|&taken| taken == Taken::Free)
}

pub(super) fn is_paragraph(view: &View) -> bool {
    matches!(view.block.kind, BlockKind::Paragraph | BlockKind::Lead | BlockKind::Blockquote)
        && view.len() > 3
}

/// Whether the source sets the paragraph off as somebody's words.
fn is_set_off(view: &View) -> bool {
    view.block.kind == BlockKind::Blockquote
}

/// Whether the paragraph can be all speech: nothing in it is, or words within it that it tells of
/// («И тут он сказал: «Ждём»»).
fn can_be_speech(view: &View, taken: &[Vec<Taken>]) -> bool {
    let opens = bare(view).start;
    is_paragraph(view)
        && view.word(view.len() - 1) != ":"
        && (!view.is_quotation_mark(opens) || opens_with_title(view, opens))
        && !view.is_dash(opens)
        && !taken[view.number].contains(&Taken::Author)
        // «Как сообщает газета, …», «По данным полиции, …»
        && view.function(opens) != Some(Function::As)
        && according::at(view, opens).is_none()
        && taken[view.number].first() == Some(&Taken::Free)
        && taken[view.number].get(opens) == Some(&Taken::Free)
}

/// Whether the mark at this token opens a title with which a sentence begins: «"Дом у озера" я увидел школьником».
fn opens_with_title(view: &View, open: usize) -> bool {
    let close = (open + 2..open + TITLE).find(|&at| view.is_quotation_mark(at));
    close.is_some_and(|close| view.is_capital(open + 1) && view.is_lower(close + 1))
}

/// Whether somebody speaks of himself or to somebody in these tokens, outside quotation marks.
pub(super) fn is_in_first_person(view: &View, tokens: Range<usize>) -> bool {
    let mut depth = 0_usize;
    tokens.take(REACH).any(|at| {
        match view.word(at) {
            "«" | "„" => depth += 1,
            "»" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && view.function(at) == Some(Function::FirstPerson)
    })
}

/// Whether an announced speech goes on in this paragraph: in the speaker's own person, and with no word of
/// saying that would make it the author's.
fn goes_on(last: &Draft, view: &View, taken: &[Vec<Taken>]) -> bool {
    last.because.contains(&Evidence::Colon)
        && last.end().0 + 1 == view.number
        && is_text(view, taken)
        && view.word(view.len() - 1) != ":"
        && is_in_first_person(view, 0..view.len())
}

/// The colon after a label: capitals and nouns of speakers alone stand before it, or a name and its post behind a
/// comma, and a capital after it.
fn label(view: &View, taken: &[Vec<Taken>]) -> Option<usize> {
    let start = usize::from(view.len() > 0 && view.is_dash(0));
    let colon = (start + 1..view.len().min(start + LABEL)).find(|&at| view.word(at) == ":")?;
    let comma = (start + 2..colon).find(|&at| view.word(at) == ",");
    let named = (start..comma.unwrap_or(colon)).all(|at| {
        view.is_capital(at)
            && (matches!(view.function(at), None | Some(Function::Reply | Function::Ask))
                || view.word(at + 1) == ".")
            || view.word(at) == "."
            || view.sense(at).noun.is_some_and(|noun| noun.kind.is_human())
    });
    // «Глава округа Пётр Ильин: …»
    let is_titled = comma.is_none()
        && view.sense(start).is_human()
        && view.is_capital(colon - 1)
        && (start..colon).all(|at| {
            view.is_word(at) && !view.looks_finite(at) && view.function(at).is_none()
                || view.word(at) == "."
        });
    let is_post = comma.is_none_or(|comma| {
        let noun = view.sense(comma + 1 + usize::from(view.is_adjective(comma + 1))).noun;
        noun.is_some_and(|noun| noun.kind.is_human())
    });
    ((named || is_titled)
        && is_post
        && view.is_capital(content(view, colon).start)
        && is_text(view, taken))
    .then_some(colon)
}

/// What stands behind a label, without a dash that opens it: «Мэр: – Ждём».
fn content(view: &View, colon: usize) -> Range<usize> {
    colon + 1 + usize::from(view.is_dash(colon + 1))..view.len()
}

/// Whether a label of which there is one reads as a speaker's: initials, a human being's noun, «Вопрос», or a name of the text.
fn is_a_speaker(view: &View, label: Range<usize>, people: &People) -> bool {
    label.into_iter().any(|at| {
        view.word(at) == "."
            || view.sense(at).is_human()
            || matches!(view.function(at), Some(Function::Reply | Function::Ask))
            || people.mention_at(view.number, view.block.tokens[at].start).is_some()
    })
}

/// Whether a label alone in its text is somebody's: a surname of the text with or without initials, or a
/// post, before a sentence, or a full name before one in the first person or behind a dash.
fn names_a_speaker(view: &View, label: Range<usize>, people: &People) -> bool {
    let words = view.words(label.clone());
    let content = content(view, label.end);
    // «Мэр: – Ждём весны.»
    let is_dashed = content.start > label.end + 1;
    let is_said = is_dashed || is_in_first_person(view, content.clone());
    let is_sentence = view.is_stop(view.len() - 1)
        && content.clone().take(REACH).any(|at| {
            is_dashed || view.looks_finite(at) || view.function(at) == Some(Function::FirstPerson)
        });
    let last = label.end - 1;
    let is_post = words == 1
        && view.sense(last).noun.is_some_and(|noun| noun.kind == NounKind::Human && !noun.plural);
    let is_surname = || {
        let has_initials = view.word(label.start + 1) == ".";
        (words == 1 || has_initials)
            && people.people.iter().any(|person| {
                let surname = person.name.rsplit_once(' ').map(|(_, surname)| surname);
                surname == Some(view.word(last))
            })
    };
    let is_full_name = || {
        is_said
            && label
                .clone()
                .any(|at| people.mention_at(view.number, view.block.tokens[at].start).is_some())
    };
    is_sentence && (is_post || is_surname() || is_full_name())
}

fn labelled(view: &View, colon: usize) -> Draft {
    let start = usize::from(view.is_dash(0));
    let label = view.function(start).filter(|_| colon == start + 1);
    let (site, because) = match label {
        // «Ответ: …» is whom the questions are put to, «Вопрос: …» nobody's.
        Some(Function::Reply) => (Site::Turn, vec![Evidence::Label, Evidence::SpeakerTurn]),
        Some(Function::Ask) => {
            (Site::Phrase { block: view.number, tokens: start..start }, vec![Evidence::Label])
        }
        _ => (Site::Phrase { block: view.number, tokens: start..colon }, vec![Evidence::Label]),
    };
    Draft {
        kind: QuoteKind::Direct,
        parts: vec![(view.number, view.trimmed(colon + 1..view.len()))],
        cue: None,
        site,
        because,
    }
}

/// Whether these tokens end in a clause that tells of something else than the subject: «…, о котором».
fn is_in_relative_clause(view: &View, tokens: Range<usize>) -> bool {
    let comma = tokens.clone().rev().find(|&at| view.word(at) == ",");
    comma.is_some_and(|comma| {
        view.is_preposition(comma + 1) && view.function(comma + 2) == Some(Function::Relative)
    })
}

/// The paragraph without the apostrophes around it: ''…'', a wiki's italics.
fn bare(view: &View) -> Range<usize> {
    let is_apostrophe = |at: usize| view.word(at) == "'";
    let Range { mut start, mut end } = view.trimmed(0..view.len());
    while start < end && is_apostrophe(start) {
        start += 1;
    }
    while start < end && is_apostrophe(end - 1) {
        end -= 1;
    }
    view.trimmed(start..end)
}

/// A paragraph after one that ends in a colon: whatever the source sets off, and else in anybody's words after a
/// word of saying, in the first person alone where none stands there.
fn announced(view: &View, views: &[View], taken: &[Vec<Taken>]) -> Option<Draft> {
    let (before, colon) = view.announced_by(views)?;
    let tokens = bare(view);
    let opens = tokens.start;
    let is_marked = view.is_quotation_mark(opens) && !opens_with_title(view, opens);
    let is_set_off = is_set_off(view) && !is_marked && !view.is_dash(opens);
    if !is_set_off && !can_be_speech(view, taken)
        || !matches!(before.block.kind, BlockKind::Paragraph | BlockKind::Lead)
    {
        return None;
    }
    let start = before.sentence(colon).start.max(colon.saturating_sub(REACH));
    let cue = (start..colon).rev().find(|&at| {
        before
            .finite_cue(at, Takes::Direct)
            .or_else(|| before.finite_cue(at, Takes::That))
            .or_else(|| before.finite_cue(at, Takes::Infinitive))
            .is_some()
    });
    let cue = cue.map(|cue| before.told_by(start, cue, colon).unwrap_or(cue));
    // «рассказала о письме, о котором говорил Ильин: …»: she tells, not he.
    let is_beside = cue.is_some_and(|cue| is_in_relative_clause(before, start..cue));
    // «По его словам, дорога готова: …»
    let source = (cue.unwrap_or(start)..colon).rev().find_map(|at| according::at(before, at));
    let says = source.is_some()
        || cue
            .and_then(|cue| before.cue(cue))
            .is_some_and(|cue| !cue.takes(Takes::Loose) || cue.takes(Takes::Direct));
    let is_utterance =
        says && view.is_capital(tokens.start) && view.words(tokens.clone()) > SHORTEST;
    (is_set_off || is_utterance || is_in_first_person(view, 0..view.len())).then(|| Draft {
        kind: QuoteKind::Direct,
        parts: vec![(view.number, tokens)],
        cue: cue.map(|cue| (before.number, cue)),
        because: match (&source, cue) {
            (Some(_), _) => vec![Evidence::Colon, Evidence::AccordingTo],
            (None, Some(_)) => vec![Evidence::Colon, Evidence::VerbBefore],
            (None, None) => vec![Evidence::Colon],
        },
        site: match (source, cue) {
            (Some(found), _) => Site::Phrase { block: before.number, tokens: found.source },
            (None, Some(cue)) if !is_beside => {
                Site::Clause { block: before.number, tokens: start..colon, cue }
            }
            (None, _) => Site::Lead { block: before.number, tokens: start..colon },
        },
    })
}
