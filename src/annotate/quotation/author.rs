//! The author's words among the speaker's: «…, – сказал он. – …».

use std::ops::Range;

use crate::article::{Evidence, QuoteKind};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, Takes};

use super::draft::{Draft, Site, Stretch};
use super::view::{REACH, View};

/// How many words can stand between the dash and the word of saying: «– в свою очередь, в интервью
/// газете отметил …».
const LEAD: usize = 12;

/// How long the author's words between two dashes can be, in tokens.
const LONGEST: usize = 60;

/// The author's words in a clause of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The clause, without the marks that set it off.
    pub(super) tokens: Range<usize>,
    /// Its word of saying.
    pub(super) cue: usize,
}

/// A stretch of speech cut by the author's words.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// What the speaker says.
    pub(super) parts: Vec<Range<usize>>,
    /// What the author says in between or after.
    pub(super) clauses: Vec<Clause>,
}

impl Cut {
    /// The speech with its first word of saying; it and the author's words begin with the dash at `opens`.
    /// Nothing where the author says nothing.
    pub(super) fn stretch(&self, view: &View, opens: usize) -> Option<Stretch> {
        let block = view.number;
        let (first, last) = self.clauses.first().zip(self.clauses.last())?;
        let end = self.parts.last().map_or(0, |part| part.end).max(last.tokens.end);
        let place = if self.parts.len() > 1 { Evidence::VerbBetween } else { Evidence::VerbAfter };
        let parts = self.parts.iter().map(|part| (block, view.trimmed(part.clone())));
        let draft = Draft {
            kind: QuoteKind::Direct,
            parts: parts.filter(|(_, part)| !part.is_empty()).collect(),
            cue: Some((block, first.cue)),
            site: Site::Clause { block, tokens: first.tokens.clone(), cue: first.cue },
            because: vec![Evidence::DialogueDash, place],
        };
        (!draft.parts.is_empty()).then_some(Stretch { draft, tokens: opens..end })
    }
}

/// Cuts a stretch of speech at the author's words in it. Where the words of the author are not
/// closed by a dash they go on to the end of their sentence, and `Cut::parts` ends before them.
pub(super) fn cut(view: &View, tokens: Range<usize>) -> Cut {
    let mut cut = Cut::default();
    let mut start = tokens.start;
    let mut token = tokens.start + 1;
    while token + 1 < tokens.end {
        if !is_parting(view, token) {
            token += 1;
            continue;
        }
        let clause = clause_behind(view, token, tokens.end)
            .or_else(|| clause_of_another_verb(view, token, tokens.end));
        let Some(clause) = clause else {
            token += 1;
            continue;
        };
        let end = clause.tokens.end;
        cut.parts.push(start..token);
        cut.clauses.push(clause);
        // A dash opens the next part; without one the rest is the author's.
        if end < tokens.end && view.is_dash(end) {
            start = end + 1;
            token = end + 2;
        } else {
            return cut;
        }
    }
    if start < tokens.end {
        cut.parts.push(start..tokens.end);
    }
    cut
}

/// The author's words right behind this dash, if such they are.
pub(super) fn clause_behind(view: &View, dash: usize, end: usize) -> Option<Clause> {
    let cue = cue_of_insert(view, dash + 1..end)?;
    Some(Clause { tokens: dash + 1..end_of_insert(view, cue, end), cue })
}

/// The author's words behind this dash with a verb on no list, «– Не ходите, – машет рукой сапёр Ильин. – Там мина»:
/// somebody's name, trade or pronoun stands in them, nothing ties them to the words before, and they are closed by
/// another dash or open with their verb or subject.
fn clause_of_another_verb(view: &View, dash: usize, end: usize) -> Option<Clause> {
    let first = dash + 1;
    let is_tied = view.function(first).is_some_and(|function| {
        !matches!(
            function,
            Function::Not | Function::In | Function::Preposition | Function::Filler | Function::Day
        )
    }) || view.sense(first).is_possessive();
    let points_back = points_back(view, first);
    if !view.is_lower(first) || is_tied && !points_back {
        return None;
    }
    let tokens = first..end_of_insert(view, dash, end);
    if view.words(tokens.clone()) > 2 * LEAD {
        return None;
    }
    // «…», – лаконичен предприниматель
    let is_finite = |at: &usize| {
        let form = view.verb_form(*at).filter(|form| form.is_finite());
        form.is_some_and(|form| form != Form::Neuter || points_back)
            || *at == first && view.looks_short(*at)
    };
    let cue = tokens.clone().find(is_finite)?;
    // «…», – такие слова содержит письмо
    let is_human = |at: usize| {
        let noun = view.sense(at).noun;
        noun.is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative))
    };
    let is_somebody = |at: usize| {
        let sense = view.sense(at);
        let is_named = points_back && sense.noun.is_some();
        view.is_capital(at) || is_named || is_human(at) || sense.is_personal()
    };
    let is_closed = tokens.end < end && view.is_dash(tokens.end);
    let opens = is_somebody(first) || cue <= first + 1 || points_back;
    let who = tokens.clone().find(|&at| is_somebody(at))?;
    // «Двор – как привычка, – давно стал у нас сценой, и люди Белова на ней, – для меня …»
    let own = tokens.clone().find(|&at| view.function(at) == Some(Function::FirstPerson));
    let is_own = own.is_some_and(|own| !is_closed || own < who && !is_human(who));
    ((is_closed || opens) && !is_own).then_some(Clause { tokens, cue })
}

