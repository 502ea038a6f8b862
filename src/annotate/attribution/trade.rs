//! Posts and trades with no name beside them: whom the text means by «актёр» or «новый министр».

use std::ops::Range;

use crate::annotate::quotation::view::View;
use crate::article::{BlockKind, Mention, Speaker};
use crate::language::grammar::Habit;
use crate::language::speech::{Case, Form, Function, NounKind, Sense};

use super::deputy::is_introduced;
use super::protagonist::tells_of_him;
use super::role::{BACK, content_words, is_same_word};
use super::{Attribution, Attributor, phrase};

/// How many paragraphs back a post without a name can mean whom the text spoke of.
pub(super) const NEAR: usize = 3;

impl Attributor<'_> {
    /// Whom a post or trade without a name means that is no known role: the person of whom the text
    /// just spoke.
    pub(super) fn meant(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        (form, case): (Form, Case),
    ) -> Option<Attribution> {
        let noun = self.views[block].sense(head).noun?;
        // «виновник торжества» is whom «виновник» alone means.
        let is_set = (head + 1..tokens.end)
            .all(|at| self.views[block].speech().says_nothing(self.views[block].block.folded(at)));
        let tokens = if is_set { tokens.start..head + 1 } else { tokens };
        if self.views[block].has(Habit::SubjectFirst)
            || !matches!(noun.kind, NounKind::Human | NounKind::Kin | NounKind::Stranger)
            || form == Form::Plural
            || !noun.singular
        {
            return None;
        }
        // «отметила представитель компании»: a woman, whom the verb tells.
        let is_she = form == Form::Feminine && noun.gender == Form::Masculine;
        let form = match (noun.gender, form) {
            (Form::Feminine, _) => Form::Feminine,
            // «муж» is no woman.
            (gender, _) if noun.kind == NounKind::Kin => gender,
            (_, Form::Masculine | Form::Feminine) => form,
            _ => Form::Singular,
        };
        let view = &self.views[block];
        let of_office = self.of_office(block, tokens.clone(), head, form);
        let beside = || self.companion(block, tokens.clone(), head, form);
        if let Some(person) = of_office.or_else(beside) {
            return Some(self.meant_by_pronoun(person));
        }
        let found = self.of_trade(block, tokens.clone(), head, form)?;
        let found = self.himself_meant(block, &tokens, head, form, &found).unwrap_or(found);
        let (found, at) = found;
        let Speaker::Person(id) = &found.speaker else { return None };
        let person = self.index(id)?;
        let is_near = at + NEAR >= block && !self.is_told_beside(person, block, tokens.start, case);
        // «менеджер Анны Беловой» is whoever works for her, and nobody else named.
        // «его отец» is somebody else's than him.
        let first = tokens.start.min(head);
        // «помощник министра», «партнёр голкипера» works for or with him.
        let owns = |at: usize| {
            let is_human = view.sense(at).noun.is_some_and(|owner| {
                matches!(owner.kind, NounKind::Human | NounKind::Kin)
                    && noun.kind != NounKind::Kin
                    // «тренер соперников»
                    && (owner.singular
                        || self.nominatives.is_relational(view.nominative(owner)))
                    && owner.is_in(Case::Genitive)
            });
            // «партнёр убитого»
            let is_of_whom = at + 1 == tokens.end
                && view.is_oblique_adjective(at)
                && view.sense(at).noun.is_none()
                && self.nominatives.is_relational(view.nominative(noun));
            is_human || is_of_whom
        };
        // «механик завода Ришат» has a name of his own, if one that was not seen as such.
        let is_called = |at: usize| {
            view.is_capital(at)
                && at + 1 == tokens.end
                && view.is_lower(at - 1)
                && view.can_be_subject(at, Form::Masculine)
                && view.sense(at) == Sense::default()
                && !self.nominatives.is_place(view, at)
                && !view.block.folded(at).is_ascii()
        };
        let is_theirs = (head + 1..tokens.end)
            .any(|at| self.person_at(block, at).is_some() || owns(at) || is_called(at))
            || first > 0 && view.sense(first - 1).is_possessive()
            || knows_him(view, first.saturating_sub(1)..head);
        // «Ильин подал в суд на блогера»: no object is the subject of its own sentence, but «Ильин показал мост, который,
        // по словам мэра, …».
        let sentence = view.sentence(tokens.start);
        let is_source = (first.saturating_sub(2)..first)
            .any(|at| view.function(at) == Some(Function::According));
        let is_subject_here = case != Case::Nominative && !is_source && {
            (sentence.start..first).any(|at| {
                self.person_at(block, at).is_some_and(|(named, end)| {
                    named == person && self.is_nominative(person, block, at..end)
                })
            })
        };
        // «По словам Ильина, адвокат крикнул ему: «…»», «Отец прислал ему записку»: nobody tells of himself so.
        let is_in_his_words = || {
            let is_inside = |end: (usize, usize)| end.0 == block && end.1 > head;
            self.spoke_last(id) && self.last.as_ref().is_some_and(|(_, end)| is_inside(*end))
        };
        let is_told_by_him = tells_of_him(view, head, form) && (noun.kind == NounKind::Kin || is_in_his_words())
                // «По его словам, следователь не представился, а звонок назвал «…»»
                || view.function(sentence.start) == Some(Function::According) && is_in_his_words();
        if is_theirs
            || is_subject_here
            || is_told_by_him
            || self.is_adjunct(person, block, sentence.start..first, case)
        {
            return None;
        }
        // «представитель компании» is whoever was said to work there, or else somebody new.
        let works_there = || {
            let rest = content_words(view, head + 1..tokens.end);
            let role = &self.known[person].role;
            let is_told = |words: &[&str]| {
                words.iter().all(|word| role.iter().any(|part| is_same_word(part, word)))
            };
            !rest.is_empty() && (is_told(&rest) || self.works_for_told(person, view, &rest))
        };
        // «39-летний мужчина» is somebody new.
        let is_bare = tokens.end == head + 1 && !phrase::is_aged(view, first);
        let is_alone = is_bare && tokens.len() == 1;
        // Some paragraphs on, «начальник управления» is not the driver.
        let is_other = at + 1 < block
            && self.is_another(person, view, view.nominative(noun))
            && !(is_bare && (self.is_heading(person) || is_she && self.is_only_woman(person)));
        if self.is_apart(person, block, &tokens, head) {
            let is_told = || self.is_told_of_by(person, view, head);
            let other = || self.other_told(block, &tokens, head, form, person);
            return self
                .of_people(block, tokens.clone(), head, form)
                .or_else(|| is_told().then(other)?);
        }
        // «Комиссар, который ведёт розыск, …», «человек, летевший с ними» is told of for the first time.
        if is_introduced(view, &tokens) && !self.holds(person, view, view.nominative(noun)) {
            return None;
        }
        let is_meant = match noun.kind {
            // «начальник участка» is no robber.
            NounKind::Human => {
                let heads = view.speech().fields(view.nominative(noun)).can_head != 0;
                let is_posts = heads
                    && tokens.end > head + 1
                    && self.is_another(person, view, view.nominative(noun))
                    && !works_there();
                !is_other && !is_posts
            }
            // «жена бизнесмена» is not he, nor «сын» whoever spoke last.
            NounKind::Kin => {
                // «отец «Борозды»» is who made it.
                let is_of_thing = view.is_quotation_mark(head + 1);
                is_of_thing
                    || is_alone && self.may_be_kin(view, person)
                    || self.is_kin(block, head, person)
            }
            // «– сказал врач» behind what a named one said.
            _ => {
                let is_subject = is_alone && case == Case::Nominative;
                // «…, сказал директор Kurita Илья Белов. Цену представитель компании не назвал, отметив …»
                let role = self.people.people[person].role.as_deref().unwrap_or_default();
                let is_of_firm = || {
                    role.contains(|letter: char| letter.is_ascii_alphabetic() || letter == '«')
                        && tokens.len() == 2
                        && view.sense(head + 1).noun.is_some_and(|noun| noun.kind.is_body())
                };
                works_there()
                    || at == block && self.spoke_last(id) && is_of_firm()
                    // «врач», of the surgeon
                    || is_bare && self.holds(person, view, view.nominative(noun))
                    || (is_she || is_subject) && at + 2 >= block && self.spoke_last(id)
            }
        };
        (is_near && is_meant).then_some(found)
    }

    /// Of whom the text spoke last by the name of another trade or none; rather than whom it knows by
    /// another, the one of whom it tells from its headline on: «сценарист Ильин поздравил его. Актёр признался».
    fn of_trade(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<(Attribution, usize)> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let word = view.nominative(noun);
        // «юбиляр признаётся»: no woman, where a man is told of.
        let is_man = noun.gender == Form::Masculine && form == Form::Singular;
        let is_woman = |person: usize| {
            is_man && self.form_of(person) == Form::Feminine && !self.holds(person, view, word)
        };
        let any_last_of = |may_be: &dyn Fn(usize) -> bool| {
            self.named_antecedent(block, tokens.start, form, may_be)
                .filter(|(_, at)| at + NEAR >= block)
        };
        let last_of = |may_be: &dyn Fn(usize) -> bool| {
            any_last_of(may_be).filter(|_| noun.kind == NounKind::Human)
        };
        let heading = || last_of(&|person| !is_woman(person) && self.is_heading(person));
        let told = || {
            // «эксперт» is mostly somebody new, but not beside an economist.
            any_last_of(&|person| {
                let may_be = noun.kind == NounKind::Human
                    && self.is_heading(person)
                    && !self.is_another(person, view, word);
                !is_woman(person) && (self.holds(person, view, word) || may_be)
            })
        };
        let holds = |found: &Attribution| match &found.speaker {
            Speaker::Person(id) => {
                self.index(id).is_some_and(|person| self.holds(person, view, word))
            }
            _ => false,
        };
        let is_apart = |person: usize| {
            let mut role = self.known[person].role.iter();
            role.any(|trade| view.speech().fields(trade).is_apart)
        };
        let (found, at) = self.antecedent(block, tokens.start, form)?;
        if let Speaker::Person(id) = &found.speaker {
            let person = self.index(id)?;
            let is_bare = tokens.end == head + 1;
            let is_former =
                |person: usize| is_bare && self.is_denied(person, view, tokens.start..head, word);
            if is_former(person) {
                return last_of(&|person| !is_woman(person) && !is_former(person));
            }
            if self.is_of_other_field(person, view, word) {
                let fields = view.speech().fields(word);
                let of_field = last_of(&|person| {
                    !is_woman(person) && self.headed(person, view) & fields.all != 0
                });
                if of_field.is_some() || fields.is_own || fields.all == 0 || is_apart(person) {
                    // «тренер отругал Антона Котова. «…», – признал вратарь», «Следователь говорил о риске. Обвиняемый …»: the
                    // director arrested, since anybody can be that.
                    let may_be_anybodys = !fields.is_own && fields.all != 0;
                    let free = || {
                        last_of(&|person| {
                            self.is_called_nothing(person)
                                || may_be_anybodys && !is_apart(person) && !is_woman(person)
                        })
                    };
                    return of_field.or_else(|| free().filter(|(_, at)| *at == block));
                }
            }
            // Of two in the headline, the other only where that is his trade.
            let is_told =
                |found: &(Attribution, usize)| !self.is_heading(person) || holds(&found.0);
            let instead = match (self.is_another(person, view, word), is_woman(person)) {
                (false, false) => None,
                (_, false) => told().filter(is_told),
                (_, true) => told().or_else(heading).or_else(|| {
                    last_of(&|person| !is_woman(person) && !self.is_another(person, view, word))
                }),
            };
            // «Партнёр утверждает»: a man, whose the woman just named may be; «Археолог возразил», no linguist she.
            let is_trade = || {
                let fields = view.speech().fields(word);
                fields.all != 0 && fields.said_of == 0 && self.is_another(person, view, word)
            };
            let is_no_man =
                is_woman(person) && (self.nominatives.is_relational(word) || is_trade());
            return instead.or_else(|| (!is_no_man).then_some((found, at)));
        }
        // «источник сообщил, что новый министр заявил»: not the source, but of whom the text tells as that.
        let is_plain = (tokens.start..head)
            .all(|at| view.speech().says_nothing(view.block.folded(at)))
            && (head + 1..tokens.end).all(|at| self.nominatives.is_place(view, at));
        let is_alone = is_plain && tokens.end == head + 1;
        let beside = || {
            let Speaker::Unnamed(who) = &found.speaker else { return None };
            let free = |person: usize| {
                let fields = view.speech().fields(word);
                // Anybody can be «подсудимый».
                let may_be_anybodys = !fields.is_own && fields.all != 0;
                !is_woman(person)
                    && (may_be_anybodys && !is_apart(person)
                        || !self.is_of_other_field(person, view, word))
            };
            last_of(&free).filter(|_| is_alone && self.is_beside(view, who, word))
        };
        told()
            .or_else(|| heading().filter(|_| is_alone))
            .or_else(beside)
            .filter(|(found, _)| is_plain || holds(found))
    }

    /// The one just named who speaks for somebody, told of again by whom he speaks for: «пресс-секретарь главы
    /// государства», of the Kremlin's spokesman, «адвокат певца».
    fn of_office(
        &self,
        block: usize,
        tokens: Range<usize>,
        head: usize,
        form: Form,
    ) -> Option<usize> {
        let view = &self.views[block];
        let noun = view.sense(head).noun?;
        let word = view.nominative(noun);
        let first = tokens.start.min(head);
        let is_somebodys = first > 0 && view.sense(first - 1).is_possessive();
        let speaks_for = noun.kind == NounKind::Stranger || self.nominatives.is_relational(word);
        let is_bare = noun.kind == NounKind::Stranger && tokens.end == head + 1;
        if !speaks_for || is_somebodys || is_bare {
            return None;
        }
        let place = |mention: &&Mention| mention.at.block + 1 >= block;
        let mentions = self.mentions_before(block, first)?.iter().rev().take_while(place);
        let person = mentions
            .filter_map(|mention| self.index(&mention.person))
            .find(|&person| self.holds(person, view, word))
            .filter(|&person| self.agrees(person, form))?;
        let is_human = |at: usize| {
            view.is_lower(at) && view.sense(at).noun.is_some_and(|owner| owner.kind.is_human())
        };
        let is_his = |at: usize| {
            let owner = view.sense(at).noun.map_or("", |owner| view.nominative(owner));
            let role = &self.known[person];
            role.has(view.block.folded(at))
                || view.speech().posts(owner).iter().any(|post| role.has(post))
        };
        // What belongs to a human being may be anything: «главы государства».
        (head + 1..tokens.end)
            .take_while(|&at| !(is_human(at) || view.is_oblique_adjective(at) && is_human(at + 1)))
            .all(is_his)
            .then_some(person)
    }

    /// Whether no trade or post of the person is known.
    fn is_called_nothing(&self, person: usize) -> bool {
        let known = &self.known[person];
        known.role.is_empty() && known.others.is_empty()
    }

    /// Whether the text names no other woman: «подчеркнула депутат».
    fn is_only_woman(&self, person: usize) -> bool {
        let mut people = (0..self.people.people.len().min(BACK)).filter(|&one| one != person);
        people.all(|other| self.form_of(other) != Form::Feminine)
    }

    /// Whether this person is named in the headline.
    fn is_heading(&self, person: usize) -> bool {
        let mentions = &self.people.mentions;
        mentions
            .iter()
            .take(BACK)
            .take_while(|mention| self.views[mention.at.block].block.kind == BlockKind::Headline)
            .any(|mention| self.index(&mention.person) == Some(person))
    }

    /// Whether this person is whose words were quoted last.
    pub(super) fn spoke_last(&self, id: &str) -> bool {
        self.last.as_ref().is_some_and(
            |(last, _)| matches!(&last.speaker, Speaker::Person(person) if person == id),
        )
    }

    /// The same of the person of this number.
    pub(super) fn is_last(&self, person: usize) -> bool {
        self.spoke_last(&self.people.people[person].id)
    }

    /// Whom a noun on no list means, as «гимнаст»: the person of whom the text just spoke.
    pub(super) fn epithet(
        &self,
        block: usize,
        tokens: Range<usize>,
        form: Form,
    ) -> Option<Attribution> {
        // «один из членов» is nobody named.
        let is_one_of = self.views[block].function(tokens.end) == Some(Function::Preposition);
        if is_one_of || form == Form::Plural {
            return None;
        }
        let (found, at) = self.antecedent(block, tokens.start, form)?;
        (matches!(found.speaker, Speaker::Person(_)) && at + 1 >= block).then_some(found)
    }
}

/// Whether these words before a noun tell what somebody else is to it: «знакомый с ним чиновник», «помогавший
/// ей врач».
fn knows_him(view: &View, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        let opens = at.saturating_sub(1 + usize::from(at > 0 && view.is_preposition(at - 1)));
        view.function(at) == Some(Function::InIt) && opens < at && view.is_adjective(opens)
    })
}
