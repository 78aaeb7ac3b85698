//! Sentences asked of a list of skills.

use super::{entries, evaluate, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::shared_file;

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
fn the_shipped_method_finds_more_skills_than_plain_ones() {
    let Some(labels) = shared_file("skills/skills_en_label.txt") else { return };
    let Some(tech) = shared_file("skills/tech_validation_annotations.csv") else { return };
    let Some(house) = shared_file("skills/house_validation_annotations.csv") else { return };
    let folder = tempfile::tempdir().unwrap();
    let qrels = folder.path().join("qrels.tsv");
    let reached = ["bm25", "char-tfidf", "shipped"].map(|method| {
        let run = folder.path().join(method);
        let mut command = skills(folder.path(), &labels, &[tech.clone(), house.clone()]);
        let told = json(command.args(["--method", method, "--run"]).arg(&run).arg("--qrels").arg(&qrels));
        assert_eq!(told["sentences"], 136);
        println!("{method}: RP@5 {} RP@10 {} MRR {}", told["RP@5"], told["RP@10"], told["MRR"]);
        (told["RP@5"].as_f64().unwrap(), run)
    });
    for (rival, run) in &reached[..2] {
        let mut command = evaluate(folder.path());
        command
            .arg("compare")
            .arg(run)
            .arg(&reached[2].1)
            .arg("--qrels")
            .arg(&qrels)
            .args(["--metric", "RP@5"]);
        let told = json(&mut command);
        println!("{told}");
        assert!(told["interval"][0].as_f64().unwrap() > 0.0, "{told}");
        assert!(reached[2].0 >= 1.2 * rival, "{} is no fifth above {rival}", reached[2].0);
    }
}
