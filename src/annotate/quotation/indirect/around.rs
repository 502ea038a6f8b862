//! What of a sentence is reported around the words that name its source.

use std::ops::Range;

use crate::annotate::quotation::draft::Site;
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Form, Function, Takes};

use super::{Scan, writing};

/// How far into its clause the word before «что» can stand, in tokens: «Сама новость о том, что …».
const FACT: usize = 4;

/// How far behind the comma of «О том, что …, журналистам сообщил …» the word of saying can stand, in tokens.
const TOLD: usize = 10;

/// More words than these before the source are no mere lead-in: «Вместе с тем, по его словам, …».
const BRIEF: usize = 4;

/// How far before its comma «не» can stand in «не дороги, а вода», in tokens.
const CONTRAST: usize = 12;

impl Scan<'_> {
    /// Whether a short stretch is part of what is reported and no connective of the author's: «Десятый класс, по
    /// словам директора, откроют осенью». What stands after the source begins at the other token.
    fn opens_content(&self, stretch: &Range<usize>, after: usize, phrase: &Range<usize>) -> bool {
        use Function::{Ask, Inscription, Intent, News, Request, Saying, Words};
        let view = self.view;
        let start = stretch.start;
        // «Сам Ильин, …», «Ранее мост, …», «Сейчас в округе, …», «Примерно сто жителей, …»
        let is_small = |at: &usize| {
            matches!(view.function(*at), Some(Function::Filler | Function::Day))
                || view.function(*at).is_none() && view.is_adverb(*at)
        };
        let first = stretch.clone().find(|at| !is_small(at)).unwrap_or(stretch.end);
        let opens = view.sentence(start).start == start
            || self.is_parted(start)
            || self.splits(start - 1, phrase);
        // «Ильин, с его слов, упал»: it is he who says so; «Вход, по её словам, откроют»: it is not she.
        let verb = after + usize::from(view.function(after) == Some(Function::Not));
        let is_own = phrase.clone().any(|at| {
            let sense = view.sense(at);
            sense.is_possessive()
                && sense.pronoun.is_some_and(|pronoun| view.verb_form(verb) == Some(pronoun.form))
                && stretch.clone().all(|at| view.is_capital(at))
        });
        // «Вопрос о сроках, …»
        let is_noun = matches!(
            view.function(first),
            None | Some(Ask | Inscription | Intent | News | Request | Saying | Words)
        );
        let is_placed = first > start && self.places(first..stretch.end);
        opens && first < stretch.end && (is_noun || is_placed) && !is_own
    }

    /// Whether a colon, a semicolon, «, но», «А …» or «Впрочем, …» parts this token from the words before.
    pub(super) fn is_parted(&self, token: usize) -> bool {
        let view = self.view;
        let start = self.sentence.start;
        let joins = || {
            view.function(token - 1) == Some(Function::And)
                && (token == start + 1 || token > start + 1 && view.word(token - 2) == ",")
        };
        let links = || token == start + 2 && self.links(start);
        token > start && (matches!(view.word(token - 1), ":" | ";") || joins() || links())
    }

    /// Whether a word that ties the sentence to the one before opens here and a comma closes it: «Впрочем, …».
    fn links(&self, token: usize) -> bool {
        let view = self.view;
        view.function(token) == Some(Function::Connective) && view.word(token + 1) == ","
    }

    /// Whether a preposition opens a stretch that says when or where: «После аварии, по словам врача, …», and no «В
    /// свою очередь, …», «После этого, …».
    pub(super) fn tells_when(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        (view.sentence(tokens.start).start == tokens.start || self.is_parted(tokens.start))
            && self.places(tokens)
    }

    /// Whether these words are a preposition and what it governs, when or where: «после аварии».
    fn places(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        let Some(last) = tokens.clone().next_back().filter(|&last| last > tokens.start) else {
            return false;
        };
        view.is_preposition(tokens.start)
            && matches!(
                view.function(last),
                None | Some(Function::Day | Function::InIt | Function::InThem)
            )
            && tokens.clone().all(|at| view.is_word(at) || view.is_number(at))
    }

    /// What opens the last clause of these tokens as another than the one before: «…, так как», «…, после чего Ильин»,
    /// «Мост закрыли, и дорога».
    pub(super) fn opener(&self, tokens: Range<usize>) -> Option<usize> {
        let view = self.view;
        let opens = |at: usize| match view.function(at) {
            Some(Function::Subordinate | Function::Relative | Function::That) => true,
            Some(Function::As) => at + 1 == tokens.end,
            _ => false,
        };
        let comma = tokens.clone().rev().take(REACH).find(|&at| view.word(at) == ",")?;
        let joins = || {
            view.function(comma + 1) == Some(Function::And)
                && !self.contrasts(tokens.start, comma)
                && comma + 2 < tokens.end
                && (tokens.start..comma).any(|at| self.has_finite(at))
                && !(comma + 2..tokens.end).any(|at| self.has_finite(at))
        };
        (comma + 1..tokens.end).find(|&at| opens(at)).or_else(|| joins().then_some(comma + 1))
    }

    /// The words of the sentence around a phrase of source.
    pub(super) fn around(
        &mut self,
        phrase: Range<usize>,
        cue: usize,
        site: Site,
        evidence: Evidence,
    ) -> Option<usize> {
        let view = self.view;
        let first = self.from.max(phrase.start.saturating_sub(REACH));
        let parts = |&at: &usize| matches!(view.word(at), ":" | ";") || self.splits(at, &phrase);
        let mark = (first..phrase.start).rev().find(parts);
        let before = view.trimmed(mark.map_or(self.from, |mark| mark + 1)..phrase.start);
        // «…, но сбор, по его словам, …», «Впрочем, сбор, по его словам, …»
        let joins = view.function(before.start) == Some(Function::And)
            && self.is_parted(before.start + 1)
            && before.len() > 1;
        let links = self.links(before.start) && before.len() > 2;
        let is_brief = view.words(before.clone()) <= BRIEF;
        let before = before.start + usize::from(joins) + 2 * usize::from(links)..before.end;
        // «…, после чего Ильин, как он признал, …»: the source of that clause alone.
        // «Мост в городе, где живёт мэр, закрыли, следует из отчёта.»: all of the sentence.
        let closes = view.without_stop(phrase.end..self.sentence.end.max(phrase.end)).is_empty()
            && !before.is_empty()
            && !view.is_word(phrase.start - 1)
            && !writing::is_rule(view, phrase.start, &phrase);
        let opener = self.opener(before.clone()).filter(|_| !closes);
        // «торт, рецепт которого, по словам повара, …»
        let owned = opener.filter(|&at| {
            at + 1 == before.end
                && view.function(at) == Some(Function::Relative)
                && view.is_word(at - 1)
                && !view.is_preposition(at - 1)
        });
        let owned = owned.map(|last| {
            let comma = (before.start..last).rev().find(|&at| view.word(at) == ",");
            comma.map_or(last, |comma| comma + 1)..last + 1
        });
        let before = opener.map_or(before.clone(), |opener| opener + 1..before.end);
        // «(по его словам, мост цел)»
        let bracket = phrase.start.checked_sub(1).filter(|&at| view.word(at) == "(");
        let before = if bracket.is_some() { phrase.start..phrase.start } else { before };
        let close = bracket.and_then(|_| {
            (phrase.end..self.sentence.end.min(phrase.end + REACH)).find(|&at| view.word(at) == ")")
        });
        let end = self.end_of(phrase.end, evidence != Evidence::AccordingTo);
        // «Повар, который, по словам мэра, пил, уволен»: the clause tells more of the subject.
        let relative = phrase.start.checked_sub(2).filter(|&at| {
            at > self.sentence.start + 1
                && view.function(at) == Some(Function::Relative)
                // «магнитуда которого, …»
                && (at.saturating_sub(3)..at).any(|at| view.word(at) == ",")
                && !(self.sentence.start..at).any(|at| view.looks_finite(at))
        });
        let end = relative.map_or(end, |_| self.main_from(true, phrase.end..end));
        let end = close.map_or(end, |close| close.min(end));
        // «По словам Ильина, он объяснил это так:»
        let stop = view.without_stop(phrase.end..end).end;
        if view.word(stop) == ":" && stop > phrase.end && self.announces(phrase.end..stop) {
            return Some(end);
        }
        // «Как сообщили в суде, Ильин писал: «…»»: another's words follow.
        let hands_over = view.word(end) == ":"
            && view.finite_cue(end - 1, Takes::Direct).is_some()
            && (phrase.end..end)
                .all(|at| view.word(at) != "," && view.function(at) != Some(Function::And));
        if hands_over {
            return Some(end);
        }
        // «по словам очевидцев, что …» is said now and then.
        let that = usize::from(view.function(phrase.end) == Some(Function::That));
        let after = view.without_stop(phrase.end + that..end.max(phrase.end + that));
        // «Вечером, по данным полиции, выяснилось, что …»
        let turns_out = view.verb_form(after.start) == Some(Form::Neuter)
            && view.word(after.start + 1) == ","
            && view.function(after.start + 2) == Some(Function::That)
            && is_brief;
        let after = after.start + 3 * usize::from(turns_out)..after.end;
        let because = vec![evidence];
        // «за спорное, по мнению жителей, решение»: the source of one word alone.
        let qualifies = before.len() > 1
            && (before.start..before.end - 1)
                .rev()
                .take(2)
                .any(|at| view.function(at) == Some(Function::Preposition))
            && view.is_adjective(before.end - 1)
            && view.sense(before.end - 1).noun.is_none()
            && view.function(before.end - 1).is_none()
            && !after.is_empty()
            && view.is_lower(after.start)
            && !view.looks_finite(after.start)
            && view.function(after.start).is_none()
            && !view.is_adverb(after.start);
        if evidence == Evidence::AccordingTo && qualifies {
            return None;
        }
        // «Вместе с тем, по его словам, …»: a short lead-in is the author's.
        let lead_in = opener.is_none()
            && is_brief
            && !self.tells_when(before.clone())
            && !before.clone().any(|at| self.has_finite(at))
            && !self.opens_content(&before, after.start, &phrase);
        // «Ждали многих, но, как пояснили в полиции, …», «мост, который, по словам мэра, …»: what the
        // small word opens alone is theirs.
        let parted = !before.is_empty()
            && matches!(view.function(before.end - 1), Some(Function::And | Function::Relative));
        let mut parts: Vec<_> = owned.into_iter().collect();
        if !(lead_in || parted || turns_out) || after.is_empty() {
            parts.push(before);
        }
        parts.push(after);
        parts.retain(|part| !part.is_empty());
        // «Это следует из письма» tells of the sentence before.
        let is_this = |part: &Range<usize>| {
            part.len() == 1 && view.function(part.start) == Some(Function::Copula)
                || self.about_this(part.start)
        };
        if parts.iter().all(is_this) {
            return None;
        }
        self.push(parts, Some(cue), site, because);
        Some(end)
    }

    /// Whether this mark parts the clause that a phrase of source stands in from one before it, both with their verbs: «Он
    /// уехал — по версии суда, он скрывался», «Он лежит в больнице, его, по словам врачей, выпишут».
    fn splits(&self, mark: usize, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let before = || self.from.max(mark.saturating_sub(REACH))..mark;
        let opens = if view.is_dash(mark) {
            !before().any(|at| view.is_dash(at))
        } else {
            view.word(mark) == ","
                && view.sense(mark + 1).pronoun.is_some()
                && view.function(mark + 1).is_none()
        };
        let depends = |at: usize| {
            matches!(
                view.function(at),
                Some(
                    Function::Relative
                        | Function::Subordinate
                        | Function::That
                        | Function::As
                        | Function::Question
                )
            )
        };
        let after = phrase.end..self.sentence.end.min(phrase.end + REACH);
        opens
            && before().any(|at| self.has_finite(at))
            && !before().any(depends)
            && !(mark + 1..phrase.start).any(|at| self.has_finite(at))
            && after.take_while(|&at| view.word(at) != ",").any(|at| self.has_finite(at))
    }

    /// Whether what stands behind this comma is set against what is denied before it, with no verb of its own: «не дороги, а
    /// вода».
    pub(super) fn contrasts(&self, start: usize, comma: usize) -> bool {
        let view = self.view;
        let denied = (start.max(comma.saturating_sub(CONTRAST))..comma)
            .rev()
            .take_while(|&at| view.word(at) != ",")
            .find(|&at| view.function(at) == Some(Function::Not));
        view.function(comma + 1) == Some(Function::And)
            && denied.is_some_and(|not| !self.has_finite(not + 1))
            && !self.has_verb(comma + 2..self.sentence.end)
    }

    /// Whether a clause before a colon says that somebody says so, and no more: «он объяснил аварию так:».
    fn announces(&self, clause: Range<usize>) -> bool {
        let view = self.view;
        clause.clone().any(|at| view.finite_cue(at, Takes::Direct).is_some())
            && clause.clone().any(|at| view.function(at) == Some(Function::So))
    }

    /// The comma that closes what is told of before the words of who tells it: «О том, что мост закроют, журналистам
    /// сообщил мэр».
    pub(super) fn told_before(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        let first = self.from;
        let opens = view.function(first) == Some(Function::About)
            && view.function(first + 1) == Some(Function::Thought)
            && view.function(first + 3) == Some(Function::That)
            && view.verb_form(first + 4) != Some(Form::Neuter);
        let comma = (first + 3..cue).rev().take(TOLD).find(|&at| opens && view.word(at) == ",")?;
        (!(comma + 1..cue).any(|at| view.looks_finite(at))).then_some(comma)
    }

    /// What is reported of a clause that stands before its word of saying: «О том, что мост закроют, …», «Тот
    /// факт, что …», «Новость о том, что …».
    pub(super) fn fronted(&self, clause: Range<usize>) -> Range<usize> {
        let view = self.view;
        let is_noun = |at: usize| {
            matches!(view.function(at), Some(Function::Thought | Function::News | Function::Intent))
                && view.word(at + 1) == ","
                && view.function(at + 2) == Some(Function::That)
        };
        let opens = |at: usize| view.function(at) == Some(Function::That);
        // «Владелец узнал о том, что …»
        let first = (clause.start..clause.end.min(clause.start + FACT))
            .take_while(|&at| !self.has_finite(at));
        match first.into_iter().find(|&at| is_noun(at)) {
            Some(noun) => noun + 3..clause.end.max(noun + 3),
            None => clause.start + usize::from(opens(clause.start))..clause.end,
        }
    }

    /// These words without a phrase of source that names none before them: «По последним данным, погибли двое».
    pub(super) fn past_unsourced(&self, words: Range<usize>) -> Range<usize> {
        let view = self.view;
        // «Сообщается, что погибли двое.»
        let start = words.start;
        let is_told = view.cue(start).is_some_and(|cue| cue.form == Form::Place)
            && view.word(start + 1) == ","
            && view.function(start + 2) == Some(Function::That);
        if is_told && start + 3 < words.end {
            return start + 3..words.end;
        }
        let is_phrase = |comma: usize| {
            view.function(words.start) == Some(Function::According)
                && view.function(comma - 1) == Some(Function::CueNoun)
                || view.function(comma - 1) == Some(Function::Ranking)
        };
        let comma = words.clone().skip(1).take(FACT).find(|&at| view.word(at) == ",");
        comma.filter(|&comma| is_phrase(comma)).map_or(words.start, |comma| comma + 1)..words.end
    }

    /// Whether a finite verb stands here, be it the first word of its sentence: «Погибли двое, …».
    pub(super) fn has_finite(&self, token: usize) -> bool {
        let view = self.view;
        view.looks_finite(token)
            || view.is_lower_or_first(token)
                && view.function(token).is_none()
                && view.sense(token).noun.is_none()
                && view.speech().looks_finite(view.block.folded(token))
    }
}
