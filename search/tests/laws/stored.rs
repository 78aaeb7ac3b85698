//! Stored searches and documents meet exactly where a search finds the document.

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::{
    Change, Document, DocumentKey, Facet, Filters, Index, Kind, PlaceKey, Position, Request, SearchKey,
    StoredSearches,
};

use crate::world::{
    ACCOUNTANT, CAPITAL, COOK, JAVA, KAYSONE, LAOS, METAL, SAVANNAKHET, SMITH, VIENTIANE, WELDER, WELDING,
    World, document, lexicon, query,
};

/// Words as people type them, and as adverts have them.
const WORDS: &[&str] = &[
    "welder",
    "weldre",
    "ຊ່າງເຊື່ອມ",
    "ຊ່າງເຊືອມ",
    "ສະຫວັນນະເຂດ",
    "ວຽງຈັນ",
    "ເຫຼັກ",
    "ໂຮງງານ",
    "ໂຮງ",
    "ກາ",
    "ງ",
    "pipelins",
    "pipelines",
    "managers",
    "manager",
    "managing",
    "lương",
    "luong",
    "kế toán",
    "thợ hàn",
    "kafak",
    "kafka",
    "java",
    "lava",
    "Java developer",
    "savanakhet",
    "Vientiane",
    "xang",
    "C++",
    ".NET",
    "kitchin",
    "kitchens",
    "ช่างเชื่อม",
    "ทำงาน",
    "พนักงานบัญชี",
    "arc welding",
    "accounting",
    "the",
    "of",
    "=thợ",
    "~",
    "7",
    "driver's",
    "ມີປະສົບການ",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    let part = (prop::sample::select(WORDS), prop::sample::select(vec![" ", " ", "", ", "]));
    let mixed = prop::collection::vec(part, 0..most)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect::<String>());
    prop_oneof![9 => mixed, 1 => "\\PC{0,12}"]
}

fn advert() -> impl Strategy<Value = Document> {
    let place = prop::option::of(prop::sample::select(vec![CAPITAL, VIENTIANE, SAVANNAKHET]));
    let numbers = (
        prop::option::of(prop_oneof![0..50_000_000_u64, Just(4_000_000), Just(u64::MAX)]),
        prop::option::of(0..3_u32),
        prop::option::of(any::<bool>()),
        19_950..20_020_i32,
        any::<bool>(),
    );
    (text(4), text(12), place, numbers).prop_map(|(title, body, place, numbers)| {
        let (wage, contract, abroad, posted, coin) = numbers;
        let mut advert = document(&lexicon(), 1, &title, &body);
        advert.province = place;
        advert.country = place.filter(|_| coin).map(|_| LAOS);
        advert.district = (place == Some(SAVANNAKHET) && coin).then_some(KAYSONE);
        advert.position = place.map(|place| Position { lat: 10.0 + place.0 as f32 / 2.0, lon: 100.0 });
        (advert.wage, advert.contract, advert.abroad, advert.posted) = (wage, contract, abroad, posted);
        advert
    })
}

fn some<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    let none_mostly = prop_oneof![3 => Just(0_usize), 2 => 1..3_usize];
    let one = prop::sample::select(values.to_vec());
    none_mostly.prop_flat_map(move |count| prop::collection::vec(one.clone(), count))
}

fn filters() -> impl Strategy<Value = Filters> {
    let facets =
        [Facet::Province, Facet::Occupation, Facet::Wage, Facet::Contract, Facet::Abroad, Facet::Posted];
    let lists = (
        some(&[CAPITAL, SAVANNAKHET]),
        some(&[KAYSONE, PlaceKey(9)]),
        some(&[LAOS]),
        some(&[METAL, WELDER, SMITH, COOK, ACCOUNTANT]),
        some(&[WELDING, JAVA]),
        some(&[0_u32, 1, 2]),
        some(&facets),
    );
    let values = (
        prop::option::weighted(0.3, prop_oneof![0..50_000_000_u64, Just(4_000_000)]),
        prop::option::weighted(0.3, 0..40_u32),
        prop::option::weighted(0.2, any::<bool>()),
        prop::option::weighted(0.2, 50.0..400.0_f32),
    );
    (lists, values).prop_map(|(lists, (wage_min, posted_within, abroad, radius))| {
        let (provinces, districts, countries, occupations, skills, contracts, not_stated) = lists;
        let within = radius.map(|km| (Position { lat: 16.0, lon: 100.0 }, km));
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
    })
}

fn request() -> impl Strategy<Value = Request> {
    let filters = prop_oneof![1 => Just(Filters::default()), 1 => filters()];
    let wider = prop_oneof![4 => Just(BTreeMap::new()), 1 => Just(BTreeMap::from([(SAVANNAKHET, LAOS)]))];
    (text(4), any::<[bool; 4]>(), filters, wider).prop_map(|(text, coins, filters, wider)| Request {
        as_words: coins[0] && coins[1],
        all_words: coins[2],
        facets: coins[3],
        filters,
        wider,
        limit: 100,
        ..query(&text)
    })
}

/// What a search finds, per request.
fn found(world: &World, requests: &[Request]) -> Vec<Vec<DocumentKey>> {
    let keys = |request| {
        let mut keys: Vec<DocumentKey> = world.ask(request).hits.iter().map(|hit| hit.key).collect();
        keys.sort_unstable();
        keys
    };
    requests.iter().map(keys).collect()
}

