//! Who said what, and who is named: quotes, speakers, people and roles.
//!
//! A found quote matches a gold one when the letters and digits of all their parts overlap by 0.8
//! (Jaccard), one to one. *verbatim* is direct and partial quotes together, *reported* indirect
//! speech; *attributed* also wants the right speaker. *full name exact* compares the whole
//! nominative name; *role* wants half of the content words.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use crate::article::{Article, QuoteKind, Speaker};

use super::gold::Gold;
use super::same::{content, fold, is_same_person, stems};
use super::{Evaluation, GoldError, Laid, Measure, Place, Score, ratio};

/// Quotes match from this overlap on.
const LEAST_OVERLAP: f64 = 0.8;

/// Gathers the counts of many documents.
#[derive(Default)]
pub struct Quotes {
    groups: BTreeMap<usize, Counts>,
    people: PeopleCounts,
    errors: BTreeMap<String, Vec<String>>,
}

/// The groups that are scored apart: name and kinds.
const GROUPS: [(&str, &[QuoteKind]); 3] = [
    ("verbatim", &[QuoteKind::Direct, QuoteKind::Partial]),
    ("direct", &[QuoteKind::Direct]),
    ("reported", &[QuoteKind::Indirect]),
];

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    matched: usize,
    /// Gold quotes whose speaker is known.
    known: usize,
    matched_known: usize,
    speaker: usize,
}

#[derive(Default)]
struct PeopleCounts {
    gold: usize,
    found: usize,
    matched: usize,
    name: usize,
    role_gold: usize,
    role: usize,
}

/// Who is found to have said a quote, by name.
enum Said {
    Person(String),
    Organisation(String),
    Unnamed(String),
    Unknown,
}

impl fmt::Display for Said {
    /// As the gold answers write speakers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(name) => f.write_str(name),
            Self::Organisation(name) => write!(f, "ORG: {name}"),
            Self::Unnamed(name) => write!(f, "ANON: {name}"),
            Self::Unknown => f.write_str("–"),
        }
    }
}

impl Said {
    /// Whether this is the gold speaker: the same individual; an organisation, or somebody
    /// unnamed, of a shared word for an organisation; either for somebody unnamed.
    fn is(&self, gold: &str, file: &Gold) -> bool {
        if let Some(organisation) = gold.strip_prefix("ORG: ") {
            let (Self::Organisation(name) | Self::Unnamed(name)) = self else { return false };
            !stems(organisation).is_disjoint(&stems(name))
        } else if gold.starts_with("ANON: ") {
            matches!(self, Self::Organisation(_) | Self::Unnamed(_))
        } else {
            let Self::Person(name) = self else { return false };
            let person = file.people.iter().find(|person| person.id == gold);
            person.is_some_and(|person| is_same_person(name, person))
        }
    }
}

/// A quote of either side: the places of its letters and digits, its kind, speaker and words.
struct Marked<S> {
    places: BTreeSet<usize>,
    kind: QuoteKind,
    speaker: S,
    text: String,
}

