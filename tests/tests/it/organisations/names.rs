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
    // What nobody sees, and what turns others around, is taken out.
    let typed = about.replace("ພວກ", "ພວກ\u{202e}\u{3164}\u{200b}");
    let fields = [("isic", "F"), ("website", ""), ("about", typed.as_str())];
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
async fn numbers_that_are_none_and_lao_letters_for_latin_ones_are_refused_with_what_is_expected() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let fields = [
        ("kind", "employer"),
        ("name", "ໂຮງງານເບຍລາວ"),
        ("latin_name", "ເບຍລາວ"),
        ("registration_no", "x"),
        ("tax_no", "abc"),
    ];
    let page = founder.device.submit("/organisations/new", &fields).await;
    assert_eq!(page.status, 422);
    let told = page.attributes(".detail li a", "href");
    assert_eq!(told, ["#latin_name", "#registration_no", "#tax_no"], "{}", page.main_text());
    for expected in ["in Latin letters", "at least 3 digits", "at least 5 digits"] {
        assert!(page.main_text().contains(expected), "{expected}: {}", page.main_text());
    }
    assert_eq!(page.attributes("#tax_no", "value"), ["abc"]);
    let page = founder.device.open("/organisations/new").await;
    let first = page.attributes("#country option", "value");
    assert_eq!(first[..4], ["", "LA", "TH", "VN"], "neighbours come first");
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

#[tokio::test]
async fn words_of_public_offices_are_refused_where_organisations_are_founded_and_edited() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    for (name, latin_name, field) in [
        ("ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ", "", "name"),
        ("ຫ້ອງການແຮງງານ ເມືອງຈັນທະບູລີ", "", "name"),
        ("ຮ້ານນ້ອຍ", "M\u{456}nistry of Labour", "latin_name"),
        ("Vi\u{430}k support", "", "name"),
    ] {
        let fields = [
            ("kind", "agency"),
            ("name", name),
            ("latin_name", latin_name),
            ("district", "1301"),
            ("confirmed", "yes"),
        ];
        let page = founder.device.submit("/organisations/new", &fields).await;
        assert_eq!(page.status, 422, "{name}");
        assert_eq!(page.attributes(".detail li a", "href"), [format!("#{field}")], "{}", page.main_text());
        assert!(page.main_text().contains("Only public offices may have"), "{}", page.main_text());
        assert_eq!(page.attributes("#name", "value"), [name], "what was typed stays");
    }
    let id = founded(&app, &mut founder, ("ຮ້ານນ້ອຍ", "1301")).await;
    let edit = format!("/organisation/{id}/edit");
    let page = founder.device.submit(&edit, &[("name", "ກະຊວງ ແຮງງານ"), ("confirmed", "yes")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes(".detail li a", "href"), ["#name"], "{}", page.main_text());
    let held = listed(app.platform().database.reader(), Narrowed::default()).await.unwrap();
    assert_eq!(held.iter().map(|of| of.name.as_str()).collect::<Vec<_>>(), ["ຮ້ານນ້ອຍ"]);
}

#[tokio::test]
async fn a_name_that_is_edited_to_look_like_another_has_to_be_confirmed() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    founded(&app, &mut founder, ("Lao Telecom Company Limited", "1301")).await;
    let id = founded(&app, &mut founder, ("Savan Timber", "1301")).await;
    let edit = format!("/organisation/{id}/edit");
    // Its own name, and one close to it, are no alike of itself.
    founder.device.done(&edit, &[("name", "Savan Timber")]).await;
    founder.device.done(&edit, &[("name", "Savan Timbers")]).await;

    let imitated = "L\u{430}o Telecom";
    let page = founder.device.submit(&edit, &[("name", imitated)]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Lao Telecom Company Limited"), "{}", page.main_text());
    assert_eq!(page.attributes(".detail li a", "href"), ["#confirmed"], "{}", page.main_text());
    assert_eq!(page.attributes("#name", "value"), [imitated], "what was typed stays");
    founder.device.done(&edit, &[("name", imitated), ("confirmed", "yes")]).await;
    // Whoever confirmed once is not asked again as long as the name stays.
    founder.device.done(&edit, &[("name", imitated), ("tax_no", "123456789000")]).await;
}
