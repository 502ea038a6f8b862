//! What commas set off beside a subject: «источник, знакомый с делом, говорит», «министр, который заявил».

use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind};

use super::{Attributor, Candidate, Who, nominal, phrase};

/// How far a relative pronoun can stand from its verb, in tokens.
const RELATIVE: usize = 10;

/// How far before its noun the comma can stand that sets off what a subject was or is besides, in tokens.
const ASIDE: usize = 5;

impl Attributor<'_> {
    /// Of whom a relative clause tells: «процитировала министра, который заявил, …».
    pub(super) fn told_of(
        &self,
        block: usize,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH / 2));
        // «подговорили Ильина, который вышел, закричав: «…»»: the gerund's verb tells of him.
        if form == Form::Gerund {
            let comma = cue.checked_sub(1).filter(|&at| view.word(at) == ",")?;
            let verb = (start..comma)
                .rev()
                .take_while(|&at| view.word(at) != ",")
                .find(|&at| view.looks_finite(at) && view.verb_form(at).is_some())?;
            return self.told_of(block, start, verb, view.verb_form(verb)?);
        }
        let relative = (start..cue)
            .rev()
            .take(RELATIVE)
            .take_while(|&at| view.word(at) != "," && self.nominal(block, at, form).is_none())
            .find(|&at| view.function(at) == Some(Function::Relative))?;
        // «поручено комиссии, глава которой заявил»
        if let Some(head) = relative.checked_sub(1).filter(|&at| nominal::is_whose(view, at)) {
            let who = Who::Noun(head, form);
            let is_human = view.sense(head).is_human();
            let tokens = head..head + 1;
            return is_human.then_some(Candidate { who, case: Case::Nominative, block, tokens });
        }
        let opens = self.clause_start(block, start, relative)?;
        if !matches!(form, Form::Masculine | Form::Feminine | Form::Plural | Form::Singular)
            // «который» declines as an adjective does.
            || !view.is_adjective(relative)
            || view.is_oblique_adjective(relative)
        {
            return None;
        }
        // «займёт в совете место, которое назвал «…»»: whom the main clause tells of.
        let agrees = form == Form::Singular
            || view.speech().looks_nominative_adjective(view.block.folded(relative), form);
        if !agrees {
            return self.before(block, start, opens - 1, form);
        }
        self.before_comma(block, start, opens, form)
    }

    /// Of whom the relative clause tells that has the name at this token for its subject, where he does something behind
    /// it: «Ильин, чей иск отклонил Белов, подал жалобу. Он …».
    pub(super) fn told_of_by_clause(&self, block: usize, name: usize, form: Form) -> Option<usize> {
        let view = &self.views[block];
        let sentence = view.sentence(name);
        let start = sentence.start.max(name.saturating_sub(REACH / 4));
        let comma = (start..name).rev().find(|&at| view.word(at) == ",")?;
        let opens = (comma + 1..comma + 4).any(|at| view.function(at) == Some(Function::Relative));
        let close = (name..sentence.end.min(name + REACH / 4)).find(|&at| view.word(at) == ",")?;
        let (person, _) = (start..comma).find_map(|at| {
            self.person_at(block, at)
                .filter(|&(person, end)| end == comma && self.is_nominative(person, block, at..end))
        })?;
        let is_meant = self.agrees(person, form) && !self.named_in_words.contains(&person);
        (opens && view.looks_finite(close + 1) && is_meant).then_some(person)
    }

    /// What opens behind a comma with the relative pronoun at this token, or with the one that «и» joins
    /// it to: «сосед певца, дом которого стоит рядом и который уверяет».
    fn clause_start(&self, block: usize, start: usize, relative: usize) -> Option<usize> {
        let view = &self.views[block];
        let is_comma = |at: usize| at > start && view.word(at - 1) == ",";
        if is_comma(relative) {
            return Some(relative);
        }
        let and = relative.checked_sub(1).filter(|&at| view.function(at) == Some(Function::And))?;
        let first = (start..and)
            .rev()
            .find(|&at| view.function(at) == Some(Function::Relative) && view.is_adjective(at))?;
        [first, first.saturating_sub(1)].into_iter().find(|&at| is_comma(at))
    }

    /// Whom a participle tells of behind a comma in another case than the nominative: «оправдал Петра
    /// Ильина, заявившего, …».
    pub(super) fn told_by_participle(
        &self,
        block: usize,
        start: usize,
        cue: usize,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH / 2));
        let opens = (start + 1..=cue)
            .rev()
            .take_while(|&at| {
                at == cue || view.function(at) == Some(Function::Filler) || view.is_adverb(at)
            })
            .find(|&at| view.word(at - 1) == ",")?;
        let is_told = view.cue(cue)?.form == Form::Participle && view.is_oblique_adjective(cue);
        is_told.then(|| self.before_comma(block, start, opens, Form::Gerund)).flatten()
    }

    /// Who did what is told before the gerund `cue`, where the object stands first: «Указ подписал Пётр Ильин,
    /// отметив».
    pub(super) fn behind_verb(&self, block: usize, from: usize, cue: usize) -> Option<Candidate> {
        let view = &self.views[block];
        let end = cue.min(from + REACH / 4);
        let verb = (from..end).find(|&at| view.word(at) == "," || view.looks_finite(at))?;
        (verb..end)
            .take_while(|&at| view.word(at) != ",")
            .filter_map(|at| self.nominal(block, at, Form::Gerund))
            .find(|found| self.is_human(found))
            .map(|found| self.completed(found, cue, Form::Gerund))
    }

    /// Whether these words that pass for a name end in a person's in another case than the nominative: «Гимнастку Веру
    /// Белову».
    pub(super) fn is_named_object(&self, found: &Candidate) -> bool {
        let (block, tokens) = (found.block, &found.tokens);
        matches!(found.who, Who::Name)
            && (tokens.start + 1..tokens.end).any(|at| {
                self.person_at(block, at).is_some_and(|(person, end)| {
                    end == tokens.end && !self.is_nominative(person, block, at..end)
                })
            })
    }

    /// The subject behind the words in marks that a clause ends at: «Ильина называет «гением» режиссёр Белов».
    pub(super) fn behind_marks(
        &self,
        block: usize,
        open: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let end = view.sentence(cue).end.min(open + REACH);
        let close = (open + 1..end)
            .take_while(|&at| self.is_speech(block, at) || view.is_quotation_mark(at))
            .last()?;
        let found = (close + 1..end)
            .take_while(|&at| view.is_word(at))
            .find_map(|at| self.nominal(block, at, form))?;
        self.is_human(&found).then(|| self.completed(found, end, form))
    }

    /// The subject of the main clause behind the gerund or participle `cue` that opens the sentence: «Заявив, что
    /// лёд тонок, мэр ушёл», «Обещавший «вернуться» певец уехал».
    pub(super) fn of_main_clause(&self, block: usize, cue: usize, form: Form) -> Option<Candidate> {
        let view = &self.views[block];
        let start = view.sentence(cue).start;
        let end = view.sentence(cue).end.min(cue + REACH);
        let is_told = (start..cue).any(|at| view.looks_finite(at));
        let (is_open, is_participle) = (cue < start + REACH / 4, form == Form::Participle);
        if is_told || !is_open || is_participle && view.is_oblique_adjective(cue) {
            return None;
        }
        let subject = |at: usize| {
            let found = self.nominal(block, at, Form::Gerund)?;
            let found = self.completed(found, end, Form::Gerund);
            let is_who = self.is_human(&found)
                || self.is_body(&found)
                || matches!(found.who, Who::Pronoun(_));
            (is_who && !self.is_speech(block, at)).then_some(found)
        };
        if is_participle {
            return (cue + 1..end).take_while(|&at| view.word(at) != ",").find_map(subject);
        }
        (cue + 1..end).rev().filter(|&at| view.word(at) == ",").find_map(|comma| {
            let head = view.head(comma + 1..end)?;
            subject(head).filter(|found| (found.tokens.end..end).any(|at| view.looks_finite(at)))
        })
    }

    /// Who is named right before the comma that stands before this token.
    fn before_comma(
        &self,
        block: usize,
        start: usize,
        relative: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        // «принадлежит к меньшинству, считающему, …»: the one counted among them.
        let is_many =
            |at: usize| view.sense(at).noun.is_some_and(|noun| noun.kind == NounKind::Quantity);
        let words = (start..relative - 1).rev().take(REACH / 4);
        words.take_while(|&at| !is_many(at)).find_map(|at| {
            if let Some((person, end)) = self.person_at(block, at) {
                // «помиловал Петра Ильина, своего союзника, который называл …»
                let is_apposed = view.word(end) == ","
                    && (end + 1..relative - 1).all(|at| {
                        view.is_word(at) && !view.looks_finite(at) && !view.is_capital(at)
                    })
                    && view.is_oblique_adjective(end + 1);
                let fits = (end == relative - 1 || is_apposed) && self.agrees(person, form);
                return fits.then_some(Candidate {
                    who: Who::Person(person),
                    case: Case::Genitive,
                    block,
                    tokens: at..end,
                });
            }
            // «на портале появилась петиция, которая предлагает …»: a writing right before.
            let noun = view
                .sense(at)
                .noun
                .filter(|noun| !noun.kind.is_document() || at + 2 == relative)?;
            // «о встрече с поэтом, сообщила та, которая …»: another than who stands before a comma more.
            if (at..relative - 1).any(|at| view.word(at) == ",") {
                return None;
            }
            let fits = match form {
                Form::Plural => noun.plural || !noun.singular,
                Form::Singular => noun.singular,
                Form::Gerund => true,
                form => noun.singular && noun.gender == form,
            };
            fits.then(|| Candidate {
                who: Who::Noun(at, form),
                case: Case::Genitive,
                block,
                tokens: phrase::extent(view, at, relative - 1),
            })
        })
    }

    /// The subject that a clause parts from its verb: «защитник, ссылаясь на то, что клиент болен, попросил».
    pub(super) fn before_aside(
        &self,
        block: usize,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Option<Candidate> {
        let view = &self.views[block];
        let start = start.max(cue.saturating_sub(REACH));
        if cue == 0 || view.word(cue - 1) != "," || view.has(Habit::SubjectFirst) {
            return None;
        }
        let opens = |at: usize| {
            let preposition = view.is_preposition(at);
            let relative = at + usize::from(preposition);
            let is_clause =
                |at: usize| matches!(view.function(at), Some(Function::Relative | Function::That));
            // «Ильин, слова которого приводит газета, считает»
            let behind = is_clause(at + 1) && view.is_oblique_adjective(at + 1);
            // «тренер на вопрос, есть ли смысл менять игрока, ответил»
            let asks =
                matches!(view.function(at), Some(Function::Question | Function::Subordinate))
                    || view.function(at + 1) == Some(Function::Whether);
            view.may_be_gerund(at) || is_clause(relative) || behind || asks
        };
        let next = |at: usize| (at..cue).find(|&at| view.word(at) == ",").unwrap_or(cue);
        let comma = (start..cue - 1).find(|&at| {
            view.word(at) == "," && opens(at + 1) && !is_cut(view, at + 1..next(at + 1))
        })?;
        self.before(block, start, comma, form)
    }

    /// The noun before a comma that opens what is told of it up to the verb, where this is found there.
    pub(super) fn set_off(
        &self,
        found: Candidate,
        start: usize,
        cue: usize,
        form: Form,
    ) -> Candidate {
        let (block, view) = (found.block, &self.views[found.block]);
        let first = found.tokens.start;
        if cue == 0 || first < start + 2 {
            return found;
        }
        if view.word(first - 1) != "," {
            // «Мэр Илья Белов, в прошлом сам строитель, тут же попросил»: a name right before the comma.
            let comma = (start + 1..first).rev().take(ASIDE).find(|&at| view.word(at) == ",");
            let named = comma.filter(|_| view.word(found.tokens.end) == ",");
            return named
                .and_then(|comma| self.before(block, start, comma, form))
                .filter(|before| {
                    matches!(before.who, Who::Person(_)) && Some(before.tokens.end) == comma
                })
                .unwrap_or(found);
        }
        if view.word(cue - 1) != "," {
            return found;
        }
        // «Военные, захватившие здание компании, заявили»
        let is_told = first < found.tokens.end - 1 && view.is_adjective(first);
        let is_noun = matches!(found.who, Who::Noun(..)) && (is_told || self.is_human(&found));
        is_noun
            .then(|| self.before(block, start, first - 1, form))
            .flatten()
            // «один из них, член комиссии, добавил»
            .filter(|before| {
                self.is_human(before) || view.function(before.tokens.start) == Some(Function::One)
            })
            .unwrap_or(found)
    }

    /// The comma that closes what the one at this token opens, where a name alone stands behind it: «врач больницы, в
    /// которой умер мэр, Анна Белова».
    pub(super) fn past_clause(&self, block: usize, comma: usize, limit: usize) -> Option<usize> {
        let view = &self.views[block];
        let opens = view.word(comma) == "," && tells_more(view, comma + 1);
        let close = (comma + 1..limit).find(|&at| opens && view.word(at) == ",")?;
        let (_, end) = self.person_at(block, close + 1)?;
        (!view.is_word(end)).then_some(close)
    }

    /// Whether a comma ends the clause of a subject at this token before its verb: «дороги закрыты, просят …»,
    /// but not «мятежники, взявшие город, утверждают».
    pub(super) fn is_parted(&self, block: usize, at: usize, cue: usize) -> bool {
        let view = &self.views[block];
        let Some(comma) = (at..cue).find(|&at| matches!(view.word(at), "," | ":" | ";")) else {
            return false;
        };
        view.word(comma) != "," || !tells_more(view, comma + 1)
    }
}

