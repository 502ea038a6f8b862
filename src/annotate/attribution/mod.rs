//! Attribution: whose words a quotation gives.
//!
//! In come the quotations in the order of the text, each with the place where its speaker is named;
//! out go speakers. A speaker is a person by name, role or pronoun, an institution, somebody unnamed,
//! or whoever spoke last.

mod abbreviation;
mod agreement;
mod apart;
mod before;
mod belongs;
mod beside;
mod body;
mod candidate;
mod counted;
mod declined;
mod deputy;
mod doer;
mod field;
mod firm;
mod former;
mod guessed;
mod inscribed;
mod kin;
mod lead;
mod more;
mod named;
mod nominal;
mod offered;
mod omitted;
mod other;
mod owner;
mod page;
mod phrase;
mod place;
mod pronoun;
mod proper;
mod protagonist;
mod relayed;
mod resolve;
mod role;
mod root;
mod several;
mod signed;
mod source;
mod subject;
mod trade;
mod turn;
mod unsaid;
mod writing;

use std::ops::Range;

use foldhash::HashMap;

use crate::annotate::person::People;
use crate::annotate::quotation::draft::{Draft, Site, Taken};
use crate::annotate::quotation::view::View;
use crate::article::{Evidence, Mention, MentionKind, Span, Speaker};
use crate::language::Language;
use crate::language::numbers::Numbers;
use crate::language::speech::Form;

use abbreviation::Abbreviations;
use candidate::{Candidate, Who};
use declined::Nominatives;

/// How many sentences of speech are passed over on the way to the author's.
const SENTENCES: usize = 12;

/// Whose words they are, and how that is known.
#[derive(Clone, Debug)]
pub(in crate::annotate) struct Attribution {
    /// Whose words they are.
    pub(in crate::annotate) speaker: Speaker,
    /// The words that name the speaker; none where it follows from what was said before.
    pub(in crate::annotate) source: Option<Span>,
    /// How it is known.
    pub(in crate::annotate) because: Evidence,
    /// How a pronoun for the speaker would agree.
    form: Form,
}

impl Attribution {
    /// The same with the gender that a word agreeing with the speaker shows: «сказала посол», «– ответил он» of a
    /// nameless defendant. A body agrees by its noun, whatever a verb of its holder shows.
    fn agreeing(self, shown: Form) -> Self {
        let is_shown = self.form == Form::Singular
            && !matches!(self.speaker, Speaker::Organisation(_))
            && matches!(shown, Form::Masculine | Form::Feminine);
        Self { form: if is_shown { shown } else { self.form }, ..self }
    }
}

/// Names the speakers of a text, from its beginning to its end.
pub(in crate::annotate) struct Attributor<'a> {
    views: &'a [View<'a>],
    people: &'a People,
    /// What is speech, token by token: nobody is named there as a speaker.
    taken: &'a [Vec<Taken>],
    /// Who spoke last, and where.
    last: Option<(Attribution, (usize, usize))>,
    /// Who spoke before that, and where.
    previous: Option<(Attribution, (usize, usize))>,
    /// Who answers the questions of an interview.
    interviewed: Option<Attribution>,
    /// The names of organisations that spoke, as first given, by their first letters.
    organisations: HashMap<String, Vec<String>>,
    /// Where each noun for a body stands with a name, by the noun: «агентство «Заря»».
    named: HashMap<&'static str, Vec<(usize, usize)>>,
    /// Who last spoke by each noun for a body and more words, «районная инспекция по надзору», and where;
    /// without a noun, by a name alone.
    bodies: HashMap<Option<&'static str>, (Attribution, (usize, usize))>,
    /// The name of the body that the text tells of from its beginning.
    protagonist: Option<String>,
    /// The full names of bodies that the text abbreviates.
    abbreviations: Abbreviations,
    /// What tells the nominative of a body's name.
    nominatives: Nominatives<'a>,
    /// What tells ordinals: «первый» of two.
    numbers: &'static Numbers,
    /// What is known about each person.
    known: Vec<Known>,
    /// The mentions by role and pronoun found on the way.
    mentions: Vec<Mention>,
    /// Whom the words name whose speaker is looked for: nobody speaks of himself by his name.
    named_in_words: Vec<usize>,
}

