//! Where the author goes on behind what is reported: «…, добавив, что …», «…, а Петров заявил, что …», «…, однако это
//! опровергли».

use std::ops::Range;

use crate::language::speech::{Case, Form, Function, Noun, Sense, Takes};

use super::{GAP, Scan, Taken, according, writing};

/// How far behind «но» what is not said can stand: «…, но подробностей пока не раскрыли».
const DENIED: usize = 5;

/// How far behind «однако» it stands whether what was reported is so, in tokens.
const WEIGHED: usize = 10;

/// The forms of a verb by which its subject is known.
const FORMS: [Form; 3] = [Form::Masculine, Form::Feminine, Form::Plural];

/// How far behind «на что» the word of the reply can stand, in tokens.
const REPLY: usize = 7;

/// How far behind its word of saying «о» can stand, in tokens: «сообщает сегодня о …».
const CLAIM: usize = 4;

/// How far into its clause the comma before who says so can stand, in tokens: «сбор с лодок, обещал он, …».
const ASIDE: usize = 6;

impl Scan<'_> {
    /// Whether at this comma the author goes on: «…, добавив, что …», «…, а Петров заявил, что …»,
    /// «…, передает агентство».
    pub(super) fn another_clause(&self, comma: usize) -> bool {
        let view = self.view;
        let next = comma + 1 + usize::from(view.is_dash(comma + 1));
        // «…, не раскрывая подробностей», «…, ссылаясь на врачей»
        let denied = view.cue(next + 1).filter(|_| view.function(next) == Some(Function::Not));
        let telling = next + usize::from(view.function(next) == Some(Function::Not));
        if denied.is_some_and(|cue| cue.form == Form::Gerund && cue.takes(Takes::That))
            || matches!(view.function(telling), Some(Function::Telling | Function::Reference))
        {
            return !self.is_within(comma);
        }
        // «…, следует из его письма»
        if view.function(next) == Some(Function::Follows) && self.cites(next) {
            return true;
        }
        if let Some(cue) = view.cue(next) {
            // «…, упирая на то, что …»
            if cue.form == Form::Gerund && self.conjunction(next).is_some() {
                return true;
            }
            // «…, призвал воздержаться»
            if view.finite_cue(next, Takes::Infinitive).is_some() && self.asked(next).is_some() {
                return true;
            }
            return cue.takes(Takes::That)
                && !cue.takes(Takes::Loose)
                && (cue.form == Form::Gerund
                    || cue.form != Form::Participle && self.is_aside(next));
        }
        if self.verbless(comma).is_some() {
            return true;
        }
        // «…, хотя ранее утверждал, что …»
        if view.function(next) == Some(Function::Subordinate) {
            let verb = next + 1 + usize::from(view.function(next + 1) == Some(Function::Filler));
            return view.finite_cue(verb, Takes::Direct).is_some()
                && self.conjunction(verb).is_some();
        }
        // «…, которая, по словам его сторонников, …»
        if view.function(next) == Some(Function::Relative) && view.word(next + 1) == "," {
            return self.cites(next + 2);
        }
        // «…, по которому …» behind a law, to the end
        if self.tells_law(next) {
            return !(next..self.sentence.end).any(|at| view.word(at) == ",");
        }
        // «…, согласно которому …»
        if view.function(next) == Some(Function::AccordingSource) {
            return view.function(next + 1) == Some(Function::Relative);
        }
        // «поступит так, как решит совет», «так же, как решил совет»
        let is_so = |at: usize| view.function(at) == Some(Function::So);
        if view.function(next) == Some(Function::As)
            && !is_so(comma - 1)
            && !is_so(comma.saturating_sub(2))
        {
            // «…, как сообщалось ранее, …» names nobody.
            return (next + 1..next + 5).any(|at| {
                let is_placed = view.function(at + 1) == Some(Function::In);
                view.finite_cue(at, Takes::That)
                    .is_some_and(|cue| cue.form != Form::Place || is_placed)
            });
        }
        let opens = matches!(view.function(next), Some(Function::In | Function::Preposition))
            && view.function(next + 1) != Some(Function::Correlate);
        // «…, на что тот ответил»
        let replies = || {
            view.function(next + 1) == Some(Function::That)
                && (next + 2..next + REPLY).any(|at| view.finite_cue(at, Takes::Direct).is_some())
        };
        if opens && replies() {
            return true;
        }
        // «…, в министерстве говорят о трёх месяцах»
        // «…, в министерстве просят подождать»
        let told_there = |at: usize| {
            let says = |takes: Takes| {
                view.finite_cue(at, takes).is_some_and(|cue| cue.form == Form::Plural)
            };
            says(Takes::Direct) && view.function(at + 1) == Some(Function::About)
                || says(Takes::Infinitive) && self.asked(at).is_some()
        };
        if view.function(next) == Some(Function::In) && (next..next + ASIDE).any(told_there) {
            return true;
        }
        // «…, местные власти называют это «…»»
        let is_thing = |at: usize| view.is_capital(at) || view.sense(at).noun.is_some();
        let described = view.is_adjective(next) && !view.is_oblique_adjective(next);
        if is_thing(next) || described && is_thing(next + 1) || opens {
            return self.another_cue(next);
        }
        if view.function(next) == Some(Function::And) {
            // «…, но, по его словам, …»
            let phrase = next + 1 + usize::from(view.word(next + 1) == ",");
            // «…, но сбор, по его словам, …»
            if self.cites(phrase) || self.holds_aside(next + 1) {
                return true;
            }
            // «…, однако это опровергли», «…, но эта информация не подтвердилась»
            if self.weighs(next + 1) {
                return true;
            }
            // «…, и объясняют …», «…, однако также не сообщил …»
            let also = next + 1 + usize::from(view.function(next + 1) == Some(Function::Filler));
            let verb = also + usize::from(view.function(also) == Some(Function::Not));
            // «…, и обещая, что …»
            let adds = view.cue(also).is_some_and(|cue| cue.form == Form::Gerund)
                && self.conjunction(also).is_some();
            if adds || self.says_no_more(also) {
                return true;
            }
            // «…, но считает его опасным»: so does what is reported.
            let is_view = || {
                let cue = view.finite_cue(verb, Takes::Name);
                cue.is_some_and(|cue| cue.form == Form::Singular && cue.takes(Takes::That))
                    && self.conjunction(verb).is_none()
                    && !(verb + 1..verb + CLAIM).any(|at| self.is(at, Taken::Speech))
            };
            let says = view.finite_cue(verb, Takes::Direct);
            return says.is_some_and(|cue| !cue.takes(Takes::Loose)) && !is_view()
                || self.another_cue(next + 1);
        }
        false
    }

    /// Whether the clause goes on with its verb behind what a gerund opens at this comma: «все, не исключая школ, закрыли».
    fn is_within(&self, comma: usize) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(comma + GAP);
        let close = (comma + 1..limit).find(|&at| view.word(at) == ",");
        close.is_some_and(|close| {
            let not = usize::from(view.function(close + 1) == Some(Function::Not));
            view.looks_finite(close + 1 + not) && view.cue(close + 1 + not).is_none()
        })
    }

    /// Whether the author goes on here with what is not said: «…, но подробностей не раскрыли», «…, но от
    /// комментариев отказался».
    fn says_no_more(&self, start: usize) -> bool {
        let view = self.view;
        let takes = [Takes::That, Takes::Direct, Takes::Name];
        let says = |at: usize| takes.iter().any(|&takes| view.finite_cue(at, takes).is_some());
        let denied = (start..start + DENIED).take_while(|&at| view.is_word(at)).find(|&at| {
            view.function(at) == Some(Function::Refusing)
                || view.function(at) == Some(Function::Not) && says(at + 1)
        });
        let is_subject = |at: usize| {
            let sense = view.sense(at);
            sense.noun.is_some_and(|noun| noun.is_in(Case::Nominative))
                || sense.pronoun.is_some()
                || view.is_capital(at)
                || sense == Sense::default()
                    && FORMS.iter().any(|&form| view.can_be_subject(at, form))
        };
        // «…, но сам он от ответа уклонился»
        let is_himself = |at: usize| view.sense(at).is_himself;
        denied.is_some_and(|denied| {
            (start..denied).any(is_himself) || !(start..denied).any(is_subject)
        })
    }

    /// Whether the clause that begins here says whether what was reported is so: «потом это опровергли», «эта
    /// информация не подтвердилась», «позже выяснилось, что …».
    pub(super) fn weighs(&self, start: usize) -> bool {
        let view = self.view;
        let clause = start..self.sentence.end.min(start + WEIGHED);
        let is_report = |at: usize| {
            view.function(at) == Some(Function::Demonstrative)
                && view.function(at + 1) == Some(Function::News)
        };
        // «следователи в этом сомневаются», «он это отрицает»
        let is_this =
            |at: usize| matches!(view.function(at), Some(Function::This | Function::Copula));
        let says = |at: usize| {
            view.finite_cue(at, Takes::That).is_some_and(|cue| !cue.takes(Takes::Loose))
                && self.conjunction(at).is_none()
        };
        // «лесорубы с ними не согласны»
        let disagrees = |at: usize| {
            view.function(at) == Some(Function::Not)
                && view.looks_short(at + 1)
                && at > start + 1
                && view.is_preposition(at - 2)
                && matches!(view.function(at - 1), Some(Function::InIt | Function::InThem))
        };
        let words = clause.take_while(|&at| view.is_word(at));
        words.clone().any(disagrees)
            || words
                .clone()
                .any(|at| view.function(at) == Some(Function::Weighing) || is_report(at))
            || words.clone().any(is_this) && words.clone().any(says)
    }

    /// Whether a clause that begins here has a word of saying and what it takes.
    pub(super) fn another_cue(&self, start: usize) -> bool {
        self.another_clause_of(start, true)
    }

    /// The same, be it also by what is asked or by a word of saying alone.
    pub(super) fn another_clause_of(&self, start: usize, by_request: bool) -> bool {
        let view = self.view;
        let limit = self.sentence.end.min(start + 14);
        let clause = start..limit;
        // «…, жители, которые там были, жалуются на то, что …»: what tells more of the subject is no part.
        let comma = clause.clone().find(|&at| view.word(at) == ",");
        let behind = comma
            .filter(|&comma| {
                let next = comma + 1;
                view.function(next) == Some(Function::Relative) || view.looks_participle(next)
            })
            .and_then(|comma| {
                (comma + 1..self.sentence.end.min(comma + GAP)).find(|&at| view.word(at) == ",")
            })
            .map_or(limit..limit, |close| close + 1..self.sentence.end.min(close + 14));
        let before_comma =
            |tokens: Range<usize>| tokens.take_while(|&at| !matches!(view.word(at), "," | ";"));
        // «по словам мэра, людей предупредили о паводке»: nobody says by whom.
        let is_unsaid = |at: usize| {
            view.verb_form(at) == Some(Form::Plural)
                && !(start..at).any(|at| {
                    view.can_be_subject(at, Form::Plural) || view.sense(at).pronoun.is_some()
                })
        };
        // «по оценке врачей, опыты показывают, что …»: a thing shows it and says nothing.
        let says = |at: usize| {
            let is_somebody = |at: usize| {
                let sense = view.sense(at);
                let speaks = |noun: Noun| noun.kind.is_human() || noun.kind.is_body();
                view.is_capital(at) || sense.is_personal() || sense.noun.is_some_and(speaks)
            };
            // «опыт Литвы показывает», «опыт соседней Литвы показывает»
            let whose = start + 1 + usize::from(view.is_oblique_adjective(start + 1));
            let is_things = || self.is_thing(start..at.min(start + 1)) && view.is_capital(whose);
            view.finite_cue(at, Takes::Direct).is_some_and(|cue| {
                !cue.takes(Takes::Loose) || (start..at).any(is_somebody) && !is_things()
            })
        };
        before_comma(clause).chain(before_comma(behind)).any(|at| {
            // What somebody hopes or thinks may be part of what is reported; what is said is not.
            says(at) && (self.conjunction(at).is_some() || self.leads_to_speech(at))
                || !is_unsaid(at)
                    && (by_request
                        && view.finite_cue(at, Takes::Infinitive).is_some()
                        && self.asked(at).is_some()
                        || self.is_request(at)
                        // «…, полиция сообщает о двух тысячах»
                        || by_request && self.claims(at))
                || view.finite_cue(at, Takes::Name).is_some()
                    && (at + 1..at + 4).any(|at| self.is(at, Taken::Speech))
        })
    }

    /// Whether a colon and the very words stand right behind this word of saying: «…, а она заметила: «…»».
    fn leads_to_speech(&self, cue: usize) -> bool {
        let (view, open) = (self.view, cue + 2);
        view.word(cue + 1) == ":"
            && view.is_quotation_mark(open)
            && self.is(open + 1, Taken::Speech)
    }

    /// Whether few words stand here before who says so: «…; сбор, обещал он, …», «…; сбор, по его словам, …».
    pub(super) fn holds_aside(&self, start: usize) -> bool {
        let view = self.view;
        let says = |at: usize| {
            let subject = view.sense(at + 1);
            view.finite_cue(at, Takes::That).is_some()
                && (subject.is_personal() || subject.noun.is_some() || view.is_capital(at + 1))
        };
        // «…, и теперь, как полагают, …»
        let is_thought = |at: usize| {
            view.function(at) == Some(Function::As)
                && view.finite_cue(at + 1, Takes::That).is_some()
                && view.word(at + 2) == ","
        };
        (start..self.sentence.end.min(start + ASIDE)).any(|at| {
            view.word(at) == "," && (says(at + 1) || self.cites(at + 1) || is_thought(at + 1))
        })
    }

    /// Whether a word of saying stands here whose claim is a noun: «сообщает о двух тысячах».
    pub(super) fn claims(&self, cue: usize) -> bool {
        let view = self.view;
        let about = (cue + 1..cue + CLAIM)
            .take_while(|&at| view.is_word(at) && view.cue(at).is_none())
            .find(|&at| view.function(at) == Some(Function::About));
        view.finite_cue(cue, Takes::About).is_some_and(|cue| cue.form.is_finite())
            && about.is_some_and(|about| view.function(about + 1) != Some(Function::This))
    }

    /// Whether a source that says so begins here, and no rule by which it is so: «по словам мэра», but not «согласно
    /// закону».
    pub(super) fn cites(&self, token: usize) -> bool {
        let view = self.view;
        according::at(view, token)
            .is_some_and(|found| !writing::is_rule(view, token, &found.source))
    }
}
