//! Highlighting of original texts.

use proptest::prelude::*;
use search::Piece;

use crate::text::texts;
use crate::world::{World, query};

fn marked(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect()
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn marks_show_stems_folding_typos_and_other_languages() {
    let world = World::usual();
    for (typed, text, expected) in [
        ("kitchens", "Managing the <kitchen>", vec!["kitchen"]),
        ("luong", "Lương cao", vec!["Lương"]),
        ("pipelins", "for pipelines, now", vec!["pipelines"]),
        ("welder", "ຕ້ອງການຊ່າງເຊື່ອມດ່ວນ", vec!["ຊ່າງເຊື່ອມ"]),
        ("ຊ່າງເຊື່ອມ", "We need a Welder & a cook", vec!["Welder"]),
        ("metal and machinery workers", "Blacksmith", vec!["Blacksmith"]),
        ("ເຫລັກ", "ໂຮງງານເຫຼັກ", vec!["ເຫຼັກ"]),
    ] {
        let results = world.ask(&query(typed));
        let pieces = results.highlighter.mark(text);
        assert_eq!(marked(&pieces), expected, "{typed} in {text}");
        assert_eq!(joined(&pieces), text);
    }
}

#[test]
fn a_mark_covers_whole_lao_syllables() {
    let world = World::usual();
    let results = world.ask(&search::Request { as_words: true, ..query("ຽງຈ") });
    assert_eq!(marked(&results.highlighter.mark("ນະຄອນຫຼວງວຽງຈັນ")), ["ວຽງຈັນ"]);
}

#[test]
fn a_snippet_shows_the_marks_of_a_long_text() {
    let world = World::usual();
    let text = format!("{} we need a welder today {}", "lorem ipsum ".repeat(40), "dolor sit ".repeat(40));
    let pieces = world.ask(&query("welder")).highlighter.snippet(&text, 80);
    assert_eq!(marked(&pieces), ["welder"]);
    assert!(joined(&pieces).chars().count() <= 80);
}

/// What `link` finds in a text of the concepts that a query was read as, or of those below them.
fn mentioned(world: &World, understood: &[search::Mention], text: &str) -> String {
    let lexicon = &world.lexicon;
    let asked =
        |concept| understood.iter().any(|mention| lexicon.with_ancestors(concept).contains(&mention.concept));
    let spans =
        lexicon.link(text).into_iter().filter(|mention| asked(mention.concept)).map(|mention| mention.span);
    let mut marked = vec![false; text.len()];
    for span in spans {
        marked[span].fill(true);
    }
    marked.into_iter().map(|marked| if marked { 'x' } else { '-' }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn marks_of_concepts_are_what_linking_the_whole_text_finds(
        typed in prop::sample::select(vec![
            "welder", "ຊ່າງເຊື່ອມ", "thợ hàn", "savannakhet", "ສະຫວັນນະເຂດ", "vientiane", "accounting", "java", "java developer", "laos",
            "metal and machinery workers",
        ]),
        text in texts(),
    ) {
        thread_local! {
            static WORLD: World = World::usual();
        }
        WORLD.with(|world| {
            let results = world.ask(&query(typed));
            prop_assert!(!results.understood.is_empty() && results.words.is_empty());
            let pieces = results.highlighter.mark(&text);
            let seen = |piece: &Piece| if piece.marked { "x" } else { "-" }.repeat(piece.text.len());
            let seen: String = pieces.iter().map(seen).collect();
            prop_assert_eq!(seen, mentioned(world, &results.understood, &text));
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn pieces_are_the_text(typed in texts(), text in texts(), most in 1..60_usize) {
        thread_local! {
            static WORLD: World = World::usual();
        }
        WORLD.with(|world| {
            let marks = world.ask(&query(&typed)).highlighter;
            prop_assert_eq!(joined(&marks.mark(&text)), text.clone());
            let snippet = marks.snippet(&text, most);
            let kept: String = joined(&snippet);
            prop_assert!(kept.chars().count() <= most.max(2));
            prop_assert!(text.contains(kept.trim_matches('…')) || text.contains('…'));
            Ok(())
        })?;
    }
}
