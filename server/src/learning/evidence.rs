//! What speaks for a wording as a name of a concept? Labels near to it, and what people opened.

use super::store::Clicked;
use crate::reference::ReferenceBook;
use crate::reference::model::row_id;
use search::{Concept, ConceptKind, How, OccupationKey};
use std::collections::{BTreeMap, BTreeSet};

/// Nearest concepts that are looked at: occupations, skills.
const NEAREST: [(ConceptKind, usize); 2] = [(ConceptKind::Occupation, 3), (ConceptKind::Skill, 2)];
/// From this likeness on a label speaks for its concept.
const LIKE: f32 = 0.4;
/// From this share of the openings on they speak for their occupation.
const SHARE: f32 = 0.4;
/// From this share of common terms on two queries are about the same.
const COMMON: f32 = 0.5;
/// Proposals for a wording.
const MOST: usize = 3;

/// What speaks for a concept.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The concept.
    pub concept: Concept,
    /// Its label nearest to the wording.
    pub label: String,
    /// 0 to 1: pairs of characters that wording and label share (Dice).
    pub likeness: f32,
    /// Vacancies of this occupation that were opened from results of this query and of those like it.
    pub clicks: i64,
    /// All vacancies that were opened from those results.
    pub of_clicks: i64,
    /// How many queries that were.
    pub queries: usize,
}

impl Evidence {
    /// The reason in words.
    pub fn reason(&self) -> String {
        let mut reasons = Vec::new();
        if self.likeness >= LIKE {
            reasons.push(format!("is near to the label “{}” (likeness {:.2})", self.label, self.likeness));
        }
        if self.clicks > 0 {
            let Self { clicks, of_clicks, queries, .. } = self;
            reasons.push(format!(
                "{clicks} of {of_clicks} openings from results of {queries} like queries were of this occupation"
            ));
        }
        reasons.join("; ")
    }

    fn weight(&self) -> f32 {
        self.likeness + self.clicks as f32 / self.of_clicks.max(1) as f32
    }
}

/// The part of a query that no label explains letter for letter; none if all of it is explained.
pub(super) fn unexplained(book: &ReferenceBook, query: &str) -> Option<String> {
    let understood = book.lexicon.understand(query);
    let sure = || understood.concepts.iter().filter(|mention| mention.how != How::Typo);
    if understood.words.is_empty() && sure().count() == understood.concepts.len() {
        return None;
    }
    let mut rest = query.to_owned();
    for mention in sure() {
        if let Some(named) = rest.get(mention.span.clone()) {
            rest.replace_range(mention.span.clone(), &"\n".repeat(named.len()));
        }
    }
    let parts = rest.split('\n').map(str::trim).filter(|part| part.chars().any(char::is_alphabetic));
    parts.max_by_key(|part| part.chars().count()).map(str::to_owned)
}

/// Openings by query, made ready for comparing.
pub(super) struct Openings(Vec<(BTreeSet<String>, Clicked)>);

impl Openings {
    pub(super) fn of(clicked: Vec<Clicked>) -> Self {
        Self(clicked.into_iter().map(|row| (terms(&row.query), row)).collect())
    }

    /// Openings by occupation from queries that are about the same as `wording`, and how many those were.
    fn near(&self, wording: &str) -> (BTreeMap<i32, i64>, usize) {
        let wanted = terms(wording);
        let alike = |held: &BTreeSet<String>| {
            let smaller = wanted.len().min(held.len()).max(1) as f32;
            wanted.intersection(held).count() as f32 / smaller >= COMMON
        };
        let mut occupations: BTreeMap<i32, i64> = BTreeMap::new();
        let mut queries = BTreeSet::new();
        for (_, row) in self.0.iter().filter(|(held, _)| alike(held)) {
            *occupations.entry(row.occupation_id).or_default() += row.clicks;
            queries.insert(row.query.as_str());
        }
        (occupations, queries.len())
    }
}

fn terms(text: &str) -> BTreeSet<String> {
    search::terms(text).into_iter().collect()
}

/// What speaks for concepts that `wording` may name, most first.
pub(super) fn evidence(book: &ReferenceBook, openings: &Openings, wording: &str) -> Vec<Evidence> {
    let mut found: BTreeMap<Concept, Evidence> = BTreeMap::new();
    for (kind, limit) in NEAREST {
        for ranked in book.lexicon.rank(wording, kind, limit) {
            let near = likely(wording, ranked.concept, &ranked.label);
            if near.likeness >= LIKE {
                found.insert(ranked.concept, near);
            }
        }
    }
    let (occupations, queries) = openings.near(wording);
    let all: i64 = occupations.values().sum();
    for (occupation, clicks) in occupations {
        let concept = Concept::Occupation(OccupationKey(occupation.unsigned_abs()));
        if clicks as f32 >= SHARE * all as f32 {
            let label = book.name(concept, search::Language::English);
            let held = found.entry(concept).or_insert_with(|| likely(wording, concept, label));
            (held.clicks, held.of_clicks, held.queries) = (clicks, all, queries);
        }
    }
    let mut found: Vec<Evidence> = found.into_values().collect();
    found.sort_by(|a, b| b.weight().total_cmp(&a.weight()).then(row_id(a.concept).cmp(&row_id(b.concept))));
    found.truncate(MOST);
    found
}

/// What the likeness of a label says; nothing of openings yet.
fn likely(wording: &str, concept: Concept, label: &str) -> Evidence {
    let (likeness, label) = (likeness(wording, label), label.to_owned());
    Evidence { concept, likeness, label, clicks: 0, of_clicks: 0, queries: 0 }
}

/// The share of pairs of neighbouring characters that two folded texts have in common (Dice 1945).
fn likeness(one: &str, other: &str) -> f32 {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let folded = search::fold(text);
        let next = folded.chars().skip(1).collect::<Vec<_>>();
        folded.chars().zip(next).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let both = one.intersection(&other).count() as f32;
    2.0 * both / (one.len() + other.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_one_for_the_same_and_zero_for_nothing_in_common() {
        assert!((likeness("Welder", "welder") - 1.0).abs() < f32::EPSILON);
        assert!(likeness("abc", "xyz").abs() < f32::EPSILON && likeness("", "").abs() < f32::EPSILON);
        assert!(likeness("weldar", "welder") > 0.5);
    }

    #[test]
    fn openings_speak_for_queries_that_share_their_words() {
        let row =
            |query: &str, occupation_id, clicks| Clicked { query: query.to_owned(), occupation_id, clicks };
        let openings =
            Openings::of(vec![row("steel fixer", 1, 5), row("steel bender", 2, 4), row("cook", 3, 9)]);
        let (near, queries) = openings.near("steel fitter");
        assert_eq!((near, queries), (BTreeMap::from([(1, 5), (2, 4)]), 2));
        assert_eq!(openings.near("driver").1, 0);
    }
}
