//! Folding, linking and reading of arbitrary texts.

use proptest::prelude::*;
use search::{Concept, ConceptKind, fold, latin};

use crate::world::{COOK, DEVELOPER, JAVA, WELDER, World, lexicon, query};

/// Texts that mix scripts, marks and signs as people and mishaps do.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        "[ກ-ໝະ-ຽເ-ໄໆ່-ໍ໐-໙]{0,8}",
        "[ก-ฺเ-๛]{0,8}",
        "[a-zA-ZđĐơƯ0-9]{0,9}",
        "[ \n.,/()'+#-]{1,2}",
        "\\PC{0,4}",
        "[\u{300}-\u{304}\u{323}\u{200b}\u{feff}ໍຳາ້ຫລນມເ]{1,4}",
        prop::sample::select(vec![
            "welder",
            "Welders",
            "ຊ່າງເຊື່ອມ",
            "thợ hàn",
            "savannakhet",
            "ສະຫວັນນະເຂດ",
            "Vientiane",
            "ນໍ້າ",
            "ຫມໍ",
            "C++",
            "it",
            "accounting",
            "Java developer",
            " java ",
            "ช่างเชื่อม",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(parts, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn folding_twice_changes_nothing(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_unicode_folds_once_and_for_all(text in "\\PC{0,12}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
        latin(&text);
    }

    #[test]
    fn mentions_lie_inside_the_text_and_apart(text in texts()) {
        let mentions = lexicon().link(&text);
        for pair in mentions.windows(2) {
            let apart = pair[0].span == pair[1].span || pair[0].span.end <= pair[1].span.start;
            // A skill by its own name inside an occupation: Java in Java developer.
            let inside = pair[1].concept == Concept::Skill(JAVA) && pair[0].concept == Concept::Occupation(DEVELOPER);
            prop_assert!(apart || inside && pair[0].span.end >= pair[1].span.end);
        }
        for mention in mentions {
            prop_assert!(text.get(mention.span.clone()).is_some_and(|part| !part.is_empty()));
            prop_assert!((0.0..=1.0).contains(&mention.confidence));
        }
    }

    #[test]
    fn every_reading_of_any_text_is_sound(text in texts()) {
        let lexicon = lexicon();
        let read = lexicon.understand(&text);
        for mention in &read.concepts {
            prop_assert!(text.get(mention.span.clone()).is_some());
        }
        for link in lexicon.title(&text, &[&text]) {
            prop_assert!((0.0..=1.0).contains(&link.confidence), "{}", link.confidence);
            prop_assert!(text.get(link.span.clone()).is_some());
        }
        lexicon.suggest(&text, 5);
        prop_assert!(lexicon.rank(&text, ConceptKind::Occupation, 3).len() <= 3);
        latin(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn search_answers_every_text(texts in prop::collection::vec(texts(), 20)) {
        let world = World::usual();
        for text in texts {
            let words = search::Request { as_words: true, facets: true, ..query(&text) };
            prop_assert!(world.ask(&words).total <= 9);
            prop_assert!(world.ask(&query(&text)).total <= 9);
        }
    }
}

#[test]
fn titles_give_unit_groups_with_a_fitting_confidence() {
    let lexicon = lexicon();
    let best = |title: &str| lexicon.title(title, &[]).first().map(|link| (link.occupation, link.confidence));
    let (occupation, sure) = best("Senior Welder - Savannakhet").unwrap();
    assert_eq!(occupation, WELDER);
    assert!(sure > 0.8, "{sure}");
    assert_eq!(best("ຊ່າງເຊື່ອມດ່ວນ").unwrap().0, WELDER);
    assert_eq!(best("Tuyển thợ hàn gấp").unwrap().0, WELDER);
    let (occupation, misspelt) = best("Weldre").unwrap();
    assert_eq!(occupation, WELDER);
    assert!(misspelt < sure);
    assert_eq!(best("Welder's cook").unwrap().0, COOK);
    let (_, torn) = best("Welder / Cook").unwrap();
    assert!(torn < 0.8, "{torn}");
    assert!(lexicon.title("Metal and machinery workers", &[]).iter().all(|link| link.occupation.0 > 99));
    let hinted = lexicon.title("Cook assistant", &["chef"])[0].confidence;
    assert!(hinted > lexicon.title("Cook assistant", &[])[0].confidence);
}

#[test]
fn ranking_bears_misspelling_and_sentences() {
    let lexicon = lexicon();
    let best = |text: &str| lexicon.rank(text, ConceptKind::Occupation, 1)[0].concept.number();
    assert_eq!(best("welderr"), WELDER.0);
    assert_eq!(best("somebody who does flame cutting"), WELDER.0);
    assert_eq!(best("ຊ່າງເຊືອມ"), WELDER.0);
    assert_eq!(best("dau bep"), COOK.0);
}

#[test]
fn typing_is_completed_also_after_a_typo() {
    let lexicon = lexicon();
    let first = |typed: &str| lexicon.suggest(typed, 3).first().map(|s| s.label.clone());
    assert_eq!(first("wel").as_deref(), Some("welder"));
    assert_eq!(first("ຊ່າງເຊື").as_deref(), Some("ຊ່າງເຊື່ອມ"));
    assert_eq!(first("wlede").as_deref(), Some("welder"));
    assert_eq!(first("tho h").as_deref(), Some("thợ hàn"));
    assert_eq!(first("flame").as_deref(), Some("welders and flame cutters"));
    assert_eq!(first("zzzz"), None);
}

#[test]
fn small_words_are_not_acronyms() {
    use search::{Concept, Label, Language, Lexicon, SkillKey};
    let concept = Concept::Skill(SkillKey(9));
    let label =
        Label { concept, text: "IT".into(), language: Language::English, preferred: true, shared: false };
    let lexicon = Lexicon::build([label], []);
    assert!(lexicon.link("do it now").is_empty());
    assert_eq!(lexicon.link("an IT company").len(), 1);
    assert_eq!(lexicon.understand("it").concepts.len(), 1);
}
