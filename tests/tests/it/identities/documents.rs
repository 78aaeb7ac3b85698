//! Documents are told, covered, verified by officers, and never twice.

use super::{AGAIN, FIRST, SOMXAY, looked, officer, person, tell};
use tests::{Postgres, TestApp};

const PATH: &str = "/me/profile/documents";

/// Where the documents of the only person of the case are.
async fn documents_of(app: &TestApp, device: &mut tests::Device<'_>, which: usize) -> String {
    assert_eq!(looked(app).await, 1, "two records bear one household book and alike names");
    let page = device.open("/officer/duplicates").await;
    let case = page.attributes("h3 a", "href").swap_remove(0);
    let page = device.open(&case).await;
    page.attributes(".pair a", "href").swap_remove(which)
}

#[tokio::test]
async fn a_document_is_kept_covered_and_taken_back() {
    let app = TestApp::start().await;
    let mut device = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    let page = device.open("/me/profile").await;
    assert_eq!(page.link("Identity documents"), PATH);
    tell(&mut device, "passport", "pa 1234567").await;
    let page = device.open(PATH).await;
    let said = page.main_text();
    assert!(said.contains("••••4567") && said.contains("Not verified by an office yet"), "{said}");
    assert!(!said.contains("PA1234567") && !said.contains("1234567"), "{said}");
    for file in ["viak.sqlite", "viak.sqlite-wal"] {
        let bytes = std::fs::read(app.folder().join(file)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("PA1234567"), "the number lies open in {file}");
    }
    let page = device.submit(PATH, &[("kind", "passport"), ("number", "PA-1234567")]).await;
    assert_eq!(page.status, 422, "the same document once more");
    let id = page.attributes("input[name=id]", "value").swap_remove(0);
    device.done(PATH, &[("what", "remove"), ("id", &id)]).await;
    assert!(device.open(PATH).await.main_text().contains("No documents yet."));
    assert_eq!(device.submit(PATH, &[("what", "remove"), ("id", &id)]).await.status, 404);
    app.settle().await;
}

#[tokio::test]
async fn what_is_no_number_is_refused_and_stands_there_again() {
    let app = TestApp::start().await;
    let mut device = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    let sent = [
        ("kind", "chip_card"),
        ("number", "<script>1'--</script>"),
        ("issuer", "ຕຳຫຼວດ<b>'; drop table person; --"),
        ("issued_on", "2026-01-05"),
        ("expires_on", "2025-01-05"),
    ];
    let page = device.submit(PATH, &sent).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("Number").1, sent[1].1);
    assert_eq!(page.field("Who issued it").1, sent[2].1);
    assert!(page.main_text().contains("The last day comes after the day of issue."), "{}", page.main_text());
    assert!(device.open(PATH).await.main_text().contains("No documents yet."));
    app.settle().await;
}

async fn a_verified_number_is_one_living_persons_on(app: TestApp) {
    let mut one = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    let mut other = person(&app, AGAIN, ("ສົມໃຈ", "ແກ້ວວົງ"), "6").await;
    for device in [&mut one, &mut other] {
        tell(device, "household_book", "HB 778899").await;
        tell(device, "passport", "PA7654321").await;
    }
    let mut office = officer(&app, FIRST, "1301").await;
    let (first, second) = (documents_of(&app, &mut office, 0).await, {
        let page = office.open("/officer/duplicates").await;
        let case = page.attributes("h3 a", "href").swap_remove(0);
        office.open(&case).await.attributes(".pair a", "href").swap_remove(1)
    });
    let ids = async |device: &mut tests::Device<'_>, path: &str| {
        device.open(path).await.attributes("form input[name=id]", "value")
    };
    for (path, verified) in [(&first, true), (&second, false)] {
        let held = ids(&mut office, path).await;
        let [book, passport] = held.as_slice() else { panic!("{held:?}") };
        office.done(path, &[("id", book), ("method", "original"), ("number", "HB-778899")]).await;
        let sent = [("id", passport.as_str()), ("method", "original"), ("number", "PA 7654321")];
        let page = office.submit(path, &sent).await;
        let told = "This number is verified for another record already.";
        assert_eq!(page.main_text().contains(told), !verified, "{}", page.main_text());
    }
    assert_eq!(ids(&mut office, &second).await.len(), 1, "the passport of the second is not verified");
    let page = one.open(PATH).await;
    assert!(page.main_text().contains("Verified on 22/11/2026: the document itself was seen"));
    assert!(page.attributes("form input[name=id]", "value").is_empty(), "what was verified stays");
    app.settle().await;
}

#[tokio::test]
async fn a_verified_number_is_one_living_persons() {
    a_verified_number_is_one_living_persons_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_verified_number_is_one_living_persons_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_verified_number_is_one_living_persons_on(TestApp::start_on(cluster.url()).await).await;
}
