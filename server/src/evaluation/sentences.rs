//! Sentences with the skills that people found in them, and the list of all skills.

use super::defect::Defect;
use super::judgements::Judgements;
use super::lines::Lines;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What annotators write where a span names no skill of the list.
const NO_LABEL: [&str; 3] = ["", "LABEL NOT PRESENT", "UNDERSPECIFIED"];
/// The largest file of annotations, in bytes: a quotation that is never closed takes the rest of the file into
/// memory before it is known for what it is.
const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Sentences to be asked, each with the right labels.
#[derive(Debug)]
pub(crate) struct Annotated {
    /// The list: ids (`l` and the line) and names.
    pub(crate) labels: Vec<(String, String)>,
    /// Sentences with a label: ids (the file's name and the number of its first row, so that runs over single files
    /// can be put together) and words.
    pub(crate) sentences: Vec<(String, String)>,
    /// Which labels are right for a sentence.
    pub(crate) judgements: Judgements,
    /// Sentences without any label; they are left out.
    pub(crate) without: usize,
    /// Labels that the list does not hold, as often as annotations name them; left out if so wanted.
    pub(crate) unknown: usize,
}

/// Reads a list of labels, one a line, and files of annotations with the columns `sentence` and `label`;
/// equal sentences are one, of the first file that has them. A label that the list does not hold is a defect, unless
/// `skip_unknown`; so are two files of one name.
pub(crate) fn read(list: &Path, files: &[PathBuf], skip_unknown: bool) -> Result<Annotated, Defect> {
    let labels = labels(list)?;
    let known = Known::of(&labels);
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut unknown = 0;
    let mut names = HashSet::new();
    for file in files {
        let name = name(file);
        if !names.insert(name.clone()) {
            let what = format!("two files are called {name}, after which sentences are numbered");
            return Err(Defect::of(file, what));
        }
        let mut row = 0;
        each_row(file, |line, text, label| {
            row += 1;
            let at = *place.entry(text.to_owned()).or_insert(sentences.len());
            if at == sentences.len() {
                let id = format!("{name}:{row}");
                sentences.push(Sentence { id, text: text.to_owned(), right: Vec::new() });
            }
            if NO_LABEL.contains(&label) {
                return Ok(());
            }
            let Some(id) = known.id(label) else {
                unknown += 1;
                let what = format!("{} holds no label {label:?}", list.display());
                return if skip_unknown { Ok(()) } else { Err(Defect::on(file, line, what)) };
            };
            if let Some(sentence) = sentences.get_mut(at) {
                sentence.right.push(id.to_owned());
            }
            Ok(())
        })?;
    }
    let annotated = annotated(sentences, labels, unknown).map_err(|what| Defect::of(list, what))?;
    if annotated.sentences.is_empty() {
        let file = files.first().map_or(list, PathBuf::as_path);
        return Err(Defect::of(file, "no sentence has a label"));
    }
    Ok(annotated)
}

/// A sentence with the ids of the labels that are right for it.
struct Sentence {
    id: String,
    text: String,
    right: Vec<String>,
}

/// The sentences that have a label, judged.
fn annotated(
    sentences: Vec<Sentence>,
    labels: Vec<(String, String)>,
    unknown: usize,
) -> Result<Annotated, String> {
    let (with, without): (Vec<Sentence>, Vec<Sentence>) =
        sentences.into_iter().partition(|sentence| !sentence.right.is_empty());
    let mut judgements = Judgements::default();
    for Sentence { id, right, .. } in &with {
        for label in right {
            judgements.add(id, label, 1)?;
        }
    }
    let sentences = with.into_iter().map(|sentence| (sentence.id, sentence.text)).collect();
    Ok(Annotated { labels, sentences, judgements, without: without.len(), unknown })
}

/// A file's name without its ending and without blanks, which ids in a run file cannot have.
fn name(file: &Path) -> String {
    let name = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy();
    name.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Ids of labels by their names, as they are written or else in normal form.
struct Known<'a> {
    written: HashMap<&'a str, &'a str>,
    folded: HashMap<String, &'a str>,
}

impl<'a> Known<'a> {
    fn of(labels: &'a [(String, String)]) -> Self {
        let written = labels.iter().map(|(id, label)| (label.as_str(), id.as_str())).collect();
        let folded = labels.iter().rev().map(|(id, label)| (::search::fold(label), id.as_str())).collect();
        Self { written, folded }
    }

    fn id(&self, label: &str) -> Option<&'a str> {
        self.written.get(label).or_else(|| self.folded.get(&::search::fold(label))).copied()
    }
}