/// What the documents meet, per request.
fn met(stored: &StoredSearches, documents: &[Document], requests: usize) -> Vec<Vec<DocumentKey>> {
    let mut all = vec![Vec::new(); requests];
    for document in documents {
        for SearchKey(at) in stored.met_by(&lexicon(), document, 20_010).unwrap() {
            all[at as usize].push(document.key);
        }
    }
    all
}

fn store(world: &World, requests: &[Request]) -> StoredSearches {
    let mut stored = StoredSearches::default();
    let keyed = requests.iter().enumerate().map(|(at, request)| (SearchKey(at as u128), request));
    stored.put_all(&world.index, &world.lexicon, keyed).unwrap();
    stored
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_document_alone_meets_the_searches_that_find_it(
        advert in advert(),
        requests in prop::collection::vec(request(), 1..24),
    ) {
        let world = World::of(vec![advert.clone()]);
        let stored = store(&world, &requests);
        prop_assert_eq!(met(&stored, &[advert], requests.len()), found(&world, &requests));
    }

    #[test]
    fn documents_among_others_meet_the_searches_that_find_them(
        adverts in prop::collection::vec(advert(), 1..8),
        requests in prop::collection::vec(request(), 1..24),
    ) {
        let mut adverts = adverts;
        adverts.iter_mut().enumerate().for_each(|(at, advert)| advert.key = DocumentKey(at as u128));
        let world = World::of(adverts.clone());
        let stored = store(&world, &requests);
        prop_assert_eq!(met(&stored, &adverts, requests.len()), found(&world, &requests));
    }

    #[test]
    fn searches_that_come_and_go_leave_nothing_behind(
        advert in advert(),
        requests in prop::collection::vec(request(), 1..12),
        events in prop::collection::vec((0..6_usize, prop::option::weighted(0.6, 0..12_usize)), 1..60),
    ) {
        let world = World::of(vec![advert.clone()]);
        let mut stored = StoredSearches::default();
        let mut kept = BTreeMap::new();
        for (key, request) in events {
            let request = request.map(|at| &requests[at % requests.len()]);
            let there = kept.remove(&key).is_some();
            if let Some(request) = request {
                stored.put(&world.index, &world.lexicon, SearchKey(key as u128), request).unwrap();
                kept.insert(key, request.clone());
            } else {
                prop_assert_eq!(stored.remove(SearchKey(key as u128)), there);
            }
            prop_assert_eq!(stored.len(), kept.len());
            let mut met: Vec<usize> =
                stored.met_by(&world.lexicon, &advert, 20_010).unwrap().iter().map(|key| key.0 as usize).collect();
            met.sort_unstable();
            let expected: Vec<usize> = kept
                .iter()
                .filter(|(_, request)| world.ask(request).total > 0)
                .map(|(key, _)| *key)
                .collect();
            prop_assert_eq!(met, expected);
        }
    }
}

fn met_later(world: &World, text: &str, title: &str, body: &str) -> bool {
    let stored = store(world, &[query(text)]);
    let later = document(&world.lexicon, 77, title, body);
    !stored.met_by(&world.lexicon, &later, 20_010).unwrap().is_empty()
}

#[test]
fn the_first_document_with_a_word_nobody_had_is_met() {
    let world = World::usual();
    assert!(met_later(&world, "quantumfoam", "Cook", "knows quantumfoam"));
    assert!(met_later(&world, "ໄກ່ຍ່າງ", "Cook", "ຂາຍໄກ່ຍ່າງ"));
    assert!(!met_later(&world, "quantumfoam", "Cook", "knows fish"));
}

#[test]
fn a_known_word_is_not_taken_for_a_slip_because_one_document_lacks_it() {
    let world = World::usual();
    assert!(met_later(&world, "kafka", "Developer", "kafka"));
    assert!(!met_later(&world, "kafka", "Developer", "kafko"));
}

#[test]
fn a_misspelt_word_stands_for_what_it_stood_for_when_it_was_stored() {
    let world = World::usual();
    assert!(met_later(&world, "pipelins", "Plumber", "pipelines"));
    assert!(met_later(&world, "pipelins", "Plumber", "pipelins"));
    assert!(!met_later(&world, "pipelins", "Plumber", "pipes"));
}

#[test]
fn a_stretch_does_not_begin_in_the_title_and_end_in_the_body() {
    let lexicon = lexicon();
    let world = World::of(vec![document(&lexicon, 1, "พนั", "กงาน")]);
    let request = Request { as_words: true, ..query("พนักงาน") };
    assert_eq!(world.ask(&request).words, ["พนักงาน"]);
    assert_eq!(world.ask(&request).total, 0);
}

#[test]
fn a_document_that_no_index_takes_in_is_an_error() {
    let world = World::usual();
    let stored = store(&world, &[query("")]);
    let mut document = Document::new(DocumentKey(1), "", "", 20_000);
    assert_eq!(stored.met_by(&world.lexicon, &document, 20_010).unwrap(), [SearchKey(0)]);
    document.contract = Some(63);
    assert!(stored.met_by(&world.lexicon, &document, 20_010).is_err());
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Kind::People).unwrap();
    assert!(index.apply(&world.lexicon, vec![Change::Put(Box::new(document))], 1).is_err());
}
