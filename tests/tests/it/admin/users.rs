//! Accounts are found exactly, looked at without what their owners keep, closed and opened again.

use super::{admin, trail};
use axum::http::StatusCode;
use tests::member::PASSWORD;
use tests::{Device, TestApp};

#[tokio::test]
async fn an_account_is_found_exactly_closed_with_a_reason_and_opened_again() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut keeper = admin(&app).await;
    let mut owner = Device::new(&app);
    owner.register("+8562055512378").await;

    for part in ["2055512378 9", "555", "", "+85620555", "<script>", "ສົມສີ' or 1=1 --"] {
        let page = keeper.submit("/admin/users", &[("contact", part)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{part}");
        assert!(page.main_text().contains("There is no such account"), "{part}: {}", page.main_text());
    }
    let page = keeper.submit("/admin/users", &[("contact", "020 5551 2378")]).await;
    let address = keeper.path.clone();
    let seen = page.main_text();
    assert!(seen.contains("In use") && seen.contains("Signed in on 1 devices"), "{seen}");
    assert!(!seen.contains("55512378"), "the number stays masked: {seen}");

    let page = keeper.submit(&format!("{address}/lock"), &[("reason", "  ")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    keeper.done(&format!("{address}/lock"), &[("reason", "The phone was stolen")]).await;
    let told = async || {
        let letters = app.short_messages().await.into_iter();
        letters.filter(|(to, _)| to == "+8562055512378").map(|(_, text)| text).collect::<String>()
    };
    assert!(told().await.contains("closed your account"), "the owner is told");
    let page = owner.look("/me").await;
    assert!(page.header("location").starts_with("/sign-in"), "it was signed out");
    let fields = [("contact", "+8562055512378"), ("password", PASSWORD)];
    let refused = owner.submit("/sign-in", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.main_text());
    let again = keeper.submit(&format!("{address}/lock"), &[("reason", "again")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "of two the second comes too late");
    let page = keeper.open(&address).await;
    assert!(page.main_text().contains("The phone was stolen"), "{}", page.main_text());

    keeper.done(&format!("{address}/unlock"), &[]).await;
    assert!(told().await.contains("open again"), "and told again");
    owner.done("/sign-in", &fields).await;
    assert_eq!(owner.path, "/me");
    keeper.done(&format!("{address}/sessions/end"), &[]).await;
    assert!(owner.look("/me").await.header("location").starts_with("/sign-in"));

    let key = address.rsplit('/').next().unwrap().to_owned();
    let said = trail(&app, "account", &key).await;
    assert!(said.iter().any(|(action, reason)| action == "changed" && reason == "The phone was stolen"));
    assert!(said.iter().any(|(action, _)| action == "read"), "looking is recorded: {said:?}");
}

#[tokio::test]
async fn nobody_closes_the_own_account_or_one_that_is_not_there() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut keeper = admin(&app).await;
    let page = keeper.submit("/admin/users", &[("contact", super::NUMBER)]).await;
    let address = keeper.path.clone();
    assert!(page.main_text().contains("This is your own account"), "{}", page.main_text());
    let page = keeper.submit(&format!("{address}/lock"), &[("reason", "x")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for key in ["018f0000-0000-7000-8000-000000000000", "x", "%00"] {
        let page = keeper.submit(&format!("/admin/users/{key}/lock"), &[("reason", "x")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{key}");
    }
}