/// The labels of a list, each once.
fn labels(list: &Path) -> Result<Vec<(String, String)>, Defect> {
    let mut lines = Lines::open(list)?;
    let mut seen = HashSet::new();
    let mut labels = Vec::new();
    while let Some((number, line)) = lines.next()? {
        let label = line.trim();
        if seen.insert(label.to_owned()) {
            labels.push((format!("l{number}"), label.to_owned()));
        }
    }
    if labels.is_empty() { Err(lines.whole("the file holds no labels")) } else { Ok(labels) }
}

/// Calls `take` with line, sentence and label of each row.
fn each_row(file: &Path, mut take: impl FnMut(u64, &str, &str) -> Result<(), Defect>) -> Result<(), Defect> {
    // Lines are judged before cells are: a byte that is no letter and an endless line are told by line.
    let mut lines = Lines::open(file)?;
    let mut written = Vec::new();
    while let Some((line, _)) = lines.next()? {
        written.push(line);
    }
    let opened = std::fs::File::open(file).map_err(|error| Defect::unread(file, error))?;
    let size = opened.metadata().map_err(|error| Defect::unread(file, error))?.len();
    if size > LARGEST_FILE {
        return Err(Defect::of(file, "the file is larger than 256 MB"));
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(opened);
    let header = reader.headers().map_err(|error| unreadable(file, &error))?.clone();
    let column = |wanted: &str| {
        let place = header.iter().position(|name| name.trim_start_matches('\u{feff}').trim() == wanted);
        place.ok_or_else(|| Defect::on(file, 1, format!("there is no column {wanted}")))
    };
    let (sentence, label) = (column("sentence")?, column("label")?);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| unreadable(file, &error))? {
        // The reader says where it began to look, which may be a blank line before the row.
        let from = record.position().map_or(0, csv::Position::line);
        let line = written.get(written.partition_point(|line| *line < from)).copied().unwrap_or(from);
        let (Some(sentence), Some(label)) = (record.get(sentence), record.get(label)) else {
            let what = format!("{} columns instead of {}", record.len(), header.len());
            return Err(Defect::on(file, line, what));
        };
        if sentence.trim().is_empty() {
            return Err(Defect::on(file, line, "the sentence is empty"));
        }
        take(line, sentence.trim(), label.trim())?;
    }
    Ok(())
}

fn unreadable(file: &Path, error: &csv::Error) -> Defect {
    match error.position() {
        Some(position) => Defect::on(file, position.line(), error.to_string()),
        None => Defect::of(file, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_both(list: &str, table: &str, skip_unknown: bool) -> Result<Annotated, String> {
        let folder = tempfile::tempdir().unwrap();
        let (labels, sentences) = (folder.path().join("labels.txt"), folder.path().join("sentences.csv"));
        std::fs::write(&labels, list).unwrap();
        std::fs::write(&sentences, table).unwrap();
        read(&labels, &[sentences], skip_unknown).map_err(|defect| defect.to_string())
    }

    const LIST: &str = "bake bread\nLESS\nless\nbake bread\n";

    #[test]
    fn rows_of_one_sentence_come_together_and_sentences_without_label_are_left_out() {
        let table = "\u{feff}sentence,span,sub_span,label\r\nWe bake.,x,,Bake bread\r\n\"no, nothing\",x,,UNDERSPECIFIED\r\nWe bake.,y,,less\r\n";
        let found = read_both(LIST, table, false).unwrap();
        assert_eq!((found.sentences.len(), found.without, found.labels.len()), (1, 1, 3));
        assert_eq!(found.sentences[0], ("sentences:1".to_owned(), "We bake.".to_owned()));
        let mut right: Vec<&String> = found.judgements.of("sentences:1").unwrap().keys().collect();
        right.sort();
        assert_eq!(right, ["l1", "l3"]);
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_line() {
        for (list, table, said) in [
            (LIST, "sentence,label\nx,LESS\n\ny,sing\n", "labels.txt holds no label \"sing\""),
            (LIST, "sentence,label\nx,LESS\n\ny,sing\n", "sentences.csv, line 4: "),
            (LIST, "text,label\nx,LESS\n", "sentences.csv, line 1: there is no column sentence"),
            (LIST, "sentence,span,label\nx,LESS\n", "line 2: 2 columns instead of 3"),
            (LIST, "sentence,label\n ,LESS\n", "line 2: the sentence is empty"),
            (LIST, "sentence,label\nx,UNDERSPECIFIED\n", "sentences.csv: no sentence has a label"),
            ("\n", "sentence,label\nx,LESS\n", "labels.txt: the file holds no labels"),
        ] {
            let refused = read_both(list, table, false).unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
        let lenient = read_both(LIST, "sentence,label\nx,LESS\ny,sing\n", true).unwrap();
        assert_eq!((lenient.sentences.len(), lenient.unknown), (1, 1));
    }
}
