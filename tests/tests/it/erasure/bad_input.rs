//! Requests that are not proven, come twice, or come from elsewhere.

use super::{ERASE, ask, turned};
use crate::consent::{WORKER, worker};
use sea_orm::EntityTrait;
use server::db::entities::erasure;
use server::erasure::commands::Turned;
use tests::member::PASSWORD;
use tests::{Postgres, TestApp};

async fn requests(app: &TestApp) -> usize {
    erasure::Entity::find().all(app.platform().database.reader()).await.unwrap().len()
}

#[tokio::test]
async fn a_wrong_password_asks_for_nothing_and_is_not_echoed() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    for wrong in ["", "<script>ຂໍລຶບ</script>", "' or 1=1 --"] {
        let page = device.submit(ERASE, &[("password", wrong)]).await;
        assert_eq!(page.status, 422);
        assert!(wrong.is_empty() || !page.body().contains(wrong));
    }
    assert_eq!(requests(&app).await, 0);
    app.settle().await;
}

#[tokio::test]
async fn the_second_factor_is_asked_for_where_there_is_one() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    let secret = device.strengthen().await;
    let page = device.submit(ERASE, &[("password", PASSWORD), ("code", "000000")]).await;
    assert_eq!(page.status, 422);
    app.seconds_pass(60);
    let code = tests::member::second_code(&app, &secret);
    device.done(ERASE, &[("password", PASSWORD), ("code", &code)]).await;
    assert_eq!(requests(&app).await, 1);
    app.settle().await;
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_one_sent_twice_counts_once() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    let fields = [("password", PASSWORD)];
    let page = device.send(ERASE, &fields, &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(page.status, 403);
    assert_eq!(requests(&app).await, 0);
    ask(&mut device).await;
    ask(&mut device).await;
    assert_eq!(requests(&app).await, 1);
    // What was taken back is not carried out, however often that is sent.
    for _ in 0..2 {
        device.done("/me/data/keep", &[]).await;
    }
    app.days_pass(40);
    assert_eq!(turned(&app).await, Turned::default());
    app.settle().await;
}

#[tokio::test]
async fn two_processes_that_are_due_at_once_erase_once() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let (mut device, _) = worker(&app, WORKER).await;
    ask(&mut device).await;
    app.days_pass(23);
    let both = tokio::join!(turned(&app), turned(&app));
    assert_eq!(both.0.warned + both.1.warned, 1);
    app.days_pass(7);
    let both = tokio::join!(turned(&app), turned(&app));
    assert_eq!(both.0.erased + both.1.erased, 1);
    app.settle().await;
}
