//! Files that want to break whoever reads them: the child breaks, the server says so and goes on.

use super::made::{body, deflated_spaces, package, page, pdf, plain_pdf, stream};
use super::text_of;
use server::documents::{Unreadable, limits};
use std::time::Instant;

/// What `bytes` do is refused in time, and the next file is read.
async fn is_refused(name: &str, bytes: &[u8], refused: Unreadable) {
    let started = Instant::now();
    let said = text_of(bytes).await;
    println!("{name}: {} bytes, {said:?} after {:?}", bytes.len(), started.elapsed());
    assert_eq!(said, Err(refused), "{name}");
    assert_eq!(text_of(&plain_pdf("Welder")).await.unwrap().text, "Welder");
}

#[tokio::test]
async fn a_word_document_of_one_huge_entry_is_refused() {
    let huge = [&body("")[..120], &vec![b' '; 100 << 20]].concat();
    let bomb = package([("word/document.xml", huge)]);
    assert!(bomb.len() < limits::MOST_BYTES);
    is_refused("one huge entry", &bomb, Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn a_word_document_of_too_many_entries_is_refused() {
    let names: Vec<String> = (0..5_000).map(|number| format!("word/header{number}.xml")).collect();
    let parts = names.iter().map(|name| (name.as_str(), Vec::new()));
    let bomb = package(parts.chain([("word/document.xml", body("x"))]));
    is_refused("many entries", &bomb, Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn many_entries_that_are_large_together_are_refused() {
    let names: Vec<String> = (0..100).map(|number| format!("word/header{number}.xml")).collect();
    let header = body(&"<w:b/>".repeat(150_000));
    let parts = names.iter().map(|name| (name.as_str(), header.clone()));
    let bomb = package(parts.chain([("word/document.xml", body("x"))]));
    is_refused("large together", &bomb, Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn elements_without_end_are_refused() {
    let deep = package([("word/document.xml", b"<a>".repeat(1_000_000))]);
    is_refused("deep", &deep, Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn a_pdf_that_unpacks_to_gigabytes_ends_its_child_by_memory() {
    let mut objects = page(super::made::HELVETICA);
    let once = deflated_spaces(4 << 10);
    objects.push(stream("/Filter /FlateDecode", &once));
    assert!(once.len() < limits::MOST_BYTES);
    is_refused("gigabytes", &pdf(&objects, ""), Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn a_pdf_that_draws_without_end_is_ended_by_the_clock() {
    const FORMS: usize = 9;
    let mut objects = page("/XObject <</N 5 0 R>>");
    objects.push(stream("", "/N Do ".repeat(30).as_bytes()));
    for form in 0..FORMS {
        let next = form + 6;
        let own = format!("/Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</N {next} 0 R>>>>");
        objects.push(stream(&own, "/N Do ".repeat(30).as_bytes()));
    }
    objects.push(stream("/Subtype /Form /BBox [0 0 9 9]", b"0 0 1 1 re f"));
    is_refused("without end", &pdf(&objects, ""), Unreadable::TooDemanding).await;
}

#[tokio::test]
async fn pages_that_hold_each_other_are_no_trap() {
    let mut objects = page("");
    objects[1] = b"<</Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3>>".to_vec();
    objects.push(stream("", b""));
    let said = text_of(&pdf(&objects, "")).await;
    assert!(matches!(said, Err(Unreadable::NoText | Unreadable::Damaged)), "{said:?}");
}

#[tokio::test]
async fn whoever_goes_away_leaves_no_child_behind() {
    let extractor = server::documents::Extractor::of(tests::program());
    let bytes = plain_pdf("Welder");
    for _ in 0..4 {
        let reading = extractor.text_of(&bytes);
        // Given up as soon as it has begun: both turns are free again.
        let given_up = tokio::time::timeout(std::time::Duration::ZERO, reading).await;
        assert!(given_up.is_err());
    }
    assert_eq!(extractor.text_of(&bytes).await.unwrap().text, "Welder");
}
