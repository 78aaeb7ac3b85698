//! What cannot be measured is refused with file and line, and nothing is written.

use super::{CORPUS, QRELS, QUERIES, Set, entries, evaluate};
use std::path::Path;
use std::process::Command;
use tests::Said;

/// Holds a command to one line on stderr that says `wanted`, exit code 1, and an untouched folder.
fn refuses(command: &mut Command, wanted: &str, folder: &Path) {
    let before = entries(folder);
    let said = Said::by(command);
    assert_eq!(said.code, Some(1), "{} {}", said.out, said.err);
    assert!(said.err.contains(wanted), "it says {:?} instead of {wanted:?}", said.err);
    assert_eq!((said.err.lines().count(), said.out.as_str()), (1, ""), "{}", said.err);
    assert_eq!(entries(folder), before);
}

/// Holds `evaluate titles` over a set to a refusal, with and without files to write.
fn refused(set: &Set, wanted: &str) {
    let folder = set.folder.path();
    let run = folder.join("a.run");
    refuses(set.titles().arg("--run").arg(run).arg("--per-query").arg(folder.join("b.csv")), wanted, folder);
}

#[test]
fn what_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent");
    refuses(
        evaluate(folder.path()).arg("titles").arg(&absent),
        "absent: there is no such folder",
        folder.path(),
    );
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    let wanted = "empty/corpus.jsonl: there is no such file";
    refuses(evaluate(folder.path()).arg("titles").arg(&empty), wanted, folder.path());
    for file in ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"] {
        refused(&Set::new().without(file), &format!("set/{file}: there is no such file"));
        refused(&Set::new().with(file, "\n"), &format!("set/{file}: the file holds no "));
    }
    let set = Set::new().without("corpus.jsonl");
    std::fs::create_dir(set.path().join("corpus.jsonl")).unwrap();
    refused(&set, "corpus.jsonl: this is a folder, not a file");
}

#[test]
fn a_defect_is_told_with_file_and_line() {
    for (file, sound, more, wanted) in [
        ("corpus.jsonl", CORPUS, "{\"_id\": \"x\"", "line 5: not JSON ("),
        ("corpus.jsonl", CORPUS, "{\"text\": \"x\"}", "line 5: the record has no _id"),
        (
            "corpus.jsonl",
            CORPUS,
            "\n{\"_id\": \"5120\"}",
            "line 6: the _id \"5120\" stands on line 2 already",
        ),
        ("queries.jsonl", QUERIES, "{\"_id\": \"q1\"}", "line 5: the _id \"q1\" stands on line 1 already"),
        ("queries.jsonl", QUERIES, "[]", "line 5: not a record with _id, title and text ("),
        ("corpus.jsonl", CORPUS, "[\"c4\", \"t\", \"b\"]", "line 5: not a record with _id, title and text ("),
        (
            "corpus.jsonl",
            CORPUS,
            "{\"_id\": \" 5120\"}",
            "line 5: the _id \" 5120\" begins or ends with a blank",
        ),
        ("qrels/test.tsv", QRELS, "q9\t7212\t1", "line 5: no query has the _id \"q9\""),
        ("qrels/test.tsv", QRELS, "q1\t1\t1", "line 5: no document of the corpus has the _id \"1\""),
        ("qrels/test.tsv", QRELS, "q1\t5120\tyes", "line 5: the score \"yes\" is not an integer"),
        ("qrels/test.tsv", QRELS, "q1\t5120\t0.5", "line 5: the score \"0.5\" is not an integer"),
        (
            "qrels/test.tsv",
            QRELS,
            "q1\t7212\t0",
            "line 5: \"7212\" is judged twice for \"q1\", as 1 and as 0",
        ),
        ("qrels/test.tsv", QRELS, "q1", "line 5: 1 columns instead of query-id, corpus-id and score"),
    ] {
        let set = Set::new().with(file, format!("{sound}{more}\n"));
        refused(&set, &format!("set/{file}, {wanted}"));
    }
}

#[test]
fn bytes_that_are_no_text_are_told_with_file_and_line() {
    let set = Set::new().with("corpus.jsonl", [CORPUS.as_bytes(), b"{\"_id\": \"na\xefve\"}\n"].concat());
    refused(&set, "corpus.jsonl, line 5: byte 12 of the line is not UTF-8");
}

#[test]
fn a_line_without_end_is_refused_before_it_fills_the_memory() {
    let set = Set::new().with("corpus.jsonl", vec![b'x'; 20 * 1024 * 1024]);
    refused(&set, "corpus.jsonl, line 1: the line is longer than 16 MB");
}

#[test]
fn results_that_cannot_be_written_are_refused_before_anything_is_measured() {
    let set = Set::new();
    let folder = set.folder.path();
    let absent = folder.join("absent/a.run");
    refuses(set.titles().arg("--run").arg(absent), "absent/a.run: there is no such folder", folder);
    refuses(set.titles().arg("--run").arg(folder), "this is a folder, not a file", folder);
    let table = folder.join("b.csv");
    refuses(
        set.titles().arg("--per-query").arg(&table).arg("--run").arg("/nowhere/a.run"),
        "/nowhere/a.run",
        folder,
    );
}

