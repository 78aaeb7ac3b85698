//! A CV that is sent: read, proposed, ticked; or refused in plain words.

use super::owner;
use crate::documents::made::{body, package};
use axum::body::{Body, Bytes};
use futures_util::StreamExt as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tests::TestApp;

const CV: &str = "Curriculum vitae\nI do arc welding and gas welding. English B2, Thai fluent.\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_found_is_proposed_and_only_what_is_ticked_is_taken() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    let page = device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
    assert_eq!(page.heading(), "Found in your CV", "{}", page.main_text());
    let offered = page.attributes("input[type=checkbox]", "name");
    assert!(offered.contains(&"skill_arc-welding".to_owned()), "{offered:?}");
    assert!(offered.contains(&"skill_gas-welding".to_owned()), "{offered:?}");
    assert!(offered.contains(&"language_en".to_owned()), "{offered:?}");
    assert!(page.attributes("input[checked]", "name").is_empty(), "nothing is ticked");
    assert!(device.open("/me/profile").await.main_text().contains("Nothing is filled in yet."));
    let ticked = [("skill_arc-welding", "yes"), ("language_en", "4")];
    let page = device.submit("/me/profile/upload/found", &ticked).await;
    let said = page.main_text();
    assert!(said.contains("arc welding") && said.contains("English (B2)"), "{said}");
    assert!(!said.contains("gas welding"), "{said}");
    let page = device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
    let offered = page.attributes("input[type=checkbox]", "name");
    assert!(!offered.contains(&"skill_arc-welding".to_owned()), "what is held is not offered: {offered:?}");
    assert!(!offered.contains(&"language_en".to_owned()), "{offered:?}");
    assert!(offered.contains(&"language_th".to_owned()), "what is not held is: {offered:?}");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mislabelled_upload_is_told_by_its_content() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    let long = |start: &[u8]| [start, &[0; 64]].concat();
    let cases = [
        (long(b"\x89PNG\r\n\x1a\n"), "This is a picture, not a document."),
        (long(b"MZ\x90\0"), "This is a program, not a document."),
        (long(b"<html><script>"), "This is a web page. Save it as PDF."),
        (b"%PDF-1.7 broken".to_vec(), "The file is damaged. Save it anew and send it again."),
        (Vec::new(), "Choose a file first."),
        (bomb(), "The file is too demanding to be read. Save a simpler one."),
    ];
    device.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ")]).await;
    for (bytes, why) in cases {
        let page = device.upload("/me/profile/upload", "cv.pdf", &bytes).await;
        assert_eq!(page.status, 422, "{why}");
        assert_eq!(page.texts("[role=alert] li"), [format!("File: {why}")]);
        let kept = device.open("/me/profile").await;
        assert!(kept.main_text().contains("ຊ່າງເຊື່ອມ"), "{}", kept.main_text());
        assert!(!kept.main_text().contains("arc welding"), "{}", kept.main_text());
    }
}

/// A Word document of a few kilobytes that unpacks to a hundred megabytes.
fn bomb() -> Vec<u8> {
    let huge = [&body("")[..120], &vec![b' '; 100 << 20]].concat();
    package([("word/document.xml", huge)])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_gigabytes_are_refused_while_they_are_read() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    let given = Arc::new(AtomicU64::new(0));
    let counted = given.clone();
    let head = Bytes::from_static(
        b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.7\n",
    );
    let chunk = Bytes::from(vec![b'a'; 64 * 1024]);
    let chunks = std::iter::once(head).chain(std::iter::repeat_n(chunk, 2 << 15));
    let body = chunks.map(move |chunk| {
        counted.fetch_add(chunk.len() as u64, Ordering::SeqCst);
        Ok::<_, std::io::Error>(chunk)
    });
    let page = device.stream("/me/profile/upload", Body::from_stream(futures_util::stream::iter(body))).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    assert_eq!(page.texts("[role=alert] li"), ["File: The file is larger than 10 MB."]);
    let given = given.load(Ordering::SeqCst);
    assert!(given < 12_000_000, "{given} bytes were taken");
}

/// Sends the file as a phone with a weak signal does: for longer than other requests may take.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_may_arrive_slowly() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    let head = "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"cv.txt\"\r\n\r\n";
    let lines = (0..11).map(|line| format!("Line {line}: I do gas welding.\n"));
    let pieces = std::iter::once(head.to_owned()).chain(lines).chain(["\r\n--edge--\r\n".to_owned()]);
    let slowly = futures_util::stream::iter(pieces).then(|piece| async move {
        tokio::time::sleep(Duration::from_secs(1)).await;
        Ok::<_, std::io::Error>(piece)
    });
    let page = device.stream("/me/profile/upload", Body::from_stream(slowly)).await;
    assert_eq!(page.heading(), "Found in your CV", "{}", page.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_sends_one_file_at_a_time() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    let (mut same, other) = (device.stolen(), &mut tests::Device::new(&app));
    other.register("+8562055551009").await;
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (go_on, goes_on) = tokio::sync::oneshot::channel::<()>();
    let head = "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"cv.txt\"\r\n\r\n";
    let first = futures_util::stream::once(async move {
        begun.send(()).unwrap();
        Ok::<_, std::io::Error>(format!("{head}{CV}"))
    });
    let rest = futures_util::stream::once(async move {
        goes_on.await.unwrap();
        Ok("\r\n--edge--\r\n".to_owned())
    });
    let slow = device.stream("/me/profile/upload", Body::from_stream(first.chain(rest)));
    let meanwhile = async {
        has_begun.await.unwrap();
        let page = same.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
        assert_eq!(page.status, 422);
        assert!(page.main_text().contains("Another file of yours"), "{}", page.main_text());
        let page = other.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
        assert_eq!(page.heading(), "Found in your CV", "others are not kept waiting");
        go_on.send(()).unwrap();
    };
    let (page, ()) = tokio::join!(slow, meanwhile);
    assert_eq!(page.heading(), "Found in your CV", "{}", page.main_text());
    let page = device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
    assert_eq!(page.heading(), "Found in your CV", "the next one is taken");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_account_sends_so_many_files_an_hour() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    for number in 0..server::limits::Limits::shipped().uploads_an_hour {
        let page = device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
        assert_eq!(page.status, 200, "file {number}");
    }
    let page = device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("many files within an hour"), "{}", page.main_text());
    app.seconds_pass(3_600);
    assert_eq!(device.upload("/me/profile/upload", "cv.txt", CV.as_bytes()).await.status, 200);
}
