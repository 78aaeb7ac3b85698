//! Titles ranked by every way.

use std::sync::Arc;

use super::*;

fn entries() -> Vec<Entry> {
    let entry = |labels: &[&str]| Entry {
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        description: None,
    };
    vec![entry(&["wire drawer", "draw machine operator"]), entry(&["nurse", "registered nurse"]), entry(&[])]
}

#[test]
fn the_plain_methods_find_what_shares_words_or_letters() {
    let words = Plain::bm25(&entries());
    assert_eq!(words.rank("Nurses", 5).iter().map(|hit| hit.0).collect::<Vec<_>>(), [1]);
    let letters = Plain::char_tfidf(&entries());
    assert_eq!(letters.rank("wiredrawing", 1).iter().map(|hit| hit.0).collect::<Vec<_>>(), [0]);
    assert_eq!(words.rank("", 5), []);
}

/// Concepts with several names each, made of what they do and what they do it with.
pub(crate) fn many() -> Vec<Entry> {
    let things = ["wire", "bread", "wood", "glass", "stone", "paper", "cloth", "leather", "steel", "clay"];
    let deeds = ["drawer", "baker", "cutter", "seller", "painter", "binder", "driver", "tester"];
    let entry = |thing: &str, deed: &str| {
        let verb = deed.trim_end_matches("er");
        let names = [
            format!("{thing} {deed}"),
            format!("{deed} of {thing}"),
            format!("senior {thing} {verb}ing worker"),
        ];
        Entry { labels: names.to_vec(), description: None }
    };
    things.iter().flat_map(|thing| deeds.iter().map(|deed| entry(thing, deed))).collect()
}

#[test]
fn the_score_is_what_all_ways_say_together() {
    let vectors = Vectors::train(&[many()], 5);
    let model = Model { vectors: Some(Arc::new(vectors)), ..Model::default() }.for_names(&many());
    assert!(model.vectors.is_some() && !model.own, "so few names are not trained on");
    let titles = Titles::of(&many(), &model, false);
    let found = [(3, 0.4, false), (78, 0.1, true), (3, 0.2, true)];
    let found = found.map(|(concept, surely, whole)| Found { concept, surely, whole });
    for query in ["glass cutting", "worker in steel", "bakers", "xyz", ""] {
        let (ways, weights) = (titles.ways(query, &found), titles.weights.to_array());
        let reach: f32 = [0, 1, 2, 3, 7].iter().map(|way| weights[*way]).sum();
        let full: Vec<f32> = (0..many().len())
            .map(|concept| {
                let said = ways.iter().zip(weights).map(|(way, weight)| way[concept] * weight);
                said.sum::<f32>() * 2.0 / reach
            })
            .collect();
        let (ranked, expected) = (titles.rank(query, &found, 10), best(&full, 10));
        assert_eq!(ranked.len(), expected.len(), "{query}");
        for (ranked, expected) in ranked.iter().zip(&expected) {
            assert!((ranked.1 - expected.1).abs() < 1e-5, "{query}: {ranked:?} {expected:?}");
        }
    }
    assert_eq!(titles.rank("driver of clay", &[], 1).first().map(|hit| hit.0), Some(78));
}

#[test]
fn training_gives_the_same_bytes_for_the_same_seed() {
    let trained = Vectors::train(&[many()], 5);
    assert_eq!(trained.to_bytes(), Vectors::train(&[many()], 5).to_bytes());
    assert_ne!(trained.to_bytes(), Vectors::train(&[many()], 6).to_bytes());
    assert_eq!(trained.languages, ["en"]);
}

#[test]
fn vectors_of_another_language_are_left_out() {
    let model = Model { vectors: Some(Arc::new(Vectors::train(&[many()], 5))), ..Model::default() };
    let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
    let german = ["Krankenpfleger für Kinder", "Leiter der Buchhaltung", "Fachkraft für Lagerlogistik"];
    let german = german.map(entry);
    let model = model.for_names(&german);
    assert_eq!(model.vectors, None);
    let titles = Titles::of(&german, &model, false);
    assert_eq!(titles.rank("Kinderkrankenpflegerin", &[], 1).first().map(|hit| hit.0), Some(0));
}

