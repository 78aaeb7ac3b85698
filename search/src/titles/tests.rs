//! Titles ranked by every method, and weights fitted.

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
    let words = Titles::build(&entries(), &Method::Bm25);
    assert_eq!(words.rank("Nurses", 5).iter().map(|hit| hit.0).collect::<Vec<_>>(), [1]);
    let letters = Titles::build(&entries(), &Method::CharTfidf);
    assert_eq!(letters.rank("wiredrawing", 1).iter().map(|hit| hit.0).collect::<Vec<_>>(), [0]);
    assert_eq!(words.rank("", 5), []);
}

/// Concepts with several names each, made of what they do and what they do it with.
fn many() -> Vec<Entry> {
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
fn the_shipped_method_says_what_its_ways_say_together() {
    let vectors = Vectors::train(&[many()], 5);
    let model = Model { vectors: Some(vectors), ..Model::default() };
    let titles = Titles::build(&many(), &Method::Shipped(&model));
    let Ranking::Shipped { parts, weights, foreign } = &titles.ranking else { panic!("ours") };
    assert!(*foreign, "so few names are not trained on");
    for query in ["glass cutting", "worker in steel", "bakers", "xyz", ""] {
        let ways = parts.ways(query);
        let full: Vec<f32> = (0..parts.concepts())
            .map(|concept| {
                ways.iter().zip(weights.to_array()).map(|(way, weight)| way[concept] * weight).sum()
            })
            .collect();
        let found = titles.rank(query, 10);
        let expected = best(&full, 10);
        assert_eq!(found.len(), expected.len(), "{query}");
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found.1 - expected.1).abs() < 1e-5, "{query}: {found:?} {expected:?}");
        }
    }
    assert_eq!(titles.rank("driver of clay", 1).first().map(|hit| hit.0), Some(78));
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
    let model = Model { vectors: Some(Vectors::train(&[many()], 5)), ..Model::default() };
    let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
    let german = ["Krankenpfleger für Kinder", "Leiter der Buchhaltung", "Fachkraft für Lagerlogistik"];
    let titles = Titles::build(&german.map(entry), &Method::Shipped(&model));
    assert!(titles.parts().is_some() && !titles.is_foreign());
    assert_eq!(titles.rank("Kinderkrankenpflegerin", 1).first().map(|hit| hit.0), Some(0));
}

#[test]
fn titles_without_spaces_are_found() {
    let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
    let chinese = ["销售经理", "电气工程师", "小学教师", "护士"].map(entry);
    let titles = Titles::build(&chinese, &Method::Shipped(&Model::default()));
    assert_eq!(titles.rank("电子工程师", 1).first().map(|hit| hit.0), Some(1));
    let closed = ["salesmanager", "electricalengineer", "schoolteacher"].map(entry);
    let titles = Titles::build(&closed, &Method::Shipped(&Model::default()));
    assert_eq!(titles.rank("engineerelectronics", 1).first().map(|hit| hit.0), Some(1));
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
    let model = Model { weights: Weights { single, ..Weights::default() }, vectors: None };
    let titles = Titles::build(&entries, &Method::Shipped(&model));
    assert_eq!(titles.rank("joiner of pipes", 1).first().map(|hit| hit.0), Some(1));
    assert_eq!(titles.rank("ward assistant", 1).first().map(|hit| hit.0), Some(0));
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
        let titles = Titles::build(&entries, &Method::Shipped(&Model::default()));
        assert_eq!(titles.rank(title, 1).first().map(|hit| hit.0), Some(right), "{title}");
    }
}

/// Titles about glass, leather and wood, with the concepts that they mean.
fn judged() -> Judged {
    let titles = ["glass cutting", "selling leather", "wooden paint"].iter().zip([26, 59, 20]);
    Judged {
        entries: many(),
        queries: titles.map(|(title, right)| ((*title).to_owned(), vec![right])).collect(),
    }
}

#[test]
fn a_fit_finds_the_judged_concepts_and_leaves_silent_ways_alone() {
    let silent = Ways { centre: 0.3, nearest: 0.4, name_words: 0.5, description: 0.6, ..Ways::default() };
    let model = Model { weights: Weights { several: silent, ..Weights::default() }, vectors: None };
    let fitted = model.fit(&[judged()]);
    let titles = Titles::build(&many(), &Method::Shipped(&Model { weights: fitted.clone(), vectors: None }));
    for (title, right) in judged().queries {
        assert_eq!(titles.rank(&title, 1).first().map(|hit| hit.0), right.first().copied(), "{title}");
    }
    let silent = Ways { centre: 0.3, nearest: 0.4, name_words: 0.5, description: 0.6, ..fitted.several };
    assert_eq!(fitted.several, silent);
    assert_eq!(model.fit(&[judged(), judged()]), fitted, "a set is not worth more for being given twice");
}

#[test]
fn a_fit_does_not_see_the_weights_there_are() {
    let odd = Ways { letters: 0.1, phrases: 0.9, ..Ways::default() };
    let biased = Model { weights: Weights { several: odd, single: odd, foreign: 1.0 }, vectors: None };
    let fitted = biased.fit(&[judged()]);
    assert_eq!(fitted.several, Model::default().fit(&[judged()]).several);
    assert_eq!(fitted.single, Model::default().fit(&[judged()]).single);
}

#[test]
fn the_order_of_words_counts() {
    let entry = |labels: [&str; 2]| Entry { labels: labels.map(str::to_owned).to_vec(), description: None };
    let entries = [entry(["shop machine", "machine x"]), entry(["machine shop", "shop x"])];
    let only = Ways { phrases: 1.0, ..Ways::from_array([0.0; weights::WAYS]) };
    let model = Model { weights: Weights { several: only, ..Weights::default() }, vectors: None };
    let titles = Titles::build(&entries, &Method::Shipped(&model));
    assert_eq!(titles.rank("machine shop worker", 5).iter().map(|hit| hit.0).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_best_are_those_of_a_full_sort() {
    let scores = [0.5, 0.0, 0.7, 0.5, 0.1];
    assert_eq!(best(&scores, 3), [(2, 0.7), (0, 0.5), (3, 0.5)]);
    assert_eq!(best(&scores, 9).len(), 4);
}
