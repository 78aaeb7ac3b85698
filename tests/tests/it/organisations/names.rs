//! Names that imitate others, and names that are no names.

use super::{FOUNDER, OFFICER, Strong, bring_papers, founded};
use server::organisations::commands::{Narrowed, listed};
use tests::TestApp;

#[tokio::test]
async fn a_name_of_foreign_letters_is_told_to_its_founder_and_to_the_officer() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let known = founded(&app, &mut founder, ("Lao Telecom Company Limited", "1301")).await;
    // Cyrillic а and е.
    let imitated = "L\u{430}o T\u{435}lecom Sole Co., Ltd";
    let fields = [("kind", "employer"), ("name", imitated), ("district", "1301")];
    let page = founder.device.submit("/organisations/new", &fields).await;
    assert_eq!(page.status, 422, "it has to be confirmed");
    assert!(page.main_text().contains("Lao Telecom Company Limited"), "{}", page.main_text());
    let confirmed: Vec<(&str, &str)> = fields.into_iter().chain([("confirmed", "yes")]).collect();
    founder.device.done("/organisations/new", &confirmed).await;

    let mut officer = Strong::officer(&app, OFFICER, "1301").await;
    let reader = app.platform().database.reader();
    let all = listed(reader, Narrowed::default()).await.unwrap();
    let id = all.iter().find(|of| of.name == imitated).unwrap().id;
    let page = officer.device.open(&format!("/officer/organisations/{id}")).await;
    assert!(page.main_text().contains("mixes letters of several scripts"), "{}", page.main_text());
    let beside = page.attributes("section[aria-labelledby=alike] a", "href");
    assert_eq!(beside, [format!("/employers/{known}")], "shown side by side");
}

#[tokio::test]
async fn html_and_sql_in_lao_text_stay_text() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let name = "ບໍລິສັດ <script>alert(1)</script>'; drop table organisation; --";
    let id = founded(&app, &mut founder, (name, "1301")).await;
    bring_papers(&mut founder, id).await;
    let about = "ພວກເຮົາ <img src=x onerror=alert(1)> ' or 1=1; --";
    let fields = [("isic", "F"), ("website", ""), ("about", about)];
    founder.device.done(&format!("/organisation/{id}/profile"), &fields).await;
    let page = app.english(&format!("/employers/{id}")).await;
    assert_eq!(page.heading(), name);
    assert!(page.main_text().contains(about), "{}", page.main_text());
    assert_eq!(page.texts("main img").len() + page.texts("h1 script").len(), 0);
    assert!(!page.body().contains("<script>alert"), "JSON-LD ends no script");
    let json = page.texts("script[type='application/ld+json']").concat();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["@type"].as_str(), json["name"].as_str()), (Some("Organization"), Some(name)));
}

#[tokio::test]
async fn what_is_wrong_with_a_form_is_told_and_what_was_typed_stays() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let fields = [
        ("kind", "office"),
        ("name", "Lao\u{202e}moceleT"),
        ("district", "no such place"),
        ("country", "XX"),
        ("tax_no", "1 or 1=1"),
    ];
    let page = founder.device.submit("/organisations/new", &fields).await;
    assert_eq!(page.status, 422);
    let told = page.attributes(".detail li a", "href");
    assert_eq!(told, ["#kind", "#name", "#country", "#tax_no", "#district"], "{}", page.main_text());
    assert_eq!(page.attributes("#tax_no", "value"), ["1 or 1=1"]);
    let held = listed(app.platform().database.reader(), Narrowed::default()).await.unwrap();
    assert!(held.is_empty(), "nobody founds an office");
}