/// A person's name and roles, word by word in small letters.
struct Known {
    name: Vec<String>,
    /// The role that says most.
    role: Vec<String>,
    /// What else the text calls the person.
    others: Vec<Vec<String>>,
}

impl<'a> Attributor<'a> {
    pub(in crate::annotate) fn new(
        views: &'a [View<'a>],
        people: &'a People,
        taken: &'a [Vec<Taken>],
        language: &'static Language,
    ) -> Self {
        let known = people
            .people
            .iter()
            .zip(&people.roles)
            .map(|(person, roles)| Known {
                name: role::words(&person.name),
                role: person.role.as_deref().map(role::words).unwrap_or_default(),
                others: roles
                    .iter()
                    .filter(|role| person.role.as_ref() != Some(role))
                    .map(|role| role::words(role))
                    .collect(),
            })
            .collect();
        let mut attributor = Self {
            views,
            people,
            taken,
            last: None,
            previous: None,
            interviewed: None,
            organisations: HashMap::default(),
            named: body::named(views),
            bodies: HashMap::default(),
            protagonist: None,
            abbreviations: Abbreviations::of(views),
            nominatives: Nominatives::of(views, &language.names),
            numbers: &language.numbers,
            known,
            mentions: Vec::new(),
            named_in_words: Vec::new(),
        };
        attributor.protagonist = attributor.protagonist();
        // A name in marks behind its noun stands in the nominative: «газета «Заря»».
        let mut places: Vec<(usize, usize)> =
            attributor.named.values().flatten().copied().collect();
        places.sort_unstable();
        for (block, head) in places {
            let view = &views[block];
            if view.is_quotation_mark(head + 1) {
                let name = phrase::name(view, phrase::name_extent(view, head + 1));
                attributor.organisation(name);
            }
        }
        attributor
    }

    /// The mentions by role and pronoun found so far.
    pub(in crate::annotate) fn into_mentions(self) -> Vec<Mention> {
        self.mentions
    }

    /// The speaker of the next quotation.
    pub(in crate::annotate) fn attribute(&mut self, draft: &Draft) -> Option<Attribution> {
        self.named_in_words = self.told_of_in(draft);
        let found = match &draft.site {
            Site::Clause { block, tokens, cue } => self.in_clause(*block, tokens.clone(), *cue),
            // «гражданин не прошёл «…»»: whom the clause tells of may have said nothing.
            Site::Told { block, tokens, verb } => self
                .in_clause(*block, tokens.clone(), *verb)
                .filter(|found| !matches!(found.speaker, Speaker::Unnamed(_))),
            Site::Phrase { block, tokens } => self
                .of_initials(*block, tokens.clone())
                .or_else(|| self.in_phrase(*block, tokens.clone()))
                .or_else(|| self.inscribed(draft))
                .or_else(|| (!tokens.is_empty()).then(|| self.before_colon(draft))?),
            Site::Lead { block, tokens } => self.in_lead(*block, tokens.clone()),
            Site::Shared { block, tokens } => self.in_share(*block, tokens.clone()),
            Site::Label { block, tokens } => self.in_label(*block, tokens.clone()),
            Site::Turn if self.is_asked(draft) => self.answer(draft),
            Site::Turn => self
                .answering(draft)
                .or_else(|| self.answer(draft))
                .or_else(|| self.told_since(draft))
                .or_else(|| self.turn())
                .or_else(|| self.interviewee(draft.start())),
        };
        let found = match found {
            Some(found) if !self.is_bare_writing(&found) => Some(found),
            found => self.told_behind(draft).or(found),
        };
        let led = found
            .as_ref()
            .and_then(|found| self.led(draft, found).or_else(|| self.demanded(draft, found)));
        let found = led.or(found);
        if let Some(found) = &found {
            self.previous = self.last.replace((found.clone(), draft.end()));
        }
        found
    }

    fn in_clause(&mut self, block: usize, tokens: Range<usize>, cue: usize) -> Option<Attribution> {
        if self.is_unsaid(block, cue) {
            if let Some(one) = self.one_of_those(block, tokens.start, cue) {
                return self.resolve(one);
            }
            // «Это оценил Ильин, осудивший тех, кто разрешил склад: «…»»
            let said = self.said_before(block, tokens.start, cue)?;
            return self.in_clause(block, tokens.start..cue, said);
        }
        if let Some(told) = self.explained_behind(block, tokens.clone(), cue) {
            return Some(told);
        }
        if let Some((found, span)) = self.by_ordinal(block, cue) {
            self.mention(&found, MentionKind::Pronoun, span);
            return Some(found);
        }
        let found = match self.subject(block, tokens.clone(), cue) {
            Some(candidate) => {
                let named = candidate.tokens.start;
                let found = self.resolve(candidate);
                self.keep_relayer(block, cue, named);
                found
            }
            None => self.omitted(block, cue),
        };
        let shown = self.views[block].verb_form(cue);
        found.map(|found| found.agreeing(shown.unwrap_or(Form::Singular)))
    }

    fn in_phrase(&mut self, block: usize, tokens: Range<usize>) -> Option<Attribution> {
        let end = tokens.end;
        let candidate = self.named_in(block, tokens.clone())?;
        let named = match candidate.who {
            Who::Noun(head, _) => self.apposed(block, head, end),
            // «по мнению партнёра Ильина, Петра Белова, …»
            Who::Person(_) => self
                .owned(block, tokens.start, candidate.tokens.start)
                .and_then(|head| self.apposed(block, head, candidate.tokens.end)),
            _ => None,
        };
        self.resolve(named.unwrap_or(candidate))
    }

    /// Whom the text names: no source of theirs is known yet.
    fn of_person(&self, person: usize, because: Evidence) -> Attribution {
        Attribution {
            speaker: Speaker::Person(self.people.people[person].id.clone()),
            source: None,
            because,
            form: self.form_of(person),
        }
    }

    /// A body of this name, for whom the text has no source yet.
    fn of_body(name: String, because: Evidence) -> Attribution {
        let speaker = Speaker::Organisation(name);
        Attribution { speaker, source: None, because, form: Form::Singular }
    }

    /// The person whose words were quoted last, if a person's were, and where they end.
    fn person_last(&self) -> Option<(usize, (usize, usize))> {
        let (last, end) = self.last.as_ref()?;
        let Speaker::Person(id) = &last.speaker else { return None };
        Some((self.index(id)?, *end))
    }

    /// The last sentence of the author's own before the token's, in its paragraph: what stands in speech is passed over.
    fn told_before(&self, block: usize, token: usize) -> Option<Range<usize>> {
        let view = &self.views[block];
        let mut start = view.sentence(token).start;
        for _ in 0..SENTENCES {
            let sentence = view.sentence(start.checked_sub(1)?);
            let opens = sentence.start + usize::from(!view.is_word(sentence.start));
            if !self.is_speech(block, opens) {
                return Some(sentence);
            }
            start = sentence.start;
        }
        None
    }

    /// Whether the token stands in somebody's speech.
    fn is_speech(&self, block: usize, token: usize) -> bool {
        self.taken[block].get(token) == Some(&Taken::Speech)
    }

    fn mention(&mut self, found: &Attribution, kind: MentionKind, at: Span) {
        if let Speaker::Person(person) = &found.speaker {
            self.mentions.push(Mention { person: person.clone(), kind, at });
        }
    }
}
