//! Are the measures those of `trec_eval`? Asked of `pytrec_eval`, on runs full of ties and on a real one.

use super::{Set, evaluate, json};
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use tests::{Said, python_with_trec_eval, shared_file, workspace};

const MEASURES: [&str; 8] = ["MAP", "MRR", "acc@1", "hit@5", "hit@10", "nDCG@10", "RP@5", "RP@10"];

/// What `pytrec_eval` says of each query.
fn reference(python: &Path, qrels: &Path, run: &Path) -> Value {
    let script = workspace().join("tests/trec_eval.py");
    let said = Said::by(Command::new(python).arg(script).arg(qrels).arg(run)).done();
    serde_json::from_str(&said.out).unwrap()
}

/// Judgements with grades from -1 to 3 and a run whose scores are often equal, some queries unanswered.
fn drawn(rng: &mut TestRng) -> (String, String) {
    use proptest::prelude::Rng;
    let (mut qrels, mut run) = ("query-id\tcorpus-id\tscore\n".to_owned(), String::new());
    for query in 0..120 {
        let judged = 1 + rng.next_u32() % 14;
        for document in 0..judged {
            let grade = i64::from(rng.next_u32() % 5) - 1;
            writeln!(qrels, "q{query}\td{}\t{grade}", document * 3).unwrap();
        }
        for document in 0..rng.next_u32() % 60 {
            let tied = f64::from(rng.next_u32() % 7) / 7.0;
            // Differs from the tied score in double precision only.
            let score = tied + f64::from(rng.next_u32() % 2) * 1e-12;
            writeln!(run, "q{query} Q0 d{document} 0 {score} x").unwrap();
        }
    }
    (qrels, run)
}

#[test]
fn measures_of_random_runs_with_ties_are_those_of_trec_eval() {
    let Some(python) = python_with_trec_eval() else { return };
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let folder = tempfile::tempdir().unwrap();
    let [qrels, run] = ["qrels.tsv", "a.run"].map(|name| folder.path().join(name));
    for _ in 0..5 {
        let (judged, answered) = drawn(&mut rng);
        std::fs::write(&qrels, judged).unwrap();
        std::fs::write(&run, answered).unwrap();
        let expected = reference(&python, &qrels, &run);
        for measure in MEASURES {
            let mut command = evaluate(folder.path());
            command.arg("compare").arg(&run).arg(&run).arg("--qrels").arg(&qrels).args(["--metric", measure]);
            let told = json(&mut command);
            for row in told["per_query"].as_array().unwrap() {
                let (query, found) = (row[0].as_str().unwrap(), row[1].as_f64().unwrap());
                // trec_eval leaves out what the run does not answer; here it scores 0.
                let known = expected[query][measure].as_f64().unwrap_or(0.0);
                assert!((found - known).abs() < 1e-9, "{measure} of {query}: {found} instead of {known}");
            }
        }
    }
}

#[test]
fn measures_of_a_real_run_are_those_of_trec_eval() {
    let Some(python) = python_with_trec_eval() else { return };
    let Some(qrels) = shared_file("titles/onet-reported-dev/qrels/test.tsv") else { return };
    let set = qrels.ancestors().nth(2).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let run = folder.path().join("a.run");
    let mut command = evaluate(folder.path());
    let told = json(command.arg("titles").arg(set).args(["--method", "char-tfidf", "--run"]).arg(&run));
    let expected = reference(&python, &qrels, &run);
    let queries = told["queries"].as_f64().unwrap();
    for measure in &MEASURES[..6] {
        let sum: f64 =
            expected.as_object().unwrap().values().map(|query| query[measure].as_f64().unwrap()).sum();
        let (found, known) = (told[measure].as_f64().unwrap(), sum / queries);
        assert!((found - known).abs() < 1e-9, "{measure}: {found} instead of {known}");
    }
}

#[test]
fn graded_judgements_are_measured_through_the_whole_program() {
    let Some(python) = python_with_trec_eval() else { return };
    let qrels =
        "query-id\tcorpus-id\tscore\nq1\t7212\t1\nq1\t5120\t3\nq2\t2221\t0\nq3\t2221\t2\nq3\t5120\t1\n";
    let set = Set::new().with("qrels/test.tsv", qrels);
    let run = set.folder.path().join("a.run");
    let told = json(set.titles().arg("--run").arg(&run));
    let expected = reference(&python, &set.path().join("qrels/test.tsv"), &run);
    for measure in &MEASURES[..6] {
        let sum: f64 =
            expected.as_object().unwrap().values().map(|query| query[measure].as_f64().unwrap()).sum();
        assert!((told[measure].as_f64().unwrap() - sum / 3.0).abs() < 1e-9, "{measure}: {told} {expected}");
    }
}
