//! An approved synonym works at the next query, in a running server, without a rebuild; what is wrong is refused.

use std::path::Path;
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Said, Server, encoded, viak};

const PATIENCE: Duration = Duration::from_secs(10);
const START: Duration = Duration::from_mins(1);
/// Words that no label and no advert holds.
const WORDINGS: [(&str, &str); 3] = [("ຄົນຈູດເຫຼັກໄຟແດງ", "lo"), ("thợ zquấn lửa", "vi"), ("zqarcman", "en")];

/// How many vacancies the results page finds. Pages take any number of calls a minute.
fn total(server: &Server, text: &str) -> u64 {
    let page = server.get(&format!("/jobs?lang=en&q={}", encoded(text)), &[]).unwrap().body;
    let heading = page.split("<h1").nth(1).and_then(|rest| rest.split('>').nth(1)).unwrap();
    heading.split(' ').next().unwrap().parse().unwrap()
}

fn board(data: &Path, more: &[&str]) -> Said {
    Said::by(viak(data).arg("board").args(more))
}

#[test]
fn an_approved_synonym_finds_at_the_next_query_of_a_running_server() {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(folder.path(), "adverts.csv", &(0..30).map(row).collect::<Vec<_>>());
    Said::by(viak(folder.path()).args(["import", "vacancies", "--keep-open"]).arg(file)).done();
    let mut server = Server::over(folder.path(), &[]);
    server.start();
    server.until_ready(START);
    let rebuilds = || server.figure("viak_index_rebuilds_total{index=\"vacancies\"}").unwrap_or_default();
    let before = rebuilds();
    for (wording, language) in WORDINGS {
        assert_eq!(total(&server, wording), 0, "{wording}");
        let approve =
            ["approve", "--query", wording, "--concept", "7212", "--language", language, "--by", "Test"];
        board(folder.path(), &approve).done();
        let begun = Instant::now();
        while total(&server, wording) != 10 {
            assert!(begun.elapsed() < PATIENCE, "{wording} finds nothing after {PATIENCE:?}");
            std::thread::yield_now();
        }
        println!("{wording} finds {:?} after its approval", begun.elapsed());
    }
    assert!((rebuilds() - before).abs() < f64::EPSILON, "no index was made again");
    let listed = board(folder.path(), &["synonyms", "--json"]).done();
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(listed["synonyms"].as_array().unwrap().len(), 3);
    assert_eq!(listed["synonyms"][0]["by"], "Test");
    let check = Said::by(viak(folder.path()).arg("check")).done();
    assert!(check.out.contains("edited here: label “zqarcman” (en, active)"), "{}", check.out);
    let (wording, language) = WORDINGS[2];
    board(folder.path(), &["reject", "--query", wording, "--concept", "7212", "--language", language]).done();
    let begun = Instant::now();
    while total(&server, wording) != 0 {
        assert!(begun.elapsed() < PATIENCE, "it was taken back");
        std::thread::yield_now();
    }
}

#[test]
fn what_is_no_synonym_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    Said::by(viak(folder.path()).arg("migrate")).done();
    let long = "x".repeat(10_000);
    for (query, concept, reason) in [
        ("zqarcman", "0000", "there is no concept `0000`"),
        ("zqarcman", "skill:7212", "there is no concept `skill:7212`"),
        ("   ", "7212", "holds no word"),
        ("in the", "7212", "says nothing by itself"),
        (long.as_str(), "7212", "longer than 80 characters"),
        ("zqarcman 020 5555 1234", "7212", "an address or a long number"),
        ("a\u{7}b", "7212", "no text"),
        ("Welder", "5120", "7212"),
        ("welder", "7212", "a name of this concept already"),
    ] {
        let said = board(folder.path(), &["approve", "--query", query, "--concept", concept]);
        assert_eq!(said.code, Some(1), "{query:.20} {concept}: {}", said.err);
        assert!(said.err.contains(reason) && said.err.lines().count() == 1, "{query:.20}: {}", said.err);
    }
    let unknown = board(folder.path(), &["approve", "ffffffff"]);
    assert!(unknown.code == Some(1) && unknown.err.contains("proposes nothing"), "{}", unknown.err);
    for wrong in [
        &["approve"][..],
        &["approve", "--query", "zqarcman"],
        &["approve", "--query", "zqarcman", "--concept", "7212", "--language", "xx"],
        &["--days", "0"],
        &["keep", "0"],
    ] {
        assert_eq!(board(folder.path(), wrong).code, Some(2), "{wrong:?}");
    }
    let listed = board(folder.path(), &["synonyms"]).done();
    assert!(listed.out.starts_with("0 approved"), "{}", listed.out);
    let shared =
        board(folder.path(), &["approve", "--query", "Welder", "--concept", "5120", "--shared"]).done();
    assert!(shared.out.contains("5120"), "{}", shared.out);
}
