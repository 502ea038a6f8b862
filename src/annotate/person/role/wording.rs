//! The words of a role: its heads and what agrees with them in the nominative.

use std::ops::Range;

use crate::annotate::text::{Shape, TextBlock};
use crate::language::inflection::{Cases, Gender, Kind};
use crate::language::telling::Around;

use super::{Head, Roles};

/// A bracket with more words than this at a role's end is no other name of what stands before it.
const LONGEST_LETTERS: usize = 4;

impl Roles<'_> {
    /// The role of these tokens of the block of this number, whose heads stand in one of these cases, in the nominative.
    pub(super) fn wording(&self, own: usize, tokens: Range<usize>, cases: Cases) -> Option<String> {
        let block = &self.text.blocks[own];
        // A mark at the edge is no part of it.
        let mut tokens = tokens;
        while tokens.end > tokens.start
            && matches!(block.word(tokens.end - 1), "," | "-" | "–" | "—" | "." | ":")
        {
            tokens.end -= 1;
        }
        // «кандидат от партии, 60-летний Иванов»: the age is the name's.
        let age = tokens.len() > 3
            && block.tokens[tokens.end - 3].shape == Shape::Number
            && block.word(tokens.end - 2) == "-"
            && block.is_joined(tokens.end - 1)
            && Gender::BOTH.into_iter().any(|gender| {
                self.adjective(block.folded(tokens.end - 1), gender, Cases::ALL).is_some()
            });
        if age {
            tokens.end -= 3;
        }
        // «слесарь депо (45 лет)»
        if tokens.len() > 4
            && block.word(tokens.end - 1) == ")"
            && block.word(tokens.end - 4) == "("
            && block.tokens[tokens.end - 3].shape == Shape::Number
        {
            tokens.end -= 4;
        }
        // «бывший ректор этого вуза»: which one, the role does not say.
        tokens.end =
            tokens.clone().skip(1).find(|&at| self.points(block, at, cases)).unwrap_or(tokens.end);
        tokens.end = without_gloss(block, tokens.clone());
        if tokens.is_empty() {
            return None;
        }
        let mut words = String::new();
        let mut at = block.tokens[tokens.start].start;
        // Each phrase up to its head is turned to the nominative; what follows stays.
        let mut token = tokens.start;
        let mut opens = true;
        while token < tokens.end {
            if opens {
                // «святого и великого князя»: an adjective that is a noun elsewhere.
                let head = (token..tokens.end)
                    .filter_map(|place| {
                        let head = self.head(block, place, cases)?;
                        (self.with_adjectives(block, head, token) <= token).then_some(head)
                    })
                    .next_back();
                if let Some(mut head) = head {
                    while head.token + 1 < tokens.end
                        && self.agrees(block, head.token, head)
                        && let Some(next) = self.head(block, head.token + 1, head.cases)
                    {
                        head = next;
                    }
                    for place in token..=head.token {
                        let part = block.tokens[place];
                        words.push_str(&block.text[at..part.start]);
                        let nominative = if place == head.token {
                            self.head_nominative(block, head)
                        } else if part.is_word() {
                            // «с супругой танцовщицей»: a noun that looks like an adjective.
                            self.noun(block.folded(place), head)
                                .or_else(|| {
                                    self.adjective(block.folded(place), head.gender, head.cases)
                                })
                                .or_else(|| self.numbered(block, place, head))
                        } else {
                            None
                        };
                        let written = &block.text[part.start..part.end];
                        match nominative {
                            Some(word) if word == block.folded(place) => {
                                words.push_str(&written.to_lowercase());
                            }
                            Some(word) => words.push_str(&word),
                            None if self.is_around(block, place, Around::Times) => {
                                words.push_str(&written.to_lowercase());
                            }
                            None => words.push_str(written),
                        }
                        at = part.end;
                    }
                    token = head.token + 1;
                    opens = false;
                    continue;
                }
            }
            opens = block.word(token) == "," || self.language().and.contains(block.folded(token));
            token += 1;
        }
        words.push_str(&block.text[at..block.tokens[tokens.end - 1].end]);
        Some(words)
    }

    /// Whether a word points to what was told of before, right behind a role noun: «ректор этого вуза».
    pub(super) fn points(&self, block: &TextBlock, token: usize, cases: Cases) -> bool {
        self.is_around(block, token, Around::Pointing)
            && self.head(block, token - 1, cases).is_some()
    }

    /// The nominative of a role noun that stands in the head's case and gender.
    fn noun(&self, word: &str, head: Head) -> Option<String> {
        let mut forms = self.language().names.role(word).iter();
        let own =
            forms.find(|form| form.gender == head.gender && !form.cases.and(head.cases).is_empty());
        own.map(|form| form.nominative.to_owned())
    }

    /// The role noun's nominative.
    fn head_nominative(&self, block: &TextBlock, head: Head) -> Option<String> {
        let names = &self.language().names;
        let word = block.folded(head.token);
        let choose = |word: &str| {
            let fitting =
                || names.role(word).iter().filter(|form| !form.cases.and(head.cases).is_empty());
            fitting()
                .find(|form| form.gender == head.gender)
                .or_else(|| fitting().next())
                .map(|form| form.nominative.to_owned())
        };
        if names.roles.contains_key(word) {
            return choose(word);
        }
        // «шпиона-перебежчика», but «экс-президента».
        let (first, last) = word.rsplit_once('-')?;
        let declined = choose(first);
        // «журналиста-расследователя»: the second part is on no list.
        let unlisted = || {
            let readings = names.inflection.readings(last, Kind::Noun);
            let reading = readings.iter().find(|reading| {
                reading.gender == head.gender && !reading.cases.and(head.cases).is_empty()
            })?;
            Some(format!("{}{}", &last[..reading.stem], reading.ending))
        };
        let last = choose(last).or_else(|| unlisted().filter(|_| declined.is_some()))?;
        Some(format!("{}-{last}", declined.as_deref().unwrap_or(first)))
    }
}

/// Where a role ends without a bracket that tells more than its letters: «член партии (National
/// Union)», «глава банка (тогда его ещё искала полиция)».
fn without_gloss(block: &TextBlock, role: Range<usize>) -> usize {
    let Some(last) = role.end.checked_sub(1).filter(|&last| block.word(last) == ")") else {
        return role.end;
    };
    let open = (role.start..last).rev().find(|&at| block.word(at) == "(");
    let Some(open) = open.filter(|&open| open > role.start) else { return role.end };
    let words = || (open + 1..last).filter(|&at| block.tokens[at].is_word());
    let is_foreign = words().all(|at| block.word(at).is_ascii()) && words().count() > 1;
    let is_long = words().count() > LONGEST_LETTERS;
    if is_foreign || is_long { open } else { role.end }
}
