//! Somebody who keeps a profile shows that a record which others made is theirs as well: an empty profile gives way, and
//! about any other officers decide.

use super::{AGAIN, FIRST, SECOND, SOMXAY, officer, person, say};
use axum::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::db::entities::message;
use server::people::model::BirthPrecision;
use tests::drafts::{day, person as drafted};
use tests::{Device, TestApp};

const SCHOOL: &str = "+8562077712345";
const MAILBOX: &str = "somxay@school.la";

/// What a school knows of the man: a phone and a mailbox of his own.
async fn imported(app: &TestApp) {
    let mut draft = drafted(app, "graduate", "ຊ່າງເຊື່ອມ", "7212", "1301");
    draft.identity.given_name = Some("ສົມໄຊ".to_owned());
    draft.identity.family_name = Some("ແກ້ວວົງ".to_owned());
    draft.identity.phone = Some("020 7771-2345".to_owned());
    draft.identity.email = Some(MAILBOX.to_owned());
    draft.identity.birth = Some((day(1987, 3, 5), BirthPrecision::Day));
    app.register("school", &[draft]).await;
    app.settle().await;
    app.seconds_pass(1);
}

/// Shows the code that was sent to the phone of the school's record.
async fn claims(device: &mut Device<'_>) -> tests::Page {
    let fields = [("what", "contact"), ("contact", SCHOOL), ("born", "1987")];
    device.done("/me/claim", &fields).await;
    let code = device.app().code_for(SCHOOL).await;
    device.submit("/me/claim/code", &[("code", &code)]).await
}

async fn cases(officer: &mut Device<'_>) -> Vec<String> {
    officer.open("/officer/duplicates").await.attributes("h3 a", "href")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_profile_gives_way_to_the_record_that_is_claimed() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut device = Device::new(&app);
    device.register(SOMXAY).await;
    device.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    assert_eq!(claims(&mut device).await.status, 200);
    assert_eq!(device.path, "/me/profile/visibility?done=claimed");
    assert!(device.open("/me/profile").await.main_text().contains("ສົມໄຊ"));
    app.settle().await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn about_a_profile_that_tells_something_officers_decide() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut officers =
        [officer(&app, FIRST, "1301").await, officer(&app, SECOND, "1301").await];
    let mut device = person(&app, SOMXAY, ("ນາງ <b>ຄຳ</b>", "'; drop table person; --"), "6").await;
    let page = device.open("/me/claim").await;
    assert!(page.main_text().contains("has a profile already"), "{}", page.main_text());
    let page = claims(&mut device).await;
    assert_eq!(device.path, "/me/claim?done=asked");
    assert!(page.main_text().contains("An office looks at both records"), "{}", page.main_text());
    assert_eq!(device.open("/me").await.link("An office looks at two records"), "/me/profile/documents");
    app.settle().await;
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, _)| to == SOMXAY), "and in a message: {told:?}");
    let case = cases(&mut officers[0]).await;
    let [case] = case.as_slice() else { panic!("one case, though the names differ: {case:?}") };
    let page = officers[0].open(case).await;
    assert!(page.main_text().contains("The owner showed the card or the code"), "{}", page.main_text());
    // Shown once more, it is the same case.
    assert_eq!(claims(&mut device).await.status, 200);
    assert_eq!(device.path, "/me/claim?done=asked");
    assert_eq!(cases(&mut officers[0]).await.len(), 1);
    for officer in &mut officers {
        assert_eq!(say(officer, case, "same").await.status, 200);
    }
    assert!(!device.open("/me").await.main_text().contains("An office looks at two records"));
    assert!(device.open("/me/profile/skills").await.main_text().contains("welding"), "what the school knew is there");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_officers_have_decided_is_not_asked_again() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut by = officer(&app, FIRST, "1301").await;
    let mut device = person(&app, SOMXAY, ("ຄຳ", "ວົງສາ"), "6").await;
    assert_eq!(claims(&mut device).await.status, 200);
    let case = cases(&mut by).await.swap_remove(0);
    assert_eq!(say(&mut by, &case, "different").await.status, 200);
    let page = claims(&mut device).await;
    assert_eq!(device.path, "/me/claim?done=decided");
    assert!(page.main_text().contains("An office has decided about these two records before"));
    // Somebody else with the code of the record's phone still takes it over.
    let mut other = Device::new(&app);
    other.register(AGAIN).await;
    assert_eq!(claims(&mut other).await.status, 200);
    assert_eq!(other.path, "/me/profile/visibility?done=claimed");
    let page = device.submit("/me/claim/code", &[("code", "123456")]).await;
    assert_eq!(device.path, "/me/claim", "{}", page.status);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_is_claimed_by_the_mailbox_that_the_school_wrote_down() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut device = Device::new(&app);
    device.register(SOMXAY).await;
    let fields = [("what", "contact"), ("contact", "Somxay@School.LA"), ("born", "1987")];
    device.done("/me/claim", &fields).await;
    assert_eq!(device.path, "/me/claim/code");
    let wrong = device.submit("/me/claim/code", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let letters = message::Entity::find().filter(message::Column::Recipient.eq(MAILBOX));
    let letter = letters.one(app.platform().database.reader()).await.unwrap().expect("a letter to the mailbox");
    let text = letter.text.unwrap();
    let code = text.lines().find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
    device.done("/me/claim/code", &[("code", code.expect("a code"))]).await;
    assert!(device.open("/me/profile").await.main_text().contains("ສົມໄຊ"));
    app.settle().await;
}