/// Whether a dash stands here that may part speech from the author's words. «– Урожай хороший – отметил агроном. –
/// …»: the comma before it is missing now and then, and its word of saying stands right behind it.
pub(super) fn is_parting(view: &View, token: usize) -> bool {
    view.is_dash(token) && (parts_off(view, token - 1) || view.is_sure_cue(token + 1))
}

/// Whether the author's words that open here point back at those before them: «такими словами», «с таким заявлением», «так».
fn points_back(view: &View, first: usize) -> bool {
    let is_such =
        |at: usize| matches!(view.function(at), Some(Function::Demonstrative | Function::So));
    is_such(first) || view.is_preposition(first) && is_such(first + 1)
}

/// Whether the mark before a dash can end a part of speech: «…, –», «…! –».
fn parts_off(view: &View, token: usize) -> bool {
    view.is_stop(token) || matches!(view.word(token), "," | "»" | "”" | "\"" | "“" | "’" | "'")
}

/// The word of saying of the author's words that begin here, if such they are: a word of saying near
/// the dash, before any other clause.
fn cue_of_insert(view: &View, tokens: Range<usize>) -> Option<usize> {
    let first = tokens.start;
    // «Путать нас с ними, – это, мягко говоря, нечестно»
    if view.function(first) == Some(Function::Copula) && view.word(first + 1) == "," {
        return None;
    }
    // «. – Мы хотим …» is speech; author's words open with a small letter or a name.
    let mut words = 0;
    for token in first..tokens.end.min(first + REACH) {
        let word = view.word(token);
        if let Some(cue) = view.cue(token)
            && (cue.takes(Takes::Direct) || cue.takes(Takes::That) || cue.takes(Takes::Infinitive))
            && !matches!(cue.form, Form::Participle)
            && (!cue.takes(Takes::Loose) || words < 2 || is_subject(view, first..token))
        {
            // «– стало быть, нас просят разойтись», «– и то, что нам предложили уехать, – …»
            let is_own = |at: usize| view.function(at) == Some(Function::FirstPerson);
            if !cue.takes(Takes::Direct)
                && (first..token).any(|at| is_own(at) || view.function(at) == Some(Function::That))
            {
                return None;
            }
            // «– Он сказал мне, что …» after a full stop is speech; «… – сказал он» is the author's.
            return (token == first
                || view.is_lower(first)
                || words <= 4 && view.word(first - 2) == ",")
                .then(|| said_behind(view, token, tokens.end))
                .filter(|_| !goes_on_as_clause(view, token, tokens.end) || token == first)
                // «– а наутро спросил бы, весело ли им»
                .filter(|_| view.function(token + 1) != Some(Function::Conditional));
        }
        if view.is_stop(token) && !view.block.is_joined(token + 1)
            || view.is_dash(token)
            || word == ":"
        {
            return None;
        }
        words += usize::from(view.is_word(token));
        if words > LEAD {
            return None;
        }
    }
    None
}

/// The word of saying behind the words of a gerund that is one too: «– показывая отчёт, говорит Ильин»; else itself.
fn said_behind(view: &View, cue: usize, end: usize) -> usize {
    let is_gerund = view.cue(cue).is_some_and(|cue| cue.form == Form::Gerund);
    let comma = (cue..end.min(cue + LEAD)).find(|&at| is_gerund && view.word(at) == ",");
    comma.map(|comma| comma + 1).filter(|&at| view.is_sure_cue(at)).unwrap_or(cue)
}

/// Whether the words before a verb are its subject and nothing else: «– водитель Руслан Ахтямов кивнул».
fn is_subject(view: &View, tokens: Range<usize>) -> bool {
    let is_part = |at: usize| {
        view.is_capital(at)
            || view.is_adjective(at) && !view.is_oblique_adjective(at)
            || view.sense(at).noun.is_some_and(|noun| noun.kind.is_human())
    };
    view.is_lower(tokens.start)
        && view.is_capital(tokens.end - 1)
        && tokens.into_iter().all(is_part)
}

/// Whether the word of saying takes «, что» at once: then it is speech about speech.
fn goes_on_as_clause(view: &View, cue: usize, end: usize) -> bool {
    cue + 2 < end && view.word(cue + 1) == "," && view.function(cue + 2) == Some(Function::That)
}

