//! What searches find.

use search::{Change, DocumentKey, Filters, Index, IndexError, Kind, Position, Request, Sort};

use crate::world::{CAPITAL, METAL, SAVANNAKHET, VIENTIANE, World, documents, lexicon, query};

#[test]
fn an_empty_text_finds_everything_newest_first() {
    let world = World::usual();
    assert_eq!(world.keys(""), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
}

#[test]
fn a_word_is_found_in_title_before_body_and_by_its_stem() {
    let world = World::usual();
    assert_eq!(world.keys("kitchens"), [6]);
    assert_eq!(
        world.keys("manager"),
        [9, 6].into_iter().filter(|k| world.keys("manager").contains(k)).collect::<Vec<_>>()
    );
    assert!(!world.keys("manager").is_empty());
    assert_eq!(world.keys("knife"), [] as [u128; 0]);
}

#[test]
fn all_words_find_what_each_of_them_finds() {
    let world = World::usual();
    let words = ["manager", "kitchen", "welder", "steel", "unheardofword"];
    let found = |text: String| {
        let request = Request { as_words: true, all_words: true, limit: 100, ..query(&text) };
        world.ask(&request).hits.iter().map(|hit| hit.key).collect::<std::collections::BTreeSet<_>>()
    };
    for one in words {
        for other in words {
            let (left, right) = (found(one.to_owned()), found(other.to_owned()));
            let both: std::collections::BTreeSet<_> = left.intersection(&right).copied().collect();
            assert_eq!(found(format!("{one} {other}")), both, "{one} and {other}");
        }
    }
}

#[test]
fn vietnamese_is_found_with_and_without_diacritics() {
    let world = World::usual();
    assert_eq!(world.keys("lương"), [3]);
    assert_eq!(world.keys("luong"), [3]);
    assert_eq!(world.keys("truong"), [8]);
}

#[test]
fn a_part_of_an_unspaced_text_is_found() {
    let world = World::usual();
    assert_eq!(world.keys("ເຫຼັກ"), [2]);
    assert_eq!(world.keys("ໂຮງງານເຫລັກ"), [2]);
    assert!(world.keys("ວຽງຈັນ").contains(&7));
}

#[test]
fn a_misspelt_word_is_found() {
    let world = World::usual();
    assert_eq!(world.keys("pipelins"), [1]);
    assert_eq!(world.keys("kafak"), [9]);
}

#[test]
fn a_misspelt_concept_is_understood() {
    let world = World::usual();
    let right = world.keys("welder savannakhet");
    assert_eq!(right.len(), 3);
    assert_eq!(world.keys("weldre savanakhet"), right);
    assert_eq!(world.keys("ຊ່າງເຊືອມ ສະຫວັນນະເຂດ"), right);
    assert_eq!(world.keys("ຊ່າງເຊືອມສະຫວັນນະເຂດ"), right);
}

#[test]
fn a_wider_occupation_finds_those_below_and_main_ones_first() {
    let world = World::usual();
    assert_eq!(world.keys("metal and machinery workers"), [5, 4, 3, 2, 1]);
    assert_eq!(world.keys("welder"), [4, 3, 2, 1, 5]);
}

#[test]
fn two_places_are_alternatives_and_so_are_two_meanings_of_one_name() {
    let world = World::usual();
    let results = world.ask(&query("welder vientiane"));
    assert_eq!(results.understood.len(), 3);
    assert_eq!(results.hits.iter().map(|hit| hit.key.0).collect::<Vec<_>>(), [3, 5]);
    assert_eq!(world.keys("welder savannakhet or vientiane capital"), [4, 3, 2, 1]);
}

#[test]
fn function_words_are_dropped_when_something_else_remains() {
    let world = World::usual();
    let results = world.ask(&query("looking for welder jobs in savannakhet province"));
    assert_eq!(results.words, [] as [String; 0]);
    assert_eq!(results.total, 3);
    assert_eq!(world.ask(&query("ວຽກຊ່າງເຊື່ອມຢູ່ສະຫວັນນະເຂດ")).total, 3);
    assert_eq!(world.ask(&query("jobs")).words, ["jobs"]);
}

#[test]
fn as_words_understands_nothing() {
    let world = World::usual();
    let results = world.ask(&Request { as_words: true, ..query("welder") });
    assert!(results.understood.is_empty());
    assert_eq!(results.hits.iter().map(|hit| hit.key.0).collect::<Vec<_>>(), [1, 5]);
}

#[test]
fn hits_say_what_they_matched() {
    let world = World::usual();
    let results = world.ask(&query("Welder pipelines kafka"));
    assert_eq!(results.hits[0].matched, ["Welder", "pipelines"]);
}

#[test]
fn sorts_put_unknown_values_last() {
    let world = World::usual();
    let by = |sort| {
        let results = world.ask(&Request { sort, ..query("") });
        results.hits.iter().map(|hit| hit.key.0).collect::<Vec<_>>()
    };
    assert_eq!(by(Sort::Wage), [9, 8, 6, 5, 3, 2, 1, 4, 7]);
    let near = by(Sort::Near(Position { lat: 16.5, lon: 100.0 }));
    assert_eq!(near, [1, 2, 4, 5, 3, 6, 7, 8, 9]);
    let circle = Filters { within: Some((Position { lat: 16.5, lon: 100.0 }, 50.0)), ..Filters::default() };
    let results = world.ask(&Request { filters: circle, ..query("") });
    assert_eq!(results.total, 3);
    assert!(results.hits.iter().all(|hit| hit.km.is_some_and(|km| km <= 50.0)));
}

#[test]
fn pages_follow_each_other() {
    let world = World::usual();
    let page = |offset| {
        let results = world.ask(&Request { offset, limit: 4, ..query("") });
        results.hits.iter().map(|hit| hit.key.0).collect::<Vec<_>>()
    };
    assert_eq!([page(0), page(4), page(8), page(12)].concat(), world.keys(""));
}

#[test]
fn searches_that_share_misspelt_words_are_counted_like_each_alone() {
    let world = World::usual();
    let texts = ["pipelins", "pipelins kitchen", "kitchin", "welder pipelins", "xyzzyx", "pipelins"];
    let requests: Vec<Request> = texts.iter().map(|text| query(text)).collect();
    let alone: Vec<u64> = requests.iter().map(|request| world.ask(request).total).collect();
    assert!(alone[0] > 0 && alone[0] != alone[1], "{alone:?}");
    assert_eq!(world.index.totals(&world.lexicon, &requests).unwrap(), alone);
}

#[test]
fn filters_count_like_searches() {
    let world = World::usual();
    for filters in [
        Filters { provinces: vec![SAVANNAKHET, VIENTIANE], ..Filters::default() },
        Filters { occupations: vec![METAL], ..Filters::default() },
        Filters { provinces: vec![CAPITAL], wage_min: Some(5_000_000), ..Filters::default() },
        Filters { posted_within: Some(5), ..Filters::default() },
    ] {
        let request = Request { filters, ..query("") };
        let faceted = Request { facets: true, ..request.clone() };
        let total = world.ask(&faceted).total;
        assert_eq!(world.index.totals(&world.lexicon, std::slice::from_ref(&request)).unwrap(), [total]);
        assert_eq!(world.ask(&request).hits, world.ask(&faceted).hits);
        assert!(world.ask(&request).total > 0);
    }
}

#[test]
fn one_process_writes_and_a_reader_follows_it() {
    let world = World::usual();
    assert!(matches!(Index::open(world.folder.path(), Kind::Vacancies), Err(IndexError::Locked { .. })));
    let reader = Index::open_reader(world.folder.path(), Kind::Vacancies).unwrap();
    assert!(matches!(reader.apply(&world.lexicon, Vec::new(), 2), Err(IndexError::ReadOnly)));
    assert_eq!(reader.len(), 9);
    world.index.apply(&world.lexicon, vec![Change::Delete(DocumentKey(1))], 2).unwrap();
    wait_until(|| reader.watermark() == 2);
    assert_eq!(reader.len(), 8);
    world.index.rebuild(&world.lexicon, documents(&lexicon()).into_iter(), 7).unwrap();
    wait_until(|| reader.watermark() == 7);
    assert_eq!(reader.len(), 9);
}

fn wait_until(holds: impl Fn() -> bool) {
    for _ in 0..1_000_000 {
        if holds() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("it never came to hold");
}

#[test]
fn a_damaged_index_is_replaced_by_an_empty_one() {
    let World { index, folder, .. } = World::usual();
    drop(index);
    let again = Index::open(folder.path(), Kind::Vacancies).unwrap();
    assert!(!again.was_reset());
    assert_eq!((again.watermark(), again.len()), (1, 9));
    drop(again);
    let home = folder.path().join("vacancies");
    let generation = home.join(std::fs::read_to_string(home.join("CURRENT")).unwrap());
    let segment = std::fs::read_dir(&generation).unwrap().flatten().map(|entry| entry.path());
    let term = segment.into_iter().find(|path| path.extension().is_some_and(|ext| ext == "term")).unwrap();
    let mut bytes = std::fs::read(&term).unwrap();
    bytes[10] ^= 0xff;
    std::fs::write(&term, bytes).unwrap();
    let fresh = Index::open(folder.path(), Kind::Vacancies).unwrap();
    assert!(fresh.was_reset());
    assert_eq!((fresh.watermark(), fresh.len()), (0, 0));
}

#[test]
fn endless_and_broken_queries_are_answered() {
    let world = World::usual();
    let many = (0..500).map(|n| format!("wörd{n}")).collect::<Vec<_>>().join(" ");
    let queries = ["x".repeat(10_000), "ກ".repeat(10_000), "\u{301}".repeat(3_000), "ໍ່".repeat(500), many];
    for text in queries {
        let results = world.ask(&query(&text));
        assert!(results.words.len() <= 64);
    }
    assert!(world.ask(&query(&"welder ".repeat(65))).cut);
    assert!(!world.ask(&query(&"welder ".repeat(64))).cut);
}

#[test]
fn a_title_weighs_more_than_a_body_and_the_word_itself_more_than_its_stem() {
    let texts = [
        ("something", "an advert that speaks of managers and much besides"),
        ("something", "an advert that speaks of a manager and much besides"),
        ("managers", "an advert that speaks of something and much besides"),
        ("manager", "an advert that speaks of something and much besides"),
    ];
    let documents = texts.iter().enumerate().map(|(number, (title, body))| {
        search::Document::new(DocumentKey(number as u128), *title, *body, 20_000)
    });
    let world = World::of(documents.collect());
    assert_eq!(world.keys("manager"), [3, 1, 2, 0]);
    assert_eq!(world.keys("managers"), [2, 0, 3, 1]);
}
