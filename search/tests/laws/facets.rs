//! Filters and facet counts against a plain reading of the documents.

use proptest::prelude::*;
use search::{
    Concept, Count, Document, DocumentConcept, DocumentKey, Facet, Filters, OccupationKey, POSTED_DAYS,
    PlaceKey, Position, Request, Role, SkillKey, WAGE_BANDS,
};

use crate::world::{COOK, METAL, SAVANNAKHET, SERVICE, SMITH, WELDER, WELDING, World, query};

const TODAY: i32 = 20_000;

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let place = prop::option::of(prop::sample::select(vec![10, 11, 13]));
    let unit = prop::option::of(prop::sample::select(vec![(WELDER, METAL), (SMITH, METAL), (COOK, SERVICE)]));
    let wage = prop::option::of(0..50_000_000_u64);
    let rest = (prop::option::of(0..3_u32), prop::option::of(any::<bool>()), 0..60_i32, any::<[bool; 3]>());
    let one = (place, unit, wage, rest).prop_map(|(place, unit, wage, (contract, abroad, age, coins))| {
        let mut document =
            Document::new(DocumentKey(0), if coins[0] { "red lamp" } else { "blue lamp" }, "", TODAY - age);
        document.province = place.map(PlaceKey);
        document.country = place.map(|_| PlaceKey(1));
        document.district = (place == Some(13) && coins[1]).then_some(PlaceKey(1301));
        document.occupation = unit.map(|unit| unit.0);
        document.occupation_group = unit.map(|unit| unit.1);
        document.wage = wage;
        document.contract = contract;
        document.abroad = abroad;
        document.position = coins[1].then_some(Position { lat: 15.0 + age as f32 / 20.0, lon: 103.0 });
        if coins[2] {
            document.concepts =
                vec![DocumentConcept { concept: Concept::Skill(WELDING), role: Role::Mentioned }];
        }
        document
    });
    prop::collection::vec(one, 1..40).prop_map(|mut all| {
        for (number, document) in all.iter_mut().enumerate() {
            document.key = DocumentKey(number as u128);
        }
        all
    })
}

fn filters() -> impl Strategy<Value = Filters> {
    let places = prop::collection::vec(prop::sample::select(vec![PlaceKey(10), SAVANNAKHET]), 0..2);
    let districts = prop::collection::vec(Just(PlaceKey(1301)), 0..2);
    let occupations = prop::collection::vec(prop::sample::select(vec![METAL, WELDER, COOK]), 0..2);
    let skills = prop::collection::vec(Just(WELDING), 0..2);
    let facets = vec![Facet::Province, Facet::Occupation, Facet::Wage, Facet::Contract, Facet::Abroad];
    let unstated = prop::collection::vec(prop::sample::select(facets), 0..2);
    let numbers = (
        prop::collection::vec(0..3_u32, 0..2),
        prop::option::of(0..40_000_000_u64),
        prop::option::of(0..40_u32),
        prop::option::of(any::<bool>()),
        prop::option::weighted(0.3, 50.0..400.0_f32),
    );
    (places, districts, occupations, skills, unstated, numbers).prop_map(
        |(provinces, districts, occupations, skills, not_stated, numbers)| {
            let (contracts, wage_min, posted_within, abroad, radius) = numbers;
            let within = radius.map(|km| (Position { lat: 16.0, lon: 103.0 }, km));
            let countries = if contracts.is_empty() { vec![] } else { vec![PlaceKey(1)] };
            Filters {
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
            }
        },
    )
}

/// Whether a document passes the filters of all dimensions but one.
fn passes(document: &Document, filters: &Filters, but: Option<Facet>) -> bool {
    let dimension = |facet: Facet, filtered: bool, stated: bool, passes: bool| {
        but == Some(facet)
            || match (filtered, filters.not_stated.contains(&facet)) {
                (false, false) => true,
                (true, false) => passes,
                (false, true) => !stated,
                (true, true) => !stated || passes,
            }
    };
    let among = |wanted: &[PlaceKey], place: Option<PlaceKey>| {
        wanted.is_empty() || place.is_some_and(|place| wanted.contains(&place))
    };
    let works = |wanted: &OccupationKey| {
        document.occupation == Some(*wanted) || document.occupation_group == Some(*wanted)
    };
    let skilled = |skill: &SkillKey| document.concepts.iter().any(|c| c.concept == Concept::Skill(*skill));
    let near = filters
        .within
        .is_none_or(|(centre, km)| document.position.is_some_and(|position| position.km_to(centre) <= km));
    near && filters.skills.iter().all(skilled)
        && among(&filters.countries, document.country)
        && dimension(
            Facet::Province,
            !filters.provinces.is_empty() || !filters.districts.is_empty(),
            document.province.is_some(),
            among(&filters.provinces, document.province) && among(&filters.districts, document.district),
        )
        && dimension(
            Facet::Occupation,
            !filters.occupations.is_empty(),
            document.occupation_group.is_some(),
            filters.occupations.iter().any(works),
        )
        && dimension(
            Facet::Wage,
            filters.wage_min.is_some(),
            document.wage.is_some(),
            document.wage >= filters.wage_min,
        )
        && dimension(
            Facet::Contract,
            !filters.contracts.is_empty(),
            document.contract.is_some(),
            document.contract.is_some_and(|kind| filters.contracts.contains(&kind)),
        )
        && dimension(
            Facet::Abroad,
            filters.abroad.is_some(),
            document.abroad.is_some(),
            document.abroad == filters.abroad,
        )
        && dimension(
            Facet::Posted,
            filters.posted_within.is_some(),
            true,
            filters.posted_within.is_none_or(|days| TODAY - document.posted <= days.cast_signed()),
        )
}

