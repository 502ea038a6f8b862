//! Rules that tell names in a language without a trained model: a list of given names, the words
//! around a run of capitals, and what the rest of the text says of the same words.

use std::ops::Range;

use foldhash::HashSet;

use crate::annotate::text::{Shape, Text, TextBlock};
use crate::article::BlockKind;
use crate::language::Language;
use crate::language::inflection::Kind;
use crate::language::names::Names;
use crate::language::speech::NounKind;

use super::candidate::{Candidate, Candidates};
use super::model::Label;

/// A name has at most this many words.
const LONGEST: usize = 5;

/// How far behind a name its role may stand: “Ruth Odell, the captain of the ferry”.
const APPOSITION: usize = 6;

/// An ending that weighs at least so much tells a surname by itself.
const SURNAME: i32 = 3;

/// What the rules make of the candidates.
pub(super) fn labels(text: &Text, candidates: &Candidates) -> Vec<Label> {
    let mut labels = vec![Label::Outside; candidates.all.len()];
    let runs: Vec<Run> = candidates
        .runs()
        .flat_map(|run| parts(text, candidates, run))
        .map(|part| Run { text, candidates, part })
        .collect();
    let (sure, open): (Vec<&Run>, Vec<&Run>) = runs.iter().partition(|run| run.is_name());
    // The words of the names so far, by which a bare one is known.
    let mut known: HashSet<String> = HashSet::default();
    for run in sure {
        known.extend(run.words().flat_map(|candidate| run.nominatives(candidate)));
        run.label(&mut labels);
    }
    for run in open {
        let is_known = |candidate: &Candidate| {
            run.nominatives(candidate).iter().any(|word| known.contains(word))
        };
        if run.words().all(is_known) {
            run.label(&mut labels);
        }
    }
    labels
}

/// The stretches of a run that could be names: without titles and words that no name has.
fn parts(text: &Text, candidates: &Candidates, run: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = run.start;
    for place in run.clone() {
        let candidate = &candidates.all[place];
        let block = &text.blocks[candidate.block];
        if is_title(block, candidate.token, &text.language.names)
            || is_stop(block, candidate.token, text.language)
        {
            parts.push(start..place);
            start = place + 1;
        }
    }
    parts.push(start..run.end);
    parts.retain(|part| !part.is_empty() && part.len() <= LONGEST);
    parts
}

fn is_title(block: &TextBlock, token: usize, names: &Names) -> bool {
    let word = block.folded(token);
    names.honorifics.contains_key(word)
        || !names.role(word).is_empty() && names.given(word).is_empty()
}

/// Whether a word is part of no name: it is on the list, or a small word at a sentence's head.
fn is_stop(block: &TextBlock, token: usize, language: &Language) -> bool {
    let word = block.folded(token);
    let sense = language.speech.of(word);
    language.names.stops.contains(word)
        || language.names.given(word).is_empty()
            && (sense.function.is_some()
                || sense.pronoun.is_some()
                || sense.noun.is_some_and(|noun| noun.kind != NounKind::Human))
}

/// A stretch of capitalised words that may be a name.
struct Run<'a> {
    text: &'a Text<'a>,
    candidates: &'a Candidates,
    part: Range<usize>,
}

