//! The text as the quotation stages see it: each token with what it can mean for speech.

mod saying;

use std::ops::Range;

use crate::annotate::text::{Shape, Text, TextBlock, Token};
use crate::article::{BlockKind, Span};
use crate::language::grammar::Habit;
use crate::language::speech::{Cue, Form, Function, Noun, Sense, Speech, Takes};

/// How far, in tokens, a rule looks for what belongs together: longer than any clause of news, and
/// what keeps the stage linear.
pub(in crate::annotate) const REACH: usize = 80;

/// One block with the senses of its words.
pub(in crate::annotate) struct View<'a> {
    /// Its number in the article.
    pub(in crate::annotate) number: usize,
    /// The block.
    pub(in crate::annotate) block: &'a TextBlock<'a>,
    senses: Vec<Sense>,
    speech: &'static Speech,
}

/// Every block of the text.
pub(in crate::annotate) fn views<'a>(text: &'a Text<'a>) -> Vec<View<'a>> {
    let speech: &'static Speech = &text.language.speech;
    text.blocks
        .iter()
        .enumerate()
        .map(|(number, block)| {
            let senses = (0..block.tokens.len())
                .map(|token| {
                    if block.tokens[token].is_word() {
                        speech.of(block.folded(token))
                    } else {
                        Sense::default()
                    }
                })
                .collect();
            let mut view = View { number, block, senses, speech };
            view.unname();
            view.say_in_the_infinitive();
            view.mend();
            view
        })
        .collect()
}

impl<'a> View<'a> {
    /// Whether the language has this habit.
    pub(in crate::annotate) const fn has(&self, habit: Habit) -> bool {
        self.speech.grammar.has(habit)
    }

