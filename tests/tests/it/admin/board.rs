//! What was searched for in vain is seen by planners and decided by whoever edits names.

use super::{admin, trail};
use axum::http::StatusCode;
use server::access::model::Role;
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, TestApp};

/// The ids of the proposals that a page lets decide about.
fn proposals(page: &tests::Page) -> Vec<String> {
    page.attributes("form[action$=approve] input[name=proposal]", "value")
}

async fn searched_in_vain(app: &TestApp) {
    for _ in 0..3 {
        assert_eq!(app.english("/jobs?q=grab+rider").await.heading(), "0 jobs");
    }
    app.platform().write_searches().await.unwrap();
}

#[tokio::test]
async fn an_approved_wording_is_understood_at_the_next_search() {
    let app = TestApp::with_market().await;
    searched_in_vain(&app).await;
    let mut keeper = admin(&app).await;
    let page = keeper.open("/admin/board").await;
    assert!(page.main_text().contains("grab rider"), "{}", page.main_text());
    let ids = proposals(&page);
    let first = ids.first().expect("a delivery rider is near").clone();
    let page = keeper.submit("/admin/board/approve", &[("proposal", &first)]).await;
    assert!(page.main_text().contains("Approved"), "{}", page.main_text());
    assert!(page.main_text().contains("It is understood now"), "{}", page.main_text());
    let found = app.english("/jobs?q=grab+rider").await;
    assert!(found.main_text().contains("grab rider →"), "the search understands it: {}", found.main_text());
    let again = keeper.submit("/admin/board/approve", &[("proposal", &first)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "of two the second comes too late");
    for wrong in ["", "00000000", "1' or '1'='1", "ຊ່າງ<b>"] {
        let page = keeper.submit("/admin/board/reject", &[("proposal", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let reader = app.platform().database.reader();
    let all = server::audit::listed(reader, &server::audit::Filter::default(), 100).await.unwrap();
    let decided = all.iter().find(|event| event.subject == "synonym").expect("it is in the trail");
    let personal = decided.personal.as_ref().unwrap();
    assert!(personal.actor.starts_with("account:"), "{}", personal.actor);
    assert!(trail(&app, "synonym", &personal.subject).await[0].1.contains("decided by account"));
    app.settle().await;
}

#[tokio::test]
async fn a_planner_sees_the_board_and_decides_nothing() {
    let app = TestApp::with_market().await;
    searched_in_vain(&app).await;
    let office = crate::access::organisation(&app, OrganisationKind::Office, "Planning", None).await;
    let mut planner = Device::new(&app);
    planner.strong("+8562055510002", &seat(Role::Planner, Some(office), false)).await;
    let page = planner.open("/admin").await;
    assert!(page.main_text().contains("searched for in vain"), "{}", page.main_text());
    assert!(!page.main_text().contains("Settings"), "{}", page.main_text());
    let page = planner.open("/admin/board").await;
    assert!(page.main_text().contains("grab rider") && proposals(&page).is_empty());
    let page = planner.submit("/admin/board/approve", &[("proposal", "x")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    app.settle().await;
}
