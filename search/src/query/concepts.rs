//! Concepts of a query as conditions on facts.

use crate::index::{Fact, IndexError};
use crate::{Concept, ConceptKind, Mention};

use super::condition::{Condition, Scored, Way, Worth};
use super::lookup::Lookup;
use super::weights::fixed;

/// Scores of a document that speaks of an occupation or a skill, and what it has more if it is for it.
const MENTIONED: f32 = 1.0;
const MAIN: f32 = 2.0;

/// A fact with a fixed score.
pub(crate) fn fact(lookup: &Lookup<'_>, fact: Fact, score: f32) -> Result<Scored, IndexError> {
    Ok(Scored { postings: lookup.fact(fact)?, worth: Worth::Fixed(fixed(score)) })
}

/// What one concept requires.
pub(crate) fn concept(lookup: &Lookup<'_>, concept: Concept) -> Result<Condition, IndexError> {
    match concept {
        Concept::Place(_) => Ok(Condition::term(fact(lookup, means(concept), MENTIONED)?)),
        Concept::Occupation(_) | Concept::Skill(_) => {
            let has = fact(lookup, means(concept), MENTIONED)?;
            let more = vec![fact(lookup, Fact::Main(concept), MAIN)?];
            Ok(Condition { ways: vec![Way::Term { has, more }] })
        }
    }
}

/// Any of some concepts.
fn any(lookup: &Lookup<'_>, concepts: impl IntoIterator<Item = Concept>) -> Result<Condition, IndexError> {
    let conditions: Result<Vec<Condition>, IndexError> =
        concepts.into_iter().map(|one| concept(lookup, one)).collect();
    Ok(Condition::any(conditions?))
}

/// The fact that a document must have to be about a concept.
pub(crate) fn means(concept: Concept) -> Fact {
    match concept {
        Concept::Place(place) => Fact::In(place.0),
        Concept::Occupation(_) | Concept::Skill(_) => Fact::Concept(concept),
    }
}

/// What a query's concepts require, each of the conditions for itself.
pub(crate) fn required(lookup: &Lookup<'_>, mentions: &[Mention]) -> Result<Vec<Condition>, IndexError> {
    groups(mentions).into_iter().map(|group| any(lookup, group)).collect()
}

/// Concepts of a query, of each group of which a document must be about one: one of the places, one of the
/// occupations, every skill. Mentions with one span are alternatives.
pub(crate) fn groups(mentions: &[Mention]) -> Vec<Vec<Concept>> {
    let mut all = Vec::new();
    for kind in [ConceptKind::Occupation, ConceptKind::Place] {
        let mut concepts: Vec<Concept> =
            mentions.iter().map(|mention| mention.concept).filter(|concept| concept.kind() == kind).collect();
        concepts.sort_unstable();
        concepts.dedup();
        if !concepts.is_empty() {
            all.push(concepts);
        }
    }
    let mut groups: Vec<Vec<Concept>> = Vec::new();
    let mut last = None;
    for mention in mentions.iter().filter(|mention| mention.concept.kind() == ConceptKind::Skill) {
        match groups.last_mut().filter(|_| last.as_ref() == Some(&mention.span)) {
            Some(group) => group.push(mention.concept),
            None => groups.push(vec![mention.concept]),
        }
        last = Some(mention.span.clone());
    }
    groups.sort_unstable();
    groups.dedup();
    all.extend(groups);
    all
}
