//! From either kind of database into either: the same rows, hits, accounts and audit trail.

use super::{Place, content};
use crate::accounts::second_factor::{code, set_up};
use crate::accounts::{PASSWORD, PHONE, sign_in, sign_up};
use crate::audit::trail;
use server::audit::verify::verify;
use tempfile::TempDir;
use tests::{Device, Postgres, Said, TestApp};

/// A platform with a market, an account with a second factor, and a sealed trail; returns the factor's secret too.
async fn furnished(url: Option<String>) -> (TestApp, String) {
    let app = match url {
        Some(url) => TestApp::start_on(url).await,
        None => TestApp::start().await,
    };
    let app = app.and_market().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let (secret, _) = set_up(&app, &mut device).await;
    trail(&app.platform().database, 10).await;
    (app, secret)
}

/// Signs in on a new device with password and second factor.
async fn can_sign_in(app: &TestApp, secret: &str) {
    app.seconds_pass(120);
    let mut device = Device::new(app);
    let (_, said) = sign_in(&mut device, PHONE.0, PASSWORD).await;
    assert!(said.contains("protected by a second step"), "{said}");
    assert_eq!(device.submit("/code", &[("code", &code(app, secret))]).await.heading(), "My pages");
}

/// Takes a backup beside the running platform, restores it elsewhere, and holds the one to the other.
async fn is_carried(from: Option<String>, to: Option<String>) {
    let (app, secret) = furnished(from.clone()).await;
    let there = Place { data: app.folder(), url: from };
    let (files, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (files.path().join("first"), files.path().join("second"));
    let taken = there.back_up(&first).done();
    assert!(taken.err.contains("key file") && taken.err.contains("is in the backup"), "{}", taken.err);
    let here = Place { data: folder.path().to_owned(), url: to.clone() };
    let restored = here.restore(&first).done();
    assert!(restored.err.contains("in place"), "{}", restored.err);
    here.back_up(&second).done();
    let ((manifest, rows), (_, again)) = (content(&first), content(&second));
    let differ = rows.iter().zip(&again).find(|(one, other)| one != other);
    assert!(differ.is_none() && rows.len() == again.len(), "{differ:?}");
    assert_eq!(manifest.rows(), rows.len() as u64);
    let count = |name: &str| rows.iter().filter(|(table, _)| table == name).count();
    let (events, seals) = (count("audit_event"), count("audit_seal"));
    assert!(events >= 10 && seals >= 4, "{events} events in {seals} seals are no trail");
    let checked = Said::by(here.viak().arg("check")).done();
    let trail = format!("{events} events in {seals} seals");
    assert!(checked.out.contains("0 failed") && checked.out.contains(&trail), "{trail}: {}", checked.out);
    for query in ["", "welder", "ພໍ່ຄົວ", "thợ điện"] {
        assert_eq!(here.found(query), there.found(query), "{query}");
    }
    drop(app);
    goes_on(folder, to, &secret).await;
}

/// What was restored can be used: accounts, the trail, and new rows.
async fn goes_on(folder: TempDir, url: Option<String>, secret: &str) {
    let app = TestApp::over(folder, url).await;
    can_sign_in(&app, secret).await;
    let database = &app.platform().database;
    trail(database, 3).await;
    let verified = verify(database, None).await.unwrap();
    assert!(verified.failures.is_empty() && verified.seals >= 5, "{:?}", verified.failures);
    let draft = tests::drafts::vacancy(&app, "after", "Welder after all", "7212", "13");
    assert_eq!(app.publish("later", &[draft]).await.1, 1);
    app.settle().await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
}

#[tokio::test]
async fn sqlite_is_carried_to_sqlite() {
    is_carried(None, None).await;
}

#[tokio::test]
async fn sqlite_is_carried_to_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    is_carried(None, Some(cluster.url())).await;
}

#[tokio::test]
async fn postgresql_is_carried_to_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    is_carried(Some(cluster.url()), Some(cluster.fresh_database())).await;
}

#[tokio::test]
async fn postgresql_is_carried_to_sqlite() {
    let Some(cluster) = Postgres::start() else { return };
    is_carried(Some(cluster.url()), None).await;
}

#[test]
fn a_demonstration_stays_one() {
    let (from, to, files) = (tempfile::tempdir(), tempfile::tempdir(), tempfile::tempdir());
    let (from, to, file) = (from.unwrap(), to.unwrap(), files.unwrap().path().join("demo"));
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    // The program makes its folders itself, for its owner alone: others are not served.
    let (there, here) = (Place::sqlite(from.path()), Place::sqlite(&to.path().join("data")));
    Said::by(there.viak().args(["seed", "--people", "300", "--vacancies", "40"])).done();
    there.back_up(&file).done();
    let said = Said::by(here.viak().arg("restore").arg(&file).arg("--json")).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((json["demo"].as_bool(), json["tables"]["person"].as_u64()), (Some(true), Some(300)));
    Said::by(here.viak().arg("check")).done();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--metrics", "off"];
    let refused = Said::by(here.viak().args(serve));
    assert!(refused.code == Some(1) && refused.err.contains("demonstration"), "{}", refused.err);
}
