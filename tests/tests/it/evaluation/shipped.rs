//! What the shipped method reaches on the shared sets of titles: with weights that saw the other set alone, and
//! where no text has a space.

use super::{evaluate, json};
use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tests::{Said, shared_file};

const SETS: [&str; 2] = ["esco-altlabels", "onet-reported-dev"];

/// The folders of both sets.
fn sets() -> Option<[PathBuf; 2]> {
    let folder = |set: &str| Some(shared_file(&format!("titles/{set}/corpus.jsonl"))?.parent()?.to_owned());
    Some([folder(SETS[0])?, folder(SETS[1])?])
}

/// The measures of a method on a set.
fn reached(home: &Path, set: &Path, more: &[&str]) -> Value {
    json(evaluate(home).arg("titles").arg(set).args(more))
}

fn number(told: &Value, name: &str) -> f64 {
    told[name].as_f64().unwrap()
}

/// Weights fitted to `seen` find titles of `judged` at least so well, and surely better than words alone.
fn fitted_elsewhere(seen: &Path, judged: &Path, acc: f64, mrr: f64) {
    let home = tempfile::tempdir().unwrap();
    let file = |name: &str| home.path().join(name).display().to_string();
    let (weights, words, ours) = (file("weights.json"), file("bm25.run"), file("shipped.run"));
    Said::by(evaluate(home.path()).arg("fit").arg(seen).args(["--out", &weights])).done();
    let told = reached(home.path(), judged, &["--weights", &weights, "--run", &ours]);
    reached(home.path(), judged, &["--method", "bm25", "--run", &words]);
    for (measure, least) in [("acc@1", acc), ("MRR", mrr)] {
        let qrels = judged.join("qrels/test.tsv");
        let mut compare = evaluate(home.path());
        compare.args(["compare", &words, &ours, "--metric", measure, "--qrels"]).arg(qrels);
        let compared = json(&mut compare);
        let low = compared["interval"][0].as_f64().unwrap();
        println!("{}: {measure} {}, {} above words", judged.display(), told[measure], compared["interval"]);
        assert!(number(&told, measure) >= least && low > 0.0, "{measure} {} {compared}", told[measure]);
    }
}

#[test]
fn weights_fitted_to_reported_titles_hold_on_labels() {
    let Some([labels, reported]) = sets() else { return };
    fitted_elsewhere(&reported, &labels, 0.73, 0.81);
}

#[test]
fn weights_fitted_to_labels_hold_on_reported_titles() {
    let Some([labels, reported]) = sets() else { return };
    fitted_elsewhere(&labels, &reported, 0.61, 0.71);
}

/// A copy of a set in which no label and no title has a space; the separator of labels stays.
fn without_spaces(set: &Path, copy: &Path) {
    let closed =
        |text: &str| text.split(" ; ").map(|label| label.replace(' ', "")).collect::<Vec<_>>().join(" ; ");
    std::fs::create_dir_all(copy.join("qrels")).unwrap();
    std::fs::copy(set.join("qrels/test.tsv"), copy.join("qrels/test.tsv")).unwrap();
    for name in ["corpus.jsonl", "queries.jsonl"] {
        let mut lines = String::new();
        for line in std::fs::read_to_string(set.join(name)).unwrap().lines() {
            let mut record: Value = serde_json::from_str(line).unwrap();
            for field in ["title", "text"] {
                if let Some(text) = record.get(field).and_then(Value::as_str).map(&closed) {
                    record[field] = text.into();
                }
            }
            writeln!(lines, "{record}").unwrap();
        }
        std::fs::write(copy.join(name), lines).unwrap();
    }
}

#[test]
fn titles_without_spaces_keep_most_of_their_answers() {
    let Some(sets) = sets() else { return };
    for set in sets {
        let home = tempfile::tempdir().unwrap();
        let copy = home.path().join("closed");
        without_spaces(&set, &copy);
        let open = number(&reached(home.path(), &set, &[]), "acc@1");
        let closed = number(&reached(home.path(), &copy, &[]), "acc@1");
        println!("{}: acc@1 {open} with spaces, {closed} without", set.display());
        assert!(closed >= 0.85 * open, "{}: {closed} of {open}", set.display());
    }
}