    /// What the language knows of speech.
    pub(in crate::annotate) const fn speech(&self) -> &'static Speech {
        self.speech
    }

    /// Takes the human being from a word that is a name in marks, «Газета «Коммерсант» пишет», or tells how.
    fn unname(&mut self) {
        for at in 1..self.len().saturating_sub(1) {
            // «Новый компаньон»
            let first = at - usize::from(at > 1 && self.is_adjective(at - 1));
            let is_title = self.is_capital(first)
                && self.is_quotation_mark(first - 1)
                && self.is_quotation_mark(at + 1);
            // «знакомый с делом чиновник»
            let describes =
                self.function(at) == Some(Function::Nameless) && self.is_preposition(at + 1);
            if is_title || describes {
                self.senses[at].noun = self.senses[at].noun.filter(|noun| !noun.kind.is_human());
            }
        }
    }

    /// How many tokens there are.
    pub(in crate::annotate) fn len(&self) -> usize {
        self.block.tokens.len()
    }

    /// The token as it stands; empty past the last.
    pub(in crate::annotate) fn word(&self, token: usize) -> &'a str {
        self.block.tokens.get(token).map_or("", |t| &self.block.text[t.start..t.end])
    }

    /// What the token can mean.
    pub(in crate::annotate) fn sense(&self, token: usize) -> Sense {
        self.senses.get(token).copied().unwrap_or_default()
    }

    /// The token as a small word of the grammar of speech.
    pub(in crate::annotate) fn function(&self, token: usize) -> Option<Function> {
        self.sense(token).function
    }

    /// Whether the token is a preposition: «в», «на», «о».
    pub(in crate::annotate) fn is_preposition(&self, token: usize) -> bool {
        matches!(
            self.function(token),
            Some(Function::In | Function::Preposition | Function::About | Function::Besides)
        )
    }

    /// The token as a word of saying that has a subject or, as «говорится», a place.
    pub(in crate::annotate) fn cue(&self, token: usize) -> Option<Cue> {
        // «сказал ли он это» says nothing.
        let asks = self.function(token + 1) == Some(Function::Whether) && self.is_lower(token + 1);
        // «благодаря моторам»
        let is_governing = |cue: &Cue| {
            cue.form == Form::Gerund && self.function(token) == Some(Function::Preposition)
        };
        self.sense(token).cue.filter(|cue| !asks && !is_governing(cue))
    }

    /// The token as a finite word of saying that takes this.
    pub(in crate::annotate) fn finite_cue(&self, token: usize, takes: Takes) -> Option<Cue> {
        self.cue(token)
            .filter(|cue| cue.takes(takes) && !matches!(cue.form, Form::Participle | Form::Gerund))
    }

    /// The word of saying that tells of what was said by the one at `cue`, where that is none of the words behind
    /// `end`: «Белова рассказала, что ей написали, когда закрыли мост: «…»».
    pub(super) fn told_by(&self, start: usize, cue: usize, end: usize) -> Option<usize> {
        let is_that = |at: usize| self.function(at) == Some(Function::That);
        let that = (start.max(1)..cue).rev().find(|&at| is_that(at) && self.word(at - 1) == ",")?;
        let goes_on = (cue..end)
            .any(|at| self.word(at) == "," && (at + 1..end).any(|at| self.looks_finite(at)));
        let is_weak = goes_on
            || self
                .cue(cue)
                .is_some_and(|cue| cue.takes(Takes::Loose) || !cue.takes(Takes::Direct));
        (start..that)
            .rev()
            .filter(|_| is_weak)
            .find(|&at| self.finite_cue(at, Takes::That).is_some())
    }

    /// Whether the token is a word.
    pub(in crate::annotate) fn is_word(&self, token: usize) -> bool {
        self.block.tokens.get(token).is_some_and(Token::is_word)
    }

    /// Whether the token is a run of digits.
    pub(in crate::annotate) fn is_number(&self, token: usize) -> bool {
        self.block.tokens.get(token).is_some_and(|token| token.shape == Shape::Number)
    }

    /// Whether the token is a word with a capital at its head.
    pub(in crate::annotate) fn is_capital(&self, token: usize) -> bool {
        self.block.tokens.get(token).is_some_and(|token| {
            matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
                && self.block.text[token.start..].starts_with(char::is_uppercase)
        })
    }

    /// Whether the token is a word in Latin letters with a capital: «Airbus».
    pub(in crate::annotate) fn is_foreign(&self, token: usize) -> bool {
        self.is_capital(token) && self.block.folded(token).is_ascii()
    }

    /// Whether the token is a finite word of saying that is said of nothing else, and tells by «что».
    pub(in crate::annotate) fn is_sure_cue(&self, token: usize) -> bool {
        self.finite_cue(token, Takes::That).is_some_and(|cue| !cue.takes(Takes::Loose))
    }

    /// Whether the token is a word in small letters.
    pub(in crate::annotate) fn is_lower(&self, token: usize) -> bool {
        self.block.tokens.get(token).is_some_and(|token| token.shape == Shape::Lower)
    }

    /// Whether the token is a dash that stands free, as no hyphen does.
    pub(in crate::annotate) fn is_dash(&self, token: usize) -> bool {
        matches!(self.word(token), "-" | "–" | "—" | "―" | "−")
            && !(self.block.is_joined(token)
                && self.block.is_joined(token + 1)
                && self.block.tokens[token - 1].shape != Shape::Mark)
    }

    /// Whether the token ends a sentence.
    pub(in crate::annotate) fn is_stop(&self, token: usize) -> bool {
        matches!(self.word(token), "." | "!" | "?" | "…")
    }

    /// Whether the token opens quoted words, by its form or its place.
    pub(in crate::annotate) fn is_quotation_mark(&self, token: usize) -> bool {
        matches!(self.word(token), "«" | "»" | "„" | "“" | "”" | "\"" | "‘" | "’")
    }

    /// Whether the token looks like a finite verb.
    pub(in crate::annotate) fn looks_finite(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_finite(self.block.folded(token))
    }

    /// Whether the token looks like the short form of an adjective or participle: «готов».
    pub(in crate::annotate) fn looks_short(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_short(self.block.folded(token))
    }

    /// How the subject of this verb agrees with it: by its form where it is a word of saying, else by its ending.
    pub(in crate::annotate) fn verb_form(&self, token: usize) -> Option<Form> {
        match self.cue(token) {
            Some(cue) => Some(cue.form),
            None if self.is_lower(token) => self.speech.verb_form(self.block.folded(token)),
            None => None,
        }
    }

    /// Whether the token looks like a participle in another case than the nominative: «размещенном».
    pub(in crate::annotate) fn looks_participle(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_participle(self.block.folded(token))
    }

    /// Whether the token looks like a gerund.
    pub(in crate::annotate) fn looks_gerund(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_gerund(self.block.folded(token))
    }

    /// Whether a gerund can open here behind a comma: «, листая отчёт, …», «, изучив его, …».
    pub(in crate::annotate) fn may_be_gerund(&self, token: usize) -> bool {
        let is_unknown = self.is_lower(token)
            && self.sense(token) == Sense::default()
            && self.speech.may_be_gerund(self.block.folded(token));
        // «известная актриса»
        let describes = self.is_adjective(token) && self.can_be_subject(token + 1, Form::Feminine);
        self.looks_gerund(token)
            || self.function(token) == Some(Function::Reference)
            || self.cue(token).is_some_and(|cue| cue.form == Form::Gerund)
            || is_unknown && !describes
    }

    /// The token behind what a gerund opens at this comma: «сказал, листая отчёт, мэр».
    pub(in crate::annotate) fn past_gerund(&self, comma: usize, limit: usize) -> Option<usize> {
        let opens = self.word(comma) == "," && self.may_be_gerund(comma + 1);
        let close = (comma + 1..limit).find(|&at| opens && self.word(at) == ",")?;
        Some(close + 1)
    }

    /// Whether the token looks like an adjective or noun in the instrumental.
    pub(in crate::annotate) fn looks_instrumental(&self, token: usize) -> bool {
        self.speech.looks_instrumental(self.block.folded(token))
    }

    /// Whether the token looks like an adverb: «оперативно».
    pub(in crate::annotate) fn is_adverb(&self, token: usize) -> bool {
        self.is_lower_or_first(token) && self.speech.looks_adverb(self.block.folded(token))
    }

    /// Whether the token looks like a noun in the dative, an addressee: «журналистам».
    pub(in crate::annotate) fn looks_dative(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_dative(self.block.folded(token))
    }

    /// Whether the name at this token stands in another case than the nominative, by its ending.
    pub(in crate::annotate) fn is_addressee(&self, token: usize) -> bool {
        let word = self.block.folded(token + usize::from(self.is_quotation_mark(token)));
        // «ВСУ» has no ending.
        if self.block.tokens.get(token).is_some_and(|token| token.shape == Shape::Upper) {
            return false;
        }
        self.speech.looks_dative(word) || self.speech.looks_oblique_adjective(word)
    }

    /// Whether a relative pronoun stands among the last of these tokens, behind their last comma: the token behind them
    /// is in its clause.
    pub(in crate::annotate) fn ends_in_relative(&self, tokens: Range<usize>) -> bool {
        let mut clause = tokens.rev().take_while(|&at| self.word(at) != ",");
        clause.any(|at| self.function(at) == Some(Function::Relative))
    }

    /// Whether the token can be the subject of a verb of this form, by its ending.
    pub(in crate::annotate) fn can_be_subject(&self, token: usize, form: Form) -> bool {
        self.speech.can_be_subject(self.block.folded(token), form)
    }

    /// Whether the token is a word in small letters, or opens its sentence.
    pub(in crate::annotate) fn is_lower_or_first(&self, token: usize) -> bool {
        self.is_lower(token) || self.is_word(token) && self.sentence(token).start == token
    }

    /// Whether the token looks like an infinitive.
    pub(in crate::annotate) fn looks_infinitive(&self, token: usize) -> bool {
        self.is_lower(token) && self.speech.looks_infinitive(self.block.folded(token))
    }

    /// Whether the token looks like an adjective.
    pub(in crate::annotate) fn is_adjective(&self, token: usize) -> bool {
        self.speech.looks_adjective(self.block.folded(token))
    }

    /// The token behind an age that opens here, or else this one: «62-летний Пётр».
    pub(in crate::annotate) fn past_age(&self, token: usize) -> usize {
        let is_age = self.is_number(token)
            && self.word(token + 1) == "-"
            && self.is_adjective(token + 2)
            && self.block.is_joined(token + 1)
            && self.block.is_joined(token + 2);
        if is_age { token + 3 } else { token }
    }

    /// Whether the token looks like an adjective in another case than the nominative.
    pub(in crate::annotate) fn is_oblique_adjective(&self, token: usize) -> bool {
        self.speech.looks_oblique_adjective(self.block.folded(token))
    }

    /// The nominative of an adjective beside a noun of this form.
    pub(in crate::annotate) fn adjective_in_nominative(&self, token: usize, form: Form) -> String {
        self.speech.adjective_in_nominative(self.word(token), form)
    }

    /// The nominative of a noun of speakers.
    pub(in crate::annotate) fn nominative(&self, noun: Noun) -> &'static str {
        self.speech.nominative(noun)
    }

    /// The nominative of a noun of speakers in the number in which this form stands.
    pub(in crate::annotate) fn nominative_in_number(&self, noun: Noun) -> &'static str {
        if noun.singular { self.speech.nominative(noun) } else { self.speech.plural(noun) }
    }

    /// The first of these tokens that is no adjective alone: the noun of the phrase that begins there.
    pub(in crate::annotate) fn head(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.into_iter().find(|&at| !self.is_adjective(at) || self.sense(at).noun.is_some())
    }

    /// The sentence that the token stands in.
    pub(in crate::annotate) fn sentence(&self, token: usize) -> Range<usize> {
        self.block.sentence(token)
    }

    /// The sentence before the token's own, in the paragraph before where it opens this one: its block and tokens.
    pub(in crate::annotate) fn sentence_before(
        &self,
        views: &[View<'a>],
        token: usize,
    ) -> Option<(usize, Range<usize>)> {
        if let Some(last) = self.sentence(token).start.checked_sub(1) {
            return Some((self.number, self.sentence(last)));
        }
        let before = &views[self.number.checked_sub(1)?];
        let is_text = matches!(before.block.kind, BlockKind::Paragraph | BlockKind::Lead);
        let last = before.block.sentences.last().filter(|_| is_text)?;
        Some((before.number, last.clone()))
    }

    /// The paragraph that announces this one and the colon that ends it.
    pub(in crate::annotate) fn announced_by<'v>(
        &self,
        views: &'v [View<'a>],
    ) -> Option<(&'v View<'a>, usize)> {
        let before = &views[self.number.checked_sub(1)?];
        let colon = before.len().checked_sub(1).filter(|&last| before.word(last) == ":")?;
        (!self.block.is_after_lost).then_some((before, colon))
    }

    /// The last token but marks that these tokens hold, and the first, as a shorter range.
    pub(in crate::annotate) fn trimmed(&self, tokens: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = tokens;
        let cuts =
            |token: usize| matches!(self.word(token), "," | ";" | ":") || self.is_dash(token);
        while start < end && (cuts(start) || self.is_stop(start)) {
            start += 1;
        }
        while start < end && cuts(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// The same without a full stop at the end.
    pub(in crate::annotate) fn without_stop(&self, tokens: Range<usize>) -> Range<usize> {
        let Range { start, end } = self.trimmed(tokens);
        if end > start && self.word(end - 1) == "." {
            self.trimmed(start..end - 1)
        } else {
            start..end
        }
    }

    /// The words among these tokens.
    pub(in crate::annotate) fn words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&token| self.is_word(token)).count()
    }

    /// The span of these tokens.
    pub(in crate::annotate) fn span(&self, tokens: Range<usize>) -> Span {
        self.block.span(self.number, tokens)
    }
}