#[test]
fn titles_without_spaces_are_found() {
    let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
    let chinese = ["销售经理", "电气工程师", "小学教师", "护士"].map(entry);
    let titles = Titles::of(&chinese, &Model::default(), false);
    assert_eq!(titles.rank("电子工程师", &[], 1).first().map(|hit| hit.0), Some(1));
    let closed = ["salesmanager", "electricalengineer", "schoolteacher"].map(entry);
    let titles = Titles::of(&closed, &Model::default(), false);
    assert_eq!(titles.rank("engineerelectronics", &[], 1).first().map(|hit| hit.0), Some(1));
}

#[test]
fn a_description_finds_what_no_name_says() {
    let entry = |label: &str, description: &str| Entry {
        labels: vec![label.to_owned()],
        description: Some(description.to_owned()),
    };
    let entries = [
        entry("Nurse", "Cares for patients on a ward and gives them what a doctor has prescribed."),
        entry("Welder", "Joins plates and pipes of metal with an electric arc or a flame."),
    ];
    let single = Ways { words: 0.5, letters: 0.2, name_words: 0.1, name_letters: 0.2, ..Ways::default() };
    let model = Model { weights: Weights { single, ..Weights::default() }, ..Model::default() };
    let titles = Titles::of(&entries, &model, false);
    assert_eq!(titles.rank("joiner of pipes", &[], 1).first().map(|hit| hit.0), Some(1));
    assert_eq!(titles.rank("ward assistant", &[], 1).first().map(|hit| hit.0), Some(0));
}

#[test]
fn any_script_without_spaces_is_found_by_a_part_and_inside_more() {
    for (names, title, right) in [
        (["電気技師", "看護師", "調理師", "運転手"], "小学校の看護師", 1),
        (["គ្រូបង្រៀន", "គិលានុបដ្ឋាក", "ចុងភៅ", "អ្នកបើកបរ"], "គ្រូបង្រៀនភាសាអង់គ្លេស", 0),
        (["ဆရာဝန်", "သူနာပြု", "စားဖိုမှူး", "ယာဉ်မောင်း"], "ကုန်တင်ယာဉ်မောင်း", 3),
        (["电子工程师", "护士长", "厨师", "卡车司机"], "司机", 3),
        (["ຊ່າງໄຟຟ້າ", "ພະຍາບານ", "ພໍ່ຄົວ", "ຄົນຂັບລົດ"], "ຫົວໜ້າພະຍາບານ", 1),
    ] {
        let entries = names.map(|name| Entry { labels: vec![name.to_owned()], description: None });
        let titles = Titles::of(&entries, &Model::default(), false);
        assert_eq!(titles.rank(title, &[], 1).first().map(|hit| hit.0), Some(right), "{title}");
    }
}

#[test]
fn the_order_of_words_counts() {
    let entry = |labels: [&str; 2]| Entry { labels: labels.map(str::to_owned).to_vec(), description: None };
    let entries = [entry(["shop machine", "machine x"]), entry(["machine shop", "shop x"])];
    let only = Ways { phrases: 1.0, ..Ways::from_array([0.0; weights::WAYS]) };
    let model = Model { weights: Weights { several: only, ..Weights::default() }, ..Model::default() };
    let titles = Titles::of(&entries, &model, false);
    assert_eq!(titles.rank("machine shop worker", &[], 5).iter().map(|hit| hit.0).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_best_are_those_of_a_full_sort() {
    let scores = [0.5, 0.0, 0.7, 0.5, 0.1];
    assert_eq!(best(&scores, 3), [(2, 0.7), (0, 0.5), (3, 0.5)]);
    assert_eq!(best(&scores, 9).len(), 4);
}
