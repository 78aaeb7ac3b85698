//! A whole run over a small world: everything that is promised stands in the report, and every check holds.

use super::scripted::Meilisearch;
use super::{bench, entries, processes_over};
use serde_json::Value;
use tests::{Postgres, Said};

const OURS: [(&str, &str); 16] = [
    ("pages", "/jobs over HTTP, 32 connections"),
    ("pages", "/jobs over HTTP, 32 connections, compressed"),
    ("pages", "/jobs over HTTP, 32 connections, each address for the first time"),
    ("pages", "/jobs over HTTP, 32 connections, at a fixed rate from the scheduled moment"),
    ("pages", "sign-in with a password, 10 at once"),
    ("pages", "/jobs over HTTP at 100 pages a second, nobody signs in"),
    ("pages", "/jobs over HTTP at 100 pages a second, while 10 at once sign in"),
    ("match", "one opening against all people, top 50 with reasons"),
    ("match", "one person against all openings, top 50 with reasons"),
    ("search", "three words, all required, + province + occupation, top 20"),
    ("search", "three words, any, + province + occupation, top 20"),
    ("search", "three words, all required, top 20"),
    ("search", "three words, any, top 20"),
    ("search", "two words, any, top 20 with facet counts"),
    ("search", "as typed: concepts, any word, facets, highlighting"),
    ("search", "suggestion while typing, with one typo"),
];
const RIVALS: [&str; 3] = ["SQLite FTS5", "PostgreSQL", "Meilisearch"];

fn list<'a>(report: &'a Value, name: &str) -> &'a [Value] {
    report[name].as_array().unwrap()
}

fn row<'a>(report: &'a Value, what: &str, engine: &str) -> &'a Value {
    let found = list(report, "rows").iter().find(|row| row["what"] == what && row["engine"] == engine);
    found.unwrap_or_else(|| panic!("no row {what} of {engine}"))
}

fn figure(report: &Value, what: &str) -> f64 {
    let found = list(report, "figures").iter().find(|figure| figure["what"] == what);
    found.unwrap_or_else(|| panic!("no figure {what}"))["value"].as_f64().unwrap()
}

fn parsed(said: &Said) -> Value {
    assert_eq!(said.code, Some(0), "{}\n{}", said.out, said.err);
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn a_whole_run_measures_everything_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let meilisearch = Meilisearch::start();
    let postgres = Postgres::start();
    let mut command = bench(folder.path());
    command.args(["all", "--people", "2000", "--vacancies", "300", "--json"]);
    command.args(["--meilisearch", &meilisearch.url]);
    if let Some(postgres) = &postgres {
        command.args(["--postgres", &postgres.url()]);
    }
    let report = parsed(&Said::by(&mut command));
    for check in list(&report, "checks") {
        assert_eq!(check["holds"], true, "{check}");
    }
    for (part, what) in OURS {
        let row = row(&report, what, "viak");
        assert_eq!(row["part"], part);
        assert!(row["outcome"]["measured"]["latency"]["questions"].as_u64().unwrap() > 0, "{row}");
    }
    for (_, what) in OURS.into_iter().filter(|(_, what)| what.contains(" words, a")) {
        for rival in RIVALS.into_iter().filter(|rival| *rival != "PostgreSQL" || postgres.is_some()) {
            let row = row(&report, what, rival);
            assert!(row["outcome"]["measured"].is_object(), "{row}");
        }
        assert!(figure(&report, &format!("distinct questions, {what}")) >= 1_500.0);
    }
    assert!(figure(&report, "distinct addresses") >= 1_000.0);
    let batch = "all openings, exact top 50 each, 2 threads";
    assert!(figure(&report, &format!("{batch}: compared with scoring everybody")) >= 1.0);
    for what in
        ["start to first search and first match", "memory of the server after the load, RssAnon", batch]
    {
        assert!(figure(&report, what) > 0.0, "{what}");
    }
    let peak = figure(&report, "peak memory, all processes together");
    assert!(peak > figure(&report, "memory of the server after the load, VmRSS"));
    assert!(report["machine"]["compiler"].as_str().unwrap().starts_with("rustc 1."), "{}", report["machine"]);
    assert_eq!(
        meilisearch.asked("POST /indexes/").iter().filter(|line| line.ends_with("/documents")).count(),
        1
    );
    assert_eq!(meilisearch.asked("DELETE /indexes/viak_bench_").len(), 1);
    assert_eq!(entries(folder.path()), Vec::<String>::new());
    assert_eq!(processes_over(folder.path()), Vec::<String>::new());
}

#[test]
fn a_kept_world_is_used_again_and_two_runs_stand_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let kept = tempfile::tempdir().unwrap();
    let world = kept.path().join("world");
    let run = |people: &str, more: &[&str]| {
        let mut command = bench(folder.path());
        command.args(["match", "--vacancies", "50", "--json", "--people", people]).args(more);
        Said::by(&mut command)
    };
    let keep = ["--keep", world.to_str().unwrap()];
    let first = run("200", &keep);
    let report = parsed(&first);
    assert!(figure(&report, "rows generated and stored") > 0.0);
    let again = parsed(&run("200", &keep));
    assert!(!list(&again, "figures").iter().any(|figure| figure["what"] == "rows generated and stored"));
    assert_eq!(list(&again, "checks").last().unwrap()["holds"], true);
    let other = run("201", &keep);
    assert_eq!(other.code, Some(1));
    assert!(other.err.contains("another world") && other.err.contains("200 people"), "{}", other.err);
    let file = kept.path().join("first.json");
    std::fs::write(&file, &first.out).unwrap();
    let against = run("400", &["--against", file.to_str().unwrap()]);
    let compared: Value = serde_json::from_str(&against.out).unwrap();
    let growth = &compared["growth"];
    assert_eq!((&growth["people"][0], &growth["people"][1]), (&Value::from(200), &Value::from(400)));
    assert_eq!(growth["linear"], 2.0);
    assert!(list(growth, "steps").len() > 5);
    let judged =
        list(&compared, "checks").iter().find(|check| check["text"].as_str().unwrap().contains("linearly"));
    // Whether it holds is a matter of time and no matter of this test; the exit code says the same.
    assert_eq!(against.code, Some(i32::from(judged.unwrap()["holds"] != true)));
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn a_rival_that_is_lost_on_the_way_costs_its_column_and_no_more() {
    // While it is filled, while hits are compared, and while times are taken.
    for requests in [9, 40, 700] {
        let folder = tempfile::tempdir().unwrap();
        let rival = Meilisearch::until(requests);
        let mut command = bench(folder.path());
        command.args(["search", "--people", "300", "--vacancies", "60", "--meilisearch", &rival.url]);
        let said = Said::by(&mut command).done();
        let lost = said.out.matches("| Meilisearch | not run: it was lost on the way (").count();
        assert!((1..=5).contains(&lost), "{requests}: {}", said.out);
        assert!(said.out.contains("| SQLite FTS5 |"), "{}", said.out);
        assert_eq!(entries(folder.path()), Vec::<String>::new());
    }
}