impl Run<'_> {
    fn words(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.all[self.part.clone()].iter().filter(|candidate| !candidate.is_initial)
    }

    fn block(&self) -> &TextBlock<'_> {
        &self.text.blocks[self.first().block]
    }

    fn first(&self) -> &Candidate {
        &self.candidates.all[self.part.start]
    }

    /// The token after the name.
    fn end(&self) -> usize {
        let last = &self.candidates.all[self.part.end - 1];
        last.token + 1 + usize::from(last.is_initial)
    }

    fn label(&self, labels: &mut [Label]) {
        labels[self.part.clone()].fill(Label::Further);
        labels[self.part.start] = Label::First;
    }

    /// The nominatives that a word may come from.
    fn nominatives(&self, candidate: &Candidate) -> Vec<String> {
        let names = &self.text.language.names;
        let word = self.block().folded(candidate.token);
        let read = names.inflection.readings(word, Kind::Name);
        let mut all: Vec<String> = read
            .into_iter()
            .map(|reading| format!("{}{}", &word[..reading.stem], reading.ending))
            .collect();
        all.push(word.to_owned());
        all
    }

    fn is_name(&self) -> bool {
        let names = &self.text.language.names;
        let block = self.block();
        let end = self.end();
        let words = self.words().count();
        // “Victoria Street”: the whole is no person.
        if words == 0 || self.runs_on(end) {
            return false;
        }
        let given = |candidate: &Candidate| candidate.given != 0;
        let opens_with_given = given(self.first()) || self.first().is_initial;
        let titled = self.is_titled(names);
        if titled || words > 1 && opens_with_given {
            return true;
        }
        // In a byline only names have capitals.
        if words > 1 && block.kind == BlockKind::Byline {
            return true;
        }
        let surname = |candidate: &Candidate| {
            self.nominatives(candidate).iter().any(|word| {
                use crate::language::inflection::Gender::{Feminine, Masculine};
                [Masculine, Feminine]
                    .into_iter()
                    .any(|gender| names.ending_weight(word, gender) >= SURNAME)
            })
        };
        let beside = self.is_beside_speech() || self.is_described(names);
        if words > 1 {
            beside || self.words().last().is_some_and(surname)
        } else {
            opens_with_given && beside
        }
    }

    /// A title or a role stands right before: “Mayor Whitlock”, “her captain, Ruth Odell”.
    fn is_titled(&self, names: &Names) -> bool {
        let block = self.block();
        let Some(before) = self.first().token.checked_sub(1) else { return false };
        let is_honorific = |at: usize| names.honorifics.contains_key(block.folded(at));
        let is_role = |at: usize| !names.role(block.folded(at)).is_empty();
        match (block.word(before), before.checked_sub(1)) {
            // The full stop of an abbreviation, or a comma.
            (".", Some(abbreviation)) => is_honorific(abbreviation),
            (",", Some(noun)) => self.words().count() > 1 && is_role(noun),
            _ => is_honorific(before) || is_role(before),
        }
    }

    /// A word of saying stands right before or behind.
    fn is_beside_speech(&self) -> bool {
        let block = self.block();
        let is_cue = |token: usize| {
            block.tokens.get(token).is_some_and(|token| token.shape == Shape::Lower)
                && self.text.language.speech.of(block.folded(token)).is_saying()
        };
        is_cue(self.end()) || self.first().token.checked_sub(1).is_some_and(is_cue)
    }

    /// An age or a role follows: “Ruth Odell, 57, …”, “Leonard Odell, the captain's cousin”.
    fn is_described(&self, names: &Names) -> bool {
        let block = self.block();
        let end = self.end();
        if !matches!(block.folded(end), "," | "(") {
            return false;
        }
        let is_age = |token: usize| {
            block.tokens.get(token).is_some_and(|token| token.shape == Shape::Number)
                && block.word(token).len() <= 2
                && block.tokens.get(token + 1).is_none_or(|token| token.shape == Shape::Mark)
        };
        is_age(end + 1)
            || (end + 1..end + APPOSITION)
                .take_while(|&token| {
                    block.tokens.get(token).is_some_and(super::super::text::Token::is_word)
                })
                .any(|token| !names.role(block.folded(token)).is_empty())
    }

    /// Whether a word that no name has goes on right behind: “Victoria Street”, “Odell Council”.
    fn runs_on(&self, end: usize) -> bool {
        let block = self.block();
        let behind = self.candidates.all.get(self.part.end);
        behind.is_some_and(|next| !next.opens_run)
            && !is_title(block, end, &self.text.language.names)
            && is_stop(block, end, self.text.language)
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::name::find;
    use crate::annotate::text::Text;
    use crate::article::{Block, BlockKind};
    use crate::language;

    fn names(tag: &str, text: &str) -> Vec<String> {
        let blocks = [Block { kind: BlockKind::Paragraph, text: text.to_owned() }];
        let text = Text::new(&blocks, language::of(tag).expect("a folder"));
        find(&text)
            .into_iter()
            .map(|name| text.blocks[name.block].slice(name.tokens).to_owned())
            .collect()
    }

    #[test]
    fn a_given_name_opens_a_name() {
        assert_eq!(names("en", "Then Margaret Illing left."), ["Margaret Illing"]);
        assert_eq!(names("en", "They met in Margaret Street."), [""; 0]);
    }

    #[test]
    fn a_title_tells_an_unlisted_name() {
        assert_eq!(names("en", "We asked Mayor Calder Whitlock."), ["Calder Whitlock"]);
        assert_eq!(names("en", "We asked Mrs. Quillon."), ["Quillon"]);
    }

    #[test]
    fn a_bare_surname_is_known_by_the_full_name() {
        let text = "Odell smiled. “No,” said Ruth Odell.";
        assert_eq!(names("en", text), ["Odell", "Ruth Odell"]);
    }

    #[test]
    fn places_and_bodies_are_no_people() {
        assert_eq!(names("en", "Port Ellery will keep Cutler Neck."), [""; 0]);
        assert_eq!(names("en", "On Monday the Ashgrove Council met."), [""; 0]);
    }

    #[test]
    fn a_kazakh_surname_is_known_by_its_ending() {
        assert_eq!(names("kk", "Кеше Ақжарқын Төлебаева келді."), ["Ақжарқын Төлебаева"]);
    }
}
