//! The two plain methods reach what the description of the shared sets says of them, within .01.

use super::{evaluate, json};
use serde_json::Value;
use tests::shared_file;

/// What a plain method reaches on a shared set of titles.
fn reached(set: &str, method: &str) -> Option<Value> {
    let corpus = shared_file(&format!("titles/{set}/corpus.jsonl"))?;
    let folder = tempfile::tempdir().unwrap();
    let mut command = evaluate(folder.path());
    command.arg("titles").arg(corpus.parent().unwrap()).args(["--method", method]);
    Some(json(&mut command))
}

fn holds(set: &str, method: &str, acc: f64, mrr: f64) {
    let Some(told) = reached(set, method) else { return };
    println!("{set} {method}: acc@1 {} MRR {}", told["acc@1"], told["MRR"]);
    for (measure, expected) in [("acc@1", acc), ("MRR", mrr)] {
        let found = told[measure].as_f64().unwrap();
        assert!((found - expected).abs() <= 0.01, "{set} {method} {measure}: {found} instead of {expected}");
    }
}

#[test]
fn words_reach_what_is_known_of_them() {
    holds("esco-altlabels", "bm25", 0.671, 0.753);
    holds("onet-reported-dev", "bm25", 0.568, 0.662);
}

#[test]
fn groups_of_characters_reach_what_is_known_of_them() {
    holds("esco-altlabels", "char-tfidf", 0.633, 0.724);
    holds("onet-reported-dev", "char-tfidf", 0.478, 0.583);
}
