//! The copy of all that is kept about somebody.

mod paper;

use crate::consent::{WORKER, asks, employer, worker};
use server::backup::columns_of;
use server::copies::tables::{COPIED, LEFT_OUT, Of};
use std::collections::BTreeSet;
use tests::{Device, Postgres, TestApp, workspace};

/// Columns of all tables that hold the key of an account or of a record, as the code of the tables says.
pub(crate) fn columns_that_name_somebody() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for table in crate::schema::entities_in_code() {
        let file = workspace().join(format!("server/src/db/entities/{table}.rs"));
        for line in std::fs::read_to_string(file).unwrap().lines() {
            let Some((name, kind)) = line.trim().strip_prefix("pub ").and_then(|rest| rest.split_once(": "))
            else {
                continue;
            };
            let typed = kind.contains("AccountId") || kind.contains("PersonId");
            let bare = kind.contains("Uuid") && (name.starts_with("account") || name.starts_with("person"));
            let own = name == "id" && table != "account" && table != "person";
            if (typed || bare) && !own {
                found.insert((table.clone(), name.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_column_that_names_somebody_is_copied_or_left_out_with_a_reason() {
    let copied = COPIED.iter().map(|of| (of.table, of.column));
    let told: Vec<(&str, &str)> =
        copied.chain(LEFT_OUT.iter().map(|(table, column, _)| (*table, *column))).collect();
    let once: BTreeSet<(String, String)> =
        told.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(once.len(), told.len(), "a column is told twice");
    assert_eq!(
        columns_that_name_somebody(),
        once,
        "left: in the tables; right: in server/src/copies/tables.rs"
    );
    for copied in COPIED {
        let columns = columns_of(copied.table).unwrap();
        for hidden in copied.hidden {
            assert!(columns.iter().any(|column| column.name == **hidden), "{} has no {hidden}", copied.table);
        }
    }
    assert!(COPIED.iter().any(|of| of.of == Of::Account) && COPIED.iter().any(|of| of.of == Of::Person));
}

#[tokio::test]
async fn the_copy_holds_what_is_the_owners_and_nothing_of_others() {
    whole(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    whole(TestApp::start_on(cluster.url()).await).await;
}

async fn whole(app: TestApp) {
    let (mut device, person) = worker(&app, WORKER).await;
    let (_, _) = worker(&app, crate::consent::ASKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    device.done("/me/profile/documents", &[("kind", "household_book"), ("number", "HB-1234567")]).await;
    let request = asks(&app, brewery, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    device.done(&format!("/me/consent-requests/{request}"), &yes).await;
    app.seconds_pass(1);
    let page = device.open("/me/data").await;
    assert_eq!(page.heading(), "All that is kept about me");
    let page = device.open(&page.link("Download the copy (JSON)")).await;
    assert_eq!(page.header("content-disposition"), "attachment; filename=\"viak.json\"");
    assert!(page.header("cache-control").contains("no-store"));
    let tables = &page.json()["tables"];
    assert_eq!(tables["person"][0]["given_name"], "ບຸນມີ");
    assert_eq!(tables["account"][0]["phone"], WORKER);
    assert_eq!(tables["consent"][0]["ends"], "2027-02-20");
    assert_eq!(tables["consent_request"][0]["answer"], "given");
    assert_eq!(tables["person_skill"].as_array().unwrap().len(), 1);
    let number = tables["person_identifier"][0]["number"].as_str().unwrap();
    assert!(number.ends_with("1234567"), "{number}");
    assert!(!tables["audit_event"].as_array().unwrap().is_empty());
    for secret in ["password_hash", "argon2", "totp_secret", "\"salt\"", "asked_by", crate::consent::ASKER] {
        assert!(!page.body().contains(secret), "{secret} is in the copy");
    }
    let trail = device.open("/me/trail").await;
    let newest = &trail.texts("#entries ~ ul .card")[0];
    assert!(newest.starts_with("Took a copy of all that is kept about you"), "{newest}");
    let read = &trail.texts("#entries ~ ul .card")[1];
    assert!(read.starts_with("Looked at your profile") && read.contains("numbers of papers"), "{read}");
    app.settle().await;
}

#[tokio::test]
async fn a_copy_that_is_taken_again_and_again_stands_in_the_trail_once_an_hour() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(WORKER).await;
    let taken = async |device: &mut Device<'_>| {
        let page = device.open("/me/trail").await;
        page.main_text().matches("Took a copy of all that is kept about you").count()
    };
    for _ in 0..5 {
        assert_eq!(device.look("/me/data/viak.json").await.status, 200);
    }
    assert_eq!(taken(&mut device).await, 1);
    app.seconds_pass(3_600);
    assert_eq!(device.look("/me/data/viak.json").await.status, 200);
    assert_eq!(taken(&mut device).await, 2);
    let mut thief = Device::at(&app, std::net::IpAddr::from([198, 51, 100, 7]));
    for name in ["__Host-viak", "__Host-lang"] {
        let held = device.cookie(name).map(str::to_owned);
        if let Some(held) = held {
            thief.set_cookie(name, &held);
        }
    }
    assert_eq!(thief.look("/me/data/viak.json").await.status, 200);
    assert_eq!(taken(&mut device).await, 3, "from another network it stands there at once");
    app.settle().await;
}

#[tokio::test]
async fn who_has_no_profile_gets_the_account() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(WORKER).await;
    let page = device.open("/me/data/viak.json").await;
    let tables = &page.json()["tables"];
    assert_eq!(tables["account"][0]["phone"], WORKER);
    assert!(tables["person"].is_null());
    app.settle().await;
}

#[tokio::test]
async fn the_copy_says_of_a_consent_that_was_taken_back_when_that_was() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = device.submit(&format!("/me/consent-requests/{request}"), &yes).await;
    let held = device.open("/me/data/viak.json").await.json();
    assert!(held["tables"]["consent"][0]["withdrawn_at"].is_null(), "{held}");
    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    app.seconds_pass(60);
    device.done(&format!("{href}/withdraw"), &[]).await;
    let held = device.open("/me/data/viak.json").await.json();
    let at = held["tables"]["consent"][0]["withdrawn_at"].as_str().unwrap_or_default().to_owned();
    assert!(at.starts_with("2026-11-22"), "{held}");
    app.settle().await;
}