/// The comma that opens what the comma at this token closes, where that tells more of what stands before it or
/// likens it to somebody: «…, заболевший, как и Ильин, …».
pub(super) fn aside_start(view: &View, start: usize, close: usize) -> Option<usize> {
    let open = (start.max(close.saturating_sub(REACH / 2))..close)
        .rev()
        .find(|&at| view.word(at) == ",")?;
    let next = open + 1;
    // «В понедельник, новый министр, знакомый с делом, заявил»: a subject, and what tells more of it.
    let head = view.head(next..close)?;
    let is_subject = view.is_capital(head)
        || view
            .sense(head)
            .noun
            .is_some_and(|noun| !noun.kind.is_document() && noun.is_in(Case::Nominative));
    // «Депутат, один из авторов поправки, …»
    let is_one = view.function(next) == Some(Function::One) && view.is_preposition(next + 1);
    let is_more = (tells_more(view, next) || is_one)
        && !is_cut(view, next..close)
        && !is_subject
        && !(next..close).any(|at| view.is_sure_cue(at))
        || view.function(next) == Some(Function::As);
    (open > start && is_more).then_some(open)
}

/// Whether these are the words of a relative clause up to a comma before its verb: «ролик, в котором Белов, стоя у
/// моря, говорит».
fn is_cut(view: &View, clause: Range<usize>) -> bool {
    let start = clause.start;
    (start..start + 2).any(|at| view.function(at) == Some(Function::Relative))
        && !clause.into_iter().any(|at| view.looks_finite(at))
}

