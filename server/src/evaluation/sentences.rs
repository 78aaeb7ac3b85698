//! Sentences with the skills that people found in them, and the list of all skills.

use super::defect::Defect;
use super::judgements::Judgements;
use super::lines::{LONGEST_LINE, Lines};
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What annotators write where a span names no skill of the list.
const NO_LABEL: [&str; 3] = ["", "LABEL NOT PRESENT", "UNDERSPECIFIED"];

/// Sentences to be asked, each with the right labels.
#[derive(Debug)]
pub(crate) struct Annotated {
    /// The list: ids (`l` and the line) and names.
    pub(crate) labels: Vec<(String, String)>,
    /// Sentences with a label: ids (`s` and a number over all files) and words.
    pub(crate) sentences: Vec<(String, String)>,
    /// Which labels are right for a sentence.
    pub(crate) judgements: Judgements,
    /// Sentences without any label; they are left out.
    pub(crate) without: usize,
    /// Labels that the list does not hold, as often as annotations name them; left out if so wanted.
    pub(crate) unknown: usize,
}

/// Reads a list of labels, one a line, and files of annotations with the columns `sentence` and `label`;
/// equal sentences are one. A label that the list does not hold is a defect, unless `skip_unknown`.
pub(crate) fn read(list: &Path, files: &[PathBuf], skip_unknown: bool) -> Result<Annotated, Defect> {
    let labels = labels(list)?;
    let known: HashMap<String, &str> =
        labels.iter().rev().map(|(id, label)| (::search::fold(label), id.as_str())).collect();
    let mut sentences: Vec<(String, Vec<String>)> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut unknown = 0;
    for file in files {
        each_row(file, |line, sentence, label| {
            let at = *place.entry(sentence.to_owned()).or_insert(sentences.len());
            if at == sentences.len() {
                sentences.push((sentence.to_owned(), Vec::new()));
            }
            if NO_LABEL.contains(&label) {
                return Ok(());
            }
            let Some(id) = known.get(&::search::fold(label)) else {
                unknown += 1;
                let what = format!("{} holds no label {label:?}", list.display());
                return if skip_unknown { Ok(()) } else { Err(Defect::on(file, line, what)) };
            };
            if let Some((_, right)) = sentences.get_mut(at) {
                right.push((*id).to_owned());
            }
            Ok(())
        })?;
    }
    let mut annotated =
        Annotated { sentences: Vec::new(), judgements: Judgements::default(), without: 0, unknown, labels: vec![] };
    for (number, (sentence, right)) in sentences.into_iter().enumerate() {
        if right.is_empty() {
            annotated.without += 1;
            continue;
        }
        let id = format!("s{}", number + 1);
        for label in right {
            let judged = annotated.judgements.add(&id, &label, 1);
            judged.map_err(|what| Defect::of(list, what))?;
        }
        annotated.sentences.push((id, sentence));
    }
    if annotated.sentences.is_empty() {
        let file = files.first().map_or(list, PathBuf::as_path);
        return Err(Defect::of(file, "no sentence has a label"));
    }
    drop(known);
    annotated.labels = labels;
    Ok(annotated)
}

/// The labels of a list, each once.
fn labels(list: &Path) -> Result<Vec<(String, String)>, Defect> {
    let mut lines = Lines::open(list)?;
    let mut seen = std::collections::HashSet::new();
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
fn each_row(
    file: &Path,
    mut take: impl FnMut(u64, &str, &str) -> Result<(), Defect>,
) -> Result<(), Defect> {
    // Lines are counted and judged first: the table is read by quotation marks, and one that is never
    // closed must not take the rest of a large file into memory.
    let mut lines = Lines::open(file)?;
    while lines.next()?.is_some() {}
    let opened = std::fs::File::open(file).map_err(|error| Defect::unread(file, error))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(opened);
    let header = reader.headers().map_err(|error| unreadable(file, &error))?.clone();
    let column = |wanted: &str| {
        let place = header.iter().position(|name| name.trim_start_matches('\u{feff}').trim() == wanted);
        place.ok_or_else(|| Defect::on(file, 1, format!("there is no column {wanted}")))
    };
    let (sentence, label) = (column("sentence")?, column("label")?);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| unreadable(file, &error))? {
        let line = record.position().map_or(0, csv::Position::line);
        if record.as_slice().len() > LONGEST_LINE {
            return Err(Defect::on(file, line, "the row is longer than 16 MB"));
        }
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
