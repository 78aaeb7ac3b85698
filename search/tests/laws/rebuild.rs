//! A rebuild on several threads is like one that takes a row after the other.

use search::{BrokenOff, Document, DocumentKey, Index, IndexError, Kind, OccupationKey};

use crate::world::{World, lexicon, query};

#[test]
fn the_last_document_of_a_key_stays_whoever_wrote_it() {
    let lexicon = lexicon();
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Kind::People).unwrap();
    let rows = (0..600_u128).map(Ok);
    let documents = |row: u128| -> Vec<Document> {
        let one = |part: u128| {
            let key = DocumentKey((row * 7 + part) % 50);
            Document::new(key, format!("row{row} part{part}"), "", 20_000)
        };
        (0..3).map(one).collect()
    };
    assert_eq!(index.rebuild_from(&lexicon, rows, documents, 9).unwrap(), 50);
    assert_eq!((index.len(), index.watermark()), (50, 9));
    let mut last = std::collections::BTreeMap::new();
    for document in (0..600).flat_map(documents) {
        last.insert(document.key, document.title);
    }
    for (key, title) in last {
        let request = search::Request { as_words: true, all_words: true, ..query(&title) };
        let hits = index.search(&lexicon, &request).unwrap().hits;
        assert_eq!(hits.iter().map(|hit| hit.key).collect::<Vec<_>>(), [key], "{title}");
    }
}

#[test]
fn what_breaks_off_or_has_no_room_leaves_the_index_as_it_was() {
    let world = World::usual();
    let row = |number: u128| Document::new(DocumentKey(number), "new", "", 20_000);
    let broken = (0..300).map(|number| if number == 200 { Err(BrokenOff) } else { Ok(row(number)) });
    let failed = world.index.rebuild_whole(&world.lexicon, broken, 2);
    assert!(matches!(failed, Err(IndexError::BrokenOff)));
    let wide = (0..1_000).map(|number| {
        let mut document = row(number);
        document.occupation_group = (number == 500).then_some(OccupationKey(u32::MAX));
        document
    });
    let failed = world.index.rebuild(&world.lexicon, wide, 2);
    assert!(matches!(failed, Err(IndexError::NoRoom { what: "group of occupations", .. })));
    assert_eq!((world.index.len(), world.index.watermark()), (9, 1));
    assert_eq!(world.index.rebuild(&world.lexicon, (0..300).map(row), 3).unwrap(), 300);
}

#[test]
fn rows_that_all_threads_refuse_end_the_rebuild() {
    let world = World::usual();
    // More than wait in any queue, so that whoever sends them would wait for ever.
    let wide = (0..10_000_u128).map(|number| {
        let mut document = Document::new(DocumentKey(number), "new", "", 20_000);
        document.occupation_group = Some(OccupationKey(u32::MAX));
        document
    });
    let failed = world.index.rebuild(&world.lexicon, wide, 2);
    assert!(matches!(failed, Err(IndexError::NoRoom { .. })));
    assert_eq!((world.index.len(), world.index.watermark()), (9, 1));
}
