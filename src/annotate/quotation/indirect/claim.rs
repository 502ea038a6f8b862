//! What is claimed, as a noun: «заявил о своём уходе».

use std::ops::Range;

use crate::annotate::quotation::draft::{Site, Taken};
use crate::annotate::quotation::view::REACH;
use crate::article::{BlockKind, Evidence};
use crate::language::speech::{Form, Function, Sense, Takes};

use super::{GAP, Scan};

/// How far the preposition of a claim can stand from its word of saying, in tokens: «сообщил вчера в сети о …».
const ABOUT: usize = 10;

/// How far behind its verb the preposition of a noun and a clause can stand, in tokens: «пожаловались мэру на …».
const PAIRED: usize = 5;

/// How far behind a comma the second word in the instrumental can stand, in tokens: «а дорогу плохой».
const SHARED: usize = 4;

impl Scan<'_> {
    /// «заявил о своём уходе»: the claim as a noun.
    pub(super) fn claim(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        let cue = view.cue(token)?;
        let about = (token + 1..(token + ABOUT).min(self.sentence.end))
            .take_while(|&at| view.cue(at).is_none())
            .take_while(|&at| view.is_word(at) || view.is_quotation_mark(at))
            .find(|&at| view.function(at) == Some(Function::About))?;
        // A headline tells what was done: «Ильин объявил об уходе».
        if view.block.kind == BlockKind::Headline && cue.takes(Takes::About) {
            return None;
        }
        // «говорят о 340 задержанных»
        let is_counted = view.is_number(about + 1) && cue.takes(Takes::That);
        // «не сообщают о причинах», «сообщалось о жертвах», «журналист, сообщивший о …»
        // «сообщает об аварии, случившейся утром. На мосту столкнулись …»: the clause tells it.
        let next = self.told_next(about).filter(|_| cue.takes(Takes::That));
        let is_told = (cue.takes(Takes::About) || is_counted || next.is_some())
            && !matches!(cue.form, Form::Participle | Form::Place)
            && !self.is_denied(token);
        if !is_told {
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
        if let Some(next) = next {
            let because = vec![Evidence::VerbBefore];
            self.report(next, Some(token), site, because);
            return Some(self.sentence.end);
        }
        // «сообщила о порядке прощания:»
        if view.word(end) == ":" && end + 1 >= self.sentence.end {
            return None;
        }
        // «сообщает об аварии: на мосту столкнулись два трамвая»
        let close = self.content_end((end + 1).min(self.sentence.end));
        let is_told = !(end..close).any(|at| self.is(at, Taken::Speech));
        if view.word(end) == ":" && end + 1 < close && is_told {
            let because = vec![Evidence::Colon, Evidence::VerbBefore];
            self.report(end + 1..close, Some(token), site, because);
            return Some(close);
        }
        // «объявил об уходе» names the news, «объявил об уходе из клуба» tells it.
        if view.words(about..end) <= 2 {
            return None;
        }
        self.report(about..end, Some(token), site, vec![Evidence::Claim, Evidence::VerbBefore]);
        Some(end)
    }

    /// The next sentence, where it tells what the noun that closes this one announces: «Газета сообщает об аварии,
    /// случившейся утром. На мосту столкнулись два трамвая.»
    fn told_next(&self, about: usize) -> Option<Range<usize>> {
        let view = self.view;
        let end = self.sentence.end;
        let happened = (about..end.min(about + GAP))
            .find(|&at| view.function(at) == Some(Function::Happened))?;
        let closes = view.word(happened - 1) == ","
            && (happened..end).all(|at| view.word(at) != "," && !view.looks_finite(at));
        let next = view.sentence(self.sentence.end);
        let has_source = view.function(next.start) == Some(Function::As) || self.cites(next.start);
        let is_plain = next.start == self.sentence.end
            && !has_source
            && next.clone().take(REACH).all(|at| !self.is(at, Taken::Speech))
            && next.clone().take(REACH).any(|at| self.has_finite(at));
        (closes && is_plain).then_some(next)
    }

    /// «пожаловались на духоту и на то, что …», «говорил о долгах и о том, что …»: a noun and a clause behind the same
    /// preposition.
    pub(super) fn paired(&mut self, token: usize) -> Option<usize> {
        let view = self.view;
        view.finite_cue(token, Takes::That).filter(|cue| cue.form != Form::Place)?;
        let limit = self.sentence.end.min(token + GAP);
        let start = (token + 1..limit.min(token + PAIRED))
            .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
            .find(|&at| view.is_preposition(at))?;
        let that = (start + 1..limit)
            .take_while(|&at| view.cue(at).is_none() && !self.is(at, Taken::Speech))
            .find(|&at| view.function(at) == Some(Function::That))?;
        let is_pair = that > start + 4
            && (start..that - 1).all(|at| view.is_word(at) || view.is_number(at))
            && view.word(that - 1) == ","
            && matches!(view.function(that - 2), Some(Function::Thought | Function::Correlate))
            && view.block.folded(that - 3) == view.block.folded(start)
            && view.function(that - 4) == Some(Function::And);
        if !is_pair || self.is(token, Taken::Author) || self.is_denied(token) {
            return None;
        }
        let end = self.second_predicate(token, that + 1..self.content_end(that + 1));
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
            // «об аварии, случившейся накануне», «о закрытии моста с 1 мая»
            let is_whose = |at: usize| view.looks_participle(at) || view.is_preposition(at);
            let before = at.saturating_sub(1 + usize::from(view.is_number(at.saturating_sub(1))));
            let is_day = at > tokens.start && self.is_day(at) && !is_whose(before);
            if !has_infinitive && is_day {
                return at;
            }
            let goes_on = match view.word(at) {
                // «заявил об уходе; в ответ …»
                ";" => true,
                // «назвал переезд дорогим: на вывески уйдёт миллион»
                ":" => {
                    let rest = at + 1..tokens.end.min(at + REACH);
                    rest.clone().any(|at| self.is_verb(at))
                        && !rest.clone().any(|at| self.is(at, Taken::Speech))
                }
                // «… (здесь он согласен с мэром)»
                "(" => self.is_sentence(at),
                // «назвал его лучшим, сравнивая с …», «обвинил в краже, а также в обмане»
                "," => {
                    // «заявил об уходе, что удивило мэра»
                    let tells_more = view.function(at + 1) == Some(Function::That)
                        && (view.word(at + 2) == "," || view.looks_finite(at + 2));
                    // «назвал мост красивым, а дорогу плохой»
                    let shares = (tokens.start..at).any(|at| view.looks_instrumental(at))
                        && (at + 2..tokens.end.min(at + SHARED))
                            .any(|at| view.looks_instrumental(at));
                    let adds = (shares || view.function(at + 2) == Some(Function::Filler))
                        && !self.has_verb(at + 2..tokens.end);
                    // «оценил состояние как тяжёлое, его жизни ничто не угрожает»
                    let is_another = view.sense(at + 1).pronoun.is_some()
                        && view.function(at + 1).is_none()
                        && self.has_verb(at + 1..tokens.end);
                    // «назвал бедой нехватку врачей, а не дорог»
                    let sets_apart = view.function(at + 2) == Some(Function::Not)
                        && !self.has_verb(at + 3..tokens.end);
                    is_another
                        || view.function(at + 1) == Some(Function::And)
                            && !adds
                            && !sets_apart
                            && !self.contrasts(tokens.start, at)
                        || view.looks_gerund(at + 1) && !has_infinitive
                        || self.is_verb(at + 1)
                        || tells_more
                }
                // «… и до последнего времени молчал», «… и, получив поддержку, ушёл»
                _ => {
                    view.function(at) == Some(Function::And)
                        && (view.word(at + 1) == ","
                            // «упрекнул мэра в обмане и отказался платить»
                            || view.function(at + 1) == Some(Function::Refusing)
                            || self.has_verb(at + 1..tokens.end))
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
    pub(super) fn is_day(&self, token: usize) -> bool {
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
}
