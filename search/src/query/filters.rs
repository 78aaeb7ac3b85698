//! Filters as facts of the index, and as tests on columns where facets are counted past them.

use crate::index::{Fact, IndexError};
use crate::{Concept, Facet, Filters, Position};

use super::concepts::fact;
use super::condition::Condition;
use super::lookup::Lookup;

/// Pairs of province and occupation that are asked as one fact each, at most.
const PAIRS: usize = 32;

/// Conditions that are tested on the columns of each document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tests {
    /// Keys for dimensions that facets count past.
    pub(crate) provinces: Vec<u64>,
    pub(crate) districts: Vec<u64>,
    pub(crate) occupations: Vec<u32>,
    pub(crate) contracts: Vec<u64>,
    pub(crate) abroad: Option<u64>,
    pub(crate) wage_min: Option<u64>,
    pub(crate) earliest: Option<i64>,
    pub(crate) within: Option<(Position, f32)>,
    /// Dimensions in which "not stated" passes.
    pub(crate) not_stated: Vec<Facet>,
}

/// All dimensions of facets.
const DIMENSIONS: [Facet; 6] =
    [Facet::Province, Facet::Occupation, Facet::Wage, Facet::Contract, Facet::Abroad, Facet::Posted];

impl Tests {
    /// What no fact tells of documents, where facets are not counted: wage, day and distance.
    pub(crate) fn on_columns(filters: &Filters, today: i32) -> Self {
        let Filters { wage_min, posted_within, within, not_stated, .. } = filters;
        let columns = |facet: &&Facet| matches!(facet, Facet::Wage | Facet::Posted);
        Self {
            wage_min: *wage_min,
            earliest: posted_within.map(|days| i64::from(today) - i64::from(days)),
            within: *within,
            not_stated: not_stated.iter().filter(columns).copied().collect(),
            ..Self::default()
        }
    }

    /// Whether nothing is tested.
    pub(crate) fn are_none(&self) -> bool {
        self.within.is_none() && DIMENSIONS.into_iter().all(|facet| !self.restrict(facet))
    }

    /// Whether nothing is tested but one dimension, and this by one list of facts. Of provinces and districts
    /// together only the districts are a condition.
    pub(crate) fn are_only(&self, dimension: Facet) -> bool {
        let others = DIMENSIONS.into_iter().filter(|facet| *facet != dimension);
        let one_list = self.provinces.is_empty() || self.districts.is_empty();
        self.within.is_none() && one_list && others.into_iter().all(|facet| !self.restrict(facet))
    }

    /// Whether a dimension is tested, be it only for stating something.
    fn restrict(&self, facet: Facet) -> bool {
        self.name(facet) || self.not_stated.contains(&facet)
    }

    /// Whether a filter names values of a dimension.
    pub(crate) fn name(&self, facet: Facet) -> bool {
        match facet {
            Facet::Province => !self.provinces.is_empty() || !self.districts.is_empty(),
            Facet::Occupation => !self.occupations.is_empty(),
            Facet::Wage => self.wage_min.is_some(),
            Facet::Contract => !self.contracts.is_empty(),
            Facet::Abroad => self.abroad.is_some(),
            Facet::Posted => self.earliest.is_some(),
        }
    }
}

/// Filters as the engine takes them.
pub(crate) struct Split {
    /// Every document found meets all of these.
    pub(crate) required: Vec<Condition>,
    /// Every document found meets all of these; one that misses a single one may be counted.
    pub(crate) counted_past: Vec<(Facet, Condition)>,
    /// What is tested on columns, all that is counted past included.
    pub(crate) tests: Tests,
}

/// What filters require of the index and what is left to test.
pub(crate) fn split(
    lookup: &Lookup<'_>,
    filters: &Filters,
    facets: bool,
    today: i32,
) -> Result<Split, IndexError> {
    let Filters { provinces, districts, occupations, contracts, abroad, .. } = filters;
    let mut tests = Tests::on_columns(filters, today);
    let (required, mut counted_past) = (if facets { of_any(filters) } else { lists(filters) }, Vec::new());
    if facets {
        tests.provinces = provinces.iter().map(|place| u64::from(place.0)).collect();
        tests.districts = districts.iter().map(|place| u64::from(place.0)).collect();
        tests.occupations = occupations.iter().map(|key| key.0).collect();
        tests.contracts = contracts.iter().map(|kind| u64::from(*kind)).collect();
        tests.abroad = abroad.map(u64::from);
        tests.not_stated.clone_from(&filters.not_stated);
        counted_past = each_dimension(filters);
    }
    let conditions = |lists: &[Vec<Fact>]| -> Result<Vec<Condition>, IndexError> {
        lists.iter().filter(|facts| !facts.is_empty()).map(|facts| one_of(lookup, facts)).collect()
    };
    let past = |(facet, facts): (Facet, Vec<Fact>)| Ok((facet, one_of(lookup, &facts)?));
    let counted_past = counted_past.into_iter().filter(|(_, facts)| !facts.is_empty()).map(past);
    Ok(Split {
        required: conditions(&required)?,
        counted_past: counted_past.collect::<Result<_, IndexError>>()?,
        tests,
    })
}

