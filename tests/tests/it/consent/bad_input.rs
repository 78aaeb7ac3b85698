//! What is refused: another's keys, days out of reach, what is said twice, words that are markup.

use super::{OTHER, WORKER, account_of, asks, employer, is_seen, worker};
use axum::http::StatusCode;
use server::access::model::{Grant, Permission, Reach, Role};
use server::audit::model::{Code, Origin};
use server::consent::commands::{
    Asker, Assisted, GiveError, Heard, Owning, Wish, answer, give, give_assisted,
};
use server::consent::model::{AudienceKind, Channel, Recipient};
use tests::{Postgres, TestApp};

#[tokio::test]
async fn nobody_sees_answers_or_withdraws_what_is_anothers() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let (mut thief, _) = worker(&app, OTHER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let address = format!("/me/consent-requests/{request}");
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    assert_eq!(thief.open(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(thief.submit(&address, &yes).await.status, StatusCode::NOT_FOUND);
    let page = device.submit(&address, &yes).await;
    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    assert_eq!(thief.open(&href).await.status, StatusCode::NOT_FOUND);
    assert_eq!(thief.submit(&format!("{href}/withdraw"), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(is_seen(&app, brewery, person).await);
    for key in ["x", "018f0000-0000-7000-8000-000000000000", "%27;drop%20table%20consent"] {
        assert_eq!(device.open(&format!("/me/consents/{key}")).await.status, StatusCode::NOT_FOUND, "{key}");
    }
    app.settle().await;
}

#[tokio::test]
async fn an_end_out_of_reach_is_refused_and_stays_in_the_form() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let address = format!("/me/consent-requests/{request}");
    for ends in ["", "2026-11-21", "2027-11-23", "9999-12-31", "<b>ມື້ອື່ນ</b>", "' or 1=1"] {
        let page = device.submit(&address, &[("answer", "yes"), ("ends", ends)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{ends}");
        assert_eq!(page.field("They see it until").1, ends);
        assert!(!is_seen(&app, brewery, person).await, "{ends}");
    }
    assert_eq!(device.submit(&address, &[("answer", "perhaps")]).await.status, StatusCode::BAD_REQUEST);
    device.done(&address, &[("answer", "yes"), ("ends", "22/11/2027")]).await;
    assert!(is_seen(&app, brewery, person).await, "the longest there is");
    app.settle().await;
}

#[tokio::test]
async fn what_is_sent_again_is_gone() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let address = format!("/me/consent-requests/{request}");
    let page = device.submit(&address, &[("answer", "yes"), ("ends", "2027-02-20")]).await;
    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    assert_eq!(device.submit(&address, &[("answer", "no")]).await.status, StatusCode::NOT_FOUND);
    assert!(is_seen(&app, brewery, person).await);
    device.done(&format!("{href}/withdraw"), &[]).await;
    assert_eq!(device.submit(&format!("{href}/withdraw"), &[]).await.status, StatusCode::NOT_FOUND);
    app.settle().await;
}

#[tokio::test]
async fn of_two_answers_at_once_one_counts() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let (_, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let origin = Origin::default();
    let account = account_of(&app, WORKER).await;
    let owning =
        Owning { database: &app.platform().database, account, person, origin: &origin, at: app.now() };
    let ends = "2027-02-20".parse().unwrap();
    let (yes, no) = tokio::join!(answer(owning, request, Some((ends, "lo"))), answer(owning, request, None));
    assert_eq!(usize::from(yes.is_ok()) + usize::from(no.is_ok()), 1, "{yes:?} {no:?}");
    assert_eq!(is_seen(&app, brewery, person).await, yes.is_ok());
    let wish = Wish {
        purpose: "registration",
        recipient: Recipient::Kind(AudienceKind::OfficersOfMyArea),
        ends: None,
        language: "lo",
        only: None,
    };
    let (one, two) = tokio::join!(give(owning, &wish), give(owning, &wish));
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "{one:?} {two:?}");
    app.settle().await;
}

#[tokio::test]
async fn who_helps_writes_down_a_witness_and_no_purpose_for_others() {
    let app = TestApp::start().await;
    let (_, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let (origin, recorded_by) = (Origin::default(), account_of(&app, WORKER).await);
    let assisted = |channel, witness| Assisted {
        person,
        channel,
        heard: Heard { version: 1, on: app.platform().clock.today() },
        witness,
        recorded_by,
        role: Code::known("proxy_helper"),
        origin: &origin,
        at: app.now(),
    };
    let wish = |purpose, recipient| Wish { purpose, recipient, ends: None, language: "lo", only: None };
    let officers = Recipient::Kind(AudienceKind::OfficersOfMyArea);
    let transaction = app.platform().database.begin().await.unwrap();
    let assisted_as = assisted(Channel::OfficerAssisted, " ");
    let refused = give_assisted(&transaction, &assisted_as, &wish("registration", officers)).await;
    assert!(matches!(refused, Err(GiveError::Witness)), "{refused:?}");
    let alone = assisted(Channel::Own, "ນາງ ຄຳ");
    let refused = give_assisted(&transaction, &alone, &wish("registration", officers)).await;
    assert!(matches!(refused, Err(GiveError::Witness)), "the person did not do it alone");
    let witnessed = assisted(Channel::Audio, "ນາງ ຄຳ");
    for (purpose, to) in [
        ("registration", Recipient::Organisation(brewery)),
        ("share_school", Recipient::Organisation(brewery)),
        ("x", officers),
    ] {
        let refused = give_assisted(&transaction, &witnessed, &wish(purpose, to)).await;
        assert!(matches!(refused, Err(GiveError::Purpose)), "{purpose}: {refused:?}");
    }
    let for_good = wish("share_employer", Recipient::Organisation(brewery));
    let refused = give_assisted(&transaction, &witnessed, &for_good).await;
    assert!(matches!(refused, Err(GiveError::End(_))), "an employer never sees it for good");
    give_assisted(&transaction, &witnessed, &wish("registration", officers)).await.unwrap();
    transaction.commit().await.unwrap();
    app.settle().await;
}

#[tokio::test]
async fn nobody_asks_for_an_organisation_that_is_not_theirs() {
    let app = TestApp::start().await;
    let (brewery, account) = (employer(&app, "Lao Brewery").await, {
        worker(&app, WORKER).await;
        account_of(&app, WORKER).await
    });
    let grant =
        |permission| Grant { permission, role: Role::EmployerUser, audience: None, reach: Reach::default() };
    assert!(Asker::of(&grant(Permission::SeePeople), account, brewery).is_none());
    assert!(Asker::of(&grant(Permission::RegisterPeople), account, brewery).is_none());
    app.settle().await;
}
