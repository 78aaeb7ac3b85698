//! The sealing key is changed: everything opens afterwards, also where the change was killed half-way.

use super::{
    AGAIN, FIRST, SOMXAY, documents_in_queue, looked, officer, person, tell, two_records, unverified_passport,
};
use crate::accounts::PASSWORD;
use server::identities::commands::reseal;
use server::keys::Keys;
use std::path::Path;
use tempfile::TempDir;
use tests::{Device, Said, TestApp, viak};

const NUMBERS: [(&str, &str); 3] =
    [("household_book", "HB-1234567"), ("passport", "PA1234567"), ("tax", "1234567890")];

/// The data of an application that rests, without its index, in a folder of its own. The key file is the same: one for
/// the whole test.
fn copied(app: &TestApp) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(app.folder()).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
    }
    folder
}

/// Changes the key by the command.
fn rotate(folder: &Path) -> Said {
    Said::by(viak(folder).args(["keys", "rotate"]))
}

async fn over(folder: TempDir) -> TestApp {
    TestApp::over(folder, None).await
}

#[tokio::test]
async fn numbers_and_second_factors_open_with_the_new_key_alone() {
    let app = TestApp::start().await;
    let mut device = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    tell(&mut device, "passport", "PA1234567").await;
    let secret = device.strengthen().await;
    app.settle().await;
    let (folder, file) = (copied(&app), app.platform().settings.keys.clone());
    let before = Keys::open(&file, None).unwrap();
    let said = rotate(folder.path()).done();
    assert!(said.out.contains("sealed anew: 1 document numbers, 1 second factors"), "{}", said.out);
    let after = Keys::open(&file, Some(&before.fingerprint())).unwrap();
    assert!(!after.are_being_changed() && after.todays() != before.todays());
    let app = over(folder).await;
    app.seconds_pass(600);
    let mut device = Device::new(&app);
    device.sign_in(SOMXAY, &secret).await;
    let page =
        device.submit("/me/profile/documents", &[("kind", "passport"), ("number", "PA 1234567")]).await;
    assert_eq!(page.status, 422, "the number is found by its new digest: {}", page.main_text());
    app.settle().await;
}

#[tokio::test]
async fn a_change_that_was_killed_half_way_goes_on_where_it_was() {
    let app = TestApp::start().await;
    let mut one = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    person(&app, AGAIN, ("ບຸນມີ", "ສີສອນ"), "28").await;
    for (kind, number) in NUMBERS {
        tell(&mut one, kind, number).await;
    }
    app.settle().await;
    let both = Keys::begin_change(&app.platform().settings.keys).unwrap();
    // One of three numbers is sealed anew when the process dies.
    let (done, last) = reseal(&app.platform().database, &both, None, 1).await.unwrap();
    assert!(done == 1 && last.is_some());
    let folder = copied(&app);
    {
        // Meanwhile a server with both keys finds numbers of either.
        let between = over(copied(&app)).await;
        let mut one = Device::new(&between);
        one.done("/sign-in", &[("contact", SOMXAY), ("password", PASSWORD)]).await;
        for (kind, number) in NUMBERS {
            let page = one.submit("/me/profile/documents", &[("kind", kind), ("number", number)]).await;
            assert_eq!(page.status, 422, "{kind} is found under either key");
        }
        between.settle().await;
    }
    let said = rotate(folder.path()).done();
    assert!(said.out.contains("sealed anew: 2 document numbers, 0 second factors"), "{}", said.out);
    let app = over(folder).await;
    let platform = app.platform();
    let after = platform.keys().unwrap();
    assert_eq!(after.todays(), both.todays(), "no third key was made");
    assert!(!after.are_being_changed());
    assert_eq!(reseal(&platform.database, after, None, 10).await.unwrap().0, 0);
    // Two records still meet by a number that both bear.
    let mut office = officer(&app, FIRST, "1301").await;
    assert_eq!(looked(&app).await, 0);
    let mut other = Device::new(&app);
    other.done("/sign-in", &[("contact", AGAIN), ("password", PASSWORD)]).await;
    tell(&mut other, "passport", "PA 1234567").await;
    assert_eq!(looked(&app).await, 1);
    assert!(office.open("/officer/duplicates").await.main_text().contains("both bear the same document"));
    app.settle().await;
}

#[tokio::test]
async fn a_key_is_not_changed_under_a_server_that_runs() {
    let app = TestApp::start().await;
    app.settle().await;
    server::service::do_chores(app.platform().clone()).await.unwrap();
    let (folder, file) = (copied(&app), app.platform().settings.keys.clone());
    let before = std::fs::read(&file).unwrap();
    let said = rotate(folder.path());
    assert!(said.code == Some(1) && said.err.contains("end all servers first"), "{}", said.err);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[tokio::test]
async fn while_keys_are_being_changed_a_number_is_not_verified_for_two() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (mut one, _other, _) = two_records(&app, &mut office).await;
    tell(&mut one, "passport", "PA7654321").await;
    let path = documents_in_queue(&mut office, 0).await;
    let id = unverified_passport(&mut office, &path).await;
    office.done(&path, &[("id", &id), ("method", "original"), ("number", "PA7654321")]).await;
    app.settle().await;
    Keys::begin_change(&app.platform().settings.keys).unwrap();
    // Under the new key the same number has another digest.
    let app = over(copied(&app)).await;
    let mut other = Device::new(&app);
    other.done("/sign-in", &[("contact", AGAIN), ("password", PASSWORD)]).await;
    tell(&mut other, "passport", "PA7654321").await;
    let mut office = officer(&app, super::SECOND, "1301").await;
    let path = documents_in_queue(&mut office, 1).await;
    let id = unverified_passport(&mut office, &path).await;
    let page = office.submit(&path, &[("id", &id), ("method", "original"), ("number", "PA7654321")]).await;
    let told = "This number is verified for another record already.";
    assert!(page.main_text().contains(told), "{}", page.main_text());
    app.settle().await;
}
