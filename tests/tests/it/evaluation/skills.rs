//! Sentences asked of a list of skills.

use super::{Set, entries, evaluate, json};
use search::Weights;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::{Said, shared_file};

const LABELS: &str =
    "bake bread\nmanage staff\nuse spreadsheets software\nJava (computer programming)\nJava\n";
const SENTENCES: &str = "sentence,span,sub_span,label
\"You bake bread, rolls and cakes.\",bake bread,,bake bread
\"You bake bread, rolls and cakes.\",rolls,,LABEL NOT PRESENT
Experience in managing a small staff,managing,,manage staff
Nice people,nice,,UNDERSPECIFIED
";

fn skills(folder: &Path, labels: &Path, sentences: &[PathBuf]) -> Command {
    let mut command = evaluate(folder);
    command.arg("skills").arg("--labels").arg(labels).arg("--sentences").args(sentences);
    command
}

fn fit(folder: &Path, labels: &Path, sentences: &[PathBuf], out: &Path) -> Command {
    let mut command = evaluate(folder);
    command.arg("fit").arg("--labels").arg(labels).arg("--sentences").args(sentences).arg("--out").arg(out);
    command
}

#[test]
fn sentences_with_a_label_are_asked_and_runs_can_be_compared() {
    let folder = tempfile::tempdir().unwrap();
    let [labels, table, qrels] =
        ["labels.txt", "table.csv", "qrels.tsv"].map(|name| folder.path().join(name));
    std::fs::write(&labels, LABELS).unwrap();
    std::fs::write(&table, SENTENCES).unwrap();
    let runs = ["shipped", "bm25", "char-tfidf"].map(|method| {
        let run = folder.path().join(format!("{method}.run"));
        let mut command = skills(folder.path(), &labels, std::slice::from_ref(&table));
        command.args(["--method", method, "--run"]).arg(&run).arg("--qrels").arg(&qrels);
        let told = json(&mut command);
        assert_eq!(
            (&told["sentences"], &told["without_label"], &told["labels"]),
            (&2.into(), &1.into(), &5.into())
        );
        assert_eq!((&told["RP@5"], &told["RP@10"], &told["MRR"]), (&1.0.into(), &1.0.into(), &1.0.into()));
        run
    });
    let mut command = evaluate(folder.path());
    command.arg("compare").args(&runs[..2]).arg("--qrels").arg(&qrels).args(["--metric", "RP@5"]);
    assert_eq!(json(&mut command)["equal"], 2);
    let names = ["bm25.run", "char-tfidf.run", "labels.txt", "qrels.tsv", "shipped.run", "table.csv"];
    assert_eq!(entries(folder.path()), names);
}

#[test]
fn labels_and_sentences_of_ten_megabytes_are_read_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let [labels, table] = ["labels.txt", "table.csv"].map(|name| folder.path().join(name));
    let long = 10 * 1024 * 1024;
    let (spaced, unspaced) = ("sweep floors and empty bins ".repeat(long / 28), "ອະນາໄມ".repeat(long / 18));
    std::fs::write(&labels, format!("{LABELS}{spaced}\n{unspaced}\n")).unwrap();
    let row = |sentence: &str| format!("\"bake bread {sentence}\",x,,bake bread\n");
    std::fs::write(&table, format!("{SENTENCES}{}{}", row(&spaced), row(&unspaced))).unwrap();
    for method in ["shipped", "bm25", "char-tfidf"] {
        let mut command = skills(folder.path(), &labels, std::slice::from_ref(&table));
        let told = json(command.args(["--method", method]));
        assert_eq!((&told["sentences"], &told["labels"]), (&4.into(), &7.into()), "{method}");
    }
}

#[test]
fn a_label_that_the_list_does_not_hold_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let [labels, table] = ["labels.txt", "table.csv"].map(|name| folder.path().join(name));
    std::fs::write(&labels, LABELS).unwrap();
    std::fs::write(&table, format!("{SENTENCES}We sing,sing,,sing\n")).unwrap();
    let told = json(skills(folder.path(), &labels, &[table]).arg("--skip-unknown"));
    assert_eq!((&told["sentences"], &told["unknown_labels"]), (&2.into(), &1.into()));
}