#[test]
fn what_is_read_is_not_written_over() {
    let set = Set::new();
    let folder = set.path();
    let weights = folder.join("w.json");
    std::fs::write(&weights, "{}").unwrap();
    let why = "this file is read, and cannot be written as well";
    for input in ["corpus.jsonl", "queries.jsonl", "qrels/../qrels/test.tsv"] {
        refuses(set.titles().arg("--run").arg(folder.join(input)), why, &folder);
        let mut fit = evaluate(&folder);
        refuses(fit.arg("fit").arg(&folder).arg("--out").arg(folder.join(input)), why, &folder);
    }
    refuses(set.titles().arg("--weights").arg(&weights).arg("--per-query").arg(&weights), why, &folder);
    assert_eq!(std::fs::read_to_string(folder.join("corpus.jsonl")).unwrap(), CORPUS);
}

#[test]
fn a_set_that_teaches_nothing_is_not_fitted_to() {
    let set = Set::new().with("qrels/test.tsv", QRELS.replace("\t1\n", "\t0\n"));
    let mut fit = evaluate(&set.path());
    fit.arg("fit").arg(set.path()).arg("--out").arg(set.path().join("w.json"));
    refuses(&mut fit, "nothing can be learned", &set.path());
}

#[test]
fn weights_that_cannot_weigh_are_refused() {
    let set = Set::new();
    let weights = set.path().join("w.json");
    let mut fit = evaluate(&set.path());
    Said::by(fit.arg("fit").arg(set.path()).arg("--out").arg(&weights)).done();
    let fitted = std::fs::read_to_string(&weights).unwrap();
    for (sound, odd) in [("\"chance\": 0.5", "\"chance\": 1.0"), ("\"rarity\": 2.0", "\"rarity\": 99.0")] {
        std::fs::write(&weights, fitted.replace(sound, odd)).unwrap();
        refuses(set.titles().arg("--weights").arg(&weights), "up to", &set.path());
    }
    let endless = Path::new("/dev/zero");
    refuses(set.titles().arg("--weights").arg(endless), "cannot be read", &set.path());
    for odd in ["1e39", "-1.0", "1e30"] {
        std::fs::write(&weights, fitted.replace("\"found\": 0.0", &format!("\"found\": {odd}"))).unwrap();
        refuses(
            set.titles().arg("--weights").arg(&weights),
            "a weight is a number from 0 to 1000",
            &set.path(),
        );
    }
}

#[test]
fn weights_that_are_none_are_refused() {
    let set = Set::new();
    let weights = set.folder.path().join("w.json");
    std::fs::write(&weights, "{\n no").unwrap();
    refuses(
        set.titles().arg("--weights").arg(&weights),
        "w.json, line 2: these are no weights",
        set.folder.path(),
    );
}

#[test]
fn sentences_and_lists_are_refused_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let (labels, table) = (folder.path().join("labels.txt"), folder.path().join("table.csv"));
    let asked = |list: &str, rows: &str, wanted: &str| {
        std::fs::write(&labels, list).unwrap();
        std::fs::write(&table, rows).unwrap();
        let mut command = evaluate(folder.path());
        command.arg("skills").arg("--labels").arg(&labels).arg("--sentences").arg(&table);
        refuses(command.arg("--run").arg(folder.path().join("a.run")), wanted, folder.path());
    };
    asked("", "sentence,label\nx,bake\n", "labels.txt: the file holds no labels");
    asked("bake\n", "sentence,name\nx,bake\n", "table.csv, line 1: there is no column label");
    asked("bake\n", "sentence,label\nx,bake\ny,sing\n", "table.csv, line 3: ");
    asked("bake\n", "sentence,label\nx,UNDERSPECIFIED\n", "table.csv: no sentence has a label");
    asked("bake\n", "", "table.csv, line 1: there is no column sentence");
}

#[test]
fn files_of_sentences_that_are_called_the_same_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let labels = folder.path().join("labels.txt");
    std::fs::write(&labels, "bake\n").unwrap();
    let tables = ["a", "b"].map(|name| folder.path().join(name).join("table.csv"));
    for table in &tables {
        std::fs::create_dir(table.parent().unwrap()).unwrap();
        std::fs::write(table, "sentence,label\nx,bake\n").unwrap();
    }
    let mut command = evaluate(folder.path());
    command.arg("skills").arg("--labels").arg(&labels).arg("--sentences").args(&tables);
    refuses(&mut command, "b/table.csv: two files are called table", folder.path());
}

#[test]
fn runs_that_cannot_be_compared_are_refused_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let [good, bad, qrels] = ["good.run", "bad.run", "qrels.tsv"].map(|name| folder.path().join(name));
    std::fs::write(&good, "q1 Q0 7212 1 0.5 x\n").unwrap();
    std::fs::write(&qrels, QRELS).unwrap();
    for (content, wanted) in [
        ("", "bad.run: the file holds no answers"),
        ("q1 Q0 7212 1 0.5 x\nq1 Q0 7212 2 0.4 x\n", "bad.run, line 2: \"7212\" answers \"q1\" already"),
        ("q1 Q0 7212 1 high x\n", "bad.run, line 1: the score of \"7212\" is not a number"),
        ("q1\n", "bad.run, line 1: 1 columns instead of"),
        ("z Q0 7212 1 1 x\n", "bad.run: no query of the run is judged in "),
    ] {
        std::fs::write(&bad, content).unwrap();
        let mut command = evaluate(folder.path());
        command.arg("compare").arg(&good).arg(&bad).arg("--qrels").arg(&qrels).args(["--metric", "MRR"]);
        refuses(&mut command, wanted, folder.path());
    }
}
