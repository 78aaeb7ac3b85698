//! The same person twice in a table: how many of the labelled duplicates does the linkage find?
//!
//! The parameters are estimated from the file without its labels; labels only judge.

mod columns;
mod dates;
mod error;
mod records;
mod report;
pub(crate) mod score;
mod table;
mod truth;

pub(crate) use error::DuplicatesError;
pub(crate) use report::Report;

use columns::columns;
use matching::linkage::{Field, Linkage, Outcome, Settings, link};
use score::{Score, best, recall_at, true_pairs};
use std::collections::HashMap;
use std::path::PathBuf;
use table::Table;

/// How a file says which rows are one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Rows with one value in this column are.
    Cluster(String),
    /// `rec-N-org` and `rec-N-dup-K` are, as FEBRL writes ids.
    Febrl,
}

/// What is asked.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// A comma-separated table with a header.
    pub(crate) file: PathBuf,
    /// The column of ids.
    pub(crate) id: String,
    /// Which rows are one person.
    pub(crate) truth: Truth,
    /// Columns to compare; none for all but id and cluster.
    pub(crate) fields: Option<Vec<String>>,
    /// Threads.
    pub(crate) threads: usize,
}

/// Records of a block: labelled tables are small, so that hardly anything need be lost.
const LARGEST_BLOCK: usize = 1_000;
/// Pairs below this are not even ranked, in bits.
const KEEP: f64 = -25.0;

/// Links the rows of a file and judges the result by its labels.
pub(crate) fn evaluate(question: &Question) -> Result<Report, DuplicatesError> {
    let table = table::read(&question.file)?;
    let id = table.column(&question.id)?;
    let people = truth::people(&table, id, &question.truth)?;
    let asked = asked(&table, id, question)?;
    table.check_ids(id)?;
    let columns = columns(&table, &asked);
    if columns.is_empty() {
        return Err(DuplicatesError::NothingToCompare { file: table.file });
    }
    let records = records::records(&table, &columns)?;
    if true_pairs(&people) == 0 {
        return Err(DuplicatesError::NothingToFind { file: table.file });
    }
    let settings = Settings {
        largest_block: LARGEST_BLOCK,
        keep: KEEP,
        threads: question.threads,
        ..Settings::default()
    };
    let linkage = link(&records, &settings);
    let fields =
        columns.iter().map(|column| Field::new(&records::name(&table, column), column.kind)).collect();
    Ok(judge(&linkage, &settings, &people, fields))
}

/// The columns that are to be compared.
fn asked(table: &Table, id: usize, question: &Question) -> Result<Vec<usize>, DuplicatesError> {
    let cluster = match &question.truth {
        Truth::Cluster(column) => Some(table.column(column)?),
        Truth::Febrl => None,
    };
    if let Some(names) = &question.fields {
        let mut columns = Vec::new();
        for name in names {
            let column = table.column(name)?;
            let refused =
                |why| DuplicatesError::NotToCompare { file: table.file.clone(), column: name.clone(), why };
            if column == id || Some(column) == cluster {
                return Err(refused("it says who is who, and is no evidence"));
            }
            if columns.contains(&column) {
                return Err(refused("it is named twice"));
            }
            columns.push(column);
        }
        return Ok(columns);
    }
    Ok((0..table.columns.len()).filter(|column| *column != id && Some(*column) != cluster).collect())
}

fn judge(linkage: &Linkage<'_>, settings: &Settings, people: &[u32], fields: Vec<Field>) -> Report {
    let person = |row: u32| people.get(row as usize);
    let is_true = |one: u32, other: u32| person(one) == person(other);
    let all = true_pairs(people);
    // The group of each row that is in one: a group has as many pairs as the square of its rows.
    let groups = linkage.people.iter().enumerate();
    let group: HashMap<u32, usize> =
        groups.flat_map(|(number, rows)| rows.iter().map(move |row| (*row, number))).collect();
    let are_together =
        |one: u32, other: u32| group.get(&one).is_some_and(|held| group.get(&other) == Some(held));
    let (mut alone, mut right_alone, mut to_ask, mut to_ask_true) = (0, 0, 0, 0);
    for pair in &linkage.pairs {
        let right = is_true(pair.one, pair.other);
        let same = settings.thresholds.outcome(pair.weight) == Outcome::Same;
        alone += u64::from(same);
        right_alone += u64::from(same && right);
        let asks = settings.thresholds.outcome(pair.weight) != Outcome::Different
            && !are_together(pair.one, pair.other);
        to_ask += u64::from(asks);
        to_ask_true += u64::from(asks && right);
    }
    let mut met = 0;
    linkage.each_met(|one, other| met += u64::from(is_true(one, other)));
    let lost = all - met;
    Report {
        rows: people.len(),
        fields,
        possible_pairs: linkage.possible,
        compared_pairs: linkage.compared,
        thresholds: settings.thresholds,
        score: Score::of_groups(&linkage.people, people),
        pair_by_pair: Score::of(alone, right_alone, all),
        recall_at_precision_99: recall_at(
            0.99,
            linkage.pairs.iter().map(|pair| is_true(pair.one, pair.other)),
            all,
        ),
        picked_by_labels: best(
            linkage.pairs.iter().map(|pair| (pair.weight, is_true(pair.one, pair.other))),
            all,
        ),
        to_ask,
        to_ask_true,
        lost_by_blocking: lost,
        blocking_recall: if all == 0 { 1.0 } else { 1.0 - lost as f64 / all as f64 },
        dropped_keys: linkage.dropped,
        model: linkage.model.clone(),
    }
}