#[test]
fn weights_are_fitted_to_sentences_and_taken_by_the_shipped_method_alone() {
    let folder = tempfile::tempdir().unwrap();
    let [labels, table, weights] = ["labels.txt", "table.csv", "w.json"].map(|name| folder.path().join(name));
    std::fs::write(&labels, LABELS).unwrap();
    std::fs::write(&table, SENTENCES).unwrap();
    let said = Said::by(&mut fit(folder.path(), &labels, std::slice::from_ref(&table), &weights)).done();
    assert!(said.out.contains("weights fitted to 2 sentences of "), "{}", said.out);
    assert!(said.out.contains("1.0000 with powers and shares of 1, 1.0000 fitted"), "{}", said.out);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&weights).unwrap()).unwrap();
    let neutral = serde_json::json!({
        "rarity": 1.0, "grammar": 1.0, "bracketed": 1.0, "wholeness": 1.0, "like": 1.0, "gap": 0.0
    });
    assert_eq!(written["sentences"], neutral, "where nothing can be better, nothing changes");
    assert_eq!(written["chance"], 0.5, "what is not fitted is written as it is shipped");
    let judged = || skills(folder.path(), &labels, std::slice::from_ref(&table));
    assert_eq!(json(judged().arg("--weights").arg(&weights))["RP@5"], 1.0);
    let said = Said::by(judged().args(["--method", "bm25"]).arg("--weights").arg(&weights));
    assert_eq!(
        (said.code, said.err.contains("belong to the shipped method")),
        (Some(2), true),
        "{}",
        said.err
    );
}

#[test]
fn a_fit_takes_folders_or_sentences() {
    let set = Set::new();
    let folder = set.folder.path();
    let [labels, table, out] = ["labels.txt", "table.csv", "w.json"].map(|name| folder.join(name));
    std::fs::write(&labels, LABELS).unwrap();
    std::fs::write(&table, SENTENCES).unwrap();
    let (of_labels, of_sentences) =
        (["--labels".as_ref(), labels.as_os_str()], ["--sentences".as_ref(), table.as_os_str()]);
    let directory = set.path();
    for (arguments, wanted) in [
        (vec![], "required"),
        (of_labels.to_vec(), "required"),
        (of_sentences.to_vec(), "--labels <FILE>"),
        ([&[directory.as_os_str()], &of_labels[..], &of_sentences[..]].concat(), "cannot be used with"),
        (vec![directory.as_os_str(), "--skip-unknown".as_ref()], "cannot be used with"),
    ] {
        let said = Said::by(evaluate(folder).arg("fit").args(&arguments).arg("--out").arg(&out));
        assert_eq!((said.code, said.err.contains(wanted)), (Some(2), true), "{arguments:?}: {}", said.err);
        assert!(!out.exists(), "{arguments:?}");
    }
}

/// The list of skills, and the sentences of technology and of every trade.
fn shared() -> Option<(PathBuf, [PathBuf; 2])> {
    let tables =
        ["tech", "house"].map(|set| shared_file(&format!("skills/{set}_validation_annotations.csv")));
    let [Some(tech), Some(house)] = tables else { return None };
    Some((shared_file("skills/skills_en_label.txt")?, [tech, house]))
}

#[test]
fn numbers_fitted_to_one_set_find_more_skills_in_the_other_than_plain_methods() {
    let Some((labels, [tech, house])) = shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let (weights, qrels, crossed) = (file("w.json"), file("qrels.tsv"), file("crossed.run"));
    let mut both = String::new();
    for (seen, judged) in [(&tech, &house), (&house, &tech)] {
        Said::by(&mut fit(folder.path(), &labels, std::slice::from_ref(seen), &weights)).done();
        let run = file("one.run");
        let mut command = skills(folder.path(), &labels, std::slice::from_ref(judged));
        let told = json(command.arg("--weights").arg(&weights).arg("--run").arg(&run));
        println!("{}: {told}", judged.display());
        both += &std::fs::read_to_string(&run).unwrap();
    }
    std::fs::write(&crossed, both).unwrap();
    for method in ["bm25", "char-tfidf"] {
        let run = file(method);
        let mut command = skills(folder.path(), &labels, &[tech.clone(), house.clone()]);
        json(command.args(["--method", method, "--run"]).arg(&run).arg("--qrels").arg(&qrels));
        let mut command = evaluate(folder.path());
        command.arg("compare").args([&run, &crossed]).arg("--qrels").arg(&qrels).args(["--metric", "RP@5"]);
        let told = json(&mut command);
        let [plain, ours] = ["a", "b"].map(|run| told[run].as_f64().unwrap());
        println!("{method} {plain}, ours {ours}, {} above", told["interval"]);
        assert_eq!((&told["queries"], &told["unanswered_by_b"]), (&136.into(), &0.into()));
        assert!(told["interval"][0].as_f64().unwrap() > 0.0, "{}", told["interval"]);
        assert!(ours >= 1.2 * plain, "{ours} is no fifth above {plain}");
    }
}

#[test]
fn the_shipped_numbers_are_those_fitted_to_both_sets() {
    let Some((labels, tables)) = shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let weights = folder.path().join("w.json");
    Said::by(&mut fit(folder.path(), &labels, &tables, &weights)).done();
    let fitted: Weights = serde_json::from_str(&std::fs::read_to_string(&weights).unwrap()).unwrap();
    assert_eq!(fitted.sentences, server::reference::titles::shipped().weights.sentences);
    println!("{}", json(&mut skills(folder.path(), &labels, &tables)));
}
