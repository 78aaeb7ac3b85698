//! Lists of concepts ranked for texts.

use super::*;
use crate::{Label, OccupationKey, Ways, Weights};

fn entries(concepts: &[&[&str]]) -> Vec<Entry> {
    let names = |names: &&[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    concepts.iter().map(|concept| Entry { labels: names(concept), description: None }).collect()
}

fn first(concepts: &[&[&str]], kind: ConceptKind, text: &str) -> Option<usize> {
    let lexicon = Lexicon::of_entries(&entries(concepts), kind, &Model::default());
    lexicon.rank_entries(text, kind, 5).first().map(|(place, _)| *place)
}

#[test]
fn a_name_that_is_the_text_stands_before_one_that_holds_it() {
    let concepts: [&[&str]; 3] = [&["night nurse", "nurse assistant"], &["nurse"], &["welder"]];
    assert_eq!(first(&concepts, ConceptKind::Occupation, "Nurse"), Some(1));
    assert_eq!(first(&concepts, ConceptKind::Occupation, "assistant nurse"), Some(0));
}

#[test]
fn a_misspelt_word_is_read_as_the_one_that_was_meant() {
    let concepts: [&[&str]; 2] = [&["electrician"], &["physician"]];
    assert_eq!(first(&concepts, ConceptKind::Occupation, "electrican"), Some(0));
}

#[test]
fn a_list_with_an_entry_without_names_is_answered_by_the_places_of_the_others() {
    let concepts: [&[&str]; 3] = [&["baker"], &[" "], &["welder"]];
    assert_eq!(first(&concepts, ConceptKind::Occupation, "welder"), Some(2));
}

#[test]
fn words_that_are_short_or_begin_otherwise_or_differ_more_are_left_as_they_are() {
    let lexicon = Lexicon::of_entries(
        &entries(&[&["violist"], &["mailman"], &["nurse"], &["electrician"]]),
        ConceptKind::Occupation,
        &Model::default(),
    );
    for text in ["violinist", "tailman", "nurze"] {
        assert_eq!(lexicon.corrected(text), text);
    }
    assert_ne!(lexicon.corrected("electrican"), "electrican");
}

#[test]
fn a_name_inside_a_text_is_found_in_any_script() {
    for (names, text, right) in [
        ([["电气工程师", "电工"], ["护士", "护理员"]], "医院护士", 1),
        ([["ຊ່າງໄຟຟ້າ", "ຊ່າງໄຟ"], ["ພະຍາບານ", "ນາງພະຍາບານ"]], "ຢາກເປັນພະຍາບານ", 1),
        ([["ช่างไฟฟ้า", "ช่างไฟ"], ["พยาบาล", "นางพยาบาล"]], "อยากเป็นพยาบาล", 1),
    ] {
        let concepts: Vec<&[&str]> = names.iter().map(<[&str; 2]>::as_slice).collect();
        let lexicon = Lexicon::of_entries(&entries(&concepts), ConceptKind::Occupation, &Model::default());
        let [.., inside, _] = lexicon.ways(text);
        assert!(inside[right] > 0.0 && inside[1 - right] <= 0.0, "{text}: {inside:?}");
    }
}

#[test]
fn names_found_count_more_where_they_are_in_several_languages() {
    let label = |number, text: &str, language| Label {
        concept: Concept::Occupation(OccupationKey(number)),
        text: text.to_owned(),
        language,
        preferred: true,
        shared: false,
    };
    let score = |second: Language| {
        let labels = [
            label(0, "nurse", Language::English),
            label(0, "ward nurse", second),
            label(1, "baker", Language::English),
            label(1, "bread baker", second),
        ];
        let several = Ways { found: 0.0, whole: 0.0, ..Ways::default() };
        let model = Model { weights: Weights { several, ..Weights::default() }, ..Model::default() };
        Lexicon::build_with(labels, [], model).rank("nurse", ConceptKind::Occupation, 1)[0].score
    };
    assert!(score(Language::Other) > score(Language::English) + 1.0);
}

#[test]
fn a_lexicon_weighed_otherwise_answers_as_one_built_so() {
    let concepts: [&[&str]; 3] =
        [&["night nurse", "nurse assistant"], &["nurse", "sister"], &["welder", "arc welder"]];
    let weights = Weights { several: Ways { letters: 0.1, ..Ways::default() }, ..Weights::default() };
    let with = |weights: &Weights| {
        let model = Model { weights: weights.clone(), ..Model::default() };
        Lexicon::of_entries(&entries(&concepts), ConceptKind::Occupation, &model)
    };
    let asked = |lexicon: &Lexicon| lexicon.rank_entries("assistant of nurses", ConceptKind::Occupation, 5);
    let (plain, built) = (with(&Weights::default()), asked(&with(&weights)));
    assert_eq!(asked(&plain.weighed_as(weights.clone())), built, "before anything is read");
    let before = asked(&plain);
    assert_ne!(before, built);
    assert_eq!(asked(&plain.weighed_as(weights)), built);
    assert_eq!(asked(&plain), before);
}

#[test]
fn a_skill_is_found_in_a_sentence_once_by_the_best_of_its_names() {
    let concepts: [&[&str]; 3] = [
        &["manage staff", "lead employees", "supervise everybody in the kitchen of a restaurant"],
        &["weld metal"],
        &["drive lorries"],
    ];
    let strict = Covering { rarity: 1.5, grammar: 0.1, bracketed: 0.3, wholeness: 1.5, like: 0.5, gap: 0.1 };
    let model = Model { weights: Weights { sentences: strict, ..Weights::default() }, ..Model::default() };
    let lexicon = Lexicon::of_entries(&entries(&concepts), ConceptKind::Skill, &model);
    let sentence =
        "in our restaurant you will lead the employees, and everybody in the kitchen is of good cheer";
    let ranked = lexicon.rank(sentence, ConceptKind::Skill, 5);
    assert_eq!(ranked.iter().map(|found| found.label.as_str()).collect::<Vec<_>>(), ["lead employees"]);
}
