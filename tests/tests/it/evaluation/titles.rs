//! Titles asked of a small collection.

use super::{Set, entries, evaluate, json};
use tests::Said;

#[test]
fn every_judged_title_is_asked_and_nothing_else_is_written() {
    let set = Set::new();
    for method in ["shipped", "bm25", "char-tfidf"] {
        let told = json(set.titles().args(["--method", method]));
        assert_eq!((&told["documents"], &told["queries"]), (&4.into(), &3.into()), "{method}");
        assert_eq!((&told["without_judgements"], &told["method"]), (&1.into(), &method.into()));
        for measure in ["MAP", "MRR", "acc@1", "hit@5", "hit@10", "nDCG@10"] {
            assert_eq!(told[measure], 1.0, "{method} {measure}");
        }
    }
    assert_eq!(entries(set.folder.path()), ["set"]);
}

#[test]
fn the_measures_are_printed_for_people() {
    let said = Said::by(&mut Set::new().titles()).done();
    assert!(said.out.contains("method shipped, depth 100"), "{}", said.out);
    assert!(
        said.out.contains("documents 4, queries 3 (without judgements, left out: 1; without answers: 0)")
    );
    assert!(said.out.contains("\nnDCG@10  1.0000\n"), "{}", said.out);
}

#[test]
fn the_run_and_the_table_hold_each_query() {
    let set = Set::new();
    let (run, table) = (set.folder.path().join("a.run"), set.folder.path().join("table.csv"));
    let mut command = set.titles();
    command.args(["--method", "bm25", "--run"]).arg(&run).arg("--per-query").arg(&table);
    Said::by(&mut command).done();
    let run = std::fs::read_to_string(run).unwrap();
    let first: Vec<&str> = run.lines().next().unwrap().split(' ').collect();
    assert_eq!((&first[..4], first[5]), (&["q1", "Q0", "7212", "1"][..], "viak-bm25"), "{run}");
    let table = std::fs::read_to_string(table).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0].starts_with("query,text,right,rank,best,best_name,right_name,MAP,MRR,acc@1"), "{table}");
    assert!(rows[2].starts_with("q2,chef at the grill,1,1,5120,Cook,Cook,1,1,1,"), "{table}");
    assert_eq!(entries(set.folder.path()), ["a.run", "set", "table.csv"]);
}

#[test]
fn marks_line_ends_and_blank_lines_change_nothing() {
    let plain = json(&mut Set::new().titles());
    let dressed = |text: &str| format!("\u{feff}{}\r\n\r\n", text.replace('\n', "\r\n"));
    let set = Set::new()
        .with("corpus.jsonl", dressed(super::CORPUS))
        .with("queries.jsonl", dressed(super::QUERIES))
        .with("qrels/test.tsv", dressed(super::QRELS));
    let mut told = json(&mut set.titles());
    told["set"] = plain["set"].clone();
    assert_eq!(told, plain);
}

#[test]
fn a_document_of_ten_megabytes_is_searched_like_any_other() {
    let long = "sweeps floors and empties bins ".repeat(10 * 1024 * 1024 / 31);
    let line = format!("{{\"_id\": \"long\", \"title\": \"Janitor\", \"text\": \"{long}\"}}\n");
    let set = Set::new().with("corpus.jsonl", format!("{}{line}", super::CORPUS));
    let told = json(&mut set.titles());
    assert_eq!((&told["documents"], &told["acc@1"]), (&5.into(), &1.0.into()));
}

#[test]
fn weights_fitted_to_one_set_are_used_on_another() {
    let set = Set::new();
    let weights = set.folder.path().join("weights.json");
    let mut command = evaluate(set.folder.path());
    let said = Said::by(command.arg("fit").arg(set.path()).arg("--out").arg(&weights)).done();
    assert!(said.out.starts_with("weights fitted to 3 titles of "), "{}", said.out);
    let told = json(set.titles().arg("--weights").arg(&weights));
    assert_eq!(told["acc@1"], 1.0);
    assert_eq!(entries(set.folder.path()), ["set", "weights.json"]);
}

#[test]
fn vectors_of_a_file_take_the_place_of_the_shipped_ones() {
    let set = Set::new();
    let folder = set.folder.path();
    let with =
        |vectors: &std::path::Path| Said::by(set.titles().arg("--json").env("VIAK_TITLE_VECTORS", vectors));
    let shipped = folder.join("own.bin");
    std::fs::write(&shipped, seed_data::vectors()).unwrap();
    assert_eq!(with(&shipped).done().out, Said::by(set.titles().arg("--json")).done().out);
    std::fs::write(&shipped, "not at all").unwrap();
    let refused = with(&shipped);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("own.bin"), "{}", refused.err);
}

#[test]
fn weights_are_fitted_to_several_sets_or_to_none() {
    let (one, other) = (Set::new(), Set::new());
    let weights = one.folder.path().join("weights.json");
    let fit = |second: &std::path::Path| {
        let mut command = evaluate(one.folder.path());
        Said::by(command.arg("fit").arg(one.path()).arg(second).arg("--out").arg(&weights))
    };
    let refused = fit(&other.path().join("missing"));
    assert_eq!(refused.code, Some(1), "{}", refused.err);
    assert!(refused.err.contains("missing"), "{}", refused.err);
    assert!(!weights.exists());
    let said = fit(&other.path()).done();
    assert!(said.out.starts_with("weights fitted to 6 titles of "), "{}", said.out);
    assert!(weights.exists());
}

#[test]
fn wrong_usage_is_code_2() {
    let folder = tempfile::tempdir().unwrap();
    for wrong in [
        &["titles"][..],
        &["titles", "x", "--method", "magic"],
        &["titles", "x", "--method", "bm25", "--weights", "w.json"],
        &["skills", "--labels", "x"],
        &["compare", "a", "b", "--qrels", "q"],
        &["compare", "a", "b", "--qrels", "q", "--metric", "luck"],
        &[],
    ] {
        let refused = Said::by(evaluate(folder.path()).args(wrong));
        assert_eq!(refused.code, Some(2), "{wrong:?}: {}", refused.err);
    }
}
