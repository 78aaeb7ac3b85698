//! Two runs are compared query by query.

use super::{Set, evaluate, json};
use tests::Said;

#[test]
fn two_runs_of_one_set_are_compared() {
    let set = Set::new();
    let [a, b] = ["a.run", "b.run"].map(|name| set.folder.path().join(name));
    std::fs::write(&a, "q1 Q0 5120 1 2 x\nq1 Q0 7212 2 1 x\nq2 Q0 5120 1 1 x\nq3 Q0 2221 1 1 x\n").unwrap();
    std::fs::write(&b, "q1 Q0 7212 1 2 x\nq2 Q0 5120 1 1 x\n").unwrap();
    let asked = || {
        let mut command = evaluate(set.folder.path());
        command.arg("compare").arg(&a).arg(&b).arg("--qrels").arg(set.path().join("qrels/test.tsv"));
        command.args(["--metric", "mrr"]);
        command
    };
    let told = json(&mut asked());
    assert_eq!(
        (&told["queries"], &told["draws"], &told["metric"]),
        (&3.into(), &10_000.into(), &"MRR".into())
    );
    assert_eq!((&told["better"], &told["equal"], &told["worse"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(told["unanswered_by_b"], 1);
    assert!((told["difference"].as_f64().unwrap() - (0.5 - 1.0) / 3.0).abs() < 1e-9);
    assert_eq!(told["interval"], json(&mut asked())["interval"]);
    let said = Said::by(&mut asked()).done();
    assert!(said.out.contains("B - A -0.1667, 95 % between -1.0000 and +0.5000"), "{}", said.out);
    assert!(said.out.contains("B is better for 1 queries, equal for 1, worse for 1"), "{}", said.out);
}

#[test]
fn a_better_method_is_told_from_a_worse_one() {
    let set = Set::new();
    let queries: Vec<String> = (0..40).map(|number| format!("q{number}")).collect();
    let run = |right: usize| -> String {
        let answer = |(number, query): (usize, &String)| {
            let document = if number % 4 < right { "right" } else { "wrong" };
            format!("{query} Q0 {document} 1 1 x\n")
        };
        queries.iter().enumerate().map(answer).collect()
    };
    let [a, b, qrels] = ["a.run", "b.run", "qrels.tsv"].map(|name| set.folder.path().join(name));
    std::fs::write(&a, run(1)).unwrap();
    std::fs::write(&b, run(3)).unwrap();
    let judged: Vec<String> = queries.iter().map(|query| format!("{query} 0 right 1")).collect();
    std::fs::write(&qrels, judged.join("\n")).unwrap();
    let mut command = evaluate(set.folder.path());
    command.arg("compare").arg(&a).arg(&b).arg("--qrels").arg(&qrels).args(["--metric", "acc@1"]);
    let told = json(&mut command);
    assert_eq!((&told["a"], &told["b"], &told["better"]), (&0.25.into(), &0.75.into(), &20.into()));
    let bounds = told["interval"].as_array().unwrap();
    assert!(bounds[0].as_f64().unwrap() > 0.3 && bounds[1].as_f64().unwrap() < 0.7, "{told}");
}
