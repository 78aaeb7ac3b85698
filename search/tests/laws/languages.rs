//! What was understood counts, not the language it was typed in.

use crate::world::{World, query};

#[test]
fn the_same_concepts_in_any_language_give_the_same_answer() {
    let world = World::usual();
    for texts in [
        &["welder", "ຊ່າງເຊື່ອມ", "ช่างเชื่อม", "thợ hàn", "THO HAN", "Welders"][..],
        &[
            "ຊ່າງເຊື່ອມ ສະຫວັນນະເຂດ",
            "welder savannakhet",
            "thợ hàn savannakhet",
            "savannakhet welder",
            "ຊ່າງເຊື່ອມສະຫວັນນະເຂດ",
            "welder ສະຫວັນນະເຂດ",
            "ຊ່າງເຊື່ອມ savannakhet",
            "thợ hàn ສະຫວັນນະເຂດ",
            "ช่างเชื่อม savannakhet",
            "welderສະຫວັນນະເຂດ",
            "ຊ່າງເຊື່ອມsavannakhet",
        ],
        &["cook", "ພໍ່ຄົວ", "พ่อครัว", "đầu bếp", "chef"],
    ] {
        let first = world.ask(&query(texts[0]));
        assert!(first.total > 0);
        assert!(first.words.is_empty());
        for text in texts {
            let results = world.ask(&query(text));
            let order = |results: &search::Results| {
                results.hits.iter().map(|hit| (hit.key, hit.score.to_bits())).collect::<Vec<_>>()
            };
            assert_eq!((results.total, order(&results)), (first.total, order(&first)), "{text}");
        }
    }
}

#[test]
fn other_diacritics_are_another_word() {
    let world = World::usual();
    assert!(world.lexicon.understand("thọ hàn").concepts.is_empty());
    assert_eq!(world.lexicon.understand("tho han").concepts.len(), 1);
}

#[test]
fn a_near_stem_gives_way_to_the_exact_label() {
    let world = World::usual();
    let read = world.lexicon.understand("accounting");
    assert_eq!(read.concepts.len(), 1);
    assert_eq!(read.concepts[0].label, "accounting");
}

#[test]
fn a_lexicon_does_not_depend_on_the_order_of_its_labels() {
    let mut labels = crate::world::labels();
    labels.reverse();
    let turned = search::Lexicon::build(labels, crate::world::parents().into_iter().rev());
    assert_eq!(turned.fingerprint(), crate::world::lexicon().fingerprint());
    assert_ne!(turned.fingerprint(), search::Lexicon::build([], []).fingerprint());
}
