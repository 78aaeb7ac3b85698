//! Work is offered, accepted and begun: on the terms of the advert, or on others that the person has to accept.

use super::{MEMBER, SEEKER, Works, applies, says, seeker, wanted, works};
use crate::advice::vacancy_id;
use axum::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::db::entities::audit_event;
use tests::{Device, Postgres, TestApp};

/// Somebody who applied is on the short list: the page of the person, and the one of the employer.
async fn shortlisted(works: &mut Works<'_>, device: &mut Device<'_>) -> (String, String) {
    let own = applies(device, works.vacancy).await;
    let id = own.rsplit('/').next().unwrap_or_default();
    let case = format!("{}/{id}", works.queue());
    works.device.done(&format!("{case}/shortlist"), &[("version", "1")]).await;
    (own, case)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_as_advertised_is_accepted_and_both_say_that_the_work_began() {
    accepted_and_begun(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_as_advertised_is_accepted_and_both_say_that_the_work_began_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    accepted_and_begun(&TestApp::start_on(cluster.url()).await).await;
}

async fn accepted_and_begun(app: &TestApp) {
    let mut works = works(app, "one", "Mekong Works", MEMBER).await;
    app.publish("board", &[wanted(app, "one", "Mekong Works"), wanted(app, "two", "Mekong Works")]).await;
    app.settle().await;
    let (mut device, _) = seeker(app, SEEKER).await;
    let other = applies(&mut device, vacancy_id(app, "two").await).await;
    let (own, case) = shortlisted(&mut works, &mut device).await;
    let offer = [("version", "2"), ("wage", "3.200.000"), ("starts", "07/12/2026")];
    says(&works.device.submit(&format!("{case}/offer"), &offer).await, "Offered");
    let page = device.open(&own).await;
    says(&page, "The employer offers you the work");
    says(&page, "3,200,000");
    says(&page, "from 07/12/2026");
    let page = device.submit(&format!("{own}/accept"), &[("version", "3"), ("alone", "yes")]).await;
    says(&page, "You have accepted; a place is kept for you");
    says(&device.open(&other).await, "You took it back");

    let page = works.device.submit(&format!("{case}/start"), &[("version", "4")]).await;
    says(&page, "Started");
    says(&page, "Next: the applicant answers, until 29/11/2026.");
    let page = device.submit(&format!("{own}/start"), &[("version", "5"), ("wage", "3200000")]).await;
    says(&page, "You have the job");
    says(&page, "Nobody has to do anything now.");
    let page = device.submit(&format!("{own}/start"), &[("version", "6")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "each side says it once");
    let page = device.look(&format!("/jobs/{}", works.vacancy)).await;
    assert_eq!(page.status, StatusCode::GONE, "its only place is filled");
    app.settle().await;
}

#[tokio::test]
async fn an_offer_below_the_advert_is_told_as_another_one_and_others_stay_where_nobody_said_yes() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    app.publish("board", &[wanted(&app, "one", "Mekong Works"), wanted(&app, "two", "Mekong Works")]).await;
    app.settle().await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let other = applies(&mut device, vacancy_id(&app, "two").await).await;
    let (own, case) = shortlisted(&mut works, &mut device).await;
    for (wage, starts) in [("", "07/12/2026"), ("=1+1", "07/12/2026"), ("3000000", "30/02/2027"), ("<b>", "")]
    {
        let fields = [("version", "2"), ("wage", wage), ("starts", starts)];
        let page = works.device.submit(&format!("{case}/offer"), &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wage} {starts}");
        assert_eq!(page.field("Wage").1, wage, "what was typed is kept");
    }
    let offer = [("version", "2"), ("wage", "2999999"), ("starts", "07/12/2026")];
    says(&works.device.submit(&format!("{case}/offer"), &offer).await, "Offered on other terms");
    says(&device.open(&own).await, "on other terms than advertised");
    device.done(&format!("{own}/accept"), &[("version", "3")]).await;
    says(&device.open(&other).await, "Sent; the employer has not answered yet");
    app.settle().await;
}

#[tokio::test]
async fn an_offer_is_declined_with_a_reason_and_less_pay_than_offered_leaves_an_event() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, _) = seeker(&app, SEEKER).await;
    let (own, case) = shortlisted(&mut works, &mut device).await;
    let offer = [("version", "2"), ("wage", "3000000"), ("starts", "07/12/2026")];
    works.device.done(&format!("{case}/offer"), &offer).await;
    let page = device.submit(&format!("{own}/decline"), &[("version", "3"), ("why", "age")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(
        &device.submit(&format!("{own}/decline"), &[("version", "3"), ("why", "wage_too_low")]).await,
        "You said no to the offer",
    );
    says(&works.device.open(&case).await, "The wage is too low");

    let (own, case) = shortlisted(&mut works, &mut device).await;
    works.device.done(&format!("{case}/offer"), &offer).await;
    device.done(&format!("{own}/accept"), &[("version", "3")]).await;
    let flagged = || async {
        let those = audit_event::Column::Purpose.eq("paid_less_than_offered");
        audit_event::Entity::find().filter(those).count(app.platform().database.reader()).await.unwrap()
    };
    assert_eq!(flagged().await, 0);
    device.done(&format!("{own}/start"), &[("version", "4"), ("wage", "2500000")]).await;
    assert_eq!(flagged().await, 1, "for inspectors");
    app.settle().await;
}
