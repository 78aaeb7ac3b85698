//! Tokens on pages: administrators of the platform see all and take them back, those of an organisation its own.

use super::{made, operator};
use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::Role as Member;
use server::ids::OrganisationId;
use server::organisations::model::OrganisationKind;
use server::tokens::commands::{Wanted, remind};
use server::tokens::model::Role;
use tests::member::seat;
use tests::{Device, TestApp};

const ADMIN: &str = "+8562055512301";
const OWNER: &str = "+8562055512302";

async fn admin(app: &TestApp) -> Device<'_> {
    let mut device = Device::new(app);
    device.strong(ADMIN, &seat(Member::SystemAdmin, None, false)).await;
    device
}

/// An employer with an administrator.
async fn employer<'a>(app: &'a TestApp, number: &str) -> (Device<'a>, OrganisationId) {
    let id = organisation(app, OrganisationKind::Employer, "Lao Brewery", None).await;
    let mut device = Device::new(app);
    device.strong(number, &seat(Member::EmployerUser, Some(id), true)).await;
    (device, id)
}

fn program(of: OrganisationId, name: &str) -> Wanted<'_> {
    Wanted { role: Role::Employer, organisation: Some(of), ..operator(name) }
}

#[tokio::test]
async fn an_administrator_sees_all_tokens_and_takes_one_back() {
    let app = TestApp::start().await;
    app.settle().await;
    let (_, of) = employer(&app, OWNER).await;
    let mut keeper = admin(&app).await;
    let (token, id) = made(&app, operator("<script>alert(1)</script> ສະຖິຕິ' or 1=1 --")).await;
    made(&app, program(of, "HR system")).await;
    let home = keeper.open("/admin").await;
    assert!(home.main_text().contains("2 in force, 0 end soon"), "{}", home.main_text());
    let page = keeper.open("/admin/tokens").await;
    let text = page.main_text();
    for seen in ["<script>alert(1)</script> ສະຖິຕິ' or 1=1 --", "HR system", "Lao Brewery", "people:read", &id]
    {
        assert!(text.contains(seen), "{seen}: {text}");
    }
    assert!(!page.body().contains("<script>alert"), "what is typed is text");
    assert!(!page.body().contains(&token), "the token is never shown");
    keeper.done("/admin/tokens/revoke", &[("id", &id)]).await;
    let text = keeper.open("/admin/tokens").await.main_text();
    assert!(text.contains("Taken back on"), "{text}");
    assert_eq!(app.get_as(&token, "/api/v1/people?q=").await.status, 401);
    let again = keeper.submit("/admin/tokens/revoke", &[("id", &id)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.main_text().contains("was no longer in force"), "{}", again.main_text());
    for wrong in ["", "x", "018f0000-0000-7000-8000-000000000000"] {
        let page = keeper.submit("/admin/tokens/revoke", &[("id", wrong)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let filter = server::audit::Filter::default();
    let events = server::audit::listed(app.platform().database.reader(), &filter, 1_000).await.unwrap();
    let back = events.iter().filter(|event| event.subject == "token" && event.action == "removed");
    assert_eq!(back.count(), 1, "taking it back is recorded, once");
}

#[tokio::test]
async fn an_organisation_sees_and_takes_back_its_own_tokens_alone() {
    let app = TestApp::start().await;
    app.settle().await;
    let (mut owner, own) = employer(&app, OWNER).await;
    let (_, other) = employer(&app, "+8562055512303").await;
    let (_, ours) = made(&app, program(own, "Ours")).await;
    let (theirs, another) = made(&app, program(other, "Theirs")).await;
    let members = owner.open(&format!("/organisation/{own}/members")).await;
    assert_eq!(members.link("Tokens of programs"), format!("/organisation/{own}/tokens"));
    let text = owner.open(&format!("/organisation/{own}/tokens")).await.main_text();
    assert!(text.contains("Ours") && !text.contains("Theirs"), "{text}");
    let revoke = format!("/organisation/{own}/tokens/revoke");
    let page = owner.submit(&revoke, &[("id", &another)]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let page = owner.submit(&format!("/organisation/{other}/tokens/revoke"), &[("id", &another)]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get_as(&theirs, "/api/v1/people?q=").await.status, 200);
    owner.done(&revoke, &[("id", &ours)]).await;
    let text = owner.open(&format!("/organisation/{own}/tokens")).await.main_text();
    assert!(text.contains("Taken back on"), "{text}");
}

#[tokio::test]
async fn whoever_looks_after_a_token_hears_once_that_it_ends() {
    let app = TestApp::start().await;
    app.settle().await;
    let _keeper = admin(&app).await;
    let (_owner, own) = employer(&app, OWNER).await;
    made(&app, Wanted { days: Some(30), ..operator("Statistics") }).await;
    made(&app, Wanted { days: Some(30), ..program(own, "HR system") }).await;
    let told = async || {
        let said = app.short_messages().await;
        let said = said.into_iter().filter(|(_, text)| text.contains("token")).map(|(to, _)| to);
        let mut said: Vec<String> = said.collect();
        said.sort();
        said
    };
    let day = async || remind(&app.platform().database, "http://viak.test", app.now()).await.unwrap();
    app.days_pass(15);
    assert_eq!((day().await, told().await.len()), (0, 0), "fifteen days are left");
    app.days_pass(1);
    assert_eq!(day().await, 2);
    assert_eq!(told().await, [ADMIN, OWNER]);
    assert_eq!((day().await, told().await.len()), (0, 0), "nobody hears it twice");
}