/// Facts of which a document has one of each list, whether facets are counted or not.
fn of_any(filters: &Filters) -> Vec<Vec<Fact>> {
    let Filters { skills, countries, .. } = filters;
    let mut lists: Vec<Vec<Fact>> =
        skills.iter().map(|skill| vec![Fact::Concept(Concept::Skill(*skill))]).collect();
    lists.push(countries.iter().map(|place| Fact::Country(place.0)).collect());
    lists
}

/// Facts of which a document that passes has one of each list, but for what is tested on columns
/// ([`Tests::on_columns`]). Empty lists are met by all.
pub(crate) fn lists(filters: &Filters) -> Vec<Vec<Fact>> {
    let mut lists = of_any(filters);
    lists.extend(facts(filters));
    lists
}

/// Facts of which a document that passes has one of each list, a list for each dimension.
fn each_dimension(filters: &Filters) -> Vec<(Facet, Vec<Fact>)> {
    let provinces = filters.provinces.iter().map(|place| Fact::Province(place.0)).collect();
    let places: Vec<Fact> = filters.districts.iter().map(|place| Fact::District(place.0)).collect();
    let dimensions = [
        (Facet::Province, if places.is_empty() { provinces } else { places }),
        (Facet::Occupation, filters.occupations.iter().map(|key| Fact::Occupation(key.0)).collect()),
        (Facet::Contract, filters.contracts.iter().map(|kind| Fact::Contract(*kind)).collect()),
        (Facet::Abroad, filters.abroad.iter().map(|abroad| Fact::Abroad(*abroad)).collect()),
    ];
    dimensions.into_iter().map(|(facet, facts)| (facet, with_unstated(filters, facet, facts))).collect()
}

/// Facts of a dimension, and that of stating nothing there if this passes.
fn with_unstated(filters: &Filters, facet: Facet, mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.extend(filters.not_stated.contains(&facet).then_some(Fact::Unstated(facet)));
    facts
}

/// What the dimensions require that have facts: one of each list, empty lists being met by all.
fn facts(filters: &Filters) -> Vec<Vec<Fact>> {
    let provinces = filters.provinces.iter().map(|place| Fact::Province(place.0)).collect();
    let districts: Vec<Fact> = filters.districts.iter().map(|place| Fact::District(place.0)).collect();
    let occupations = filters.occupations.iter().map(|key| Fact::Occupation(key.0)).collect();
    let contracts = filters.contracts.iter().map(|kind| Fact::Contract(*kind)).collect();
    let abroad = filters.abroad.iter().map(|abroad| Fact::Abroad(*abroad)).collect();
    let mut dimensions: Vec<(Facet, Vec<Fact>)> = vec![(Facet::Contract, contracts), (Facet::Abroad, abroad)];
    match local(filters) {
        Some(local) => dimensions.push((Facet::Province, local)),
        None => dimensions.extend([(Facet::Province, provinces), (Facet::Occupation, occupations)]),
    }
    if !districts.is_empty() {
        // Both lists belong to one dimension: each is met by those that state no province, if these pass.
        dimensions.retain(|(facet, facts)| *facet != Facet::Province || !facts.is_empty());
        dimensions.push((Facet::Province, districts));
    }
    dimensions.into_iter().map(|(facet, facts)| with_unstated(filters, facet, facts)).collect()
}

/// Provinces and occupations as pairs, where both are asked for and there are not too many.
fn local(filters: &Filters) -> Option<Vec<Fact>> {
    let Filters { provinces, occupations, not_stated, .. } = filters;
    let pairs = provinces.len() * occupations.len();
    let lax = not_stated.contains(&Facet::Province) || not_stated.contains(&Facet::Occupation);
    if lax || !(1..=PAIRS).contains(&pairs) {
        return None;
    }
    let pair = |province: u32| occupations.iter().map(move |occupation| Fact::local(province, occupation.0));
    provinces.iter().flat_map(|place| pair(place.0)).collect()
}

fn one_of(lookup: &Lookup<'_>, facts: &[Fact]) -> Result<Condition, IndexError> {
    let mut any = Vec::with_capacity(facts.len());
    for one in facts {
        any.push(Condition::term(fact(lookup, *one, 0.0)?));
    }
    Ok(Condition::any(any))
}
