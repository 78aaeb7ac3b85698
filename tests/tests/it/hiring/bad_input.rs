//! What is refused: steps out of order, old forms, unlawful reasons; and what is never shown.

use super::{MEMBER, SEEKER, applies, hides, says, seeker, wanted, works};
use axum::http::StatusCode;
use tests::TestApp;
use tests::drafts::Hashed;

#[tokio::test]
async fn steps_out_of_order_and_old_forms_are_refused() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    let case = works.first().await;
    works.device.done(&format!("{case}/shortlist"), &[("version", "1")]).await;
    let page = works.device.submit(&format!("{case}/shortlist"), &[("version", "2")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&page, "That cannot be done as it stands now.");
    let old = [("version", "1"), ("reason", "skills_missing")];
    let page = works.device.submit(&format!("{case}/reject"), &old).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&page, "Something has happened since you opened this page.");
    assert_eq!(
        page.attributes("option[selected][value=skills_missing]", "value").len(),
        1,
        "what was chosen is kept"
    );
    let page = device.submit(&format!("{own}/withdraw"), &[("version", "1"), ("reason", "too_far")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "the person looked at an old page too");
    device.done(&format!("{own}/withdraw"), &[("version", "2"), ("reason", "too_far")]).await;
    let page = device.submit(&format!("{own}/withdraw"), &[("version", "3"), ("reason", "too_far")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "what is over stays over");
    app.settle().await;
}

#[tokio::test]
async fn nobody_is_turned_away_for_what_the_law_forbids_or_without_a_reason() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    let reject = format!("{}/reject", works.first().await);
    for ground in seed_data::banned_grounds().unwrap() {
        let page = works.device.submit(&reject, &[("version", "1"), ("reason", &ground.ground)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", ground.ground);
        says(&page, "The law forbids turning somebody away for that.");
    }
    for reason in
        ["", "too_far", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "'; drop table application"]
    {
        let page = works.device.submit(&reject, &[("version", "1"), ("reason", reason)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
        says(&page, "Choose a reason.");
    }
    says(&device.open(&own).await, "Sent; the employer has not answered yet");
    app.settle().await;
}

#[tokio::test]
async fn an_advert_that_is_changed_later_changes_nobodys_terms() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    hides(&device.open(&own).await, "The advert has been changed since.");
    let mut changed = wanted(&app, "one", "Mekong Works");
    changed.wage.min = Some(1_000_000);
    app.publish("board", &[changed.hashed()]).await;
    let case = works.first().await;
    for page in [device.open(&own).await, works.device.open(&case).await] {
        says(&page, "The advert has been changed since.");
        says(&page, "3,000,000");
        hides(&page, "1,000,000");
    }
    app.settle().await;
}

#[tokio::test]
async fn what_nobody_consented_to_and_what_need_somebody_is_in_is_never_shown() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let name = [("given", "=cmd|' /C calc'!A0"), ("family", "<script>alert(1)</script>")];
    let born = [("sex", "female"), ("birth_year", "1998"), ("birth_month", "3"), ("birth_day", "12")];
    device.done("/me/profile/name", &[name.as_slice(), born.as_slice()].concat()).await;
    device.done("/me/profile/documents", &[("kind", "household_book"), ("number", "HB-1234567")]).await;
    applies(&mut device, works.vacancy).await;
    let case = works.first().await;
    for path in [works.queue(), case] {
        let page = works.device.open(&path).await;
        says(&page, "=cmd|' /C calc'!A0 <script>alert(1)</script>");
        assert!(page.attributes("main script", "type").is_empty(), "{path}");
        for secret in ["1998", "female", "1234567", "poor", "disability"] {
            hides(&page, secret);
        }
    }
    app.settle().await;
}
