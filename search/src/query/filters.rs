//! Filters as facts of the index, and as tests on columns where facets are counted past them.

use tantivy::query::{BooleanQuery, Query};

use crate::index::{Fact, Fields};
use crate::{Concept, Facet, Filters, Position};

use super::concepts::{any, fact};

/// Conditions that are tested on the columns of each document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tests {
    /// Keys and whether "not stated" passes, for dimensions that facets count past.
    pub(crate) provinces: Vec<u64>,
    pub(crate) districts: Vec<u64>,
    pub(crate) occupations: Vec<u32>,
    pub(crate) contracts: Vec<u64>,
    pub(crate) abroad: Option<u64>,
    pub(crate) wage_min: Option<u64>,
    pub(crate) earliest: Option<i64>,
    pub(crate) within: Option<(Position, f32)>,
    pub(crate) not_stated: Vec<Facet>,
}

/// What filters require of the index and what is left to test.
pub(crate) fn split(
    fields: &Fields,
    filters: &Filters,
    facets: bool,
    today: i32,
) -> (Vec<Box<dyn Query>>, Tests) {
    let Filters {
        provinces,
        districts,
        countries,
        occupations,
        skills,
        contracts,
        wage_min,
        posted_within,
        abroad,
        within,
        not_stated,
    } = filters;
    let mut required: Vec<Box<dyn Query>> = Vec::new();
    let mut tests = Tests {
        wage_min: *wage_min,
        earliest: posted_within.map(|days| i64::from(today) - i64::from(days)),
        within: *within,
        not_stated: not_stated.clone(),
        ..Tests::default()
    };
    for skill in skills {
        required.push(fact(fields, Fact::Concept(Concept::Skill(*skill)), 0.0));
    }
    if !countries.is_empty() {
        required.push(one_of(fields, countries.iter().map(|place| Fact::Country(place.0)).collect()));
    }
    if facets {
        tests.provinces = provinces.iter().map(|place| u64::from(place.0)).collect();
        tests.districts = districts.iter().map(|place| u64::from(place.0)).collect();
        tests.occupations = occupations.iter().map(|key| key.0).collect();
        tests.contracts = contracts.iter().map(|kind| u64::from(*kind)).collect();
        tests.abroad = abroad.map(u64::from);
        return (required, tests);
    }
    tests.not_stated.retain(|facet| matches!(facet, Facet::Wage | Facet::Posted));
    let stated = [
        (Facet::Province, place_facts(filters, fields)),
        (Facet::Occupation, list(fields, occupations.iter().map(|key| Fact::Occupation(key.0)))),
        (Facet::Contract, list(fields, contracts.iter().map(|kind| Fact::Contract(*kind)))),
        (Facet::Abroad, list(fields, abroad.iter().map(|abroad| Fact::Abroad(*abroad)))),
    ];
    for (facet, condition) in stated {
        let unstated = not_stated.contains(&facet).then(|| fact(fields, Fact::Unstated(facet), 0.0));
        let alternatives: Vec<Box<dyn Query>> = condition.into_iter().chain(unstated).collect();
        if !alternatives.is_empty() {
            required.push(any(alternatives));
        }
    }
    (required, tests)
}

fn list(fields: &Fields, facts: impl Iterator<Item = Fact>) -> Option<Box<dyn Query>> {
    let facts: Vec<Fact> = facts.collect();
    (!facts.is_empty()).then(|| one_of(fields, facts))
}

/// One of the provinces and, if districts are given, one of these.
fn place_facts(filters: &Filters, fields: &Fields) -> Option<Box<dyn Query>> {
    let provinces = list(fields, filters.provinces.iter().map(|place| Fact::Province(place.0)));
    let districts = list(fields, filters.districts.iter().map(|place| Fact::District(place.0)));
    match (provinces, districts) {
        (Some(province), Some(district)) => {
            Some(Box::new(BooleanQuery::intersection(vec![province, district])))
        }
        (one, other) => one.or(other),
    }
}

fn one_of(fields: &Fields, facts: Vec<Fact>) -> Box<dyn Query> {
    any(facts.into_iter().map(|one| fact(fields, one, 0.0)).collect())
}