/// Where the author's words end: at the dash that opens the next part, or with the sentence.
fn end_of_insert(view: &View, cue: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    for token in cue + 1..end.min(cue + LONGEST) {
        match view.word(token) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => depth = view.block.marks_behind(token, depth),
        }
        if depth > 0 {
            continue;
        }
        if view.is_dash(token)
            && (view.is_stop(token - 1) || matches!(view.word(token - 1), "," | ":" | ";"))
        {
            return token;
        }
        let sentence_ends = view.is_stop(token) && view.sentence(token).end == token + 1;
        if sentence_ends && !view.is_dash(token + 1) && !tells_on(view, token + 1, end) {
            return token + 1;
        }
    }
    end.min(cue + LONGEST)
}

/// Whether the author tells something more in the sentence that begins here, before a dash opens speech again:
/// «– Садитесь, – сказал он. Ильин сел. – Давно ждёте?» Where the author tells there again who speaks, it is speech
/// of its own.
fn tells_on(view: &View, start: usize, end: usize) -> bool {
    let sentence = view.sentence(start);
    let close = sentence.end;
    // «– Их двое, – сказал он. И, помолчав, добавил: – Было.»
    let colon = (start..close.min(start + LONGEST / 2)).find(|&at| view.word(at) == ":");
    if let Some(colon) = colon.filter(|&colon| colon + 1 < end && view.is_dash(colon + 1)) {
        return (start..colon).any(|at| view.finite_cue(at, Takes::Direct).is_some());
    }
    close + 1 < end
        && close < start + LONGEST / 2
        && view.is_dash(close)
        && view.is_capital(close + 1)
        && (start..close).any(|at| view.looks_finite(at))
        && !(start..close)
            .any(|at| view.is_dash(at) || view.function(at) == Some(Function::FirstPerson))
        && !(close + 2..end.min(close + REACH)).any(|at| {
            view.is_dash(at)
                && parts_off(view, at - 1)
                && cue_of_insert(view, at + 1..end).is_some()
        })
}

/// Whether a sure word of saying stands here with whoever says it right behind: «…» сказала она, the comma left out.
fn is_said_by(view: &View, token: usize) -> bool {
    let is_sure = view
        .finite_cue(token, Takes::Direct)
        .is_some_and(|cue| !cue.takes(Takes::Loose) && view.is_lower(token));
    let who = view.sense(token + 1);
    let is_somebody = who.pronoun.is_some_and(|pronoun| !pronoun.possessive)
        || who.noun.is_some_and(|noun| noun.kind.is_human() && noun.is_in(Case::Nominative));
    is_sure && (is_somebody || view.is_capital(token + 1))
}

/// The author's clause after a closing quotation mark: «…», – сказал он. Gives the clause up to
/// its sentence's end, or to the `limit` where the next quotation opens.
pub(super) fn clause_after(view: &View, close: usize, limit: usize) -> Option<Clause> {
    let mut token = close + 1;
    let comma = matches!(view.word(token), "," | "." | "!" | "?" | "…");
    // “It is,” she said: the mark that parts the two stands inside.
    let inside = view.has(Habit::CommaInside)
        && matches!(view.word(close.saturating_sub(1)), "," | "?" | "!" | "…" | "—");
    let had_comma = view.word(token) == "," || inside;
    token += usize::from(comma);
    let dash = view.is_dash(token);
    token += usize::from(dash);
    if !dash && !had_comma && (comma || !is_said_by(view, token)) {
        return None;
    }
    let sentence_end = view.sentence(token.min(view.len().saturating_sub(1))).end;
    let end = sentence_end.min(limit).min(token + REACH);
    if token >= end {
        return None;
    }
    // «…», как отметил он, …: the sentence is the author's.
    if !dash && view.function(token) == Some(Function::As) {
        return None;
    }
    // ««Семь морей» – это лозунг, под которым …», but ««Мы рады», – это сказано в письме»
    if dash && !had_comma && view.function(token) == Some(Function::Copula) {
        return None;
    }
    let points_back = points_back(view, token);
    let mut words = 0;
    for at in token..end {
        if let Some(cue) = view.cue(at)
            && (cue.takes(Takes::Direct)
                || cue.takes(Takes::That)
                || cue.takes(Takes::Infinitive) && dash)
            && (dash || !matches!(cue.form, Form::Participle | Form::Gerund) || at == token)
            && (at == token || !cue.takes(Takes::Loose) || dash && words < LEAD)
        {
            // «назвал это «…», добавив, что …» adds other words; «выдаёт «…», устанавливая …» none.
            if cue.form == Form::Gerund
                && (cue.takes(Takes::Loose) && !dash || goes_on_as_clause(view, at, end))
            {
                return None;
            }
            return Some(Clause { tokens: token..end, cue: said_behind(view, at, end) });
        }
        words += usize::from(view.is_word(at));
        let most = if inside { LEAD } else { 2 };
        if !dash && !points_back && words > most
            || words > 3 * LEAD
            || inside && view.word(at) == ":"
        {
            return None;
        }
    }
    let is_set_off = dash && (had_comma || points_back || view.is_stop(close.saturating_sub(1)))
        || had_comma && points_back;
    is_set_off.then(|| clause_of_another_verb(view, token - 1, end)).flatten()
}
