//! Roles that several people share: «актёры Иванов и Петров», «экс-президенты: …», «писатели, среди
//! которых — …».

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Case, Cases, Gender};

use super::{LONGEST, LONGEST_INSERT, Roles};

/// A name is at most so many names away from the first of its list.
const FARTHEST: usize = 12;

/// A place may stand behind a name in a list: «Иванов из Москвы».
const LONGEST_PLACE: usize = 3;

/// A role noun in the plural in its place.
#[derive(Clone)]
pub(super) struct Several {
    pub(super) token: usize,
    gender: Gender,
    cases: Cases,
    singular: String,
}

impl Roles<'_> {
    /// The role that the name of this number shares with those beside it, in the singular.
    pub(super) fn shared(&self, number: usize) -> Option<String> {
        let mut first = number;
        while first > 0 && number - first < FARTHEST && self.is_listed(first - 1, first) {
            first -= 1;
        }
        let mut closing = number;
        while closing + 1 < self.names.len()
            && closing - first < FARTHEST
            && self.is_listed(closing, closing + 1)
        {
            closing += 1;
        }
        let block = self.block(number);
        let (end, cases) = self.opening(first, closing)?;
        let sentence = block.sentence(self.names[first].tokens.start).start;
        let least = sentence.max(end.saturating_sub(LONGEST));
        let head = self.several_before(first, end, least, cases)?;
        let start = self.with_plural_adjectives(block, &head, least);
        // «двое сыновей и три дочери: …»: it is not said who is what.
        let is_few = |at: usize| self.language().names.plurals.is_few(block.folded(at));
        if start >= least + 2
            && is_few(start - 1)
            && self.language().and.contains(block.folded(start - 2))
        {
            return None;
        }
        let head = self.as_womans(number, head);
        // «президенты России и США Иванов и Петров»: each has his own.
        let own = self.complements(block, head.token + 1..end);
        if own.len() < 2 {
            // «главы Омской и Томской областей»: it is not said in the singular whose each is.
            let is_joint = |at: usize| self.joins_names(block, at);
            if (head.token + 1..end).any(is_joint) {
                return None;
            }
            return Some(self.singular_wording(block, start..end, &head));
        }
        let common = start..own[0].start;
        let own = own.get(number - first).filter(|_| own.len() == closing - first + 1)?.clone();
        let common = self.singular_wording(block, common, &head);
        Some(format!("{common} {}", block.slice(own)))
    }

    /// Whether the token joins names of places or bodies: «президенты России и США».
    fn joins_names(&self, block: &TextBlock, token: usize) -> bool {
        let is_proper = |at: usize| {
            block.tokens.get(at).is_some_and(|part| {
                matches!(part.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
            }) || matches!(block.folded(at), "«" | "»")
        };
        (self.language().and.contains(block.folded(token)) || block.word(token) == ",")
            && token > 0
            && is_proper(token - 1)
            && is_proper(token + 1)
    }

    /// The names of places or bodies that end a role in a list: «России и США», «Южной Кореи, Японии и
    /// США», ««Зари» и «Севера»»; letters that the first opens with are all of theirs: «МИД России и
    /// Украины».
    fn complements(&self, block: &TextBlock, role: Range<usize>) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut end = role.end;
        loop {
            let mut start = end;
            while start > role.start {
                let shape = block.tokens[start - 1].shape;
                if matches!(shape, Shape::Capital | Shape::Upper | Shape::Mixed) {
                    start -= 1;
                } else if start == end
                    && block.word(start - 1) == "»"
                    && let Some(open) = (role.start..start - 1)
                        .rev()
                        .take(LONGEST_INSERT)
                        .find(|&at| block.word(at) == "«")
                {
                    start = open;
                } else {
                    break;
                }
            }
            if start == end {
                return Vec::new();
            }
            found.push(start..end);
            let joint = start.checked_sub(1).filter(|&joint| joint > role.start);
            let is_joint = |at: usize| {
                self.language().and.contains(block.folded(at))
                    || block.word(at) == "," && found.len() > 1
            };
            match joint.filter(|&joint| is_joint(joint)) {
                Some(joint) => end = joint,
                None => break,
            }
        }
        found.reverse();
        if let [first, second, ..] = found.as_slice()
            && block.tokens[first.start].shape == Shape::Upper
            && first.len() > second.len()
        {
            found[0].start += 1;
        }
        found
    }

    /// The role as a woman has it, where the name of this number is one's: «актриса».
    fn as_womans(&self, number: usize, head: Several) -> Several {
        let names = &self.language().names;
        let block = self.block(number);
        let given = names.given(block.folded(self.names[number].tokens.start));
        let is_womans =
            !given.is_empty() && given.iter().all(|form| form.gender == Gender::Feminine);
        match names.plurals.woman(&head.singular).filter(|_| is_womans) {
            Some(woman) => Several { gender: Gender::Feminine, singular: woman.to_owned(), ..head },
            None => head,
        }
    }

    /// Whether two names stand beside each other in one list: «Иванов, Петров», «Иванов (Москва) и
    /// Петров».
    fn is_listed(&self, one: usize, number: usize) -> bool {
        let (one, next) = (&self.names[one], &self.names[number]);
        if one.block != next.block || next.tokens.start < one.tokens.end {
            return false;
        }
        let block = &self.text.blocks[one.block];
        let mut gap = one.tokens.end..self.before_age(number);
        if gap.len() > LONGEST_INSERT {
            return false;
        }
        // «капитаны Билал Седов (Bilal Sedov) и Усман Лыков»: the gloss is a name by itself.
        if gap.len() == 1 && block.word(gap.start) == "(" {
            return block.word(next.tokens.start).is_ascii();
        }
        gap.start += usize::from(block.word(gap.start) == ")");
        if block.word(gap.start) == "(" {
            let Some(close) = gap.clone().find(|&token| block.word(token) == ")") else {
                return false;
            };
            gap.start = close + 1;
        } else if self.language().names.prepositions.contains_key(block.folded(gap.start)) {
            let places = gap.clone().skip(1).take(LONGEST_PLACE);
            gap.start += 1;
            gap.start += places.take_while(|&at| block.tokens[at].shape == Shape::Capital).count();
        }
        let is_and = |at: usize| self.language().and.contains(block.folded(at));
        match gap.len() {
            1 => block.word(gap.start) == "," || is_and(gap.start),
            2 => block.word(gap.start) == "," && is_and(gap.start + 1),
            _ => false,
        }
    }

    /// Whether a mark stands right behind the last name of a list.
    fn is_closed(&self, closing: usize) -> bool {
        let block = self.block(closing);
        let behind = block.folded(self.names[closing].tokens.end);
        matches!(behind, "" | "," | "." | ";" | ")" | "—" | "–")
    }

    /// Where a role before the first name of a list ends, and the cases that it may stand in.
    fn opening(&self, first: usize, closing: usize) -> Option<(usize, Cases)> {
        let block = self.block(first);
        let is_list = first < closing;
        let start = self.before_age(first);
        let before = |end: usize| end.checked_sub(1).map_or("", |at| block.word(at));
        let is_dash = matches!(before(start), "—" | "–" | "-");
        // «две дочери, Анна и Мария, …»
        let is_set_off = is_list && before(start) == "," && self.is_closed(closing);
        let end = start - usize::from(is_dash || is_set_off || before(start) == ":");
        // «, среди которых — …»
        let opener = self.language().names.plurals.lists().find(|words| {
            let from = end.checked_sub(words.len());
            from.is_some_and(|from| {
                words.iter().zip(from..end).all(|(word, at)| block.folded(at) == *word)
            })
        });
        if let Some(words) = opener {
            let end = end - words.len();
            return Some((end - usize::from(before(end) == ","), Cases::ALL));
        }
        if !is_list {
            return None;
        }
        // «победителями стали Иванов и Петров»
        if end > 0 && self.is_telling(block, end - 1) {
            return Some((end - 1, Cases::of(Case::Instrumental)));
        }
        let is_open = before(start) == ":";
        Some((end, if is_open { Cases::ALL } else { self.cases[first] }))
    }

    /// The nearest role noun in the plural before this token that agrees with the list's names.
    pub(super) fn several_before(
        &self,
        first: usize,
        end: usize,
        least: usize,
        cases: Cases,
    ) -> Option<Several> {
        let block = self.block(first);
        let own = self.names[first].block;
        let mut at = end;
        while at > least {
            let token = at - 1;
            if let Some(other) = self.name_at(own, token) {
                at = self.names[other].tokens.start;
                continue;
            }
            if let Some(head) = self.several(block, token, least, cases) {
                return Some(head);
            }
            // Somebody's own role.
            if !self.language().names.role(block.folded(token)).is_empty()
                && self.head(block, token, Cases::NOMINATIVE).is_some()
            {
                return None;
            }
            if token > least && self.joins_names(block, token) {
                at = token;
                continue;
            }
            at = self.back_over(block, token, least, true, cases)?;
        }
        None
    }

    /// The role noun of several people at this token.
    pub(super) fn several(
        &self,
        block: &TextBlock,
        token: usize,
        least: usize,
        cases: Cases,
    ) -> Option<Several> {
        if !matches!(block.tokens[token].shape, Shape::Lower | Shape::Capital) {
            return None;
        }
        let names = &self.language().names;
        let word = block.folded(token);
        // «двое известных актёров»
        let is_adjective =
            |at: usize| names.plurals.is_adjective(block.folded(at), &names.inflection);
        let few = (least..token).rev().find(|&at| !is_adjective(at));
        let is_counted = few.is_some_and(|few| names.plurals.is_few(block.folded(few)));
        let forms = names.plurals.role(word, &names.roles);
        // «экс-президенты», but «лётчики-космонавты»
        let first = word.rfind('-').map_or("", |at| &word[..at]);
        let declined = names.plurals.role(first, &names.roles);
        let first = declined.first().map_or(first, |form| form.nominative);
        let mut several = forms.into_iter().map(|form| {
            let is_whole = first.is_empty() || form.nominative.contains('-');
            let singular = if is_whole {
                form.nominative.to_owned()
            } else {
                format!("{first}-{}", form.nominative)
            };
            Several { token, gender: form.gender, cases: form.cases, singular }
        });
        let fitting = several.find(|form| is_counted || !form.cases.and(cases).is_empty());
        // «две дочери», «два сына»: the noun itself is a genitive.
        let counted = || {
            let form = names.role(word).first().filter(|_| is_counted)?;
            let (gender, singular) = (form.gender, form.nominative.to_owned());
            Some(Several { token, gender, cases: Cases::ALL, singular })
        };
        fitting.or_else(counted)
    }

    fn plural_adjective(&self, block: &TextBlock, token: usize, head: &Several) -> Option<String> {
        let names = &self.language().names;
        let word = block.folded(token);
        if names.role_stops.contains(word)
            || names.plurals.is_few(word)
            || !matches!(block.tokens[token].shape, Shape::Lower | Shape::Capital)
        {
            return None;
        }
        names.plurals.adjective(
            word,
            head.gender,
            head.cases,
            &names.inflection,
            &names.stressed_adjectives,
        )
    }

    /// The first token of the adjectives, and of the role that «и» joins: «известные писатели и
    /// критики».
    pub(super) fn with_plural_adjectives(
        &self,
        block: &TextBlock,
        head: &Several,
        least: usize,
    ) -> usize {
        let mut start = head.token;
        loop {
            while start > least && self.plural_adjective(block, start - 1, head).is_some() {
                start -= 1;
            }
            let other = (start >= least + 2
                && self.language().and.contains(block.folded(start - 1)))
            .then(|| self.several(block, start - 2, least, head.cases))
            .flatten();
            match other {
                Some(other) => start = other.token,
                None => return start,
            }
        }
    }

    /// The role as one of them has it.
    pub(super) fn singular_wording(
        &self,
        block: &TextBlock,
        role: Range<usize>,
        head: &Several,
    ) -> String {
        let mut words = String::new();
        let mut at = block.tokens[role.start].start;
        for token in role.start..=head.token {
            let part = block.tokens[token];
            words.push_str(&block.text[at..part.start]);
            let singular = if token == head.token {
                Some(head.singular.clone())
            } else {
                self.several(block, token, role.start, head.cases)
                    .map(|other| other.singular)
                    .or_else(|| self.plural_adjective(block, token, head))
            };
            words.push_str(singular.as_deref().unwrap_or(&block.text[part.start..part.end]));
            at = part.end;
        }
        words.push_str(&block.text[at..block.tokens[role.end - 1].end]);
        words
    }
}
