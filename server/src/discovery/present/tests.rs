//! Sentences with the labels of the reference data.

use super::*;
use crate::db::Database;
use crate::reference;
use crate::reference::spoken::language_key;
use matching::HeldOccupation;

async fn book() -> (tempfile::TempDir, ReferenceBook) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    reference::load(&database).await.unwrap();
    let book = ReferenceBook::read(database.reader(), crate::reference::titles::shipped()).await.unwrap();
    (folder, book)
}

fn skill(book: &ReferenceBook, code: &str) -> SkillKey {
    SkillKey(book.codes.skill(code).unwrap().0)
}

fn worked(code: &str, months: u32) -> HeldOccupation {
    HeldOccupation { isco: code.parse().unwrap(), months: Some(months) }
}

#[tokio::test]
async fn sentences_name_skills_occupations_languages_and_wages_in_words() {
    let (_folder, book) = book().await;
    let profile = Profile {
        occupations: vec![worked("9313", 90), worked("7213", 6), worked("7214", 30)],
        ..Profile::default()
    };
    let opening = Opening { isco: Some("7212".parse().unwrap()), ..Opening::default() };
    let pair = Pair { book: &book, locale: Locale::English, profile: &profile, opening: &opening };
    let name = |code: &str| pair.occupation(code.parse().unwrap());

    let near = pair.reason(&Reason::NearOccupation { shared_digits: 3 });
    assert_eq!(near.kind, "near_occupation");
    assert!(near.text.contains(&name("7214")), "of two as near the one held longer: {}", near.text);
    assert!(near.text.contains(&name("7212")), "{}", near.text);

    let held = vec![skill(&book, "tig-welding"), skill(&book, "arc-welding")];
    let skills = pair.reason(&Reason::Skills { held, wanted: 3 });
    assert!(skills.text.contains("TIG welding, arc welding"), "{}", skills.text);
    assert!(skills.text.contains("2 of 3"), "{}", skills.text);

    let language = language_key("th").unwrap();
    let test = Condition::LanguageTest { language, level: 3 };
    let judged = pair.condition(&test, Verdict::Unknown);
    assert_eq!((judged.said.kind, judged.verdict), ("language_test", "unknown"));
    assert!(judged.said.text.contains("Thai") && judged.said.text.contains("B1"), "{}", judged.said.text);

    let wage = pair.gap(&Gap::Wage { wish: 9_050_000, offered: 5_824_000 });
    assert!(wage.text.contains("9,050,000") && wage.text.contains("5,824,000"), "{}", wage.text);
}

#[tokio::test]
async fn everything_that_matching_says_has_words_in_every_language() {
    let (_folder, book) = book().await;
    let profile = Profile { qualification: Some(4), ..Profile::default() };
    let opening = Opening { isco: Some("7212".parse().unwrap()), ..Opening::default() };
    let (skill, language) = (skill(&book, "tig-welding"), language_key("en").unwrap());
    let licence = Condition::Licence(book.licences.key("driving_b").unwrap());
    let reasons = [
        Reason::SameOccupation,
        Reason::CertifiedSkill(skill),
        Reason::Qualification,
        Reason::Experience { months: 30 },
        Reason::Language(language),
        Reason::Near { km: 4 },
        Reason::Remote,
        Reason::WouldGoAbroad,
        Reason::WageMeetsWish,
        Reason::AvailableByStart,
    ];
    let gaps = [
        Gap::Occupation { shared_digits: None },
        Gap::Skill { skill, essential: true },
        Gap::SkillLevel { skill, has: None, wanted: Level::Skilled },
        Gap::Qualification { has: Some(2), wanted: 4 },
        Gap::Experience { has: None, wanted: 12 },
        Gap::Language { language, has: Some(1), wanted: 3 },
        Gap::Distance { km: 300 },
        Gap::StaysAtHome,
        Gap::AvailableLater { from: chrono::NaiveDate::from_ymd_opt(2027, 1, 31).unwrap() },
        Gap::Condition { condition: licence, verdict: Verdict::NotMet },
    ];
    for locale in Locale::ALL {
        let pair = Pair { book: &book, locale, profile: &profile, opening: &opening };
        let said =
            reasons.iter().map(|reason| pair.reason(reason)).chain(gaps.iter().map(|gap| pair.gap(gap)));
        for Said { kind, text } in said {
            let is_key = ["reason-", "gap-", "condition-"].iter().any(|key| text.starts_with(key));
            assert!(!text.is_empty() && !is_key, "{locale:?} {kind}: {text}");
        }
    }
}
