//! `viak evaluate` through the real program, on small sets made here and on the shared ones.

mod bad_input;
mod compare;
mod plain_methods;
mod shipped;
mod skills;
mod titles;
mod trec;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::{Said, viak};

/// `viak evaluate` over a data folder that is not there.
fn evaluate(folder: &Path) -> Command {
    let mut command = viak(&folder.join("no-data"));
    command.arg("evaluate");
    command
}

/// What a command answers in JSON.
fn json(command: &mut Command) -> Value {
    let said = Said::by(command.arg("--json")).done();
    serde_json::from_str(&said.out).unwrap()
}

/// The names in a folder.
fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

const CORPUS: &str = r#"{"_id": "7212", "title": "Welder", "text": "arc welder ; steel joiner"}
{"_id": "5120", "title": "Cook", "text": "line cook ; grill chef"}
{"_id": "2221", "title": "Nurse", "text": "ward sister"}
{"_id": "9112", "title": "Cleaner", "text": "keeps the rooms, the corridors and the stairs of an office clean every single night"}
"#;
const QUERIES: &str = r#"{"_id": "q1", "text": "welders"}
{"_id": "q2", "text": "chef at the grill"}
{"_id": "q3", "text": "ward nurse"}
{"_id": "q4", "text": "nobody asked"}
"#;
const QRELS: &str = "query-id\tcorpus-id\tscore\nq1\t7212\t1\nq2\t5120\t1\nq3\t2221\t1\n";

/// A small folder in BEIR layout.
struct Set {
    folder: tempfile::TempDir,
}

impl Set {
    fn new() -> Self {
        let set = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir_all(set.path().join("qrels")).unwrap();
        set.with("corpus.jsonl", CORPUS).with("queries.jsonl", QUERIES).with("qrels/test.tsv", QRELS)
    }

    /// The set with a file of other content.
    fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path().join(file), content).unwrap();
        self
    }

    fn without(self, file: &str) -> Self {
        std::fs::remove_file(self.path().join(file)).unwrap();
        self
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("set")
    }

    fn titles(&self) -> Command {
        let mut command = evaluate(self.folder.path());
        command.arg("titles").arg(self.path());
        command
    }
}