impl Quotes {
    /// Adds one document of this name: its text, its annotated article and its gold answers.
    ///
    /// # Errors
    ///
    /// Where the article's blocks are no substrings of the document, or the gold answers are not of
    /// the document or of themselves.
    pub fn add(
        &mut self,
        name: &str,
        document: &str,
        article: &Article,
        gold: &Gold,
    ) -> Result<(), GoldError> {
        let laid = Laid::new(article, document)?;
        let placed = gold.placed(document, &laid)?.into_iter();
        let gold_quotes: Vec<_> = placed
            .map(|(quote, spans)| Marked::new(&spans, quote.kind, quote.speaker.clone(), &laid))
            .collect();
        let found_quotes = found_quotes(&laid);
        for (group, &(label, kinds)) in GROUPS.iter().enumerate() {
            self.group(group, label, kinds, name, gold, &gold_quotes, &found_quotes);
        }
        self.people(name, article, gold);
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one loop's body, cut out for its length")]
    fn group(
        &mut self,
        group: usize,
        label: &str,
        kinds: &[QuoteKind],
        name: &str,
        gold_file: &Gold,
        gold_quotes: &[Marked<Option<String>>],
        found_quotes: &[Marked<Said>],
    ) {
        let (gold, other_gold): (Vec<_>, Vec<_>) =
            gold_quotes.iter().partition(|quote| kinds.contains(&quote.kind));
        let (mut found, other_found): (Vec<_>, Vec<_>) =
            found_quotes.iter().partition(|quote| kinds.contains(&quote.kind));
        // A find of another kind that covers a direct quote serves for it, and a direct find that
        // covers a partial quote is not counted against the direct ones.
        if label == "direct" {
            let serves: HashSet<usize> =
                pair(&gold, &other_found).into_iter().map(|(_, j)| j).collect();
            let serving = other_found.iter().enumerate().filter(|(j, _)| serves.contains(j));
            found.extend(serving.map(|(_, quote)| *quote));
            let partial: Vec<_> =
                other_gold.into_iter().filter(|q| q.kind == QuoteKind::Partial).collect();
            let covering: HashSet<usize> =
                pair(&partial, &found).into_iter().map(|(_, j)| j).collect();
            found = found
                .into_iter()
                .enumerate()
                .filter(|(j, _)| !covering.contains(j))
                .map(|(_, quote)| quote)
                .collect();
        }
        let pairs = pair(&gold, &found);
        let counts = self.groups.entry(group).or_default();
        counts.gold += gold.len();
        counts.found += found.len();
        counts.matched += pairs.len();
        counts.known += gold.iter().filter(|quote| quote.speaker.is_some()).count();
        let (hit_gold, hit_found): (HashSet<usize>, HashSet<usize>) = pairs.iter().copied().unzip();
        let missed = gold.iter().enumerate().filter(|(i, _)| !hit_gold.contains(i));
        for (_, quote) in missed {
            note(&mut self.errors, label, "missed", format!("{name}: {}", quote.shown()));
        }
        let wrong = found.iter().enumerate().filter(|(j, _)| !hit_found.contains(j));
        for (_, quote) in wrong {
            note(&mut self.errors, label, "false", format!("{name}: {}", quote.shown()));
        }
        for (i, j) in pairs {
            let Some(speaker) = &gold[i].speaker else { continue };
            counts.matched_known += 1;
            let who = &found[j].speaker;
            if who.is(speaker, gold_file) {
                counts.speaker += 1;
            } else {
                let text = first(&gold[i].text, 90);
                let person = gold_file.people.iter().find(|person| person.id == *speaker);
                let speaker = person.map_or(speaker, |person| &person.name);
                let line = format!("{name}: {speaker} ≠ {who}: {text}");
                note(&mut self.errors, label, "speaker", line);
            }
        }
    }

    fn people(&mut self, name: &str, article: &Article, gold: &Gold) {
        let mut taken = BTreeSet::new();
        for person in &gold.people {
            self.people.gold += 1;
            let hit = (0..article.people.len())
                .find(|i| !taken.contains(i) && is_same_person(&article.people[*i].name, person));
            let Some(hit) = hit else {
                note(&mut self.errors, "people", "missed", format!("{name}: {}", person.name));
                continue;
            };
            taken.insert(hit);
            let found = &article.people[hit];
            self.people.matched += 1;
            if fold(&found.name) == fold(&person.name) {
                self.people.name += 1;
            } else {
                let line = format!("{name}: {} ≠ {}", person.name, found.name);
                note(&mut self.errors, "people", "name", line);
            }
            let Some(role) = person.role.as_deref().filter(|role| !role.is_empty()) else {
                continue;
            };
            self.people.role_gold += 1;
            let (a, b) = (content(role), content(found.role.as_deref().unwrap_or_default()));
            let shared = a.intersection(&b).count();
            if !a.is_empty() && ratio(shared, a.union(&b).count()) >= 0.5 {
                self.people.role += 1;
            } else {
                let found = found.role.as_deref().unwrap_or("–");
                let line = format!("{name}: {}: {role} ≠ {found}", person.name);
                note(&mut self.errors, "people", "role", line);
            }
        }
        self.people.found += article.people.len();
        for (i, person) in article.people.iter().enumerate() {
            if !taken.contains(&i) {
                note(&mut self.errors, "people", "false", format!("{name}: {}", person.name));
            }
        }
    }

    /// The table and the errors of all documents added.
    #[must_use]
    pub fn finish(mut self) -> Evaluation {
        let mut measures = Vec::new();
        for (group, (label, _)) in GROUPS.iter().enumerate() {
            let n = self.groups.remove(&group).unwrap_or_default();
            let mut line = |name: String, measure| measures.push((name, measure));
            line((*label).to_owned(), Measure::Score(Score::new(n.matched, n.found, n.gold)));
            let accuracy = ratio(n.speaker, n.matched_known);
            line(format!("{label} speaker accuracy on found"), Measure::Share(accuracy));
            let found = n.found - (n.matched - n.matched_known);
            let attributed = Score::new(n.speaker, found, n.known);
            line(format!("{label} attributed"), Measure::Score(attributed));
        }
        let n = &self.people;
        for (name, measure) in [
            ("people", Measure::Score(Score::new(n.matched, n.found, n.gold))),
            ("people full name exact", Measure::Share(ratio(n.name, n.gold))),
            ("people role", Measure::Share(ratio(n.role, n.role_gold))),
        ] {
            measures.push((name.to_owned(), measure));
        }
        Evaluation { measures, errors: self.errors }
    }
}

fn note(errors: &mut BTreeMap<String, Vec<String>>, label: &str, kind: &str, line: String) {
    errors.entry(format!("{label} {kind}")).or_default().push(line);
}

impl<S> Marked<S> {
    fn shown(&self) -> String {
        let kind = match self.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Partial => "partial",
            QuoteKind::Indirect => "indirect",
        };
        format!("[{kind}] {}", first(&self.text, 160))
    }
}

