//! The person of whom a text tells: whom a trade means that is no known role and nobody's just named, of whom the text told
//! before or names afterwards.

use std::cmp::Reverse;
use std::ops::Range;

use crate::annotate::quotation::view::{REACH, View};
use crate::article::Mention;
use crate::language::speech::{Form, Function, NounKind, Takes, Told};

use super::apart::is_people;
use super::deputy::is_introduced;
use super::role::{BACK, content_words, is_same_word};
use super::trade::NEAR;
use super::{Attribution, Attributor};

/// How many mentions make somebody one of whom the text tells.
const TOLD: usize = 3;

/// How many paragraphs, with the headline, are a text's opening.
const OPENING: usize = 2;

/// How far behind «этого» the name of the one so told of can stand, in tokens.
const NAMED: usize = 8;

impl Attributor<'_> {
    /// Whom a trade alone means: the person of whom the text tells from its opening, more often than of any other whom the
    /// word fits; or who is the only one, where such a trade is of nobody new: «Депутат Седов выступил на празднике.
    /// Музыкант сказал …».
    pub(super) fn protagonist_meant(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        // «жительница Твери», of the only woman
        let lives_there = noun.kind == NounKind::Stranger
            && tokens.start == head
            && tokens.end > head + 1
            && (head + 1..tokens.end).all(|at| self.nominatives.is_place(view, at));
        let is_one = noun.kind == NounKind::Human && tokens.len() == 1 || lives_there;
        // «пришедшая с внуками пенсионерка», but «Голландец, который вчера выступил, …» can be he.
        let is_new = is_introduced(view, &tokens) && !is_people(view, view.nominative(noun));
        if !is_one || !noun.singular || form == Form::Plural || is_new {
            return None;
        }
        let form = gender(noun.gender, form);
        // Each of the last mentions' people, with how many they are.
        let mentions = self.mentions_before(block, tokens.start)?;
        let mut named: Vec<usize> = mentions
            .iter()
            .rev()
            .take(BACK)
            .filter(|mention| !self.is_label(mention))
            .filter_map(|mention| self.index(&mention.person))
            .filter(|&person| self.form_of(person) == form)
            .collect();
        named.sort_unstable();
        let mut told: Vec<(usize, usize)> =
            named.chunk_by(|a, b| a == b).map(|one| (one.len(), one[0])).collect();
        told.sort_unstable_by_key(|&(count, _)| Reverse(count));
        let &(count, first) = told.first()?;
        let second = told.get(1).map_or(0, |&(count, _)| count);
        let opens =
            mentions.iter().take(BACK).take_while(|mention| mention.at.block <= OPENING).any(
                |mention| !self.is_label(mention) && self.index(&mention.person) == Some(first),
            );
        let word = view.nominative(noun);
        let fields = view.speech().fields(word);
        let is_told = count >= TOLD && count >= 2 * second && !(lives_there && second > 0);
        let is_only = fields.told != Told::Anybody && second == 0;
        // «Директор сети Ильин признался, … Программа, оговорился священник, …»: who heads something may be anything.
        let is_his = second == 0
            && self.is_last(first)
            && self.fields(first, view) == 0
            && self.last.as_ref().is_some_and(|(_, spoke)| spoke.0 == block);
        let is_free = !fields.is_apart
            && (fields.told != Told::Anybody
                || !fields.is_own
                || is_his
                || !self.is_of_other_field(first, view, word))
            && !self.is_apart(first, block, &tokens, head)
            && !self.named_in_words.contains(&first)
            && !tells_of_him(view, head, form);
        (opens && (is_told || is_only || is_his) && is_free).then(|| self.meant_by_pronoun(first))
    }

    /// Of whom the paragraph before tells from its beginning, where a gerund opens this one and who spoke last was only asked
    /// there for a judgement: «Лыжник Ильин обошёл соперника. Тренер Белов назвал финиш «…». Отдышавшись, он сказал: …».
    pub(super) fn told_on(
        &self,
        block: usize,
        token: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let before = block.checked_sub(1)?;
        if view.sentence(token).start > 0 || !view.speech().looks_gerund(view.block.folded(0)) {
            return None;
        }
        let (judge, (spoke, at)) = self.person_last()?;
        let told = &self.views[before];
        let sentence = told.sentence(at.checked_sub(1)?);
        let judges = |at: usize| told.finite_cue(at, Takes::Name).is_some();
        let is_judgement = spoke == before && sentence.clone().any(judges);
        let mentions = self.mentions_before(block, token)?.iter().rev().take(BACK);
        let is_aside = is_judgement
            && mentions.filter(|mention| self.index(&mention.person) == Some(judge)).count() == 1;
        (0..sentence.start.min(REACH)).filter(|_| is_aside).find_map(|at| {
            let (person, end) = self.person_at(before, at)?;
            let is_subject = self.is_nominative(person, before, at..end);
            (is_subject && self.agrees(person, form))
                .then(|| (self.meant_by_pronoun(person), before))
        })
    }

    /// Whom a noun alone means that tells of what the text is about: whom it names first, «победитель», «гость».
    pub(super) fn first_told(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let is_first = view.speech().fields(view.nominative(noun)).told == Told::First;
        if !is_first || tokens.len() > 1 || !noun.singular || form == Form::Plural {
            return None;
        }
        let form = gender(noun.gender, form);
        let mentions = self.mentions_before(block, tokens.start)?;
        let person = mentions
            .iter()
            .take(BACK)
            .filter(|mention| !self.is_label(mention))
            .filter_map(|mention| self.index(&mention.person))
            .find(|&person| self.form_of(person) == form)?;
        let is_near = mentions.iter().rev().take(BACK).any(|mention| {
            mention.at.block + NEAR >= block && self.index(&mention.person) == Some(person)
        });
        let is_free = !self.is_apart(person, block, &tokens, head)
            && !self.named_in_words.contains(&person)
            && !tells_of_him(view, head, form);
        (is_near && is_free).then(|| self.meant_by_pronoun(person))
    }

    /// Whom the next sentence names for the first time as the one just told of: «Один из врачей уверял, что … На деле этого
    /// врача зовут Иван Белов».
    pub(super) fn named_behind(&self, block: usize, tokens: &Range<usize>) -> Option<usize> {
        let view = &self.views[block];
        let start = view.sentence(tokens.start).end;
        let begins = view.block.tokens.get(start)?.start;
        let sentence = start..view.sentence(start).end.min(start + REACH / 2);
        // «Врач сказал, что водитель спал. Этого водителя …»: of whom his words tell.
        let is_told = |word: &str| {
            let is_it = |at: usize| is_same_word(view.block.folded(at), word);
            !tokens.clone().any(is_it) && (tokens.end..start).any(is_it)
        };
        let is_one = |at: usize| {
            view.sense(at).noun.is_some_and(|noun| noun.singular && noun.kind.is_human())
        };
        let is_that = |&at: &usize| {
            view.function(at) == Some(Function::Demonstrative)
                && is_one(at + 1)
                && !is_told(view.block.folded(at + 1))
        };
        let that = sentence.clone().find(is_that)?;
        let (person, _) =
            (that + 2..sentence.end.min(that + NAMED)).find_map(|at| self.person_at(block, at))?;
        let first = self.first_mention(person)?;
        ((first.at.block, first.at.start) >= (block, begins)).then_some(person)
    }

    /// Where the text names the person first.
    fn first_mention(&self, person: usize) -> Option<&Mention> {
        let mut mentions = self.people.mentions.iter();
        mentions.find(|mention| self.index(&mention.person) == Some(person))
    }

    /// Who spoke last in this paragraph and is named next in it, where what he was stands beside a word of saying between
    /// two commas: «Хорошо бы, замечает бывший тренер сборной, построить каток. «…», – сказал Белов».
    pub(super) fn told_between(
        &self,
        block: usize,
        tokens: &Range<usize>,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        let cue = tokens.start.checked_sub(2)?;
        // «замечает его предшественник на посту тренера, …»
        let closes = (tokens.end..tokens.end + NAMED).find(|&at| !view.is_word(at))?;
        let is_between = view.word(cue) == ","
            && view.word(closes) == ","
            && view.finite_cue(cue + 1, Takes::That).is_some()
            && tokens.len() > 1;
        let (person, (spoke, _)) = self.person_last().filter(|_| is_between)?;
        if spoke != block
            || !self.agrees(person, form)
            || self.names(person, view, tokens.start..closes)
        {
            return None;
        }
        let behind = view.block.tokens.get(closes)?.start;
        let mentions = &self.people.mentions;
        let next = mentions.partition_point(|one| (one.at.block, one.at.start) < (block, behind));
        let again = mentions.get(next).filter(|next| next.at.block == block)?;
        (self.index(&again.person) == Some(person)).then_some(person)
    }

    /// Who is named later by the same post and fewer words, where the text opens with a post without a name:
    /// «Представитель федерации лёгкой атлетики сообщил … Представитель федерации Иван Белов добавил». One post has one
    /// holder, whatever gender a verb shows.
    pub(super) fn named_by_less(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun.filter(|noun| noun.singular && noun.kind.is_human())?;
        if block > OPENING || tokens.end < head + 3 || form == Form::Plural {
            return None;
        }
        let word = view.nominative(noun);
        let words = content_words(view, tokens.start..tokens.end);
        let mut bearers = (0..self.people.people.len().min(BACK))
            .filter(|&person| self.known[person].role.first().is_some_and(|post| post == word));
        let person = bearers.next()?;
        let role = &self.known[person].role;
        let is_less = role.len() > 1
            && role[1..].iter().all(|part| words.iter().any(|word| is_same_word(word, part)));
        let first = self.first_mention(person)?;
        let is_later = first.at.block > block && first.at.block <= block + NEAR;
        (is_less && is_later && bearers.next().is_none() && !self.named_in_words.contains(&person))
            .then_some(person)
    }

    /// The first person whom the text names, where it opens with a noun for one: «Канадский офицер признался, что …
    /// Джон Лейк служил на флоте».
    pub(super) fn named_later(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<Attribution> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let word = view.nominative(noun);
        let is_one = noun.kind == NounKind::Human && noun.singular && form != Form::Plural;
        let works_for = (head + 1..tokens.end).any(|at| view.sense(at).is_human());
        if !is_one || works_for || block > OPENING {
            return None;
        }
        let form = gender(noun.gender, form);
        let mut mentions = self.people.mentions.iter().filter(|mention| !self.is_label(mention));
        let first = mentions.next()?;
        let person = self.index(&first.person)?;
        let begins = view.block.tokens.get(tokens.start)?.start;
        let place = (first.at.block, first.at.start);
        let behind = view.block.tokens.get(view.sentence(tokens.start).end.checked_sub(1)?)?.end;
        let naming = &self.views[first.at.block];
        let at = naming.block.token_from(first.at.start);
        let (_, end) = self.person_at(first.at.block, at)?;
        // In the same sentence it is rather somebody else, but «сказал премьер, – напомнил Ильин».
        let is_behind = place > (block, behind)
            || place > (block, begins) && at > 0 && naming.is_sure_cue(at - 1);
        let holds = self.holds(person, view, word);
        let fields = view.speech().fields(word);
        // «Задержанный уверял, что … Начальник отдела Ильин не поверил»
        let is_another = fields.all != 0
            && self.is_another(person, view, word)
            && self.fields(person, view) & fields.all == 0;
        let is_others = fields.is_apart
            || is_another
            || fields.is_own && self.is_of_other_field(person, view, word);
        let is_theirs = holds || !is_others && self.is_nominative(person, first.at.block, at..end);
        (is_behind
            && first.at.block <= block + NEAR
            && is_theirs
            && !self.named_in_words.contains(&person)
            && self.form_of(person) == form)
            .then(|| self.meant_by_pronoun(person))
    }
}

/// Whether a man or a woman is meant, by the noun or by its verb: «премьер сказала».
const fn gender(noun: Form, verb: Form) -> Form {
    match (noun, verb) {
        (Form::Feminine, _) | (_, Form::Feminine) => Form::Feminine,
        _ => Form::Masculine,
    }
}

/// Whether the noun's clause has a pronoun for somebody else: «Актёр сказал ему, что …».
pub(super) fn tells_of_him(view: &View, head: usize, form: Form) -> bool {
    let end = view.sentence(head).end.min(head + REACH / 2);
    // «Премьер, выслушав его, велел …»
    let is_aside = view.word(head + 1) == "," && view.may_be_gerund(head + 2);
    (head + 1 + usize::from(is_aside)..end)
        .take_while(|&at| view.word(at) != "," && !view.is_quotation_mark(at))
        .any(|at| {
            view.function(at) == Some(Function::InIt)
                || view
                    .sense(at)
                    .pronoun
                    .is_some_and(|pronoun| pronoun.possessive && pronoun.form == form)
        })
}
