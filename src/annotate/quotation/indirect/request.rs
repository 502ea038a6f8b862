//! What is asked, judged or claimed, without a clause of its own: «попросил помочь», «назвал итоги
//! честными», «заявил о своём уходе».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::Evidence;
use crate::language::speech::{Form, Function, Sense, Takes};

use super::{GAP, INFINITIVE_GAP, Scan};

/// How far behind «и» the verb of what the author goes on with can stand, in tokens.
const PREDICATE: usize = 7;

/// How far the preposition of a claim can stand from its word of saying, in tokens: «сообщил вчера в сети о …».
const ABOUT: usize = 10;

/// How far behind a noun of asking the infinitive can stand, in tokens: «с просьбой к мэру помочь».
const REQUEST: usize = 4;

/// A clause without a verb of more words than this shares the infinitive before it: «…, а сторожа под арест».
const SHARED: usize = 2;

/// How far into a judgement its word can stand, in tokens.
const JUDGED: usize = 20;

impl Scan<'_> {
    /// «попросил помочь»
    pub(super) fn infinitive(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.cue(token)
            .filter(|cue| cue.takes(Takes::Infinitive) && cue.form != Form::Participle)?;
        let start = self.asked(token)?;
        let end = self.asked_end(start);
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(
            start..end,
            Some(token),
            site,
            vec![Evidence::Infinitive, Evidence::VerbBefore],
        );
        Some(self.shared(end, Evidence::Infinitive))
    }

    /// Where what is asked ends.
    fn asked_end(&self, start: usize) -> usize {
        let view = self.view;
        // «призвал помочь, но ответа не получил»: what is asked ends where the author goes on.
        let limit = self.content_end(start);
        let mut depth = 0_usize;
        let mut has_clause = false;
        (start..limit)
            .find(|&at| {
                match view.word(at) {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > 0 {
                    return false;
                }
                // «которого просил помочь, забыл об этом»
                has_clause |= matches!(
                    view.function(at),
                    Some(Function::That | Function::SoThat | Function::Relative | Function::As)
                ) || view.looks_finite(at);
                if view.word(at) == "," && !has_clause && self.is_verb(at + 1) {
                    return true;
                }
                // «велел ждать – так он и ждал»
                if view.is_dash(at) {
                    return self.has_verb(at + 1..limit);
                }
                let next = at + usize::from(view.word(at) == ",");
                // «…, а также убрать снег», «…, а также снега»
                let adds = view.function(next + 1) == Some(Function::Filler);
                let verb = || {
                    (next + 1..limit.min(at + INFINITIVE_GAP)).find(|&verb| {
                        let is_verb = view.looks_finite(verb) && !view.is_oblique_adjective(verb);
                        view.looks_infinitive(verb) || is_verb
                    })
                };
                // «…, а сторожа под арест», but «…, но тщетно»
                let shares = || {
                    let rest = view.without_stop(next + 1..limit.max(next + 1));
                    let is_preposition = |at: usize| view.is_preposition(at);
                    view.words(rest.clone()) > SHARED
                        && rest.clone().any(is_preposition)
                        && !is_preposition(rest.end - 1)
                };
                view.function(next) == Some(Function::And)
                    && verb().map_or(next > at && !adds && !shares(), |verb| {
                        !view.looks_infinitive(verb)
                    })
            })
            .unwrap_or(limit)
    }

    /// «обратился к мэру с просьбой помочь», «выступил с требованием об отмене сбора»
    pub(super) fn requested(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        if view.function(token) != Some(Function::Request) || self.is(token, Taken::Author) {
            return None;
        }
        let takes = [Takes::That, Takes::Direct, Takes::Publish, Takes::Thought];
        let first = self.from.max(token.saturating_sub(INFINITIVE_GAP));
        let cue = (first..token).rev().take_while(|&at| view.word(at) != ",").find(|&at| {
            view.cue(at).is_some_and(|cue| {
                cue.form != Form::Place && takes.iter().any(|&takes| cue.takes(takes))
            })
        })?;
        let asked = self.asked(token).filter(|&at| at <= token + REQUEST);
        let about = (view.function(token + 1) == Some(Function::About)).then_some(token + 1);
        let (start, end, evidence) = match (about, asked) {
            (Some(at), _) => (at, self.noun_end(at..self.content_end(at)), Evidence::Claim),
            (None, Some(at)) => (at, self.asked_end(at), Evidence::Infinitive),
            (None, None) => return None,
        };
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue };
        self.report(start..end, Some(cue), site, vec![evidence, Evidence::VerbBefore]);
        Some(end)
    }

    /// Whether a word of saying stands here whose request is a noun: «обратился к мэру с просьбой помочь».
    pub(super) fn is_request(&self, cue: usize) -> bool {
        let view = self.view;
        let end = self.sentence.end.min(cue + INFINITIVE_GAP);
        view.finite_cue(cue, Takes::That).is_some()
            && (cue + 1..end).take_while(|&at| view.word(at) != ",").any(|at| {
                view.function(at) == Some(Function::Request)
                    && self.asked(at).is_some_and(|asked| asked <= at + REQUEST)
            })
    }

    /// «оценил работу как хорошую», «которого он охарактеризовал как мастера»
    pub(super) fn described(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::Name).filter(|cue| !cue.takes(Takes::Infinitive))?;
        let behind = token + 1..self.sentence.end.min(token + JUDGED);
        let how = behind
            .take_while(|&at| view.cue(at).is_none())
            .take_while(|&at| {
                view.is_word(at) || view.word(at) == "." && view.sentence(at).end > at + 1
            })
            .find(|&at| view.function(at) == Some(Function::As))
            // «как можно скорее»
            .filter(|&how| !view.is_adverb(how + 1) || view.is_adjective(how + 2))?;
        let start = if how == token + 1 { how + 1 } else { token + 1 };
        let end = self.noun_end(start..self.content_end(start));
        if self.is(token, Taken::Author) || (start..end).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let site = Site::Clause { block: view.number, tokens: self.from..token + 1, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// Where what is asked begins: the infinitive that the word of asking governs.
    pub(super) fn asked(&self, cue: usize) -> Option<usize> {
        let view = self.view;
        let limit = self.sentence.end.min(cue + INFINITIVE_GAP);
        for at in cue + 1..limit {
            if self.is(at, Taken::Speech)
                || matches!(view.word(at), "," | ";" | "—" | "–" | "(")
                || view.word(at) == ":" && !view.looks_infinitive(at + 1)
                || view.is_stop(at) && view.sentence(at).end == at + 1
                || view.finite_cue(at, Takes::That).is_some()
            {
                return None;
            }
            if view.looks_infinitive(at) {
                // «не» belongs to what is asked.
                let negated = at > cue + 1 && view.function(at - 1) == Some(Function::Not);
                let start = at - usize::from(negated);
                // So does an adverb: «оперативно реагировать».
                let adverb = start > cue + 1 && view.is_adverb(start - 1);
                let start = start - usize::from(adverb);
                // And whom it is to be done to: «попросил мэра его уволить».
                let object = start > cue + 1
                    && (view.sense(start - 1).pronoun.is_some()
                        || view.function(start - 1) == Some(Function::Oneself));
                return Some(start - usize::from(object));
            }
        }
        None
    }

    /// «назвал итоги выборов честными»: what is judged, and how.
    pub(super) fn judgement(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.finite_cue(token, Takes::Name).filter(|cue| cue.takes(Takes::Judgement))?;
        // The subject stands before; «назвал министр» tells of names, and so does «…, как назвал почту министр».
        let start = token + 1;
        if self.is(token, Taken::Author)
            || token > 0
                && matches!(view.function(token - 1), Some(Function::Not | Function::As))
            || view.sense(start).noun.is_some_and(|noun| noun.kind.is_human())
            || view.is_quotation_mark(start)
            || self.is(start, Taken::Speech)
            // «называл себя Морозом»
            || view.function(start) == Some(Function::Oneself)
            || token < self.from + 1
        {
            return None;
        }
        let limit = self.sentence.end.min(start + REACH);
        if (start..limit).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let end = self.noun_end(start..self.content_end(start));
        let site = Site::Clause { block: view.number, tokens: self.from..token, cue: token };
        let content = view.without_stop(start..end);
        // «назвала корабль в честь адмирала» gives a name and judges nothing.
        let calls = |at: usize| view.looks_instrumental(at) && !view.is_capital(at);
        // «рукопись «Последний паром»», «дочь Агатой», «улицу именем поэта»
        let judges = content
            .clone()
            .take(JUDGED)
            .take_while(|&at| {
                !view.is_quotation_mark(at) && view.function(at) != Some(Function::Meaning)
            })
            .any(calls)
            || (self.from..token)
                .any(|at| calls(at) || at == self.from && view.looks_instrumental(at));
        if view.words(content.clone()) < 2 || !judges {
            return None;
        }
        // «Важным направлением министр назвал …»: what it is called stands first.
        let fronted = view.trimmed(self.from..token);
        let fronted_end = fronted
            .clone()
            .skip(1)
            .find(|&at| {
                view.is_capital(at)
                    || view.sense(at).noun.is_some()
                    || view.sense(at).pronoun.is_some()
                    || at + 1 == token && view.can_be_subject(at, cue.form)
            })
            .unwrap_or(fronted.start);
        let fronted = fronted.start..fronted_end;
        let mut parts = Vec::new();
        if view.words(fronted.clone()) > 1 && view.looks_instrumental(fronted.start) {
            parts.push(fronted);
        }
        parts.push(content);
        self.push(parts, Some(token), site, vec![Evidence::Judgement, Evidence::VerbBefore]);
        Some(end)
    }

    /// «обвинил мэра в обмане»: whom, and of what; «признался в обмане».
    pub(super) fn accusation(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token).filter(|cue| cue.takes(Takes::Accusation))?;
        if cue.form == Form::Participle {
            return None;
        }
        let start = token + 1;
        let of = (start..self.sentence.end.min(start + GAP))
            .take_while(|&at| !view.looks_finite(at) || view.is_oblique_adjective(at))
            .find(|&at| view.function(at) == Some(Function::In))?;
        // «мэра обвиняют в обмане» names nobody who does.
        let is_object =
            view.words(start..of) == 0 || view.function(start) == Some(Function::Filler);
        if cue.form == Form::Plural && is_object && !cue.takes(Takes::Own) {
            return None;
        }
        // «признался следствию в обмане»: of what alone; «признался в письме» tells where.
        let is_place =
            self.is_day(of) || view.sense(of + 1).noun.is_some_and(|noun| noun.kind.is_document());
        if cue.takes(Takes::Own) && is_place {
            return None;
        }
        let start = if cue.takes(Takes::Own) { of } else { start };
        let limit = self.content_end(of);
        if self.is(token, Taken::Author) || (start..limit).any(|at| self.is(at, Taken::Speech)) {
            return None;
        }
        let end = self.noun_end(of..limit);
        let site = Site::Clause { block: view.number, tokens: self.from..start, cue: token };
        self.report(start..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }

    /// Where what a noun tells ends: «заявил об уходе и закрыл дверь», «…, однако его не услышали».
    pub(super) fn noun_end(&self, tokens: Range<usize>) -> usize {
        let view = self.view;
        let mut has_infinitive = false;
        for at in tokens.clone() {
            has_infinitive |= view.looks_infinitive(at);
            // «об аварии, случившейся накануне»
            let is_day = at > tokens.start && self.is_day(at) && !view.looks_participle(at - 1);
            if !has_infinitive && is_day {
                return at;
            }
            let goes_on = match view.word(at) {
                // «заявил об уходе; в ответ …»
                ";" => true,
                // «… (здесь он согласен с мэром)»
                "(" => self.is_sentence(at),
                // «назвал его лучшим, сравнивая с …», «обвинил в краже, а также в обмане»
                "," => {
                    // «заявил об уходе, что удивило мэра»
                    let tells_more = view.function(at + 1) == Some(Function::That)
                        && (view.word(at + 2) == "," || view.looks_finite(at + 2));
                    let adds = view.function(at + 2) == Some(Function::Filler)
                        && !self.has_verb(at + 2..tokens.end);
                    view.function(at + 1) == Some(Function::And) && !adds
                        || view.looks_gerund(at + 1) && !has_infinitive
                        || self.is_verb(at + 1)
                        || tells_more
                }
                // «… и до последнего времени молчал», «… и, получив поддержку, ушёл»
                _ => {
                    view.function(at) == Some(Function::And)
                        && (view.word(at + 1) == "," || self.has_verb(at + 1..tokens.end))
                }
            };
            if goes_on {
                return at;
            }
            // «… о планах, что он вернётся и выступит»: the noun's own clause goes on.
            if matches!(view.function(at), Some(Function::That | Function::Relative)) {
                return tokens.end;
            }
        }
        tokens.end
    }

    /// Whether the day opens here on which something was claimed: «в среду», «5 марта», «вчера».
    fn is_day(&self, token: usize) -> bool {
        let view = self.view;
        let opens = view.function(token) == Some(Function::In) || view.is_number(token);
        let day = token + usize::from(opens);
        // «накануне сражения»
        let is_before = day == token
            && view.is_lower(day + 1)
            && view.sense(day + 1) == Sense::default()
            && !view.looks_finite(day + 1)
            && !view.is_adverb(day + 1);
        view.function(day) == Some(Function::Day) && !is_before
    }

    /// Whether a finite verb stands among the first of these tokens, before any comma.
    fn has_verb(&self, tokens: Range<usize>) -> bool {
        let view = self.view;
        tokens
            .take(PREDICATE)
            .take_while(|&at| view.is_word(at) || view.is_number(at))
            .any(|at| self.is_verb(at))
    }

    /// Whether the token is a finite verb by its ending, and neither an adjective nor a noun.
    fn is_verb(&self, token: usize) -> bool {
        let view = self.view;
        let sense = view.sense(token);
        view.looks_finite(token)
            && !view.is_oblique_adjective(token)
            && sense.noun.is_none()
            && sense.function.is_none()
    }

    /// «заявил о своём уходе»: the claim as a noun.
    pub(super) fn claim(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token)?;
        let about = (token + 1..(token + ABOUT).min(self.sentence.end))
            .take_while(|&at| view.cue(at).is_none())
            .take_while(|&at| view.is_word(at) || view.is_quotation_mark(at))
            .find(|&at| view.function(at) == Some(Function::About))?;
        let is_own = view.function(about + 1) == Some(Function::Own)
            && view.finite_cue(token, Takes::Own).is_some();
        // «не сообщают о причинах», «сообщалось о жертвах», «журналист, сообщивший о …»
        let is_told = cue.takes(Takes::About)
            && !matches!(cue.form, Form::Participle | Form::Place)
            && !self.is_denied(token);
        if !(is_told || is_own) {
            return None;
        }
        if self.is(token, Taken::Author)
            || matches!(
                view.function(about + 1),
                Some(Function::This | Function::Thought | Function::InIt | Function::Oneself)
            )
            || view.sense(about + 1).is_personal()
        {
            return None;
        }
        let end = self.noun_end(about..self.content_end(about));
        let end = self.main_clause(token, about..end);
        let end = self.then(token, about..end);
        let site = Site::Clause { block: view.number, tokens: self.from..about, cue: token };
        self.report(about..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }
}
