//! A table as it lies in a file: cells without blanks around them, empty ones missing.

use super::DuplicatesError;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::Path;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row and the line on which it begins.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    cells: Vec<String>,
}

impl Row {
    /// The text of a column; empty for a missing one.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Reads a comma-separated table with a header, in UTF-8.
pub(super) fn read(path: &Path) -> Result<Table, DuplicatesError> {
    let file = path.display().to_string();
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|mut open| open.read_to_end(&mut bytes))
        .map_err(|source| DuplicatesError::Open { file: file.clone(), source })?;
    parse(file, &bytes)
}

fn parse(file: String, bytes: &[u8]) -> Result<Table, DuplicatesError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(bytes);
    let mut lines = Vec::new();
    for record in reader.byte_records() {
        let record = record.map_err(|error| no_row(&file, &error))?;
        let line = record.position().map_or(0, |position| begins(bytes, position));
        let cells =
            record.iter().map(|cell| std::str::from_utf8(cell).map(|text| cell_text(text).to_owned()));
        let cells = cells.collect::<Result<Vec<String>, _>>();
        let cells = cells.map_err(|_| DuplicatesError::NotUtf8 { file: file.clone(), line })?;
        lines.push(Row { line, cells });
    }
    let mut rows = lines.into_iter();
    let Some(Row { cells: columns, .. }) = rows.next() else {
        return Err(DuplicatesError::Empty { file });
    };
    let mut seen = HashSet::new();
    if let Some(column) = columns.iter().find(|column| !seen.insert(column.as_str())) {
        return Err(DuplicatesError::TwoColumns { column: column.clone(), file });
    }
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Err(DuplicatesError::NoRows { file });
    }
    Ok(Table { file, columns, rows })
}

/// The line on which a record begins; the reader takes blank lines before it as part of it.
fn begins(bytes: &[u8], position: &csv::Position) -> u64 {
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = bytes.get(from..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + blank.filter(|byte| **byte == b'\n').count() as u64
}

/// What programs write for a value that is not there is no value.
fn cell_text(text: &str) -> &str {
    let text = text.trim();
    let nothing = ["null", "none", "nan", "n/a", "na", "nil", "-", "?"];
    if nothing.iter().any(|word| text.eq_ignore_ascii_case(word)) { "" } else { text }
}

fn no_row(file: &str, error: &csv::Error) -> DuplicatesError {
    let line = error.position().map_or(0, csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} cells, the header has {expected_len}")
        }
        _ => error.to_string(),
    };
    DuplicatesError::NoRow { file: file.to_owned(), line, reason }
}

impl Table {
    /// The position of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, DuplicatesError> {
        let found = self.columns.iter().position(|column| column == name.trim());
        found.ok_or_else(|| DuplicatesError::NoColumn {
            file: self.file.clone(),
            column: name.trim().to_owned(),
            columns: self.columns.join(", "),
        })
    }

    /// Checks that every row has an id of its own.
    pub(super) fn check_ids(&self, column: usize) -> Result<(), DuplicatesError> {
        let mut seen: HashMap<&str, u64> = HashMap::new();
        for row in &self.rows {
            let (id, line, file) = (row.cell(column), row.line, self.file.clone());
            if id.is_empty() {
                let column = self.columns.get(column).cloned().unwrap_or_default();
                return Err(DuplicatesError::NoId { file, line, column });
            }
            if let Some(first) = seen.insert(id, line) {
                return Err(DuplicatesError::TwoRows { file, line, id: id.to_owned(), first });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Result<Table, String> {
        parse("people.csv".to_owned(), bytes).map_err(|error| error.to_string())
    }

    #[test]
    fn blanks_after_commas_and_words_for_nothing_are_no_values() {
        let table = of(b"\xef\xbb\xbfid, name, born\n1, ann , \n2,NULL,1990\n").unwrap();
        assert_eq!(table.columns, ["id", "name", "born"]);
        assert_eq!(table.rows[0].cell(1), "ann");
        assert_eq!((table.rows[1].cell(1), table.rows[0].cell(2)), ("", ""));
        assert_eq!(table.rows[1].line, 3);
    }

    #[test]
    fn what_is_no_table_says_where() {
        assert_eq!(of(b"").unwrap_err(), "people.csv, line 1: the file is empty");
        assert_eq!(of(b"id,name\n").unwrap_err(), "people.csv, line 2: there are no rows below the header");
        assert!(
            of(b"id,name\n1,ann\n2,b\xffb\n")
                .unwrap_err()
                .starts_with("people.csv, line 3: this is not UTF-8")
        );
        assert!(
            of(b"id,name\n1,ann\n2\n")
                .unwrap_err()
                .contains("line 3: this is no row of the table: it has 1 cells")
        );
        assert!(of(b"id,id\n1,2\n").unwrap_err().contains("two columns are called id"));
    }
}
