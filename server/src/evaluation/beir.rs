//! A folder in BEIR layout: `corpus.jsonl` and `queries.jsonl`, judged by `qrels/test.tsv`.

use super::defect::Defect;
use super::judgements::Judgements;
use super::lines::Lines;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What separates the labels of a document's text.
const SEPARATOR: &str = " ; ";
/// A text without separator is one label up to so many words …
const WORDS_OF_A_LABEL: usize = 12;
/// … and up to so many characters, for scripts that put no spaces between words.
const CHARACTERS_OF_A_LABEL: usize = 200;
/// So much text is read of a corpus, in bytes; more is refused before it fills the memory.
const LARGEST_CORPUS: usize = 256 * 1024 * 1024;

/// Documents, questions, and which document answers which question.
#[derive(Debug)]
pub(crate) struct Collection {
    /// What is searched, in the order of the file.
    pub(crate) documents: Vec<Document>,
    /// What is asked and judged, in the order of the file.
    pub(crate) queries: Vec<Query>,
    /// Questions that nobody judged; they are left out.
    pub(crate) unjudged: usize,
    /// Which documents answer the questions.
    pub(crate) judgements: Judgements,
}

/// A concept to be found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Document {
    /// Its id, unique in the corpus.
    pub(crate) id: String,
    /// Its names, the preferred one first.
    pub(crate) labels: Vec<String>,
    /// What is said of it.
    pub(crate) description: Option<String>,
}

/// A question.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Query {
    /// Its id, unique among the questions.
    pub(crate) id: String,
    /// Its words.
    pub(crate) text: String,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "_id")]
    id: Option<Value>,
    title: Option<String>,
    text: Option<String>,
}

/// The files of a collection: documents, queries, judgements.
pub(crate) fn files(folder: &Path) -> [PathBuf; 3] {
    ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"].map(|name| folder.join(name))
}

/// Reads a collection; the first defect of a file ends the reading.
pub(crate) fn read(folder: &Path) -> Result<Collection, Defect> {
    if !folder.is_dir() {
        let what = if folder.exists() { "this is a file, not a folder" } else { "there is no such folder" };
        return Err(Defect::of(folder, what));
    }
    let [corpus, questions, judgements_file] = files(folder);
    for file in [&corpus, &questions, &judgements_file] {
        if !file.exists() {
            return Err(Defect::of(file, "there is no such file"));
        }
    }
    let documents = records(&corpus, "documents", document)?;
    let queries = records(&questions, "queries", |id, record| {
        let text = [record.title, record.text].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Query { id, text: text.trim().to_owned() }
    })?;
    let judgements = {
        let known = documents.iter().map(|document| document.id.as_str()).collect();
        let asked = queries.iter().map(|query| query.id.as_str()).collect();
        Judgements::read(&judgements_file, Some(&asked), Some(&known))?
    };
    let all = queries.len();
    let queries: Vec<Query> = queries.into_iter().filter(|query| judgements.knows(&query.id)).collect();
    Ok(Collection { documents, unjudged: all - queries.len(), queries, judgements })
}

/// The records of a file with unique ids; none at all is a defect.
fn records<T>(path: &Path, what: &str, make: impl Fn(String, Record) -> T) -> Result<Vec<T>, Defect> {
    let mut lines = Lines::open(path)?;
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut found = Vec::new();
    let mut size = 0;
    while let Some((number, line)) = lines.next()? {
        size += line.len();
        let record = parse(line);
        let (id, record) = record.map_err(|what| lines.defect(what))?;
        if let Some(first) = seen.insert(id.clone(), number) {
            return Err(lines.defect(format!("the _id {id:?} stands on line {first} already")));
        }
        if size > LARGEST_CORPUS {
            return Err(lines.defect("the file holds more than 256 MB of text"));
        }
        found.push(make(id, record));
    }
    if found.is_empty() {
        return Err(lines.whole(format!("the file holds no {what}")));
    }
    Ok(found)
}

