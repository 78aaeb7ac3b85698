//! Columns of a file by the names that people give them.

use super::records::{Record, Refusal};
use super::request::ImportError;
use std::collections::HashMap;

/// What a column holds, as far as safety goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// A name, a title, a code, a number: never begins like a formula.
    Short,
    /// Running text, which may begin with a dash or a plus as a list does.
    Long,
    /// A phone number, which may begin with a plus.
    Phone,
}

/// A column that an importer knows.
pub(crate) struct Column {
    /// The name in the template.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) holds: Holds,
    /// Every file of this kind has it.
    pub(crate) required: bool,
    /// Other names for it, Lao first.
    pub(crate) also: &'static [&'static str],
}

/// A column that a file may leave out.
pub(crate) const fn column(name: &'static str, also: &'static [&'static str]) -> Column {
    Column { name, holds: Holds::Short, required: false, also }
}

impl Column {
    pub(crate) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub(crate) const fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }
}

/// Columns that the errors file adds; a corrected errors file may be imported as it is.
pub(crate) const ADDED: [&str; 3] = ["line", "column", "error"];

/// Where each known column stands in a file.
pub(crate) struct Columns {
    positions: HashMap<&'static str, usize>,
    holds: Vec<(usize, String, Holds)>,
    unknown: Vec<String>,
}

impl Columns {
    /// Finds `known` columns in the header of a file.
    pub(crate) fn find(header: &[String], known: &'static [Column]) -> Result<Self, ImportError> {
        let mut found = Self { positions: HashMap::new(), holds: Vec::new(), unknown: Vec::new() };
        for (position, given) in header.iter().enumerate() {
            let name = plain(given);
            match known.iter().find(|column| column.answers_to(&name)) {
                Some(column) if !found.positions.contains_key(column.name) => {
                    found.positions.insert(column.name, position);
                    found.holds.push((position, given.clone(), column.holds));
                }
                _ if ADDED.contains(&name.as_str()) => {}
                _ => found.unknown.push(given.clone()),
            }
        }
        let missing =
            known.iter().filter(|column| column.required && !found.positions.contains_key(column.name));
        let missing: Vec<String> = missing.map(|column| column.name.to_owned()).collect();
        if missing.is_empty() { Ok(found) } else { Err(ImportError::MissingColumns(missing)) }
    }

    /// Names in the header that stand for nothing here.
    pub(crate) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// The position, name and content of each known column in the file.
    pub(crate) fn held(&self) -> impl Iterator<Item = &(usize, String, Holds)> {
        self.holds.iter()
    }

    /// The text of a column in a record, without blanks around it; empty if the file has no such column.
    pub(crate) fn text<'a>(&self, record: &'a Record, name: &str) -> &'a str {
        let position = self.positions.get(name).copied();
        position.and_then(|position| record.cells.get(position)).map_or("", |cell| cell.trim())
    }

    /// A refusal that names the column as the file does.
    pub(crate) fn refuse(&self, name: &str, reason: impl Into<String>) -> Refusal {
        let position = self.positions.get(name);
        let given =
            self.holds.iter().find(|(at, ..)| Some(at) == position).map(|(_, given, _)| given.as_str());
        Refusal::new(given.unwrap_or(name), reason)
    }
}

impl Column {
    fn answers_to(&self, name: &str) -> bool {
        self.name == name || self.also.iter().any(|other| plain(other) == name)
    }
}

/// Lower case, in the normal form of Lao letters, words joined by `_`.
fn plain(name: &str) -> String {
    let folded = search::fold(name.trim().trim_start_matches('\u{feff}'));
    folded.split([' ', '-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    static KNOWN: &[Column] =
        &[column("title", &["ຊື່ຕຳແໜ່ງ", "job title"]).required(), column("wage_min", &[])];

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_column_is_found_under_each_of_its_names() {
        for name in ["title", " Title ", "ຊື່ຕຳແໜ່ງ", "ຊື່ຕໍາແຫນ່ງ", "Job Title", "job_title"]
        {
            let columns = Columns::find(&header(&["Wage min", name]), KNOWN).unwrap();
            let record = Record { line: 2, cells: vec!["1".to_owned(), " welder ".to_owned()] };
            assert_eq!(columns.text(&record, "title"), "welder", "{name}");
        }
    }

    #[test]
    fn a_missing_column_is_named() {
        let error = Columns::find(&header(&["wage_min", "colour"]), KNOWN).err().unwrap();
        assert_eq!(error.to_string(), "the first line of the file does not name the column title");
    }

    #[test]
    fn columns_of_an_errors_file_are_no_surprise() {
        let columns = Columns::find(&header(&["title", "line", "column", "error", "x"]), KNOWN).unwrap();
        assert_eq!(columns.unknown(), ["x"]);
    }
}
