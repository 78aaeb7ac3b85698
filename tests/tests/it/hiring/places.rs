//! However many accept at once, no more places are given than there are.

use super::{MEMBER, wanted};
use crate::advice::{employer, member, vacancy_id};
use crate::consent::account_of;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::access::model::{Membership, Role};
use server::audit::model::Origin;
use server::consent::model::DataClass;
use server::db::entities::application;
use server::hiring::commands::{AcceptError, Applicant, Deed, Desk, accept, answer_many, apply, offer};
use server::hiring::model::{Hirer, Stage};
use server::ids::{AccountId, ApplicationId, MembershipId, PersonId};
use server::organisations::model::{OrganisationKind, Standing};
use server::people::store::all_ids;
use std::sync::Arc;
use tests::drafts::{Hashed, day, person};
use tests::member::seat;
use tests::{Postgres, TestApp};

const APPLICANTS: usize = 200;
const PLACES: usize = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_who_accept_at_once_three_get_the_three_places() {
    three_of_two_hundred(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_who_accept_at_once_three_get_the_three_places_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    three_of_two_hundred(TestApp::start_on(cluster.url()).await).await;
}

/// Everybody applied and has an offer; who hires did so.
async fn everybody_is_offered(app: &TestApp) -> Vec<(PersonId, ApplicationId)> {
    let mut draft = wanted(app, "one", "Mekong Works");
    draft.openings = u32::try_from(PLACES).unwrap();
    app.publish("board", &[draft.hashed()]).await;
    let people: Vec<_> =
        (0..APPLICANTS).map(|n| person(app, &format!("p{n}"), "Welder", "7212", "1301")).collect();
    app.register("town", &people).await;
    app.settle().await;
    let id = employer(app, "Mekong Works", Standing::Verified).await;
    drop(member(app, MEMBER, id).await);
    let account = account_of(app, MEMBER).await;
    let membership = Membership {
        id: MembershipId::new(app.now()),
        account,
        seat: seat(Role::EmployerUser, Some(id), false),
        held_at: Some((OrganisationKind::Employer, Standing::Verified)),
        granted_at: app.now(),
        until: None,
        confirmed_at: app.now(),
    };
    let hirer = Hirer::of(&[membership], account, id).expect("the member hires");
    let (origin, vacancy) = (Origin::default(), vacancy_id(app, "one").await);
    let desk = desk(app, &origin);
    let mut sent = Vec::new();
    for person in all_ids(app.platform().database.reader()).await.unwrap() {
        let person = PersonId::from_u128(person);
        let applicant = Applicant { account: AccountId::new(app.now()), person, language: "lo" };
        sent.push((person, apply(desk, applicant, vacancy, &[DataClass::Work]).await.unwrap()));
    }
    let which: Vec<_> = sent.iter().map(|(_, id)| (*id, 1)).collect();
    let came = answer_many(desk, hirer, &which, &Deed::Shortlist).await.unwrap();
    assert_eq!((came.done, came.left), (APPLICANTS as u64, 0));
    for (_, id) in &sent {
        offer(desk, hirer, (*id, 2), (3_000_000, day(2026, 12, 7))).await.unwrap();
    }
    sent
}

fn desk<'a>(app: &'a TestApp, origin: &'a Origin) -> Desk<'a> {
    Desk { database: &app.platform().database, base_url: "https://viak.example", origin, at: app.now() }
}

async fn three_of_two_hundred(app: TestApp) {
    let sent = everybody_is_offered(&app).await;
    let (platform, at) = (app.platform().clone(), app.now());
    let tasks = sent.into_iter().map(|(person, id)| {
        let platform = Arc::clone(&platform);
        tokio::spawn(async move {
            let origin = Origin::default();
            let desk =
                Desk { database: &platform.database, base_url: "https://viak.example", origin: &origin, at };
            let applicant = Applicant { account: AccountId::new(at), person, language: "lo" };
            accept(desk, applicant, (id, 3), false).await
        })
    });
    let (mut got, mut taken) = (0, 0);
    for task in futures_util::future::join_all(tasks).await {
        match task.unwrap() {
            Ok(()) => got += 1,
            Err(AcceptError::Taken) => taken += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((got, taken), (PLACES, APPLICANTS - PLACES));
    let kept = application::Column::Stage.eq(Stage::Accepted);
    let kept =
        application::Entity::find().filter(kept).count(app.platform().database.reader()).await.unwrap();
    assert_eq!(kept, PLACES as u64);
    app.settle().await;
}
