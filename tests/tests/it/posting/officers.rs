//! Officers decide about vacancies, and anybody reports an advert.

use super::{confirmed, does, factory, inspector, public, sewing, step, with, written};
use crate::hiring::{MEMBER, SEEKER, applies, seeker, works};
use sea_orm::EntityTrait;
use tests::{Device, Page, TestApp};

/// A vacancy that waits for an officer: somebody of 16 could take it up.
async fn waiting(device: &mut Device<'_>, id: server::ids::OrganisationId) -> String {
    let at = written(device, id, &with(&[("least_age", "16")])).await;
    let page = step(device, &at, &[("step", "submit")]).await;
    assert!(page.main_text().contains("Under review"), "{}", page.main_text());
    at
}

fn case(own: &str) -> String {
    format!("/officer/vacancies/{}", own.rsplit('/').next().unwrap())
}

async fn decides(officer: &mut Device<'_>, at: &str, fields: &[(&str, &str)]) -> Page {
    step(officer, &case(at), fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_publishes_or_sends_back_with_a_reason() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut officer = inspector(&app, "01", "+8562055559001").await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = waiting(&mut device, id).await;
    let home = officer.open("/officer").await;
    assert_eq!(home.link("1 vacancy to look at"), "/officer/vacancies");
    let page = decides(&mut officer, &at, &[("step", "return")]).await;
    assert_eq!(
        (page.status.as_u16(), page.main_text().contains("Say why.")),
        (422, true),
        "{}",
        page.main_text()
    );
    does(&mut officer, &case(&at), &[("step", "return"), ("reason_return", "Who looks after the young?")])
        .await;
    let page = device.open(&at).await;
    assert!(page.main_text().contains("Who looks after the young?"), "{}", page.main_text());
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == "+8562055551001" && text.contains("decided")), "{told:?}");
    does(&mut device, &at, &[("step", "submit")]).await;
    let page = decides(&mut officer, &at, &[("step", "publish")]).await;
    assert!(page.main_text().contains("Your decision is stored."), "{}", page.main_text());
    app.settle().await;
    assert_eq!(Device::new(&app).look(&public(&at)).await.status, 200);
    let page = decides(&mut officer, &at, &[("step", "reject"), ("reason_reject", "late")]).await;
    assert_eq!(page.status, 422, "out of order: {}", page.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_refused_asks_for_another_look() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut officer = inspector(&app, "01", "+8562055559001").await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = waiting(&mut device, id).await;
    does(&mut officer, &case(&at), &[("step", "reject"), ("reason_reject", "Not for young people.")]).await;
    let page = step(&mut device, &at, &[("step", "appeal")]).await;
    assert_eq!(page.status, 422, "an appeal says why");
    does(&mut device, &at, &[("step", "appeal"), ("reason_appeal", "It is an apprenticeship.")]).await;
    let page = officer.open(&case(&at)).await;
    assert!(page.main_text().contains("Another look was asked for"), "{}", page.main_text());
    assert!(page.main_text().contains("It is an apprenticeship."), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anybody_reports_an_advert_and_it_is_taken_away_with_its_text_kept() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut officer = inspector(&app, "01", "+8562055559001").await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &sewing()).await;
    does(&mut device, &at, &[("step", "submit")]).await;
    app.settle().await;
    let mut visitor = Device::new(&app);
    let page = visitor.look(&public(&at)).await;
    let report = page.link("Report this advert");
    let page = visitor.submit(&report, &[("reason", "")]).await;
    assert_eq!(page.status, 422);
    let said = "They asked me for 500,000 kip. =cmd <b>x</b>";
    let page = step(&mut visitor, &report, &[("reason", "fee"), ("said", said)]).await;
    assert!(page.main_text().contains("An inspector looks at it."), "{}", page.main_text());
    let page = officer.open(&case(&at)).await;
    assert!(page.main_text().contains(said), "{}", page.main_text());
    let own = device.open(&at).await;
    assert!(!own.main_text().contains("500,000"), "whoever posted it is not told");

    let taken = [("step", "take_down"), ("reason_take_down", "It asks for a fee.")];
    does(&mut officer, &case(&at), &taken).await;
    app.settle().await;
    let page = visitor.look(&public(&at)).await;
    assert_eq!(page.status, 410);
    assert!(page.main_text().contains("An inspector took this advert away."), "{}", page.main_text());
    assert!(!page.main_text().contains("ຫົວໜ້າສອນງານ"), "its text is gone: {}", page.main_text());
    let database = app.platform().database.reader();
    let steps = server::db::entities::vacancy_step::Entity::find().all(database).await.unwrap();
    let kept = steps.iter().find_map(|step| step.kept.clone()).expect("evidence");
    assert!(kept.contains("ຫົວໜ້າສອນງານ"), "the text is kept as it was: {kept}");
    does(&mut officer, &case(&at), &[("step", "restore"), ("reason_restore", "It was another firm.")]).await;
    app.settle().await;
    assert_eq!(visitor.look(&public(&at)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reports_of_one_network_are_limited() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &sewing()).await;
    does(&mut device, &at, &[("step", "submit")]).await;
    app.settle().await;
    let mut visitor = Device::new(&app);
    let report = format!("{}/report", public(&at));
    for _ in 0..20 {
        assert_eq!(visitor.submit(&report, &[("reason", "untrue")]).await.status, 200);
    }
    let page = visitor.submit(&report, &[("reason", "untrue"), ("said", "once more")]).await;
    assert_eq!(page.status, 422);
    assert!(page.body().contains("once more"), "what was typed is kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_of_another_province_finds_nothing() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &with(&[("least_age", "16"), ("place", "13")])).await;
    does(&mut device, &at, &[("step", "submit")]).await;
    let mut officer = inspector(&app, "01", "+8562055559001").await;
    let page = officer.open("/officer/vacancies").await;
    assert!(!page.main_text().contains("Lao Sewing"), "{}", page.main_text());
    assert_eq!(officer.look(&case(&at)).await.status, 404);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_applied_is_warned_when_an_advert_is_taken_away() {
    let app = TestApp::start().await;
    let held = works(&app, "one", "Mekong Works", MEMBER).await;
    app.settle().await;
    let (mut applicant, _) = seeker(&app, SEEKER).await;
    let application = applies(&mut applicant, held.vacancy).await;
    let mut officer = inspector(&app, "13", "+8562055559001").await;
    let at = format!("/officer/vacancies/{}", held.vacancy);
    let taken = [("step", "take_down"), ("reason_take_down", "It asks for a deposit.")];
    does(&mut officer, &at, &taken).await;
    let told = app.short_messages().await;
    let warned = told.iter().any(|(to, text)| to == SEEKER && text.contains("Pay nothing"));
    assert!(warned, "{told:?}");
    let page = applicant.open(&application).await;
    assert!(page.main_text().contains("An inspector took the advert away"), "{}", page.main_text());
    let again = applicant.look(&format!("/jobs/{}/apply", held.vacancy)).await;
    assert_ne!(again.status, 200, "nobody applies any more");
    app.settle().await;
}