/// A record and its id, or what is wrong with the line.
fn parse(line: &str) -> Result<(String, Record), String> {
    if line.trim_start().starts_with('[') {
        return Err("not a record with _id, title and text (a list)".to_owned());
    }
    let mut record: Record = serde_json::from_str(line).map_err(|error| {
        // The number of the line is said already; what serde counts is within it.
        let text = error.to_string();
        let reason = text.split(" at line ").next().unwrap_or_default();
        let kind = if error.is_data() { "not a record with _id, title and text" } else { "not JSON" };
        format!("{kind} ({reason}, column {})", error.column())
    })?;
    let id = match record.id.take() {
        Some(Value::String(id)) if !id.trim().is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        Some(Value::String(_) | Value::Null) | None => return Err("the record has no _id".to_owned()),
        Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
            return Err("the _id is neither text nor a number".to_owned());
        }
    };
    if id.trim() != id {
        return Err(format!("the _id {id:?} begins or ends with a blank"));
    }
    if id.contains(['\t', '\n', '\r']) {
        return Err(format!("the _id {id:?} holds a tabulator or a line end"));
    }
    Ok((id, record))
}

fn document(id: String, record: Record) -> Document {
    let Record { title, text, .. } = record;
    let mut labels = Vec::new();
    labels.extend(named(&title.unwrap_or_default()));
    let text = text.unwrap_or_default();
    let text = text.trim();
    let short = text.split_whitespace().count() <= WORDS_OF_A_LABEL
        && text.chars().nth(CHARACTERS_OF_A_LABEL).is_none();
    if short || text.contains(SEPARATOR) {
        let mut held: HashSet<String> = labels.iter().cloned().collect();
        labels.extend(text.split(SEPARATOR).filter_map(named).filter(|label| held.insert(label.clone())));
        return Document { id, labels, description: None };
    }
    Document { id, labels, description: Some(text.to_owned()) }
}

/// A label without the blanks around it, if anything is left.
fn named(label: &str) -> Option<String> {
    let label = label.trim().trim_matches(';').trim();
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, text: &str) -> Document {
        let record = Record { id: None, title: Some(title.to_owned()), text: Some(text.to_owned()) };
        document("1".to_owned(), record)
    }

    #[test]
    fn a_text_is_labels_or_one_label_or_a_description() {
        assert_eq!(
            of("Welder", "arc welder ; ; spot welder").labels,
            ["Welder", "arc welder", "spot welder"]
        );
        assert_eq!(of("", " tig welder ").labels, ["tig welder"]);
        assert_eq!(of("Welder", "").labels, ["Welder"]);
        let twelve = "one two three four five six seven eight nine ten eleven twelve";
        assert_eq!(of("", twelve).labels, [twelve]);
        let thirteen = format!("{twelve} thirteen");
        let described = of("Welder", &thirteen);
        assert_eq!((described.labels, described.description), (vec!["Welder".to_owned()], Some(thirteen)));
        let unspaced = of("ຊ່າງ", &"ກ".repeat(201));
        assert!(unspaced.description.is_some());
    }

    #[test]
    fn a_line_is_a_record_with_an_id() {
        let wrong = |line: &str| parse(line).map(|(id, _)| id).unwrap_err();
        assert_eq!(wrong(r#"{"text": "x"}"#), "the record has no _id");
        assert_eq!(wrong(r#"{"_id": " "}"#), "the record has no _id");
        assert_eq!(wrong(r#"{"_id": ["x"]}"#), "the _id is neither text nor a number");
        assert!(wrong("{").starts_with("not JSON ("));
        assert!(wrong(r#"{"_id": "1", "text": 5}"#).starts_with("not a record with _id, title and text ("));
        assert!(wrong(r#"{"_id": "a\tb"}"#).contains("tabulator"));
        assert_eq!(parse(r#"{"_id": 7, "metadata": {}}"#).unwrap().0, "7");
    }
}
