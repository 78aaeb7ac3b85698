//! Consents of two records that were joined: what holds meanwhile, what was taken back for good, and what comes back.

use super::{FIRST, SECOND, officer, say, two_records};
use crate::consent::{account_of, asks, employer, is_seen};
use server::audit::model::Origin;
use server::clock::days_after;
use server::consent::commands::{GiveError, Owning, Wish, give};
use server::consent::model::Recipient;
use server::db::entities::person;
use server::ids::{ConsentId, OrganisationId, PersonId};
use server::people::commands::records::of_account;
use tests::{Device, Postgres, TestApp};

/// The record that an account made, joined or not.
async fn own_record(app: &TestApp, number: &str) -> PersonId {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let account = account_of(app, number).await;
    let of = person::Entity::find().filter(person::Column::AccountId.eq(account));
    of.one(app.platform().database.reader()).await.unwrap().expect("a record").id
}

/// Consents to be seen by an organisation.
async fn consents(app: &TestApp, number: &str, to: OrganisationId) -> Result<ConsentId, GiveError> {
    let account = account_of(app, number).await;
    let (database, origin, at) = (&app.platform().database, Origin::default(), app.now());
    let person = of_account(database.reader(), account).await.unwrap().expect("a profile");
    let ends = Some(days_after(app.platform().clock.today(), 30));
    let recipient = Recipient::Organisation(to);
    let wish = Wish { purpose: "share_employer", recipient, ends, language: "lo", only: None };
    give(Owning { database, account, person, origin: &origin, at }, &wish).await
}

/// Two records of one man, and the officers who join and part them.
struct Town<'a> {
    one: Device<'a>,
    other: Device<'a>,
    /// The records: the one that stays, and the one that is joined with it.
    stays: PersonId,
    joined: PersonId,
    officers: [Device<'a>; 2],
    case: String,
}

impl<'a> Town<'a> {
    async fn of(app: &'a TestApp) -> Self {
        let mut officers = [officer(app, FIRST, "1301").await, officer(app, SECOND, "1301").await];
        let (one, other, case) = two_records(app, &mut officers[0]).await;
        let (stays, joined) = (own_record(app, super::SOMXAY).await, own_record(app, super::AGAIN).await);
        Self { one, other, stays, joined, officers, case }
    }

    async fn join(&mut self) {
        for officer in &mut self.officers {
            assert_eq!(say(officer, &self.case, "same").await.status, 200);
        }
    }

    async fn part(&mut self) {
        assert_eq!(say(&mut self.officers[0], &self.case, "undo").await.status, 200);
    }
}

/// Takes back the first consent that holds, at the page.
async fn take_back(device: &mut Device<'_>) {
    let page = device.open("/me/consents").await;
    let consent = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    device.done(&format!("{consent}/withdraw"), &[]).await;
}

async fn a_no_of_one_half_counts_for_both_and_stays(app: TestApp) {
    let mut town = Town::of(&app).await;
    let brewery = employer(&app, "Lao Brewery").await;
    consents(&app, super::SOMXAY, brewery).await.unwrap();
    consents(&app, super::AGAIN, brewery).await.unwrap();
    app.seconds_pass(1);
    town.join().await;
    assert!(is_seen(&app, brewery, town.stays).await && !is_seen(&app, brewery, town.joined).await);
    // Whoever signs in to the record that was joined has the consents of the one that stands for it.
    take_back(&mut town.other).await;
    assert!(!is_seen(&app, brewery, town.stays).await, "in the same second");
    let page = town.one.open("/me/consents").await;
    assert!(page.attributes("#live ~ ul h3 a", "href").is_empty(), "{}", page.main_text());
    town.part().await;
    for half in [town.stays, town.joined] {
        assert!(!is_seen(&app, brewery, half).await, "taken back for good");
    }
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_of_one_half_counts_for_both_and_survives_the_parting() {
    a_no_of_one_half_counts_for_both_and_stays(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_no_of_one_half_counts_for_both_and_stays(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_earlier_no_of_one_half_is_stricter_than_a_yes_of_the_other_while_they_are_joined() {
    let app = TestApp::start().await;
    let mut town = Town::of(&app).await;
    let brewery = employer(&app, "Lao Brewery").await;
    consents(&app, super::SOMXAY, brewery).await.unwrap();
    consents(&app, super::AGAIN, brewery).await.unwrap();
    app.seconds_pass(1);
    take_back(&mut town.other).await;
    assert!(is_seen(&app, brewery, town.stays).await, "two people so far");
    town.join().await;
    assert!(!is_seen(&app, brewery, town.stays).await, "one person, who said no last");
    app.seconds_pass(1);
    consents(&app, super::SOMXAY, brewery).await.expect("a yes after the no counts");
    assert!(is_seen(&app, brewery, town.stays).await);
    town.part().await;
    assert!(is_seen(&app, brewery, town.stays).await && !is_seen(&app, brewery, town.joined).await);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_each_consents_to_while_joined_goes_with_whoever_said_so() {
    let app = TestApp::start().await;
    let mut town = Town::of(&app).await;
    let (brewery, mill) = (employer(&app, "Lao Brewery").await, employer(&app, "Rice Mill").await);
    for device in [&mut town.one, &mut town.other] {
        device.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    }
    let request = asks(&app, brewery, town.joined).await.unwrap();
    town.join().await;
    assert!(asks(&app, mill, town.joined).await.is_err(), "nobody asks a record that leads to another");
    // The request moved, and is answered by whoever signs in to the joined record.
    let yes = [("answer", "yes"), ("ends", "2027-01-20")];
    town.other.done(&format!("/me/consent-requests/{request}"), &yes).await;
    consents(&app, super::SOMXAY, mill).await.unwrap();
    assert!(is_seen(&app, brewery, town.stays).await && is_seen(&app, mill, town.stays).await);
    town.part().await;
    assert!(is_seen(&app, brewery, town.joined).await && !is_seen(&app, brewery, town.stays).await);
    assert!(is_seen(&app, mill, town.stays).await && !is_seen(&app, mill, town.joined).await);
    app.settle().await;
}
