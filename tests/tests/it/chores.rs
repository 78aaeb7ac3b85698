//! What nobody starts by hand is done by the process that does the chores, day by day.

use crate::access::organisation;
use crate::consent::{WORKER, worker};
use crate::tokens::{made, operator};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, EntityTrait};
use server::access::model::Role;
use server::clock::days_after;
use server::db::entities::{organisation as employers, person as people};
use server::ids::{OrganisationId, PersonId};
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use server::people::store::all_ids;
use server::service::do_chores;
use server::tokens::commands::Wanted;
use tests::drafts::person;
use tests::member::{PASSWORD, seat};
use tests::{Device, TestApp};

const LEAVES: &str = "+8562056782345";
const KEEPER: &str = "+8562055512301";
const EMPLOYER: &str = "+8562055512302";

/// Lets days pass, and the chores be done; what was written to whom.
async fn after(app: &TestApp, days: u32) -> Vec<(String, String)> {
    app.days_pass(days);
    do_chores(app.platform().clone()).await.unwrap();
    app.short_messages().await
}

async fn is_there(app: &TestApp, id: PersonId) -> bool {
    all_ids(app.platform().database.reader()).await.unwrap().contains(&id.as_u128())
}

async fn visibility(app: &TestApp, id: PersonId) -> Visibility {
    people::Entity::find_by_id(id).one(app.platform().database.reader()).await.unwrap().unwrap().visibility
}

async fn standing(app: &TestApp, id: OrganisationId) -> Standing {
    employers::Entity::find_by_id(id).one(app.platform().database.reader()).await.unwrap().unwrap().standing
}

/// Says when a verification is looked at next, as the officer's decision does: thirty days before its end.
async fn ends_in_a_year(app: &TestApp, id: OrganisationId) {
    let next = Some(days_after(app.platform().clock.today(), 335));
    let row = employers::ActiveModel { id: Unchanged(id), look_on: Set(next), ..Default::default() };
    let transaction = app.platform().database.begin().await.unwrap();
    row.update(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn terms_end_though_nobody_looks_after_them() {
    let app = TestApp::start().await;
    let (_owner, seen) = worker(&app, WORKER).await;
    let (mut goer, leaves) = worker(&app, LEAVES).await;
    goer.done("/me/data/erase", &[("password", PASSWORD)]).await;
    Device::new(&app).strong(KEEPER, &seat(Role::SystemAdmin, None, false)).await;
    let brewery = organisation(&app, OrganisationKind::Employer, "Lao Brewery", None).await;
    ends_in_a_year(&app, brewery).await;
    Device::new(&app).strong(EMPLOYER, &seat(Role::EmployerUser, Some(brewery), true)).await;
    made(&app, Wanted { days: Some(30), ..operator("Statistics") }).await;
    app.register("paper list", &[person(&app, "p1", "Welder", "7212", "1301")]).await;
    app.settle().await;
    let all = all_ids(app.platform().database.reader()).await.unwrap().into_iter().map(PersonId::from_u128);
    let listed = all.into_iter().find(|id| ![seen, leaves].contains(id)).unwrap();
    after(&app, 0).await;
    assert!(is_there(&app, leaves).await && is_there(&app, listed).await);

    let told = after(&app, 16).await;
    assert!(told.iter().any(|(to, text)| to == KEEPER && text.contains("token")), "{told:?}");
    after(&app, 7).await;
    assert!(is_there(&app, leaves).await, "a week before its day");
    after(&app, 7).await;
    assert!(!is_there(&app, leaves).await, "erased after thirty days");

    for days in [60, 60, 23] {
        let told = after(&app, days).await;
        assert!(told.iter().any(|(to, _)| to == WORKER), "asked, then warned twice: {told:?}");
        assert_eq!(visibility(&app, seen).await, Visibility::Anonymous);
    }
    after(&app, 7).await;
    assert_eq!(visibility(&app, seen).await, Visibility::Hidden, "hidden after 180 days");

    let told = after(&app, 155).await;
    assert!(told.iter().any(|(to, _)| to == EMPLOYER), "thirty days are left: {told:?}");
    assert_eq!(standing(&app, brewery).await, Standing::Verified);
    after(&app, 31).await;
    assert_eq!(standing(&app, brewery).await, Standing::Lapsed, "over after its year");

    after(&app, 344).await;
    assert!(is_there(&app, listed).await, "announced after 710 days");
    after(&app, 31).await;
    assert!(!is_there(&app, listed).await, "nobody claimed it within two years");
    app.settle().await;
}