/// Whether what begins here behind a comma tells more of what stands before it: «…, взявшие город», «…, в
/// котором».
pub(super) fn tells_more(view: &View, next: usize) -> bool {
    // «…, тоже входящий в совет, …»
    let next = next + usize::from(view.function(next) == Some(Function::Filler));
    view.function(next) == Some(Function::Relative)
        || view.is_adjective(next) && view.sense(next).noun.is_none()
        || view.may_be_gerund(next)
        || view.function(next).is_some() && view.function(next + 1) == Some(Function::Relative)
        // «…, под руководством которого шло исследование, …»
        || view.is_preposition(next) && view.function(next + 2) == Some(Function::Relative)
}

/// Whether a noun stands between two dashes, which tells more of the subject: «Белов – один из лидеров партии –
/// намекал».
pub(super) fn is_aside(view: &View, found: &Candidate, cue: usize) -> bool {
    let dash = found.tokens.start.checked_sub(1).filter(|&at| view.is_dash(at));
    let before = dash.and_then(|dash| {
        let before = dash.checked_sub(1)?;
        before.checked_sub(usize::from(view.word(before) == ","))
    });
    let opens = before.is_some_and(|at| view.is_word(at) || view.is_number(at));
    let closes = || (found.tokens.end..cue).any(|at| view.is_dash(at));
    matches!(found.who, Who::Noun(..)) && opens && closes()
}
