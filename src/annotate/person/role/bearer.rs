//! Whose a role is: the name's that stands behind it, or somebody else's.

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases, Gender};
use crate::language::names::Form;
use crate::language::speech::Function;
use crate::language::telling::Around;

use super::super::lemma::{Lemma, VOWELS};
use super::super::part;
use super::{Head, LONGEST, Roles};

/// The cases of a complement.
const OBLIQUE: Cases = Cases::of(Case::Genitive).or(Cases::of(Case::Accusative));

impl Roles<'_> {
    /// The role before a full name that a comma or a dash sets off, with adjectives of the name's
    /// own behind it or not: «директор музея, Иван Иванов», «вице-мэр, 35-летний Иван Иванов».
    pub(super) fn set_off(&self, number: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let name = &self.names[number];
        let cases = self.cases[number];
        let first = block.sentence(name.tokens.start).start;
        let is_full = name.tokens.clone().filter(|&at| block.tokens[at].is_word()).count() > 1;
        let mut at = self.before_own(number);
        let mark = if at > first { block.word(at - 1) } else { "" };
        let is_nominative = cases.has(Case::Nominative);
        let end = name.tokens.end;
        let ends = matches!(block.folded(end), "," | "." | ";" | "(" | ")") || is_dash(block, end);
        // «посла, Петра Иванова,», «обвиняемого, 33-летнего Петра Иванова,»
        let is_closed = ends && (at..name.tokens.start).all(|at| self.is_of_age(block, at));
        // «её соавтора — Пети Иванова», «прежнего посла, Петра Иванова, …»
        let is_sure = is_nominative || cases != Cases::ALL && (mark != "," || is_closed);
        // «как рассказал водитель, Анна Иванова …»
        let is_reported = || self.is_reported(block, first..at);
        let is_sure = is_sure && (mark != "," || is_closed || !is_reported());
        // «вдова лётчика, Анна, …», «его сын, 12-летний Артём, …», «жена — Анна»
        let is_given = !self.language().names.given(block.folded(name.tokens.start)).is_empty();
        let may_be_kin = is_given && (ends || mark != ",");
        let is_mark = mark == "," || at > first && is_dash(block, at - 1);
        if !(is_full || may_be_kin) || !is_mark || !is_sure {
            return None;
        }
        // The name before is the role's bearer already, or a complement: «дочь Петрова, Анна Седова».
        let other = self.name_at(self.names[number].block, (at - 1).checked_sub(1)?);
        let is_declined = |other: usize| {
            let cases = self.cases[other];
            is_nominative && cases.has(Case::Genitive) && !cases.has(Case::Nominative)
        };
        if other.is_some_and(|other| !self.is_complement(other) && !is_declined(other)) {
            return None;
        }
        // «компания, глава которой — Иван Иванов»
        let is_which = self.is_around(block, at - 2, Around::Which);
        if is_which && mark != "," {
            at -= 1;
        }
        let role = self.before(number, at - 1).or_else(|| self.before_clause(number, at - 1))?;
        let head = role.clone().find_map(|token| self.head(block, token, cases));
        let is_role = is_full || head.is_some_and(|head| self.is_kin(block, head));
        let head = head.filter(|_| is_role)?;
        // «сын Седова, главы края, 23-летний Иван Седов»
        let mark = role.start.checked_sub(2).filter(|&at| at >= first && block.word(at + 1) == ",");
        if mark.is_some_and(|at| self.name_at(self.names[number].block, at).is_some()) {
            return None;
        }
        Some(self.with_earlier(number, role.start, first, head).unwrap_or(role.start)..role.end)
    }

    /// The role before the clause of a participle that this comma closes, with the clause: «вице-премьер, курирующая науку,
    /// Анна Седова».
    fn before_clause(&self, number: usize, close: usize) -> Option<Range<usize>> {
        let block = self.block(number);
        let first = block.sentence(close).start;
        let open = (first..close).rev().find(|&at| block.word(at) == ",")?;
        let word = block.folded(open + 1);
        if block.word(close) != "," || !self.language().speech.looks_nominative_participle(word) {
            return None;
        }
        Some(self.before(number, open)?.start..close)
    }

    /// Whether a role noun's form is a thing's nominative here: «внешняя политика Иванова», «премьера
    /// фильма Иванова».
    pub(super) fn is_thing(&self, block: &TextBlock, token: usize) -> bool {
        let names = &self.language().names;
        if !names.role_homonyms.contains(block.folded(token)) {
            return false;
        }
        if names.is_titled_thing(block.folded(token + 1)) {
            return true;
        }
        if block.sentence(token).start == token {
            return true;
        }
        let before = block.folded(token - 1);
        let function = self.language().speech.of(before).function;
        matches!(function, Some(Function::And | Function::That))
            || self.adjective(before, Gender::Feminine, Cases::NOMINATIVE).is_some()
    }

    /// Where the name starts, with its own age and adjectives before it.
    pub(super) fn before_own(&self, number: usize) -> usize {
        let block = self.block(number);
        let cases = self.cases[number];
        let start = self.names[number].tokens.start;
        let first = block.sentence(start).start;
        // «26-ти летний Пётр Орлов»
        let is_figures = |at: usize| {
            at > 1
                && block.is_joined(at)
                && block.word(at - 1) == "-"
                && block.tokens[at - 2].shape == Shape::Number
        };
        let is_own = |at: usize| {
            block.tokens[at].shape == Shape::Number
                || block.word(at) == "-" && block.is_joined(at)
                || is_figures(at)
                || Gender::BOTH.into_iter().any(|gender| {
                    block.tokens[at].shape == Shape::Lower
                        && self.adjective(block.folded(at), gender, cases).is_some()
                })
        };
        let mut at = start;
        while at > first && is_own(at - 1) {
            at -= 1;
        }
        at
    }

    /// Where the name starts, with its own age before it: «четырнадцатилетний Глеб».
    pub(super) fn before_age(&self, number: usize) -> usize {
        let block = self.block(number);
        let start = self.names[number].tokens.start;
        let own = self.before_own(number);
        if (own..start).all(|at| self.is_of_age(block, at)) { own } else { start }
    }

    /// Whether the token is a part of an age: «33-летнего», «пятидесятилетнего».
    fn is_of_age(&self, block: &TextBlock, at: usize) -> bool {
        !block.tokens[at].is_word()
            || block.tokens[at].shape == Shape::Number
            || at > 0 && block.word(at - 1) == "-"
            || self.language().numbers.compound(block.folded(at)).is_some()
    }

    /// The cases that a role behind the name can stand in, by what stands before it: «соратник
    /// Иванова, премьер …», where the name may not decline.
    pub(super) fn cases_behind(&self, number: usize, before: Option<Range<usize>>) -> Cases {
        let block = self.block(number);
        let cases = self.cases[number];
        if let Some(mut range) = before {
            let head = range.find_map(|token| self.head(block, token, cases));
            return head.map_or(cases, |head| head.cases);
        }
        let start = self.names[number].tokens.start;
        let is_complement = cases.has(Case::Genitive)
            && start.checked_sub(1).is_some_and(|at| self.is_relational(block.folded(at)));
        if is_complement { cases.and(OBLIQUE) } else { cases }
    }

    /// Whether a name stands in the genitive right behind a noun for somebody's kin or companion.
    fn is_complement(&self, number: usize) -> bool {
        let block = self.block(number);
        let Some(before) = self.names[number].tokens.start.checked_sub(1) else { return false };
        let cases = self.cases[number];
        let word = block.folded(before);
        // «заместителю И. Петрова, …»
        let is_oblique = !self.language().names.role_cases(word).has(Case::Nominative);
        self.is_relational(word)
            && cases.has(Case::Genitive)
            && (is_oblique || !cases.has(Case::Nominative))
    }

    /// Whether a word is a role noun that mostly stands with somebody else's name: «адвокат».
    pub(super) fn is_relational(&self, word: &str) -> bool {
        let names = &self.language().names;
        names.role(word).iter().any(|form| names.relational.contains(form.nominative))
    }

    /// Whether the name is a complement of the noun before it rather than its bearer's.
    pub(super) fn is_anothers(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let cases = self.cases[number];
        // «преемником Седовой», read as a name that does not decline
        let given = self.language().names.given(block.folded(self.names[number].tokens.start));
        // but «с мужем Анри»
        if cases == Cases::ALL
            && given.is_empty()
            && head.cases == Cases::of(Case::Instrumental)
            && self.may_complete(number, head)
            && !self.is_owned(number, head)
        {
            return true;
        }
        let is_complement = cases.has(Case::Genitive)
            && !cases.has(Case::Nominative)
            && !self.is_owned(number, head)
            && (self.may_complete(number, head)
                || self.is_of_other_gender(number, head)
                || self.is_whose(number, head));
        is_complement || self.completes_post(block, head)
    }

    /// Whether it is said already whose kin or helper stands right before the name: «его дочери Анны».
    pub(super) fn is_owned(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let first = block.sentence(head.token).start;
        let start = self.with_adjectives(block, head, first);
        start > first
            && head.token + 1 == self.names[number].tokens.start
            && (self.language().speech.of(block.folded(start - 1)).is_possessive()
                || self.is_around(block, start - 1, Around::Owning))
    }

    /// Whether a work, a body or a part stands behind «в» or «на» right before the name, whose it is:
    /// «матроса в фильме Иванова», but «полпреда в округе Иванова».
    fn is_whose(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let Some(at) = self.names[number].tokens.start.checked_sub(2) else { return false };
        let speech = &self.language().speech;
        let word = block.folded(at + 1);
        head.token < at
            && speech.of(block.folded(at)).function == Some(Function::In)
            && (self.language().names.is_titled_thing(word)
                || self.language().names.posts.contains(word)
                || speech.of(word).noun.is_some_and(|noun| !noun.kind.is_human()))
    }

    /// Whether a noun for kin right before a name has the other gender: «внучки Ивана Петрова».
    fn is_of_other_gender(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let start = self.names[number].tokens.start;
        let given = self.language().names.given(block.folded(start)).iter();
        let mut own =
            given.filter(|form| !form.cases.and(self.cases[number]).is_empty()).peekable();
        head.token + 1 == start
            && self.is_kin(block, head)
            && own.peek().is_some()
            && own.all(|form| form.gender != head.gender)
    }

    /// Whether the name is one word right behind a noun that is mostly somebody's: «адвокат».
    pub(super) fn may_complete(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let name = &self.names[number];
        let words = name.tokens.clone().filter(|&token| block.tokens[token].is_word()).count();
        head.token + 1 == name.tokens.start
            && words == 1
            && self.is_relational(block.folded(head.token))
    }

    /// Whether an adjective right before the name agrees with it, but not with the role noun:
    /// «преемник 80-летнего Иванова».
    pub(super) fn is_set_apart(&self, number: usize, head: Head) -> bool {
        let block = self.block(number);
        let last = self.names[number].tokens.start - 1;
        // Adjectives that are nouns are mostly feminine: «по сборной», «столовой».
        let agrees = |cases| {
            self.adjective(block.folded(last), Gender::Masculine, cases).is_some()
                || self.cases[number] != Cases::ALL
                    && self.adjective(block.folded(last), Gender::Feminine, cases).is_some()
        };
        // A name that does not decline can be in the genitive at least.
        let own = self.cases[number];
        let own = if own == Cases::ALL { Cases::of(Case::Genitive) } else { own };
        let is_plain = block.tokens[last].shape == Shape::Lower && head.token < last;
        is_plain && agrees(own) && !agrees(head.cases)
    }

    /// Whether a role noun is one for kin.
    pub(super) fn is_kin(&self, block: &TextBlock, head: Head) -> bool {
        self.language().speech.of(block.folded(head.token)).is_kin()
    }

    /// Whether a noun for kin before somebody's role leaves the name to that one: «сына президента
    /// Ивана Петрова», but «дочери президента Анны Петровой».
    pub(super) fn is_kin_of(&self, number: usize, kin: Head, role: Head) -> bool {
        let block = self.block(number);
        let given = self.language().names.given(block.folded(self.names[number].tokens.start));
        let can_be = |gender| given.iter().any(|form| form.gender == gender);
        // «сестру обвиняемого Марину», though «Марину» can be Марин's; but «брат лидера Ким Чен Ына»
        let is_his =
            |form: &Form| form.gender == role.gender && !form.cases.and(role.cases).is_empty();
        // «дочь президента Альберто Фухимори»: she is not called so.
        self.is_kin(block, kin)
            && (!kin.cases.has(Case::Nominative) || !can_be(kin.gender))
            && self.with_adjectives(block, role, kin.token + 1) == kin.token + 1
            && (given.iter().any(is_his)
                || given.is_empty()
                    && kin.gender == Gender::Masculine
                    && self.is_a_mans(number, role))
    }

    /// Whether the words of a name that no list has are a man's in the case of this role, and no man's in the nominative:
    /// «(сын омбудсмена) Ромуалда Вейде».
    fn is_a_mans(&self, number: usize, role: Head) -> bool {
        let parts = part::parts(self.text, &self.names[number]);
        let [first, rest @ ..] = parts.as_slice() else { return false };
        let is_form = |lemma: &Lemma| {
            lemma.gender == Some(Gender::Masculine)
                && !lemma.key.ends_with(VOWELS)
                && lemma.cases.and(role.cases) != Cases::default()
        };
        role.gender == Gender::Masculine
            && !rest.is_empty()
            && first.key.ends_with(VOWELS)
            && first.lemmas.iter().any(is_form)
            && rest.iter().all(|part| part.stands(role.cases))
    }

    /// Whether the noun and its adjectives stand behind a word for a post, and the role behind them is
    /// no complement of theirs: «на пост главы ведомства полковника …».
    pub(super) fn is_of_a_post(
        &self,
        block: &TextBlock,
        head: Head,
        role: Head,
        first: usize,
    ) -> bool {
        let start = self.with_adjectives(block, head, first);
        self.with_adjectives(block, role, head.token + 1) > head.token + 1
            && start > first
            && self.language().names.posts.contains(block.folded(start - 1))
    }

    /// Whether a woman's role stands before a man's, so that they are two people's: «певица Искра,
    /// музыкант Пётр Орлов».
    pub(super) fn is_of_a_woman(&self, number: usize, role: Range<usize>, next: Head) -> bool {
        let block = self.block(number);
        let names = &self.language().names;
        let mut heads = role.map(|token| names.role(block.folded(token)));
        let own = names.given(block.folded(self.names[number].tokens.start));
        next.gender == Gender::Masculine
            && !own.is_empty()
            && own.iter().all(|form| form.gender == Gender::Masculine)
            && heads
                .find(|forms| !forms.is_empty())
                .is_some_and(|forms| forms.iter().all(|form| form.gender == Gender::Feminine))
    }

    /// Whether the name of this number, right behind the noun, can be its bearer's.
    pub(super) fn is_bearer(&self, block: &TextBlock, other: usize, head: Head) -> bool {
        let names = &self.language().names;
        let forms = names.role(block.folded(head.token));
        !forms.iter().any(|form| names.relational.contains(form.nominative))
            && !self.cases[other].and(head.cases).is_empty()
            && self.cases[other] != Cases::ALL
    }

    /// Whether a noun that stands here in an oblique case can be another's nominative: «супруга».
    pub(super) fn is_also_nominative(&self, block: &TextBlock, head: Head) -> bool {
        let forms = self.language().names.role(block.folded(head.token));
        !head.cases.has(Case::Nominative)
            && forms.iter().any(|form| form.cases.has(Case::Nominative))
    }

    /// Whether «как» stands shortly before the end of these tokens: «как рассказал водитель».
    fn is_reported(&self, block: &TextBlock, tokens: Range<usize>) -> bool {
        let start = tokens.start.max(tokens.end.saturating_sub(LONGEST));
        (start..tokens.end)
            .any(|at| self.language().speech.of(block.folded(at)).function == Some(Function::As))
    }

    /// Whether a comma behind these tokens ends what says who tells so, and the name of this number is told of: «Как
    /// рассказал водитель, мэр Иван Иванов уехал».
    pub(super) fn is_told_so(&self, number: usize, tokens: Range<usize>) -> bool {
        let block = self.block(number);
        let end = self.names[number].tokens.end;
        let is_closed = block.tokens.get(end).is_none_or(|token| !token.is_word());
        !is_closed && self.is_reported(block, tokens)
    }
}

/// Whether the token is a dash, no hyphen.
pub(super) fn is_dash(block: &TextBlock, at: usize) -> bool {
    matches!(block.folded(at), "—" | "–") || block.folded(at) == "-" && !block.is_joined(at)
}