fn counts(
    documents: &[&Document],
    filters: &Filters,
    facet: Facet,
    value: impl Fn(&Document) -> Option<u32>,
) -> Vec<Count> {
    let mut all: Vec<Count> = Vec::new();
    for document in documents.iter().filter(|document| passes(document, filters, Some(facet))) {
        let value = value(document);
        match all.iter_mut().find(|count| count.value == value) {
            Some(count) => count.count += 1,
            None => all.push(Count { value, count: 1 }),
        }
    }
    all.sort_by_key(|count| (count.value.is_none(), count.value));
    all
}

/// What an index answers to filters is what reading all documents gives.
fn agrees(world: &World, documents: &[Document], filters: &Filters, red: bool) -> Result<(), TestCaseError> {
    let text = if red { "red" } else { "" };
    let request = Request { filters: filters.clone(), facets: true, limit: 100, today: TODAY, ..query(text) };
    let results = world.ask(&request);
    let texted: Vec<&Document> = documents.iter().filter(|d| !red || d.title.starts_with("red")).collect();
    let mut expected: Vec<u128> =
        texted.iter().filter(|d| passes(d, filters, None)).map(|d| d.key.0).collect();
    let mut found: Vec<u128> = results.hits.iter().map(|hit| hit.key.0).collect();
    found.sort_unstable();
    expected.sort_unstable();
    prop_assert_eq!(&found, &expected);
    prop_assert_eq!(results.total as usize, expected.len());
    let plain = world.ask(&Request { facets: false, ..request.clone() });
    prop_assert_eq!(&plain.hits, &results.hits);
    prop_assert_eq!(world.index.totals(&world.lexicon, &[request]).unwrap(), [results.total]);
    let all = &texted;
    let facets = &results.facets;
    prop_assert_eq!(&facets.province, &counts(all, filters, Facet::Province, |d| d.province.map(|p| p.0)));
    prop_assert_eq!(
        &facets.occupation,
        &counts(all, filters, Facet::Occupation, |d| d.occupation_group.map(|o| o.0))
    );
    prop_assert_eq!(&facets.contract, &counts(all, filters, Facet::Contract, |d| d.contract));
    prop_assert_eq!(&facets.abroad, &counts(all, filters, Facet::Abroad, |d| d.abroad.map(u32::from)));
    let band = |wage: u64| WAGE_BANDS.iter().rposition(|lower| *lower <= wage).unwrap() as u32;
    prop_assert_eq!(&facets.wage, &counts(all, filters, Facet::Wage, |d| d.wage.map(band)));
    for (count, days) in facets.posted.iter().zip(POSTED_DAYS) {
        let fresh = all
            .iter()
            .filter(|d| passes(d, filters, Some(Facet::Posted)) && TODAY - d.posted <= days.cast_signed());
        prop_assert_eq!(count.count as usize, fresh.count());
    }
    Ok(())
}

/// Filters of one dimension at most.
fn one_filter() -> impl Strategy<Value = Filters> {
    let all = (filters(), 0..6_usize, any::<bool>());
    all.prop_map(|(drawn, dimension, unstated)| {
        let Filters { provinces, districts, occupations, contracts, abroad, .. } = drawn;
        let (mut only, facet) = match dimension {
            0 => (Filters { provinces, ..Filters::default() }, Facet::Province),
            1 => (Filters { districts, ..Filters::default() }, Facet::Province),
            2 => (Filters { occupations, ..Filters::default() }, Facet::Occupation),
            3 => (Filters { contracts, ..Filters::default() }, Facet::Contract),
            4 => (Filters { abroad, ..Filters::default() }, Facet::Abroad),
            _ => (Filters { provinces, districts, ..Filters::default() }, Facet::Province),
        };
        only.not_stated.extend(unstated.then_some(facet));
        only
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn filters_and_counts_equal_a_plain_reading(documents in documents(), filters in prop::collection::vec(filters(), 6), red in any::<bool>()) {
        let world = World::of(documents.clone());
        for filters in filters {
            agrees(&world, &documents, &filters, red)?;
        }
    }

    #[test]
    fn a_single_filter_counts_like_a_plain_reading(documents in documents(), filters in prop::collection::vec(one_filter(), 12)) {
        let world = World::of(documents.clone());
        for filters in filters {
            agrees(&world, &documents, &filters, false)?;
        }
    }
}
