//! Following changes ends where rebuilding ends, whatever crashes and replays lie between.

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::{Change, Document, DocumentKey, Filters, Index, Kind, Lexicon, Request};

use crate::world::{SAVANNAKHET, TEXTS, WELDER, document, lexicon, query};

/// What happens to an index.
#[derive(Debug, Clone)]
enum Event {
    /// These rows change and are applied: key and text, or nothing for a deletion.
    Apply(Vec<(u128, Option<usize>)>),
    /// The last batch is applied once more.
    Replay,
    /// The process dies and starts again.
    Crash,
    /// The index is lost.
    Lose,
    /// The index is rebuilt.
    Rebuild,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let rows = prop::collection::vec((0..8_u128, prop::option::weighted(0.7, 0..TEXTS.len())), 1..6);
    let event = prop_oneof![
        6 => rows.prop_map(Event::Apply),
        1 => Just(Event::Replay),
        2 => Just(Event::Crash),
        1 => Just(Event::Lose),
        1 => Just(Event::Rebuild),
    ];
    prop::collection::vec(event, 1..14)
}

fn row(lexicon: &Lexicon, key: u128, text: usize) -> Document {
    let mut row = document(lexicon, key, TEXTS[text].0, TEXTS[text].1);
    row.province = TEXTS[text].2;
    row
}

/// Total, hits with rounded scores, counts.
type Answer = (u64, Vec<(DocumentKey, i32)>, search::Facets);

fn probes(index: &Index, lexicon: &Lexicon) -> Vec<Answer> {
    let texts = [
        "",
        "welder",
        "welder savannakhet",
        "managers kitchen salary",
        "ເຫຼັກ",
        "lương excel",
        "pipelins",
        "ນະຄອນຫຼວງ",
    ];
    let in_province = Filters { provinces: vec![SAVANNAKHET], ..Filters::default() };
    let in_occupation = Filters { occupations: vec![WELDER], ..Filters::default() };
    let filtered = [in_province, in_occupation].map(|filters| Request { filters, ..query("") });
    texts
        .iter()
        .map(|text| query(text))
        .chain(filtered)
        .map(|request| answer(index, lexicon, request))
        .collect()
}

fn answer(index: &Index, lexicon: &Lexicon, request: Request) -> Answer {
    let results = index.search(lexicon, &Request { facets: true, limit: 50, ..request }).unwrap();
    let hits = results.hits.iter().map(|hit| (hit.key, (hit.score * 256.0).round() as i32)).collect();
    (results.total, hits, results.facets)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn following_equals_rebuilding(events in events()) {
        let lexicon = lexicon();
        let folder = tempfile::tempdir().unwrap();
        let mut index = Index::open(folder.path(), Kind::People).unwrap();
        let mut rows: BTreeMap<u128, Document> = BTreeMap::new();
        let mut last: Vec<Change> = Vec::new();
        let mut watermark = 0;
        for event in events {
            match event {
                Event::Apply(batch) => {
                    last.clear();
                    for (key, text) in batch {
                        if let Some(document) = text.map(|text| row(&lexicon, key, text)) {
                                rows.insert(key, document.clone());
                                last.push(Change::Put(Box::new(document)));
                            } else {
                                rows.remove(&key);
                                last.push(Change::Delete(DocumentKey(key)));
                            }
                    }
                    watermark += 1;
                    index.apply(&lexicon, last.clone(), watermark).unwrap();
                }
                Event::Replay => index.apply(&lexicon, last.clone(), watermark).unwrap(),
                Event::Crash => {
                    drop(index);
                    index = Index::open(folder.path(), Kind::People).unwrap();
                    prop_assert!(!index.was_reset());
                }
                Event::Lose => {
                    drop(index);
                    std::fs::remove_dir_all(folder.path().join("people")).unwrap();
                    index = Index::open(folder.path(), Kind::People).unwrap();
                    prop_assert!(index.was_reset());
                    let all = rows.values().map(|row| Change::Put(Box::new(row.clone()))).collect();
                    index.apply(&lexicon, all, watermark).unwrap();
                }
                Event::Rebuild => {
                    let written = index.rebuild(&lexicon, rows.values().cloned(), watermark).unwrap();
                    prop_assert_eq!(written as usize, rows.len());
                }
            }
            prop_assert_eq!(index.watermark(), watermark);
            prop_assert_eq!(index.len() as usize, rows.len());
            // What is remembered of everything must not outlive the next change.
            let filters = Filters { provinces: vec![SAVANNAKHET], ..Filters::default() };
            let counted: u64 = answer(&index, &lexicon, Request { filters, ..query("") })
                .2
                .province
                .iter()
                .map(|count| count.count)
                .sum();
            prop_assert_eq!(counted as usize, rows.len());
        }
        let elsewhere = tempfile::tempdir().unwrap();
        let fresh = Index::open(elsewhere.path(), Kind::People).unwrap();
        fresh.rebuild(&lexicon, rows.values().cloned(), watermark).unwrap();
        prop_assert_eq!(probes(&index, &lexicon), probes(&fresh, &lexicon));
    }
}

#[test]
fn the_last_change_of_a_row_in_a_batch_wins() {
    let lexicon = lexicon();
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Kind::People).unwrap();
    let put = |text| Change::Put(Box::new(row(&lexicon, 1, text)));
    index.apply(&lexicon, vec![put(0), Change::Delete(DocumentKey(1)), put(5), put(6)], 3).unwrap();
    assert_eq!(index.len(), 1);
    assert_eq!(index.search(&lexicon, &query("ພະນັກງານບັນຊີ")).unwrap().total, 1);
    assert_eq!(index.lexicon_fingerprint(), lexicon.fingerprint());
    let twice = [row(&lexicon, 1, 0), row(&lexicon, 1, 5)];
    assert_eq!(index.rebuild(&lexicon, twice.into_iter(), 4).unwrap(), 1);
    assert_eq!(index.search(&lexicon, &query("chef")).unwrap().total, 1);
}