/// The first so many code points.
fn first(text: &str, code_points: usize) -> &str {
    text.char_indices().nth(code_points).map_or(text, |(end, _)| &text[..end])
}

fn found_quotes(laid: &Laid) -> Vec<Marked<Said>> {
    let article = laid.article;
    let said = |speaker: &Option<Speaker>| match speaker {
        Some(Speaker::Person(id)) => {
            Said::Person(article.person(id).map(|p| p.name.clone()).unwrap_or_default())
        }
        Some(Speaker::Organisation(name)) => Said::Organisation(name.clone()),
        Some(Speaker::Unnamed(name)) => Said::Unnamed(name.clone()),
        None => Said::Unknown,
    };
    article
        .quotes
        .iter()
        .map(|quote| {
            let spans: Vec<_> = quote.parts.iter().map(|part| laid.place(*part)).collect();
            Marked::new(&spans, quote.kind, said(&quote.speaker), laid)
        })
        .collect()
}

impl<S> Marked<S> {
    fn new(spans: &[Place], kind: QuoteKind, speaker: S, laid: &Laid) -> Self {
        let places = spans
            .iter()
            .flat_map(|&(start, end)| start..end.min(laid.document.len()))
            .filter(|&place| laid.document[place].is_alphanumeric())
            .collect();
        let text: Vec<String> = spans.iter().map(|&(start, end)| laid.text(start, end)).collect();
        Self { places, kind, speaker, text: text.join(" … ") }
    }
}

/// One-to-one pairs of gold and found by overlap of letters and digits, best first.
fn pair<A, B>(gold: &[&Marked<A>], found: &[&Marked<B>]) -> Vec<(usize, usize)> {
    // Candidates are found by the places they share, not by trying all with all.
    let mut at: HashMap<usize, Vec<usize>> = HashMap::new();
    for (j, quote) in found.iter().enumerate() {
        for &place in &quote.places {
            at.entry(place).or_default().push(j);
        }
    }
    let mut scored = Vec::new();
    for (i, quote) in gold.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for j in quote.places.iter().filter_map(|place| at.get(place)).flatten() {
            *shared.entry(*j).or_default() += 1;
        }
        for (j, shared) in shared {
            let union = quote.places.len() + found[j].places.len() - shared;
            let overlap = ratio(shared, union);
            if overlap >= LEAST_OVERLAP {
                scored.push((overlap, i, j));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    scored
        .into_iter()
        .filter(|&(_, i, j)| {
            let is_free = !used_gold.contains(&i) && !used_found.contains(&j);
            if is_free {
                used_gold.insert(i);
                used_found.insert(j);
            }
            is_free
        })
        .map(|(_, i, j)| (i, j))
        .collect()
}
