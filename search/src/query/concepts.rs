//! Concepts of a query as facts of the index.

use tantivy::query::{BooleanQuery, ConstScoreQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::index::{Fact, Fields};
use crate::{Concept, ConceptKind, Mention};

/// Scores of a document that is for an occupation or has a skill, and of one that speaks of it.
const MAIN: f32 = 2.0;
const MENTIONED: f32 = 1.0;

/// One fact with a fixed score.
pub(crate) fn fact(fields: &Fields, fact: Fact, score: f32) -> Box<dyn Query> {
    let query = TermQuery::new(fact.term(fields), IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}

/// Any of these queries.
pub(crate) fn any(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match (queries.pop(), queries.is_empty()) {
        (Some(only), true) => only,
        (Some(last), false) => {
            queries.push(last);
            Box::new(BooleanQuery::union(queries))
        }
        (None, _) => Box::new(tantivy::query::EmptyQuery),
    }
}

/// Documents that one concept finds.
pub(crate) fn concept(fields: &Fields, concept: Concept) -> Box<dyn Query> {
    match concept {
        Concept::Place(place) => fact(fields, Fact::In(place.0), MENTIONED),
        Concept::Occupation(_) | Concept::Skill(_) => any(vec![
            fact(fields, Fact::Concept(concept), MENTIONED),
            fact(fields, Fact::Main(concept), MAIN),
        ]),
    }
}

/// What a query's concepts require, each of the conditions for itself: one of the places, one of the
/// occupations, every skill. Mentions with one span are alternatives.
pub(crate) fn required(fields: &Fields, mentions: &[Mention]) -> Vec<Box<dyn Query>> {
    let mut conditions = Vec::new();
    for kind in [ConceptKind::Occupation, ConceptKind::Place] {
        let mut concepts: Vec<Concept> =
            mentions.iter().map(|mention| mention.concept).filter(|concept| concept.kind() == kind).collect();
        concepts.sort_unstable();
        concepts.dedup();
        if !concepts.is_empty() {
            conditions.push(any(concepts.into_iter().map(|one| concept(fields, one)).collect()));
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
    conditions.extend(
        groups.into_iter().map(|group| any(group.into_iter().map(|one| concept(fields, one)).collect())),
    );
    conditions
}
